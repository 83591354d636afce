import { parentPort, workerData } from 'node:worker_threads';
import { readWorkbook } from './read-workbook.ts';

/** Runs in a thread of its own, so that a workbook can take no more memory and time than it is given (read-xlsx.adapter.ts). */
const { bytes, sheet } = workerData as { readonly bytes: Uint8Array; readonly sheet: string | null };
parentPort?.postMessage(await readWorkbook(bytes, sheet));
