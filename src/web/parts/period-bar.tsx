import type { VNode } from 'preact';
import { COMPARISONS, type Comparison, type PeriodPreset } from '../../core/asked-period.ts';
import { isPeriodKey, nextPeriod, parsePeriod, previousPeriod } from '../../core/period.ts';
import type { Edition } from '../edition.ts';
import { periodChoiceMessages } from '../i18n/messages/periods.ts';
import { type Url, withParameters } from '../url.ts';

export interface PeriodBarProps {
  readonly edition: Edition;
  readonly url: Url;
  readonly chosen: ChosenPeriod;
  /** Which of the periods that move with the day are offered. */
  readonly presets: readonly PeriodPreset[];
  /** Its figures can stand beside those of another time. */
  readonly isCompared?: boolean;
}

/** The time that a page is about. */
export interface ChosenPeriod {
  /** The name by which it was asked for; null: by days, or not at all. */
  readonly asked: string | null;
  /** Where nobody asked, the year that is shown, or `to-date`; it is one press away everywhere else. */
  readonly usual: string | null;
  readonly compare: Comparison | null;
  /**
   * Of a page that is of everything to date where nobody asks: the latest year in which something was reported, null where
   * there is none. Without it that year is what is shown unasked.
   */
  readonly latest?: string | null;
}

/** The time of a page as links, each to the same page at another time; it works without a script. */
export function PeriodBar(props: PeriodBarProps): VNode {
  const { edition, url, presets, chosen, isCompared = true } = props;
  const { t, f } = edition;
  const { asked, usual, compare, latest } = chosen;
  const shown = asked ?? usual;
  const at = (period: string | null) => {
    const [from, to, cursor] = [null, null, null];
    // To date nothing is held beside another time.
    return latest !== undefined && period === 'to-date'
      ? withParameters(url, { period: null, from, to, cursor, compare: null })
      : withParameters(url, { period, from, to, cursor });
  };
  const step = (key: string | null, words: 'earlier' | 'later', arrow: string) =>
    key !== null && (
      <li>
        <a href={at(key)} aria-label={t(periodChoiceMessages[words], { period: f.period(key) })}>
          {words === 'earlier' ? `${arrow} ${f.period(key)}` : `${f.period(key)} ${arrow}`}
        </a>
      </li>
    );
  const around = shown !== null && isPeriodKey(shown) ? parsePeriod(shown) : null;
  const beside = around === null ? [] : [previousPeriod(around).key, shown, nextPeriod(around).key];
  const isLatestApart = typeof latest === 'string' && !beside.includes(latest);
  const choice = (key: string, label: string, href: Url) => (
    <li key={key}>
      <a href={href} aria-current={key === shown ? 'true' : undefined}>
        {label}
      </a>
    </li>
  );
  return (
    <div class="period-bar">
      <nav aria-label={t(periodChoiceMessages.title)}>
        <ul>
          {around !== null && step(previousPeriod(around).key, 'earlier', '‹')}
          {shown !== null && isPeriodKey(shown) && choice(shown, f.period(shown), at(asked))}
          {around !== null && step(nextPeriod(around).key, 'later', '›')}
          {isLatestApart && choice(latest, f.period(latest), at(latest))}
          {latest === undefined && usual === null && (
            <li>
              <a href={at(null)}>{t(periodChoiceMessages.latestYear)}</a>
            </li>
          )}
          {presets.map((key) => choice(key, f.period(key), at(key)))}
        </ul>
      </nav>
      {isCompared && (latest === undefined || shown !== 'to-date') && (
        <nav aria-label={t(periodChoiceMessages.compare)}>
          <ul>
            <li>
              <span aria-hidden="true">{t(periodChoiceMessages.compare)}</span>
            </li>
            {[null, ...COMPARISONS].map((how) => (
              <li key={how ?? 'none'}>
                <a
                  href={withParameters(url, { compare: how })}
                  aria-current={how === compare ? 'true' : undefined}
                >
                  {t(how === null ? periodChoiceMessages.none : periodChoiceMessages[how])}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </div>
  );
}
