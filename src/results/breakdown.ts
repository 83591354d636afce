import { sumOf } from '../core/decimal.ts';
import { DomainError } from '../core/errors.ts';
import { saidInAny, slug } from '../core/text.ts';
import type { Named } from '../core/words.ts';
import { quoted, readNumber, refusal } from '../platform/csv/cells.ts';
import type { FileWords } from '../platform/csv/file-words.ts';
import type { CellReader } from '../platform/csv/reading.ts';

/** A part of a breakdown as a row names it; codes are slugs of its words. Without a value: the whole. */
export interface GivenPart {
  readonly axis: string;
  readonly axisWords: string;
  readonly part: string;
  readonly partWords: string;
  readonly value: number | null;
}

/** Lists of words that are something else than the parts of an axis (terms). */
const NOT_AXES: readonly string[] = ['axis', 'organisation-kind', 'unit'];

/** An axis and a part are keys, together. */
const MOST_IN_WORD = 100;

const REMEDY =
  'Write axis=part:number with semicolons between, or axis=part for the whole value: sex=female:7;sex=male:15';

/**
 * Reads `axis=part:number;axis=part:number`, or `axis=part` for the whole value (interfaces.md, "Import files").
 *
 * @example readBreakdown('sex=female:7;sex=male:15') // two parts of the axis `sex`
 * @example readBreakdown('role=national trainer') // one part, `national-trainer`, that is the whole
 */
export function readBreakdown(text: string): readonly GivenPart[] | DomainError {
  const parts: GivenPart[] = [];
  for (const piece of text.split(';')) {
    const part = readPart(piece.trim());
    if ('options' in part) return part;
    if (parts.some(({ axis, part: other }) => axis === part.axis && other === part.part)) {
      return refusal(
        'BREAKDOWN.REPEATED',
        `${quoted(part.partWords)} is there twice.`,
        'Write each part once.',
      );
    }
    parts.push(part);
  }
  const whole = parts.find(
    ({ value, axis }) => value === null && parts.filter((part) => part.axis === axis).length > 1,
  );
  if (whole === undefined) return parts;
  const message = `"${whole.axisWords}=${whole.partWords}" has no number, and is not the only part of its axis.`;
  return refusal('BREAKDOWN.NO_NUMBER', message, REMEDY);
}

const PART = /^([^=:]+)=([^=:]+)(?::\s*([^=:]+))?$/;

function readPart(text: string): GivenPart | DomainError {
  const [, axisWords = '', partWords = '', number] = PART.exec(text) ?? [];
  const [axis, part] = [slug(axisWords), slug(partWords)];
  if (axis === '' || part === '')
    return refusal('BREAKDOWN.UNREADABLE', `${quoted(text)} is not a part.`, REMEDY);
  if (axis.length > MOST_IN_WORD || part.length > MOST_IN_WORD) {
    const message = `${quoted(text)} has a name of more than ${MOST_IN_WORD} characters.`;
    return refusal('BREAKDOWN.TOO_LONG', message, 'Shorten it.');
  }
  if (NOT_AXES.includes(axis)) {
    return refusal('BREAKDOWN.RESERVED', `${quoted(axis)} cannot be an axis.`, 'Give the axis another name.');
  }
  const value = number === undefined ? null : readNumber(number.trim());
  if (value !== null && typeof value !== 'number') return value;
  if (value !== null && value < 0)
    return refusal('BREAKDOWN.NEGATIVE', `${quoted(text)} is negative.`, 'Correct the number.');
  return { axis, axisWords: axisWords.trim(), part, partWords: partWords.trim(), value };
}

/**
 * Why these parts cannot break down this value: the parts of each axis sum to it (rule 6).
 *
 * @example breakdownRefusal(parts of 'sex=female:7;sex=male:14', 22) // BREAKDOWN.NOT_THE_SUM: 21 is not 22
 */
export function breakdownRefusal(parts: readonly GivenPart[], value: number): DomainError | null {
  for (const [axis, ofAxis] of Map.groupBy(parts, (part) => part.axis)) {
    const sum = sumOf(ofAxis, (part) => part.value ?? value);
    if (sum === value) continue;
    const message = `The parts of "${axis}" sum to ${sum}, the value is ${value}.`;
    const remedy = `Correct one of the numbers; what is not recorded is a part too: ${axis}=unknown:…`;
    return refusal('BREAKDOWN.NOT_THE_SUM', message, remedy);
  }
  return null;
}

/** Words for the parts of an axis that the data need not have (rule 6): what is not known, whatever the axis. */
const UNKNOWN = saidInAny({
  en: 'unknown, not recorded, not known, not stated, no data, n/a',
  es: 'desconocido, no registrado, sin dato, sin datos',
  pt: 'desconhecido, não informado, sem dados',
  fr: 'inconnu, non renseigné, non précisé',
});
/** And of people by their sex. */
const SEXES: readonly Named[] = [
  {
    word: 'female',
    says: saidInAny({
      en: 'females, woman, women, f',
      es: 'mujer, mujeres, femenino',
      pt: 'mulher, mulheres, feminino',
      fr: 'femme, femmes, féminin',
    }),
  },
  {
    word: 'male',
    says: saidInAny({
      en: 'males, man, men, m',
      es: 'hombre, hombres, masculino',
      pt: 'homem, homens, masculino',
      fr: 'homme, hommes, masculin',
    }),
  },
];

/** The axes that the data have, and the parts of each. */
interface KnownAxes {
  readonly axes: readonly Named[];
  partsOf(axis: string): readonly Named[];
}

/**
 * Reads the words and numbers of a breakdown: `Sexo=mujeres:1 200` is `sex=female:1200`. What is no breakdown stays as
 * it is written, for `readBreakdown` to refuse.
 */
export function breakdownReader(words: FileWords, known: KnownAxes, readNumber: CellReader): CellReader {
  const readAxis = words.reader('axis', known.axes);
  const partReaders = new Map<string, ReturnType<FileWords['reader']>>();
  const partReader = (axis: string) => {
    const reader = partReaders.get(axis) ?? words.reader(`part of "${axis}"`, partsOf(known, axis));
    partReaders.set(axis, reader);
    return reader;
  };
  const read = (piece: string): string | DomainError => {
    const [, axisWords = '', partWords = '', given] = PART.exec(piece) ?? [];
    if (slug(axisWords) === '' || slug(partWords) === '' || NOT_AXES.includes(slug(axisWords))) return piece;
    const axis = readAxis(axisWords.trim());
    if (typeof axis !== 'string') return axis;
    const part = partReader(slug(axis))(partWords.trim());
    if (typeof part !== 'string' || given === undefined) {
      return typeof part === 'string' ? `${axis}=${part}` : part;
    }
    const number = readNumber(given.trim(), false);
    return typeof number === 'string' ? `${axis}=${part}:${number}` : number;
  };
  return (text) => {
    const pieces: string[] = [];
    for (const piece of text.split(';')) {
      // Spreadsheets' last semicolon.
      if (piece.trim() === '' && pieces.length > 0) continue;
      const part = read(piece.trim());
      if (part instanceof DomainError) return part;
      pieces.push(part);
    }
    return pieces.join(';');
  };
}

/** A part of the data says what it says, whatever people say elsewhere. */
function partsOf(known: KnownAxes, axis: string): readonly Named[] {
  const ofData = known.partsOf(axis);
  const said = new Set(ofData.flatMap(({ says }) => says.map(slug)));
  const usual = [...(axis === 'sex' ? SEXES : []), { word: 'unknown', says: UNKNOWN }];
  return [
    ...ofData,
    ...usual.map(({ word, says }) => ({
      word,
      says: [word, ...says].filter((text) => !said.has(slug(text))),
    })),
  ];
}
