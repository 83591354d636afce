import type { Cause } from '../../../core/proof/stages.ts';
import { type Message, message } from '../message.ts';

/** How totals have moved between two moments, and why. */
export const movementMessages = {
  title: message({
    en: 'How totals have moved',
    es: 'Cómo han variado los totales',
    pt: 'Como os totais mudaram',
    fr: 'Comment les totaux ont varié',
  }),
  lede: message<{ since: string; until: string }>({
    en: 'From what was known on {since} to what was known on {until}. Each difference is told by its causes and row by row, and they add up to it, to the last unit.',
    es: 'De lo que se conocía el {since} a lo que se conocía el {until}. Cada diferencia se explica por sus causas y fila por fila, y la suma es exacta hasta la última unidad.',
    pt: 'Do que se conhecia em {since} ao que se conhecia em {until}. Cada diferença é explicada por suas causas e linha por linha, e a soma é exata até a última unidade.',
    fr: 'De ce qui était connu le {since} à ce qui était connu le {until}. Chaque différence est expliquée par ses causes et ligne par ligne, et la somme est exacte à l’unité près.',
  }),
  since: message<{ timeZone: string }>({
    en: 'From (time of {timeZone})',
    es: 'Desde (hora de {timeZone})',
    pt: 'De (hora de {timeZone})',
    fr: 'Du (heure de {timeZone})',
  }),
  until: message({
    en: 'To (empty: now)',
    es: 'Hasta (vacío: ahora)',
    pt: 'Até (vazio: agora)',
    fr: 'Au (vide : maintenant)',
  }),
  show: message({ en: 'Compare', es: 'Comparar', pt: 'Comparar', fr: 'Comparer' }),
  tableTitle: message<{ count: number }>({
    en: '{count, plural, =0 {No total has moved} one {# total has moved} other {# totals have moved}}',
    es: '{count, plural, =0 {No ha variado ningún total} one {Ha variado # total} many {Han variado # de totales} other {Han variado # totales}}',
    pt: '{count, plural, =0 {Nenhum total mudou} one {# total mudou} many {# de totais mudaram} other {# totais mudaram}}',
    fr: '{count, plural, =0 {Aucun total n’a varié} one {# total a varié} many {# de totaux ont varié} other {# totaux ont varié}}',
  }),
  nothingMoved: message({
    en: 'All totals say the same at both moments.',
    es: 'Todos los totales dicen lo mismo en ambos momentos.',
    pt: 'Todos os totais dizem o mesmo nos dois momentos.',
    fr: 'Tous les totaux disent la même chose aux deux moments.',
  }),
  rowsTitle: message<{ count: number }>({
    en: '{count, plural, one {# row} other {# rows}} that moved them',
    es: '{count, plural, one {# fila} many {# de filas} other {# filas}} que los hicieron variar',
    pt: '{count, plural, one {# linha} many {# de linhas} other {# linhas}} que os mudaram',
    fr: '{count, plural, one {# ligne} many {# de lignes} other {# lignes}} qui les ont fait varier',
  }),
  total: message({ en: 'Total', es: 'Total', pt: 'Total', fr: 'Total' }),
  cause: message({ en: 'Cause', es: 'Causa', pt: 'Causa', fr: 'Cause' }),
  before: message({ en: 'Before', es: 'Antes', pt: 'Antes', fr: 'Avant' }),
  after: message({ en: 'After', es: 'Después', pt: 'Depois', fr: 'Après' }),
  difference: message({ en: 'Difference', es: 'Diferencia', pt: 'Diferença', fr: 'Différence' }),
  addedBefore: message({ en: 'Added before', es: 'Aportaba', pt: 'Somava', fr: 'Apportait' }),
  addedAfter: message({ en: 'Adds after', es: 'Aporta', pt: 'Soma', fr: 'Apporte' }),
  targetOf: message<{ indicator: string }>({
    en: '{indicator}, target',
    es: '{indicator}, meta',
    pt: '{indicator}, meta',
    fr: '{indicator}, cible',
  }),
  denominatorOf: message<{ indicator: string }>({
    en: '{indicator}, of how many',
    es: '{indicator}, de cuántos',
    pt: '{indicator}, de quantos',
    fr: '{indicator}, sur combien',
  }),
  notAdditive: message({
    en: 'Totals that may not be summed have no difference.',
    es: 'Los totales que no se pueden sumar no tienen diferencia.',
    pt: 'Totais que não podem ser somados não têm diferença.',
    fr: 'Les totaux qui ne peuvent être additionnés n’ont pas de différence.',
  }),
  otherCurrency: message({
    en: 'The reporting currency was another one at the first moment: amounts are not compared.',
    es: 'La moneda de los informes era otra en el primer momento: los montos no se comparan.',
    pt: 'A moeda dos relatórios era outra no primeiro momento: os montantes não são comparados.',
    fr: 'La monnaie des rapports était une autre au premier moment : les montants ne sont pas comparés.',
  }),
  oneTotal: message<{ total: string }>({
    en: 'Only {total} is shown.',
    es: 'Solo se muestra {total}.',
    pt: 'Mostra-se apenas {total}.',
    fr: 'Seul {total} est affiché.',
  }),
  allTotals: message({
    en: 'Show all totals',
    es: 'Mostrar todos los totales',
    pt: 'Mostrar todos os totais',
    fr: 'Afficher tous les totaux',
  }),
  fromIssueBefore: message({
    en: 'Since the one before',
    es: 'Desde la anterior',
    pt: 'Desde a anterior',
    fr: 'Depuis la précédente',
  }),
} as const;

/** Why a total has moved. */
export const causeWords: Readonly<Record<Cause, Message>> = {
  withdrawn: message({ en: 'Withdrawn', es: 'Retirado', pt: 'Retirado', fr: 'Retiré' }),
  corrected: message({ en: 'Corrected', es: 'Corregido', pt: 'Corrigido', fr: 'Corrigé' }),
  're-dated': message({ en: 'Re-dated', es: 'Cambio de fecha', pt: 'Mudança de data', fr: 'Redaté' }),
  rate: message({ en: 'Exchange rate', es: 'Tipo de cambio', pt: 'Taxa de câmbio', fr: 'Taux de change' }),
  're-allocated': message({ en: 'Re-allocated', es: 'Reasignado', pt: 'Realocado', fr: 'Réaffecté' }),
  rule: message({
    en: 'Rule of the indicator',
    es: 'Regla del indicador',
    pt: 'Regra do indicador',
    fr: 'Règle de l’indicateur',
  }),
  window: message({
    en: 'Ended since',
    es: 'Concluido desde entonces',
    pt: 'Encerrado desde então',
    fr: 'Achevé depuis',
  }),
  back: message({ en: 'Put back', es: 'Restituido', pt: 'Reposto', fr: 'Rétabli' }),
  new: message({ en: 'New', es: 'Nuevo', pt: 'Novo', fr: 'Nouveau' }),
};
