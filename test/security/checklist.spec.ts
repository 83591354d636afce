import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../src/platform/config/root.ts';

/** A line of a table of docs/security.md that begins with numbers of the standard. */
const LINES = readFileSync(join(ROOT, 'docs/security.md'), 'utf8')
  .split('## Knowingly not met')[0]
  ?.split('\n')
  .filter((line) => /^\| \d+\.\d+/.test(line));

describe('the checklist of docs/security.md', () => {
  it('has lines', () => {
    expect(LINES?.length).toBeGreaterThan(60);
  });

  it.each((LINES ?? []).map((line) => [/^\| ([^|]*?) \|/.exec(line)?.[1] ?? line, line]))(
    'names a test that is there: %s',
    (_, line) => {
      const unit = /unit: `(src\/[\w./-]+)`/.exec(line)?.[1];
      if (unit !== undefined) {
        expect(existsSync(join(ROOT, unit))).toBe(true);
        return;
      }
      const [, file, title] = /`([\w/-]+)` “([^”]+)” \|$/.exec(line) ?? [];
      expect([line, file]).toEqual([line, expect.any(String)]);
      const path = join(ROOT, 'test', `${file}.spec.ts`);
      expect([path, existsSync(path)]).toEqual([path, true]);
      expect(readFileSync(path, 'utf8')).toContain(title);
    },
  );
});
