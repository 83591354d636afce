import type { VNode } from 'preact';
import type { Day } from '../core/program.ts';
import type { Tile } from '../core/report/block.ts';
import type { Language } from '../core/text.ts';
import { type Edition, edition as editionIn } from '../web/edition.ts';
import { commonMessages } from '../web/i18n/messages/common.ts';
import { errorPageMessages } from '../web/i18n/messages/errors.ts';
import { linkMessages } from '../web/i18n/messages/links.ts';
import { Layout, type LayoutProps } from '../web/parts/layout.tsx';
import { DefinitionList } from '../web/parts/section.tsx';
import { Tiles } from '../web/parts/tiles.tsx';
import { pageFrom } from '../web/url.ts';

/** What every page of a link has. */
export interface LinkFrame {
  readonly edition: Edition;
  readonly url: LayoutProps['url'];
  readonly assets: LayoutProps['assets'];
  readonly site: LayoutProps['site'];
  readonly signedIn: LayoutProps['signedIn'];
}

export interface LinkPageProps extends LinkFrame {
  /** The address of the PDF. */
  readonly file: string;
  /** The address of the same figures as a workbook; null: it was issued without. */
  readonly workbook: string | null;
  /** The same as CSV; null: it was issued without. */
  readonly csv: string | null;
  readonly issue: {
    readonly title: string;
    readonly lang: Language;
    readonly cutOff: Day;
    readonly known: string | null;
    readonly pages: number;
    readonly headlines: readonly Tile[];
  };
  readonly recipient: string;
  readonly expiresAt: Date;
  readonly timeZone: string;
  /** Nobody but the recipient can use it. */
  readonly needsSignIn: boolean;
}

/** A report that came by e-mail: what it is, its first figures, and the file. */
export function LinkPage(props: LinkPageProps): VNode {
  const { edition, url, site, assets, signedIn, file, workbook, csv, issue } = props;
  const { recipient, expiresAt, timeZone, needsSignIn } = props;
  const { t, f, language } = edition;
  // Frozen with the report, and in its language, whichever the reader has chosen for the rest.
  const lang = issue.lang === language ? undefined : issue.lang;
  const figures = issue.headlines.map((tile) => ({ ...tile, href: null }));
  return (
    <Layout
      edition={edition}
      title={issue.title}
      description={t(linkMessages.description)}
      url={url}
      current={null}
      site={site}
      cutOff={issue.cutOff}
      illustrative={issue.headlines.some(({ illustrative }) => illustrative)}
      signedIn={signedIn}
      assets={assets}
    >
      <header class="page-heading">
        <p class="kicker">{t(linkMessages.kicker)}</p>
        <h1 lang={lang}>{issue.title}</h1>
        <p class="lede">{t(commonMessages.cutOff, { date: f.day(issue.cutOff) })}</p>
        {issue.known !== null && <p lang={lang}>{issue.known}</p>}
      </header>
      <div lang={lang}>
        <Tiles edition={editionIn(issue.lang, 'screen')} tiles={figures} />
      </div>
      <p class="error-actions">
        <a class="button" href={file}>
          {t(commonMessages.downloadPdf)}
        </a>
        <span>{t(linkMessages.pages, { pages: issue.pages })}</span>
        {workbook !== null && (
          <a class="button-quiet" href={workbook}>
            {t(linkMessages.workbook)}
          </a>
        )}
        {csv !== null && (
          <a class="button-quiet" href={csv}>
            {t(linkMessages.csv)}
          </a>
        )}
      </p>
      <section class="section" aria-labelledby="about-link">
        <header>
          <h2 id="about-link">{t(linkMessages.about)}</h2>
          <p>{t(needsSignIn ? linkMessages.aboutSignIn : linkMessages.aboutOpen)}</p>
        </header>
        <DefinitionList
          items={[
            { term: t(linkMessages.recipient), description: recipient },
            { term: t(linkMessages.expires), description: f.moment(expiresAt, timeZone) },
          ]}
        />
      </section>
    </Layout>
  );
}

/** In place of a report whose link has been revoked, has run out, was never made or is another's: it does not say which. */
export function LinkEndedPage({ edition, url, site, assets, signedIn }: LinkFrame): VNode {
  const { t } = edition;
  return (
    <Layout
      edition={edition}
      title={t(linkMessages.ended)}
      description={t(linkMessages.ended)}
      url={url}
      current={null}
      site={site}
      cutOff={null}
      illustrative={false}
      signedIn={signedIn}
      assets={assets}
    >
      <div class="error-page">
        <p class="kicker">404</p>
        <h1>{t(linkMessages.ended)}</h1>
        <p class="lede">{t(linkMessages.endedWhy)}</p>
        <h2>{t(errorPageMessages.whatToDo)}</h2>
        <p>{t(linkMessages.endedRemedy)}</p>
        {signedIn === null && (
          <p class="error-actions">
            <a class="button" href={pageFrom(url, '/sign-in')}>
              {t(commonMessages.signIn)}
            </a>
          </p>
        )}
      </div>
    </Layout>
  );
}
