import { message } from '../message.ts';

/** Headings and tiles of the dashboard; the sentences that its charts prove are in `blocks.ts`. */
export const dashboardMessages = {
  title: message({
    en: 'Results and funding',
    es: 'Resultados y financiamiento',
    pt: 'Resultados e financiamento',
    fr: 'Résultats et financements',
  }),
  description: message({
    en: 'What the programmes have achieved and who pays for them, by pillar, country and donor; every figure leads to the rows it is made of.',
    es: 'Qué han logrado los programas y quién los financia, por pilar, país y donante; cada cifra conduce a las filas que la componen.',
    pt: 'O que os programas alcançaram e quem os financia, por pilar, país e doador; cada número leva às linhas que o compõem.',
    fr: 'Ce que les programmes ont accompli et qui les finance, par pilier, pays et donateur ; chaque chiffre mène aux lignes qui le composent.',
  }),
  headlines: message({
    en: 'At a glance',
    es: 'De un vistazo',
    pt: 'Em resumo',
    fr: 'En un coup d’œil',
  }),
  results: message({ en: 'Results', es: 'Resultados', pt: 'Resultados', fr: 'Résultats' }),
  byPillar: message({ en: 'By pillar', es: 'Por pilar', pt: 'Por pilar', fr: 'Par pilier' }),
  byCountry: message({ en: 'By country', es: 'Por país', pt: 'Por país', fr: 'Par pays' }),
  byDonor: message({ en: 'By donor', es: 'Por donante', pt: 'Por doador', fr: 'Par donateur' }),
  bySex: message({ en: 'By sex', es: 'Por sexo', pt: 'Por sexo', fr: 'Par sexe' }),
  overTime: message({
    en: 'Over time',
    es: 'Evolución en el tiempo',
    pt: 'Evolução no tempo',
    fr: 'Évolution dans le temps',
  }),
  map: message({ en: 'On the map', es: 'En el mapa', pt: 'No mapa', fr: 'Sur la carte' }),
  targets: message({
    en: 'Targets against actuals',
    es: 'Metas y resultados alcanzados',
    pt: 'Metas e resultados realizados',
    fr: 'Cibles et résultats obtenus',
  }),
  funding: message({ en: 'Funding', es: 'Financiamiento', pt: 'Financiamento', fr: 'Financements' }),
  fundingByDonor: message({
    en: 'Funding by donor',
    es: 'Financiamiento por donante',
    pt: 'Financiamento por doador',
    fr: 'Financements par donateur',
  }),
  fundingByCountry: message({
    en: 'Funding by country',
    es: 'Financiamiento por país',
    pt: 'Financiamento por país',
    fr: 'Financements par pays',
  }),
  fundingByPillar: message({
    en: 'Funding by pillar',
    es: 'Financiamiento por pilar',
    pt: 'Financiamento por pilar',
    fr: 'Financements par pilier',
  }),
} as const;
