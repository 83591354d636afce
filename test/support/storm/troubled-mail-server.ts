import { createHash } from 'node:crypto';
import { type AddressInfo, isIPv4, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import PostalMime from 'postal-mime';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import type { Clock } from '../../../src/platform/clock/clock.ts';

/**
 * What befalls the e-mail of a recipient. `refused`, `refused whole`: always, at its name, and when all of it is there.
 * The others happen the first time. `hangs`, `hangs whole`: the server says nothing more, and has taken nothing. `breaks
 * off`: it hangs up in the middle. `loses`, `keeps`: it has all of it, hangs up without a word, and has not or has taken it.
 */
export type Trouble =
  | 'none'
  | 'refused'
  | 'refused whole'
  | 'later'
  | 'hangs'
  | 'hangs whole'
  | 'breaks off'
  | 'loses'
  | 'keeps'
  | 'slow';

/** An e-mail that the server has taken. */
export interface TakenMail {
  readonly to: string;
  readonly messageId: string;
  /** SHA-256 of the first file attached; null: none is. */
  readonly attachment: string | null;
  /** Of the first file attached, where they are kept. */
  readonly file: Uint8Array | null;
}

/** Where a conversation is: what a worker may be killed in. */
export type Stage = 'greeted' | 'named' | 'sending' | 'whole';

export interface MailServerParts {
  readonly clock: Clock;
  readonly troubleOf: (to: string) => Trouble;
  /** What happens where; `port` is the other side's. */
  readonly onStage?: (stage: Stage, port: number) => void;
  readonly keepsFiles?: boolean;
  /** How long it takes over each e-mail before it says that it has it. */
  readonly pauseMs?: number;
}

const SLOW_MS = 1_500;

/** A real mail server on this machine that does all that mail servers do. */
export class TroubledMailServer {
  /** Until then it says "later" to everybody (4xx at RCPT TO). */
  deafUntil = new Date(0);
  /** In order. */
  readonly taken: TakenMail[] = [];
  /** How many e-mails are here, or on their way, of which the other side does not know yet. */
  inHand = 0;
  /** How often each trouble came to pass. */
  readonly troubles = new Map<Trouble | 'deaf', number>();
  private readonly had = new Set<string>();
  private readonly sockets = new Map<number, Socket>();
  private readonly server: SMTPServer;

  constructor(private readonly parts: MailServerParts) {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      disableReverseLookup: true,
      closeTimeout: 100,
      onConnect: (session, done) => {
        this.at('greeted', session);
        done();
      },
      onRcptTo: ({ address }, session, done) => {
        this.at('named', session);
        this.nameRecipient(address, done);
      },
      onData: (stream, session, done) => void this.receive(stream, session, done),
    });
    this.server.on('error', () => undefined);
    this.server.server.on('connection', (socket: Socket) => {
      const port = socket.remotePort ?? 0;
      this.sockets.set(port, socket);
      socket.on('close', () => this.sockets.delete(port));
    });
  }

  /** @returns its address, as SMTP_URL */
  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', () => resolve()));
    const { address, port } = this.server.server.address() as AddressInfo;
    return `smtp://${isIPv4(address) ? address : 'localhost'}:${port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private at(stage: Stage, session: SMTPServerSession): void {
    this.parts.onStage?.(stage, session.remotePort);
  }

  private nameRecipient(to: string, done: (error?: Error) => void): void {
    const isDeaf = this.parts.clock.now() < this.deafUntil;
    if (isDeaf) this.count('deaf');
    const trouble = isDeaf ? 'none' : this.due(to, ['refused', 'later', 'hangs']);
    if (isDeaf) done(reply(451, 'not now'));
    else if (trouble === 'refused') done(reply(550, 'no such user'));
    else if (trouble === 'later') done(reply(450, 'the mailbox is busy'));
    else if (trouble !== 'hangs') done();
  }

  private async receive(
    stream: NodeJS.ReadableStream,
    session: SMTPServerSession,
    done: (error?: Error | null) => void,
  ): Promise<void> {
    this.inHand += 1;
    try {
      await this.readMail(stream, session, done);
    } finally {
      this.inHand -= 1;
    }
  }

  private async readMail(
    stream: NodeJS.ReadableStream,
    session: SMTPServerSession,
    done: (error?: Error | null) => void,
  ): Promise<void> {
    const to = session.envelope.rcptTo[0]?.address ?? '';
    this.at('sending', session);
    if (this.due(to, ['breaks off']) !== 'none') return this.hangUp(session);
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of stream) chunks.push(Buffer.from(chunk as Buffer));
    } catch {
      // The other side is gone before the end.
      return;
    }
    const mail = await readMail(to, Buffer.concat(chunks), this.parts.keepsFiles ?? false);
    this.at('whole', session);
    await sleep(this.parts.pauseMs ?? 0);
    switch (this.due(to, ['refused whole', 'hangs whole', 'loses', 'keeps', 'slow'])) {
      case 'refused whole':
        return done(reply(552, 'not wanted'));
      case 'hangs whole':
        return;
      case 'loses':
        return this.hangUp(session);
      case 'keeps':
        this.taken.push(mail);
        return this.hangUp(session);
      case 'slow':
        await sleep(SLOW_MS);
        break;
      default:
        break;
    }
    this.taken.push(mail);
    done();
  }

  /** The trouble of a recipient, where it is one of `here` and comes to pass now. */
  private due(to: string, here: readonly Trouble[]): Trouble {
    const trouble = this.parts.troubleOf(to);
    const always = trouble === 'refused' || trouble === 'refused whole';
    if (!here.includes(trouble) || (this.had.has(to) && !always)) return 'none';
    this.had.add(to);
    this.count(trouble);
    return trouble;
  }

  private count(trouble: Trouble | 'deaf'): void {
    this.troubles.set(trouble, (this.troubles.get(trouble) ?? 0) + 1);
  }

  private hangUp({ remotePort }: SMTPServerSession): void {
    this.sockets.get(remotePort)?.destroy();
  }
}

async function readMail(to: string, raw: Buffer, keepsFile: boolean): Promise<TakenMail> {
  const { messageId = '', attachments } = await PostalMime.parse(raw);
  const content = attachments[0]?.content;
  const file = content instanceof ArrayBuffer ? new Uint8Array(content) : null;
  return {
    to,
    messageId,
    attachment: file === null ? null : createHash('sha256').update(file).digest('hex'),
    file: keepsFile ? file : null,
  };
}

function reply(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode });
}
