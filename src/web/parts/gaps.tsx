import type { VNode } from 'preact';
import type { Gap } from '../../core/report/block.ts';
import type { Edition } from '../edition.ts';
import { gapMessages } from '../i18n/messages/gaps.ts';
import { listMessages } from '../i18n/messages/list-pages.ts';
import type { Url } from '../url.ts';
import { Said } from './said.tsx';

/**
 * What the data do not say, why it matters, and where to mend it.
 *
 * @param wholeHref where all items of a gap are listed
 */
export function Gaps(props: {
  readonly edition: Edition;
  readonly gaps: readonly Gap[];
  readonly wholeHref?: (gap: Gap) => Url;
}): VNode {
  const { edition, gaps, wholeHref } = props;
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
          {gap.all !== undefined && wholeHref !== undefined && (
            <p class="gap-all">
              <a
                href={wholeHref(gap)}
                aria-label={`${edition.t(listMessages.allOfGap, { count: gap.all })}: ${gap.label}`}
              >
                {edition.t(listMessages.allOfGap, { count: gap.all })}
              </a>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
