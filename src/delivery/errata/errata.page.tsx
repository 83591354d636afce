import type { VNode } from 'preact';
import type { Frame } from '../../access/index.ts';
import type { RowPage } from '../../core/row-page.ts';
import { deliveryMessages } from '../../web/i18n/messages/deliveries.ts';
import { errataMessages as m } from '../../web/i18n/messages/errata.ts';
import { AdministrationNav } from '../../web/parts/administration-nav.tsx';
import { EmptyState } from '../../web/parts/empty-state.tsx';
import { FormPage } from '../../web/parts/form-page.tsx';
import { Pages } from '../../web/parts/pagination.tsx';
import { Records } from '../../web/parts/records.tsx';
import { pageFrom } from '../../web/url.ts';
import type { Erratum } from './erratum.ts';
import { erratumState } from './erratum-words.ts';

/** An erratum in a list. */
export interface ListedErratum extends Erratum {
  /** The report and its slice in words. */
  readonly what: string;
  /** What moved. */
  readonly sentences: readonly string[];
  /** Whom it concerns, or who was told, by name. */
  readonly people: readonly string[];
  readonly sent: number;
}

export interface ErrataPageProps {
  readonly frame: Frame;
  readonly timeZone: string;
  readonly sendsByItself: boolean;
  readonly shown: RowPage<ListedErratum>;
}

/** So many people are named in a list. */
const MOST_NAMED = 6;
/** And so many figures. */
const MOST_FIGURES = 3;

/** What is proposed to be told to readers of reports, first; then what was decided. */
export function ErrataPage({ frame, timeZone, sendsByItself, shown }: ErrataPageProps): VNode {
  const { edition, url, signedIn } = frame;
  const { t, f } = edition;
  const administers = signedIn?.rights.administersAccounts === true;
  const named = (people: readonly string[]) => {
    const rest = people.length - MOST_NAMED;
    return f.list([...people.slice(0, MOST_NAMED), ...(rest > 0 ? [`+${rest}`] : [])]);
  };
  return (
    <FormPage
      frame={frame}
      kicker={t(deliveryMessages.title)}
      title={t(m.title)}
      lede={t(m.lede)}
      current={administers ? 'administration' : 'reports'}
      {...(administers && { nav: <AdministrationNav edition={edition} url={url} current="deliveries" /> })}
    >
      {sendsByItself && <p class="form-text">{t(m.bySetting)}</p>}
      {shown.rows.length === 0 ? (
        <EmptyState edition={edition} title={t(m.none)} text={t(m.noneText)} />
      ) : (
        <>
          <Records
            id="errata"
            caption={t(m.title)}
            heads={[t(m.report), t(m.moved), t(deliveryMessages.recipient), t(m.state)]}
            rows={shown.rows.map((each) => ({
              key: each.id,
              muted: each.status === 'dismissed' || each.status === 'lapsed',
              cells: [
                <a key="what" href={pageFrom(url, `/deliveries/errata/${each.id}`)}>
                  {each.what}, {f.period(each.period)}
                </a>,
                <Moved key="moved" {...each} more={(count) => t(m.figuresMoved, { count })} />,
                named(each.people),
                erratumState(edition, each, { sent: each.sent, all: each.people.length, timeZone }),
              ],
            }))}
          />
          <Pages edition={edition} url={url} shown={shown} />
        </>
      )}
      <p class="data-link page-actions">
        <a href={pageFrom(url, '/deliveries')}>{t(deliveryMessages.title)}</a>
      </p>
    </FormPage>
  );
}

function Moved({
  sentences,
  figures,
  more,
}: Pick<ListedErratum, 'sentences' | 'figures'> & { readonly more: (count: number) => string }): VNode {
  if (sentences.length === 0) return <>{more(figures.length)}</>;
  const rest = sentences.length - MOST_FIGURES;
  return (
    <ul class="notes">
      {sentences.slice(0, MOST_FIGURES).map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
      {rest > 0 && <li>+ {more(rest)}</li>}
    </ul>
  );
}
