import { isRateUnit } from './rate-unit.ts';

describe('a unit of rates (rule 3)', () => {
  it.each([
    '%',
    '% of participants',
    'percent',
    'Percentage',
    'per cent',
    'percentage points',
    'index (0-100)',
    'Average score',
    'rate per 1,000',
    'deaths per 100 000 inhabitants',
    'dollars per capita',
    'median days',
    'ratio',
    'porcentaje',
    'por ciento',
    'Tasa de aprobación',
    'Índice',
    'promedio de días',
    'media de puntos',
    'porcentagem',
    'por cento',
    'taxa',
    'média',
    'média de dias',
    'pourcentage',
    'pour cent',
    'taux de réussite',
    'moyenne',
    'médiane',
  ])('%s', (unit) => {
    expect(isRateUnit(unit)).toBe(true);
  });

  it.each([
    'people',
    'documents',
    'milestones',
    'centres',
    'persons',
    'indices published',
    'separate workshops',
    'media',
    'media reports',
    'means of transport',
    'personas',
    'horas por semana',
    'moyens',
    'tasas',
  ])('not %s', (unit) => {
    expect(isRateUnit(unit)).toBe(false);
  });
});
