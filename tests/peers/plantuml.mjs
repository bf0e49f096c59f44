// Hands texts to a PlantUML jar, all of them to one process, and says what it makes of each.
import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { accepted, finish, mustRefuse, refuse, textsBelow } from './report.mjs';

const broken = '@startuml\nparticipant client\nclient -> client: begins ((\nthis is no line of PlantUML\n@enduml\n';

/** What PlantUML prints for the texts; it may read no file and no address, whatever a text says. */
export function plantuml(jar, options, texts) {
  const sandbox = ['-Djava.awt.headless=true', '-Dfile.encoding=UTF-8', '-DPLANTUML_SECURITY_PROFILE=SANDBOX'];
  const run = spawnSync('java', [...sandbox, '-jar', jar, '-charset', 'UTF-8', ...options], {
    input: texts.join(''),
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (run.error) throw run.error;
  return run.stdout;
}

export function version(jar) {
  return plantuml(jar, ['-version'], []).split('\n')[0].replace(/ \(.*/, '');
}

/** The diagrams of a text: one file may hold several. */
function diagramsOf({ name, text }) {
  return text.split(/^(?=@startuml)/m).filter((part) => part.startsWith('@startuml')).map((part) => ({ name, text: part }));
}

/** A verdict a diagram: `SEQUENCE` and its count of participants, `STATE`, or `ERROR`, its line and what is wrong. */
function verdicts(output) {
  return output.split(/^(?=[A-Z_]+$)/m).map((lines) => lines.trim().split('\n'));
}

function expectedVerdict(text) {
  const participants = text.match(/^(?:actor|participant) /gm);
  return participants ? `SEQUENCE (${participants.length} participants)` : 'STATE';
}

/** Checks the syntax of all texts of a folder, with a broken one behind them. */
function checkFolder(jar, folder) {
  const peer = version(jar);
  const diagrams = textsBelow(folder, '.puml').flatMap(diagramsOf);
  const found = verdicts(plantuml(jar, ['-syntax'], [...diagrams.map(({ text }) => text), broken]));
  if (found.length !== diagrams.length + 1)
    return refuse(peer, `read ${found.length} diagrams where ${diagrams.length + 1} were given`);
  mustRefuse(peer, found.pop()[0] === 'ERROR');
  let good = 0;
  diagrams.forEach(({ name, text }, at) => {
    if (found[at].join(' ').startsWith(expectedVerdict(text))) ++good;
    else refuse(`${peer} on ${name}`, `${found[at].join(' ')}, where ${expectedVerdict(text)} was given`);
  });
  accepted(peer, good, 'PlantUML diagrams');
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [folder, ...jars] = process.argv.slice(2);
  for (const jar of jars) checkFolder(jar, folder);
  finish();
}
