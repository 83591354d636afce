import { requestOf } from './asking.ts';
import { startBare } from './bare.ts';
import { inTurns } from './contest.ts';
import { withGeneratedService } from './generated-service.ts';
import type { BenchRow } from './render.bench.ts';

export const name = 'unchanged';

/**
 * How many times a second the service says that the dashboard has not changed (304), with who asks looked up and the
 * revision read for each, beside Nest with Fastify that says so of nothing: in turns, fifty connections each. Programs ask
 * with their tokens, then one browser with its session.
 */
export function run(): Promise<readonly BenchRow[]> {
  return withGeneratedService(async ({ address, pid, tokens, cookie }) => {
    const knowing = async (headers: Readonly<Record<string, string>>) => {
      const { headers: told } = await fetch(`${address}/`, { headers });
      return requestOf('/', { ...headers, 'if-none-match': told.get('etag') ?? '' });
    };
    const bare = await startBare();
    const theirs = { address: bare.address, pid: bare.pid, requests: [requestOf('/')], status: 304 };
    try {
      const rows: BenchRow[] = [];
      for (const [who, senders] of [
        ['programs', tokens.map((token) => ({ authorization: `Bearer ${token}` }))],
        ['one browser', [{ cookie }]],
      ] as const) {
        const requests = await Promise.all(senders.map(knowing));
        const what = `304 of the dashboard to ${who}`;
        rows.push(...(await inTurns({ what, ours: { address, pid, requests, status: 304 }, theirs })));
      }
      return rows;
    } finally {
      bare.stop();
    }
  });
}
