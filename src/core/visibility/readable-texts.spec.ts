import { makeFacts, makeNarrative, makeProgram, makeResult, makeTransaction } from '../fixtures/facts.ts';
import { donorScope, officerScope, PUBLIC } from '../fixtures/scopes.ts';
import type { Readership } from '../text.ts';
import { withReadableTexts } from './readable-texts.ts';
import { EVERYTHING } from './scope.ts';

/** Programme SHARED, of several funders, and OWN, of one, with a text of each kind. */
const factsOf = (stated: Readership | null) =>
  makeFacts({
    programs: ['SHARED', 'OWN'].map((code) =>
      makeProgram(code, {
        summary: { en: `summary of ${code}` },
        summaryFor: stated,
        objectives: { en: `objectives of ${code}` },
        objectivesFor: stated,
        beneficiaries: { en: `beneficiaries of ${code}` },
        beneficiariesFor: stated,
        note: { en: `note of ${code}` },
        noteFor: stated,
      }),
    ),
    results: ['SHARED', 'OWN'].map((code) =>
      makeResult(`result ${code}`, code, 1, {
        note: { en: `result of ${code}` },
        noteFor: stated,
        evidence: [
          { kind: 'sheet', title: { en: `sheet of ${code}` }, titleFor: stated, url: null, piece: null },
        ],
      }),
    ),
    narratives: ['SHARED', 'OWN'].map((code) =>
      makeNarrative(`text ${code}`, code, {
        text: { en: `words of ${code}` },
        textFor: stated,
        sheet: { en: `source of ${code}` },
        sheetFor: stated,
      }),
    ),
    transactions: ['SHARED', 'OWN'].map((code) =>
      makeTransaction(`money ${code}`, code, 100, { note: { en: `money of ${code}` }, noteFor: stated }),
    ),
  });

const SHARED = new Set(['SHARED']);
const KINDS = [
  'summary',
  'objectives',
  'beneficiaries',
  'note',
  'result',
  'sheet',
  'money',
  'words',
  'source',
];
const textsIn = (facts: unknown) =>
  [...JSON.stringify(facts).matchAll(/"en":"(\w+ of \w+)"/g)].map(([, text]) => text ?? '').toSorted();
const allOf = (...codes: readonly string[]) =>
  codes.flatMap((code) => KINDS.map((kind) => `${kind} of ${code}`)).toSorted();

describe('withReadableTexts', () => {
  it.each([
    ['the organisation', EVERYTHING],
    ['an officer', officerScope('SHARED', 'OWN')],
  ])('leaves %s every text, and says whose it is', (_, scope) => {
    for (const stated of [null, 'everybody', 'organisation'] as const) {
      expect(textsIn(withReadableTexts(scope, factsOf(stated), SHARED))).toEqual(allOf('SHARED', 'OWN'));
    }
    const { programs } = withReadableTexts(scope, factsOf(null), SHARED);
    expect(programs.map(({ code, noteFor }) => [code, noteFor])).toEqual([
      ['SHARED', 'organisation'],
      ['OWN', 'everybody'],
    ]);
  });

  it('leaves a donor what is for everybody, by word or by rule, and does not say by which', () => {
    const read = (stated: Readership | null) =>
      withReadableTexts(donorScope('italy'), factsOf(stated), SHARED);
    expect(textsIn(read(null))).toEqual(allOf('OWN'));
    expect(textsIn(read('everybody'))).toEqual(allOf('SHARED', 'OWN'));
    expect(textsIn(read('organisation'))).toEqual([]);
    expect(JSON.stringify(read('everybody'))).not.toMatch(/For":"/);
  });

  it('leaves the public none', () => {
    expect(textsIn(withReadableTexts(PUBLIC, factsOf('everybody'), SHARED))).toEqual([]);
  });
});
