import { message } from '../message.ts';

/** What one field says, whatever the row is of. */
export const cellErrorWords = {
  'CELL.EMPTY': message({
    en: 'This field needs a value. Fill it in.',
    es: 'Este campo necesita un valor. Complételo.',
    pt: 'Este campo precisa de um valor. Preencha-o.',
    fr: 'Ce champ demande une valeur. Remplissez-le.',
  }),
  'CELL.INVISIBLE': message({
    en: 'This holds signs that nobody can see, which come along with what is copied. Type it again by hand.',
    es: 'Contiene signos que nadie puede ver y que llegan con lo que se copia. Escríbalo de nuevo a mano.',
    pt: 'Contém sinais que ninguém pode ver e que vêm junto com o que se copia. Digite de novo à mão.',
    fr: 'Le texte contient des signes invisibles, venus avec ce qui a été copié. Saisissez-le de nouveau à la main.',
  }),
  'CELL.NOT_AN_EMAIL': message({
    en: 'This is not an e-mail address. Write it as name@example.org.',
    es: 'Esto no es una dirección de correo electrónico. Escríbala como nombre@example.org.',
    pt: 'Isto não é um endereço de e-mail. Escreva-o como nome@example.org.',
    fr: 'Ce n’est pas une adresse électronique. Écrivez-la sous la forme nom@example.org.',
  }),
  'CELL.NOT_AN_IDENTIFIER': message({
    en: 'This cannot be an identifier. Write it without spaces, in at most 120 characters: XM-DAC-47136-2017.12',
    es: 'Esto no puede ser un identificador. Escríbalo sin espacios, en 120 caracteres como máximo: XM-DAC-47136-2017.12',
    pt: 'Isto não pode ser um identificador. Escreva-o sem espaços, em no máximo 120 caracteres: XM-DAC-47136-2017.12',
    fr: 'Ce ne peut être un identifiant. Écrivez-le sans espaces, en 120 caractères au plus : XM-DAC-47136-2017.12',
  }),
  'CELL.NOT_A_CODE': message({
    en: 'This cannot be a code. Write letters without accents, digits and hyphens; of a pillar or a list, in lower case.',
    es: 'Esto no puede ser un código. Escriba letras sin tildes, dígitos y guiones; de un pilar o una lista, en minúsculas.',
    pt: 'Isto não pode ser um código. Escreva letras sem acentos, dígitos e hifens; de um pilar ou de uma lista, em minúsculas.',
    fr: 'Ce ne peut être un code. Écrivez des lettres sans accents, des chiffres et des traits d’union ; pour un pilier ou une liste, en minuscules.',
  }),
  'CELL.NOT_A_DATE': message({
    en: 'This is not a date that can be taken here. Write the day as 2017-06-30; where less will do, a month as 2017-06 or a year as 2017.',
    es: 'Esta fecha no se admite aquí. Escriba el día como 2017-06-30; donde baste con menos, un mes como 2017-06 o un año como 2017.',
    pt: 'Esta data não é aceita aqui. Escreva o dia como 2017-06-30; onde bastar menos, um mês como 2017-06 ou um ano como 2017.',
    fr: 'Cette date n’est pas acceptée ici. Écrivez le jour sous la forme 2017-06-30 ; là où moins suffit, un mois comme 2017-06 ou une année comme 2017.',
  }),
  'CELL.NOT_A_LINK': message({
    en: 'This is not a web address. Write all of it, with https:// before it.',
    es: 'Esto no es una dirección web. Escríbala completa, con https:// al comienzo.',
    pt: 'Isto não é um endereço da internet. Escreva-o completo, com https:// no começo.',
    fr: 'Ce n’est pas une adresse web. Écrivez-la en entier, avec https:// au début.',
  }),
  'CELL.NOT_A_NUMBER': message({
    en: 'This is not a number. Write digits alone, with a point for decimals, as in 1234.5; a unit, a currency or “about” has a field of its own.',
    es: 'Esto no es un número. Escriba solo dígitos, con coma decimal, como 1234,5; la unidad, la moneda o «aproximado» tienen su propio campo.',
    pt: 'Isto não é um número. Escreva só dígitos, com vírgula decimal, como 1234,5; a unidade, a moeda ou “aproximado” têm campo próprio.',
    fr: 'Ce n’est pas un nombre. Écrivez des chiffres seulement, avec une virgule décimale, comme 1234,5 ; l’unité, la monnaie ou « environ » ont leur propre champ.',
  }),
  'CELL.NOT_A_RATE': message({
    en: 'This is not an exchange rate. Write a number above 0, with at most twelve digits on either side of the point: 1.1423',
    es: 'Esto no es un tipo de cambio. Escriba un número mayor que 0, con doce dígitos como máximo a cada lado del punto: 1.1423',
    pt: 'Isto não é uma taxa de câmbio. Escreva um número maior que 0, com no máximo doze dígitos de cada lado do ponto: 1.1423',
    fr: 'Ce n’est pas un taux de change. Écrivez un nombre supérieur à 0, avec au plus douze chiffres de part et d’autre du point : 1.1423',
  }),
  'CELL.NOT_A_SHARE': message({
    en: 'This is not a share. Write a percentage above 0 and up to 100: 33.33',
    es: 'Esto no es un porcentaje asignado. Escriba un porcentaje mayor que 0 y hasta 100: 33.33',
    pt: 'Isto não é um percentual atribuído. Escreva uma porcentagem maior que 0 e até 100: 33.33',
    fr: 'Ce n’est pas une quote-part. Écrivez un pourcentage supérieur à 0 et d’au plus 100 : 33.33',
  }),
  'CELL.NOT_A_TIME_ZONE': message({
    en: 'This is not a time zone. Write its name, as in America/Costa_Rica.',
    es: 'Esto no es un huso horario. Escriba su nombre, como America/Costa_Rica.',
    pt: 'Isto não é um fuso horário. Escreva seu nome, como America/Costa_Rica.',
    fr: 'Ce n’est pas un fuseau horaire. Écrivez son nom, comme America/Costa_Rica.',
  }),
  'CELL.OUT_OF_RANGE': message({
    en: 'This number is not one of those that are meant. Write a whole number: a day from 1 to 28, an hour from 0 to 23.',
    es: 'Este número no está entre los previstos. Escriba un número entero: un día del 1 al 28, una hora del 0 al 23.',
    pt: 'Este número não está entre os previstos. Escreva um número inteiro: um dia de 1 a 28, uma hora de 0 a 23.',
    fr: 'Ce nombre n’est pas de ceux qui sont prévus. Écrivez un nombre entier : un jour de 1 à 28, une heure de 0 à 23.',
  }),
  'CELL.NOT_EXACT': message({
    en: 'The number has more digits than are kept exactly. Write at most 15.',
    es: 'El número tiene más dígitos de los que se guardan con exactitud. Escriba 15 como máximo.',
    pt: 'O número tem mais dígitos do que se guardam com exatidão. Escreva no máximo 15.',
    fr: 'Le nombre a plus de chiffres qu’il n’en est conservé exactement. Écrivez-en 15 au plus.',
  }),
  'CELL.NOT_PILLARS': message({
    en: 'This is not a list of pillars. Write one pillar, or each once with its share: democracy:60;human-rights:40',
    es: 'Esto no es una lista de pilares. Escriba un pilar, o cada uno una sola vez con su parte: democracy:60;human-rights:40',
    pt: 'Isto não é uma lista de pilares. Escreva um pilar, ou cada um uma só vez com sua parte: democracy:60;human-rights:40',
    fr: 'Ce n’est pas une liste de piliers. Écrivez un pilier, ou chacun une seule fois avec sa part : democracy:60;human-rights:40',
  }),
  'CELL.NOT_YES_OR_NO': message({
    en: 'This is neither yes nor no. Write one of the two.',
    es: 'Esto no es ni sí ni no. Escriba uno de los dos.',
    pt: 'Isto não é nem sim nem não. Escreva um dos dois.',
    fr: 'Ce n’est ni oui ni non. Écrivez l’un des deux.',
  }),
  'CELL.NO_CODE': message({
    en: 'A name needs at least one letter or digit. Write the name.',
    es: 'Un nombre necesita al menos una letra o un dígito. Escriba el nombre.',
    pt: 'Um nome precisa de pelo menos uma letra ou um dígito. Escreva o nome.',
    fr: 'Un nom demande au moins une lettre ou un chiffre. Écrivez le nom.',
  }),
  'CELL.TOO_LONG': message({
    en: 'This is too long for the field. Shorten it.',
    es: 'Es demasiado largo para el campo. Acórtelo.',
    pt: 'É longo demais para o campo. Encurte-o.',
    fr: 'Ce texte est trop long pour ce champ. Raccourcissez-le.',
  }),
  'CELL.TWO_READINGS': message({
    en: 'This can be read in two ways. Write a date with its year first, as 2017-06-30; a number without signs between thousands, as 1234, or with a zero more after its decimals, as 1.2340.',
    es: 'Esto se puede leer de dos maneras. Escriba una fecha con el año primero, como 2017-06-30; un número sin signos entre los miles, como 1234, o con un cero más tras los decimales, como 1.2340.',
    pt: 'Isto pode ser lido de duas maneiras. Escreva uma data com o ano primeiro, como 2017-06-30; um número sem sinais entre os milhares, como 1234, ou com um zero a mais depois dos decimais, como 1.2340.',
    fr: 'Cela peut se lire de deux façons. Écrivez une date en commençant par l’année, comme 2017-06-30 ; un nombre sans signe entre les milliers, comme 1234, ou avec un zéro de plus après les décimales, comme 1.2340.',
  }),
  'CELL.UNKNOWN_COUNTRY': message({
    en: 'There is no such country. Write its two capital letters, as in CR; where a region will do, region: and its name.',
    es: 'Ese país no existe. Escriba sus dos letras mayúsculas, como CR; donde valga una región, region: y su nombre.',
    pt: 'Esse país não existe. Escreva suas duas letras maiúsculas, como CR; onde valer uma região, region: e seu nome.',
    fr: 'Ce pays n’existe pas. Écrivez ses deux lettres majuscules, comme CR ; là où une région convient, region: suivi de son nom.',
  }),
  'CELL.UNKNOWN_CURRENCY': message({
    en: 'There is no such currency. Write its three letters, as in USD.',
    es: 'Esa moneda no existe. Escriba sus tres letras, como USD.',
    pt: 'Essa moeda não existe. Escreva suas três letras, como USD.',
    fr: 'Cette monnaie n’existe pas. Écrivez ses trois lettres, comme USD.',
  }),
  'CELL.UNKNOWN_WORD': message({
    en: 'This is none of the words for this field. Choose one of the list.',
    es: 'No es ninguna de las palabras de este campo. Elija una de la lista.',
    pt: 'Não é nenhuma das palavras deste campo. Escolha uma da lista.',
    fr: 'Ce mot n’est pas de ceux que prend ce champ. Choisissez-en un dans la liste.',
  }),
  'TEXT.MISSING': message({
    en: 'There is no text in any language. Write it in one at least.',
    es: 'No hay texto en ningún idioma. Escríbalo al menos en uno.',
    pt: 'Não há texto em nenhum idioma. Escreva-o em pelo menos um.',
    fr: 'Il n’y a de texte dans aucune langue. Écrivez-le dans une au moins.',
  }),
  'WORD.NEARLY_KNOWN': message({
    en: 'Nothing is called so, and something is called nearly so. Write the one that is known; what is new is entered with a form of its own first.',
    es: 'No hay nada con este nombre, pero sí algo con uno muy parecido. Escriba lo que ya existe; lo nuevo se ingresa antes con su propio formulario.',
    pt: 'Nada tem este nome, mas algo tem um nome muito parecido. Escreva o que já existe; o que é novo se insere antes com seu próprio formulário.',
    fr: 'Rien ne porte ce nom, mais quelque chose en porte un très proche. Écrivez ce qui est connu ; ce qui est nouveau se saisit d’abord par son propre formulaire.',
  }),
  'WORD.SEVERAL': message({
    en: 'Several things may be meant by this. Choose one of the list.',
    es: 'Esto puede significar varias cosas. Elija una de la lista.',
    pt: 'Isto pode significar várias coisas. Escolha uma da lista.',
    fr: 'Cela peut désigner plusieurs choses. Choisissez-en une dans la liste.',
  }),
} as const;
