import { message } from '../message.ts';

/** The page that waits for a report which takes long. */
export const reportJobMessages = {
  title: message({
    en: 'The report is being made',
    es: 'El informe se está preparando',
    pt: 'O relatório está sendo preparado',
    fr: 'Le rapport est en préparation',
  }),
  advice: message({
    en: 'This page asks again by itself and opens the file when it is ready. You can leave and come back: the file is kept for ten minutes.',
    es: 'Esta página vuelve a consultar por sí sola y abre el archivo cuando está listo. Puede salir y volver: el archivo se conserva diez minutos.',
    pt: 'Esta página consulta de novo sozinha e abre o arquivo quando está pronto. Você pode sair e voltar: o arquivo fica guardado por dez minutos.',
    fr: 'Cette page se renouvelle d’elle-même et ouvre le fichier dès qu’il est prêt. Vous pouvez la quitter et y revenir : le fichier est conservé dix minutes.',
  }),
  again: message({ en: 'Ask again now', es: 'Consultar ahora', pt: 'Consultar agora', fr: 'Actualiser' }),
  cancel: message({
    en: 'Cancel this report',
    es: 'Cancelar este informe',
    pt: 'Cancelar este relatório',
    fr: 'Annuler ce rapport',
  }),
} as const;

/** How far it is, as a list of what there is to do. */
export const reportStepMessages = {
  waiting: message({
    en: 'Waiting for its turn',
    es: 'Espera de turno',
    pt: 'Espera da vez',
    fr: 'Attente de son tour',
  }),
  figures: message({
    en: 'Reading the figures',
    es: 'Lectura de las cifras',
    pt: 'Leitura dos números',
    fr: 'Lecture des chiffres',
  }),
  drawing: message({
    en: 'Drawing charts and tables',
    es: 'Elaboración de gráficos y cuadros',
    pt: 'Elaboração de gráficos e tabelas',
    fr: 'Mise en forme des graphiques et des tableaux',
  }),
  printing: message({
    en: 'Printing the pages',
    es: 'Impresión de las páginas',
    pt: 'Impressão das páginas',
    fr: 'Impression des pages',
  }),
} as const;
