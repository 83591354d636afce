import { exchangeReport, eximReport, nestedReport, postfixReport } from './fixtures/reports.ts';
import { readReport } from './read-report.ts';

const ours = { to: 'ana@example.org', messageId: '2017-06.77@example.org' };
const read = (text: string) => readReport(new TextEncoder().encode(text));
const NO_REPORT = { code: 'BOUNCE.NO_REPORT', options: { kind: 'refused' } };

describe('a report of a mail server', () => {
  it('of Postfix, with the e-mail as it was', async () => {
    expect(await read(postfixReport(ours))).toEqual({
      notice: 'a1@mx.example.net',
      messageIds: ['2017-06.77@example.org'],
      recipients: [
        {
          original: 'ana@example.org',
          final: 'ana@example.org',
          action: 'failed',
          status: '5.1.1',
          words: '550 5.1.1 <ana@example.org>: no such mailbox in the directory here',
        },
      ],
    });
  });

  it('of Exim, with the headers alone', async () => {
    expect(await read(eximReport(ours))).toEqual({
      notice: 'E1uWabc-0001-xy@relay.example.net',
      messageIds: ['2017-06.77@example.org'],
      recipients: [
        {
          original: null,
          final: 'ana@example.org',
          action: 'failed',
          status: '5.0.0',
          words: '550 this mailbox was closed',
        },
      ],
    });
  });

  it('of Exchange, which names the e-mail as the one that it answers', async () => {
    expect(await read(exchangeReport(ours))).toEqual({
      notice: '77aa@EX01.example.net',
      messageIds: ['2017-06.77@example.org', '2017-06.77@example.org'],
      recipients: [
        {
          original: null,
          final: 'ana@example.org',
          action: 'failed',
          status: '4.2.2',
          words: '452 4.2.2 over quota',
        },
      ],
    });
  });

  it('is known by what it says where it has no name of its own, and read when it is cut off', async () => {
    const nameless = postfixReport(ours).replace(/Message-Id: .*\r\n/, '');
    const [one, same] = [await read(nameless), await read(nameless)];
    expect(one.notice).toMatch(/^[0-9a-f]{64}$/);
    expect(same.notice).toBe(one.notice);
    const cut = postfixReport(ours);
    expect((await read(cut.slice(0, cut.indexOf('Subject: Report of June')))).recipients).toEqual(
      one.recipients,
    );
    expect((await read(cut.slice(0, cut.indexOf('Message-ID')))).messageIds).toEqual([]);
  });

  it('says what each of several recipients came to, and cannot begin a line of its own', async () => {
    const two = postfixReport(ours).replace(
      '\r\n\r\n--B7C1.1498903265/mx.example.net\r\nContent-Description: Undelivered',
      '\r\n\r\nFinal-Recipient: rfc822; ben@example.org\r\nAction: delayed\r\nStatus: 4.4.1\r\nDiagnostic-Code: x; a\u202Eb\u2028c' +
        '\r\n\r\n--B7C1.1498903265/mx.example.net\r\nContent-Description: Undelivered',
    );
    expect((await read(two)).recipients.map(({ final, action, words }) => [final, action, words])).toEqual([
      ['ana@example.org', 'failed', expect.stringContaining('550')],
      ['ben@example.org', 'delayed', 'a b c'],
    ]);
  });

  it.each([
    ['nothing', ''],
    ['no e-mail', 'hello'],
    ['an out-of-office answer', 'From: ana@example.org\r\nSubject: Away\r\n\r\nUntil Monday.'],
    ['a report without recipients', postfixReport(ours).replace(/Final-Recipient: .*\r\n/, '')],
    ['a report without a status', postfixReport(ours).replace(/\r\nStatus: .*/, '')],
    ['a recipient that is no address', postfixReport(ours).replaceAll('rfc822; ana@', 'rfc822; ana at ')],
    ['parts in parts, 10,000 deep', nestedReport(10_000)],
    ['headers without end', `X: ${'y'.repeat(500_000)}\r\n\r\n`],
  ])('is not %s', async (_what, text) => {
    await expect(read(text)).rejects.toMatchObject(NO_REPORT);
  });
});
