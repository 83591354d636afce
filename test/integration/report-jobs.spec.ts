import { DrawingRoom } from '../../src/reporting/drawing-room.adapter.ts';
import { ReportJobs } from '../../src/reporting/report-jobs.ts';
import { type TestApp } from '../support/app.ts';
import { eachEngine } from '../support/database.ts';
import { signIn } from '../support/people.ts';
import { startReferenceApp } from '../support/reference-app.ts';

const BROWSER = 'text/html,application/xhtml+xml,*/*;q=0.8';
const JUNE = '/api/v1/reports/portfolio.pdf?period=2017-06';
type Answer = Awaited<ReturnType<TestApp['asStranger']>>;

/** Holds back every drawing until it is let go. */
function held(room: DrawingRoom) {
  const gate = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const draw = room.draw.bind(room);
  const original = room.draw;
  room.draw = (async (...asked: Parameters<typeof draw>) => {
    begun.resolve();
    await gate.promise;
    return draw(...asked);
  }) as typeof draw;
  const letGo = () => {
    room.draw = original;
    gate.resolve();
  };
  return { begun: begun.promise, letGo };
}

eachEngine('a report that takes longer than its reader waits', (engine) => {
  let app: TestApp;
  let room: DrawingRoom;
  const cookies: Record<string, string> = {};
  beforeAll(async () => {
    app = await startReferenceApp(engine);
    const { db } = app.database;
    cookies.ana = (await signIn(db, { role: 'manager' })).cookie;
    cookies.ben = (await signIn(db, { role: 'manager' })).cookie;
    cookies.canada = (await signIn(db, { role: 'donor', organisations: ['canada'] })).cookie;
    // Nobody waits at all, so that every report takes longer.
    Object.assign(app.nest.get(ReportJobs, { strict: false }), { patienceMs: 0 });
    room = app.nest.get(DrawingRoom, { strict: false });
  });
  afterAll(() => app.close());

  const get = (who: string, url: string, headers: Record<string, string> = {}) =>
    app.asStranger({ url, headers: { cookie: cookies[who] ?? '', accept: BROWSER, ...headers } });
  const cancel = (who: string, of: string) =>
    app.asStranger({
      method: 'POST',
      url: '/reports/cancel',
      headers: { cookie: cookies[who] ?? '', 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ of }).toString(),
    });
  const once = async (who: string, url: string, headers?: Record<string, string>): Promise<Answer> => {
    const answer = await get(who, url, headers);
    return answer.statusCode === 202 ? once(who, url, headers) : answer;
  };

  it('shows how far it is, asks again by itself, and becomes the file', async () => {
    const { begun, letGo } = held(room);
    await get('ana', JUNE);
    await begun;
    const waiting = await get('ana', JUNE);
    expect(waiting.statusCode).toBe(202);
    expect(waiting.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      refresh: '2',
      'retry-after': '2',
    });
    expect(waiting.headers.etag).toBeUndefined();
    expect(waiting.body).toContain('Portfolio report, June 2017');
    expect(waiting.body).toMatch(/aria-current="step"[^>]*>Drawing charts and tables</);
    letGo();
    const { statusCode, headers, rawPayload } = await once('ana', JUNE);
    expect([statusCode, headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(rawPayload.toString('latin1', 0, 5)).toBe('%PDF-');
    // It is kept: whoever opens it again need not wait again.
    expect((await get('ana', JUNE)).statusCode).toBe(200);
  });

  it.each([
    ['es', 'El informe se está preparando', 'Lectura de las cifras'],
    ['pt', 'O relatório está sendo preparado', 'Leitura dos números'],
    ['fr', 'Le rapport est en préparation', 'Lecture des chiffres'],
  ])('says so in the language of its reader: %s', async (lang, title, step) => {
    const { body } = await get('ana', `${JUNE.replace('.pdf', '.xlsx')}&lang=${lang}`);
    expect(body).toContain(title);
    expect(body).toContain(step);
    // Data are not printed.
    const [, steps] = /<ol class="report-steps">(.*?)<\/ol>/s.exec(body) ?? [];
    expect(steps?.match(/<li/g)).toHaveLength(3);
    expect((await once('ana', `${JUNE.replace('.pdf', '.xlsx')}&lang=${lang}`)).statusCode).toBe(200);
  });

  it('is its own reader’s, and made for nobody else', async () => {
    const url = '/api/v1/reports/donor-funding-summary.csv?period=2017-06&donor=canada';
    const own = await once('canada', url);
    expect(own.statusCode).toBe(200);
    expect((await get('canada', url)).statusCode).toBe(200);
    expect((await get('ben', url)).statusCode).toBe(202);
    expect((await once('canada', url.replaceAll('canada', 'italy'))).statusCode).toBe(404);
    await once('ben', url);
  });

  it('is given to programs and to whoever does not ask for a page at the request that asks for it', async () => {
    const { statusCode, headers } = await get('ana', `${JUNE}&paper=letter`, { accept: '*/*' });
    expect([statusCode, headers['content-type']]).toEqual([200, 'application/pdf']);
    const program = await app.asStranger({
      url: `${JUNE}&paper=letter`,
      headers: { authorization: `Bearer ${app.token}`, accept: BROWSER },
    });
    expect([program.statusCode, program.headers['content-type']]).toEqual([200, 'application/pdf']);
  });

  it('that cannot be made says why, as a page', async () => {
    const { statusCode, body } = await once('ana', '/api/v1/reports/portfolio.pdf?period=2018-01');
    expect(statusCode).toBe(400);
    expect(body).toContain('has not begun');
  });

  it('ends where its reader cancels it, and for no other reader', async () => {
    const url = `${JUNE}&lang=fr`;
    const { begun, letGo } = held(room);
    await get('ana', url);
    await begun;
    const elsewhere = await cancel('ben', url);
    expect([elsewhere.statusCode, elsewhere.headers.location]).toEqual([303, '/reports?lang=fr']);
    expect((await get('ana', url)).body).toMatch(/aria-current="step"[^>]*>Mise en forme/);
    await cancel('ana', url);
    // It begins anew.
    expect((await get('ana', url)).body).toMatch(/aria-current="step"[^>]*>(Attente|Lecture)/);
    letGo();
    expect((await once('ana', url)).statusCode).toBe(200);
  });

  it('is one of three at most', async () => {
    const { letGo } = held(room);
    const urls = ['2017-01', '2017-02', '2017-03', '2017-04'].map((period) =>
      JUNE.replace('2017-06', period),
    );
    const answers: Answer[] = [];
    for (const url of urls) answers.push(await get('ben', url));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([202, 202, 202, 429]);
    expect(answers[3]?.headers['retry-after']).toBe('10');
    expect(answers[3]?.body).toContain('Several reports are being made for you already');
    letGo();
    for (const url of urls) expect((await once('ben', url)).statusCode).toBe(200);
  });
});
