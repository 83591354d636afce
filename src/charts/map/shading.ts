import type { ValueWriter } from '../value-format.ts';

/** The map has this many shades; more could not be told apart. */
const MAX_STEPS = 5;

export interface ShadingStep {
  /** A value belongs to the last step whose `from` it reaches. */
  readonly from: number;
  readonly label: string;
  /** 1 faint to 5 strong. */
  readonly shade: 1 | 2 | 3 | 4 | 5;
}

/**
 * Equal steps between round numbers, over all values. The ranges leave no gap: whole numbers are written `1–10`,
 * `11–20`; others share their ends.
 */
export function shadingSteps(
  values: readonly number[],
  writer: ValueWriter,
  /** True for things that are counted, so that nothing lies between 10 and 11. */
  counted: boolean,
): readonly ShadingStep[] {
  if (values.length === 0) return [];
  const lowest = values.reduce((least, value) => Math.min(least, value));
  const highest = values.reduce((most, value) => Math.max(most, value));
  if (lowest === highest) return [{ from: lowest, label: writer.mark(lowest), shade: 3 }];
  const whole = counted && values.every(Number.isInteger);
  // Counts run 1–10, 11–20: a step starts one above a round number, unless zero is among the values.
  const shift = whole && lowest > 0 ? 1 : 0;
  const { first, count, size } = roundSteps(lowest - shift, highest - shift, whole);
  const greatest = Math.max(Math.abs(lowest), Math.abs(highest));
  // A compact 50,001 would be the same as the 50,000 before it.
  const write = (value: number): string => (whole ? writer.mark(value) : writer.axis(value, greatest));
  return Array.from({ length: count }, (_, index) => {
    const from = (first + index) * size + shift;
    const to = from + size - (whole ? 1 : 0);
    const label = from === to ? write(from) : `${write(from)}–${write(to)}`;
    return { from, label, shade: shadeOf(index, count) };
  });
}

const ROUND = [1, 2, 2.5, 5];

/** The finest division of the values into at most five steps whose size is 1, 2, 2.5 or 5 times a power of ten. */
function roundSteps(
  lowest: number,
  highest: number,
  whole: boolean,
): { readonly first: number; readonly count: number; readonly size: number } {
  let power = 10 ** Math.floor(Math.log10((highest - lowest) / MAX_STEPS));
  for (;;) {
    for (const size of ROUND.map((factor) => factor * power)) {
      if (whole && !Number.isInteger(size)) continue;
      const first = Math.floor(lowest / size);
      const count = Math.floor(highest / size) - first + 1;
      if (count <= MAX_STEPS) return { first, count, size };
    }
    power *= 10;
  }
}

/** Spreads few steps over all shades, so that the strongest always means the highest. */
function shadeOf(index: number, count: number): ShadingStep['shade'] {
  const shade = count === 1 ? 3 : Math.round(1 + (index * (MAX_STEPS - 1)) / (count - 1));
  return Math.min(MAX_STEPS, Math.max(1, shade)) as ShadingStep['shade'];
}

export function stepOf(steps: readonly ShadingStep[], value: number): ShadingStep | undefined {
  return steps.findLast(({ from }) => value >= from) ?? steps[0];
}
