// Renders the pictures of the hostile scenarios with every peer and compares the words in them with what was given.
import { readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { JSDOM } from 'jsdom';
import { openBrowser, openMermaid } from './browser.mjs';
import { hostileTexts } from './hostile_scenarios.mjs';
import { plantuml, version } from './plantuml.mjs';
import { accepted, finish, mustRefuse, refuse, textsBelow } from './report.mjs';

const literal = 'x <b>**bold**</b> #65; %date() y';
const unescaped = {
  plantuml: `@startuml\nparticipant client\nclient -> client: ${literal}\n@enduml\n`,
  mermaid: `sequenceDiagram\n  participant client\n  client->>client: ${literal}\n`,
  svg: `<svg xmlns="http://www.w3.org/2000/svg"><text>${literal}</text></svg>`,
};

/** Elements that no picture of ours has a use for, whatever its words say. */
const active = 'script, image, img, iframe, object, embed, a, animate, set';

const parser = new new JSDOM('').window.DOMParser();

/** The words of a picture in their order, or an error where it is no XML or holds something active. */
function wordsOf(svg) {
  const picture = parser.parseFromString(svg.trim(), 'image/svg+xml');
  const found = picture.querySelector(`parsererror, ${active}`);
  if (found) return { error: `there is <${found.localName}> in it: ${found.outerHTML.slice(0, 300)}` };
  return { words: [...picture.querySelectorAll('text')].map((text) => text.textContent).join(' ') };
}

/** The same of Mermaid's pictures, which hold HTML; runs in the page. */
async function wordsInMermaid({ texts, active }) {
  const read = [];
  for (const [number, text] of texts.entries()) {
    const holder = document.createElement('div');
    try {
      holder.innerHTML = (await globalThis.mermaid.render(`picture${number}`, text)).svg;
      const found = holder.querySelector(active);
      const boxes = [...holder.querySelectorAll('text, foreignObject')];
      read.push(found ? { error: found.outerHTML } : { words: boxes.map((box) => box.textContent).join(' ') });
    } catch (error) {
      read.push({ error: String(error?.message ?? error) });
    }
  }
  return read;
}

function inPlantuml(jar) {
  const pictures = (texts) => plantuml(jar, ['-pipe', '-tsvg'], texts).split(/(?<=<\/svg>)/);
  return { peer: version(jar), notation: 'plantuml', read: (texts) => pictures(texts).slice(0, texts.length).map(wordsOf) };
}

function inMermaid(browser, name) {
  const { version } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  const read = async (texts) => (await openMermaid(browser, name)).evaluate(wordsInMermaid, { texts, active });
  return { peer: `Mermaid ${version}`, notation: 'mermaid', read };
}

/** Captions and notes are wrapped where there is room, so blanks count for nothing. */
const bare = (text) => text.replace(/\s/g, '');
const countIn = (words, text) => bare(words ?? '').split(bare(text)).length - 1;

/** How often each picture of a peer shows its hostile text, by the picture's name. */
async function counts(folder, { peer, notation, read }) {
  const files = textsBelow(join(folder, notation), { plantuml: '.puml', mermaid: '.mmd', svg: '.svg' }[notation]);
  const found = await read([...files.map(({ text }) => text), unescaped[notation]]);
  mustRefuse(peer, countIn(found[files.length]?.words, literal) === 0);
  const counted = new Map();
  files.forEach(({ name }, at) => {
    const { words, error } = found[at] ?? { error: 'there is no picture' };
    const { shown } = hostileTexts[parseInt(basename(name), 10)];
    const count = countIn(words, shown);
    if (count === 0) refuse(`${peer} on ${name}`, `does not show ${shown}\nbut ${error ?? words}`);
    counted.set(relative(join(folder, notation), name).replace(/\.\w+$/, ''), count);
  });
  accepted(peer, [...counted.values()].filter((count) => count > 0).length, 'hostile pictures that show their text');
  return counted;
}

const [folder, ...jars] = process.argv.slice(2);
const browser = await openBrowser();
const own = await counts(folder, { peer: 'SVG', notation: 'svg', read: (texts) => texts.map(wordsOf) });
for (const reading of [...jars.map(inPlantuml), ...['mermaid-10', 'mermaid', 'mermaid-12'].map((name) => inMermaid(browser, name))])
  for (const [name, count] of await counts(folder, reading))
    if (count !== own.get(name)) refuse(`${reading.peer} on ${name}`, `shows it ${count} times, SVG ${own.get(name)} times`);
await browser.close();
finish();
