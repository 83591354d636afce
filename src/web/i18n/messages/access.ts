import { message } from '../message.ts';

/** Signing in, and the words that forms of accounts share. */
export const accessMessages = {
  name: message({ en: 'Name', es: 'Nombre', pt: 'Nome', fr: 'Nom' }),
  email: message({ en: 'E-mail', es: 'Correo electrónico', pt: 'E-mail', fr: 'Adresse électronique' }),
  password: message({ en: 'Password', es: 'Contraseña', pt: 'Senha', fr: 'Mot de passe' }),
  newPassword: message({
    en: 'New password',
    es: 'Nueva contraseña',
    pt: 'Nova senha',
    fr: 'Nouveau mot de passe',
  }),
  passwordRule: message({
    en: '12 characters or more. Anything goes, spaces too; only not a password that many people use.',
    es: '12 caracteres o más. Se admite cualquier signo, también espacios; pero no una contraseña que use mucha gente.',
    pt: '12 caracteres ou mais. Vale qualquer sinal, inclusive espaços; só não uma senha que muita gente usa.',
    fr: '12 caractères ou plus. Tous les signes sont permis, espaces compris ; mais pas un mot de passe que beaucoup utilisent.',
  }),
  mailLanguage: message({
    en: 'Language of e-mails',
    es: 'Idioma de los correos',
    pt: 'Idioma dos e-mails',
    fr: 'Langue des courriels',
  }),
  role: message({ en: 'Role', es: 'Función', pt: 'Função', fr: 'Rôle' }),
  forWhom: message({ en: 'Sees', es: 'Ve', pt: 'Vê', fr: 'Voit' }),
  actions: message({ en: 'Action', es: 'Acción', pt: 'Ação', fr: 'Action' }),
  wholePortfolio: message({
    en: 'the whole portfolio',
    es: 'toda la cartera',
    pt: 'toda a carteira',
    fr: 'tout le portefeuille',
  }),
  noProgram: message({
    en: 'no programme yet',
    es: 'ningún programa todavía',
    pt: 'nenhum programa ainda',
    fr: 'aucun programme pour l’instant',
  }),
  donorOrganisations: message({
    en: 'Organisations of the donor',
    es: 'Organizaciones del donante',
    pt: 'Organizações do doador',
    fr: 'Organisations du donateur',
  }),
  donorOrganisationsHint: message({
    en: 'The person sees what these fund, and nothing of any other donor.',
    es: 'La persona ve lo que estas financian y nada de ningún otro donante.',
    pt: 'A pessoa vê o que estas financiam, e nada de nenhum outro doador.',
    fr: 'La personne voit ce que celles-ci financent, et rien d’aucun autre donateur.',
  }),
  officerPrograms: message({
    en: 'Programmes of the officer',
    es: 'Programas del oficial',
    pt: 'Programas do oficial',
    fr: 'Programmes du chargé de programme',
  }),
  officerProgramsHint: message({
    en: 'With everything below them. Without any the person sees nothing yet.',
    es: 'Con todo lo que depende de ellos. Sin ninguno, la persona todavía no ve nada.',
    pt: 'Com tudo o que está abaixo deles. Sem nenhum, a pessoa ainda não vê nada.',
    fr: 'Avec tout ce qui en dépend. Sans aucun, la personne ne voit encore rien.',
  }),

  signInLede: message({
    en: 'What you see depends on who you are.',
    es: 'Lo que ve depende de quién es usted.',
    pt: 'O que você vê depende de quem você é.',
    fr: 'Ce que vous voyez dépend de qui vous êtes.',
  }),
  forgotten: message({
    en: 'Forgotten your password?',
    es: '¿Olvidó su contraseña?',
    pt: 'Esqueceu sua senha?',
    fr: 'Mot de passe oublié ?',
  }),
  signInWithProvider: message({
    en: 'Sign in with your organisation',
    es: 'Ingresar con su organización',
    pt: 'Entrar com sua organização',
    fr: 'Se connecter avec votre organisation',
  }),
  needsFirst: message({
    en: 'Nobody can sign in yet, for there is no administrator. The service printed a code for the first one when it started.',
    es: 'Todavía nadie puede ingresar, pues no hay ningún administrador. Al iniciarse, el servicio mostró un código para el primero.',
    pt: 'Ninguém pode entrar ainda, pois não há administrador. Ao iniciar, o serviço mostrou um código para o primeiro.',
    fr: 'Personne ne peut encore se connecter, car il n’y a pas d’administrateur. Au démarrage, le service a affiché un code pour le premier.',
  }),
  signedOut: message({
    en: 'You are signed out.',
    es: 'Su sesión está cerrada.',
    pt: 'Você saiu.',
    fr: 'Vous êtes déconnecté.',
  }),
  signedOutEverywhere: message({
    en: 'You are signed out, here and everywhere else.',
    es: 'Su sesión está cerrada, aquí y en todas partes.',
    pt: 'Você saiu, aqui e em todos os outros lugares.',
    fr: 'Vous êtes déconnecté, ici et partout ailleurs.',
  }),

  stepTitle: message({ en: 'One more step', es: 'Un paso más', pt: 'Mais um passo', fr: 'Encore une étape' }),
  stepLede: message<{ email: string }>({
    en: 'You are signing in as {email}.',
    es: 'Está ingresando como {email}.',
    pt: 'Você está entrando como {email}.',
    fr: 'Vous vous connectez avec le compte {email}.',
  }),
  code: message({ en: 'Code', es: 'Código', pt: 'Código', fr: 'Code' }),
  stepHint: message({
    en: 'The six digits that your authenticator app shows now, or one of your recovery codes.',
    es: 'Los seis dígitos que muestra ahora su aplicación de autenticación, o uno de sus códigos de recuperación.',
    pt: 'Os seis dígitos que seu aplicativo autenticador mostra agora, ou um dos seus códigos de recuperação.',
    fr: 'Les six chiffres qu’affiche en ce moment votre application d’authentification, ou l’un de vos codes de secours.',
  }),
  goOn: message({ en: 'Continue', es: 'Continuar', pt: 'Continuar', fr: 'Continuer' }),
  somebodyElse: message({
    en: 'Sign in as somebody else',
    es: 'Ingresar como otra persona',
    pt: 'Entrar como outra pessoa',
    fr: 'Se connecter avec un autre compte',
  }),

  setupTitle: message({
    en: 'Set up the first administrator',
    es: 'Crear el primer administrador',
    pt: 'Criar o primeiro administrador',
    fr: 'Créer le premier administrateur',
  }),
  setupLede: message({
    en: 'This works once, for whoever runs this service. Administrators invite everybody else.',
    es: 'Funciona una sola vez, para quien opera este servicio. Los administradores invitan a todos los demás.',
    pt: 'Funciona uma única vez, para quem opera este serviço. Os administradores convidam todos os demais.',
    fr: 'Cela ne fonctionne qu’une fois, pour la personne qui exploite ce service. Les administrateurs invitent toutes les autres.',
  }),
  setupCode: message({
    en: 'One-time code',
    es: 'Código de un solo uso',
    pt: 'Código de uso único',
    fr: 'Code à usage unique',
  }),
  setupCodeHint: message({
    en: 'The service printed it when it started.',
    es: 'El servicio lo mostró al iniciarse.',
    pt: 'O serviço o mostrou ao iniciar.',
    fr: 'Le service l’a affiché au démarrage.',
  }),
  setupSubmit: message({
    en: 'Create the account',
    es: 'Crear la cuenta',
    pt: 'Criar a conta',
    fr: 'Créer le compte',
  }),

  resetTitle: message({
    en: 'Ask for a new password',
    es: 'Pedir una contraseña nueva',
    pt: 'Pedir uma nova senha',
    fr: 'Demander un nouveau mot de passe',
  }),
  resetLede: message({
    en: 'We send you a link with which you choose it.',
    es: 'Le enviamos un enlace con el que la elige.',
    pt: 'Enviamos um link com o qual você a escolhe.',
    fr: 'Nous vous envoyons un lien qui permet de le choisir.',
  }),
  resetSubmit: message({
    en: 'Send the link',
    es: 'Enviar el enlace',
    pt: 'Enviar o link',
    fr: 'Envoyer le lien',
  }),
  resetSent: message({
    en: 'If there is an account with this address, a link is on its way to it. Look in your inbox; if nothing is there in some minutes, look among the unwanted e-mails too.',
    es: 'Si existe una cuenta con esta dirección, un enlace va en camino. Revise su correo; si en unos minutos no ha llegado nada, revise también el correo no deseado.',
    pt: 'Se existir uma conta com este endereço, um link está a caminho. Verifique seu e-mail; se em alguns minutos nada chegar, verifique também o lixo eletrônico.',
    fr: 'S’il existe un compte à cette adresse, un lien y est en route. Consultez votre messagerie ; si rien n’est arrivé dans quelques minutes, regardez aussi parmi les indésirables.',
  }),

  invitationTitle: message({
    en: 'Welcome to Attest',
    es: 'Le damos la bienvenida a Attest',
    pt: 'Boas-vindas ao Attest',
    fr: 'Bienvenue dans Attest',
  }),
  invitationLede: message<{ name: string; email: string }>({
    en: '{name}, choose the password with which you sign in as {email} from now on.',
    es: '{name}, elija la contraseña con la que de ahora en adelante ingresará como {email}.',
    pt: '{name}, escolha a senha com a qual você entrará como {email} de agora em diante.',
    fr: '{name}, choisissez le mot de passe avec lequel vous vous connecterez désormais au compte {email}.',
  }),
  resetLinkTitle: message({
    en: 'Choose a new password',
    es: 'Elija una contraseña nueva',
    pt: 'Escolha uma nova senha',
    fr: 'Choisissez un nouveau mot de passe',
  }),
  resetLinkLede: message<{ name: string; email: string }>({
    en: 'For {name}, {email}. Wherever this account is signed in, it will be signed out.',
    es: 'Para {name}, {email}. Se cerrarán todas las sesiones abiertas de esta cuenta.',
    pt: 'Para {name}, {email}. Todas as sessões abertas desta conta serão encerradas.',
    fr: 'Pour {name}, {email}. Toutes les sessions ouvertes de ce compte seront fermées.',
  }),
  savePassword: message({
    en: 'Save the password',
    es: 'Guardar la contraseña',
    pt: 'Salvar a senha',
    fr: 'Enregistrer le mot de passe',
  }),
  goneTitle: message({
    en: 'This link no longer works',
    es: 'Este enlace ya no funciona',
    pt: 'Este link não funciona mais',
    fr: 'Ce lien ne fonctionne plus',
  }),
  goneText: message({
    en: 'It was used, has ended, or was not copied whole.',
    es: 'Ya se usó, venció o no se copió completo.',
    pt: 'Ele já foi usado, venceu ou não foi copiado por inteiro.',
    fr: 'Il a servi, a expiré ou n’a pas été copié en entier.',
  }),
  goneAdvice: message({
    en: 'If you have set your password already, sign in with it. If not, ask here for a new link, or ask an administrator to invite you again.',
    es: 'Si ya eligió su contraseña, ingrese con ella. Si no, pida aquí un enlace nuevo, o pida a un administrador que le invite otra vez.',
    pt: 'Se você já escolheu sua senha, entre com ela. Se não, peça aqui um novo link, ou peça a um administrador que o convide novamente.',
    fr: 'Si vous avez déjà choisi votre mot de passe, connectez-vous. Sinon, demandez ici un nouveau lien, ou demandez à un administrateur de vous inviter à nouveau.',
  }),
} as const;
