import { type Message, message } from '../message.ts';
import { accessMessages } from './access.ts';
import { blockMessages } from './blocks.ts';
import { chartMessages } from './charts.ts';
import { deliveryMessages } from './deliveries.ts';
import { workbookMessages } from './exports.ts';
import { filterMessages } from './filters.ts';
import { historyMessages } from './history.ts';
import { narrativeMessages } from './narratives.ts';
import { pageMessages } from './pages.ts';
import { reportsPageMessages } from './report-pages.ts';
import { factSheetFields } from './reports.ts';
import { sendingTimeMessages, subscriptionMessages } from './subscriptions.ts';
import { targetMessages } from './targets.ts';
import { totalsMessages } from './totals.ts';

type Words = Readonly<Record<string, Message>>;

/** A column of translations, by the label of what it translates. */
export const columnIn = message<{ label: string; language: string }>({
  en: '{label} ({language})',
  es: '{label} ({language})',
  pt: '{label} ({language})',
  fr: '{label} ({language})',
});

const ref = message({ en: 'Own key', es: 'Clave propia', pt: 'Chave própria', fr: 'Votre clé' });
const code = message({ en: 'Code', es: 'Código', pt: 'Código', fr: 'Code' });
const noteFor = message({
  en: 'Who may read the note',
  es: 'Quién puede leer la nota',
  pt: 'Quem pode ler a nota',
  fr: 'Qui peut lire la note',
});
const reason = message({
  en: 'Reason for the change',
  es: 'Motivo del cambio',
  pt: 'Motivo da alteração',
  fr: 'Motif du changement',
});
const overTime = message({ en: 'Over time', es: 'En el tiempo', pt: 'No tempo', fr: 'Dans le temps' });
const overPlaces = message({
  en: 'Over places',
  es: 'Entre lugares',
  pt: 'Entre lugares',
  fr: 'Entre les lieux',
});
const kindOfOrganisation = message({
  en: 'Kind of organisation',
  es: 'Tipo de organización',
  pt: 'Tipo de organização',
  fr: 'Type d’organisation',
});

const periodStart = message({
  en: 'First day of the period',
  es: 'Primer día del período',
  pt: 'Primeiro dia do período',
  fr: 'Premier jour de la période',
});
const periodEnd = message({
  en: 'Last day of the period',
  es: 'Último día del período',
  pt: 'Último dia do período',
  fr: 'Dernier jour de la période',
});
const datePrecision = message({
  en: 'Precision of the dates',
  es: 'Precisión de las fechas',
  pt: 'Precisão das datas',
  fr: 'Précision des dates',
});
const sheet = message({
  en: 'Source document',
  es: 'Documento fuente',
  pt: 'Documento de origem',
  fr: 'Document source',
});
const sheetFor = message({
  en: 'Who may read the source',
  es: 'Quién puede leer la fuente',
  pt: 'Quem pode ler a fonte',
  fr: 'Qui peut lire la source',
});

/** What the columns of each kind of file are called in a form, by the name of the kind; translations aside. */
export const columnLabels: Readonly<Record<string, Words>> = {
  pillars: { code, name: accessMessages.name },
  places: {
    code,
    kind: filterMessages.country,
    name: accessMessages.name,
    countries: message({
      en: 'Countries it holds',
      es: 'Países que abarca',
      pt: 'Países que abrange',
      fr: 'Pays qu’elle comprend',
    }),
    member_from: message({
      en: 'Member since',
      es: 'Miembro desde',
      pt: 'Membro desde',
      fr: 'Membre depuis',
    }),
    member_to: message({
      en: 'End of membership',
      es: 'Fin de la membresía',
      pt: 'Fim da filiação',
      fr: 'Fin de l’adhésion',
    }),
  },
  organisations: {
    name: accessMessages.name,
    kind: kindOfOrganisation,
    country: pageMessages.country,
    identifier: factSheetFields.identifier,
  },
  indicators: {
    indicator: filterMessages.indicator,
    unit: totalsMessages.unit,
    measure: workbookMessages.measure,
    combine_time: overTime,
    combine_place: overPlaces,
    people: message({
      en: 'Persons or attendances',
      es: 'Personas o asistencias',
      pt: 'Pessoas ou participações',
      fr: 'Personnes ou participations',
    }),
    reports_every: message({
      en: 'Reported every',
      es: 'Se informa cada',
      pt: 'Informado a cada',
      fr: 'À renseigner chaque',
    }),
    evidence_required: message({
      en: 'Evidence required',
      es: 'Requiere evidencia',
      pt: 'Exige evidência',
      fr: 'Justificatif exigé',
    }),
  },
  terms: {
    list: message({ en: 'List', es: 'Lista', pt: 'Lista', fr: 'Liste' }),
    code,
    label: message({
      en: 'What people read',
      es: 'Lo que lee la gente',
      pt: 'O que as pessoas leem',
      fr: 'Ce que lisent les gens',
    }),
  },
  programs: {
    code,
    parent: message({
      en: 'Programme above it',
      es: 'Programa superior',
      pt: 'Programa superior',
      fr: 'Programme supérieur',
    }),
    title: workbookMessages.title,
    unit: factSheetFields.unit,
    pillar: filterMessages.pillar,
    status: factSheetFields.status,
    start: chartMessages.start,
    end: chartMessages.end,
    beneficiaries: factSheetFields.beneficiaries,
    beneficiaries_for: message({
      en: 'Who may read the beneficiaries',
      es: 'Quién puede leer los beneficiarios',
      pt: 'Quem pode ler os beneficiários',
      fr: 'Qui peut lire les bénéficiaires',
    }),
    link: message({ en: 'Web page', es: 'Página web', pt: 'Página na internet', fr: 'Page web' }),
    note: factSheetFields.note,
    note_for: noteFor,
    summary: factSheetFields.summary,
    summary_for: message({
      en: 'Who may read the summary',
      es: 'Quién puede leer el resumen',
      pt: 'Quem pode ler o resumo',
      fr: 'Qui peut lire le résumé',
    }),
    objectives: factSheetFields.objectives,
    objectives_for: message({
      en: 'Who may read the objectives',
      es: 'Quién puede leer los objetivos',
      pt: 'Quem pode ler os objetivos',
      fr: 'Qui peut lire les objectifs',
    }),
    identifier: factSheetFields.identifier,
  },
  'program-countries': {
    program: filterMessages.program,
    country_or_region: filterMessages.country,
    share: totalsMessages.share,
  },
  'program-organisations': {
    program: filterMessages.program,
    organisation: workbookMessages.organisation,
    kind: kindOfOrganisation,
    country: pageMessages.country,
    role: accessMessages.role,
  },
  results: {
    ref,
    program: filterMessages.program,
    indicator: filterMessages.indicator,
    unit: totalsMessages.unit,
    kind: message({
      en: 'Result or target',
      es: 'Resultado o meta',
      pt: 'Resultado ou meta',
      fr: 'Résultat ou cible',
    }),
    country_or_region: filterMessages.country,
    period_start: periodStart,
    period_end: periodEnd,
    date_precision: datePrecision,
    qualifier: blockMessages.qualifier,
    value: workbookMessages.value,
    denominator: message({ en: 'Of how many', es: 'De cuántos', pt: 'De quantos', fr: 'Sur combien' }),
    baseline: targetMessages.baseline,
    baseline_denominator: message({
      en: 'Baseline: of how many',
      es: 'Línea de base: de cuántos',
      pt: 'Linha de base: de quantos',
      fr: 'Valeur de référence : sur combien',
    }),
    baseline_date: targetMessages.baselineDate,
    breakdown: historyMessages.breakdown,
    sheet,
    sheet_for: sheetFor,
    note: factSheetFields.note,
    note_for: noteFor,
    combine_time: overTime,
    combine_place: overPlaces,
    part_of: message({ en: 'Part of', es: 'Parte de', pt: 'Parte de', fr: 'Partie de' }),
    status: factSheetFields.status,
    reason,
  },
  'exchange-rates': {
    currency: blockMessages.currency,
    date: message({
      en: 'Day of the rate',
      es: 'Día del tipo de cambio',
      pt: 'Dia da taxa de câmbio',
      fr: 'Jour du taux',
    }),
    rate: totalsMessages.exchangeRate,
    source: workbookMessages.source,
  },
  transactions: {
    ref,
    program: filterMessages.program,
    type: blockMessages.type,
    value_date: message({
      en: 'Day of the transaction',
      es: 'Día de la transacción',
      pt: 'Dia da transação',
      fr: 'Jour de la transaction',
    }),
    amount: totalsMessages.amount,
    currency: blockMessages.currency,
    provider: filterMessages.donor,
    receiver: historyMessages.receiver,
    country_or_region: filterMessages.country,
    illustrative: message({
      en: 'Illustrative amount',
      es: 'Monto ilustrativo',
      pt: 'Montante ilustrativo',
      fr: 'Montant à titre d’illustration',
    }),
    note: factSheetFields.note,
    note_for: noteFor,
    status: factSheetFields.status,
    reason,
  },
  narratives: {
    ref,
    program: filterMessages.program,
    country_or_region: filterMessages.country,
    section: narrativeMessages.section,
    period_start: periodStart,
    period_end: periodEnd,
    date_precision: datePrecision,
    text: narrativeMessages.text,
    text_for: message({
      en: 'Who may read the text',
      es: 'Quién puede leer el texto',
      pt: 'Quem pode ler o texto',
      fr: 'Qui peut lire le texte',
    }),
    sheet,
    sheet_for: sheetFor,
    status: factSheetFields.status,
    reason,
  },
  subscriptions: {
    email: accessMessages.email,
    name: accessMessages.name,
    report: deliveryMessages.report,
    lang: deliveryMessages.language,
    paper: reportsPageMessages.paper,
    frequency: subscriptionMessages.often,
    delivered_as: subscriptionMessages.comes,
    day: sendingTimeMessages.day,
    hour: sendingTimeMessages.hour,
    zone: sendingTimeMessages.zone,
    when_nothing_new: subscriptionMessages.whenNothingNew,
    needs_approval: subscriptionMessages.needsApproval,
    pillar: filterMessages.pillar,
    country: filterMessages.country,
    donor: filterMessages.donor,
    active: message({ en: 'In force', es: 'Vigente', pt: 'Em vigor', fr: 'En vigueur' }),
  },
};

/** What one row of each kind of file is called, and several, within a sentence. */
export const kindNames: Readonly<Record<string, { readonly one: Message; readonly many: Message }>> = {
  pillars: {
    one: message({ en: 'pillar', es: 'pilar', pt: 'pilar', fr: 'pilier' }),
    many: message({ en: 'pillars', es: 'pilares', pt: 'pilares', fr: 'piliers' }),
  },
  places: {
    one: message({
      en: 'country or region',
      es: 'país o región',
      pt: 'país ou região',
      fr: 'pays ou région',
    }),
    many: message({
      en: 'countries and regions',
      es: 'países y regiones',
      pt: 'países e regiões',
      fr: 'pays et régions',
    }),
  },
  organisations: {
    one: message({ en: 'organisation', es: 'organización', pt: 'organização', fr: 'organisation' }),
    many: message({ en: 'organisations', es: 'organizaciones', pt: 'organizações', fr: 'organisations' }),
  },
  indicators: {
    one: message({ en: 'indicator', es: 'indicador', pt: 'indicador', fr: 'indicateur' }),
    many: message({ en: 'indicators', es: 'indicadores', pt: 'indicadores', fr: 'indicateurs' }),
  },
  terms: {
    one: message({
      en: 'term of the vocabulary',
      es: 'término del vocabulario',
      pt: 'termo do vocabulário',
      fr: 'terme du vocabulaire',
    }),
    many: message({
      en: 'terms of the vocabulary',
      es: 'términos del vocabulario',
      pt: 'termos do vocabulário',
      fr: 'termes du vocabulaire',
    }),
  },
  programs: {
    one: message({ en: 'programme', es: 'programa', pt: 'programa', fr: 'programme' }),
    many: message({ en: 'programmes', es: 'programas', pt: 'programas', fr: 'programmes' }),
  },
  'program-countries': {
    one: message({
      en: 'country of a programme',
      es: 'país de un programa',
      pt: 'país de um programa',
      fr: 'pays d’un programme',
    }),
    many: message({
      en: 'countries of programmes',
      es: 'países de los programas',
      pt: 'países dos programas',
      fr: 'pays des programmes',
    }),
  },
  'program-organisations': {
    one: message({
      en: 'organisation of a programme',
      es: 'organización de un programa',
      pt: 'organização de um programa',
      fr: 'organisation d’un programme',
    }),
    many: message({
      en: 'organisations of programmes',
      es: 'organizaciones de los programas',
      pt: 'organizações dos programas',
      fr: 'organisations des programmes',
    }),
  },
  results: {
    one: message({ en: 'result', es: 'resultado', pt: 'resultado', fr: 'résultat' }),
    many: message({ en: 'results', es: 'resultados', pt: 'resultados', fr: 'résultats' }),
  },
  'exchange-rates': {
    one: message({ en: 'exchange rate', es: 'tipo de cambio', pt: 'taxa de câmbio', fr: 'taux de change' }),
    many: message({
      en: 'exchange rates',
      es: 'tipos de cambio',
      pt: 'taxas de câmbio',
      fr: 'taux de change',
    }),
  },
  transactions: {
    one: message({ en: 'transaction', es: 'transacción', pt: 'transação', fr: 'transaction' }),
    many: message({ en: 'transactions', es: 'transacciones', pt: 'transações', fr: 'transactions' }),
  },
  narratives: {
    one: message({ en: 'text', es: 'texto', pt: 'texto', fr: 'texte' }),
    many: message({ en: 'texts', es: 'textos', pt: 'textos', fr: 'textes' }),
  },
  subscriptions: {
    one: message({ en: 'subscription', es: 'suscripción', pt: 'assinatura', fr: 'abonnement' }),
    many: message({ en: 'subscriptions', es: 'suscripciones', pt: 'assinaturas', fr: 'abonnements' }),
  },
};
