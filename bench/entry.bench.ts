import type { App } from '../src/app.ts';
import { systemClock } from '../src/platform/clock/clock.ts';
import { type SignedInPerson, signIn } from '../test/support/people.ts';
import { median, reader, timingOf, withReferenceService } from './portfolio.ts';
import type { BenchRow } from './render.bench.ts';

export const name = 'entry';

const TIMES = 40;
/** The most that a form may take. */
const MOST_MS = 30;

/**
 * What the server takes for what an officer does on a page, over the reference portfolio: the form, a draft that is kept,
 * a row that is submitted, a row that is wrong; the table of results; and for a manager the review of one row.
 */
export function run(): Promise<readonly BenchRow[]> {
  return withReferenceService(async (app) => {
    const now = systemClock.now();
    const officer = await signIn(app.database.db, { role: 'officer', programs: ['TOUR'] }, { now });
    const manager = await reader(app, 'manager');
    const month = (at: number) => `${2000 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
    const fields = (at: number, value: string, does: string) => ({
      'cell-program': 'TOUR',
      'cell-indicator': 'officials trained',
      'cell-kind': 'actual',
      'cell-country_or_region': 'CR',
      'cell-period_start': month(at),
      'cell-period_end': month(at),
      'cell-value': value,
      accepts: 'yes',
      do: does,
    });
    let months = 0;
    const posted = (value: string, does: string) => () => {
      months += 1;
      return send(app, officer, '/entry/results', fields(months, value, does));
    };
    const form = await timesOf(() => ask(app, officer, '/entry/results'));
    const kept = await timesOf(posted('12', 'keep'));
    const wrong = await timesOf(posted('many', 'submit'));
    const submitted = await timesOf(posted('12', 'submit'));
    const table = await timesOf(() =>
      ask(
        app,
        officer,
        '/entry/table?program=TOUR&across=months&period=2017&place=CR&indicators=officials+trained',
      ),
    );
    const desk = await timesOf(() => ask(app, officer, '/desk'));
    const list = await app.nest.inject({ url: '/approvals', headers: { cookie: manager.cookie } });
    const [, group = ''] = /name="group" value="([^"]+)"/.exec(list.body) ?? [];
    const review = await timesOf(() => send(app, manager, '/approvals/review', { group }));
    const row = (what: string, times: readonly number[], limit?: number): BenchRow => ({
      what: `${what}, server time, median of ${TIMES}`,
      value: Math.round(median(times) * 10) / 10,
      unit: 'ms',
      ...(limit === undefined ? {} : { limit }),
    });
    return [
      row('the form for a result', form, MOST_MS),
      row('a draft is kept', kept, MOST_MS),
      row('a row that is wrong is told', wrong, MOST_MS),
      row('a row is submitted', submitted, MOST_MS),
      row('the table of a year', table),
      row('the desk', desk),
      row('the review of one row', review),
    ];
  });
}

async function timesOf(does: () => Promise<number>): Promise<readonly number[]> {
  await does();
  const times: number[] = [];
  for (let at = 0; at < TIMES; at += 1) times.push(await does());
  return times;
}

async function ask(app: App, { cookie }: SignedInPerson, url: string): Promise<number> {
  const answer = await app.nest.inject({ url, headers: { cookie } });
  if (answer.statusCode !== 200) throw new Error(`${url} answers ${answer.statusCode}.`);
  return timingOf(answer, 'app');
}

/** @throws Error where a form is answered with neither a page nor the way to one */
async function send(
  app: App,
  { cookie }: SignedInPerson,
  url: string,
  fields: Readonly<Record<string, string>>,
): Promise<number> {
  const answer = await app.nest.inject({
    method: 'POST',
    url,
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  });
  if (![200, 303, 422].includes(answer.statusCode)) throw new Error(`${url} answers ${answer.statusCode}.`);
  return timingOf(answer, 'app');
}
