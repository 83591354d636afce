import { type Message, message } from '../message.ts';

/** A word of a file, as a sentence repeats it. */
export const writtenWord = message<{ word: string }>({
  en: '“{word}”',
  es: '«{word}»',
  pt: '“{word}”',
  fr: '« {word} »',
});

/** What is wrong with a cell, by what stands in it and what may be meant. */
export const meantErrorWords: Readonly<Record<string, Message<{ value: string; meant: string }>>> = {
  'WORD.NEARLY_KNOWN': message({
    en: 'There is no {value}, but there is {meant}. Write the one that is known; what is new is entered with a form of its own first.',
    es: 'No existe {value}, pero sí {meant}. Escriba lo que ya existe; lo nuevo se ingresa antes con su propio formulario.',
    pt: 'Não existe {value}, mas existe {meant}. Escreva o que já existe; o que é novo se insere antes com seu próprio formulário.',
    fr: '{value} n’existe pas, mais {meant} existe. Écrivez ce qui est connu ; ce qui est nouveau se saisit d’abord par son propre formulaire.',
  }),
  'WORD.SEVERAL': message({
    en: '{value} may be more than one thing. Write the one that is meant: {meant}.',
    es: '{value} puede significar varias cosas. Escriba la que corresponda: {meant}.',
    pt: '{value} pode significar várias coisas. Escreva a que se aplica: {meant}.',
    fr: '{value} peut désigner plusieurs choses. Écrivez celle qui convient : {meant}.',
  }),
  'CELL.UNKNOWN_COUNTRY': message({
    en: '{value} is not a country. Did you mean {meant}? Write its two capital letters.',
    es: '{value} no es un país. ¿Quiso decir {meant}? Escriba sus dos letras mayúsculas.',
    pt: '{value} não é um país. Você quis dizer {meant}? Escreva suas duas letras maiúsculas.',
    fr: '{value} n’est pas un pays. Vouliez-vous dire {meant} ? Écrivez ses deux lettres majuscules.',
  }),
  'CELL.NOT_A_DATE': message({
    en: '{value} is not a date that can be taken here. Write {meant}, if that is meant.',
    es: '{value} no se admite aquí como fecha. Escriba {meant}, si es lo que quiere decir.',
    pt: '{value} não é aceito aqui como data. Escreva {meant}, se é o que quer dizer.',
    fr: '{value} n’est pas accepté ici comme date. Écrivez {meant}, si c’est ce que vous voulez dire.',
  }),
  'NARRATIVE.UNKNOWN_INDICATOR': message({
    en: 'There is no indicator {value}, to which the text refers. Did you mean {meant}? Correct the code in the brackets; a bracket of the text itself is written \\[.',
    es: 'El texto remite al indicador {value}, que no existe. ¿Quiso decir {meant}? Corrija el código entre corchetes; un corchete del propio texto se escribe \\[.',
    pt: 'O texto remete ao indicador {value}, que não existe. Você quis dizer {meant}? Corrija o código entre colchetes; um colchete do próprio texto escreve-se \\[.',
    fr: 'Le texte renvoie à l’indicateur {value}, qui n’existe pas. Vouliez-vous dire {meant} ? Corrigez le code entre crochets ; un crochet du texte même s’écrit \\[.',
  }),
};

/** What can be read in two ways, with both. */
export const twoReadingsWords = {
  date: message<{ value: string; one: string; other: string }>({
    en: '{value} can be read as {one} and as {other}. Write the one that is meant, the year first.',
    es: '{value} puede leerse como {one} y como {other}. Escriba la fecha que corresponda, con el año primero.',
    pt: '{value} pode ser lido como {one} e como {other}. Escreva a data que se aplica, com o ano primeiro.',
    fr: '{value} peut se lire {one} et {other}. Écrivez la date voulue, en commençant par l’année.',
  }),
  number: message<{ value: string; one: string; other: string }>({
    en: '{value} can be read as {one} and as {other}. Write {one}, or {other}0 with a zero more; or bring the file again and choose its decimal separator.',
    es: '{value} puede leerse como {one} y como {other}. Escriba {one}, o {other}0 con un cero más; o traiga el archivo de nuevo y elija su separador decimal.',
    pt: '{value} pode ser lido como {one} e como {other}. Escreva {one}, ou {other}0 com um zero a mais; ou traga o arquivo de novo e escolha seu separador decimal.',
    fr: '{value} peut se lire {one} et {other}. Écrivez {one}, ou {other}0 avec un zéro de plus ; ou apportez de nouveau le fichier et choisissez son séparateur décimal.',
  }),
};

/** What is wrong with a cell, by what stands in it, where nothing is like it. */
export const writtenErrorWords: Readonly<Record<string, Message<{ value: string }>>> = {
  'CELL.UNKNOWN_COUNTRY': message({
    en: '{value} is not a country. Write its two capital letters, as in CR; where a region will do, its name; a new one with region: before it.',
    es: '{value} no es un país. Escriba sus dos letras mayúsculas, como CR; donde valga una región, su nombre; una nueva, con region: delante.',
    pt: '{value} não é um país. Escreva suas duas letras maiúsculas, como CR; onde valer uma região, seu nome; uma nova, com region: antes.',
    fr: '{value} n’est pas un pays. Écrivez ses deux lettres majuscules, comme CR ; là où une région convient, son nom ; une nouvelle, précédée de region:.',
  }),
  'CELL.NOT_A_DATE': message({
    en: '{value} is not a date that can be taken here. Write the day as 2017-06-30; where less will do, a month as 2017-06 or a year as 2017.',
    es: '{value} no se admite aquí como fecha. Escriba el día como 2017-06-30; donde baste con menos, un mes como 2017-06 o un año como 2017.',
    pt: '{value} não é aceito aqui como data. Escreva o dia como 2017-06-30; onde bastar menos, um mês como 2017-06 ou um ano como 2017.',
    fr: '{value} n’est pas accepté ici comme date. Écrivez le jour sous la forme 2017-06-30 ; là où moins suffit, un mois comme 2017-06 ou une année comme 2017.',
  }),
  'CELL.NOT_A_NUMBER': message({
    en: '{value} is not a number that can be taken here. Write digits alone, with a point for decimals, as in 1234.5; a unit, a currency or “about” has a field of its own.',
    es: '{value} no se admite aquí como número. Escriba solo dígitos, con coma decimal, como 1234,5; la unidad, la moneda o «aproximado» tienen su propio campo.',
    pt: '{value} não é aceito aqui como número. Escreva só dígitos, com vírgula decimal, como 1234,5; a unidade, a moeda ou “aproximado” têm campo próprio.',
    fr: '{value} n’est pas accepté ici comme nombre. Écrivez des chiffres seulement, avec une virgule décimale, comme 1234,5 ; l’unité, la monnaie ou « environ » ont leur propre champ.',
  }),
  'CELL.UNKNOWN_WORD': message({
    en: '{value} is none of the words for this field. Choose one of the list.',
    es: '{value} no es ninguna de las palabras de este campo. Elija una de la lista.',
    pt: '{value} não é nenhuma das palavras deste campo. Escolha uma da lista.',
    fr: '{value} n’est pas un mot que prend ce champ. Choisissez-en un dans la liste.',
  }),
};
