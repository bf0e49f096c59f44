// Shows pictures in headless Chromium, light and dark, and asks axe-core and the accessibility tree what people get.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openBrowser } from './browser.mjs';
import { faintWords } from './contrast.mjs';
import { expectedItems, isInOrder } from './reading_order.mjs';
import { accepted, finish, mustRefuse, refuse } from './report.mjs';

const [program, root, folder] = process.argv.slice(2);

/** The looks of a sequence diagram, as the program's help lists them. */
const themes = execFileSync(program, ['run', '--help'], { encoding: 'utf8' }).match(/--theme TEXT:([\w|]+)/)[1].split('|');

/** One picture of every kind: each level of detail, attacks, faults of the network, refusals, one long run. */
const kinds = [
  ['happy-path', 'overview'],
  ['happy-path', 'messages'],
  ['happy-path', 'wire'],
  ['attacks/csrf-redirect-uri', 'overview'],
  ['attacks/csrf-redirect-uri', 'messages'],
  ['attacks/csrf-redirect-uri-undefended', 'messages'],
  ['attacks/csrf-redirect-uri-undefended', 'wire'],
  ['network/lost-resource-request', 'overview'],
  ['network/lost-resource-request', 'messages'],
  ['network/late-request', 'messages'],
  ['network/slow-app', 'messages'],
  ['network/repeated-request', 'wire'],
  ['okta-refuses/user-cancelled', 'messages'],
  ['real-bugs/redirect-with-status-307', 'wire'],
  ['tokens/expired', 'messages'],
];
const actors = ['user', 'client', 'okta', 'app', 'attacker'];

function run(scenario, ...options) {
  return execFileSync(program, ['run', join(root, 'scenarios', `${scenario}.yaml`), ...options], { encoding: 'utf8' });
}

/** The sequence diagrams of one theme. */
function drawAll(theme) {
  return kinds.map(([scenario, detail]) => {
    const svg = run(scenario, '--format', 'svg', '--detail', detail, '--theme', theme);
    return { scenario, detail, svg, trace: JSON.parse(run(scenario, '--format', 'json')) };
  });
}

function drawStates(actor) {
  return { svg: execFileSync(program, ['states', actor, '--format', 'svg'], { encoding: 'utf8' }) };
}

const page = (title, body) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<style>:root { color-scheme: light dark }</style></head>
<body><main><h1>${title}</h1>${body}</main></body></html>`;

const inlined = ({ svg }) => `<figure>${svg}</figure>`;

/** As a Markdown page would show it, by reference and with words in its place. */
function referenced({ svg }, number) {
  writeFileSync(join(folder, `${number}.svg`), svg);
  return `<p><img src="${number}.svg" alt="${svg.match(/<title[^>]*>(.*?)<\/title>/)[1]}"></p>`;
}

async function open(browser, name, html, colorScheme) {
  const file = join(folder, `${name}.html`);
  writeFileSync(file, html);
  const opened = await browser.page(`${name}, ${colorScheme}`, { colorScheme });
  await opened.goto(pathToFileURL(file).href);
  return opened;
}

async function violations(opened) {
  await opened.addScriptTag({ path: 'node_modules/axe-core/axe.min.js' });
  const { violations } = await opened.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  return violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.slice(0, 3).map(({ html }) => html).join('\n')}`);
}

/** The list items that a screen reader meets, from top to bottom. */
async function itemsRead(opened) {
  const session = await opened.context().newCDPSession(opened);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const items = [];
  const visit = (node) => {
    if (node.role?.value === 'listitem') items.push(node.name?.value ?? '');
    for (const id of node.childIds ?? []) if (byId.has(id)) visit(byId.get(id));
  };
  visit(nodes[0]);
  return items;
}

/** Whether axe-core, the contrast and the order of reading find what is known to be wrong. */
async function checkThePeers(browser, picture) {
  const bad = '<img src="data:image/svg+xml,<svg/>"><svg><rect width="90" height="30" fill="#fff"/>' +
    '<text x="9" y="20" fill="#999">x</text></svg>';
  const opened = await open(browser, 'broken', page('Broken', bad), 'light');
  mustRefuse('axe-core', (await violations(opened)).some((violation) => violation.startsWith('image-alt')));
  mustRefuse('contrast', (await opened.evaluate(faintWords)).length > 0);
  const expected = expectedItems(picture);
  mustRefuse('reading order', isInOrder(expected, expected) && !isInOrder([...expected].reverse(), expected));
}

async function checkPage(browser, name, pictures, show) {
  for (const colorScheme of ['light', 'dark']) {
    const opened = await open(browser, name, page('Diagrams', pictures.map(show).join('\n')), colorScheme);
    for (const violation of await violations(opened)) refuse(`axe-core on ${name}, ${colorScheme}`, violation);
    for (const words of await opened.evaluate(faintWords)) refuse(`contrast on ${name}, ${colorScheme}`, words);
    accepted('axe-core and contrast', pictures.length, `pictures, ${name}, ${colorScheme}`);
    await opened.close();
  }
}

const isForeseen = ({ scenario, detail }) => detail !== 'overview' || scenario === 'happy-path';

async function isReadInOrder(browser, picture) {
  const opened = await open(browser, 'one', page('One diagram', inlined(picture)), 'light');
  const read = await itemsRead(opened);
  await opened.close();
  const expected = expectedItems(picture);
  if (isInOrder(read, expected)) return true;
  refuse(`reading order of ${picture.scenario} at ${picture.detail}`,
    `${read.join('\n')}\nwhere the run has\n${expected.join('\n')}`);
  return false;
}

mkdirSync(folder, { recursive: true });
const browser = await openBrowser();
const pictures = drawAll(themes[0]);
await checkThePeers(browser, pictures[1]);
await checkPage(browser, 'by reference', pictures, referenced);
for (const theme of themes) await checkPage(browser, `inline with theme ${theme}`, drawAll(theme), inlined);
await checkPage(browser, 'state machines', actors.map(drawStates), inlined);
let inOrder = 0;
for (const picture of pictures.filter(isForeseen)) if (await isReadInOrder(browser, picture)) ++inOrder;
accepted(`the accessibility tree of ${browser.name}`, inOrder, 'pictures read in the order of their runs');
await browser.close();
finish();
