import { CurrentSettings, changeSettings, EVERYTHING } from '../../src/access/index.ts';
import { type InEachLanguage, LANGUAGES } from '../../src/core/text.ts';
import { type ReportRequest, Reports } from '../../src/reporting/index.ts';
import { PAPERS } from '../../src/reporting/report-request.ts';
import type { TestApp } from '../support/app.ts';
import { importCsv, NOW } from '../support/import.ts';
import { assertPrintedWhole, type PdfBookmark, readPdf } from '../support/pdf.ts';
import { startReferenceApp } from '../support/reference-app.ts';
import { structureFaults, textSizeOf } from './report-faults.ts';

const BY = { actor: { kind: 'command' }, at: NOW } as const;
const SIZES = { a4: [595, 842], letter: [612, 792] } as const;

let app: TestApp;
let reports: Reports;
beforeAll(async () => {
  app = await startReferenceApp();
  reports = app.nest.get(Reports);
  await change('cover');
});
afterAll(() => app.close());

async function change(front: 'cover' | null): Promise<void> {
  await app.database.db.transaction((tx) => changeSettings(tx, { front }, BY));
  await app.nest.get(CurrentSettings, { strict: false }).refresh();
}

async function print(request: ReportRequest) {
  const drawn = await reports.draw(EVERYTHING, request);
  const { bytes } = await reports.print(drawn);
  return { drawn, pdf: await readPdf(bytes) };
}

const spaced = (text = '') => text.replace(/\s+/g, ' ');
const flat = (bookmarks: readonly PdfBookmark[]): readonly string[] =>
  bookmarks.flatMap(({ title, children }) => [spaced(title), ...flat(children)]);
const headingsOf = (html: string) =>
  [...html.matchAll(/<h[1-4][^>]*>([^<]*)<\/h[1-4]>/g)].map(([, text = '']) =>
    spaced(text.replaceAll('&amp;', '&').replaceAll('&lt;', '<')),
  );

const REPORTS = {
  portfolio: { report: 'portfolio', period: '2017-06' },
  country: { report: 'country-fact-sheet', period: '2017-06', country: 'CR' },
  donor: { report: 'donor-funding-summary', period: '2017-06', donor: 'canada' },
} as const;
type Asked = keyof typeof REPORTS;

/** All that a cover says, in its order, and its largest words. */
const COVERS: InEachLanguage<Readonly<Record<Asked, readonly [text: string, subject: string]>>> = {
  en: {
    portfolio: [
      'Organization of American States Portfolio report June 2017 All programmes As known on 1 July 2017 at 08:00 GMT−4',
      'June 2017',
    ],
    country: [
      'Organization of American States Country fact sheet Costa Rica Period June 2017 As known on 1 July 2017 at 08:00 GMT−4',
      'Costa Rica',
    ],
    donor: [
      'Organization of American States Donor funding summary Canada Period June 2017 As known on 1 July 2017 at 08:00 GMT−4',
      'Canada',
    ],
  },
  es: {
    portfolio: [
      'Organización de los Estados Americanos Informe de la cartera de programas Junio de 2017 Todos los programas Según lo conocido el 1 de julio de 2017',
      'Junio de 2017',
    ],
    country: [
      'Organización de los Estados Americanos Ficha informativa del país Costa Rica Período junio de 2017 Según lo conocido el 1 de julio de 2017',
      'Costa Rica',
    ],
    donor: [
      'Organización de los Estados Americanos Resumen del financiamiento por donante Canadá Período junio de 2017 Según lo conocido el 1 de julio de 2017',
      'Canadá',
    ],
  },
  pt: {
    portfolio: [
      'Organização dos Estados Americanos Relatório da carteira de programas Junho de 2017 Todos os programas Conforme conhecido em 1 de julho de 2017',
      'Junho de 2017',
    ],
    country: [
      'Organização dos Estados Americanos Ficha informativa do país Costa Rica Período junho de 2017 Conforme conhecido em 1 de julho de 2017',
      'Costa Rica',
    ],
    donor: [
      'Organização dos Estados Americanos Resumo do financiamento por doador Canadá Período junho de 2017 Conforme conhecido em 1 de julho de 2017',
      'Canadá',
    ],
  },
  fr: {
    portfolio: [
      'Organisation des États américains Rapport sur le portefeuille de programmes Juin 2017 Tous les programmes Tel que connu le 1er juillet 2017',
      'Juin 2017',
    ],
    country: [
      'Organisation des États américains Fiche d’information du pays Costa Rica Période juin 2017 Tel que connu le 1er juillet 2017',
      'Costa Rica',
    ],
    donor: [
      'Organisation des États américains Récapitulatif des financements par donateur Canada Période juin 2017 Tel que connu le 1er juillet 2017',
      'Canada',
    ],
  },
};

const editions = LANGUAGES.flatMap((lang) =>
  PAPERS.flatMap((paper) => (Object.keys(REPORTS) as Asked[]).map((name) => ({ name, lang, paper }))),
);

it.each(editions)('the $name in $lang on $paper has a sheet before it', async ({ name, lang, paper }) => {
  const { drawn, pdf } = await print({ ...REPORTS[name], lang, paper });
  const [cover, first] = pdf.pages;
  const [text, subject] = COVERS[lang][name];
  expect(spaced(cover?.text)).toContain(text);
  // It is all there is: no foot, no figure.
  expect(cover?.furniture).toBe('');
  const sizes = (cover?.items ?? []).map(({ height }) => height);
  const largest = cover?.items.filter(({ height }) => height === Math.max(...sizes));
  expect(spaced(largest?.map((item) => item.text).join(' '))).toBe(subject);
  // The report begins on the next sheet, without its large heading, and counts the cover.
  expect(spaced(first?.text)).not.toMatch(/^Organi[sz]a/);
  expect(first?.furniture).toMatch(new RegExp(`2 (of|de|sur) ${pdf.pages.length}\\b`));
  for (const page of pdf.pages)
    expect([Math.round(page.width), Math.round(page.height)]).toEqual(SIZES[paper]);
  assertPrintedWhole(pdf, { margin: 45, textSize: textSizeOf(drawn.html) });
  expect(structureFaults(pdf)).toEqual([]);
  expect(flat(pdf.bookmarks)).toEqual(headingsOf(drawn.html));
  expect(flat(pdf.bookmarks)[0]).toBe(subject);
});

it('a long name is set smaller, and stays on its sheet', async () => {
  const name =
    'Federal Ministry for Economic Cooperation, Development, the Environment and Consumer Protection of a Republic';
  await importCsv(
    app.database.db,
    'program-organisations',
    `program,organisation,kind,role\nNET-POL,"${name}",government,funding\n`,
  );
  const donor =
    'federal-ministry-for-economic-cooperation-development-the-environment-and-consumer-protection-of-a-republic';
  const { drawn, pdf } = await print({ report: 'donor-funding-summary', period: '2017-06', donor });
  expect(spaced(pdf.pages[0]?.text)).toContain(name);
  assertPrintedWhole(pdf, { margin: 45, textSize: textSizeOf(drawn.html) });
});

it('makes no other figures: the hash is the same with and without it', async () => {
  const { hash } = await reports.draw(EVERYTHING, REPORTS.portfolio);
  await change(null);
  const plain = await reports.draw(EVERYTHING, REPORTS.portfolio);
  expect(plain.hash).toBe(hash);
  expect(plain.html).not.toContain('report-cover');
});
