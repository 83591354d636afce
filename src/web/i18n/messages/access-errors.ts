import { message } from '../message.ts';

/** Why a form of accounts was not taken, by the code of the error. */
export const accessErrors = {
  'SIGN_IN.REFUSED': message({
    en: 'E-mail and password do not belong together. Check both, or ask for a new password.',
    es: 'El correo y la contraseña no corresponden. Revise ambos o pida una contraseña nueva.',
    pt: 'O e-mail e a senha não correspondem. Verifique ambos ou peça uma nova senha.',
    fr: 'L’adresse et le mot de passe ne correspondent pas. Vérifiez les deux, ou demandez un nouveau mot de passe.',
  }),
  'SIGN_IN.BUSY': message({
    en: 'Very many people are signing in at this moment. Try again in a few seconds.',
    es: 'En este momento ingresan muchísimas personas. Inténtelo de nuevo en unos segundos.',
    pt: 'Muitíssimas pessoas estão entrando neste momento. Tente novamente em alguns segundos.',
    fr: 'De très nombreuses personnes se connectent en ce moment. Réessayez dans quelques secondes.',
  }),
  'SIGN_IN.CODE': message({
    en: 'This code is not right, or was used already. Wait until the app shows the next one.',
    es: 'Este código no es correcto o ya se usó. Espere a que la aplicación muestre el siguiente.',
    pt: 'Este código não está certo ou já foi usado. Espere o aplicativo mostrar o próximo.',
    fr: 'Ce code n’est pas le bon, ou il a déjà servi. Attendez que l’application affiche le suivant.',
  }),
  'SECOND_FACTOR.CODE': message({
    en: 'This is not the code that the app shows now. Check that the clock of your telephone is right, and type the next one.',
    es: 'Este no es el código que la aplicación muestra ahora. Verifique que el reloj de su teléfono sea correcto y escriba el siguiente.',
    pt: 'Este não é o código que o aplicativo mostra agora. Verifique se o relógio do seu telefone está certo e digite o próximo.',
    fr: 'Ce n’est pas le code que l’application affiche en ce moment. Vérifiez que l’horloge de votre téléphone est à l’heure et saisissez le suivant.',
  }),
  'SECOND_FACTOR.NEEDED': message({
    en: 'Administrators must have a second factor.',
    es: 'Los administradores deben tener un segundo factor.',
    pt: 'Administradores precisam ter um segundo fator.',
    fr: 'Les administrateurs doivent avoir un second facteur.',
  }),
  'PASSWORD.WRONG': message({
    en: 'This is not your password.',
    es: 'Esta no es su contraseña.',
    pt: 'Esta não é a sua senha.',
    fr: 'Ce n’est pas votre mot de passe.',
  }),
  'PASSWORD.SHORT': message({
    en: 'At least 12 characters: several words that nobody else puts together are easy to remember.',
    es: 'Al menos 12 caracteres: varias palabras que nadie más junta son fáciles de recordar.',
    pt: 'Pelo menos 12 caracteres: várias palavras que ninguém mais junta são fáceis de lembrar.',
    fr: 'Au moins 12 caractères : plusieurs mots que personne d’autre n’assemble se retiennent facilement.',
  }),
  'PASSWORD.LONG': message({
    en: 'At most 128 characters.',
    es: 'Como máximo 128 caracteres.',
    pt: 'No máximo 128 caracteres.',
    fr: 'Au plus 128 caractères.',
  }),
  'PASSWORD.COMMON': message({
    en: 'This password is easy to guess. Choose one that is neither common nor made of your name or the organisation’s.',
    es: 'Esta contraseña es fácil de adivinar. Elija una que no sea común ni esté hecha con su nombre o el de la organización.',
    pt: 'Esta senha é fácil de adivinhar. Escolha uma que não seja comum nem feita com o seu nome ou o da organização.',
    fr: 'Ce mot de passe est facile à deviner. Choisissez-en un qui ne soit ni courant ni formé de votre nom ou de celui de l’organisation.',
  }),
  'PASSWORD.NONE': message({
    en: 'This account has no password here: it signs in with your organisation’s provider.',
    es: 'Esta cuenta no tiene contraseña aquí: ingresa con el proveedor de su organización.',
    pt: 'Esta conta não tem senha aqui: entra com o provedor da sua organização.',
    fr: 'Ce compte n’a pas de mot de passe ici : il se connecte avec le fournisseur de votre organisation.',
  }),
  'SECOND_FACTOR.HELD': message({
    en: 'This account has a second factor already.',
    es: 'Esta cuenta ya tiene un segundo factor.',
    pt: 'Esta conta já tem um segundo fator.',
    fr: 'Ce compte a déjà un second facteur.',
  }),
  'SECOND_FACTOR.NONE': message({
    en: 'This account has no second factor. Set it up first.',
    es: 'Esta cuenta no tiene segundo factor. Configúrelo antes.',
    pt: 'Esta conta não tem segundo fator. Configure-o antes.',
    fr: 'Ce compte n’a pas de second facteur. Configurez-le d’abord.',
  }),
  'SECOND_FACTOR.KEY': message({
    en: 'The key of the second factor can no longer be read. An administrator must reset it.',
    es: 'La clave del segundo factor ya no se puede leer. Un administrador debe restablecerlo.',
    pt: 'A chave do segundo fator não pode mais ser lida. Um administrador precisa redefini-lo.',
    fr: 'La clé du second facteur ne peut plus être lue. Un administrateur doit le réinitialiser.',
  }),
  'ACCOUNT.DISABLED': message({
    en: 'The account is disabled. Enable it first.',
    es: 'La cuenta está desactivada. Actívela antes.',
    pt: 'A conta está desativada. Ative-a antes.',
    fr: 'Le compte est désactivé. Activez-le d’abord.',
  }),
  'ACCOUNT.ELSEWHERE': message({
    en: 'This person signs in with the organisation’s provider, and has no password here.',
    es: 'Esta persona ingresa con el proveedor de la organización y no tiene contraseña aquí.',
    pt: 'Esta pessoa entra com o provedor da organização e não tem senha aqui.',
    fr: 'Cette personne se connecte avec le fournisseur de l’organisation et n’a pas de mot de passe ici.',
  }),
  'ONE_TIME.UNKNOWN': message({
    en: 'This code is not right, was used, or has ended. Start the service again, and it prints a new one.',
    es: 'Este código no es correcto, ya se usó o venció. Reinicie el servicio y mostrará uno nuevo.',
    pt: 'Este código não está certo, já foi usado ou venceu. Reinicie o serviço e ele mostrará um novo.',
    fr: 'Ce code n’est pas le bon, a servi ou a expiré. Redémarrez le service : il en affichera un nouveau.',
  }),
  'ACCOUNT.EMAIL': message({
    en: 'This is not an e-mail address.',
    es: 'Esta no es una dirección de correo electrónico.',
    pt: 'Este não é um endereço de e-mail.',
    fr: 'Ce n’est pas une adresse électronique.',
  }),
  'ACCOUNT.NAME': message({
    en: 'Give a name of at most 120 characters.',
    es: 'Indique un nombre de 120 caracteres como máximo.',
    pt: 'Informe um nome de no máximo 120 caracteres.',
    fr: 'Indiquez un nom de 120 caractères au plus.',
  }),
  'EMAIL.INVISIBLE': message({
    en: 'It holds a character that nobody can see. Type it again rather than pasting it.',
    es: 'Contiene un carácter que nadie puede ver. Escríbalo de nuevo en lugar de pegarlo.',
    pt: 'Contém um caractere que ninguém pode ver. Digite de novo em vez de colar.',
    fr: 'Elle contient un caractère que personne ne voit. Saisissez-la à nouveau au lieu de la coller.',
  }),
  'NAME.INVISIBLE': message({
    en: 'It holds a character that nobody can see. Type it again rather than pasting it.',
    es: 'Contiene un carácter que nadie puede ver. Escríbalo de nuevo en lugar de pegarlo.',
    pt: 'Contém um caractere que ninguém pode ver. Digite de novo em vez de colar.',
    fr: 'Il contient un caractère que personne ne voit. Saisissez-le à nouveau au lieu de le coller.',
  }),
  'ACCOUNT.EXISTS': message({
    en: 'There is an account with this address already: look for it in the list.',
    es: 'Ya existe una cuenta con esta dirección: búsquela en la lista.',
    pt: 'Já existe uma conta com este endereço: procure-a na lista.',
    fr: 'Il existe déjà un compte avec cette adresse : cherchez-le dans la liste.',
  }),
  'ACCOUNT.LAST_ADMINISTRATOR': message({
    en: 'This is the last administrator who can come in. Make another one first.',
    es: 'Es el último administrador que puede entrar. Cree antes otro.',
    pt: 'Este é o último administrador que pode entrar. Crie outro antes.',
    fr: 'C’est le dernier administrateur qui puisse entrer. Créez-en d’abord un autre.',
  }),
  'ACCOUNT.SELF': message({
    en: 'Nobody disables the own account: ask another administrator.',
    es: 'Nadie desactiva su propia cuenta: pídalo a otro administrador.',
    pt: 'Ninguém desativa a própria conta: peça a outro administrador.',
    fr: 'Personne ne désactive son propre compte : demandez-le à un autre administrateur.',
  }),
  'MANDATE.ROLE': message({
    en: 'Choose a role.',
    es: 'Elija una función.',
    pt: 'Escolha uma função.',
    fr: 'Choisissez un rôle.',
  }),
  'MANDATE.ORGANISATION': message({
    en: 'Choose at least one organisation: without one a donor would see nothing.',
    es: 'Elija al menos una organización: sin ninguna, un donante no vería nada.',
    pt: 'Escolha pelo menos uma organização: sem nenhuma, um doador não veria nada.',
    fr: 'Choisissez au moins une organisation : sans cela, un donateur ne verrait rien.',
  }),
  'MANDATE.PROGRAM': message({
    en: 'Only an officer has programmes.',
    es: 'Solo un oficial tiene programas.',
    pt: 'Somente um oficial tem programas.',
    fr: 'Seul un chargé de programme a des programmes.',
  }),
  'MANDATE.UNKNOWN': message({
    en: 'One of the organisations or programmes is not there. Check the codes, or choose again.',
    es: 'Una de las organizaciones o programas no existe. Revise los códigos o elija de nuevo.',
    pt: 'Uma das organizações ou programas não existe. Verifique os códigos ou escolha novamente.',
    fr: 'L’une des organisations ou l’un des programmes n’existe pas. Vérifiez les codes ou choisissez à nouveau.',
  }),
  'TOKEN.NAME': message({
    en: 'Give it a name of at most 120 characters.',
    es: 'Dele un nombre de 120 caracteres como máximo.',
    pt: 'Dê um nome de no máximo 120 caracteres.',
    fr: 'Donnez-lui un nom de 120 caractères au plus.',
  }),
  'TOKEN.NOTHING_TO_WRITE': message({
    en: 'This role enters nothing and approves nothing: its token reads.',
    es: 'Esta función no registra ni aprueba nada: su token lee.',
    pt: 'Esta função não registra nem aprova nada: seu token lê.',
    fr: 'Ce rôle ne saisit et n’approuve rien : son jeton lit.',
  }),
  'TOKEN.DAYS': message({
    en: 'A whole number from 1 to 366.',
    es: 'Un número entero de 1 a 366.',
    pt: 'Um número inteiro de 1 a 366.',
    fr: 'Un nombre entier de 1 à 366.',
  }),
  'FORM.UNCONFIRMED': message({
    en: 'Nothing was done: confirm it here first.',
    es: 'No se hizo nada: confírmelo antes aquí.',
    pt: 'Nada foi feito: confirme aqui antes.',
    fr: 'Rien n’a été fait : confirmez d’abord ici.',
  }),
} as const;

/** What has no words of its own here, and what was tried too often. */
export const refusalMessages = {
  other: message({
    en: 'This was not done. Check what you entered, and try again.',
    es: 'No se hizo. Revise lo que ingresó e inténtelo de nuevo.',
    pt: 'Não foi feito. Verifique o que informou e tente novamente.',
    fr: 'Cela n’a pas été fait. Vérifiez votre saisie, puis réessayez.',
  }),
  tooOften: message<{ minutes: number }>({
    en: 'Too many attempts. Try again in {minutes, plural, one {# minute} other {# minutes}}.',
    es: 'Demasiados intentos. Inténtelo de nuevo en {minutes, plural, one {# minuto} many {# de minutos} other {# minutos}}.',
    pt: 'Tentativas demais. Tente novamente em {minutes, plural, one {# minuto} many {# de minutos} other {# minutos}}.',
    fr: 'Trop de tentatives. Réessayez dans {minutes, plural, one {# minute} many {# de minutes} other {# minutes}}.',
  }),
} as const;
