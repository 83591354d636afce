import { LANGUAGES } from '../core/text.ts';
import { documentHtml } from '../web/document.ts';
import { edition } from '../web/edition.ts';
import { DeliveriesPage, type DeliveriesPageProps } from './deliveries.page.tsx';
import type { SentLink } from './deliveries-block.ts';
import type { Delivery, DeliveryState } from './delivery.ts';

const at = new Date('2017-07-01T10:00:05Z');
const turn = (name: string, state: DeliveryState): Delivery => ({
  subscription: name,
  period: '2017-06',
  recipient: `${name}@example.org`,
  name,
  report: 'portfolio',
  pillar: null,
  country: null,
  donor: null,
  lang: 'pt',
  paper: 'a4',
  begun: true,
  state,
});

const turns = [
  turn('ana', { is: 'sent', at }),
  turn('ben', { is: 'open', failed: true, attempts: 2, reason: '<b>550</b> No such user here' }),
  turn('carla', { is: 'open', failed: true, attempts: 0, reason: 'No mail server answers.' }),
  turn('dan', { is: 'open', failed: false, attempts: 0, reason: 'No browser starts.' }),
  turn('eva', { is: 'unclear', since: at, messageId: '2017-06.eva@example.org' }),
];

const page = (change: Partial<DeliveriesPageProps> = {}) =>
  documentHtml(
    DeliveriesPage({
      edition: edition('en', 'screen'),
      url: '/deliveries?lang=en',
      signedIn: null,
      assets: { stylesheet: '/assets/site.css', script: null },
      timeZone: 'America/New_York',
      period: '2017-06',
      periods: ['2017-07', '2017-06', '2017-05'],
      links: new Map(),
      now: new Date('2017-07-20T12:00:00Z'),
      mayRevoke: false,
      turns,
      ...change,
    }),
  );

/** The cells of the table's rows. */
const cells = (html: string) =>
  [...html.matchAll(/<tr.*?<\/tr>/gs)]
    .map(([row]) => [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, text]) => text))
    .slice(1);

it('says of each subscriber whether, when and why not', () => {
  expect(cells(page())).toEqual([
    ['ana@example.org', 'Portfolio report', 'Português', 'sent, 1 July 2017 at 06:00 GMT-4'],
    [
      'ben@example.org',
      'Portfolio report',
      'Português',
      'failed, 2 attempts: &lt;b>550&lt;/b> No such user here',
    ],
    [
      'carla@example.org',
      'Portfolio report',
      'Português',
      'failed, not handed over: No mail server answers.',
    ],
    ['dan@example.org', 'Portfolio report', 'Português', 'not sent yet: No browser starts.'],
    [
      'eva@example.org',
      'Portfolio report',
      'Português',
      'handed over, 1 July 2017 at 06:00 GMT-4; whether it was taken is not known (Message-ID 2017-06.eva@example.org)',
    ],
  ]);
});

it('leads to the other months, in the language of this one', () => {
  const links = [...page().matchAll(/href="(\/deliveries\?[^"]*period[^"]*)">([^<]*)</g)].map(
    ([, ...link]) => link,
  );
  expect(links).toEqual([
    ['/deliveries?lang=en&amp;period=2017-07', 'July 2017'],
    ['/deliveries?lang=en&amp;period=2017-05', 'May 2017'],
  ]);
});

describe('links of e-mails', () => {
  const link = (change: Partial<SentLink> = {}): SentLink => ({
    id: '5f0c2f6e-6b0e-4a53-9c4f-0a5c8f6f6a11',
    opened: 0,
    lastOpenedAt: null,
    expiresAt: new Date('2017-08-05T10:00:05Z'),
    revokedAt: null,
    subscribed: true,
    ...change,
  });
  const lastOpenedAt = new Date('2017-07-03T18:30:00Z');
  const withLink = (change: Partial<SentLink>, mayRevoke = true) =>
    page({ turns: turns.slice(0, 1), links: new Map([['ana', link(change)]]), mayRevoke });

  it.each<[string, Partial<SentLink>, string, boolean]>([
    ['holds', {}, 'not opened yet; holds until 5 Aug 2017', true],
    ['was opened', { opened: 1, lastOpenedAt }, 'opened once, last 3 Jul 2017; holds until 5 Aug 2017', true],
    [
      'was revoked',
      { opened: 3, lastOpenedAt, revokedAt: new Date('2017-07-04T16:00:00Z') },
      'opened 3 times, last 3 Jul 2017; revoked 4 Jul 2017',
      false,
    ],
    [
      'has run out',
      { expiresAt: new Date('2017-07-20T12:00:00Z') },
      'not opened yet; ended 20 Jul 2017',
      false,
    ],
    [
      'is of an ended subscription',
      { subscribed: false },
      'not opened yet; closed, for the subscription has ended',
      true,
    ],
  ])('one that %s', (_what, change, text, revocable) => {
    const [row = []] = cells(withLink(change));
    expect(row[4]).toBe(text);
    expect(row[5]?.includes('Revoke link')).toBe(revocable);
  });

  it('are revoked by a form of their own, that says whose', () => {
    expect(withLink({})).toContain(
      '<form method="post" action="/deliveries/links/5f0c2f6e-6b0e-4a53-9c4f-0a5c8f6f6a11/revoke?lang=en&amp;period=2017-06">' +
        '<button class="text-button" type="submit" aria-label="Revoke link of ana@example.org">Revoke link</button></form>',
    );
    expect(withLink({}, false)).not.toContain('/revoke');
  });

  it('are shown only of e-mails that have left', () => {
    const links = new Map(turns.map(({ subscription }) => [subscription, link()]));
    const column = cells(page({ links, mayRevoke: true })).map((row) => [row[4], row[5]?.includes('Revoke')]);
    const holds = 'not opened yet; holds until 5 Aug 2017';
    expect(column).toEqual([
      [holds, true],
      ['–', false],
      ['–', false],
      ['–', false],
      [holds, false],
    ]);
  });
});

it('says that nothing was sent where nothing was', () => {
  expect(page({ turns: [], periods: [] })).toContain('Nothing was sent of this month.');
});

it.each(LANGUAGES)('speaks %s', (language) => {
  const html = page({ edition: edition(language, 'screen') });
  expect(html).toContain(`<html lang="${language}">`);
  expect(html).toContain({ en: 'Deliveries', es: 'Envíos', pt: 'Envios', fr: 'Envois' }[language]);
});
