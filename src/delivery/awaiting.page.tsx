import type { VNode } from 'preact';
import type { Language } from '../core/text.ts';
import type { Edition } from '../web/edition.ts';
import { deliveryMessages as m } from '../web/i18n/messages/deliveries.ts';
import { ButtonForm } from '../web/parts/form.tsx';
import { pageFrom, type Url } from '../web/url.ts';
import type { AwaitingIssue } from './issue-approvals.use-case.ts';
import { ReasonForm } from './reason-form.tsx';

/** An issue that waits, as its document is called. */
export type ShownAwaiting = AwaitingIssue & { readonly title: string; readonly lang: Language };

export interface AwaitingProps {
  readonly edition: Edition;
  readonly url: Url;
  readonly timeZone: string;
  /** Of whichever period, the one that waits longest first. */
  readonly awaiting: readonly ShownAwaiting[];
  /** The reader may let them go out. */
  readonly mayApprove: boolean;
}

const APPROVAL = '/deliveries/approval';

/** What waits for somebody to look at it: the report itself, and what to do about it. */
export function Awaiting(props: AwaitingProps): VNode | null {
  const { edition, url, timeZone, awaiting, mayApprove } = props;
  const { t, f } = edition;
  if (awaiting.length === 0) return null;
  return (
    <section class="section" aria-labelledby="awaiting">
      <header>
        <h2 id="awaiting">{t(m.awaiting)}</h2>
        <p>{t(m.awaitingWhy)}</p>
      </header>
      {awaiting.map(({ issue, title, lang, since, turns }) => (
        <article key={issue} class="awaiting" aria-labelledby={`issue-${issue}`}>
          <h3 id={`issue-${issue}`} lang={lang === edition.language ? undefined : lang}>
            {title}
          </h3>
          <p class="breakable">
            {t(m.awaitingFor, {
              count: turns.length,
              moment: f.moment(since, timeZone),
              recipients: f.list(turns.map(({ recipient }) => recipient)),
            })}
          </p>
          <p>
            <a href={`/api/v1/reports/issues/${issue}.pdf`} aria-label={t(m.lookAtPdfOf, { title })}>
              {t(m.lookAtPdf)}
            </a>
          </p>
          {mayApprove && (
            <>
              <ButtonForm
                frame={props}
                action={APPROVAL}
                label={t(m.approve)}
                description={t(m.approveOf, { title })}
                fields={{ issue, is: 'approved' }}
              />
              <details>
                <summary aria-label={t(m.disapproveOf, { title })}>{t(m.disapprove)}</summary>
                <ReasonForm
                  edition={edition}
                  id={`refuse-${issue}`}
                  action={pageFrom(url, APPROVAL)}
                  fields={{ issue, is: 'refused' }}
                  submit={t(m.disapprove)}
                />
              </details>
            </>
          )}
        </article>
      ))}
    </section>
  );
}
