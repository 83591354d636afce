import { LANGUAGES } from '../../core/text.ts';
import { checkMail } from '../../platform/mailer/mailer.ts';
import { linkMail, noticeMail } from './account-mails.ts';

const ANA = { email: 'ana@example.org', name: 'Ana Lima', lang: 'en' } as const;
const link = 'https://attest.example.org/one-time/abc';

describe('an e-mail about an account', () => {
  it('invites', () => {
    expect(linkMail({ purpose: 'invitation', to: ANA, link, hours: 72 })).toEqual({
      to: 'ana@example.org',
      subject: 'Your account in Attest',
      attachments: [],
      text: `Dear Ana Lima,

An account in Attest has been opened for you. You sign in with this e-mail address: ana@example.org

Choose your password here. The link works once, and for 72 hours:
https://attest.example.org/one-time/abc

If you did not expect this message, you can ignore it: without the link nobody can use the account.
`,
    });
  });

  it.each(LANGUAGES)('has its link on a line of its own, and a subject that is ours (%s)', (lang) => {
    const to = { ...ANA, lang, name: 'Ana\r\nSubject: x\u202e' };
    for (const purpose of ['invitation', 'reset'] as const) {
      const mail = linkMail({ purpose, to, link, hours: 1 });
      checkMail(mail);
      expect(mail.text.split('\n')).toContain(link);
      expect(mail.text.split('\n')[0]).toContain('Ana Subject: x');
    }
    for (const notice of ['password-changed', 'second-factor-changed'] as const) {
      const mail = noticeMail(notice, to);
      checkMail(mail);
      expect(mail.text).toContain('ana@example.org');
      expect(mail.text).not.toContain('one-time');
    }
  });
});
