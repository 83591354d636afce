import type { DescribedRoute } from '../../platform/http/described.ts';
import { ALWAYS, change, INVALID, KEY, ONCE, OWN, problem, TOO_OFTEN, UNKNOWN } from './common-answers.ts';

const ID = '7c1b1b0e-2a55-4c34-9d7a-5b6a0f7e3f01';
const DIGEST = 'q0K2mI1mV8m2v8yqkqv8h2Yk1dQk0mJ8Y0h3v6m1c2E';

const BROUGHT = {
  id: ID,
  kind: 'results',
  state: 'checking',
  version: 1,
  decimal: 'point',
  fileName: 'register-2017.csv',
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  broughtBy: 'Register of trainings',
  own: true,
  broughtAt: '2017-07-01T12:00:00.000Z',
  changedAt: '2017-07-01T12:00:00.000Z',
  submittedAt: null,
  rowsRead: 0,
  rowsChecked: 0,
  check: null,
  note: null,
  comment: null,
  decidedBy: null,
  decidedAt: null,
  import: null,
  page: `/large-files/${ID}`,
};
const CHECKED = {
  ...BROUGHT,
  state: 'checked',
  version: 2,
  rowsRead: 12_000,
  rowsChecked: 12_000,
  check: {
    rows: 12_000,
    wrong: 0,
    asked: 0,
    inserted: 11_990,
    updated: 4,
    unchanged: 6,
    digest: DIGEST,
    moves: [
      {
        of: 'actual',
        what: 'officials-trained',
        before: { value: 30, valueHigh: null },
        after: { value: 48_210, valueHigh: null },
      },
    ],
    sample: [],
  },
};
const SUBMITTED = { ...CHECKED, state: 'submitted', version: 3, submittedAt: '2017-07-01T12:05:00.000Z' };
const DECIDED = {
  ...SUBMITTED,
  version: 4,
  own: false,
  decidedBy: 'Clearing house',
  decidedAt: '2017-07-01T12:10:00.000Z',
};

const FAULTS = problem(
  422,
  'Refused by the data',
  'ENTRY.FAULTS',
  'A file with rows that are wrong is not submitted.',
);

/** What the document of the API shows of the routes by which programs bring files as one thing. */
export const LARGE_FILES_DOCUMENTED = {
  bring: {
    summary: 'Bring a file of rows',
    description:
      'CSV or XLSX of up to 64 MB and 200,000 rows, as multipart/form-data with "kind" and "file". A job checks it whole; ask again until its state is "checked". All of it is submitted, decided and taken back as one thing.',
    headers: KEY,
    examples: { 'the fields of the form': { kind: 'results', decimal: 'point', file: '(the file)' } },
    answers: [
      { status: 201, description: 'It is being checked.', example: BROUGHT },
      INVALID,
      problem(
        422,
        'Refused by the data',
        'ENTRY.FAULTS',
        'Some of it is not taken as it stands, so nothing was.',
      ),
      problem(422, 'Refused by the data', 'FILE.TOO_LARGE', 'A file has 200000 rows at most.', {
        remedy: 'Bring it in parts.',
      }),
      problem(
        429,
        'Too many requests',
        'ENTRY.LARGE_OF_ONE',
        '5 large files of one person are not decided yet.',
      ),
      problem(503, 'Out of order', 'ENTRY.LARGE_OF_ALL', '20 large files wait to be checked.'),
      ...ONCE,
      ...ALWAYS,
    ],
  },
  list: {
    summary: 'List large files',
    description: 'What the program has brought; and for a program that approves, first what waits for that.',
    answers: [
      { status: 200, description: '100 of each at most.', example: { rows: [SUBMITTED] } },
      ...ALWAYS,
    ],
  },
  one: {
    summary: 'Read one large file',
    description: 'How far its check is, and what it came to.',
    answers: [
      { status: 200, description: 'The file; its version is the ETag.', example: CHECKED },
      UNKNOWN,
      ...ALWAYS,
    ],
  },
  faults: {
    summary: 'List what stands in the way of a large file',
    description: 'In the order of its lines; "after" begins the next page.',
    answers: [
      {
        status: 200,
        description: 'What is wrong with which row, or asked about it.',
        example: {
          errors: [
            {
              row: 812,
              column: 'value',
              code: 'CELL.NOT_A_NUMBER',
              message: '"many" is no number.',
              remedy: 'Write digits, with a point for decimals: 1234.5',
            },
          ],
          after: null,
        },
      },
      UNKNOWN,
      ...ALWAYS,
    ],
  },
  answer: change('Say what rows are that look like other figures', { ...BROUGHT, version: 3 }, [], {
    'of all': { all: 'another' },
    'of one line': { lines: [{ line: 812, answer: 'same', ref: 'R-000123' }] },
  }),
  submit: change('Submit a large file that was checked', SUBMITTED, [FAULTS], { nothing: {} }),
  takeBack: change('Make a large file that waits one’s own again', { ...CHECKED, version: 4 }, [], {
    nothing: {},
  }),
  discard: change('Take away a large file', { ...CHECKED, version: 4, state: 'discarded' }, [], {
    nothing: {},
  }),
  approve: change('Approve what somebody else has brought', { ...DECIDED, state: 'approving' }, [OWN], {
    'as it was checked': { digest: DIGEST },
  }),
  giveBack: change(
    'Give back what somebody else has brought',
    { ...DECIDED, state: 'returned', comment: 'The list is of another year.' },
    [OWN, TOO_OFTEN],
    { 'with a comment': { comment: 'The list is of another year.' } },
  ),
} as const satisfies Readonly<Record<string, DescribedRoute>>;
