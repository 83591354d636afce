import { eq } from 'drizzle-orm';
import { resultParts, results } from '../../src/results/results.table.ts';
import type { TestApp } from '../support/app.ts';
import { eachEngine } from '../support/database.ts';
import { startReferenceApp } from '../support/reference-app.ts';

const HEADER = 'program,indicator,unit,kind,country_or_region,period_start,period_end,value,breakdown,note';

eachEngine('one figure, however often it comes', (engine) => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startReferenceApp(engine);
  });
  afterEach(() => app.close());

  const run = async (line: string, files: Readonly<Record<string, string>> = {}) => {
    const [name, ...argv] = line.match(/"[^"]*"|\S+/g)?.map((word) => word.replaceAll('"', '')) ?? [];
    const bytes = Object.entries(files).map(([path, text]) => [path, Buffer.from(text)] as const);
    const { exit, stdout, stderr } = await app.run({ name, argv, files: new Map(bytes) });
    return { exit, out: stdout.join('\n'), err: stderr.join('\n') };
  };
  const importing = (rows: string | readonly string[], options = '', kind = 'results', header = HEADER) =>
    run(`import ${kind} f.csv ${options}`, { 'f.csv': [header, ...[rows].flat(), ''].join('\n') });
  const total = async (indicator: string, more = ''): Promise<number | null> => {
    const answer = await app.nest.inject(`/api/v1/totals?indicator=${indicator}&by=country${more}`);
    return answer.json().total.value;
  };
  const stored = async () => (await app.database.db.select().from(results)).length;

  it('a corrected end of a period is asked about, and corrects (case 03)', async () => {
    const row = (end: string) => `TOUR,press notes,notes,actual,CO,2017-01-01,${end},10,,n`;
    await importing(row('2017-03-30'));
    const asked = await importing(row('2017-03-31'));
    expect(asked.exit).toBe(1);
    expect(asked.err).toContain('f.csv:2: The row is nearly the stored figure');
    expect(asked.err).toContain('period_end 2017-03-30 → 2017-03-31');
    expect(asked.err).toContain('[IMPORT.TWINS]');
    expect(await total('press-notes')).toBe(10);
    const dry = await importing(row('2017-03-31'), '--same --dry-run');
    expect(dry.out).toMatch(/f\.csv:2: changed \S+: period_end 2017-03-30 → 2017-03-31/);
    expect(dry.out).not.toContain('total of');
    expect(await importing(row('2017-03-31'), '--same')).toMatchObject({ exit: 0 });
    expect(await total('press-notes')).toBe(10);
    // The same correction again changes nothing; said to be another, it counts beside.
    expect((await importing(row('2017-03-31'))).out).toContain('0 new, 0 changed, 1 unchanged');
    const another = await importing(row('2017-02-28'), '--another --dry-run');
    expect(another.out).toContain('total of actual press-notes: 10 → 20');
    await importing(row('2017-02-28'), '--another');
    expect(await total('press-notes')).toBe(20);
  });

  it.each([
    ['sex', '22,sex=female:7;sex=male:15,Workshop', 'breakdown (empty) → sex=female:7;sex=male:15', 22],
    ['note', '22,,Second workshop', 'note Workshop → Second workshop', 22],
    ['value', '23,,Workshop', 'value 22 → 23', 23],
  ])(
    'adding or correcting the %s of 22 trained officials does not add officials',
    async (_what, now, says, is) => {
      const row = (rest: string) => `TOUR,judges trained,people,actual,CO,2017-01-01,2017-03-31,${rest}`;
      await importing(row('22,,Workshop'));
      const asked = await importing(row(now));
      expect(asked.err).toContain(says);
      expect(await total('judges-trained')).toBe(22);
      await importing(row(now), '--same');
      expect(await total('judges-trained')).toBe(is);
    },
  );

  it('{5, 7} and then {7} is 12', async () => {
    const row = (value: number) => `TOUR,radio talks,talks,actual,CO,2017-01-01,2017-03-31,${value},,same`;
    const both = await importing([row(5), row(7)]);
    expect(both.err).toContain('f.csv:3: The row is nearly line 2');
    expect(await importing([row(5), row(7)], '--another')).toMatchObject({ exit: 0 });
    expect((await importing(row(7))).out).toContain('0 new, 0 changed, 1 unchanged');
    expect(await total('radio-talks')).toBe(12);
    // One that is neither stands beside the one that it is most like, and is asked about.
    expect(await importing(row(8))).toMatchObject({ exit: 1 });
    expect(await total('radio-talks')).toBe(12);
  });

  it('two equal rows of one file are asked about, by their lines (case 05)', async () => {
    const row = 'TOUR,radio spots,spots,actual,CO,2017-01-01,2017-03-31,10,,same';
    const asked = await importing([row, row]);
    expect(asked.exit).toBe(1);
    expect(asked.err).toContain('f.csv:3: The row says the same as line 2');
    expect(await stored()).toBe(38);
    const once = await importing([row, row], '--same');
    expect(once.out).toContain('Lines that give way to a later one, which is the same figure: 2 (to 3).');
    expect(await total('radio-spots')).toBe(10);
    await importing([row, row], '--another');
    expect(await total('radio-spots')).toBe(20);
    expect((await importing([row, row])).out).toContain('0 new, 0 changed, 2 unchanged');
  });

  it('answers line by line, and by the ref of another figure than the one shown', async () => {
    const header = `ref,${HEADER}`;
    const talks = (ref: string, start: string, value: number) =>
      `${ref},TOUR,radio talks,talks,actual,CO,${start},2017-03-31,${value},,same`;
    const answers = (text: string, rows: readonly string[]) =>
      run('import results f.csv --answers a.csv', {
        'f.csv': [header, ...rows].join('\n'),
        'a.csv': `line,answer,ref\n${text}`,
      });
    // Keys of people's own tell figures apart, and no question is asked.
    expect(
      await importing([talks('A', '2017-01-01', 5), talks('B', '2017-01-01', 7)], '', 'results', header),
    ).toMatchObject({ exit: 0 });
    const rows = [talks('', '2017-01-01', 6), talks('', '2017-02-01', 9)];
    expect(await answers('2,same,\n', rows)).toMatchObject({ exit: 1 });
    expect((await answers('2,same,nowhere\n3,another,\n', rows)).err).toContain('IMPORT.UNKNOWN_ANSWER');
    expect((await answers('9,same,\n', rows)).err).toContain('line 9, on which no row begins');
    expect((await answers('two,same,\n', rows)).err).toContain('"two" is not the number of a line');
    // 5 stays, B becomes 6, and 9 counts beside them.
    expect(await answers('2,same,B\n3,another,\n', rows)).toMatchObject({ exit: 0, err: '' });
    expect(await total('radio-talks')).toBe(20);
  });

  it('a new version of a file says what moved to another place, kind or date', async () => {
    const row = (place: string, month: number, value: number, kind = 'actual') =>
      `TOUR,radio talks,talks,${kind},${place},2017-0${month}-01,2017-0${month}-28,${value},,talk ${value}`;
    const first = [row('CO', 1, 5), row('CO', 2, 6), row('CO', 3, 7), row('PE', 4, 8)];
    await importing(first);
    for (const [now, says] of [
      [row('EC', 4, 8), 'country_or_region PE → EC'],
      [row('PE', 4, 8, 'target'), 'kind actual → target'],
      [row('PE', 5, 8), 'period_start 2017-04-01 → 2017-05-01'],
    ] as const) {
      const asked = await importing([...first.slice(0, 3), now]);
      expect(asked.err).toContain('f.csv:5: The row is nearly the stored figure');
      expect(asked.err).toContain(says);
    }
    await importing([...first.slice(0, 3), row('EC', 4, 8)], '--same');
    expect(await total('radio-talks')).toBe(26);
    expect(await total('radio-talks', '&country=PE')).toBeNull();
    // A series that goes on is a series: nothing is asked.
    expect(await importing([...first.slice(0, 3), row('EC', 4, 8), row('CO', 4, 9)])).toMatchObject({
      exit: 0,
    });
    expect(await total('radio-talks')).toBe(35);
  });

  it('months of one series, documents in several countries and documents told apart are no twins', async () => {
    const months = Array.from({ length: 12 }, (_, month) => {
      const at = `2016-${String(month + 1).padStart(2, '0')}`;
      return `TOUR,radio talks,talks,actual,CO,${at},${at},5,,`;
    });
    const manuals = ['BZ', 'CR', 'SV', 'GT', 'HN', 'NI', 'PA', 'DO'].map(
      (place) => `TOUR,manuals,manuals,actual,${place},2016,2016,1,,Manual`,
    );
    const apart = ['Manual', 'Guide', 'Map'].map(
      (note) => `TOUR,manuals,manuals,actual,CO,2016,2016,1,,${note}`,
    );
    for (const rows of [months, manuals, apart])
      expect(await importing(rows)).toMatchObject({ exit: 0, err: '' });
    // Each month in a file of its own.
    for (const month of ['2017-01', '2017-02']) {
      expect(await importing(`TOUR,radio talks,talks,actual,CO,${month},${month},5,,`)).toMatchObject({
        exit: 0,
      });
    }
    expect(await total('radio-talks')).toBe(70);
    expect(await total('manuals')).toBe(11);
  });

  it('money: another amount, day or note within a week is asked about; a signed row corrects by itself', async () => {
    const header = 'program,type,value_date,amount,currency,provider,note';
    const paying = (rows: string | readonly string[], options = '') =>
      importing(rows, options, 'transactions', header);
    const spent = async () =>
      (await app.nest.inject('/api/v1/funding?type=pledge&by=program&program=MIG-MESO')).json().total.value;
    const before = (await spent()) ?? 0;
    await paying('MIG-MESO,pledge,2017-05-02,100,USD,canada,');
    for (const [row, says] of [
      ['MIG-MESO,pledge,2017-05-04,100,USD,canada,', 'value_date 2017-05-02 → 2017-05-04'],
      ['MIG-MESO,pledge,2017-05-02,110,USD,canada,', 'amount 100.00 → 110.00'],
      ['MIG-MESO,pledge,2017-05-02,100,USD,canada,Second', 'note (empty) → Second'],
    ] as const) {
      expect((await paying(row)).err).toContain(says);
    }
    await paying('MIG-MESO,pledge,2017-05-02,110,USD,canada,', '--same');
    expect(await spent()).toBe(before + 11000);
    expect(await paying('MIG-MESO,pledge,2017-05-02,-10,USD,canada,')).toMatchObject({ exit: 0 });
    expect(await paying('MIG-MESO,pledge,2017-05-20,110,USD,canada,')).toMatchObject({ exit: 0 });
    expect(await spent()).toBe(before + 21000);
  });

  it('a part of a figure is named, and adds to nothing once it is marked (case 07)', async () => {
    const header = `${HEADER},part_of`;
    const whole = 'TOUR,judges trained,people,actual,CR,2017-01-01,2017-06-30,100,,whole programme,';
    const part = (of: string) =>
      `TOUR-CR,judges trained,people,actual,CR,2017-01-01,2017-06-30,60,,of these 60 in the activity,${of}`;
    const both = await importing([whole, part('')], '', 'results', header);
    expect(both.out).toContain(
      '60 of TOUR-CR (line 3) may be part of 100 of TOUR (line 2): both count. If it is, write part_of: TOUR.',
    );
    expect(await total('judges-trained')).toBe(160);
    const page = await app.nest.inject('/?lang=en');
    expect(page.body).toContain('may hold');
    const marked = await importing(part('TOUR'), '', 'results', header);
    expect(marked).toMatchObject({ exit: 0 });
    expect(marked.out).not.toContain('may be part of');
    expect(await total('judges-trained')).toBe(100);
    expect((await app.nest.inject('/?lang=en')).body).not.toContain('may hold');
    // It is shown with its programme.
    const activity = (await app.nest.inject('/api/v1/programs/TOUR-CR')).json();
    expect(activity.results).toMatchObject([{ value: 60, partOf: expect.any(String) }]);
    // Withdrawn, the whole holds nothing: what is left counts.
    const ref = activity.results[0].partOf;
    await run(`withdraw results ${ref} --reason "Counted by mistake"`);
    expect(await total('judges-trained')).toBe(60);
    await run(`withdraw results ${ref} --restore --reason "It was right"`);
    expect(await total('judges-trained')).toBe(100);
    for (const [of, code] of [
      ['NOWHERE', 'RESULT.PART_OF_UNKNOWN'],
      [activity.results[0].id, 'RESULT.PART_OF_ITSELF'],
    ]) {
      expect((await importing(part(of), '', 'results', header)).err).toContain(code);
    }
  });

  it('a withdrawn figure is in no total, stays so, and comes back', async () => {
    const row = 'TOUR,radio talks,talks,actual,CO,2017-01-01,2017-03-31,5,,same';
    await importing(`T-7,${row}`, '', 'results', `ref,${HEADER}`);
    expect(await run('withdraw results T-7')).toMatchObject({ exit: 2 });
    expect(await run('withdraw results T-8 --reason x')).toMatchObject({ exit: 2 });
    expect(await run('withdraw programs TOUR --reason x')).toMatchObject({ exit: 2 });
    expect((await run('withdraw results T-7 --reason "Counted twice"')).out).toMatch(
      /approved before, withdrawn now/,
    );
    expect(await total('radio-talks')).toBeNull();
    expect((await run('withdraw results T-7 --reason again')).err).toContain(
      'withdrawn already: Counted twice. Nothing was changed.',
    );
    const again = await importing(row);
    expect(again.out).toContain('Lines whose figures are withdrawn and stay so');
    expect(await total('radio-talks')).toBeNull();
    expect((await run('withdraw results T-7 --restore --reason "Once only"')).out).toMatch(/approved now/);
    expect(await total('radio-talks')).toBe(5);
    const audit = await app.nest.inject('/audit.csv?lang=en');
    expect(audit.body).toContain('Counted twice');
  });

  it('an import is taken back whole, unless something was built on it', async () => {
    const row = (value: number, note: string) =>
      `TOUR,radio talks,talks,actual,CO,2017-01-01,2017-03-31,${value},${value === 5 ? '' : `sex=female:${value}`},${note}`;
    const batchOf = ({ out }: { readonly out: string }) => /Import (\d+);/.exec(out)?.[1];
    const whole = async () => {
      const rows = await app.database.db
        .select()
        .from(results)
        .where(eq(results.indicator, 'radio-talks'))
        .orderBy(results.batchLine);
      const parts = await app.database.db.select().from(resultParts).orderBy(resultParts.result);
      return { rows, parts };
    };
    const first = await importing([row(5, 'one'), row(6, 'two')]);
    const came = await whole();
    const second = await importing([row(8, 'two'), row(7, 'three')], '--same');
    expect(second.out).toContain('1 new, 1 changed, 0 unchanged');
    expect(await total('radio-talks')).toBe(20);
    const built = await run(`import --undo ${batchOf(first)}`);
    expect(built).toMatchObject({ exit: 1, out: '' });
    expect(built.err).toContain(`changed since: ${came.rows[1]?.id}`);
    const later = batchOf(second);
    expect((await run(`import --undo ${later} --reason "Wrong file"`)).out).toContain(
      '1 withdrawn, 1 as before',
    );
    expect(await total('radio-talks')).toBe(11);
    const bySex = (await app.nest.inject('/api/v1/totals?indicator=radio-talks&by=sex')).json();
    expect(bySex.rows).toMatchObject([{ key: 'female', value: 6 }, { value: 5 }]);
    // What it changed is what it was, whole: its approval, its file and its line again.
    const { rows, parts } = await whole();
    expect(rows.filter(({ status }) => status === 'approved')).toEqual(came.rows);
    expect(came.rows.map(({ batch, batchLine }) => [String(batch), batchLine])).toEqual([
      [batchOf(first), 2],
      [batchOf(first), 3],
    ]);
    expect(parts).toEqual(expect.arrayContaining(came.parts));
    const page = await app.nest.inject(`/results/${came.rows[1]?.id}?lang=en`);
    expect(page.body).toContain('f.csv, line 3');
    expect((await run(`import --undo ${later}`)).err).toContain('it was taken back already');
    expect((await run('import --undo 999')).exit).toBe(2);
    // The same file again brings what was taken back with it.
    const third = await importing([row(8, 'two'), row(7, 'three')], '--same');
    expect(await total('radio-talks')).toBe(20);
    // With the later ones out of the way nothing has been built on the first, whose figures are as it left them.
    expect(await run(`import --undo ${batchOf(third)}`)).toMatchObject({ exit: 0 });
    expect((await run(`import --undo ${batchOf(first)}`)).out).toContain('2 withdrawn, 0 as before');
    expect(await total('radio-talks')).toBeNull();
  });

  it('what waited for approval waits again when it is restored', async () => {
    const row = 'T-9,TOUR,radio talks,talks,actual,CO,2017-01-01,2017-03-31,5,,same';
    await importing(row, '--draft', 'results', `ref,${HEADER}`);
    await app.database.db.update(results).set({ status: 'returned' }).where(eq(results.ref, 'T-9'));
    await run('withdraw results T-9 --reason "Counted twice"');
    expect((await run('withdraw results T-9 --restore --reason "Once only"')).out).toMatch(/returned now/);
  });

  it('is downloaded by whoever imports, and by nobody else', async () => {
    const file = await app.nest.inject('/api/v1/download/results.csv');
    expect(file.statusCode).toBe(200);
    expect(file.headers['content-type']).toContain('text/csv');
    expect(file.body.split('\r\n')).toHaveLength(40);
    expect((await app.nest.inject('/api/v1/download/nothing.csv')).statusCode).toBe(404);
    const out = await run('download results all.csv');
    expect(out.out).toBe('all.csv: 38 rows.');
    expect(await run('download results all.pdf')).toMatchObject({ exit: 2 });
  });
});
