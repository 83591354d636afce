/**
 * How far the conversation with a mail server had come. `opening`: connection, greeting, encryption and sign-in, before
 * anybody was named. `naming`: from the sender's name to the last byte but the end of the e-mail. `whole`: it may have
 * all of it.
 */
export type Phase = 'opening' | 'naming' | 'whole';

/** What nodemailer says of a conversation that failed. */
export interface Broken {
  /** The command that was answered: "RCPT TO"; "CONN" where none was, "API" where nothing was said. */
  readonly command?: string | undefined;
  /** Of the server's reply, where there is one. */
  readonly responseCode?: number | undefined;
}

/**
 * `unreachable`, `sign-in`, `sender`: the server would have treated any e-mail so. `refused`: it will never take this one
 * for this recipient. `later`, `broken-off`: it has not taken this one now. `unclear`: it may have.
 */
export type MailFailure =
  | 'unreachable'
  | 'sign-in'
  | 'sender'
  | 'refused'
  | 'later'
  | 'broken-off'
  | 'unclear';

/** The only replies that speak of the recipient, or of this e-mail. */
const ABOUT_THE_MAIL: readonly (string | undefined)[] = ['RCPT TO', 'DATA'];

/**
 * Whose trouble a failure is, and whether it may pass (docs/delivery.md, "What a mail server may say"; RFC 5321, 4.2.1: a
 * 4xx may pass, a 5xx will not).
 *
 * @example mailFailure('naming', { command: 'RCPT TO', responseCode: 550 }) // 'refused'
 * @example mailFailure('whole', { command: 'CONN' }) // 'unclear'
 */
export function mailFailure(phase: Phase, { command, responseCode }: Broken): MailFailure {
  const permanent = responseCode !== undefined && responseCode >= 500;
  const temporary = responseCode !== undefined && !permanent && responseCode >= 400;
  if (phase === 'opening') {
    // Of a sign-in the reply may be missing: nodemailer refuses a method that the server does not offer.
    return command?.startsWith('AUTH') && !temporary ? 'sign-in' : 'unreachable';
  }
  if (command === 'MAIL FROM') return 'sender';
  if (temporary) return 'later';
  if (phase === 'whole') return permanent ? 'refused' : 'unclear';
  // A 5xx with which a server hangs up answers no command of this e-mail.
  return permanent && ABOUT_THE_MAIL.includes(command) ? 'refused' : 'broken-off';
}
