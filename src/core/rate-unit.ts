import { saidInAny } from './text.ts';

/** Whole words, without accents, that make a unit one of rates; `média` is told from `media` below. */
const WORDS = new Set(
  saidInAny({
    en: 'percent, percentage, pct, rate, index, average, mean, median, ratio',
    es: 'porcentaje, porciento, tasa, indice, promedio, mediana, razon',
    pt: 'porcentagem, percentagem, percentual, taxa, indice, mediana, razao',
    fr: 'pourcentage, pourcent, taux, indice, moyenne, mediane',
  }),
);
const PHRASE = saidInAny({
  en: 'per (?:cent|mille?|capita|\\d)',
  es: 'por (?:cent|ciento|mil|\\d), media (?:de|del|arit)',
  pt: 'por (?:cento|mil|\\d), m[eé]dia (?:de|do|da|arit)',
  fr: 'pour (?:cent|mille?|\\d)',
});
const PHRASES = new RegExp(`[%‰]|\\b(?:${PHRASE.join('|')})`, 'u');

/**
 * Whether a unit says that figures are percentages, rates, indices or averages, which are never added (rule 3). A plural
 * counts things, such as indices that were published.
 *
 * @example isRateUnit('% of participants') // true
 * @example isRateUnit('people') // false
 */
export function isRateUnit(unit: string): boolean {
  const lower = unit.trim().toLowerCase().normalize('NFC');
  if (PHRASES.test(lower) || lower === 'média') return true;
  const plain = lower.normalize('NFD').replace(/\p{M}/gu, '');
  return plain.split(/[^\p{L}]+/u).some((word) => WORDS.has(word));
}
