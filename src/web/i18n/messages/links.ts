import { message } from '../message.ts';

/** The page that the link in an e-mail leads to, and what administrators see of such links. */
export const linkMessages = {
  description: message({
    en: 'A report that was sent by e-mail.',
    es: 'Un informe enviado por correo electrónico.',
    pt: 'Um relatório enviado por e-mail.',
    fr: 'Un rapport envoyé par courriel.',
  }),
  kicker: message({
    en: 'Report by e-mail',
    es: 'Informe por correo electrónico',
    pt: 'Relatório por e-mail',
    fr: 'Rapport par courriel',
  }),
  pages: message<{ pages: number }>({
    en: '{pages, plural, one {# page} other {# pages}}',
    es: '{pages, plural, one {# página} many {# de páginas} other {# páginas}}',
    pt: '{pages, plural, one {# página} many {# de páginas} other {# páginas}}',
    fr: '{pages, plural, one {# page} many {# de pages} other {# pages}}',
  }),
  workbook: message({
    en: 'Download as XLSX',
    es: 'Descargar en XLSX',
    pt: 'Baixar em XLSX',
    fr: 'Télécharger en XLSX',
  }),
  csv: message({
    en: 'Download as CSV',
    es: 'Descargar en CSV',
    pt: 'Baixar em CSV',
    fr: 'Télécharger en CSV',
  }),
  about: message({
    en: 'About this link',
    es: 'Sobre este enlace',
    pt: 'Sobre este link',
    fr: 'À propos de ce lien',
  }),
  aboutOpen: message({
    en: 'It opens this one report without signing in, so do not pass it on. How often its files are opened is recorded.',
    es: 'Abre solo este informe y no exige ingresar, por lo que no debe compartirlo. Se registra cuántas veces se abren sus archivos.',
    pt: 'Ele abre apenas este relatório, sem que seja preciso entrar; por isso, não o repasse. Registra-se quantas vezes seus arquivos são abertos.',
    fr: 'Il n’ouvre que ce rapport, sans connexion : ne le transmettez donc pas. Le nombre d’ouvertures de ses fichiers est enregistré.',
  }),
  aboutSignIn: message({
    en: 'It opens this one report, for its recipient only. How often its files are opened is recorded.',
    es: 'Abre solo este informe, y únicamente a su destinatario. Se registra cuántas veces se abren sus archivos.',
    pt: 'Ele abre apenas este relatório, e somente para o destinatário. Registra-se quantas vezes seus arquivos são abertos.',
    fr: 'Il n’ouvre que ce rapport, et à son seul destinataire. Le nombre d’ouvertures de ses fichiers est enregistré.',
  }),
  recipient: message({ en: 'For', es: 'Para', pt: 'Para', fr: 'Pour' }),
  expires: message({
    en: 'Holds until',
    es: 'Válido hasta',
    pt: 'Válido até',
    fr: 'Valable jusqu’au',
  }),

  ended: message({
    en: 'This link has ended, or never was',
    es: 'Este enlace ya no es válido o nunca existió',
    pt: 'Este link não vale mais ou nunca existiu',
    fr: 'Ce lien n’est plus valable, ou n’a jamais existé',
  }),
  endedWhy: message({
    en: 'The link in an e-mail opens its report for some weeks, and can be revoked before. An address that is not complete opens nothing.',
    es: 'El enlace de un correo electrónico abre su informe durante algunas semanas y puede revocarse antes. Una dirección incompleta no abre nada.',
    pt: 'O link de um e-mail abre o relatório durante algumas semanas e pode ser revogado antes. Um endereço incompleto não abre nada.',
    fr: 'Le lien d’un courriel ouvre son rapport pendant quelques semaines et peut être révoqué avant. Une adresse incomplète n’ouvre rien.',
  }),
  endedRemedy: message({
    en: 'Check that the whole address was copied. Otherwise reply to the e-mail and ask for a new one, or sign in if you have an account.',
    es: 'Compruebe que se haya copiado la dirección completa. De lo contrario, responda al correo electrónico y pida uno nuevo, o ingrese si tiene una cuenta.',
    pt: 'Verifique se o endereço foi copiado por inteiro. Caso contrário, responda ao e-mail e peça um novo, ou entre se tiver uma conta.',
    fr: 'Vérifiez que l’adresse a été copiée en entier. Sinon, répondez au courriel pour en demander un nouveau, ou connectez-vous si vous avez un compte.',
  }),

  link: message({ en: 'Link', es: 'Enlace', pt: 'Link', fr: 'Lien' }),
  opened: message<{ count: number; day: string }>({
    en: '{count, plural, one {opened once} other {opened # times}}, last {day}',
    es: '{count, plural, one {abierto una vez} many {abierto # de veces} other {abierto # veces}}, la última el {day}',
    pt: '{count, plural, one {aberto uma vez} many {aberto # de vezes} other {aberto # vezes}}, a última em {day}',
    fr: '{count, plural, one {ouvert # fois} many {ouvert # de fois} other {ouvert # fois}}, la dernière le {day}',
  }),
  neverOpened: message({
    en: 'not opened yet',
    es: 'todavía no abierto',
    pt: 'ainda não aberto',
    fr: 'pas encore ouvert',
  }),
  holds: message<{ opened: string; day: string }>({
    en: '{opened}; holds until {day}',
    es: '{opened}; válido hasta el {day}',
    pt: '{opened}; válido até {day}',
    fr: '{opened} ; valable jusqu’au {day}',
  }),
  ranOut: message<{ opened: string; day: string }>({
    en: '{opened}; ended {day}',
    es: '{opened}; venció el {day}',
    pt: '{opened}; venceu em {day}',
    fr: '{opened} ; expiré le {day}',
  }),
  revoked: message<{ opened: string; day: string }>({
    en: '{opened}; revoked {day}',
    es: '{opened}; revocado el {day}',
    pt: '{opened}; revogado em {day}',
    fr: '{opened} ; révoqué le {day}',
  }),
  subscriptionEnded: message<{ opened: string }>({
    en: '{opened}; closed, for the subscription has ended',
    es: '{opened}; cerrado, porque la suscripción terminó',
    pt: '{opened}; fechado, porque a assinatura terminou',
    fr: '{opened} ; fermé, car l’abonnement a pris fin',
  }),
  actions: message({ en: 'Actions', es: 'Acciones', pt: 'Ações', fr: 'Actions' }),
  revoke: message({
    en: 'Revoke link',
    es: 'Revocar enlace',
    pt: 'Revogar link',
    fr: 'Révoquer le lien',
  }),
  revokeOf: message<{ recipient: string }>({
    en: 'Revoke link of {recipient}',
    es: 'Revocar enlace de {recipient}',
    pt: 'Revogar link de {recipient}',
    fr: 'Révoquer le lien de {recipient}',
  }),
} as const;
