import type { AuditRow } from '../../access/index.ts';
import { auditCsv, auditJson } from './audit-data.ts';

const row = (over: Partial<AuditRow>): AuditRow => ({
  id: 1,
  at: new Date('2017-07-01T12:00:00Z'),
  action: 'sign-in.refused',
  actorKind: 'stranger',
  actor: null,
  actorName: null,
  subject: null,
  details: {},
  address: '192.0.2.1',
  ...over,
});

async function whole(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

describe('the audit as data', () => {
  it('is CSV with one header, in UTC, whatever chunks it comes in', async () => {
    const chunks = [
      [row({ id: 3 }), row({ id: 2 })],
      [row({ id: 1, details: { reason: 'wrong "password"' } })],
    ];
    expect((await whole(auditCsv(chunks))).split('\r\n')).toEqual([
      '\ufeffid,at,action,actor_kind,actor,actor_name,subject,address,details',
      '3,2017-07-01T12:00:00.000Z,sign-in.refused,stranger,,,,192.0.2.1,{}',
      '2,2017-07-01T12:00:00.000Z,sign-in.refused,stranger,,,,192.0.2.1,{}',
      '1,2017-07-01T12:00:00.000Z,sign-in.refused,stranger,,,,192.0.2.1,"{""reason"":""wrong \\""password\\""""}"',
      '',
    ]);
  });

  it('runs no formula that somebody called themselves', async () => {
    const text = await whole(auditCsv([[row({ actorName: '=HYPERLINK("x")', subject: '@SUM(1)' })]]));
    expect(text).toContain('"\'=HYPERLINK(""x"")"');
    expect(text).toContain("'@SUM(1)");
  });

  it('is JSON, also of nothing', async () => {
    expect(JSON.parse(await whole(auditJson([])))).toEqual({ entries: [] });
    const parsed = JSON.parse(await whole(auditJson([[row({ id: 2 })], [row({ id: 1 })]])));
    expect(parsed.entries.map(({ id }: AuditRow) => id)).toEqual([2, 1]);
    expect(parsed.entries[0]).toEqual({ ...row({ id: 2 }), at: '2017-07-01T12:00:00.000Z' });
  });
});
