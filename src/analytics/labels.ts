import { axisOf, type Dimension, NOT_RECORDED, NOT_SPLIT, UNDATED } from '../core/dimension.ts';
import { blockMessages } from '../web/i18n/messages/blocks.ts';
import { totalsMessages } from '../web/i18n/messages/totals.ts';
import { type NamedView, standingOf } from './named-view.ts';
import type { View } from './view.ts';

/** What a row of a total is called, in the reader's language; of programmes a view must have asked. */
export function labelOf(view: View, by: Exclude<Dimension, 'program'>, key: string): string;
export function labelOf(view: NamedView, by: Dimension, key: string): string;
export function labelOf(view: View | NamedView, by: Dimension, key: string): string {
  const { t } = view;
  if (key === NOT_SPLIT) return t(totalsMessages.sharedNotSplit);
  if (key === UNDATED) return t(totalsMessages.undated);
  if (key === NOT_RECORDED) return t(unrecorded(by));
  const axis = axisOf(by);
  if (axis !== null) return view.vocabulary.word(axis, key, view.language);
  if (by === 'year') return yearLabel(view, key);
  if (by === 'quarter') return view.f.quarterShort(key);
  if (by === 'month') return view.f.month(key);
  if (by === 'program') return programLabel(view as NamedView, key);
  return nameOf(view, by, key);
}

/** A report that ends within a year counts a part of it, and says so. */
function yearLabel({ f, period, cutOff }: View | NamedView, year: string): string {
  const isPart = period !== null && cutOff.startsWith(`${year}-`) && !cutOff.endsWith('-12-31');
  return isPart ? f.yearTo(cutOff) : year;
}

/** What a dimension is called at the head of its column. */
export function headOf(view: View, by: Dimension): string {
  const axis = axisOf(by);
  if (axis !== null) return capitalised(view, view.vocabulary.word('axis', axis, view.language));
  return view.t(totalsMessages[by as Exclude<Dimension, `axis:${string}`>]);
}

export function countryLabel(view: View, code: string): string {
  const place = view.names.places.find((each) => each.code === code);
  return place === undefined ? code : view.f.place(place);
}

export function programLabel(view: NamedView, code: string): string {
  const { title } = standingOf(view, code);
  return title === null ? code : view.f.text(title);
}

export function indicatorLabel(view: View, code: string): string {
  const indicator = view.names.indicators.find((each) => each.code === code);
  return indicator === undefined ? code : capitalised(view, view.f.text(indicator.name));
}

/** What an organisation is called where aid is published, or null. */
export function identifierOf(view: View, organisation: string): string | null {
  return view.names.organisations.find(({ code }) => code === organisation)?.identifier ?? null;
}

/** Names of the data are stored as they stand inside a sentence. */
export function capitalised(view: View, text: string): string {
  return text.charAt(0).toLocaleUpperCase(view.f.locale) + text.slice(1);
}

function nameOf(view: View, by: Dimension, key: string): string {
  if (by === 'country') return countryLabel(view, key);
  const named = by === 'pillar' ? view.names.pillars : view.names.organisations;
  const found = named.find((each) => each.code === key);
  return found === undefined ? key : view.f.text(found.name);
}

function unrecorded(by: Dimension) {
  if (by === 'donor') return totalsMessages.noDonorRecorded;
  if (by === 'country') return totalsMessages.noPlaceRecorded;
  if (by === 'pillar') return blockMessages.noPillar;
  return totalsMessages.notRecorded;
}
