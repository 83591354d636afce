import { type InEachLanguage, LANGUAGES, type Language, textIn } from '../../src/core/text.ts';
import { organisations } from '../../src/programs/organisations.table.ts';
import { places } from '../../src/programs/places.table.ts';
import { programs } from '../../src/programs/programs.table.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { eachEngine } from '../support/database.ts';
import { signIn } from '../support/people.ts';
import { startReferenceApp } from '../support/reference-app.ts';

/** Sums and figures of the reference portfolio that tell it from any other. */
const FIGURES = [123, 101, 45, 37, 340, 200_000, 370, 180];

eachEngine('the page on how we count', (engine) => {
  let app: TestApp;
  let empty: TestApp;
  beforeAll(async () => {
    app = await startReferenceApp(engine);
    empty = await startApp({ database: await engine.open() });
  });
  afterAll(async () => {
    await app.close();
    await empty.close();
  });

  const mainOf = async (of: TestApp, lang: Language, headers: Readonly<Record<string, string>> = {}) => {
    const { statusCode, body } = await of.asStranger({ url: `/methods?lang=${lang}`, headers });
    expect(statusCode).toBe(200);
    return /<main[\s\S]*<\/main>/.exec(body)?.[0] ?? '';
  };
  const cookieOf = async (donor: string) =>
    (await signIn(app.database.db, { role: 'donor', organisations: [donor] })).cookie;

  /** Names and codes of all that the record holds, in a language. */
  async function recorded(lang: Language): Promise<readonly string[]> {
    const { db } = app.database;
    const named = [
      ...(await db.select({ name: organisations.name, code: organisations.code }).from(organisations)),
      ...(await db.select({ name: programs.title, code: programs.code }).from(programs)),
      ...(await db.select({ name: places.name, code: places.code }).from(places)),
    ];
    const countries = new Intl.DisplayNames(lang, { type: 'region' });
    return named.flatMap(({ name, code }) => [
      ...(name === null ? [countries.of(code) ?? ''] : [textIn(name, lang)]),
      ...(code.includes('-') ? [code] : []),
    ]);
  }

  const asNumbers = (text: string) => text.replace(/(?<=\d)[.,\s\u00a0\u202f](?=\d{3})/g, '');
  const figuresIn = (text: string) =>
    FIGURES.filter((figure) => new RegExp(`(?<!\\d)${figure}(?!\\d)`).test(asNumbers(text)));

  it.each(LANGUAGES)('says nothing of the record to a stranger (%s)', async (lang) => {
    const main = await mainOf(app, lang);
    expect((await recorded(lang)).filter((name) => main.includes(name))).toEqual([]);
    expect(figuresIn(main)).toEqual([]);
    expect(main).not.toContain('2017');
    // The same as where there is no record at all.
    expect(main).toBe(await mainOf(empty, lang));
  });

  it('says that its example is one, in every language', async () => {
    const marks: InEachLanguage<string> = { en: 'invented', es: 'inventado', pt: 'inventado', fr: 'inventé' };
    for (const lang of LANGUAGES) {
      expect((await mainOf(app, lang)).split(marks[lang]).length).toBeGreaterThan(2);
    }
  });

  it.each(LANGUAGES)('leads a donor to a number of its own, and names no other donor (%s)', async (lang) => {
    const main = await mainOf(app, lang, { cookie: await cookieOf('italy') });
    // NET-POL, which Italy funds with others, has three documents.
    expect(main).toMatch(/<a href="\/results\?[^"]*indicator=documents-produced[^"]*">[^<]*: 3<\/a>/);
    expect((await recorded(lang)).filter((name) => main.includes(name))).toEqual([]);
    expect(figuresIn(main)).toEqual([]);
  });

  it('leads a manager to the foremost number of all, and nobody where there is none', async () => {
    const manager = async (of: TestApp) => ({
      cookie: (await signIn(of.database.db, { role: 'manager' })).cookie,
    });
    const main = await mainOf(app, 'en', await manager(app));
    expect(main).toContain('>Officials trained: 123, of which 45 approximate and 22 undated</a>');
    // Whoever sees rows may look at every total from each side.
    const agreement = /<p class="data-link"><a href="\/methods\/agreement[^>]*>[^<]*<\/a><\/p>/;
    const own = await mainOf(empty, 'en', await manager(empty));
    expect(own).toMatch(agreement);
    expect(own.replace(agreement, '')).toBe(await mainOf(empty, 'en'));
  });
});
