import type { App } from '../src/app.ts';
import type { SignedInPerson } from '../test/support/people.ts';
import { median, reader, timingOf, visit, withReferenceService } from './portfolio.ts';

export const name = 'doors';

const WARM_UP = 30;
const MEASURED = 300;
const WRONG_PASSWORDS = 1000;

/**
 * What knowing the reader costs a page, from `Server-Timing` of the same answers: the gate's part, and the page without
 * it. Then the same page, and how long a thousand wrong passwords take, while they are tried eight at a time.
 */
export function run() {
  return withReferenceService(async (app) => {
    const manager = await reader(app, 'manager');
    const donor = await reader(app, 'donor', ['canada']);
    const dashboard = await timesOf(app, '/', manager);
    const place = await timesOf(app, '/donors/canada', donor);
    const [during, tried] = await Promise.all([timesOf(app, '/', manager), tryPasswords(app, manager.email)]);
    return [
      { what: '/ for a manager: the gate, median', value: dashboard.gate, unit: 'ms', limit: 2 },
      { what: '/ for a manager: the page without the gate, median', value: dashboard.rest, unit: 'ms' },
      { what: '/donors/canada for the donor: the gate, median', value: place.gate, unit: 'ms', limit: 2 },
      {
        what: '/donors/canada for the donor: the page without the gate, median',
        value: place.rest,
        unit: 'ms',
      },
      { what: '/ while a thousand wrong passwords are tried: median', value: during.all, unit: 'ms' },
      { what: 'a thousand wrong passwords, eight at a time', value: tried / 1000, unit: 's' },
    ];
  });
}

async function timesOf(app: App, url: string, who: SignedInPerson) {
  const gates: number[] = [];
  const alls: number[] = [];
  for (let visited = 0; visited < WARM_UP + MEASURED; visited += 1) {
    const answer = await visit(app, url, who);
    if (visited < WARM_UP) continue;
    gates.push(timingOf(answer, 'gate'));
    alls.push(timingOf(answer, 'app'));
  }
  const rests = alls.map((all, at) => all - (gates[at] ?? 0));
  return { gate: median(gates), all: median(alls), rest: median(rests) };
}

async function tryPasswords(app: App, email: string): Promise<number> {
  const start = performance.now();
  let tried = 0;
  const attempts = Array.from({ length: 8 }, async () => {
    while (tried < WRONG_PASSWORDS) {
      tried += 1;
      await app.nest.inject({
        method: 'POST',
        url: '/sign-in',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ email, password: `wrong password ${tried}` }).toString(),
      });
    }
  });
  await Promise.all(attempts);
  return performance.now() - start;
}
