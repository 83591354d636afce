import { RIGHTS } from '../../src/core/fixtures/scopes.ts';
import { Closing } from '../../src/entry/closing.use-case.ts';
import type { Author } from '../../src/entry/submissions.use-case.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { eachEngine } from '../support/database.ts';
import { importCsv } from '../support/import.ts';
import { signIn } from '../support/people.ts';

const NOW = new Date('2017-07-01T12:00:00Z');
const HEAD = 'ref,program,indicator,unit,kind,country_or_region,period_start,period_end,value,reason\n';
const figure = (ref: string, month: string, value: number, reason = '', program = 'MAR-1') =>
  `${ref},${program},talks,talks,actual,CR,${month},${month},${value},${reason}\n`;

eachEngine('closed periods', (engine) => {
  let db: Database;
  let closing: Closing;
  let manager: Author;
  beforeEach(async () => {
    ({ db } = await engine.openAnew());
    await importCsv(
      db,
      'programs',
      'code,title,status,parent\nMAR,Maritime,ongoing,\nMAR-1,Ports,ongoing,MAR\nTOUR,Tourism,ongoing,\n',
    );
    await importCsv(db, 'results', HEAD + figure('A', '2017-05', 30) + figure('B', '2017-06', 5));
    await importCsv(
      db,
      'transactions',
      'ref,program,type,value_date,amount,currency\nT,MAR,disbursement,2017-05-10,100,USD\n',
    );
    closing = new Closing(db, { now: () => NOW });
    const { account, email } = await signIn(db, { role: 'manager' });
    manager = {
      scope: { role: 'manager', rights: RIGHTS.manager, programs: [], organisations: [] },
      account,
      actor: { kind: 'person', id: account, name: email },
      name: 'Manuel Paz',
    };
  });

  const codes = async (rows: string, kind = 'results') => {
    const { errors } = await importCsv(db, kind, rows);
    return errors.map(({ line, column, code }) => `${line} ${column} ${code}`);
  };

  it('take nothing new and no correction without a reason, of the programme and all below it', async () => {
    await closing.close(manager, 'MAR', '2017-05-31');
    expect(
      await codes(
        HEAD +
          figure('A', '2017-05', 31) +
          figure('B', '2017-06', 6) +
          figure('C', '2017-04', 7) +
          figure('D', '2017-04', 7, '', 'TOUR'),
      ),
    ).toEqual(['2 reason ROW.PERIOD_CLOSED', '4 reason ROW.PERIOD_CLOSED']);
    // What moves out of a closed period is a change of it.
    expect(await codes(HEAD + figure('A', '2017-06', 30))).toEqual(['2 reason ROW.PERIOD_CLOSED']);
    const head = 'ref,program,type,value_date,amount,currency,reason\n';
    expect(await codes(`${head}T,MAR,disbursement,2017-05-10,90,USD,\n`, 'transactions')).toEqual([
      '2 reason ROW.PERIOD_CLOSED',
    ]);
    expect(await codes(`${head}T,MAR,disbursement,2017-05-10,90,USD,Bank fee.\n`, 'transactions')).toEqual(
      [],
    );
  });

  it('take what says why, and a former reason is none', async () => {
    await closing.close(manager, 'MAR', '2017-05-31');
    expect(await codes(HEAD + figure('A', '2017-05', 31, 'One came late.'))).toEqual([]);
    expect(await codes(HEAD + figure('A', '2017-05', 31, 'One came late.'))).toEqual([]);
    expect(await codes(HEAD + figure('A', '2017-05', 32, 'One came late.'))).toEqual([
      '2 reason ROW.PERIOD_CLOSED',
    ]);
    expect(await codes(HEAD + figure('A', '2017-05', 32, 'Two came late.'))).toEqual([]);
  });

  it('are closed through another day, and opened again, by name', async () => {
    await closing.close(manager, 'MAR', '2017-05-31');
    await closing.close(manager, 'MAR', '2017-04-30');
    expect(await closing.list()).toEqual([
      {
        program: 'MAR',
        through: '2017-04-30',
        closedAt: NOW,
        closedBy: manager.account,
        closedName: 'Manuel Paz',
      },
    ]);
    expect(await codes(HEAD + figure('A', '2017-05', 31))).toEqual([]);
    await closing.reopen(manager, 'MAR');
    expect(await closing.list()).toEqual([]);
  });

  it('are of programmes that there are, and of days that have come', async () => {
    const refused = (program: string, through: string) =>
      closing.close(manager, program, through).then(
        () => 'taken',
        (error: { code: string }) => error.code,
      );
    expect(await refused('SEA', '2017-05-31')).toBe('CLOSING.PROGRAM');
    expect(await refused('MAR', '31 May')).toBe('CLOSING.DAY');
    expect(await refused('MAR', '2017-07-03')).toBe('CLOSING.NOT_YET');
  });
});
