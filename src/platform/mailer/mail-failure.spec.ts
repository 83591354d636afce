import { type Broken, type MailFailure, mailFailure, type Phase } from './mail-failure.ts';

/** The table in docs/delivery.md, row by row. */
it.each<[what: string, Phase, Broken, MailFailure]>([
  ['does not answer', 'opening', { command: 'CONN' }, 'unreachable'],
  ['greets with 421', 'opening', { command: 'CONN', responseCode: 421 }, 'unreachable'],
  ['greets with 554', 'opening', { command: 'CONN', responseCode: 554 }, 'unreachable'],
  ['refuses EHLO', 'opening', { command: 'EHLO', responseCode: 550 }, 'unreachable'],
  ['refuses to encrypt', 'opening', { command: 'STARTTLS', responseCode: 454 }, 'unreachable'],
  ['refuses the password', 'opening', { command: 'AUTH PLAIN', responseCode: 535 }, 'sign-in'],
  ['cannot check the password now', 'opening', { command: 'AUTH PLAIN', responseCode: 454 }, 'unreachable'],
  ['hangs up during the sign-in', 'opening', { command: 'CONN' }, 'unreachable'],
  ['refuses the sender', 'naming', { command: 'MAIL FROM', responseCode: 550 }, 'sender'],
  ['takes nothing from the sender now', 'naming', { command: 'MAIL FROM', responseCode: 451 }, 'sender'],
  ['knows no such user', 'naming', { command: 'RCPT TO', responseCode: 550 }, 'refused'],
  ['asks the recipient to wait', 'naming', { command: 'RCPT TO', responseCode: 450 }, 'later'],
  ['refuses the message unread', 'naming', { command: 'DATA', responseCode: 554 }, 'refused'],
  ['does not want it now', 'naming', { command: 'DATA', responseCode: 451 }, 'later'],
  ['says that it closes', 'naming', { command: 'CONN', responseCode: 421 }, 'later'],
  ['hangs up with a 5xx', 'naming', { command: 'CONN', responseCode: 554 }, 'broken-off'],
  ['hangs up or falls silent', 'naming', { command: 'CONN' }, 'broken-off'],
  ['has all of it and refuses it', 'whole', { command: 'DATA', responseCode: 552 }, 'refused'],
  ['has all of it and asks to wait', 'whole', { command: 'DATA', responseCode: 452 }, 'later'],
  ['has all of it and closes with 421', 'whole', { command: 'CONN', responseCode: 421 }, 'later'],
  ['has all of it and hangs up or falls silent', 'whole', { command: 'CONN' }, 'unclear'],
  ['has all of it and says what means nothing', 'whole', { command: 'CONN', responseCode: 250 }, 'unclear'],
])('a server that %s', (_what, phase, broken, expected) => {
  expect(mailFailure(phase, broken)).toBe(expected);
});
