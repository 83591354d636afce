import { attribute } from '../core/attribution.ts';
import type { ProgramRow } from '../core/figures-of-programs.ts';
import { TRANSACTION_TYPES } from '../core/funding.ts';
import type { FundingEntry } from '../core/funding-totals.ts';
import type { Program } from '../core/program.ts';
import type { Result } from '../core/result.ts';
import type { RowPage } from '../core/row-page.ts';
import { type LocalText, languageOf, type Readership, textIn } from '../core/text.ts';
import { identifierOf, indicatorLabel, labelOf, programLabel } from './labels.ts';
import { type NamedView, standingOf, standings, withProgramsBehind } from './named-view.ts';
import { programSheet } from './program-sheet.ts';
import { listedPrograms } from './programs-in-view.ts';
import { datesOf, type TransactionRows, type View } from './view.ts';

/**
 * `GET /api/v1/results`: so many results after the cursor, the id of the last one seen, with where each counts, its
 * programme's shares and its evidence.
 */
export async function resultsAnswer(asked: View, { rows, total, next }: RowPage<Result>) {
  const view = await withProgramsBehind(asked, rows);
  return {
    ...datesOf(view),
    count: total,
    rows: rows.map((result) => resultAnswer(view, result)),
    nextCursor: next,
  };
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
    evidence: evidence.map(({ kind, title, titleFor, url }) => ({
      kind,
      ...said(view, 'title', title),
      ...told({ titleFor }),
      url,
    })),
    url: view.links.result(result.id),
  };
}

/** Transactions that are asked for; without a type, of all types. */
type TransactionSelection = Omit<TransactionRows, 'type'> & { readonly type?: TransactionRows['type'] };

/** `GET /api/v1/transactions`: what stands behind an amount, each with the part that counts in it. */
export async function transactionsAnswer(view: View, { type: asked, ...selection }: TransactionSelection) {
  const types = asked === undefined ? TRANSACTION_TYPES : [asked];
  const found = await Promise.all(
    types.map((type) => view.figures.entries({ ...selection, type, inOrderOf: 'id' })),
  );
  return {
    ...datesOf(view),
    currency: view.names.reportingCurrency,
    count: found.reduce((sum, { total }) => sum + total, 0),
    rows: found.flatMap(({ rows }) => rows.map((entry) => transactionAnswer(view, entry))),
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
export async function programsAnswer(view: View) {
  const { rows, top, total } = await view.figures.programs({ ...listedPrograms(view), inOrderOf: 'code' });
  return {
    ...datesOf(view),
    count: { top, all: total },
    rows: rows.map((row) => programAnswer(view, row)),
  };
}

/** `GET /api/v1/programs/:code`: with every field of its fact sheet and its figures. */
export async function programDetailAnswer(view: View, row: ProgramRow) {
  const { code } = row;
  const { cutOff, figures } = view;
  const [{ fields }, activities, { rows: results }] = await Promise.all([
    programSheet(view, row),
    figures.activities(code),
    figures.results({ filter: { ...view.filter, program: code }, cutOff }),
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
