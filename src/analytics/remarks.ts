import type { LocalText, Readership } from '../core/text.ts';
import { readsAsOrganisation } from '../core/visibility/visibility.ts';
import { readerMessages } from '../web/i18n/messages/readers.ts';
import type { View } from './view.ts';

/** Whether a text is left out: who is handed a paper is not the organisation. */
export function staysInside({ isPaper }: Pick<View, 'isPaper'>, readership: Readership | null): boolean {
  return isPaper && readership === 'organisation';
}

/** What is said beside a text that is not for everybody. */
export function remarkOn(
  view: View,
  text: LocalText | null,
  readership: Readership | null,
): { readonly remark?: string } {
  const kept = text !== null && readership === 'organisation' && readsAsOrganisation(view);
  return kept ? { remark: view.t(readerMessages.organisationAlone) } : {};
}
