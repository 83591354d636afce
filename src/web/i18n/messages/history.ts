import { message } from '../message.ts';

/** What a figure, a transaction or a programme has said. */
export const historyMessages = {
  title: message({
    en: 'History',
    es: 'Historial',
    pt: 'Histórico',
    fr: 'Historique',
  }),
  transactionLede: message({
    en: 'Every version of this transaction that has counted, the newest first. Nothing is ever deleted.',
    es: 'Todas las versiones de esta transacción que han contado, primero la más reciente. Nunca se borra nada.',
    pt: 'Todas as versões desta transação que já contaram, a mais recente primeiro. Nada é apagado.',
    fr: 'Toutes les versions de cette transaction qui ont compté, la plus récente en premier. Rien n’est jamais supprimé.',
  }),
  programTitle: message({
    en: 'History of this programme',
    es: 'Historial de este programa',
    pt: 'Histórico deste programa',
    fr: 'Historique de ce programme',
  }),
  programLede: message({
    en: 'Every version of this programme’s own record, the newest first, each with the fields that it changed. Nothing is ever deleted.',
    es: 'Todas las versiones de la ficha de este programa, primero la más reciente, cada una con los campos que cambió. Nunca se borra nada.',
    pt: 'Todas as versões da ficha deste programa, a mais recente primeiro, cada uma com os campos que mudou. Nada é apagado.',
    fr: 'Toutes les versions de la fiche de ce programme, la plus récente en premier, chacune avec les champs qu’elle a changés. Rien n’est jamais supprimé.',
  }),
  said: message({ en: 'What it said', es: 'Qué decía', pt: 'O que dizia', fr: 'Ce qu’elle disait' }),
  receiver: message({ en: 'Receiver', es: 'Receptor', pt: 'Recebedor', fr: 'Bénéficiaire' }),
  lede: message({
    en: 'Every version of this figure that has counted, the newest first. Nothing is ever deleted.',
    es: 'Todas las versiones de esta cifra que han contado, primero la más reciente. Nunca se borra nada.',
    pt: 'Todas as versões deste número que já contaram, a mais recente primeiro. Nada é apagado.',
    fr: 'Toutes les versions de ce chiffre qui ont compté, la plus récente en premier. Rien n’est jamais supprimé.',
  }),
  tableTitle: message<{ count: number }>({
    en: '{count, plural, one {# version} other {# versions}}',
    es: '{count, plural, one {# versión} many {# de versiones} other {# versiones}}',
    pt: '{count, plural, one {# versão} many {# de versões} other {# versões}}',
    fr: '{count, plural, one {# version} many {# de versions} other {# versions}}',
  }),
  since: message({ en: 'Since', es: 'Desde', pt: 'Desde', fr: 'Depuis' }),
  breakdown: message({ en: 'Breakdown', es: 'Desglose', pt: 'Desagregação', fr: 'Ventilation' }),
  approved: message({ en: 'Approved', es: 'Aprobada', pt: 'Aprovado', fr: 'Approuvé' }),
  by: message({ en: 'Entered by', es: 'Registrado por', pt: 'Registrado por', fr: 'Saisi par' }),
  reason: message({ en: 'Reason', es: 'Motivo', pt: 'Motivo', fr: 'Motif' }),
  didNotCount: message({
    en: 'did not count',
    es: 'no contaba',
    pt: 'não contava',
    fr: 'ne comptait pas',
  }),
  maker: message<{ kind: string; name: string }>({
    en: '{name} ({kind})',
    es: '{name} ({kind})',
    pt: '{name} ({kind})',
    fr: '{name} ({kind})',
  }),
  enteredAndApproved: message<{ author: string; approver: string }>({
    en: 'entered by {author}, approved by {approver}',
    es: 'ingresado por {author}, aprobado por {approver}',
    pt: 'inserido por {author}, aprovado por {approver}',
    fr: 'saisi par {author}, approuvé par {approver}',
  }),
  fromFile: message<{ maker: string; file: string; line: number }>({
    en: '{maker}, from {file}, line {line, number}',
    es: '{maker}, de {file}, línea {line, number}',
    pt: '{maker}, de {file}, linha {line, number}',
    fr: '{maker}, depuis {file}, ligne {line, number}',
  }),
} as const;

/** One transaction, by its type. */
export const transactionHeads = {
  pledge: message<{ amount: string }>({
    en: 'Pledge of {amount}',
    es: 'Promesa de {amount}',
    pt: 'Promessa de {amount}',
    fr: 'Annonce de contribution de {amount}',
  }),
  commitment: message<{ amount: string }>({
    en: 'Commitment of {amount}',
    es: 'Compromiso de {amount}',
    pt: 'Compromisso de {amount}',
    fr: 'Engagement de {amount}',
  }),
  disbursement: message<{ amount: string }>({
    en: 'Disbursement of {amount}',
    es: 'Desembolso de {amount}',
    pt: 'Desembolso de {amount}',
    fr: 'Décaissement de {amount}',
  }),
  expenditure: message<{ amount: string }>({
    en: 'Expenditure of {amount}',
    es: 'Gasto de {amount}',
    pt: 'Despesa de {amount}',
    fr: 'Dépense de {amount}',
  }),
} as const;

/** Whose hand a change was, by the kinds of the audit. */
export const makerWords = {
  person: message({ en: 'person', es: 'persona', pt: 'pessoa', fr: 'personne' }),
  token: message({
    en: 'program',
    es: 'programa informático',
    pt: 'programa de computador',
    fr: 'programme informatique',
  }),
  recipient: message({ en: 'recipient', es: 'destinatario', pt: 'destinatário', fr: 'destinataire' }),
  stranger: message({
    en: 'nobody signed in',
    es: 'sin identificar',
    pt: 'sem identificação',
    fr: 'non identifié',
  }),
  command: message({
    en: 'command line',
    es: 'línea de comandos',
    pt: 'linha de comando',
    fr: 'ligne de commande',
  }),
  service: message({
    en: 'the service itself',
    es: 'el propio servicio',
    pt: 'o próprio serviço',
    fr: 'le service lui-même',
  }),
} as const;
