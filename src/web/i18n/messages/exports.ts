import type { DonorReportName } from '../../../core/report/definitions.ts';
import { type Message, message } from '../message.ts';

/** Figures as a workbook: what its first sheet says, and what its sheets and their columns are called. */
export const workbookMessages = {
  about: message({ en: 'About', es: 'Acerca de', pt: 'Sobre', fr: 'À propos' }),
  title: message({ en: 'Title', es: 'Título', pt: 'Título', fr: 'Titre' }),
  organisation: message({ en: 'Organisation', es: 'Organización', pt: 'Organização', fr: 'Organisation' }),
  scope: message({ en: 'Scope', es: 'Alcance', pt: 'Abrangência', fr: 'Périmètre' }),
  hash: message({
    en: 'Hash of the figures (SHA-256)',
    es: 'Huella de las cifras (SHA-256)',
    pt: 'Resumo criptográfico dos números (SHA-256)',
    fr: 'Empreinte des chiffres (SHA-256)',
  }),
  currencyIs: message<{ name: string; code: string }>({
    en: '{name} ({code}), in units and decimals',
    es: '{name} ({code}), en unidades y decimales',
    pt: '{name} ({code}), em unidades e decimais',
    fr: '{name} ({code}), en unités et décimales',
  }),
  approved: message({
    en: 'What counts',
    es: 'Qué se cuenta',
    pt: 'O que conta',
    fr: 'Ce qui compte',
  }),
  contributions: message({
    en: 'Donors and results',
    es: 'Donantes y resultados',
    pt: 'Doadores e resultados',
    fr: 'Donateurs et résultats',
  }),
  empty: message({
    en: 'An empty cell means that nothing is known. It is not zero.',
    es: 'Una celda vacía significa que no hay datos. No equivale a cero.',
    pt: 'Uma célula vazia significa que não há dados. Não equivale a zero.',
    fr: 'Une cellule vide signifie qu’aucune donnée n’est connue. Elle n’équivaut pas à zéro.',
  }),
  emptyCells: message({ en: 'Empty cells', es: 'Celdas vacías', pt: 'Células vazias', fr: 'Cellules vides' }),
  note: message({ en: 'Note', es: 'Nota', pt: 'Nota', fr: 'Note' }),
  sheet: message({ en: 'Sheet', es: 'Hoja', pt: 'Planilha', fr: 'Feuille' }),
  shows: message({ en: 'What it shows', es: 'Qué muestra', pt: 'O que mostra', fr: 'Ce qu’elle montre' }),
  /** "Results – Country": the name of a sheet takes no colon. */
  by: message<{ what: string; by: string }>({
    en: '{what} – {by}',
    es: '{what} – {by}',
    pt: '{what} – {by}',
    fr: '{what} – {by}',
  }),
  /** "Targets NET-POL" */
  ofProgram: message<{ what: string; code: string }>({
    en: '{what} {code}',
    es: '{what} {code}',
    pt: '{what} {code}',
    fr: '{what} {code}',
  }),
  inCurrency: message<{ label: string; currency: string }>({
    en: '{label} ({currency})',
    es: '{label} ({currency})',
    pt: '{label} ({currency})',
    fr: '{label} ({currency})',
  }),
  lastDay: message<{ label: string }>({
    en: '{label}: last day',
    es: '{label}: último día',
    pt: '{label}: último dia',
    fr: '{label} : dernier jour',
  }),
  gap: message({ en: 'Gap', es: 'Laguna', pt: 'Lacuna', fr: 'Lacune' }),
  gapItem: message({ en: 'Where', es: 'Dónde', pt: 'Onde', fr: 'Où' }),
  source: message({ en: 'Source', es: 'Fuente', pt: 'Fonte', fr: 'Source' }),
  address: message({ en: 'Address', es: 'Dirección', pt: 'Endereço', fr: 'Adresse' }),
  /** Nothing was chosen: what a page is about then is all that its reader may see. */
  unfiltered: message({
    en: 'No filter: everything that its reader may see',
    es: 'Sin filtro: todo lo que puede ver quien lo consulta',
    pt: 'Sem filtro: tudo o que pode ver quem consulta',
    fr: 'Aucun filtre : tout ce que peut voir la personne qui consulte',
  }),
  data: message({ en: 'Data', es: 'Datos', pt: 'Dados', fr: 'Données' }),
  dataShows: message({
    en: 'Every figure of these sheets, one in each row, for pivot tables. Totals are left out. Choose one sheet and one measure before adding up: the same figure may stand in several.',
    es: 'Cada cifra de estas hojas, una por fila, para tablas dinámicas. No incluye totales. Elija una hoja y una medida antes de sumar: la misma cifra puede figurar en varias.',
    pt: 'Cada número destas planilhas, um por linha, para tabelas dinâmicas. Não inclui totais. Escolha uma planilha e uma medida antes de somar: o mesmo número pode constar em várias.',
    fr: 'Chaque chiffre de ces feuilles, un par ligne, pour les tableaux croisés dynamiques. Les totaux n’y figurent pas. Choisissez une feuille et une mesure avant d’additionner : le même chiffre peut figurer dans plusieurs.',
  }),
  rowKey: message({ en: 'Row code', es: 'Código de fila', pt: 'Código da linha', fr: 'Code de ligne' }),
  rowLabel: message({ en: 'Row', es: 'Fila', pt: 'Linha', fr: 'Ligne' }),
  measure: message({ en: 'Measure', es: 'Medida', pt: 'Medida', fr: 'Mesure' }),
  value: message({ en: 'Value', es: 'Valor', pt: 'Valor', fr: 'Valeur' }),
} as const;

/** The form that makes a report into a file, and the donor's own place. */
export const fundingSummaryMessages = {
  /** "Funding summary for 2017 (PDF)". */
  ofYear: message<{ title: string; year: string }>({
    en: '{title} for {year} (PDF)',
    es: '{title} de {year} (PDF)',
    pt: '{title} de {year} (PDF)',
    fr: '{title} de {year} (PDF)',
  }),
  otherChoices: message({
    en: 'Another period, language, paper or format',
    es: 'Otro período, idioma, papel o formato',
    pt: 'Outro período, idioma, papel ou formato',
    fr: 'Autre période, langue, papier ou format',
  }),
  download: message({
    en: 'Of any month, quarter or year, to read, to print or to calculate with.',
    es: 'De cualquier mes, trimestre o año, para leer, imprimir o hacer cálculos.',
    pt: 'De qualquer mês, trimestre ou ano, para ler, imprimir ou fazer cálculos.',
    fr: 'D’un mois, d’un trimestre ou d’une année, à lire, à imprimer ou pour vos calculs.',
  }),
  nothingYet: message({
    en: 'Nothing approved yet',
    es: 'Todavía no hay nada aprobado',
    pt: 'Ainda não há nada aprovado',
    fr: 'Rien n’est encore approuvé',
  }),
  nothingYetText: message({
    en: 'As soon as a programme or a transaction of yours is approved, it stands here.',
    es: 'En cuanto se apruebe un programa o una transacción de su organización, figurará aquí.',
    pt: 'Assim que um programa ou uma transação de sua organização for aprovado, constará aqui.',
    fr: 'Dès qu’un programme ou une transaction de votre organisation sera approuvé, il figurera ici.',
  }),
  otherOrganisations: message({
    en: 'Your other organisations',
    es: 'Sus otras organizaciones',
    pt: 'Suas outras organizações',
    fr: 'Vos autres organisations',
  }),
  ourLede: message<{ date: string }>({
    en: 'What we fund and what we contributed to, as at {date}. Other donors may share these results, so they are never added up over donors.',
    es: 'Qué financiamos y a qué contribuimos, al {date}. Otros donantes pueden compartir estos resultados, por lo que nunca se suman entre donantes.',
    pt: 'O que financiamos e para que contribuímos, em {date}. Outros doadores podem compartilhar estes resultados; por isso nunca são somados entre doadores.',
    fr: 'Ce que nous finançons et ce à quoi nous avons contribué, au {date}. D’autres donateurs peuvent partager ces résultats, qui ne sont donc jamais additionnés d’un donateur à l’autre.',
  }),
  weFund: message({
    en: 'What we fund',
    es: 'Qué financiamos',
    pt: 'O que financiamos',
    fr: 'Ce que nous finançons',
  }),
  weContributed: message({
    en: 'What we contributed to',
    es: 'A qué contribuimos',
    pt: 'Para que contribuímos',
    fr: 'Ce à quoi nous avons contribué',
  }),
  /** Rule 9, beside the figures. */
  rule: message({
    en: 'These are whole results. Other donors may have contributed to the same ones, so they are never added up over donors, and never divided among them.',
    es: 'Son resultados completos. Otros donantes pueden haber contribuido a los mismos, por lo que nunca se suman entre donantes ni se reparten entre ellos.',
    pt: 'São resultados inteiros. Outros doadores podem ter contribuído para os mesmos; por isso nunca são somados entre doadores nem divididos entre eles.',
    fr: 'Ce sont des résultats entiers. D’autres donateurs peuvent avoir contribué aux mêmes : ils ne sont donc jamais additionnés d’un donateur à l’autre, ni répartis entre eux.',
  }),
  ourMoney: message({
    en: 'Our funding',
    es: 'Nuestro financiamiento',
    pt: 'Nosso financiamento',
    fr: 'Nos financements',
  }),
  ourTransactions: message({
    en: 'Our transactions',
    es: 'Nuestras transacciones',
    pt: 'Nossas transações',
    fr: 'Nos transactions',
  }),
} as const;

/** What a report is called to the donor that it is about, and what it says of it. */
export const donorReportWords: Readonly<
  Record<DonorReportName, { readonly title: Message; readonly about: Message }>
> = {
  'donor-funding-summary': {
    title: message({
      en: 'Funding summary',
      es: 'Resumen del financiamiento',
      pt: 'Resumo do financiamento',
      fr: 'Récapitulatif des financements',
    }),
    about: message({
      en: 'What you fund, what you contributed to, and every transaction of your own. Nobody else’s money is in it.',
      es: 'Qué financia su organización, a qué contribuyó y cada una de sus transacciones. No incluye dinero de nadie más.',
      pt: 'O que sua organização financia, para que contribuiu e cada uma de suas transações. Não inclui recursos de mais ninguém.',
      fr: 'Ce que votre organisation finance, ce à quoi elle a contribué et chacune de ses transactions. L’argent de personne d’autre n’y figure.',
    }),
  },
};

/** The page of reports as a donor finds it. */
export const donorReportsMessages = {
  lede: message({
    en: 'The funding of your organisation in a month, a quarter or a year, in the language that you choose. The same figures always make the same file.',
    es: 'El financiamiento de su organización en un mes, un trimestre o un año, en el idioma que elija. Las mismas cifras producen siempre el mismo archivo.',
    pt: 'O financiamento de sua organização em um mês, um trimestre ou um ano, no idioma que você escolher. Os mesmos números produzem sempre o mesmo arquivo.',
    fr: 'Les financements de votre organisation pour un mois, un trimestre ou une année, dans la langue de votre choix. Les mêmes chiffres donnent toujours le même fichier.',
  }),
} as const;

/** The dashboard as the public finds it. */
export const publicMessages = {
  title: message({ en: 'Results', es: 'Resultados', pt: 'Resultados', fr: 'Résultats' }),
  description: message({
    en: 'What the programmes have achieved, by pillar, country and year. Approved totals only.',
    es: 'Qué han logrado los programas, por pilar, país y año. Solo totales aprobados.',
    pt: 'O que os programas alcançaram, por pilar, país e ano. Somente totais aprovados.',
    fr: 'Ce que les programmes ont accompli, par pilier, par pays et par année. Totaux approuvés uniquement.',
  }),
  countryLede: message<{ date: string }>({
    en: 'What has been achieved here, as at {date}. Approved totals only.',
    es: 'Qué se ha logrado aquí, al {date}. Solo totales aprobados.',
    pt: 'O que foi alcançado aqui, em {date}. Somente totais aprovados.',
    fr: 'Ce qui a été accompli ici, au {date}. Totaux approuvés uniquement.',
  }),
} as const;
