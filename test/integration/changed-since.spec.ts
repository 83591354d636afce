import { eq } from 'drizzle-orm';
import { EVERYTHING } from '../../src/access/index.ts';
import type { ReportRequest } from '../../src/reporting/index.ts';
import { Reports } from '../../src/reporting/index.ts';
import { results } from '../../src/results/results.table.ts';
import type { TestApp } from '../support/app.ts';
import { eachEngine } from '../support/database.ts';
import { startReferenceApp } from '../support/reference-app.ts';

const LATE = '0f0e0d0c-0b0a-4908-8706-050403020100';
const plain = (texts: readonly string[]) => texts.map((text) => text.replace(/\s/gu, ' '));

eachEngine('figures of earlier reports that have moved', (engine) => {
  let now = new Date('2017-07-01T12:00:00Z');
  let app: TestApp;
  let reports: Reports;
  beforeAll(async () => {
    app = await startReferenceApp(engine, { clock: { now: () => now } });
    reports = app.nest.get(Reports);
  });
  afterAll(() => app.close());

  const portfolio = (period: string): ReportRequest => ({ report: 'portfolio', period });
  const antigua = (period: string, lang = 'es'): ReportRequest => ({
    ...{ report: 'country-fact-sheet', country: 'AG' },
    ...{ period, lang },
  });
  const costaRica = (period: string): ReportRequest => ({ ...antigua(period), country: 'CR' });
  const canada = (period: string): ReportRequest => ({
    ...{ report: 'donor-funding-summary', donor: 'canada' },
    ...{ period, lang: 'fr' },
  });
  const changedIn = async (request: ReportRequest) =>
    plain((await reports.draw(EVERYTHING, request)).changed);
  const figure = async (value: number) => {
    const [row] = await app.database.db.select().from(results).where(eq(results.value, value));
    if (row === undefined) throw new Error(`There is no figure of ${value}.`);
    return row;
  };

  it('are told by the next report first, whatever the report, in its language', async () => {
    for (const request of [
      portfolio('2017-06'),
      antigua('2017-06'),
      canada('2017-06'),
      costaRica('2017-06'),
    ]) {
      await reports.issue(request);
    }
    expect(await changedIn(portfolio('2017-07'))).toEqual([]);
    // About 45 officials of Antigua and Barbuda in June, whom Canada pays, are about 48: of all 101 in June, 104.
    const { id } = await figure(45);
    await app.database.db.update(results).set({ value: 48 }).where(eq(results.id, id));
    expect(await changedIn(portfolio('2017-07'))).toEqual([
      'Officials trained, June 2017: the figure is now 104, of which 48 approximate, was about 101: corrected.',
    ]);
    expect(await changedIn(antigua('2017-07'))).toEqual([
      'Funcionarios capacitados, junio de 2017: la cifra es ahora aprox. 48, era aprox. 45: corregida.',
    ]);
    expect(await changedIn(canada('2017-07'))).toEqual([
      'Fonctionnaires formés, juin 2017 : environ 48 désormais, environ 45 auparavant (corrigé).',
    ]);
    expect(await changedIn(costaRica('2017-07'))).toEqual([]);
    const { html, headlines } = await reports.draw(EVERYTHING, antigua('2017-07', 'en'));
    const text = html.replace(/<style>.*?<\/style>|<[^>]+>/gs, ' ').replace(/\s+/g, ' ');
    const said = 'Officials trained, June 2017: the figure is now about 48, was about 45: corrected.';
    expect(text).toContain(`What changed in earlier reports ${said}`);
    // Before the first of its own figures.
    expect(text.indexOf(said)).toBeLessThan(text.indexOf(headlines[0]?.label ?? 'no headline'));
  });

  it('are told by the next alone, and kept with it for its e-mail', async () => {
    now = new Date('2017-08-01T12:00:00Z');
    const july = await reports.issue(portfolio('2017-07'));
    expect(plain(july.changed)).toEqual([
      'Officials trained, June 2017: the figure is now 104, of which 48 approximate, was about 101: corrected.',
    ]);
    now = new Date('2017-09-01T12:00:00Z');
    expect(await changedIn(portfolio('2017-08'))).toEqual([]);
  });

  it('are told of a month long before, where another issue was sent since', async () => {
    const { id: _, ref: __, ...known } = await figure(48);
    const late = {
      id: LATE,
      qualifier: 'exact',
      periodStart: '2017-06-05',
      periodEnd: '2017-06-06',
      value: 5,
    };
    await app.database.db.insert(results).values({ ...known, ...late } as never);
    // 104 and 5. The total up to the end of July has moved by just the same.
    expect(await changedIn(portfolio('2017-08'))).toEqual([
      'Officials trained, June 2017: the figure is now 109, of which 48 approximate, was about 104: reported late.',
    ]);
  });

  it('are not told where they say again what was sent', async () => {
    await app.database.db.delete(results).where(eq(results.id, LATE));
    expect(await changedIn(portfolio('2017-08'))).toEqual([]);
  });
});
