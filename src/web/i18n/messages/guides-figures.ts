import { message } from '../message.ts';
import { sharedGuides } from './guides-programs.ts';

/** What each column of the files of figures and of readers takes, as templates say it. */
export const indicatorGuide = {
  indicator: message({
    en: 'Its name in English; its code is made of it, or of the name in another language where this is empty.',
    es: 'Su nombre en inglés; de él se forma su código, o del nombre en otro idioma si falta.',
    pt: 'Seu nome em inglês; dele se forma o código, ou do nome em outro idioma se faltar.',
    fr: 'Son nom en anglais ; son code en est formé, ou du nom dans une autre langue s’il manque.',
  }),
  unit: message({
    en: 'What is counted or measured, in English: people, documents; in another language, its own column is enough.',
    es: 'Qué se cuenta o se mide, en inglés: people (personas), documents (documentos); en otro idioma basta su propia columna.',
    pt: 'O que se conta ou se mede, em inglês: people (pessoas), documents (documentos); em outro idioma basta sua própria coluna.',
    fr: 'Ce qui est compté ou mesuré, en anglais : people (personnes), documents ; dans une autre langue, sa propre colonne suffit.',
  }),
  measure: message({
    en: 'What its figures are.',
    es: 'Qué son sus cifras.',
    pt: 'O que são seus números.',
    fr: 'Ce que sont ses chiffres.',
  }),
  combine_time: message({
    en: 'How figures of several periods combine: they add up, the latest counts, or neither.',
    es: 'Cómo se combinan las cifras de varios períodos: se suman (sum), cuenta la última (latest) o ninguna de las dos cosas (none).',
    pt: 'Como se combinam os números de vários períodos: somam-se (sum), conta o último (latest) ou nenhuma das duas coisas (none).',
    fr: 'Comment se combinent les chiffres de plusieurs périodes : ils s’additionnent (sum), le dernier compte (latest), ou ni l’un ni l’autre (none).',
  }),
  combine_place: message({
    en: 'Whether figures of several places add up.',
    es: 'Si las cifras de varios lugares se suman (sum) o no (none).',
    pt: 'Se os números de vários lugares se somam (sum) ou não (none).',
    fr: 'Si les chiffres de plusieurs lieux s’additionnent (sum) ou non (none).',
  }),
  people: message({
    en: 'Of an indicator of people: whether one unit is a person, or an attendance.',
    es: 'De un indicador de personas: si una unidad es una persona (persons) o una asistencia (attendances).',
    pt: 'De um indicador de pessoas: se uma unidade é uma pessoa (persons) ou uma presença (attendances).',
    fr: 'D’un indicateur de personnes : si une unité est une personne (persons) ou une présence (attendances).',
  }),
  reports_every: message({
    en: 'How often each programme that reports it should do so; empty: it is not asked for regularly.',
    es: 'Cada cuánto debe informarlo cada programa que lo informa: cada mes (month), trimestre (quarter), semestre (half-year) o año (year); vacío: no se pide con regularidad.',
    pt: 'Com que frequência cada programa que o informa deve fazê-lo: a cada mês (month), trimestre (quarter), semestre (half-year) ou ano (year); vazio: não se pede com regularidade.',
    fr: 'À quelle fréquence chaque programme qui le renseigne doit le faire : chaque mois (month), trimestre (quarter), semestre (half-year) ou année (year) ; vide : rien n’est demandé régulièrement.',
  }),
  evidence_required: message({
    en: 'Whether each figure of it needs evidence: yes or no; empty: no.',
    es: 'Si cada cifra de este indicador necesita evidencia: sí (yes) o no (no); vacío: no.',
    pt: 'Se cada número deste indicador precisa de evidência: sim (yes) ou não (no); vazio: não.',
    fr: 'Si chaque chiffre de cet indicateur exige un justificatif : oui (yes) ou non (no) ; vide : non.',
  }),
} as const;

export const resultGuide = {
  ref: sharedGuides.ref,
  program: sharedGuides.program,
  indicator: message({
    en: 'The name of what is counted, in any language of the service.',
    es: 'El nombre de lo que se cuenta, en cualquiera de los idiomas del servicio.',
    pt: 'O nome do que se conta, em qualquer dos idiomas do serviço.',
    fr: 'Le nom de ce qui est compté, dans une des langues du service.',
  }),
  unit: message({
    en: 'Of a new indicator: what is counted or measured, in English.',
    es: 'De un indicador nuevo: qué se cuenta o se mide, en inglés.',
    pt: 'De um indicador novo: o que se conta ou se mede, em inglês.',
    fr: 'D’un nouvel indicateur : ce qui est compté ou mesuré, en anglais.',
  }),
  kind: message({
    en: 'Whether it was achieved (actual) or is hoped for (target).',
    es: 'Si se logró (actual) o se espera (target, meta).',
    pt: 'Se foi alcançado (actual) ou se espera (target, meta).',
    fr: 'Si cela a été obtenu (actual) ou est visé (target, cible).',
  }),
  country_or_region: sharedGuides.place,
  period_start: message({
    en: 'The first day, month, quarter or year of the period: 2017-06-01, 2017-06, 2017-Q2 or 2017.',
    es: 'El primer día, mes, trimestre o año del período: 2017-06-01, 2017-06, 2017-Q2 o 2017.',
    pt: 'O primeiro dia, mês, trimestre ou ano do período: 2017-06-01, 2017-06, 2017-Q2 ou 2017.',
    fr: 'Le premier jour, mois, trimestre ou la première année de la période : 2017-06-01, 2017-06, 2017-Q2 ou 2017.',
  }),
  period_end: message({
    en: 'The last day, month, quarter or year of the period: 2017-06-30, 2017-06, 2017-Q2 or 2017.',
    es: 'El último día, mes, trimestre o año del período: 2017-06-30, 2017-06, 2017-Q2 o 2017.',
    pt: 'O último dia, mês, trimestre ou ano do período: 2017-06-30, 2017-06, 2017-Q2 ou 2017.',
    fr: 'Le dernier jour, mois, trimestre ou la dernière année de la période : 2017-06-30, 2017-06, 2017-Q2 ou 2017.',
  }),
  date_precision: message({
    en: 'How exactly the dates are known; empty: as they are written.',
    es: 'Con qué exactitud se conocen las fechas; vacío: como están escritas.',
    pt: 'Com que exatidão se conhecem as datas; vazio: como estão escritas.',
    fr: 'Avec quelle précision les dates sont connues ; vide : comme elles sont écrites.',
  }),
  qualifier: message({
    en: 'How exact the value is; empty: exact.',
    es: 'Cuán exacto es el valor; vacío: exacto.',
    pt: 'Quão exato é o valor; vazio: exato.',
    fr: 'À quel point la valeur est exacte ; vide : exacte.',
  }),
  value: message({
    en: 'A number; with the qualifier range two, with a hyphen between: 10-15',
    es: 'Un número; con el calificador range (intervalo) dos, con un guion entre ellos: 10-15',
    pt: 'Um número; com o qualificador range (intervalo) dois, com um hífen entre eles: 10-15',
    fr: 'Un nombre ; avec le qualificatif range (fourchette) deux, avec un trait d’union entre eux : 10-15',
  }),
  denominator: message({
    en: 'Of a ratio: of how many. 14 of 17 has the value 14 and the denominator 17.',
    es: 'De una razón: de cuántos. 14 de 17 tiene el valor 14 y el denominador 17.',
    pt: 'De uma razão: de quantos. 14 de 17 tem o valor 14 e o denominador 17.',
    fr: 'D’un rapport : sur combien. 14 sur 17 a la valeur 14 et le dénominateur 17.',
  }),
  baseline: message({
    en: 'Of a target: how matters stood before, which it is measured from. It counts nowhere.',
    es: 'De una meta: cómo estaban las cosas antes, desde donde se mide. No cuenta en ninguna parte.',
    pt: 'De uma meta: como estava a situação antes, a partir de onde ela é medida. Não conta em lugar nenhum.',
    fr: 'D’une cible : où en était la situation avant, d’où elle est mesurée. Elle ne compte nulle part.',
  }),
  baseline_denominator: message({
    en: 'Of the baseline of a ratio: of how many.',
    es: 'De la línea de base de una razón: de cuántos.',
    pt: 'Da linha de base de uma razão: de quantos.',
    fr: 'De la valeur de référence d’un rapport : sur combien.',
  }),
  baseline_date: message({
    en: 'Of which day, month or year the baseline is: 2014-12-31, 2014-12, 2014',
    es: 'De qué día, mes o año es la línea de base: 2014-12-31, 2014-12, 2014',
    pt: 'De que dia, mês ou ano é a linha de base: 2014-12-31, 2014-12, 2014',
    fr: 'De quel jour, mois ou année est la valeur de référence : 2014-12-31, 2014-12, 2014',
  }),
  breakdown: message({
    en: 'Parts that sum to the value: sex=female:7;sex=male:15. Or one part that is all of it: mode=online',
    es: 'Partes que suman el valor: sex=female:7;sex=male:15. O una sola parte que es todo: mode=online',
    pt: 'Partes que somam o valor: sex=female:7;sex=male:15. Ou uma só parte que é tudo: mode=online',
    fr: 'Des parts dont la somme est la valeur : sex=female:7;sex=male:15. Ou une seule part qui en est le tout : mode=online',
  }),
  sheet: message({
    en: 'The document that states the figure, in English.',
    es: 'El documento que da la cifra, en inglés.',
    pt: 'O documento que traz o número, em inglês.',
    fr: 'Le document qui donne le chiffre, en anglais.',
  }),
  sheet_for: message({
    en: 'Who may read its name: everybody, or the organisation alone.',
    es: 'Quién puede leer su nombre: todos (everybody) o solo la organización (organisation).',
    pt: 'Quem pode ler seu nome: todos (everybody) ou só a organização (organisation).',
    fr: 'Qui peut lire son nom : tout le monde (everybody) ou l’organisation seule (organisation).',
  }),
  note: message({
    en: 'What the figure is, in a few words of English.',
    es: 'Qué es la cifra, en pocas palabras en inglés.',
    pt: 'O que é o número, em poucas palavras em inglês.',
    fr: 'Ce qu’est le chiffre, en quelques mots d’anglais.',
  }),
  note_for: sharedGuides.noteFor,
  status: sharedGuides.status,
  reason: sharedGuides.reason,
  part_of: message({
    en: 'The ref of the figure that already holds this one, or the code of its programme.',
    es: 'El ref de la cifra que ya contiene esta, o el código de su programa.',
    pt: 'O ref do número que já contém este, ou o código de seu programa.',
    fr: 'Le ref du chiffre qui contient déjà celui-ci, ou le code de son programme.',
  }),
  combine_time: message({
    en: 'Of a new indicator: how figures of several periods combine.',
    es: 'De un indicador nuevo: cómo se combinan las cifras de varios períodos.',
    pt: 'De um indicador novo: como se combinam os números de vários períodos.',
    fr: 'D’un nouvel indicateur : comment se combinent les chiffres de plusieurs périodes.',
  }),
  combine_place: message({
    en: 'Of a new indicator: whether figures of several places add up.',
    es: 'De un indicador nuevo: si se suman las cifras de varios lugares.',
    pt: 'De um indicador novo: se os números de vários lugares se somam.',
    fr: 'D’un nouvel indicateur : si les chiffres de plusieurs lieux s’additionnent.',
  }),
} as const;

export const transactionGuide = {
  ref: sharedGuides.ref,
  program: sharedGuides.program,
  type: message({
    en: 'What was promised or done with the money.',
    es: 'Qué se prometió o se hizo con el dinero.',
    pt: 'O que foi prometido ou feito com os recursos.',
    fr: 'Ce qui a été promis ou fait de l’argent.',
  }),
  value_date: message({
    en: 'The day of the transaction: 2017-06-30.',
    es: 'El día de la transacción: 2017-06-30.',
    pt: 'O dia da transação: 2017-06-30.',
    fr: 'Le jour de la transaction : 2017-06-30.',
  }),
  amount: message({
    en: 'In major units, with their decimals; negative for a correction.',
    es: 'En unidades de la moneda, con sus decimales; negativo si es una corrección.',
    pt: 'Em unidades da moeda, com as casas decimais; negativo se for uma correção.',
    fr: 'En unités de la monnaie, décimales comprises ; négatif pour une correction.',
  }),
  currency: message({
    en: 'The ISO 4217 code of the currency.',
    es: 'El código ISO 4217 de la moneda.',
    pt: 'O código ISO 4217 da moeda.',
    fr: 'Le code ISO 4217 de la monnaie.',
  }),
  provider: message({
    en: 'The name of the organisation that gives.',
    es: 'El nombre de la organización que da.',
    pt: 'O nome da organização que dá.',
    fr: 'Le nom de l’organisation qui donne.',
  }),
  receiver: message({
    en: 'The name of the organisation that receives.',
    es: 'El nombre de la organización que recibe.',
    pt: 'O nome da organização que recebe.',
    fr: 'Le nom de l’organisation qui reçoit.',
  }),
  country_or_region: message({
    en: 'Where it counts: a country by its two capital letters or its name; a region by region: and its name.',
    es: 'Dónde cuenta: un país, con sus dos letras mayúsculas o su nombre; una región, con region: y su nombre.',
    pt: 'Onde conta: um país, com suas duas letras maiúsculas ou seu nome; uma região, com region: e seu nome.',
    fr: 'Où elle compte : un pays, par ses deux lettres majuscules ou son nom ; une région, par region: suivi de son nom.',
  }),
  illustrative: message({
    en: 'Whether the amount is made up for demonstration.',
    es: 'Si el monto es inventado, con fines de demostración.',
    pt: 'Se o montante é inventado, para fins de demonstração.',
    fr: 'Si le montant est inventé aux fins de démonstration.',
  }),
  note: sharedGuides.note,
  note_for: sharedGuides.noteFor,
  status: sharedGuides.status,
  reason: sharedGuides.reason,
} as const;

/** @param reportingCurrency its code */
export const exchangeRateGuide = (reportingCurrency: string) => ({
  currency: transactionGuide.currency,
  date: message({
    en: 'The day of the rate.',
    es: 'El día del tipo de cambio.',
    pt: 'O dia da taxa de câmbio.',
    fr: 'Le jour du taux.',
  }),
  rate: message({
    en: `What one unit of the currency is in ${reportingCurrency}.`,
    es: `Cuánto vale una unidad de la moneda en ${reportingCurrency}.`,
    pt: `Quanto vale uma unidade da moeda em ${reportingCurrency}.`,
    fr: `Ce que vaut une unité de la monnaie en ${reportingCurrency}.`,
  }),
  source: message({
    en: 'Who says so.',
    es: 'Quién lo dice.',
    pt: 'Quem o diz.',
    fr: 'Qui le dit.',
  }),
});

export const subscriptionGuide = {
  email: message({
    en: 'Who gets it: one address.',
    es: 'Quién lo recibe: una sola dirección.',
    pt: 'Quem o recebe: um só endereço.',
    fr: 'Qui le reçoit : une seule adresse.',
  }),
  name: message({
    en: 'What that person, or group, is called.',
    es: 'Cómo se llama esa persona o ese grupo.',
    pt: 'Como se chama essa pessoa ou esse grupo.',
    fr: 'Comment s’appelle cette personne ou ce groupe.',
  }),
  report: message({
    en: 'Which report; own: and its name, as in own:ports, for one that somebody has put together.',
    es: 'Qué informe; own: y su nombre, como en own:ports, para uno que alguien ha compuesto.',
    pt: 'Que relatório; own: e seu nome, como em own:ports, para um que alguém montou.',
    fr: 'Quel rapport ; own: et son nom, comme own:ports, pour un rapport que quelqu’un a composé.',
  }),
  lang: message({
    en: 'In which language.',
    es: 'En qué idioma.',
    pt: 'Em que idioma.',
    fr: 'Dans quelle langue.',
  }),
  paper: message({
    en: 'On which paper.',
    es: 'En qué papel.',
    pt: 'Em que papel.',
    fr: 'Sur quel papier.',
  }),
  frequency: message({
    en: 'How often: each month (monthly), quarter (quarterly), year (yearly) or fiscal year (fiscal-yearly); empty: each month.',
    es: 'Cada cuánto: cada mes (monthly), trimestre (quarterly), año (yearly) o año fiscal (fiscal-yearly); vacío: cada mes.',
    pt: 'Com que frequência: a cada mês (monthly), trimestre (quarterly), ano (yearly) ou ano fiscal (fiscal-yearly); vazio: a cada mês.',
    fr: 'À quelle fréquence : chaque mois (monthly), trimestre (quarterly), année (yearly) ou exercice (fiscal-yearly) ; vide : chaque mois.',
  }),
  day: message({
    en: 'On which day of the month, from 1 to 28, with hour and zone; all three empty: as the organisation sends.',
    es: 'En qué día del mes, del 1 al 28, con hora y huso; los tres vacíos: como envía la organización.',
    pt: 'Em que dia do mês, de 1 a 28, com hora e fuso; os três vazios: como a organização envia.',
    fr: 'Quel jour du mois, de 1 à 28, avec l’heure et le fuseau ; les trois vides : comme l’organisation envoie.',
  }),
  hour: message({
    en: 'At which hour, from 0 to 23.',
    es: 'A qué hora, de 0 a 23.',
    pt: 'A que hora, de 0 a 23.',
    fr: 'À quelle heure, de 0 à 23.',
  }),
  zone: message({
    en: 'By the clocks of which time zone, as in America/Costa_Rica.',
    es: 'Según los relojes de qué huso horario, como America/Costa_Rica.',
    pt: 'Pelos relógios de qual fuso horário, como America/Costa_Rica.',
    fr: 'Aux horloges de quel fuseau horaire, comme America/Costa_Rica.',
  }),
  delivered_as: message({
    en: 'What comes: the PDF (pdf), an XLSX or CSV file beside it (pdf-and-xlsx, pdf-and-csv), or a link alone (link); empty: as before, at first the PDF.',
    es: 'Qué llega: el PDF (pdf), además un archivo XLSX o CSV (pdf-and-xlsx, pdf-and-csv) o solo un enlace (link); vacío: como antes, al principio el PDF.',
    pt: 'O que chega: o PDF (pdf), também um arquivo XLSX ou CSV (pdf-and-xlsx, pdf-and-csv) ou apenas um link (link); vazio: como antes, no início o PDF.',
    fr: 'Ce qui arrive : le PDF (pdf), en plus un fichier XLSX ou CSV (pdf-and-xlsx, pdf-and-csv) ou un lien seul (link) ; vide : comme avant, au début le PDF.',
  }),
  when_nothing_new: message({
    en: 'Where no figure to date has moved since the last report: send it all the same (send), say so first (say), or send nothing (skip). Or send it only when a target falls behind (target-behind), a figure to date moves by so many percent (moved-5, moved-10, moved-25, moved-50) or something more is missing (gap-opened). Empty: as before, at first send.',
    es: 'Si ninguna cifra acumulada ha cambiado desde el último informe: enviarlo de todos modos (send), decirlo al principio (say) o no enviar nada (skip). O enviarlo solo si una meta se atrasa (target-behind), una cifra acumulada varía ese porcentaje (moved-5, moved-10, moved-25, moved-50) o falta algo más (gap-opened). Vacío: como antes, al principio send.',
    pt: 'Se nenhum número acumulado mudou desde o último relatório: enviar mesmo assim (send), dizer isso no início (say) ou não enviar nada (skip). Ou enviar só quando uma meta ficar atrasada (target-behind), um número acumulado variar essa porcentagem (moved-5, moved-10, moved-25, moved-50) ou faltar algo mais (gap-opened). Vazio: como antes, no início send.',
    fr: 'Si aucun chiffre cumulé n’a changé depuis le dernier rapport : l’envoyer quand même (send), le dire d’abord (say) ou ne rien envoyer (skip). Ou l’envoyer seulement si une cible prend du retard (target-behind), si un chiffre cumulé varie de ce pourcentage (moved-5, moved-10, moved-25, moved-50) ou si quelque chose de plus manque (gap-opened). Vide : comme avant, au début send.',
  }),
  needs_approval: message({
    en: 'Whether each report waits until a manager has approved it; empty: as before, at first no.',
    es: 'Si cada informe espera hasta que un gestor lo apruebe; vacío: como antes, al principio no.',
    pt: 'Se cada relatório espera até que um gestor o aprove; vazio: como antes, no início não.',
    fr: 'Si chaque rapport attend qu’un responsable l’approuve ; vide : comme avant, au début non.',
  }),
  pillar: message({
    en: 'Of one pillar alone: its code.',
    es: 'De un solo pilar: su código.',
    pt: 'De um só pilar: seu código.',
    fr: 'D’un seul pilier : son code.',
  }),
  country: message({
    en: 'Of one country or region alone: two capital letters; or region: and its name.',
    es: 'De un solo país o una sola región: dos letras mayúsculas; o region: y su nombre.',
    pt: 'De um só país ou uma só região: duas letras maiúsculas; ou region: e seu nome.',
    fr: 'D’un seul pays ou d’une seule région : deux lettres majuscules ; ou region: suivi de son nom.',
  }),
  donor: message({
    en: 'Of one donor alone: its name.',
    es: 'De un solo donante: su nombre.',
    pt: 'De um só doador: seu nome.',
    fr: 'D’un seul donateur : son nom.',
  }),
  active: message({
    en: 'Whether the subscription stands; empty: as before. again: though its recipient has stopped it, who asked for it again.',
    es: 'Si la suscripción está vigente; vacío: como antes. again (otra vez): aunque su destinatario la canceló y volvió a pedirla.',
    pt: 'Se a assinatura está em vigor; vazio: como antes. again (de novo): embora o destinatário a tenha cancelado e pedido outra vez.',
    fr: 'Si l’abonnement est en vigueur ; vide : comme avant. again (de nouveau) : bien que son destinataire l’ait arrêté, puis redemandé.',
  }),
} as const;
