import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { copyInto, layContext } from './image/build-context.ts';
import {
  type Instruction,
  readCommand,
  readDockerfile,
  readEnv,
  type Stage,
  words,
} from './image/dockerfile.ts';
import { ROOT } from './run-tool.ts';

/** What npm tells the scripts of this folder, and what would change how Node or puppeteer behave. */
const OF_THIS_FOLDER =
  /^(npm_(lifecycle|package|command|execpath|node)|npm_config_local_prefix$|INIT_CWD$|NODE_(ENV|OPTIONS|PATH)$|PUPPETEER_)/;

/**
 * Builds what the Dockerfile builds, without an engine: the files that .dockerignore leaves, the commands of every stage
 * but the last, then what the last stage copies; starts the service from that alone, asks it what HEALTHCHECK asks, and
 * lets it print a report. Both files are read, so that nothing is written twice. What it cannot show is the last stage's
 * own commands, which install Debian's packages, and the base image: the project's Node stands for it.
 */
const work = mkdtempSync(join(tmpdir(), 'attest-image-'));
const folders = new Map<string, string>();
process.on('exit', () => rmSync(work, { recursive: true, force: true }));

const context = join(work, 'context');
layContext(ROOT, context, readFileSync(join(ROOT, '.dockerignore'), 'utf8'));
const stages = readDockerfile(readFileSync(join(ROOT, 'Dockerfile'), 'utf8'));
const image = stages.at(-1);
if (image === undefined) throw new Error('The Dockerfile has no stage.');
for (const stage of stages) lay(stage, stage !== image);
await serve(image);

/** The folder that stands for `/` in a stage. */
function rootOf(stage: string): string {
  const folder = folders.get(stage) ?? join(work, `stage-${stage}`);
  folders.set(stage, folder);
  return folder;
}

/** Where a path of a stage is, seen from its WORKDIR. */
function place(stage: Stage, path: string): string {
  return join(rootOf(stage.name), resolve(workdirOf(stage), path));
}

function workdirOf({ instructions }: Stage): string {
  return instructions.find(({ name }) => name === 'WORKDIR')?.rest ?? '/';
}

function lay(stage: Stage, runs: boolean): void {
  mkdirSync(place(stage, '.'), { recursive: true });
  for (const instruction of stage.instructions) {
    if (instruction.name === 'COPY') copy(stage, instruction);
    if (instruction.name === 'RUN' && runs) run(stage, instruction.rest);
  }
}

function copy(stage: Stage, { flags, rest }: Instruction): void {
  const paths = words(rest);
  const from = flags.get('from');
  const source = stages.find(({ name }) => name === from);
  const real = (path: string) => (source === undefined ? join(context, path) : place(source, path));
  const [target = '.', ...sources] = [...paths].reverse();
  copyInto(sources.map(real), place(stage, target));
}

function run(stage: Stage, command: string): void {
  console.log(`\n[${stage.name}] ${command}`);
  const { status } = spawnSync('sh', ['-c', command], {
    cwd: place(stage, '.'),
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...plainEnvironment(),
      npm_config_prefer_offline: 'true',
      npm_config_audit: 'false',
      npm_config_fund: 'false',
    },
  });
  if (status !== 0) fail(`The image does not build: "${command}" ends with ${status}.`);
}

/** Ours without that, and with the project's Node first, as the base image has one. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !OF_THIS_FOLDER.test(name));
  const path = (process.env.PATH ?? '').split(':').filter((folder) => !folder.endsWith('node_modules/.bin'));
  return { ...Object.fromEntries(kept), PATH: [dirname(process.execPath), ...path].join(':') };
}

async function serve(stage: Stage): Promise<void> {
  const env: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    ...imageEnvironment(stage),
  };
  const [program = '', ...args] = readCommand(restOf(stage, 'CMD'));
  console.log(`\n[image] ${[program, ...args].join(' ')}`);
  const service = spawn(programAt(program), args, {
    cwd: place(stage, '.'),
    env: { ...env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  try {
    const address = await ready(service);
    const port = new URL(address).port;
    must(stage, readCommand(restOf(stage, 'HEALTHCHECK')), { ...env, PORT: port });
    const file = join(work, 'portfolio.pdf');
    // Node's own options stand before the program.
    const cli = join(dirname(args.at(-1) ?? ''), 'cli.js');
    must(stage, ['node', cli, 'report', 'portfolio', '--period', '2017-06', '--out', file], env);
    console.log(
      `The image builds, starts, answers and prints (${(statSync(file).size / 1000).toFixed(0)} kB).`,
    );
  } finally {
    service.kill('SIGKILL');
  }
}

/** The image's settings; its own Chromium is not here, so the npm package's prints. */
function imageEnvironment(stage: Stage): Readonly<Record<string, string>> {
  const { PUPPETEER_EXECUTABLE_PATH: _, ...settings } = Object.assign(
    {},
    ...stage.instructions.filter(({ name }) => name === 'ENV').map(({ rest }) => readEnv(rest)),
  ) as Record<string, string>;
  const dataDir = place(stage, settings.DATA_DIR ?? '/data');
  mkdirSync(dataDir, { recursive: true });
  return { ...settings, DATA_DIR: dataDir };
}

function restOf({ instructions }: Stage, name: string): string {
  return (
    instructions.find((instruction) => instruction.name === name)?.rest ?? fail(`The image has no ${name}.`)
  );
}

function programAt(program: string): string {
  return program === 'node' ? process.execPath : program;
}

function must(stage: Stage, [program = '', ...args]: readonly string[], env: NodeJS.ProcessEnv): void {
  const { status } = spawnSync(programAt(program), args, {
    cwd: place(stage, '.'),
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) fail(`In the image "${basename(program)} ${args[0]}" ends with ${status}.`);
}

/** Resolves to the address once the service says that it is ready. */
function ready(service: ChildProcess): Promise<string> {
  const { promise, resolve: done, reject } = Promise.withResolvers<string>();
  let said = '';
  const read = (chunk: Buffer) => {
    said += chunk.toString();
    const address = /ready at (http:\/\/[^\s/]+)/.exec(said)?.[1];
    if (address !== undefined) done(address);
  };
  service.stdout?.on('data', read);
  service.stderr?.on('data', read);
  service.on('exit', (status) => reject(new Error(`In the image the service ends with ${status}:\n${said}`)));
  return promise;
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
