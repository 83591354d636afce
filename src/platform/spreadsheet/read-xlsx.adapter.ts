import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { ROOT } from '../config/root.ts';
import type { ReadSheet } from './read-workbook.ts';

/** The thread's code: beside this one as it was written, and a bundle of its own beside the service's. */
const WORKER = import.meta.filename.endsWith('.ts')
  ? join(import.meta.dirname, 'xlsx-worker.adapter.ts')
  : join(ROOT, 'dist', 'xlsx-worker.js');

/** A sheet of 100,000 rows takes a tenth of either. */
const MOST_MEMORY_MB = 512;
const MOST_TIME_MS = 60_000;

/** Reads a sheet of a workbook in a thread of its own; one that takes too much memory or time is refused. */
export function readXlsx(
  bytes: Uint8Array,
  sheet: string | null,
  { memoryMb, timeMs } = { memoryMb: MOST_MEMORY_MB, timeMs: MOST_TIME_MS },
): Promise<ReadSheet> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER, {
      workerData: { bytes, sheet },
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    });
    const timer = setTimeout(() => {
      end({ refused: tooMuch('FILE.TOO_SLOW', 'time') });
    }, timeMs);
    const end = (answer: ReadSheet) => {
      clearTimeout(timer);
      resolve(answer);
      void worker.terminate();
    };
    worker.once('message', end);
    worker.once('error', (error) => {
      if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
        end({ refused: tooMuch('FILE.TOO_LARGE', 'memory') });
        return;
      }
      clearTimeout(timer);
      reject(error);
    });
  });
}

function tooMuch(code: string, what: string) {
  return {
    code,
    message: `The workbook takes more ${what} to read than it is given.`,
    remedy: 'Delete what is not the table, or save the table alone as "CSV UTF-8".',
  };
}
