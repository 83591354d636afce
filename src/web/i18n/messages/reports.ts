import type { ReportName } from '../../../core/report/definitions.ts';
import { type Message, message } from '../message.ts';

/** Titles, headings and furniture of the reports; keys of `reportTitles` are the reports' names. */
export const reportTitles: Readonly<Record<ReportName, Message>> = {
  portfolio: message({
    en: 'Portfolio report',
    es: 'Informe de la cartera de programas',
    pt: 'Relatório da carteira de programas',
    fr: 'Rapport sur le portefeuille de programmes',
  }),
  'country-fact-sheet': message({
    en: 'Country fact sheet',
    es: 'Ficha informativa del país',
    pt: 'Ficha informativa do país',
    fr: 'Fiche d’information du pays',
  }),
  'donor-funding-summary': message({
    en: 'Donor funding summary',
    es: 'Resumen del financiamiento por donante',
    pt: 'Resumo do financiamento por doador',
    fr: 'Récapitulatif des financements par donateur',
  }),
};

export const reportMessages = {
  /** "Portfolio report, June 2017": the document's title, and the subject of the e-mail. */
  titleOfPeriod: message<{ title: string; period: string }>({
    en: '{title}, {period}',
    es: '{title}, {period}',
    pt: '{title}, {period}',
    fr: '{title}, {period}',
  }),
  /** "Country fact sheet: Costa Rica, June 2017". */
  titleOfScopeAndPeriod: message<{ title: string; scope: string; period: string }>({
    en: '{title}: {scope}, {period}',
    es: '{title}: {scope}, {period}',
    pt: '{title}: {scope}, {period}',
    fr: '{title} : {scope}, {period}',
  }),
  period: message({ en: 'Period', es: 'Período', pt: 'Período', fr: 'Période' }),
  cutOff: message({
    en: 'Cut-off date',
    es: 'Fecha de corte',
    pt: 'Data de corte',
    fr: 'Date d’arrêté des données',
  }),
  known: message({
    en: 'As known on',
    es: 'Según lo conocido el',
    pt: 'Conforme conhecido em',
    fr: 'Tel que connu le',
  }),
  wholePortfolio: message({
    en: 'All programmes',
    es: 'Todos los programas',
    pt: 'Todos os programas',
    fr: 'Tous les programmes',
  }),
  issue: message({ en: 'Issue', es: 'Edición', pt: 'Edição', fr: 'Édition' }),
  approvedOnly: message({
    en: 'Only figures approved by the cut-off date are counted.',
    es: 'Solo se cuentan las cifras aprobadas hasta la fecha de corte.',
    pt: 'São contados apenas os números aprovados até a data de corte.',
    fr: 'Seuls sont comptés les chiffres approuvés à la date d’arrêté des données.',
  }),
  illustrativeMoney: message({
    en: 'Amounts of money in this report are illustrative, generated for demonstration; they are nobody’s contribution.',
    es: 'Los montos de este informe son ilustrativos, generados con fines de demostración; no son contribución de nadie.',
    pt: 'Os montantes deste relatório são ilustrativos, gerados para fins de demonstração; não são contribuição de ninguém.',
    fr: 'Les montants de ce rapport sont donnés à titre d’illustration, générés aux fins de démonstration ; ils ne sont la contribution de personne.',
  }),
  /** Foot of a page; `{page}` and `{pages}` are left for the renderer, which alone knows them. */
  pageOf: message<{ page: string; pages: string }>({
    en: 'Page {page} of {pages}',
    es: 'Página {page} de {pages}',
    pt: 'Página {page} de {pages}',
    fr: 'Page {page} sur {pages}',
  }),
  footerIssue: message<{ hash: string }>({
    en: 'Issue {hash}',
    es: 'Edición {hash}',
    pt: 'Edição {hash}',
    fr: 'Édition {hash}',
  }),

  headlines: message({
    en: 'The period in figures',
    es: 'El período en cifras',
    pt: 'O período em números',
    fr: 'La période en chiffres',
  }),
  resultsByCountry: message({
    en: 'Results by country',
    es: 'Resultados por país',
    pt: 'Resultados por país',
    fr: 'Résultats par pays',
  }),
  funding: message({ en: 'Funding', es: 'Financiamiento', pt: 'Financiamento', fr: 'Financements' }),
  programs: message({ en: 'Programmes', es: 'Programas', pt: 'Programas', fr: 'Programmes' }),
  gaps: message({
    en: 'Gaps in the record',
    es: 'Lagunas de información',
    pt: 'Lacunas de informação',
    fr: 'Lacunes d’information',
  }),
  noResults: message({
    en: 'No result reported.',
    es: 'Ningún resultado notificado.',
    pt: 'Nenhum resultado informado.',
    fr: 'Aucun résultat communiqué.',
  }),
  noFunding: message({
    en: 'No amount recorded.',
    es: 'Ningún monto registrado.',
    pt: 'Nenhum montante registrado.',
    fr: 'Aucun montant renseigné.',
  }),
} as const;

/** The fields of a fact sheet, in the order of the sheets that it replaces. */
export const factSheetFields = {
  pillar: message({ en: 'Pillar', es: 'Pilar', pt: 'Pilar', fr: 'Pilier' }),
  name: message({
    en: 'Name of the activity',
    es: 'Nombre de la actividad',
    pt: 'Nome da atividade',
    fr: 'Nom de l’activité',
  }),
  dates: message({ en: 'Dates', es: 'Fechas', pt: 'Datas', fr: 'Dates' }),
  beneficiaries: message({
    en: 'Target beneficiaries',
    es: 'Beneficiarios previstos',
    pt: 'Beneficiários previstos',
    fr: 'Bénéficiaires visés',
  }),
  link: message({
    en: 'Additional information',
    es: 'Información adicional',
    pt: 'Informações adicionais',
    fr: 'Informations complémentaires',
  }),
  donors: message({ en: 'Donors', es: 'Donantes', pt: 'Doadores', fr: 'Donateurs' }),
  summary: message({
    en: 'Summary of the programme',
    es: 'Resumen del programa',
    pt: 'Resumo do programa',
    fr: 'Résumé du programme',
  }),
  objectives: message({ en: 'Objectives', es: 'Objetivos', pt: 'Objetivos', fr: 'Objectifs' }),
  results: message({
    en: 'Results achieved',
    es: 'Resultados alcanzados',
    pt: 'Resultados realizados',
    fr: 'Résultats obtenus',
  }),
  targets: message({ en: 'Targets', es: 'Metas', pt: 'Metas', fr: 'Cibles' }),
  identifier: message({
    en: 'IATI identifier',
    es: 'Identificador IATI',
    pt: 'Identificador IATI',
    fr: 'Identifiant IITA',
  }),
  unit: message({
    en: 'Unit in charge',
    es: 'Dependencia responsable',
    pt: 'Unidade responsável',
    fr: 'Service responsable',
  }),
  organisations: message({
    en: 'Implementing organisations and partners',
    es: 'Organizaciones ejecutoras y asociadas',
    pt: 'Organizações executoras e parceiras',
    fr: 'Organisations d’exécution et partenaires',
  }),
  places: message({
    en: 'Countries and regions',
    es: 'Países y regiones',
    pt: 'Países e regiões',
    fr: 'Pays et régions',
  }),
  status: message({ en: 'Status', es: 'Estado', pt: 'Situação', fr: 'État' }),
  note: message({ en: 'Note', es: 'Nota', pt: 'Nota', fr: 'Note' }),
} as const;
