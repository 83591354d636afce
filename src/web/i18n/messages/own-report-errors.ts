import { message } from '../message.ts';

/** Why a report of one's own, or a view, was not kept, by the code of the error. */
export const ownReportErrors = {
  'OWN_REPORT.TITLE': message({
    en: 'A report needs a title of at most 120 characters.',
    es: 'Un informe necesita un título de 120 caracteres como máximo.',
    pt: 'Um relatório precisa de um título de no máximo 120 caracteres.',
    fr: 'Un rapport a besoin d’un titre de 120 caractères au plus.',
  }),
  'OWN_REPORT.TOO_LONG': message({
    en: 'This is too long: at most 4,000 characters of text, and 120 of a heading.',
    es: 'Es demasiado largo: 4000 caracteres de texto como máximo, y 120 de encabezado.',
    pt: 'É longo demais: no máximo 4.000 caracteres de texto e 120 de título.',
    fr: 'C’est trop long : 4 000 caractères de texte au plus, et 120 pour un intertitre.',
  }),
  'OWN_REPORT.PERIOD': message({
    en: 'This is no period. Name a year (2017), a quarter (2017-Q2), a month (2017-06) or a fiscal year (FY2017).',
    es: 'Esto no es un período. Indique un año (2017), un trimestre (2017-Q2), un mes (2017-06) o un año fiscal (FY2017).',
    pt: 'Isto não é um período. Indique um ano (2017), um trimestre (2017-Q2), um mês (2017-06) ou um ano fiscal (FY2017).',
    fr: 'Ce n’est pas une période. Indiquez une année (2017), un trimestre (2017-Q2), un mois (2017-06) ou un exercice (FY2017).',
  }),
  'OWN_REPORT.INDICATORS': message({
    en: 'There are too many indicators: choose at most six.',
    es: 'Son demasiados indicadores: elija seis como máximo.',
    pt: 'São indicadores demais: escolha no máximo seis.',
    fr: 'Il y a trop d’indicateurs : choisissez-en six au plus.',
  }),
  'OWN_REPORT.NO_SECTION': message({
    en: 'A report says something: tick at least one section.',
    es: 'Un informe dice algo: marque al menos una sección.',
    pt: 'Um relatório diz algo: marque ao menos uma seção.',
    fr: 'Un rapport dit quelque chose : cochez au moins une section.',
  }),
  'OWN_REPORT.ORDER': message({
    en: 'The place of a section is a whole number from 1 to 99.',
    es: 'El lugar de una sección es un número entero del 1 al 99.',
    pt: 'O lugar de uma seção é um número inteiro de 1 a 99.',
    fr: 'La place d’une section est un nombre entier de 1 à 99.',
  }),
  'OWN_REPORT.NAMED': message({
    en: 'Nothing that you may see is called so, or several things are. Type the whole name, or its code.',
    es: 'Nada de lo que usted puede ver se llama así, o son varias cosas. Escriba el nombre completo o su código.',
    pt: 'Nada do que você pode ver se chama assim, ou são várias coisas. Digite o nome inteiro ou o código.',
    fr: 'Rien de ce que vous pouvez voir ne porte ce nom, ou plusieurs choses le portent. Saisissez le nom entier ou le code.',
  }),
  'VIEW.NAME': message({
    en: 'A view needs a name of at most 120 characters.',
    es: 'Una vista necesita un nombre de 120 caracteres como máximo.',
    pt: 'Uma vista precisa de um nome de no máximo 120 caracteres.',
    fr: 'Une vue a besoin d’un nom de 120 caractères au plus.',
  }),
  'VIEW.PAGE': message({
    en: 'The filters of this page are not kept. Save the dashboard, or a list of programmes, results or transactions.',
    es: 'Los filtros de esta página no se guardan. Guarde el tablero o una lista de programas, resultados o transacciones.',
    pt: 'Os filtros desta página não são salvos. Salve o painel ou uma lista de programas, resultados ou transações.',
    fr: 'Les filtres de cette page ne sont pas conservés. Enregistrez le tableau de bord ou une liste de programmes, de résultats ou de transactions.',
  }),
  'VIEW.UNKNOWN': message({
    en: 'There is no such view, or it is somebody else’s.',
    es: 'Esa vista no existe o es de otra persona.',
    pt: 'Essa vista não existe ou é de outra pessoa.',
    fr: 'Cette vue n’existe pas, ou elle est à quelqu’un d’autre.',
  }),
  'VIEW.OUTDATED': message({
    en: 'What this view asked for is asked for otherwise now, so it opens nothing. Save the page again.',
    es: 'Lo que esta vista pedía se pide ahora de otro modo, por lo que no abre nada. Guarde la página de nuevo.',
    pt: 'O que esta vista pedia agora é pedido de outro modo; por isso ela não abre nada. Salve a página de novo.',
    fr: 'Ce que cette vue demandait se demande désormais autrement : elle n’ouvre plus rien. Enregistrez la page à nouveau.',
  }),
  'OWN_REPORT.GONE': message({
    en: 'This report names something that is no longer there, or that is not yours to see. Whoever keeps it can change it.',
    es: 'Este informe menciona algo que ya no existe o que usted no puede ver. Quien lo guarda puede modificarlo.',
    pt: 'Este relatório menciona algo que não existe mais ou que você não pode ver. Quem o salvou pode alterá-lo.',
    fr: 'Ce rapport mentionne quelque chose qui n’existe plus, ou que vous ne pouvez pas voir. La personne qui le conserve peut le modifier.',
  }),
} as const;
