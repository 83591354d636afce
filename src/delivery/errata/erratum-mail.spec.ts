import { type ErratumReader, erratumMail, type SaidInErratum } from './erratum-mail.ts';

const delivery: ErratumReader = {
  period: '2017-06',
  recipient: 'claire@canada.org',
  name: 'Claire',
  report: 'donor-funding-summary',
  pillar: null,
  country: null,
  donor: 'canada',
  lang: 'fr',
};
const said: SaidInErratum = {
  title: 'Synthèse\nCanada, juin 2017',
  // The evening before in New York.
  sentAt: new Date('2017-07-02T02:00:00Z'),
  timeZone: 'America/New_York',
  sentences: ['Fonctionnaires formés, juin 2017 : 57 désormais, 45 auparavant (<b>corrigé</b>).'],
  since: new Date('2017-07-01T10:00:00.000Z'),
  slice: {
    report: 'donor-funding-summary',
    pillar: null,
    country: null,
    donor: 'canada',
    cutOff: '2017-06-30',
  },
};
const plain = (text: string | undefined) => (text ?? '').replace(/[\u00a0\u202f]/g, ' ');

describe('the e-mail of an erratum', () => {
  const mail = erratumMail(delivery, said, {
    publicUrl: 'https://attest.example.org',
    link: {
      url: 'https://attest.example.org/links/TOKEN',
      expiresAt: new Date('2017-08-05T12:00:00Z'),
      timeZone: 'America/New_York',
      needs: 'nothing',
    },
    stop: { url: 'https://attest.example.org/unsubscribe/TOKEN', mailbox: null },
  });

  it('says which issue, what moved and why, where the figures are and the issue is, and how to stop', () => {
    expect(mail.subject).toBe('Erratum\u00a0: Synthèse Canada, juin 2017');
    expect(plain(mail.text)).toBe(
      [
        'Erratum : Synthèse Canada, juin 2017',
        '',
        'Des chiffres qui vous ont été envoyés dans « Synthèse Canada, juin 2017 », établi le 1er juillet 2017, ont changé depuis :',
        '- Fonctionnaires formés, juin 2017 : 57 désormais, 45 auparavant (<b>corrigé</b>).',
        '',
        'Les chiffres tels qu’ils sont, ligne par ligne : https://attest.example.org/changes?since=2017-07-01T10%3A00%3A00Z&to=2017-06-30&to-then=2017-06-30&donor=canada&lang=fr',
        '',
        'Le rapport envoyé reste tel quel et s’ouvre à l’adresse ci-dessous jusqu’au 5 août 2017, 08 h 00 HAE. Cette adresse n’appartient qu’à vous : quiconque la détient peut ouvrir le rapport.',
        'https://attest.example.org/links/TOKEN',
        '',
        'Envoyé à Claire (claire@canada.org) au titre de l’abonnement à « Récapitulatif des financements par donateur ». Pour changer de langue ou de portée, répondez à ce message.',
        'Ne plus recevoir ces courriels : https://attest.example.org/unsubscribe/TOKEN',
        '',
      ].join('\n'),
    );
    expect(mail.unsubscribe).toEqual(['https://attest.example.org/unsubscribe/TOKEN']);
    expect(mail.attachments).toEqual([]);
  });

  it('says the same as HTML, with nothing of what was typed taken for markup', () => {
    const html = mail.html ?? '';
    expect(html).not.toContain('<b>');
    const words = plain(
      html
        .replace(/<title>.*?<\/title>|<[^>]+>/gs, ' ')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>'),
    );
    for (const part of [
      said.sentences[0] ?? '',
      'Ouvrir le rapport tel qu’il a été envoyé',
      'ligne par ligne',
    ]) {
      expect(words).toContain(plain(part));
    }
    expect(html).toContain('href="https://attest.example.org/links/TOKEN"');
    expect(html).not.toMatch(/<(img|link|style|script)\b/);
  });

  it('leads nowhere where nobody knows the address of this service', () => {
    const bare = erratumMail(delivery, said, {
      publicUrl: null,
      link: null,
      stop: { url: null, mailbox: 'reports@example.org' },
    });
    expect(`${bare.text}${bare.html}`).not.toMatch(/https?:/);
    expect(bare.unsubscribe).toEqual(['mailto:reports@example.org?subject=unsubscribe']);
  });
});
