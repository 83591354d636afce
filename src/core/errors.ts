import type { Fault, RowFault, Written } from './fault.ts';

/**
 * An expected failure that a person must act on: a stable code, what happened, and what to do.
 * Codes are `AREA.REASON`, for example `ALLOCATION.SHARES_NOT_100`, `REPORT.UNKNOWN`; one filter turns them into HTTP,
 * the command line turns them into one line and an exit status.
 */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly code: string,
    /** What happened, in one sentence that names the offending value. */
    message: string,
    readonly options: {
      /** What the reader can do about it, in one sentence. */
      readonly remedy?: string;
      /**
       * `call`: the request itself is wrong (HTTP 400, exit 2); `unknown-visitor`: nobody signed in (401, exit 2);
       * `forbidden`: known, and not allowed this way (403, exit 2); `missing`: no such thing, or not yours (404, exit 2);
       * `conflict`: it is another one by now, or somebody is at it (409, exit 1); `refused`: the data forbid it (422, exit 1);
       * `too-often`: later (429, exit 1); `broken`: something we lean on failed (503, exit 1).
       */
      readonly kind:
        | 'call'
        | 'unknown-visitor'
        | 'forbidden'
        | 'missing'
        | 'conflict'
        | 'refused'
        | 'too-often'
        | 'broken';
      /** What its words in the reader's language name (web/i18n/messages/error-details.ts); the log and programs read English. */
      readonly values?: Readonly<Record<string, string | number>>;
      /** Of a cell: what stands there. */
      readonly written?: Written;
      /** Of a request: what is wrong with which parameter. */
      readonly faults?: readonly Fault[];
      /** Of several rows: what is wrong with which. */
      readonly rows?: readonly RowFault[];
      /** Of `too-often` and `broken`: when it is worth trying again. */
      readonly retryAfterS?: number;
      /** Where several things are wrong at once: each of them, this one first. */
      readonly each?: readonly DomainError[];
      readonly cause?: unknown;
    },
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
  }
}

/** Several errors as one, which is the first with all that they say; null: there is none. */
export function allAtOnce(errors: readonly DomainError[]): DomainError | null {
  const [first, ...others] = errors;
  if (first === undefined || others.length === 0) return first ?? null;
  const faults = errors.flatMap(({ options }) => options.faults ?? []);
  return new DomainError(first.code, first.message, { ...first.options, faults, each: errors });
}
