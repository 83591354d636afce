export { BounceBell } from './bounces/bounce-bell.job.ts';
/** What other parts may use of this one. */
export { DeliveryBell } from './delivery-bell.job.ts';
export { ErrataBell } from './errata/errata-bell.job.ts';
export { subscriptionsKind } from './import-subscriptions.use-case.ts';
export { Ledger } from './ledger.use-case.ts';
export { sendCommand } from './send.command.ts';
export { TroubleBell } from './trouble-bell.job.ts';
