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
