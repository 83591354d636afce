import { LANGUAGES } from '../core/text.ts';
import { documentHtml } from '../web/document.ts';
import { edition } from '../web/edition.ts';
import { DeliveriesPage, type DeliveriesPageProps } from './deliveries.page.tsx';
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

it('says that nothing was sent where nothing was', () => {
  expect(page({ turns: [], periods: [] })).toContain('Nothing was sent of this month.');
});

it.each(LANGUAGES)('speaks %s', (language) => {
  const html = page({ edition: edition(language, 'screen') });
  expect(html).toContain(`<html lang="${language}">`);
  expect(html).toContain({ en: 'Deliveries', es: 'Envíos', pt: 'Envios', fr: 'Envois' }[language]);
});
