import type { DescribedAnswer, DescribedRoute } from '../../platform/http/described.ts';

const problem = (
  status: number,
  title: string,
  code: string,
  detail: string,
  remedy?: string,
): DescribedAnswer => ({
  status,
  description: detail,
  example: { type: 'about:blank', title, status, code, detail, ...(remedy !== undefined && { remedy }) },
});

/** What the document of the API shows of the route by which mail servers report. */
export const BOUNCES_DOCUMENTED: DescribedRoute = {
  summary: 'Report an e-mail that came back',
  description:
    'The report of a mail server as it came (message/rfc822, RFC 3464; its first 256 kilobytes are read), or what it says as JSON. It must name an e-mail of the ledger by its Message-ID; JSON may name a recipient instead, to whom something was sent in the last ten days. The same again does nothing, and needs no key.',
  examples: {
    'an address that is gone': {
      recipient: 'ana@example.org',
      status: '5.1.1',
      diagnostic: '550 5.1.1 no such user',
      messageId: '2017-06.7f0c1a52-0a4d-4d0e-9d58-2f4f1f9f6c33@attest.example.org',
    },
  },
  answers: [
    {
      status: 200,
      description: 'What became of it, recipient by recipient: recorded, known, or ignored.',
      example: {
        notices: [
          {
            recipient: 'ana@example.org',
            status: '5.1.1',
            kind: 'refused',
            outcome: 'recorded',
            why: 'It came back, and nothing more is sent to this address until somebody says so on /deliveries.',
          },
        ],
      },
    },
    problem(
      400,
      'Wrong request',
      'REQUEST.INVALID',
      '"status": takes a status as RFC 3463 has it, such as 5.1.1',
    ),
    problem(401, 'Sign-in needed', 'ACCESS.SIGN_IN', 'This needs somebody who has signed in, or a token.'),
    problem(
      403,
      'Forbidden',
      'ACCESS.TOKEN_ONLY',
      'Programs write here, with a token; whoever has signed in writes on the pages.',
    ),
    problem(403, 'Forbidden', 'ACCESS.READS_ONLY', 'This token reads, and changes nothing.'),
    problem(404, 'Not found', 'REQUEST.NOT_FOUND', 'There is nothing at this address.'),
    problem(413, 'Too large', 'REQUEST.TOO_LARGE', 'The request is larger than what is taken here.'),
    problem(
      422,
      'Refused by the data',
      'BOUNCE.NO_REPORT',
      'This e-mail holds no report of a mail server that can be read.',
      'Send the report whole and as it came (RFC 3464, with a part message/delivery-status), or what it says as JSON.',
    ),
    problem(429, 'Too many requests', 'LIMIT.REACHED', 'More than 6000 in 600 seconds.'),
    problem(
      503,
      'Not available',
      'BOUNCE.UNDER_WAY',
      'This e-mail is being handed over, and its answer is not known yet.',
      'Send the report again in a moment.',
    ),
  ],
};
