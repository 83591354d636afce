import type { DescribedRoute } from '../../platform/http/described.ts';
import { ALWAYS, INVALID, KEY, ONCE, problem } from './common-answers.ts';

const ODD = {
  id: '1d7be7e4-6f1a-4c55-9d5a-0e8e7b1d6a20',
  program: 'TOUR',
  indicator: 'officials-trained',
  place: 'DM',
  periodStart: '2017-06-01',
  periodEnd: '2017-06-30',
  value: 450,
  reason: 'ten-times',
  before: { value: 45, periodEnd: '2017-05-31' },
};
const ACCOUNT = '7f0c1a52-0a4d-4d0e-9d58-2f4f1f9f6c33';
const LETTER = {
  language: 'en',
  subject: 'TOUR: 2 figures are due',
  figures: 2,
  gaps: 0,
};
const REMINDER = {
  id: '93b1d8f2-3c1d-4a52-8f55-51a9b6c0e0d4',
  to: 'Ana Lima',
  account: ACCOUNT,
  ...LETTER,
  state: 'waiting',
  askedBy: 'Clearing house',
  askedAt: '2017-07-01T12:00:00.000Z',
  reason: null,
};
const NO_PROGRAM = problem(404, 'Not found', 'PROGRAM.UNKNOWN', 'There is no programme "TUOR".');

/** What the document of the API shows of the routes by which programs follow up what looks odd or is missing. */
export const FOLLOW_UP_DOCUMENTED = {
  odd: {
    summary: 'List values that look odd',
    description:
      'Beside the one before it: ten times as much, a tenth, or a cumulative value that falls. Of figures that were approved in the last 90 days, and of rows that wait; 20 of each at most, and how many there are.',
    answers: [
      {
        status: 200,
        description: 'What was approved last first.',
        example: {
          approved: { count: 1, rows: [ODD] },
          waiting: {
            count: 1,
            rows: [
              {
                submission: '5f0b6a7e-52c1-4b5c-9f0f-0d3f0f2f7a11',
                program: 'TOUR',
                cells: { indicator: 'officials trained', value: '4' },
                reason: 'a-tenth',
                before: { value: 45, periodEnd: '2017-05-31' },
              },
            ],
          },
        },
      },
      ...ALWAYS,
    ],
  },
  right: {
    summary: 'Say of an approved value that looks odd that it is right',
    description: 'As it stands, beside the one before it: where one of them moves it is listed again.',
    headers: KEY,
    examples: { nothing: {} },
    answers: [
      {
        status: 200,
        description: 'It is not listed again.',
        example: { ...ODD, confirmedBy: 'Clearing house', confirmedAt: '2017-07-01T12:00:00.000Z' },
      },
      problem(404, 'Not found', 'ODD.NOT_LISTED', 'This figure is not listed as odd.'),
      ...ONCE,
      ...ALWAYS,
    ],
  },
  preview: {
    summary: 'Read the reminders that would go about a programme',
    description:
      'To those who can enter what it lacks, 20 at most, each e-mail as its recipient may read it; and the reminders before. Its digest is what sending them carries.',
    answers: [
      {
        status: 200,
        description: 'Nothing was sent.',
        example: {
          program: 'TOUR',
          digest: 'Hk1v0kq0c1f4',
          people: [
            {
              account: ACCOUNT,
              name: 'Ana Lima',
              ...LETTER,
              body: 'Dear Ana Lima, …',
              lastAskedBy: null,
              lastAskedAt: null,
            },
          ],
          earlier: [REMINDER],
        },
      },
      NO_PROGRAM,
      ...ALWAYS,
    ],
  },
  remind: {
    summary: 'Remind people of what a programme lacks',
    description:
      'By e-mail, as the preview showed it. Whoever was reminded in the last days only with "again".',
    headers: KEY,
    examples: { 'one of them': { to: [ACCOUNT], digest: 'Hk1v0kq0c1f4' } },
    answers: [
      {
        status: 201,
        description: 'They are handed to the mail server one by one.',
        example: { program: 'TOUR', reminders: [REMINDER] },
      },
      INVALID,
      NO_PROGRAM,
      problem(
        422,
        'Refused by the data',
        'REMINDER.CHANGED',
        'What is missing has changed since the e-mail was looked at.',
        { remedy: 'Read the preview again.' },
      ),
      problem(422, 'Refused by the data', 'REMINDER.NOBODY', 'Nobody was chosen.'),
      problem(
        422,
        'Refused by the data',
        'REMINDER.TOO_SOON',
        'Somebody of them was reminded in the last days.',
      ),
      ...ONCE,
      ...ALWAYS,
    ],
  },
} as const satisfies Readonly<Record<string, DescribedRoute>>;
