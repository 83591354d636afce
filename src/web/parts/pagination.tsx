import type { VNode } from 'preact';
import type { RowPage } from '../../core/row-page.ts';
import type { Edition } from '../edition.ts';
import { commonMessages } from '../i18n/messages/common.ts';
import { type Url, withParameters } from '../url.ts';

/** Which rows of a long list are shown, and the way to those before and after. */
export function Pagination(props: {
  readonly edition: Edition;
  readonly first: number;
  readonly last: number;
  readonly total: number;
  readonly previousHref: Url | null;
  readonly nextHref: Url | null;
}): VNode {
  const { t } = props.edition;
  const { first, last, total, previousHref, nextHref } = props;
  return (
    <nav class="pagination" aria-label={t(commonMessages.pagination)}>
      <p>{t(commonMessages.rowsShown, { first, last, total })}</p>
      {previousHref && (
        <a href={previousHref} rel="prev">
          {t(commonMessages.previousPage)}
        </a>
      )}
      {nextHref && (
        <a href={nextHref} rel="next">
          {t(commonMessages.nextPage)}
        </a>
      )}
    </nav>
  );
}

/** The same of one page of a list, at the address of the list; nothing where all of it is shown. */
export function Pages(props: {
  readonly edition: Edition;
  readonly url: Url;
  readonly shown: RowPage<unknown>;
  /** What the cursor is called in the address, where a page has several lists. */
  readonly parameter?: string;
}): VNode | null {
  const { edition, url, shown, parameter = 'cursor' } = props;
  const { first, last, total, next, previous } = shown;
  if (next === null && previous === undefined) return null;
  const at = (cursor: string | null) => withParameters(url, { [parameter]: cursor });
  return (
    <Pagination
      edition={edition}
      {...{ first, last, total }}
      previousHref={previous === undefined ? null : at(previous)}
      nextHref={next === null ? null : at(next)}
    />
  );
}
