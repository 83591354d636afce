import type { VNode } from 'preact';
import type { Block, Gap, Headline, Tile } from '../src/core/report/block.ts';
import { withoutColumns } from '../src/core/report/columns.ts';
import type { Paper } from '../src/core/report/paper.ts';
import { countOfRows } from '../src/core/report/short.ts';
import type { ToldSection } from '../src/core/report/told-text.ts';
import type { Edition } from '../src/web/edition.ts';
import { reportSections, upTo } from '../src/web/i18n/messages/report-pages.ts';
import { reportMessages } from '../src/web/i18n/messages/reports.ts';
import { Section } from '../src/web/parts/section.tsx';
import { factSheetCss } from './fact-sheet.css.ts';
import { FactSheetPicture, pictureLayout } from './fact-sheet-picture.tsx';
import { FactSheetProgram } from './fact-sheet-program.tsx';
import { lengthsOf, PROGRAM_GAP, programsRoom, type ShownProgram } from './fact-sheet-room.ts';
import { InTime, inTimeOf, type ShownInTime, YearsOfMoney } from './fact-sheet-time.tsx';
import { FactSheetWords } from './fact-sheet-words.tsx';
import { Funding, Programs, ReportFigures } from './report-figures.tsx';
import { type ReportAnnex, ReportDocument, type ReportFrame, unsaid } from './report-frame.tsx';
import { intoPages, type Lengths, type SheetPage } from './sheet-pages.ts';
import { roomOn } from './sheet-room.ts';
import { WHOLE_SHEET } from './short-names.ts';

/** A programme with the fields of the old fact sheets, in their order. */
export interface SheetProgram {
  readonly code: string;
  readonly title: string;
  /** The programme that it is an activity of. */
  readonly parent: { readonly title: string } | null;
  readonly fields: readonly SheetField[];
  readonly results: Block;
  readonly targets: Block;
  /** What is told of it in words. */
  readonly words: { readonly sections: readonly ToldSection[] };
}

export interface SheetField {
  readonly id: string;
  readonly label: string;
  /** Empty: the record lacks it. */
  readonly values: readonly { readonly text: string; readonly href: string | null }[];
}

export interface CountryFactSheetProps {
  readonly frame: ReportFrame;
  readonly annexes: readonly ReportAnnex[];
  /** Of the country or region. */
  readonly code: string;
  readonly headlines: readonly Headline[];
  readonly tiles: readonly Tile[];
  readonly picture: {
    readonly map: Block | null;
    readonly trend: Block | null;
    readonly payers: Block | null;
  };
  readonly indicators: Block;
  /** Programmes on a time line; without a chart, one has dates or none. */
  readonly timeline: Block;
  readonly programs: readonly SheetProgram[];
  /** All that lead, where not every programme has a sheet. */
  readonly listed: Block | null;
  readonly funding: readonly Block[];
  /** Money year by year and by pillar; null: there is one year, or the trend of the first page says it. */
  readonly years: Block | null;
  readonly gaps: readonly Gap[];
}

/** As many headline figures as stand in one row: programmes, three indicators and money. */
const MOST_TILES = 5;

/** What the sheets that were written by hand said of a country, from data: first a picture of it, then each programme. */
export function CountryFactSheet(props: CountryFactSheetProps): VNode {
  const { frame, annexes, code, headlines, tiles, picture, indicators } = props;
  const { timeline, programs, listed, funding, years, gaps } = props;
  const { edition } = frame;
  const { t, f } = edition;
  const first = tiles.length > MOST_TILES ? [...tiles.slice(0, MOST_TILES - 1), ...tiles.slice(-1)] : tiles;
  const layout = pictureLayout(frame, { headlines: unsaid(headlines, first), tiles: first, ...picture });
  const listedPayers = layout.payers?.block.rows.length ?? 0;
  const areAllPayers = picture.payers !== null && listedPayers === countOfRows(picture.payers);
  return (
    <ReportDocument
      frame={frame}
      gaps={gaps}
      gapRoom={WHOLE_SHEET}
      annexes={annexes}
      css={factSheetCss(frame.paper)}
    >
      <Section id="headlines" title={t(reportSections.inFigures)}>
        <FactSheetPicture edition={edition} tiles={first} layout={layout} />
      </Section>
      <ProgramSheets
        edition={edition}
        {...sheetsOf(programs, inTimeOf(frame, timeline), {
          ...{ country: code, paper: frame.paper, picture: layout.height },
        })}
      />
      <FactSheetWords edition={edition} programs={programs} />
      {listed !== null && (
        <Section id="listed" title={t(reportSections.leadingPrograms)}>
          <Programs edition={edition} block={withoutColumns(listed, ['places'])} />
        </Section>
      )}
      {indicators.rows.length > 0 && (
        <Section id="indicators-section" title={t(reportSections.allIndicators)}>
          <ReportFigures frame={frame} blocks={[indicators]} />
        </Section>
      )}
      <Section id="funding" title={t(upTo, { title: t(reportMessages.funding), day: f.day(frame.cutOff) })}>
        <Funding
          frame={frame}
          blocks={funding.filter(({ id }) => !areAllPayers || id !== 'disbursement-by-donor')}
        />
        {years !== null && <YearsOfMoney frame={frame} block={years} />}
      </Section>
    </ReportDocument>
  );
}

interface Sheets {
  /** The programmes of each sheet; of the first one, those that stand below the picture. */
  readonly sheets: readonly SheetPage<ShownProgram | ShownInTime>[];
  /** They begin on the page of the picture. */
  readonly beginsBelow: boolean;
}

/** Of a page: a picture that leaves so much of it free has programmes below it. */
const MOST_PICTURE = 0.7;

function sheetsOf(
  programs: readonly SheetProgram[],
  inTime: ShownInTime | null,
  place: { readonly country: string; readonly paper: Paper; readonly picture: number },
): Sheets {
  const { paper, country, picture } = place;
  const first = picture < MOST_PICTURE * roomOn(paper) ? picture : 0;
  // Before the programmes, where they have sheets: it is put where it fits, as they are.
  const timelines =
    inTime === null || programs.length === 0 ? [] : [{ lengths: [{ item: inTime, height: inTime.height }] }];
  const lengths = programs.map((program) => lengthsOf(program, { country, paper }));
  const pages = intoPages<ShownProgram | ShownInTime>([...timelines, ...lengths], {
    room: programsRoom(paper),
    gap: PROGRAM_GAP,
    first,
  });
  const sheets = pages.filter(({ items }) => items.length > 0);
  const beginsBelow = first > 0 && sheets[0] === pages[0];
  return { sheets: lastInOne(sheets, { lengths, from: beginsBelow ? 1 : 0 }), beginsBelow };
}

/**
 * The last programme is told whole, and goes on over the end of its page: below it goes on what may be broken. So do all that
 * would leave several pages short, each by itself.
 */
function lastInOne(
  sheets: Sheets['sheets'],
  { lengths, from }: { readonly lengths: readonly Lengths<ShownProgram>[]; readonly from: number },
): Sheets['sheets'] {
  const short = sheets.filter(({ isShort }, at) => at >= from && isShort);
  const [last] = sheets.slice(-1);
  if (last === undefined) return sheets;
  const whole = (item: ShownProgram | ShownInTime, flows: boolean) => {
    const longest = lengths.find(({ lengths: [first] }) => first?.item.code === item.code)?.lengths[0]?.item;
    return longest === undefined || !flows ? item : { ...longest, flows };
  };
  if (short.length < 2) {
    const items = last.items.map((item, at) => whole(item, at === last.items.length - 1));
    return [...sheets.slice(0, -1), { ...last, items }];
  }
  // What is drawn cannot go on, and stands first.
  const items = short
    .flatMap((page) => page.items)
    .toSorted((a, b) => Number('block' in b) - Number('block' in a));
  return [
    ...sheets.filter((page) => !short.includes(page)),
    { ...last, items: items.map((item) => whole(item, true)) },
  ];
}

/** Each sheet but the last is filled: below that goes on what may be broken. */
function ProgramSheets({ edition, sheets, beginsBelow }: Sheets & { readonly edition: Edition }): VNode {
  const { t } = edition;
  const isLast = (at: number) => at === sheets.length - 1;
  const classOf = (at: number, isShort: boolean) =>
    [
      'sheet',
      ...(at === 0 ? ['sheet-first'] : []),
      ...(isLast(at) || (at === 0 && beginsBelow)
        ? []
        : ['sheet-full', ...(isShort ? ['sheet-spread'] : [])]),
    ].join(' ');
  return (
    <Section id="programs" title={t(reportMessages.programs)} newPage={sheets.length > 0 && !beginsBelow}>
      {sheets.length === 0 && <p class="quiet">{t(reportSections.noPrograms)}</p>}
      {sheets.map(({ items, isShort }, at) => (
        <div key={items[0]?.code} class={classOf(at, isShort)}>
          {items.map((item) =>
            'block' in item ? (
              <InTime key={item.code} shown={item} />
            ) : (
              <FactSheetProgram key={item.code} edition={edition} program={item} />
            ),
          )}
        </div>
      ))}
    </Section>
  );
}
