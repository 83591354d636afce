/** What other parts may use of this one. */
export { LargeFileBell } from './large/large-file-bell.job.ts';
export { ReminderBell } from './reminders/reminder-bell.job.ts';
