import { message } from '../message.ts';

/** What people have sent to themselves each month. */
export const subscriptionMessages = {
  /** Beside what it sends. */
  sendMe: message({
    en: 'Send me this every month',
    es: 'Enviármelo cada mes',
    pt: 'Receber isto todo mês',
    fr: 'Me l’envoyer chaque mois',
  }),
  title: message({
    en: 'What is sent to you',
    es: 'Lo que se le envía',
    pt: 'O que é enviado a você',
    fr: 'Ce qui vous est envoyé',
  }),
  lede: message<{ email: string }>({
    en: 'On the first day of each month, by e-mail to {email}: the figures of the month before, as far as they are yours to see.',
    es: 'El primer día de cada mes, por correo electrónico a {email}: las cifras del mes anterior, hasta donde usted pueda verlas.',
    pt: 'No primeiro dia de cada mês, por e-mail para {email}: os números do mês anterior, até onde você possa vê-los.',
    fr: 'Le premier jour de chaque mois, par courriel à {email} : les chiffres du mois précédent, dans la mesure où vous pouvez les voir.',
  }),
  already: message({
    en: 'You get this every month already.',
    es: 'Ya lo recibe cada mes.',
    pt: 'Você já recebe isto todo mês.',
    fr: 'Vous le recevez déjà chaque mois.',
  }),
  first: message<{ month: string }>({
    en: 'The one of {month} comes within minutes, then one on the first day of each month.',
    es: 'El de {month} llega en unos minutos; después, uno el primer día de cada mes.',
    pt: 'O de {month} chega em alguns minutos; depois, um no primeiro dia de cada mês.',
    fr: 'Celui du mois ({month}) arrive dans quelques minutes, puis un le premier jour de chaque mois.',
  }),
  subscribe: message({
    en: 'Send it every month',
    es: 'Enviarlo cada mes',
    pt: 'Enviar todo mês',
    fr: 'L’envoyer chaque mois',
  }),
  yours: message({ en: 'Every month', es: 'Cada mes', pt: 'Todo mês', fr: 'Chaque mois' }),
  none: message({
    en: 'Nothing is sent to you',
    es: 'No se le envía nada',
    pt: 'Nada é enviado a você',
    fr: 'Rien ne vous est envoyé',
  }),
  noneText: message({
    en: 'The dashboard, a country, a donor and each report have the words “Send me this every month”.',
    es: 'El tablero, cada país, cada donante y cada informe tienen las palabras «Enviármelo cada mes».',
    pt: 'O painel, cada país, cada doador e cada relatório têm as palavras “Receber isto todo mês”.',
    fr: 'Le tableau de bord, chaque pays, chaque donateur et chaque rapport portent les mots « Me l’envoyer chaque mois ».',
  }),
  /** Of whoever has none but those of one's own. */
  noneOwn: message({
    en: 'Each report that you have put together has the words “Send me this every month”.',
    es: 'Cada informe que usted ha preparado tiene las palabras «Enviármelo cada mes».',
    pt: 'Cada relatório que você montou tem as palavras “Receber isto todo mês”.',
    fr: 'Chaque rapport que vous avez composé porte les mots « Me l’envoyer chaque mois ».',
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
    en: 'It will be sent to you every month.',
    es: 'Se le enviará cada mes.',
    pt: 'Será enviado a você todo mês.',
    fr: 'Il vous sera envoyé chaque mois.',
  }),
  stopped: message({
    en: 'It is sent to you no more.',
    es: 'Ya no se le enviará.',
    pt: 'Não será mais enviado a você.',
    fr: 'Il ne vous sera plus envoyé.',
  }),
} as const;
