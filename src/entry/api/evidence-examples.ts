import type { DescribedRoute } from '../../platform/http/described.ts';
import { ALWAYS, CHANGED, INVALID, KEY, ONCE, problem, UNKNOWN } from './common-answers.ts';

const ID = '0b3c6f2e-93a4-4c55-8b0c-6f6d4b1f9d10';

const PIECE = {
  id: ID,
  result: null,
  submission: '5f0b6a7e-52c1-4b5c-9f0f-0d3f0f2f7a11',
  kind: 'quotation',
  title: 'Report of the third workshop',
  titleFor: null,
  url: null,
  quotation: 'Forty-five officials took part.',
  page: '12',
  file: null,
  state: 'waiting',
  addedBy: 'Register of trainings',
  addedAt: '2017-07-01T12:00:00.000Z',
  confirmedBy: null,
  confirmedAt: null,
  withdrawnBy: null,
  withdrawnAt: null,
  withdrawnBecause: null,
  content: `/evidence/${ID}`,
};
const STANDING = {
  ...PIECE,
  result: '1d7be7e4-6f1a-4c55-9d5a-0e8e7b1d6a20',
  submission: null,
  state: 'standing',
  confirmedBy: 'Clearing house',
  confirmedAt: '2017-07-01T12:10:00.000Z',
};

const NO_FIGURE = problem(404, 'Not found', 'RESULT.UNKNOWN', 'There is no approved figure of that id.');
const NO_PIECE = problem(404, 'Not found', 'EVIDENCE.UNKNOWN', 'There is no such evidence.');
const NOT_YOURS = problem(
  422,
  'Refused by the data',
  'EVIDENCE.NOT_YOURS',
  'The figure is of a programme that is not in the mandate.',
);
const REFUSED = [
  problem(422, 'Refused by the data', 'EVIDENCE.TYPE', 'A file of this type is not taken.'),
  problem(422, 'Refused by the data', 'EVIDENCE.TOO_LARGE', 'The file is larger than 20 MB.'),
  problem(422, 'Refused by the data', 'EVIDENCE.TWICE', 'The figure has this file already.'),
  problem(422, 'Refused by the data', 'EVIDENCE.TOO_MANY', 'The figure has 50 pieces of evidence.'),
];
const BODIES = {
  'a quotation': {
    kind: 'quotation',
    title: 'Report of the third workshop',
    quotation: 'Forty-five officials took part.',
    page: '12',
  },
  'a link': { kind: 'link', title: 'List of participants', url: 'https://example.org/participants' },
};
const FILES =
  'A link or a quotation comes as JSON; a file as multipart/form-data, with the same fields and the file in "file". What it is, its content says.';

/** What the document of the API shows of the routes by which programs attach, confirm and withdraw evidence. */
export const EVIDENCE_DOCUMENTED = {
  ofRow: {
    summary: 'List what came with a row',
    description: 'Until the row is approved; then it stands with the figure.',
    answers: [
      { status: 200, description: 'The first that was attached first.', example: { rows: [PIECE] } },
      UNKNOWN,
      ...ALWAYS,
    ],
  },
  attachToRow: {
    summary: 'Attach evidence to a row that is not submitted',
    description: `A draft, or what was given back. It is approved with the row, and stands with its figure then. ${FILES}`,
    headers: KEY,
    examples: BODIES,
    answers: [
      { status: 201, description: 'It waits with the row.', example: PIECE },
      INVALID,
      UNKNOWN,
      CHANGED,
      ...REFUSED,
      ...ONCE,
      ...ALWAYS,
    ],
  },
  ofFigure: {
    summary: 'List what was attached to a figure',
    description: 'What stands with it, what waits to be looked at, and what was withdrawn.',
    answers: [
      { status: 200, description: 'The first that was attached first.', example: { rows: [STANDING] } },
      NO_FIGURE,
      ...ALWAYS,
    ],
  },
  attachToFigure: {
    summary: 'Attach evidence to a figure that counts',
    description: `It stands with the figure once somebody else has confirmed it. ${FILES}`,
    headers: KEY,
    examples: BODIES,
    answers: [
      {
        status: 201,
        description: 'It waits to be looked at.',
        example: { ...PIECE, result: STANDING.result, submission: null },
      },
      INVALID,
      NO_FIGURE,
      NOT_YOURS,
      ...REFUSED,
      ...ONCE,
      ...ALWAYS,
    ],
  },
  waiting: {
    summary: 'List evidence that waits to be looked at',
    description: 'Of figures that count, attached by another hand; the oldest first, 100 at most.',
    answers: [
      {
        status: 200,
        description: 'Nobody has looked at it.',
        example: { rows: [{ ...PIECE, result: STANDING.result, submission: null }] },
      },
      ...ALWAYS,
    ],
  },
  confirm: {
    summary: 'Confirm evidence that another hand attached to a figure',
    headers: KEY,
    examples: { nothing: {} },
    answers: [
      { status: 200, description: 'It stands with the figure.', example: STANDING },
      NO_PIECE,
      problem(422, 'Refused by the data', 'EVIDENCE.OWN', 'Nobody confirms what is their own.'),
      problem(422, 'Refused by the data', 'EVIDENCE.MEANWHILE', 'It was confirmed or withdrawn meanwhile.'),
      problem(
        422,
        'Refused by the data',
        'EVIDENCE.WITH_ITS_ROW',
        'It is approved with the row with which it came.',
        { remedy: 'Approve the row.' },
      ),
      ...ONCE,
      ...ALWAYS,
    ],
  },
  withdraw: {
    summary: 'Withdraw evidence',
    description: 'From a figure with a reason; from a row of one’s own that is not submitted without.',
    headers: KEY,
    examples: { 'with a reason': { reason: 'The list was of another month.' } },
    answers: [
      {
        status: 200,
        description: 'Nobody opens it any more.',
        example: {
          ...STANDING,
          state: 'withdrawn',
          withdrawnBy: 'Clearing house',
          withdrawnAt: '2017-07-02T09:00:00.000Z',
          withdrawnBecause: 'The list was of another month.',
          content: null,
        },
      },
      problem(400, 'Wrong request', 'EVIDENCE.REASON', 'It does not say why, or in many words.'),
      NO_PIECE,
      CHANGED,
      NOT_YOURS,
      problem(422, 'Refused by the data', 'EVIDENCE.MEANWHILE', 'It was confirmed or withdrawn meanwhile.'),
      ...ONCE,
      ...ALWAYS,
    ],
  },
} as const satisfies Readonly<Record<string, DescribedRoute>>;
