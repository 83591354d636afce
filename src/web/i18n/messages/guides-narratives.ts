import { message } from '../message.ts';
import { resultGuide } from './guides-figures.ts';
import { sharedGuides } from './guides-programs.ts';

/** What each column of the file of words beside figures takes, as templates say it. */
export const narrativeGuide = {
  ref: sharedGuides.ref,
  program: sharedGuides.program,
  country_or_region: message({
    en: 'Of one country or region alone: a country by its two capital letters or its name, a region by region: and its name. Empty: of the programme as a whole.',
    es: 'De un solo país o una sola región: un país, con sus dos letras mayúsculas o su nombre; una región, con region: y su nombre. Vacío: del programa entero.',
    pt: 'De um só país ou uma só região: um país, com suas duas letras maiúsculas ou seu nome; uma região, com region: e seu nome. Vazio: do programa inteiro.',
    fr: 'D’un seul pays ou d’une seule région : un pays, par ses deux lettres majuscules ou son nom ; une région, par region: suivi de son nom. Vide : du programme entier.',
  }),
  section: message({
    en: 'What it tells: background, approach, result (in words), next (what comes next), partners or groups (for whom), by name.',
    es: 'Qué cuenta: antecedentes (background), enfoque (approach), resultados en palabras (result), próximos pasos (next), socios (partners) o grupos destinatarios (groups), por su nombre.',
    pt: 'O que conta: antecedentes (background), abordagem (approach), resultados em palavras (result), próximos passos (next), parceiros (partners) ou grupos destinatários (groups), pelo nome.',
    fr: 'Ce que cela raconte : contexte (background), démarche (approach), résultats en mots (result), suite (next), partenaires (partners) ou groupes visés (groups), par leur nom.',
  }),
  period_start: resultGuide.period_start,
  period_end: message({
    en: 'The last day, month, quarter or year that the text is about; empty: of no time in particular.',
    es: 'El último día, mes, trimestre o año del que trata el texto; vacío: de ningún momento en particular.',
    pt: 'O último dia, mês, trimestre ou ano de que trata o texto; vazio: de nenhum momento em particular.',
    fr: 'Le dernier jour, mois, trimestre ou la dernière année dont parle le texte ; vide : d’aucun moment en particulier.',
  }),
  date_precision: resultGuide.date_precision,
  text: message({
    en: 'The words, in English: a blank line between paragraphs, “- ” before each line of a list. [officials-trained] prints that total of the programme, [officials-trained target] its target; a bracket is written \\[.',
    es: 'Las palabras, en inglés: una línea en blanco entre párrafos y «- » ante cada línea de una lista. [officials-trained] imprime ese total del programa; [officials-trained target], su meta; un corchete se escribe \\[.',
    pt: 'As palavras, em inglês: uma linha em branco entre parágrafos e “- ” antes de cada linha de uma lista. [officials-trained] imprime esse total do programa; [officials-trained target], sua meta; um colchete escreve-se \\[.',
    fr: 'Les mots, en anglais : une ligne vide entre les paragraphes, « - » devant chaque ligne d’une liste. [officials-trained] imprime ce total du programme ; [officials-trained target], sa cible ; un crochet s’écrit \\[.',
  }),
  text_for: message({
    en: 'Who may read the text: everybody, or the organisation alone.',
    es: 'Quién puede leer el texto: todos (everybody) o solo la organización (organisation).',
    pt: 'Quem pode ler o texto: todos (everybody) ou só a organização (organisation).',
    fr: 'Qui peut lire le texte : tout le monde (everybody) ou l’organisation seule (organisation).',
  }),
  sheet: resultGuide.sheet,
  sheet_for: resultGuide.sheet_for,
  status: sharedGuides.status,
  reason: sharedGuides.reason,
} as const;
