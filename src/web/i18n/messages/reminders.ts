import { message } from '../message.ts';

/** The e-mail that reminds somebody of what a programme lacks. */
export const reminderMailMessages = {
  subject: message<{ program: string }>({
    en: 'What is missing: {program}',
    es: 'Lo que falta: {program}',
    pt: 'O que falta: {program}',
    fr: 'Ce qui manque : {program}',
  }),
  asks: message<{ from: string; program: string; date: string }>({
    en: '{from} asks you to look at “{program}”. This is what its record lacked on {date}:',
    es: '{from} le pide que revise «{program}». Esto es lo que faltaba en su registro al {date}:',
    pt: '{from} pede que você examine “{program}”. Isto é o que faltava em seu registro em {date}:',
    fr: '{from} vous demande d’examiner « {program} ». Voici ce qui y manquait au {date} :',
  }),
  due: message<{ count: number }>({
    en: '{count, plural, one {# figure is due:} other {# figures are due:}}',
    es: '{count, plural, one {# cifra por informar:} many {# de cifras por informar:} other {# cifras por informar:}}',
    pt: '{count, plural, one {# número a informar:} many {# de números a informar:} other {# números a informar:}}',
    fr: '{count, plural, one {# chiffre à renseigner :} many {# de chiffres à renseigner :} other {# chiffres à renseigner :}}',
  }),
  more: message<{ count: number }>({
    en: '{count, plural, one {and # more} other {and # more}}',
    es: '{count, plural, one {y # más} many {y # de más} other {y # más}}',
    pt: '{count, plural, one {e mais #} many {e mais #} other {e mais #}}',
    fr: '{count, plural, one {et # de plus} many {et # de plus} other {et # de plus}}',
  }),
  allOf: message<{ count: number }>({
    en: '{count, plural, one {All of it (#)} other {All of them (#)}}',
    es: '{count, plural, one {Todo (#)} many {Todos (#)} other {Todos (#)}}',
    pt: '{count, plural, one {Tudo (#)} many {Todos (#)} other {Todos (#)}}',
    fr: '{count, plural, one {Tout (#)} many {Tous (#)} other {Tous (#)}}',
  }),
  signIn: message({
    en: 'Each address opens the form in which it is filled in. You have to be signed in.',
    es: 'Cada dirección abre el formulario en que se completa. Es necesario iniciar sesión.',
    pt: 'Cada endereço abre o formulário em que se preenche. É preciso entrar no serviço.',
    fr: 'Chaque adresse ouvre le formulaire où cela se renseigne. Il faut être connecté.',
  }),
  done: message<{ from: string }>({
    en: 'Whatever you have entered since waits for approval, and needs nothing more from you. {from} sent this message; it is not automatic.',
    es: 'Lo que haya ingresado desde entonces espera aprobación y no requiere nada más de usted. Este mensaje lo envió {from}; no es automático.',
    pt: 'O que você inseriu desde então espera aprovação e não requer mais nada de você. Esta mensagem foi enviada por {from}; não é automática.',
    fr: 'Ce que vous avez saisi depuis attend une approbation et ne demande plus rien de votre part. Ce message vous est envoyé par {from} ; il n’est pas automatique.',
  }),
};

/** The page from which somebody is reminded, and what stands of reminders beside a programme. */
export const reminderMessages = {
  title: message({
    en: 'Send a reminder',
    es: 'Enviar un recordatorio',
    pt: 'Enviar um lembrete',
    fr: 'Envoyer un rappel',
  }),
  lede: message<{ program: string }>({
    en: 'By e-mail, to the people who enter figures for {program}: what is missing, each with the address of its form.',
    es: 'Por correo electrónico, a quienes ingresan cifras de {program}: lo que falta, con la dirección de cada formulario.',
    pt: 'Por e-mail, a quem insere números de {program}: o que falta, com o endereço de cada formulário.',
    fr: 'Par courriel, aux personnes qui saisissent les chiffres de {program} : ce qui manque, avec l’adresse de chaque formulaire.',
  }),
  mail: message({
    en: 'The e-mail',
    es: 'El correo',
    pt: 'O e-mail',
    fr: 'Le courriel',
  }),
  to: message({ en: 'To', es: 'Para', pt: 'Para', fr: 'À' }),
  nothingFor: message({
    en: 'Nothing is missing of what this person sees: no e-mail goes.',
    es: 'No falta nada de lo que ve esta persona: no se envía ningún correo.',
    pt: 'Não falta nada do que esta pessoa vê: nenhum e-mail é enviado.',
    fr: 'Rien ne manque dans ce que voit cette personne : aucun courriel ne part.',
  }),
  recentlyBy: message<{ when: string; name: string }>({
    en: 'Reminded already on {when} by {name}',
    es: 'Ya recibió un recordatorio el {when}, de {name}',
    pt: 'Já recebeu um lembrete em {when}, de {name}',
    fr: 'A déjà reçu un rappel le {when}, de {name}',
  }),
  again: message<{ days: number }>({
    en: 'Remind again whoever was reminded in the last {days, plural, one {# day} other {# days}}',
    es: 'Recordar otra vez a quien ya recibió un recordatorio en {days, plural, one {el último # día} many {los últimos # de días} other {los últimos # días}}',
    pt: 'Lembrar de novo quem já recebeu um lembrete {days, plural, one {no último # dia} many {nos últimos # de dias} other {nos últimos # dias}}',
    fr: 'Rappeler encore une personne qui a reçu un rappel au cours {days, plural, one {du dernier # jour} many {des # derniers jours} other {des # derniers jours}}',
  }),
  text: message<{ name: string }>({
    en: 'The e-mail to {name}',
    es: 'El correo a {name}',
    pt: 'O e-mail a {name}',
    fr: 'Le courriel à {name}',
  }),
  subject: message({ en: 'Subject', es: 'Asunto', pt: 'Assunto', fr: 'Objet' }),
  send: message<{ count: number }>({
    en: '{count, plural, one {Send the reminder} other {Send the reminders}}',
    es: '{count, plural, one {Enviar el recordatorio} many {Enviar los recordatorios} other {Enviar los recordatorios}}',
    pt: '{count, plural, one {Enviar o lembrete} many {Enviar os lembretes} other {Enviar os lembretes}}',
    fr: '{count, plural, one {Envoyer le rappel} many {Envoyer les rappels} other {Envoyer les rappels}}',
  }),
  nobody: message({
    en: 'Nobody enters figures for this programme',
    es: 'Nadie ingresa cifras de este programa',
    pt: 'Ninguém insere números deste programa',
    fr: 'Personne ne saisit de chiffres pour ce programme',
  }),
  nobodyText: message({
    en: 'An administrator gives somebody the programme, or one above it, on the page of the account.',
    es: 'La administración asigna el programa, o uno superior, en la página de la cuenta.',
    pt: 'A administração atribui o programa, ou um acima dele, na página da conta.',
    fr: 'L’administration confie le programme, ou un programme qui le contient, à quelqu’un sur la page du compte.',
  }),
  nothing: message({
    en: 'Nothing is missing here',
    es: 'Aquí no falta nada',
    pt: 'Aqui não falta nada',
    fr: 'Ici, rien ne manque',
  }),
  nothingText: message({
    en: 'No figure is due, and the record has no gap that these people could fill.',
    es: 'No hay cifras pendientes ni lagunas que estas personas puedan llenar.',
    pt: 'Não há números pendentes nem lacunas que estas pessoas possam preencher.',
    fr: 'Aucun chiffre n’est attendu, et ces personnes n’ont aucune lacune à combler.',
  }),
  earlier: message({
    en: 'Reminders sent',
    es: 'Recordatorios enviados',
    pt: 'Lembretes enviados',
    fr: 'Rappels envoyés',
  }),
  when: message({ en: 'When', es: 'Cuándo', pt: 'Quando', fr: 'Quand' }),
  by: message({ en: 'By', es: 'De', pt: 'De', fr: 'De' }),
  listed: message({ en: 'Missing then', es: 'Faltaba', pt: 'Faltava', fr: 'Il manquait' }),
  counts: message<{ figures: number; gaps: number }>({
    en: '{figures, plural, one {# figure} other {# figures}}, {gaps, plural, one {# gap} other {# gaps}}',
    es: '{figures, plural, one {# cifra} many {# de cifras} other {# cifras}}, {gaps, plural, one {# laguna} many {# de lagunas} other {# lagunas}}',
    pt: '{figures, plural, one {# número} many {# de números} other {# números}}, {gaps, plural, one {# lacuna} many {# de lacunas} other {# lacunas}}',
    fr: '{figures, plural, one {# chiffre} many {# de chiffres} other {# chiffres}}, {gaps, plural, one {# lacune} many {# de lacunes} other {# lacunes}}',
  }),
  state: message({
    en: 'What became of it',
    es: 'Qué pasó con él',
    pt: 'O que aconteceu',
    fr: 'Ce qu’il en est',
  }),
  waiting: message({
    en: 'On its way',
    es: 'En camino',
    pt: 'A caminho',
    fr: 'En route',
  }),
  waitingFor: message<{ when: string }>({
    en: 'Not taken yet: tried again on {when}',
    es: 'Aún no aceptado: nuevo intento el {when}',
    pt: 'Ainda não aceito: nova tentativa em {when}',
    fr: 'Pas encore accepté : nouvel essai le {when}',
  }),
  sent: message<{ when: string }>({
    en: 'Taken by the mail server on {when}',
    es: 'Aceptado por el servidor de correo el {when}',
    pt: 'Aceito pelo servidor de e-mail em {when}',
    fr: 'Accepté par le serveur de messagerie le {when}',
  }),
  failed: message({
    en: 'Not sent',
    es: 'No enviado',
    pt: 'Não enviado',
    fr: 'Non envoyé',
  }),
  unclear: message({
    en: 'Nobody knows whether it arrived',
    es: 'No se sabe si llegó',
    pt: 'Não se sabe se chegou',
    fr: 'On ne sait pas s’il est arrivé',
  }),
  showText: message({
    en: 'The text',
    es: 'El texto',
    pt: 'O texto',
    fr: 'Le texte',
  }),
  done: message({
    en: 'The reminder is on its way. What becomes of it is said below.',
    es: 'El recordatorio está en camino. Abajo se dice qué pasa con él.',
    pt: 'O lembrete está a caminho. Abaixo se diz o que acontece com ele.',
    fr: 'Le rappel est en route. Ce qu’il devient est indiqué plus bas.',
  }),
  remind: message({ en: 'Remind', es: 'Recordar', pt: 'Lembrar', fr: 'Rappeler' }),
  remindOf: message<{ program: string }>({
    en: 'Remind: {program}',
    es: 'Recordar: {program}',
    pt: 'Lembrar: {program}',
    fr: 'Rappeler : {program}',
  }),
  reminder: message({ en: 'Reminder', es: 'Recordatorio', pt: 'Lembrete', fr: 'Rappel' }),
  lastOn: message<{ when: string; by: string; names: string }>({
    en: 'Reminded on {when} by {by}: {names}',
    es: 'Recordatorio del {when}, de {by}: {names}',
    pt: 'Lembrete de {when}, de {by}: {names}',
    fr: 'Rappel du {when}, de {by} : {names}',
  }),
  ask: message({
    en: 'Whom to ask',
    es: 'A quién preguntar',
    pt: 'A quem perguntar',
    fr: 'À qui s’adresser',
  }),
  askAboutGaps: message({
    en: 'Whom to ask about these gaps',
    es: 'A quién preguntar por estas lagunas',
    pt: 'A quem perguntar sobre estas lacunas',
    fr: 'À qui s’adresser pour ces lacunes',
  }),
};

/** The page of all that the record lacks. */
export const missingMessages = {
  title: message({
    en: 'What is missing',
    es: 'Lo que falta',
    pt: 'O que falta',
    fr: 'Ce qui manque',
  }),
  lede: message({
    en: 'Gaps in the record, by programme and activity, each with the form that fills it.',
    es: 'Lagunas de información, por programa y actividad, cada una con el formulario que la llena.',
    pt: 'Lacunas de informação, por programa e atividade, cada uma com o formulário que a preenche.',
    fr: 'Lacunes d’information, par programme et activité, chacune avec le formulaire qui la comble.',
  }),
  /** Of a programme, a country, or both. */
  ofNamed: message<{ names: string }>({
    en: 'Gaps in the record of {names}, each with the form that fills it.',
    es: 'Lagunas de información de {names}, cada una con el formulario que la llena.',
    pt: 'Lacunas de informação de {names}, cada uma com o formulário que a preenche.',
    fr: 'Lacunes d’information : {names}. Chacune a le formulaire qui la comble.',
  }),
  /** Once, for all rows. */
  nobody: message({
    en: 'Some of these programmes have nobody yet who enters their figures. An administrator can assign somebody to them.',
    es: 'Algunos de estos programas aún no tienen a nadie que ingrese sus cifras. La administración puede asignarles a una persona.',
    pt: 'Alguns destes programas ainda não têm quem insira seus números. A administração pode atribuí-los a uma pessoa.',
    fr: 'Certains de ces programmes n’ont encore personne qui saisisse leurs chiffres. L’administration peut les confier à quelqu’un.',
  }),
  toPage: message({
    en: 'All gaps in the record',
    es: 'Todas las lagunas de información',
    pt: 'Todas as lacunas de informação',
    fr: 'Toutes les lacunes d’information',
  }),
  nothing: message({
    en: 'Nothing is missing',
    es: 'No falta nada',
    pt: 'Nada falta',
    fr: 'Rien ne manque',
  }),
};
