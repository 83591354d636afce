import { message } from '../message.ts';

/** Indexes of countries, donors and indicators, and what a search of everything found. */
export const indexMessages = {
  countries: message({ en: 'Countries', es: 'Países', pt: 'Países', fr: 'Pays' }),
  donors: message({ en: 'Donors', es: 'Donantes', pt: 'Doadores', fr: 'Donateurs' }),
  indicators: message({ en: 'Indicators', es: 'Indicadores', pt: 'Indicadores', fr: 'Indicateurs' }),
  pillars: message({ en: 'Pillars', es: 'Pilares', pt: 'Pilares', fr: 'Piliers' }),
  placesTitle: message({
    en: 'Countries and regions',
    es: 'Países y regiones',
    pt: 'Países e regiões',
    fr: 'Pays et régions',
  }),
  placesLede: message<{ date: string }>({
    en: 'Where programmes run, and what was achieved there, as at {date}. A regional programme stands with every country it serves: the numbers of programmes overlap, and do not add up. An activity that stands in a country without its programme counts as one.',
    es: 'Dónde se ejecutan los programas y qué se ha alcanzado allí, al {date}. Un programa regional figura en cada país al que sirve: los números de programas se superponen y no se suman. Una actividad que figura en un país sin su programa cuenta como uno.',
    pt: 'Onde os programas são executados e o que foi alcançado ali, em {date}. Um programa regional consta de cada país que atende: os números de programas se sobrepõem e não se somam. Uma atividade que consta de um país sem o seu programa conta como um.',
    fr: 'Où se déroulent les programmes et ce qui y a été obtenu, au {date}. Un programme régional figure dans chaque pays qu’il dessert : les nombres de programmes se recoupent et ne s’additionnent pas. Une activité qui figure dans un pays sans son programme compte pour un.',
  }),
  donorsLede: message<{ date: string }>({
    en: 'Who funds what, as at {date}. Several donors may stand behind one programme and one result, so these numbers are never added up over donors; money is.',
    es: 'Quién financia qué, al {date}. Un mismo programa y un mismo resultado pueden tener varios donantes, por lo que estos números nunca se suman entre donantes; el dinero, sí.',
    pt: 'Quem financia o quê, em {date}. Um mesmo programa e um mesmo resultado podem ter vários doadores; por isso estes números nunca são somados entre doadores; os recursos, sim.',
    fr: 'Qui finance quoi, au {date}. Plusieurs donateurs peuvent soutenir un même programme et un même résultat : ces nombres ne sont donc jamais additionnés d’un donateur à l’autre ; l’argent, si.',
  }),
  indicatorsLede: message<{ date: string }>({
    en: 'What is measured, and its total to date, as at {date}. Each leads to its figures from every side.',
    es: 'Qué se mide y su total hasta la fecha, al {date}. Cada uno conduce a sus cifras desde todos los ángulos.',
    pt: 'O que se mede e o seu total até o momento, em {date}. Cada um leva aos seus números por todos os ângulos.',
    fr: 'Ce qui est mesuré, et son total à ce jour, au {date}. Chacun mène à ses chiffres sous tous les angles.',
  }),
  indicatorsLedeIn: message<{ date: string }>({
    en: 'What is measured, and its total in periods that ended in this time, as at {date}. Each leads to its figures from every side.',
    es: 'Qué se mide y su total en períodos que terminaron en este intervalo, al {date}. Cada uno conduce a sus cifras desde todos los ángulos.',
    pt: 'O que se mede e o seu total em períodos que terminaram neste intervalo, em {date}. Cada um leva aos seus números por todos os ângulos.',
    fr: 'Ce qui est mesuré, et son total sur les périodes achevées dans cet intervalle, au {date}. Chacun mène à ses chiffres sous tous les angles.',
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

/** The page of one indicator. */
export const indicatorMessages = {
  description: message<{ name: string; date: string }>({
    en: '{name}: what it counts, by which rule, its figure and that from every side, as at {date}.',
    es: '{name}: qué cuenta, con qué regla, su cifra y esta desde todos los ángulos, al {date}.',
    pt: '{name}: o que conta, por qual regra, o seu número e este por todos os ângulos, em {date}.',
    fr: '{name} : ce qu’il compte, selon quelle règle, son chiffre et celui-ci sous tous les angles, au {date}.',
  }),
  /** Beneath a number, as the headline figures are. */
  figures: message<{ count: number }>({
    en: '{count, plural, one {figure behind it} other {figures behind it}}',
    es: '{count, plural, one {cifra que lo compone} many {cifras que lo componen} other {cifras que lo componen}}',
    pt: '{count, plural, one {número que o compõe} many {números que o compõem} other {números que o compõem}}',
    fr: '{count, plural, one {chiffre qui le compose} many {chiffres qui le composent} other {chiffres qui le composent}}',
  }),
  programs: message<{ count: number }>({
    en: '{count, plural, one {programme or activity reports it} other {programmes or activities report it}}',
    es: '{count, plural, one {programa o actividad que lo informa} many {programas o actividades que lo informan} other {programas o actividades que lo informan}}',
    pt: '{count, plural, one {programa ou atividade que o informa} many {programas ou atividades que o informam} other {programas ou atividades que o informam}}',
    fr: '{count, plural, one {programme ou activité le renseigne} many {programmes ou activités le renseignent} other {programmes ou activités le renseignent}}',
  }),
  sides: message({
    en: 'From every side',
    es: 'Desde todos los ángulos',
    pt: 'Por todos os ângulos',
    fr: 'Sous tous les angles',
  }),
  behind: message({
    en: 'The figures behind it',
    es: 'Las cifras que lo componen',
    pt: 'Os números que o compõem',
    fr: 'Les chiffres qui le composent',
  }),
  proof: message({
    en: 'How they make the total, row by row',
    es: 'Cómo forman el total, fila por fila',
    pt: 'Como formam o total, linha por linha',
    fr: 'Comment ils forment le total, ligne par ligne',
  }),
  filters: message({
    en: 'By pillar, place, donor or programme',
    es: 'Por pilar, lugar, donante o programa',
    pt: 'Por pilar, lugar, doador ou programa',
    fr: 'Par pilier, lieu, donateur ou programme',
  }),
} as const;

/** One search for everything that has a page. */
export const searchMessages = {
  /** The name of the field, for whoever listens. */
  everything: message({
    en: 'Search programmes, countries, donors and indicators',
    es: 'Buscar programas, países, donantes e indicadores',
    pt: 'Buscar programas, países, doadores e indicadores',
    fr: 'Rechercher des programmes, pays, donateurs et indicateurs',
  }),
  title: message({ en: 'Search', es: 'Búsqueda', pt: 'Busca', fr: 'Recherche' }),
  titleFor: message<{ search: string }>({
    en: 'Search: {search}',
    es: 'Búsqueda: {search}',
    pt: 'Busca: {search}',
    fr: 'Recherche : {search}',
  }),
  found: message<{ count: number; search: string }>({
    en: '{count, plural, =0 {No match} one {# match} other {# matches}} for “{search}” in codes, names and texts, in any language.',
    es: '{count, plural, =0 {No se encontró nada} one {Se encontró # coincidencia} many {Se encontraron # de coincidencias} other {Se encontraron # coincidencias}} para «{search}» en códigos, nombres y textos, en cualquier idioma.',
    pt: '{count, plural, =0 {Nada encontrado} one {# correspondência encontrada} many {# de correspondências encontradas} other {# correspondências encontradas}} para “{search}” em códigos, nomes e textos, em qualquer idioma.',
    fr: '{count, plural, =0 {Aucune correspondance} one {# correspondance} many {# de correspondances} other {# correspondances}} pour « {search} » dans les codes, les noms et les textes, dans toutes les langues.',
  }),
  whatToType: message({
    en: 'Type a name, a part of one, or a code: of a programme, a country or region, a donor, an indicator or a pillar; or words of a text about a programme. Any language will do, with or without accents.',
    es: 'Escriba un nombre, una parte de él o un código: de un programa, un país o una región, un donante, un indicador o un pilar; o palabras de un texto sobre un programa. En cualquier idioma, con o sin tildes.',
    pt: 'Escreva um nome, uma parte dele ou um código: de um programa, um país ou uma região, um doador, um indicador ou um pilar; ou palavras de um texto sobre um programa. Em qualquer idioma, com ou sem acentos.',
    fr: 'Saisissez un nom, une partie de nom ou un code : d’un programme, d’un pays ou d’une région, d’un donateur, d’un indicateur ou d’un pilier ; ou des mots d’un texte sur un programme. Dans toutes les langues, avec ou sans accents.',
  }),
  fewerWords: message({
    en: 'Every word must stand in the name, the code or the text. Try fewer words, or the beginning of one.',
    es: 'Todas las palabras deben estar en el nombre, el código o el texto. Pruebe con menos palabras o con el comienzo de una.',
    pt: 'Todas as palavras devem estar no nome, no código ou no texto. Tente menos palavras, ou o começo de uma.',
    fr: 'Chaque mot doit figurer dans le nom, le code ou le texte. Essayez avec moins de mots, ou avec le début d’un mot.',
  }),
  texts: message({ en: 'Texts', es: 'Textos', pt: 'Textos', fr: 'Textes' }),
  moreTexts: message<{ shown: number; total: number }>({
    en: 'The first {shown, number} of {total, number}. With another word there are fewer.',
    es: 'Los primeros {shown, number} de {total, number}. Con otra palabra serán menos.',
    pt: 'Os primeiros {shown, number} de {total, number}. Com outra palavra serão menos.',
    fr: 'Les {shown, number} premiers sur {total, number}. Avec un mot de plus, il y en aura moins.',
  }),
  /** Where no more are counted. */
  manyTexts: message<{ shown: number; total: number }>({
    en: 'The first {shown, number} of {total, number} or more. With another word there are fewer.',
    es: 'Los primeros {shown, number} de {total, number} o más. Con otra palabra serán menos.',
    pt: 'Os primeiros {shown, number} de {total, number} ou mais. Com outra palavra serão menos.',
    fr: 'Les {shown, number} premiers sur {total, number} ou plus. Avec un mot de plus, il y en aura moins.',
  }),
  all: message<{ count: number }>({
    en: 'All {count, number}',
    es: 'Ver los {count, number} resultados',
    pt: 'Ver os {count, number} resultados',
    fr: 'Voir les {count, number} résultats',
  }),
} as const;
