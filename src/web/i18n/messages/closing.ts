import { message } from '../message.ts';

/** Periods of programmes whose figures are final. */
export const closingMessages = {
  title: message({
    en: 'Closed periods',
    es: 'Períodos cerrados',
    pt: 'Períodos fechados',
    fr: 'Périodes closes',
  }),
  lede: message({
    en: 'In a closed period nothing is added or corrected without a reason, by nobody. It holds for the programme and all its activities.',
    es: 'En un período cerrado nadie agrega ni corrige nada sin un motivo. Vale para el programa y todas sus actividades.',
    pt: 'Em um período fechado ninguém acrescenta nem corrige nada sem um motivo. Vale para o programa e todas as suas atividades.',
    fr: 'Dans une période close, personne n’ajoute ni ne corrige rien sans motif. Cela vaut pour le programme et toutes ses activités.',
  }),
  close: message({
    en: 'Close periods',
    es: 'Cerrar períodos',
    pt: 'Fechar períodos',
    fr: 'Clore des périodes',
  }),
  closed: message({ en: 'Closed', es: 'Cerrados', pt: 'Fechados', fr: 'Closes' }),
  program: message({ en: 'Programme', es: 'Programa', pt: 'Programa', fr: 'Programme' }),
  through: message({ en: 'Through', es: 'Hasta', pt: 'Até', fr: 'Jusqu’au' }),
  throughHint: message({
    en: 'The last day that is closed, as 2017-06-30.',
    es: 'El último día que queda cerrado, como 2017-06-30.',
    pt: 'O último dia que fica fechado, como 2017-06-30.',
    fr: 'Le dernier jour clos, comme 2017-06-30.',
  }),
  by: message({ en: 'Closed by', es: 'Cerrado por', pt: 'Fechado por', fr: 'Clos par' }),
  open: message({ en: 'Open again', es: 'Reabrir', pt: 'Reabrir', fr: 'Rouvrir' }),
  openOf: message<{ program: string }>({
    en: 'Open the periods of {program} again',
    es: 'Reabrir los períodos de {program}',
    pt: 'Reabrir os períodos de {program}',
    fr: 'Rouvrir les périodes de {program}',
  }),
  none: message({
    en: 'No period is closed',
    es: 'Ningún período está cerrado',
    pt: 'Nenhum período está fechado',
    fr: 'Aucune période n’est close',
  }),
  noneText: message({
    en: 'Close the periods of a programme when its report is final.',
    es: 'Cierre los períodos de un programa cuando su informe sea definitivo.',
    pt: 'Feche os períodos de um programa quando seu relatório for definitivo.',
    fr: 'Clôturez les périodes d’un programme quand son rapport est définitif.',
  }),
  doneClosed: message({
    en: 'Closed. What changes there now needs a reason.',
    es: 'Cerrado. Lo que cambie allí necesita ahora un motivo.',
    pt: 'Fechado. O que mudar ali precisa agora de um motivo.',
    fr: 'Clos. Ce qui y change demande désormais un motif.',
  }),
  doneOpened: message({ en: 'Open again.', es: 'Reabierto.', pt: 'Reaberto.', fr: 'Rouvert.' }),
};
