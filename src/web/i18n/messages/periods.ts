import type { PeriodPreset } from '../../../core/asked-period.ts';
import type { Message } from '../message.ts';
import { message } from '../message.ts';

/** Periods that move with the day on which they are asked for. */
export const presetMessages: Readonly<Record<PeriodPreset, Message>> = {
  'this-year': message({ en: 'This year', es: 'Este año', pt: 'Este ano', fr: 'Cette année' }),
  'last-year': message({ en: 'Last year', es: 'Año pasado', pt: 'Ano passado', fr: 'Année dernière' }),
  'this-quarter': message({
    en: 'This quarter',
    es: 'Este trimestre',
    pt: 'Este trimestre',
    fr: 'Ce trimestre',
  }),
  'last-quarter': message({
    en: 'Last quarter',
    es: 'Trimestre pasado',
    pt: 'Trimestre passado',
    fr: 'Trimestre dernier',
  }),
  'last-12-months': message({
    en: 'Last 12 months',
    es: 'Últimos 12 meses',
    pt: 'Últimos 12 meses',
    fr: '12 derniers mois',
  }),
  'this-fiscal-year': message({
    en: 'This fiscal year',
    es: 'Este año fiscal',
    pt: 'Este ano fiscal',
    fr: 'Exercice en cours',
  }),
  'to-date': message({ en: 'To date', es: 'Hasta la fecha', pt: 'Até a data', fr: 'À ce jour' }),
};

/** The time that a page is about, and beside which it stands. */
export const periodChoiceMessages = {
  title: message({ en: 'Period', es: 'Período', pt: 'Período', fr: 'Période' }),
  /** Of the year in which something was last reported. */
  latest: message<{ period: string }>({
    en: '{period} (latest with figures)',
    es: '{period} (último con cifras)',
    pt: '{period} (último com números)',
    fr: '{period} (dernière avec des chiffres)',
  }),
  latestYear: message({
    en: 'Latest year with figures',
    es: 'Último año con cifras',
    pt: 'Último ano com números',
    fr: 'Dernière année avec des chiffres',
  }),
  /** Of the field beside those for days of one's own. */
  notNamed: message({
    en: 'Latest year, or days',
    es: 'Último año, o días',
    pt: 'Último ano, ou dias',
    fr: 'Dernière année, ou jours',
  }),
  toDateOrDays: message({
    en: 'To date, or days',
    es: 'Hasta la fecha, o días',
    pt: 'Até a data, ou dias',
    fr: 'À ce jour, ou jours',
  }),
  fiscalYear: message<{ year: string }>({
    en: 'fiscal year {year}',
    es: 'año fiscal {year}',
    pt: 'ano fiscal {year}',
    fr: 'exercice {year}',
  }),
  earlier: message<{ period: string }>({
    en: 'Earlier: {period}',
    es: 'Anterior: {period}',
    pt: 'Anterior: {period}',
    fr: 'Avant : {period}',
  }),
  later: message<{ period: string }>({
    en: 'Later: {period}',
    es: 'Posterior: {period}',
    pt: 'Posterior: {period}',
    fr: 'Après : {period}',
  }),
  change: message({ en: 'Change', es: 'Cambio', pt: 'Mudança', fr: 'Évolution' }),
  changeShare: message({
    en: 'Change as a share',
    es: 'Cambio como proporción',
    pt: 'Mudança como proporção',
    fr: 'Évolution en proportion',
  }),
  compare: message({
    en: 'Compare charts with',
    es: 'Comparar gráficos con',
    pt: 'Comparar gráficos com',
    fr: 'Comparer les graphiques à',
  }),
  none: message({ en: 'Nothing', es: 'Nada', pt: 'Nada', fr: 'Rien' }),
  previous: message({
    en: 'The period before',
    es: 'El período anterior',
    pt: 'O período anterior',
    fr: 'La période précédente',
  }),
  'last-year': message({
    en: 'A year earlier',
    es: 'Un año antes',
    pt: 'Um ano antes',
    fr: 'Un an plus tôt',
  }),
} as const;

/** How a figure stands to the one of another time. */
export const changeMessages = {
  /** "+40 (+66%) vs 2016". */
  on: message<{ change: string; period: string }>({
    en: '{change} vs {period}',
    es: '{change} frente a {period}',
    pt: '{change} frente a {period}',
    fr: '{change} vs {period}',
  }),
  /** "June 2017 vs May 2017: +40 (+66%)". */
  ofPeriod: message<{ own: string; change: string; period: string }>({
    en: '{own} vs {period}: {change}',
    es: '{own} frente a {period}: {change}',
    pt: '{own} frente a {period}: {change}',
    fr: '{own} vs {period} : {change}',
  }),
  withShare: message<{ change: string; share: string }>({
    en: '{change} ({share})',
    es: '{change} ({share})',
    pt: '{change} ({share})',
    fr: '{change} ({share})',
  }),
  /** There is nothing to hold it against, or to take it from (rule 5). */
  missing: message({ en: 'n/a', es: 'n/d', pt: 'n/d', fr: 'n.d.' }),
  /** Beside a headline figure, in a line of its own: "2016: no figure". */
  noFigure: message<{ periods: string }>({
    en: '{periods}: no figure',
    es: '{periods}: sin cifra',
    pt: '{periods}: sem número',
    fr: '{periods} : aucun chiffre',
  }),
  same: message({ en: 'no change', es: 'sin cambio', pt: 'sem mudança', fr: 'sans changement' }),
} as const;
