import type { TransactionType } from '../../../core/funding.ts';
import { type Message, message } from '../message.ts';

/** Titles, columns and cautions of the blocks that dashboards and reports are made of. */
export const blockMessages = {
  // Titles: the sentence that the chart proves. Names of the data bring no article, so none of them needs one.
  ledByCountry: message<{ indicator: string; label: string; alone: string; figure: string }>({
    en: '{indicator} by country: {alone, select, yes {all} other {most}} in {label} ({figure})',
    es: '{indicator} por país: {alone, select, yes {solo} other {en primer lugar,}} {label} ({figure})',
    pt: '{indicator} por país: {alone, select, yes {somente} other {em primeiro lugar,}} {label} ({figure})',
    fr: '{indicator} par pays : {alone, select, yes {uniquement} other {en tête,}} {label} ({figure})',
  }),
  ledByPart: message<{ indicator: string; axis: string; label: string; alone: string; figure: string }>({
    en: '{indicator} by {axis}: {alone, select, yes {all} other {most}} in {label} ({figure})',
    es: '{indicator} por {axis}: {alone, select, yes {solo} other {en primer lugar,}} {label} ({figure})',
    pt: '{indicator} por {axis}: {alone, select, yes {somente} other {em primeiro lugar,}} {label} ({figure})',
    fr: '{indicator} par {axis} : {alone, select, yes {uniquement} other {en tête,}} {label} ({figure})',
  }),
  ledByPillar: message<{ indicator: string; label: string; alone: string; figure: string }>({
    en: '{indicator} by pillar: {alone, select, yes {all} other {most}} in {label} ({figure})',
    es: '{indicator} por pilar: {alone, select, yes {solo} other {en primer lugar,}} {label} ({figure})',
    pt: '{indicator} por pilar: {alone, select, yes {somente} other {em primeiro lugar,}} {label} ({figure})',
    fr: '{indicator} par pilier : {alone, select, yes {uniquement} other {en tête,}} {label} ({figure})',
  }),
  ledByDonor: message<{ indicator: string; label: string; figure: string }>({
    en: '{indicator} by contributing donor: {label} contributed to {figure}',
    es: '{indicator} por donante: {label} contribuyó a {figure}',
    pt: '{indicator} por doador: {label} contribuiu para {figure}',
    fr: '{indicator} par donateur : {label} a contribué à {figure}',
  }),
  ledByProgram: message<{ indicator: string; label: string; alone: string; figure: string }>({
    en: '{indicator} by programme: {alone, select, yes {all} other {most}} in {label} ({figure})',
    es: '{indicator} por programa: {alone, select, yes {solo} other {en primer lugar,}} {label} ({figure})',
    pt: '{indicator} por programa: {alone, select, yes {somente} other {em primeiro lugar,}} {label} ({figure})',
    fr: '{indicator} par programme : {alone, select, yes {uniquement} other {en tête,}} {label} ({figure})',
  }),
  ledByAxis: message<{ indicator: string; axis: string; parts: string }>({
    en: '{indicator} by {axis}: {parts}',
    es: '{indicator} por {axis}: {parts}',
    pt: '{indicator} por {axis}: {parts}',
    fr: '{indicator} par {axis} : {parts}',
  }),
  part: message<{ label: string; figure: string }>({
    en: '{label} {figure}',
    es: '{label} {figure}',
    pt: '{label} {figure}',
    fr: '{label} {figure}',
  }),
  /** Of a figure, by whatever axis: a word of the data agrees with no number. */
  partOfFigure: message<{ label: string; figure: string }>({
    en: '{figure} {label}',
    es: '{label}: {figure}',
    pt: '{label}: {figure}',
    fr: '{label} : {figure}',
  }),
  allIn: message<{ indicator: string; label: string; figure: string }>({
    en: '{indicator}: {figure}, all in {label}',
    es: '{indicator}: {figure} (solo {label})',
    pt: '{indicator}: {figure} (somente {label})',
    fr: '{indicator} : {figure} (uniquement {label})',
  }),
  inAll: message<{ indicator: string; figure: string }>({
    en: '{indicator}: {figure} in all',
    es: '{indicator}: {figure} en total',
    pt: '{indicator}: {figure} no total',
    fr: '{indicator} : {figure} au total',
  }),
  overTime: message<{ indicator: string; period: string; figure: string }>({
    en: '{indicator} over time: {figure} in periods that ended in {period}',
    es: '{indicator}, evolución en el tiempo: {figure} en períodos concluidos en {period}',
    pt: '{indicator}, evolução no tempo: {figure} em períodos encerrados em {period}',
    fr: '{indicator}, évolution dans le temps : {figure} pour les périodes achevées en {period}',
  }),
  /** What a period brought, above a chart of that period among others. */
  trend: message<{ indicator: string; figure: string; period: string }>({
    en: '{indicator}, {period}: {figure}',
    es: '{indicator}, {period}: {figure}',
    pt: '{indicator}, {period}: {figure}',
    fr: '{indicator}, {period} : {figure}',
  }),
  /** The same beside another period: "Disbursements, 2017: US$1.1m; 2016: US$1.4m". */
  trendBeside: message<{ indicator: string; figure: string; period: string; other: string; before: string }>({
    en: '{indicator}, {period}: {figure}; {other}: {before}',
    es: '{indicator}, {period}: {figure}; {other}: {before}',
    pt: '{indicator}, {period}: {figure}; {other}: {before}',
    fr: '{indicator}, {period} : {figure} ; {other} : {before}',
  }),
  /** In place of an amount. */
  noneRecorded: message({
    en: 'none recorded',
    es: 'sin registros',
    pt: 'sem registros',
    fr: 'rien d’enregistré',
  }),
  ledOnMap: message<{ indicator: string; label: string; alone: string; figure: string }>({
    en: '{indicator} on the map: {alone, select, yes {all} other {most}} in {label} ({figure})',
    es: '{indicator} en el mapa: {alone, select, yes {solo} other {en primer lugar,}} {label} ({figure})',
    pt: '{indicator} no mapa: {alone, select, yes {somente} other {em primeiro lugar,}} {label} ({figure})',
    fr: '{indicator} sur la carte : {alone, select, yes {uniquement} other {en tête,}} {label} ({figure})',
  }),
  /** Where too many have the most for all of them to be named. */
  onMap: message<{ indicator: string; count: number }>({
    en: '{indicator} on the map: {count, plural, one {# country with a figure} other {# countries with a figure}}',
    es: '{indicator} en el mapa: {count, plural, one {# país con cifra} many {# de países con cifra} other {# países con cifra}}',
    pt: '{indicator} no mapa: {count, plural, one {# país com número} many {# de países com número} other {# países com número}}',
    fr: '{indicator} sur la carte : {count, plural, one {# pays avec un chiffre} many {# de pays avec un chiffre} other {# pays avec un chiffre}}',
  }),
  /** The map shows the Americas; the names are countries, each with its figure. */
  offMap: message<{ names: string }>({
    en: 'Not on this map of the Americas: {names}.',
    es: 'Fuera de este mapa de las Américas: {names}.',
    pt: 'Fora deste mapa das Américas: {names}.',
    fr: 'Hors de cette carte des Amériques : {names}.',
  }),
  /** The last of those names. */
  offMapOthers: message<{ count: number }>({
    en: '{count, plural, one {# other country} other {# other countries}}',
    es: '{count, plural, one {# país más} many {# de países más} other {# países más}}',
    pt: '{count, plural, one {mais # país} many {mais # de países} other {mais # países}}',
    fr: '{count, plural, one {# autre pays} many {# d’autres pays} other {# autres pays}}',
  }),
  nothingReported: message<{ indicator: string }>({
    en: '{indicator}: nothing reported',
    es: '{indicator}: nada notificado',
    pt: '{indicator}: nada informado',
    fr: '{indicator} : rien n’a été communiqué',
  }),
  indicatorsTitle: message<{ count: number }>({
    en: 'All actual results: {count, plural, =0 {none reported} one {# indicator} other {# indicators}}',
    es: 'Todos los resultados alcanzados: {count, plural, =0 {ninguno notificado} one {# indicador} many {# de indicadores} other {# indicadores}}',
    pt: 'Todos os resultados realizados: {count, plural, =0 {nenhum informado} one {# indicador} many {# de indicadores} other {# indicadores}}',
    fr: 'Tous les résultats obtenus : {count, plural, =0 {aucun communiqué} one {# indicateur} many {# d’indicateurs} other {# indicateurs}}',
  }),
  resultsTitle: message<{ count: number }>({
    en: '{count, plural, =0 {No figures} one {# figure} other {# figures}}',
    es: '{count, plural, =0 {Ninguna cifra} one {# cifra} many {# de cifras} other {# cifras}}',
    pt: '{count, plural, =0 {Nenhum número} one {# número} many {# de números} other {# números}}',
    fr: '{count, plural, =0 {Aucun chiffre} one {# chiffre} many {# de chiffres} other {# chiffres}}',
  }),
  programsTitle: message<{ top: number }>({
    en: '{top, plural, one {# programme} other {# programmes}}',
    es: '{top, plural, one {# programa} many {# de programas} other {# programas}}',
    pt: '{top, plural, one {# programa} many {# de programas} other {# programas}}',
    fr: '{top, plural, one {# programme} many {# de programmes} other {# programmes}}',
  }),
  programsWithActivities: message<{ top: number; all: number }>({
    en: '{top, plural, one {# programme} other {# programmes}}, {all, number} with their activities',
    es: '{top, plural, one {# programa} many {# de programas} other {# programas}}; {all, number} con sus actividades',
    pt: '{top, plural, one {# programa} many {# de programas} other {# programas}}; {all, number} com suas atividades',
    fr: '{top, plural, one {# programme} many {# de programmes} other {# programmes}}, {all, number} avec leurs activités',
  }),
  fundingByDonor: message<{ type: string; label: string; alone: string; figure: string }>({
    en: '{type} by donor: {alone, select, yes {all} other {most}} from {label} ({figure})',
    es: '{type} por donante: {alone, select, yes {solo} other {en primer lugar,}} {label} ({figure})',
    pt: '{type} por doador: {alone, select, yes {somente} other {em primeiro lugar,}} {label} ({figure})',
    fr: '{type} par donateur : {alone, select, yes {uniquement} other {en tête,}} {label} ({figure})',
  }),
  fundingByPlace: message<{ type: string; label: string; alone: string; figure: string }>({
    en: '{type} by country or region: {alone, select, yes {all} other {most}} to {label} ({figure})',
    es: '{type} por país o región: {alone, select, yes {solo} other {en primer lugar,}} {label} ({figure})',
    pt: '{type} por país ou região: {alone, select, yes {somente} other {em primeiro lugar,}} {label} ({figure})',
    fr: '{type} par pays ou région : {alone, select, yes {uniquement} other {en tête,}} {label} ({figure})',
  }),
  /** Of countries, which stand first, and of regions, of which one has more. */
  fundingByPlaceAndRegion: message<{
    type: string;
    label: string;
    figure: string;
    region: string;
    regional: string;
  }>({
    en: '{type} by country or region: most to {label} ({figure}) among countries and to {region} ({regional}) among regions',
    es: '{type} por país o región: en primer lugar, {label} ({figure}) entre los países y {region} ({regional}) entre las regiones',
    pt: '{type} por país ou região: em primeiro lugar, {label} ({figure}) entre os países e {region} ({regional}) entre as regiões',
    fr: '{type} par pays ou région : en tête, {label} ({figure}) parmi les pays et {region} ({regional}) parmi les régions',
  }),
  fundingByPillar: message<{ type: string; label: string; alone: string; figure: string }>({
    en: '{type} by pillar: {alone, select, yes {all} other {most}} to {label} ({figure})',
    es: '{type} por pilar: {alone, select, yes {solo} other {en primer lugar,}} {label} ({figure})',
    pt: '{type} por pilar: {alone, select, yes {somente} other {em primeiro lugar,}} {label} ({figure})',
    fr: '{type} par pilier : {alone, select, yes {uniquement} other {en tête,}} {label} ({figure})',
  }),
  fundingByProgram: message<{ type: string; label: string; alone: string; figure: string }>({
    en: '{type} by programme: {alone, select, yes {all} other {most}} to {label} ({figure})',
    es: '{type} por programa: {alone, select, yes {solo} other {en primer lugar,}} {label} ({figure})',
    pt: '{type} por programa: {alone, select, yes {somente} other {em primeiro lugar,}} {label} ({figure})',
    fr: '{type} par programme : {alone, select, yes {uniquement} other {en tête,}} {label} ({figure})',
  }),
  fundingOverTime: message<{ type: string; label: string; figure: string }>({
    en: '{type} over time: {figure} in {label}',
    es: '{type}, evolución en el tiempo: {figure} en {label}',
    pt: '{type}, evolução no tempo: {figure} em {label}',
    fr: '{type}, évolution dans le temps : {figure} en {label}',
  }),
  fundingNone: message<{ type: string }>({
    en: '{type}: none recorded',
    es: '{type}: sin registros',
    pt: '{type}: sem registros',
    fr: '{type} : rien d’enregistré',
  }),
  fundingStages: message<{ figure: string }>({
    en: 'From pledge to expenditure: {figure} disbursed',
    es: 'De la promesa al gasto: desembolsos por {figure}',
    pt: 'Da promessa à despesa: desembolsos de {figure}',
    fr: 'De l’annonce à la dépense : décaissements de {figure}',
  }),

  // Subtitles: unit, period and cut-off in one line.
  toDate: message<{ unit: string; day: string }>({
    en: '{unit}, to date at {day}',
    es: '{unit}, hasta el {day}',
    pt: '{unit}, até {day}',
    fr: '{unit}, au {day}',
  }),
  inWindow: message<{ unit: string; range: string }>({
    en: '{unit}, periods that ended {range}',
    es: '{unit}, períodos concluidos: {range}',
    pt: '{unit}, períodos encerrados: {range}',
    fr: '{unit}, périodes achevées : {range}',
  }),
  moneyInWindow: message<{ unit: string; range: string }>({
    en: '{unit}, value date {range}',
    es: '{unit}, fecha de valor: {range}',
    pt: '{unit}, data-valor: {range}',
    fr: '{unit}, date de valeur : {range}',
  }),
  chartDescription: message<{ title: string; first: string }>({
    en: '{title}. {first} Its table holds every value.',
    es: '{title}. {first} Su tabla contiene todos los valores.',
    pt: '{title}. {first} A sua tabela contém todos os valores.',
    fr: '{title}. {first} Son tableau contient toutes les valeurs.',
  }),

  // Columns.
  place: message({
    en: 'Place',
    es: 'Lugar',
    pt: 'Lugar',
    fr: 'Lieu',
  }),
  status: message({
    en: 'Status',
    es: 'Estado',
    pt: 'Situação',
    fr: 'État',
  }),
  qualifier: message({
    en: 'Qualifier',
    es: 'Calificador',
    pt: 'Qualificador',
    fr: 'Qualificatif',
  }),
  upperFigure: message({
    en: 'Upper end of a range',
    es: 'Extremo superior del intervalo',
    pt: 'Limite superior do intervalo',
    fr: 'Borne supérieure de la fourchette',
  }),
  denominator: message({ en: 'Denominator', es: 'Denominador', pt: 'Denominador', fr: 'Dénominateur' }),
  qualifierOf: message<{ figure: string }>({
    en: '{figure}: qualifier',
    es: '{figure}: calificador',
    pt: '{figure}: qualificador',
    fr: '{figure} : qualificatif',
  }),
  denominatorOf: message<{ figure: string }>({
    en: '{figure}: denominator',
    es: '{figure}: denominador',
    pt: '{figure}: denominador',
    fr: '{figure} : dénominateur',
  }),
  upperFigureOf: message<{ figure: string }>({
    en: '{figure}: upper end of a range',
    es: '{figure}: extremo superior del intervalo',
    pt: '{figure}: limite superior do intervalo',
    fr: '{figure} : borne supérieure de la fourchette',
  }),
  currency: message({ en: 'Currency', es: 'Moneda', pt: 'Moeda', fr: 'Monnaie' }),
  figure: message({
    en: 'Figure',
    es: 'Cifra',
    pt: 'Número',
    fr: 'Chiffre',
  }),
  type: message({
    en: 'Type',
    es: 'Tipo',
    pt: 'Tipo',
    fr: 'Type',
  }),
  what: message({
    en: 'What it is',
    es: 'Qué es',
    pt: 'O que é',
    fr: 'Objet',
  }),
  converted: message<{ currency: string }>({
    en: 'In {currency}',
    es: 'En {currency}',
    pt: 'Em {currency}',
    fr: 'En {currency}',
  }),

  // Words for what is missing or shared.
  noPillar: message({
    en: 'No pillar recorded',
    es: 'Sin pilar registrado',
    pt: 'Sem pilar registrado',
    fr: 'Aucun pilier renseigné',
  }),

  // Headline figures.
  programsLabel: message<{ count: number }>({
    en: '{count, plural, one {programme} other {programmes}}',
    es: '{count, plural, one {programa} many {programas} other {programas}}',
    pt: '{count, plural, one {programa} many {programas} other {programas}}',
    fr: '{count, plural, one {programme} many {programmes} other {programmes}}',
  }),
  withActivities: message<{ count: number }>({
    en: '{count, number} with their activities',
    es: '{count, number} con sus actividades',
    pt: '{count, number} com suas atividades',
    fr: '{count, number} avec leurs activités',
  }),
  /** Of those counted as programmes: "including 1 activity whose programme is not counted here". */
  activitiesAlone: message<{ count: number }>({
    en: 'including {count, plural, one {# activity whose programme is} other {# activities whose programmes are}} not counted here',
    es: 'incluye {count, plural, one {# actividad cuyo programa no se cuenta} many {# de actividades cuyos programas no se cuentan} other {# actividades cuyos programas no se cuentan}} aquí',
    pt: 'inclui {count, plural, one {# atividade cujo programa não é contado} many {# de atividades cujos programas não são contados} other {# atividades cujos programas não são contados}} aqui',
    fr: 'dont {count, plural, one {# activité dont le programme n’est pas compté} many {# d’activités dont les programmes ne sont pas comptés} other {# activités dont les programmes ne sont pas comptés}} ici',
  }),
  /** Of a report's own period, beside a figure that stands for it (rule 11). */
  endedInPeriod: message<{ kind: string; period: string }>({
    en: 'for periods that ended in {kind, select, quarter {the } fiscal {} other {}}{period}',
    es: 'de períodos que terminaron en {kind, select, quarter {el } fiscal {el } other {}}{period}',
    pt: 'de períodos que terminaram {kind, select, quarter {no} fiscal {no} other {em}} {period}',
    fr: 'pour des périodes achevées {kind, select, quarter {au } fiscal {pendant l’} other {en }}{period}',
  }),
  /** The same where it is all that there is to date. */
  allEndedInPeriod: message<{ kind: string; period: string }>({
    en: 'to date, all for periods that ended in {kind, select, quarter {the } fiscal {} other {}}{period}',
    es: 'hasta la fecha, todo de períodos que terminaron en {kind, select, quarter {el } fiscal {el } other {}}{period}',
    pt: 'até o momento, tudo de períodos que terminaram {kind, select, quarter {no} fiscal {no} other {em}} {period}',
    fr: 'à ce jour, le tout pour des périodes achevées {kind, select, quarter {au } fiscal {pendant l’} other {en }}{period}',
  }),
  /** Of money, which moves on a day. */
  inPeriod: message<{ kind: string; period: string }>({
    en: 'in {kind, select, quarter {the } fiscal {} other {}}{period}',
    es: 'en {kind, select, quarter {el } fiscal {el } other {}}{period}',
    pt: '{kind, select, quarter {no} fiscal {no} other {em}} {period}',
    fr: '{kind, select, quarter {au } fiscal {pendant l’} other {en }}{period}',
  }),
  allInPeriod: message<{ kind: string; period: string }>({
    en: 'to date, all in {kind, select, quarter {the } fiscal {} other {}}{period}',
    es: 'hasta la fecha, todo en {kind, select, quarter {el } fiscal {el } other {}}{period}',
    pt: 'até o momento, tudo {kind, select, quarter {no} fiscal {no} other {em}} {period}',
    fr: 'à ce jour, le tout {kind, select, quarter {au } fiscal {pendant l’} other {en }}{period}',
  }),
  /** In place of an amount of a period in which none moved. */
  nothingInPeriod: message({
    en: 'nothing in the period',
    es: 'nada en el período',
    pt: 'nada no período',
    fr: 'rien sur la période',
  }),
  figureToDate: message<{ figure: string }>({
    en: 'to date: {figure}',
    es: 'hasta la fecha: {figure}',
    pt: 'até o momento: {figure}',
    fr: 'à ce jour : {figure}',
  }),
  committed: message({
    en: 'committed',
    es: 'en compromisos',
    pt: 'em compromissos',
    fr: 'en engagements',
  }),
  spent: message({
    en: 'spent',
    es: 'en gastos',
    pt: 'em despesas',
    fr: 'en dépenses',
  }),
  disbursed: message({
    en: 'disbursed',
    es: 'en desembolsos',
    pt: 'em desembolsos',
    fr: 'en décaissements',
  }),
  /** Beneath an amount in the currency that a donor paid in. */
  disbursedIn: message<{ currency: string }>({
    en: 'disbursed in {currency}',
    es: 'desembolsos en {currency}',
    pt: 'desembolsos em {currency}',
    fr: 'décaissements en {currency}',
  }),

  // Cautions.
  notInTotals: message<{ count: number; amounts: string }>({
    en: '{count, plural, one {# transaction is} other {# transactions are}} left out of these totals, because no exchange rate on or before the value date is known: {amounts}.',
    es: '{count, plural, one {# transacción queda} many {# de transacciones quedan} other {# transacciones quedan}} fuera de estos totales, porque no se conoce un tipo de cambio en la fecha de valor ni antes: {amounts}.',
    pt: '{count, plural, one {# transação fica} many {# de transações ficam} other {# transações ficam}} fora destes totais, porque não se conhece taxa de câmbio na data-valor nem antes dela: {amounts}.',
    fr: '{count, plural, one {# transaction est exclue} many {# de transactions sont exclues} other {# transactions sont exclues}} de ces totaux, faute de taux de change connu à la date de valeur ou avant : {amounts}.',
  }),
  regionalMoney: message({
    en: 'A region is a place of its own: its money is not spread over countries.',
    es: 'Una región es un lugar en sí mismo: sus fondos no se reparten entre países.',
    pt: 'Uma região é um lugar em si: seus recursos não são repartidos entre países.',
    fr: 'Une région est un lieu à part entière : ses fonds ne sont pas répartis entre les pays.',
  }),
  balancesTitle: message<{ figure: string }>({
    en: 'Money by programme: {figure} of what was disbursed is not yet spent',
    es: 'Fondos por programa: {figure} de lo desembolsado aún no se ha gastado',
    pt: 'Recursos por programa: {figure} do desembolsado ainda não foi gasto',
    fr: 'Fonds par programme : {figure} des décaissements ne sont pas encore dépensés',
  }),
  balancesNone: message({
    en: 'Money by programme: what is left cannot be said',
    es: 'Fondos por programa: no se puede decir cuánto queda',
    pt: 'Recursos por programa: não se pode dizer quanto resta',
    fr: 'Fonds par programme : le solde ne peut être donné',
  }),
  balance: message({
    en: 'Left of disbursed',
    es: 'Saldo de lo desembolsado',
    pt: 'Saldo do desembolsado',
    fr: 'Solde des décaissements',
  }),
  balancesNote: message({
    en: 'Left: what was disbursed, less what was spent, to date. Where one of the two is not recorded it cannot be said, and is not in the total; where more was spent than came in, it is below zero.',
    es: 'Saldo: lo desembolsado menos lo gastado, hasta la fecha. Si falta uno de los dos, no se puede decir y no está en el total; si se gastó más de lo recibido, es menor que cero.',
    pt: 'Saldo: o desembolsado menos o gasto, até a data. Se um dos dois falta, não se pode dizer e não está no total; se foi gasto mais do que entrou, é menor que zero.',
    fr: 'Solde : les décaissements moins les dépenses, à ce jour. Si l’un des deux manque, il ne peut être donné et n’est pas dans le total ; s’il a été dépensé plus que reçu, il est inférieur à zéro.',
  }),
  belowZero: message<{ why: string }>({
    en: 'Below zero: {why}.',
    es: 'Menos que cero: {why}.',
    pt: 'Abaixo de zero: {why}.',
    fr: 'Au-dessous de zéro : {why}.',
  }),
  /** Why the total of what is left is not the one total less the other. */
  balancesUnknown: message<{ all: string; figure: string }>({
    en: 'Disbursements less expenditure come to {all} in all; {figure} of that is of programmes of which one of the two is not recorded.',
    es: 'Los desembolsos menos los gastos suman {all} en total; de ello, {figure} corresponde a programas en los que falta uno de los dos.',
    pt: 'Os desembolsos menos os gastos somam {all} no total; disso, {figure} é de programas em que falta um dos dois.',
    fr: 'Les décaissements moins les dépenses font {all} en tout ; {figure} en revient à des programmes pour lesquels l’un des deux manque.',
  }),
  /** What stands beside the names of indicators. */
  shapes: message<{ span: string }>({
    en: 'Columns beside a name: its years, {span}, each row by its own greatest; a gap is a year without a figure.',
    es: 'Columnas junto al nombre: sus años, {span}, cada fila según su propio máximo; un hueco es un año sin cifra.',
    pt: 'Colunas ao lado do nome: seus anos, {span}, cada linha segundo o seu próprio máximo; um vazio é um ano sem número.',
    fr: 'Colonnes à côté du nom : ses années, {span}, chaque ligne selon son propre maximum ; un vide est une année sans chiffre.',
  }),
};

const reduction = message({
  en: 'reduction or correction',
  es: 'reducción o corrección',
  pt: 'redução ou correção',
  fr: 'réduction ou correction',
});
const refund = message({
  en: 'refund or correction',
  es: 'devolución o corrección',
  pt: 'devolução ou correção',
  fr: 'remboursement ou correction',
});

/** What an amount below zero is: corrections are signed rows, and what was paid back is one (rule 7). */
export const negativeAmounts: Readonly<Record<TransactionType, Message>> = {
  pledge: reduction,
  commitment: reduction,
  disbursement: refund,
  expenditure: refund,
};

const reductionsExceed = message({
  en: 'reductions and corrections exceed new amounts',
  es: 'las reducciones y correcciones superan los montos nuevos',
  pt: 'reduções e correções superam os novos montantes',
  fr: 'réductions et corrections dépassent les nouveaux montants',
});
const refundsExceed = message({
  en: 'refunds and corrections exceed payments',
  es: 'las devoluciones y correcciones superan los pagos',
  pt: 'devoluções e correções superam os pagamentos',
  fr: 'remboursements et corrections dépassent les versements',
});

/** Why what was added up is below zero. */
export const negativeSums: Readonly<Record<TransactionType, Message>> = {
  pledge: reductionsExceed,
  commitment: reductionsExceed,
  disbursement: refundsExceed,
  expenditure: refundsExceed,
};

/** How many transactions of a type a table lists: types are never added together (rule 7). */
export const transactionTitles = {
  pledge: message<{ count: number }>({
    en: '{count, plural, =0 {No pledges} one {# pledge} other {# pledges}}',
    es: '{count, plural, =0 {Ninguna promesa} one {# promesa} many {# de promesas} other {# promesas}}',
    pt: '{count, plural, =0 {Nenhuma promessa} one {# promessa} many {# de promessas} other {# promessas}}',
    fr: '{count, plural, =0 {Aucune annonce de contribution} one {# annonce de contribution} many {# d’annonces de contribution} other {# annonces de contribution}}',
  }),
  commitment: message<{ count: number }>({
    en: '{count, plural, =0 {No commitments} one {# commitment} other {# commitments}}',
    es: '{count, plural, =0 {Ningún compromiso} one {# compromiso} many {# de compromisos} other {# compromisos}}',
    pt: '{count, plural, =0 {Nenhum compromisso} one {# compromisso} many {# de compromissos} other {# compromissos}}',
    fr: '{count, plural, =0 {Aucun engagement} one {# engagement} many {# d’engagements} other {# engagements}}',
  }),
  disbursement: message<{ count: number }>({
    en: '{count, plural, =0 {No disbursements} one {# disbursement} other {# disbursements}}',
    es: '{count, plural, =0 {Ningún desembolso} one {# desembolso} many {# de desembolsos} other {# desembolsos}}',
    pt: '{count, plural, =0 {Nenhum desembolso} one {# desembolso} many {# de desembolsos} other {# desembolsos}}',
    fr: '{count, plural, =0 {Aucun décaissement} one {# décaissement} many {# de décaissements} other {# décaissements}}',
  }),
  expenditure: message<{ count: number }>({
    en: '{count, plural, =0 {No expenditures} one {# expenditure} other {# expenditures}}',
    es: '{count, plural, =0 {Ningún gasto} one {# gasto} many {# de gastos} other {# gastos}}',
    pt: '{count, plural, =0 {Nenhuma despesa} one {# despesa} many {# de despesas} other {# despesas}}',
    fr: '{count, plural, =0 {Aucune dépense} one {# dépense} many {# de dépenses} other {# dépenses}}',
  }),
} as const;

/** How sure a figure is (rule 4), in a column of its own. */

export const qualifierWords = {
  exact: message({ en: 'exact', es: 'exacto', pt: 'exato', fr: 'exact' }),
  about: message({ en: 'about', es: 'aproximado', pt: 'aproximado', fr: 'environ' }),
  'at least': message({ en: 'at least', es: 'al menos', pt: 'pelo menos', fr: 'au moins' }),
  'at most': message({ en: 'at most', es: 'como máximo', pt: 'no máximo', fr: 'au plus' }),
  range: message({ en: 'range', es: 'intervalo', pt: 'intervalo', fr: 'fourchette' }),
} as const;
