/**
 * Why somebody who came back from the OpenID provider is not signed in, as `/sign-in?problem=…` says it
 * (messages/oidc.ts). It tells the person what to do, and nobody whether an account exists.
 */
export const SIGN_IN_PROBLEMS = [
  /** The provider does not answer, or not as a provider does. */
  'provider-down',
  /** The person, or the provider, said no. */
  'denied',
  /** Took longer than ten minutes, came back a second time, or in another browser. */
  'expired',
  /** What came back does not prove who it is. */
  'unproven',
  /** The provider knows the person, but no group of theirs has a role here. */
  'no-role',
  /** The account is disabled, or is another's by the same e-mail address. */
  'refused',
  'too-often',
] as const;

export type SignInProblem = (typeof SIGN_IN_PROBLEMS)[number];
