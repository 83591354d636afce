/** What other parts may use of this one. */
export { ReminderBell } from './reminders/reminder-bell.job.ts';
