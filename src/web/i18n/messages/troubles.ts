import { message } from '../message.ts';

/** The e-mail that tells administrators which reports have not arrived. */
export const troubleMessages = {
  subject: message<{ count: number }>({
    en: '{count, plural, one {# report has not arrived} other {# reports have not arrived}}',
    es: '{count, plural, one {# informe no ha llegado} many {# de informes no han llegado} other {# informes no han llegado}}',
    pt: '{count, plural, one {# relatório não chegou} many {# de relatórios não chegaram} other {# relatórios não chegaram}}',
    fr: '{count, plural, one {# rapport n’est pas arrivé} many {# de rapports ne sont pas arrivés} other {# rapports ne sont pas arrivés}}',
  }),
  ofPeriod: message<{ period: string }>({
    en: 'Of {period}:',
    es: 'De {period}:',
    pt: 'De {period}:',
    fr: 'Pour {period} :',
  }),
  line: message<{ recipient: string; report: string; state: string }>({
    en: '- {recipient}, {report}: {state}',
    es: '- {recipient}, {report}: {state}',
    pt: '- {recipient}, {report}: {state}',
    fr: '- {recipient}, {report} : {state}',
  }),
  more: message<{ count: number }>({
    en: '- and {count, plural, one {# more} other {# more}}',
    es: '- y {count, plural, one {# más} many {# más} other {# más}}',
    pt: '- e mais {count, number}',
    fr: '- et {count, plural, one {# autre} many {# autres} other {# autres}}',
  }),
  what: message({
    en: 'What is still tried goes on by itself. Everything else waits until somebody sends it or says that it will not be sent:',
    es: 'Lo que aún se intenta sigue por sí solo. Todo lo demás espera a que alguien lo envíe o diga que no se enviará:',
    pt: 'O que ainda se tenta continua sozinho. Todo o resto espera até que alguém o envie ou diga que não será enviado:',
    fr: 'Ce qui est encore tenté continue de soi-même. Tout le reste attend que quelqu’un l’envoie ou dise que ce ne sera pas envoyé :',
  }),
  once: message({
    en: 'Each of these is told once, to every administrator.',
    es: 'Cada uno se avisa una sola vez, a todos los administradores.',
    pt: 'Cada um é avisado uma única vez, a todos os administradores.',
    fr: 'Chacun n’est signalé qu’une fois, à tous les administrateurs.',
  }),
} as const;
