import type { AnnexName } from '../../../core/report/annexes.ts';
import { type Message, message } from '../message.ts';

/** Headings of a report's annexes. */
export const annexTitles: Readonly<Record<AnnexName, Message>> = {
  programs: message({
    en: 'Annex: all programmes',
    es: 'Anexo: todos los programas',
    pt: 'Anexo: todos os programas',
    fr: 'Annexe : tous les programmes',
  }),
  targets: message({
    en: 'Annex: all targets',
    es: 'Anexo: todas las metas',
    pt: 'Anexo: todas as metas',
    fr: 'Annexe : toutes les cibles',
  }),
  transactions: message({
    en: 'Annex: every transaction',
    es: 'Anexo: todas las transacciones',
    pt: 'Anexo: todas as transações',
    fr: 'Annexe : toutes les transactions',
  }),
  gaps: message({
    en: 'Annex: all gaps in the record',
    es: 'Anexo: todas las lagunas de información',
    pt: 'Anexo: todas as lacunas de informação',
    fr: 'Annexe : toutes les lacunes d’information',
  }),
};

/** The same where they are chosen. */
export const annexChoices: Readonly<Record<AnnexName, Message>> = {
  programs: message({
    en: 'All programmes',
    es: 'Todos los programas',
    pt: 'Todos os programas',
    fr: 'Tous les programmes',
  }),
  targets: message({
    en: 'All targets',
    es: 'Todas las metas',
    pt: 'Todas as metas',
    fr: 'Toutes les cibles',
  }),
  transactions: message({
    en: 'Every transaction',
    es: 'Todas las transacciones',
    pt: 'Todas as transações',
    fr: 'Toutes les transactions',
  }),
  gaps: message({
    en: 'All gaps in the record',
    es: 'Todas las lagunas de información',
    pt: 'Todas as lacunas de informação',
    fr: 'Toutes les lacunes d’information',
  }),
};

export const annexMessages = {
  choose: message({ en: 'Annexes (PDF)', es: 'Anexos (PDF)', pt: 'Anexos (PDF)', fr: 'Annexes (PDF)' }),
  chooseHint: message({
    en: 'The report itself shows what leads; XLSX and CSV always hold every row.',
    es: 'El informe muestra lo principal; XLSX y CSV contienen siempre todas las filas.',
    pt: 'O relatório mostra o principal; XLSX e CSV contêm sempre todas as linhas.',
    fr: 'Le rapport montre l’essentiel ; XLSX et CSV contiennent toujours toutes les lignes.',
  }),
  /** Above an annex that is too long to be printed. */
  firstOf: message<{ shown: number; all: number }>({
    en: 'The first {shown, number} of {all, number}. The XLSX and CSV of this report hold all of them.',
    es: 'Los primeros {shown, number} de {all, number}. El XLSX y el CSV de este informe los contienen todos.',
    pt: 'Os primeiros {shown, number} de {all, number}. O XLSX e o CSV deste relatório contêm todos.',
    fr: 'Les {shown, number} premiers sur {all, number}. Les fichiers XLSX et CSV de ce rapport les contiennent tous.',
  }),
  /** The same of gaps, which are in no CSV. */
  firstGapsOf: message<{ shown: number; all: number }>({
    en: 'The first {shown, number} of {all, number}. The XLSX of this report holds all of them.',
    es: 'Las primeras {shown, number} de {all, number}. El XLSX de este informe las contiene todas.',
    pt: 'As primeiras {shown, number} de {all, number}. O XLSX deste relatório contém todas.',
    fr: 'Les {shown, number} premières sur {all, number}. Le fichier XLSX de ce rapport les contient toutes.',
  }),
  nothing: message({
    en: 'Nothing recorded.',
    es: 'Nada registrado.',
    pt: 'Nada registrado.',
    fr: 'Rien n’est renseigné.',
  }),
} as const;

/** What stands in the body of a report in place of a long list, and where the whole is. */
export const leadingMessages = {
  /** Above programmes. */
  programs: message<{ shown: number; all: number }>({
    en: 'The {shown, number} of {all, number} with the most money disbursed to date; where that is equal, in order of code.',
    es: 'Los {shown, number} de {all, number} con más dinero desembolsado hasta la fecha; a igual monto, por orden de código.',
    pt: 'Os {shown, number} de {all, number} com mais recursos desembolsados até o momento; com montantes iguais, por ordem de código.',
    fr: 'Les {shown, number} sur {all, number} qui ont reçu le plus d’argent décaissé à ce jour ; à montant égal, par ordre de code.',
  }),
  disbursed: message({
    en: 'Disbursed to date',
    es: 'Desembolsado hasta la fecha',
    pt: 'Desembolsado até o momento',
    fr: 'Décaissé à ce jour',
  }),
  /** Beneath the first rows of a list. */
  rowsOf: message<{ shown: number; all: number }>({
    en: '{shown, plural, one {# of {all, number} is shown} other {# of {all, number} are shown}} here.',
    es: 'Aquí se {shown, plural, one {muestra #} many {muestran #} other {muestran #}} de {all, number}.',
    pt: 'Aqui {shown, plural, one {é mostrado #} many {são mostrados #} other {são mostrados #}} de {all, number}.',
    fr: '{shown, plural, one {# sur {all, number} est montré} many {# sur {all, number} sont montrés} other {# sur {all, number} sont montrés}} ici.',
  }),
  /** Beneath targets. */
  targetsFirst: message({
    en: 'First stand those that have ended and were not reached, then the others, the latest first.',
    es: 'Primero figuran las que concluyeron sin alcanzarse, luego las demás, las más recientes primero.',
    pt: 'Primeiro vêm as que terminaram sem ser alcançadas, depois as demais, as mais recentes primeiro.',
    fr: 'D’abord celles qui sont échues sans avoir été atteintes, puis les autres, les plus récentes en premier.',
  }),
  /** Where all rows are. */
  elsewhere: message({
    en: 'The XLSX and the CSV of this report hold every row; an annex can be asked for with it.',
    es: 'El XLSX y el CSV de este informe contienen todas las filas; se puede pedir un anexo con él.',
    pt: 'O XLSX e o CSV deste relatório contêm todas as linhas; um anexo pode ser pedido com ele.',
    fr: 'Les fichiers XLSX et CSV de ce rapport contiennent toutes les lignes ; une annexe peut être demandée avec lui.',
  }),
  /** Beneath the first items of a gap. */
  moreItems: message<{ count: number }>({
    en: '{count, plural, one {and # other} other {and # others}}',
    es: '{count, plural, one {y # más} many {y # de más} other {y # más}}',
    pt: '{count, plural, one {e mais #} many {e mais # de} other {e mais #}}',
    fr: '{count, plural, one {et # autre} many {et # d’autres} other {et # autres}}',
  }),
  /** Heading of a table: money by year, a column for each type. */
  moneyByYear: message<{ count: number }>({
    en: '{count, plural, one {# transaction} other {# transactions}} by year',
    es: '{count, plural, one {# transacción} many {# de transacciones} other {# transacciones}} por año',
    pt: '{count, plural, one {# transação} many {# de transações} other {# transações}} por ano',
    fr: '{count, plural, one {# transaction} many {# de transactions} other {# transactions}} par année',
  }),
  /** Of a country's programmes, those without a sheet of their own. */
  otherPrograms: message<{ count: number }>({
    en: '{count, plural, one {# other programme} other {# other programmes}}',
    es: '{count, plural, one {Otro programa} many {Otros # de programas} other {Otros # programas}}',
    pt: '{count, plural, one {Outro programa} many {Outros # de programas} other {Outros # programas}}',
    fr: '{count, plural, one {# autre programme} many {# d’autres programmes} other {# autres programmes}}',
  }),
} as const;
