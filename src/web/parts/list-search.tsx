import type { VNode } from 'preact';
import type { Edition } from '../edition.ts';
import type { Message } from '../i18n/message.ts';
import { listMessages } from '../i18n/messages/list-pages.ts';
import { parametersOf, pathOf, type Url, withParameters } from '../url.ts';

/** Rows of a list on one page. */
const ROWS_AT_ONCE = 50;

/** A field to search a list by, a plain form; nothing for a list that is short and was not searched. */
export function ListSearch(props: {
  readonly frame: { readonly edition: Edition; readonly url: Url };
  readonly label: Message;
  readonly search: string | undefined;
  readonly total: number;
  /** So many rows are looked through without it. */
  readonly few?: number;
}): VNode | null {
  const { frame, label, search, total, few = ROWS_AT_ONCE } = props;
  const { edition, url } = frame;
  const { t } = edition;
  if (search === undefined && total <= few) return null;
  const kept = parametersOf(url).filter(([name]) => name !== 'search' && name !== 'cursor');
  return (
    <>
      <search>
        <form class="search" method="get" action={pathOf(url)}>
          {kept.map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <p class="field">
            <label for="search">{t(label)}</label>
            <input id="search" type="search" name="search" value={search} maxLength={120} />
          </p>
          <button class="button" type="submit">
            {t(listMessages.search)}
          </button>
        </form>
      </search>
      {search !== undefined && (
        <p class="found" role="status">
          {t(listMessages.found, { count: total, search })}{' '}
          <a href={withParameters(url, { search: null, cursor: null })}>{t(listMessages.clearSearch)}</a>
        </p>
      )}
    </>
  );
}
