import { type ColumnNames, guessColumns } from '../core/entry/column-guess.ts';
import { type InEachLanguage, LANGUAGES, type Language, slug } from '../core/text.ts';
import type { FileShape } from '../platform/csv/file-shape.ts';
import type { ImportKind } from '../platform/csv/import-kind.ts';
import type { Columns } from '../platform/csv/table.ts';
import { columnLabels } from '../web/i18n/messages/columns.ts';
import { inLanguage, textOf } from './entry-form.ts';

/** What a column of a file may be beside the columns of its kind: the period as a whole, its first day and its last. */
export const PERIOD = 'period_start+period_end';

/** What people call columns beside what the forms call them, by column, with commas between. */
const USUAL: Readonly<Record<string, InEachLanguage<string>>> = {
  ref: { en: 'reference', es: 'referencia', pt: 'referência', fr: 'référence' },
  code: {
    en: 'programme code, project code',
    es: 'código del programa, código del proyecto',
    pt: 'código do programa, código do projeto',
    fr: 'code du programme, code du projet',
  },
  program: {
    en: 'programme, program, project',
    es: 'programa, proyecto',
    pt: 'programa, projeto',
    fr: 'programme, projet',
  },
  title: {
    en: 'title, name, programme name, project name',
    es: 'título, nombre, nombre del programa, nombre del proyecto',
    pt: 'título, nome, nome do programa, nome do projeto',
    fr: 'titre, nom, nom du programme, nom du projet',
  },
  parent: { en: 'parent, part of', es: 'depende de', pt: 'subordinado a', fr: 'programme parent' },
  pillar: { en: 'pillar', es: 'pilar, eje', pt: 'pilar, eixo', fr: 'pilier, axe' },
  start: {
    en: 'from, start date',
    es: 'desde, fecha de inicio',
    pt: 'desde, data de início',
    fr: 'du, date de début',
  },
  end: {
    en: 'to, until, end date',
    es: 'hasta, fecha de fin',
    pt: 'até, data de fim',
    fr: 'au, date de fin',
  },
  indicator: {
    en: 'indicator, indicator name',
    es: 'indicador, nombre del indicador',
    pt: 'indicador, nome do indicador',
    fr: 'indicateur, nom de l’indicateur',
  },
  unit: {
    en: 'unit, unit of measure',
    es: 'unidad, unidad de medida',
    pt: 'unidade, unidade de medida',
    fr: 'unité, unité de mesure',
  },
  kind: { en: 'kind, type', es: 'clase, tipo', pt: 'tipo', fr: 'genre, type' },
  type: { en: 'kind, type', es: 'clase, tipo', pt: 'tipo', fr: 'genre, type' },
  country_or_region: {
    en: 'country, region, place, location, member state',
    es: 'país, región, lugar, estado miembro',
    pt: 'país, região, lugar, local, estado membro',
    fr: 'pays, région, lieu, état membre',
  },
  period_start: {
    en: 'start, start date, from, from date, period from',
    es: 'inicio, fecha inicio, fecha de inicio, fecha inicial, desde',
    pt: 'início, data início, data de início, data inicial, desde',
    fr: 'début, date début, date de début, du',
  },
  period_end: {
    en: 'end, end date, to, to date, until, period to',
    es: 'fin, fecha fin, fecha de fin, fecha final, hasta',
    pt: 'fim, data fim, data de fim, data final, até',
    fr: 'fin, date fin, date de fin, au',
  },
  [PERIOD]: {
    en: 'period, month, quarter, year',
    es: 'período, mes, trimestre, año',
    pt: 'período, mês, trimestre, ano',
    fr: 'période, mois, trimestre, année',
  },
  value: {
    en: 'value, number, quantity, total, result, figure',
    es: 'valor, número, cantidad, total, resultado, cifra',
    pt: 'valor, número, quantidade, total, resultado',
    fr: 'valeur, nombre, quantité, total, résultat, chiffre',
  },
  denominator: { en: 'out of, denominator', es: 'denominador', pt: 'denominador', fr: 'dénominateur' },
  breakdown: {
    en: 'breakdown, disaggregation',
    es: 'desglose, desagregación',
    pt: 'detalhamento, desagregação',
    fr: 'ventilation, désagrégation',
  },
  sheet: {
    en: 'source, document, evidence',
    es: 'fuente, documento, evidencia',
    pt: 'fonte, documento, evidência',
    fr: 'source, document, preuve',
  },
  note: {
    en: 'notes, comment, comments, remarks',
    es: 'notas, comentario, comentarios, observaciones',
    pt: 'notas, comentário, comentários, observações',
    fr: 'notes, commentaire, commentaires, remarques, observations',
  },
  value_date: {
    en: 'date, day, transaction date',
    es: 'fecha, día, fecha de la transacción',
    pt: 'data, dia, data da transação',
    fr: 'date, jour, date de la transaction',
  },
  amount: {
    en: 'amount, sum',
    es: 'monto, importe, suma',
    pt: 'montante, valor, quantia',
    fr: 'montant, somme',
  },
  currency: { en: 'currency', es: 'moneda, divisa', pt: 'moeda', fr: 'devise, monnaie' },
  provider: {
    en: 'donor, funder, provider',
    es: 'donante, financiador, proveedor',
    pt: 'doador, financiador',
    fr: 'donateur, bailleur, bailleur de fonds',
  },
  receiver: {
    en: 'recipient',
    es: 'beneficiario, destinatario',
    pt: 'recebedor, destinatário',
    fr: 'bénéficiaire',
  },
  organisation: {
    en: 'organisation, organization, agency',
    es: 'organización, organismo, agencia',
    pt: 'organização, organismo, agência',
    fr: 'organisation, organisme, agence',
  },
  share: {
    en: 'percentage, percent',
    es: 'porcentaje, proporción',
    pt: 'percentual, proporção',
    fr: 'pourcentage, part',
  },
};

/** The columns of a kind with all that people call them; of a text, in the language in which they do. */
export function namedColumns(kind: ImportKind): Columns {
  return { ...kind.columns, names: namesOf(kind, LANGUAGES[0]) };
}

/** What a column of a file of this kind may be said to be. */
export function choicesOf({ columns: { known } }: ImportKind): readonly string[] {
  return known.includes('period_start') ? [...known, PERIOD] : known;
}

/** @returns of each column what it is taken for; '': nothing is known of it */
export function guessedColumns(kind: ImportKind, shape: FileShape, reader: Language): readonly string[] {
  const headers = shape.columns.map(({ name }) => name);
  const guessed = guessColumns(headers, kind.columns.known, namesOf(kind, reader));
  const isSplit = guessed.includes('period_start') || guessed.includes('period_end');
  return guessed.map((column) => (column === null || (column === PERIOD && isSplit) ? '' : column));
}

function namesOf(kind: ImportKind, reader: Language): ColumnNames {
  const names = new Map<string, string>();
  const texts = Object.keys(kind.columns.anyOf ?? {});
  const columns = choicesOf(kind).filter((column) => (textOf(kind, column)?.of ?? column) === column);
  // One word may be several languages': whoever reads the page decides.
  for (const language of [reader, ...LANGUAGES.filter((each) => each !== reader)]) {
    for (const column of columns) {
      const label = columnLabels[kind.name]?.[column]?.[language];
      const meant = texts.includes(column) ? inLanguage(column, language) : column;
      for (const name of [label ?? '', ...(USUAL[column]?.[language].split(',') ?? [])]) {
        const code = slug(name);
        if (code !== '' && !names.has(code)) names.set(code, meant);
      }
    }
  }
  return Object.fromEntries(names);
}
