import type { VNode } from 'preact';
import type { Block } from '../../core/report/block.ts';
import { commonMessages } from '../../web/i18n/messages/common.ts';
import { historyMessages } from '../../web/i18n/messages/history.ts';
import { pageMessages } from '../../web/i18n/messages/pages.ts';
import { totalsMessages } from '../../web/i18n/messages/totals.ts';
import { DataTable } from '../../web/parts/data-table.tsx';
import { PageHeading, Section } from '../../web/parts/section.tsx';
import { pageFrom } from '../../web/url.ts';
import type { Proof } from '../proof.ts';
import { downloadsOf, Page, type PageFrame } from './frame.tsx';
import { CorrectLink, EvidenceLink } from './keep-links.tsx';
import { shortBlock } from './list-parts.tsx';
import { Remark, SheetFields } from './sheet-parts.tsx';

/** One figure, its proof, and what it said before. */
export function ResultPage({
  frame,
  proof,
  history,
}: {
  readonly frame: PageFrame;
  readonly proof: Proof;
  readonly history: Block;
}): VNode {
  const { edition, url } = frame;
  const { t } = edition;
  const { title } = proof;
  return (
    <Page
      frame={frame}
      title={title}
      description={t(pageMessages.proofLede)}
      current={null}
      illustrative={false}
    >
      <PageHeading kicker={t(pageMessages.proof)} title={title} lede={t(pageMessages.proofLede)} />
      <CorrectLink frame={frame} kind="results" />
      <Section id="stated" title={t(pageMessages.asStated)}>
        <SheetFields edition={edition} fields={proof.stated} />
      </Section>
      {proof.reported !== null && (
        <Section id={proof.reported.id} title={proof.reported.title}>
          {proof.reported.rows.length > 0 && (
            <DataTable edition={edition} {...shortBlock(url, proof.reported)} captionHidden />
          )}
        </Section>
      )}
      <Section id="evidence" title={t(totalsMessages.evidence)}>
        {proof.evidence.length === 0 ? (
          <p class="quiet">{proof.noEvidence}</p>
        ) : (
          <ul class="prose">
            {proof.evidence.map(({ text, href, remark, details, quotation }) => (
              <li key={`${text} ${details}`}>
                {href === null ? text : <a href={href}>{text}</a>}
                {details !== null && <span class="quiet small"> {details}</span>}
                <Remark text={remark} />
                {quotation !== null && <blockquote class="evidence-quote">{quotation}</blockquote>}
              </li>
            ))}
          </ul>
        )}
        <EvidenceLink frame={frame} />
      </Section>
      <Section id="counts" title={t(pageMessages.whereItCounts)}>
        <SheetFields edition={edition} fields={proof.counts} />
      </Section>
      <Section id="combines" title={t(pageMessages.howItCombines)}>
        <ul class="prose">
          {proof.combines.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
        <p>
          <a href={pageFrom(url, '/methods')}>{t(commonMessages.methods)}</a>
        </p>
      </Section>
      <Section id="history-section" title={t(historyMessages.title)} lede={t(historyMessages.lede)}>
        <DataTable
          edition={edition}
          {...shortBlock(url, history)}
          captionHidden
          downloads={downloadsOf(url, history.id)}
        />
      </Section>
    </Page>
  );
}
