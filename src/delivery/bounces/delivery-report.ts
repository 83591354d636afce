import { oneLine } from '../../core/one-line.ts';

/** What a mail server says of one recipient of an e-mail (RFC 3464, 2.3). */
export interface ReportedRecipient {
  /** To whom it was sent before anybody passed it on; null: it does not say. */
  readonly original: string | null;
  /** Null: not said, as by a program that names the e-mail alone. */
  readonly final: string | null;
  readonly action: string;
  /** `5.1.1` (RFC 3463). */
  readonly status: string;
  readonly words: string;
}

/** What a mail server says became of an e-mail. */
export interface DeliveryReport {
  /** By which it is known when it comes again; null: it has nothing of its own. */
  readonly notice: string | null;
  /** The e-mails that it may be about, without angle brackets. */
  readonly messageIds: readonly string[];
  readonly recipients: readonly ReportedRecipient[];
}

/** One report names few; the ledger's e-mails have one each. */
const MOST_RECIPIENTS = 50;

/**
 * The fields of a block of headers, each with its first value, unfolded.
 *
 * @example fieldsOf('Action: failed\r\nStatus: 5.1.1').get('status') // '5.1.1'
 */
export function fieldsOf(block: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const line of block.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const [, name, value] = /^([!-9;-~]+):\s*(.*)$/s.exec(line) ?? [];
    if (name === undefined || value === undefined || fields.has(name.toLowerCase())) continue;
    fields.set(name.toLowerCase(), value.trim());
  }
  return fields;
}

/** What the part `message/delivery-status` says of each recipient; what lacks a field that RFC 3464 asks for says nothing. */
export function recipientsOf(deliveryStatus: string): readonly ReportedRecipient[] {
  // The first block is about the message.
  const blocks = deliveryStatus
    .trim()
    .split(/(?:\r?\n[ \t]*){2,}/)
    .slice(1, 1 + MOST_RECIPIENTS);
  return blocks.flatMap((block) => {
    const fields = fieldsOf(block);
    const final = addressOf(fields.get('final-recipient'));
    const action = fields.get('action')?.toLowerCase();
    const [status] = /^[245]\.\d{1,3}\.\d{1,3}(?!\d)/.exec(fields.get('status') ?? '') ?? [];
    if (final === null || action === undefined || status === undefined) return [];
    const diagnostic = fields.get('diagnostic-code')?.replace(/^[\w-]+\s*;\s*/, '') ?? '';
    const original = addressOf(fields.get('original-recipient'));
    return [{ original, final, action, status, words: oneLine(diagnostic) || `status ${status}` }];
  });
}

/** `rfc822; ana@example.org` (RFC 3464, 2.3.1): what follows the type. */
function addressOf(field: string | undefined): string | null {
  const [, address] = /^[\w-]+\s*;\s*<?([^\s<>]+@[^\s<>]+)>?/.exec(field ?? '') ?? [];
  return address ?? null;
}

/** An address as it was written to the server, of those that give it back as it was said in SMTP (RFC 3461, 4): `ana+2Bx@example.org`. */
export function readXtext(text: string): string {
  return text.replace(/\+([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** The identifiers that a header names: `<a@b> <c@d>`. */
export function messageIdsOf(header: string | undefined): readonly string[] {
  return [...(header ?? '').matchAll(/<([^<>\s]{1,500})>/g)].flatMap(([, id]) => id ?? []).slice(0, 20);
}
