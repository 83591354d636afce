import type {
  CombinePlace,
  CombineTime,
  Indicator,
  Measure,
  Qualifier,
  ReportsEvery,
  ResultKind,
} from '../core/result.ts';
import { wordsFor } from '../platform/csv/cells.ts';

/** The words of `core`, as lists that tables and files can be checked against. */
export const RESULT_KINDS = ['target', 'actual'] as const satisfies readonly ResultKind[];
export const QUALIFIERS = [
  'exact',
  'about',
  'at least',
  'at most',
  'range',
] as const satisfies readonly Qualifier[];
export const MEASURES = [
  'count',
  'amount',
  'ratio',
  'rate',
  'milestone',
  'text',
] as const satisfies readonly Measure[];
export const COMBINE_TIMES = ['sum', 'latest', 'none'] as const satisfies readonly CombineTime[];
export const COMBINE_PLACES = ['sum', 'none'] as const satisfies readonly CombinePlace[];
export const PEOPLE = ['persons', 'attendances'] as const satisfies readonly NonNullable<
  Indicator['people']
>[];
export const REPORTS_EVERY = [
  'month',
  'quarter',
  'half-year',
  'year',
] as const satisfies readonly ReportsEvery[];

/** What people call them in any language, beside the words themselves; as `slug` writes it. */
export const RESULT_KIND_WORDS: Readonly<Record<string, ResultKind>> = {
  ...wordsFor('actual', {
    en: 'achieved',
    es: 'real, logrado, realizado, alcanzado',
    pt: 'realizado, alcancado',
    fr: 'reel, realise, effectif',
  }),
  ...wordsFor('target', {
    en: 'targets, goal',
    es: 'meta, metas, objetivo',
    pt: 'meta, metas, objetivo, alvo',
    fr: 'cible, objectif',
  }),
};
export const QUALIFIER_WORDS: Readonly<Record<string, Qualifier>> = {
  ...wordsFor('exact', { en: '', es: 'exacto', pt: 'exato', fr: '' }),
  ...wordsFor('about', {
    en: 'approximately, approximate',
    es: 'alrededor-de, aproximadamente',
    pt: 'cerca-de, aproximadamente',
    fr: 'environ, approximativement',
  }),
  ...wordsFor('at least', {
    en: 'minimum',
    es: 'al-menos, por-lo-menos, minimo',
    pt: 'ao-menos, pelo-menos, minimo',
    fr: 'au-moins, minimum',
  }),
  ...wordsFor('at most', {
    en: 'maximum',
    es: 'a-lo-sumo, como-maximo, maximo',
    pt: 'no-maximo, maximo',
    fr: 'au-plus, au-maximum',
  }),
  ...wordsFor('range', {
    en: '',
    es: 'rango, intervalo',
    pt: 'faixa, intervalo',
    fr: 'intervalle, fourchette',
  }),
};
export const REPORTS_EVERY_WORDS: Readonly<Record<string, ReportsEvery>> = {
  ...wordsFor('month', {
    en: 'monthly, every-month',
    es: 'mes, mensual, mensualmente, cada-mes',
    pt: 'mes, mensal, mensalmente, cada-mes',
    fr: 'mois, mensuel, mensuelle, chaque-mois',
  }),
  ...wordsFor('quarter', {
    en: 'quarterly, every-quarter',
    es: 'trimestre, trimestral, trimestralmente, cada-trimestre',
    pt: 'trimestre, trimestral, trimestralmente, cada-trimestre',
    fr: 'trimestre, trimestriel, trimestrielle, chaque-trimestre',
  }),
  ...wordsFor('half-year', {
    en: 'half-yearly, every-half-year, semester',
    es: 'semestre, semestral, semestralmente, cada-semestre',
    pt: 'semestre, semestral, semestralmente, cada-semestre',
    fr: 'semestre, semestriel, semestrielle, chaque-semestre',
  }),
  ...wordsFor('year', {
    en: 'yearly, annual, annually, every-year',
    es: 'ano, anual, anualmente, cada-ano',
    pt: 'ano, anual, anualmente, cada-ano',
    fr: 'an, annee, annuel, annuelle, chaque-annee',
  }),
};
