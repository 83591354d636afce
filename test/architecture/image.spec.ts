import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isIgnored } from '../../scripts/image/build-context.ts';
import { readCommand, readDockerfile, readEnv } from '../../scripts/image/dockerfile.ts';
import { ROOT } from '../../src/platform/config/root.ts';
import { AS_STARTED } from '../support/service.ts';

it('starts the service as npm start does, and tests do', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  expect(scripts.start).toBe(`exec node ${AS_STARTED.join(' ')} scripts/start.ts`);
  const command = JSON.stringify(['node', ...AS_STARTED, 'dist/main.js']).replaceAll(',', ', ');
  expect(readFileSync(join(ROOT, 'Dockerfile'), 'utf8').trimEnd().split('\n').at(-1)).toBe(`CMD ${command}`);
});

describe('the image without an engine', () => {
  it('reads stages, flags, and commands over several lines', () => {
    const [build, last] = readDockerfile(
      'FROM node AS build\nWORKDIR /app\nCOPY a b ./\n# not this\nFROM node\nRUN apt-get update \\\n  && true\nCOPY --from=build /app/a ./\n',
    );
    expect(build).toEqual({
      name: 'build',
      instructions: [
        { name: 'WORKDIR', flags: new Map(), rest: '/app' },
        { name: 'COPY', flags: new Map(), rest: 'a b ./' },
      ],
    });
    expect(last).toEqual({
      name: '1',
      instructions: [
        { name: 'RUN', flags: new Map(), rest: 'apt-get update    && true' },
        { name: 'COPY', flags: new Map([['from', 'build']]), rest: '/app/a ./' },
      ],
    });
  });

  it('stops at an instruction that it does not know', () => {
    expect(() => readDockerfile('FROM node\nADD a b')).toThrow('ADD');
  });

  it('reads settings and commands', () => {
    expect(readEnv('A=1   B=/two')).toEqual({ A: '1', B: '/two' });
    expect(readCommand('["node", "-e", "a  b"]')).toEqual(['node', '-e', 'a  b']);
    expect(readCommand('CMD ["node", "x"]')).toEqual(['node', 'x']);
  });

  it.each([
    ['test', true],
    ['src/test', false],
    ['dist.42', true],
    ['report.pdf', true],
    ['docs/report.pdf', false],
    ['keep.pdf', false],
  ])('%s: kept out, %p', (path, ignored) => {
    expect(isIgnored(path, '# these\ntest\ndist.*\n*.pdf\n!keep.pdf\n')).toBe(ignored);
  });
});
