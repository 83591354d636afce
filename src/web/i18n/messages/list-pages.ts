import { message } from '../message.ts';

/** Lists that come in pages: what is found, in which order, and where all of it is. */
export const listMessages = {
  /** What several rows of a list say, told once beneath it. */
  noteOfRows: message<{ note: string; count: number }>({
    en: '{note} (in {count, number} of these rows)',
    es: '{note} (en {count, number} de estas filas)',
    pt: '{note} (em {count, number} destas linhas)',
    fr: '{note} (dans {count, number} de ces lignes)',
  }),
  allRows: message<{ count: number }>({
    en: '{count, plural, one {# row} other {All # rows}}',
    es: '{count, plural, one {# fila} many {Todas: # de filas} other {Las # filas}}',
    pt: '{count, plural, one {# linha} many {Todas: # de linhas} other {Todas as # linhas}}',
    fr: '{count, plural, one {# ligne} many {Toutes : # de lignes} other {Les # lignes}}',
  }),
  allRowsOf: message<{ count: number; title: string }>({
    en: '{count, plural, one {# row} other {All # rows}}: {title}',
    es: '{count, plural, one {# fila} many {Todas: # de filas} other {Las # filas}}: {title}',
    pt: '{count, plural, one {# linha} many {Todas: # de linhas} other {Todas as # linhas}}: {title}',
    fr: '{count, plural, one {# ligne} many {Toutes : # de lignes} other {Les # lignes}} : {title}',
  }),
  /** Beneath some of the rows of a list: the total is of them all. */
  totalOfAll: message<{ count: number }>({
    en: 'Total of all {count, number} rows',
    es: 'Total de todas las filas ({count, number})',
    pt: 'Total de todas as linhas ({count, number})',
    fr: 'Total de toutes les lignes ({count, number})',
  }),
  allRowsAsTable: message<{ count: number }>({
    en: 'Show all {count, number} as a table',
    es: 'Mostrar todo como tabla ({count, number})',
    pt: 'Mostrar tudo como tabela ({count, number})',
    fr: 'Tout afficher sous forme de tableau ({count, number})',
  }),
  /** A link as it is read out, with what it is of. */
  namedLink: message<{ words: string; title: string }>({
    en: '{words}: {title}',
    es: '{words}: {title}',
    pt: '{words}: {title}',
    fr: '{words} : {title}',
  }),
  allOfGap: message<{ count: number }>({
    en: 'All {count, number}',
    es: 'Ver los {count, number} casos',
    pt: 'Ver os {count, number} casos',
    fr: 'Voir les {count, number} cas',
  }),
  /** Before the names of breakdowns that are not shown. */
  alsoBy: message({
    en: 'Also broken down by:',
    es: 'También se desglosa por:',
    pt: 'Também é desagregado por:',
    fr: 'Également ventilé par :',
  }),
  search: message({ en: 'Search', es: 'Buscar', pt: 'Buscar', fr: 'Rechercher' }),
  searchPrograms: message({
    en: 'Search by code or title',
    es: 'Buscar por código o título',
    pt: 'Buscar por código ou título',
    fr: 'Rechercher par code ou titre',
  }),
  searchRows: message({
    en: 'Search in these rows',
    es: 'Buscar en estas filas',
    pt: 'Buscar nestas linhas',
    fr: 'Rechercher dans ces lignes',
  }),
  found: message<{ count: number; search: string }>({
    en: '{count, plural, =0 {Nothing} one {# row} other {# rows}} found for “{search}”.',
    es: '{count, plural, =0 {No se encontró nada} one {Se encontró # fila} many {Se encontraron # de filas} other {Se encontraron # filas}} para «{search}».',
    pt: '{count, plural, =0 {Nada encontrado} one {# linha encontrada} many {# de linhas encontradas} other {# linhas encontradas}} para “{search}”.',
    fr: '{count, plural, =0 {Aucun résultat} one {# ligne trouvée} many {# de lignes trouvées} other {# lignes trouvées}} pour « {search} ».',
  }),
  clearSearch: message({
    en: 'Show all',
    es: 'Mostrar todo',
    pt: 'Mostrar tudo',
    fr: 'Tout afficher',
  }),
  orderBy: message<{ column: string }>({
    en: 'Order by: {column}',
    es: 'Ordenar por: {column}',
    pt: 'Ordenar por: {column}',
    fr: 'Trier par : {column}',
  }),
  back: message({
    en: 'Back to the page',
    es: 'Volver a la página',
    pt: 'Voltar à página',
    fr: 'Retour à la page',
  }),
} as const;
