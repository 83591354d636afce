import type { MailComposerOptions } from 'nodemailer/lib/mail-composer';
import type { Mail } from './mailer.ts';

/** The mail as nodemailer takes it. Files and addresses on the net are never read: all content is in hand. */
export function message(mail: Mail, from: string, messageId: string, date: Date): MailComposerOptions {
  return {
    from: mail.sender === undefined ? from : { name: mail.sender, address: addressOf(from) },
    to: mail.to,
    subject: mail.subject,
    date,
    messageId,
    text: mail.text,
    ...(mail.html === undefined ? {} : { html: mail.html }),
    attachments: mail.attachments.map(({ filename, contentType, content }) => ({
      filename,
      contentType,
      content: Buffer.from(content),
    })),
    // Says to out-of-office replies that nobody reads the answer.
    headers: { 'Auto-Submitted': 'auto-generated', ...unsubscribeHeaders(mail) },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** Of `Attest <attest@example.org>`, or of the address alone. */
function addressOf(from: string): string {
  return /[^\s<>]+@[^\s<>]+/.exec(from)?.[0] ?? from;
}

/**
 * What mail programs make their own button of. With an address over TLS one request without a question is enough (RFC
 * 8058); a signature by DKIM must cover both headers, or it is not believed.
 */
function unsubscribeHeaders({ unsubscribe = [] }: Mail): Readonly<Record<string, string>> {
  if (unsubscribe.length === 0) return {};
  const oneClick = unsubscribe.some((address) => address.startsWith('https:'));
  return {
    'List-Unsubscribe': unsubscribe.map((address) => `<${address}>`).join(', '),
    ...(oneClick && { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
  };
}

/** `<id@domain>`, the domain being the sender's. */
export function messageIdOf(mail: Mail, from: string, random: string): string {
  const domain = /@([^\s>]+)/.exec(from)?.[1] ?? 'localhost';
  return `<${mail.messageId ?? `${random}@${domain}`}>`;
}
