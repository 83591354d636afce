import { type InEachLanguage, LANGUAGES, type Language } from '../core/text.ts';
import { translator } from '../web/i18n/translator.ts';
import type { Delivery } from './delivery.ts';
import { type MailedIssue, messageIdFor, type OwnLink, reportMail, reportName } from './report-mail.ts';

const delivery: Delivery = {
  subscription: '5f0c2f6e-6b0e-4a53-9c4f-0a5c8f6f6a11',
  period: '2017-06',
  recipient: 'managers@example.org',
  name: 'Portfolio managers',
  report: 'portfolio',
  pillar: null,
  country: null,
  donor: null,
  lang: 'en',
  paper: 'a4',
  deliveredAs: 'pdf',
  whenNothingNew: 'send',
  needsApproval: false,
  issue: null,
  state: { is: 'missed' },
};

const pdf = new TextEncoder().encode('%PDF-1.7');
const issue: MailedIssue = {
  id: 'b7b4b4e3-3f0b-4df0-8a37-2f6c4f1f9f10',
  title: 'Portfolio report, June 2017',
  fileName: 'portfolio-2017-06-en.pdf',
  pdf,
  xlsx: null,
  csv: null,
  pages: 6,
  cutOff: '2017-06-30',
  known: null,
  changed: [],
  headlines: [
    { id: 'programs', label: 'programmes', value: '12', note: null, href: null, illustrative: false },
    {
      id: 'officials-trained',
      label: 'officials trained',
      value: '123',
      note: 'of which 45 approximate and 22 undated',
      href: '/results?indicator=officials-trained',
      illustrative: false,
    },
    {
      id: 'disbursement',
      label: 'disbursed',
      value: 'US$1.2M',
      note: null,
      href: null,
      illustrative: true,
    },
    {
      id: 'companies-reached',
      label: 'companies reached',
      value: 'not reported',
      note: null,
      href: null,
      illustrative: false,
    },
  ],
};

it('says the figures with their notes, the cut-off, and why it came', () => {
  const { html: _html, ...mail } = reportMail(delivery, issue, 'https://attest.example.org', null);
  expect(mail).toEqual({
    to: 'managers@example.org',
    subject: 'Portfolio report, June 2017',
    text: `Portfolio report, June 2017

The report is attached as a PDF of 6 pages: portfolio-2017-06-en.pdf

Figures, counted up to the cut-off date, 30 June 2017
- 12 programmes
- 123 officials trained (of which 45 approximate and 22 undated)
- US$1.2M disbursed (illustrative)
- companies reached: not reported

Only figures approved by the cut-off date are counted.
Amounts of money in this report are illustrative, generated for demonstration; they are nobody’s contribution.

Every figure, with the rows it is made of: https://attest.example.org/?to=2017-06-30&lang=en

Sent to Portfolio managers (managers@example.org) as a subscriber to “Portfolio report”. To stop, or to change language or scope, reply to this message.
`,
    attachments: [{ filename: 'portfolio-2017-06-en.pdf', contentType: 'application/pdf', content: pdf }],
  });
});

describe('in the language of the subscriber', () => {
  const said: Readonly<Record<Language, readonly string[]>> = {
    en: [
      'PDF of 1 page: ',
      'Figures, counted up to the cut-off date, 30 June 2017',
      'as a subscriber to “Portfolio report”',
    ],
    es: [
      'PDF de 1 página: ',
      'Cifras hasta la fecha de corte, 30 de junio de 2017',
      'por su suscripción a «Informe de la cartera de programas»',
    ],
    pt: [
      'PDF de 1 página: ',
      'Números até a data de corte, 30 de junho de 2017',
      'pela assinatura de “Relatório da carteira de programas”',
    ],
    fr: [
      'PDF de 1 page\u00a0: ',
      'Chiffres jusqu’à la date d’arrêté des données, 30 juin 2017',
      'au titre de l’abonnement à «\u00a0Rapport sur le portefeuille de programmes\u00a0»',
    ],
  };

  it.each(LANGUAGES)('%s', (lang) => {
    const { text } = reportMail({ ...delivery, lang }, { ...issue, pages: 1 }, null, null);
    for (const words of said[lang]) expect(text).toContain(words);
  });
});

describe('the recipient’s own link', () => {
  const link: OwnLink = {
    url: 'https://attest.example.org/links/TOKEN',
    expiresAt: new Date('2017-08-05T10:00:00Z'),
    timeZone: 'America/New_York',
    needs: 'nothing',
  };
  const withLink = (change: Partial<OwnLink>, lang: Language = 'en') =>
    reportMail({ ...delivery, lang }, issue, 'https://attest.example.org', { ...link, ...change });

  it('stands on a line of its own, beside the attachment, with its end', () => {
    const { text, attachments } = withLink({});
    expect(text).toContain(`The report is attached as a PDF of 6 pages: portfolio-2017-06-en.pdf

It also opens at the address below until 5 August 2017 at 06:00 GMT−4. The address is yours alone: whoever has it can open the report.
https://attest.example.org/links/TOKEN

Figures`);
    expect(attachments).toHaveLength(1);
  });

  it('is all there is where it needs a sign-in', () => {
    const { text, attachments } = withLink({ needs: 'sign-in' });
    expect(text).toContain(`Portfolio report, June 2017

The report is a PDF of 6 pages. It opens at the address below until 5 August 2017 at 06:00 GMT−4, once you have signed in as managers@example.org.
https://attest.example.org/links/TOKEN

Figures`);
    expect(attachments).toEqual([]);
    expect(text).not.toContain('attached');
  });

  const said: InEachLanguage<readonly [open: string, signIn: string]> = {
    en: ['until 5 August 2017 at 06:00 GMT−4. The address is yours alone', 'once you have signed in as'],
    es: ['hasta el 5 de agosto de 2017, 06:00 GMT−4. La dirección es solo suya', 'después de ingresar como'],
    pt: ['até 5 de agosto de 2017, 06:00 GMT−4. O endereço é só seu', 'depois que você entrar como'],
    fr: ['jusqu’au 5 août 2017, 06 h 00 HAE. Cette adresse', 'après connexion avec le compte'],
  };
  it.each(LANGUAGES)('in %s', (lang) => {
    const [open, signIn] = said[lang];
    // Hard spaces stand where each language has them.
    expect(withLink({}, lang).text.replaceAll('\u00a0', ' ')).toContain(open);
    expect(withLink({ needs: 'sign-in' }, lang).text).toContain(signIn);
  });
});

it('speaks of illustrative amounts only where it shows one', () => {
  const own = issue.headlines.map((tile) => ({ ...tile, illustrative: false }));
  expect(reportMail(delivery, { ...issue, headlines: own }, null, null).text).not.toContain(
    'illustrative, generated',
  );
});

it('leads to the figures of its own slice, and nowhere without an address', () => {
  const sliced = {
    ...delivery,
    lang: 'fr' as const,
    pillar: 'multidimensional-security',
    country: 'region:central-america',
  };
  expect(reportMail(sliced, issue, 'https://attest.example.org', null).text).toContain(
    'https://attest.example.org/?pillar=multidimensional-security&country=region%3Acentral-america&to=2017-06-30&lang=fr\n',
  );
  expect(reportMail(sliced, issue, null, null).text).not.toContain('http');
});

it('lets nobody begin a line or a header with a name', () => {
  const { subject, text } = reportMail(
    { ...delivery, name: 'Eve\r\n\r\nOfficials trained: 9,999' },
    { ...issue, title: 'Donor funding summary: A\nBcc: eve@example.org, June 2017' },
    null,
    null,
  );
  expect(subject).toBe('Donor funding summary: A Bcc: eve@example.org, June 2017');
  expect(text).toContain('Sent to Eve Officials trained: 9,999 (managers@example.org)');
  expect(text.split('\n').filter((line) => line.startsWith('Officials'))).toEqual([]);
});

it('keeps braces and markup in names as they are', () => {
  expect(reportMail({ ...delivery, name: "{email} <b>d'Arc</b>" }, issue, null, null).text).toContain(
    "Sent to {email} <b>d'Arc</b> (managers@example.org)",
  );
});

describe('the way to stop it', () => {
  const url = 'https://attest.example.org/unsubscribe/TOKEN';
  const publicUrl = 'https://attest.example.org';

  it('stands at the end of the text, and where mail programs look for it', () => {
    const { text, unsubscribe } = reportMail(delivery, issue, publicUrl, null, { url, mailbox: null });
    expect(text).toMatch(
      new RegExp(`To change language or scope, reply to this message\\.\nStop these e-mails: ${url}\n$`),
    );
    expect(unsubscribe).toEqual([url]);
  });

  it('is an e-mail where the service has no address', () => {
    const { text, unsubscribe } = reportMail(delivery, issue, null, null, {
      url: null,
      mailbox: 'reports@example.org',
    });
    expect(text).toContain('To stop, or to change language or scope, reply to this message.');
    expect(unsubscribe).toEqual(['mailto:reports@example.org?subject=unsubscribe']);
    expect(reportMail(delivery, issue, null, null).unsubscribe).toBeUndefined();
  });
});

describe('the HTML part', () => {
  const link: OwnLink = {
    url: 'https://attest.example.org/links/TOKEN',
    expiresAt: new Date('2017-08-05T10:00:00Z'),
    timeZone: 'America/New_York',
    needs: 'nothing',
  };
  const stop = { url: 'https://attest.example.org/unsubscribe/TOKEN', mailbox: null };
  const wordsOf = (html = '') =>
    html
      .replace(/<title>.*?<\/title>/, '')
      .replace(/<[^>]*>/g, '\n')
      .replaceAll('&lt;', '<')
      .replaceAll('&amp;', '&')
      .split('\n')
      .filter((line) => line !== '' && line !== '<!doctype html>');

  it.each(LANGUAGES)('says what the text says, in %s', (lang) => {
    const { html, text } = reportMail({ ...delivery, lang }, issue, 'https://attest.example.org', link, stop);
    expect(html).toContain(`<html lang="${lang}">`);
    const words = wordsOf(html);
    // But for the words of the button, for in the text the address itself stands there.
    const missing = words.filter((line) => !text.includes(line));
    expect(missing).toHaveLength(1);
    expect(words.length).toBeGreaterThan(10);
    const addresses = [...(html ?? '').matchAll(/href="([^"]*)"/g)].map(([, url]) =>
      (url ?? '').replaceAll('&amp;', '&'),
    );
    expect(addresses).toEqual([link.url, `https://attest.example.org/?to=2017-06-30&lang=${lang}`, stop.url]);
    for (const address of addresses) expect(text).toContain(address);
  });

  it('fetches nothing and runs nothing', () => {
    const { html = '' } = reportMail(delivery, issue, 'https://attest.example.org', link, stop);
    expect(html).not.toMatch(/<(img|link|script|iframe|style|form|object|video|audio)\b|src=|url\(|@import/i);
  });

  it('keeps markup in names as words', () => {
    const { html = '' } = reportMail({ ...delivery, name: '<b>Ana</b> & Co' }, issue, null, null);
    expect(html).toContain('Sent to &lt;b>Ana&lt;/b> &amp; Co (managers@example.org)');
    expect(html).not.toContain('<b>');
  });
});

describe('the Message-ID', () => {
  it.each([
    ['Attest <reports@attest.example.org>', 'attest.example.org'],
    ['reports@example.org', 'example.org'],
  ])('of what %s sends to a subscriber for a month is always the same', (from, domain) => {
    expect(messageIdFor(delivery, from)).toBe(`2017-06.5f0c2f6e-6b0e-4a53-9c4f-0a5c8f6f6a11@${domain}`);
  });
});

it('names a report that it has no words for by its code', () => {
  expect([
    reportName(translator('es'), 'country-fact-sheet'),
    reportName(translator('es'), 'annual'),
  ]).toEqual(['Ficha informativa del país', 'annual']);
});

describe('a report that is too large for an e-mail', () => {
  const large = { ...issue, pdf: new Uint8Array(7_000_001), pages: 240 };
  const link: OwnLink = {
    url: 'https://attest.example.org/links/a.b',
    expiresAt: new Date('2017-08-05T10:00:00Z'),
    timeZone: 'America/New_York',
    needs: 'nothing',
  };

  it.each(LANGUAGES)('stays where its link leads, and the e-mail says so (%s)', (lang) => {
    const mail = reportMail({ ...delivery, lang }, large, 'https://attest.example.org', link);
    expect(mail.attachments).toEqual([]);
    expect(mail.text).toContain('240');
    expect(mail.text).toContain(link.url);
    expect(mail.text).not.toContain(large.fileName);
  });

  it('is attached all the same where there is no link, and what is just small enough always', () => {
    expect(reportMail(delivery, large, null, null).attachments).toHaveLength(1);
    const small = { ...large, pdf: new Uint8Array(7_000_000) };
    expect(reportMail(delivery, small, 'https://attest.example.org', link).attachments).toHaveLength(1);
  });
});

describe('what comes', () => {
  const link: OwnLink = {
    url: 'https://attest.example.org/links/a.b',
    expiresAt: new Date('2017-08-05T10:00:00Z'),
    timeZone: 'America/New_York',
    needs: 'nothing',
  };
  const both = { ...delivery, deliveredAs: 'pdf-and-xlsx' } as const;
  const withWorkbook = { ...issue, fileName: 'portfolio-2017-06-en.pdf', xlsx: new Uint8Array(3) };

  it.each(LANGUAGES)('names both files where both come (%s)', (lang) => {
    const { text, html = '' } = reportMail({ ...both, lang }, withWorkbook, null, null);
    for (const said of [text, html]) {
      expect(said).toContain('portfolio-2017-06-en.pdf, portfolio-2017-06-en.xlsx');
    }
  });

  it.each(LANGUAGES)('names the CSV file where that is asked for (%s)', (lang) => {
    const withCsv = { ...withWorkbook, csv: new Uint8Array(3) };
    const { text } = reportMail({ ...both, lang, deliveredAs: 'pdf-and-csv' }, withCsv, null, null);
    expect(text).toContain('portfolio-2017-06-en.pdf, portfolio-2017-06-en.csv');
    expect(text).not.toContain('XLSX');
  });

  it('says where a workbook opens that is too large, and why there is none', () => {
    const heavy = { ...withWorkbook, pdf: new Uint8Array(6_999_999), xlsx: new Uint8Array(2) };
    expect(reportMail(both, heavy, null, link).text).toContain(
      'portfolio-2017-06-en.pdf. The XLSX file is too large to go with it, and opens at the address below.',
    );
    expect(reportMail(both, { ...withWorkbook, xlsx: null }, null, link).text).toContain(
      'This report was made before XLSX files were kept, so none goes with it.',
    );
    expect(reportMail(delivery, { ...withWorkbook, xlsx: null }, null, link).text).not.toContain('XLSX');
  });

  it.each(LANGUAGES)(
    'says to whoever wants a link alone where the report opens, not that it is large (%s)',
    (lang) => {
      const asked = reportMail({ ...delivery, lang, deliveredAs: 'link' }, withWorkbook, null, link);
      expect(asked.attachments).toEqual([]);
      expect(asked.text).toContain(link.url);
      expect(asked.text).not.toContain('portfolio-2017-06-en');
      const large = { ...withWorkbook, pdf: new Uint8Array(7_000_001) };
      expect(reportMail({ ...delivery, lang }, large, null, link).text).not.toBe(asked.text);
    },
  );
});

it.each([
  ['en', 'Nothing new: no figure has moved since the report that you had before (May 2017).'],
  ['es', 'Nada nuevo: ninguna cifra ha cambiado desde el informe que recibió antes (mayo de 2017).'],
  ['pt', 'Nada de novo: nenhum número mudou desde o relatório que você recebeu antes (maio de 2017).'],
  [
    'fr',
    'Rien de nouveau : aucun chiffre n’a changé depuis le rapport que vous avez reçu précédemment (mai 2017).',
  ],
] as const)('says first that nothing is new (%s)', (lang, line) => {
  const { text, html = '' } = reportMail(
    { ...delivery, lang },
    { ...issue, quietSince: '2017-05' },
    null,
    null,
  );
  const plain = (said: string) => said.replace(/[\u00a0\u202f]/g, ' ');
  expect(plain(text).split('\n\n')[1]).toBe(line);
  expect(plain(html)).toContain(`<p style="margin:0 0 16px">${line}</p>`);
});
