import { type Keeper, readInScope } from '../../src/access/index.ts';
import { latePrograms, reportedSeries } from '../../src/analytics/index.ts';
import { duePeriods } from '../../src/core/entry/due.ts';
import { officerScope, RIGHTS } from '../../src/core/fixtures/scopes.ts';
import { EVERYTHING, type Scope } from '../../src/core/visibility/scope.ts';
import { Due } from '../../src/entry/due.use-case.ts';
import { type Author, Submissions } from '../../src/entry/submissions.use-case.ts';
import { importKinds } from '../../src/imports.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { eachEngine } from '../support/database.ts';
import { ANOTHER, importCsv } from '../support/import.ts';
import { signIn } from '../support/people.ts';

const TODAY = '2017-07-01';
const clock = { now: () => new Date(`${TODAY}T12:00:00Z`) };
const manager: Keeper = {
  scope: { role: 'manager', rights: RIGHTS.manager, programs: [], organisations: [] },
  account: null,
};

const INDICATORS = `indicator,unit,measure,combine_time,combine_place,reports_every
officials trained,people,count,sum,sum,month
networks,networks,count,latest,none,half-year
missions,missions,count,sum,sum,
`;
const PROGRAMS = `code,title,status,parent,start,end
MAR,Maritime,ongoing,,2017-03,
MAR-1,Ports,ongoing,MAR,,
TOUR,Tourism,closed,,2016-01,2017-05-10
OLD,Old,closed,,2010,
`;
/** Of MAR in Costa Rica March and May, in Chile nothing but a target; MAR-1 at no place; OLD ended, nobody knows when. */
const RESULTS = `program,indicator,unit,kind,country_or_region,period_start,period_end,value
MAR,officials trained,people,actual,CR,2017-03,2017-03,30
MAR,officials trained,people,actual,CR,2017-05,2017-05,30
MAR,officials trained,people,target,CL,2017-01,2017-12,30
MAR,missions,missions,actual,CR,2017-03,2017-03,1
MAR-1,networks,networks,actual,,,2016-02,1
TOUR,officials trained,people,actual,CR,2016-01,2017-03,30
OLD,officials trained,people,actual,CR,2011-01,2011-01,30
`;

eachEngine('what is due', (engine) => {
  let db: Database;
  let due: Due;

  beforeEach(async () => {
    ({ db } = await engine.openAnew());
    await importCsv(db, 'programs', PROGRAMS);
    await importCsv(db, 'indicators', INDICATORS);
    await importCsv(db, 'results', RESULTS);
    due = new Due(db);
  });

  const own = async (...programs: readonly string[]) => {
    const { rows, ...counts } = await due.own({ scope: officerScope(...programs), account: null }, TODAY);
    return {
      rows: rows.map(({ program, indicator, place, from, to, since }) =>
        [program, indicator, place ?? '-', from, to, since].join(' '),
      ),
      ...counts,
    };
  };

  it('is told to an officer of the programmes of the mandate and all below, the newest first', async () => {
    expect(await own('MAR')).toEqual({
      rows: [
        'MAR officials-trained CL 2017-06-01 2017-06-30 2017-07-01',
        'MAR officials-trained CR 2017-06-01 2017-06-30 2017-07-01',
        'MAR-1 networks - 2017-01-01 2017-06-30 2017-07-01',
        'MAR officials-trained CL 2017-05-01 2017-05-31 2017-06-01',
        'MAR officials-trained CL 2017-04-01 2017-04-30 2017-05-01',
        'MAR officials-trained CR 2017-04-01 2017-04-30 2017-05-01',
        'MAR officials-trained CL 2017-03-01 2017-03-31 2017-04-01',
        'MAR-1 networks - 2016-07-01 2016-12-31 2017-01-01',
      ],
      rest: 0,
      earlier: 0,
    });
    expect((await own('MAR-1')).rows).toHaveLength(2);
    // One figure is about all of January 2016 to March 2017; its end cuts May.
    expect((await own('TOUR')).rows).toEqual([
      'TOUR officials-trained CR 2017-05-01 2017-05-10 2017-05-11',
      'TOUR officials-trained CR 2017-04-01 2017-04-30 2017-05-01',
    ]);
    expect(await own('OLD')).toEqual({ rows: [], rest: 0, earlier: 0 });
    expect(await own()).toEqual({ rows: [], rest: 0, earlier: 0 });
  });

  it('is not what waits for approval, whoever entered it; what is kept as a draft is due', async () => {
    const submissions = new Submissions(db, importKinds, clock);
    const { account, email } = await signIn(db, { role: 'officer', programs: ['MAR'] });
    const author: Author = {
      scope: officerScope('MAR'),
      account,
      name: email,
      actor: { kind: 'person', id: account, name: email },
    };
    const row = (month: string) => ({
      cells: {
        program: 'mar',
        indicator: 'Officials Trained',
        kind: 'actual',
        country_or_region: 'Costa Rica',
        period_start: month,
        period_end: month,
        value: '45',
      },
      decimal: 'point' as const,
      twin: null,
      twinRef: null,
    });
    const inCostaRica = async () => (await own('MAR')).rows.filter((each) => each.includes(' CR '));
    await submissions.keep(author, 'results', row('2017-04'), null);
    expect(await inCostaRica()).toHaveLength(2);
    await submissions.submit(author, 'results', row('2017-06'), null, false);
    expect(await inCostaRica()).toEqual(['MAR officials-trained CR 2017-04-01 2017-04-30 2017-05-01']);
    expect((await due.late(manager, TODAY)).programs[0]).toMatchObject({ program: 'MAR', periods: 5 });
  });

  it('is told to a manager by programme, with the people whose mandate names it or one above', async () => {
    await signIn(db, { role: 'officer', programs: ['MAR'] });
    await signIn(db, { role: 'officer', programs: ['MAR-1', 'TOUR'] });
    await signIn(db, { role: 'manager' });
    const name = "A test's officer";
    expect(await due.late(manager, TODAY)).toEqual({
      programs: [
        { program: 'MAR', periods: 6, officers: [name] },
        { program: 'MAR-1', periods: 2, officers: [name, name] },
        { program: 'TOUR', periods: 2, officers: [name] },
      ],
      rest: 0,
    });
  });

  it('is the same by the database as by the core, on any day and for whoever sees less', async () => {
    const places = ['', 'CR', 'CL'];
    const lines = Array.from({ length: 60 }, (_, at) => {
      const month = (back: number) => new Date(Date.UTC(2017, 5 - back, 1)).toISOString().slice(0, 7);
      const indicator = at % 3 === 0 ? 'networks,networks' : 'officials trained,people';
      const end = (at * 7) % 20;
      const dates = at % 11 === 0 ? ',' : `${at % 5 === 0 ? '' : month(end + (at % 4))},${month(end)}`;
      const program = ['MAR', 'MAR-1', 'TOUR'][(at % 7) % 3];
      return `R-${at},${program},${indicator},${at % 9 === 0 ? 'target' : 'actual'},${places[at % 3]},${dates},${at}`;
    });
    const header = 'ref,program,indicator,unit,kind,country_or_region,period_start,period_end,value';
    const stored = await importCsv(db, 'results', [header, ...lines].join('\n'), ANOTHER);
    expect(stored.errors).toEqual([]);
    const programs = ['MAR', 'MAR-1', 'TOUR', 'OLD'];
    const onTheWay = [
      { program: 'MAR', indicator: 'networks', place: null, from: '2016-07-01', to: '2016-12-31' },
    ];
    const byCore = (scope: Scope, today: string) =>
      readInScope(db, scope, async (tx) => {
        const series = await reportedSeries(tx, scope, { today, onTheWay, programs });
        const counts = Map.groupBy(
          series.flatMap((each) => duePeriods(each, today).periods.map(() => each.program)),
          (program) => program,
        );
        return [...counts].map(([program, { length }]) => ({ program, periods: length }));
      });
    const byDatabase = (scope: Scope, today: string) =>
      readInScope(db, scope, async (tx) => {
        const asked = { today, onTheWay, programs: null, inOrderOf: 'most', limit: 20 } as const;
        return (await latePrograms(tx, scope, asked)).programs;
      });
    const inOrder = (rows: readonly { readonly program: string }[]) =>
      rows.toSorted((a, b) => (a.program < b.program ? -1 : 1));
    for (const today of [
      '2016-10-31',
      '2016-12-31',
      '2017-01-01',
      '2017-05-15',
      '2017-07-01',
      '2018-03-31',
    ]) {
      for (const scope of [EVERYTHING, officerScope('MAR', 'TOUR')]) {
        const found = await byCore(scope, today);
        expect(found).not.toEqual([]);
        expect(inOrder(await byDatabase(scope, today))).toEqual(inOrder(found));
      }
    }
  });
});
