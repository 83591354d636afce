import type { VNode } from 'preact';
import type { Block } from '../../core/report/block.ts';
import { movementMessages } from '../../web/i18n/messages/movements.ts';
import type { Choices } from '../../web/parts/choice-field.tsx';
import { DataTable } from '../../web/parts/data-table.tsx';
import { EmptyState } from '../../web/parts/empty-state.tsx';
import { Chips, type FilterBarProps } from '../../web/parts/filter-bar.tsx';
import { PageHeading, Section } from '../../web/parts/section.tsx';
import { parametersOf, pathOf, withParameters } from '../../web/url.ts';
import { downloadsOf, Page, type PageFrame } from './frame.tsx';
import { shortBlock } from './list-parts.tsx';

/** How totals have moved between two moments: the totals, and the rows that moved them. */
export function ChangesPage(props: {
  readonly frame: PageFrame;
  readonly lede: string;
  /** The moments as they stand in the fields. */
  readonly since: string;
  readonly until: string;
  /** Whose clock they are of. */
  readonly timeZone: string;
  /** The name of the one total that is shown; null: all are. */
  readonly only: string | null;
  readonly totals: Block;
  readonly rows: Block;
  readonly filter: FilterBarProps['filter'];
  readonly choices: Choices;
}): VNode {
  const { frame, lede, since, until, timeZone, only, totals, rows, filter, choices } = props;
  const { edition, url } = frame;
  const { t } = edition;
  const title = t(movementMessages.title);
  const kept = parametersOf(url).filter(([name]) => !MOMENTS.has(name));
  return (
    <Page frame={frame} title={title} description={lede} current={null} illustrative={rows.illustrative}>
      <PageHeading title={title} lede={lede} />
      <search>
        <form class="search" method="get" action={pathOf(url)}>
          {kept.map(([name, value]) => (
            <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
          ))}
          <p class="field">
            <label for="since">{t(movementMessages.since, { timeZone })}</label>
            <input id="since" name="since" type="datetime-local" step="any" value={since} />
          </p>
          <p class="field">
            <label for="until">{t(movementMessages.until)}</label>
            <input id="until" name="as-of" type="datetime-local" step="any" value={until} />
          </p>
          <button class="button" type="submit">
            {t(movementMessages.show)}
          </button>
        </form>
      </search>
      <Chips edition={edition} url={url} filter={filter} choices={choices} />
      {only !== null && (
        <p class="found">
          {t(movementMessages.oneTotal, { total: only })}{' '}
          <a href={withParameters(url, { indicator: null, kind: null, type: null })}>
            {t(movementMessages.allTotals)}
          </a>
        </p>
      )}
      {totals.rows.length === 0 ? (
        <EmptyState edition={edition} title={totals.title} text={t(movementMessages.nothingMoved)} />
      ) : (
        <>
          <Section id="totals" title={totals.title}>
            <DataTable
              edition={edition}
              {...shortBlock(url, totals)}
              captionHidden
              downloads={downloadsOf(url, totals.id)}
            />
          </Section>
          <Section id="rows" title={rows.title}>
            <DataTable
              edition={edition}
              {...shortBlock(url, rows)}
              captionHidden
              downloads={downloadsOf(url, rows.id)}
            />
          </Section>
        </>
      )}
    </Page>
  );
}

const MOMENTS: ReadonlySet<string> = new Set(['since', 'as-of', 'to-then', 'cursor']);
