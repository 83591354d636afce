import { buildIfNeeded } from './build.ts';

// One process, so that a signal to `npm start` reaches the service itself.
await buildIfNeeded().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
const main = '../dist/main.js';
await import(main);
