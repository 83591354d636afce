import { message } from '../message.ts';

/** Words of the frame around every page, and those that several pages share. */
export const commonMessages = {
  /** What something is called, before what it is: "Officials trained: 123". */
  labelled: message<{ label: string; text: string }>({
    en: '{label}: {text}',
    es: '{label}: {text}',
    pt: '{label}: {text}',
    fr: '{label} : {text}',
  }),
  productName: message({ en: 'Attest', es: 'Attest', pt: 'Attest', fr: 'Attest' }),
  skipToContent: message({
    en: 'Skip to the content',
    es: 'Ir al contenido',
    pt: 'Ir para o conteúdo',
    fr: 'Aller au contenu',
  }),
  mainNavigation: message({ en: 'Main', es: 'Principal', pt: 'Principal', fr: 'Principale' }),
  /** Opens the main navigation where there is no room for it. */
  menu: message({ en: 'Menu', es: 'Menú', pt: 'Menu', fr: 'Menu' }),
  languageNavigation: message({ en: 'Language', es: 'Idioma', pt: 'Idioma', fr: 'Langue' }),
  dashboard: message({ en: 'Dashboard', es: 'Tablero', pt: 'Painel', fr: 'Tableau de bord' }),
  programs: message({ en: 'Programmes', es: 'Programas', pt: 'Programas', fr: 'Programmes' }),
  reports: message({ en: 'Reports', es: 'Informes', pt: 'Relatórios', fr: 'Rapports' }),
  methods: message({
    en: 'How we count',
    es: 'Cómo contamos',
    pt: 'Como contamos',
    fr: 'Notre méthode',
  }),

  accountNavigation: message({ en: 'Account', es: 'Cuenta', pt: 'Conta', fr: 'Compte' }),
  signIn: message({ en: 'Sign in', es: 'Ingresar', pt: 'Entrar', fr: 'Se connecter' }),
  signOut: message({ en: 'Sign out', es: 'Salir', pt: 'Sair', fr: 'Se déconnecter' }),
  ownFunding: message({
    en: 'What we fund',
    es: 'Lo que financiamos',
    pt: 'O que financiamos',
    fr: 'Ce que nous finançons',
  }),
  administration: message({
    en: 'Administration',
    es: 'Administración',
    pt: 'Administração',
    fr: 'Administration',
  }),

  cutOff: message<{ date: string }>({
    en: 'Cut-off date: {date}',
    es: 'Fecha de corte: {date}',
    pt: 'Data de corte: {date}',
    fr: 'Date d’arrêté des données : {date}',
  }),
  /** The second date of a total, where it is another day than the first. */
  known: message<{ day: string; moment: string }>({
    en: 'Counts to {day}, as known on {moment}.',
    es: 'Se cuenta hasta el {day}, según lo que se sabía el {moment}.',
    pt: 'Conta-se até {day}, conforme o que se sabia em {moment}.',
    fr: 'Compté jusqu’au {day}, selon ce qui était connu le {moment}.',
  }),
  knownThen: message<{ moment: string }>({
    en: 'This is what was known on {moment}. What was approved, corrected or withdrawn after that is not in it.',
    es: 'Esto es lo que se sabía el {moment}. Lo aprobado, corregido o retirado después no está incluido.',
    pt: 'Isto é o que se sabia em {moment}. O que foi aprovado, corrigido ou retirado depois não está incluído.',
    fr: 'Voici ce qui était connu le {moment}. Ce qui a été approuvé, corrigé ou retiré ensuite n’y est pas.',
  }),
  knownNow: message({
    en: 'Show what is known now',
    es: 'Ver lo que se sabe ahora',
    pt: 'Mostrar o que se sabe agora',
    fr: 'Afficher ce qui est connu maintenant',
  }),
  approvedOnly: message({
    en: 'Approved figures only.',
    es: 'Solo cifras aprobadas.',
    pt: 'Somente números aprovados.',
    fr: 'Chiffres approuvés uniquement.',
  }),
  illustrativeMoney: message({
    en: 'Amounts of money on this page are illustrative: they were generated for demonstration and are nobody’s contribution.',
    es: 'Los montos de esta página son ilustrativos: se generaron con fines de demostración y no son contribución de nadie.',
    pt: 'Os montantes desta página são ilustrativos: foram gerados para fins de demonstração e não são contribuição de ninguém.',
    fr: 'Les montants de cette page sont donnés à titre d’illustration : ils ont été générés aux fins de démonstration et ne sont la contribution de personne.',
  }),
  illustrative: message({
    en: 'illustrative',
    es: 'ilustrativo',
    pt: 'ilustrativo',
    fr: 'à titre d’illustration',
  }),
  illustrativeAmounts: message({
    en: 'Illustrative amounts, generated for demonstration',
    es: 'Montos ilustrativos, generados con fines de demostración',
    pt: 'Montantes ilustrativos, gerados para fins de demonstração',
    fr: 'Montants donnés à titre d’illustration, générés aux fins de démonstration',
  }),
  source: message<{ source: string }>({
    en: 'Source: {source}',
    es: 'Fuente: {source}',
    pt: 'Fonte: {source}',
    fr: 'Source : {source}',
  }),
  downloadCsv: message({
    en: 'Download as CSV',
    es: 'Descargar en CSV',
    pt: 'Baixar em CSV',
    fr: 'Télécharger au format CSV',
  }),
  downloadCsvOf: message<{ title: string }>({
    en: 'Download as CSV: {title}',
    es: 'Descargar en CSV: {title}',
    pt: 'Baixar em CSV: {title}',
    fr: 'Télécharger au format CSV : {title}',
  }),
  downloadXlsx: message({
    en: 'Download as XLSX',
    es: 'Descargar en XLSX',
    pt: 'Baixar em XLSX',
    fr: 'Télécharger au format XLSX',
  }),
  downloadXlsxOf: message<{ title: string }>({
    en: 'Download as XLSX: {title}',
    es: 'Descargar en XLSX: {title}',
    pt: 'Baixar em XLSX: {title}',
    fr: 'Télécharger au format XLSX : {title}',
  }),
  downloadPdf: message({
    en: 'Download the PDF',
    es: 'Descargar el PDF',
    pt: 'Baixar o PDF',
    fr: 'Télécharger le PDF',
  }),
  figuresAsTable: message({
    en: 'Show as a table',
    es: 'Mostrar como tabla',
    pt: 'Mostrar como tabela',
    fr: 'Afficher sous forme de tableau',
  }),
  total: message({ en: 'Total', es: 'Total', pt: 'Total', fr: 'Total' }),
  nothingToShow: message({
    en: 'No approved figures here',
    es: 'No hay cifras aprobadas aquí',
    pt: 'Não há números aprovados aqui',
    fr: 'Aucun chiffre approuvé ici',
  }),
  widenFilters: message({
    en: 'Nothing approved is recorded for this choice. Where a period or a filter is set, try a wider one.',
    es: 'No hay nada aprobado para esta selección. Si hay un período o un filtro, pruebe con uno más amplio.',
    pt: 'Não há nada aprovado para esta seleção. Se houver um período ou um filtro, experimente um mais amplo.',
    fr: 'Rien d’approuvé pour ce choix. Si une période ou un filtre est défini, essayez-en un plus large.',
  }),

  pagination: message({ en: 'Pages', es: 'Páginas', pt: 'Páginas', fr: 'Pages' }),
  previousPage: message({ en: 'Previous', es: 'Anterior', pt: 'Anterior', fr: 'Précédent' }),
  nextPage: message({ en: 'Next', es: 'Siguiente', pt: 'Próxima', fr: 'Suivant' }),
  rowsShown: message<{ first: number; last: number; total: number }>({
    en: 'Rows {first, number} to {last, number} of {total, number}',
    es: 'Filas {first, number} a {last, number} de {total, number}',
    pt: 'Linhas {first, number} a {last, number} de {total, number}',
    fr: 'Lignes {first, number} à {last, number} sur {total, number}',
  }),
} as const;
