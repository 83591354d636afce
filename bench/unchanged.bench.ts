import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { withGeneratedService } from './generated-service.ts';
import { median } from './portfolio.ts';
import type { BenchRow } from './render.bench.ts';

export const name = 'unchanged';

const CONNECTIONS = 50;
const ROUND_MS = 3_000;
const ROUNDS = 5;

/**
 * How many times a second the service says that the dashboard has not changed (304), with the reader's token looked up and
 * the revision read for each, beside Nest with Fastify that says so of nothing: in turns, fifty connections each.
 */
export function run(): Promise<readonly BenchRow[]> {
  return withGeneratedService(async ({ address, tokens, get }) => {
    const [token = ''] = tokens;
    const authorization = `Bearer ${token}`;
    const etag = (await get('/', { authorization })).headers.get('etag') ?? '';
    const ours = requestOf({ authorization, 'if-none-match': etag });
    const bare = await startBare();
    try {
      const [own, others]: [number[], number[]] = [[], []];
      for (let round = 0; round <= ROUNDS; round += 1) {
        const rates = [await rateOf(address, ours), await rateOf(bare.address, requestOf({}))] as const;
        // The first warms up.
        if (round === 0) continue;
        own.push(rates[0]);
        others.push(rates[1]);
      }
      return [
        { what: '304 of the dashboard', value: Math.round(median(own)), unit: '1/s' },
        { what: '304 of bare Nest with Fastify', value: Math.round(median(others)), unit: '1/s' },
        { what: 'ratio', value: Math.round((100 * median(own)) / median(others)) / 100, unit: '' },
      ];
    } finally {
      bare.stop();
    }
  });
}

async function startBare() {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'bare-nest.js')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { address: line.toString().trim(), stop: () => child.kill() };
}

function requestOf(headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries({ host: '127.0.0.1', ...headers }).map(([key, value]) => `${key}: ${value}`);
  return `GET / HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`;
}

/** Answers a second; each connection asks again when it is answered, with as little work as can be. */
async function rateOf(address: string, request: string): Promise<number> {
  const { hostname, port } = new URL(address);
  let answers = 0;
  const end = performance.now() + ROUND_MS;
  const asking = Array.from({ length: CONNECTIONS }, async () => {
    const socket = connect(Number(port), hostname);
    socket.write(request);
    let text = '';
    for await (const chunk of socket) {
      text += (chunk as Buffer).toString('latin1');
      if (!text.endsWith('\r\n\r\n')) continue;
      if (!text.startsWith('HTTP/1.1 304')) throw new Error(text.slice(0, 200));
      text = '';
      answers += 1;
      if (performance.now() > end) break;
      socket.write(request);
    }
    socket.destroy();
  });
  await Promise.all(asking);
  return (answers * 1000) / ROUND_MS;
}
