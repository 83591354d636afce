import fc from 'fast-check';
import { slug } from './text.ts';
import { closestWord, slipsBetween, wordFinder } from './words.ts';

const find = wordFinder([
  { word: 'officials trained', says: ['officials-trained', 'officials trained', 'funcionarios capacitados'] },
  { word: 'people informed', says: ['people informed', 'personas informadas'] },
  { word: 'A', says: ['both'] },
  { word: 'B', says: ['both'] },
]);

it.each([
  ['officials trained', { is: 'known', word: 'officials trained' }],
  ['Officials-Trained', { is: 'known', word: 'officials trained' }],
  ['FUNCIONÁRIOS  capacitados', { is: 'known', word: 'officials trained' }],
  ['offcials trained', { is: 'near', word: 'officials trained' }],
  ['persona informada', { is: 'near', word: 'people informed' }],
  ['Both', { is: 'several', words: ['A', 'B'] }],
  ['ships built', { is: 'new' }],
  ['', { is: 'new' }],
])('"%s" is found for what it is', (given, expected) => {
  expect(find(given)).toEqual(expected);
});

it.each([
  ['a letter less', 'offcials', 'officials', 1],
  ['two letters exchanged', 'sxe-of-people', 'sex-of-people', null],
  ['two letters exchanged, in a longer word', 'turism', 'tursim', 1],
  ['one doubled and one not', 'carribean', 'caribbean', 2],
  ['the words in another order', 'trained-officials', 'officials-trained', 1],
  ['a hyphen more', 'on-line', 'online', 1],
  ['a plural', 'official-trained', 'officials-trained', 1],
  ['another short word', 'men-trained', 'women-trained', null],
  ['another number', 'phase-1', 'phase-2', null],
  ['another number of many', 'caribbean-26-states', 'caribbean-27-states', null],
  ['a word put before', 'formal', 'informal', null],
  ['and before a longer one', 'registered', 'unregistered', null],
  ['other words', 'import', 'export', null],
  ['a word more', 'companies-reached', 'companies-reached-twice', null],
])('%s: %s and %s', (_what, left, right, slips) => {
  expect(slipsBetween(left, right)).toBe(slips);
});

it('the closest of several is the one meant', () => {
  expect(closestWord('offcials', ['officers', 'official', 'officials'])).toBe('officials');
  expect(closestWord('zzz', ['officers'])).toBeNull();
});

const word = fc.stringMatching(/^[a-z]{8,12}$/);
const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));

it('slips are as many either way, and none between equal words', () => {
  const code = fc.string({ unit: fc.constantFrom(...'abc-1'), maxLength: 12 });
  fc.assert(
    fc.property(code, code, (left, right) => {
      expect(slipsBetween(left, right)).toBe(slipsBetween(right, left));
      expect(slipsBetween(left, right) === 0).toBe(left === right);
    }),
    { numRuns: 1_000 },
  );
});

it('a name with a letter left out is near, in other letters known, whatever else is known', () => {
  fc.assert(
    fc.property(name, fc.array(name, { maxLength: 5 }), fc.nat(), (one, others, at) => {
      const finder = wordFinder([one, ...others].map((text) => ({ word: text, says: [text] })));
      expect(finder(one.toUpperCase())).toEqual({ is: 'known', word: one });
      const letters = one.split(' ')[0]?.length ?? 0;
      const slipped = one.slice(0, at % letters) + one.slice((at % letters) + 1);
      fc.pre(![one, ...others].map(slug).includes(slug(slipped)));
      expect(finder(slipped).is).toBe('near');
    }),
  );
});
