import { LANGUAGES } from '../../src/core/text.ts';
import { eachEngine } from '../support/database.ts';
import { PagesWorld, type Visit, wordsOf } from './access/pages.fixture.ts';
import { fill, said } from './entry.fixture.ts';

/** Twelve officials of Dominica in May: 7 women and 5 men. */
const MAY = {
  'cell-program': 'TOUR',
  'cell-indicator': 'officials trained',
  'cell-country_or_region': 'DM',
  'cell-period_start': '2017-05',
  'cell-period_end': '2017-05',
  'cell-value': '12',
  'part-0-axis': 'sex',
  'part-0-part': 'female',
  'part-0-number': '7',
  'part-1-axis': 'sex',
  'part-1-part': 'male',
  'part-1-number': '5',
};

eachEngine('the pages of those who enter and approve, without scripts', (engine) => {
  let world: PagesWorld;
  let officer: Visit;
  let manager: Visit;
  let other: Visit;
  let police: Visit;
  let donor: Visit;

  beforeEach(async () => {
    world = await PagesWorld.start({ database: await engine.openSeeded() });
    await world.member('tourism@example.org', { role: 'officer', programs: ['TOUR'] });
    await world.member('police@example.org', { role: 'officer', programs: ['NET-POL'] });
    await world.member('manager@example.org', { role: 'manager' });
    await world.member('other@example.org', { role: 'manager' });
    await world.member('canada@example.org', { role: 'donor', organisations: ['canada'] });
    officer = await world.signedIn('tourism@example.org');
    police = await world.signedIn('police@example.org');
    manager = await world.signedIn('manager@example.org');
    other = await world.signedIn('other@example.org');
    donor = await world.signedIn('canada@example.org');
  });
  afterEach(() => world.app.close());

  /** Opens a page, fills its form and sends it. */
  const send = async (visit: Visit, url: string, mark: string, typed: Parameters<typeof fill>[2] = {}) => {
    const page = await visit.get(url);
    expect([url, page.statusCode]).toEqual([url, 200]);
    const { action, fields } = fill(page.body, mark, typed);
    return visit.post(action, fields);
  };
  const enter = (typed: Readonly<Record<string, string>> = MAY, visit: Visit = officer) =>
    send(visit, '/entry/results', 'entry', typed);
  /** Where what was submitted last stands. */
  const lastOf = async (visit: Visit): Promise<string> => {
    const [, path = ''] = /href="(\/submissions\/[0-9a-f-]+)/.exec((await visit.get('/desk')).body) ?? [];
    return path;
  };
  /** Ticks all that waits and is not one's own, and looks at it. */
  const review = async (visit: Visit) => {
    const { body } = await visit.get('/approvals');
    const groups = [...body.matchAll(/name="group" value="([^"]+)"/g)].map(([, group = '']) => group);
    const { action, fields } = fill(body, 'approvals', { group: groups });
    return visit.post(action, fields);
  };
  const approve = async (visit: Visit, html: string) => {
    const { action, fields } = fill(html, 'approve');
    return visit.post(action, fields);
  };
  /** Officials trained, of everything. */
  const total = async (): Promise<number> => {
    const answer = await world.app.nest.inject('/api/v1/totals?indicator=officials-trained');
    return answer.json().total.value;
  };
  const csv = async (visit: Visit, url: string) => (await visit.get(url)).body;

  it('lead from an officer’s form over a manager to the dashboard and to a download', async () => {
    const sent = await enter();
    expect([sent.statusCode, sent.headers.location]).toEqual([303, '/desk?done=submitted']);
    const desk = said(await officer.get('/desk?done=submitted'));
    expect(desk).toContain('Submitted. It counts once somebody else has approved it.');
    expect(desk).toMatch(
      /Submitted, and not decided yet .*Officials trained: 12 Tourism Security Program · Dominica · May 2017/,
    );
    // 7 + 30 + 15 + 4 + 22 + 45 of the reference portfolio.
    expect(await total()).toBe(123);
    expect(said(await officer.get('/'))).toContain('45');

    expect(said(await manager.get('/desk'))).toContain('1 row waits for approval.');
    const looked = await review(manager);
    const words = said(looked);
    expect(words).toContain('Approve 1 row');
    // TOUR with its activities: 45 of Antigua and Barbuda, and the 12.
    expect(words).toMatch(/Officials trained 45, .* 57/);
    const done = await approve(manager, looked.body);
    expect([done.statusCode, done.headers.location]).toEqual([303, '/approvals?done=approved']);
    expect(said(await manager.get('/approvals?done=approved'))).toContain('Approved. It counts from now on.');

    expect(await total()).toBe(135);
    expect(said(await manager.get('/'))).toContain('135');
    const rows = await csv(manager, '/results.csv?program=TOUR');
    expect(rows).toMatch(/Officials trained,12,7 female and 5 male,TOUR,[^,]*,DM,Dominica,2017-05-31,actual/);
    expect(said(await officer.get('/desk'))).toMatch(/Approved lately .*Officials trained: 12/);
    const page = said(await officer.get(await lastOf(officer)));
    expect(page).toContain('Decided by Ana Lima');
  });

  it('take a text of several lines from an officer, and print it with its figures once another has approved it', async () => {
    const typed = {
      'cell-program': 'TOUR',
      'cell-country_or_region': 'AG',
      'cell-section': 'result',
      'cell-period_end': '2017-06',
      // As browsers end lines.
      'cell-text': 'It trained [officials-traned] officials:\r\n\r\n- of the police <b>\r\n- of the ports',
    };
    const page = await officer.get('/entry/narratives');
    expect(page.body).toMatch(/<textarea[^>]*name="cell-text"/);
    expect(page.body).toMatch(/<textarea[^>]*name="cell-text_es"/);
    const wrong = await send(officer, '/entry/narratives', 'entry', typed);
    expect(wrong.statusCode).toBe(422);
    expect(wordsOf(wrong.body, 'entry-cell-text-error')).toContain('Did you mean [officials-trained]?');
    const french = await send(officer, '/entry/narratives?lang=fr', 'entry', {
      'cell-program': 'TOUR',
      'cell-section': 'next',
      'cell-text_fr': 'Voir [rien].',
    });
    expect(wordsOf(french.body, 'entry-cell-text_fr-error')).toContain('un indicateur qui n’existe pas');
    const right = { ...typed, 'cell-text': typed['cell-text'].replace('traned', 'trained') };
    // The wrong one was kept as a draft.
    const sent = await send(officer, '/entry/narratives', 'entry', right);
    expect([sent.statusCode, sent.headers.location]).toEqual([303, '/desk?done=submitted']);
    expect(said(await officer.get('/desk'))).toMatch(
      /Results in words: It trained \[officials-trained\] officials: .* Tourism Security Program · Antigua and Barbuda · June 2017/,
    );
    expect(said(await officer.get('/programs/TOUR'))).not.toContain('of the ports');

    await approve(manager, (await review(manager)).body);
    const words = (await officer.get('/programs/TOUR')).body;
    // About 45 of TOUR-AG.
    expect(said({ body: words })).toMatch(
      /In words .*Results in words .*It trained about 45 officials: of the police <b> of the ports/,
    );
    expect(words).toContain('<li>of the police &lt;b></li><li>of the ports</li>');
    expect(said(await officer.get('/programs/TOUR?lang=es'))).toContain('It trained aprox. 45 officials:');
    const [, id = ''] = /of the ports.*?href="\/narratives\/([0-9a-f-]+)/s.exec(words) ?? [];
    const own = await officer.get(`/narratives/${id}`);
    expect(said(own)).toMatch(
      /Results in words: .*Correct this text .*about 45 .*History .*\[officials-trained\]/,
    );

    // Corrected: asked for by its key, so that nobody is asked whether it is another.
    const corrected = await send(officer, `/entry/narratives?ref=${id}`, 'entry', {
      'cell-text': 'It trained [officials-trained].',
      'cell-reason': 'Shorter.',
    });
    expect(corrected.headers.location).toBe('/desk?done=submitted');
    await approve(manager, (await review(manager)).body);
    expect(said(await donor.get('/programs/TOUR'))).toMatch(/It trained about 45 \./);
    expect(said(await officer.get(`/narratives/${id}`))).toContain('2 versions');
    expect((await police.get(`/narratives/${id}`)).statusCode).toBe(404);

    // Nobody enters for a programme that is not theirs.
    const others = await send(police, '/entry/narratives', 'entry', {
      ...right,
      'cell-program': 'NET-POL',
      'cell-country_or_region': '',
      // What is there of the years before is another text.
      'cell-period_end': '2019-06',
    });
    expect(others.statusCode).toBe(303);
    const forged = fill((await police.get('/entry/narratives')).body, 'entry');
    const refused = await police.post(forged.action, { ...forged.fields, ...right });
    expect(refused.statusCode).toBe(422);
    expect(said(refused)).not.toContain('Submitted.');
  });

  it('keep in French what was typed, say beside it what is wrong, and take it once it is right', async () => {
    const typed = {
      'cell-program': 'TOUR',
      'cell-type': 'disbursement',
      'cell-value_date': '31/02/2017',
      'cell-amount': 'mille',
      'cell-currency': 'USD',
      'cell-provider': 'Canada',
      'cell-note': 'Payé en deux fois <b>',
    };
    const wrong = await send(officer, '/entry/transactions?lang=fr', 'entry', typed);
    expect(wrong.statusCode).toBe(422);
    expect(wrong.headers['content-language']).toBe('fr');
    expect(wordsOf(wrong.body, 'entry-cell-amount-error')).not.toBe('');
    expect(wordsOf(wrong.body, 'entry-cell-value_date-error')).not.toBe('');
    // As French readers write numbers, for so the form reads them.
    expect(wordsOf(wrong.body, 'entry-cell-amount-error')).toContain('1234,5');
    const { fields, action } = fill(wrong.body, 'entry');
    expect(fields).toMatchObject(typed);
    expect((await officer.get('/desk')).body).not.toContain('/submissions/');

    const right = { ...fields, 'cell-value_date': '2017-05-02', 'cell-amount': '1 234,50' };
    const sent = await officer.post(action, right);
    expect([sent.statusCode, sent.headers.location]).toEqual([303, '/desk?done=submitted&lang=fr']);
    const path = await lastOf(officer);

    const looked = await manager.get(`/approvals/review?id=${path.split('/').at(-1)}`);
    const empty = fill(looked.body, 'return');
    const unsaid = await manager.post(empty.action, empty.fields);
    expect(unsaid.statusCode).toBe(400);
    expect(said(unsaid)).toContain('Say in a few words why: whoever entered it reads them.');
    const why = fill(looked.body, 'return', { comment: 'The list says 1 243,50.' });
    const back = await manager.post(why.action, why.fields);
    expect(back.headers.location).toBe('/approvals?done=returned');

    expect(said(await officer.get('/desk?lang=fr'))).toMatch(/Renvoyé vers vous .*The list says 1 243,50\./);
    const form = await officer.get(`${path}?lang=fr`);
    expect(said(form)).toContain('Renvoyé par Ana Lima : The list says 1 243,50.');
    const mended = fill(form.body, 'entry', { 'cell-amount': '1 243,50' });
    expect(mended.fields['cell-note']).toBe('Payé en deux fois <b>');
    expect((await officer.post(mended.action, mended.fields)).statusCode).toBe(303);
    expect((await approve(manager, (await review(manager)).body)).statusCode).toBe(303);
    expect(await csv(manager, '/transactions.csv?program=TOUR')).toContain('1243.50');
  });

  it('ask whether a figure is one that is there, and correct that one', async () => {
    const again = {
      'cell-program': 'TOUR-AG',
      'cell-indicator': 'officials trained',
      'cell-country_or_region': 'AG',
      'cell-period_start': '2016',
      'cell-period_end': '2017-06',
      'cell-value': '46',
    };
    const asked = await enter(again);
    expect(asked.statusCode).toBe(422);
    expect(said(asked)).toContain('Is this a figure that is there already?');
    const { action, fields } = fill(asked.body, 'entry', { twin: 'same' });
    expect(fields).toMatchObject(again);
    expect((await officer.post(action, fields)).statusCode).toBe(303);
    const looked = await review(manager);
    expect(said(looked)).toMatch(/Value 45 → 46/);
    await approve(manager, looked.body);
    expect(await total()).toBe(124);
  });

  it('ask whether a value that jumps is meant, and take it once it is', async () => {
    await enter();
    await approve(manager, (await review(manager)).body);
    const june = {
      'cell-program': 'TOUR',
      'cell-indicator': 'officials trained',
      'cell-country_or_region': 'DM',
      'cell-period_start': '2017-06',
      'cell-period_end': '2017-06',
      'cell-value': '450',
    };
    const asked = await enter(june);
    expect(asked.statusCode).toBe(422);
    expect(said(asked)).toContain('It is ten times the figure before it or more: 12, by 31 May 2017.');
    const { action, fields } = fill(asked.body, 'entry', { accepts: 'yes' });
    expect(fields).toMatchObject(june);
    expect((await officer.post(action, fields)).statusCode).toBe(303);
    // Whoever approves is told, too.
    const looked = await review(manager);
    expect(said(looked)).toContain('It is ten times the figure before it or more');
    await approve(manager, looked.body);
    expect(await total()).toBe(123 + 12 + 450);
  });

  it('correct a figure from its page, which says what it said until that is approved', async () => {
    const rows = (await officer.get('/results?program=TOUR-AG')).body;
    const [, path = ''] = /href="(\/results\/[0-9a-f-]{36})/.exec(rows) ?? [];
    const page = (await officer.get(path)).body;
    const [, link = ''] = /href="(\/entry\/results\?ref=[^"]+)"/.exec(page) ?? [];
    const sent = await send(officer, link, 'entry', {
      'cell-value': '40',
      'cell-reason': 'Five came twice.',
    });
    expect(sent.statusCode).toBe(303);
    expect(await total()).toBe(123);
    await approve(manager, (await review(manager)).body);
    // 123 without the five.
    expect(await total()).toBe(118);
    expect(said(await officer.get(path))).toContain('40');

    // Nobody else's officer corrects it, and a donor corrects nothing.
    for (const [visit, expected] of [
      [police, 404],
      [donor, 404],
    ] as const)
      expect((await visit.get(link)).statusCode).toBe(expected);
    expect((await donor.get('/programs')).body).not.toContain('/entry/');
  });

  it('let nobody approve or give back their own', async () => {
    await enter(MAY, manager);
    const path = await lastOf(manager);
    const id = path.split('/').at(-1) ?? '';
    const { body } = await manager.get('/approvals');
    expect(body).not.toContain('name="group"');
    expect(said({ body })).toContain('Yours: somebody else decides');
    for (const [url, fields] of [
      ['/approvals/approve', { id, digest: 'x' }],
      ['/approvals/return', { id, comment: 'No' }],
    ] as const) {
      const answer = await manager.post(url, fields);
      expect([url, answer.statusCode]).toEqual([url, 422]);
      expect(said(answer)).toContain('somebody else has to decide on that');
    }
    expect((await manager.get(`/approvals/review?id=${id}`)).statusCode).toBe(422);
    const looked = await review(other);
    expect((await approve(other, looked.body)).headers.location).toBe('/approvals?done=approved');
    expect(await total()).toBe(135);
  });

  it('tell the second of two managers, and whoever sends a form again, that it is decided', async () => {
    await enter();
    const [one, two] = [await review(manager), await review(other)];
    const answers = await Promise.all([approve(manager, one.body), approve(other, two.body)]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 422]);
    const late = answers.find(({ statusCode }) => statusCode === 422);
    expect(said(late ?? { body: '' })).toContain('It was changed or decided meanwhile');
    const again = await approve(manager, one.body);
    expect(again.statusCode).toBe(422);
    expect(await total()).toBe(135);
  });

  it('take a form once in each version, and ask about one that came twice', async () => {
    const form = fill((await officer.get('/entry/results')).body, 'entry', MAY);
    const kept = await officer.post(form.action, { ...form.fields, do: 'keep' });
    expect(kept.headers.location).toMatch(/^\/submissions\/[0-9a-f-]+\?done=kept$/);
    const path = String(kept.headers.location).split('?')[0] ?? '';
    const draft = fill((await officer.get(path)).body, 'entry', { 'cell-value': '13', do: 'keep' });
    expect((await officer.post(draft.action, draft.fields)).statusCode).toBe(303);
    const stale = await officer.post(draft.action, draft.fields);
    expect(stale.statusCode).toBe(422);
    expect(said(stale)).toContain('It was changed or decided meanwhile');
    const discard = fill((await officer.get(path)).body, `${path}/discard`);
    expect((await officer.post(discard.action, { version: '1' })).statusCode).toBe(422);
    expect((await officer.post(discard.action, discard.fields)).headers.location).toBe(
      '/desk?done=discarded',
    );

    // Two of the same wait; neither is approved with the other before somebody says what they are.
    for (const _ of 'ab') expect((await officer.post(form.action, form.fields)).statusCode).toBe(303);
    const both = await review(manager);
    expect(said(both)).toContain('It looks like');
    expect(both.body).not.toContain('action="/approvals/approve"');
    expect(await total()).toBe(123);
  });

  it('show a draft of days and places that there are not, as it was typed', async () => {
    const typed = { 'cell-period_start': '2017-02-31', 'cell-period_end': '2017-13', do: 'keep' };
    expect((await enter({ ...MAY, ...typed, 'cell-country_or_region': 'QQ' })).statusCode).toBe(303);
    expect(said(await officer.get('/desk'))).toContain('2017-02-31 – 2017-13');
    expect((await officer.get(await lastOf(officer))).statusCode).toBe(200);
  });

  it('take back what waits, and keep it out of the list', async () => {
    await enter();
    const path = await lastOf(officer);
    const taking = fill((await officer.get(path)).body, `${path}/take-back`);
    expect((await officer.post(taking.action, taking.fields)).headers.location).toBe(
      `${path}?done=takenBack`,
    );
    expect(said(await manager.get('/approvals'))).toContain('Nothing waits for approval');
    expect((await manager.get(path)).statusCode).toBe(404);
    expect((await officer.post(taking.action, taking.fields)).statusCode).toBe(422);
  });

  it('are about nobody else’s programmes, and nobody else’s rows', async () => {
    await enter();
    const path = await lastOf(officer);
    for (const visit of [police, donor, world.stranger()]) {
      const expected = visit === police || visit === donor ? 404 : 303;
      expect((await visit.get(path)).statusCode).toBe(expected);
      for (const url of [path, `${path}/discard`, `${path}/take-back`]) {
        const { statusCode } = await visit.post(url, { version: '2' });
        expect([url, statusCode]).toEqual([url, expected === 404 ? 404 : 401]);
      }
    }
    expect((await police.get('/desk')).body).not.toContain('Dominica');
    for (const url of ['/desk', '/entry/results', '/imports', '/approvals']) {
      expect([url, (await donor.get(url)).statusCode]).toEqual([url, 404]);
    }
    expect((await officer.get('/approvals')).statusCode).toBe(404);
    const form = fill((await police.get('/entry/results')).body, 'entry');
    expect(said(await police.get('/entry/results'))).not.toContain('TOUR');
    const foreign = await police.post(form.action, { ...form.fields, ...MAY });
    expect(foreign.statusCode).toBe(422);
    expect(said(foreign)).toContain('This is no programme of yours.');
    // What was typed is still there; whether there is such a programme is not said.
    const unknown = await police.post(form.action, { ...form.fields, ...MAY, 'cell-program': 'NOWHERE' });
    expect(said(unknown).replaceAll('NOWHERE', 'TOUR')).toBe(said(foreign));
  });

  it('refuse what another site sends', async () => {
    await enter();
    const id = (await lastOf(officer)).split('/').at(-1) ?? '';
    const foreign = { 'sec-fetch-site': 'cross-site' };
    for (const [visit, url, fields] of [
      [officer, '/entry/results', MAY],
      [officer, `/submissions/${id}/take-back`, { version: '2' }],
      [manager, '/approvals/approve', { id, digest: '' }],
      [manager, '/approvals/return', { id, comment: 'No' }],
    ] as const)
      expect([url, (await visit.post(url, fields, foreign)).statusCode]).toEqual([url, 403]);
    expect(said(await manager.get('/desk'))).toContain('1 row waits for approval.');
  });

  it.each(LANGUAGES)('stand in one language, and lead on in it (%s)', async (lang) => {
    await enter();
    for (const [visit, url] of [
      [officer, '/desk'],
      [officer, '/entry/results'],
      [officer, '/entry/transactions'],
      [officer, '/imports'],
      [manager, '/approvals'],
    ] as const) {
      const page = await visit.get(`${url}?lang=${lang}`);
      expect(page.body).toContain(`<html lang="${lang}"`);
      expect([url, /\{\w+\}|undefined|\[object/.exec(said(page))?.[0]]).toEqual([url, undefined]);
      const strays = [...page.body.matchAll(/href="(\/(?:entry|desk|submissions|imports|approvals)[^"]*)"/g)]
        .map(([, href = '']) => href)
        .filter((href) => !href.includes('lang=') && lang !== 'en');
      expect([url, strays]).toEqual([url, []]);
    }
  });
});
