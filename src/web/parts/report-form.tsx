import type { ComponentChildren, VNode } from 'preact';
import { ANNEXES } from '../../core/report/annexes.ts';
import { PAPERS } from '../../core/report/paper.ts';
import type { Edition } from '../edition.ts';
import { AUTONYMS } from '../i18n/locales.ts';
import { annexChoices, annexMessages } from '../i18n/messages/annexes.ts';
import { commonMessages } from '../i18n/messages/common.ts';
import { reportsPageMessages } from '../i18n/messages/report-pages.ts';
import { subscriptionMessages } from '../i18n/messages/subscriptions.ts';
import { languagesWith, type Site } from '../site.ts';

export interface ReportFormProps {
  readonly edition: Edition;
  readonly site: Site;
  /** `donor-funding-summary`, `own/ports`: part of the addresses, and of the ids of the fields. */
  readonly report: string;
  /** Periods that the form proposes, as keys; the first stands in its field. */
  readonly periods: readonly string[];
  /** It can be sent to its reader regularly: the name that it has among all reports. */
  readonly sent?: string;
  /** What the report is about, between the period and the language. */
  readonly children?: ComponentChildren;
}

const FORMATS = [
  { ending: 'pdf', words: commonMessages.downloadPdf },
  { ending: 'xlsx', words: commonMessages.downloadXlsx },
  { ending: 'csv', words: commonMessages.downloadCsv },
] as const;

/**
 * A report to read, to print or to calculate with. A plain form: each of its buttons asks for an address of the report's
 * own, which works without it too.
 */
export function ReportForm(props: ReportFormProps): VNode {
  const { edition, site, report, periods, sent, children } = props;
  const { t } = edition;
  const field = (name: string) => `${idOf(report)}-${name}`;
  const address = (ending: string) => `/api/v1/reports/${report}.${ending}`;
  return (
    <form class="download-fields" method="get" action={address('pdf')}>
      <p class="field">
        <label for={field('period')}>{t(reportsPageMessages.period)}</label>
        <input
          id={field('period')}
          name="period"
          value={periods[0]}
          required
          pattern="(FY)?[0-9]{4}|[0-9]{4}-(0[1-9]|1[0-2]|Q[1-4])|[0-9]{4}-(0[1-9]|1[0-2])[.]{2}[0-9]{4}-(0[1-9]|1[0-2])"
          list={field('periods')}
          autocomplete="off"
        />
        <datalist id={field('periods')}>
          {periods.map((period) => (
            <option key={period} value={period}>
              {edition.f.period(period)}
            </option>
          ))}
        </datalist>
      </p>
      {children}
      <p class="field">
        <label for={field('lang')}>{t(reportsPageMessages.language)}</label>
        <select id={field('lang')} name="lang">
          {languagesWith(site, edition.language).map((language) => (
            <option key={language} value={language} lang={language} selected={language === edition.language}>
              {AUTONYMS[language]}
            </option>
          ))}
        </select>
      </p>
      <p class="field">
        <label for={field('paper')}>{t(reportsPageMessages.paper)}</label>
        <select id={field('paper')} name="paper">
          {PAPERS.map((paper) => (
            <option key={paper} value={paper}>
              {t(reportsPageMessages[paper])}
            </option>
          ))}
        </select>
      </p>
      <AnnexChoices edition={edition} report={idOf(report)} />
      <p class="formats">
        {FORMATS.map(({ ending, words }) => (
          <button key={ending} class="button" type="submit" formaction={address(ending)}>
            {t(words)}
          </button>
        ))}
        {sent !== undefined && (
          <button class="text-button" type="submit" name="report" value={sent} formaction="/subscriptions">
            {t(subscriptionMessages.sendMe)}
          </button>
        )}
      </p>
    </form>
  );
}

function idOf(report: string): string {
  return report.replace('/', '-');
}

/** What is listed behind the report, where it is wanted. */
function AnnexChoices({ edition, report }: Pick<ReportFormProps, 'edition' | 'report'>): VNode {
  const { t } = edition;
  return (
    <fieldset class="annexes">
      <legend>{t(annexMessages.choose)}</legend>
      <p>{t(annexMessages.chooseHint)}</p>
      {ANNEXES.map((name) => (
        <label key={name} for={`${report}-annex-${name}`}>
          <input id={`${report}-annex-${name}`} type="checkbox" name="annex" value={name} />
          {t(annexChoices[name])}
        </label>
      ))}
    </fieldset>
  );
}
