import { message } from '../message.ts';

/** Setting up the second factor. */
export const secondFactorMessages = {
  title: message({
    en: 'Set up the second factor',
    es: 'Configurar el segundo factor',
    pt: 'Configurar o segundo fator',
    fr: 'Configurer le second facteur',
  }),
  lede: message({
    en: 'An app on your telephone shows a code that changes every half minute. You give it after your password.',
    es: 'Una aplicación de su teléfono muestra un código que cambia cada medio minuto. Usted lo da después de su contraseña.',
    pt: 'Um aplicativo no seu telefone mostra um código que muda a cada meio minuto. Você o informa depois da senha.',
    fr: 'Une application de votre téléphone affiche un code qui change toutes les trente secondes. Vous le donnez après votre mot de passe.',
  }),
  needed: message({
    en: 'Your role needs it before you go on.',
    es: 'Su función lo exige antes de continuar.',
    pt: 'Sua função o exige antes de continuar.',
    fr: 'Votre rôle l’exige avant de continuer.',
  }),
  owed: message({
    en: 'A second factor is required of you as soon as the service has a public address. Until then it may wait.',
    es: 'Se le exigirá un segundo factor en cuanto el servicio tenga una dirección pública. Hasta entonces puede esperar.',
    pt: 'Um segundo fator lhe será exigido assim que o serviço tiver um endereço público. Até lá, pode esperar.',
    fr: 'Un second facteur sera exigé de vous dès que le service aura une adresse publique. D’ici là, cela peut attendre.',
  }),
  scan: message({
    en: 'Scan this picture with the app',
    es: 'Escanee esta imagen con la aplicación',
    pt: 'Escaneie esta imagem com o aplicativo',
    fr: 'Scannez cette image avec l’application',
  }),
  apps: message({
    en: 'Any authenticator app will do: your telephone may have one already.',
    es: 'Sirve cualquier aplicación de autenticación: quizá su teléfono ya tenga una.',
    pt: 'Serve qualquer aplicativo autenticador: talvez seu telefone já tenha um.',
    fr: 'Toute application d’authentification convient : votre téléphone en a peut-être déjà une.',
  }),
  picture: message({
    en: 'QR code with the key that is also written below',
    es: 'Código QR con la clave que también figura abajo',
    pt: 'Código QR com a chave que também está escrita abaixo',
    fr: 'Code QR contenant la clé également écrite ci-dessous',
  }),
  type: message({
    en: 'Or type this key into the app:',
    es: 'O escriba esta clave en la aplicación:',
    pt: 'Ou digite esta chave no aplicativo:',
    fr: 'Ou saisissez cette clé dans l’application :',
  }),
  prove: message({
    en: 'Type the code that it shows',
    es: 'Escriba el código que muestra',
    pt: 'Digite o código que ele mostra',
    fr: 'Saisissez le code qu’elle affiche',
  }),
  code: message({ en: 'Six digits', es: 'Seis dígitos', pt: 'Seis dígitos', fr: 'Six chiffres' }),
  submit: message({ en: 'Confirm', es: 'Confirmar', pt: 'Confirmar', fr: 'Confirmer' }),

  codesTitle: message({
    en: 'Your recovery codes',
    es: 'Sus códigos de recuperación',
    pt: 'Seus códigos de recuperação',
    fr: 'Vos codes de secours',
  }),
  codesLede: message<{ count: number }>({
    en: 'For a day without your telephone: {count, plural, one {this code lets you in once} other {each of these # codes lets you in once}}. They are shown now and never again.',
    es: 'Para un día sin su teléfono: {count, plural, one {este código le permite entrar una vez} many {cada uno de estos # de códigos le permite entrar una vez} other {cada uno de estos # códigos le permite entrar una vez}}. Se muestran ahora y nunca más.',
    pt: 'Para um dia sem seu telefone: {count, plural, one {este código permite entrar uma vez} many {cada um destes # de códigos permite entrar uma vez} other {cada um destes # códigos permite entrar uma vez}}. Eles são mostrados agora e nunca mais.',
    fr: 'Pour un jour sans votre téléphone : {count, plural, one {ce code vous laisse entrer une fois} many {chacun de ces # de codes vous laisse entrer une fois} other {chacun de ces # codes vous laisse entrer une fois}}. Ils sont affichés maintenant et plus jamais.',
  }),
  codesAdvice: message({
    en: 'Print this page, or copy the codes, and keep them apart from your telephone.',
    es: 'Imprima esta página o copie los códigos, y guárdelos aparte de su teléfono.',
    pt: 'Imprima esta página ou copie os códigos, e guarde-os longe do seu telefone.',
    fr: 'Imprimez cette page ou copiez les codes, et conservez-les à l’écart de votre téléphone.',
  }),
  codesKept: message({
    en: 'I have kept them',
    es: 'Ya los guardé',
    pt: 'Já os guardei',
    fr: 'Je les ai conservés',
  }),
} as const;
