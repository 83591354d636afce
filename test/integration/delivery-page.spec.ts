import { eq, sql } from 'drizzle-orm';
import { deliveries } from '../../src/delivery/delivery.table.ts';
import { type TestApp } from '../support/app.ts';
import { signIn } from '../support/people.ts';
import { startReferenceApp } from '../support/reference-app.ts';

/** What an administrator can do on the page, by plain forms. */
describe('the page of deliveries', () => {
  let app: TestApp;
  let cookie: string;
  const post = (path: string, form: Readonly<Record<string, string>> = {}) =>
    app.asStranger({
      method: 'POST',
      url: `/deliveries/${path}?period=2017-06&lang=en`,
      headers: {
        cookie,
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
      },
      payload: new URLSearchParams(form).toString(),
    });
  const page = async (query = '') => {
    const { body } = await app.asStranger({
      url: `/deliveries?period=2017-06&lang=en${query}`,
      headers: { cookie },
    });
    return body;
  };
  const ledger = () => app.database.db.select().from(deliveries).where(eq(deliveries.period, '2017-06'));
  const jobs = () => app.database.db.$count(sql`pgboss.job`);

  beforeAll(async () => {
    app = await startReferenceApp();
    // To example addresses nothing is sent.
    await app.database.db.execute(
      sql`UPDATE subscriptions SET email = replace(email, '@portfolio.example', '@example.org')`,
    );
    ({ cookie } = await signIn(app.database.db, { role: 'administrator' }));
  });
  afterAll(() => app.close());

  it('settles what will not be sent only with a reason', async () => {
    const refused = await post('settle', { is: 'not-sent', reason: ' ' });
    expect(refused.statusCode).toBe(400);
    expect(refused.body).toContain('What will not be sent needs a reason.');
    expect(await ledger()).toEqual([]);

    const { statusCode, headers } = await post('settle', { is: 'not-sent', reason: 'Rewritten by\nhand.' });
    expect([statusCode, headers.location]).toEqual([303, '/deliveries?period=2017-06&lang=en&done=settle']);
    expect((await ledger()).map(({ status, error }) => `${status}: ${error}`)).toEqual(
      Array(4).fill('settled: Rewritten by hand.'),
    );
    const html = await page('&done=settle');
    expect(html).toContain('role="status">Recorded.');
    expect(html.match(/will not be sent, said on 1 Jul 2017: Rewritten by hand\./g)).toHaveLength(4);
    expect(html).not.toContain('are without this report');
  });

  it('hands to the queue what is asked for, and sends nothing itself', async () => {
    expect((await post('send')).headers.location).toBe('/deliveries?period=2017-06&lang=en&done=nothing');
    const [one] = await ledger();
    const { headers } = await post('send', { subscription: one?.subscription ?? '' });
    expect(headers.location).toBe('/deliveries?period=2017-06&lang=en&done=send');
    expect((await ledger()).map(({ status }) => status).sort()).toEqual([
      'pending',
      'settled',
      'settled',
      'settled',
    ]);
    expect(await jobs()).toBe(1);
    const html = await page('&done=send');
    expect(html).toContain('1 subscriber is without this report');
    expect(html).toContain('Send what is missing');
    // Again by mistake: it waits already.
    await post('send');
    expect(await jobs()).toBe(1);
  });

  it('is written down by whom', async () => {
    const by = (action: string) =>
      app.database.db.$count(
        sql`(SELECT 1 FROM audit WHERE action = ${action} AND actor_kind = 'person') AS entries`,
      );
    expect([await by('delivery.settled'), await by('delivery.requested')]).toEqual([4, 2]);
  });

  it.each(['send', 'settle'])('lets no other page post to %s', async (path) => {
    const before = await ledger();
    const { statusCode } = await app.asStranger({
      method: 'POST',
      url: `/deliveries/${path}?period=2017-06`,
      headers: {
        cookie,
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'cross-site',
      },
      payload: 'is=not-sent&reason=x',
    });
    expect(statusCode).toBe(403);
    expect(await ledger()).toEqual(before);
  });
});
