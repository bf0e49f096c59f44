// Opens pages in headless Chromium and remembers what they should not do: complain, or ask for anything from outside.
import { chromium } from 'playwright-core';
import { refuse } from './report.mjs';

const quiet = ['--disable-gpu', '--disable-quic', '--no-first-run', '--no-sandbox'];
const silent = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** A browser with a profile of its own, and with `page(options)`, whose pages are watched. */
export async function openBrowser() {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: [...quiet, ...silent] });
  return {
    name: `Chromium ${browser.version()}`,
    close: () => browser.close(),
    async page(subject, options = {}) {
      const page = await browser.newPage(options);
      page.setDefaultTimeout(300000); // a busy machine is no failure
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) refuse(`${subject} on the console`, message.text());
      });
      page.on('pageerror', (error) => refuse(subject, error));
      page.on('request', (request) => {
        if (!/^(file|data|blob|about):/.test(request.url())) refuse(subject, `asks for ${request.url()}`);
      });
      return page;
    },
  };
}

/** A page that knows one version of Mermaid, from its folder below node_modules. */
export async function openMermaid(browser, folder) {
  const page = await browser.page(folder);
  await page.setContent('<!doctype html><title>Mermaid</title>');
  await page.addScriptTag({ path: `node_modules/${folder}/dist/mermaid.min.js` });
  await page.evaluate(() => globalThis.mermaid.initialize({ startOnLoad: false }));
  return page;
}
