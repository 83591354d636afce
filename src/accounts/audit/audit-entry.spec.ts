import { globSync, readFileSync } from 'node:fs';
import { auditActions } from '../../web/i18n/messages/audit.ts';
import { kindNames } from '../../web/i18n/messages/columns.ts';
import { reportTitles } from '../../web/i18n/messages/reports.ts';
import { roleMessages } from '../../web/i18n/messages/roles.ts';
import { totalsMessages } from '../../web/i18n/messages/totals.ts';
import { translator } from '../../web/i18n/translator.ts';
import { actionWords, detailsOf, fieldWords, subjectOf, valueWords } from './audit-entry.ts';

const t = translator('en');

describe('the words of the audit', () => {
  it('name every action that the code and the database write, and no other', () => {
    const code = globSync('src/**/*.{ts,tsx}').filter((file) => !/\.spec\.tsx?$|messages/.test(file));
    const texts = [...code, ...globSync('drizzle/*.sql')]
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const named = (pattern: RegExp) => [...texts.matchAll(pattern)].map(([, action = '']) => action);
    // Where it is written down, by the code and by triggers.
    const found = named(/(?:action: |write_audit\(|THEN |ELSE )'([a-z-]+\.[a-z-]+)'/g);
    // And where it is chosen or handed on first: anything of the same areas that is no file.
    const areas = [...found, ...Object.keys(auditActions)].map((action) => action.replace(/\..*/, ''));
    const handedOn = new RegExp(`'((?:${areas.join('|')})\\.(?!(?:csv|html|json|pdf|xlsx)')[a-z-]+)'`, 'g');
    const all = new Set([...found, ...named(handedOn)]);
    expect(Object.keys(auditActions).sort()).toEqual([...all].sort());
  });

  it('show the code of an action that they do not know', () => {
    expect(actionWords(t, 'sign-in.refused')).toBe('Was refused at sign-in');
    expect(actionWords(t, 'moon.landed')).toBe('moon.landed');
    expect(actionWords(t, 'toString')).toBe('toString');
  });
});

describe('subjectOf', () => {
  const of = (subject: string | null, action = 'change.made') => subjectOf(t, { subject, action });

  it.each([
    ['programs NET-POL', 'Programme NET-POL', '/programs/NET-POL'],
    ['accounts 3f0c', 'Account 3f0c', '/users/3f0c'],
    ['api_tokens 3f0c', 'API token 3f0c', '/tokens'],
    ['program_organisations NET canada', 'Organisation of a programme: NET canada', '/programs/NET'],
    ['results 12', 'Result 12', null],
    ['results of batch 3', 'Results of import 3', null],
    ['import_batches 3', 'Import 3', null],
    ['GET /users', 'GET /users', null],
    ['accounts', 'accounts', null],
    ['constructor x', 'constructor x', null],
  ])('says %s as %s', (subject, words, href) => {
    expect(of(subject)).toEqual({ words, href });
  });

  it('leads to nothing that was removed', () => {
    expect(of('programs NET-POL', 'change.removed')).toEqual({ words: 'Programme NET-POL', href: null });
  });

  it('is null where there is none', () => {
    expect(of(null)).toBeNull();
  });
});

describe('detailsOf', () => {
  it('sets before beside after', () => {
    const details = {
      before: { role: 'officer', programs: ['A', 'B'] },
      after: { role: 'manager', programs: [] },
    };
    expect(detailsOf(details)).toEqual([
      { name: 'programs', change: true, before: 'A, B', after: null },
      { name: 'role', change: true, before: 'officer', after: 'manager' },
    ]);
  });

  it('tells what was added and what was removed, but for what is empty and the id', () => {
    const row = { id: 7, code: 'x', note: null, organisations: [], amount: 0, draft: false };
    const fields = ['amount 0', 'code x', 'draft false'];
    const told = (details: object, side: 'before' | 'after') =>
      detailsOf(details as never).map((one) => `${one.name} ${one[side]}`);
    expect(told({ after: row }, 'after')).toEqual(fields);
    expect(told({ before: row }, 'before')).toEqual(fields);
  });

  it('tells anything else by its name', () => {
    expect(detailsOf({ reason: 'wrong password', filter: { from: '2017-01-01' } })).toEqual([
      { name: 'reason', change: false, before: null, after: 'wrong password' },
      { name: 'filter', change: false, before: null, after: '{"from":"2017-01-01"}' },
    ]);
  });

  it('cuts what is long, between characters', () => {
    const [detail] = detailsOf({ reason: '😀'.repeat(200) });
    expect(detail?.after).toBe(`${'😀'.repeat(160)}…`);
  });
});

describe('fields and their values', () => {
  const es = translator('es');
  const momentWords = (at: Date) => at.toISOString();

  it('are said in words, and by their own name where nobody has named them', () => {
    expect(fieldWords(es, 'needs_approval')).toBe('solo con aprobación');
    expect(fieldWords(es, 'created_at')).toBe('creado');
    expect(fieldWords(es, 'totp_last_step')).toBe('totp_last_step');
    expect(fieldWords(es, 'constructor')).toBe('constructor');
  });

  it.each([
    ['true', 'sí'],
    ['an example address: nothing is sent to it', 'una dirección de ejemplo: no se le envía nada'],
    ['2017-07-01T12:00:00+00:00', '2017-07-01T12:00:00.000Z'],
    ['2017-07-01T08:00:00.5-04:00', '2017-07-01T12:00:00.500Z'],
    ['2017-07-01 12:00:00+00', '2017-07-01T12:00:00.000Z'],
    ['2017-07-01', '2017-07-01'],
    ['NET-POL', 'NET-POL'],
  ])('%s is %s', (value, words) => {
    expect(valueWords(es, { name: 'note', subject: null }, value, momentWords)).toBe(words);
  });

  it.each([
    ['subscriptions 7a', 'frequency', 'monthly', 'cada mes'],
    ['subscription_groups 7a', 'report', 'portfolio', es(reportTitles.portfolio)],
    [null, 'delivered_as', 'link', 'solo un enlace'],
    ['programs NET-POL', 'status', 'closed', es(totalsMessages.closed)],
    ['program_organisations NET-POL canada funding', 'role', 'funding', es(totalsMessages.funding)],
    ['accounts a@example.org', 'role', 'manager', es(roleMessages.manager.name)],
    ['import 13', 'kind', 'subscriptions', kindNames.subscriptions && es(kindNames.subscriptions.many)],
    ['accounts a@example.org', 'lang', 'fr', 'Français'],
    // Words that somebody typed, and what is no code of its field.
    ['programs NET-POL', 'note', 'closed', 'closed'],
    ['subscriptions 7a', 'report', 'own:ports', 'own:ports'],
    ['subscriptions 7a', 'frequency', 'constructor', 'constructor'],
  ])('of %s, %s: %s is %s', (subject, name, value, words) => {
    expect(valueWords(es, { name, subject }, value, momentWords)).toBe(words);
  });
});
