import type { VNode } from 'preact';
import type { Frame } from '../access/index.ts';
import type { View } from '../analytics/index.ts';
import type { Edition } from '../web/edition.ts';
import { kindName } from '../web/i18n/kind-name.ts';
import { deskMessages } from '../web/i18n/messages/entry.ts';
import { openSheetMessages as m } from '../web/i18n/messages/sheets.ts';
import { Records } from '../web/parts/records.tsx';
import { Section } from '../web/parts/section.tsx';
import { pageFrom } from '../web/url.ts';
import type { OpenSheets } from './open-sheets.use-case.ts';
import type { Need } from './plan-entered.ts';
import type { Sheet } from './submissions.repository.ts';

/** Files and tables that are not submitted whole, each with what is left to do; of none nothing. */
export function OpenSheetList(props: {
  readonly frame: Frame;
  readonly view: View;
  readonly open: OpenSheets;
}): VNode | null {
  const { frame, view, open } = props;
  const { edition, url } = frame;
  const { t, f } = edition;
  if (open.sheets.length === 0) return null;
  return (
    <Section id="sheets" title={t(m.title)} lede={t(m.lede)}>
      <Records
        id="open-sheets"
        caption={t(m.title)}
        heads={[t(deskMessages.what), t(m.left), t(deskMessages.when)]}
        rows={open.sheets.map((sheet) => ({
          key: sheet.together,
          cells: [
            <a key="what" href={pageFrom(url, `/sheets/${sheet.together}`)}>
              {sheetName(edition, sheet)}
            </a>,
            leftOf(edition, sheet, open),
            f.moment(sheet.createdAt, view.known.timeZone),
          ],
        }))}
      />
      {open.more && <p class="quiet small">{t(m.older)}</p>}
    </Section>
  );
}

/** By its file; else by what its rows are. */
function sheetName(edition: Edition, { kind, fileName }: Sheet): string {
  const rows = kindName(edition, kind, 'many');
  return fileName === '' ? rows : `${fileName} (${rows})`;
}

/** "7 rows: 6 to correct, 1 to submit" */
function leftOf(edition: Edition, { together, rows, open }: Sheet, sheets: OpenSheets): string {
  const { t } = edition;
  const counted = sheets.counted(together);
  const left = counted === null ? [t(m.open, { count: open })] : leftWords(edition, counted);
  return t(m.rowsAndLeft, { count: rows, left: left.join(', ') });
}

/** ["6 to correct", "1 ready to submit"] */
export function leftWords(
  { t }: Pick<Edition, 't'>,
  counted: Readonly<Record<Need, number>>,
): readonly string[] {
  return (['correct', 'answer', 'submit'] as const).flatMap((need) =>
    counted[need] === 0 ? [] : [t(m[need], { count: counted[need] })],
  );
}

const NEEDS = { correct: m.toCorrect, answer: m.toAnswer, submit: m.toSubmit } as const;

/** What a row still needs; of one that nobody looked through nothing. */
export function needWords({ t }: Edition, need: Need | undefined): string {
  return need === undefined ? '' : t(NEEDS[need]);
}

/** From a row to what it came with. */
export function ToSheet(props: {
  readonly frame: Frame;
  readonly row: Pick<Sheet, 'together' | 'fileName'>;
}): VNode {
  const {
    frame,
    row: { together, fileName },
  } = props;
  const { t } = frame.edition;
  return (
    <p class="data-link">
      <a href={pageFrom(frame.url, `/sheets/${together}`)}>
        {fileName === '' ? t(m.rowsBeside) : t(m.rowsOfFile, { file: fileName })}
      </a>
    </p>
  );
}
