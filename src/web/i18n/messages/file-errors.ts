import { message } from '../message.ts';

const tooMuchToRead = message({
  en: 'There is too much in the file to read. Delete what is not the table, or save the sheet alone as “CSV UTF-8”.',
  es: 'El archivo tiene demasiado contenido para leerlo. Borre lo que no sea la tabla o guarde solo la hoja como «CSV UTF-8».',
  pt: 'O arquivo tem conteúdo demais para ser lido. Apague o que não for a tabela ou salve só a planilha como “CSV UTF-8”.',
  fr: 'Le fichier contient trop de choses pour être lu. Supprimez ce qui n’est pas le tableau, ou enregistrez la feuille seule en « CSV UTF-8 ».',
});

const notText = message({
  en: 'The file is not a text that can be read. Save it as XLSX, or as “CSV UTF-8”.',
  es: 'El archivo no es un texto legible. Guárdelo como XLSX o como «CSV UTF-8».',
  pt: 'O arquivo não é um texto legível. Salve-o como XLSX ou como “CSV UTF-8”.',
  fr: 'Le fichier n’est pas un texte lisible. Enregistrez-le en XLSX ou en « CSV UTF-8 ».',
});

/** Files as a whole: what cannot be read as a table of the kind. */
export const fileErrorWords = {
  'FILE.BAD_QUOTES': message({
    en: 'A quotation mark that opens a cell is not closed, or stands in the middle of one. Correct it, or save the file as XLSX.',
    es: 'Una comilla que abre una celda no se cierra o está en medio de ella. Corríjala o guarde el archivo como XLSX.',
    pt: 'Uma aspa que abre uma célula não é fechada ou está no meio dela. Corrija-a ou salve o arquivo como XLSX.',
    fr: 'Un guillemet qui ouvre une cellule n’est pas fermé, ou se trouve en son milieu. Corrigez-le, ou enregistrez le fichier en XLSX.',
  }),
  'FILE.BROKEN_WORKBOOK': message({
    en: 'The file is not whole, or has been damaged. Save it anew.',
    es: 'El archivo está incompleto o dañado. Guárdelo de nuevo.',
    pt: 'O arquivo está incompleto ou danificado. Salve-o de novo.',
    fr: 'Le fichier est incomplet ou endommagé. Enregistrez-le à nouveau.',
  }),
  'FILE.EMPTY': message({
    en: 'The file is empty. Fill the template of this kind.',
    es: 'El archivo está vacío. Llene la plantilla de este tipo.',
    pt: 'O arquivo está vazio. Preencha o modelo deste tipo.',
    fr: 'Le fichier est vide. Remplissez le modèle de ce type.',
  }),
  'FILE.MISSING_COLUMN': message({
    en: 'A column that is needed is missing. Add it, as the template has it.',
    es: 'Falta una columna necesaria. Agréguela como está en la plantilla.',
    pt: 'Falta uma coluna necessária. Acrescente-a como está no modelo.',
    fr: 'Une colonne nécessaire manque. Ajoutez-la, comme dans le modèle.',
  }),
  'FILE.NOT_A_TABLE': message({
    en: 'The file is no table. Save it as XLSX, or as “CSV UTF-8”.',
    es: 'El archivo no es una tabla. Guárdelo como XLSX o como «CSV UTF-8».',
    pt: 'O arquivo não é uma tabela. Salve-o como XLSX ou como “CSV UTF-8”.',
    fr: 'Le fichier n’est pas un tableau. Enregistrez-le en XLSX ou en « CSV UTF-8 ».',
  }),
  'FILE.NOT_A_WORKBOOK': message({
    en: 'The file is no workbook that can be read. Save it as XLSX, without a password.',
    es: 'El archivo no es un libro de cálculo legible. Guárdelo como XLSX, sin contraseña.',
    pt: 'O arquivo não é uma planilha legível. Salve-o como XLSX, sem senha.',
    fr: 'Le fichier n’est pas un classeur lisible. Enregistrez-le en XLSX, sans mot de passe.',
  }),
  'FILE.NOT_TEXT': notText,
  'FILE.NOT_UTF8': notText,
  'FILE.NO_ROWS': message({
    en: 'There are no rows below the header. Write at least one.',
    es: 'No hay filas debajo del encabezado. Escriba al menos una.',
    pt: 'Não há linhas abaixo do cabeçalho. Escreva pelo menos uma.',
    fr: 'Il n’y a aucune ligne sous l’en-tête. Écrivez-en au moins une.',
  }),
  'FILE.NO_SHEET': message({
    en: 'There is no such sheet in the file. Name one that it has, or none.',
    es: 'El archivo no tiene esa hoja. Indique una que tenga, o ninguna.',
    pt: 'O arquivo não tem essa planilha. Indique uma que ele tenha, ou nenhuma.',
    fr: 'Le fichier n’a pas cette feuille. Nommez-en une qu’il contient, ou aucune.',
  }),
  'FILE.REPEATED_COLUMN': message({
    en: 'A column is there twice. Leave one of them out.',
    es: 'Una columna aparece dos veces. Quite una de ellas.',
    pt: 'Uma coluna aparece duas vezes. Retire uma delas.',
    fr: 'Une colonne figure deux fois. Retirez-en une.',
  }),
  'FILE.TOO_LARGE': tooMuchToRead,
  'FILE.TOO_MANY_COLUMNS': message({
    en: 'There are more columns than a table of this kind can have. Keep those of the template.',
    es: 'Hay más columnas de las que puede tener una tabla de este tipo. Conserve las de la plantilla.',
    pt: 'Há mais colunas do que uma tabela deste tipo pode ter. Mantenha as do modelo.',
    fr: 'Il y a plus de colonnes qu’un tableau de ce type ne peut en avoir. Gardez celles du modèle.',
  }),
  'FILE.TOO_SLOW': tooMuchToRead,
  'FILE.UNKNOWN_COLUMN': message({
    en: 'There is no column of this name. Write its name as the template has it, or leave the column out.',
    es: 'No existe una columna con ese nombre. Escriba el nombre como está en la plantilla o quite la columna.',
    pt: 'Não existe uma coluna com esse nome. Escreva o nome como está no modelo ou retire a coluna.',
    fr: 'Aucune colonne ne porte ce nom. Écrivez-le comme dans le modèle, ou retirez la colonne.',
  }),
  'FILE.UNNAMED_COLUMN': message({
    en: 'A column without a name holds something. Write its name, or empty it.',
    es: 'Una columna sin nombre contiene algo. Escriba su nombre o vacíela.',
    pt: 'Uma coluna sem nome contém algo. Escreva seu nome ou esvazie-a.',
    fr: 'Une colonne sans nom contient quelque chose. Écrivez son nom, ou videz-la.',
  }),
  'IMPORT.BAD_ANSWERS': message({
    en: 'The answers cannot be read. Each names a line and says same or another.',
    es: 'Las respuestas no se pueden leer. Cada una indica una línea y dice same (la misma) o another (otra).',
    pt: 'As respostas não podem ser lidas. Cada uma indica uma linha e diz same (o mesmo) ou another (outro).',
    fr: 'Les réponses ne peuvent pas être lues. Chacune nomme une ligne et dit same (le même) ou another (un autre).',
  }),
  'IMPORT.TOO_LARGE': message({
    en: 'The file is too large to be taken at once. Split it into several.',
    es: 'El archivo es demasiado grande para importarlo de una vez. Divídalo en varios.',
    pt: 'O arquivo é grande demais para ser importado de uma vez. Divida-o em vários.',
    fr: 'Le fichier est trop volumineux pour être importé en une fois. Divisez-le en plusieurs.',
  }),
  'IMPORT.TWINS': message({
    en: 'This is nearly the same as something that is stored already. Say whether it is that, and corrects it, or another, and both count.',
    es: 'Es casi igual a algo que ya está guardado. Diga si es lo mismo, y entonces lo corrige, o si es otra cosa, y entonces cuentan las dos.',
    pt: 'É quase igual a algo que já está gravado. Diga se é a mesma coisa, e então a corrige, ou se é outra, e então contam as duas.',
    fr: 'C’est presque la même chose que ce qui est déjà enregistré. Dites si c’est la même, qui est alors corrigée, ou une autre, et les deux comptent.',
  }),
  'IMPORT.UNKNOWN_ANSWER': message({
    en: 'An answer names a line or a figure that is not there. Correct the answer.',
    es: 'Una respuesta menciona una línea o una cifra que no existe. Corrija la respuesta.',
    pt: 'Uma resposta menciona uma linha ou um número que não existe. Corrija a resposta.',
    fr: 'Une réponse nomme une ligne ou un chiffre qui n’existe pas. Corrigez la réponse.',
  }),
} as const;
