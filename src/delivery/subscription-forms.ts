import { z } from 'zod';
import { PAPERS } from '../core/report/paper.ts';
import { FREQUENCIES } from '../core/schedule.ts';
import { DELIVERED_AS, WHEN_NOTHING_NEW } from '../core/sending.ts';
import { LANGUAGES } from '../core/text.ts';
import { GROUP_ROLES } from './group-roles.ts';

/** To one address, and to no group. */
export const ONE_ADDRESS = 'address';

/** One of some words, and what it takes where it is none of them. */
export const oneOf = <Words extends readonly [string, ...string[]]>(words: Words) =>
  z.enum(words, { error: `takes one of ${words.join(', ')}` });

const cell = z.string({ error: 'takes one value' }).max(400).default('');

/** What a form of a subscription says of its sending. */
const sending = {
  paper: oneOf(PAPERS),
  frequency: oneOf(FREQUENCIES),
  delivered_as: oneOf(DELIVERED_AS).default('pdf'),
  when_nothing_new: oneOf(WHEN_NOTHING_NEW).default('send'),
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
    deliveredAs: given.delivered_as,
    whenNothingNew: given.when_nothing_new,
    needsApproval: given.needs_approval === 'yes',
  };
}
