import type { ChartPoint, ChartSpec } from '../core/chart/chart-spec.ts';
import { exactText, shareText } from './value-format.ts';

/** What is said of one mark, line by line: how much exactly, which part of the whole, how it has changed. */
export function pointLines(
  spec: ChartSpec,
  point: ChartPoint,
  part = partOf(spec, point),
): readonly string[] {
  const share = part === null || spec.whole === undefined ? null : shareText(spec, part);
  return [exactText(spec, point), share ?? '', point.change ?? ''].filter((line) => line !== '');
}

/** "Costa Rica: 37", and with several series "Costa Rica, target: 40"; with its share and its change where it has them. */
export function pointTitle(
  spec: ChartSpec,
  series: string | undefined,
  point: ChartPoint,
  part?: number | null,
): string {
  const lines = part === undefined ? pointLines(spec, point) : pointLines(spec, point, part);
  return `${point.label}${series === undefined ? '' : `, ${series}`}: ${lines.join(', ')}`;
}

/** Which part of the whole a point is, from 0 to 1; null: it is none, or nothing that is left over from corrections. */
export function partOf({ whole }: ChartSpec, { value }: ChartPoint): number | null {
  return whole === undefined ? null : partOfSum(value, whole.value);
}

export function partOfSum(value: number | null, sum: number): number | null {
  return value === null || sum <= 0 || value < 0 || value > sum ? null : value / sum;
}
