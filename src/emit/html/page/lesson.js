// What the controls, the keys and the address of the page do.
const articles = [...document.querySelectorAll('.scenario')];
const pause = 2600; // milliseconds between two stops while playing
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
  $('Count').textContent = `${count} · ${clock}`;
  $('Status').textContent = words;
  $('Position').max = run.stops.length - 1;
  $('Position').value = run.index;
  $('Position').setAttribute('aria-valuetext', `${count}: ${words}`);
  for (const [id, isEdge] of [['First', run.index === 0], ['Back', run.index === 0],
    ['Forward', run.index + 1 === run.stops.length], ['Last', run.index + 1 === run.stops.length]])
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
  $('Play').setAttribute('aria-label', 'Play');
}

function togglePlaying() {
  if (timer !== 0) return stopPlaying();
  if (run.index + 1 === run.stops.length) go(0);
  document.body.classList.add('playing');
  $('Play').setAttribute('aria-label', 'Pause');
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
  for (const radio of $('Levels').querySelectorAll('input')) {
    radio.checked = radio.value === run.level;
    radio.closest('label').hidden = !run.levels.has(radio.value);
  }
  $('Levels').hidden = run.levels.size < 2;
  if ($('Drawn')) article.querySelector('.beside').append($('Drawn'));
  for (const link of document.querySelectorAll('.contents a'))
    if (link.hash !== `#${article.id}`) link.removeAttribute('aria-current');
    else {
      link.setAttribute('aria-current', 'true');
      link.scrollIntoView({ block: 'nearest' });
    }
  showStop();
}

// `#scenario/5`, `#scenario/wire/5`, or `#scenario`.
function selectByAddress() {
  const [slug, ...place] = location.hash.slice(1).split('/');
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
  if (event.key === 'Escape' && $('Keys').open) {
    $('Keys').open = false;
    $('Keys').querySelector('summary').focus();
    return;
  }
  const action = keys.get(event.key);
  if (!action || !$('Shortcuts').checked || actsOnKeys(event.target, event.key)) return;
  event.preventDefault();
  action();
}

function onPictureClick(event) {
  const canvas = event.target.closest('.canvas');
  if (!canvas || event.target.closest('.heads')) return;
  const index = run.stopOfArrow(run.picture().arrowAt(event.clientY));
  if (index >= 0) walkTo(index);
}

// As the reader has chosen, else as the system is.
const prefersDark = matchMedia('(prefers-color-scheme: dark)');
const isDark = () => (document.documentElement.dataset.theme ?? (prefersDark.matches ? 'dark' : 'light')) === 'dark';
const showDark = () => $('Dark').setAttribute('aria-pressed', String(isDark()));
function toggleDark() {
  document.documentElement.dataset.theme = isDark() ? 'light' : 'dark';
  showDark();
}

// On paper everything is open and whole.
let opened = [];
function prepareForPaper() {
  run.showAllSteps();
  opened = [...run.article.querySelectorAll('details:not([open])')];
  for (const details of opened) details.open = true;
  run.picture().crop(false);
}
function returnToScreen() {
  for (const details of opened) details.open = false;
  run.picture().crop(true);
  run.showParts();
}

document.documentElement.classList.add('scripted');
for (const step of document.querySelectorAll('.step')) step.removeAttribute('id'); // the script goes there, no scrolling
$('Bar').hidden = false;
$('First').addEventListener('click', () => walkTo(0));
$('Back').addEventListener('click', () => walkTo(run.index - 1));
$('Play').addEventListener('click', togglePlaying);
$('Forward').addEventListener('click', () => walkTo(run.index + 1));
$('Last').addEventListener('click', () => walkTo(run.stops.length - 1));
$('Position').addEventListener('input', () => walkTo(Number($('Position').value)));
$('Levels').addEventListener('change', (event) => setLevel(event.target.value));
$('Dark').addEventListener('click', toggleDark);
prefersDark.addEventListener('change', showDark);
showDark();
for (const article of articles) article.querySelector('.picture').addEventListener('click', onPictureClick);
document.addEventListener('keydown', onKey);
addEventListener('hashchange', selectByAddress);
addEventListener('load', () => scrollTo(0, 0));
addEventListener('beforeprint', prepareForPaper);
addEventListener('afterprint', returnToScreen);
selectByAddress();
