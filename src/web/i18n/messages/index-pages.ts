import { message } from '../message.ts';

/** Indexes of countries, donors and indicators. */
export const indexMessages = {
  countries: message({ en: 'Countries', es: 'Países', pt: 'Países', fr: 'Pays' }),
  donors: message({ en: 'Donors', es: 'Donantes', pt: 'Doadores', fr: 'Donateurs' }),
  indicators: message({ en: 'Indicators', es: 'Indicadores', pt: 'Indicadores', fr: 'Indicateurs' }),
  placesTitle: message({
    en: 'Countries and regions',
    es: 'Países y regiones',
    pt: 'Países e regiões',
    fr: 'Pays et régions',
  }),
  placesLede: message<{ date: string }>({
    en: 'Where programmes run, and what was achieved there, as at {date}. A regional programme stands with every country it serves: the numbers of programmes overlap, and do not add up.',
    es: 'Dónde se ejecutan los programas y qué se ha alcanzado allí, al {date}. Un programa regional figura en cada país al que sirve: los números de programas se superponen y no se suman.',
    pt: 'Onde os programas são executados e o que foi alcançado ali, em {date}. Um programa regional consta de cada país que atende: os números de programas se sobrepõem e não se somam.',
    fr: 'Où se déroulent les programmes et ce qui y a été obtenu, au {date}. Un programme régional figure dans chaque pays qu’il dessert : les nombres de programmes se recoupent et ne s’additionnent pas.',
  }),
  donorsLede: message<{ date: string }>({
    en: 'Who funds what, as at {date}. Several donors may stand behind one programme and one result, so these numbers are never added up over donors; money is.',
    es: 'Quién financia qué, al {date}. Un mismo programa y un mismo resultado pueden tener varios donantes, por lo que estos números nunca se suman entre donantes; el dinero, sí.',
    pt: 'Quem financia o quê, em {date}. Um mesmo programa e um mesmo resultado podem ter vários doadores; por isso estes números nunca são somados entre doadores; o dinheiro, sim.',
    fr: 'Qui finance quoi, au {date}. Plusieurs donateurs peuvent soutenir un même programme et un même résultat : ces nombres ne sont donc jamais additionnés d’un donateur à l’autre ; l’argent, si.',
  }),
  indicatorsLede: message<{ date: string }>({
    en: 'What is measured, and its total to date, as at {date}. Each leads to its figures from every side.',
    es: 'Qué se mide y su total hasta la fecha, al {date}. Cada uno conduce a sus cifras desde todos los ángulos.',
    pt: 'O que se mede e o seu total até o momento, em {date}. Cada um leva aos seus números por todos os ângulos.',
    fr: 'Ce qui est mesuré, et son total à ce jour, au {date}. Chacun mène à ses chiffres sous tous les angles.',
  }),
  countCountries: message<{ count: number }>({
    en: '{count, plural, one {# country} other {# countries}}',
    es: '{count, plural, one {# país} many {# de países} other {# países}}',
    pt: '{count, plural, one {# país} many {# de países} other {# países}}',
    fr: '{count, plural, one {# pays} many {# de pays} other {# pays}}',
  }),
  countRegions: message<{ count: number }>({
    en: '{count, plural, one {# region} other {# regions}}',
    es: '{count, plural, one {# región} many {# de regiones} other {# regiones}}',
    pt: '{count, plural, one {# região} many {# de regiões} other {# regiões}}',
    fr: '{count, plural, one {# région} many {# de régions} other {# régions}}',
  }),
  countDonors: message<{ count: number }>({
    en: '{count, plural, one {# donor} other {# donors}}',
    es: '{count, plural, one {# donante} many {# de donantes} other {# donantes}}',
    pt: '{count, plural, one {# doador} many {# de doadores} other {# doadores}}',
    fr: '{count, plural, one {# donateur} many {# de donateurs} other {# donateurs}}',
  }),
  countIndicators: message<{ count: number }>({
    en: '{count, plural, one {# indicator} other {# indicators}}',
    es: '{count, plural, one {# indicador} many {# de indicadores} other {# indicadores}}',
    pt: '{count, plural, one {# indicador} many {# de indicadores} other {# indicadores}}',
    fr: '{count, plural, one {# indicateur} many {# d’indicateurs} other {# indicateurs}}',
  }),
  /** How many results a total is made of. */
  results: message({ en: 'Figures', es: 'Cifras', pt: 'Números', fr: 'Chiffres' }),
  searchNames: message({
    en: 'Search by code or name',
    es: 'Buscar por código o nombre',
    pt: 'Buscar por código ou nome',
    fr: 'Rechercher par code ou nom',
  }),
} as const;
