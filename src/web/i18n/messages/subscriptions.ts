import type { Frequency } from '../../../core/schedule.ts';
import type { DeliveredAs, WhenNothingNew } from '../../../core/sending.ts';
import { type Message, message } from '../message.ts';

/** How often, in a sentence and in a list. */
export const frequencyMessages: Readonly<Record<Frequency, Message>> = {
  monthly: message({ en: 'every month', es: 'cada mes', pt: 'todo mês', fr: 'chaque mois' }),
  quarterly: message({
    en: 'every quarter',
    es: 'cada trimestre',
    pt: 'todo trimestre',
    fr: 'chaque trimestre',
  }),
  yearly: message({ en: 'every year', es: 'cada año', pt: 'todo ano', fr: 'chaque année' }),
  'fiscal-yearly': message({
    en: 'every fiscal year',
    es: 'cada año fiscal',
    pt: 'todo ano fiscal',
    fr: 'chaque exercice',
  }),
};

/** What of a report comes. */
export const deliveredAsMessages: Readonly<Record<DeliveredAs, Message>> = {
  pdf: message({ en: 'PDF', es: 'PDF', pt: 'PDF', fr: 'PDF' }),
  'pdf-and-xlsx': message({ en: 'PDF and XLSX', es: 'PDF y XLSX', pt: 'PDF e XLSX', fr: 'PDF et XLSX' }),
  'pdf-and-csv': message({ en: 'PDF and CSV', es: 'PDF y CSV', pt: 'PDF e CSV', fr: 'PDF et CSV' }),
  link: message({
    en: 'a link alone',
    es: 'solo un enlace',
    pt: 'apenas um link',
    fr: 'un lien seul',
  }),
};

function whenMoved(percent: number): Message {
  return message({
    en: `only when a figure moves by ${percent}% or more`,
    es: `solo si una cifra varía un ${percent} % o más`,
    pt: `só quando um número variar ${percent}% ou mais`,
    fr: `seulement si un chiffre varie de ${percent} % ou plus`,
  });
}

/** When a report is sent that falls due. */
export const whenNothingNewMessages: Readonly<Record<WhenNothingNew, Message>> = {
  send: message({ en: 'always', es: 'siempre', pt: 'sempre', fr: 'toujours' }),
  say: message({
    en: 'always, and says so where nothing is new',
    es: 'siempre, y lo dice si no hay nada nuevo',
    pt: 'sempre, e diz quando não há nada de novo',
    fr: 'toujours, en le disant s’il n’y a rien de nouveau',
  }),
  skip: message({
    en: 'only when something is new',
    es: 'solo si hay algo nuevo',
    pt: 'só quando houver algo de novo',
    fr: 'seulement s’il y a du nouveau',
  }),
  'target-behind': message({
    en: 'only when a target falls behind',
    es: 'solo si una meta se atrasa',
    pt: 'só quando uma meta ficar atrasada',
    fr: 'seulement si une cible prend du retard',
  }),
  'moved-5': whenMoved(5),
  'moved-10': whenMoved(10),
  'moved-25': whenMoved(25),
  'moved-50': whenMoved(50),
  'gap-opened': message({
    en: 'only when something more is missing',
    es: 'solo si falta algo más',
    pt: 'só quando faltar algo mais',
    fr: 'seulement si quelque chose de plus manque',
  }),
};

/** At which moment of a month it comes. */
export const sendingTimeMessages = {
  title: message({
    en: 'Day and hour',
    es: 'Día y hora',
    pt: 'Dia e hora',
    fr: 'Jour et heure',
  }),
  hint: message({
    en: 'In the month after the period that the report is about.',
    es: 'En el mes siguiente al período del informe.',
    pt: 'No mês seguinte ao período do relatório.',
    fr: 'Le mois qui suit la période du rapport.',
  }),
  moment: message<{ day: string; hour: string; zone: string }>({
    en: 'day {day}, {hour}, {zone}',
    es: 'día {day}, {hour}, {zone}',
    pt: 'dia {day}, {hour}, {zone}',
    fr: 'le {day}, {hour}, {zone}',
  }),
  asOrganisation: message<{ moment: string }>({
    en: 'as the organisation sends ({moment})',
    es: 'como envía la organización ({moment})',
    pt: 'como a organização envia ({moment})',
    fr: 'comme l’organisation envoie ({moment})',
  }),
  own: message({
    en: 'at a time of its own',
    es: 'en un momento propio',
    pt: 'em um momento próprio',
    fr: 'à un moment propre',
  }),
  day: message({ en: 'Day of the month', es: 'Día del mes', pt: 'Dia do mês', fr: 'Jour du mois' }),
  hour: message({ en: 'Hour', es: 'Hora', pt: 'Hora', fr: 'Heure' }),
  zone: message({ en: 'Time zone', es: 'Huso horario', pt: 'Fuso horário', fr: 'Fuseau horaire' }),
} as const;

/** What people have sent to themselves. */
export const subscriptionMessages = {
  /** Beside what it sends. */
  sendMe: message({
    en: 'Send me this regularly',
    es: 'Enviármelo periódicamente',
    pt: 'Receber isto periodicamente',
    fr: 'Me l’envoyer régulièrement',
  }),
  title: message({
    en: 'What is sent to you',
    es: 'Lo que se le envía',
    pt: 'O que é enviado a você',
    fr: 'Ce qui vous est envoyé',
  }),
  lede: message<{ email: string }>({
    en: 'By e-mail to {email}, once a month, a quarter or a year is over: its figures, as far as they are yours to see.',
    es: 'Por correo electrónico a {email}, cuando termina un mes, un trimestre o un año: sus cifras, hasta donde usted pueda verlas.',
    pt: 'Por e-mail para {email}, quando termina um mês, um trimestre ou um ano: seus números, até onde você possa vê-los.',
    fr: 'Par courriel à {email}, quand un mois, un trimestre ou une année est terminé : ses chiffres, dans la mesure où vous pouvez les voir.',
  }),
  already: message<{ often: string }>({
    en: 'You get this {often} already.',
    es: 'Ya lo recibe {often}.',
    pt: 'Você já recebe isto {often}.',
    fr: 'Vous le recevez déjà {often}.',
  }),
  first: message({
    en: 'The report of the last period that is over comes within minutes, each next one once its period is over.',
    es: 'El informe del último período terminado llega en unos minutos; cada uno de los siguientes, cuando termine su período.',
    pt: 'O relatório do último período encerrado chega em alguns minutos; cada um dos seguintes, quando seu período se encerrar.',
    fr: 'Le rapport de la dernière période terminée arrive dans quelques minutes, chacun des suivants une fois sa période terminée.',
  }),
  often: message({ en: 'How often', es: 'Cada cuánto', pt: 'Com que frequência', fr: 'À quelle fréquence' }),
  comes: message({ en: 'What comes', es: 'Qué llega', pt: 'O que chega', fr: 'Ce qui arrive' }),
  comesHint: message({
    en: 'Files that are too large for an e-mail open at its link.',
    es: 'Los archivos demasiado grandes para un correo se abren en su enlace.',
    pt: 'Os arquivos grandes demais para um e-mail abrem no link dele.',
    fr: 'Les fichiers trop lourds pour un courriel s’ouvrent à son lien.',
  }),
  whenNothingNew: message({
    en: 'When it is sent',
    es: 'Cuándo se envía',
    pt: 'Quando é enviado',
    fr: 'Quand il est envoyé',
  }),
  whenNothingNewHint: message({
    en: 'Compared with the last report that was sent: new is a figure to date that has moved. The first report always goes out.',
    es: 'En comparación con el último informe enviado: lo nuevo es una cifra acumulada que ha cambiado. El primer informe siempre se envía.',
    pt: 'Em comparação com o último relatório enviado: novo é um número acumulado que mudou. O primeiro relatório sempre é enviado.',
    fr: 'Par rapport au dernier rapport envoyé : est nouveau un chiffre cumulé qui a changé. Le premier rapport part toujours.',
  }),
  needsApproval: message({
    en: 'Approval before sending',
    es: 'Aprobación antes del envío',
    pt: 'Aprovação antes do envio',
    fr: 'Approbation avant l’envoi',
  }),
  needsApprovalHint: message({
    en: 'Each report waits under deliveries until a manager has looked at it.',
    es: 'Cada informe espera en los envíos hasta que un gestor lo haya revisado.',
    pt: 'Cada relatório espera nos envios até que um gestor o tenha visto.',
    fr: 'Chaque rapport attend aux envois qu’un responsable l’ait examiné.',
  }),
  change: message({ en: 'Change', es: 'Cambiar', pt: 'Alterar', fr: 'Modifier' }),
  changeLede: message({
    en: 'How it is sent to you from now on. What you have had already does not come again.',
    es: 'Cómo se le envía a partir de ahora. Lo que ya recibió no vuelve a llegar.',
    pt: 'Como é enviado a você a partir de agora. O que você já recebeu não chega de novo.',
    fr: 'Comment il vous est envoyé à partir de maintenant. Ce que vous avez déjà reçu ne revient pas.',
  }),
  changed: message({ en: 'Changed.', es: 'Cambiado.', pt: 'Alterado.', fr: 'Modifié.' }),
  subscribe: message({ en: 'Send it', es: 'Enviarlo', pt: 'Enviar', fr: 'L’envoyer' }),
  yours: message({ en: 'Your reports', es: 'Sus informes', pt: 'Seus relatórios', fr: 'Vos rapports' }),
  none: message({
    en: 'Nothing is sent to you',
    es: 'No se le envía nada',
    pt: 'Nada é enviado a você',
    fr: 'Rien ne vous est envoyé',
  }),
  noneText: message({
    en: 'The dashboard, a country, a donor and each report have the words “Send me this regularly”.',
    es: 'El tablero, cada país, cada donante y cada informe tienen las palabras «Enviármelo periódicamente».',
    pt: 'O painel, cada país, cada doador e cada relatório têm as palavras “Receber isto periodicamente”.',
    fr: 'Le tableau de bord, chaque pays, chaque donateur et chaque rapport portent les mots « Me l’envoyer régulièrement ».',
  }),
  /** Of whoever has none but those of one's own. */
  noneOwn: message({
    en: 'Each report that you have put together has the words “Send me this regularly”.',
    es: 'Cada informe que usted ha preparado tiene las palabras «Enviármelo periódicamente».',
    pt: 'Cada relatório que você montou tem as palavras “Receber isto periodicamente”.',
    fr: 'Chaque rapport que vous avez composé porte les mots « Me l’envoyer régulièrement ».',
  }),
  what: message({ en: 'Report', es: 'Informe', pt: 'Relatório', fr: 'Rapport' }),
  since: message({ en: 'Since', es: 'Desde', pt: 'Desde', fr: 'Depuis' }),
  stop: message({ en: 'Stop', es: 'Detener', pt: 'Parar', fr: 'Arrêter' }),
  stopOf: message<{ report: string }>({
    en: 'Stop {report}',
    es: 'Detener {report}',
    pt: 'Parar {report}',
    fr: 'Arrêter {report}',
  }),
  begun: message({
    en: 'It will be sent to you.',
    es: 'Se le enviará.',
    pt: 'Será enviado a você.',
    fr: 'Il vous sera envoyé.',
  }),
  stopped: message({
    en: 'It is sent to you no more.',
    es: 'Ya no se le enviará.',
    pt: 'Não será mais enviado a você.',
    fr: 'Il ne vous sera plus envoyé.',
  }),
} as const;
