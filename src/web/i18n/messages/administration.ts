import { message } from '../message.ts';

/** The navigation of administrators, and the list of accounts. */
export const administrationMessages = {
  users: message({ en: 'People', es: 'Personas', pt: 'Pessoas', fr: 'Personnes' }),
  tokens: message({ en: 'Tokens', es: 'Tokens', pt: 'Tokens', fr: 'Jetons' }),
  audit: message({ en: 'Audit', es: 'Auditoría', pt: 'Auditoria', fr: 'Audit' }),
  deliveries: message({ en: 'Deliveries', es: 'Envíos', pt: 'Envios', fr: 'Envois' }),

  usersLede: message({
    en: 'Who may sign in, and what they see.',
    es: 'Quién puede ingresar y qué ve.',
    pt: 'Quem pode entrar e o que vê.',
    fr: 'Qui peut se connecter, et ce que chacun voit.',
  }),
  state: message({ en: 'State', es: 'Estado', pt: 'Situação', fr: 'État' }),
  stateActive: message({ en: 'active', es: 'activa', pt: 'ativa', fr: 'actif' }),
  stateInvited: message({ en: 'invited', es: 'invitada', pt: 'convidada', fr: 'invité' }),
  stateDisabled: message({ en: 'disabled', es: 'desactivada', pt: 'desativada', fr: 'désactivé' }),
  secondFactor: message({
    en: 'Second factor',
    es: 'Segundo factor',
    pt: 'Segundo fator',
    fr: 'Second facteur',
  }),
  yes: message({ en: 'yes', es: 'sí', pt: 'sim', fr: 'oui' }),
  no: message({ en: 'no', es: 'no', pt: 'não', fr: 'non' }),
  lastSeen: message({
    en: 'Last seen',
    es: 'Última actividad',
    pt: 'Última atividade',
    fr: 'Dernière activité',
  }),
  notYet: message({ en: 'never', es: 'nunca', pt: 'nunca', fr: 'jamais' }),

  inviteTitle: message({
    en: 'Invite somebody',
    es: 'Invitar a alguien',
    pt: 'Convidar alguém',
    fr: 'Inviter quelqu’un',
  }),
  inviteLede: message({
    en: 'An e-mail brings a link that works once. With it the person chooses a password.',
    es: 'Un correo lleva un enlace que funciona una sola vez. Con él la persona elige su contraseña.',
    pt: 'Um e-mail leva um link que funciona uma única vez. Com ele a pessoa escolhe sua senha.',
    fr: 'Un courriel apporte un lien qui ne fonctionne qu’une fois. Il permet à la personne de choisir son mot de passe.',
  }),
  inviteSubmit: message({
    en: 'Send the invitation',
    es: 'Enviar la invitación',
    pt: 'Enviar o convite',
    fr: 'Envoyer l’invitation',
  }),
} as const;
