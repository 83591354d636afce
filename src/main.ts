import { OneTimeCodes } from './access/index.ts';
import { type App, createApp } from './app.ts';
import { DomainError } from './core/errors.ts';
import { failure } from './platform/cli/command.ts';
import { publishService, withdrawService } from './platform/cli/service-record.adapter.ts';
import { systemClock } from './platform/clock/clock.ts';
import { type Config, loadConfig } from './platform/config/config.ts';
import { createLogger } from './platform/logging/logger.ts';

/** A little longer than the jobs' own time to finish. */
const STOP_TIMEOUT_MS = 30_000;

try {
  await serve(loadConfig());
} catch (error) {
  if (!(error instanceof DomainError)) {
    console.error(error);
  }
  const { exit, stderr } = failure(error);
  console.error(stderr.join('\n'));
  process.exit(exit);
}

async function serve(config: Config): Promise<void> {
  const app = await createApp({ config, clock: systemClock, logger: createLogger(config.logLevel) });
  try {
    if (await app.seed()) {
      console.log(
        'The database was empty: it now holds the reference portfolio, with made-up amounts that say so.',
      );
    }
    await app.nest.listen(config.port, config.host);
  } catch (error) {
    await app.close();
    throw (error as NodeJS.ErrnoException).code === 'EADDRINUSE' ? portInUse(config, error) : error;
  }
  const address = await app.nest.getUrl();
  if (app.database.kind === 'embedded') {
    const { secret } = await publishService(config.dataDir, address);
    app.acceptCommands(secret);
  }
  console.log(
    `The database is ${app.database.location}${app.database.kind === 'embedded' ? ' (embedded)' : ''}.`,
  );
  await offerFirstAdministrator(app, config, address);
  console.log(`Attest is ready at ${address}`);
  closeOnSignal(async () => {
    await withdrawService(config.dataDir);
    await app.close();
  });
  await app.startSchedule();
}

/** On the terminal alone: whoever reads it owns the service, and whoever may read the log need not. */
async function offerFirstAdministrator(app: App, config: Config, address: string): Promise<void> {
  if (config.role === 'worker') return;
  const code = await app.nest.get(OneTimeCodes).firstAdministratorCode();
  if (code === null) return;
  console.log(
    `There is no administrator yet. Open ${config.publicUrl ?? address}/setup and enter this one-time code: ${code}`,
  );
  console.log('It is good for 24 hours and works once; a new start prints a new one.');
}

/** The first signal lets what is under way come to its end; a second one does not wait. */
function closeOnSignal(close: () => Promise<void>): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) {
      process.exit(1);
    }
    stopping = true;
    setTimeout(() => process.exit(1), STOP_TIMEOUT_MS).unref();
    await close();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

function portInUse({ port, host }: Config, cause: unknown): DomainError {
  return new DomainError('SERVICE.PORT_IN_USE', `Port ${port} of ${host} is in use.`, {
    kind: 'refused',
    remedy: 'Stop what listens there, or set PORT to another (0: any free one).',
    cause,
  });
}
