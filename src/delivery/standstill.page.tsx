import type { VNode } from 'preact';
import type { MissedIssues } from '../core/settings/settings.ts';
import type { Edition } from '../web/edition.ts';
import { standstillMessages as s } from '../web/i18n/messages/standstill.ts';
import { pageFrom, type Url } from '../web/url.ts';
import type { Standstill } from './standstill.ts';

export interface StandstillPanelProps {
  readonly edition: Edition;
  /** The address of this page, with its query. */
  readonly url: Url;
  readonly timeZone: string;
  /** The reader may let it go on. */
  readonly mayAct: boolean;
  /** Null: there is none. */
  readonly standstill: Standstill | null;
  /** What goes out then. */
  readonly missedIssues: MissedIssues;
}

/** That nothing is sent, why, and what comes of each answer. */
export function StandstillPanel(props: StandstillPanelProps): VNode | null {
  const { edition, url, timeZone, mayAct, standstill, missedIssues } = props;
  const { t, f } = edition;
  if (standstill === null) return null;
  const { from, to } = standstill;
  return (
    <section class="missing">
      <h2>{t(s.title)}</h2>
      <p>{t(s.what, { from: f.moment(from, timeZone), to: f.moment(to, timeZone) })}</p>
      <p>{t(s.ifWrong)}</p>
      <p>{t(missedIssues === 'all' ? s.ifRightAll : s.ifRightLast)}</p>
      {mayAct && (
        <form class="form" method="post" action={pageFrom(url, '/deliveries/go-on')}>
          <p class="form-actions">
            <button class="button" type="submit">
              {t(s.goOn)}
            </button>
          </p>
        </form>
      )}
    </section>
  );
}
