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
  atAGlance: message({
    en: 'At a glance',
    es: 'De un vistazo',
    pt: 'Em resumo',
    fr: 'En un coup d’œil',
  }),
  onThisPage: message({
    en: 'On this page',
    es: 'En esta página',
    pt: 'Nesta página',
    fr: 'Sur cette page',
  }),
  results: message({ en: 'Results', es: 'Resultados', pt: 'Resultados', fr: 'Résultats' }),
  targets: message({
    en: 'Targets against actuals',
    es: 'Metas y resultados alcanzados',
    pt: 'Metas e resultados realizados',
    fr: 'Cibles et résultats obtenus',
  }),
  funding: message({ en: 'Funding', es: 'Financiamiento', pt: 'Financiamento', fr: 'Financements' }),
} as const;
