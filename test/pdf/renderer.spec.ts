import { reportFixture } from '../../bench/report.fixture.ts';
import { PdfRenderer } from '../../src/platform/browser/pdf-renderer.adapter.ts';
import { allTags, assertPrintedWhole, readPdf } from '../support/pdf.ts';
import { CUT_OFF, requestFor } from './document.fixture.ts';

// The first may have to unpack the browser.

const renderer = new PdfRenderer({ browserPath: null });
afterAll(() => renderer.close());

const FOOTER = { start: 'Attest · «30/6»', end: 'Página {page} de {pages} · 3f9a2c1' };

describe('PdfRenderer', () => {
  it('prints a report whole: text, tags, bookmarks, fonts inside, no raster image', async () => {
    const { bytes, pages } = await renderer.render({
      html: reportFixture(),
      paper: 'a4',
      date: CUT_OFF,
      footer: FOOTER,
    });
    const pdf = await readPdf(bytes);

    expect(pages).toBe(pdf.pages.length);
    // The margins are 18, 16 and 20 mm; 16 mm are 45 points.
    assertPrintedWhole(pdf, { margin: 45, textSize: 10 });
    expect(pdf).toMatchObject({ title: 'Portfolio report, June 2017', language: 'en', tagged: true });
    expect(pdf.created).toBe("D:20170630235959+00'00'");
    expect(pdf.fonts.map(({ name, embedded }) => [name.replace(/^[A-Z]{6}\+/, ''), embedded])).toEqual([
      ['IBMPlexSans-Regular', true],
      ['IBMPlexSans-SemiBold', true],
    ]);
    expect(pdf.pages.map(({ images }) => images)).toEqual(pdf.pages.map(() => 0));
    // (37 * chart + 53 * row) mod 199 with row 0, ten charts.
    expect(pdf.bookmarks).toEqual([
      {
        title: 'Portfolio report',
        children: [37, 74, 111, 148, 185, 23, 60, 97, 134, 171].map((officials, index) => ({
          title: `${index + 1}. Antigua and Barbuda: ${officials} officials trained`,
          children: [],
        })),
      },
    ]);
    expect(pdf.pages[0]?.text).toContain('Country Officials Antigua and Barbuda 37 Barbados 90 Chile 143');
    const tags = pdf.pages.flatMap((page) => allTags(page.tags));
    expect(tags.filter(({ role }) => role === 'H1')).toHaveLength(1);
    expect(tags.some(({ role, alt }) => role === 'Figure' && alt === 'Officials trained by country')).toBe(
      true,
    );
    expect(tags.map(({ role }) => role)).toEqual(expect.arrayContaining(['Table', 'TR', 'TH', 'TD']));
  });

  it.each([
    ['a4', 595, 842],
    ['letter', 612, 792],
  ] as const)('prints on %s, %d by %d points', async (paper, width, height) => {
    const pdf = await readPdf((await renderer.render(requestFor('<h1>Uno</h1>', { paper }))).bytes);
    expect(pdf.pages.map((page) => [Math.round(page.width), Math.round(page.height)])).toEqual([
      [width, height],
    ]);
  });

  it('numbers every page at its foot, in the document’s font, outside what is read aloud', async () => {
    const font = /@font-face\{[^}]*\}/.exec(reportFixture())?.[0];
    const body = `<style>${font} html{font-family:Plex}</style><p>Uno</p><p style="break-before:page">Dos</p>`;
    const pdf = await readPdf((await renderer.render(requestFor(body, { footer: FOOTER }))).bytes);
    expect(pdf.pages.map(({ text, furniture }) => [text, furniture])).toEqual([
      ['Uno', 'Página 1 de 2 · 3f9a2c1 Attest · «30/6»'],
      ['Dos', 'Página 2 de 2 · 3f9a2c1 Attest · «30/6»'],
    ]);
    expect(pdf.fonts).toEqual([{ name: expect.stringContaining('IBMPlexSans'), embedded: true }]);
  });

  it('runs no script', async () => {
    const body = `<p id="p">Quieto</p><script>document.getElementById('p').textContent = 'Corre'</script>
      <p onclick="x()">y</p><svg onload="document.body.remove()"></svg><noscript>sin guiones</noscript>`;
    const pdf = await readPdf((await renderer.render(requestFor(body))).bytes);
    expect(pdf.pages[0]?.text).toBe('Quieto y sin guiones');
  });

  it('gives the same bytes again, in another browser and beside another document', async () => {
    const request = { html: reportFixture(), paper: 'letter', date: CUT_OFF, footer: FOOTER } as const;
    const other = new PdfRenderer({ browserPath: null });
    try {
      const prints = await Promise.all([
        renderer.render(request),
        renderer.render(requestFor('<table><tr><th>a</th></tr></table>')),
        renderer.render(request),
        other.render(request),
      ]);
      const [first, , again, elsewhere] = prints.map(({ bytes }) => Buffer.from(bytes));
      expect(first?.equals(again ?? Buffer.of())).toBe(true);
      expect(first?.equals(elsewhere ?? Buffer.of())).toBe(true);
    } finally {
      await other.close();
    }
  });

  it('differs in its dates alone when the cut-off differs', async () => {
    const [june, july] = await Promise.all(
      [CUT_OFF, new Date('2017-07-31T23:59:59Z')].map(async (date) => {
        const { bytes } = await renderer.render(requestFor('<h1>Uno</h1>', { date }));
        return Buffer.from(bytes).toString('latin1');
      }),
    );
    expect(june).not.toBe(july);
    expect(june?.replaceAll('20170630', '20170731')).toBe(july);
  });

  it('says that it answers, and with what', async () => {
    await expect(renderer.check()).resolves.toMatch(/Chrom/);
  });
});

describe('assertPrintedWhole', () => {
  const read = async (body: string) => readPdf((await renderer.render(requestFor(body))).bytes);

  it('finds a blank page', async () => {
    const pdf = await read('<p>Uno</p><div style="break-before:page;height:1cm"></div>');
    expect(() => assertPrintedWhole(pdf)).toThrow('page 2 is blank');
  });

  it('finds a document that was shrunk because a part of it is too wide', async () => {
    // A browser's own size is 16 px, which is 12 points.
    assertPrintedWhole(await read('<p>Cabe</p>'), { textSize: 12 });
    const pdf = await read('<p>Cabe</p><div style="width:22cm">ancho</div>');
    expect(() => assertPrintedWhole(pdf, { textSize: 12 })).toThrow('no text is 12 points high');
  });

  it('finds a line cut in two by the end of a page', async () => {
    // One line of text that cannot break, taller than what is left of the page.
    const pdf = await read(
      '<div style="height:1010px"></div><div style="position:absolute;top:1005px">partido</div>',
    );
    expect(() => assertPrintedWhole(pdf, { margin: 56 })).toThrow(/"partido" is cut/);
  });
});
