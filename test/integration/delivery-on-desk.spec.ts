import { randomUUID } from 'node:crypto';
import { deliveries, subscriptions } from '../../src/delivery/delivery.table.ts';
import { errata } from '../../src/delivery/errata/errata.table.ts';
import { issues } from '../../src/reporting/issues.table.ts';
import { eachEngine } from '../support/database.ts';
import { PagesWorld } from './access/pages.fixture.ts';

const SENT = new Date('2017-07-01T10:00:00Z');

eachEngine('the desk of whoever follows deliveries', (engine) => {
  it('says what of reports waits for its reader, with the way there, and nothing to others', async () => {
    const world = await PagesWorld.start({ database: await engine.openSeeded() });
    const { db } = world.app.database;
    for (const role of ['administrator', 'manager', 'officer'] as const) {
      await world.member(`${role}@example.org`, { role, ...(role === 'officer' && { programs: ['TOUR'] }) });
    }
    const desk = async (role: string) =>
      (await (await world.signedIn(`${role}@example.org`)).get('/desk?lang=en')).body;
    expect(await desk('manager')).not.toContain('Reports by e-mail');

    await db.delete(subscriptions);
    const issue = randomUUID();
    await db.insert(issues).values({
      ...{ id: issue, report: 'portfolio', period: '2017-06', lang: 'en', paper: 'a4', origin: 'schedule' },
      ...{ cutOff: '2017-06-30', revision: 0, known: null, title: 'Portfolio report, June 2017' },
      ...{ headlines: [], snapshot: { blocks: {} } as never, hash: 'a'.repeat(64) },
      ...{ pdf: new Uint8Array([1]), pages: 6, createdAt: SENT },
    });
    const owe = async (email: string, state: object) => {
      const [added] = await db
        .insert(subscriptions)
        .values({ email, name: email, report: 'portfolio', lang: 'en', paper: 'a4', since: SENT })
        .returning({ id: subscriptions.id });
      await db.insert(deliveries).values({
        ...{ subscription: added?.id ?? '', period: '2017-06', issue, recipient: email, createdAt: SENT },
        ...state,
      });
    };
    // Two people, one report; one refused for good; one that is tried again, and needs nobody.
    await owe('minister@example.org', { status: 'pending', awaitsApprovalSince: SENT });
    await owe('deputy@example.org', { status: 'pending', awaitsApprovalSince: SENT });
    await owe('gone@example.org', { status: 'failed', attempts: 1, error: '550 no such user' });
    await owe('later@example.org', {
      ...{
        status: 'failed',
        attempts: 1,
        error: '451 later',
        nextAttemptAt: new Date('2017-07-01T13:00:00Z'),
      },
    });
    await db.insert(errata).values({
      ...{ hash: 'a'.repeat(64), issue, report: 'portfolio', period: '2017-06', revision: 1 },
      ...{ figures: [], createdAt: SENT, movedAt: SENT },
    });

    for (const role of ['administrator', 'manager']) {
      const shown = await desk(role);
      const links = [...shown.matchAll(/<a href="(\/deliveries[^"]*)">([^<]*)<\/a>/g)].map(([, to, text]) => [
        to,
        text,
      ]);
      expect([role, links]).toEqual([
        role,
        [
          ['/deliveries?lang=en#awaiting', '1 report waits for approval before it is sent'],
          ['/deliveries/errata?lang=en', '1 erratum waits to be sent or dismissed'],
          ['/deliveries?lang=en', '1 e-mail with a report has not arrived, and somebody has to look'],
        ],
      ]);
    }
    expect(await desk('officer')).not.toContain('Reports by e-mail');
    await world.app.close();
  });
});
