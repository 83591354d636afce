import { message } from '../message.ts';

export const dateMessages = {
  quarter: message<{ quarter: string; year: string }>({
    en: '{quarter, select, 1 {first} 2 {second} 3 {third} 4 {fourth} other {}} quarter of {year}',
    es: '{quarter, select, 1 {primer} 2 {segundo} 3 {tercer} 4 {cuarto} other {}} trimestre de {year}',
    pt: '{quarter, select, 1 {primeiro} 2 {segundo} 3 {terceiro} 4 {quarto} other {}} trimestre de {year}',
    fr: '{quarter, select, 1 {premier} 2 {deuxième} 3 {troisième} 4 {quatrième} other {}} trimestre de {year}',
  }),
  /** The same where it is one of many: on the axis of a chart, in a column. */
  quarterShort: message<{ quarter: string; year: string }>({
    en: 'Q{quarter} {year}',
    es: 'T{quarter} {year}',
    pt: 'T{quarter} {year}',
    fr: 'T{quarter} {year}',
  }),
  /** Of a year of which no more counts: "2017 to 30 Jun". */
  yearTo: message<{ year: string; day: string }>({
    en: '{year} to {day}',
    es: '{year} hasta el {day}',
    pt: '{year} até {day}',
    fr: '{year} jusqu’au {day}',
  }),
  since: message<{ precision: string; date: string }>({
    en: 'since {date}',
    es: '{precision, select, day {desde el {date}} other {desde {date}}}',
    pt: 'desde {date}',
    fr: '{precision, select, day {depuis le {date}} other {depuis {date}}}',
  }),
  until: message<{ precision: string; date: string }>({
    en: 'until {date}',
    es: '{precision, select, day {hasta el {date}} other {hasta {date}}}',
    pt: 'até {date}',
    fr: '{precision, select, day {jusqu’au {date}} other {jusqu’en {date}}}',
  }),
  undated: message({ en: 'undated', es: 'sin fecha', pt: 'sem data', fr: 'sans date' }),
  moment: message<{ date: string; time: string }>({
    en: '{date} at {time}',
    es: '{date}, {time}',
    pt: '{date}, {time}',
    fr: '{date}, {time}',
  }),
} as const;
