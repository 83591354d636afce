import { eq } from 'drizzle-orm';
import { subscriptions } from '../../src/delivery/delivery.table.ts';
import { Reports } from '../../src/reporting/index.ts';
import { eachEngine } from '../support/database.ts';
import { importCsv } from '../support/import.ts';
import { startReferenceApp } from '../support/reference-app.ts';
import { DeliveryWorld } from './delivery.fixture.ts';

const HEAD = 'email,name,report,lang,paper';
const WITH = `${HEAD},delivered_as`;

eachEngine('what comes of a report', (engine) => {
  let world: DeliveryWorld;

  beforeAll(async () => {
    world = await DeliveryWorld.open(engine);
  });
  beforeEach(async () => {
    world = await world.anew();
    world.config = { publicUrl: 'https://attest.example.org', links: 'open' };
  });

  const filesOf = () =>
    Object.fromEntries(
      world.mailer.taken.map(({ to, attachments }) => [to, attachments.map(({ filename }) => filename)]),
    );
  const asOf = async (email: string) => {
    const [row] = await world.db.select().from(subscriptions).where(eq(subscriptions.email, email));
    return row?.deliveredAs;
  };

  it('is to each as it was asked for, of one issue', async () => {
    await world.subscribe('pdf@example.org');
    await world.subscribe('both@example.org', { deliveredAs: 'pdf-and-xlsx' });
    await world.subscribe('text@example.org', { deliveredAs: 'pdf-and-csv' });
    await world.subscribe('link@example.org', { deliveredAs: 'link' });
    await world.run();
    expect(world.issued).toEqual(['portfolio en a4']);
    expect(filesOf()).toEqual({
      'pdf@example.org': ['portfolio-2017-06-en.pdf'],
      'both@example.org': ['portfolio-2017-06-en.pdf', 'portfolio-2017-06-en.xlsx'],
      'text@example.org': ['portfolio-2017-06-en.pdf', 'portfolio-2017-06-en.csv'],
      'link@example.org': [],
    });
    const link = world.mailer.taken.find(({ to }) => to === 'link@example.org');
    expect(link?.text).toMatch(/^https:\/\/attest\.example\.org\/links\/\S+$/m);
  });

  it('is the PDF to whoever wants a link alone, where nobody knows where this service is reached', async () => {
    world.config = { publicUrl: null, links: 'open' };
    await world.subscribe('link@example.org', { deliveredAs: 'link' });
    await world.run();
    expect(filesOf()).toEqual({ 'link@example.org': ['portfolio-2017-06-en.pdf'] });
  });

  it('is read from a file, and stays as it is where a file says nothing of it', async () => {
    await importCsv(world.db, 'subscriptions', `${HEAD}\nana@example.org,Ana,portfolio,en,a4\n`);
    expect(await asOf('ana@example.org')).toBe('pdf');
    await importCsv(world.db, 'subscriptions', `${WITH}\nana@example.org,Ana,portfolio,en,a4,PDF and XLSX\n`);
    expect(await asOf('ana@example.org')).toBe('pdf-and-xlsx');
    for (const file of [
      `${HEAD}\nana@example.org,Ana,portfolio,fr,a4\n`,
      `${WITH}\nana@example.org,Ana,portfolio,fr,a4,\n`,
    ]) {
      await importCsv(world.db, 'subscriptions', file);
      expect(await asOf('ana@example.org')).toBe('pdf-and-xlsx');
    }
    const refused = await importCsv(
      world.db,
      'subscriptions',
      `${WITH}\nana@example.org,Ana,portfolio,en,a4,docx\n`,
    );
    expect(refused.errors).toMatchObject([{ code: 'CELL.UNKNOWN_WORD', column: 'delivered_as', line: 2 }]);
    expect(await asOf('ana@example.org')).toBe('pdf-and-xlsx');
  });
});

eachEngine('an issue', (engine) => {
  it('keeps the workbook and the CSV that the site makes of the same figures', async () => {
    const app = await startReferenceApp(engine);
    const reports = app.nest.get(Reports);
    const edition = { report: 'portfolio', period: '2017-06', lang: 'es', paper: 'a4' };
    const { id, xlsx, csv } = await reports.issue(edition);
    const drawn = await reports.sample(edition);
    const { bytes } = await reports.write(drawn);
    expect(xlsx !== null && Buffer.from(xlsx).equals(bytes)).toBe(true);
    expect(csv !== null && Buffer.from(csv).equals(await reports.tabulate(drawn))).toBe(true);
    expect((await reports.issue(edition)).id).toBe(id);
    await app.close();
  });
});
