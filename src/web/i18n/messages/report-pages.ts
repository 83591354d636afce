import { message } from '../message.ts';

/** What a report says of its period: headline sentences, and a table of what is new. */
export const periodMessages = {
  /** "Officials trained, June 2017: 101, of which 45 approximate. To date: 123." */
  headline: message<{ name: string; period: string; inPeriod: string; toDate: string }>({
    en: '{name}, {period}: {inPeriod}. To date: {toDate}.',
    es: '{name}, {period}: {inPeriod}. Hasta la fecha: {toDate}.',
    pt: '{name}, {period}: {inPeriod}. Até o momento: {toDate}.',
    fr: '{name}, {period} : {inPeriod}. À ce jour : {toDate}.',
  }),
  headlineMoney: message<{ name: string; period: string; inPeriod: string; toDate: string }>({
    en: '{name}, {period}: {inPeriod}. To date: {toDate} (illustrative amounts).',
    es: '{name}, {period}: {inPeriod}. Hasta la fecha: {toDate} (montos ilustrativos).',
    pt: '{name}, {period}: {inPeriod}. Até o momento: {toDate} (montantes ilustrativos).',
    fr: '{name}, {period} : {inPeriod}. À ce jour : {toDate} (montants donnés à titre d’illustration).',
  }),
  nothingNew: message<{ range: string }>({
    en: 'No approved result has a period that ended in these days: {range}.',
    es: 'Ningún resultado aprobado corresponde a un período concluido en estas fechas: {range}.',
    pt: 'Nenhum resultado aprovado corresponde a um período encerrado nestas datas: {range}.',
    fr: 'Aucun résultat approuvé ne correspond à une période achevée entre ces dates : {range}.',
  }),
  running: message<{ day: string }>({
    en: 'This period is still running. Figures are those up to {day}.',
    es: 'Este período no ha concluido. Las cifras llegan hasta el {day}.',
    pt: 'Este período ainda não terminou. Os números vão até {day}.',
    fr: 'Cette période n’est pas achevée. Les chiffres vont jusqu’au {day}.',
  }),
  tableTitle: message<{ count: number; period: string }>({
    en: '{count, plural, =0 {No indicator has} one {# indicator has} other {# indicators have}} a result that ended in the period ({period})',
    es: '{count, plural, =0 {Ningún indicador tiene} one {# indicador tiene} many {# de indicadores tienen} other {# indicadores tienen}} un resultado concluido en el período ({period})',
    pt: '{count, plural, =0 {Nenhum indicador tem} one {# indicador tem} many {# de indicadores têm} other {# indicadores têm}} um resultado encerrado no período ({period})',
    fr: '{count, plural, =0 {Aucun indicateur n’a} one {# indicateur a} many {# d’indicateurs ont} other {# indicateurs ont}} un résultat achevé pendant la période ({period})',
  }),
  toDate: message({ en: 'To date', es: 'Hasta la fecha', pt: 'Até o momento', fr: 'À ce jour' }),
} as const;

/** The heading of what counts to date, in a report that begins with its period: "Funding, up to 31 December 2017". */
export const upTo = message<{ title: string; day: string }>({
  en: '{title}, up to {day}',
  es: '{title}, hasta el {day}',
  pt: '{title}, até {day}',
  fr: '{title}, jusqu’au {day}',
});

/** Headings of single reports, beyond those that they share. */
export const reportSections = {
  inFigures: message({
    en: 'The country in figures',
    es: 'El país en cifras',
    pt: 'O país em números',
    fr: 'Le pays en chiffres',
  }),
  allIndicators: message({
    en: 'All indicators',
    es: 'Todos los indicadores',
    pt: 'Todos os indicadores',
    fr: 'Tous les indicateurs',
  }),
  leadingPrograms: message({
    en: 'Programmes at a glance',
    es: 'Los programas de un vistazo',
    pt: 'Os programas em resumo',
    fr: 'Les programmes en bref',
  }),
  onTheMap: message({ en: 'On the map', es: 'En el mapa', pt: 'No mapa', fr: 'Sur la carte' }),
  results: message({ en: 'Results', es: 'Resultados', pt: 'Resultados', fr: 'Résultats' }),
  fundedPrograms: message({
    en: 'What it funds',
    es: 'Qué financia',
    pt: 'O que financia',
    fr: 'Ce qu’il finance',
  }),
  contributed: message({
    en: 'What it contributed to',
    es: 'A qué contribuyó',
    pt: 'Para que contribuiu',
    fr: 'Ce à quoi il a contribué',
  }),
  transactions: message({
    en: 'Every transaction',
    es: 'Todas las transacciones',
    pt: 'Todas as transações',
    fr: 'Toutes les transactions',
  }),
  activityOf: message<{ program: string }>({
    en: 'Activity of: {program}',
    es: 'Actividad de: {program}',
    pt: 'Atividade de: {program}',
    fr: 'Activité de : {program}',
  }),
  noPrograms: message({
    en: 'No programme runs here, and no figure names this place.',
    es: 'Ningún programa se ejecuta aquí y ninguna cifra menciona este lugar.',
    pt: 'Nenhum programa é executado aqui e nenhum número menciona este lugar.',
    fr: 'Aucun programme ne se déroule ici et aucun chiffre ne mentionne ce lieu.',
  }),
} as const;

/** The page on which reports are downloaded. */
export const reportsPageMessages = {
  lede: message({
    en: 'The figures of a month, a quarter or a year as PDF, XLSX or CSV, in the language that you choose. The same figures always make the same file.',
    es: 'Las cifras de un mes, un trimestre o un año en PDF, XLSX o CSV, en el idioma que elija. Las mismas cifras producen siempre el mismo archivo.',
    pt: 'Os números de um mês, um trimestre ou um ano em PDF, XLSX ou CSV, no idioma que você escolher. Os mesmos números produzem sempre o mesmo arquivo.',
    fr: 'Les chiffres d’un mois, d’un trimestre ou d’une année en PDF, XLSX ou CSV, dans la langue de votre choix. Les mêmes chiffres donnent toujours le même fichier.',
  }),
  aboutPortfolio: message({
    en: 'For managers: results from every side, targets against actuals, funding, all programmes and the gaps in the record.',
    es: 'Para la gestión: los resultados desde todos los ángulos, metas y resultados alcanzados, financiamiento, todos los programas y las lagunas de información.',
    pt: 'Para a gestão: os resultados por todos os ângulos, metas e resultados realizados, financiamento, todos os programas e as lacunas de informação.',
    fr: 'Pour la direction : les résultats sous tous les angles, cibles et résultats obtenus, financements, tous les programmes et les lacunes d’information.',
  }),
  aboutCountry: message({
    en: 'One country: each programme with its fields and results, the country’s own figures and its funding.',
    es: 'Un país: cada programa con sus campos y resultados, las cifras propias del país y su financiamiento.',
    pt: 'Um país: cada programa com seus campos e resultados, os números próprios do país e seu financiamento.',
    fr: 'Un pays : chaque programme avec ses champs et ses résultats, les chiffres propres au pays et ses financements.',
  }),
  aboutDonor: message({
    en: 'One donor: what it funds, what it contributed to, and every transaction of its own. Nobody else’s money is in it.',
    es: 'Un donante: qué financia, a qué contribuyó y cada una de sus transacciones. No incluye dinero de nadie más.',
    pt: 'Um doador: o que financia, para que contribuiu e cada uma de suas transações. Não inclui recursos de mais ninguém.',
    fr: 'Un donateur : ce qu’il finance, ce à quoi il a contribué et chacune de ses transactions. L’argent de personne d’autre n’y figure.',
  }),
  period: message({
    en: 'Period (2017-06, 2017-Q2 or 2017)',
    es: 'Período (2017-06, 2017-Q2 o 2017)',
    pt: 'Período (2017-06, 2017-Q2 ou 2017)',
    fr: 'Période (2017-06, 2017-Q2 ou 2017)',
  }),
  language: message({ en: 'Language', es: 'Idioma', pt: 'Idioma', fr: 'Langue' }),
  paper: message({ en: 'Paper', es: 'Papel', pt: 'Papel', fr: 'Papier' }),
  a4: message({ en: 'A4', es: 'A4', pt: 'A4', fr: 'A4' }),
  letter: message({ en: 'Letter', es: 'Carta', pt: 'Carta', fr: 'Lettre' }),
  issued: message({
    en: 'Issued reports',
    es: 'Informes emitidos',
    pt: 'Relatórios emitidos',
    fr: 'Rapports diffusés',
  }),
  issuedLede: message({
    en: 'Frozen as they were sent. What was approved since is not in them.',
    es: 'Congelados tal como se enviaron. Lo que se aprobó después no figura en ellos.',
    pt: 'Congelados como foram enviados. O que foi aprovado depois não consta deles.',
    fr: 'Figés tels qu’ils ont été envoyés. Ce qui a été approuvé depuis n’y figure pas.',
  }),
  noneIssued: message({
    en: 'None issued yet',
    es: 'Todavía no se ha emitido ninguno',
    pt: 'Nenhum emitido até agora',
    fr: 'Aucun n’a encore été diffusé',
  }),
  noneIssuedText: message({
    en: 'The schedule issues the month’s reports on the first day of the next one.',
    es: 'Los informes del mes se emiten de forma programada el primer día del mes siguiente.',
    pt: 'Os relatórios do mês são emitidos de forma programada no primeiro dia do mês seguinte.',
    fr: 'Les rapports du mois sont diffusés automatiquement le premier jour du mois suivant.',
  }),
  report: message({ en: 'Report', es: 'Informe', pt: 'Relatório', fr: 'Rapport' }),
  pages: message({ en: 'Pages', es: 'Páginas', pt: 'Páginas', fr: 'Pages' }),
} as const;
