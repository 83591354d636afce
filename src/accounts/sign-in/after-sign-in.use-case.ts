import { Injectable } from '@nestjs/common';
import { Identify, type Visitor, withNext } from '../../access/index.ts';
import type { Opened } from './open-session.use-case.ts';

/** The steps of signing in that are not done yet. */
const STEPS = {
  'second-factor': '/sign-in/second-factor',
  enrolment: '/account/second-factor',
} as const;

/** Says where people go once they have signed in, or done a step of it. */
@Injectable()
export class AfterSignIn {
  constructor(private readonly identify: Identify) {}

  /** @param next where they wanted to go; a path of ours */
  async place({ cookie, stage }: Opened, next: string): Promise<string> {
    if (stage === 'second-factor' || stage === 'enrolment') return withNext(STEPS[stage], next);
    return placeOf(await this.identify.visitor(undefined, cookie), next);
  }
}

/**
 * Where somebody wanted to go, or begins: whoever comes for an organisation, with what that one funds; whoever enters
 * figures that others approve, at the desk.
 *
 * @example placeOf({ kind: 'person', role: 'donor', organisations: ['canada'], … }, '/') // '/donors/canada'
 */
export function placeOf(visitor: Visitor, next: string): string {
  if (next !== '/' || visitor.kind !== 'person') return next;
  const [organisation] = visitor.organisations;
  if (organisation !== undefined) return `/donors/${encodeURIComponent(organisation)}`;
  const { entersFigures, approvesFigures } = visitor.rights;
  return entersFigures !== 'none' && !approvesFigures ? '/desk' : next;
}
