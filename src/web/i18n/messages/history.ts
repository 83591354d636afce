import { message } from '../message.ts';

/** What a figure has said. */
export const historyMessages = {
  title: message({
    en: 'What it has said',
    es: 'Lo que ha dicho',
    pt: 'O que já disse',
    fr: 'Ce qu’il a dit',
  }),
  lede: message({
    en: 'Every version of this figure that has counted, the newest first. Nothing is ever deleted.',
    es: 'Todas las versiones de esta cifra que han contado, primero la más reciente. Nunca se borra nada.',
    pt: 'Todas as versões deste número que já contaram, a mais recente primeiro. Nada é apagado.',
    fr: 'Toutes les versions de ce chiffre qui ont compté, la plus récente en premier. Rien n’est jamais supprimé.',
  }),
  tableTitle: message<{ count: number }>({
    en: '{count, plural, one {# version} other {# versions}} of this figure',
    es: '{count, plural, one {# versión} many {# de versiones} other {# versiones}} de esta cifra',
    pt: '{count, plural, one {# versão} many {# de versões} other {# versões}} deste número',
    fr: '{count, plural, one {# version} many {# de versions} other {# versions}} de ce chiffre',
  }),
  since: message({ en: 'Since', es: 'Desde', pt: 'Desde', fr: 'Depuis' }),
  breakdown: message({ en: 'Breakdown', es: 'Desglose', pt: 'Desagregação', fr: 'Ventilation' }),
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
  fromFile: message<{ maker: string; file: string; line: number }>({
    en: '{maker}, from {file}, line {line, number}',
    es: '{maker}, de {file}, línea {line, number}',
    pt: '{maker}, de {file}, linha {line, number}',
    fr: '{maker}, depuis {file}, ligne {line, number}',
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
