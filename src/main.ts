import { setFlagsFromString } from 'node:v8';
import { OWNER_ONLY_UMASK } from './platform/files/owner-only.ts';
import { listenForStop } from './platform/lifecycle/stop-signal.adapter.ts';

// Left to itself, V8 clears up when the heap is several times what is in use (bench/README.md, "memory").
setFlagsFromString('--heap-growing-percent=40');
// `npm start` gives this process a small nursery; threads have their own limit, which the flag would override.
setFlagsFromString('--max-semi-space-size=0');
// Whatever is made from here on, also by the database and the browser, is the owner's alone.
process.umask(OWNER_ONLY_UMASK);
// From the first moment on, before the seconds in which the application is loaded.
const stop = listenForStop();
const { run } = await import('./serve.ts');
process.exit(await run(stop));
