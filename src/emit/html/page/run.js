// A run that can be shown stop by stop: its parts stand in the page already and are shown or hidden.
'use strict';

const $ = (id) => document.getElementById(id);
const create = (name, className, text) => {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
};
const tables = JSON.parse($('Tables').textContent);
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
    this.list = article.querySelector('.steps');
    this.steps = [...this.list.children];
    this.shown = []; // the parts of the stop
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

  // Only the steps of the stop stand in the page, so that it stays small however long the run is.
  showParts() {
    for (const part of this.shown) part.classList.remove('now');
    for (const leg of this.opened) leg.open = false;
    this.opened = [];
    this.shown = this.parts.slice(this.firstPart(this.index), this.endPart(this.index));
    this.list.replaceChildren(...new Set(this.shown.map((part) => part.parentElement)));
    for (const part of this.shown) {
      part.classList.add('now');
      if (this.level === 'wire') this.openLeg(part.querySelector('.leg'));
    }
    this.ending.hidden = this.index + 1 < this.stops.length;
  }

  showAllSteps() { this.list.replaceChildren(...this.steps); }

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
    const item = create('li', this.isFresh(machine) ? 'situation fresh' : 'situation');
    item.dataset.actor = actor;
    item.dataset.session = machine.session;
    item.dataset.state = machine.state;
    const head = create('p', 'who');
    head.append(create('span', `actor ${actor}`, actor), ' ', create('b', 'now-in', machine.state));
    if (several) head.append(' ', create('span', 'session', `session ${machine.session}`));
    item.append(head);
    const rows = (tables[actor] ?? []).filter(([from]) => from === machine.state);
    const next = create('ul', 'next');
    for (const [from, event, guard, action, to] of rows) {
      const row = create('li', '', event);
      if (guard) row.append(' ', create('span', 'guard', `[${guard}]`));
      if (action) row.append(' ', create('span', 'action', `/ ${action}`));
      row.append(' ', create('span', 'leads', to === from ? 'stays' : `→ ${to}`));
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
    for (const canvas of this.article.querySelectorAll('.canvas')) canvas.hidden = canvas.dataset.level !== this.level;
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
