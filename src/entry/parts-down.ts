import { remaining, typedNumber } from '../core/entry/remaining.ts';
import { slug } from '../core/text.ts';
import type { DecimalSign } from '../platform/csv/written-number.ts';
import { partsIn } from './entry-form.ts';
import type { Cells } from './submissions.table.ts';

/** A word of the data, and what it is called in any language. */
export interface NamedTerm {
  readonly code: string;
  readonly says: readonly string[];
}

/** An axis of breakdowns with its parts. */
export interface Axis extends NamedTerm {
  readonly parts: readonly NamedTerm[];
}

/** The parts of one axis that stand down a table, below their whole. */
export interface PartsDown {
  readonly axis: NamedTerm;
  readonly parts: readonly NamedTerm[];
}

/** An axis with so many of its parts, the last of which is the one for what is not recorded. */
export function partsDown({ parts, ...axis }: Axis, most: number): PartsDown {
  return { axis, parts: parts.length <= most ? parts : [...parts.slice(0, most - 1), ...parts.slice(-1)] };
}

function isCalled({ says }: NamedTerm, typed: string): boolean {
  return says.some((each) => slug(each) === slug(typed));
}

/**
 * The numbers of the parts that a figure has of the axis, in their order; empty where it has none. Null: it has a part that
 * is not among them, or one twice.
 *
 * @example numbersOf({ value: '22', breakdown: 'sex=female:7;sex=male:15' }, sex) // ['7', '15', '']
 */
export function numbersOf({ value = '', breakdown = '' }: Cells, down: PartsDown): readonly string[] | null {
  const ofAxis = partsIn(breakdown).filter(({ axis }) => isCalled(down.axis, axis));
  const numbers = down.parts.map((part) => ofAxis.filter((each) => isCalled(part, each.part)));
  if (numbers.flat().length !== ofAxis.length || numbers.some(({ length }) => length > 1)) return null;
  // A part without a number is the whole.
  return numbers.map(([part]) => (part === undefined ? '' : part.number || value));
}

/**
 * A breakdown with these numbers for the parts of the axis, and of all other axes what it says.
 *
 * @param numbers as typed, in the order of the parts; an empty one is no part
 * @example breakdownWith('mode=online', sex, ['7', '15', '']) // 'mode=online;sex=female:7;sex=male:15'
 */
export function breakdownWith(
  breakdown: string,
  { axis, parts }: PartsDown,
  numbers: readonly string[],
): string {
  const others = breakdown
    .split(';')
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '' && !partsIn(piece).some((part) => isCalled(axis, part.axis)));
  const typed = parts.flatMap(({ code }, index) => {
    const number = numbers[index] ?? '';
    return number === '' ? [] : [`${axis.code}=${code}:${number}`];
  });
  return [...others, ...typed].join(';');
}

/** What of a whole its parts do not hold, as `remaining` of what is typed. */
export function restOf(whole: string, parts: readonly string[], sign: DecimalSign): number | null {
  return remaining(
    typedNumber(whole, sign),
    parts.map((part) => typedNumber(part, sign)),
  );
}
