import { message } from '../message.ts';

/** E-mails about an account. A link stands on a line of its own below its sentence. */
export const accessMailMessages = {
  greeting: message<{ name: string }>({
    en: 'Dear {name},',
    es: 'Estimado/a {name}:',
    pt: 'Prezado(a) {name},',
    fr: 'Bonjour {name},',
  }),
  invitation: {
    subject: message({
      en: 'Your account in Attest',
      es: 'Su cuenta en Attest',
      pt: 'Sua conta no Attest',
      fr: 'Votre compte dans Attest',
    }),
    why: message<{ email: string }>({
      en: 'An account in Attest has been opened for you. You sign in with this e-mail address: {email}',
      es: 'Se abrió una cuenta para usted en Attest. Para ingresar, use esta dirección de correo electrónico: {email}',
      pt: 'Foi aberta uma conta para você no Attest. Para entrar, use este endereço de e-mail: {email}',
      fr: 'Un compte a été ouvert pour vous dans Attest. Vous vous connectez avec cette adresse électronique : {email}',
    }),
    unasked: message({
      en: 'If you did not expect this message, you can ignore it: without the link nobody can use the account.',
      es: 'Si no esperaba este mensaje, puede ignorarlo: sin el enlace, nadie puede usar la cuenta.',
      pt: 'Se você não esperava esta mensagem, pode ignorá-la: sem o link, ninguém pode usar a conta.',
      fr: 'Si vous n’attendiez pas ce message, vous pouvez l’ignorer : sans le lien, personne ne peut utiliser le compte.',
    }),
  },
  reset: {
    subject: message({
      en: 'A new password for Attest',
      es: 'Nueva contraseña para Attest',
      pt: 'Nova senha para o Attest',
      fr: 'Nouveau mot de passe pour Attest',
    }),
    why: message<{ email: string }>({
      en: 'A new password was asked for, for the account {email} in Attest.',
      es: 'Se solicitó una nueva contraseña para la cuenta {email} en Attest.',
      pt: 'Foi solicitada uma nova senha para a conta {email} no Attest.',
      fr: 'Un nouveau mot de passe a été demandé pour le compte {email} dans Attest.',
    }),
    unasked: message({
      en: 'If you did not ask for it, you need not do anything: your password stays as it is.',
      es: 'Si usted no la solicitó, no tiene que hacer nada: su contraseña no cambia.',
      pt: 'Se você não a solicitou, não precisa fazer nada: sua senha continua a mesma.',
      fr: 'Si vous ne l’avez pas demandé, vous n’avez rien à faire : votre mot de passe reste le même.',
    }),
  },
  open: message<{ hours: number }>({
    en: 'Choose your password here. The link works once, and for {hours, plural, one {# hour} other {# hours}}:',
    es: 'Elija su contraseña aquí. El enlace sirve una sola vez, durante {hours, plural, one {# hora} many {# de horas} other {# horas}}:',
    pt: 'Escolha sua senha aqui. O link funciona uma única vez, por {hours, plural, one {# hora} many {# de horas} other {# horas}}:',
    fr: 'Choisissez votre mot de passe ici. Le lien fonctionne une seule fois, pendant {hours, plural, one {# heure} many {# d’heures} other {# heures}} :',
  }),
  'password-changed': {
    subject: message({
      en: 'Your password for Attest was changed',
      es: 'Se cambió su contraseña de Attest',
      pt: 'Sua senha do Attest foi alterada',
      fr: 'Votre mot de passe Attest a été modifié',
    }),
    what: message<{ email: string }>({
      en: 'The password of the account {email} in Attest was changed. Whoever was signed in elsewhere is so no more.',
      es: 'Se cambió la contraseña de la cuenta {email} en Attest. Se cerraron las demás sesiones de la cuenta.',
      pt: 'A senha da conta {email} no Attest foi alterada. As demais sessões da conta foram encerradas.',
      fr: 'Le mot de passe du compte {email} dans Attest a été modifié. Les autres sessions du compte ont été fermées.',
    }),
  },
  'second-factor-changed': {
    subject: message({
      en: 'Your second factor for Attest was changed',
      es: 'Se cambió su segundo factor de Attest',
      pt: 'Seu segundo fator do Attest foi alterado',
      fr: 'Votre second facteur pour Attest a été modifié',
    }),
    what: message<{ email: string }>({
      en: 'The second factor of the account {email} in Attest (an app that shows codes, or recovery codes) was set up, renewed or removed.',
      es: 'El segundo factor de la cuenta {email} en Attest (una aplicación que muestra códigos, o códigos de recuperación) se configuró, se renovó o se eliminó.',
      pt: 'O segundo fator da conta {email} no Attest (um aplicativo que mostra códigos, ou códigos de recuperação) foi configurado, renovado ou removido.',
      fr: 'Le second facteur du compte {email} dans Attest (une application qui affiche des codes, ou des codes de récupération) a été configuré, renouvelé ou supprimé.',
    }),
  },
  notYou: message({
    en: 'If this was not you or your administrator, ask for a new password at once and tell your administrator.',
    es: 'Si no fue usted ni su administrador, solicite de inmediato una nueva contraseña y avise a su administrador.',
    pt: 'Se não foi você nem seu administrador, solicite imediatamente uma nova senha e avise seu administrador.',
    fr: 'Si ce n’est ni vous ni votre administrateur, demandez immédiatement un nouveau mot de passe et prévenez votre administrateur.',
  }),
} as const;
