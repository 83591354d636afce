import { message } from '../message.ts';

/** The filter bar. */
export const filterMessages = {
  title: message({ en: 'Filters', es: 'Filtros', pt: 'Filtros', fr: 'Filtres' }),
  pillar: message({ en: 'Pillar', es: 'Pilar', pt: 'Pilar', fr: 'Pilier' }),
  country: message({
    en: 'Country or region',
    es: 'País o región',
    pt: 'País ou região',
    fr: 'Pays ou région',
  }),
  donor: message({ en: 'Donor', es: 'Donante', pt: 'Doador', fr: 'Donateur' }),
  program: message({ en: 'Programme', es: 'Programa', pt: 'Programa', fr: 'Programme' }),
  indicator: message({ en: 'Indicator', es: 'Indicador', pt: 'Indicador', fr: 'Indicateur' }),
  days: message({
    en: 'Other days, or as known at a past moment',
    es: 'Otros días, o según lo conocido en un momento pasado',
    pt: 'Outros dias, ou conforme conhecido em um momento passado',
    fr: 'D’autres jours, ou tel que connu à un moment passé',
  }),
  from: message({ en: 'From', es: 'Desde', pt: 'De', fr: 'Du' }),
  asOf: message({
    en: 'As known on',
    es: 'Según lo conocido el',
    pt: 'Conforme conhecido em',
    fr: 'Tel que connu le',
  }),
  to: message({ en: 'To', es: 'Hasta', pt: 'Até', fr: 'Au' }),
  allPillars: message({
    en: 'All pillars',
    es: 'Todos los pilares',
    pt: 'Todos os pilares',
    fr: 'Tous les piliers',
  }),
  allCountries: message({
    en: 'All places',
    es: 'Todos los lugares',
    pt: 'Todos os lugares',
    fr: 'Tous les lieux',
  }),
  allDonors: message({
    en: 'All donors',
    es: 'Todos los donantes',
    pt: 'Todos os doadores',
    fr: 'Tous les donateurs',
  }),
  allPrograms: message({
    en: 'All programmes',
    es: 'Todos los programas',
    pt: 'Todos os programas',
    fr: 'Tous les programmes',
  }),
  allIndicators: message({
    en: 'All indicators',
    es: 'Todos los indicadores',
    pt: 'Todos os indicadores',
    fr: 'Tous les indicateurs',
  }),
  /** Of a field for what is too long a list to choose from. */
  nameOrCode: message({
    en: 'A name, a part of it, or a code',
    es: 'Un nombre, una parte de él o un código',
    pt: 'Um nome, uma parte dele ou um código',
    fr: 'Un nom, une partie du nom ou un code',
  }),
  /** In the field for a further value, beside what is chosen already. */
  another: message({ en: 'or also …', es: 'o también…', pt: 'ou também…', fr: 'ou aussi…' }),
  anotherOf: message<{ label: string }>({
    en: '{label}, another one',
    es: '{label}, otra opción',
    pt: '{label}, outra opção',
    fr: '{label}, autre choix',
  }),
  countries: message({ en: 'Countries', es: 'Países', pt: 'Países', fr: 'Pays' }),
  regions: message({ en: 'Regions', es: 'Regiones', pt: 'Regiões', fr: 'Régions' }),
  apply: message({ en: 'Show', es: 'Mostrar', pt: 'Mostrar', fr: 'Afficher' }),
  clear: message({ en: 'Clear all', es: 'Quitar todos', pt: 'Limpar tudo', fr: 'Tout retirer' }),
  active: message({
    en: 'Active filters',
    es: 'Filtros activos',
    pt: 'Filtros ativos',
    fr: 'Filtres actifs',
  }),
  chip: message<{ label: string; value: string }>({
    en: '{label}: {value}',
    es: '{label}: {value}',
    pt: '{label}: {value}',
    fr: '{label} : {value}',
  }),
  remove: message<{ filter: string }>({
    en: 'Remove the filter {filter}',
    es: 'Quitar el filtro {filter}',
    pt: 'Remover o filtro {filter}',
    fr: 'Retirer le filtre {filter}',
  }),
} as const;
