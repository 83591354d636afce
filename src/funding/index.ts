/** What other features may use of this one. */
export { exchangeRatesKind } from './import-exchange-rates.use-case.ts';
export { transactionsKind } from './import-transactions.use-case.ts';
