import type { NotSummed } from '../../../core/proof/agreement.ts';
import { type Message, message } from '../message.ts';

/** Whether each total is the same from every side (rule 10). */
export const agreementMessages = {
  title: message({
    en: 'The same total from every side',
    es: 'El mismo total desde todos los ángulos',
    pt: 'O mesmo total de todos os lados',
    fr: 'Le même total sous tous les angles',
  }),
  lede: message({
    en: 'Each total, counted by itself, beside the sum of its rows by pillar, country, programme, year and donor, with the rows of what is not split, not recorded and undated. A tick says that they are equal, to the last unit.',
    es: 'Cada total, contado por sí mismo, junto a la suma de sus filas por pilar, país, programa, año y donante, con las filas de lo no repartido, lo no registrado y lo sin fecha. Una marca indica que son iguales, hasta la última unidad.',
    pt: 'Cada total, contado por si só, ao lado da soma de suas linhas por pilar, país, programa, ano e doador, com as linhas do que não foi repartido, do não registrado e do sem data. Uma marca diz que são iguais, até a última unidade.',
    fr: 'Chaque total, compté pour lui-même, à côté de la somme de ses lignes par pilier, pays, programme, année et donateur, y compris ce qui n’est ni réparti, ni enregistré, ni daté. Une coche dit qu’ils sont égaux, à l’unité près.',
  }),
  allAgree: message<{ count: number }>({
    en: '{count, plural, =0 {Nothing is reported here.} one {The one total agrees from every side.} other {All # totals agree from every side.}}',
    es: '{count, plural, =0 {Aquí no hay nada notificado.} one {El único total coincide desde todos los ángulos.} many {Los # de totales coinciden desde todos los ángulos.} other {Los # totales coinciden desde todos los ángulos.}}',
    pt: '{count, plural, =0 {Nada foi informado aqui.} one {O único total coincide de todos os lados.} many {Os # de totais coincidem de todos os lados.} other {Os # totais coincidem de todos os lados.}}',
    fr: '{count, plural, =0 {Rien n’est communiqué ici.} one {Le seul total concorde sous tous les angles.} many {Les # de totaux concordent sous tous les angles.} other {Les # totaux concordent sous tous les angles.}}',
  }),
  someDiffer: message<{ count: number; all: number }>({
    en: '{count, plural, one {# total does} other {# totals do}} not agree, of {all, number}. Whoever runs this service finds it in the log; no report is issued of such figures.',
    es: '{count, plural, one {# total no coincide} many {# de totales no coinciden} other {# totales no coinciden}}, de {all, number}. Quien opera este servicio lo encuentra en el registro; no se emite ningún informe con tales cifras.',
    pt: '{count, plural, one {# total não coincide} many {# de totais não coincidem} other {# totais não coincidem}}, de {all, number}. Quem opera este serviço o encontra no registro; nenhum relatório é emitido com tais números.',
    fr: '{count, plural, one {# total ne concorde pas} many {# de totaux ne concordent pas} other {# totaux ne concordent pas}}, sur {all, number}. Qui exploite ce service le trouve dans le journal ; aucun rapport n’est émis avec de tels chiffres.',
  }),
  total: message({ en: 'Total', es: 'Total', pt: 'Total', fr: 'Total' }),
  counted: message({
    en: 'Counted by itself',
    es: 'Contado por sí mismo',
    pt: 'Contado por si só',
    fr: 'Compté pour lui-même',
  }),
  twice: message({
    en: 'Counted in another way',
    es: 'Contado de otra manera',
    pt: 'Contado de outra maneira',
    fr: 'Compté autrement',
  }),
  agrees: message<{ sum: string }>({
    en: '✓\u00a0{sum}',
    es: '✓\u00a0{sum}',
    pt: '✓\u00a0{sum}',
    fr: '✓\u00a0{sum}',
  }),
  differs: message<{ sum: string; difference: string }>({
    en: '✗ differs: {sum} ({difference})',
    es: '✗ difiere: {sum} ({difference})',
    pt: '✗ difere: {sum} ({difference})',
    fr: '✗ diffère : {sum} ({difference})',
  }),
  twiceNote: message({
    en: '“Counted in another way”: figures of small portfolios are counted from their rows in memory, by the functions that are the rules; beside them stand the totals that the database keeps.',
    es: '«Contado de otra manera»: las cifras de carteras pequeñas se cuentan a partir de sus filas en memoria, con las funciones que son las reglas; al lado están los totales que guarda la base de datos.',
    pt: '“Contado de outra maneira”: os números de carteiras pequenas são contados a partir de suas linhas em memória, pelas funções que são as regras; ao lado estão os totais que o banco de dados guarda.',
    fr: '« Compté autrement » : les chiffres des petits portefeuilles sont comptés à partir de leurs lignes en mémoire, par les fonctions qui sont les règles ; à côté se trouvent les totaux que la base de données conserve.',
  }),
  unaskedNote: message({
    en: 'These figures were counted in one way alone: of a large portfolio, or of a moment of the past, the other would take too long.',
    es: 'Estas cifras se contaron de una sola manera: para una cartera grande o un momento pasado, la otra tardaría demasiado.',
    pt: 'Estes números foram contados de uma só maneira: para uma carteira grande ou um momento passado, a outra demoraria demais.',
    fr: 'Ces chiffres n’ont été comptés que d’une manière : pour un grand portefeuille ou un moment passé, l’autre prendrait trop de temps.',
  }),
} as const;

/** Why the rows of a view must not be summed: in a cell, and beneath the table. */
export const notSummedWords: Readonly<Record<NotSummed, { readonly cell: Message; readonly note: Message }>> =
  {
    'contributed-to': {
      cell: message({ en: 'contributed to', es: 'contribuyó a', pt: 'contribuiu para', fr: 'a contribué à' }),
      note: message({
        en: '“Contributed to”: a result of several donors is shown for each of them, and so never summed over donors (rule 9).',
        es: '«Contribuyó a»: un resultado de varios donantes se muestra en cada uno, y por eso nunca se suma por donantes (regla 9).',
        pt: '“Contribuiu para”: um resultado de vários doadores aparece em cada um, e por isso nunca se soma por doadores (regra 9).',
        fr: '« A contribué à » : un résultat de plusieurs donateurs figure sous chacun d’eux et n’est donc jamais additionné par donateur (règle 9).',
      }),
    },
    latest: {
      cell: message({ en: 'last value', es: 'último valor', pt: 'último valor', fr: 'dernière valeur' }),
      note: message({
        en: '“Last value”: each year shows what its series said last, and years are not summed (rule 3).',
        es: '«Último valor»: cada año muestra lo último que dijo su serie, y los años no se suman (regla 3).',
        pt: '“Último valor”: cada ano mostra o que sua série disse por último, e os anos não se somam (regra 3).',
        fr: '« Dernière valeur » : chaque année montre ce que sa série a dit en dernier, et les années ne s’additionnent pas (règle 3).',
      }),
    },
    'not-additive': {
      cell: message({ en: 'not summed', es: 'no se suma', pt: 'não se soma', fr: 'non additionné' }),
      note: message({
        en: '“Not summed”: the rule of the indicator forbids a sum over places or time (rule 3).',
        es: '«No se suma»: la regla del indicador prohíbe sumar lugares o períodos (regla 3).',
        pt: '“Não se soma”: a regra do indicador proíbe somar lugares ou períodos (regra 3).',
        fr: '« Non additionné » : la règle de l’indicateur interdit la somme sur les lieux ou le temps (règle 3).',
      }),
    },
  };
