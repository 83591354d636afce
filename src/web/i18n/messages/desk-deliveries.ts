import { message } from '../message.ts';

/** What of reports that are sent waits for whoever looks at the desk. */
export const deskDeliveryMessages = {
  toApprove: message<{ count: number }>({
    en: '{count, plural, one {# report waits} other {# reports wait}} for approval before it is sent',
    es: '{count, plural, one {# informe espera} many {# de informes esperan} other {# informes esperan}} aprobación antes del envío',
    pt: '{count, plural, one {# relatório espera} many {# de relatórios esperam} other {# relatórios esperam}} aprovação antes do envio',
    fr: '{count, plural, one {# rapport attend} many {# de rapports attendent} other {# rapports attendent}} une approbation avant l’envoi',
  }),
  missing: message<{ count: number }>({
    en: '{count, plural, one {# e-mail with a report has} other {# e-mails with a report have}} not arrived, and somebody has to look',
    es: '{count, plural, one {# correo con un informe no ha llegado} many {# de correos con un informe no han llegado} other {# correos con un informe no han llegado}} y alguien debe revisarlo',
    pt: '{count, plural, one {# e-mail com um relatório não chegou} many {# de e-mails com um relatório não chegaram} other {# e-mails com um relatório não chegaram}}, e alguém precisa verificar',
    fr: '{count, plural, one {# courriel contenant un rapport n’est pas arrivé} many {# de courriels contenant un rapport ne sont pas arrivés} other {# courriels contenant un rapport ne sont pas arrivés}} : quelqu’un doit regarder',
  }),
} as const;
