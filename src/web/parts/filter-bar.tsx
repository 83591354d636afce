import type { VNode } from 'preact';
import { isAskedPeriod, PERIOD_PRESETS } from '../../core/asked-period.ts';
import type { Filter } from '../../core/facts.ts';
import { valuesOf } from '../../core/one-or-more.ts';
import { isDay } from '../../core/period.ts';
import type { Edition } from '../edition.ts';
import type { Message } from '../i18n/message.ts';
import { filterMessages } from '../i18n/messages/filters.ts';
import { periodChoiceMessages } from '../i18n/messages/periods.ts';
import { parametersOf, pathOf, type Url, withParameters } from '../url.ts';
import { ChoiceField, type ChoiceName, type Choices } from './choice-field.tsx';
import { DayField, FieldFault, faultAttributes } from './faulty-field.tsx';

export interface FilterBarProps {
  readonly edition: Edition;
  /** The address of this page; what it says besides the filters is kept. */
  readonly url: Url;
  readonly filter: TypedFilter;
  readonly choices: Choices;
  /** Its reader may ask for one programme. */
  readonly hasPrograms?: boolean;
  /** The moment of `as-of` in words, where it is one and no day. */
  readonly moment?: string | null;
  /** What is wrong with a value as it was typed, by the name of its field. */
  readonly faults?: Readonly<Partial<Record<FilterName, TypedFault>>>;
  /** What its page is not narrowed by. */
  readonly without?: readonly ChoiceName[];
  /** Where no time is asked for it is of everything to date. */
  readonly isToDate?: boolean;
  /** False: it is not narrowed to a time, nor asked as of one. */
  readonly isTimed?: boolean;
  /** Its fields are in sight from the start. */
  readonly open?: boolean;
}

/** What is wrong, and with which value. */
export interface TypedFault {
  readonly text: string;
  readonly value: string;
}

/** What narrows, and as known when. */
export type TypedFilter = Filter & { readonly period?: string; readonly 'as-of'?: string };
type FilterName = keyof TypedFilter;

const LABELS: Readonly<Record<FilterName, Message>> = {
  pillar: filterMessages.pillar,
  country: filterMessages.country,
  donor: filterMessages.donor,
  indicator: filterMessages.indicator,
  program: filterMessages.program,
  period: periodChoiceMessages.title,
  from: filterMessages.from,
  to: filterMessages.to,
  'as-of': filterMessages.asOf,
};
const NAMES = Object.keys(LABELS) as readonly FilterName[];
const DAYS = ['from', 'to', 'as-of'] as const;
const CHOSEN: readonly ChoiceName[] = ['pillar', 'country', 'donor', 'program', 'indicator'];

/** A plain form that asks for the same page with other filters; what is set stands above it, each with its way out. */
export function FilterBar(props: FilterBarProps): VNode {
  const {
    edition,
    url,
    filter,
    choices,
    hasPrograms = false,
    faults = {},
    open = false,
    without = [],
    isTimed = true,
    isToDate = false,
  } = props;
  const { t } = edition;
  const isOffered = (name: ChoiceName) =>
    (!without.includes(name) || filter[name] !== undefined) &&
    (name !== 'donor' || choices.donors.length > 1 || filter.donor !== undefined) &&
    (name !== 'program' || hasPrograms || filter.program !== undefined);
  const kept = parametersOf(url).filter(([name]) => !NAMES.includes(name as FilterName));
  return (
    <div class="filters">
      <Chips {...props} />
      <details open={open}>
        <summary>{t(filterMessages.title)}</summary>
        <form class="filter-fields" method="get" action={pathOf(url)}>
          {kept.map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {CHOSEN.filter(isOffered).map((name) => (
            <ChoiceField
              key={name}
              id={`filter-${name}`}
              name={name}
              value={filter[name]}
              isSeveral
              fault={faults[name]?.text}
              faulty={faults[name]?.value}
              {...{ edition, choices }}
            />
          ))}
          <p>
            <button class="button" type="submit">
              {t(filterMessages.apply)}
            </button>
          </p>
          {isTimed && (
            <details class="filter-days" open={open || DAYS.some((name) => filter[name] !== undefined)}>
              <summary>{t(filterMessages.days)}</summary>
              <div class="filter-fields">
                <PeriodField {...{ edition, isToDate }} value={filter.period} fault={faults.period?.text} />
                {DAYS.map((name) => (
                  <DayField
                    key={name}
                    id={`filter-${name}`}
                    name={name}
                    label={t(LABELS[name])}
                    value={filter[name]}
                    fault={faults[name]?.text}
                  />
                ))}
              </div>
            </details>
          )}
        </form>
      </details>
    </div>
  );
}

/** A time by its name; days of one's own have fields beside it. What cannot be read stands as it was typed. */
function PeriodField(props: {
  readonly edition: Edition;
  readonly value: string | undefined;
  readonly fault: string | undefined;
  readonly isToDate: boolean;
}): VNode {
  const { edition, value, fault, isToDate } = props;
  const { t, f } = edition;
  const id = 'filter-period';
  const own = value !== undefined && !(PERIOD_PRESETS as readonly string[]).includes(value) ? [value] : [];
  return (
    <p class="field">
      <label for={id}>{t(LABELS.period)}</label>
      <select id={id} name="period" {...faultAttributes(id, fault)}>
        <option value="">
          {t(isToDate ? periodChoiceMessages.toDateOrDays : periodChoiceMessages.notNamed)}
        </option>
        {[...own, ...PERIOD_PRESETS].map((key) => (
          <option key={key} value={key} selected={key === value}>
            {isAskedPeriod(key) ? f.period(key) : key}
          </option>
        ))}
      </select>
      <FieldFault id={id} fault={fault} />
    </p>
  );
}

/** What is set, each with its way out. */
export function Chips({
  edition,
  url,
  filter,
  choices,
  moment,
}: Omit<FilterBarProps, 'faults' | 'open'>): VNode | null {
  const { t, f } = edition;
  const active = NAMES.flatMap((name) => {
    const values = valuesOf(filter[name]);
    return values.map((value) => ({ name, value, others: values.filter((each) => each !== value) }));
  });
  if (active.length === 0) return null;
  const known = new Map(
    Object.values(choices).flatMap((list) => list.map(({ value, label }) => [value, label])),
  );
  const wordsOf = (name: FilterName, value: string) => {
    if ((name === 'from' || name === 'to' || name === 'as-of') && isDay(value)) return f.day(value);
    if (name === 'period' && isAskedPeriod(value)) return f.period(value);
    return (name === 'as-of' ? moment : known.get(value)) ?? value;
  };
  return (
    <ul class="chips" aria-label={t(filterMessages.active)}>
      {active.map(({ name, value, others }) => {
        const words = t(filterMessages.chip, { label: t(LABELS[name]), value: wordsOf(name, value) });
        return (
          <li key={`${name} ${value}`}>
            <a
              class="chip"
              href={withParameters(url, { [name]: others })}
              aria-label={t(filterMessages.remove, { filter: words })}
            >
              {words}
              <span aria-hidden="true">×</span>
            </a>
          </li>
        );
      })}
      {active.length > 1 && (
        <li>
          <a href={withParameters(url, Object.fromEntries(NAMES.map((name) => [name, null])))}>
            {t(filterMessages.clear)}
          </a>
        </li>
      )}
    </ul>
  );
}
