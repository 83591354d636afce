import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { EVERYTHING, type Mandate } from '../../src/access/index.ts';
import { FactsRepository } from '../../src/analytics/facts.repository.ts';
import { totals } from '../../src/core/aggregate.ts';
import { RIGHTS } from '../../src/core/fixtures/scopes.ts';
import { Approvals } from '../../src/entry/approvals.use-case.ts';
import { Closing } from '../../src/entry/closing.use-case.ts';
import type { EnteredRow } from '../../src/entry/plan-entered.ts';
import { type Author, Submissions } from '../../src/entry/submissions.use-case.ts';
import { TakingBack } from '../../src/entry/taking-back.use-case.ts';
import { importKinds } from '../../src/imports.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { rowsOf } from '../../src/platform/database/rows.ts';
import { eachEngine } from '../support/database.ts';
import { importCsv } from '../support/import.ts';
import { signIn } from '../support/people.ts';

const BEGIN = new Date('2017-07-01T12:00:00Z').getTime();
const INDICATOR = 'courses held';
/** With their last days. */
const MONTHS = new Map([
  ['2017-01', '2017-01-31'],
  ['2017-02', '2017-02-28'],
  ['2017-03', '2017-03-31'],
  ['2017-04', '2017-04-30'],
  ['2017-05', '2017-05-31'],
]);

/** What people may do, in any order; which row or batch it is about is chosen by number. */
const OPERATIONS = [
  'enter',
  'enter',
  'enter',
  'correct',
  'correct with a reason',
  'withdraw',
  'approve one',
  'approve all',
  'approve all',
  'approve all',
  'approve as its author',
  'return',
  'put right',
  'take back',
  'discard',
  'close',
  'open',
  'undo',
] as const;
const step = fc.record({
  does: fc.constantFrom(...OPERATIONS),
  n: fc.nat(50),
  m: fc.integer({ min: 1, max: 99 }),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;
/** Each begins with a figure that comes to count. */
const FIRST: readonly Step[] = [
  { does: 'enter', n: 0, m: 12 },
  { does: 'approve all', n: 0, m: 1 },
];
const course = fc.array(step, { minLength: 10, maxLength: 28 }).map((rest) => [...FIRST, ...rest]);

/**
 * What counts of a figure, by hand: its value, or why it counts nowhere. What somebody withdrew stays withdrawn when only its
 * value is corrected; what was taken back with the batch that brought it counts again.
 */
type Standing = number | 'withdrawn' | 'taken back' | 'not there';

/** A row on its way. */
interface Waiting {
  readonly id: string;
  readonly ref: string;
  readonly month: string;
  readonly becomes: Standing;
  readonly hasReason: boolean;
}

eachEngine('whatever people enter, decide, close and take back', (engine) => {
  let db: Database;
  let now = BEGIN;
  const clock = { now: () => new Date(now) };
  let officer: Author;
  let manager: Author;
  let submissions: Submissions;
  let approvals: Approvals;
  let closing: Closing;
  let takingBack: TakingBack;
  let courses = 0;

  const person = async (mandate: Partial<Mandate> & Pick<Mandate, 'role'>): Promise<Author> => {
    const { account, email } = await signIn(db, mandate);
    const { role, programs = [], organisations = [] } = mandate;
    return {
      scope: { role, rights: RIGHTS[role], programs, organisations },
      account,
      actor: { kind: 'person', id: account, name: email },
      name: email,
    };
  };

  beforeAll(async () => {
    ({ db } = await engine.openSeeded());
    submissions = new Submissions(db, importKinds, clock);
    approvals = new Approvals(db, importKinds, clock);
    closing = new Closing(db, clock);
    takingBack = new TakingBack(db, importKinds, clock);
    officer = await person({ role: 'officer', programs: [] });
    manager = await person({ role: 'manager' });
  });

  /** One run: a programme of its own, what stands of its figures by hand, and what waits. */
  class Course {
    readonly program = `COURSE-${++courses}`;
    readonly figures = new Map<string, { readonly month: string; readonly standing: Standing }>();
    readonly waiting: Waiting[] = [];
    readonly returned: Waiting[] = [];
    readonly batches: { readonly id: number; readonly before: ReadonlyMap<string, Standing> }[] = [];
    readonly past: { readonly at: Date; readonly total: number | null }[] = [];
    readonly author: Author;
    readonly approver: Author;
    closedThrough: string | null = null;

    constructor() {
      const { scope } = officer;
      this.author = { ...officer, scope: { ...scope, programs: [this.program] } };
      this.approver = manager;
    }

    get total(): number | null {
      const counting = [...this.figures.values()].flatMap(({ standing }) =>
        typeof standing === 'number' ? [standing] : [],
      );
      return counting.length === 0 ? null : counting.reduce((sum, each) => sum + each, 0);
    }

    isClosed(month: string): boolean {
      return this.closedThrough !== null && month <= this.closedThrough;
    }

    row(ref: string, month: string, cells: Record<string, string>): EnteredRow {
      return {
        cells: {
          ref,
          program: this.program,
          indicator: INDICATOR,
          unit: 'courses',
          kind: 'actual',
          period_start: month,
          period_end: month,
          ...cells,
        },
        decimal: 'point',
        twin: 'another',
        twinRef: null,
      };
    }

    /** Submits a row; of a month that is closed, without a reason, it must not pass. */
    async submit(ref: string, month: string, becomes: Standing, cells: Record<string, string>) {
      const hasReason = cells.reason !== undefined;
      const row = this.row(ref, month, cells);
      const sent = await outcome(submissions.submit(this.author, 'results', row, null, true));
      expect([month, sent.code]).toEqual([month, this.isClosed(month) && !hasReason ? 'ENTRY.FAULTS' : null]);
      if (sent.value !== null) this.waiting.push({ id: sent.value.id, ref, month, becomes, hasReason });
    }

    async approve(rows: readonly Waiting[]) {
      if (rows.length === 0) return;
      const ids = rows.map(({ id }) => id);
      const seen = await outcome(approvals.review(this.approver, ids));
      if (seen.value === null) return;
      const before = new Map(rows.map(({ ref }) => [ref, this.figures.get(ref)?.standing ?? 'not there']));
      const done = await outcome(approvals.approve(this.approver, ids, seen.value.digest));
      const mayNot = rows.some(({ month, hasReason }) => this.isClosed(month) && !hasReason);
      if (mayNot) expect(done.code).toBe('APPROVAL.FAULTS');
      // A figure that was withdrawn meanwhile, or two rows for one figure, may stand in each other's way: all or nothing.
      if (done.value === null) return;
      for (const { ref, month, becomes } of rows) {
        const standing = before.get(ref) === 'withdrawn' ? 'withdrawn' : becomes;
        this.figures.set(ref, { month, standing });
      }
      for (const row of rows) this.waiting.splice(this.waiting.indexOf(row), 1);
      const [batch] = await rowsOf<{ id: string }>(db, sql`SELECT max(id)::text AS id FROM import_batches`);
      this.batches.push({ id: Number(batch?.id), before });
    }

    async take({ does, n, m }: Step) {
      const [month = '', lastDay = ''] = [...MONTHS][n % MONTHS.size] ?? [];
      const known = [...this.figures].filter(([, { standing }]) => typeof standing === 'number');
      const [ref, figure] = known[n % Math.max(known.length, 1)] ?? [null, null];
      const one = this.waiting[n % Math.max(this.waiting.length, 1)];
      switch (does) {
        case 'enter':
          return this.submit(`${this.program}-${this.past.length}`, month, m, { value: String(m) });
        case 'correct':
          if (ref === null) return;
          return this.submit(ref, figure.month, m, { value: String(m) });
        case 'correct with a reason':
          if (ref === null) return;
          return this.submit(ref, figure.month, m, {
            value: String(m),
            reason: `Counted again, ${this.past.length}`,
          });
        case 'withdraw':
          if (ref === null) return;
          return this.submit(ref, figure.month, 'withdrawn', {
            value: String(figure.standing),
            status: 'withdrawn',
            reason: `It was never held, ${this.past.length}`,
          });
        case 'approve one':
          return this.approve(one === undefined ? [] : [one]);
        case 'approve all':
          return this.approve([...new Map(this.waiting.map((row) => [row.ref, row])).values()]);
        case 'approve as its author': {
          if (one === undefined) return;
          const self = { ...this.author, scope: manager.scope };
          expect((await outcome(approvals.review(self, [one.id]))).code).toBe('APPROVAL.OWN');
          expect((await outcome(approvals.approve(self, [one.id], ''))).code).toBe('APPROVAL.OWN');
          return;
        }
        case 'return':
          if (one === undefined) return;
          await approvals.giveBack(this.approver, [one.id], 'Which course is it?');
          this.waiting.splice(this.waiting.indexOf(one), 1);
          this.returned.push(one);
          return;
        case 'put right': {
          const back = this.returned.shift();
          if (back === undefined) return;
          const { id, version } = await submissions.find(this.author, back.id);
          const isFigure = typeof back.becomes === 'number';
          const row = this.row(back.ref, back.month, {
            value: String(isFigure ? m : 1),
            reason: `As the list has it, ${this.past.length}`,
            ...(!isFigure && { status: 'withdrawn' }),
          });
          const sent = await outcome(submissions.submit(this.author, 'results', row, { id, version }, true));
          if (sent.value === null) return;
          this.waiting.push({ ...back, becomes: isFigure ? m : back.becomes, hasReason: true });
          return;
        }
        case 'take back':
        case 'discard': {
          if (one === undefined) return;
          const { id, version } = await submissions.find(this.author, one.id);
          const draft = await submissions.takeBack(this.author, { id, version });
          await submissions.discard(this.author, { id, version: draft.version });
          this.waiting.splice(this.waiting.indexOf(one), 1);
          return;
        }
        case 'close':
          await closing.close(this.approver, this.program, lastDay);
          this.closedThrough = month;
          return;
        case 'open':
          await closing.reopen(this.approver, this.program);
          this.closedThrough = null;
          return;
        case 'undo': {
          const batch = this.batches.at(-1 - (n % 3));
          if (batch === undefined) return;
          const undone = await outcome(
            takingBack.undo(this.approver.actor, batch.id, 'It came in too early.'),
          );
          // What something was built on stays (docs/decisions/import-identity.md).
          if (undone.code !== null) return;
          this.batches.splice(this.batches.indexOf(batch), 1);
          for (const [each, standing] of batch.before) {
            const found = this.figures.get(each);
            if (found !== undefined)
              this.figures.set(each, {
                ...found,
                standing: standing === 'not there' ? 'taken back' : standing,
              });
          }
          return;
        }
      }
    }
  }

  const programTotal = async (program: string, at?: Date) => {
    const { facts } = await new FactsRepository(db).read(EVERYTHING, at);
    if (!facts.indicators.some(({ code }) => code === 'courses-held')) return null;
    if (!facts.programs.some(({ code }) => code === program)) return null;
    return totals(facts, { indicator: 'courses-held', kind: 'actual', by: 'year', filter: { program } }).total
      .value;
  };
  const kept = () =>
    rowsOf(
      db,
      sql`SELECT indicator, kind, axis, level, grain, span, key, other_key, part, count, value::text FROM kept.totals
        WHERE count <> 0 AND indicator = 'courses-held' ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9`,
    );

  it('each total is what was approved and still counts, at every moment, and what is kept is what the rows give', async () => {
    let counted = 0;
    await fc.assert(
      fc.asyncProperty(course, async (steps) => {
        const run = new Course();
        await importCsv(db, 'programs', `code,title,status\n${run.program},Courses,ongoing\n`, {
          now: clock.now(),
        });
        for (const each of steps) {
          now += 60_000;
          await run.take(each);
          expect([each, await programTotal(run.program)]).toEqual([each, run.total]);
          run.past.push({ at: clock.now(), total: run.total });
          if (run.total !== null) counted += 1;
        }
        for (const { at, total } of run.past) expect(await programTotal(run.program, at)).toEqual(total);
        const before = await kept();
        await db.execute(sql`SELECT rebuild_kept_totals()`);
        expect(await kept()).toEqual(before);
        now += 60_000;
      }),
      { numRuns: engine.some(process.env.CI ? 6 : 2), endOnFailure: true },
    );
    const [own] = await rowsOf<{ count: string }>(
      db,
      sql`SELECT count(*)::text AS count FROM submissions WHERE status = 'approved' AND (decided_by = author OR batch IS NULL)`,
    );
    expect(own).toEqual({ count: '0' });
    expect(counted).toBeGreaterThan(0);
  }, 600_000);
});

/** What came of something, or the code of why not. */
async function outcome<T>(
  does: Promise<T>,
): Promise<{ readonly value: T; readonly code: null } | { readonly value: null; readonly code: string }> {
  try {
    return { value: await does, code: null };
  } catch (error) {
    const { code } = error as { readonly code?: unknown };
    if (typeof code !== 'string') throw error;
    return { value: null, code };
  }
}
