import { message } from '../message.ts';

/** Why a parameter is not taken, beside its field. */
export const faultMessages = {
  'not-a-day': message<{ value: string }>({
    en: '“{value}” is not a day. Write it as 2017-06-30.',
    es: '«{value}» no es una fecha. Escríbala como 2017-06-30.',
    pt: '“{value}” não é uma data. Escreva como 2017-06-30.',
    fr: '« {value} » n’est pas une date. Écrivez-la sous la forme 2017-06-30.',
  }),
  'not-a-moment': message<{ value: string }>({
    en: '“{value}” is no moment. Write a day as 2017-06-30, or a moment as 2017-06-30T18:00:00Z.',
    es: '«{value}» no es un momento. Escriba un día como 2017-06-30 o un momento como 2017-06-30T18:00:00Z.',
    pt: '“{value}” não é um momento. Escreva um dia como 2017-06-30 ou um momento como 2017-06-30T18:00:00Z.',
    fr: '« {value} » n’est pas un moment. Écrivez un jour sous la forme 2017-06-30, ou un moment sous la forme 2017-06-30T18:00:00Z.',
  }),
  'in-the-future': message<{ value: string }>({
    en: '“{value}” has not come yet. Choose a moment in the past, or leave it empty for now.',
    es: '«{value}» aún no ha llegado. Elija un momento pasado, o déjelo vacío para ver lo de ahora.',
    pt: '“{value}” ainda não chegou. Escolha um momento no passado ou deixe vazio para ver o de agora.',
    fr: '« {value} » n’est pas encore venu. Choisissez un moment passé, ou laissez vide pour maintenant.',
  }),
  'before-the-record': message<{ value: string }>({
    en: 'What was known on {value} is not recorded.',
    es: 'No hay registro de lo que se sabía el {value}.',
    pt: 'Não há registro do que se sabia em {value}.',
    fr: 'Ce qui était connu le {value} n’est pas enregistré.',
  }),
  'after-end': message({
    en: 'This first day is after the last one. Change one of the two.',
    es: 'Este primer día es posterior al último. Cambie uno de los dos.',
    pt: 'Este primeiro dia é posterior ao último. Altere um dos dois.',
    fr: 'Ce premier jour est postérieur au dernier. Changez l’un des deux.',
  }),
  several: message<{ value: string }>({
    en: '“{value}” may be several. Write more of the name, or the code.',
    es: '«{value}» puede ser varios. Escriba más del nombre, o el código.',
    pt: '“{value}” pode ser vários. Escreva mais do nome, ou o código.',
    fr: '« {value} » peut en désigner plusieurs. Complétez le nom, ou indiquez le code.',
  }),
  'unknown-code': message<{ value: string }>({
    en: '“{value}” is not known here. Choose from the list, or write a name or a code.',
    es: '«{value}» no se conoce aquí. Elija de la lista, o escriba un nombre o un código.',
    pt: '“{value}” não é conhecido aqui. Escolha na lista, ou escreva um nome ou um código.',
    fr: '« {value} » n’est pas connu ici. Choisissez dans la liste, ou écrivez un nom ou un code.',
  }),
  'unknown-parameter': message({
    en: 'This is not something that can be asked here.',
    es: 'Esto no se puede pedir aquí.',
    pt: 'Isto não pode ser pedido aqui.',
    fr: 'Cela ne peut pas être demandé ici.',
  }),
  repeated: message({
    en: 'Only one can be chosen at a time.',
    es: 'Solo se puede elegir uno a la vez.',
    pt: 'Só é possível escolher um de cada vez.',
    fr: 'On ne peut en choisir qu’un à la fois.',
  }),
  'not-a-period': message<{ value: string }>({
    en: '“{value}” is not a period. Choose one, or write a month (2017-06), a quarter (2017-Q2), a year (2017) or a fiscal year (FY2017).',
    es: '«{value}» no es un período. Elija uno, o escriba un mes (2017-06), un trimestre (2017-Q2), un año (2017) o un año fiscal (FY2017).',
    pt: '“{value}” não é um período. Escolha um, ou escreva um mês (2017-06), um trimestre (2017-Q2), um ano (2017) ou um ano fiscal (FY2017).',
    fr: '« {value} » n’est pas une période. Choisissez-en une, ou écrivez un mois (2017-06), un trimestre (2017-Q2), une année (2017) ou un exercice (FY2017).',
  }),
  'beside-days': message({
    en: 'Choose either a period or days of your own: leave the one or the others empty.',
    es: 'Elija un período o días propios: deje vacío lo uno o lo otro.',
    pt: 'Escolha um período ou dias próprios: deixe um ou os outros vazios.',
    fr: 'Choisissez soit une période, soit des jours : laissez l’un ou les autres vides.',
  }),
  alone: message({
    en: 'The parameters “by” and “key” go together: the address lacks one of them.',
    es: 'Los parámetros «by» y «key» van juntos: a la dirección le falta uno.',
    pt: 'Os parâmetros “by” e “key” andam juntos: falta um deles no endereço.',
    fr: 'Les paramètres « by » et « key » vont ensemble : il en manque un dans l’adresse.',
  }),
  'not-understood': message<{ value: string }>({
    en: '“{value}” cannot be read here.',
    es: '«{value}» no se puede interpretar aquí.',
    pt: '“{value}” não pode ser interpretado aqui.',
    fr: '« {value} » ne peut pas être compris ici.',
  }),
} as const;

/** Around them. */
export const faultWords = {
  near: message<{ near: string }>({
    en: 'Did you mean {near}?',
    es: '¿Quiso decir {near}?',
    pt: 'Você quis dizer {near}?',
    fr: 'Vouliez-vous dire {near} ?',
  }),
  firstMoment: message<{ near: string }>({
    en: 'The first moment that can be asked for is {near}.',
    es: 'El primer momento que se puede pedir es {near}.',
    pt: 'O primeiro momento que pode ser pedido é {near}.',
    fr: 'Le premier moment qui peut être demandé est {near}.',
  }),
  /** What is wrong with a parameter that has no field. */
  ofParameter: message<{ parameter: string; fault: string }>({
    en: '{parameter}: {fault}',
    es: '{parameter}: {fault}',
    pt: '{parameter}: {fault}',
    fr: '{parameter} : {fault}',
  }),
  title: message({
    en: 'This filter needs a correction',
    es: 'Este filtro necesita una corrección',
    pt: 'Este filtro precisa de uma correção',
    fr: 'Ce filtre demande une correction',
  }),
  lede: message({
    en: 'What is wrong stands beside it; the rest is as you entered it. Until then no figures are shown, rather than others than those you asked for.',
    es: 'El error se indica al lado; lo demás está tal como lo ingresó. Mientras tanto no se muestran cifras, antes que otras distintas de las que pidió.',
    pt: 'O erro está indicado ao lado; o restante está como você informou. Até lá nenhum número é mostrado, em vez de outros diferentes dos que você pediu.',
    fr: 'L’erreur est indiquée à côté ; le reste est tel que vous l’avez saisi. D’ici là, aucun chiffre n’est affiché, plutôt que d’autres que ceux demandés.',
  }),
} as const;
