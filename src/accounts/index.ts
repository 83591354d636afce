/** What other parts may use of this one. */
export { OneTimeCodes } from './one-time/one-time.use-case.ts';
export { adminCommand } from './people/admin.command.ts';
