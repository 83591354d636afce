import { LANGUAGES } from '../core/text.ts';
import { documentHtml } from '../web/document.ts';
import { edition } from '../web/edition.ts';
import { DEFAULT_SITE } from '../web/fixtures/site.ts';
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
  deliveredAs: 'pdf',
  whenNothingNew: 'send',
  needsApproval: false,
  issue: null,
  state,
});

const open = {
  is: 'open',
  failed: false,
  attempts: 0,
  heldUp: 0,
  reason: null,
  nextAt: new Date('2017-07-01T10:04:05Z'),
} as const;

const turns = [
  turn('ana', { is: 'sent', at }),
  turn('ben', { is: 'given-up', attempts: 2, reason: '<b>550</b> No such user here' }),
  turn('carla', { ...open, failed: true, attempts: 3, reason: 'The mail server says later.' }),
  turn('dan', { ...open, heldUp: 2, reason: 'No browser starts.' }),
  turn('eva', { is: 'unclear', since: at, messageId: '2017-06.eva@example.org' }),
  turn('fay', { is: 'missed' }),
  turn('gus', { is: 'settled', at: new Date('2017-07-02T12:00:00Z'), reason: 'She has left.' }),
];

const page = (change: Partial<DeliveriesPageProps> = {}) =>
  documentHtml(
    DeliveriesPage({
      notes: new Map(),
      marks: new Map(),
      awaiting: [],
      mayApprove: false,
      edition: edition('en', 'screen'),
      url: '/deliveries?lang=en',
      site: DEFAULT_SITE,
      signedIn: null,
      assets: { stylesheet: '/assets/site.css', script: null },
      ownTitles: new Map(),
      errata: 0,
      timeZone: 'America/New_York',
      period: '2017-06',
      periods: ['2017-07', '2017-06', '2017-05'],
      links: new Map(),
      now: new Date('2017-07-20T12:00:00Z'),
      mayAct: false,
      missing: new Map(),
      standstill: null,
      missedIssues: 'last',
      stopped: [],
      done: null,
      nameOf: (by, code) => `${by} called ${code}`,
      turns,
      ...change,
    }),
  );

it('comes in pages of fifty', () => {
  const [turn] = turns;
  if (turn === undefined) throw new Error('There is no delivery to repeat.');
  const many = Array.from({ length: 51 }, (_, at) => ({ ...turn, subscription: `s-${at + 1}` }));
  const first = page({ turns: many });
  expect(first).toContain('Rows 1 to 50 of 51');
  expect(first).toContain('href="/deliveries?lang=en&amp;cursor=s-50" rel="next"');
  expect(page({ turns: many, cursor: 's-50' })).toContain('Rows 51 to 51 of 51');
  expect(page()).not.toContain('class="pagination"');
});

it('names those who have stopped in pages of their own', () => {
  const stopped = Array.from({ length: 51 }, (_, at) => ({
    id: `s-${at + 1}`,
    email: `s-${at + 1}@example.org`,
    report: 'portfolio' as const,
    stoppedAt: new Date('2017-07-02T12:00:00Z'),
  }));
  const first = page({ stopped });
  expect(first).toContain('Rows 1 to 50 of 51');
  expect(first).toContain('href="/deliveries?lang=en&amp;stopped=s-50" rel="next"');
  expect(first).not.toContain('s-51@example.org');
  const last = page({ stopped, stoppedCursor: 's-50' });
  expect(last).toContain('s-51@example.org');
  expect(last).not.toContain('s-50@example.org');
});

/** The cells of the table's rows. */
const cells = (html: string) =>
  [...html.matchAll(/<tr.*?<\/tr>/gs)]
    .map(([row]) => [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, text]) => text))
    .slice(1);

it('says of each subscriber whether, when and why not', () => {
  expect(cells(page())).toEqual([
    ['ana@example.org', 'Portfolio report', 'Português', 'sent, 1 July 2017 at 06:00 GMT−4'],
    [
      'ben@example.org',
      'Portfolio report',
      'Português',
      'failed, 2 attempts, not tried again: &lt;b>550&lt;/b> No such user here',
    ],
    [
      'carla@example.org',
      'Portfolio report',
      'Português',
      'failed, 3 attempts, again from 1 July 2017 at 06:04 GMT−4: The mail server says later.',
    ],
    ['dan@example.org', 'Portfolio report', 'Português', 'not sent yet: No browser starts.'],
    [
      'eva@example.org',
      'Portfolio report',
      'Português',
      'handed over, 1 July 2017 at 06:00 GMT−4; whether it was taken is not known (Message-ID 2017-06.eva@example.org)',
    ],
    [
      'fay@example.org',
      'Portfolio report',
      'Português',
      'not sent: it fell due while the service did not run',
    ],
    [
      'gus@example.org',
      'Portfolio report',
      'Português',
      'will not be sent, said on 2 Jul 2017: She has left.',
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

describe('what was sent', () => {
  it('is called by names: what a report is narrowed to has no code', () => {
    const [first] = turns;
    if (first === undefined) throw new Error('Nothing was sent.');
    const html = page({ turns: [{ ...first, country: 'CR', donor: 'canada' }] });
    expect(html).toContain('· country called CR · donor called canada<');
  });
});

describe('what is missing', () => {
  /** Every form that posts: where to, with what, and its button. */
  const forms = (html: string) =>
    [...html.matchAll(/<form[^>]*method="post" action="([^"]*)">(.*?)<\/form>/gs)].map(
      ([, action, inner = '']) => [
        action?.replace('/deliveries/', '').replace('?lang=en&amp;period=2017-06', ''),
        [...inner.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g)]
          .map(([, ...pair]) => pair.join('='))
          .join(' '),
        /<button[^>]*>([^<]*)</.exec(inner)?.[1],
      ],
    );

  it('is counted, with what happens by itself and what does not', () => {
    const html = page({ now: new Date('2017-07-01T10:01:00Z') });
    expect(page()).toContain(
      '2 are handed over without anybody’s doing, within a minute where a worker runs.',
    );
    expect(html).toContain('<h2>5 subscribers are without this report</h2>');
    expect(html).toContain(
      '2 are tried again without anybody’s doing, the next from 1 July 2017 at 06:04 GMT−4.',
    );
    expect(html).toContain('2 wait for somebody to decide.');
    expect(html).toContain('Of 1 it is not known whether it arrived');
    expect(forms(html)).toEqual([]);
  });

  it('can be sent, settled or cleared up by an administrator, without a script', () => {
    const row = (name: string) => [
      ['send', `subscription=${name}`, 'Send'],
      ['settle', `subscription=${name} is=not-sent`, 'Do not send'],
    ];
    expect(forms(page({ mayAct: true }))).toEqual([
      ['send', '', 'Send what is missing'],
      ['settle', 'is=not-sent', 'Do not send'],
      ...row('ben'),
      ...row('carla'),
      ...row('dan'),
      ['settle', 'subscription=eva is=arrived', 'It arrived'],
      ['settle', 'subscription=eva is=lost', 'It is lost: send again'],
      ...row('fay'),
      ['send', 'subscription=gus', 'Send'],
    ]);
    // The five but the one that is unclear.
    expect(page({ mayAct: true })).toContain(
      'This hands 4 e-mails to the queue at once, to be tried for two days.',
    );
  });

  it('is named of other months too, after this one has gone out', () => {
    const html = page({
      turns: turns.slice(0, 1),
      missing: new Map([
        ['2017-04', 1],
        ['2017-05', 4],
      ]),
    });
    expect(html).toContain(
      'Reports of other periods are missing too: April 2017 (1 missing) and May 2017 (4 missing).',
    );
    expect(html).not.toContain('without this report');
    expect(html).toContain('>May 2017 (4 missing)</a>');
  });

  it('is said to be under way once it was asked for', () => {
    expect(page({ done: 'send' })).toContain('role="status">Handed to the queue.');
  });
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
  const withLink = (change: Partial<SentLink>, mayAct = true) =>
    page({ turns: turns.slice(0, 1), links: new Map([['ana', link(change)]]), mayAct });

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
    const column = cells(page({ links, mayAct: true })).map((row) => [row[4], row[5]?.includes('Revoke')]);
    const holds = 'not opened yet; holds until 5 Aug 2017';
    expect(column).toEqual([
      [holds, true],
      ['–', false],
      ['–', false],
      ['–', false],
      [holds, false],
      ['–', false],
      ['–', false],
    ]);
  });
});

it('says that nothing was sent where nothing was', () => {
  expect(page({ turns: [], periods: [] })).toContain('Nothing was sent of this period.');
});

it.each(LANGUAGES)('speaks %s', (language) => {
  const html = page({ edition: edition(language, 'screen') });
  expect(html).toContain(`<html lang="${language}">`);
  expect(html).toContain({ en: 'Deliveries', es: 'Envíos', pt: 'Envios', fr: 'Envois' }[language]);
});

describe('after a standstill', () => {
  const standstill = { from: new Date('2017-06-02T12:00:00Z'), to: new Date('2017-09-15T12:00:00Z') };

  it('says since when nobody looked, and what goes out if the clock is right', () => {
    const html = page({ standstill, mayAct: true });
    expect(html).toContain('Nothing is sent until somebody lets it go on');
    expect(html).toContain(
      'The service last looked at what is due on 2 June 2017 at 08:00 GMT−4, and its clock says 15 September 2017',
    );
    expect(html).toContain('the last report of each kind goes out');
    expect(html).toContain('action="/deliveries/go-on?lang=en"');
    expect(page({ standstill, missedIssues: 'all' })).toContain('the oldest first');
  });

  it('has no button for who may not send', () => {
    expect(page({ standstill })).not.toContain('/deliveries/go-on');
  });
});
