import { createHash } from 'node:crypto';
import PostalMime, { type Attachment, type Email } from 'postal-mime';
import { DomainError } from '../../core/errors.ts';
import { type DeliveryReport, fieldsOf, messageIdsOf, recipientsOf } from './delivery-report.ts';

/** A report has three parts, and passes through a gateway or two that wrap it once more. */
const LIMITS = { maxNestingDepth: 16, maxHeadersSize: 256 * 1024, maxRfc822NestingDepth: 0 };

const STATUS: readonly string[] = ['message/delivery-status', 'message/global-delivery-status'];
/** The e-mail that it is about, or its headers (RFC 3462, RFC 6533). */
const ORIGINAL: readonly string[] = [
  'message/rfc822',
  'text/rfc822-headers',
  'message/rfc822-headers',
  'message/global',
  'message/global-headers',
];

/**
 * What an e-mail says that is a mail server's report.
 *
 * @throws DomainError `BOUNCE.NO_REPORT` (refused)
 */
export async function readReport(message: Uint8Array): Promise<DeliveryReport> {
  const email = await parsed(message);
  const recipients = recipientsOf(textOf(partOf(email, STATUS)));
  if (recipients.length === 0) throw noReport();
  const original = fieldsOf(headOf(textOf(partOf(email, ORIGINAL)))).get('message-id');
  const named = messageIdsOf(original);
  return {
    notice: noticeOf(email, message),
    // Servers that return nothing of an e-mail answer it.
    messageIds: named.length > 0 ? named : messageIdsOf(`${email.inReplyTo ?? ''} ${email.references ?? ''}`),
    recipients,
  };
}

async function parsed(message: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(message, LIMITS);
  } catch (cause) {
    throw noReport(cause);
  }
}

function partOf({ attachments }: Email, types: readonly string[]): Attachment | undefined {
  return attachments.find(({ mimeType }) => types.includes(mimeType.toLowerCase()));
}

function textOf(part: Attachment | undefined): string {
  if (part === undefined) return '';
  return typeof part.content === 'string' ? part.content : new TextDecoder().decode(part.content);
}

const headOf = (text: string): string => text.split(/\r?\n\r?\n/, 1)[0] ?? '';

function noticeOf({ messageId }: Email, message: Uint8Array): string {
  const [id] = messageIdsOf(messageId);
  return id ?? createHash('sha256').update(message).digest('hex');
}

function noReport(cause?: unknown): DomainError {
  return new DomainError(
    'BOUNCE.NO_REPORT',
    'This e-mail holds no report of a mail server that can be read.',
    {
      kind: 'refused',
      remedy:
        'Send the report whole and as it came (RFC 3464, with a part message/delivery-status), or what it says as JSON.',
      ...(cause !== undefined && { cause }),
    },
  );
}
