import { Fragment, type VNode } from 'preact';
import type { Block, Gap, Tile } from '../src/core/report/block.ts';
import { withoutColumns } from '../src/core/report/columns.ts';
import type { Edition } from '../src/web/edition.ts';
import { reportSections } from '../src/web/i18n/messages/report-pages.ts';
import { factSheetFields, reportMessages } from '../src/web/i18n/messages/reports.ts';
import { totalsMessages } from '../src/web/i18n/messages/totals.ts';
import { Said } from '../src/web/parts/said.tsx';
import { DefinitionList, Section } from '../src/web/parts/section.tsx';
import { Tiles } from '../src/web/parts/tiles.tsx';
import { FirstRows, Funding, Programs, ReportFigures } from './report-figures.tsx';
import { Headlines, type ReportAnnex, ReportDocument, type ReportFrame } from './report-frame.tsx';

/** A programme with the fields of the old fact sheets, in their order. */
export interface SheetProgram {
  readonly code: string;
  readonly title: string;
  /** The programme that it is an activity of. */
  readonly parent: { readonly title: string } | null;
  readonly fields: readonly SheetField[];
  readonly results: Block;
  readonly targets: Block;
}

interface SheetField {
  readonly id: string;
  readonly label: string;
  /** Empty: the record lacks it. */
  readonly values: readonly { readonly text: string; readonly href: string | null }[];
  /** That this is not for everybody. */
  readonly remark?: string;
}

export interface CountryFactSheetProps {
  readonly frame: ReportFrame;
  readonly annexes: readonly ReportAnnex[];
  readonly headlines: readonly string[];
  readonly tiles: readonly Tile[];
  readonly indicators: Block;
  readonly programs: readonly SheetProgram[];
  /** All that lead, where not every programme has a sheet. */
  readonly listed: Block | null;
  readonly funding: readonly Block[];
  readonly gaps: readonly Gap[];
}

/** What the sheets that were written by hand said of a country, from data: its figures, then programme by programme. */
export function CountryFactSheet(props: CountryFactSheetProps): VNode {
  const { frame, annexes, headlines, tiles, indicators, programs, listed, funding, gaps } = props;
  const { edition } = frame;
  const { t } = edition;
  return (
    <ReportDocument frame={frame} gaps={gaps} annexes={annexes}>
      <Section id="headlines" title={t(reportSections.inFigures)}>
        <Headlines sentences={headlines} />
        <Tiles edition={edition} tiles={tiles} />
        {indicators.rows.length > 0 && <ReportFigures frame={frame} blocks={[indicators]} />}
      </Section>
      <Section id="programs" title={t(reportMessages.programs)}>
        {programs.length === 0 && <p class="quiet">{t(reportSections.noPrograms)}</p>}
        {listed !== null && <Programs edition={edition} block={withoutColumns(listed, ['places'])} />}
        {programs.map((program) => (
          <ProgramEntry key={program.code} edition={edition} program={program} />
        ))}
      </Section>
      <Section id="funding" title={t(reportMessages.funding)}>
        <Funding frame={frame} blocks={funding} />
      </Section>
    </ReportDocument>
  );
}

function ProgramEntry({
  edition,
  program,
}: {
  readonly edition: Edition;
  readonly program: SheetProgram;
}): VNode {
  const { t } = edition;
  const { title, parent, fields, results, targets } = program;
  const ofSheet = (ids: readonly string[]) => fields.filter(({ id }) => ids.includes(id));
  return (
    <section class="program">
      <div class="program-head">
        <h3>
          <Said text={title} />
        </h3>
        {parent !== null && (
          <p class="figure-subtitle">{t(reportSections.activityOf, { program: parent.title })}</p>
        )}
        <Fields edition={edition} fields={ofSheet(HEAD)} />
      </div>
      <Fields edition={edition} fields={ofSheet(BODY)} />
      <h4>{t(factSheetFields.results)}</h4>
      <Figures edition={edition} block={results} />
      {targets.rows.length > 0 && (
        <>
          <h4>{t(factSheetFields.targets)}</h4>
          <Figures edition={edition} block={targets} />
        </>
      )}
      <div class="fields-more">
        <Fields
          edition={edition}
          fields={fields.filter(({ id }) => !HEAD.includes(id) && !BODY.includes(id))}
        />
      </div>
    </section>
  );
}

/**
 * The fields of the old sheets, in their order, up to the results; what else is known stands below these. The first ones
 * stay with the title at the end of a page.
 */
const HEAD: readonly string[] = ['pillar', 'name'];
const BODY: readonly string[] = ['dates', 'beneficiaries', 'link', 'donors', 'summary', 'objectives'];

function Fields({
  edition,
  fields,
}: {
  readonly edition: Edition;
  readonly fields: readonly SheetField[];
}): VNode {
  return (
    <DefinitionList
      items={fields.map(({ label, values, remark }) => ({
        term: label,
        description: (
          <>
            <FieldValues edition={edition} values={values} />
            {remark !== undefined && <span class="remark">{remark}</span>}
          </>
        ),
      }))}
    />
  );
}

function FieldValues({
  edition,
  values,
}: {
  readonly edition: Edition;
  readonly values: SheetField['values'];
}): VNode {
  if (values.length === 0) return <span class="lacking">{edition.t(totalsMessages.notRecorded)}</span>;
  return (
    <>
      {values.map(({ text, href }, index) => (
        <Fragment key={text}>
          {index > 0 && '; '}
          {href === null ? text : <a href={href}>{text}</a>}
        </Fragment>
      ))}
    </>
  );
}

/** The programme and the kind stand above the table already. */
function Figures({ edition, block }: { readonly edition: Edition; readonly block: Block }): VNode {
  if (block.rows.length === 0) return <p class="quiet">{edition.t(reportMessages.noResults)}</p>;
  return (
    <div class="table-results">
      <FirstRows edition={edition} block={withoutColumns(block, ['program', 'kind'])} />
    </div>
  );
}
