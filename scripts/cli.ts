import { buildIfNeeded } from './build.ts';

// The command runs in this process, so that its exit status and its signals are npm's.
await buildIfNeeded().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
const cli = '../dist/cli.js';
await import(cli);
