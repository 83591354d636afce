import type { MailComposerOptions } from 'nodemailer/lib/mail-composer';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import SMTPTransport from 'nodemailer/lib/smtp-transport';
import type { Phase } from './mail-failure.ts';

const TIMEOUTS_MS = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  dnsTimeout: 10_000,
};

/** How long a server is waited for, in milliseconds. */
export interface Patience {
  /** While it says and takes nothing, and has not all of an e-mail. */
  readonly silenceMs: number;
  /** Until it says that it has taken an e-mail. */
  readonly answerMs: number;
}

export const PATIENCE: Patience = {
  // RFC 5321 (4.5.3.2) grants five minutes, for senders that would lose something: here nothing has been taken, and it
  // is tried again.
  silenceMs: 120_000,
  // RFC 5321, 4.5.3.2.6; whoever hangs up earlier never learns it.
  answerMs: 600_000,
};

/** A conversation that came to nothing: how far it had come, and nodemailer's error as the cause. */
export class BrokenConversation extends Error {
  constructor(
    readonly phase: Phase,
    cause: unknown,
    /** Where the server's own words are, or what happened instead. */
    readonly said: string,
  ) {
    super(said, { cause });
  }
}

/** A connection, greeted and signed in, and closed again. @throws BrokenConversation */
export async function tryConversation(url: string, patience: Patience): Promise<void> {
  const { connection } = await open(url, patience);
  connection.quit();
}

/** Hands one e-mail over on a connection of its own. @throws BrokenConversation */
export async function handOver(url: string, mail: MailComposerOptions, given: Patience): Promise<void> {
  const { connection, failed } = await open(url, given);
  let phase: Phase = 'naming';
  const compiled = new MailComposer(mail).compile();
  const content = compiled.createReadStream();
  const { promise: silence, reject } = Promise.withResolvers<never>();
  silence.catch(() => undefined);
  const patience = setTimeout(() => reject(new Error('it has fallen silent')), given.silenceMs);
  // It is read only when the server has asked for it, and to its end only when all of it is on its way.
  content.once('resume', () => content.on('data', () => patience.refresh()));
  content.once('end', () => {
    phase = 'whole';
    clearTimeout(patience);
  });
  const handedOver = new Promise<void>((resolve, fail) => {
    connection.send(envelopeOf(compiled), content, (error) => (error ? fail(error) : resolve()));
  });
  try {
    await Promise.race([handedOver, failed, silence]);
  } catch (error) {
    throw broken(phase, error);
  } finally {
    clearTimeout(patience);
    connection.close();
  }
}

/**
 * From whom and to whom, and what we wish to be told where it cannot be delivered (RFC 3461): that it failed or is late, the
 * address as we wrote it, whoever passed it on, and of the e-mail the headers alone. nodemailer says none of it to a server
 * that does not offer DSN.
 */
function envelopeOf(compiled: ReturnType<MailComposer['compile']>): SMTPConnection.Envelope {
  const { from, to } = compiled.getEnvelope();
  const [recipient = ''] = to;
  const notify: SMTPConnection.DSNOption[] = ['FAILURE', 'DELAY'];
  // An address in other letters has a type of its own (RFC 6533), which servers must offer apart.
  const orcpt = /^[\x21-\x7e]+$/.test(recipient) ? { orcpt: `rfc822;${recipient}` } : {};
  return { from, to, dsn: { ret: 'HDRS', notify, ...orcpt } };
}

/** `failed` is refused when the connection breaks, whoever is waiting for what. */
async function open(
  url: string,
  { answerMs }: Patience,
): Promise<{ readonly connection: SMTPConnection; readonly failed: Promise<never> }> {
  const transport = new SMTPTransport({ url, ...TIMEOUTS_MS, socketTimeout: answerMs });
  const connection = new SMTPConnection(transport.options);
  const { promise: failed, reject } = Promise.withResolvers<never>();
  failed.catch(() => undefined);
  connection.on('error', reject);
  try {
    await Promise.race([opened(connection, transport), failed]);
    return { connection, failed };
  } catch (error) {
    connection.close();
    throw broken('opening', error);
  }
}

async function opened(connection: SMTPConnection, transport: SMTPTransport): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    connection.connect((error) => (error ? reject(error) : resolve()));
  });
  const auth = transport.getAuth({});
  if (!auth || !connection.allowsAuth) return;
  await new Promise<void>((resolve, reject) => {
    connection.login(auth, (error) => (error ? reject(error) : resolve()));
  });
}

function broken(phase: Phase, error: unknown): BrokenConversation {
  const { response, message } = error as { readonly response?: string; readonly message: string };
  return new BrokenConversation(phase, error, response ?? message);
}
