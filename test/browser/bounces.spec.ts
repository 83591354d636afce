import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer';
import { ServiceKey } from '../../src/access/index.ts';
import { postfixReport } from '../../src/delivery/bounces/fixtures/reports.ts';
import { DeliveryWorld, PERIOD } from '../integration/delivery.fixture.ts';
import { makeToken, type TestApp } from '../support/app.ts';
import { obstaclesOn, pageOf, startBrowser } from '../support/browser.ts';
import { pressAt } from '../support/keyboard.ts';
import { type SignedInPerson, signIn } from '../support/people.ts';
import { startReferenceApp } from '../support/reference-app.ts';

/** A folder for pictures of the pages, where somebody wants to look at them. */
const PICTURES = process.env.TEST_PICTURES;

let app: TestApp;
let origin: string;
let browser: Browser;
let administrator: SignedInPerson;
let world: DeliveryWorld;
let token: string;

beforeAll(async () => {
  app = await startReferenceApp();
  await app.nest.listen(0, '127.0.0.1');
  origin = (await app.nest.getUrl()).replace('[::1]', '127.0.0.1');
  browser = await startBrowser();
  administrator = await signIn(app.database.db, { role: 'administrator' });
  token = await makeToken(app.database.db, { role: 'administrator' }, { writes: true });
  world = DeliveryWorld.on(app.database.db, () =>
    app.nest.get(ServiceKey, { strict: false }).derive('issue-links'),
  );
  world.at('2017-07-01T12:00:00Z');
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

const text = (page: Page, selector: string) =>
  page.$eval(selector, (element) => element.textContent?.trim() ?? '');

async function sound(page: Page, name: string): Promise<void> {
  for (const scheme of ['light', 'dark']) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    if (PICTURES !== undefined) {
      const path = join(PICTURES, `${name}-${scheme}.png`) as `${string}.png`;
      await page.screenshot({ path, fullPage: true });
    }
    expect([name, scheme, await obstaclesOn(page)]).toEqual([name, scheme, { violations: [], beyond: 0 }]);
  }
}

/** A report that was sent; @returns its subscription and Message-ID */
async function sendTo(to: string) {
  const subscription = await world.subscribe(to, { name: 'Ana Mora' });
  await world.send(PERIOD, { recipient: to });
  return { to, subscription, messageId: (await world.row(subscription))?.messageId ?? '' };
}

async function report(body: string): Promise<void> {
  const answer = await fetch(`${origin}/api/v1/bounces`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'message/rfc822' },
    body,
  });
  expect(answer.status).toBe(200);
}

it.each([
  { width: 1280, scripts: true },
  { width: 360, scripts: false },
] as const)(
  'what came back is seen, and written to again, by keyboard: $width, scripts $scripts',
  async (look) => {
    const name = `${look.width}-${look.scripts ? 'scripts' : 'plain'}`;
    const to = `reader-of-${look.width}@secretariat-for-multidimensional-security.example.org`;
    const back = await sendTo(to);
    const late = await sendTo(`later-${look.width}@example.org`);
    await report(postfixReport(late, { action: 'delayed', status: '4.4.1' }));
    await report(postfixReport(back));

    const page = await pageOf(browser, administrator.cookie, look);
    await page.goto(`${origin}/deliveries?period=2017-06&lang=en`);
    expect(await text(page, '.missing')).toContain('1 came back, or is to an address from which one did.');
    expect(await text(page, 'main')).toContain('it was still under way (4.4.1)');
    await sound(page, `deliveries-${name}`);
    await page.goto(`${origin}/deliveries/subscriptions?lang=en`);
    expect(await text(page, 'main')).toContain('Nothing is sent: an e-mail came back on 1 Jul 2017 (5.1.1).');
    await sound(page, `list-${name}`);
    await page.goto(`${origin}/deliveries/subscriptions/${back.subscription}?lang=en`);
    expect(await text(page, '.missing')).toContain('no such mailbox in the directory here');
    await sound(page, `subscription-${name}`);

    await page.goto(`${origin}/deliveries?period=2017-06&lang=en`);
    await pressAt(page, `[aria-label="Write to it again: ${to}"]`);
    expect(await text(page, '[role=status]')).toBe(
      'Reports go to this address again. What it is without can be sent now.',
    );
    await pressAt(page, `[aria-label="Send to ${to}"]`);
    expect(await text(page, '[role=status]')).toContain('Handed to the queue.');
    await world.process().run(PERIOD);
    expect(world.mailer.taken.filter((mail) => mail.to === to)).toHaveLength(2);
  },
);

it('somebody whose own address came back reads why nothing comes', async () => {
  const own = await sendTo(administrator.email);
  await report(postfixReport(own));
  const page = await pageOf(browser, administrator.cookie, { width: 360, scripts: false });
  await page.goto(`${origin}/subscriptions?lang=fr`);
  expect(await text(page, '.missing')).toContain(
    'Un courriel à votre adresse est revenu le 1er juillet 2017',
  );
  await sound(page, 'own');
});
