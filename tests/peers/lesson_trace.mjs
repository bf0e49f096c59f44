// What a page should show at each of its positions, worked out from the run's JSON trace.

import { captionOfMessage } from './captions.mjs';

const late = 500; // milliseconds after which an arrival is a stop of its own

const kinds = {
  overview: ['messages', 'arrivals', 'timers'],
  messages: ['messages', 'arrivals', 'timers'],
  wire: ['messages', 'legs', 'arrivals', 'timers'],
};

/** When its sender got into the state in which it says this, if a timer or a background message brought it there. */
function spokenSince({ messages, transitions }, { envelope, sent }) {
  const isBackground = (id) => id === 0 || messages[id - 1].envelope.interaction === 0;
  const earlier = messages.filter((other) => other.envelope.from === envelope.from && other.sent.order < sent.order).at(-1)?.sent.order ?? 0;
  const led = transitions.filter(({ actor, acceptance, moment, message }) => actor === envelope.from && acceptance === 'accepted'
    && moment.at === sent.at && moment.order < sent.order && moment.order > earlier && isBackground(message)).at(-1);
  return led?.moment.order ?? sent.order;
}

/** Everything of the trace at which a walk may stop. */
function placesOf({ messages, legs, transitions }) {
  const places = {
    messages: messages.map((message) => ({ order: spokenSince({ messages, transitions }, message), caption: captionOfMessage(message), message })),
    legs: legs.map(({ sent, leg }) => ({ order: sent.order, caption: `${leg.from} to ${leg.to}` })),
    arrivals: messages.filter(({ sent, arrived }) => arrived && arrived.at - sent.at >= late)
      .map(({ arrived }) => ({ order: arrived.order, caption: '(arrives)' })),
    timers: transitions.filter(({ message, from, to }) => message === 0 && from !== to)
      .map(({ moment, actor, event }) => ({ order: moment.order, caption: `time passes, ${event} of ${actor}` })),
  };
  return places;
}

const numbersOf = (messages) => [...new Set(messages.map(({ envelope }) => envelope.interaction))].filter((number) => number > 0);

/**
 * The stops of a level, {order, caption, message}, for the orders that a page claims for them; and what is wrong with
 * that claim: a stop at nothing, a message or a leg without a stop.
 */
export function stopsOf(trace, detail, orders) {
  const places = placesOf(trace);
  const allowed = kinds[detail].flatMap((kind) => places[kind]);
  const stops = orders.map((order) => (order === 0 ? { order, caption: 'before the first message' } : allowed.find((place) => place.order === order)));
  const wrong = orders.filter((order, at) => !stops[at] || (at > 0 && order <= orders[at - 1])).map((order) => `no stop at ${order}`);
  const demanded = { overview: [], messages: places.messages, wire: [...places.messages, ...places.legs] }[detail];
  wrong.push(...demanded.filter(({ order }) => !orders.includes(order)).map(({ caption }) => `no stop for ${caption}`));
  const stoppedAt = numbersOf(stops.flatMap((stop) => stop?.message ?? []));
  wrong.push(...numbersOf(trace.messages).filter((number) => !stoppedAt.includes(number)).map((number) => `no stop in ${number}`));
  return { stops, wrong };
}

const order = ['user', 'browser', 'client', 'okta', 'app', 'attacker', 'attacker_browser'];
const firstStates = { user: 'Ready', client: 'Ready', okta: 'Idle', app: 'Idle' };
const mostSessions = 3;

/** The machines that a page shows before the record of that order: of each actor, those that acted last. */
export function stateAt(trace, end) {
  const machines = new Map(Object.entries(firstStates).map(([actor, state]) => [`${actor} 1`, { actor, session: 1, state, since: -1 }]));
  for (const { actor, session, from, to, acceptance, moment } of trace.transitions) {
    const name = `${actor} ${session}`;
    if (!machines.has(name)) machines.set(name, { actor, session, state: from, since: -1 });
    if (acceptance === 'accepted' && moment.order < end) Object.assign(machines.get(name), { state: to, since: moment.order });
  }
  return order.flatMap((actor) => [...machines.values()]
    .filter((machine) => machine.actor === actor && (machine.since >= 0 || machine.session === 1))
    .sort((one, other) => other.since - one.since || one.session - other.session).slice(0, mostSessions)
    .sort((one, other) => one.session - other.session))
    .map(({ actor, session, state }) => [actor, session, state]);
}

/** How often a party had seen a secret before the record of that order. */
export function sightingsUntil(trace, end) {
  return trace.secrets.flatMap(({ seen }) => seen).filter(({ moment }) => moment.order < end).length;
}

const decoded = (part) => JSON.parse(Buffer.from(part, 'base64url').toString());

/** The tokens among a message's parameters, each with its claims as JSON writes their values. */
export function decodedTokens({ envelope, altered }) {
  const { parameters } = altered ?? envelope.message;
  return parameters.map(({ name, value }) => [name, value.replace(/^Bearer /, '')])
    .filter(([, value]) => value.split('.').length === 3 && /^[\w-]+\.[\w-]+\.[\w-]+$/.test(value))
    .map(([name, value]) => [name, Object.fromEntries(Object.entries(decoded(value.split('.')[1]))
      .map(([claim, content]) => [claim, JSON.stringify(content)]))]);
}
