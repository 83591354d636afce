import type { DescribedAnswer, DescribedRoute } from '../../platform/http/described.ts';

/** What the routes by which programs write answer in common, as the document of the API shows it. */

export const problem = (
  status: number,
  title: string,
  code: string,
  detail: string,
  more: object = {},
): DescribedAnswer => ({
  status,
  description: detail,
  example: { type: 'about:blank', title, status, code, detail, ...more },
});

export const CHANGED = problem(
  409,
  'Meanwhile another one',
  'ENTRY.CHANGED_MEANWHILE',
  'It is not as it was seen: it was changed, or decided.',
  { remedy: 'Read it again, and send what is to become of it as it is now.' },
);
export const UNKNOWN = problem(
  404,
  'Not found',
  'ENTRY.UNKNOWN',
  'There is no submission of that id, or it is not yours.',
);
export const NO_VERSION = problem(
  400,
  'Wrong request',
  'REQUEST.NO_VERSION',
  'The header If-Match does not say which version was seen.',
  { remedy: 'Send the ETag with which it was read, such as If-Match: "3".' },
);
export const INVALID = problem(400, 'Wrong request', 'REQUEST.INVALID', '"rows": takes a list of rows');
export const OWN = problem(
  422,
  'Refused by the data',
  'APPROVAL.OWN',
  'Nobody approves or gives back what is their own.',
  { remedy: 'Somebody else has to.' },
);

/** What every route by which programs write may answer. */
export const ALWAYS: readonly DescribedAnswer[] = [
  problem(401, 'Sign-in needed', 'ACCESS.SIGN_IN', 'This needs somebody who has signed in, or a token.'),
  problem(
    403,
    'Forbidden',
    'ACCESS.TOKEN_ONLY',
    'Programs write here, with a token; whoever has signed in writes on the pages.',
  ),
  problem(403, 'Forbidden', 'ACCESS.READS_ONLY', 'This token reads, and changes nothing.'),
  problem(404, 'Not found', 'REQUEST.NOT_FOUND', 'There is nothing at this address.'),
];
export const TOO_OFTEN = problem(429, 'Too many requests', 'LIMIT.REACHED', 'More than 600 in 600 seconds.', {
  remedy: 'Try again in 20 seconds.',
});
export const ONCE: readonly DescribedAnswer[] = [
  problem(400, 'Wrong request', 'IDEMPOTENCY.KEY_MISSING', 'The header Idempotency-Key is missing.'),
  problem(409, 'Meanwhile another one', 'IDEMPOTENCY.UNDER_WAY', 'A request with this key is under way.'),
  problem(422, 'Refused by the data', 'IDEMPOTENCY.OTHER_REQUEST', 'Another request was sent with this key.'),
  TOO_OFTEN,
];

export const KEY = {
  'Idempotency-Key': {
    description:
      'A UUID of the program’s own for what is to be done once (draft-ietf-httpapi-idempotency-key-header). The same request with the same key, within 24 hours, is answered as the first was, with "Idempotent-Replayed: true", and does nothing.',
    example: '"8e03978e-40d5-43dd-bc93-6894a57f9324"',
    required: true,
  },
};
export const VERSION = {
  'If-Match': {
    description: 'The version that was seen: the ETag with which it was read.',
    example: '"2"',
    required: true,
  },
};

/** A route that changes what was entered, as it was seen. */
export function change(
  summary: string,
  example: object,
  others: readonly DescribedAnswer[],
  examples: Readonly<Record<string, object>>,
): DescribedRoute {
  return {
    summary,
    headers: { ...KEY, ...VERSION },
    examples,
    answers: [
      { status: 200, description: 'Done.', example },
      NO_VERSION,
      UNKNOWN,
      CHANGED,
      ...others,
      ...ONCE,
      ...ALWAYS,
    ],
  };
}
