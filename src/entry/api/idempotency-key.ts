import { createHash } from 'node:crypto';
import { DomainError } from '../../core/errors.ts';

/** So long the same request with the same key is answered the same. */
export const KEPT_MS = 24 * 60 * 60_000;

/**
 * The key of a request (draft-ietf-httpapi-idempotency-key-header, 2.1): a string as structured fields write it, in quotes,
 * or the same without them.
 *
 * @returns null: it has none
 * @throws DomainError `IDEMPOTENCY.KEY` (call)
 * @example readKey('"8e03978e-40d5"') // '8e03978e-40d5'
 */
export function readKey(header: string | readonly string[] | undefined): string | null {
  if (header === undefined) return null;
  const [, quoted, bare] =
    /^(?:"((?:[ !#-[\]-~]|\\["\\])*)"|([!#-[\]-~]+))$/.exec(String(header).trim()) ?? [];
  const key = quoted?.replace(/\\(.)/g, '$1') ?? bare ?? '';
  if (key !== '' && key.length <= MOST_CHARACTERS) return key;
  throw new DomainError(
    'IDEMPOTENCY.KEY',
    `The header Idempotency-Key takes one key of 1 to ${MOST_CHARACTERS} characters.`,
    { kind: 'call', remedy: 'Send a UUID of your own for each thing that is to be done once.' },
  );
}

const MOST_CHARACTERS = 255;

/** The same for the same request, and another for any other. */
export function fingerprintOf(request: {
  readonly method: string;
  readonly url: string;
  readonly version: string | undefined;
  readonly body: unknown;
}): string {
  const { method, url, version = '', body = null } = request;
  return createHash('sha256')
    .update(
      JSON.stringify([method, url, version, body], (_, value) =>
        value instanceof Uint8Array ? hashOf(value) : value,
      ),
    )
    .digest('base64url');
}

function hashOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('base64url');
}

export function keyMissing(): DomainError {
  return new DomainError('IDEMPOTENCY.KEY_MISSING', 'The header Idempotency-Key is missing.', {
    kind: 'call',
    remedy:
      'Send a UUID of your own for each thing that is to be done once, and the same again when you try again.',
  });
}

export function keyUnderWay(): DomainError {
  return new DomainError('IDEMPOTENCY.UNDER_WAY', 'A request with this key is under way.', {
    kind: 'conflict',
    remedy: 'Send it again in a moment: then it is answered as the first.',
  });
}

export function keyOfAnother(): DomainError {
  return new DomainError('IDEMPOTENCY.OTHER_REQUEST', 'Another request was sent with this key.', {
    kind: 'refused',
    remedy: 'Send a new key for what is to be done anew.',
  });
}
