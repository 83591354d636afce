import { DomainError } from '../core/errors.ts';

/** What a logo is made of, once its bytes have been read. */
export interface ReadLogo {
  readonly width: number;
  readonly height: number;
  /** Anew, of what is to be seen alone. */
  readonly content: Uint8Array;
}

/** @param code `LOGO.…` */
export function refused(
  code: string,
  message: string,
  {
    values = {},
    cause,
  }: { readonly values?: Readonly<Record<string, string>>; readonly cause?: unknown } = {},
): DomainError {
  return new DomainError(code, message, {
    kind: 'refused',
    remedy: 'Send a PNG or a plain SVG.',
    values,
    ...(cause === undefined ? {} : { cause }),
  });
}
