// Reads all Mermaid texts of a folder with Mermaid's own parser: one version in jsdom, its neighbours in Chromium.
import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { openBrowser, openMermaid } from './browser.mjs';
import { accepted, finish, mustRefuse, refuse, textsBelow } from './report.mjs';

const broken = 'sequenceDiagram\n  participant client\n  client client: nothing points anywhere\n';

/** What is wrong with each of the texts, in their order; null where nothing is. Works wherever Mermaid is. */
async function faultsIn(texts) {
  const faults = [];
  for (const text of texts)
    faults.push(await globalThis.mermaid.parse(text).then(() => null, (error) => String(error?.message ?? error)));
  return faults;
}

async function faultsInJsdom(texts) {
  const { window } = new JSDOM('<!doctype html>');
  Object.assign(globalThis, { window, document: window.document });
  globalThis.mermaid = (await import('mermaid')).default;
  return faultsIn(texts);
}

/** Another major version, in a real page: the newest asks for a newer Node than Debian has. */
async function faultsInChromium(name, texts) {
  const browser = await openBrowser();
  const page = await openMermaid(browser, name);
  const faults = await page.evaluate(faultsIn, texts);
  await browser.close();
  return faults;
}

function judge(name, files, faults) {
  const { version } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  const peer = `Mermaid ${version}`;
  mustRefuse(peer, faults.pop() !== null);
  files.forEach(({ name: file }, at) => faults[at] !== null && refuse(`${peer} on ${file}`, faults[at]));
  accepted(peer, faults.filter((fault) => fault === null).length, 'Mermaid texts');
}

const files = textsBelow(process.argv[2], '.mmd');
const texts = [...files.map(({ text }) => text), broken];
judge('mermaid', files, await faultsInJsdom(texts));
for (const name of ['mermaid-10', 'mermaid-12']) judge(name, files, await faultsInChromium(name, texts));
finish();
