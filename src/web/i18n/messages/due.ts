import { message } from '../message.ts';

/** What programmes should have reported by now, on the first page of whoever enters figures or approves them. */
export const dueMessages = {
  due: message({ en: 'Due', es: 'Por informar', pt: 'A informar', fr: 'À renseigner' }),
  dueLede: message({
    en: 'Periods that have ended, and of which nothing is reported yet, nor waits for approval.',
    es: 'Períodos que han terminado y de los que aún no se ha informado nada, ni hay nada pendiente de aprobación.',
    pt: 'Períodos que terminaram e sobre os quais ainda não se informou nada, nem há nada à espera de aprovação.',
    fr: 'Périodes terminées pour lesquelles rien n’est encore renseigné, ni en attente d’approbation.',
  }),
  since: message({ en: 'Due since', es: 'Pendiente desde', pt: 'Pendente desde', fr: 'Attendu depuis' }),
  enter: message<{ what: string }>({
    en: 'Enter: {what}',
    es: 'Ingresar: {what}',
    pt: 'Inserir: {what}',
    fr: 'Saisir : {what}',
  }),
  asTable: message({
    en: 'All of a programme in one table:',
    es: 'Todo lo de un programa en una tabla:',
    pt: 'Tudo de um programa em uma tabela:',
    fr: 'Tout un programme dans un tableau :',
  }),
  earlier: message<{ count: number }>({
    en: 'Of these programmes {count, plural, one {# older figure is} other {# older figures are}} missing too, from more than twelve months ago.',
    es: 'De estos programas {count, plural, one {falta además # cifra} many {faltan además # de cifras} other {faltan además # cifras}} de hace más de doce meses.',
    pt: 'Destes programas {count, plural, one {falta também # número} many {faltam também # de números} other {faltam também # números}} de mais de doze meses atrás.',
    fr: 'Pour ces programmes, {count, plural, one {# chiffre datant de plus de douze mois manque} many {# de chiffres datant de plus de douze mois manquent} other {# chiffres datant de plus de douze mois manquent}} aussi.',
  }),
  late: message({ en: 'Late', es: 'Con retraso', pt: 'Em atraso', fr: 'En retard' }),
  lateLede: message({
    en: 'Programmes that lack figures of periods that ended in the last twelve months, and whom to ask for them.',
    es: 'Programas a los que les faltan cifras de períodos terminados en los últimos doce meses, y a quién pedirlas.',
    pt: 'Programas a que faltam números de períodos terminados nos últimos doze meses, e a quem pedi-los.',
    fr: 'Programmes auxquels manquent des chiffres de périodes terminées au cours des douze derniers mois, et à qui les demander.',
  }),
  missing: message({ en: 'Missing', es: 'Falta', pt: 'Falta', fr: 'Manque' }),
  figures: message<{ count: number }>({
    en: '{count, plural, one {# figure} other {# figures}}',
    es: '{count, plural, one {# cifra} many {# de cifras} other {# cifras}}',
    pt: '{count, plural, one {# número} many {# de números} other {# números}}',
    fr: '{count, plural, one {# chiffre} many {# de chiffres} other {# chiffres}}',
  }),
  whom: message({
    en: 'Whom to ask',
    es: 'A quién preguntar',
    pt: 'A quem perguntar',
    fr: 'À qui s’adresser',
  }),
  nobody: message({
    en: 'Nobody enters figures for it',
    es: 'Nadie ingresa cifras de este programa',
    pt: 'Ninguém insere números deste programa',
    fr: 'Personne ne saisit de chiffres pour ce programme',
  }),
  morePrograms: message<{ count: number }>({
    en: '{count, plural, one {and # more programme} other {and # more programmes}}',
    es: '{count, plural, one {y # programa más} many {y # de programas más} other {y # programas más}}',
    pt: '{count, plural, one {e mais # programa} many {e mais # de programas} other {e mais # programas}}',
    fr: '{count, plural, one {et # autre programme} many {et # d’autres programmes} other {et # autres programmes}}',
  }),
};
