// What every peer's test shares: finding texts, counting what was accepted, and ending with what was not.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files below a folder whose names end in `extension`, in a fixed order, as {name, text}. */
export function textsBelow(folder, extension) {
  const names = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(extension));
  return names.sort().map((name) => ({ name: join(folder, name), text: readFileSync(join(folder, name), 'utf8') }));
}

const failures = [];

/** Remembers that something is not as it must be. */
export function refuse(subject, reason) {
  failures.push(`${subject}: ${String(reason).trim().replace(/\n/g, '\n    ')}`);
}

/** Says what a peer accepted; nothing to accept is a failure too. */
export function accepted(peer, count, what) {
  if (count === 0) refuse(peer, `there were no ${what} to read`);
  console.log(`  ${peer}: ${count} ${what}`);
}

/** A peer that accepts what is broken proves nothing. */
export function mustRefuse(peer, wasRefused) {
  if (!wasRefused) refuse(peer, 'accepted what was broken on purpose, so its word is worth nothing');
}

/** Ends the process: status 1 with the failures, the first of them in full, or 0. */
export function finish() {
  const shown = failures.slice(0, 20);
  for (const failure of shown) console.error(`FAILED ${failure}`);
  if (failures.length > shown.length) console.error(`... and ${failures.length - shown.length} more`);
  process.exit(failures.length > 0 ? 1 : 0);
}
