/** What other features may use of this one. */
export { transactionOf } from './funding.repository.ts';
export { exchangeRatesKind } from './import-exchange-rates.use-case.ts';
export { transactionsKind } from './import-transactions.use-case.ts';
