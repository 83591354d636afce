import type { CombinePlace, CombineTime, Indicator, Measure, Qualifier, ResultKind } from '../core/result.ts';

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

/** What the other languages, and other people, call them; as `slug` writes it. */
export const RESULT_KIND_WORDS: Readonly<Record<string, ResultKind>> = {
  ...wordsFor('actual', 'real achieved logrado realizado alcancado reel realise effectif'),
  ...wordsFor('target', 'targets goal meta metas objetivo alvo cible objectif'),
};
export const QUALIFIER_WORDS: Readonly<Record<string, Qualifier>> = {
  ...wordsFor('exact', 'exacto exato'),
  ...wordsFor(
    'about',
    'approximately approximate alrededor-de aproximadamente cerca-de environ approximativement',
  ),
  ...wordsFor('at least', 'minimum al-menos por-lo-menos minimo ao-menos pelo-menos au-moins'),
  ...wordsFor('at most', 'maximum a-lo-sumo como-maximo maximo no-maximo au-plus au-maximum'),
  ...wordsFor('range', 'rango intervalo faixa intervalle fourchette'),
};

function wordsFor<Value extends string>(value: Value, words: string): Record<string, Value> {
  return Object.fromEntries(words.split(' ').map((word) => [word, value]));
}
