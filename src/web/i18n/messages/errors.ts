import { message } from '../message.ts';

/** What an error page says: what happened, why, what to do. Keys are HTTP statuses; any other reads as 400 or 500. */
export const errorMessages = {
  400: {
    title: message({
      en: 'This address asks for something we do not have',
      es: 'Esta dirección pide algo que no tenemos',
      pt: 'Este endereço pede algo que não temos',
      fr: 'Cette adresse demande quelque chose que nous n’avons pas',
    }),
    text: message({
      en: 'A filter or a date in the address is not one that we know. Rather than show other figures than those you asked for, we show none.',
      es: 'Un filtro o una fecha de la dirección no es válido. Antes que mostrar cifras distintas de las que pidió, no mostramos ninguna.',
      pt: 'Um filtro ou uma data do endereço não é válido. Em vez de mostrar números diferentes dos que você pediu, não mostramos nenhum.',
      fr: 'Un filtre ou une date de l’adresse n’est pas valable. Plutôt que d’afficher d’autres chiffres que ceux demandés, nous n’en affichons aucun.',
    }),
    advice: message({
      en: 'Correct the address, or start again from the dashboard and choose from its lists.',
      es: 'Corrija la dirección o vuelva al tablero y elija en sus listas.',
      pt: 'Corrija o endereço ou volte ao painel e escolha nas listas.',
      fr: 'Corrigez l’adresse, ou repartez du tableau de bord et choisissez dans ses listes.',
    }),
  },
  401: {
    title: message({
      en: 'Please sign in',
      es: 'Ingrese, por favor',
      pt: 'Entre, por favor',
      fr: 'Veuillez vous connecter',
    }),
    text: message({
      en: 'Your session has ended, or nobody has signed in here. Nothing has been changed.',
      es: 'Su sesión ha terminado o nadie ha ingresado aquí. No se ha modificado nada.',
      pt: 'Sua sessão terminou ou ninguém entrou aqui. Nada foi alterado.',
      fr: 'Votre session a pris fin, ou personne ne s’est connecté ici. Rien n’a été modifié.',
    }),
    advice: message({
      en: 'Sign in above and do it again.',
      es: 'Ingrese arriba y hágalo de nuevo.',
      pt: 'Entre acima e faça de novo.',
      fr: 'Connectez-vous ci-dessus et recommencez.',
    }),
  },
  403: {
    title: message({
      en: 'This page is not open to you',
      es: 'No tiene acceso a esta página',
      pt: 'Você não tem acesso a esta página',
      fr: 'Cette page ne vous est pas ouverte',
    }),
    text: message({
      en: 'Your account, or the link you followed, does not include it.',
      es: 'Su cuenta o el enlace que siguió no la incluye.',
      pt: 'Sua conta ou o link que você seguiu não a inclui.',
      fr: 'Votre compte, ou le lien que vous avez suivi, ne la comprend pas.',
    }),
    advice: message({
      en: 'Sign in with another account, or ask whoever sent you the link.',
      es: 'Ingrese con otra cuenta o consulte a quien le envió el enlace.',
      pt: 'Entre com outra conta ou consulte quem lhe enviou o link.',
      fr: 'Connectez-vous avec un autre compte, ou adressez-vous à la personne qui vous a envoyé le lien.',
    }),
  },
  404: {
    title: message({
      en: 'There is nothing at this address',
      es: 'No hay nada en esta dirección',
      pt: 'Não há nada neste endereço',
      fr: 'Il n’y a rien à cette adresse',
    }),
    text: message({
      en: 'The programme, country, donor or figure may have another code, or it may not be approved yet.',
      es: 'El programa, país, donante o cifra puede tener otro código o no estar aprobado todavía.',
      pt: 'O programa, país, doador ou número pode ter outro código ou ainda não estar aprovado.',
      fr: 'Le programme, le pays, le donateur ou le chiffre a peut-être un autre code, ou n’est pas encore approuvé.',
    }),
    advice: message({
      en: 'Check the address, or look for it among the programmes.',
      es: 'Revise la dirección o búsquelo entre los programas.',
      pt: 'Verifique o endereço ou procure entre os programas.',
      fr: 'Vérifiez l’adresse, ou cherchez parmi les programmes.',
    }),
  },
  422: {
    title: message({
      en: 'The data do not allow this',
      es: 'Los datos no lo permiten',
      pt: 'Os dados não permitem isso',
      fr: 'Les données ne le permettent pas',
    }),
    text: message({
      en: 'Your request is well formed, but carrying it out would break a rule of counting. Nothing has been changed.',
      es: 'La solicitud es correcta, pero cumplirla infringiría una regla de conteo. No se ha modificado nada.',
      pt: 'O pedido está correto, mas atendê-lo violaria uma regra de contagem. Nada foi alterado.',
      fr: 'La demande est correcte, mais l’exécuter enfreindrait une règle de comptage. Rien n’a été modifié.',
    }),
    advice: message({
      en: 'Read below which rule and which row are meant, correct the row, and try again.',
      es: 'Lea abajo de qué regla y de qué fila se trata, corrija la fila e inténtelo de nuevo.',
      pt: 'Leia abaixo de que regra e de que linha se trata, corrija a linha e tente de novo.',
      fr: 'Lisez ci-dessous de quelle règle et de quelle ligne il s’agit, corrigez la ligne et réessayez.',
    }),
  },
  429: {
    title: message({
      en: 'Too often in a short time',
      es: 'Demasiadas veces en poco tiempo',
      pt: 'Vezes demais em pouco tempo',
      fr: 'Trop souvent en peu de temps',
    }),
    text: message({
      en: 'So that nobody is kept waiting, and nothing is guessed, this can be done only so many times. Nothing has been changed.',
      es: 'Para que nadie tenga que esperar y nada se adivine, esto se puede hacer solo cierto número de veces. No se ha modificado nada.',
      pt: 'Para que ninguém precise esperar e nada seja adivinhado, isto só pode ser feito certo número de vezes. Nada foi alterado.',
      fr: 'Pour que personne n’ait à attendre et que rien ne soit deviné, cela ne peut se faire qu’un certain nombre de fois. Rien n’a été modifié.',
    }),
    advice: message({
      en: 'Wait a little and try again.',
      es: 'Espere un poco e inténtelo de nuevo.',
      pt: 'Espere um pouco e tente de novo.',
      fr: 'Attendez un peu, puis réessayez.',
    }),
  },
  500: {
    title: message({
      en: 'Something broke on our side',
      es: 'Algo falló de nuestro lado',
      pt: 'Algo falhou do nosso lado',
      fr: 'Une défaillance s’est produite de notre côté',
    }),
    text: message({
      en: 'The page could not be made whole, and we do not show half of one. The failure has been recorded.',
      es: 'No fue posible completar la página y no mostramos páginas a medias. La falla quedó registrada.',
      pt: 'Não foi possível completar a página e não mostramos páginas pela metade. A falha foi registrada.',
      fr: 'La page n’a pas pu être établie en entier, et nous n’en montrons pas la moitié. La défaillance a été consignée.',
    }),
    advice: message({
      en: 'Try again in a minute. If it happens again, send the administrator the code below.',
      es: 'Inténtelo de nuevo en un minuto. Si se repite, envíe al administrador el código que figura abajo.',
      pt: 'Tente de novo em um minuto. Se acontecer outra vez, envie ao administrador o código abaixo.',
      fr: 'Réessayez dans une minute. Si cela se reproduit, envoyez à l’administrateur le code ci-dessous.',
    }),
  },
  503: {
    title: message({
      en: 'Not available right now',
      es: 'No disponible por el momento',
      pt: 'Indisponível no momento',
      fr: 'Indisponible pour le moment',
    }),
    text: message({
      en: 'The service is starting, or something it leans on does not answer. No figure has been lost.',
      es: 'El servicio se está iniciando o algo de lo que depende no responde. No se ha perdido ninguna cifra.',
      pt: 'O serviço está iniciando ou algo de que ele depende não responde. Nenhum número foi perdido.',
      fr: 'Le service démarre, ou un élément dont il dépend ne répond pas. Aucun chiffre n’a été perdu.',
    }),
    advice: message({
      en: 'Try again in a minute.',
      es: 'Inténtelo de nuevo en un minuto.',
      pt: 'Tente de novo em um minuto.',
      fr: 'Réessayez dans une minute.',
    }),
  },
} as const;

/** The same of refusals whose status does not say enough. Keys are codes. */
export const refusalMessages = {
  'REQUEST.CROSS_SITE': {
    title: message({
      en: 'This was sent from another site',
      es: 'Esto se envió desde otro sitio',
      pt: 'Isto foi enviado de outro site',
      fr: 'Ceci a été envoyé depuis un autre site',
    }),
    text: message({
      en: 'A page that is not ours asked your browser to send it in your name. Nothing has been changed.',
      es: 'Una página que no es nuestra pidió a su navegador que lo enviara en su nombre. No se ha modificado nada.',
      pt: 'Uma página que não é nossa pediu ao seu navegador que o enviasse em seu nome. Nada foi alterado.',
      fr: 'Une page qui n’est pas la nôtre a demandé à votre navigateur de l’envoyer en votre nom. Rien n’a été modifié.',
    }),
    advice: message({
      en: 'If you meant to do it, open the page here and send it from there. If you did not, close the other page and tell the administrator.',
      es: 'Si quería hacerlo, abra la página aquí y envíelo desde ella. Si no, cierre la otra página y avise al administrador.',
      pt: 'Se queria fazê-lo, abra a página aqui e envie a partir dela. Se não, feche a outra página e avise o administrador.',
      fr: 'Si vous vouliez le faire, ouvrez la page ici et envoyez-le depuis celle-ci. Sinon, fermez l’autre page et prévenez l’administrateur.',
    }),
  },
} as const;

export const errorPageMessages = {
  whatToDo: message({ en: 'What to do', es: 'Qué hacer', pt: 'O que fazer', fr: 'Que faire' }),
  detail: message({ en: 'In detail', es: 'En detalle', pt: 'Em detalhe', fr: 'En détail' }),
  code: message<{ code: string }>({
    en: 'Code: {code}',
    es: 'Código: {code}',
    pt: 'Código: {code}',
    fr: 'Code : {code}',
  }),
  toDashboard: message({
    en: 'Go to the dashboard',
    es: 'Ir al tablero',
    pt: 'Ir para o painel',
    fr: 'Aller au tableau de bord',
  }),
  toPrograms: message({
    en: 'See all programmes',
    es: 'Ver todos los programas',
    pt: 'Ver todos os programas',
    fr: 'Voir tous les programmes',
  }),
} as const;
