import { buildIfNeeded } from './build.ts';
import { runTool } from './run-tool.ts';

// Some tests start the service and the command line as processes, and those run what was built.
await buildIfNeeded().catch((error: Error) => {
  console.error(error.message);
  console.log('0 passed, 1 failed, 0 skipped');
  process.exit(1);
});
process.exitCode = await runTool('jest', process.argv.slice(2));
