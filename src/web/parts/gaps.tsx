import type { VNode } from 'preact';
import type { Gap } from '../../core/report/block.ts';
import type { Edition } from '../edition.ts';
import { gapMessages } from '../i18n/messages/gaps.ts';
import { Said } from './said.tsx';

/** What the data do not say, why it matters, and where to mend it. */
export function Gaps({ edition, gaps }: { readonly edition: Edition; readonly gaps: readonly Gap[] }): VNode {
  if (gaps.length === 0) return <p class="quiet">{edition.t(gapMessages.noGaps)}</p>;
  return (
    <ul class="gaps">
      {gaps.map((gap) => (
        <li key={gap.id} id={`gap-${gap.id}`} class="gap">
          <h3>{gap.label}</h3>
          <p class="gap-explanation">{gap.explanation}</p>
          {gap.items.length > 0 && (
            <ul class="gap-items">
              {gap.items.map(({ text, href }) => (
                <li key={`${text} ${href}`}>
                  {href === null ? (
                    <Said text={text} />
                  ) : (
                    <a href={href}>
                      <Said text={text} />
                    </a>
                  )}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}
