import type { Language } from '../core/text.ts';
import type { Mail } from '../platform/mailer/mailer.ts';
import { formats } from '../web/i18n/formats.ts';
import { troubleMessages } from '../web/i18n/messages/troubles.ts';
import { translator } from '../web/i18n/translator.ts';
import { deliveryWords } from './delivery-words.ts';
import { type OwnTitles, reportName } from './report-mail.ts';
import type { Troubled } from './trouble.ts';

/** So many of a period are told one by one. */
const MOST_NAMED = 20;

/**
 * What has gone wrong, to one administrator, in their language: by period, who is without which report and why, and where
 * to do something about it.
 *
 * @param address where this service is reached; null: nobody knows, and the page is named alone
 */
export function troubleMail(
  troubles: readonly Troubled[],
  to: { readonly email: string; readonly lang: Language },
  given: { readonly address: string | null; readonly timeZone: string; readonly ownTitles: OwnTitles },
): Mail {
  const t = translator(to.lang);
  const f = formats(to.lang);
  const { address, timeZone, ownTitles } = given;
  const parts = [...Map.groupBy(troubles, ({ delivery }) => delivery.period)].map(([period, those]) => {
    const named = those.slice(0, MOST_NAMED).map(({ delivery }) =>
      t(troubleMessages.line, {
        recipient: delivery.recipient,
        report: reportName(t, delivery.report, ownTitles),
        state: deliveryWords({ t, f }, delivery, timeZone),
      }),
    );
    const count = those.length - named.length;
    return [
      t(troubleMessages.ofPeriod, { period: f.period(period) }),
      ...named,
      ...(count > 0 ? [t(troubleMessages.more, { count })] : []),
      `${address ?? ''}/deliveries?${new URLSearchParams({ period, lang: to.lang })}`,
    ].join('\n');
  });
  return {
    to: to.email,
    subject: t(troubleMessages.subject, { count: troubles.length }),
    text: `${[t(troubleMessages.what), ...parts, t(troubleMessages.once)].join('\n\n')}\n`,
    attachments: [],
  };
}
