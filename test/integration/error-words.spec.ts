import type { TestApp } from '../support/app.ts';
import { eachEngine } from '../support/database.ts';
import { startReferenceApp } from '../support/reference-app.ts';

/** As a browser asks for what its reader opens. */
const BROWSER = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };

/** English words of errors, none of which may stand on a page in another language. */
const ENGLISH = /There is no|must not|takes a|Unrecognized|Invalid input|Choose one|Did you mean|begins on/;

/** What people read of a page: without markup, its dashes and spaces as they are typed. */
function textOf(body: string): string {
  return body
    .replace(/<style[\s\S]*?<\/style>|<[^>]*>/g, ' ')
    .replaceAll('\u00a0', ' ')
    .replaceAll('\u202f', ' ')
    .replace(/\s+/g, ' ');
}

eachEngine('what went wrong', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startReferenceApp(engine);
  });
  afterAll(() => app.close());

  const REPORTS = '/api/v1/reports';
  it.each([
    ['es', '/programs/NOWHERE', 404, 'No existe el programa «NOWHERE».'],
    ['pt', '/countries/XX', 404, 'Não existe o país ou a região “XX”.'],
    ['fr', '/donors/nobody', 404, 'Le donateur « nobody » n’existe pas.'],
    ['es', '/results/none', 404, 'No existe la cifra aprobada «none».'],
    ['pt', '/results?cursor=none', 400, 'A lista mudou desde então.'],
    ['es', '/nowhere', 404, 'No hay ninguna página con esta dirección.'],
    ['fr', `${REPORTS}/portfolio.pdf?period=June`, 400, '« June » n’est pas une période.'],
    ['es', `${REPORTS}/portfolio.csv?period=2018-01`, 400, 'El período 2018-01 no ha comenzado'],
    ['pt', `${REPORTS}/country-fact-sheet.xlsx?period=2017-06`, 400, 'Uma ficha de país precisa de seu país'],
    [
      'fr',
      `${REPORTS}/portfolio.pdf?period=2017-06&country=XX`,
      400,
      'country : « XX » n’est pas connu ici.',
    ],
    ['es', `${REPORTS}/portfolio.pdf?period=2017-06&paper=a5`, 400, 'El papel es a4 o letter'],
  ])('is told in the language of the page: %s %s', async (lang, url, status, words) => {
    const answer = await app.nest.inject({
      url: `${url}${url.includes('?') ? '&' : '?'}lang=${lang}`,
      headers: BROWSER,
    });
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toContain('text/html');
    expect(answer.body).toContain(`<html lang="${lang}"`);
    expect(textOf(answer.body)).toContain(words);
    expect(textOf(answer.body)).not.toMatch(ENGLISH);
  });

  it('and what a page says stands behind French colons', async () => {
    const { body } = await app.nest.inject({
      url: '/indicators/officials-trained?lang=fr',
      headers: BROWSER,
    });
    const [, facts = ''] = /<p class="facts-line">(.*?)<\/p>/s.exec(body) ?? [];
    expect(textOf(facts)).toContain('Unité de mesure : ');
    expect(textOf(facts)).not.toMatch(/[^ ]: /);
  });

  it('is told to programs in English, with the same code in every language', async () => {
    const answer = await app.nest.inject(`${REPORTS}/portfolio.pdf?period=June&lang=fr`);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(JSON.parse(answer.body)).toMatchObject({
      status: 400,
      code: 'REPORT.UNKNOWN_PERIOD',
      detail: '"June" is not a period.',
    });
  });
});
