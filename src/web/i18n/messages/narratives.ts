import type { NarrativeSection } from '../../../core/narratives/narrative.ts';
import { type Message, message } from '../message.ts';

/** What a text tells, as its heading. */
export const sectionWords: Readonly<Record<NarrativeSection, Message>> = {
  background: message({ en: 'Background', es: 'Antecedentes', pt: 'Antecedentes', fr: 'Contexte' }),
  approach: message({ en: 'Approach', es: 'Enfoque', pt: 'Abordagem', fr: 'Démarche' }),
  result: message({
    en: 'Results in words',
    es: 'Resultados en palabras',
    pt: 'Resultados em palavras',
    fr: 'Résultats en mots',
  }),
  next: message({
    en: 'What comes next',
    es: 'Próximos pasos',
    pt: 'Próximos passos',
    fr: 'Prochaines étapes',
  }),
  partners: message({ en: 'Partners', es: 'Socios', pt: 'Parceiros', fr: 'Partenaires' }),
  groups: message({ en: 'Groups', es: 'Grupos', pt: 'Grupos', fr: 'Groupes' }),
};

/** Texts beside figures, on pages and in the fact sheet. */
export const narrativeMessages = {
  title: message({ en: 'In words', es: 'En palabras', pt: 'Em palavras', fr: 'En mots' }),
  lede: message({
    en: 'A number inside a sentence is the total as it counts today, and leads to its rows.',
    es: 'Un número dentro de una frase es el total tal como cuenta hoy, y lleva a sus filas.',
    pt: 'Um número dentro de uma frase é o total tal como conta hoje, e leva às suas linhas.',
    fr: 'Un nombre dans une phrase est le total tel qu’il compte aujourd’hui, et mène à ses lignes.',
  }),
  /** Beneath texts: "On the sheet: all five". */
  source: message<{ sheet: string }>({
    en: 'From the fact sheet: {sheet}',
    es: 'De la ficha: {sheet}',
    pt: 'Da ficha: {sheet}',
    fr: 'D’après la fiche : {sheet}',
  }),
  /** A figure inside a sentence, with what must be said of it. */
  figureInSentence: message<{ value: string; note: string }>({
    en: '{value} ({note})',
    es: '{value} ({note})',
    pt: '{value} ({note})',
    fr: '{value} ({note})',
  }),
  /** The page of one text, and what it said before. */
  kicker: message({ en: 'A text', es: 'Un texto', pt: 'Um texto', fr: 'Un texte' }),
  /** "Results in words: TITLE OF THE PROGRAMME". */
  titleOf: message<{ section: string; program: string }>({
    en: '{section}: {program}',
    es: '{section}: {program}',
    pt: '{section}: {program}',
    fr: '{section} : {program}',
  }),
  pageLede: message({
    en: 'What it says, with its figures as they count, and what it said before.',
    es: 'Lo que dice, con sus cifras tal como cuentan, y lo que decía antes.',
    pt: 'O que diz, com seus números tal como contam, e o que dizia antes.',
    fr: 'Ce qu’il dit, avec ses chiffres tels qu’ils comptent, et ce qu’il disait auparavant.',
  }),
  correct: message({
    en: 'Correct this text',
    es: 'Corregir este texto',
    pt: 'Corrigir este texto',
    fr: 'Corriger ce texte',
  }),
  versions: message({
    en: 'History',
    es: 'Historial',
    pt: 'Histórico',
    fr: 'Historique',
  }),
  versionsLede: message({
    en: 'Every version of this text that has counted, the newest first, with its references as they were written. Nothing is ever deleted.',
    es: 'Todas las versiones de este texto que han contado, primero la más reciente, con sus referencias como se escribieron. Nunca se borra nada.',
    pt: 'Todas as versões deste texto que já contaram, a mais recente primeiro, com suas referências como foram escritas. Nada é apagado.',
    fr: 'Toutes les versions de ce texte qui ont compté, la plus récente en premier, avec leurs renvois tels qu’ils ont été écrits. Rien n’est jamais supprimé.',
  }),
  history: message({ en: 'History', es: 'Historial', pt: 'Histórico', fr: 'Historique' }),
  section: message({ en: 'Section', es: 'Sección', pt: 'Seção', fr: 'Rubrique' }),
  text: message({ en: 'Text', es: 'Texto', pt: 'Texto', fr: 'Texte' }),
  language: message({ en: 'Language', es: 'Idioma', pt: 'Idioma', fr: 'Langue' }),
  sheet: message({ en: 'Sheet', es: 'Ficha', pt: 'Ficha', fr: 'Fiche' }),
  /** Of a report, whose texts are longer than its room. */
  shortened: message({
    en: 'What is shortened here stands whole on the programme’s page.',
    es: 'Lo que aquí se abrevia figura completo en la página del programa.',
    pt: 'O que está abreviado aqui consta por inteiro na página do programa.',
    fr: 'Ce qui est abrégé ici figure en entier sur la page du programme.',
  }),
  more: message<{ count: number }>({
    en: '{count, plural, one {# more text stands} other {# more texts stand}} on the programme’s page.',
    es: '{count, plural, one {# texto más figura} many {# de textos más figuran} other {# textos más figuran}} en la página del programa.',
    pt: '{count, plural, one {Mais # texto está} many {Mais # de textos estão} other {Mais # textos estão}} na página do programa.',
    fr: '{count, plural, one {# autre texte figure} many {# d’autres textes figurent} other {# autres textes figurent}} sur la page du programme.',
  }),
  tableTitle: message<{ count: number }>({
    en: '{count, plural, one {# text} other {# texts}} in words',
    es: '{count, plural, one {# texto} many {# de textos} other {# textos}} en palabras',
    pt: '{count, plural, one {# texto} many {# de textos} other {# textos}} em palavras',
    fr: '{count, plural, one {# texte} many {# de textes} other {# textes}} en mots',
  }),
  /** Where its reader types a text. */
  textHint: message({
    en: 'A blank line begins a paragraph; “- ” before a line makes it one of a list. [officials-trained] prints that total of the programme, as it counts when it is read; [officials-trained target] its target. A bracket is written \\[.',
    es: 'Una línea en blanco comienza un párrafo; «- » ante una línea la hace parte de una lista. [officials-trained] imprime ese total del programa, tal como cuenta cuando se lee; [officials-trained target], su meta. Un corchete se escribe \\[.',
    pt: 'Uma linha em branco começa um parágrafo; “- ” antes de uma linha a torna parte de uma lista. [officials-trained] imprime esse total do programa, tal como conta quando é lido; [officials-trained target], sua meta. Um colchete escreve-se \\[.',
    fr: 'Une ligne vide commence un paragraphe ; « - » devant une ligne en fait un point d’une liste. [officials-trained] imprime ce total du programme, tel qu’il compte à la lecture ; [officials-trained target], sa cible. Un crochet s’écrit \\[.',
  }),
} as const;
