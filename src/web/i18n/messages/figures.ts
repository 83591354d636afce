import { message } from '../message.ts';

/** How one figure is worded (rules 3, 4, 5 and 11). Grammar is kept free of the gender of what is counted. */
export const figureMessages = {
  pair: message<{ value: string; of: string }>({
    en: '{value} of {of}',
    es: '{value} de {of}',
    pt: '{value} de {of}',
    fr: '{value} sur {of}',
  }),
  pairWithPercent: message<{ pair: string; percent: string }>({
    en: '{pair} ({percent})',
    es: '{pair} ({percent})',
    pt: '{pair} ({percent})',
    fr: '{pair} ({percent})',
  }),
  about: message<{ value: string }>({
    en: 'about {value}',
    es: 'aprox. {value}',
    pt: 'aprox. {value}',
    fr: 'environ {value}',
  }),
  atLeast: message<{ value: string }>({
    en: 'at least {value}',
    es: 'al menos {value}',
    pt: 'pelo menos {value}',
    fr: 'au moins {value}',
  }),
  atMost: message<{ value: string }>({
    en: 'at most {value}',
    es: 'como máximo {value}',
    pt: 'no máximo {value}',
    fr: 'au plus {value}',
  }),
  range: message<{ low: string; high: string }>({
    en: '{low} to {high}',
    es: 'entre {low} y {high}',
    pt: 'entre {low} e {high}',
    fr: 'entre {low} et {high}',
  }),
  notReported: message({
    en: 'not reported',
    es: 'no notificado',
    pt: 'não informado',
    fr: 'non communiqué',
  }),
  notAdditive: message({
    en: 'not additive',
    es: 'no aditivo',
    pt: 'não aditivo',
    fr: 'non additif',
  }),
  valueAndNote: message<{ value: string; note: string }>({
    en: '{value}, {note}',
    es: '{value}, {note}',
    pt: '{value}, {note}',
    fr: '{value}, {note}',
  }),
  /** `approximate` and `undated` say whether that part is none, some or all of the figure. */
  note: message<{ approximate: string; approximateValue: string; undated: string; undatedValue: string }>({
    en: `{approximate, select,
      all {approximate{undated, select, all {, undated} some {, of which {undatedValue} undated} other {}}}
      some {of which {approximateValue} approximate{undated, select, all {, all undated} some { and {undatedValue} undated} other {}}}
      other {{undated, select, all {undated} some {of which {undatedValue} undated} other {}}}}`,
    es: `{approximate, select,
      all {cifra aproximada{undated, select, all {, sin fecha} some {, {undatedValue} sin fecha} other {}}}
      some {lo que incluye {approximateValue} en cifras aproximadas{undated, select, all {, todo sin fecha} some { y {undatedValue} sin fecha} other {}}}
      other {{undated, select, all {sin fecha} some {lo que incluye {undatedValue} sin fecha} other {}}}}`,
    pt: `{approximate, select,
      all {número aproximado{undated, select, all {, sem data} some {, {undatedValue} sem data} other {}}}
      some {sendo {approximateValue} em números aproximados{undated, select, all {, tudo sem data} some { e {undatedValue} sem data} other {}}}
      other {{undated, select, all {sem data} some {sendo {undatedValue} sem data} other {}}}}`,
    fr: `{approximate, select,
      all {chiffre approximatif{undated, select, all {, sans date} some {, dont {undatedValue} sans date} other {}}}
      some {dont {approximateValue} en chiffres approximatifs{undated, select, all {, le tout sans date} some { et {undatedValue} sans date} other {}}}
      other {{undated, select, all {sans date} some {dont {undatedValue} sans date} other {}}}}`,
  }),
} as const;
