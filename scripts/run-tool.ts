import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '..');

/** The tools by their files, so that they run on the project's own Node whatever `PATH` says. */
export const TOOLS = {
  tsc: 'typescript/bin/tsc',
  biome: '@biomejs/biome/bin/biome',
  depcruise: 'dependency-cruiser/bin/dependency-cruiser.mjs',
  jest: 'jest/bin/jest.js',
} as const;

/** What the tests' processes compiled, for those that come after them. */
const COMPILED = join(ROOT, 'node_modules/.cache/attest/compiled');

/** Tests make much that lives for a moment: with a nursery of that size they take a sixth less of the processor. */
const JEST_FLAGS = [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  '--max-semi-space-size=64',
];

/** Runs one tool to its end, its output passed on, and answers its exit status. */
export function runTool(
  tool: keyof typeof TOOLS,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  const nodeFlags = tool === 'jest' ? JEST_FLAGS : [];
  const child = spawn(process.execPath, [...nodeFlags, join(ROOT, 'node_modules', TOOLS[tool]), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...(tool === 'jest' ? { NODE_COMPILE_CACHE: COMPILED } : {}), ...env },
  });
  const { promise, resolve: done, reject } = Promise.withResolvers<number>();
  child.on('error', reject);
  child.on('exit', (code, signal) => done(signal === null ? (code ?? 1) : 1));
  return promise;
}
