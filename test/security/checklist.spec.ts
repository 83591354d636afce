import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../src/platform/config/root.ts';
import { readChecklist, readMutations } from './checklist.ts';

const LINES = readChecklist(ROOT);
const MUTATIONS = readMutations(ROOT);

describe('the checklist of docs/security.md', () => {
  it('has lines, each with a name of its own', () => {
    expect(LINES.length).toBeGreaterThan(60);
    expect(LINES.map(({ item }) => item).filter((item, at, all) => all.indexOf(item) !== at)).toEqual([]);
  });

  it.each(LINES.map((line) => [line.item, line] as const))(
    'names a test that is there: %s',
    (_, { spec, title }) => {
      expect([spec, existsSync(join(ROOT, spec))]).toEqual([expect.stringMatching(/\.spec\.tsx?$/), true]);
      expect(readFileSync(join(ROOT, spec), 'utf8')).toContain(title);
    },
  );

  it('has for each line a way to take its protection away, and none for any other', () => {
    expect(new Set(MUTATIONS.map(({ item }) => item))).toEqual(new Set(LINES.map(({ item }) => item)));
  });

  it.each(MUTATIONS.flatMap(({ item, edits }) => edits.map((edit) => [item, edit] as const)))(
    'finds once in the code what is taken away of %s',
    (_, { file, find, replace }) => {
      const times = readFileSync(join(ROOT, file), 'utf8').split(find).length - 1;
      expect([file, find, times]).toEqual([file, find, 1]);
      expect(replace).not.toBe(find);
    },
  );
});
