import { message } from '../message.ts';

/** The page of tokens, with which programs read the API. */
export const tokenMessages = {
  title: message({ en: 'API tokens', es: 'Tokens de la API', pt: 'Tokens da API', fr: 'Jetons d’API' }),
  lede: message({
    en: 'With a token a program reads what its role may see, and changes nothing.',
    es: 'Con un token, un programa lee lo que su función puede ver y no modifica nada.',
    pt: 'Com um token, um programa lê o que sua função pode ver e não modifica nada.',
    fr: 'Avec un jeton, un programme lit ce que son rôle peut voir, et ne modifie rien.',
  }),
  none: message({
    en: 'There are no tokens',
    es: 'No hay tokens',
    pt: 'Não há tokens',
    fr: 'Il n’y a pas de jetons',
  }),
  noneText: message({
    en: 'Make one below for each program that reads figures.',
    es: 'Cree uno abajo para cada programa que lea cifras.',
    pt: 'Crie um abaixo para cada programa que lê números.',
    fr: 'Créez-en un ci-dessous pour chaque programme qui lit des chiffres.',
  }),
  name: message({ en: 'Name', es: 'Nombre', pt: 'Nome', fr: 'Nom' }),
  nameHint: message({
    en: 'After what uses it, such as “figures for the website”.',
    es: 'Según quien lo usa, por ejemplo «cifras para el sitio web».',
    pt: 'Conforme quem o usa, por exemplo “números para o site”.',
    fr: 'D’après ce qui l’utilise, par exemple « chiffres pour le site web ».',
  }),
  days: message({ en: 'Days', es: 'Días', pt: 'Dias', fr: 'Jours' }),
  daysHint: message<{ most: number }>({
    en: 'It ends after so many days, {most, number} at most.',
    es: 'Vence después de tantos días, {most, number} como máximo.',
    pt: 'Vence depois de tantos dias, {most, number} no máximo.',
    fr: 'Il expire après ce nombre de jours, {most, number} au plus.',
  }),
  hint: message<{ hint: string }>({ en: '…{hint}', es: '…{hint}', pt: '…{hint}', fr: '…{hint}' }),
  madeBy: message({ en: 'Made', es: 'Creación', pt: 'Criação', fr: 'Création' }),
  madeByAt: message<{ name: string; at: string }>({
    en: '{name}, {at}',
    es: '{name}, {at}',
    pt: '{name}, {at}',
    fr: '{name}, {at}',
  }),
  madeAtCommandLine: message<{ at: string }>({
    en: 'command line, {at}',
    es: 'línea de comandos, {at}',
    pt: 'linha de comando, {at}',
    fr: 'ligne de commande, {at}',
  }),
  ends: message({ en: 'Ends', es: 'Vence', pt: 'Vence', fr: 'Expire' }),
  ended: message<{ at: string }>({
    en: 'ended: {at}',
    es: 'vencido: {at}',
    pt: 'vencido: {at}',
    fr: 'expiré : {at}',
  }),
  revoked: message({ en: 'revoked', es: 'revocado', pt: 'revogado', fr: 'révoqué' }),
  lastUsed: message({ en: 'Last used', es: 'Último uso', pt: 'Último uso', fr: 'Dernier usage' }),
  neverUsed: message({ en: 'never', es: 'nunca', pt: 'nunca', fr: 'jamais' }),
  revoke: message({ en: 'Revoke', es: 'Revocar', pt: 'Revogar', fr: 'Révoquer' }),
  revokeOf: message<{ name: string }>({
    en: 'Revoke “{name}”',
    es: 'Revocar «{name}»',
    pt: 'Revogar “{name}”',
    fr: 'Révoquer « {name} »',
  }),
  revokedNow: message({
    en: 'The token is revoked: no program comes in with it any more.',
    es: 'El token está revocado: ningún programa entra ya con él.',
    pt: 'O token está revogado: nenhum programa entra mais com ele.',
    fr: 'Le jeton est révoqué : plus aucun programme n’entre avec lui.',
  }),

  createTitle: message({
    en: 'Make a token',
    es: 'Crear un token',
    pt: 'Criar um token',
    fr: 'Créer un jeton',
  }),
  createLede: message({
    en: 'One for each program, so that each can be revoked alone.',
    es: 'Uno para cada programa, para poder revocar cada uno por separado.',
    pt: 'Um para cada programa, para que cada um possa ser revogado sozinho.',
    fr: 'Un par programme, pour pouvoir révoquer chacun séparément.',
  }),
  createSubmit: message({
    en: 'Make the token',
    es: 'Crear el token',
    pt: 'Criar o token',
    fr: 'Créer le jeton',
  }),
  made: message<{ name: string; until: string }>({
    en: 'The token of “{name}”. Copy it now: it is shown this once. It works until {until}.',
    es: 'El token de «{name}». Cópielo ahora: se muestra solo esta vez. Funciona hasta el {until}.',
    pt: 'O token de “{name}”. Copie-o agora: é mostrado só esta vez. Funciona até {until}.',
    fr: 'Le jeton de « {name} ». Copiez-le maintenant : il n’est affiché que cette fois. Il fonctionne jusqu’au {until}.',
  }),
  howToSend: message({
    en: 'Programs send it in a header: Authorization: Bearer, and the token.',
    es: 'Los programas lo envían en un encabezado: Authorization: Bearer, y el token.',
    pt: 'Os programas o enviam em um cabeçalho: Authorization: Bearer, e o token.',
    fr: 'Les programmes l’envoient dans un en-tête : Authorization: Bearer, suivi du jeton.',
  }),
} as const;
