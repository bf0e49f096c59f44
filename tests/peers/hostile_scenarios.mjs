// Writes, for each hostile text, scenarios that carry it to the places where a picture shows words of others.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The texts, each with what must be seen of it: itself, or the visible form of what would hide or move. */
export const hostileTexts = JSON.parse(readFileSync(new URL('hostile.json', import.meta.url), 'utf8'))
  .map((entry) => (typeof entry === 'string' ? { text: entry, shown: entry } : entry));

/** The standard allows a scope and a state no more than these (RFC 6749 Appendix A). */
const isPrintableAscii = (text) => /^[ -~]*$/.test(text);

/** Okta refuses the scope, its answer changes on its way, and the client refuses that. */
function refusedRequest(text) {
  return {
    title: text,
    teaches: text,
    disabled_checks: ['state_present'],
    client: isPrintableAscii(text) ? { scope: `openid ${text}`, state: text } : {},
    okta: isPrintableAscii(text) ? {} : { policy_allows: false },
    faults: [
      { at: 4, do: 'tamper', parameter: 'error_description', value: text },
      { at: 4, do: 'tamper', parameter: 'state', value: `zq${text}qz` },
    ],
  };
}

/** A user and a client with such names meet an error with such a code and description. */
function failedSignIn(text) {
  return {
    title: `zq${text}qz`,
    teaches: text,
    okta: { client_name: text, username: text, user_name: text },
    user: { username: text },
    faults: [
      { at: 4, do: 'fail', error: 'access_denied', description: text },
      { at: 4, do: 'tamper', parameter: 'error', value: text },
    ],
  };
}

/** Names begin with the number of the text. JSON is YAML. */
function write(folder) {
  mkdirSync(folder, { recursive: true });
  hostileTexts.forEach(({ text }, number) => {
    for (const scenario of [refusedRequest, failedSignIn])
      writeFileSync(join(folder, `${number}-${scenario.name}.yaml`), JSON.stringify(scenario(text)));
  });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) write(process.argv[2]);
