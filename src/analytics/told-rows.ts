import type { Transaction } from '../core/funding.ts';
import type { Narrative } from '../core/narratives/narrative.ts';
import type { Program } from '../core/program.ts';
import type { Result } from '../core/result.ts';
import { readsAsOrganisation } from '../core/visibility/visibility.ts';
import { blockMessages } from '../web/i18n/messages/blocks.ts';
import { commonMessages } from '../web/i18n/messages/common.ts';
import { workbookMessages } from '../web/i18n/messages/exports.ts';
import { historyMessages, transactionHeads } from '../web/i18n/messages/history.ts';
import { narrativeMessages, sectionWords } from '../web/i18n/messages/narratives.ts';
import { pageMessages } from '../web/i18n/messages/pages.ts';
import { totalsMessages } from '../web/i18n/messages/totals.ts';
import { money } from './blocks/money-words.ts';
import { breakdownText, convertedCell, periodOf, rateCell } from './blocks/rows.ts';
import { evidenceName } from './evidence-words.ts';
import { capitalised, countryLabel, labelOf, programLabel } from './labels.ts';
import type { NamedView } from './named-view.ts';
import { fieldsOf } from './program-sheet.ts';
import { plain, type ToldRow } from './row-history.ts';
import { periodWords } from './told-narratives.ts';

/** What a version of a figure says, column by column. */
export function toldResult(view: NamedView): ToldRow<Result> {
  const { t, f } = view;
  const tellsApproval = readsAsOrganisation(view);
  return {
    columns: [
      { key: 'value', label: t(blockMessages.figure), numeric: true },
      { key: 'period', label: t(totalsMessages.period), numeric: false },
      { key: 'place', label: t(blockMessages.place), numeric: false },
      { key: 'program', label: t(totalsMessages.program), numeric: false },
      { key: 'breakdown', label: t(historyMessages.breakdown), numeric: false },
      { key: 'what', label: t(blockMessages.what), numeric: false, prose: true },
      { key: 'evidence', label: t(totalsMessages.evidence), numeric: false, prose: true },
      ...(tellsApproval ? [{ key: 'approved', label: t(historyMessages.approved), numeric: false }] : []),
    ],
    cells: (result) => {
      const evidence = result.evidence.map((each) => evidenceName(view, each)).join('; ');
      return [
        { text: f.stated(result), raw: result.value },
        { text: periodOf(view, result), raw: result.periodEnd },
        plain(result.place === null ? null : countryLabel(view, result.place)),
        plain(programLabel(view, result.program)),
        plain(breakdownText(view, result)),
        plain(result.note === null ? null : f.text(result.note)),
        plain(evidence === '' ? null : evidence),
        ...(tellsApproval
          ? [{ text: f.moment(new Date(result.approvedAt), view.known.timeZone), raw: result.approvedAt }]
          : []),
      ];
    },
  };
}

/** What a version of a transaction says, column by column. */
export function toldTransaction(view: NamedView): ToldRow<Transaction> {
  const { t, f } = view;
  const organisation = (code: string | null) => plain(code === null ? null : labelOf(view, 'donor', code));
  const currency = view.names.reportingCurrency;
  return {
    columns: [
      { key: 'amount', label: t(totalsMessages.amount), numeric: false, holds: 'own-money' },
      { key: 'currency', label: t(blockMessages.currency), numeric: false, dataOnly: true },
      { key: 'type', label: t(blockMessages.type), numeric: false, dataOnly: true },
      { key: 'value_date', label: t(totalsMessages.valueDate), numeric: false, holds: 'day' },
      { key: 'program', label: t(totalsMessages.program), numeric: false },
      { key: 'provider', label: t(totalsMessages.donor), numeric: false },
      { key: 'receiver', label: t(historyMessages.receiver), numeric: false },
      { key: 'place', label: t(blockMessages.place), numeric: false },
      { key: 'rate', label: t(totalsMessages.exchangeRate), numeric: true },
      { key: 'counted', label: t(blockMessages.converted, { currency }), numeric: true, holds: 'money' },
      { key: 'note', label: t(workbookMessages.note), numeric: false, prose: true },
    ],
    cells: (said) => [
      {
        text: t(transactionHeads[said.type], { amount: money(view, said.amountMinor, said.currency) }),
        raw: said.amountMinor,
      },
      { text: said.currency, raw: said.currency },
      { text: t(totalsMessages[said.type]), raw: said.type },
      { text: f.dayShort(said.valueDate), raw: said.valueDate },
      plain(programLabel(view, said.program)),
      organisation(said.provider),
      organisation(said.receiver),
      plain(said.place === null ? null : countryLabel(view, said.place)),
      rateCell(view, said),
      convertedCell(view, said),
      plain(said.note === null ? null : capitalised(view, f.text(said.note))),
    ],
  };
}

/** What a version of a text says, column by column; references stand as they were written. */
export function toldNarrative(view: NamedView): ToldRow<Narrative> {
  const { t, f } = view;
  return {
    columns: [
      { key: 'text', label: t(narrativeMessages.text), numeric: false, prose: true },
      { key: 'section', label: t(narrativeMessages.section), numeric: false },
      { key: 'period', label: t(totalsMessages.period), numeric: false },
      { key: 'place', label: t(blockMessages.place), numeric: false },
      { key: 'program', label: t(totalsMessages.program), numeric: false },
      { key: 'sheet', label: t(narrativeMessages.sheet), numeric: false, prose: true },
    ],
    cells: (said) => [
      plain(f.text(said.text)),
      { text: t(sectionWords[said.section]), raw: said.section },
      { text: said.periodEnd === null ? '' : periodWords(view, said), raw: said.periodEnd },
      plain(said.place === null ? null : countryLabel(view, said.place)),
      plain(programLabel(view, said.program)),
      plain(said.sheet === null ? null : f.text(said.sheet)),
    ],
  };
}

/** Of a programme, which has a dozen fields, a version says those that it changed. */
export function toldProgram(view: NamedView): ToldRow<Program> {
  const { t } = view;
  return {
    columns: [{ key: 'what', label: t(historyMessages.said), numeric: false, prose: true }],
    cells: (said, before) => {
      const former = before === null ? null : new Map(statements(view, before));
      const now = statements(view, said);
      const told = now.filter(([label, text]) => former === null || former.get(label) !== text);
      const names = new Set(now.map(([label]) => label));
      const gone = [...(former ?? [])].filter(([label]) => !names.has(label));
      return [
        plain(
          [...told, ...gone.map(([label]) => [label, t(totalsMessages.notRecorded)])]
            .map(([label, text]) => t(commonMessages.labelled, { label, text }))
            .join(' · '),
        ),
      ];
    },
  };
}

/** What a programme says itself, and not what is above it; a field that it lacks is not said. */
function statements(view: NamedView, program: Program): readonly (readonly [label: string, text: string])[] {
  const { parent, pillars, places, organisations } = program;
  const funders = organisations.flatMap(({ organisation, role }) =>
    role === 'funding' ? [organisation] : [],
  );
  const above =
    parent === null ? [] : [[view.t(pageMessages.activityOf), programLabel(view, parent)] as const];
  const fields = fieldsOf(view, program, { pillars, places, funders }).flatMap(
    ({ label, values, remark }) => {
      const text = values.map((value) => value.text).join('; ');
      return text === '' ? [] : [[label, remark === undefined ? text : `${text} (${remark})`] as const];
    },
  );
  return [...above, ...fields];
}
