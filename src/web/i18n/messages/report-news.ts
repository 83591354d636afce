import { message } from '../message.ts';

/** What a report says first: what changed since the one before. */
export const newsMessages = {
  title: message({ en: 'What changed', es: 'Qué cambió', pt: 'O que mudou', fr: 'Ce qui a changé' }),
  /** Beside the issue that was sent before. */
  sinceIssue: message<{
    period: string;
    hash: string;
    day: string;
    fresh: number;
    late: number;
    corrected: number;
    withdrawn: number;
  }>({
    en: 'Since the issue of {period} ({hash}, made on {day}): {fresh, plural, =0 {no new figure} one {# new figure} other {# new figures}}, {late, number} entered late, {corrected, number} corrected, {withdrawn, number} withdrawn.',
    es: 'Desde la edición de {period} ({hash}, generada el {day}): {fresh, plural, =0 {ninguna cifra nueva} one {# cifra nueva} many {# de cifras nuevas} other {# cifras nuevas}}, {late, plural, one {# ingresada} many {# ingresadas} other {# ingresadas}} con retraso, {corrected, plural, one {# corregida} many {# corregidas} other {# corregidas}}, {withdrawn, plural, one {# retirada} many {# retiradas} other {# retiradas}}.',
    pt: 'Desde a edição de {period} ({hash}, gerada em {day}): {fresh, plural, =0 {nenhum número novo} one {# número novo} many {# de números novos} other {# números novos}}, {late, plural, one {# inserido} many {# inseridos} other {# inseridos}} com atraso, {corrected, plural, one {# corrigido} many {# corrigidos} other {# corrigidos}}, {withdrawn, plural, one {# retirado} many {# retirados} other {# retirados}}.',
    fr: 'Depuis l’édition de {period} ({hash}, établie le {day}) : {fresh, plural, =0 {aucun chiffre nouveau} one {# chiffre nouveau} many {# de chiffres nouveaux} other {# chiffres nouveaux}}, {late, plural, one {# saisi} many {# saisis} other {# saisis}} avec retard, {corrected, plural, one {# corrigé} many {# corrigés} other {# corrigés}}, {withdrawn, plural, one {# retiré} many {# retirés} other {# retirés}}.',
  }),
  /** The same where more was entered or corrected than is told one by one. */
  sinceIssueInTotals: message<{ period: string; hash: string; day: string; fresh: number }>({
    en: 'Since the issue of {period} ({hash}, made on {day}): {fresh, plural, =0 {no new figure} one {# new figure} other {# new figures}}. More than 2,000 were entered or changed since then, too many to be told one by one: the table has what they add up to.',
    es: 'Desde la edición de {period} ({hash}, generada el {day}): {fresh, plural, =0 {ninguna cifra nueva} one {# cifra nueva} many {# de cifras nuevas} other {# cifras nuevas}}. Desde entonces se ingresaron o modificaron más de 2000, demasiadas para enumerarlas: la tabla muestra su suma.',
    pt: 'Desde a edição de {period} ({hash}, gerada em {day}): {fresh, plural, =0 {nenhum número novo} one {# número novo} many {# de números novos} other {# números novos}}. Mais de 2.000 foram inseridos ou alterados desde então, demais para enumerar: a tabela mostra sua soma.',
    fr: 'Depuis l’édition de {period} ({hash}, établie le {day}) : {fresh, plural, =0 {aucun chiffre nouveau} one {# chiffre nouveau} many {# de chiffres nouveaux} other {# chiffres nouveaux}}. Plus de 2 000 ont été saisis ou modifiés depuis, trop pour être énumérés : le tableau en donne la somme.',
  }),
  /** Beside the report of the period before, of which no issue was sent. */
  sincePeriod: message<{ period: string; fresh: number; day: string }>({
    en: '{fresh, plural, =0 {No new figure} one {# new figure} other {# new figures}} since the end of {period}. There is no earlier issue: compared with the figures up to {day}, as known today.',
    es: '{fresh, plural, =0 {Ninguna cifra nueva} one {# cifra nueva} many {# de cifras nuevas} other {# cifras nuevas}} desde el fin de {period}. No hay edición anterior: se compara con las cifras hasta el {day}, tal como se conocen hoy.',
    pt: '{fresh, plural, =0 {Nenhum número novo} one {# número novo} many {# de números novos} other {# números novos}} desde o fim de {period}. Não há edição anterior: a comparação é com os números até {day}, como se conhecem hoje.',
    fr: '{fresh, plural, =0 {Aucun chiffre nouveau} one {# chiffre nouveau} many {# de chiffres nouveaux} other {# chiffres nouveaux}} depuis la fin de la période précédente ({period}). Il n’y a pas d’édition antérieure : comparaison avec les chiffres jusqu’au {day}, tels qu’on les connaît aujourd’hui.',
  }),
  first: message<{ day: string }>({
    en: 'There is no earlier report to stand beside: nothing is recorded up to {day}.',
    es: 'No hay un informe anterior con el que comparar: nada consta hasta el {day}.',
    pt: 'Não há relatório anterior com que comparar: nada consta até {day}.',
    fr: 'Il n’y a pas de rapport antérieur auquel comparer : rien n’est enregistré jusqu’au {day}.',
  }),
  movedTitle: message<{ moved: number; all: number }>({
    en: '{moved, plural, =0 {No total has} one {# total has} other {# totals have}} moved, of {all, number}',
    es: '{moved, plural, =0 {No ha variado ningún total} one {Ha variado # total} many {Han variado # de totales} other {Han variado # totales}}, de {all, number}',
    pt: '{moved, plural, =0 {Nenhum total mudou} one {# total mudou} many {# de totais mudaram} other {# totais mudaram}}, de {all, number}',
    fr: '{moved, plural, =0 {Aucun total n’a} one {# total a} many {# de totaux ont} other {# totaux ont}} changé, sur {all, number}',
  }),
  movedSubtitle: message<{ before: string; now: string }>({
    en: 'Totals to date, at {before} and at {now}',
    es: 'Totales hasta la fecha, al {before} y al {now}',
    pt: 'Totais até a data, em {before} e em {now}',
    fr: 'Totaux à ce jour, au {before} et au {now}',
  }),
  ofIssue: message<{ period: string }>({
    en: 'Issue of {period}',
    es: 'Edición de {period}',
    pt: 'Edição de {period}',
    fr: 'Édition de {period}',
  }),
  to: message<{ day: string }>({ en: 'To {day}', es: 'Al {day}', pt: 'Até {day}', fr: 'Au {day}' }),
  change: message({ en: 'Change', es: 'Variación', pt: 'Variação', fr: 'Variation' }),
  ofWhichMended: message({
    en: 'Of it late or corrected',
    es: 'De ello con retraso o corregido',
    pt: 'Disso com atraso ou corrigido',
    fr: 'Dont en retard ou corrigé',
  }),
  unmoved: message<{ count: number }>({
    en: '{count, plural, one {# other total has} other {# other totals have}} not moved.',
    es: '{count, plural, one {Otro total no ha variado} many {Otros # de totales no han variado} other {Otros # totales no han variado}}.',
    pt: '{count, plural, one {Outro total não mudou} many {Outros # de totais não mudaram} other {Outros # totais não mudaram}}.',
    fr: '{count, plural, one {# autre total n’a} many {# d’autres totaux n’ont} other {# autres totaux n’ont}} pas changé.',
  }),
  freshTitle: message<{ count: number; range: string }>({
    en: '{count, plural, one {# new figure} other {# new figures}}, of periods that ended in these days: {range}',
    es: '{count, plural, one {# cifra nueva} many {# de cifras nuevas} other {# cifras nuevas}}, de períodos concluidos en estas fechas: {range}',
    pt: '{count, plural, one {# número novo} many {# de números novos} other {# números novos}}, de períodos encerrados nestas datas: {range}',
    fr: '{count, plural, one {# chiffre nouveau} many {# de chiffres nouveaux} other {# chiffres nouveaux}}, de périodes achevées entre ces dates : {range}',
  }),
  mendedTitle: message<{ count: number }>({
    en: '{count, plural, one {# figure} other {# figures}} corrected, withdrawn or entered late',
    es: '{count, plural, one {# cifra} many {# de cifras} other {# cifras}} con corrección, retiro o ingreso tardío',
    pt: '{count, plural, one {# número} many {# de números} other {# números}} com correção, retirada ou inserção tardia',
    fr: '{count, plural, one {# chiffre corrigé, retiré ou saisi} many {# de chiffres corrigés, retirés ou saisis} other {# chiffres corrigés, retirés ou saisis}} avec retard',
  }),
  what: message({ en: 'What', es: 'Qué', pt: 'O quê', fr: 'Quoi' }),
  before: message({ en: 'Before', es: 'Antes', pt: 'Antes', fr: 'Avant' }),
  now: message({ en: 'Now', es: 'Ahora', pt: 'Agora', fr: 'Maintenant' }),
  corrected: message({ en: 'corrected', es: 'corregida', pt: 'corrigido', fr: 'corrigé' }),
  withdrawn: message({ en: 'withdrawn', es: 'retirada', pt: 'retirado', fr: 'retiré' }),
  late: message({ en: 'entered late', es: 'ingreso tardío', pt: 'inserção tardia', fr: 'saisi en retard' }),
} as const;
