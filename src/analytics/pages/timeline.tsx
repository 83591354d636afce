import type { VNode } from 'preact';
import type { Block } from '../../core/report/block.ts';
import { dashboardMessages } from '../../web/i18n/messages/dashboard.ts';
import { ChartFigure } from '../../web/parts/chart-figure.tsx';
import type { PageFrame } from './frame.tsx';

/** Programmes on a time line, with its table; all of them stand in the list beside it. */
export function Timeline({
  frame: { edition, site, cutOff },
  block,
}: {
  readonly frame: PageFrame;
  readonly block: Block;
}): VNode {
  return (
    <>
      <h2 class="visually-hidden">{edition.t(dashboardMessages.atAGlance)}</h2>
      <div class="figures">
        <ChartFigure {...{ edition, block, cutOff }} source={edition.f.text(site.name)} wide />
      </div>
    </>
  );
}
