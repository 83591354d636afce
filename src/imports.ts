import { subscriptionsKind } from './delivery/index.ts';
import { exchangeRatesKind, transactionsKind } from './funding/index.ts';
import { narrativesKind } from './narratives/index.ts';
import type { ImportKind } from './platform/csv/import-kind.ts';
import {
  organisationsKind,
  pillarsKind,
  placesKind,
  programCountriesKind,
  programOrganisationsKind,
  programsKind,
  termsKind,
} from './programs/index.ts';
import { REPORTS } from './reporting/index.ts';
import { indicatorsKind, resultsKind } from './results/index.ts';

/** Every kind of file that can be imported, in an order in which each finds what it refers to already there. */
export const importKinds: readonly ImportKind[] = [
  pillarsKind,
  placesKind,
  organisationsKind,
  indicatorsKind,
  termsKind,
  programsKind,
  programCountriesKind,
  programOrganisationsKind,
  resultsKind,
  exchangeRatesKind,
  transactionsKind,
  narrativesKind,
  subscriptionsKind(REPORTS),
];
