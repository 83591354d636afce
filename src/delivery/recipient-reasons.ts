/** Why nothing is sent to an address whose domain the settings do not have among those that may be written to. */
export const DOMAIN_REASON = 'reports are not sent to this domain (settings)';
/** Why nothing is sent to somebody whose account is closed, or is a donor's and not of the donor that the report is of. */
export const ACCOUNT_REASON = 'the account of this address may not have this report';
/** Why one waits that nothing is wrong with: the mail server takes so many a minute (MAIL_PER_MINUTE). */
export const TURN_REASON = 'waits for its turn: so many e-mails go out in a minute';
