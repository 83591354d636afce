import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { Secret } from '../../src/platform/config/secret.ts';
import { SmtpMailer } from '../../src/platform/mailer/smtp.adapter.ts';

/** Of `lines` of eight bytes. */
const mailOf = (lines: number) => ({
  to: 'ana@example.org',
  subject: 'June',
  text: 'A text.\n'.repeat(lines),
  attachments: [],
});
/** What the machine keeps for a connection on its way, and more: half of this is half of it for the sender too. */
const LONG = 2_000_000;

type Stage = 'CONNECT' | 'EHLO' | 'MAIL' | 'RCPT' | 'DATA' | 'BODY' | 'END';

/** Speaks as much SMTP as is needed to stop it anywhere; at `stage` it does what `act` says and nothing else. */
async function serverThat(stage: Stage, act: (socket: Socket) => void): Promise<Server> {
  const server = createServer((socket) => {
    let inData = false;
    let pending = '';
    const say = (line: string) => socket.write(`${line}\r\n`);
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      pending += chunk.toString('latin1');
      if (inData && stage === 'BODY') return act(socket);
      if (inData && pending.endsWith('\r\n.\r\n')) return act(socket);
      if (inData) return;
      const line = pending;
      pending = '';
      if (/^EHLO/.test(line)) stage === 'EHLO' ? act(socket) : say('250 mail.example.org');
      else if (/^MAIL/.test(line)) stage === 'MAIL' ? act(socket) : say('250 ok');
      else if (/^RCPT/.test(line)) stage === 'RCPT' ? act(socket) : say('250 ok');
      else if (/^DATA/.test(line)) {
        if (stage === 'DATA') return act(socket);
        inData = true;
        say('354 go on');
      }
    });
    if (stage === 'CONNECT') act(socket);
    else say('220 mail.example.org');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** The code of what `send` throws. */
async function failureAt(stage: Stage, act: (socket: Socket) => void, patienceMs = 60_000): Promise<string> {
  const server = await serverThat(stage, act);
  const { port } = server.address() as AddressInfo;
  const clock = { now: () => new Date('2017-07-01T10:00:00Z') };
  const mailer = new SmtpMailer(new Secret(`smtp://127.0.0.1:${port}`), 'attest@example.org', clock, {
    silenceMs: patienceMs,
    answerMs: 600_000,
  });
  try {
    return await mailer.send(mailOf(stage === 'BODY' ? LONG : 5_000)).then(
      () => 'taken',
      ({ code }) => code,
    );
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}

const sayNothing = () => undefined;
const hangUp = (socket: Socket) => socket.destroy();
const answer = (line: string) => (socket: Socket) => {
  socket.write(`${line}\r\n`);
};
const halfAnAnswer = (socket: Socket) => socket.end('250-que');

describe('whether a mail server has taken an e-mail', () => {
  it.each<[string, Stage, (socket: Socket) => void, string]>([
    ['it says so', 'END', answer('250 queued'), 'taken'],
    ['it hangs up at once', 'CONNECT', hangUp, 'MAIL.UNREACHABLE'],
    ['it greets with an end', 'CONNECT', answer('421 too many'), 'MAIL.UNREACHABLE'],
    ['it greets with a refusal', 'CONNECT', answer('554 go away'), 'MAIL.UNREACHABLE'],
    ['it hangs up on the greeting', 'EHLO', hangUp, 'MAIL.UNREACHABLE'],
    ['it refuses the sender', 'MAIL', answer('550 not you'), 'MAIL.SENDER'],
    ['it takes nothing from the sender now', 'MAIL', answer('451 later'), 'MAIL.SENDER'],
    ['it refuses the recipient', 'RCPT', answer('550 no such user'), 'MAIL.REFUSED'],
    ['it asks the recipient to wait', 'RCPT', answer('450 later'), 'MAIL.LATER'],
    ['it says at the recipient that it closes', 'RCPT', answer('421 closing'), 'MAIL.LATER'],
    ['it hangs up before it has asked for the e-mail', 'RCPT', hangUp, 'MAIL.BROKEN_OFF'],
    ['it does not ask for it', 'DATA', answer('451 later'), 'MAIL.LATER'],
    ['it does not want it', 'DATA', answer('554 no'), 'MAIL.REFUSED'],
    ['it hangs up with half of it', 'BODY', hangUp, 'MAIL.BROKEN_OFF'],
    ['it has all of it and refuses it', 'END', answer('554 spam'), 'MAIL.REFUSED'],
    ['it has all of it and says later', 'END', answer('451 later'), 'MAIL.LATER'],
    ['it has all of it and says that it closes', 'END', answer('421 closing'), 'MAIL.LATER'],
    ['it has all of it and hangs up', 'END', hangUp, 'MAIL.UNCLEAR'],
    ['it has all of it and hangs up within its answer', 'END', halfAnAnswer, 'MAIL.UNCLEAR'],
  ])('where %s', async (_what, stage, act, expected) => {
    expect(await failureAt(stage, act)).toBe(expected);
  });

  it.each<Stage>(['MAIL', 'RCPT', 'DATA'])('where it falls silent at %s', async (stage) => {
    expect(await failureAt(stage, sayNothing, 20)).toBe('MAIL.BROKEN_OFF');
  });
});
