import type { Edition } from '../../web/edition.ts';
import { errataMessages as m } from '../../web/i18n/messages/errata.ts';
import type { Erratum } from './erratum.ts';

/** How far an erratum has come, in words. */
export function erratumState(
  { t, f }: Pick<Edition, 't' | 'f'>,
  { status, movedAt, decidedAt, decidedBy, reason }: Erratum,
  { sent, all, timeZone }: { readonly sent: number; readonly all: number; readonly timeZone: string },
): string {
  const moment = f.moment(decidedAt ?? movedAt, timeZone);
  const who = decidedBy === 'service' || decidedBy === null ? t(m.byItself) : decidedBy;
  switch (status) {
    case 'proposed':
      return t(m.proposed, { moment });
    case 'approved':
      return t(m.approved, { who, moment, sent, all });
    case 'dismissed':
      return t(m.dismissed, { who, moment, reason: reason ?? '' });
    case 'lapsed':
      return t(m.lapsed, { moment });
  }
}
