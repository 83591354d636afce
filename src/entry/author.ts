import type { Keeper } from '../access/index.ts';
import type { Actor } from '../platform/database/actor.repository.ts';
import type { Decision } from '../results/index.ts';

/** Somebody who enters rows or decides on them: with which rights, as which account or program, and what the audit calls them. */
export interface Author extends Keeper {
  readonly actor: Actor;
  /** As it stands beside what they entered. */
  readonly name: string;
  /** Of a program: the account that made its token; null: the command line did. */
  readonly madeBy?: string | null;
}

/** A person, on a page. */
export interface PersonAuthor extends Author {
  readonly account: string;
}

/** Whose hand a row is, as far as it is compared. */
interface Authored {
  readonly author: string | null;
  readonly authorToken: string | null;
}

/**
 * The account whose hand somebody is: one's own, and of a program that of whoever made its token. Null: the command
 * line's, which is one hand.
 */
export function handOf({
  account,
  token,
  madeBy = null,
}: Pick<Author, 'account' | 'token' | 'madeBy'>): string | null {
  return token === undefined ? account : madeBy;
}

/** As it stands in a row that somebody enters. */
export function authoredBy(author: Author): Authored & { readonly authorName: string } {
  return { author: handOf(author), authorToken: author.token ?? null, authorName: author.name };
}

/** As it stands in a row that somebody decides on. */
export function decidedBy(author: Author, now: Date) {
  return {
    decidedAt: now,
    decidedBy: handOf(author),
    decidedByToken: author.token ?? null,
    decidedName: author.name,
  };
}

/** As it stands beside what somebody confirms or withdraws. */
export function decisionOf(author: Author, at: Date): Decision {
  return { account: handOf(author), token: author.token ?? null, name: author.name, at };
}

/** Whether a row is somebody's to change: a program's what it entered, a person's also what programs of theirs did. */
export function isOwn({ author, authorToken }: Authored, { account, token }: Keeper): boolean {
  return token === undefined ? account !== null && author === account : authorToken === token;
}

/** Whether a row is of the same hand: then somebody else decides on it, whichever way it came. */
export function isOfHand({ author }: Pick<Authored, 'author'>, decider: Author): boolean {
  return author === handOf(decider);
}
