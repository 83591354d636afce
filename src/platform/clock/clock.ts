/** The one source of the present; injected wherever "now" or "today" matters, so that tests set their own. */
export abstract class Clock {
  abstract now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
