import { type DynamicModule, Module } from '@nestjs/common';
import type { DatabaseHandle } from './database.ts';
import type { Reads } from './reads.ts';

/** Token of the `Database` that repositories are called with. */
export const DATABASE = Symbol('DATABASE');
/** Token of the `DatabaseHandle`, for health checks and the job queue. */
export const DATABASE_HANDLE = Symbol('DATABASE_HANDLE');

/** Token of the `Reads` that figures are read from. */
export const READS = Symbol('READS');

/** Gives every module an open database. Who opened it closes it, when the application has stopped. */
@Module({})
export class DatabaseModule {
  static of(handle: DatabaseHandle, reads: Reads): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      providers: [
        { provide: DATABASE, useValue: handle.db },
        { provide: DATABASE_HANDLE, useValue: handle },
        { provide: READS, useValue: reads },
      ],
      exports: [DATABASE, DATABASE_HANDLE, READS],
    };
  }
}
