import type { DescribedRoute } from '../../platform/http/described.ts';
import {
  ALWAYS,
  CHANGED,
  change,
  INVALID,
  KEY,
  NO_VERSION,
  ONCE,
  OWN,
  problem,
  TOO_OFTEN,
  UNKNOWN,
  VERSION,
} from './common-answers.ts';

/** What the document of the API shows of the routes by which programs write: made up, and of one course of things. */

const ID = '5f0b6a7e-52c1-4b5c-9f0f-0d3f0f2f7a11';
const TOGETHER = '9a3c1f56-1f0e-4f0a-8d5b-6f3f5b0e2c44';
const DIGEST = 'q0K2mI1mV8m2v8yqkqv8h2Yk1dQk0mJ8Y0h3v6m1c2E';

const CELLS = {
  program: 'MAR',
  indicator: 'officials trained',
  kind: 'actual',
  country_or_region: 'CR',
  period_start: '2017-06',
  period_end: '2017-06',
  value: '45',
};

const SUBMISSION = {
  id: ID,
  kind: 'results',
  state: 'submitted',
  version: 2,
  cells: CELLS,
  decimal: 'point',
  twin: null,
  twinRef: null,
  program: 'MAR',
  enteredBy: 'Register of trainings',
  own: true,
  origin: 'api',
  together: TOGETHER,
  place: 1,
  createdAt: '2017-07-01T12:00:00.000Z',
  changedAt: '2017-07-01T12:00:00.000Z',
  submittedAt: '2017-07-01T12:00:00.000Z',
  comment: null,
  decidedBy: null,
  decidedAt: null,
  import: null,
  page: `/submissions/${ID}`,
};
const DRAFT = { ...SUBMISSION, state: 'draft', version: 3, submittedAt: null };

const FAULTS = problem(
  422,
  'Refused by the data',
  'ENTRY.FAULTS',
  'Some of it is not taken as it stands, so nothing was.',
  {
    remedy: '"errors" says what is wrong with which row, and what to do about it.',
    errors: [
      {
        row: 1,
        column: null,
        code: 'IMPORT.TWINS',
        message: 'The row is nearly the figure MAY (officials trained 30, MAR): value 30 → 45.',
        remedy:
          'Send the row with "twin": "same", which corrects that figure (another one with "twinRef"), or with "twin": "another", which counts both.',
        like: {
          ref: 'MAY',
          row: null,
          says: 'officials trained 30, MAR',
          differences: [{ column: 'value', before: '30', after: '45' }],
        },
      },
      {
        row: 2,
        column: 'value',
        code: 'CELL.NOT_A_NUMBER',
        message: '"many" is no number.',
        remedy: 'Write digits, with a point for decimals: 1234.5',
      },
    ],
  },
);
export const DOCUMENTED = {
  enter: {
    summary: 'Enter rows',
    description:
      'Rows of one kind of file, all or none. They are read, checked and asked about as a file of the kind is, and count once somebody else has approved them. Of "errors" every one says the row, the column, a code, and what to do.',
    headers: KEY,
    examples: {
      'one result': { kind: 'results', rows: [{ cells: CELLS }] },
      'a correction': {
        kind: 'results',
        rows: [{ cells: { ...CELLS, value: '47', reason: 'Two came late.' }, twin: 'same' }],
      },
      'a draft': {
        kind: 'results',
        state: 'draft',
        rows: [{ cells: { program: 'MAR', indicator: 'officials trained' } }],
      },
    },
    answers: [
      {
        status: 201,
        description: 'All of them are entered.',
        example: {
          together: TOGETHER,
          count: 1,
          submissions: [{ id: ID, row: 1, state: 'submitted', version: 2 }],
        },
      },
      INVALID,
      FAULTS,
      ...ONCE,
      ...ALWAYS,
    ],
  },
  own: {
    summary: 'List what the program has entered',
    description: 'In the order in which it came in.',
    answers: [
      {
        status: 200,
        description: 'A page of them.',
        example: { count: 1, rows: [SUBMISSION], nextCursor: null, next: null },
      },
      ...ALWAYS,
    ],
  },
  one: {
    summary: 'Read one submission',
    description:
      'One’s own; and for a program that approves, whatever was submitted. Of an open one’s own, "errors" says what stands in its way.',
    answers: [
      {
        status: 200,
        description: 'The submission; its version is the ETag.',
        example: { ...SUBMISSION, errors: [] },
      },
      UNKNOWN,
      ...ALWAYS,
    ],
  },
  change: {
    summary: 'Change a draft, or what was given back',
    description:
      'All its cells are replaced. It may be wrong, or half of a row: that is said when it is submitted.',
    headers: VERSION,
    examples: { 'other cells': { cells: { ...CELLS, value: '46' } } },
    answers: [
      { status: 200, description: 'As it is now.', example: DRAFT },
      NO_VERSION,
      UNKNOWN,
      CHANGED,
      TOO_OFTEN,
      ...ALWAYS,
    ],
  },
  submit: change('Submit a draft, or what was given back', SUBMISSION, [FAULTS], {
    'as it is': {},
    'what is odd is meant': { accepts: true },
  }),
  takeBack: change('Make what waits a draft again', DRAFT, [], { nothing: {} }),
  discard: change('Take away a draft, or what was given back', { ...DRAFT, state: 'discarded' }, [], {
    nothing: {},
  }),
  giveBack: change(
    'Give back what somebody else has submitted',
    {
      ...SUBMISSION,
      state: 'returned',
      own: false,
      version: 3,
      comment: 'The list says 45.',
      decidedBy: 'Clearing house',
    },
    [OWN],
    { 'with a comment': { comment: 'The list says 45.' } },
  ),
  waiting: {
    summary: 'List what waits for a decision',
    description: 'Of whomever; "own" is what somebody else has to decide.',
    answers: [
      {
        status: 200,
        description: 'A page of it.',
        example: { count: 1, rows: [{ ...SUBMISSION, own: false }], nextCursor: null, next: null },
      },
      ...ALWAYS,
    ],
  },
  preview: {
    summary: 'See what approving would come to',
    description:
      'Each row as it counts now and as it would, and every total of the programmes concerned that moves. Nothing is changed; the digest is what an approval must carry.',
    examples: { 'one row': { ids: [ID] } },
    answers: [
      {
        status: 200,
        description: 'What would change.',
        example: {
          digest: DIGEST,
          approvable: true,
          items: [
            {
              id: ID,
              kind: 'results',
              version: 2,
              before: null,
              after: { ...CELLS, ref: 'R-000123' },
              errors: [],
              odd: [],
              evidence: [],
            },
          ],
          moves: [
            {
              of: 'actual',
              what: 'officials-trained',
              before: { value: 30, valueHigh: null },
              after: { value: 75, valueHigh: null },
            },
          ],
        },
      },
      CHANGED,
      OWN,
      TOO_OFTEN,
      ...ALWAYS,
    ],
  },
  approve: {
    summary: 'Approve what others have entered',
    description: 'All or none, and as it was previewed.',
    headers: KEY,
    examples: { 'what was previewed': { ids: [ID], digest: DIGEST } },
    answers: [
      { status: 200, description: 'They count.', example: { approved: 1, imports: [118] } },
      CHANGED,
      OWN,
      problem(422, 'Refused by the data', 'APPROVAL.FAULTS', 'Some of it cannot be approved as it stands.'),
      ...ONCE,
      ...ALWAYS,
    ],
  },
  imports: {
    summary: 'List the last imports',
    description: 'What came into the portfolio at once: a file, or what was approved together.',
    answers: [
      {
        status: 200,
        description: 'The newest first.',
        example: {
          rows: [
            {
              import: 118,
              kind: 'results',
              origin: 'api',
              fileName: '',
              importedBy: 'Register of trainings',
              importedAt: '2017-07-01T12:10:00.000Z',
              inserted: 1,
              updated: 0,
              unchanged: 0,
              undoneAt: null,
              undoneBy: null,
              undoneBecause: null,
            },
          ],
        },
      },
      ...ALWAYS,
    ],
  },
  undo: {
    summary: 'Take back an import, whole',
    headers: KEY,
    examples: { 'with a reason': { reason: 'The list was of another month.' } },
    answers: [
      { status: 200, description: 'It counts no more.', example: { import: 118, undone: true } },
      problem(404, 'Not found', 'UNDO.UNKNOWN', 'There is no import 118.'),
      problem(
        422,
        'Refused by the data',
        'UNDO.ALREADY',
        'Import 118 is not taken back: it was taken back already.',
      ),
      ...ONCE,
      ...ALWAYS,
    ],
  },
  closed: {
    summary: 'List closed periods',
    answers: [
      {
        status: 200,
        description: 'In order of the programmes’ codes.',
        example: {
          rows: [
            {
              program: 'MAR',
              through: '2017-05-31',
              closedBy: 'Clearing house',
              closedAt: '2017-07-01T12:00:00.000Z',
            },
          ],
        },
      },
      ...ALWAYS,
    ],
  },
  close: {
    summary: 'Close the periods of a programme and all below it',
    description: 'What changes in them afterwards needs a reason.',
    examples: { 'through a day': { through: '2017-05-31' } },
    answers: [
      { status: 200, description: 'They are closed.', example: { program: 'MAR', through: '2017-05-31' } },
      problem(400, 'Wrong request', 'CLOSING.PROGRAM', 'There is no programme "MARS".'),
      TOO_OFTEN,
      ...ALWAYS,
    ],
  },
  reopen: {
    summary: 'Open the periods of a programme again',
    answers: [
      { status: 200, description: 'They are open.', example: { program: 'MAR', through: null } },
      TOO_OFTEN,
      ...ALWAYS,
    ],
  },
} as const satisfies Readonly<Record<string, DescribedRoute>>;
