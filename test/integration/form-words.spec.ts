import { importKinds } from '../../src/imports.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { choiceWords } from '../../src/web/i18n/messages/choices.ts';
import { columnLabels, kindNames } from '../../src/web/i18n/messages/columns.ts';
import { eachEngine } from '../support/database.ts';

const NAMES = importKinds.map(({ name }) => name);

it('every kind of file has a name for one of its rows, and for several', () => {
  expect(Object.keys(kindNames).toSorted()).toEqual(NAMES.toSorted());
});

it('no two columns of a kind have one label', () => {
  for (const [name, labels] of Object.entries(columnLabels)) {
    const english = Object.values(labels).map(({ en }) => `${name}: ${en}`);
    expect(new Set(english).size).toBe(english.length);
  }
});

eachEngine('the words for what columns take', (engine) => {
  let db: Database;

  beforeAll(async () => {
    ({ db } = await engine.open());
  });

  it('are there for every column of every kind: a label, and for no other', async () => {
    const columns = await Promise.all(
      importKinds.map(async (kind) => [kind.name, Object.keys(await kind.guide(db)).toSorted()] as const),
    );
    const labelled = Object.entries(columnLabels).map(
      ([name, labels]) => [name, Object.keys(labels).toSorted()] as const,
    );
    expect(Object.fromEntries(labelled)).toEqual(Object.fromEntries(columns));
  });

  it('are there where a column takes a few, and for no other', async () => {
    // An empty database knows no names and codes: what is listed in it is listed everywhere.
    const lists = await Promise.all(
      importKinds.map(async (kind) => [kind.name, await kind.lists(db)] as const),
    );
    const taken = lists.flatMap(([kind, listed]) =>
      Object.entries(listed).flatMap(([column, words]) =>
        column === 'currency' || column === 'lang' ? [] : words.map((word) => `${kind} ${column}: ${word}`),
      ),
    );
    const said = Object.entries(choiceWords).flatMap(([kind, columns]) =>
      Object.entries(columns).flatMap(([column, words]) =>
        Object.keys(words).map((word) => `${kind} ${column}: ${word}`),
      ),
    );
    expect(said.toSorted()).toEqual(taken.toSorted());
  });
});
