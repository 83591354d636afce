import type { VNode } from 'preact';
import type { Block } from '../../core/report/block.ts';
import type { ToldText } from '../../core/report/told-text.ts';
import { narrativeMessages } from '../../web/i18n/messages/narratives.ts';
import { DataTable } from '../../web/parts/data-table.tsx';
import { Said } from '../../web/parts/said.tsx';
import { PageHeading, Section } from '../../web/parts/section.tsx';
import { Told } from '../../web/parts/told-text.tsx';
import { downloadsOf, Page, type PageFrame } from './frame.tsx';
import { CorrectLink } from './keep-links.tsx';
import { shortBlock } from './list-parts.tsx';

/** One text beside figures, and what it said before. */
export function NarrativePage(props: {
  readonly frame: PageFrame;
  readonly section: string;
  readonly program: { readonly title: string; readonly href: string | null };
  readonly told: ToldText;
  readonly history: Block;
}): VNode {
  const { frame, section, program, told, history } = props;
  const { edition, url } = frame;
  const { t } = edition;
  const title = t(narrativeMessages.titleOf, { section, program: program.title });
  const lede = t(narrativeMessages.pageLede);
  return (
    <Page frame={frame} title={title} description={lede} current={null} illustrative={false}>
      <PageHeading kicker={t(narrativeMessages.kicker)} title={title} lede={lede} />
      <CorrectLink frame={frame} kind="narratives" />
      {program.href !== null && (
        <p class="parent-link">
          <a href={program.href}>
            <Said text={program.title} />
          </a>
        </p>
      )}
      <Told edition={edition} text={told} />
      <Section
        id="history-section"
        title={t(narrativeMessages.versions)}
        lede={t(narrativeMessages.versionsLede)}
      >
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
