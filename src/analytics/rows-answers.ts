import { attribute } from '../core/attribution.ts';
import type { ProgramRow } from '../core/figures-of-programs.ts';
import { TRANSACTION_TYPES } from '../core/funding.ts';
import type { FundingEntry } from '../core/funding-totals.ts';
import type { Narrative } from '../core/narratives/narrative.ts';
import type { Program } from '../core/program.ts';
import { plainWords, type ToldText } from '../core/report/told-text.ts';
import type { Result } from '../core/result.ts';
import type { PageRequest, RowPage } from '../core/row-page.ts';
import { type LocalText, languageOf, type Readership, textIn } from '../core/text.ts';
import { seesMoreThanTotals } from '../core/visibility/visibility.ts';
import { type Url, withParameters } from '../web/url.ts';
import { identifierOf, indicatorLabel, labelOf, programLabel } from './labels.ts';
import { type NamedView, standingOf, standings, withProgramsBehind } from './named-view.ts';
import { programSheet } from './program-sheet.ts';
import { listedPrograms } from './programs-in-view.ts';
import { toldTexts } from './told-narratives.ts';
import { datesOf, type TransactionRows, type View } from './view.ts';

/**
 * `GET /api/v1/results`: so many results after the cursor, the id of the last one seen, with where each counts, its
 * programme's shares and its evidence.
 */
export async function resultsAnswer(asked: View, { rows, total, next }: RowPage<Result>, url: Url) {
  const view = await withProgramsBehind(asked, rows);
  return {
    ...datesOf(view),
    count: total,
    rows: rows.map((result) => resultAnswer(view, result)),
    ...nextOf(next, url),
  };
}

/** Where the next rows are; null: these are the last. */
function nextOf(cursor: string | null, url: Url) {
  return { nextCursor: cursor, next: cursor === null ? null : withParameters(url, { cursor }) };
}

/** One result as JSON. */
export function resultAnswer(view: NamedView, result: Result) {
  const { pillar, country, donors } = attribute(result, standings(view));
  const { pillars, places } = standingOf(view, result.program).holds;
  const { indicator, program, place, note, noteFor, approvedAt: _, evidence, ...stated } = result;
  const named = (by: 'pillar' | 'country' | 'donor', key: string) => ({ key, label: labelOf(view, by, key) });
  return {
    ...stated,
    indicator: { code: indicator, label: indicatorLabel(view, indicator) },
    program: { code: program, label: programLabel(view, program) },
    place: place === null ? null : named('country', place),
    ...said(view, 'note', note),
    ...told({ noteFor }),
    counts: {
      pillar: named('pillar', pillar),
      country: named('country', country),
      contributedTo: donors.map((donor) => named('donor', donor)),
    },
    shares: { pillars, places },
    evidence: evidence.map(({ kind, title, titleFor, url, piece }) => ({
      // Under it the file, or the quotation, is to be had.
      id: piece,
      kind,
      ...said(view, 'title', title),
      ...told({ titleFor }),
      url: url ?? (piece === null ? null : view.links.evidence(piece)),
    })),
    url: view.links.result(result.id),
  };
}

/** Transactions that are asked for; without a type, of all types. */
type TransactionSelection = Omit<TransactionRows, 'type'> & { readonly type?: TransactionRows['type'] };

/**
 * `GET /api/v1/transactions`: what stands behind an amount, each with the part that counts in it; so many after the
 * cursor, type by type in order of id.
 */
export async function transactionsAnswer(
  view: View,
  { type: asked, ...selection }: TransactionSelection,
  { cursor, limit }: PageRequest,
  url: Url,
) {
  const types = asked === undefined ? TRANSACTION_TYPES : [asked];
  const after = cursor === undefined ? null : await view.figures.transaction(cursor);
  // Of one that nobody knows the first list says so.
  const from = Math.max(0, after === null ? 0 : types.indexOf(after.type));
  const rows: FundingEntry[] = [];
  let count = 0;
  let hasMore = false;
  for (const [at, type] of types.entries()) {
    const left = at < from ? 0 : limit - rows.length;
    const page = await view.figures.entries(
      { ...selection, type, inOrderOf: 'id' },
      // One row says how many there are.
      { limit: Math.max(left, 1), ...(at === from && { cursor }) },
    );
    count += page.total;
    if (at < from) continue;
    rows.push(...page.rows.slice(0, left));
    hasMore ||= page.next !== null || (left === 0 && page.rows.length > 0);
  }
  return {
    ...datesOf(view),
    currency: view.names.reportingCurrency,
    count,
    rows: rows.map((entry) => transactionAnswer(view, entry)),
    ...nextOf(hasMore ? (rows.at(-1)?.transaction.id ?? null) : null, url),
  };
}

/** One transaction as JSON, with the part of it that counts. */
export function transactionAnswer(view: View, { transaction, amountMinor }: FundingEntry) {
  const { note, noteFor, conversion, ...stated } = transaction;
  return {
    ...stated,
    conversion,
    ...said(view, 'note', note),
    ...told({ noteFor }),
    /** In minor units of the reporting currency; null: there was no rate, so it is in no total. */
    counted: conversion === null ? null : amountMinor,
    url: view.links.transaction(transaction.id),
  };
}

/** `GET /api/v1/programs`: with a country, those on its sheet. */
export async function programsAnswer(view: View, page: PageRequest, url: Url) {
  const { rows, top, total, next } = await view.figures.programs(
    { ...listedPrograms(view), inOrderOf: 'code' },
    page,
  );
  return {
    ...datesOf(view),
    count: { top, all: total },
    rows: rows.map((row) => programAnswer(view, row)),
    ...nextOf(next, url),
  };
}

/** `GET /api/v1/programs/:code`: with every field of its fact sheet, its figures and its texts. */
export async function programDetailAnswer(view: View, row: ProgramRow) {
  const { code } = row;
  const { cutOff, figures } = view;
  const [{ fields }, activities, { rows: results }, texts] = await Promise.all([
    programSheet(view, row),
    figures.activities(code),
    figures.results({ filter: { ...view.filter, program: code }, cutOff }),
    narrativesAnswer(view, code),
  ]);
  const named = await withProgramsBehind(view, results);
  return {
    ...programAnswer(view, row),
    ...datesOf(view),
    fields: fields.map(({ id, label, values, remark }) => ({
      id,
      label,
      values: values.map(({ text }) => text),
      ...(remark !== undefined && { remark }),
    })),
    activities: activities.rows.map((each) => programAnswer(view, each)),
    results: results.map((result) => resultAnswer(named, result)),
    texts,
  };
}

/** A programme's texts, each with its figures as they count, and as it was written. */
async function narrativesAnswer(view: View, program: string) {
  if (!seesMoreThanTotals(view)) return [];
  const narratives = await view.figures.narratives({ program });
  const shown = await toldTexts(view, narratives);
  return narratives.map((narrative, index) => ({
    ...narrativeAnswer(view, narrative),
    words: plainWords(shown[index] as ToldText),
  }));
}

/** One text as JSON; `text` is as it was written, with its references. */
export function narrativeAnswer(view: View, narrative: Narrative) {
  const { place, text, textFor, sheet, sheetFor, ...stated } = narrative;
  return {
    ...stated,
    place: place === null ? null : { key: place, label: labelOf(view, 'country', place) },
    ...said(view, 'text', text),
    ...told({ textFor }),
    ...said(view, 'sheet', sheet),
    ...told({ sheetFor }),
    url: view.links.narrative(narrative.id),
  };
}

/** What a programme says itself, and not what is above it: its texts too. */
export function programVersionAnswer(view: View, program: Program) {
  const { title, summary, objectives, beneficiaries, note, ...stated } = program;
  const { summaryFor, objectivesFor, beneficiariesFor, noteFor, ...facts } = stated;
  const words = (text: LocalText | null) => (text === null ? null : textIn(text, view.language));
  return {
    ...facts,
    title: words(title),
    summary: words(summary),
    ...told({ summaryFor }),
    objectives: words(objectives),
    ...told({ objectivesFor }),
    beneficiaries: words(beneficiaries),
    ...told({ beneficiariesFor }),
    note: words(note),
    ...told({ noteFor }),
  };
}

function programAnswer(view: View, { program, ...standing }: ProgramRow) {
  const {
    code,
    parent,
    title,
    summary,
    summaryFor,
    status,
    start,
    startPrecision,
    end,
    endPrecision,
    unit,
    link,
    identifier,
  } = program;
  const { pillars, places, funders } = standing.holds;
  return {
    code,
    parent,
    ...said(view, 'title', title),
    ...said(view, 'summary', summary),
    ...told({ summaryFor }),
    status,
    unit,
    start,
    startPrecision,
    end,
    endPrecision,
    link,
    identifier,
    pillars,
    places: places.map((place) => ({ ...place, label: labelOf(view, 'country', place.code) })),
    donors: funders.map((donor) => ({
      code: donor,
      label: labelOf(view, 'donor', donor),
      identifier: identifierOf(view, donor),
    })),
    url: view.links.program(standing),
  };
}

/** A text as the reader is shown it; with its language where that is not the one that was asked for. */
function said<Field extends string>(view: View, field: Field, text: LocalText | null) {
  if (text === null) return { [field]: null };
  const language = languageOf(text, view.language);
  const shown = { [field]: textIn(text, language) };
  return language === view.language ? shown : { ...shown, [`${field}Language`]: language };
}

/** Whose a text is, where the reader is told. */
function told<Field extends string>(readership: Readonly<Record<Field, Readership | null>>) {
  return Object.values(readership).includes(null) ? {} : readership;
}
