// What pictures call messages and interactions, read from the catalogue's data file: a trace holds names only.

import { readFileSync } from 'node:fs';

const text = readFileSync(new URL('../../src/words/en/messages.yaml', import.meta.url), 'utf8');
const [ofInteractions, ofMessages] = text.split(/^interactions:$|^messages:$/m).slice(1);
const unquoted = (words) => words.replace(/^"(.*)"$/, '$1');
const interactions = new Map([...ofInteractions.matchAll(/^ {2}(\w+): (.+)$/gm)].map(([, name, words]) => [name, unquoted(words)]));
const messages = new Map([...ofMessages.matchAll(/^ {2}(\w+):\n {4}caption: (.+)$/gm)].map(([, kind, words]) => [kind, unquoted(words)]));

/** The caption of an interaction of a trace's header. */
export const captionOfInteraction = ({ name }) => interactions.get(name) ?? name;

/** The caption of a message record; a sign-in page that comes again with an error has one of its own. */
export function captionOfMessage({ envelope: { message: { kind, parameters } } }) {
  const isAgain = kind === 'authentication_prompt' && parameters.some(({ name }) => name === 'error');
  return messages.get(isAgain ? `${kind}_again` : kind) ?? kind;
}
