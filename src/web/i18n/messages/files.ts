import { type Message, message } from '../message.ts';

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
  bringIn: message({
    en: 'Whoever runs the service brings a filled file in: the dry run of an import shows every row that would be new or changed, and every total that would move.',
    es: 'Quien opera el servicio importa el archivo lleno: el ensayo de una importación muestra cada fila que sería nueva o cambiaría y cada total que se movería.',
    pt: 'Quem opera o serviço importa o arquivo preenchido: o ensaio de uma importação mostra cada linha que seria nova ou mudaria e cada total que se moveria.',
    fr: 'La personne qui exploite le service importe le fichier rempli : l’essai d’une importation montre chaque ligne qui serait nouvelle ou modifiée et chaque total qui bougerait.',
  }),
} as const;

/** What each kind of file holds, by its name at the command line. */
export const KIND_NAMES: Readonly<Record<string, Message>> = {
  pillars: message({ en: 'Pillars', es: 'Pilares', pt: 'Pilares', fr: 'Piliers' }),
  places: message({
    en: 'Countries and regions',
    es: 'Países y regiones',
    pt: 'Países e regiões',
    fr: 'Pays et régions',
  }),
  organisations: message({
    en: 'Organisations',
    es: 'Organizaciones',
    pt: 'Organizações',
    fr: 'Organisations',
  }),
  indicators: message({ en: 'Indicators', es: 'Indicadores', pt: 'Indicadores', fr: 'Indicateurs' }),
  narratives: message({
    en: 'Words beside figures',
    es: 'Palabras junto a las cifras',
    pt: 'Palavras ao lado dos números',
    fr: 'Mots à côté des chiffres',
  }),
  terms: message({
    en: 'Words of the data',
    es: 'Palabras de los datos',
    pt: 'Palavras dos dados',
    fr: 'Mots des données',
  }),
  programs: message({ en: 'Programmes', es: 'Programas', pt: 'Programas', fr: 'Programmes' }),
  'program-countries': message({
    en: 'Where programmes run',
    es: 'Dónde se ejecutan los programas',
    pt: 'Onde os programas são executados',
    fr: 'Où se déroulent les programmes',
  }),
  'program-organisations': message({
    en: 'Who takes part in programmes',
    es: 'Quién participa en los programas',
    pt: 'Quem participa dos programas',
    fr: 'Qui participe aux programmes',
  }),
  results: message({ en: 'Results', es: 'Resultados', pt: 'Resultados', fr: 'Résultats' }),
  'exchange-rates': message({
    en: 'Exchange rates',
    es: 'Tipos de cambio',
    pt: 'Taxas de câmbio',
    fr: 'Taux de change',
  }),
  transactions: message({ en: 'Transactions', es: 'Transacciones', pt: 'Transações', fr: 'Transactions' }),
  subscriptions: message({
    en: 'Readers of the monthly report',
    es: 'Lectores del informe mensual',
    pt: 'Leitores do relatório mensal',
    fr: 'Lecteurs du rapport mensuel',
  }),
};
