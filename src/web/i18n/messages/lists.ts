import { message } from '../message.ts';

/** What rows are called that do not stand by themselves, by what they are of. */
export const restMessages = {
  country: message<{ count: number }>({
    en: '{count, plural, one {# other country} other {# other countries}}',
    es: '{count, plural, one {Otro país} many {Otros # de países} other {Otros # países}}',
    pt: '{count, plural, one {Outro país} many {Outros # de países} other {Outros # países}}',
    fr: '{count, plural, one {# autre pays} many {# d’autres pays} other {# autres pays}}',
  }),
  region: message<{ count: number }>({
    en: '{count, plural, one {# other region} other {# other regions}}',
    es: '{count, plural, one {Otra región} many {Otros # de regiones} other {Otras # regiones}}',
    pt: '{count, plural, one {Outra região} many {Outros # de regiões} other {Outras # regiões}}',
    fr: '{count, plural, one {# autre région} many {# d’autres régions} other {# autres régions}}',
  }),
  donor: message<{ count: number }>({
    en: '{count, plural, one {# other donor} other {# other donors}}',
    es: '{count, plural, one {Otro donante} many {Otros # de donantes} other {Otros # donantes}}',
    pt: '{count, plural, one {Outro doador} many {Outros # de doadores} other {Outros # doadores}}',
    fr: '{count, plural, one {# autre donateur} many {# d’autres donateurs} other {# autres donateurs}}',
  }),
  pillar: message<{ count: number }>({
    en: '{count, plural, one {# other pillar} other {# other pillars}}',
    es: '{count, plural, one {Otro pilar} many {Otros # de pilares} other {Otros # pilares}}',
    pt: '{count, plural, one {Outro pilar} many {Outros # de pilares} other {Outros # pilares}}',
    fr: '{count, plural, one {# autre pilier} many {# d’autres piliers} other {# autres piliers}}',
  }),
  program: message<{ count: number }>({
    en: '{count, plural, one {# other programme} other {# other programmes}}',
    es: '{count, plural, one {Otro programa} many {Otros # de programas} other {Otros # programas}}',
    pt: '{count, plural, one {Outro programa} many {Outros # de programas} other {Outros # programas}}',
    fr: '{count, plural, one {# autre programme} many {# d’autres programmes} other {# autres programmes}}',
  }),
  /** Of a breakdown axis. */
  part: message<{ count: number }>({
    en: '{count, plural, one {# other part} other {# other parts}}',
    es: '{count, plural, one {Otra parte} many {Otros # de partes} other {Otras # partes}}',
    pt: '{count, plural, one {Outra parte} many {Outros # de partes} other {Outras # partes}}',
    fr: '{count, plural, one {# autre partie} many {# d’autres parties} other {# autres parties}}',
  }),
  indicator: message<{ count: number }>({
    en: '{count, plural, one {# other indicator} other {# other indicators}}',
    es: '{count, plural, one {Otro indicador} many {Otros # de indicadores} other {Otros # indicadores}}',
    pt: '{count, plural, one {Outro indicador} many {Outros # de indicadores} other {Outros # indicadores}}',
    fr: '{count, plural, one {# autre indicateur} many {# d’autres indicateurs} other {# autres indicateurs}}',
  }),
  year: message<{ count: number }>({
    en: '{count, plural, one {# earlier year} other {# earlier years}}',
    es: '{count, plural, one {# año anterior} many {# de años anteriores} other {# años anteriores}}',
    pt: '{count, plural, one {# ano anterior} many {# de anos anteriores} other {# anos anteriores}}',
    fr: '{count, plural, one {# année antérieure} many {# d’années antérieures} other {# années antérieures}}',
  }),
  quarter: message<{ count: number }>({
    en: '{count, plural, one {# earlier quarter} other {# earlier quarters}}',
    es: '{count, plural, one {# trimestre anterior} many {# de trimestres anteriores} other {# trimestres anteriores}}',
    pt: '{count, plural, one {# trimestre anterior} many {# de trimestres anteriores} other {# trimestres anteriores}}',
    fr: '{count, plural, one {# trimestre antérieur} many {# de trimestres antérieurs} other {# trimestres antérieurs}}',
  }),
  month: message<{ count: number }>({
    en: '{count, plural, one {# earlier month} other {# earlier months}}',
    es: '{count, plural, one {# mes anterior} many {# de meses anteriores} other {# meses anteriores}}',
    pt: '{count, plural, one {# mês anterior} many {# de meses anteriores} other {# meses anteriores}}',
    fr: '{count, plural, one {# mois antérieur} many {# de mois antérieurs} other {# mois antérieurs}}',
  }),
  /** In place of a bar that would be longer than all others. */
  noBar: message<{ figure: string }>({
    en: '{figure}, no bar',
    es: '{figure}, sin barra',
    pt: '{figure}, sem barra',
    fr: '{figure}, sans barre',
  }),
  noBarNote: message({
    en: 'What is not shown one by one is more, taken together, than any bar of the chart: it has its number and no bar.',
    es: 'Lo que no se muestra por separado suma más que cualquier barra del gráfico: lleva su cifra y ninguna barra.',
    pt: 'O que não é mostrado em separado soma mais do que qualquer barra do gráfico: tem o seu número e nenhuma barra.',
    fr: 'Ce qui n’est pas montré séparément dépasse, au total, chaque barre du graphique : le nombre y figure sans barre.',
  }),
  /** A chart of time whose beginning is not drawn. */
  earlierNotDrawn: message<{ earlier: string; figure: string }>({
    en: 'Not in the chart: {earlier}, {figure}.',
    es: 'Fuera del gráfico: {earlier}, {figure}.',
    pt: 'Fora do gráfico: {earlier}, {figure}.',
    fr: 'Hors du graphique : {earlier}, {figure}.',
  }),
} as const;
