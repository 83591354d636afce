import { oneLine } from '../../core/one-line.ts';
import type { Language } from '../../core/text.ts';
import type { Mail } from '../../platform/mailer/mailer.ts';
import { accessMailMessages } from '../../web/i18n/messages/access-mail.ts';
import { translator } from '../../web/i18n/translator.ts';

interface Addressee {
  readonly email: string;
  readonly name: string;
  readonly lang: Language;
}

/** A one-time link on its way to its owner. */
export interface LinkMail {
  readonly purpose: 'invitation' | 'reset';
  readonly to: Addressee;
  readonly link: string;
  /** How long it is good for. */
  readonly hours: number;
}

/** What was changed, as its owner must learn even who did not do it (ASVS 5.0, 6.3.7). */
export type Notice = 'password-changed' | 'second-factor-changed';

/** The e-mail with a one-time link, in the language of the account. */
export function linkMail({ purpose, to, link, hours }: LinkMail): Mail {
  const t = translator(to.lang);
  const { subject, why, unasked } = accessMailMessages[purpose];
  return mail(to, t(subject), [
    t(why, { email: to.email }),
    `${t(accessMailMessages.open, { hours })}\n${link}`,
    t(unasked),
  ]);
}

/** The e-mail after a change, in the language of the account. */
export function noticeMail(notice: Notice, to: Addressee): Mail {
  const t = translator(to.lang);
  const { subject, what } = accessMailMessages[notice];
  return mail(to, t(subject), [t(what, { email: to.email }), t(accessMailMessages.notYou)]);
}

function mail({ email, name, lang }: Addressee, subject: string, paragraphs: readonly string[]): Mail {
  const greeting = translator(lang)(accessMailMessages.greeting, { name: oneLine(name, 120) });
  return {
    to: email,
    subject,
    text: `${[greeting, ...paragraphs].join('\n\n')}\n`,
    attachments: [],
  };
}
