/** What other features may use of this one. */
export {
  type ClosedPeriod,
  closePeriods,
  listClosedPeriods,
  readClosedPeriods,
  reopenPeriods,
} from './closed-periods.repository.ts';
export { organisationsKind } from './import-organisations.use-case.ts';
export { pillarsKind } from './import-pillars.use-case.ts';
export { placesKind } from './import-places.use-case.ts';
export { programCountriesKind, refuseUnknownPrograms } from './import-program-countries.use-case.ts';
export { programOrganisationsKind } from './import-program-organisations.use-case.ts';
export { programsKind } from './import-programs.use-case.ts';
export { termsKind } from './import-terms.use-case.ts';
export {
  codeOfName,
  knownAxes,
  named,
  namedByItself,
  nameOf,
  organisationReader,
  organisationWords,
  pillarsReader,
  placeReader,
  placeWords,
  programReader,
  wordOf,
} from './known-words.ts';
export { knownOrganisations, readOrganisations } from './organisations.repository.ts';
export { above, type Parents } from './parents.ts';
export { addPlaces, knownPlaces, readPlaces } from './places.repository.ts';
export {
  nameCell,
  nameText,
  placeCell,
  programCode,
  slugCode,
} from './program-cells.ts';
export {
  knownPillars,
  knownPrograms,
  programCalls,
  programParents,
  readPillars,
  readWhereabouts,
} from './programs.repository.ts';
export { refuseClosed } from './refuse-closed.ts';
export { addTerms, readTerms, type Term } from './terms.repository.ts';
