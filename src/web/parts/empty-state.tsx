import type { VNode } from 'preact';
import type { Edition } from '../edition.ts';
import { commonMessages } from '../i18n/messages/common.ts';
import type { Url } from '../url.ts';

/** Where nothing is to be shown: says so, and what to do. Without words of its own: that nothing is approved for what was chosen. */
export function EmptyState(props: {
  readonly edition: Edition;
  readonly title?: string;
  readonly text?: string;
  readonly action?: { readonly href: Url; readonly label: string };
}): VNode {
  const { t, medium } = props.edition;
  return (
    <div class="empty">
      <p class="empty-title">{props.title ?? t(commonMessages.nothingToShow)}</p>
      {medium === 'screen' && <p>{props.text ?? t(commonMessages.widenFilters)}</p>}
      {props.action && (
        <p>
          <a href={props.action.href}>{props.action.label}</a>
        </p>
      )}
    </div>
  );
}
