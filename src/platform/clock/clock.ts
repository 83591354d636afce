import type { RehearsalClock } from '../config/rehearsal-clock.ts';

/** The one source of the present; injected wherever "now" or "today" matters, so that tests set their own. */
export abstract class Clock {
  abstract now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** The world's, or the one of a rehearsal: the same in all processes that are told of the same. */
export function clockOf(rehearsal: RehearsalClock | null, real: Clock = systemClock): Clock {
  if (rehearsal === null) return real;
  const { saysMs, sinceMs, times } = rehearsal;
  return { now: () => new Date(saysMs + (real.now().getTime() - sinceMs) * times) };
}
