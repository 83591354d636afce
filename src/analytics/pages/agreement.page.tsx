import type { VNode } from 'preact';
import type { Block } from '../../core/report/block.ts';
import { agreementMessages } from '../../web/i18n/messages/agreement.ts';
import { commonMessages } from '../../web/i18n/messages/common.ts';
import type { Choices } from '../../web/parts/choice-field.tsx';
import { DataTable } from '../../web/parts/data-table.tsx';
import { Chips, type FilterBarProps } from '../../web/parts/filter-bar.tsx';
import { PageHeading } from '../../web/parts/section.tsx';
import { figuresFrom } from '../../web/url.ts';
import { downloadsOf, Page, type PageFrame } from './frame.tsx';
import { shortBlock } from './list-parts.tsx';

/** Whether all totals of a reader agree from every side. */
export function AgreementPage(props: {
  readonly frame: PageFrame;
  readonly block: Block;
  /** How many totals do not agree. */
  readonly differing: number;
  readonly filter: FilterBarProps['filter'];
  readonly choices: Choices;
}): VNode {
  const { frame, block, differing, filter, choices } = props;
  const { edition, url } = frame;
  const { t } = edition;
  const all = block.rows.length;
  const title = t(agreementMessages.title);
  const lede = t(agreementMessages.lede);
  return (
    <Page frame={frame} title={title} description={lede} current="methods" illustrative={false}>
      <PageHeading title={title} lede={lede} />
      <Chips edition={edition} url={url} filter={filter} choices={choices} />
      {differing === 0 ? (
        <p class="found" role="status">
          {t(agreementMessages.allAgree, { count: all })}
        </p>
      ) : (
        <p class="problem" role="alert">
          {t(agreementMessages.someDiffer, { count: differing, all })}
        </p>
      )}
      {all > 0 && (
        <div class="agreement">
          <DataTable
            edition={edition}
            {...shortBlock(url, block)}
            captionHidden
            downloads={downloadsOf(url, block.id)}
          />
        </div>
      )}
      <p class="data-link">
        <a href={figuresFrom(url, '/methods')}>{t(commonMessages.methods)}</a>
      </p>
    </Page>
  );
}
