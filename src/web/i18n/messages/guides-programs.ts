import { message } from '../message.ts';

/** What each column of the files of programmes and their words takes, as templates say it. */
export const sharedGuides = {
  program: message({
    en: 'The code of the programme.',
    es: 'El código del programa.',
    pt: 'O código do programa.',
    fr: 'Le code du programme.',
  }),
  place: message({
    en: 'A country by its two capital letters or its name; a region by region: and its name.',
    es: 'Un país, con sus dos letras mayúsculas o su nombre; una región, con region: y su nombre.',
    pt: 'Um país, com suas duas letras maiúsculas ou seu nome; uma região, com region: e seu nome.',
    fr: 'Un pays, par ses deux lettres majuscules ou son nom ; une région, par region: suivi de son nom.',
  }),
  note: message({
    en: 'What else is to be known, in English.',
    es: 'Qué más conviene saber, en inglés.',
    pt: 'O que mais convém saber, em inglês.',
    fr: 'Ce qu’il faut savoir d’autre, en anglais.',
  }),
  noteFor: message({
    en: 'Who may read the note: everybody, or the organisation alone.',
    es: 'Quién puede leer la nota: todos (everybody) o solo la organización (organisation).',
    pt: 'Quem pode ler a nota: todos (everybody) ou só a organização (organisation).',
    fr: 'Qui peut lire la note : tout le monde (everybody) ou l’organisation seule (organisation).',
  }),
  ref: message({
    en: 'What tells the row from all others: a key of your own, or what a download gave. Empty: it is told by what it says.',
    es: 'Lo que distingue la fila de todas las demás: una clave propia o la que dio una descarga. Vacío: la distingue lo que dice.',
    pt: 'O que distingue a linha de todas as outras: uma chave própria ou a que veio em um arquivo baixado. Vazio: o que ela diz a distingue.',
    fr: 'Ce qui distingue la ligne de toutes les autres : une clé à vous, ou celle d’un fichier téléchargé. Vide : ce qu’elle dit la distingue.',
  }),
  status: message({
    en: 'Empty: as the import has it. withdrawn: it counts nowhere any more, for the reason beside it.',
    es: 'Vacío: según la importación. withdrawn (retirada): ya no cuenta en ninguna parte, por el motivo que figura al lado.',
    pt: 'Vazio: conforme a importação. withdrawn (retirada): não conta mais em lugar nenhum, pelo motivo ao lado.',
    fr: 'Vide : selon l’importation. withdrawn (retirée) : elle ne compte plus nulle part, pour le motif indiqué à côté.',
  }),
  reason: message({
    en: 'Why it is withdrawn, or why it says something else now.',
    es: 'Por qué se retira, o por qué ahora dice otra cosa.',
    pt: 'Por que é retirada, ou por que agora diz outra coisa.',
    fr: 'Pourquoi elle est retirée, ou pourquoi elle dit maintenant autre chose.',
  }),
} as const;

export const pillarGuide = {
  code: message({
    en: 'Its code: lower case, with hyphens.',
    es: 'Su código: en minúsculas, con guiones.',
    pt: 'Seu código: em minúsculas, com hifens.',
    fr: 'Son code : en minuscules, avec des traits d’union.',
  }),
  name: message({
    en: 'Its name in English; in another language, its own column is enough.',
    es: 'Su nombre en inglés; en otro idioma basta su propia columna.',
    pt: 'Seu nome em inglês; em outro idioma basta sua própria coluna.',
    fr: 'Son nom en anglais ; dans une autre langue, sa propre colonne suffit.',
  }),
} as const;

export const placeGuide = {
  code: message({
    en: 'A country by its two capital letters, a region by region: and its name in lower case, with hyphens.',
    es: 'Un país, con sus dos letras mayúsculas; una región, con region: y su nombre en minúsculas, con guiones.',
    pt: 'Um país, com suas duas letras maiúsculas; uma região, com region: e seu nome em minúsculas, com hifens.',
    fr: 'Un pays, par ses deux lettres majuscules ; une région, par region: suivi de son nom en minuscules, avec des traits d’union.',
  }),
  kind: message({
    en: 'Whether it is a country or a region.',
    es: 'Si es un país (country) o una región (region).',
    pt: 'Se é um país (country) ou uma região (region).',
    fr: 'S’il s’agit d’un pays (country) ou d’une région (region).',
  }),
  name: message({
    en: 'Of a region: its name in English; its code is made of it, or of the name in another language where this is empty.',
    es: 'De una región: su nombre en inglés; de él se forma su código, o del nombre en otro idioma si falta.',
    pt: 'De uma região: seu nome em inglês; dele se forma o código, ou do nome em outro idioma se faltar.',
    fr: 'D’une région : son nom en anglais ; son code en est formé, ou du nom dans une autre langue s’il manque.',
  }),
  countries: message({
    en: 'Of a region: the codes of the countries that it is known to hold, with spaces between.',
    es: 'De una región: los códigos de los países que se sabe que abarca, separados por espacios.',
    pt: 'De uma região: os códigos dos países que se sabe que ela abrange, separados por espaços.',
    fr: 'D’une région : les codes des pays dont on sait qu’elle les comprend, séparés par des espaces.',
  }),
  member_from: message({
    en: 'Of a country: the first day of its membership of the organisation.',
    es: 'De un país: el primer día como miembro de la organización.',
    pt: 'De um país: o primeiro dia como membro da organização.',
    fr: 'D’un pays : le premier jour de son appartenance à l’organisation.',
  }),
  member_to: message({
    en: 'Of a country: the first day on which it is no longer a member.',
    es: 'De un país: el primer día en que ya no es miembro.',
    pt: 'De um país: o primeiro dia em que já não é membro.',
    fr: 'D’un pays : le premier jour où il n’est plus membre.',
  }),
} as const;

const organisationKind = {
  en: 'what it is: government, multilateral, university …',
  es: 'qué es: gobierno (government), organismo multilateral (multilateral), universidad (university) …',
  pt: 'o que é: governo (government), organismo multilateral (multilateral), universidade (university) …',
  fr: 'ce qu’elle est : gouvernement (government), organisme multilatéral (multilateral), université (university) …',
} as const;

export const organisationGuide = {
  name: message({
    en: 'Its name in English; its code is made of it, or of the name in another language where this is empty.',
    es: 'Su nombre en inglés; de él se forma su código, o del nombre en otro idioma si falta.',
    pt: 'Seu nome em inglês; dele se forma o código, ou do nome em outro idioma se faltar.',
    fr: 'Son nom en anglais ; son code en est formé, ou du nom dans une autre langue s’il manque.',
  }),
  kind: message({
    en: `In a word, ${organisationKind.en}`,
    es: `En una palabra, ${organisationKind.es}`,
    pt: `Em uma palavra, ${organisationKind.pt}`,
    fr: `En un mot, ${organisationKind.fr}`,
  }),
  country: message({
    en: 'Of an organisation of one country: the two capital letters of that, or its name.',
    es: 'De una organización de un solo país: las dos letras mayúsculas de este, o su nombre.',
    pt: 'De uma organização de um só país: as duas letras maiúsculas deste, ou seu nome.',
    fr: 'D’une organisation d’un seul pays : les deux lettres majuscules de celui-ci, ou son nom.',
  }),
  identifier: message({
    en: 'What it is called where aid is published (IATI): XM-DAC-47136.',
    es: 'Cómo se la llama donde se publica la ayuda (IATI): XM-DAC-47136.',
    pt: 'Como é chamada onde se publica a ajuda (IATI): XM-DAC-47136.',
    fr: 'Comment elle s’appelle là où l’aide est publiée (IITA) : XM-DAC-47136.',
  }),
} as const;

export const termGuide = {
  list: message({
    en: 'Which list the word is in: axis, the code of an axis, organisation-kind or unit.',
    es: 'En qué lista está la palabra: axis, el código de un eje, organisation-kind o unit.',
    pt: 'Em que lista está a palavra: axis, o código de um eixo, organisation-kind ou unit.',
    fr: 'Dans quelle liste est le mot : axis, le code d’un axe, organisation-kind ou unit.',
  }),
  code: message({
    en: 'What the data call it.',
    es: 'Cómo lo llaman los datos.',
    pt: 'Como os dados o chamam.',
    fr: 'Comment les données l’appellent.',
  }),
  label: message({
    en: 'What people read, in English; in another language, its own column is enough.',
    es: 'Lo que lee la gente, en inglés; en otro idioma basta su propia columna.',
    pt: 'O que as pessoas leem, em inglês; em outro idioma basta sua própria coluna.',
    fr: 'Ce que lisent les gens, en anglais ; dans une autre langue, sa propre colonne suffit.',
  }),
} as const;

export const programCountryGuide = {
  program: sharedGuides.program,
  country_or_region: sharedGuides.place,
  share: message({
    en: 'Its share of the programme, in percent; empty where there is one place, or nobody knows.',
    es: 'Su parte del programa, en porcentaje; vacío si hay un solo lugar o nadie la conoce.',
    pt: 'Sua parte do programa, em porcentagem; vazio se há um só lugar ou ninguém a conhece.',
    fr: 'Sa part du programme, en pourcentage ; vide s’il n’y a qu’un lieu ou si personne ne la connaît.',
  }),
} as const;

export const programOrganisationGuide = {
  program: sharedGuides.program,
  organisation: message({
    en: 'The name of the organisation.',
    es: 'El nombre de la organización.',
    pt: 'O nome da organização.',
    fr: 'Le nom de l’organisation.',
  }),
  kind: message({
    en: `Of a new organisation: ${organisationKind.en}`,
    es: `De una organización nueva: ${organisationKind.es}`,
    pt: `De uma organização nova: ${organisationKind.pt}`,
    fr: `D’une nouvelle organisation : ${organisationKind.fr}`,
  }),
  country: message({
    en: 'Of a new organisation of one country: the two capital letters of that, or its name.',
    es: 'De una organización nueva de un solo país: las dos letras mayúsculas de este, o su nombre.',
    pt: 'De uma organização nova de um só país: as duas letras maiúsculas deste, ou seu nome.',
    fr: 'D’une nouvelle organisation d’un seul pays : les deux lettres majuscules de celui-ci, ou son nom.',
  }),
  role: message({
    en: 'What it does in the programme.',
    es: 'Qué hace en el programa.',
    pt: 'O que faz no programa.',
    fr: 'Ce qu’elle fait dans le programme.',
  }),
} as const;

export const programGuide = {
  code: message({
    en: 'Its code: letters and digits without accents, hyphens, points and underscores.',
    es: 'Su código: letras y cifras sin tildes, guiones, puntos y guiones bajos.',
    pt: 'Seu código: letras e algarismos sem acentos, hifens, pontos e sublinhados.',
    fr: 'Son code : lettres et chiffres sans accents, traits d’union, points et tirets bas.',
  }),
  parent: message({
    en: 'The code of the programme that it is part of.',
    es: 'El código del programa del que forma parte.',
    pt: 'O código do programa do qual faz parte.',
    fr: 'Le code du programme dont il fait partie.',
  }),
  title: message({
    en: 'Its title in English; in another language, its own column is enough.',
    es: 'Su título en inglés; en otro idioma basta su propia columna.',
    pt: 'Seu título em inglês; em outro idioma basta sua própria coluna.',
    fr: 'Son titre en anglais ; dans une autre langue, sa propre colonne suffit.',
  }),
  unit: message({
    en: 'Which unit of the organisation answers for it.',
    es: 'Qué unidad de la organización responde por él.',
    pt: 'Que unidade da organização responde por ele.',
    fr: 'Quelle unité de l’organisation en répond.',
  }),
  pillar: message({
    en: 'A pillar; or several with their shares: democracy:60;human-rights:40',
    es: 'Un pilar; o varios con sus partes: democracy:60;human-rights:40',
    pt: 'Um pilar; ou vários com suas partes: democracy:60;human-rights:40',
    fr: 'Un pilier ; ou plusieurs avec leurs parts : democracy:60;human-rights:40',
  }),
  status: message({
    en: 'How far it is.',
    es: 'En qué estado está.',
    pt: 'Em que situação está.',
    fr: 'Où il en est.',
  }),
  start: message({
    en: 'When it began, as a day, a month or a year: 2017-06-30, 2017-06 or 2017.',
    es: 'Cuándo comenzó, como un día, un mes o un año: 2017-06-30, 2017-06 o 2017.',
    pt: 'Quando começou, como um dia, um mês ou um ano: 2017-06-30, 2017-06 ou 2017.',
    fr: 'Quand il a commencé, par un jour, un mois ou une année : 2017-06-30, 2017-06 ou 2017.',
  }),
  end: message({
    en: 'When it ends, as a day, a month or a year: 2017-06-30, 2017-06 or 2017.',
    es: 'Cuándo termina, como un día, un mes o un año: 2017-06-30, 2017-06 o 2017.',
    pt: 'Quando termina, como um dia, um mês ou um ano: 2017-06-30, 2017-06 ou 2017.',
    fr: 'Quand il se termine, par un jour, un mois ou une année : 2017-06-30, 2017-06 ou 2017.',
  }),
  beneficiaries: message({
    en: 'Whom it is for, in English.',
    es: 'A quién está destinado, en inglés.',
    pt: 'A quem se destina, em inglês.',
    fr: 'À qui il est destiné, en anglais.',
  }),
  beneficiaries_for: message({
    en: 'Who may read that: everybody, or the organisation alone.',
    es: 'Quién puede leerlo: todos (everybody) o solo la organización (organisation).',
    pt: 'Quem pode lê-lo: todos (everybody) ou só a organização (organisation).',
    fr: 'Qui peut le lire : tout le monde (everybody) ou l’organisation seule (organisation).',
  }),
  link: message({
    en: 'Its page on the web.',
    es: 'Su página web.',
    pt: 'Sua página na internet.',
    fr: 'Sa page sur le web.',
  }),
  note: sharedGuides.note,
  note_for: sharedGuides.noteFor,
  summary: message({
    en: 'What it does, in English.',
    es: 'Qué hace, en inglés.',
    pt: 'O que faz, em inglês.',
    fr: 'Ce qu’il fait, en anglais.',
  }),
  summary_for: message({
    en: 'Who may read the summary: everybody, or the organisation alone.',
    es: 'Quién puede leer el resumen: todos (everybody) o solo la organización (organisation).',
    pt: 'Quem pode ler o resumo: todos (everybody) ou só a organização (organisation).',
    fr: 'Qui peut lire le résumé : tout le monde (everybody) ou l’organisation seule (organisation).',
  }),
  objectives: message({
    en: 'What it is to achieve, in English; a semicolon between two.',
    es: 'Qué debe lograr, en inglés; un punto y coma entre dos objetivos.',
    pt: 'O que deve alcançar, em inglês; ponto e vírgula entre dois objetivos.',
    fr: 'Ce qu’il doit atteindre, en anglais ; un point-virgule entre deux objectifs.',
  }),
  objectives_for: message({
    en: 'Who may read the objectives: everybody, or the organisation alone.',
    es: 'Quién puede leer los objetivos: todos (everybody) o solo la organización (organisation).',
    pt: 'Quem pode ler os objetivos: todos (everybody) ou só a organização (organisation).',
    fr: 'Qui peut lire les objectifs : tout le monde (everybody) ou l’organisation seule (organisation).',
  }),
  identifier: message({
    en: 'What it is called where aid is published (IATI): XM-DAC-47136-2017.12.',
    es: 'Cómo se lo llama donde se publica la ayuda (IATI): XM-DAC-47136-2017.12.',
    pt: 'Como é chamado onde se publica a ajuda (IATI): XM-DAC-47136-2017.12.',
    fr: 'Comment il s’appelle là où l’aide est publiée (IITA) : XM-DAC-47136-2017.12.',
  }),
} as const;
