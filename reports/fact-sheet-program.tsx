import { Fragment, type VNode } from 'preact';
import type { Block } from '../src/core/report/block.ts';
import type { Edition } from '../src/web/edition.ts';
import { leadingMessages } from '../src/web/i18n/messages/annexes.ts';
import { narrativeMessages } from '../src/web/i18n/messages/narratives.ts';
import { reportSections } from '../src/web/i18n/messages/report-pages.ts';
import { factSheetFields, reportMessages } from '../src/web/i18n/messages/reports.ts';
import { DataTable } from '../src/web/parts/data-table.tsx';
import { Said, SaidSpan } from '../src/web/parts/said.tsx';
import { BETWEEN_VALUES, type ShownField, type ShownProgram } from './fact-sheet-room.ts';
import { startsLow } from './report-figures.tsx';

/** One programme of a country's sheet, never torn unless it is the last: key facts in a narrow column, words and results beside it. */
export function FactSheetProgram(props: {
  readonly edition: Edition;
  readonly program: ShownProgram;
}): VNode {
  const { edition, program } = props;
  const { title, parent, facts, words, results, targets, more, isShortened } = program;
  const { t } = edition;
  return (
    <section class={program.flows === true ? 'sheet-program sheet-flows' : 'sheet-program'}>
      <header>
        <h3>
          <Said text={title} />
        </h3>
        {parent !== null && <p class="quiet">{t(reportSections.activityOf, { program: parent })}</p>}
      </header>
      <dl class="sheet-facts">
        {facts.map((field) => (
          <div key={field.id}>
            <dt>{field.label}</dt>
            <dd>
              <Values field={field} />
            </dd>
          </div>
        ))}
      </dl>
      <div class="sheet-words">
        <RunIn fields={words} />
        <h4>{t(factSheetFields.results)}</h4>
        {results.rows.length === 0 ? (
          <p class="quiet">{t(reportMessages.noResults)}</p>
        ) : (
          <Figures edition={edition} block={results} />
        )}
        {targets.rows.length > 0 && (
          <>
            <h4>{t(factSheetFields.targets)}</h4>
            <Figures edition={edition} block={targets} />
          </>
        )}
        {more.length > 0 && (
          <div class="sheet-more">
            <RunIn fields={more} />
          </div>
        )}
        {isShortened && <p class="quiet">{t(narrativeMessages.shortened)}</p>}
      </div>
    </section>
  );
}

/** Paragraphs that begin with what they are. */
function RunIn({ fields }: { readonly fields: readonly ShownField[] }): VNode {
  return (
    <>
      {fields.map((field) => (
        <p key={field.id}>
          <span class="strong">{field.label}.</span> <Values field={field} />
        </p>
      ))}
    </>
  );
}

function Figures({ edition, block }: { readonly edition: Edition; readonly block: Block }): VNode {
  const [shown, all] = [block.rows.length, block.short?.all ?? block.rows.length];
  const notes = shown < all ? [edition.t(leadingMessages.rowsOf, { shown, all })] : [];
  return (
    <div class={startsLow(block) ? 'kept-start' : undefined}>
      <DataTable edition={edition} block={{ ...block, notes }} captionHidden />
    </div>
  );
}

function Values({ field: { id, values } }: { readonly field: ShownField }): VNode {
  const Words = id === 'dates' ? SaidSpan : Said;
  return (
    <>
      {values.map(({ text, href }, index) => (
        <Fragment key={text}>
          {index > 0 && BETWEEN_VALUES}
          {href === null ? <Words text={text} /> : <a href={href}>{text}</a>}
        </Fragment>
      ))}
    </>
  );
}
