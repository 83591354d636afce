import { message } from '../message.ts';

/** What charts say beside their titles: legends, tooltips, and the sentences of stacks, flows, maps of money and time lines. */
export const chartMessages = {
  /** Hatching means this in every chart. */
  hatched: message({
    en: 'Hatched: not split, not dated or not recorded',
    es: 'Rayado: sin repartir, sin fecha o sin registrar',
    pt: 'Hachurado: não repartido, sem data ou não registrado',
    fr: 'Hachuré : non réparti, sans date ou non renseigné',
  }),
  /** In a tooltip; the share is written where the chart is. */
  ofTotal: message<{ share: string }>({
    en: '{share} of the total',
    es: '{share} del total',
    pt: '{share} do total',
    fr: '{share} du total',
  }),
  /** Of a stack, which is a year. */
  ofYear: message<{ share: string }>({
    en: '{share} of the year',
    es: '{share} del año',
    pt: '{share} do ano',
    fr: '{share} de l’année',
  }),
  rowsHint: message({
    en: 'Click or Enter: the rows behind it',
    es: 'Clic o Intro: las filas que lo componen',
    pt: 'Clique ou Enter: as linhas que o compõem',
    fr: 'Clic ou Entrée : les lignes qui le composent',
  }),
  /** The part of a stack for which there is no pillar. */
  unsaid: message({
    en: 'Not split or not recorded',
    es: 'Sin repartir o sin registrar',
    pt: 'Não repartido ou não registrado',
    fr: 'Non réparti ou non renseigné',
  }),
  stackedResults: message<{ indicator: string; label: string; figure: string }>({
    en: '{indicator} by pillar, year by year: most in {label} ({figure})',
    es: '{indicator} por pilar, año por año: en primer lugar, {label} ({figure})',
    pt: '{indicator} por pilar, ano a ano: em primeiro lugar, {label} ({figure})',
    fr: '{indicator} par pilier, année par année : en tête, {label} ({figure})',
  }),
  /** Of an indicator whose figures may not be summed. */
  notStacked: message<{ indicator: string }>({
    en: '{indicator}: figures may not be summed over years and pillars, so they do not stand on each other',
    es: '{indicator}: las cifras no pueden sumarse por años y pilares, por lo que no se apilan',
    pt: '{indicator}: os números não podem ser somados por anos e pilares, por isso não são empilhados',
    fr: '{indicator} : les chiffres ne peuvent être additionnés par années et piliers ; ils ne sont donc pas empilés',
  }),
  stackedMoney: message<{ type: string; label: string; figure: string }>({
    en: '{type} by pillar, year by year: most to {label} ({figure})',
    es: '{type} por pilar, año por año: en primer lugar, {label} ({figure})',
    pt: '{type} por pilar, ano a ano: em primeiro lugar, {label} ({figure})',
    fr: '{type} par pilier, année par année : en tête, {label} ({figure})',
  }),
  pillarAndYear: message({
    en: 'Pillar, year by year',
    es: 'Pilar, año por año',
    pt: 'Pilar, ano a ano',
    fr: 'Pilier, année par année',
  }),
  flow: message<{ type: string; figure: string }>({
    en: '{type} from donor to pillar to country: {figure}',
    es: '{type} del donante al pilar y al país: {figure}',
    pt: '{type} do doador ao pilar e ao país: {figure}',
    fr: '{type} du donateur au pilier puis au pays : {figure}',
  }),
  /** Where each stage has one. */
  flowOfOne: message<{ type: string; figure: string; from: string; through: string; to: string }>({
    en: '{type}: {figure}, all from {from} through {through} to {to}',
    es: '{type}: {figure}, en su totalidad de {from}, por {through}, a {to}',
    pt: '{type}: {figure}, integralmente de {from}, por {through}, para {to}',
    fr: '{type} : {figure}, en totalité de {from}, par {through}, à {to}',
  }),
  flowNote: message<{ figure: string }>({
    en: 'From donors to pillars and from pillars to places it is the same money, {figure} each time. Shares spread it as the rules of counting say.',
    es: 'De donantes a pilares y de pilares a lugares son los mismos fondos, {figure} cada vez. Las participaciones los reparten según las reglas de cálculo.',
    pt: 'De doadores a pilares e de pilares a lugares são os mesmos recursos, {figure} de cada vez. As participações os repartem conforme as regras de contagem.',
    fr: 'Des donateurs aux piliers et des piliers aux lieux, ce sont les mêmes fonds, {figure} à chaque fois. Les parts les répartissent selon les règles de calcul.',
  }),
  /** Of corrections: the bands, each with its amount. */
  flowNegative: message<{ names: string }>({
    en: 'Not drawn, for returns and corrections outweigh what was paid: {names}. The amount beside each name is net of them.',
    es: 'No se dibuja, porque las devoluciones y correcciones superan lo pagado: {names}. El monto junto a cada nombre ya las descuenta.',
    pt: 'Não se desenha, pois devoluções e correções superam o que foi pago: {names}. O montante ao lado de cada nome já as desconta.',
    fr: 'Non dessiné, car remboursements et corrections dépassent ce qui a été versé : {names}. Le montant à côté de chaque nom en tient compte.',
  }),
  flowOthers: message<{ count: number }>({
    en: '{count, plural, one {# other} other {# others}} in the table',
    es: '{count, plural, one {# más} many {# más} other {# más}} en la tabla',
    pt: '{count, plural, one {mais #} many {mais #} other {mais #}} na tabela',
    fr: '{count, plural, one {# autre} many {# autres} other {# autres}} dans le tableau',
  }),
  from: message({ en: 'From', es: 'De', pt: 'De', fr: 'De' }),
  to: message({ en: 'To', es: 'A', pt: 'Para', fr: 'À' }),
  share: message({ en: 'Share', es: 'Parte', pt: 'Parte', fr: 'Part' }),
  countryOrRegion: message({
    en: 'Country or region',
    es: 'País o región',
    pt: 'País ou região',
    fr: 'Pays ou région',
  }),
  moneyOnMap: message<{ type: string; count: number; figure: string }>({
    en: '{type} on the map: {figure} in {count, plural, one {# country} other {# countries}}',
    es: '{type} en el mapa: {figure} en {count, plural, one {# país} many {# de países} other {# países}}',
    pt: '{type} no mapa: {figure} em {count, plural, one {# país} many {# de países} other {# países}}',
    fr: '{type} sur la carte : {figure} dans {count, plural, one {# pays} many {# de pays} other {# pays}}',
  }),
  /** Regions, and what is in no place, each with its figure. */
  besideMap: message<{ names: string }>({
    en: 'In no country of the map: {names}.',
    es: 'En ningún país del mapa: {names}.',
    pt: 'Em nenhum país do mapa: {names}.',
    fr: 'Dans aucun pays de la carte : {names}.',
  }),
  besideMapOthers: message<{ count: number }>({
    en: '{count, plural, one {# other region} other {# other regions}}',
    es: '{count, plural, one {# región más} many {# de regiones más} other {# regiones más}}',
    pt: '{count, plural, one {mais # região} many {mais # de regiões} other {mais # regiões}}',
    fr: '{count, plural, one {# autre région} many {# d’autres régions} other {# autres régions}}',
  }),
  moneyTitle: message({
    en: 'Where the money goes',
    es: 'Adónde van los fondos',
    pt: 'Para onde vão os recursos',
    fr: 'Où vont les fonds',
  }),
  moneyLink: message({
    en: 'Where the money goes: from donor to pillar to country, year by year, and on the map',
    es: 'Adónde van los fondos: del donante al pilar y al país, año por año y en el mapa',
    pt: 'Para onde vão os recursos: do doador ao pilar e ao país, ano a ano e no mapa',
    fr: 'Où vont les fonds : du donateur au pilier puis au pays, année par année et sur la carte',
  }),
  moneyLede: message({
    en: 'What was disbursed, from donor to pillar to country or region.',
    es: 'Lo desembolsado, del donante al pilar y al país o región.',
    pt: 'O que foi desembolsado, do doador ao pilar e ao país ou região.',
    fr: 'Ce qui a été décaissé, du donateur au pilier puis au pays ou à la région.',
  }),
  timeline: message<{ parts: string }>({
    en: 'Programmes on a time line: {parts}',
    es: 'Programas en el tiempo: {parts}',
    pt: 'Programas no tempo: {parts}',
    fr: 'Programmes dans le temps : {parts}',
  }),
  ongoing: message<{ count: number }>({
    en: '{count, plural, one {# ongoing} other {# ongoing}}',
    es: '{count, plural, one {# en curso} many {# en curso} other {# en curso}}',
    pt: '{count, plural, one {# em andamento} many {# em andamento} other {# em andamento}}',
    fr: '{count, plural, one {# en cours} many {# en cours} other {# en cours}}',
  }),
  planned: message<{ count: number }>({
    en: '{count, plural, one {# planned} other {# planned}}',
    es: '{count, plural, one {# previsto} many {# previstos} other {# previstos}}',
    pt: '{count, plural, one {# previsto} many {# previstos} other {# previstos}}',
    fr: '{count, plural, one {# prévu} many {# prévus} other {# prévus}}',
  }),
  closed: message<{ count: number }>({
    en: '{count, plural, one {# closed} other {# closed}}',
    es: '{count, plural, one {# concluido} many {# concluidos} other {# concluidos}}',
    pt: '{count, plural, one {# concluído} many {# concluídos} other {# concluídos}}',
    fr: '{count, plural, one {# achevé} many {# achevés} other {# achevés}}',
  }),
  /** "Tourism Security Program: Ongoing, 2016 – 2019" */
  timelineOfOne: message<{ name: string; words: string }>({
    en: '{name}: {words}',
    es: '{name}: {words}',
    pt: '{name}: {words}',
    fr: '{name} : {words}',
  }),
  /** Where there are more than are drawn. */
  timelineFirst: message<{ shown: number }>({
    en: 'On a time line, the {shown, number} that began last',
    es: 'En el tiempo, los {shown, number} que empezaron más recientemente',
    pt: 'No tempo, os {shown, number} que começaram mais recentemente',
    fr: 'Dans le temps, les {shown, number} qui ont commencé le plus récemment',
  }),
  /** "Of 12 programmes, 17 with their activities". */
  timelineOf: message<{ programs: string }>({
    en: 'Of {programs}',
    es: 'De {programs}',
    pt: 'De {programs}',
    fr: 'Sur {programs}',
  }),
  openEnd: message({
    en: 'Pointed end: no date recorded',
    es: 'Extremo en punta: sin fecha registrada',
    pt: 'Ponta: sem data registrada',
    fr: 'Extrémité en pointe : aucune date renseignée',
  }),
  undatedPrograms: message<{ names: string }>({
    en: 'Without dates, and not on the time line: {names}.',
    es: 'Sin fechas, y fuera de la línea de tiempo: {names}.',
    pt: 'Sem datas, e fora da linha do tempo: {names}.',
    fr: 'Sans dates, et hors de la frise : {names}.',
  }),
  otherPrograms: message<{ count: number }>({
    en: '{count, plural, one {# other} other {# others}}',
    es: '{count, plural, one {# más} many {# más} other {# más}}',
    pt: '{count, plural, one {mais #} many {mais #} other {mais #}}',
    fr: '{count, plural, one {# autre} many {# autres} other {# autres}}',
  }),
  start: message({ en: 'Start', es: 'Inicio', pt: 'Início', fr: 'Début' }),
  end: message({ en: 'End', es: 'Fin', pt: 'Fim', fr: 'Fin' }),
} as const;
