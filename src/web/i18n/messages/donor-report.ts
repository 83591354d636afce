import { message } from '../message.ts';

/** What a donor's summary says beyond other reports. */
export const donorReportMessages = {
  achievedTitle: message<{ reported: number; all: number }>({
    en: '{reported, plural, =0 {{all, plural, one {# programme or activity} other {# programmes and activities}} with money or results, none of which has reported a result} one {# of {all, plural, one {# programme or activity} other {# programmes and activities}} with money or results has reported a result} other {# of {all, plural, one {# programme or activity} other {# programmes and activities}} with money or results have reported a result}}',
    es: '{reported, plural, =0 {{all, plural, one {# programa o actividad} many {# de programas y actividades} other {# programas y actividades}} con fondos o resultados, sin ningún resultado notificado} one {# de {all, plural, one {# programa o actividad} many {# de programas y actividades} other {# programas y actividades}} con fondos o resultados ha notificado un resultado} many {# de {all, plural, one {# programa o actividad} many {# de programas y actividades} other {# programas y actividades}} con fondos o resultados han notificado un resultado} other {# de {all, plural, one {# programa o actividad} many {# de programas y actividades} other {# programas y actividades}} con fondos o resultados han notificado un resultado}}',
    pt: '{reported, plural, =0 {{all, plural, one {# programa ou atividade} many {# de programas e atividades} other {# programas e atividades}} com recursos ou resultados, sem nenhum resultado informado} one {# de {all, plural, one {# programa ou atividade} many {# de programas e atividades} other {# programas e atividades}} com recursos ou resultados informou um resultado} many {# de {all, plural, one {# programa ou atividade} many {# de programas e atividades} other {# programas e atividades}} com recursos ou resultados informaram um resultado} other {# de {all, plural, one {# programa ou atividade} many {# de programas e atividades} other {# programas e atividades}} com recursos ou resultados informaram um resultado}}',
    fr: '{reported, plural, =0 {{all, plural, one {# programme ou activité} many {# de programmes et activités} other {# programmes et activités}} avec fonds ou résultats, sans aucun résultat communiqué} one {# sur {all, plural, one {# programme ou activité} many {# de programmes et activités} other {# programmes et activités}} avec fonds ou résultats a communiqué un résultat} many {# sur {all, plural, one {# programme ou activité} many {# de programmes et activités} other {# programmes et activités}} avec fonds ou résultats ont communiqué un résultat} other {# sur {all, plural, one {# programme ou activité} many {# de programmes et activités} other {# programmes et activités}} avec fonds ou résultats ont communiqué un résultat}}',
  }),
  achievedNote: message({
    en: 'Each programme with what this donor disbursed to it and what it reported, whoever else funds it. Money and results of one row are not a price: neither is divided by the other.',
    es: 'Cada programa con lo que este donante le desembolsó y lo que notificó, sin importar quién más lo financie. El dinero y los resultados de una fila no son un precio: no se divide uno por otro.',
    pt: 'Cada programa com o que este doador lhe desembolsou e o que informou, seja quem for que também o financie. Os recursos e os resultados de uma linha não são um preço: não se divide um pelo outro.',
    fr: 'Chaque programme avec ce que ce donateur a décaissé pour lui et ce qu’il a communiqué, quels que soient ses autres financeurs. L’argent et les résultats d’une ligne ne font pas un prix : on ne divise pas l’un par l’autre.',
  }),
  disbursed: message({
    en: 'Disbursed',
    es: 'Desembolsado',
    pt: 'Desembolsado',
    fr: 'Décaissé',
  }),
  /** "2 disbursements, June 2017" */
  inPeriod: message<{ what: string; period: string }>({
    en: '{what}, {period}',
    es: '{what}, {period}',
    pt: '{what}, {period}',
    fr: '{what}, {period}',
  }),
  /** "18 disbursements, before June 2017" */
  before: message<{ what: string; period: string }>({
    en: '{what}, before {period}',
    es: '{what}, antes de {period}',
    pt: '{what}, antes de {period}',
    fr: '{what}, avant {period}',
  }),
  noneInPeriod: message<{ period: string }>({
    en: 'No transaction in this period: {period}.',
    es: 'Ninguna transacción en este período: {period}.',
    pt: 'Nenhuma transação neste período: {period}.',
    fr: 'Aucune opération pendant cette période : {period}.',
  }),
} as const;
