import { type Message, message } from '../message.ts';
import { administrationMessages } from './administration.ts';
import { qualifierWords } from './blocks.ts';
import { sectionWords } from './narratives.ts';
import { pageMessages } from './pages.ts';
import { readerMessages } from './readers.ts';
import { reportsPageMessages } from './report-pages.ts';
import { reportTitles } from './reports.ts';
import { deliveredAsMessages, frequencyMessages, whenNothingNewMessages } from './subscriptions.ts';
import { totalsMessages } from './totals.ts';

type Words = Readonly<Record<string, Message>>;

/** Whose a text is. */
const readerships = {
  everybody: readerMessages.everybody,
  organisation: readerMessages.organisationAlone,
} as const;

const notAddedUp = message({
  en: 'Not added up',
  es: 'No se suman',
  pt: 'Não se somam',
  fr: 'Ne s’additionnent pas',
});
const addedUp = message({ en: 'Added up', es: 'Se suman', pt: 'Somam-se', fr: 'S’additionnent' });
const combinedTimes = {
  sum: addedUp,
  latest: message({
    en: 'The latest counts',
    es: 'Cuenta la última',
    pt: 'Conta o último',
    fr: 'Le dernier compte',
  }),
  none: notAddedUp,
} as const;
const combinedPlaces = { sum: addedUp, none: notAddedUp } as const;

const rowStatuses = {
  draft: message({ en: 'Draft', es: 'Borrador', pt: 'Rascunho', fr: 'Brouillon' }),
  submitted: message({
    en: 'Submitted for approval',
    es: 'Presentada para aprobación',
    pt: 'Enviada para aprovação',
    fr: 'Soumise à approbation',
  }),
  approved: message({ en: 'Approved', es: 'Aprobada', pt: 'Aprovada', fr: 'Approuvée' }),
  returned: message({
    en: 'Returned for correction',
    es: 'Devuelta para corrección',
    pt: 'Devolvida para correção',
    fr: 'Renvoyée pour correction',
  }),
  withdrawn: message({ en: 'Withdrawn', es: 'Retirada', pt: 'Retirada', fr: 'Retirée' }),
} as const;

const datePrecisions = {
  day: message({ en: 'Day', es: 'Día', pt: 'Dia', fr: 'Jour' }),
  month: totalsMessages.month,
  year: totalsMessages.year,
  none: message({ en: 'Undated', es: 'Sin fecha', pt: 'Sem data', fr: 'Sans date' }),
} as const;

const { yes, no } = administrationMessages;

/**
 * The words for what a column takes where it takes a few, by the kind of file and the column. Languages are called what
 * they call themselves (`AUTONYMS`), and currencies by their codes.
 */
export const choiceWords: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  places: { kind: { country: pageMessages.country, region: pageMessages.region } },
  indicators: {
    measure: {
      count: message({ en: 'Count', es: 'Recuento', pt: 'Contagem', fr: 'Dénombrement' }),
      amount: totalsMessages.amount,
      ratio: message({
        en: 'Ratio, as 14 of 17',
        es: 'Razón, como 14 de 17',
        pt: 'Razão, como 14 de 17',
        fr: 'Rapport, comme 14 sur 17',
      }),
      rate: message({
        en: 'Rate, index or average',
        es: 'Tasa, índice o promedio',
        pt: 'Taxa, índice ou média',
        fr: 'Taux, indice ou moyenne',
      }),
      milestone: message({ en: 'Milestone', es: 'Hito', pt: 'Marco', fr: 'Jalon' }),
      text: message({ en: 'Text', es: 'Texto', pt: 'Texto', fr: 'Texte' }),
    },
    combine_time: combinedTimes,
    combine_place: combinedPlaces,
    people: {
      persons: message({ en: 'Persons', es: 'Personas', pt: 'Pessoas', fr: 'Personnes' }),
      attendances: message({
        en: 'Attendances',
        es: 'Asistencias',
        pt: 'Participações',
        fr: 'Participations',
      }),
    },
    reports_every: {
      month: totalsMessages.month,
      quarter: totalsMessages.quarter,
      'half-year': message({ en: 'Half-year', es: 'Semestre', pt: 'Semestre', fr: 'Semestre' }),
      year: totalsMessages.year,
    },
    evidence_required: { yes, no },
  },
  programs: {
    status: {
      planned: totalsMessages.planned,
      ongoing: totalsMessages.ongoing,
      closed: totalsMessages.closed,
    },
    beneficiaries_for: readerships,
    note_for: readerships,
    summary_for: readerships,
    objectives_for: readerships,
  },
  'program-organisations': {
    role: {
      funding: totalsMessages.funding,
      implementing: totalsMessages.implementing,
      partner: totalsMessages.partner,
    },
  },
  results: {
    kind: {
      target: totalsMessages.target,
      actual: message({
        en: 'Result achieved',
        es: 'Resultado alcanzado',
        pt: 'Resultado realizado',
        fr: 'Résultat obtenu',
      }),
    },
    date_precision: datePrecisions,
    qualifier: qualifierWords,
    sheet_for: readerships,
    note_for: readerships,
    combine_time: combinedTimes,
    combine_place: combinedPlaces,
    status: rowStatuses,
  },
  transactions: {
    type: {
      pledge: message({
        en: 'Pledge',
        es: 'Promesa',
        pt: 'Promessa',
        fr: 'Annonce de contribution',
      }),
      commitment: message({ en: 'Commitment', es: 'Compromiso', pt: 'Compromisso', fr: 'Engagement' }),
      disbursement: message({ en: 'Disbursement', es: 'Desembolso', pt: 'Desembolso', fr: 'Versement' }),
      expenditure: message({ en: 'Expenditure', es: 'Gasto', pt: 'Despesa', fr: 'Dépense' }),
    },
    illustrative: { yes, no },
    note_for: readerships,
    status: rowStatuses,
  },
  narratives: {
    section: sectionWords,
    date_precision: datePrecisions,
    text_for: readerships,
    sheet_for: readerships,
    status: rowStatuses,
  },
  subscriptions: {
    report: reportTitles,
    paper: { a4: reportsPageMessages.a4, letter: reportsPageMessages.letter },
    frequency: frequencyMessages,
    delivered_as: deliveredAsMessages,
    when_nothing_new: whenNothingNewMessages,
    needs_approval: { yes, no },
    active: {
      yes,
      no,
      again: message({
        en: 'yes, asked for again',
        es: 'sí, pedida de nuevo',
        pt: 'sim, pedida de novo',
        fr: 'oui, redemandé',
      }),
    },
  },
};
