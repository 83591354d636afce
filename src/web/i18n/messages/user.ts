import { message } from '../message.ts';

/** The page of one account, for administrators. */
export const userMessages = {
  since: message({ en: 'Invited', es: 'Invitación', pt: 'Convite', fr: 'Invitation' }),
  mandateTitle: message({ en: 'Role', es: 'Función', pt: 'Função', fr: 'Rôle' }),
  mandateLede: message({
    en: 'Whoever is given another role must sign in again.',
    es: 'Quien recibe otra función debe ingresar de nuevo.',
    pt: 'Quem recebe outra função precisa entrar novamente.',
    fr: 'Quiconque reçoit un autre rôle doit se reconnecter.',
  }),
  signInTitle: message({ en: 'Signing in', es: 'Ingreso', pt: 'Acesso', fr: 'Connexion' }),
  inviteAgain: message({
    en: 'Send the invitation again',
    es: 'Enviar la invitación de nuevo',
    pt: 'Enviar o convite novamente',
    fr: 'Renvoyer l’invitation',
  }),
  inviteAgainHint: message({
    en: 'With a new link; the one of the earlier e-mail stops working.',
    es: 'Con un enlace nuevo; el del correo anterior deja de funcionar.',
    pt: 'Com um novo link; o do e-mail anterior deixa de funcionar.',
    fr: 'Avec un nouveau lien ; celui du courriel précédent cesse de fonctionner.',
  }),
  sendLink: message({
    en: 'Send a link for a new password',
    es: 'Enviar un enlace para elegir otra contraseña',
    pt: 'Enviar um link para escolher outra senha',
    fr: 'Envoyer un lien pour un nouveau mot de passe',
  }),
  sendLinkHint: message({
    en: 'For somebody who has forgotten it. Nobody but that person chooses it.',
    es: 'Para quien la olvidó. Nadie más que esa persona la elige.',
    pt: 'Para quem a esqueceu. Ninguém além dessa pessoa a escolhe.',
    fr: 'Pour qui l’a oublié. Personne d’autre ne le choisit.',
  }),
  endSessions: message({
    en: 'End all sessions',
    es: 'Cerrar todas las sesiones',
    pt: 'Encerrar todas as sessões',
    fr: 'Fermer toutes les sessions',
  }),
  endSessionsHint: message({
    en: 'Wherever this person is signed in, it is over at once.',
    es: 'Dondequiera que esta persona haya ingresado, la sesión termina de inmediato.',
    pt: 'Onde quer que esta pessoa esteja conectada, a sessão termina imediatamente.',
    fr: 'Partout où cette personne est connectée, la session prend fin aussitôt.',
  }),
  dangerTitle: message({ en: 'With care', es: 'Con cuidado', pt: 'Com cuidado', fr: 'Avec précaution' }),
  resetFactor: message({
    en: 'Reset the second factor',
    es: 'Restablecer el segundo factor',
    pt: 'Redefinir o segundo fator',
    fr: 'Réinitialiser le second facteur',
  }),
  resetFactorHint: message({
    en: 'For somebody who has lost both telephone and recovery codes. Make sure first who is asking: a voice that you know, not an e-mail.',
    es: 'Para quien perdió tanto el teléfono como los códigos de recuperación. Asegúrese antes de quién lo pide: una voz conocida, no un correo.',
    pt: 'Para quem perdeu o telefone e também os códigos de recuperação. Certifique-se antes de quem está pedindo: uma voz conhecida, não um e-mail.',
    fr: 'Pour qui a perdu à la fois son téléphone et ses codes de secours. Assurez-vous d’abord de l’identité du demandeur : une voix connue, pas un courriel.',
  }),
  resetFactorSure: message({
    en: 'I have made sure who is asking',
    es: 'Me he asegurado de quién lo pide',
    pt: 'Certifiquei-me de quem está pedindo',
    fr: 'Je me suis assuré de l’identité du demandeur',
  }),
  disable: message({
    en: 'Disable the account',
    es: 'Desactivar la cuenta',
    pt: 'Desativar a conta',
    fr: 'Désactiver le compte',
  }),
  disableHint: message({
    en: 'The person is signed out at once and cannot come back. What was done with the account stays in the audit.',
    es: 'La sesión de la persona termina de inmediato y no puede volver. Lo hecho con la cuenta permanece en la auditoría.',
    pt: 'A sessão da pessoa termina imediatamente e ela não pode voltar. O que foi feito com a conta permanece na auditoria.',
    fr: 'La personne est déconnectée aussitôt et ne peut revenir. Ce qui a été fait avec le compte reste dans l’audit.',
  }),
  disableSure: message<{ name: string }>({
    en: 'Yes, {name} may no longer come in',
    es: 'Sí, {name} ya no puede entrar',
    pt: 'Sim, {name} não pode mais entrar',
    fr: 'Oui, {name} ne peut plus entrer',
  }),
  enable: message({
    en: 'Enable the account',
    es: 'Activar la cuenta',
    pt: 'Ativar a conta',
    fr: 'Activer le compte',
  }),
  enableHint: message({
    en: 'The person can sign in again, with the same password and role.',
    es: 'La persona puede ingresar de nuevo, con la misma contraseña y función.',
    pt: 'A pessoa pode entrar novamente, com a mesma senha e função.',
    fr: 'La personne peut se reconnecter, avec le même mot de passe et le même rôle.',
  }),
  notYourself: message({
    en: 'This is your own account: another administrator can disable it.',
    es: 'Esta es su propia cuenta: otro administrador puede desactivarla.',
    pt: 'Esta é a sua própria conta: outro administrador pode desativá-la.',
    fr: 'Ce compte est le vôtre : un autre administrateur peut le désactiver.',
  }),

  mailFailed: message<{ name: string }>({
    en: 'The e-mail could not be sent. Give this link to {name} by a way that nobody else reads.',
    es: 'No se pudo enviar el correo. Entregue este enlace a {name} por una vía que nadie más lea.',
    pt: 'Não foi possível enviar o e-mail. Entregue este link a {name} por um meio que ninguém mais leia.',
    fr: 'Le courriel n’a pas pu être envoyé. Transmettez ce lien à {name} par une voie que personne d’autre ne lit.',
  }),
  link: message<{ until: string }>({
    en: 'Works once, until {until}, and is shown this once',
    es: 'Funciona una vez, hasta el {until}, y se muestra solo ahora',
    pt: 'Funciona uma vez, até {until}, e é mostrado só agora',
    fr: 'Fonctionne une fois, jusqu’au {until}, et n’est affiché que maintenant',
  }),

  done: {
    invited: message({
      en: 'The invitation is on its way.',
      es: 'La invitación va en camino.',
      pt: 'O convite está a caminho.',
      fr: 'L’invitation est en route.',
    }),
    linkSent: message({
      en: 'The e-mail with the link is on its way.',
      es: 'El correo con el enlace va en camino.',
      pt: 'O e-mail com o link está a caminho.',
      fr: 'Le courriel avec le lien est en route.',
    }),
    disabled: message({
      en: 'The account is disabled, and its sessions are over.',
      es: 'La cuenta está desactivada y sus sesiones han terminado.',
      pt: 'A conta está desativada e suas sessões terminaram.',
      fr: 'Le compte est désactivé et ses sessions ont pris fin.',
    }),
    enabled: message({
      en: 'The account is enabled.',
      es: 'La cuenta está activada.',
      pt: 'A conta está ativada.',
      fr: 'Le compte est activé.',
    }),
    sessionsEnded: message({
      en: 'All its sessions are over.',
      es: 'Todas sus sesiones han terminado.',
      pt: 'Todas as suas sessões terminaram.',
      fr: 'Toutes ses sessions ont pris fin.',
    }),
    factorReset: message({
      en: 'The second factor is reset.',
      es: 'El segundo factor se ha restablecido.',
      pt: 'O segundo fator foi redefinido.',
      fr: 'Le second facteur est réinitialisé.',
    }),
  },
} as const;
