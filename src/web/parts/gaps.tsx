import type { VNode } from 'preact';
import type { Gap } from '../../core/report/block.ts';
import type { Edition } from '../edition.ts';
import { commonMessages } from '../i18n/messages/common.ts';
import { gapForms, gapMessages } from '../i18n/messages/gaps.ts';
import { listMessages } from '../i18n/messages/list-pages.ts';
import { reminderMessages } from '../i18n/messages/reminders.ts';
import type { Url } from '../url.ts';
import { Said } from './said.tsx';

/** Of so many gaps the first items are named; those behind them have a line that opens, where there are more than these. */
const MOST_WITH_ITEMS = 6;

/**
 * What the data do not say, why it matters, and where to mend it.
 *
 * @param wholeHref where all items of a gap are listed
 * @param formHref where the form of an item is; without it, the reader mends nothing
 * @param askHref where it is said whom to ask about each; without it, it is not the reader's to know
 */
export function Gaps(props: {
  readonly edition: Edition;
  readonly gaps: readonly Gap[];
  readonly wholeHref?: (gap: Gap) => Url;
  readonly formHref?: ((form: string) => Url) | undefined;
  readonly askHref?: Url | undefined;
}): VNode {
  const { edition, gaps, wholeHref, formHref, askHref } = props;
  if (gaps.length === 0) return <p class="quiet">{edition.t(gapMessages.noGaps)}</p>;
  const list = (
    <ul class="gaps">
      {gaps.map((gap, place) => (
        <li key={gap.id} id={`gap-${gap.id}`} class="gap">
          <h3>{gap.label}</h3>
          <p class="gap-explanation">{gap.explanation}</p>
          {gap.items.length > 0 && (place < MOST_WITH_ITEMS || gap.all === undefined) && (
            <ul class="gap-items">
              {gap.items.map(({ text, href, form }) => (
                <li key={`${text} ${href}`}>
                  {href === null ? (
                    <Said text={text} />
                  ) : (
                    <a href={href}>
                      <Said text={text} />
                    </a>
                  )}
                  {form !== undefined && formHref !== undefined && (
                    <>
                      {' '}
                      <a
                        class="gap-form"
                        href={formHref(form.path)}
                        aria-label={edition.t(gapMessages.mendThis, {
                          does: edition.t(gapForms[form.does]),
                          what: text,
                        })}
                      >
                        {edition.t(gapForms[form.does])}
                      </a>
                    </>
                  )}
                </li>
              ))}
            </ul>
          )}
          {gap.all !== undefined && wholeHref !== undefined && (
            <a
              class="gap-all"
              href={wholeHref(gap)}
              aria-label={edition.t(commonMessages.labelled, {
                label: edition.t(listMessages.allOfGap, { count: gap.all }),
                text: gap.label,
              })}
            >
              {edition.t(listMessages.allOfGap, { count: gap.all })}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
  return askHref === undefined ? (
    list
  ) : (
    <>
      {list}
      <p class="gaps-ask">
        <a href={askHref}>{edition.t(reminderMessages.askAboutGaps)}</a>
      </p>
    </>
  );
}
