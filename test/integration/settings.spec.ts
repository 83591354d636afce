import { crc32, deflateSync } from 'node:zlib';
import { sql } from 'drizzle-orm';
import { changeSettings, EVERYTHING } from '../../src/access/index.ts';
import { LANGUAGES } from '../../src/core/text.ts';
import { Reports } from '../../src/reporting/index.ts';
import { eachEngine } from '../support/database.ts';
import { PagesWorld, type Visit } from './access/pages.fixture.ts';

const SHAPES = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><path d="M0 0h100v50z"/></svg>';
const BOUNDARY = 'attest-test';

/** A form with one file, as a browser sends it. */
function upload(bytes: Uint8Array, name: string): { payload: Buffer; type: string } {
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="logo"; filename="${name}"\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]);
  return { payload, type: `multipart/form-data; boundary=${BOUNDARY}` };
}

/** A white PNG. */
function png(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc(height * (1 + width * 3), 0xff));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

eachEngine('the page of settings', (engine) => {
  let world: PagesWorld;
  let visit: Visit;
  beforeAll(async () => {
    world = await PagesWorld.start({ database: await engine.openSeeded(), env: { FISCAL_YEAR_MONTH: '4' } });
    visit = await world.administrator('rosa@example.org');
  });
  afterAll(() => world.app.close());

  const token = () => ({ authorization: `Bearer ${world.app.token}`, 'accept-language': 'en' });
  const ask = (url: string, headers: Readonly<Record<string, string>> = {}) =>
    world.app.asStranger({ url, headers: { ...token(), ...headers } });
  const send = async (bytes: Uint8Array, name = 'logo.svg') => {
    const { payload, type } = upload(bytes, name);
    return world.app.asStranger({
      method: 'POST',
      url: '/settings/logo',
      payload,
      headers: { cookie: `__Host-attest=${visit.cookie}`, 'content-type': type, 'accept-language': 'en' },
    });
  };
  const lastChange = async () => {
    const { entries } = (await ask('/audit.json?action=change.made')).json();
    return entries.find(({ subject }: { subject: string }) => subject === 'settings organisation');
  };
  const saved = { statusCode: 303, headers: expect.objectContaining({ location: '/settings?done=saved' }) };

  it('says what holds before anything is chosen', async () => {
    const { body } = await visit.get('/settings');
    expect(body).toContain('Left empty: Organization of American States.');
    expect(body).toContain('As installed: April');
    expect(body).toContain('US Dollar (USD)');
    // The clock stands at 1 July 2017, 08:00 in New York.
    expect(body).toContain('Next report: July 2017, on 1 August 2017 at 06:00');
  });

  it('gives every page and its tag another name at once, and writes down what it was before', async () => {
    const before = await ask('/methods');
    const tag = String(before.headers.etag);
    expect((await ask('/methods', { 'if-none-match': tag })).statusCode).toBe(304);
    const typed = { name: 'Ministry of Health', name_es: 'Ministerio de Salud' };
    expect(await visit.post('/settings/organisation', typed)).toMatchObject(saved);
    const after = await ask('/methods', { 'if-none-match': tag });
    expect(after.statusCode).toBe(200);
    expect(after.body).toContain(' · Ministry of Health</title>');
    expect(after.body).not.toContain('Organization of American States');
    expect((await ask('/methods?lang=es')).body).toContain('Ministerio de Salud');
    expect(await lastChange()).toMatchObject({
      actorName: 'rosa@example.org',
      details: {
        before: { name: null, translations: null },
        after: { name: 'Ministry of Health', translations: { es: 'Ministerio de Salud' } },
      },
    });
    expect((await visit.get('/audit')).body).toContain('href="/settings"');
  });

  it('says to which domains reports may be sent, and keeps them from others', async () => {
    const wrong = await visit.post('/settings/domains', { mailDomains: 'oas.org, nowhere' });
    expect(wrong.statusCode).toBe(400);
    expect(wrong.body).toContain('“nowhere” is no domain.');
    expect(wrong.body).toMatch(
      /id="domains-mailDomains"[^>]*aria-invalid="true"[^>]*value="oas.org, nowhere"/,
    );
    expect(await visit.post('/settings/domains', { mailDomains: 'OAS.org @example.net' })).toMatchObject(
      saved,
    );
    expect((await visit.get('/settings')).body).toMatch(
      /id="domains-mailDomains"[^>]*value="example.net, oas.org"/,
    );
    expect(await lastChange()).toMatchObject({
      details: { before: { mail_domains: null }, after: { mail_domains: ['example.net', 'oas.org'] } },
    });
    expect(await visit.post('/settings/domains', { mailDomains: '' })).toMatchObject(saved);
  });

  it('keeps what was typed where something is wrong, and says what and where', async () => {
    const answer = await visit.post('/settings/organisation', { name: '', name_fr: 'Santé <b>' });
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain('Give the name itself, too');
    expect(answer.body).toMatch(/id="organisation-name_fr"[^>]*value="Santé &lt;b>"/);
    const day = await visit.post('/settings/schedule', { day: '31', hour: '', timeZone: 'Europe/Paris' });
    expect(day.statusCode).toBe(400);
    expect(day.body).toMatch(/id="schedule-day"[^>]*aria-invalid="true"[^>]*value="31"/);
    expect(day.body).toMatch(/value="Europe\/Paris"[^>]* selected/);
  });

  it('shows a logo in the head of pages and reports, under an address that says its content', async () => {
    expect(await send(Buffer.from(SHAPES))).toMatchObject(saved);
    const page = (await ask('/methods')).body;
    const [, src = ''] = /<img class="logo" alt src="([^"]+)" width="80" height="40"/.exec(page) ?? [];
    expect(src).toMatch(/^\/brand\/[0-9a-f]{64}\.svg$/);
    const file = await world.app.asStranger({ url: src });
    expect(file).toMatchObject({
      statusCode: 200,
      headers: expect.objectContaining({
        'content-type': 'image/svg+xml',
        'cache-control': 'public, max-age=31536000, immutable',
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        'x-content-type-options': 'nosniff',
      }),
    });
    const { html } = await world.app.nest.get(Reports, { strict: false }).draw(EVERYTHING, {
      report: 'portfolio',
      period: '2017-06',
    });
    expect(html).toContain(`src="data:image/svg+xml;base64,${Buffer.from(file.body).toString('base64')}"`);
    expect(html).toContain('Ministry of Health');
  });

  it('refuses what is no plain picture, and shows none that is not its own', async () => {
    const script = await send(Buffer.from(SHAPES.replace('<path', '<script>1</script><path')));
    expect(script.statusCode).toBe(422);
    expect(script.body).toContain('&lt;script>');
    expect((await send(Buffer.alloc(300_000), 'logo.png')).body).toContain('larger than 256 kB');
    expect((await send(Buffer.alloc(0), '')).body).toContain('Choose a file first.');
    expect((await send(Buffer.alloc(5_000_000), 'logo.png')).statusCode).toBe(413);
    for (const name of [`${'0'.repeat(64)}.png`, 'x', '0b5cab-0000000000000000.css'])
      expect((await world.app.asStranger({ url: `/brand/${name}` })).statusCode).toBe(404);
  });

  it('comes back with a backup, logo and all', async () => {
    expect(await send(png(120, 60), 'logo.png')).toMatchObject(saved);
    const shown = async () => /\/brand\/[0-9a-f]{64}\.png/.exec((await ask('/methods')).body)?.[0];
    const src = String(await shown());
    const { files } = await world.app.run({ name: 'backup', argv: ['x'], files: new Map() });
    expect(await visit.post('/settings/logo/remove')).toMatchObject(saved);
    expect(await shown()).toBeUndefined();
    expect((await world.app.asStranger({ url: src })).statusCode).toBe(404);
    const backup = files?.[0]?.bytes ?? new Uint8Array();
    const restored = await world.app.run({
      name: 'restore',
      argv: ['x'],
      files: new Map([['x', backup]]),
    });
    expect(restored.stderr).toEqual([]);
    expect(await shown()).toBe(src);
    const file = await world.app.asStranger({ url: src });
    expect(file.rawPayload).toEqual(png(120, 60));
    // Whoever was signed in is not any more.
    visit = await world.administrator('rita@example.org');
  });

  it('shows a colour before it holds, and then on every page, where it can be read', async () => {
    const looked = await visit.post('/settings/colour', { accent: '#FFCC00', show: 'yes' });
    expect(looked.statusCode).toBe(200);
    expect(looked.body).toContain('It is not saved yet.');
    // White under #ffcc00: its luminance is 0.6444…, so (1 + 0.05) / (0.6444 + 0.05) = 1.5.
    expect(looked.body).toContain('#ffcc00 would have 1.5 to 1 there');
    expect((await ask('/methods')).body).not.toContain('/brand/ffcc00');
    expect(await visit.post('/settings/colour', { accent: 'ffcc00' })).toMatchObject(saved);
    const [href = ''] = /\/brand\/ffcc00-[0-9a-f]{16}\.css/.exec((await ask('/methods')).body) ?? [];
    const css = await world.app.asStranger({ url: href });
    expect(css.headers['content-type']).toBe('text/css; charset=utf-8');
    expect(css.body).toMatch(/^:root\{--accent:#[0-9a-f]{6};--series-1:/);
    const { html } = await world.app.nest.get(Reports, { strict: false }).draw(EVERYTHING, {
      report: 'portfolio',
      period: '2017-06',
    });
    expect(html).toContain(css.body.trim());
    expect((await visit.post('/settings/colour', { accent: 'red' })).body).toContain('A colour is #');
    expect(await visit.post('/settings/colour', { accent: '' })).toMatchObject(saved);
    expect((await ask('/methods')).body).not.toContain('/brand/ffcc00');
  });

  it('says what becomes of reports that fell due while nothing ran', async () => {
    expect((await visit.get('/settings')).body).toMatch(/value="last"[^>]* checked/);
    expect(await visit.post('/settings/missed', { missedIssues: 'all' })).toMatchObject(saved);
    expect((await visit.get('/settings')).body).toMatch(/value="all"[^>]* checked/);
    expect(await lastChange()).toMatchObject({
      details: { before: { missed_issues: null }, after: { missed_issues: 'all' } },
    });
    expect((await visit.post('/settings/missed', { missedIssues: 'none' })).statusCode).toBe(400);
    expect(await visit.post('/settings/missed', { missedIssues: 'last' })).toMatchObject(saved);
  });

  it('begins reports with a cover, and with their head again', async () => {
    const reports = world.app.nest.get(Reports, { strict: false });
    const draw = () => reports.draw(EVERYTHING, { report: 'portfolio', period: '2017-06' });
    expect((await visit.get('/settings')).body).toMatch(/value="masthead"[^>]* checked/);
    expect(await visit.post('/settings/front', { front: 'cover' })).toMatchObject(saved);
    expect((await visit.get('/settings')).body).toMatch(/value="cover"[^>]* checked/);
    expect(await lastChange()).toMatchObject({
      details: { before: { front: null }, after: { front: 'cover' } },
    });
    const { html } = await draw();
    expect(html).toContain('<header class="report-cover">');
    // The logo stands on it, and nowhere else.
    expect(html.match(/class="report-logo"/g)).toHaveLength(1);
    expect((await visit.post('/settings/front', { front: 'poster' })).statusCode).toBe(400);
    expect(await visit.post('/settings/front', { front: 'masthead' })).toMatchObject(saved);
    expect((await draw()).html).not.toContain('report-cover');
  });

  it('begins the fiscal year in another month from the next page on', async () => {
    expect((await ask('/')).body).toContain('period=this-fiscal-year');
    expect(await visit.post('/settings/calendar', { fiscalMonth: '1' })).toMatchObject(saved);
    expect((await ask('/')).body).not.toContain('period=this-fiscal-year');
    expect(await visit.post('/settings/calendar', { fiscalMonth: '' })).toMatchObject(saved);
    expect((await ask('/')).body).toContain('period=this-fiscal-year');
  });

  it('offers the chosen languages, and answers in the others whoever names them', async () => {
    expect(await visit.post('/settings/languages', { offered: ['fr', 'es'], first: 'es' })).toMatchObject(
      saved,
    );
    const said = async (url: string, language: string) =>
      (await ask(url, { 'accept-language': language })).headers['content-language'];
    expect(await said('/methods', 'en')).toBe('es');
    expect(await said('/methods', 'en, fr;q=0.5')).toBe('fr');
    expect(await said('/methods?lang=pt', 'fr')).toBe('pt');
    const page = (await ask('/sign-in?lang=fr')).body;
    expect(page).toContain('hreflang="es"');
    expect(page).not.toContain('hreflang="en"');
    expect((await visit.post('/settings/languages', { first: 'es' })).body).toContain(
      'Ofrezca al menos un idioma.',
    );
    expect(await visit.post('/settings/languages', { offered: LANGUAGES, first: 'en' })).toMatchObject(saved);
    expect(await said('/methods', 'en')).toBe('en');
  });

  it('enters what is owed by the times of before, and goes by the new ones', async () => {
    const entered = async () => {
      const rows = await world.app.database.db.execute(sql`SELECT DISTINCT period FROM deliveries`);
      return (Array.isArray(rows) ? rows : (rows as { rows: unknown[] }).rows).length;
    };
    expect(await entered()).toBe(0);
    const typed = { day: '15', hour: '9', timeZone: 'Europe/Paris' };
    expect(await visit.post('/settings/schedule', typed)).toMatchObject(saved);
    expect(await entered()).toBe(1);
    const { body } = await visit.get('/settings');
    expect(body).toContain('Next report: June 2017, on 15 July 2017 at 09:00');
    expect(body).toMatch(/id="schedule-day"[^>]*value="15"/);
  });

  it('holds in every process: what another one has stored counts from the next request on', async () => {
    const change = { name: 'Another process', translations: null };
    const by = { actor: { kind: 'command' }, at: new Date('2017-07-02T00:00:00Z') } as const;
    await world.app.database.db.transaction((tx) => changeSettings(tx, change, by));
    expect((await ask('/methods')).body).toContain('Another process');
    expect((await world.stranger().get('/sign-in')).body).toContain('Another process');
  });

  it('is for administrators alone, signed in', async () => {
    await world.member('dan@example.org', { role: 'manager' });
    const manager = await world.signedIn('dan@example.org');
    expect((await manager.get('/settings')).statusCode).toBe(404);
    expect((await manager.post('/settings/organisation', { name: 'x' })).statusCode).toBe(404);
    expect((await ask('/settings')).statusCode).toBe(404);
    const elsewhere = await visit.post(
      '/settings/organisation',
      { name: 'x' },
      { 'sec-fetch-site': 'cross-site' },
    );
    expect(elsewhere.statusCode).toBe(403);
  });
});
