import 'reflect-metadata';
import { join } from 'node:path';
import fastifyCookie from '@fastify/cookie';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger as Pino } from 'pino';
import {
  Audit,
  CurrentSettings,
  type Gate,
  Identify,
  Limiter,
  RoleRights,
  registerGate,
} from './access/index.ts';
import { registerAnswerTags } from './analytics/index.ts';
import { AppModule } from './app.module.ts';
import { commands } from './commands.ts';
import { BounceBell, DeliveryBell, ErrataBell, TroubleBell } from './delivery/index.ts';
import { doors, figureRoutes, reportRoutes } from './doors.ts';
import { LargeFileBell, ReminderBell } from './entry/index.ts';
import { errorPage } from './error-page.tsx';
import { importKinds } from './imports.ts';
import {
  type CommandContext,
  failure,
  findCommand,
  type Outcome,
  parseArguments,
  runCommand,
} from './platform/cli/command.ts';
import { registerCommandEndpoint } from './platform/cli/command-endpoint.ts';
import type { Clock } from './platform/clock/clock.ts';
import type { Config } from './platform/config/config.ts';
import { ROOT } from './platform/config/root.ts';
import { type DatabaseHandle, openDatabase } from './platform/database/database.ts';
import { ErrorFilter } from './platform/errors/error.filter.ts';
import { prepareDataFolder } from './platform/files/data-folder.adapter.ts';
import { Metrics } from './platform/health/metrics.ts';
import { Assets } from './platform/http/assets.adapter.ts';
import { BODY_LIMIT_BYTES, prepareHttp } from './platform/http/http.ts';
import { serveOpenApi } from './platform/http/openapi.ts';
import { Shutdown } from './platform/lifecycle/shutdown.ts';
import { NestLogger } from './platform/logging/nest-logger.adapter.ts';
import { seedIfUntouched } from './platform/seeding/seed.use-case.ts';
import { lastIssued } from './reporting/index.ts';

/** For a request to arrive; what it asks for may take longer. */
const REQUEST_TIMEOUT_MS = 60_000;

/** What an application is made from: what a process was started with, or what a test says. */
export interface AppParts {
  readonly config: Config;
  readonly clock: Clock;
  readonly logger: Pino;
  /** Open already, as tests have it; otherwise opened as `config` says. Either way it is closed with the application. */
  readonly database?: DatabaseHandle;
}

/** A command as it was called, with the files that it reads. */
export interface Call {
  readonly name: string | undefined;
  readonly argv: readonly string[];
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export interface App {
  readonly nest: NestFastifyApplication;
  readonly database: DatabaseHandle;
  readonly gate: Gate;
  run(call: Call): Promise<Outcome>;
  /** Puts the reference portfolio into a database that nobody has touched; answers whether it did. */
  seed(): Promise<boolean>;
  /** Begins to do what falls due, where this process works. */
  startSchedule(): Promise<void>;
  /** Answers commands from other processes that send `secret`. */
  acceptCommands(secret: string): void;
  /** Finishes what is under way, then closes everything. */
  close(): Promise<void>;
}

/** The whole application, ready for requests but not yet listening; what it opened is closed again if it fails. */
export async function createApp({ config, clock, logger, ...given }: AppParts): Promise<App> {
  const shutdown = new Shutdown();
  try {
    for (const line of prepareDataFolder(config.dataDir)) logger.warn(line);
    const database = given.database ?? (await openDatabase(config));
    shutdown.add('The database', () => database.close());
    const assets = await Assets.load(join(ROOT, 'dist/client'));
    const errors = new ErrorFilter(errorPage(assets));
    const nest = await NestFactory.create<NestFastifyApplication>(
      AppModule.with({ config, clock, database, assets, shutdown, kinds: importKinds }),
      new FastifyAdapter({
        bodyLimit: BODY_LIMIT_BYTES,
        requestTimeout: REQUEST_TIMEOUT_MS,
        // Whose address limits and the audit go by: a proxy's word counts only where one is known to stand.
        trustProxy: (_address: string, hop: number) => hop < config.trustedProxies,
        frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) =>
          errors.answer(error, request, reply),
      }),
      { logger: new NestLogger(logger), abortOnError: false },
    );
    const seed = async () =>
      config.startsWithReference &&
      (await seedIfUntouched(database.db, importKinds, join(ROOT, 'seeds'), clock.now()));
    const run = (call: Call) => runIn(nest, call);
    let commandSecret: string | null = null;
    const fastify = nest.getHttpAdapter().getInstance() as unknown as FastifyInstance;
    await nest.register(fastifyCookie as never);
    const settings = nest.get(CurrentSettings);
    const gate = registerGate(fastify, {
      doors,
      identify: nest.get(Identify),
      roles: nest.get(RoleRights),
      audit: nest.get(Audit),
      limiter: nest.get(Limiter),
      settings,
      config,
    });
    await prepareHttp(nest, { config, metrics: nest.get(Metrics), assets, errors });
    registerAnswerTags(fastify, {
      routes: figureRoutes,
      issued: { routes: reportRoutes, last: () => lastIssued(database.db) },
      db: database.db,
      clock,
      config,
      settings,
    });
    serveOpenApi(nest);
    registerCommandEndpoint(fastify, () => commandSecret, run);
    await nest.init();
    const startSchedule = async () => {
      await nest.get(DeliveryBell, { strict: false }).start();
      nest.get(TroubleBell, { strict: false }).start();
      nest.get(BounceBell, { strict: false }).start();
      await nest.get(ErrataBell, { strict: false }).start();
      await nest.get(ReminderBell, { strict: false }).start();
      await nest.get(LargeFileBell, { strict: false }).start();
    };
    const acceptCommands = (secret: string) => {
      commandSecret = secret;
    };
    return { nest, database, gate, run, seed, startSchedule, acceptCommands, close: () => nest.close() };
  } catch (error) {
    await shutdown.onApplicationShutdown();
    throw error;
  }
}

async function runIn(nest: NestFastifyApplication, { name, argv, files }: Call): Promise<Outcome> {
  const context: CommandContext = {
    get: (token) => nest.get(token, { strict: false }),
    file: (path) => {
      const bytes = files.get(path);
      if (!bytes) {
        throw new Error(`The command ${name} did not say that it reads ${path}`);
      }
      return bytes;
    },
  };
  try {
    await nest.get(CurrentSettings, { strict: false }).refresh();
    const command = findCommand(commands, name);
    return await runCommand(command, parseArguments(command, argv), context, (error) =>
      new Logger('Commands').error(`${command.name} failed`, error),
    );
  } catch (error) {
    return failure(error);
  }
}
