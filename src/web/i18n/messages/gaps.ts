import { message } from '../message.ts';

/** What is missing from the record, and who could mend it. */
export const gapMessages = {
  title: message({
    en: 'Gaps in the record',
    es: 'Lagunas de información',
    pt: 'Lacunas de informação',
    fr: 'Lacunes d’information',
  }),
  lede: message({
    en: 'What is missing is part of the picture: none of it is counted as zero.',
    es: 'Lo que falta forma parte del panorama: nada de ello se cuenta como cero.',
    pt: 'O que falta faz parte do quadro: nada disso é contado como zero.',
    fr: 'Ce qui manque fait partie du tableau : rien de cela n’est compté comme zéro.',
  }),
  noGaps: message({
    en: 'No gaps: every approved figure here has a date, a place and a donor.',
    es: 'Sin lagunas: toda cifra aprobada tiene aquí fecha, lugar y donante.',
    pt: 'Sem lacunas: todo número aprovado tem aqui data, lugar e doador.',
    fr: 'Aucune lacune : chaque chiffre approuvé a ici une date, un lieu et un donateur.',
  }),
  noDonor: message<{ count: number }>({
    en: '{count, plural, one {# programme with no donor recorded} other {# programmes with no donor recorded}}',
    es: '{count, plural, one {# programa sin donante registrado} many {# de programas sin donante registrado} other {# programas sin donante registrado}}',
    pt: '{count, plural, one {# programa sem doador registrado} many {# de programas sem doador registrado} other {# programas sem doador registrado}}',
    fr: '{count, plural, one {# programme sans donateur renseigné} many {# de programmes sans donateur renseigné} other {# programmes sans donateur renseigné}}',
  }),
  noDonorAdvice: message({
    en: 'Name the funding organisation, and the results appear in its summary.',
    es: 'Registre la organización financiadora y los resultados aparecerán en el resumen de esta.',
    pt: 'Registre a organização financiadora e os resultados aparecerão no resumo dela.',
    fr: 'Indiquez l’organisation de financement : les résultats figureront dans son récapitulatif.',
  }),
  undated: message<{ count: number }>({
    en: '{count, plural, one {# undated figure} other {# undated figures}}',
    es: '{count, plural, one {# cifra sin fecha} many {# de cifras sin fecha} other {# cifras sin fecha}}',
    pt: '{count, plural, one {# número sem data} many {# de números sem data} other {# números sem data}}',
    fr: '{count, plural, one {# chiffre sans date} many {# de chiffres sans date} other {# chiffres sans date}}',
  }),
  undatedAdvice: message({
    en: 'Without a date a figure counts to date, but in no month, quarter or year.',
    es: 'Sin fecha, una cifra cuenta hasta hoy, pero en ningún mes, trimestre ni año.',
    pt: 'Sem data, um número conta até o momento, mas em nenhum mês, trimestre ou ano.',
    fr: 'Sans date, un chiffre compte à ce jour, mais dans aucun mois, trimestre ni année.',
  }),
  notReported: message<{ count: number }>({
    en: '{count, plural, one {# target with no result reported} other {# targets with no result reported}}',
    es: '{count, plural, one {# meta sin resultado notificado} many {# de metas sin resultado notificado} other {# metas sin resultado notificado}}',
    pt: '{count, plural, one {# meta sem resultado informado} many {# de metas sem resultado informado} other {# metas sem resultado informado}}',
    fr: '{count, plural, one {# cible sans résultat communiqué} many {# de cibles sans résultat communiqué} other {# cibles sans résultat communiqué}}',
  }),
  notReportedAdvice: message({
    en: 'Progress is unknown, which is not the same as none.',
    es: 'Se desconoce el avance, lo que no es lo mismo que no haberlo.',
    pt: 'O progresso é desconhecido, o que não é o mesmo que nenhum.',
    fr: 'L’avancement est inconnu, ce qui ne veut pas dire nul.',
  }),
  noResults: message<{ count: number }>({
    en: '{count, plural, one {# programme or activity with no result reported} other {# programmes or activities with no result reported}}',
    es: '{count, plural, one {# programa o actividad sin resultado notificado} many {# de programas o actividades sin resultado notificado} other {# programas o actividades sin resultado notificado}}',
    pt: '{count, plural, one {# programa ou atividade sem resultado informado} many {# de programas ou atividades sem resultado informado} other {# programas ou atividades sem resultado informado}}',
    fr: '{count, plural, one {# programme ou activité sans résultat communiqué} many {# de programmes ou activités sans résultat communiqué} other {# programmes ou activités sans résultat communiqué}}',
  }),
  nothingRecorded: message({
    en: 'Nothing is recorded here',
    es: 'No hay nada registrado aquí',
    pt: 'Nada está registrado aqui',
    fr: 'Rien n’est enregistré ici',
  }),
  nothingRecordedAdvice: message({
    en: 'No programme matches. That nothing is known does not mean that there is nothing.',
    es: 'Ningún programa corresponde. Que no se sepa nada no significa que no haya nada.',
    pt: 'Nenhum programa corresponde. Que nada se saiba não significa que não haja nada.',
    fr: 'Aucun programme ne correspond. Que rien ne soit connu ne veut pas dire qu’il n’y a rien.',
  }),
  stale: message<{ count: number; months: number }>({
    en: '{count, plural, one {# ongoing programme} other {# ongoing programmes}} with nothing new for {months, plural, one {# month} other {# months}}',
    es: '{count, plural, one {# programa en curso} many {# de programas en curso} other {# programas en curso}} sin novedades desde hace {months, plural, one {# mes} many {# de meses} other {# meses}}',
    pt: '{count, plural, one {# programa em andamento} many {# de programas em andamento} other {# programas em andamento}} sem novidades há {months, plural, one {# mês} many {# de meses} other {# meses}}',
    fr: '{count, plural, one {# programme en cours} many {# de programmes en cours} other {# programmes en cours}} sans nouveauté depuis {months, plural, one {# mois} many {# de mois} other {# mois}}',
  }),
  staleAdvice: message({
    en: 'Ask the unit in charge for its latest figures, or close the programme.',
    es: 'Solicite a la dependencia responsable sus cifras más recientes o dé por concluido el programa.',
    pt: 'Peça à unidade responsável os números mais recentes ou encerre o programa.',
    fr: 'Demandez au service responsable ses derniers chiffres, ou clôturez le programme.',
  }),
  notConverted: message<{ count: number }>({
    en: '{count, plural, one {# amount not converted} other {# amounts not converted}}',
    es: '{count, plural, one {# monto sin convertir} many {# de montos sin convertir} other {# montos sin convertir}}',
    pt: '{count, plural, one {# montante não convertido} many {# de montantes não convertidos} other {# montantes não convertidos}}',
    fr: '{count, plural, one {# montant non converti} many {# de montants non convertis} other {# montants non convertis}}',
  }),
  notConvertedAdvice: message({
    en: 'Without an exchange rate on its value date or in the year before, an amount is in no total.',
    es: 'Sin tipo de cambio en su fecha de valor ni en el año anterior, un monto no figura en ningún total.',
    pt: 'Sem taxa de câmbio na data-valor nem no ano anterior, um montante não consta de nenhum total.',
    fr: 'Sans taux de change à sa date de valeur ou dans l’année précédente, un montant ne figure dans aucun total.',
  }),
  conflicts: message<{ count: number }>({
    en: '{count, plural, one {# day for which a cumulative figure is given twice} other {# days for which a cumulative figure is given twice}}',
    es: '{count, plural, one {# día con una cifra acumulada repetida} many {# de días con una cifra acumulada repetida} other {# días con una cifra acumulada repetida}}',
    pt: '{count, plural, one {# dia com um número acumulado repetido} many {# de dias com um número acumulado repetido} other {# dias com um número acumulado repetido}}',
    fr: '{count, plural, one {# jour pour lequel un chiffre cumulé est donné deux fois} many {# de jours pour lesquels un chiffre cumulé est donné deux fois} other {# jours pour lesquels un chiffre cumulé est donné deux fois}}',
  }),
  conflictsAdvice: message({
    en: 'One of them alone can count, the one that was approved last. Correct or withdraw the other.',
    es: 'Solo una de ellas puede contar: la aprobada en último lugar. Corrija o retire la otra.',
    pt: 'Só um deles pode contar: o aprovado por último. Corrija ou retire o outro.',
    fr: 'Un seul peut compter, celui qui a été approuvé en dernier. Corrigez ou retirez l’autre.',
  }),
  conflictCounts: message({ en: 'counts', es: 'cuenta', pt: 'conta', fr: 'compte' }),
  conflictDoesNot: message({
    en: 'does not count',
    es: 'no cuenta',
    pt: 'não conta',
    fr: 'ne compte pas',
  }),
  astray: message<{ count: number }>({
    en: '{count, plural, one {# figure outside the place or time of its programme} other {# figures outside the place or time of their programme}}',
    es: '{count, plural, one {# cifra fuera del lugar o del tiempo de su programa} many {# de cifras fuera del lugar o del tiempo de su programa} other {# cifras fuera del lugar o del tiempo de su programa}}',
    pt: '{count, plural, one {# número fora do lugar ou do tempo de seu programa} many {# de números fora do lugar ou do tempo de seu programa} other {# números fora do lugar ou do tempo de seu programa}}',
    fr: '{count, plural, one {# chiffre hors du lieu ou de la durée de son programme} many {# de chiffres hors du lieu ou de la durée de leur programme} other {# chiffres hors du lieu ou de la durée de leur programme}}',
  }),
  astrayAdvice: message({
    en: 'They count. Correct the figure, or the places and the start of the programme.',
    es: 'Se cuentan. Corrija la cifra, o bien los lugares y el inicio del programa.',
    pt: 'São contados. Corrija o número, ou os lugares e o início do programa.',
    fr: 'Ils comptent. Corrigez le chiffre, ou les lieux et le début du programme.',
  }),
  countedRates: message<{ count: number }>({
    en: '{count, plural, one {# rate or average that is added up} other {# rates or averages that are added up}}',
    es: '{count, plural, one {# tasa o promedio que se suma} many {# de tasas o promedios que se suman} other {# tasas o promedios que se suman}}',
    pt: '{count, plural, one {# taxa ou média que é somada} many {# de taxas ou médias que são somadas} other {# taxas ou médias que são somadas}}',
    fr: '{count, plural, one {# taux ou moyenne que l’on additionne} many {# de taux ou moyennes que l’on additionne} other {# taux ou moyennes que l’on additionne}}',
  }),
  countedRatesAdvice: message({
    en: 'An earlier version took them for counts. Give what is measured an indicator of its own, with the measure “rate”.',
    es: 'Una versión anterior las tomó por recuentos. Dé a lo que se mide un indicador propio, con la medida «rate».',
    pt: 'Uma versão anterior as tomou por contagens. Dê ao que se mede um indicador próprio, com a medida “rate”.',
    fr: 'Une version antérieure les a pris pour des dénombrements. Donnez à ce qui est mesuré un indicateur à part, avec la mesure « rate ».',
  }),
} as const;
