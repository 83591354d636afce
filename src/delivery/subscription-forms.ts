import { z } from 'zod';
import { PAPERS } from '../core/report/paper.ts';
import { FREQUENCIES } from '../core/schedule.ts';
import { DELIVERED_AS, WHEN_NOTHING_NEW } from '../core/sending.ts';
import { LANGUAGES } from '../core/text.ts';
import { isTimeZone } from '../core/time-zone.ts';
import { GROUP_ROLES } from './group-roles.ts';
import type { OwnTime } from './own-time.ts';
import { timeCells } from './own-time-rules.ts';
import type { SubscriptionEdition } from './subscriptions.repository.ts';

/** To one address, and to no group. */
export const ONE_ADDRESS = 'address';

/** One of some words, and what it takes where it is none of them. */
export const oneOf = <Words extends readonly [string, ...string[]]>(words: Words) =>
  z.enum(words, { error: `takes one of ${words.join(', ')}` });

const wholeNumber = (least: number, most: number) =>
  z.coerce.number().pipe(
    z
      .int({ error: `takes a whole number from ${least} to ${most}` })
      .min(least)
      .max(most),
  );

/** At which moment of a month: as the organisation sends, or on a day, at an hour and by the clocks of a zone of its own. */
const sendingTime = {
  at: oneOf(['organisation', 'own'] as const).default('organisation'),
  day: wholeNumber(1, 28).default(1),
  hour: wholeNumber(0, 23).default(0),
  zone: z.string().refine(isTimeZone, { error: 'takes the name of a time zone' }).default('UTC'),
};
type SendingTime = z.output<z.ZodObject<typeof sendingTime>>;

/** What a form says of the moment, and no more than that. */
function ownTimeOf({ at, day, hour, zone }: SendingTime): OwnTime {
  return at === 'own'
    ? { ownDay: day, ownHour: hour, ownZone: zone }
    : { ownDay: null, ownHour: null, ownZone: null };
}

/** A form as the cells of a row of the file of subscriptions, but for the moment, and the moment as its form had it. */
export function cellsOfForm<Given extends SendingTime & { readonly language: string }>(given: Given) {
  const { at, day, hour, zone, language: lang, ...rest } = given;
  const edition = { ...rest, lang };
  return {
    cells: { ...edition, ...timeCells(ownTimeOf({ at, day, hour, zone })) },
    typed: { ...edition, ...typedOf({ at, day, hour, zone }) },
  };
}

/** How somebody has a report sent, as the form says it. */
export function editionOfForm(given: z.output<z.ZodObject<typeof ownEdition>>): SubscriptionEdition {
  const { language, paper, frequency } = given;
  return {
    ...{ lang: language, paper, frequency, ...ownTimeOf(given) },
    deliveredAs: given.delivered_as,
    whenNothingNew: given.when_nothing_new,
  };
}

/** A form as it was typed, to be shown again. */
export function typedOf<Given extends SendingTime>(given: Given) {
  return { ...given, day: String(given.day), hour: String(given.hour) };
}

const cell = z.string({ error: 'takes one value' }).max(400).default('');

/** What a form says of one's own. */
const comes = {
  paper: oneOf(PAPERS),
  frequency: oneOf(FREQUENCIES),
  ...sendingTime,
  delivered_as: oneOf(DELIVERED_AS).default('pdf'),
  when_nothing_new: oneOf(WHEN_NOTHING_NEW).default('send'),
};
export const ownEdition = { language: oneOf(LANGUAGES), ...comes };

/** What a form of a subscription says of its sending. */
const sending = {
  ...comes,
  needs_approval: oneOf(['yes', 'no'] as const).default('no'),
};
const edition = { language: oneOf(LANGUAGES), ...sending };

/** One address, or everybody of a role or of a donor. */
export const adding = z.object({
  to: oneOf([ONE_ADDRESS, ...GROUP_ROLES, 'of-donor'] as const).default(ONE_ADDRESS),
  email: cell,
  name: cell,
  report: cell,
  pillar: cell,
  country: cell,
  donor: cell,
  ...edition,
});
export const changing = z.object({ name: cell, ...edition });
export const changingGroup = z.object(sending);
export const standing = z.object({ to: oneOf(['paused', 'standing'] as const) });

/** How a group has its report sent, as its form says it. */
export function groupEdition(given: z.output<typeof changingGroup>) {
  const { paper, frequency } = given;
  return {
    paper,
    frequency,
    ...ownTimeOf(given),
    deliveredAs: given.delivered_as,
    whenNothingNew: given.when_nothing_new,
    needsApproval: given.needs_approval === 'yes',
  };
}
