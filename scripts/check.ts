import { runTool } from './run-tool.ts';

const STEPS = [
  ['Types', 'tsc', ['--noEmit', '-p', '.']],
  ['Lint and format', 'biome', ['check', '--error-on-warnings']],
  ['Boundaries', 'depcruise', ['--config', '.dependency-cruiser.cjs', 'src', 'reports']],
  ['Unit tests', 'jest', ['--selectProjects', 'unit']],
] as const;

// All of them, so that one call shows everything that is wrong.
for (const [name, tool, args] of STEPS) {
  console.log(`\n${name}`);
  if ((await runTool(tool, args)) !== 0) {
    process.exitCode = 1;
  }
}
