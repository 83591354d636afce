import { LANGUAGES } from '../core/text.ts';
import { documentHtml } from '../web/document.ts';
import { edition } from '../web/edition.ts';
import { DEFAULT_SITE } from '../web/fixtures/site.ts';
import { LinkEndedPage, LinkPage, type LinkPageProps } from './links.page.tsx';

const frame = {
  edition: edition('en', 'screen'),
  url: '/links/TOKEN',
  assets: { stylesheet: '/assets/site.css', script: null },
  site: DEFAULT_SITE,
  signedIn: null,
};

const page = (change: Partial<LinkPageProps> = {}) =>
  documentHtml(
    LinkPage({
      ...frame,
      file: '/links/TOKEN/report.pdf',
      csv: null,
      workbook: null,
      issue: {
        title: 'Informe de la cartera de programas, junio de 2017',
        lang: 'es',
        cutOff: '2017-06-30',
        known: null,
        pages: 9,
        headlines: [
          {
            id: 'disbursement',
            label: 'desembolsados',
            value: 'US$3,5 M',
            note: null,
            href: '/transactions?type=disbursement',
            illustrative: true,
          },
        ],
      },
      recipient: 'cartera@example.org',
      expiresAt: new Date('2017-08-05T10:00:00Z'),
      timeZone: 'America/New_York',
      needsSignIn: false,
      ...change,
    }),
  );

it('sets what is frozen in the language of the report, and the rest in the reader’s', () => {
  expect(page()).toContain('<html lang="en">');
  expect(page()).toContain('<h1 lang="es">Informe de la cartera de programas, junio de 2017</h1>');
  expect(page()).toContain('<p class="lede">Cut-off date: 30 June 2017</p>');
  expect(page()).toContain('<p class="tile-note">ilustrativo</p>');
  expect(page({ edition: edition('es', 'screen') })).toContain('<h1>Informe de la cartera');
});

it('leads to the file, and from no figure to a page that asks for a sign-in', () => {
  expect(page()).toContain('<a class="button" href="/links/TOKEN/report.pdf">Download the PDF</a>');
  expect(page()).not.toContain('/transactions');
});

it('says for whom it is and how long it holds, and whether others could use it', () => {
  expect(page()).toContain('cartera@example.org');
  expect(page()).toContain('5 August 2017 at 06:00 GMT−4');
  expect(page()).toContain('without signing in, so do not pass it on');
  expect(page({ needsSignIn: true })).toContain('for its recipient only');
});

it.each(LANGUAGES)('speaks %s where it has ended', (language) => {
  const html = documentHtml(LinkEndedPage({ ...frame, edition: edition(language, 'screen') }));
  expect(html).toContain(`<html lang="${language}">`);
  expect(html).toContain(
    {
      en: 'This link has ended, or never was',
      es: 'Este enlace ya no es válido o nunca existió',
      pt: 'Este link não vale mais ou nunca existiu',
      fr: 'Ce lien n’est plus valable, ou n’a jamais existé',
    }[language],
  );
  // The token stands in no address that leads to another page.
  expect(
    [...html.matchAll(/href="([^"]*TOKEN[^"]*)"/g)].map(([, href]) => href?.replace(/\?.*/, '')),
  ).toEqual(Array(LANGUAGES.length * 2).fill('/links/TOKEN'));
});
