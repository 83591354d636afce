import { type Figure, missingFigure } from '../core/figure.ts';
import { isRestKey } from '../core/leading-rows.ts';
import type { Period } from '../core/period.ts';
import type { Day } from '../core/program.ts';
import type { ChangedResults } from '../core/report/changed-results.ts';
import type { FrozenBlock, Snapshot } from '../core/report/snapshot.ts';

/** The issue that was sent before, with what has become of its figures since. */
export interface EarlierIssue {
  readonly period: Period;
  /** As it stands on its pages. */
  readonly hash: string;
  readonly madeOn: Day;
  readonly cutOff: Day;
  readonly snapshot: Pick<Snapshot, 'blocks'>;
  /** Null: more than are told one by one. */
  readonly changed: ChangedResults | null;
}

/** The total of an indicator to date as an issue froze it; null: it stood among others there, and nobody can tell. */
export function frozenTotal({ snapshot }: Pick<EarlierIssue, 'snapshot'>, indicator: string): Figure | null {
  const block = snapshot.blocks.indicators;
  const row = block?.rows[indicator];
  if (row === undefined) {
    const keepsOthers = block === undefined || Object.keys(block.rows).some(isRestKey);
    return keepsOthers ? null : missingFigure('not-reported');
  }
  const number = (key: string) => (row[key] ?? null) as Figure['value'];
  const value = number('to_date');
  return {
    ...missingFigure('not-reported'),
    value,
    exact: number('exact'),
    approximate: number('approximate'),
    undated: number('undated'),
    denominator: number('to_date_denominator'),
    missing: value === null ? 'not-additive' : null,
  };
}

/** The indicators that an issue told one by one. */
export function frozenIndicators(earlier: Pick<EarlierIssue, 'snapshot'> | null): readonly string[] {
  return Object.keys(earlier?.snapshot.blocks.indicators?.rows ?? {}).filter((key) => !isRestKey(key));
}

/** What had been disbursed to date, in minor units of the reporting currency; null: nothing. */
export function frozenDisbursed({ snapshot }: Pick<EarlierIssue, 'snapshot'>): Figure['value'] {
  const stages: FrozenBlock | undefined = snapshot.blocks['funding-stages'];
  return (stages?.rows.disbursement?.amount ?? null) as Figure['value'];
}
