import { message } from '../message.ts';

/** Why somebody who came back from the provider is not signed in, by the code in the address. */
export const signInProblems = {
  'provider-down': message({
    en: 'Your organisation’s sign-in service does not answer. Try again in a few minutes; if it stays so, tell whoever runs this service.',
    es: 'El servicio de ingreso de su organización no responde. Inténtelo de nuevo en unos minutos; si persiste, avise a quien administra este servicio.',
    pt: 'O serviço de entrada da sua organização não responde. Tente novamente em alguns minutos; se persistir, avise quem administra este serviço.',
    fr: 'Le service de connexion de votre organisation ne répond pas. Réessayez dans quelques minutes ; si cela persiste, prévenez l’administrateur de ce service.',
  }),
  denied: message({
    en: 'Your organisation’s sign-in service did not let you through, or you went back. You can try again.',
    es: 'El servicio de ingreso de su organización no le dio paso, o usted canceló. Puede intentarlo de nuevo.',
    pt: 'O serviço de entrada da sua organização não autorizou o acesso, ou você cancelou. Você pode tentar novamente.',
    fr: 'Le service de connexion de votre organisation ne vous a pas autorisé, ou vous avez annulé. Vous pouvez réessayer.',
  }),
  expired: message({
    en: 'This sign-in took too long, or was already used. Begin again.',
    es: 'Este ingreso tardó demasiado o ya se utilizó. Comience de nuevo.',
    pt: 'Esta entrada demorou demais ou já foi usada. Comece novamente.',
    fr: 'Cette connexion a pris trop de temps ou a déjà servi. Recommencez.',
  }),
  unproven: message({
    en: 'The answer of your organisation’s sign-in service could not be verified, so nobody was signed in. Begin again.',
    es: 'No se pudo verificar la respuesta del servicio de ingreso de su organización, así que nadie ingresó. Comience de nuevo.',
    pt: 'Não foi possível verificar a resposta do serviço de entrada da sua organização, por isso ninguém entrou. Comece novamente.',
    fr: 'La réponse du service de connexion de votre organisation n’a pas pu être vérifiée ; personne n’a été connecté. Recommencez.',
  }),
  'no-role': message({
    en: 'Your organisation knows you, but none of your groups has a role here. Ask an administrator of this service for access.',
    es: 'Su organización le reconoce, pero ninguno de sus grupos tiene un rol aquí. Pida acceso a un administrador de este servicio.',
    pt: 'Sua organização reconhece você, mas nenhum dos seus grupos tem um papel aqui. Peça acesso a um administrador deste serviço.',
    fr: 'Votre organisation vous reconnaît, mais aucun de vos groupes n’a de rôle ici. Demandez l’accès à un administrateur de ce service.',
  }),
  refused: message({
    en: 'You cannot sign in this way. Sign in with your password, or ask an administrator of this service.',
    es: 'No puede ingresar de este modo. Ingrese con su contraseña o consulte a un administrador de este servicio.',
    pt: 'Você não pode entrar deste modo. Entre com sua senha ou fale com um administrador deste serviço.',
    fr: 'Vous ne pouvez pas vous connecter ainsi. Connectez-vous avec votre mot de passe ou adressez-vous à un administrateur de ce service.',
  }),
  'too-often': message({
    en: 'Too many sign-ins in a short time. Wait a minute and try again.',
    es: 'Demasiados ingresos en poco tiempo. Espere un minuto e inténtelo de nuevo.',
    pt: 'Muitas entradas em pouco tempo. Aguarde um minuto e tente novamente.',
    fr: 'Trop de connexions en peu de temps. Attendez une minute et réessayez.',
  }),
} as const;
