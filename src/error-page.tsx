import { STRANGER, signedInOf } from './access/index.ts';
import { NOTHING_CHOSEN, settingsOf } from './core/settings/settings.ts';
import type { Language } from './core/text.ts';
import type { ErrorPage as RenderErrorPage } from './platform/errors/problem.ts';
import type { Assets } from './platform/http/assets.adapter.ts';
import { documentHtml } from './web/document.ts';
import { edition } from './web/edition.ts';
import { negotiateLanguage } from './web/i18n/negotiate.ts';
import { ErrorPage, errorTitle } from './web/parts/error-page.tsx';
import { Layout } from './web/parts/layout.tsx';
import { siteOf } from './web/site.ts';
import { parametersOf } from './web/url.ts';

/** Of a request that Fastify refuses before the gate has looked. */
const UNKNOWN_SETTINGS = settingsOf(NOTHING_CHOSEN, { fiscalMonth: 1, reportTimeZone: 'UTC' });

/** What people see in place of the page that they asked for. It must stand whatever the address is: it never throws. */
export function errorPage(assets: Assets): RenderErrorPage {
  return (problem, request) => {
    const { url } = request;
    const site = siteOf(request.settings ?? UNKNOWN_SETTINGS);
    const language = languageOf(url, request.headers['accept-language'], site.languages);
    const screen = edition(language, 'screen');
    // An address that cannot be read is no place to come back to in another language.
    const safeUrl = URL.canParse(url, 'http://service.invalid') ? url : '/';
    const title = errorTitle(screen, problem);
    return documentHtml(
      <Layout
        edition={screen}
        title={title}
        description={title}
        url={safeUrl}
        current={null}
        site={site}
        cutOff={null}
        // What Fastify refuses before the gate has looked has no visitor.
        signedIn={signedInOf(request.visitor ?? STRANGER)}
        illustrative={false}
        assets={assets.page}
      >
        <ErrorPage edition={screen} url={safeUrl} problem={problem} />
      </Layout>,
    );
  };
}

/** The page may be shown because of a `lang` that we do not have; the browser's preference decides then. */
function languageOf(url: string, acceptLanguage: string | undefined, offered: readonly Language[]) {
  const lang = URL.canParse(url, 'http://service.invalid')
    ? parametersOf(url).find(([name]) => name === 'lang')?.[1]
    : undefined;
  const asked = negotiateLanguage({ lang, acceptLanguage, offered });
  return asked ?? negotiateLanguage({ acceptLanguage, offered }) ?? 'en';
}
