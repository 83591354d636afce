import type { Browser, Page } from 'puppeteer';
import { SESSION_COOKIE } from '../../src/access/session-cookie.ts';
import type { TestApp } from '../support/app.ts';
import { startBrowser } from '../support/browser.ts';
import { signIn } from '../support/people.ts';
import { startReferenceApp } from '../support/reference-app.ts';

// The first may have to unpack the browser, and every chart is drawn for the first time.

let app: TestApp;
let origin: string;
let browser: Browser;
let cookie: string;

beforeAll(async () => {
  app = await startReferenceApp();
  const signedIn = await signIn(app.database.db, { role: 'manager' });
  cookie = signedIn.cookie.slice(SESSION_COOKIE.length + 1);
  await app.nest.listen(0, '127.0.0.1');
  origin = (await app.nest.getUrl()).replace('[::1]', '127.0.0.1');
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

/** A press of something on the page that leads to another. */
const press = (selector: string) => (page: Page) => page.click(selector);
const choose = (selector: string, value: string) => (page: Page) => page.select(selector, value);

/** What a manager asks first, with the presses that it takes from `/`, and what then stands where. */
const QUESTIONS: readonly {
  readonly question: string;
  readonly presses: readonly ((page: Page) => Promise<unknown>)[];
  readonly where: string;
  readonly answer: string;
}[] = [
  {
    question: 'How many officials were trained this year?',
    presses: [],
    // 7 + 30 + 15 + 4 + about 45 ended in 2017; 22 have no date.
    where: '#tile-officials-trained',
    answer: '101',
  },
  {
    question: 'In which country most?',
    presses: [],
    where: '#results-by-country .figure-title',
    answer: 'Antigua and Barbuda',
  },
  {
    question: 'Who funded them?',
    presses: [],
    where: '#results-by-donor .figure-title',
    answer: 'Canada',
  },
  { question: 'Against which target?', presses: [], where: '#targets', answer: 'at least 340not reported' },
  {
    question: 'Is it better than last year?',
    presses: [],
    // Nothing that ended in 2016 was reported, which is no zero.
    where: '#tile-officials-trained',
    answer: ': no figure',
  },
  {
    question: 'What has Canada paid in Canadian dollars?',
    presses: [press('.pages a[href^="/donors"]'), press('main a[href^="/donors/canada"]')],
    where: '#tile-disbursement-as-paid',
    answer: 'disbursed in Canadian dollars',
  },
  {
    question: 'What is missing from Chile?',
    presses: [choose('#filter-country', 'CL')],
    where: '[aria-labelledby="section-gaps"]',
    answer: 'Experts deployed',
  },
];

describe('a manager who has never seen it', () => {
  it.each(QUESTIONS)('finds in two presses or fewer: $question', async ({ presses, where, answer }) => {
    expect(presses.length).toBeLessThanOrEqual(2);
    const page = await browser.newPage();
    await page.setCookie({ name: SESSION_COOKIE, value: cookie, url: origin, secure: true, httpOnly: true });
    await page.setViewport({ width: 1366, height: 768 });
    await page.goto(`${origin}/`, { waitUntil: 'load' });
    for (const one of presses) await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), one(page)]);
    expect(await page.$eval(where, (element) => element.textContent)).toContain(answer);
    await page.close();
  });
});
