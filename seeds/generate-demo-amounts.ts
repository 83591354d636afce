/** Writes exchange-rates.csv and transactions.csv beside itself: `node seeds/generate-demo-amounts.ts`. */
import { writeFileSync } from 'node:fs';
import { demoRates, demoTransactions } from './demo-amounts.ts';
import { exchangeRatesCsv, transactionsCsv } from './demo-amounts-csv.ts';
import { seedAddress, seedRows } from './seed-files.adapter.ts';

const transactions = demoTransactions({
  programs: seedRows('programs'),
  places: seedRows('program-countries'),
  organisations: seedRows('program-organisations'),
});
writeFileSync(seedAddress('exchange-rates'), exchangeRatesCsv(demoRates()));
writeFileSync(seedAddress('transactions'), transactionsCsv(transactions));
console.log(`${transactions.length} demonstration transactions written`);
