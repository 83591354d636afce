import { message } from '../message.ts';

/** Words of single pages: lists, one programme, country or donor, and the proof of a figure. */
export const pageMessages = {
  // Lists.
  programsTitle: message({
    en: 'Programmes',
    es: 'Programas',
    pt: 'Programas',
    fr: 'Programmes',
  }),
  programsLede: message({
    en: 'Each programme with its activities, where it runs and who funds it.',
    es: 'Cada programa con sus actividades, dónde se ejecuta y quién lo financia.',
    pt: 'Cada programa com suas atividades, onde é executado e quem o financia.',
    fr: 'Chaque programme avec ses activités, les lieux où il se déroule et ses donateurs.',
  }),
  resultsTitle: message({
    en: 'The figures behind it',
    es: 'Las cifras que lo componen',
    pt: 'Os números que o compõem',
    fr: 'Les chiffres qui le composent',
  }),
  allResults: message({
    en: 'All figures',
    es: 'Todas las cifras',
    pt: 'Todos os números',
    fr: 'Tous les chiffres',
  }),
  resultsLede: message<{ total: string }>({
    en: 'Approved figures that make {total}. Each leads to its evidence.',
    es: 'Cifras aprobadas que componen {total}. Cada una conduce a su medio de verificación.',
    pt: 'Números aprovados que compõem {total}. Cada um leva ao seu meio de verificação.',
    fr: 'Chiffres approuvés qui composent {total}. Chacun mène à son justificatif.',
  }),
  resultsListLede: message({
    en: 'Approved figures, as their sources state them. Each leads to its evidence.',
    es: 'Cifras aprobadas, tal como las indican sus fuentes. Cada una conduce a su medio de verificación.',
    pt: 'Números aprovados, tal como constam de suas fontes. Cada um leva ao seu meio de verificação.',
    fr: 'Chiffres approuvés, tels que leurs sources les énoncent. Chacun mène à son justificatif.',
  }),
  transactionsTitle: message({
    en: 'The transactions behind it',
    es: 'Las transacciones que lo componen',
    pt: 'As transações que o compõem',
    fr: 'Les transactions qui le composent',
  }),
  transactionsLede: message({
    en: 'Each amount in its own currency, the rate that converted it, and the part of it that counts here.',
    es: 'Cada monto en su moneda, el tipo de cambio aplicado y la parte que cuenta aquí.',
    pt: 'Cada montante em sua moeda, a taxa de câmbio aplicada e a parte que conta aqui.',
    fr: 'Chaque montant dans sa monnaie, le taux de change appliqué et la part qui compte ici.',
  }),

  // One programme, country or donor.
  activityOf: message({
    en: 'Activity of',
    es: 'Actividad de',
    pt: 'Atividade de',
    fr: 'Activité de',
  }),
  activities: message({
    en: 'Activities',
    es: 'Actividades',
    pt: 'Atividades',
    fr: 'Activités',
  }),
  about: message({
    en: 'About the programme',
    es: 'Sobre el programa',
    pt: 'Sobre o programa',
    fr: 'À propos du programme',
  }),
  /** Where there is no summary, whose first sentence begins a programme's page. */
  programLede: message<{ date: string }>({
    en: 'What it has achieved, with its activities, and what it has cost, as at {date}.',
    es: 'Qué ha alcanzado, con sus actividades, y cuánto ha costado, al {date}.',
    pt: 'O que alcançou, com suas atividades, e quanto custou, em {date}.',
    fr: 'Ce qu’il a obtenu, avec ses activités, et ce qu’il a coûté, au {date}.',
  }),
  notFilledIn: message<{ fields: string }>({
    en: 'Not recorded: {fields}',
    es: 'Sin registrar: {fields}',
    pt: 'Não registrado: {fields}',
    fr: 'Non renseigné : {fields}',
  }),
  resultsAchieved: message({
    en: 'Results achieved',
    es: 'Resultados alcanzados',
    pt: 'Resultados alcançados',
    fr: 'Résultats obtenus',
  }),
  targetsSet: message({
    en: 'Targets set',
    es: 'Metas fijadas',
    pt: 'Metas definidas',
    fr: 'Cibles fixées',
  }),
  countryLede: message<{ date: string }>({
    en: 'What runs here and what it has achieved, as at {date}. A regional programme stands on the sheet of every country it serves and is counted once.',
    es: 'Qué se ejecuta aquí y qué se ha alcanzado, al {date}. Un programa regional figura en la ficha de cada país al que sirve y se cuenta una sola vez.',
    pt: 'O que é executado aqui e o que foi alcançado, em {date}. Um programa regional consta da ficha de cada país que atende e é contado uma só vez.',
    fr: 'Ce qui se déroule ici et ce qui a été obtenu, au {date}. Un programme régional figure sur la fiche de chaque pays qu’il dessert et n’est compté qu’une fois.',
  }),
  factSheet: message<{ year: string }>({
    en: 'Fact sheet for {year} (PDF)',
    es: 'Ficha de {year} (PDF)',
    pt: 'Ficha de {year} (PDF)',
    fr: 'Fiche de {year} (PDF)',
  }),
  donorLede: message<{ date: string }>({
    en: 'What it funds and what it contributed to, as at {date}. Other donors may share these results, so they are never added up over donors.',
    es: 'Qué financia y a qué contribuyó, al {date}. Otros donantes pueden compartir estos resultados, por lo que nunca se suman entre donantes.',
    pt: 'O que financia e para que contribuiu, em {date}. Outros doadores podem compartilhar estes resultados; por isso nunca são somados entre doadores.',
    fr: 'Ce qu’il finance et ce à quoi il a contribué, au {date}. D’autres donateurs peuvent partager ces résultats, qui ne sont donc jamais additionnés d’un donateur à l’autre.',
  }),
  country: message({
    en: 'Country',
    es: 'País',
    pt: 'País',
    fr: 'Pays',
  }),
  region: message({
    en: 'Region',
    es: 'Región',
    pt: 'Região',
    fr: 'Région',
  }),
  donor: message({
    en: 'Donor',
    es: 'Donante',
    pt: 'Doador',
    fr: 'Donateur',
  }),
  contributed: message({
    en: 'What it contributed to',
    es: 'A qué contribuyó',
    pt: 'Para que contribuiu',
    fr: 'Ce à quoi il a contribué',
  }),
  transactions: message({
    en: 'Transactions',
    es: 'Transacciones',
    pt: 'Transações',
    fr: 'Transactions',
  }),

  transaction: message({
    en: 'A transaction',
    es: 'Una transacción',
    pt: 'Uma transação',
    fr: 'Une transaction',
  }),
  transactionLede: message({
    en: 'What moved, from whom and for what, and what it has said before.',
    es: 'Qué se movió, de quién y para qué, y qué decía antes.',
    pt: 'O que se movimentou, de quem e para quê, e o que já disse antes.',
    fr: 'De quel mouvement il s’agit, de qui et pour quoi, et ce que la transaction disait auparavant.',
  }),
  transactionStated: message({
    en: 'The transaction as its source states it',
    es: 'La transacción tal como la indica su fuente',
    pt: 'A transação tal como consta de sua fonte',
    fr: 'La transaction telle que sa source l’énonce',
  }),

  // The proof of one figure.
  proof: message({
    en: 'Proof of a figure',
    es: 'Comprobación de una cifra',
    pt: 'Comprovação de um número',
    fr: 'Preuve d’un chiffre',
  }),
  proofLede: message({
    en: 'Where this figure comes from, and where it counts.',
    es: 'De dónde procede esta cifra y dónde cuenta.',
    pt: 'De onde vem este número e onde ele conta.',
    fr: 'D’où vient ce chiffre et où il compte.',
  }),
  asStated: message({
    en: 'The figure as its source states it',
    es: 'La cifra tal como la indica su fuente',
    pt: 'O número tal como consta de sua fonte',
    fr: 'Le chiffre tel que sa source l’énonce',
  }),
  whereItCounts: message({
    en: 'Where it counts',
    es: 'Dónde cuenta',
    pt: 'Onde conta',
    fr: 'Où il compte',
  }),
  howItCombines: message({
    en: 'How it combines',
    es: 'Cómo se combina',
    pt: 'Como se combina',
    fr: 'Comment il se combine',
  }),
  contributedTo: message({
    en: 'Donors that contributed',
    es: 'Donantes que contribuyeron',
    pt: 'Doadores que contribuíram',
    fr: 'Donateurs ayant contribué',
  }),
  breakdown: message({
    en: 'Breakdown',
    es: 'Desglose',
    pt: 'Desagregação',
    fr: 'Ventilation',
  }),
  timeSum: message({
    en: 'Periods are added up.',
    es: 'Los períodos se suman.',
    pt: 'Os períodos se somam.',
    fr: 'Les périodes s’additionnent.',
  }),
  timeLatest: message({
    en: 'It is cumulative: of several periods the latest value counts.',
    es: 'Es acumulativo: de varios períodos cuenta el último valor.',
    pt: 'É cumulativo: de vários períodos conta o último valor.',
    fr: 'Il est cumulatif : de plusieurs périodes, la dernière valeur compte.',
  }),
  timeNone: message({
    en: 'Periods are not added up.',
    es: 'Los períodos no se suman.',
    pt: 'Os períodos não se somam.',
    fr: 'Les périodes ne s’additionnent pas.',
  }),
  placeSum: message({
    en: 'Places are added up.',
    es: 'Los lugares se suman.',
    pt: 'Os lugares se somam.',
    fr: 'Les lieux s’additionnent.',
  }),
  placeNone: message({
    en: 'Places are not added up.',
    es: 'Los lugares no se suman.',
    pt: 'Os lugares não se somam.',
    fr: 'Les lieux ne s’additionnent pas.',
  }),
  persons: message({
    en: 'It counts persons, not attendances.',
    es: 'Cuenta personas, no asistencias.',
    pt: 'Conta pessoas, não participações.',
    fr: 'Il compte des personnes, non des participations.',
  }),
  attendances: message({
    en: 'It counts attendances, not persons.',
    es: 'Cuenta asistencias, no personas.',
    pt: 'Conta participações, não pessoas.',
    fr: 'Il compte des participations, non des personnes.',
  }),
  noEvidence: message({
    en: 'No evidence is recorded.',
    es: 'No hay medio de verificación registrado.',
    pt: 'Não há meio de verificação registrado.',
    fr: 'Aucun justificatif n’est enregistré.',
  }),
} as const;
