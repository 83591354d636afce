import { setFlagsFromString } from 'node:v8';
import type { Call } from './app.ts';
import { commands } from './commands.ts';
import { type Command, failure, findCommand, type Outcome, parseArguments } from './platform/cli/command.ts';
import { checkWritable, readFiles, writeFileWhole } from './platform/cli/files.adapter.ts';
import { forward } from './platform/cli/forward.adapter.ts';
import { findService } from './platform/cli/service-record.adapter.ts';
import { clockOf } from './platform/clock/clock.ts';
import { type Config, callerFolder, loadConfig } from './platform/config/config.ts';
import { OWNER_ONLY_FILE, OWNER_ONLY_UMASK } from './platform/files/owner-only.ts';
import { createLogger } from './platform/logging/logger.ts';

// Left to itself, V8 clears up when the heap is several times what is in use: a file of a hundred thousand rows would take
// twice the memory, and it saves a twentieth of the time.
setFlagsFromString('--heap-growing-percent=40');

/** What the database and its libraries make is the owner's only; files that the caller asked for follow the caller's. */
const callersUmask = process.umask(OWNER_ONLY_UMASK);
const [name, ...argv] = process.argv.slice(2);
const { exit, stdout, stderr } = await call(name, argv);
process.stdout.write(stdout.map((line) => `${line}\n`).join(''));
process.stderr.write(stderr.map((line) => `${line}\n`).join(''));
// A database that did not open may leave something behind that would keep the process waiting.
process.exit(exit);

/** Checks the call before anything is opened, lets it be done where the database is, and writes its files here. */
async function call(name: string | undefined, argv: readonly string[]): Promise<Outcome> {
  const folder = callerFolder();
  const command = commands.find((one) => one.name === name);
  try {
    const found = findCommand(commands, name);
    const args = parseArguments(found, argv);
    const config = loadConfig();
    const files = await readFiles(folder, found.reads?.(args) ?? []);
    await checkWritable(folder, found.writes?.(args) ?? []);
    const outcome = await execute(config, found, { name: found.name, argv, files });
    for (const { path, bytes, ownerOnly } of outcome.files) {
      await writeFileWhole(folder, path, bytes, ownerOnly ? OWNER_ONLY_FILE : 0o666 & ~callersUmask);
    }
    return outcome;
  } catch (error) {
    return failure(error, command);
  }
}

/** The embedded database takes one process: while a service has it, the service does the work. */
async function execute(config: Config, command: Command, call: Call): Promise<Outcome> {
  const service = config.databaseUrl === null ? await findService(config.dataDir) : null;
  if (service) {
    const files = [...call.files].map(([path, bytes]) => ({ path, bytes }));
    return forward(service, { name: command.name, argv: [...call.argv], files });
  }
  // Only now: a wrong call, or one that is passed on, need not wait until the whole application is loaded.
  const { createApp } = await import('./app.ts');
  // What the log tells of a service's daily life would stand between a command's own lines.
  const logger = createLogger(config.logLevel === 'info' ? 'warn' : config.logLevel);
  const app = await createApp({
    config: { ...config, role: 'web' },
    clock: clockOf(config.rehearsalClock),
    logger,
  });
  try {
    if (!command.takesAnyDatabase) {
      await app.seed();
    }
    return await app.run(call);
  } finally {
    await app.close();
  }
}
