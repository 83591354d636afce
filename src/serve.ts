import { OneTimeCodes } from './accounts/index.ts';
import { type App, createApp } from './app.ts';
import { DomainError } from './core/errors.ts';
import { failure } from './platform/cli/command.ts';
import { publishService, withdrawService } from './platform/cli/service-record.adapter.ts';
import { clockOf } from './platform/clock/clock.ts';
import { type Config, loadConfig } from './platform/config/config.ts';
import { knownFailure } from './platform/errors/unavailable.ts';
import type { StopSignal } from './platform/lifecycle/stop-signal.adapter.ts';
import { createLogger } from './platform/logging/logger.ts';

/** The service from its start to its end; answers the exit status, and has said why where that is not 0. */
export async function run(stop: StopSignal): Promise<number> {
  try {
    await serve(loadConfig(), stop);
    return 0;
  } catch (error) {
    if (knownFailure(error) === null) {
      console.error(error);
    }
    const { exit, stderr } = failure(error);
    console.error(stderr.join('\n'));
    return exit;
  }
}

/** Starts step by step, until the last or until it is told to stop; only then is anything closed, so nothing is closed while it opens. */
async function serve(config: Config, stop: StopSignal): Promise<void> {
  const app = await createApp({
    config,
    clock: clockOf(config.rehearsalClock),
    logger: createLogger(config.logLevel),
  });
  try {
    for (const step of startOf(app, config)) {
      if (stop.isGiven()) return;
      await step();
    }
    await stop.given;
  } finally {
    // Whoever has the embedded folder has the record beside it; otherwise it is another's.
    if (app.database.kind === 'embedded') await withdrawService(config.dataDir);
    await app.close();
  }
}

function startOf(app: App, config: Config): readonly (() => Promise<void>)[] {
  const { kind, location } = app.database;
  const listen = async () => {
    try {
      await app.nest.listen(config.port, config.host);
    } catch (error) {
      throw (error as NodeJS.ErrnoException).code === 'EADDRINUSE' ? portInUse(config, error) : error;
    }
  };
  const publish = async () => {
    console.log(`The database is ${location}${kind === 'embedded' ? ' (embedded)' : ''}.`);
    if (kind === 'postgres') return;
    const { secret } = await publishService(config.dataDir, await app.nest.getUrl());
    app.acceptCommands(secret);
  };
  return [() => seed(app), listen, publish, () => sayWhere(app, config), () => app.startSchedule()];
}

async function seed(app: App): Promise<void> {
  if (await app.seed()) {
    console.log(
      'The database was empty: it now holds the reference portfolio, with made-up amounts that say so.',
    );
  }
}

/** The one address to open: where there is no administrator yet, that of the first, with a code. */
async function sayWhere(app: App, config: Config): Promise<void> {
  const address = await app.nest.getUrl();
  // On the terminal alone: whoever reads it owns the service, and whoever may read the log need not.
  const code = config.role === 'worker' ? null : await app.nest.get(OneTimeCodes).firstAdministratorCode();
  const { publicUrl } = config;
  // On this machine nobody stands between. In front of a public address stands a proxy, whose log keeps addresses.
  const isHere = code !== null && publicUrl === null;
  console.log(`Attest is ready at ${address}${isHere ? `/setup?code=${code}` : ''}`);
  if (code === null) return;
  console.log(
    isHere
      ? 'There is no administrator yet: this address makes the first.'
      : `There is no administrator yet. Open ${publicUrl}/setup and enter this one-time code: ${code}`,
  );
  console.log('The code is good for 24 hours and works once; a new start prints a new one.');
}

function portInUse({ port, host }: Config, cause: unknown): DomainError {
  return new DomainError('SERVICE.PORT_IN_USE', `Port ${port} of ${host} is in use.`, {
    kind: 'refused',
    remedy: 'Stop what listens there, or set PORT to another (0: any free one).',
    cause,
  });
}
