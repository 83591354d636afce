/** Whole words, in four languages and without accents, that make a unit one of rates; `média` is told from `media` below. */
const WORDS = new Set(
  [
    'percent percentage pct rate index average mean median ratio',
    'porcentaje porciento tasa indice promedio mediana razon',
    'porcentagem percentagem percentual taxa indice mediana razao',
    'pourcentage pourcent taux indice moyenne mediane',
  ].flatMap((line) => line.split(' ')),
);
const PHRASES =
  /[%‰]|\bper (?:cent|mille?|capita|\d)|\b(?:por|pour) (?:cent|ciento|cento|mil|mille|\d)|\bm[eé]dia (?:de|do|da|del|arit)/u;

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
