import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Starts Nest with Fastify and nothing else (`bare-nest.ts`). @param page a file with a page, compressed by Brotli */
export async function startBare(
  page?: string,
): Promise<{ readonly address: string; readonly pid: number; stop(): void }> {
  const file = join(import.meta.dirname, 'bare-nest.js');
  const child = spawn(process.execPath, [file, ...(page === undefined ? [] : [page])], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { address: line.toString().trim(), pid: child.pid ?? 0, stop: () => child.kill() };
}
