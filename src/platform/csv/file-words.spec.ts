import { DomainError } from '../../core/errors.ts';
import { FileWords, newOnes } from './file-words.ts';

const KNOWN = [
  { word: 'officials trained', says: ['officials trained', 'funcionarios capacitados'] },
  { word: 'A', says: ['both'] },
  { word: 'B', says: ['both'] },
];
const said = (read: string | DomainError) => (read instanceof DomainError ? read.code : read);

function reader(create: boolean) {
  const words = new FileWords({ decimal: null, create });
  const read = words.reader('indicator', KNOWN);
  return { words, read: (text: string) => said(read(text)) };
}

it('a known word is what the data have, and stays as it is where it says that', () => {
  const { words, read } = reader(false);
  expect(read('Funcionarios Capacitados')).toBe('officials trained');
  expect(read('Officials  Trained')).toBe('Officials  Trained');
  expect(read('both')).toBe('WORD.SEVERAL');
  expect(words.notes()).toEqual([]);
});

it('a new word is told once, and one that is nearly another is asked about, unless it is said to be new', () => {
  const asking = reader(false);
  expect(['ships built', 'Ships Built', 'ship built', 'offcials trained'].map(asking.read)).toEqual([
    'ships built',
    'Ships Built',
    'WORD.NEARLY_KNOWN',
    'WORD.NEARLY_KNOWN',
  ]);
  expect(asking.words.notes()).toEqual(['New indicator: "ships built".']);
  const creating = reader(true);
  expect(['ships built', 'ship built', 'offcials trained'].map(creating.read)).toEqual([
    'ships built',
    'ship built',
    'offcials trained',
  ]);
  expect(creating.words.notes()).toEqual([
    'New indicators: "ships built", "ship built", "offcials trained".',
  ]);
});

it('of very many new words the first are listed', () => {
  const names = Array.from({ length: 22 }, (_, index) => `n${index}`);
  expect(newOnes('axis', names)[0]).toMatch(/^New axes: "n0", .*"n19" and 2 more\.$/);
});
