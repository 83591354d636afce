import { type InEachLanguage, LANGUAGES } from '../../src/core/text.ts';
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

function fieldOf(body: string, id: string): string {
  return new RegExp(`<(?:select|input) id="${id}"[^>]*>(?:[\\s\\S]*?</select>)?`).exec(body)?.[0] ?? '';
}

const FIRST_AFTER_LAST: InEachLanguage<string> = {
  en: 'This first day is after the last one.',
  es: 'Este primer día es posterior al último.',
  pt: 'Este primeiro dia é posterior ao último.',
  fr: 'Ce premier jour est postérieur au dernier.',
};

eachEngine('a filter that cannot be read', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startReferenceApp(engine);
  });
  afterAll(() => app.close());
  const get = async (url: string, headers: Record<string, string> = BROWSER) => {
    const { statusCode, headers: answered, body } = await app.nest.inject({ url, headers });
    return { statusCode, type: String(answered['content-type']), body, text: textOf(body) };
  };

  it.each(LANGUAGES.map((lang) => [lang, FIRST_AFTER_LAST[lang]] as const))(
    'stands as it was typed, with what is wrong beside its field, in %s',
    async (lang, fault) => {
      const { statusCode, type, body } = await get(
        `/?from=2017-07-01&to=2017-06-30&country=CR&pillar=democracy&lang=${lang}`,
      );
      expect(statusCode).toBe(400);
      expect(type).toBe('text/html; charset=utf-8');
      expect(body).toContain(`<html lang="${lang}"`);
      expect(fieldOf(body, 'filter-from')).toMatch(
        /type="date" name="from" value="2017-07-01" aria-invalid="true" aria-describedby="filter-from-error"/,
      );
      expect(fieldOf(body, 'filter-to')).toMatch(/value="2017-06-30"(?!.*aria-invalid)/);
      expect(fieldOf(body, 'filter-country')).toContain('<option value="CR" selected>Costa Rica</option>');
      expect(/<span class="field-error" id="filter-from-error"[^>]*>([^<]*)</.exec(body)?.[1]).toContain(
        fault,
      );
      expect(body).toContain('<form class="filter-fields" method="get" action="/">');
      expect(body).toContain(`<input type="hidden" name="lang" value="${lang}"/>`);
      // Rather none than other figures.
      expect(body).not.toMatch(/class="tiles|<table|<svg class="chart/);
    },
  );

  it.each([
    ['/?from=June&lang=es', 'filter-from', 'value="June"', '«June» no es una fecha'],
    ['/?to=2017-02-30&lang=pt', 'filter-to', 'value="2017-02-30"', '“2017-02-30” não é uma data'],
    [
      '/programs?country=cr&lang=fr',
      'filter-country',
      '<option value="cr" selected>cr</option>',
      'Vouliez-vous dire CR ?',
    ],
    ['/?donor=nobody&lang=es', 'filter-donor', '<option value="nobody" selected>', '«nobody» no se conoce'],
    [
      '/results?indicator=x&lang=en',
      'filter-indicator',
      '<option value="x" selected>',
      '“x” is not known here',
    ],
    ['/?country=CR&country=cl&lang=en', 'filter-country-2', 'value="cl"', 'Did you mean CL?'],
    ['/?program=NOWHERE&lang=pt', 'filter-program', 'value="NOWHERE"', '“NOWHERE” não é conhecido aqui'],
    ['/countries/CL?from=1&lang=fr', 'filter-from', 'type="text"', '« 1 » n’est pas une date'],
  ])('keeps what was typed: %s', async (url, id, kept, fault) => {
    const { statusCode, body, text } = await get(url);
    expect(statusCode).toBe(400);
    expect(fieldOf(body, id)).toContain(kept);
    expect(fieldOf(body, id)).toContain('aria-invalid="true"');
    expect(text).toContain(fault);
    expect(body).toContain(`action="${url.split('?')[0]}"`);
    if (!url.includes('lang=en')) expect(text).not.toMatch(ENGLISH);
  });

  it('names every fault at once', async () => {
    const { body } = await get('/?country=XX&pillar=none&donor=nobody&to=June&lang=en');
    expect([...body.matchAll(/<span class="field-error" id="([\w-]+)"/g)].map(([, id]) => id)).toEqual([
      'filter-pillar-error',
      'filter-country-error',
      'filter-donor-error',
      'filter-to-error',
    ]);
  });

  it.each([
    ['/?contry=CR&lang=es', 'contry: Esto no se puede pedir aquí.', 'name="contry"'],
    ['/results?kind=maybe&lang=fr', 'kind : « maybe » ne peut pas être compris ici.', 'name="kind"'],
    ['/results?by=country&lang=en', 'by: The parameters “by” and “key” go together', 'name="by"'],
    ['/?lang=de&country=CR', 'lang: “de” cannot be read here.', 'name="lang"'],
  ])(
    'says above the form what has no field, and does not send it again: %s',
    async (url, sentence, again) => {
      const { statusCode, body, text } = await get(url);
      expect(statusCode).toBe(400);
      expect(text).toContain(sentence);
      expect(body).not.toContain(again);
    },
  );

  it.each([
    ['/dashboard.csv?from=2017-07-01&to=2017-06-30', 'REQUEST.INVALID'],
    ['/dashboard.json?from=June', 'REQUEST.INVALID'],
    ['/transactions.json?country=XX', 'FILTER.UNKNOWN_COUNTRY'],
    ['/api/v1/totals?indicator=officials-trained&from=2017-07-01&to=2017-06-30', 'REQUEST.INVALID'],
    ['/api/v1/results?country=XX&lang=es', 'FILTER.UNKNOWN_COUNTRY'],
  ])('is a problem for programs: %s', async (url, code) => {
    const { statusCode, type, body } = await get(url, {});
    expect(statusCode).toBe(400);
    expect(type).toContain('application/problem+json');
    const problem = JSON.parse(body);
    expect(problem).toMatchObject({ status: 400, code });
    expect(Object.keys(problem)).not.toEqual(expect.arrayContaining(['values']));
  });

  it('of the audit stands as it was typed too', async () => {
    const { statusCode, body, text } = await get('/audit?from=2017-07-02&to=2017-07-01&lang=es');
    expect(statusCode).toBe(400);
    expect(fieldOf(body, 'audit-from')).toMatch(/value="2017-07-02" aria-invalid="true"/);
    expect(fieldOf(body, 'audit-to')).toContain('value="2017-07-01"');
    expect(text).toContain('Este primer día es posterior al último.');
    expect((await get('/audit?action=x&from=July&lang=fr')).text).toContain('« July » n’est pas une date.');
    expect((await get('/audit?before=x&lang=pt')).text).toContain(
      'before: “x” não pode ser interpretado aqui.',
    );
    expect((await get('/audit.csv?from=July', {})).type).toContain('application/problem+json');
  });
});
