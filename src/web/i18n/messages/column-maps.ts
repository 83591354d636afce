import { message } from '../message.ts';

/** What the columns of a file are, where they are called otherwise than ours. */
export const columnMapMessages = {
  title: message({
    en: 'What the columns are',
    es: 'Qué son las columnas',
    pt: 'O que são as colunas',
    fr: 'Ce que sont les colonnes',
  }),
  lede: message<{ kind: string; rows: number }>({
    en: '{kind}: {rows, plural, one {# row} other {# rows}}, under names of the file’s own. Say what each column is; it is remembered for files with the same columns.',
    es: '{kind}: {rows, plural, one {# fila} many {# de filas} other {# filas}}, con nombres propios del archivo. Diga qué es cada columna; se recuerda para archivos con las mismas columnas.',
    pt: '{kind}: {rows, plural, one {# linha} many {# de linhas} other {# linhas}}, com nomes próprios do arquivo. Diga o que é cada coluna; isso é lembrado para arquivos com as mesmas colunas.',
    fr: '{kind} : {rows, plural, one {# ligne} many {# de lignes} other {# lignes}}, sous des noms propres au fichier. Dites ce qu’est chaque colonne ; c’est retenu pour les fichiers ayant les mêmes colonnes.',
  }),
  asLastTime: message<{ day: string }>({
    en: 'Filled as such files were last read ({day}). Change what is otherwise this time.',
    es: 'Completado como se leyeron la última vez estos archivos ({day}). Cambie lo que esta vez sea distinto.',
    pt: 'Preenchido como tais arquivos foram lidos da última vez ({day}). Mude o que desta vez for diferente.',
    fr: 'Rempli comme ces fichiers ont été lus la dernière fois ({day}). Changez ce qui diffère cette fois.',
  }),
  inFile: message({
    en: 'In the file',
    es: 'En el archivo',
    pt: 'No arquivo',
    fr: 'Dans le fichier',
  }),
  firstValues: message({
    en: 'First values',
    es: 'Primeros valores',
    pt: 'Primeiros valores',
    fr: 'Premières valeurs',
  }),
  whatItIs: message({ en: 'What it is', es: 'Qué es', pt: 'O que é', fr: 'Ce que c’est' }),
  whatIs: message<{ column: string }>({
    en: 'What “{column}” is',
    es: 'Qué es «{column}»',
    pt: 'O que é “{column}”',
    fr: 'Ce qu’est « {column} »',
  }),
  unnamed: message<{ number: number }>({
    en: 'Column {number, number}, without a name',
    es: 'Columna {number, number}, sin nombre',
    pt: 'Coluna {number, number}, sem nome',
    fr: 'Colonne {number, number}, sans nom',
  }),
  empty: message({ en: 'Empty', es: 'Vacía', pt: 'Vazia', fr: 'Vide' }),
  notUsed: message({ en: 'Not used', es: 'No se usa', pt: 'Não é usada', fr: 'Non utilisée' }),
  wholePeriod: message({
    en: 'The period (its first and last day)',
    es: 'El período (su primer y último día)',
    pt: 'O período (seu primeiro e último dia)',
    fr: 'La période (premier et dernier jour)',
  }),
  sameTitle: message({
    en: 'The same for every row',
    es: 'Igual para todas las filas',
    pt: 'Igual para todas as linhas',
    fr: 'Pareil pour toutes les lignes',
  }),
  sameLede: message({
    en: 'What the file does not say itself, because it holds for all of it.',
    es: 'Lo que el archivo no dice, porque vale para todo él.',
    pt: 'O que o arquivo não diz, porque vale para ele todo.',
    fr: 'Ce que le fichier ne dit pas, car cela vaut pour tout le fichier.',
  }),
  moreSame: message({
    en: 'More that holds for every row',
    es: 'Más que vale para todas las filas',
    pt: 'Mais que vale para todas as linhas',
    fr: 'Autres valeurs pour toutes les lignes',
  }),
  none: message({
    en: 'Not said here',
    es: 'No se indica aquí',
    pt: 'Não se indica aqui',
    fr: 'Non indiqué ici',
  }),
  take: message({
    en: 'Read the file so',
    es: 'Leer así el archivo',
    pt: 'Ler assim o arquivo',
    fr: 'Lire ainsi le fichier',
  }),
  another: message({
    en: 'Choose another file',
    es: 'Elegir otro archivo',
    pt: 'Escolher outro arquivo',
    fr: 'Choisir un autre fichier',
  }),
  twice: message<{ what: string }>({
    en: '{what} is said twice. Choose one of them.',
    es: '{what} se indica dos veces. Elija una.',
    pt: '{what} é indicado duas vezes. Escolha uma.',
    fr: '{what} est indiqué deux fois. Choisissez-en une.',
  }),
  missing: message<{ what: string }>({
    en: 'Nothing is said of {what}, which every row needs. Choose its column, or say what holds for every row.',
    es: 'No se indica nada de {what}, que toda fila necesita. Elija su columna o diga qué vale para todas las filas.',
    pt: 'Nada se indica de {what}, de que toda linha precisa. Escolha sua coluna ou diga o que vale para todas as linhas.',
    fr: 'Rien n’est dit de {what}, dont chaque ligne a besoin. Choisissez sa colonne, ou dites ce qui vaut pour toutes les lignes.',
  }),
  nothing: message({
    en: 'None of the columns is used. Say what at least one of them is.',
    es: 'No se usa ninguna columna. Diga qué es al menos una de ellas.',
    pt: 'Nenhuma coluna é usada. Diga o que é pelo menos uma delas.',
    fr: 'Aucune colonne n’est utilisée. Dites ce qu’est au moins l’une d’elles.',
  }),
  lineSays: message<{ line: number; says: string }>({
    en: 'Line {line, number}: {says}',
    es: 'Línea {line, number}: {says}',
    pt: 'Linha {line, number}: {says}',
    fr: 'Ligne {line, number} : {says}',
  }),
};
