import type { VNode } from 'preact';
import { isolated } from '../src/web/i18n/isolate.ts';
import { reportMessages } from '../src/web/i18n/messages/reports.ts';
import { capitalised } from '../src/web/parts/print-document.tsx';
import type { ReportFrame } from './report-frame.tsx';

/** The first sheet, where the organisation has chosen one: whose report it is, what it is about, and of when. */
export function ReportCover(props: ReportFrame): VNode {
  const { edition, organisation, logo, report, scope, period, subject, knownAt } = props;
  const { t } = edition;
  const title = isolated(subject === 'period' ? capitalised(edition, period) : props[subject]);
  const facts = [
    ...(subject === 'period' ? [] : [[t(reportMessages.period), period]]),
    [t(reportMessages.known), knownAt],
  ];
  return (
    <header class="report-cover">
      <div class="cover-house">
        {logo !== null && <img class="report-logo" alt="" {...logo} />}
        <p>{organisation}</p>
      </div>
      <div class="cover-band">
        {subject !== 'report' && <p>{report}</p>}
        <h1 class={`cover-${lengthOf(title)}`}>{title}</h1>
        {subject !== 'scope' && <p>{isolated(scope)}</p>}
      </div>
      <dl class="report-facts">
        {facts.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </header>
  );
}

/** In letters: what stands in two lines of the largest size, and of the next. */
const [SHORT, MIDDLING] = [40, 90];

function lengthOf({ length }: string): 'short' | 'middling' | 'long' {
  return length <= SHORT ? 'short' : length <= MIDDLING ? 'middling' : 'long';
}
