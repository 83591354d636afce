import type { VNode } from 'preact';
import { ENTRY_KINDS } from '../../core/entry/submission.ts';
import { may } from '../../core/visibility/rights.ts';
import type { Edition } from '../../web/edition.ts';
import { kindName } from '../../web/i18n/kind-name.ts';
import { kindNames } from '../../web/i18n/messages/columns.ts';
import { filesMessages } from '../../web/i18n/messages/files.ts';
import { sheetMessages } from '../../web/i18n/messages/sheets.ts';
import { AdministrationNav } from '../../web/parts/administration-nav.tsx';
import { Layout, type LayoutProps } from '../../web/parts/layout.tsx';
import { Records } from '../../web/parts/records.tsx';
import { PageHeading } from '../../web/parts/section.tsx';
import { pageFrom } from '../../web/url.ts';

export interface FilesPageProps {
  readonly edition: Edition;
  readonly url: LayoutProps['url'];
  readonly site: LayoutProps['site'];
  readonly assets: LayoutProps['assets'];
  readonly signedIn: LayoutProps['signedIn'];
  /** Of files that can be imported, in an order in which each finds what it refers to. */
  readonly kinds: readonly string[];
}

/** For those who bring rows in: a template of each kind of file, and, for administrators, the rows that there are. */
export function FilesPage(props: FilesPageProps): VNode {
  const { edition, url, site, assets, signedIn, kinds } = props;
  const { t, f, language } = edition;
  const isAdministrator = signedIn?.rights.downloadsTables === true;
  const hasDesk = signedIn?.isPerson === true && may(signedIn.rights, 'entersFigures');
  const byOperator = kinds
    .filter((kind) => !hasDesk || !isEntered(kind))
    .map((kind) => {
      const name = kindNames[kind]?.many;
      return name === undefined ? kind : t(name);
    });
  const lede = t(isAdministrator ? filesMessages.ledeOfAdministrators : filesMessages.lede);
  return (
    <Layout
      edition={edition}
      url={url}
      site={site}
      signedIn={signedIn}
      assets={assets}
      title={t(filesMessages.title)}
      description={lede}
      current={isAdministrator ? 'administration' : hasDesk ? 'desk' : 'files'}
      cutOff={null}
      illustrative={false}
    >
      {isAdministrator && <AdministrationNav edition={edition} url={url} current="files" />}
      <PageHeading title={t(filesMessages.title)} lede={lede} />
      <Records
        id="files"
        caption={t(filesMessages.title)}
        heads={[
          t(filesMessages.kind),
          t(filesMessages.template),
          ...(isAdministrator ? [t(filesMessages.rows)] : []),
        ]}
        rows={kinds.map((kind) => ({
          key: kind,
          cells: [
            kindName(edition, kind, 'many'),
            <a key="template" href={`/api/v1/templates/${kind}.xlsx?lang=${language}`} download>
              {kind}.xlsx
            </a>,
            ...(isAdministrator
              ? [
                  <a key="rows" href={`/api/v1/download/${kind}.csv`} download>
                    {kind}.csv
                  </a>,
                ]
              : []),
          ],
        }))}
      />
      {hasDesk && (
        <p class="form-aside">
          {t(filesMessages.onPage)} <a href={pageFrom(url, '/imports')}>{t(sheetMessages.importTitle)}</a>
        </p>
      )}
      <p class="quiet">{t(filesMessages.byOperator, { kinds: f.list(byOperator) })}</p>
    </Layout>
  );
}

/** Rows of some kinds are brought in on a page. */
function isEntered(kind: string): boolean {
  return ENTRY_KINDS.some((each) => each === kind);
}
