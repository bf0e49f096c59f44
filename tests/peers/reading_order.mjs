// What a picture should read out, taken from the run's JSON trace: the participants, then the messages in their order.

import { captionOfInteraction, captionOfMessage } from './captions.mjs';

const names = {
  user: 'Resource Owner (User)',
  browser: 'Browser',
  client: 'Client',
  okta: 'Authorization Server (Okta)',
  app: 'Resource Server (Your App)',
  attacker_browser: "Attacker's browser",
  attacker: 'Attacker',
};
const always = ['user', 'client', 'okta', 'app'];

function participantsOf({ messages, legs }, detail) {
  const heard = messages.flatMap(({ envelope, reached }) => [envelope.from, envelope.to, reached]);
  const carried = legs.flatMap(({ leg }) => [leg.from, leg.to]);
  const present = new Set([...always, ...heard, ...(detail === 'wire' ? carried : [])]);
  return Object.keys(names).filter((participant) => present.has(participant));
}

const sentence = (number, from, to, caption = '') => `${number}${names[from]} to ${names[to]}: ${caption}`;

const said = (message) => sentence('', message.envelope.from, message.reached ?? message.envelope.to, captionOfMessage(message));

const travelled = ({ envelope }, { number, leg }) =>
  sentence(number === 0 ? '' : `${envelope.interaction}.${number}. `, leg.from, leg.to);

/** How each arrow of the picture begins to be read out; without its number where only some arrows carry one. */
function arrowsOf({ header, messages, legs }, detail) {
  if (detail === 'overview')
    return header.interactions.map((row) => sentence(`${row.number}. `, row.from, row.to, captionOfInteraction(row)));
  const arrows = messages.flatMap((message) => {
    const carried = legs.filter(({ leg }) => leg.message === message.id);
    if (detail === 'messages' || carried.length === 0) return [{ order: message.sent.order, words: said(message) }];
    return carried.map((leg) => ({ order: leg.sent.order, words: travelled(message, leg) }));
  });
  return arrows.sort((one, other) => one.order - other.order).map(({ words }) => words);
}

/** All that must be read out of a picture. At `overview` only the run as the guide draws it is foreseen. */
export function expectedItems({ trace, detail }) {
  const participants = participantsOf(trace, detail).map((participant) => names[participant]);
  return [...participants, ...arrowsOf(trace, detail)];
}

/** Whether what is read begins with the participants and then has the arrows, each once, besides notes and states. */
export function isInOrder(read, expected) {
  const isArrow = (item) => Object.values(names).some((name) => item.replace(/^[\d.]+ /, '').startsWith(`${name} to `));
  const arrows = expected.filter(isArrow);
  const participants = expected.slice(0, expected.length - arrows.length);
  const spoken = read.slice(participants.length).filter(isArrow);
  const begins = (item, words) => (/^\d/.test(words) ? item : item.replace(/^\d+\. /, '')).startsWith(words);
  return participants.every((name, at) => read[at] === name) && spoken.length === arrows.length &&
    arrows.every((words, at) => begins(spoken[at], words));
}
