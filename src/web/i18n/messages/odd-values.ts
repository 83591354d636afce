import { message } from '../message.ts';

/** Values that jump beside the one before them, on the desk of whoever approves. */
export const oddMessages = {
  title: message({
    en: 'What looks odd',
    es: 'Lo que llama la atención',
    pt: 'O que parece estranho',
    fr: 'Ce qui paraît étrange',
  }),
  lede: message({
    en: 'Figures that wait, or were approved in the last 90 days, and jump beside the one before them. They may be right all the same.',
    es: 'Cifras pendientes, o aprobadas en los últimos 90 días, que dan un salto respecto de la anterior. Aun así pueden ser correctas.',
    pt: 'Números à espera, ou aprovados nos últimos 90 dias, que dão um salto em relação ao anterior. Mesmo assim podem estar certos.',
    fr: 'Chiffres en attente, ou approuvés dans les 90 derniers jours, qui font un saut par rapport au précédent. Ils peuvent être exacts malgré tout.',
  }),
  why: message({ en: 'Why', es: 'Por qué', pt: 'Por quê', fr: 'Pourquoi' }),
  toDo: message({ en: 'To do', es: 'Qué hacer', pt: 'O que fazer', fr: 'À faire' }),
  review: message({
    en: 'Review it',
    es: 'Revisar',
    pt: 'Revisar',
    fr: 'L’examiner',
  }),
  reviewOf: message<{ what: string }>({
    en: 'Review it: {what}',
    es: 'Revisar: {what}',
    pt: 'Revisar: {what}',
    fr: 'L’examiner : {what}',
  }),
  right: message({
    en: 'It is right',
    es: 'Es correcta',
    pt: 'Está certo',
    fr: 'Il est exact',
  }),
  rightOf: message<{ what: string }>({
    en: 'It is right: {what}',
    es: 'Es correcta: {what}',
    pt: 'Está certo: {what}',
    fr: 'Il est exact : {what}',
  }),
  done: message({
    en: 'Noted: as it stands, the figure is not listed again.',
    es: 'Anotado: tal como está, la cifra no vuelve a aparecer.',
    pt: 'Anotado: como está, o número não volta a aparecer.',
    fr: 'Noté : tel quel, le chiffre n’apparaît plus.',
  }),
};
