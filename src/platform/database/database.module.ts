import { type DynamicModule, Module } from '@nestjs/common';
import type { DatabaseHandle } from './database.ts';

/** Token of the `Database` that repositories are called with. */
export const DATABASE = Symbol('DATABASE');
/** Token of the `DatabaseHandle`, for health checks and the job queue. */
export const DATABASE_HANDLE = Symbol('DATABASE_HANDLE');

/** Gives every module an open database. Who opened it closes it, when the application has stopped. */
@Module({})
export class DatabaseModule {
  static of(handle: DatabaseHandle): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      providers: [
        { provide: DATABASE, useValue: handle.db },
        { provide: DATABASE_HANDLE, useValue: handle },
      ],
      exports: [DATABASE, DATABASE_HANDLE],
    };
  }
}
