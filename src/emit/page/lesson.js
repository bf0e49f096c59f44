// Walks through a run: shows what the page already holds, part by part.
'use strict';

const $ = (id) => document.getElementById(id);
const create = (name, className, text) => {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
};
const tables = JSON.parse($('tables').textContent);
const articles = [...document.querySelectorAll('.scenario')];
const svgNames = 'http://www.w3.org/2000/svg';
const pause = 2600; // milliseconds between two stops while playing
const leastScale = 0.62; // a picture is made no smaller than that; it scrolls instead
const mostScale = 1.3;
const headMargin = 6;
const mostSessions = 3; // machines of one server shown at once

// One scenario of the page; made when it is first shown.
class Run {
  constructor(article) {
    this.article = article;
    const data = JSON.parse(article.querySelector('.walk-data').textContent);
    this.levels = new Map(data.levels.map(({ name, stops }) => [name, stops]));
    this.partCount = data.parts;
    this.machines = data.machines;
    this.changes = data.changes;
    this.parts = [...article.querySelectorAll('.part')];
    this.sightings = [...article.querySelectorAll('.secrets [data-part]')];
    this.ending = article.querySelector('.ending');
    this.pictures = new Map();
    this.shown = []; // the parts of the stop, and the steps they stand in
    this.opened = []; // the legs that were opened because the stop is about them
    this.index = 0;
    this.level = data.levels.at(-1).name;
  }

  get stops() { return this.levels.get(this.level); }
  firstPart(index) { return this.stops[index][0]; }
  endPart(index) { return index + 1 < this.stops.length ? this.firstPart(index + 1) : this.partCount; }

  // The same moment at another level: the last stop that has begun by then.
  setLevel(level) {
    const part = this.firstPart(this.index);
    this.level = level;
    const after = this.stops.findIndex(([first]) => first > part);
    this.index = (after < 0 ? this.stops.length : after) - 1;
  }

  show() {
    this.showParts();
    this.showMachines();
    this.showSecrets();
    this.showPicture();
  }

  showParts() {
    for (const element of this.shown) element.classList.remove('now');
    for (const leg of this.opened) leg.open = false;
    this.shown = [];
    this.opened = [];
    for (let part = this.firstPart(this.index); part < this.endPart(this.index); part++) {
      const element = this.parts[part];
      for (const each of [element, element.parentElement]) {
        each.classList.add('now');
        this.shown.push(each);
      }
      if (this.level === 'wire') this.openLeg(element.querySelector('.leg'));
    }
    this.ending.hidden = this.index + 1 < this.stops.length;
  }

  openLeg(leg) {
    if (!leg || leg.open) return;
    leg.open = true;
    this.opened.push(leg);
  }

  // Each machine with its state after this stop, and when it last did something.
  situation() {
    const now = this.machines.map(([actor, session, state], place) => ({ actor, session, state, since: -1, place }));
    const end = this.endPart(this.index);
    for (const [part, place, state] of this.changes) {
      if (part >= end) break;
      now[place].state = state;
      now[place].since = part;
    }
    const actors = new Map();
    for (const machine of now) {
      if (!actors.has(machine.actor)) actors.set(machine.actor, []);
      actors.get(machine.actor).push(machine);
    }
    return actors;
  }

  showMachines() {
    const strip = this.article.querySelector('.strip');
    const list = this.article.querySelector('.machines');
    strip.replaceChildren();
    list.replaceChildren();
    for (const [actor, machines] of this.situation()) {
      const latest = machines.filter(({ since, session }) => since >= 0 || session === 1)
        .sort((one, other) => other.since - one.since || one.session - other.session);
      const shown = latest.slice(0, mostSessions).sort((one, other) => one.session - other.session);
      for (const machine of shown) list.append(this.machineItem(actor, machine, machines.length > 1));
      if (latest.length > shown.length)
        list.append(create('li', 'more', `… and ${latest.length - shown.length} earlier sessions of ${actor}`));
      for (const machine of shown) strip.append(this.stripItem(actor, machine, machines.length > 1));
      if (latest.length > 0) this.showDrawn(actor, latest[0]);
    }
  }

  // In the drawings of the machines, the state of the one that acted last.
  showDrawn(actor, machine) {
    const drawing = document.querySelector(`#drawn [data-actor="${actor}"]`);
    if (!drawing) return;
    for (const state of drawing.querySelectorAll('.state'))
      state.classList.toggle('current', state.querySelector('title').textContent.split(',')[0] === machine.state);
  }

  isFresh(machine) { return machine.since >= this.firstPart(this.index); }

  stripItem(actor, machine, several) {
    const item = create('li', this.isFresh(machine) ? 'fresh' : '');
    item.append(create('span', `actor ${actor}`, actor), ' ', create('b', '', machine.state));
    if (several) item.append(' ', create('span', 'session', `session ${machine.session}`));
    return item;
  }

  machineItem(actor, machine, several) {
    const item = create('li', this.isFresh(machine) ? 'machine fresh' : 'machine');
    item.dataset.actor = actor;
    item.dataset.session = machine.session;
    item.dataset.state = machine.state;
    const head = create('p', 'head');
    head.append(create('span', `actor ${actor}`, actor), ' ', create('b', 'state', machine.state));
    if (several) head.append(' ', create('span', 'session', `session ${machine.session}`));
    item.append(head);
    const rows = (tables[actor] ?? []).filter(([from]) => from === machine.state);
    const next = create('ul', 'next');
    for (const [from, event, guard, action, to] of rows) {
      const row = create('li', '', event);
      if (guard) row.append(' ', create('span', 'guard', `[${guard}]`));
      if (action) row.append(' ', create('span', 'action', `/ ${action}`));
      row.append(' ', create('span', 'to', to === from ? 'stays' : `→ ${to}`));
      next.append(row);
    }
    item.append(rows.length > 0 ? next : create('p', 'final', 'no transition leaves it'));
    return item;
  }

  showSecrets() {
    const end = this.endPart(this.index);
    const first = this.firstPart(this.index);
    for (const element of this.sightings) {
      const part = Number(element.dataset.part);
      element.hidden = part >= end;
      element.classList.toggle('fresh', part >= first && part < end);
    }
  }

  picture() {
    if (!this.pictures.has(this.level)) this.pictures.set(this.level, new Picture(this.article, this.level));
    return this.pictures.get(this.level);
  }

  showPicture() {
    for (const frame of this.article.querySelectorAll('.frame')) frame.hidden = frame.dataset.level !== this.level;
    let reached = -1;
    for (let index = 0; index <= this.index; index++) {
      const [, arrow, arrows] = this.stops[index];
      if (arrows > 0) reached = Math.max(reached, arrow + arrows - 1);
    }
    const [, arrow, arrows] = this.stops[this.index];
    this.picture().show(arrow, arrows, reached);
  }

  stopOfArrow(wanted) {
    return this.stops.findLastIndex(([, arrow, arrows]) => wanted >= arrow && wanted < arrow + arrows);
  }

  stopOfInteraction(wanted) {
    return wanted === 0 ? 0 : this.stops.findIndex(([, , , number]) => number === wanted);
  }
}

// The drawing of one level, with a light on the arrows of the stop and a veil over what has not happened yet.
class Picture {
  constructor(article, level) {
    this.frame = article.querySelector(`.frame[data-level="${level}"]`);
    this.drawing = this.frame.querySelector('svg');
    this.arrows = [...this.drawing.querySelectorAll('.arrow')];
    this.current = [];
    const { width, height } = this.drawing.viewBox.baseVal;
    this.size = { width, height };
    this.light = this.rectangle('spotlight');
    this.veil = this.rectangle('veil');
    this.drawing.querySelector('.page').after(this.light);
    this.drawing.append(this.veil);
    this.drawing.style.minWidth = `${Math.round(this.size.width * leastScale)}px`;
    this.drawing.style.maxWidth = `${Math.round(this.size.width * mostScale)}px`;
    this.addHeads();
  }

  // The names of the lifelines, which stay in sight.
  addHeads() {
    const participants = this.drawing.querySelector('[role="list"]');
    const { y, height } = participants.querySelector('rect').getBBox();
    const heads = document.createElementNS(svgNames, 'svg');
    heads.setAttribute('class', `${this.drawing.getAttribute('class')} heads`);
    heads.setAttribute('viewBox', `0 ${y - headMargin} ${this.size.width} ${height + 2 * headMargin}`);
    heads.setAttribute('aria-hidden', 'true');
    heads.style.minWidth = this.drawing.style.minWidth;
    heads.style.maxWidth = this.drawing.style.maxWidth;
    for (const item of participants.children) {
      const copy = item.cloneNode(true);
      for (const line of copy.querySelectorAll('.lifeline')) line.remove();
      heads.append(copy);
    }
    this.heads = heads;
    this.frame.prepend(heads);
    this.top = y + height + 2;
    this.crop(true);
  }

  // The names stand above already; on paper the picture is whole.
  crop(isCropped) {
    const top = isCropped ? this.top : 0;
    this.drawing.setAttribute('viewBox', `0 ${top} ${this.size.width} ${this.size.height - top}`);
    this.drawing.setAttribute('height', this.size.height - top);
  }

  rectangle(className) {
    const rectangle = document.createElementNS(svgNames, 'rect');
    rectangle.setAttribute('class', className);
    rectangle.setAttribute('x', 0);
    rectangle.setAttribute('width', this.size.width);
    rectangle.setAttribute('aria-hidden', 'true');
    return rectangle;
  }

  place(rectangle, top, bottom) {
    rectangle.setAttribute('y', top);
    rectangle.setAttribute('height', Math.max(0, bottom - top));
  }

  topOf(arrow) { return this.arrows[arrow].getBBox().y - 6; }
  bottomOf(arrow) { return arrow + 1 < this.arrows.length ? this.topOf(arrow + 1) : this.size.height; }

  show(arrow, arrows, reached) {
    for (const element of this.current) element.classList.remove('current');
    this.current = this.arrows.slice(arrow, arrow + arrows);
    for (const element of this.current) element.classList.add('current');
    if (this.arrows.length === 0) return;
    const edge = reached < 0 ? this.topOf(0) : this.bottomOf(reached);
    this.place(this.veil, edge, this.size.height);
    const top = arrows > 0 ? this.topOf(arrow) : edge;
    this.place(this.light, top, arrows > 0 ? this.bottomOf(arrow + arrows - 1) : edge);
    this.reveal(top, arrows > 0 ? this.bottomOf(arrow + arrows - 1) : edge);
  }

  // Scrolls so that what has just happened stands in the lower half, and its middle in sight.
  reveal(top, bottom) {
    const box = this.drawing.getBoundingClientRect();
    const scale = box.width / this.size.width;
    const heads = this.heads.getBoundingClientRect().height;
    const room = this.frame.clientHeight - heads;
    const middle = ((top + bottom) / 2 - this.top) * scale;
    const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
    const target = { top: Math.min((top - this.top) * scale, middle - room * 0.6), behavior };
    if (this.current.length > 0 && box.width > this.frame.clientWidth) {
      const { x, width } = this.current[0].getBBox();
      target.left = (x + width / 2) * scale - this.frame.clientWidth / 2;
    }
    this.frame.scrollTo(target);
  }
}

const runs = new Map();
let run;
let timer = 0;

function runOf(article) {
  if (!runs.has(article)) runs.set(article, new Run(article));
  return runs.get(article);
}

function showStop() {
  run.show();
  const [, , , , words, clock] = run.stops[run.index];
  const count = `${run.index} of ${run.stops.length - 1}`;
  $('count').textContent = `${count} · ${clock}`;
  $('status').textContent = words;
  $('position').max = run.stops.length - 1;
  $('position').value = run.index;
  $('position').setAttribute('aria-valuetext', `${count}: ${words}`);
  for (const [id, isEdge] of [['first', run.index === 0], ['back', run.index === 0],
    ['forward', run.index + 1 === run.stops.length], ['last', run.index + 1 === run.stops.length]])
    $(id).setAttribute('aria-disabled', String(isEdge));
  const beside = run.article.querySelector('.beside');
  beside.scrollTop = 0;
  run.article.querySelector('.inspector').scrollTop = 0;
  writeAddress();
}

function writeAddress() {
  const isUsual = run.level === [...run.levels.keys()].at(-1);
  const address = `#${run.article.id}/${isUsual ? '' : `${run.level}/`}${run.index}`;
  if (location.hash !== address) history.replaceState(null, '', address);
}

function go(index) {
  const bounded = Math.min(Math.max(index, 0), run.stops.length - 1);
  if (bounded === run.index) return;
  run.index = bounded;
  showStop();
}

function setLevel(level) {
  if (!run.levels.has(level)) return;
  run.setLevel(level);
  showStop();
}

function stopPlaying() {
  clearInterval(timer);
  timer = 0;
  document.body.classList.remove('playing');
  $('play').setAttribute('aria-label', 'Play');
}

function togglePlaying() {
  if (timer !== 0) return stopPlaying();
  if (run.index + 1 === run.stops.length) go(0);
  document.body.classList.add('playing');
  $('play').setAttribute('aria-label', 'Pause');
  timer = setInterval(() => {
    go(run.index + 1);
    if (run.index + 1 === run.stops.length) stopPlaying();
  }, pause);
}

function walkTo(index) {
  stopPlaying();
  go(index);
}

function select(article, level, index) {
  stopPlaying();
  for (const each of articles) each.classList.toggle('chosen', each === article);
  run = runOf(article);
  if (level && run.levels.has(level)) run.level = level;
  if (Number.isInteger(index)) run.index = Math.min(Math.max(index, 0), run.stops.length - 1);
  else run.index = Math.min(run.index, run.stops.length - 1);
  for (const radio of $('levels').querySelectorAll('input')) {
    radio.checked = radio.value === run.level;
    radio.closest('label').hidden = !run.levels.has(radio.value);
  }
  $('levels').hidden = run.levels.size < 2;
  if ($('drawn')) article.querySelector('.beside').append($('drawn'));
  for (const link of document.querySelectorAll('.contents a'))
    if (link.hash === `#${article.id}`) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  showStop();
}

// `#scenario/5`, `#scenario/wire/5`, or `#scenario`.
function selectByAddress() {
  let [slug, ...place] = decodeURIComponent(location.hash.slice(1)).split('/');
  const article = articles.find(({ id }) => id === slug) ?? run?.article ?? articles[0];
  const index = place.length > 0 ? Number.parseInt(place.at(-1), 10) : undefined;
  const usual = [...runOf(article).levels.keys()].at(-1);
  select(article, place.length > 1 ? place[0] : place.length > 0 ? usual : undefined, index);
}

const keys = new Map([
  ['ArrowRight', () => walkTo(run.index + 1)],
  ['ArrowLeft', () => walkTo(run.index - 1)],
  ['Home', () => walkTo(0)],
  ['End', () => walkTo(run.stops.length - 1)],
  [' ', togglePlaying],
  ...[0, 1, 2, 3, 4, 5, 6].map((number) => [String(number), () => {
    const index = run.stopOfInteraction(number);
    if (index >= 0) walkTo(index);
  }]),
]);

// What has the keyboard's attention and knows what to do with keys.
const isTaken = (element) => element.closest('input, select, textarea, button, summary, a, [contenteditable], [role="slider"]');
const actsOnKeys = (element, key) => {
  const taken = isTaken(element);
  if (!taken) return false;
  return taken.matches('button, summary, a') ? key === ' ' || key === 'Enter' : true;
};

function onKey(event) {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.isComposing) return;
  if (event.key === 'Escape' && $('keys').open) {
    $('keys').open = false;
    $('keys').querySelector('summary').focus();
    return;
  }
  const action = keys.get(event.key);
  if (!action || !$('shortcuts').checked || actsOnKeys(event.target, event.key)) return;
  event.preventDefault();
  action();
}

function onPictureClick(event) {
  const arrow = event.target.closest('.arrow');
  if (!arrow) return;
  const index = run.stopOfArrow(run.picture().arrows.indexOf(arrow));
  if (index >= 0) walkTo(index);
}

function setDark(isDark) {
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
  $('dark').setAttribute('aria-pressed', String(isDark));
}

// On paper everything is open and whole.
let opened = [];
function prepareForPaper() {
  opened = [...run.article.querySelectorAll('details:not([open])')];
  for (const details of opened) details.open = true;
  run.picture().crop(false);
}
function returnToScreen() {
  for (const details of opened) details.open = false;
  run.picture().crop(true);
}

document.documentElement.classList.add('scripted');
for (const step of document.querySelectorAll('.step')) step.removeAttribute('id'); // the script goes there, no scrolling
$('bar').hidden = false;
$('first').addEventListener('click', () => walkTo(0));
$('back').addEventListener('click', () => walkTo(run.index - 1));
$('play').addEventListener('click', togglePlaying);
$('forward').addEventListener('click', () => walkTo(run.index + 1));
$('last').addEventListener('click', () => walkTo(run.stops.length - 1));
$('position').addEventListener('input', () => walkTo(Number($('position').value)));
$('levels').addEventListener('change', (event) => setLevel(event.target.value));
$('dark').addEventListener('click', () => setDark($('dark').getAttribute('aria-pressed') !== 'true'));
$('dark').setAttribute('aria-pressed', String(matchMedia('(prefers-color-scheme: dark)').matches));
for (const article of articles) article.querySelector('.picture').addEventListener('click', onPictureClick);
document.addEventListener('keydown', onKey);
addEventListener('hashchange', selectByAddress);
addEventListener('load', () => scrollTo(0, 0));
addEventListener('beforeprint', prepareForPaper);
addEventListener('afterprint', returnToScreen);
selectByAddress();
