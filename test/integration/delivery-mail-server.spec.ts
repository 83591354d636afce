import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { Secret } from '../../src/platform/config/secret.ts';
import { SmtpMailer } from '../../src/platform/mailer/smtp.adapter.ts';

const mail = { to: 'ana@example.org', subject: 'June', text: 'A text.\n'.repeat(5_000), attachments: [] };

type Stage = 'RCPT' | 'DATA' | 'END';

/** Speaks as much SMTP as is needed to stop it anywhere; at `stage` it does what `act` says and nothing else. */
async function serverThat(stage: Stage, act: (socket: Socket) => void): Promise<Server> {
  const server = createServer((socket) => {
    let inData = false;
    let pending = '';
    const say = (line: string) => socket.write(`${line}\r\n`);
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      pending += chunk.toString('latin1');
      if (inData && pending.endsWith('\r\n.\r\n')) return act(socket);
      if (inData) return;
      const line = pending;
      pending = '';
      if (/^EHLO/.test(line)) say('250 mail.example.org');
      else if (/^MAIL/.test(line)) say('250 ok');
      else if (/^RCPT/.test(line)) stage === 'RCPT' ? act(socket) : say('250 ok');
      else if (/^DATA/.test(line)) {
        if (stage === 'DATA') return act(socket);
        inData = true;
        say('354 go on');
      }
    });
    say('220 mail.example.org');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** The code of what `send` throws. */
async function failureAt(stage: Stage, act: (socket: Socket) => void): Promise<string> {
  const server = await serverThat(stage, act);
  const { port } = server.address() as AddressInfo;
  const clock = { now: () => new Date('2017-07-01T10:00:00Z') };
  const mailer = new SmtpMailer(new Secret(`smtp://127.0.0.1:${port}`), 'attest@example.org', clock);
  try {
    return await mailer.send(mail).then(
      () => 'taken',
      ({ code }) => code,
    );
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}

const hangUp = (socket: Socket) => socket.destroy();
const answer = (line: string) => (socket: Socket) => {
  socket.write(`${line}\r\n`);
};
const halfAnAnswer = (socket: Socket) => socket.end('250-que');

describe('whether a mail server has taken an e-mail', () => {
  it.each<[string, Stage, (socket: Socket) => void, string]>([
    ['it says so', 'END', answer('250 queued'), 'taken'],
    ['it hangs up before it has asked for the e-mail', 'RCPT', hangUp, 'MAIL.UNREACHABLE'],
    ['it does not ask for it', 'DATA', answer('451 later'), 'MAIL.REFUSED'],
    ['it has all of it and refuses it', 'END', answer('554 spam'), 'MAIL.REFUSED'],
    ['it has all of it and says that it closes', 'END', answer('421 closing'), 'MAIL.REFUSED'],
    ['it has all of it and hangs up', 'END', hangUp, 'MAIL.UNCLEAR'],
    ['it has all of it and hangs up within its answer', 'END', halfAnAnswer, 'MAIL.UNCLEAR'],
  ])('where %s', async (_what, stage, act, expected) => {
    expect(await failureAt(stage, act)).toBe(expected);
  });
});
