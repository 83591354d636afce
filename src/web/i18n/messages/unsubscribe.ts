import { message } from '../message.ts';

/** The page on which a recipient stops a subscription, and what the organisation sees of it. */
export const unsubscribeMessages = {
  title: message({
    en: 'Stop these e-mails?',
    es: '¿Dejar de recibir estos correos?',
    pt: 'Deixar de receber estes e-mails?',
    fr: 'Ne plus recevoir ces courriels ?',
  }),
  asks: message<{ report: string; email: string; often: string }>({
    en: '“{report}” goes to {email} {often}.',
    es: '«{report}» se envía {often} a {email}.',
    pt: '“{report}” é enviado {often} para {email}.',
    fr: '« {report} » est envoyé {often} à {email}.',
  }),
  seldomer: message({
    en: 'Or have it less often',
    es: 'O recibirlo con menos frecuencia',
    pt: 'Ou recebê-lo com menos frequência',
    fr: 'Ou le recevoir moins souvent',
  }),
  changedTo: message<{ often: string }>({
    en: 'From now on it comes {often}.',
    es: 'A partir de ahora llega {often}.',
    pt: 'A partir de agora chega {often}.',
    fr: 'Il arrive désormais {often}.',
  }),
  stop: message({
    en: 'Stop sending it',
    es: 'Dejar de enviarlo',
    pt: 'Parar de enviar',
    fr: 'Arrêter l’envoi',
  }),
  onlyThis: message({
    en: 'Only this report stops; other reports to the same address are not affected. Links in earlier e-mails of it will no longer open.',
    es: 'Solo se detiene este informe; los demás que recibe esta dirección no cambian. Los enlaces de sus correos anteriores dejarán de abrirse.',
    pt: 'Apenas este relatório é interrompido; os outros enviados a este endereço não mudam. Os links de seus e-mails anteriores deixarão de abrir.',
    fr: 'Seul ce rapport s’arrête ; les autres envoyés à cette adresse ne changent pas. Les liens de ses courriels précédents ne s’ouvriront plus.',
  }),
  stopped: message({
    en: 'These e-mails have stopped',
    es: 'Ya no se envían estos correos',
    pt: 'Estes e-mails não são mais enviados',
    fr: 'Ces courriels ne sont plus envoyés',
  }),
  isStopped: message<{ report: string; email: string }>({
    en: '“{report}” no longer goes to {email}.',
    es: '«{report}» ya no se envía a {email}.',
    pt: '“{report}” não é mais enviado para {email}.',
    fr: '« {report} » n’est plus envoyé à {email}.',
  }),
  since: message<{ day: string }>({
    en: 'Stopped on {day}.',
    es: 'Detenido el {day}.',
    pt: 'Interrompido em {day}.',
    fr: 'Arrêté le {day}.',
  }),
  again: message({
    en: 'To receive it again, ask whoever sends it to you.',
    es: 'Para volver a recibirlo, pídaselo a quien se lo envía.',
    pt: 'Para voltar a recebê-lo, peça a quem o envia.',
    fr: 'Pour le recevoir de nouveau, adressez-vous à l’expéditeur.',
  }),
  /** Heads a list on the page of deliveries. */
  stoppedByRecipients: message({
    en: 'Stopped by their recipients',
    es: 'Detenidas por sus destinatarios',
    pt: 'Interrompidas por seus destinatários',
    fr: 'Arrêtées par leurs destinataires',
  }),
  stoppedByRecipientsWhy: message({
    en: 'An import does not begin them again, unless its column “active” says “again”.',
    es: 'Una importación no las reanuda, salvo que su columna «active» diga «again».',
    pt: 'Uma importação não as retoma, a menos que sua coluna “active” diga “again”.',
    fr: 'Un import ne les reprend pas, sauf si sa colonne « active » indique « again ».',
  }),
  stoppedLine: message<{ email: string; report: string; day: string }>({
    en: '{email}: {report}, {day}',
    es: '{email}: {report}, {day}',
    pt: '{email}: {report}, {day}',
    fr: '{email} : {report}, {day}',
  }),
} as const;
