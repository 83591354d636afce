import type { VNode } from 'preact';
import type { Edition } from '../edition.ts';
import type { Message } from '../i18n/message.ts';
import { administrationMessages } from '../i18n/messages/administration.ts';
import { commonMessages } from '../i18n/messages/common.ts';
import { filesMessages } from '../i18n/messages/files.ts';
import { settingsMessages } from '../i18n/messages/settings.ts';
import { pageFrom, type Url } from '../url.ts';

export type AdministrationPage = 'users' | 'tokens' | 'files' | 'audit' | 'deliveries' | 'settings';

const PAGES: Readonly<Record<AdministrationPage, Message>> = {
  users: administrationMessages.users,
  tokens: administrationMessages.tokens,
  files: filesMessages.title,
  audit: administrationMessages.audit,
  deliveries: administrationMessages.deliveries,
  settings: settingsMessages.title,
};

/** The pages of administrators, above the heading of each. Its styles are those of account pages (`Assets.accountPage`). */
export function AdministrationNav(props: {
  readonly edition: Edition;
  /** The address of this page. */
  readonly url: Url;
  readonly current: AdministrationPage;
}): VNode {
  const { t } = props.edition;
  return (
    <nav class="administration" aria-label={t(commonMessages.administration)}>
      <ul>
        {Object.entries(PAGES).map(([page, name]) => (
          <li key={page}>
            <a
              href={pageFrom(props.url, `/${page}`)}
              aria-current={page === props.current ? 'page' : undefined}
            >
              {t(name)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
