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
  unmarkedParts: message<{ count: number }>({
    en: '{count, plural, one {# figure of an activity that a figure of its programme may hold} other {# figures of activities that figures of their programmes may hold}}',
    es: '{count, plural, one {# cifra de una actividad que una cifra de su programa puede incluir} many {# de cifras de actividades que cifras de sus programas pueden incluir} other {# cifras de actividades que cifras de sus programas pueden incluir}}',
    pt: '{count, plural, one {# número de uma atividade que um número de seu programa pode incluir} many {# de números de atividades que números de seus programas podem incluir} other {# números de atividades que números de seus programas podem incluir}}',
    fr: '{count, plural, one {# chiffre d’une activité qu’un chiffre de son programme contient peut-être} many {# de chiffres d’activités que des chiffres de leurs programmes contiennent peut-être} other {# chiffres d’activités que des chiffres de leurs programmes contiennent peut-être}}',
  }),
  unmarkedPartsAdvice: message({
    en: 'Both count. If one is part of the other, say so in its file (part_of), and it adds to nothing.',
    es: 'Ambas cuentan. Si una es parte de la otra, indíquelo en su archivo (part_of) y no sumará nada.',
    pt: 'Ambos contam. Se um é parte do outro, informe isso em seu arquivo (part_of) e ele não somará nada.',
    fr: 'Les deux comptent. Si l’un fait partie de l’autre, indiquez-le dans son fichier (part_of) : il n’ajoutera rien.',
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
    en: 'Without an exchange rate on or before its value date, an amount is in no total.',
    es: 'Sin tipo de cambio en su fecha de valor ni antes de ella, un monto no figura en ningún total.',
    pt: 'Sem taxa de câmbio na data-valor nem antes dela, um montante não consta de nenhum total.',
    fr: 'Sans taux de change à sa date de valeur ou avant, un montant ne figure dans aucun total.',
  }),
} as const;
