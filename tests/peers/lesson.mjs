// Walks through pages of flowsim in headless Chromium, by keyboard and mouse, and compares what they show with the
// JSON traces of the same runs: node lesson.mjs PROGRAM ROOT FOLDER [LONG_PAGE].
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openBrowser } from './browser.mjs';
import { captionOfMessage } from './captions.mjs';
import { decodedTokens, sightingsUntil, stateAt, stopsOf } from './lesson_trace.mjs';
import { accepted, finish, mustRefuse, refuse } from './report.mjs';

const [program, root, folder, longPage] = process.argv.slice(2);
const runs = ['happy-path', 'attacks/csrf-redirect-uri-undefended', 'network/lost-resource-request'];
const patience = 180_000; // milliseconds for a page to open, on a machine with other things to do
const details = ['overview', 'messages', 'wire'];

function run(scenario, ...options) {
  return execFileSync(program, ['run', join(root, 'scenarios', `${scenario}.yaml`), ...options],
    { encoding: 'utf8', maxBuffer: 2 ** 28 });
}

function pageOf(scenario) {
  const file = join(folder, `${scenario.replaceAll('/', '-')}.html`);
  writeFileSync(file, run(scenario, '--format', 'html', '--detail', 'wire', '--show-tokens'));
  return { scenario, file, trace: JSON.parse(run(scenario, '--format', 'json', '--show-tokens')) };
}

const same = (subject, found, expected) => {
  const [one, other] = [found, expected].map((value) => JSON.stringify(value));
  if (one !== other) refuse(subject, `the page has ${one}, the run ${other}`);
  return one === other;
};

/** What the page shows at its position. */
function position() {
  const article = document.querySelector('.scenario.chosen');
  const visible = (element) => element.checkVisibility();
  const text = (element) => element.textContent.replace(/\s+/g, ' ').trim();
  const all = (selector) => [...article.querySelectorAll(selector)].filter(visible);
  const claims = (token) => Object.fromEntries([...token.querySelectorAll(':scope > .anatomy > li')]
    .filter((part) => text(part.querySelector('.key')) === 'claims')
    .flatMap((part) => [...part.querySelectorAll('.anatomy > li')])
    .map((claim) => [text(claim.querySelector('.key')), claim.querySelector('code').textContent]));
  const isFirst = (token) => token.closest('.leg') === null;
  return {
    count: text(document.getElementById('Count')),
    words: text(document.getElementById('Status')),
    headings: all('.step > h3').map(text),
    machines: all('.situation').map(({ dataset }) => [dataset.actor, Number(dataset.session), dataset.state]),
    next: all('.situation .next li').map((row) => row.innerText),
    tokens: all('.token').filter(isFirst).map((token) => [token.querySelector('.key').textContent, claims(token)]),
    sightings: all('.secrets li').length,
    level: all('.canvas').map(({ dataset }) => dataset.level),
    lit: all('.canvas .arrow.current').length,
    hash: location.hash,
  };
}

async function open(browser, file, hash = '', options = {}) {
  const page = await browser.page(`${file.slice(folder.length)}${hash}`, { reducedMotion: 'reduce', ...options });
  page.on('dialog', (dialog) => refuse(file, `opened a dialog: ${dialog.message()}`));
  page.setDefaultTimeout(patience);
  await page.goto(pathToFileURL(file).href + hash);
  return page;
}

/** The stops of a level, as the page tells its script. */
async function stopsIn(page, { scenario, trace }, detail) {
  const orders = await page.evaluate((name) => JSON.parse(document.querySelector('.walk-data').textContent)
    .levels.find((level) => level.name === name).stops.map((stop) => stop.at(-1)), detail);
  const { stops, wrong } = stopsOf(trace, detail, orders);
  for (const reason of wrong) refuse(`${scenario} at ${detail}`, reason);
  return stops;
}

/** From the beginning to the end by keyboard: every position is that of the run. */
async function walkForward(page, { scenario, trace }, detail) {
  const stops = await stopsIn(page, { scenario, trace }, detail);
  await page.keyboard.press('Home');
  for (let at = 0; at < stops.length; at += 1) {
    if (at > 0) await page.keyboard.press('ArrowRight');
    const subject = `${scenario} at ${detail}, stop ${at}`;
    const shown = await page.evaluate(position);
    const end = at + 1 < stops.length ? stops[at + 1].order : Infinity;
    if (!shown.count.startsWith(`${at} of ${stops.length - 1} `)) refuse(subject, `is counted ${shown.count}`);
    same(`${subject}, states`, shown.machines, stateAt(trace, end));
    for (const row of shown.next.filter((words) => !/ (stays|→ \w+)$/.test(words))) refuse(subject, `a transition leads nowhere: ${row}`);
    if (shown.next.length === 0) refuse(subject, 'shows no transition that is possible');
    same(`${subject}, who has seen what`, shown.sightings, sightingsUntil(trace, end));
    if (detail !== 'overview' && !shown.words.includes(detail === 'wire' && stops[at].message ? '' : stops[at].caption)) refuse(subject, `says ${shown.words}, not ${stops[at].caption}`);
    if (detail === 'messages' && stops[at].message)
      same(`${subject}, decoded tokens`, shown.tokens, decodedTokens(stops[at].message));
    if (stops[at].message && shown.lit === 0) refuse(subject, 'lights no arrow');
    same(`${subject}, the picture`, shown.level, [detail]);
  }
  return stops.length;
}

/** An arrow that can be clicked and is not the current one, and where it is. */
function arrowInSight() {
  const canvas = document.querySelector('.chosen .canvas[data-level="messages"]');
  const top = canvas.querySelector('.heads').getBoundingClientRect().bottom;
  const { bottom } = canvas.getBoundingClientRect();
  const boxes = [...canvas.querySelectorAll('.arrow')].map((element, arrow) => ({ arrow, element, box: element.getBoundingClientRect() }));
  const { arrow, box } = boxes.find((each) => each.box.top > top && each.box.bottom < bottom && !each.element.classList.contains('current'));
  return { arrow, x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Back again, to the interactions by number, by mouse, by slider, by address, and playing. */
async function jumpAbout(page, { scenario, trace, file }) {
  const stops = await stopsIn(page, { scenario, trace }, 'messages');
  const last = stops.length - 1;
  const at = async (subject, index) => {
    const { count } = await page.evaluate(position);
    if (!count.startsWith(`${index} of ${last} `)) refuse(`${scenario}: ${subject}`, `leads to ${count}, not ${index}`);
  };
  await page.locator('#Levels label', { hasText: 'Messages' }).click();
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press('End');
  await at('End', last);
  await page.keyboard.press('ArrowLeft');
  await at('the left arrow', last - 1);
  const first = stops.findIndex(({ message }) => message?.envelope.interaction === 3);
  await page.keyboard.press('3');
  await at('the key 3', first);
  await page.keyboard.press('Control+ArrowRight');
  await at('a key with Control', first);
  await page.locator('#Forward').click();
  await at('the button', first + 1);
  await page.keyboard.press('ArrowRight');
  await at('an arrow key on a button', first + 2);
  await page.locator('#Position').focus();
  await page.keyboard.press('ArrowLeft');
  await at('an arrow key on the slider', first + 1);
  const { arrow, x, y } = await page.evaluate(arrowInSight);
  await page.mouse.click(x, y);
  const clicked = stops.findIndex(({ message }) => message?.id === arrow + 1);
  await at(`a click on arrow ${arrow}`, clicked);
  await page.locator('#Dark').focus();
  await page.keyboard.press(' ');
  await at('space on a button', clicked);
  same(`${scenario}: dark`, await page.evaluate(() => document.documentElement.dataset.theme), 'dark');
  await page.keyboard.press(' ');
  await page.locator('#Keys summary').click();
  await page.locator('#Shortcuts').uncheck();
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press('End');
  await at('a key that is switched off', clicked);
  await page.locator('#Shortcuts').check();
  await page.keyboard.press('Escape');
  const slug = scenario.split('/').at(-1);
  await page.goto(`${pathToFileURL(file).href}#${slug}/messages/2`);
  await at('an address', 2);
  same(`${scenario}: address`, (await page.evaluate(position)).hash, `#${slug}/messages/2`);
}

async function play(browser, { file }) {
  const page = await open(browser, file, '#happy-path/overview/4');
  await page.keyboard.press(' ');
  await page.waitForFunction(() => document.getElementById('Count').textContent.startsWith('6 of'));
  await page.waitForFunction(() => !document.body.classList.contains('playing'));
  same('the play button', await page.locator('#Play').getAttribute('aria-label'), 'Play');
  await page.close();
}

async function violations(page) {
  await page.evaluate(readFileSync('node_modules/axe-core/axe.min.js', 'utf8'));
  const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  return found.violations.map(({ id, help, nodes }) =>
    `${id}: ${help}\n${nodes.slice(0, 3).map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary}`).join('\n')}`);
}

async function isAccessible(browser, file, hash, options, name) {
  const page = await open(browser, file, hash, options);
  for (const violation of await violations(page)) refuse(`axe-core on ${hash}, ${name}`, violation);
  if (options.javaScriptEnabled !== false && await page.evaluate(() => document.documentElement.scrollWidth > innerWidth))
    refuse(`${hash}, ${name}`, 'is wider than the window');
  await page.close();
}

/** What a reader can scroll to; `innerText` lacks what a browser has not laid out yet. */
function readable() {
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const shown = [];
  while (words.nextNode()) if (words.currentNode.parentElement.checkVisibility()) shown.push(words.currentNode.data);
  return shown.join('');
}

/** A page is read where scripts are off: axe-core's own script is then let in by the browser's debugger. */
async function withoutScripts(browser, { file, trace }) {
  const page = await open(browser, file, '', { javaScriptEnabled: false });
  const text = await page.evaluate(readable);
  for (const caption of trace.messages.map(captionOfMessage)) if (!text.includes(caption)) refuse('without scripts', `there is no ${caption}`);
  const checks = JSON.parse(execFileSync(program, ['list', 'checks', '--format', 'json'], { encoding: 'utf8' }));
  const clauses = new Map(checks.map(({ check, clause }) => [check, clause]));
  for (const { verdict } of trace.verdicts)
    for (const { check } of verdict.results) {
      const clause = clauses.get(check);
      if (!text.includes(check) || !text.includes(clause)) refuse('without scripts', `there is no ${check} (${clause})`);
    }
  same('without scripts, pictures', await page.locator('.canvas:visible').count(), 1);
  same('without scripts, controls', await page.locator('#Bar').isVisible(), false);
  await page.close();
}

async function onPaper(browser, { file, trace }) {
  const page = await open(browser, file, '#happy-path/messages/3');
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const steps = await page.locator('.step:visible').count();
  if (steps < trace.messages.length) refuse('on paper', `there are ${steps} steps`);
  same('on paper, controls', await page.locator('#Bar').isVisible(), false);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
  same('after printing', await page.locator('.step:visible').count(), 1);
  await page.close();
}

/** The policy stops what does not belong to the page, whoever has put it there. */
async function checkThePolicy(browser, { file }) {
  const smuggled = join(folder, 'smuggled.html');
  writeFileSync(smuggled, readFileSync(file, 'utf8').replace('<main', '<script>window.smuggled = 1</script><p id="x" style="color: red" onclick="window.smuggled = 2">x</p><main'));
  const watched = await browser.page('policy');
  const page = await watched.context().browser().newPage(); // what it says on the console is what is wanted
  await page.goto(pathToFileURL(smuggled).href);
  await page.locator('#x').click();
  const written = await page.evaluate(() => { try { document.body.innerHTML = '<p>'; return true; } catch { return false; } });
  const colour = await page.evaluate(() => getComputedStyle(document.getElementById('x')).color);
  mustRefuse('the policy', (await page.evaluate(() => window.smuggled)) === undefined && colour !== 'rgb(255, 0, 0)' && !written);
  await page.close();
  await watched.close();
}

async function hostileTexts(browser) {
  const texts = JSON.parse(readFileSync(new URL('hostile.json', import.meta.url), 'utf8'))
    .map((entry) => (typeof entry === 'string' ? { text: entry, shown: entry } : entry));
  const more = ['</script><script>window.smuggled = 1</script>', '<!--<script>', '{{script}} ${alert(1)}', 'javascript:alert(1)',
    '" onmouseover="alert(1)', "' autofocus onfocus='alert(1)", '</style><style>*{display:none}', '</title></svg><h1>x'];
  const scenarios = join(folder, 'hostile');
  mkdirSync(scenarios, { recursive: true });
  [...texts, ...more.map((text) => ({ text, shown: text }))].forEach(({ text }, number) =>
    writeFileSync(join(scenarios, `${String(number).padStart(3, '0')}.yaml`), JSON.stringify({
      title: text, teaches: text, okta: { client_name: text },
      faults: [{ at: 4, do: 'tamper', parameter: 'error_description', value: text }, { at: 4, do: 'tamper', parameter: 'state', value: text }],
    })));
  const file = join(folder, 'hostile.html');
  execFileSync(program, ['lesson', scenarios, '-o', file, '--show-tokens']);
  const page = await open(browser, file);
  const titles = await page.locator('.contents a').allTextContents();
  [...texts, ...more.map((text) => ({ shown: text }))].forEach(({ shown }, number) =>
    same(`hostile text ${number}`, titles[number], shown));
  for (let number = 0; number < titles.length; number += 1) {
    await page.locator('.contents a').nth(number).click();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
  }
  const foreign = await page.evaluate(() => ({
    scripts: document.querySelectorAll('script:not([type])').length,
    smuggled: window.smuggled ?? null,
    addresses: [...document.querySelectorAll('[href], [src]')].filter((element) => !element.getAttribute('href')?.startsWith('#')).length,
    handlers: [...document.querySelectorAll('*')].flatMap((element) => element.getAttributeNames()).filter((name) => name.startsWith('on')).length,
  }));
  same('hostile texts', foreign, { scripts: 1, smuggled: null, addresses: 0, handlers: 0 });
  accepted('hostile texts', titles.length, 'did nothing but show up');
  await page.close();
}

/** Names of scenarios are not those of the page's own parts, and an address that says nothing shows the first. */
async function oddNames(browser) {
  const names = ['tables', 'drawn', 'walk', 'states', 'page', 'position'];
  const scenarios = join(folder, 'odd');
  mkdirSync(scenarios, { recursive: true });
  for (const name of names) writeFileSync(join(scenarios, `${name}.yaml`), `title: ${name}\n`);
  const file = join(folder, 'odd.html');
  execFileSync(program, ['lesson', scenarios, '-o', file]);
  for (const hash of ['#%', '#walk/3', '#nobody/wire/999', '#tables/x']) {
    const page = await open(browser, file, hash);
    same(`odd names at ${hash}`, await page.locator('.scenario.chosen').count(), 1);
    for (const name of names) {
      await page.locator('.contents a', { hasText: name }).click();
      await page.waitForFunction((address) => location.hash.startsWith(address), `#${name}/`);
      same(`odd name ${name}`, await page.locator('.scenario.chosen').getAttribute('id'), name);
    }
    await page.locator('.skip').focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction((address) => location.hash.startsWith(address), `#${names.at(-1)}/`);
    await page.close();
  }
  accepted('odd names', names.length, 'shown, each at its own address');
  for (const colorScheme of ['light', 'dark']) await isAccessible(browser, file, '#walk/3', { colorScheme }, `${colorScheme}, several scenarios`);
}

async function aLongRun(browser, file) {
  const began = performance.now();
  const page = await open(browser, file);
  const opened = performance.now() - began;
  const steps = await page.evaluate(async () => {
    const painted = () => new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); });
    const times = [];
    const press = async (key) => {
      await painted();
      const start = performance.now();
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      document.body.getBoundingClientRect();
      times.push(performance.now() - start);
    };
    for (let at = 0; at < 20; at += 1) await press('ArrowRight');
    await press('End');
    for (let at = 0; at < 20; at += 1) await press('ArrowLeft');
    return times.sort((one, other) => one - other);
  });
  const median = steps[Math.floor(steps.length / 2)];
  console.log(`  10,000 messages: open in ${(opened / 1000).toFixed(1)} s, a step takes ${median.toFixed(0)} ms (${steps.at(-1).toFixed(0)} at most)`);
  if (median >= 100) refuse('a long run', `takes ${median} ms for a step`);
  await page.close();
}

mkdirSync(folder, { recursive: true });
const browser = await openBrowser();
const pages = runs.map(pageOf);
for (const each of pages) {
  const page = await open(browser, each.file);
  let stops = 0;
  for (const detail of details) {
    await page.locator('#Levels label', { hasText: new RegExp(detail, 'i') }).click();
    await page.evaluate(() => document.activeElement.blur());
    stops += await walkForward(page, each, detail);
  }
  await jumpAbout(page, each);
  accepted(each.scenario, stops, 'positions as in its trace');
  await page.close();
}
await play(browser, pages[0]);
for (const colorScheme of ['light', 'dark'])
  for (const [index, hash] of [[0, '#happy-path/messages/9'], [0, '#happy-path/overview/0'], [0, '#happy-path/wire/20'], [1, '#csrf-redirect-uri-undefended/messages/18'], [1, '#csrf-redirect-uri-undefended/999'], [2, '#lost-resource-request/999']])
    await isAccessible(browser, pages[index].file, hash, { colorScheme }, colorScheme);
await isAccessible(browser, pages[0].file, '#happy-path/messages/9', { viewport: { width: 320, height: 256 } }, 'at 400 %');
accepted('axe-core', 13, 'positions, light and dark');
await withoutScripts(browser, pages[0]);
await onPaper(browser, pages[0]);
await checkThePolicy(browser, pages[0]);
await hostileTexts(browser);
await oddNames(browser);
if (longPage) await aLongRun(browser, longPage);
await browser.close();
finish();
