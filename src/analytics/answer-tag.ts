import { hash } from 'node:crypto';
import type { Visitor } from '../access/index.ts';
import type { Day } from '../core/program.ts';
import type { Language } from '../core/text.ts';

/** All that decides what a figure's page, file or JSON says. */
export interface AnswerKey {
  /** Of the code and the environment: other ones write the same figures otherwise. */
  readonly edition: string;
  /** The stamp of what the organisation has set: likewise. */
  readonly settings: string;
  /** Of the portfolio: equal revisions hold equal data. */
  readonly revision: number;
  /** Today in the reports' time zone: what may count ends with it. */
  readonly today: Day;
  /** The moment as known at which is asked, in milliseconds; null: now. */
  readonly asOf: number | null;
  /** Who reads, with its name and its rights as they are now. */
  readonly visitor: Visitor;
  readonly language: Language;
  /** Of reports: the last issue that was made, beside which the next one stands; empty for all else. */
  readonly lastIssued: string;
  /** Path and query, as they were sent. */
  readonly url: string;
}

/**
 * The entity tag of an answer, known before any work is done: whoever sends it back has the very answer that would be
 * made. Weak, as the same page is sent compressed in different ways (RFC 9110, 8.8.1).
 *
 * @example answerTag(key) // 'W/"pS7b…"'
 */
export function answerTag({ visitor, ...key }: AnswerKey): string {
  const said = JSON.stringify([key, readerOf(visitor)]);
  return `W/"${hash('sha256', said, 'base64url')}"`;
}

/** Somebody who signs in again is the same reader; anybody else, whatever the rights, is another. */
function readerOf(visitor: Visitor): object {
  if (visitor.kind !== 'person' && visitor.kind !== 'half-way') return visitor;
  const { session: _, ...reader } = visitor;
  return reader;
}

/** Whether a request says that its sender has the answer with this tag (RFC 9110, 13.1.2). */
export function knowsTag(headers: { readonly 'if-none-match'?: string | undefined }, tag: string): boolean {
  const opaque = (each: string) => each.trim().replace(/^W\//, '');
  const tags = (headers['if-none-match'] ?? '').split(',').map(opaque);
  return tags.includes(opaque(tag));
}
