import { message } from '../message.ts';

/** The page from which files to fill, and rows to edit, are taken. */
export const filesMessages = {
  title: message({ en: 'Files', es: 'Archivos', pt: 'Arquivos', fr: 'Fichiers' }),
  lede: message({
    en: 'Empty workbooks to fill. Each says what its columns take, and lists the words to choose from.',
    es: 'Libros de cálculo vacíos para llenar. Cada uno explica qué contienen sus columnas y ofrece las palabras que se pueden elegir.',
    pt: 'Planilhas vazias para preencher. Cada uma explica o que contêm suas colunas e oferece as palavras que se podem escolher.',
    fr: 'Des classeurs vides à remplir. Chacun dit ce que contiennent ses colonnes et propose les mots à choisir.',
  }),
  ledeOfAdministrators: message({
    en: 'Empty workbooks to fill, each with what its columns take and the words to choose from; and all rows that there are, drafts and withdrawn ones too, to edit and to bring back.',
    es: 'Libros de cálculo vacíos para llenar, cada uno con lo que contienen sus columnas y las palabras que se pueden elegir; y todas las filas que hay, también los borradores y las retiradas, para editarlas y volver a importarlas.',
    pt: 'Planilhas vazias para preencher, cada uma com o que contêm suas colunas e as palavras que se podem escolher; e todas as linhas que há, também os rascunhos e as retiradas, para editá-las e importá-las de volta.',
    fr: 'Des classeurs vides à remplir, chacun avec ce que contiennent ses colonnes et les mots à choisir ; et toutes les lignes existantes, brouillons et lignes retirées compris, à modifier puis à réimporter.',
  }),
  kind: message({ en: 'File of', es: 'Archivo de', pt: 'Arquivo de', fr: 'Fichier' }),
  template: message({
    en: 'Empty, to fill',
    es: 'Vacío, para llenar',
    pt: 'Vazio, para preencher',
    fr: 'Vide, à remplir',
  }),
  rows: message({
    en: 'All rows, to edit',
    es: 'Todas las filas, para editar',
    pt: 'Todas as linhas, para editar',
    fr: 'Toutes les lignes, à modifier',
  }),
  onPage: message({
    en: 'Bring a filled file in on the page of imports: it shows every row that would be new or changed, and every total that would move, before anything counts.',
    es: 'Traiga el archivo lleno en la página de importación: muestra cada fila que sería nueva o cambiaría y cada total que se movería, antes de que nada cuente.',
    pt: 'Traga o arquivo preenchido na página de importação: ela mostra cada linha que seria nova ou mudaria e cada total que se moveria, antes que algo conte.',
    fr: 'Apportez le fichier rempli sur la page d’importation : elle montre chaque ligne qui serait nouvelle ou modifiée et chaque total qui bougerait, avant que rien ne compte.',
  }),
  byOperator: message<{ kinds: string }>({
    en: 'Whoever runs the service brings in files of {kinds}.',
    es: 'Quien opera el servicio importa los archivos de {kinds}.',
    pt: 'Quem opera o serviço importa os arquivos de {kinds}.',
    fr: 'La personne qui exploite le service importe les fichiers suivants : {kinds}.',
  }),
} as const;
