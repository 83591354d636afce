/** One instruction of a Dockerfile: its name, its flags (`--from=build`) and the rest as it stands. */
export interface Instruction {
  readonly name: string;
  readonly flags: ReadonlyMap<string, string>;
  readonly rest: string;
}

/** What stands between one `FROM` and the next. */
export interface Stage {
  readonly name: string;
  readonly instructions: readonly Instruction[];
}

/** All that this reader knows how to carry out or to leave alone; another one stops it, so that nothing is passed over in silence. */
const KNOWN: ReadonlySet<string> = new Set([
  'FROM',
  'WORKDIR',
  'COPY',
  'RUN',
  'ENV',
  'USER',
  'VOLUME',
  'HEALTHCHECK',
  'ENTRYPOINT',
  'CMD',
]);

/** @throws Error for an instruction that is not known here */
export function readDockerfile(text: string): readonly Stage[] {
  const stages: { name: string; instructions: Instruction[] }[] = [];
  for (const line of logicalLines(text)) {
    const instruction = readInstruction(line);
    if (!KNOWN.has(instruction.name)) {
      throw new Error(`scripts/image does not know the instruction ${instruction.name} of the Dockerfile.`);
    }
    if (instruction.name === 'FROM') {
      stages.push({
        name: / AS (\S+)/i.exec(instruction.rest)?.[1] ?? String(stages.length),
        instructions: [],
      });
    } else {
      stages.at(-1)?.instructions.push(instruction);
    }
  }
  return stages;
}

/** `A=1 B=two` as an object. */
export function readEnv(rest: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    words(rest).map((word) => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)]),
  );
}

/** The program and arguments of `CMD ["node", "main.js"]`, with or without the `CMD`. */
export function readCommand(rest: string): readonly string[] {
  return JSON.parse(rest.replace(/^CMD\s+/, '')) as string[];
}

export function words(rest: string): readonly string[] {
  return rest.split(/\s+/).filter((word) => word !== '');
}

function logicalLines(text: string): readonly string[] {
  return text
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n')
    .replace(/\\\n/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function readInstruction(line: string): Instruction {
  const [name = '', ...more] = words(line);
  const flags = new Map<string, string>();
  while (more[0]?.startsWith('--')) {
    const [key = '', value = ''] = more.shift()?.slice(2).split('=') ?? [];
    flags.set(key, value);
  }
  // What follows the flags, with its own spaces: a command's quotes may hold several.
  const rest = more.length === 0 ? '' : line.slice(line.indexOf(more[0] ?? '', name.length));
  return { name: name.toUpperCase(), flags, rest };
}
