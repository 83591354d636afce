import type { VNode } from 'preact';
import type { Edition } from '../edition.ts';
import { commonMessages } from '../i18n/messages/common.ts';
import type { Url } from '../url.ts';

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
