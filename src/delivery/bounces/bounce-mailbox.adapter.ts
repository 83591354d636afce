import { ImapFlow, type ImapFlowOptions } from 'imapflow';
import { isLoopback } from '../../platform/config/loopback.ts';
import { MESSAGE_HEAD_BYTES } from '../../platform/http/http.ts';

/** A server that is there answers at once; one that has fallen silent is asked again some minutes later. */
const TIMEOUTS_MS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 60_000 };

/** So many are read at once; what is left comes a few minutes later. */
const MOST_AT_ONCE = 500;

/** What servers' reports say of themselves (RFC 6522): other e-mails of the mailbox are nobody's business here. */
const REPORTS = { seen: false, header: { 'content-type': 'delivery-status' } };

/**
 * Reads the reports of mail servers in a mailbox that nobody has read, one after the other, and marks each as read that
 * `take` is done with. Others stay as they are.
 *
 * @param url `imaps://user:password@host/INBOX`; `imap:` only where the server goes over to TLS, or on this machine
 * @param take gets the beginning of the e-mail, as it came @returns false: to be read again
 * @throws Error of the connection, or of `take`; it does not hold the password
 */
export async function readMailbox(
  url: string,
  take: (message: Uint8Array) => Promise<boolean>,
): Promise<void> {
  const client = new ImapFlow(optionsOf(url));
  // What breaks between two commands is told by the next one.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.mailboxOpen(mailboxOf(url));
    const uids = (await client.search(REPORTS, { uid: true })) || [];
    for (const uid of uids.slice(0, MOST_AT_ONCE)) {
      const source = { start: 0, maxLength: MESSAGE_HEAD_BYTES };
      const found = await client.fetchOne(String(uid), { source }, { uid: true });
      if (found === false || found.source === undefined || !(await take(found.source))) continue;
      await client.messageFlagsAdd([uid], ['\\Seen'], { uid: true });
    }
    await client.logout();
  } finally {
    client.close();
  }
}

/** For people: "imap.example.org, INBOX". */
export function mailboxWords(url: string): string {
  return `${new URL(url).host}, ${mailboxOf(url)}`;
}

function mailboxOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1)) || 'INBOX';
}

function optionsOf(url: string): ImapFlowOptions {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'imaps:';
  const host = hostname.replace(/^\[|\]$/g, '');
  return {
    host,
    port: port === '' ? (secure ? 993 : 143) : Number(port),
    secure,
    // A password never crosses the net in the clear.
    ...(!secure && !isLoopback(host) && { doSTARTTLS: true }),
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    logger: false,
    disableAutoIdle: true,
    ...TIMEOUTS_MS,
  };
}
