import type { Mandate } from '../../src/access/index.ts';
import { readWorkbook } from '../../src/platform/spreadsheet/read-workbook.ts';
import type { TestApp } from '../support/app.ts';
import { eachEngine } from '../support/database.ts';
import { signIn } from '../support/people.ts';
import { startReferenceApp } from '../support/reference-app.ts';

eachEngine('templates at an address', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startReferenceApp(engine);
  });
  afterAll(() => app.close());

  async function as(mandate: Partial<Mandate> & Pick<Mandate, 'role'>) {
    const { cookie } = await signIn(app.database.db, mandate);
    return (url: string) => app.nest.inject({ url, headers: { cookie } });
  }
  async function wordsIn(file: Buffer, sheet: string): Promise<readonly string[]> {
    const words = await readWorkbook(file, sheet);
    if ('refused' in words) throw new Error(words.refused.message);
    return words.rows.slice(1).flatMap(({ cells }) => cells.filter((cell) => cell !== ''));
  }

  it('come as workbooks, in the language of the page that leads to them', async () => {
    const get = await as({ role: 'manager' });
    const page = await get('/files?lang=fr');
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('href="/api/v1/templates/results.xlsx?lang=fr"');
    expect(page.body).not.toContain('/api/v1/download/');
    // What can be entered on a page is brought in on one; the rest by whoever runs the service.
    expect(page.body).toContain('href="/imports?lang=fr">Importer un fichier</a>');
    const [, rest = ''] = /importe les fichiers suivants[^:]*: ([^<]+)\.</.exec(page.body) ?? [];
    expect(rest).toBe('piliers, pays et régions, termes du vocabulaire, taux de change et abonnements');
    const { statusCode, headers, rawPayload } = await get('/api/v1/templates/results.xlsx?lang=fr');
    expect([statusCode, headers['content-language']]).toEqual([200, 'fr']);
    expect(headers['content-disposition']).toBe('attachment; filename="results.xlsx"');
    expect(await wordsIn(rawPayload, 'Mots')).toEqual(
      expect.arrayContaining(['NET-POL', 'officials trained']),
    );
    expect((await get('/api/v1/templates/results.xlsx?lang=xx')).statusCode).toBe(400);
    expect((await get('/api/v1/templates/nothing.xlsx')).statusCode).toBe(404);
  });

  it('name to an officer the programmes of its own, and who takes part in those', async () => {
    const get = await as({ role: 'officer', programs: ['NET-POL'] });
    const { rawPayload } = await get('/api/v1/templates/program-organisations.xlsx?lang=en');
    const words = await wordsIn(rawPayload, 'Words');
    expect(words).toContain('NET-POL');
    expect(words).not.toContain('MAR');
    const all = await as({ role: 'administrator' });
    const whole = await wordsIn(
      (await all('/api/v1/templates/program-organisations.xlsx?lang=en')).rawPayload,
      'Words',
    );
    expect(whole).toEqual(expect.arrayContaining(['NET-POL', 'MAR']));
    expect((await all('/files')).body).toContain('href="/api/v1/download/results.csv"');
  });

  it('are not for donors', async () => {
    const get = await as({ role: 'donor', organisations: ['canada'] });
    for (const url of ['/files', '/api/v1/templates/results.xlsx']) {
      expect([url, (await get(url)).statusCode]).toEqual([url, 404]);
    }
  });
});
