import type { VNode } from 'preact';
import type { Filter } from '../../core/facts.ts';
import { isDay } from '../../core/period.ts';
import type { Edition } from '../edition.ts';
import type { Message } from '../i18n/message.ts';
import { filterMessages } from '../i18n/messages/filters.ts';
import { totalsMessages } from '../i18n/messages/totals.ts';
import { parametersOf, pathOf, type Url, withParameters } from '../url.ts';
import { DayField, FieldFault, faultAttributes } from './faulty-field.tsx';

/** A code and its name in the reader's language, in the order in which they are listed. */
export interface FilterChoice {
  readonly value: string;
  readonly label: string;
}

export interface FilterBarProps {
  readonly edition: Edition;
  /** The address of this page; what it says besides the filters is kept. */
  readonly url: Url;
  readonly filter: TypedFilter;
  readonly choices: {
    readonly pillars: readonly FilterChoice[];
    readonly countries: readonly FilterChoice[];
    readonly regions: readonly FilterChoice[];
    readonly donors: readonly FilterChoice[];
    readonly indicators: readonly FilterChoice[];
  };
  /** The moment of `as-of` in words, where it is one and no day. */
  readonly moment?: string | null;
  /** What is wrong with a value as it was typed, by the name of its field. */
  readonly faults?: Readonly<Partial<Record<FilterName, string>>>;
  /** Its fields are in sight from the start. */
  readonly open?: boolean;
}

/** What narrows, and as known when. */
export type TypedFilter = Filter & { readonly 'as-of'?: string };
type FilterName = keyof TypedFilter;

const LABELS: Readonly<Record<FilterName, Message>> = {
  pillar: filterMessages.pillar,
  country: filterMessages.country,
  donor: filterMessages.donor,
  indicator: filterMessages.indicator,
  program: totalsMessages.program,
  from: filterMessages.from,
  to: filterMessages.to,
  'as-of': filterMessages.asOf,
};
const NAMES = Object.keys(LABELS) as readonly FilterName[];

/** A plain form that asks for the same page with other filters; what is set stands above it, each with its way out. */
export function FilterBar(props: FilterBarProps): VNode {
  const { edition, url, filter, choices, faults = {}, open = false } = props;
  const { t } = edition;
  const kept = parametersOf(url).filter(
    ([name]) => name === 'program' || !NAMES.includes(name as FilterName),
  );
  return (
    <div class="filters">
      <Chips {...props} />
      <details open={open}>
        <summary>{t(filterMessages.title)}</summary>
        <form class="filter-fields" method="get" action={pathOf(url)}>
          {kept.map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Choice
            name="pillar"
            all={filterMessages.allPillars}
            groups={[{ choices: choices.pillars }]}
            {...{ edition, filter, faults }}
          />
          <Choice
            name="country"
            all={filterMessages.allCountries}
            groups={[
              { label: filterMessages.countries, choices: choices.countries },
              { label: filterMessages.regions, choices: choices.regions },
            ]}
            {...{ edition, filter, faults }}
          />
          {(choices.donors.length > 1 || filter.donor !== undefined) && (
            <Choice
              name="donor"
              all={filterMessages.allDonors}
              groups={[{ choices: choices.donors }]}
              {...{ edition, filter, faults }}
            />
          )}
          <Choice
            name="indicator"
            all={filterMessages.allIndicators}
            groups={[{ choices: choices.indicators }]}
            {...{ edition, filter, faults }}
          />
          {(['from', 'to', 'as-of'] as const).map((name) => (
            <DayField
              key={name}
              id={`filter-${name}`}
              name={name}
              label={t(LABELS[name])}
              value={filter[name]}
              fault={faults[name]}
            />
          ))}
          <p>
            <button class="button" type="submit">
              {t(filterMessages.apply)}
            </button>
          </p>
        </form>
      </details>
    </div>
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
    const value = filter[name];
    return value === undefined ? [] : [{ name, value }];
  });
  if (active.length === 0) return null;
  const known = new Map(
    Object.values(choices).flatMap((list) => list.map(({ value, label }) => [value, label])),
  );
  const wordsOf = (name: FilterName, value: string) => {
    if ((name === 'from' || name === 'to' || name === 'as-of') && isDay(value)) return f.day(value);
    return (name === 'as-of' ? moment : known.get(value)) ?? value;
  };
  return (
    <ul class="chips" aria-label={t(filterMessages.active)}>
      {active.map(({ name, value }) => {
        const words = t(filterMessages.chip, { label: t(LABELS[name]), value: wordsOf(name, value) });
        return (
          <li key={name}>
            <a
              class="chip"
              href={withParameters(url, { [name]: null })}
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

interface FieldProps {
  readonly edition: Edition;
  readonly filter: TypedFilter;
  readonly faults: NonNullable<FilterBarProps['faults']>;
}

interface ChoiceProps extends FieldProps {
  readonly name: 'pillar' | 'country' | 'donor' | 'indicator';
  /** The choice that narrows nothing. */
  readonly all: Message;
  readonly groups: readonly { readonly label?: Message; readonly choices: readonly FilterChoice[] }[];
}

/** So many choices are a list; of more, a name is typed. */
const MOST_CHOICES = 40;

function Choice(props: ChoiceProps): VNode {
  const { edition, filter, faults, name, all, groups } = props;
  const { t } = edition;
  if (groups.flatMap(({ choices }) => choices).length > MOST_CHOICES) return <TypedChoice {...props} />;
  const id = `filter-${name}`;
  const typed = filter[name];
  const isOffered = groups.some(({ choices }) => choices.some(({ value }) => value === typed));
  const options = (choices: readonly FilterChoice[]) =>
    choices.map(({ value, label }) => (
      <option key={value} value={value} selected={value === filter[name]}>
        {label}
      </option>
    ));
  return (
    <p class="field">
      <label for={id}>{t(LABELS[name])}</label>
      <select id={id} name={name} {...faultAttributes(id, faults[name])}>
        <option value="">{t(all)}</option>
        {typed !== undefined && !isOffered && (
          <option value={typed} selected>
            {typed}
          </option>
        )}
        {groups
          .filter(({ choices }) => choices.length > 0)
          .map(({ label, choices }) =>
            label ? (
              <optgroup key={label.en} label={t(label)}>
                {options(choices)}
              </optgroup>
            ) : (
              options(choices)
            ),
          )}
      </select>
      <FieldFault id={id} fault={faults[name]} />
    </p>
  );
}

/** A field that takes a name or a code; a name that several have is none. */
function TypedChoice({ edition, filter, faults, name, all, groups }: ChoiceProps): VNode {
  const { t } = edition;
  const id = `filter-${name}`;
  const typed = filter[name];
  const choices = groups.flatMap((group) => group.choices);
  const label = choices.find(({ value }) => value === typed)?.label;
  const isAlone = choices.filter((each) => each.label === label).length === 1;
  return (
    <p class="field">
      <label for={id}>{t(LABELS[name])}</label>
      <input
        id={id}
        type="text"
        name={name}
        value={isAlone ? label : typed}
        placeholder={t(all)}
        title={t(filterMessages.nameOrCode)}
        autocomplete="off"
        spellcheck={false}
        maxLength={120}
        {...faultAttributes(id, faults[name])}
      />
      <FieldFault id={id} fault={faults[name]} />
    </p>
  );
}
