import { asc, eq } from 'drizzle-orm';
import { EVERYTHING } from '../../src/access/index.ts';
import { PdfRenderer } from '../../src/platform/browser/pdf-renderer.adapter.ts';
import { organisations } from '../../src/programs/organisations.table.ts';
import { programs } from '../../src/programs/programs.table.ts';
import { type DrawnReport, Reports } from '../../src/reporting/reports.use-case.ts';
import type { TestApp } from '../support/app.ts';
import { readPdf } from '../support/pdf.ts';
import { startReferenceApp } from '../support/reference-app.ts';
import { CUT_OFF, requestFor } from './document.fixture.ts';

/** "Rural health programme", or near it. */
const TITLES = [
  'برنامج الصحة الريفية 2017',
  '农村卫生项目',
  '農村地域の保健プログラム',
  '농촌 보건 사업',
  'โครงการสุขภาพชนบท',
  'ग्रामीण स्वास्थ्य कार्यक्रम',
  'תוכנית בריאות כפרית',
  'Программа сельского здравоохранения',
  'Πρόγραμμα υγείας της υπαίθρου',
  'গ্রামীণ স্বাস্থ্য কর্মসূচি',
  'கிராமப்புற சுகாதாரத் திட்டம்',
  'የገጠር ጤና ፕሮግራም',
] as const;
/** Cuneiform: no font here has it, and few machines do. */
const UNKNOWN = '\u{12000}';

let app: TestApp;
let renderer: PdfRenderer;
beforeAll(async () => {
  app = await startReferenceApp();
  renderer = new PdfRenderer({ browserPath: null });
});
afterAll(async () => {
  await renderer.close();
  await app.close();
});

const draw = (): Promise<DrawnReport> =>
  app.nest.get(Reports).draw(EVERYTHING, { report: 'portfolio', period: '2017-06' });

describe('titles in any script', () => {
  it('are printed with fonts of our own', async () => {
    const { db } = app.database;
    const stored = await db.select().from(programs).orderBy(asc(programs.code));
    for (const [index, title] of TITLES.entries()) {
      await db
        .update(programs)
        .set({ title: { en: title } })
        .where(eq(programs.code, stored[index]?.code ?? ''));
    }
    await db
      .update(organisations)
      .set({ name: { en: 'كندا' } })
      .where(eq(organisations.code, 'canada'));
    const { bytes } = await app.nest.get(Reports).print(await draw());

    const pdf = await readPdf(bytes);
    expect(pdf.fonts.filter(({ embedded }) => !embedded)).toEqual([]);
    // Readers of files find spaces between signs that stand apart, and none is wrong.
    const text = pdf.pages.map((page) => page.text.replaceAll(/\s/g, '')).join('');
    for (const title of ['卫生项目', '농촌', 'Программа', 'Πρόγραμμα', 'የገጠር']) {
      expect(text).toContain(title);
    }
  });

  it('stop the report where no font has a sign of it, and name the cell', async () => {
    const { db } = app.database;
    const [program] = await db.select().from(programs).where(eq(programs.code, 'NET-POL'));
    await db
      .update(programs)
      .set({ title: { en: `Roads ${UNKNOWN}` } })
      .where(eq(programs.code, 'NET-POL'));
    try {
      const drawn = await draw();
      await expect(app.nest.get(Reports).print(drawn)).rejects.toMatchObject({
        code: 'RENDER.GLYPH_MISSING',
        options: { kind: 'refused' },
        message: expect.stringMatching(
          /^No font has the sign "\u{12000}" \(U\+12000\) of "[^"]*Roads \u{12000}[^"]*" .*It is from programme NET-POL, title\.$/u,
        ),
      });
    } finally {
      await db.update(programs).set({ title: program?.title }).where(eq(programs.code, 'NET-POL'));
    }
  });
});

it('no font of the machine is seen: one of ours stands in for what a document names and does not bring', async () => {
  const machine = await renderer.render(requestFor('<p style="font-family:DejaVu Sans,Arial,serif">Uno</p>'));
  expect((await readPdf(machine.bytes)).fonts).toEqual([
    { name: expect.stringMatching(/NotoSans-Regular$/), embedded: true },
  ]);
});

describe('a sign that no font has', () => {
  const STYLE = "<style>html{font-family:'No Glyph'}</style>";
  const ours = (body: string) => requestFor(`${STYLE}${body}`);

  it.each([
    [
      'of a cell, by table, row and column',
      `<table><caption>Programmes</caption><thead><tr><th>Code</th><th>Title</th></tr></thead><tbody><tr><th scope="row">ABC</th><td>Roads ${UNKNOWN}</td></tr></tbody></table>`,
      `of "Roads ${UNKNOWN}" in the table "Programmes", row "ABC", column "Title".`,
    ],
    [
      'of a chart, by its heading',
      `<h2>By country</h2><svg><text y="20">${UNKNOWN}</text></svg>`,
      `of "${UNKNOWN}" in the chart "By country".`,
    ],
    [
      'of a text, by the heading above',
      `<h2>Gaps</h2><p>x ${UNKNOWN}</p>`,
      `of "x ${UNKNOWN}" under "Gaps".`,
    ],
  ])('is named: %s', async (_, body, where) => {
    await expect(renderer.render(ours(body))).rejects.toMatchObject({
      code: 'RENDER.GLYPH_MISSING',
      message: expect.stringContaining(where),
    });
  });

  it('is found in the line at the foot too', async () => {
    const request = { ...requestFor(`${STYLE}<p></p>`), footer: { start: UNKNOWN, end: '' }, date: CUT_OFF };
    await expect(renderer.render(request)).rejects.toMatchObject({
      message: `No font has the sign "${UNKNOWN}" (U+12000) of "${UNKNOWN}" at the foot of every page.`,
    });
  });
});
