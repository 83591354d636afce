import { like, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { currentTotals } from '../../src/analytics/index.ts';
import { DomainError } from '../../src/core/errors.ts';
import { importKinds } from '../../src/imports.ts';
import { undoImport } from '../../src/platform/csv/undo.use-case.ts';
import { restoreWithdrawn, withdraw } from '../../src/platform/csv/withdraw.use-case.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { results } from '../../src/results/results.table.ts';
import { eachEngine, undone } from '../support/database.ts';
import { ANOTHER, importCsv, NOW, SAME } from '../support/import.ts';

const HEADER =
  'ref,program,indicator,unit,kind,country_or_region,period_start,period_end,value,breakdown,note\n';
const RUNS = { numRuns: process.env.CI ? 12 : 6 };

const kind = importKinds.find(({ name }) => name === 'results');
if (kind === undefined) throw new Error('There is no kind results.');

/** One figure as a row; months keep figures without refs apart. */
interface Row {
  readonly ref: string;
  readonly program: string;
  readonly month: number;
  readonly value: number;
}
const line = ({ ref, program, month, value }: Row) => {
  const at = `${2010 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  return `${ref},${program},talks,talks,actual,CR,${at},${at},${value},sex=female:${value},`;
};
const csv = (rows: readonly Row[]) => HEADER + rows.map(line).join('\n');
const talks = async (db: Database) => (await currentTotals(db)).get('actual talks') ?? 'none';
const origins = async (db: Database) => {
  const rows = await db.select().from(results).where(like(results.ref, 'F%'));
  return rows.map(({ ref, batch, batchLine }) => `${ref} ${batch} ${batchLine}`).sort();
};
const sumOf = (values: readonly number[]) =>
  values.length === 0 ? 'none' : String(values.reduce((sum, value) => sum + value, 0));

eachEngine('figures that come, change and go', (engine) => {
  let db: Database;
  beforeAll(async () => {
    ({ db } = await engine.open());
    await importCsv(db, 'programs', 'code,title,status\nMAR,Maritime,ongoing\nTOUR,Tourism,ongoing\n');
  });

  const rows = fc.uniqueArray(
    fc.record({
      program: fc.constantFrom('MAR', 'TOUR'),
      month: fc.nat(40),
      value: fc.integer({ min: 0, max: 99 }),
      ref: fc.constant(''),
    }),
    { minLength: 1, maxLength: 12, selector: ({ program, month }) => `${program} ${month}` },
  );

  it('have the same totals in any order of files and in any split of them, once or twice', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.array(fc.nat(11), { maxLength: 3 }), fc.nat(), async (all, cuts, seed) => {
        const shuffled = all
          .map((row, index) => ({ row, at: (index * 7919 + seed) % 101 }))
          .sort((a, b) => a.at - b.at)
          .map(({ row }) => row);
        const ends = [...new Set(cuts.map((cut) => cut % shuffled.length)), shuffled.length].sort(
          (a, b) => a - b,
        );
        const files = ends.map((end, index) => shuffled.slice(ends[index - 1] ?? 0, end));
        await undone(db, async (tx) => {
          for (const file of [...files, ...files.toReversed()]) {
            if (file.length === 0) continue;
            expect((await importCsv(tx, 'results', csv(file))).errors).toEqual([]);
          }
          expect(await talks(tx)).toBe(sumOf(all.map(({ value }) => value)));
        });
      }),
      RUNS,
    );
  });

  it('change as a dry run says, and in nothing else', async () => {
    const edits = fc.array(fc.record({ at: fc.nat(11), value: fc.integer({ min: 0, max: 99 }) }), {
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(rows, rows, edits, fc.boolean(), async (before, added, changes, same) => {
        const after = [
          ...before.map((row, index) => ({ ...row, ...changes.find(({ at }) => at === index), ref: '' })),
          ...added.filter(
            ({ program, month }) => !before.some((row) => row.program === program && row.month === month),
          ),
        ];
        const answer = same ? SAME : ANOTHER;
        await undone(db, async (tx) => {
          await importCsv(tx, 'results', csv(before));
          const stateOf = async () =>
            new Map((await kind.read(tx)).rows.map(({ key, cells }) => [key, JSON.stringify(cells)]));
          const was = await stateOf();
          const said = await importCsv(tx, 'results', csv(after), {
            ...answer,
            dryRun: true,
            totals: currentTotals,
          });
          expect(await stateOf()).toEqual(was);
          const done = await importCsv(tx, 'results', csv(after), answer);
          expect([said.inserted, said.updated, said.unchanged]).toEqual([
            done.inserted,
            done.updated,
            done.unchanged,
          ]);
          const is = await stateOf();
          const moved = [...is.keys()].filter((key) => is.get(key) !== was.get(key));
          expect(said.changes.map(({ key }) => key).sort()).toEqual(moved.sort());
          expect(said.changes.length).toBe(done.inserted + done.updated);
          const [total] = said.moves.filter(({ of }) => of === 'actual talks');
          expect(total?.after ?? (await talks(tx))).toBe(await talks(tx));
          // Every corrected row is the figure that it corrects, or counts beside it.
          const changed = before.filter((row, index) => after[index]?.value !== row.value);
          expect(await talks(tx)).toBe(sumOf([...after, ...(same ? [] : changed)].map(({ value }) => value)));
        });
      }),
      RUNS,
    );
  });

  type Step =
    | {
        readonly does: 'import';
        readonly values: readonly { readonly ref: number; readonly value: number }[];
      }
    | { readonly does: 'withdraw' | 'restore'; readonly ref: number }
    | { readonly does: 'undo'; readonly which: number };
  const REFS = 4;
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({
      does: fc.constant('import' as const),
      values: fc.uniqueArray(fc.record({ ref: fc.nat(REFS - 1), value: fc.nat(50) }), {
        minLength: 1,
        maxLength: 3,
        selector: ({ ref }) => ref,
      }),
    }),
    fc.record({ does: fc.constantFrom('withdraw' as const, 'restore' as const), ref: fc.nat(REFS - 1) }),
    fc.record({ does: fc.constant('undo' as const), which: fc.nat(3) }),
  );

  interface Figure {
    readonly value: number;
    readonly counts: boolean;
    /** Taken back with the import that brought it, and so no longer there: it counts again when it comes again. */
    readonly takenBack: boolean;
    /** The import and the line that it says this by. */
    readonly from: string;
  }
  type State = ReadonlyMap<number, Figure>;

  it('come to the totals of the final rows after any corrections, withdrawals, restorations and undoings', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 12 }), async (steps) => {
        await undone(db, async (tx) => {
          let state: State = new Map();
          const imports: {
            readonly batch: number;
            readonly refs: readonly number[];
            readonly before: State;
          }[] = [];
          for (const [at, each] of steps.entries()) {
            // Each step is a transaction of its own, though the test runs in one.
            await tx.execute(sql`SELECT set_config('attest.revision', '', true)`);
            const now = new Date(NOW.getTime() + at * 1000);
            const by = { kind: 'command', name: 'test' } as const;
            if (each.does === 'import') {
              const file = each.values.map(({ ref, value }) => ({
                ref: `F${ref}`,
                program: 'MAR',
                month: ref,
                value,
              }));
              const { errors, batch } = await importCsv(tx, 'results', csv(file), { now });
              expect(errors).toEqual([]);
              const before = state;
              const brought = each.values.flatMap(({ ref, value }, index): [number, Figure][] => {
                const was = before.get(ref);
                // What is withdrawn stays so, but for what was taken back with its import.
                const counts = was === undefined || was.takenBack || was.counts;
                // A row that says what is stored is no change.
                if (was?.value === value && was.counts === counts) return [];
                return [[ref, { value, counts, takenBack: false, from: `${batch} ${index + 2}` }]];
              });
              imports.push({ batch: batch ?? 0, refs: brought.map(([ref]) => ref), before });
              state = new Map([...before, ...brought]);
            } else if (each.does === 'undo') {
              const last = imports.at(-1 - each.which);
              if (last === undefined) continue;
              const taken = await undoImport(tx, importKinds, {
                batch: last.batch,
                reason: null,
                by,
                now,
              }).then(
                () => true,
                (error: unknown) => {
                  expect(error).toBeInstanceOf(DomainError);
                  return false;
                },
              );
              // Nothing stands in the way of taking back what came just before.
              const justBefore = steps[at - 1]?.does === 'import' && each.which === 0;
              if (justBefore) expect(taken).toBe(true);
              if (!taken) continue;
              const next = new Map(state);
              for (const ref of last.refs) {
                const before = last.before.get(ref);
                const gone = { ...(state.get(ref) as Figure), counts: false, takenBack: true };
                next.set(ref, before ?? gone);
              }
              state = next;
            } else {
              const figure = state.get(each.ref);
              if (figure === undefined || figure.counts !== (each.does === 'withdraw')) continue;
              const change = each.does === 'withdraw' ? withdraw : restoreWithdrawn;
              await change(tx, { kind, ref: `F${each.ref}`, reason: 'A test.', by, now });
              const counts = each.does === 'restore';
              state = new Map([...state, [each.ref, { ...figure, counts, takenBack: false }]]);
            }
            const counting = [...state.values()].filter(({ counts }) => counts);
            expect(await talks(tx)).toBe(sumOf(counting.map(({ value }) => value)));
            expect(await origins(tx)).toEqual([...state].map(([ref, { from }]) => `F${ref} ${from}`).sort());
          }
        });
      }),
      RUNS,
    );
  });
});
