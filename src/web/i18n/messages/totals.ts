import { message } from '../message.ts';
import { figureMessages } from './figures.ts';

/** Labels of rows and columns of totals, and the notes beneath them (`TotalsNote`). */
export const totalsMessages = {
  /** Under an amount in the reporting currency. */
  asPaid: message<{ amounts: string }>({
    en: 'as paid: {amounts}',
    es: 'en la moneda pagada: {amounts}',
    pt: 'na moeda paga: {amounts}',
    fr: 'dans la monnaie versée : {amounts}',
  }),
  notRecorded: message({
    en: 'Not recorded',
    es: 'Sin registrar',
    pt: 'Não registrado',
    fr: 'Non renseigné',
  }),
  noDonorRecorded: message({
    en: 'No donor recorded',
    es: 'Sin donante registrado',
    pt: 'Sem doador registrado',
    fr: 'Aucun donateur renseigné',
  }),
  noPlaceRecorded: message({
    en: 'No place recorded',
    es: 'Sin lugar registrado',
    pt: 'Sem lugar registrado',
    fr: 'Aucun lieu renseigné',
  }),
  notSplit: message({ en: 'Not split', es: 'Sin repartir', pt: 'Não repartido', fr: 'Non réparti' }),
  sharedNotSplit: message({
    en: 'Shared, not split',
    es: 'Compartido, sin repartir',
    pt: 'Compartilhado, não repartido',
    fr: 'Commun, non réparti',
  }),
  undated: message({ en: 'Undated', es: 'Sin fecha', pt: 'Sem data', fr: 'Sans date' }),
  unknown: message({ en: 'Unknown', es: 'Se desconoce', pt: 'Desconhecido', fr: 'Inconnu' }),
  /** Beside a total of a time that is shorter than what it counts (rule 11). */
  allBegunEarlier: message<{ count: number; day: string }>({
    en: '{count, plural, one {its period} other {all periods}} began before {day}',
    es: '{count, plural, one {su período comenzó} many {todos los períodos comenzaron} other {todos los períodos comenzaron}} antes del {day}',
    pt: '{count, plural, one {seu período começou} many {todos os períodos começaram} other {todos os períodos começaram}} antes de {day}',
    fr: '{count, plural, one {période commencée} many {toutes les périodes ont commencé} other {toutes les périodes ont commencé}} avant le {day}',
  }),
  someBegunEarlier: message<{ day: string }>({
    en: 'some periods began before {day}',
    es: 'algunos períodos comenzaron antes del {day}',
    pt: 'alguns períodos começaram antes de {day}',
    fr: 'certaines périodes ont commencé avant le {day}',
  }),
  notReported: figureMessages.notReported,
  notAdditive: figureMessages.notAdditive,
  notConverted: message({
    en: 'Not converted',
    es: 'Sin convertir',
    pt: 'Não convertido',
    fr: 'Non converti',
  }),
  toDate: message({ en: 'To date', es: 'Hasta la fecha', pt: 'Até o momento', fr: 'À ce jour' }),
  grandTotal: message({ en: 'Grand total', es: 'Total general', pt: 'Total geral', fr: 'Total général' }),

  target: message({ en: 'Target', es: 'Meta', pt: 'Meta', fr: 'Cible' }),
  actual: message({ en: 'Actual', es: 'Alcanzado', pt: 'Realizado', fr: 'Réalisé' }),
  /** Beside exact and approximate, which make the whole: a part of both. */
  ofWhichUndated: message({
    en: 'Of which undated',
    es: 'De ello, sin fecha',
    pt: 'Do total, sem data',
    fr: 'Dont sans date',
  }),
  exact: message({ en: 'Exact', es: 'Exacto', pt: 'Exato', fr: 'Exact' }),
  approximate: message({ en: 'Approximate', es: 'Aproximado', pt: 'Aproximado', fr: 'Approximatif' }),
  contributedTo: message({
    en: 'Contributed to',
    es: 'Contribuyó a',
    pt: 'Contribuiu para',
    fr: 'A contribué à',
  }),

  value: message({ en: 'Value', es: 'Valor', pt: 'Valor', fr: 'Valeur' }),
  unit: message({
    en: 'Unit of measurement',
    es: 'Unidad de medida',
    pt: 'Unidade de medida',
    fr: 'Unité de mesure',
  }),
  program: message({ en: 'Programme', es: 'Programa', pt: 'Programa', fr: 'Programme' }),
  pillar: message({ en: 'Pillar', es: 'Pilar', pt: 'Pilar', fr: 'Pilier' }),
  country: message({
    en: 'Country or region',
    es: 'País o región',
    pt: 'País ou região',
    fr: 'Pays ou région',
  }),
  donor: message({ en: 'Donor', es: 'Donante', pt: 'Doador', fr: 'Donateur' }),
  indicator: message({ en: 'Indicator', es: 'Indicador', pt: 'Indicador', fr: 'Indicateur' }),
  period: message({ en: 'Period', es: 'Período', pt: 'Período', fr: 'Période' }),
  year: message({ en: 'Year', es: 'Año', pt: 'Ano', fr: 'Année' }),
  quarter: message({ en: 'Quarter', es: 'Trimestre', pt: 'Trimestre', fr: 'Trimestre' }),
  month: message({ en: 'Month', es: 'Mes', pt: 'Mês', fr: 'Mois' }),
  share: message({ en: 'Share', es: 'Porcentaje asignado', pt: 'Percentual atribuído', fr: 'Quote-part' }),
  evidence: message({
    en: 'Evidence',
    es: 'Medio de verificación',
    pt: 'Meio de verificação',
    fr: 'Justificatif',
  }),
  source: message({ en: 'Source', es: 'Fuente', pt: 'Fonte', fr: 'Source' }),
  amount: message({ en: 'Amount', es: 'Monto', pt: 'Montante', fr: 'Montant' }),
  valueDate: message({ en: 'Value date', es: 'Fecha de valor', pt: 'Data-valor', fr: 'Date de valeur' }),
  exchangeRate: message({
    en: 'Exchange rate',
    es: 'Tipo de cambio',
    pt: 'Taxa de câmbio',
    fr: 'Taux de change',
  }),

  pledge: message({ en: 'Pledges', es: 'Promesas', pt: 'Promessas', fr: 'Annonces de contribution' }),
  commitment: message({ en: 'Commitments', es: 'Compromisos', pt: 'Compromissos', fr: 'Engagements' }),
  disbursement: message({ en: 'Disbursements', es: 'Desembolsos', pt: 'Desembolsos', fr: 'Décaissements' }),
  expenditure: message({ en: 'Expenditure', es: 'Gastos', pt: 'Despesas', fr: 'Dépenses' }),

  planned: message({ en: 'Planned', es: 'Previsto', pt: 'Previsto', fr: 'Prévu' }),
  ongoing: message({ en: 'Ongoing', es: 'En curso', pt: 'Em andamento', fr: 'En cours' }),
  closed: message({ en: 'Closed', es: 'Concluido', pt: 'Concluído', fr: 'Achevé' }),
  /** Of a programme whose end has passed and that is not called closed. */
  pastStatedEnd: message<{ status: string; precision: string; date: string }>({
    en: '{status}, though its stated end was {date}',
    es: '{status}, aunque su fin estaba indicado para {precision, select, day {el {date}} other {{date}}}',
    pt: '{status}, embora seu término estivesse indicado para {date}',
    fr: '{status}, alors que sa fin était indiquée pour {precision, select, day {le {date}} other {{date}}}',
  }),
  pastEnd: message<{ status: string }>({
    en: '{status}, past its stated end',
    es: '{status}, pasado el fin indicado',
    pt: '{status}, passado o término indicado',
    fr: '{status}, la fin indiquée étant passée',
  }),
  funding: message({ en: 'Funding', es: 'Financiadora', pt: 'Financiadora', fr: 'Financement' }),
  implementing: message({ en: 'Implementing', es: 'Ejecutora', pt: 'Executora', fr: 'Exécution' }),
  partner: message({ en: 'Partner', es: 'Asociada', pt: 'Parceira', fr: 'Partenaire' }),
  /** Those of one role: "Partner: United Nations 1540 Committee and UNODA". */
  inRole: message<{ role: string; names: string }>({
    en: '{role}: {names}',
    es: '{role}: {names}',
    pt: '{role}: {names}',
    fr: '{role} : {names}',
  }),
} as const;

/** What a reader must know of a total before using it; keys are the codes of `TotalsNote`. */
export const totalsNotes = {
  'contributed-to': message({
    en: 'By donor, figures say what a donor contributed to. Several donors may stand behind one result: the rows must not be summed.',
    es: 'Por donante, las cifras indican a qué contribuyó cada uno. Un mismo resultado puede tener varios donantes: las filas no deben sumarse.',
    pt: 'Por doador, os números indicam para que cada um contribuiu. Um mesmo resultado pode ter vários doadores: as linhas não devem ser somadas.',
    fr: 'Par donateur, les chiffres indiquent à quoi chacun a contribué. Plusieurs donateurs peuvent soutenir un même résultat : les lignes ne doivent pas être additionnées.',
  }),
  ratio: message({
    en: 'A ratio is kept as two numbers; percentages are never summed or averaged.',
    es: 'Una razón se conserva como dos números; los porcentajes nunca se suman ni se promedian.',
    pt: 'Uma razão é mantida como dois números; percentuais nunca são somados nem convertidos em média.',
    fr: 'Un rapport est conservé sous forme de deux nombres ; on n’additionne jamais des pourcentages et on n’en fait pas la moyenne.',
  }),
  'not-additive': message({
    en: 'By this indicator’s rule, these figures must not be summed.',
    es: 'Según la regla de este indicador, estas cifras no deben sumarse.',
    pt: 'Pela regra deste indicador, estes números não devem ser somados.',
    fr: 'Selon la règle de cet indicateur, ces chiffres ne doivent pas être additionnés.',
  }),
  'same-person-twice': message({
    en: 'The same person may be counted twice, in two activities.',
    es: 'La misma persona puede contarse dos veces, en dos actividades.',
    pt: 'A mesma pessoa pode ser contada duas vezes, em duas atividades.',
    fr: 'Une même personne peut être comptée deux fois, dans deux activités.',
  }),
  'outside-window': message({
    en: 'Some figures end after this period and are not in the total.',
    es: 'Algunas cifras terminan después de este período y no figuran en el total.',
    pt: 'Alguns números terminam depois deste período e não constam do total.',
    fr: 'Certains chiffres se terminent après cette période et ne figurent pas dans le total.',
  }),
  'undated-excluded': message({
    en: 'Undated figures count to date only, and are not in the total of a period.',
    es: 'Las cifras sin fecha cuentan solo hasta la fecha y no figuran en el total de un período.',
    pt: 'Os números sem data contam apenas no total até o momento e não constam do total de um período.',
    fr: 'Les chiffres sans date ne comptent que dans le total à ce jour, et non dans le total d’une période.',
  }),
} as const;
