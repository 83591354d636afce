import type { LeftOutReason } from '../../../core/proof/left-out.ts';
import { type Message, message } from '../message.ts';

/** How a total comes about: its rows, what they add, what is left out and why. */
export const totalProofMessages = {
  title: message({
    en: 'How this total comes about',
    es: 'Cómo se forma este total',
    pt: 'Como se forma este total',
    fr: 'Comment ce total se forme',
  }),
  all: message<{ count: number; total: string }>({
    en: '{count, plural, one {# row counts} other {# rows count}}. Added up, they make {total}, which is the total above, to the last unit.',
    es: '{count, plural, one {Cuenta # fila} many {Cuentan # de filas} other {Cuentan # filas}}. Sumadas, dan {total}: el total de arriba, hasta la última unidad.',
    pt: '{count, plural, one {Conta # linha} many {Contam # de linhas} other {Contam # linhas}}. Somadas, dão {total}: o total acima, até a última unidade.',
    fr: '{count, plural, one {# ligne compte} many {# de lignes comptent} other {# lignes comptent}}. Additionnées, elles font {total} : le total ci-dessus, à l’unité près.',
  }),
  apart: message<{ count: number }>({
    en: '{count, plural, one {# row counts} other {# rows count}}. The rule of this indicator forbids a sum: they stand side by side.',
    es: '{count, plural, one {Cuenta # fila} many {Cuentan # de filas} other {Cuentan # filas}}. La regla de este indicador prohíbe sumarlas: se muestran una junto a otra.',
    pt: '{count, plural, one {Conta # linha} many {Contam # de linhas} other {Contam # linhas}}. A regra deste indicador proíbe a soma: ficam lado a lado.',
    fr: '{count, plural, one {# ligne compte} many {# de lignes comptent} other {# lignes comptent}}. La règle de cet indicateur interdit la somme : elles restent côte à côte.',
  }),
  onThisPage: message<{ carried: string; page: string; upTo: string }>({
    en: 'On this page: {carried} from the rows before, {page} from these, {upTo} together.',
    es: 'En esta página: {carried} de las filas anteriores, {page} de estas, {upTo} en conjunto.',
    pt: 'Nesta página: {carried} das linhas anteriores, {page} destas, {upTo} em conjunto.',
    fr: 'Sur cette page : {carried} des lignes précédentes, {page} de celles-ci, {upTo} ensemble.',
  }),
  thisPageAlone: message<{ page: string }>({
    en: 'The rows on this page make {page}. So far down the list, the sum of all rows before is in the file alone.',
    es: 'Las filas de esta página suman {page}. Tan abajo en la lista, la suma de todas las anteriores está solo en el archivo.',
    pt: 'As linhas desta página somam {page}. Tão abaixo na lista, a soma de todas as anteriores está apenas no arquivo.',
    fr: 'Les lignes de cette page font {page}. Si loin dans la liste, la somme de toutes les précédentes n’est que dans le fichier.',
  }),
  ratioPairs: message({
    en: 'It is a ratio: what is counted and what it is a part of add up each by itself, never as percentages.',
    es: 'Es una razón: lo contado y aquello de lo que forma parte se suman por separado, nunca como porcentajes.',
    pt: 'É uma razão: o que se conta e aquilo de que faz parte somam-se em separado, nunca como porcentagens.',
    fr: 'C’est un rapport : ce qui est compté et ce dont il fait partie s’additionnent séparément, jamais en pourcentages.',
  }),
  ranges: message({
    en: 'A range counts with its lower end.',
    es: 'Un rango cuenta por su extremo inferior.',
    pt: 'Um intervalo conta pelo seu limite inferior.',
    fr: 'Un intervalle compte par sa borne inférieure.',
  }),
  moneyRule: message<{ currency: string }>({
    en: 'Each amount is brought to {currency} at the latest rate on or before its date, half away from zero to the smallest unit, and then spread by the shares of its programme so that the parts sum to it exactly: what is left over goes to the largest remainders.',
    es: 'Cada monto se convierte a {currency} con el último tipo de cambio de su fecha o anterior, redondeando la mitad hacia fuera de cero a la unidad mínima, y después se reparte según las proporciones de su programa de modo que las partes sumen exactamente: lo que sobra va a los restos mayores.',
    pt: 'Cada montante é convertido para {currency} pela última taxa na sua data ou antes dela, arredondando a metade para longe de zero até a menor unidade, e depois repartido pelas parcelas de seu programa de modo que as partes somem exatamente: o que sobra vai para os maiores restos.',
    fr: 'Chaque montant est converti en {currency} au dernier taux à sa date ou avant elle, la moitié arrondie en s’éloignant de zéro à la plus petite unité, puis réparti selon les parts de son programme de sorte que les parties fassent exactement le tout : ce qui reste va aux plus forts restes.',
  }),
  roundingOnPage: message<{ difference: string }>({
    en: 'Rounding on this page: {difference} between the parts as they are counted and as they would be with all decimals.',
    es: 'Redondeo en esta página: {difference} entre las partes tal como cuentan y como serían con todos los decimales.',
    pt: 'Arredondamento nesta página: {difference} entre as partes como contam e como seriam com todas as decimais.',
    fr: 'Arrondi sur cette page : {difference} entre les parts telles qu’elles comptent et telles qu’elles seraient avec toutes leurs décimales.',
  }),
  methods: message({
    en: 'All rules of counting',
    es: 'Todas las reglas de conteo',
    pt: 'Todas as regras de contagem',
    fr: 'Toutes les règles de comptage',
  }),
  changes: message({
    en: 'How it has moved since another day',
    es: 'Cómo ha variado desde otro día',
    pt: 'Como mudou desde outro dia',
    fr: 'Comment il a varié depuis un autre jour',
  }),
  agreement: message({
    en: 'The same total from every side',
    es: 'El mismo total desde todos los ángulos',
    pt: 'O mesmo total de todos os lados',
    fr: 'Le même total sous tous les angles',
  }),

  leftOutTitle: message({
    en: 'What is left out, and why',
    es: 'Qué queda fuera y por qué',
    pt: 'O que fica de fora e por quê',
    fr: 'Ce qui est laissé de côté, et pourquoi',
  }),
  nothingLeftOut: message({
    en: 'Nothing that could count here is left out.',
    es: 'Nada de lo que podría contar aquí queda fuera.',
    pt: 'Nada do que poderia contar aqui fica de fora.',
    fr: 'Rien de ce qui pourrait compter ici n’est laissé de côté.',
  }),
  moreOfThem: message<{ count: number }>({
    en: '{count, plural, one {and # more} other {and # more}}',
    es: '{count, plural, one {y # más} many {y # de más} other {y # más}}',
    pt: '{count, plural, one {e mais #} many {e mais #} other {e mais #}}',
    fr: '{count, plural, one {et # autre} many {et # d’autres} other {et # autres}}',
  }),
  elsewhere: message<{ count: number; place: string }>({
    en: '{count, plural, one {# row counts} other {# rows count}} under “{place}”, and in no single one',
    es: '{count, plural, one {# fila cuenta} many {# de filas cuentan} other {# filas cuentan}} bajo «{place}» y en ninguno por separado',
    pt: '{count, plural, one {# linha conta} many {# de linhas contam} other {# linhas contam}} em “{place}” e em nenhum isoladamente',
    fr: '{count, plural, one {# ligne compte} many {# de lignes comptent} other {# lignes comptent}} sous « {place} », et sous aucun autre nom',
  }),
  withdrawn: message<{ count: number }>({
    en: '{count, plural, one {# figure was} other {# figures were}} withdrawn',
    es: '{count, plural, one {# cifra fue retirada} many {# de cifras fueron retiradas} other {# cifras fueron retiradas}}',
    pt: '{count, plural, one {# número foi retirado} many {# de números foram retirados} other {# números foram retirados}}',
    fr: '{count, plural, one {# chiffre a été retiré} many {# de chiffres ont été retirés} other {# chiffres ont été retirés}}',
  }),
  waiting: message<{ count: number }>({
    en: '{count, plural, one {# figure is} other {# figures are}} not approved',
    es: '{count, plural, one {# cifra no está aprobada} many {# de cifras no están aprobadas} other {# cifras no están aprobadas}}',
    pt: '{count, plural, one {# número não está aprovado} many {# de números não estão aprovados} other {# números não estão aprovados}}',
    fr: '{count, plural, one {# chiffre n’est pas approuvé} many {# de chiffres ne sont pas approuvés} other {# chiffres ne sont pas approuvés}}',
  }),
  noRate: message<{ count: number; amount: string }>({
    en: '{count, plural, one {# transaction} other {# transactions}} ({amount}) without an exchange rate',
    es: '{count, plural, one {# transacción} many {# de transacciones} other {# transacciones}} ({amount}) sin tipo de cambio',
    pt: '{count, plural, one {# transação} many {# de transações} other {# transações}} ({amount}) sem taxa de câmbio',
    fr: '{count, plural, one {# transaction} many {# de transactions} other {# transactions}} ({amount}) sans taux de change',
  }),
  outsideMoney: message<{ count: number }>({
    en: '{count, plural, one {# transaction} other {# transactions}} of other days',
    es: '{count, plural, one {# transacción} many {# de transacciones} other {# transacciones}} de otros días',
    pt: '{count, plural, one {# transação} many {# de transações} other {# transações}} de outros dias',
    fr: '{count, plural, one {# transaction} many {# de transactions} other {# transactions}} d’autres jours',
  }),

  // Columns.
  counts: message({ en: 'Adds', es: 'Aporta', pt: 'Soma', fr: 'Apporte' }),
  sumSoFar: message({ en: 'Sum so far', es: 'Suma parcial', pt: 'Soma parcial', fr: 'Somme partielle' }),
  approved: message({ en: 'Approved', es: 'Aprobación', pt: 'Aprovação', fr: 'Approbation' }),
  enteredBy: message({ en: 'Entered by', es: 'Registrado por', pt: 'Registrado por', fr: 'Saisi par' }),
  approvedBy: message({ en: 'Approved by', es: 'Aprobado por', pt: 'Aprovado por', fr: 'Approuvé par' }),
  saidBefore: message({ en: 'Said before', es: 'Decía antes', pt: 'Dizia antes', fr: 'Disait avant' }),
  byHands: message<{ author: string; approver: string }>({
    en: 'entered by {author}, approved by {approver}',
    es: 'registrado por {author}, aprobado por {approver}',
    pt: 'registrado por {author}, aprovado por {approver}',
    fr: 'saisi par {author}, approuvé par {approver}',
  }),
  whole: message<{ currency: string }>({
    en: 'All of it in {currency}',
    es: 'Todo en {currency}',
    pt: 'Tudo em {currency}',
    fr: 'Le tout en {currency}',
  }),
  wholeExactly: message({
    en: 'All of it before rounding',
    es: 'Todo antes de redondear',
    pt: 'Tudo antes de arredondar',
    fr: 'Le tout avant arrondi',
  }),
  share: message({ en: 'Share here', es: 'Parte aquí', pt: 'Parcela aqui', fr: 'Part ici' }),
  shareOwn: message<{ share: string }>({
    en: '{share}%, own place',
    es: '{share}%, lugar propio',
    pt: '{share}%, lugar próprio',
    fr: '{share}\u00a0%, lieu propre',
  }),
  shareOfProgram: message<{ share: string }>({
    en: '{share}%, of its programme',
    es: '{share}%, de su programa',
    pt: '{share}%, de seu programa',
    fr: '{share}\u00a0%, de son programme',
  }),
  shareWhole: message({ en: 'all of it', es: 'todo', pt: 'tudo', fr: 'le tout' }),
  exactly: message({
    en: 'Before rounding',
    es: 'Antes de redondear',
    pt: 'Antes de arredondar',
    fr: 'Avant arrondi',
  }),
  partExactly: message({
    en: 'Part before rounding',
    es: 'Parte antes de redondear',
    pt: 'Parcela antes de arredondar',
    fr: 'Part avant arrondi',
  }),
} as const;

/** Why figures are left out of a total. */
export const leftOutWords: Readonly<Record<LeftOutReason, Message<{ count: number }>>> = {
  held: message<{ count: number }>({
    en: '{count, plural, one {# figure is part of another, which holds it} other {# figures are parts of others, which hold them}}',
    es: '{count, plural, one {# cifra es parte de otra, que cuenta} many {# de cifras son parte de otras, que cuentan} other {# cifras son parte de otras, que cuentan}}',
    pt: '{count, plural, one {# número é parte de outro, que conta} many {# de números são parte de outros, que contam} other {# números são parte de outros, que contam}}',
    fr: '{count, plural, one {# chiffre est une partie d’un autre, qui compte} many {# de chiffres sont des parties d’autres, qui comptent} other {# chiffres sont des parties d’autres, qui comptent}}',
  }),
  superseded: message<{ count: number }>({
    en: '{count, plural, one {# figure was followed by a later one} other {# figures were followed by later ones}} of the same series',
    es: '{count, plural, one {# cifra fue seguida por otra posterior} many {# de cifras fueron seguidas por otras posteriores} other {# cifras fueron seguidas por otras posteriores}} de la misma serie',
    pt: '{count, plural, one {# número foi seguido por outro posterior} many {# de números foram seguidos por outros posteriores} other {# números foram seguidos por outros posteriores}} da mesma série',
    fr: '{count, plural, one {# chiffre a été suivi d’un plus récent} many {# de chiffres ont été suivis de plus récents} other {# chiffres ont été suivis de plus récents}} de la même série',
  }),
  undated: message<{ count: number }>({
    en: '{count, plural, one {# figure has no date, and counts} other {# figures have no date, and count}} to date only',
    es: '{count, plural, one {# cifra no tiene fecha y solo cuenta} many {# de cifras no tienen fecha y solo cuentan} other {# cifras no tienen fecha y solo cuentan}} hasta la fecha',
    pt: '{count, plural, one {# número não tem data e só conta} many {# de números não têm data e só contam} other {# números não têm data e só contam}} até a data',
    fr: '{count, plural, one {# chiffre n’a pas de date et ne compte} many {# de chiffres n’ont pas de date et ne comptent} other {# chiffres n’ont pas de date et ne comptent}} qu’à ce jour',
  }),
  outside: message<{ count: number }>({
    en: '{count, plural, one {# figure is} other {# figures are}} of periods that ended on other days',
    es: '{count, plural, one {# cifra es} many {# de cifras son} other {# cifras son}} de períodos concluidos en otros días',
    pt: '{count, plural, one {# número é} many {# de números são} other {# números são}} de períodos encerrados em outros dias',
    fr: '{count, plural, one {# chiffre est} many {# de chiffres sont} other {# chiffres sont}} de périodes achevées d’autres jours',
  }),
};
