import type { ComponentChildren, VNode } from 'preact';
import type { Day } from '../../core/program.ts';
import { LANGUAGES } from '../../core/text.ts';
import { may, type Rights } from '../../core/visibility/rights.ts';
import { comparesDonors } from '../../core/visibility/visibility.ts';
import type { Edition } from '../edition.ts';
import { AUTONYMS } from '../i18n/locales.ts';
import type { Message } from '../i18n/message.ts';
import { commonMessages } from '../i18n/messages/common.ts';
import { deskMessages } from '../i18n/messages/entry.ts';
import { filesMessages } from '../i18n/messages/files.ts';
import { indexMessages, searchMessages } from '../i18n/messages/index-pages.ts';
import { listMessages } from '../i18n/messages/list-pages.ts';
import { secondFactorMessages } from '../i18n/messages/second-factor.ts';
import { languagesWith, type Site } from '../site.ts';
import { pageFrom, parametersOf, pathOf, sameTimeFrom, type Url, withParameters } from '../url.ts';

/** Which entry of the navigation a page is, or lies under. */
export type CurrentPage =
  | 'own-funding'
  | 'desk'
  | 'dashboard'
  | 'programs'
  | 'countries'
  | 'donors'
  | 'indicators'
  | 'reports'
  | 'files'
  | 'methods'
  | 'administration'
  | 'account';

interface Entry {
  readonly key: CurrentPage;
  readonly path: string;
  readonly name: Message;
}

const DASHBOARD: Entry = { key: 'dashboard', path: '/', name: commonMessages.dashboard };
const DESK: Entry = { key: 'desk', path: '/desk', name: deskMessages.title };
const PROGRAMS: Entry = { key: 'programs', path: '/programs', name: commonMessages.programs };
const COUNTRIES: Entry = { key: 'countries', path: '/countries', name: indexMessages.countries };
const DONORS: Entry = { key: 'donors', path: '/donors', name: indexMessages.donors };
const INDICATORS: Entry = { key: 'indicators', path: '/indicators', name: indexMessages.indicators };
const REPORTS: Entry = { key: 'reports', path: '/reports', name: commonMessages.reports };
/** Of whoever has none of the organisation's. */
const OWN_REPORTS: Entry = { key: 'reports', path: '/reports/own', name: commonMessages.reports };
const FILES: Entry = { key: 'files', path: '/files', name: filesMessages.title };
const METHODS: Entry = { key: 'methods', path: '/methods', name: commonMessages.methods };
const ADMINISTRATION: Entry = { key: 'administration', path: '/users', name: commonMessages.administration };

/** The pages that the navigation leads this reader to: none that would not open. */
function entriesFor({ signedIn, cutOff, current }: LayoutProps): readonly Entry[] {
  if (signedIn === null) {
    // Who reads figures without having signed in may read these too; elsewhere nobody knows whether they would open.
    const isOfFigures = cutOff !== null && current !== 'methods';
    return isOfFigures ? [DASHBOARD, COUNTRIES, INDICATORS, METHODS] : [DASHBOARD, METHODS];
  }
  const { rights, organisations } = signedIn;
  const administers = may(rights, 'administersAccounts');
  const hasDesk = signedIn.isPerson && may(rights, 'entersFigures');
  return [
    ...organisations.slice(0, 1).map((organisation) => ({
      key: 'own-funding' as const,
      path: `/donors/${encodeURIComponent(organisation)}`,
      name: commonMessages.ownFunding,
    })),
    DASHBOARD,
    ...(hasDesk ? [DESK] : []),
    ...(may(rights, 'seesRows') ? [PROGRAMS] : []),
    COUNTRIES,
    // Whoever is its only donor has its own page.
    ...(may(rights, 'seesRows') && comparesDonors({ scope: signedIn }) ? [DONORS] : []),
    INDICATORS,
    ...(may(rights, 'hasReports') ? [REPORTS] : may(rights, 'seesRows') ? [OWN_REPORTS] : []),
    // Whoever administers finds them there, and others at the desk.
    ...(may(rights, 'fillsFiles') && !administers && !hasDesk ? [FILES] : []),
    METHODS,
    ...(administers ? [ADMINISTRATION] : []),
  ];
}

/** Somebody who has signed in, as a page greets them. */
export interface SignedIn {
  readonly name: string;
  /** Who keeps things and is written to; a program with a token does not. */
  readonly isPerson: boolean;
  readonly rights: Rights;
  /** A donor's. */
  readonly organisations: readonly string[];
  /** Must set up a second factor once people come from elsewhere than this machine. */
  readonly owesSecondFactor: boolean;
}

export interface LayoutProps {
  readonly edition: Edition;
  readonly title: string;
  /** For search engines and link previews: one sentence. */
  readonly description: string;
  /** The address of this page, with its query. */
  readonly url: Url;
  /** Which entry of the navigation this page is, or lies under. */
  readonly current: CurrentPage | null;
  /** Whose figures these are. */
  readonly site: Site;
  /** Null on pages without figures. */
  readonly cutOff: Day | null;
  /** As known when, where that is another day than the cut-off. */
  readonly known?: string | null;
  /** Who reads it; null: nobody has signed in. */
  readonly signedIn: SignedIn | null;
  /** The page shows money made up for demonstration, and must say so. */
  readonly illustrative: boolean;
  /** Where the built files are; null where there is none. */
  readonly assets: {
    readonly stylesheet: Url;
    /** Of the pages of accounts and administration, after the one of every page. */
    readonly accountStylesheet?: Url;
    readonly script: Url | null;
    /** Fetched before the style sheet asks for them, so that no line moves when they arrive. */
    readonly fonts?: readonly Url[];
  };
  readonly children: ComponentChildren;
}

/** A whole page of the service. It has no inline style and no inline script, so a strict content policy holds. */
export function Layout(props: LayoutProps): VNode {
  const { edition, title, description, url, site, assets } = props;
  return (
    <html lang={edition.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · ${edition.f.text(site.name)}`}</title>
        <meta name="description" content={description} />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href={ICON} />
        {assets.fonts?.map((font) => (
          <link key={font} rel="preload" href={font} as="font" type="font/woff2" crossorigin="anonymous" />
        ))}
        <link rel="stylesheet" href={assets.stylesheet} />
        {assets.accountStylesheet && <link rel="stylesheet" href={assets.accountStylesheet} />}
        {site.stylesheet && <link rel="stylesheet" href={site.stylesheet} />}
        {site.languages.map((language) => (
          <link
            key={language}
            rel="alternate"
            hreflang={language}
            href={withParameters(url, { lang: language })}
          />
        ))}
        {assets.script && <script type="module" src={assets.script} />}
      </head>
      <body>
        <a class="skip-link" href="#content">
          {edition.t(commonMessages.skipToContent)}
        </a>
        <Masthead {...props} />
        <Owed {...props} />
        <main id="content" tabIndex={-1}>
          <div class="frame">{props.children}</div>
        </main>
        <Colophon {...props} />
      </body>
    </html>
  );
}

const SECOND_FACTOR = '/account/second-factor';

/** What a trial lets wait, on every page, with where it is done; there it is said by the page itself. */
function Owed({ edition, url, signedIn }: LayoutProps): VNode | null {
  if (signedIn?.owesSecondFactor !== true || pathOf(url) === SECOND_FACTOR) return null;
  const { t } = edition;
  return (
    <aside class="owed" aria-label={t(secondFactorMessages.title)}>
      <p class="frame">
        {t(secondFactorMessages.owed)}{' '}
        <a href={pageFrom(url, SECOND_FACTOR)}>{t(secondFactorMessages.title)}</a>
      </p>
    </aside>
  );
}

/** Three bars of which one is quiet: a figure that says how much of it is approximate. */
const ICON = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#0b5cab" d="M1 9h4v6H1zM6 1h4v14H6z"/><path fill="#8fbbe6" d="M11 5h4v10h-4z"/></svg>',
)}`;

/** What stays in the time and in the past that its reader looks at. */
const OF_FIGURES = /^\/($|programs|countries|donors|indicators)/;

function Masthead(props: LayoutProps): VNode {
  const { edition, url, current, site, signedIn } = props;
  const { t, f } = edition;
  return (
    <header class="masthead">
      <div class="frame">
        <a class="brand" href={sameTimeFrom(url, '/')}>
          {site.logo !== null && <img class="logo" alt="" {...site.logo} />}
          {t(commonMessages.productName)}
        </a>
        <p class="organisation">{f.text(site.name)}</p>
        <nav class="languages" aria-label={t(commonMessages.languageNavigation)}>
          <ul>
            {languagesWith(site, edition.language).map((language) => (
              <li key={language}>
                <a
                  href={withParameters(url, { lang: language })}
                  lang={language}
                  hreflang={language}
                  aria-current={language === edition.language ? 'true' : undefined}
                >
                  {AUTONYMS[language]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <nav class="account" aria-label={t(commonMessages.accountNavigation)}>
          {signedIn === null ? (
            <a href={pageFrom(url, '/sign-in')}>{t(commonMessages.signIn)}</a>
          ) : (
            <>
              <a href={pageFrom(url, '/account')} aria-current={current === 'account' ? 'page' : undefined}>
                {signedIn.name}
              </a>
              <form method="post" action={pageFrom(url, '/sign-out')}>
                <button class="text-button" type="submit">
                  {t(commonMessages.signOut)}
                </button>
              </form>
            </>
          )}
        </nav>
        <nav class="pages" aria-label={t(commonMessages.mainNavigation)}>
          <details>
            <summary>{t(commonMessages.menu)}</summary>
            <ul>
              {entriesFor(props).map(({ key, path, name }) => (
                <li key={key}>
                  <a
                    href={OF_FIGURES.test(path) ? sameTimeFrom(url, path) : pageFrom(url, path)}
                    aria-current={key === current ? 'page' : undefined}
                  >
                    {t(name)}
                  </a>
                </li>
              ))}
            </ul>
          </details>
        </nav>
        {signedIn !== null && may(signedIn.rights, 'seesRows') && <Search edition={edition} url={url} />}
      </div>
    </header>
  );
}

/** Finds whatever has a page by what it is called. A plain form. */
function Search({ edition, url }: Pick<LayoutProps, 'edition' | 'url'>): VNode {
  const { t } = edition;
  const address = sameTimeFrom(url, '/search');
  // A language that there is not would be refused again.
  const isKnown = ([name, value]: readonly [string, string]) =>
    name !== 'lang' || LANGUAGES.some((language) => language === value);
  const typed = pathOf(url) === '/search' ? parametersOf(url).find(([name]) => name === 'q')?.[1] : undefined;
  return (
    <search class="site-search" aria-label={t(searchMessages.everything)}>
      <form method="get" action={pathOf(address)}>
        {parametersOf(address)
          .filter(isKnown)
          .map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
        <input
          type="search"
          name="q"
          value={typed}
          aria-label={t(searchMessages.everything)}
          required
          maxLength={120}
        />
        <button type="submit">{t(listMessages.search)}</button>
      </form>
    </search>
  );
}

function Colophon({ edition, url, cutOff, known, illustrative }: LayoutProps): VNode {
  const { t, f } = edition;
  return (
    <footer class="colophon">
      <div class="frame">
        {cutOff !== null && (
          <p>
            {t(commonMessages.cutOff, { date: f.day(cutOff) })}. {t(commonMessages.approvedOnly)} {known}
          </p>
        )}
        {illustrative && <p>{t(commonMessages.illustrativeMoney)}</p>}
        <p>
          <a href={pageFrom(url, '/methods')}>{t(commonMessages.methods)}</a>
        </p>
      </div>
    </footer>
  );
}
