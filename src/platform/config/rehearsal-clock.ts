/** A clock for rehearsals: what it says, since which moment of the real one, and how many times as fast it goes. */
export interface RehearsalClock {
  /** Epoch milliseconds. */
  readonly saysMs: number;
  /** Epoch milliseconds of the real clock. */
  readonly sinceMs: number;
  readonly times: number;
}

export const REHEARSAL_CLOCK_FORM =
  'what it says, times what and since when: 2017-07-01T12:00:00Z,60,2026-11-29T10:00:00Z';

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/;

/** Above it pauses and patience of the service are shorter than what it waits for. */
const FASTEST = 120;

/**
 * What `SAYS,TIMES,SINCE` means; null where it means nothing.
 *
 * @example readRehearsalClock('2017-07-01T12:00:00Z,60,2026-11-29T10:00:00Z')
 *   // says 12:01 one second after ten o'clock
 */
export function readRehearsalClock(text: string): RehearsalClock | null {
  const [says = '', times = '', since = '', ...more] = text.split(',');
  const saysMs = MOMENT.test(says) ? Date.parse(says) : Number.NaN;
  const sinceMs = MOMENT.test(since) ? Date.parse(since) : Number.NaN;
  const isFactor = /^[1-9]\d{0,2}$/.test(times) && Number(times) <= FASTEST;
  if (Number.isNaN(saysMs + sinceMs) || !isFactor || more.length > 0) return null;
  return { saysMs, sinceMs, times: Number(times) };
}

/** What it must not be beside: a clock that is not the world's sends reports of months that are not over. */
export function wrongRehearsal(
  settings: {
    readonly REHEARSAL_CLOCK?: string | undefined;
    readonly PUBLIC_URL?: string | undefined;
    readonly SMTP_URL?: string | undefined;
    readonly HOST: string;
  },
  isProduction: boolean,
  isLoopback: (host: string) => boolean,
): readonly string[] {
  if (settings.REHEARSAL_CLOCK === undefined) return [];
  const { SMTP_URL, PUBLIC_URL, HOST } = settings;
  const isMailKept = SMTP_URL === undefined || isLoopback(new URL(SMTP_URL).hostname);
  return isProduction || PUBLIC_URL !== undefined || !isLoopback(HOST) || !isMailKept
    ? [
        'REHEARSAL_CLOCK is for rehearsals on one machine: without PUBLIC_URL, with HOST and SMTP_URL of this machine itself, and never where NODE_ENV is production',
      ]
    : [];
}
