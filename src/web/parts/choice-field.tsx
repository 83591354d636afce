import type { VNode } from 'preact';
import { type OneOrMore, valuesOf } from '../../core/one-or-more.ts';
import type { Edition } from '../edition.ts';
import type { Message } from '../i18n/message.ts';
import { filterMessages } from '../i18n/messages/filters.ts';
import { FieldFault, faultAttributes } from './faulty-field.tsx';

/** A code and its name in the reader's language, in the order in which they are listed. */
export interface FilterChoice {
  readonly value: string;
  readonly label: string;
}

/** What a portfolio can be narrowed to. */
export type Choices = Readonly<
  Record<'pillars' | 'countries' | 'regions' | 'donors' | 'indicators', readonly FilterChoice[]>
>;

/** What is chosen by its name. */
export type ChoiceName = 'pillar' | 'country' | 'donor' | 'program' | 'indicator';

export interface ChoiceFieldProps {
  readonly edition: Edition;
  readonly id: string;
  readonly name: ChoiceName;
  /** In place of the usual one. */
  readonly label?: string;
  readonly choices: Choices;
  /** As it was chosen or typed; with several values each has a field, and there is one for another. */
  readonly value?: OneOrMore | undefined;
  /** Several may be chosen. */
  readonly isSeveral?: boolean;
  readonly fault?: string | undefined;
  /** Which of several values the fault is of; without it, the first. */
  readonly faulty?: OneOrMore | undefined;
  /** It cannot be left empty. */
  readonly required?: boolean;
}

/** So many choices are a list; of more, a name is typed. */
export const MOST_CHOICES = 40;

const ALL: Readonly<Record<ChoiceName, Message>> = {
  pillar: filterMessages.allPillars,
  country: filterMessages.allCountries,
  donor: filterMessages.allDonors,
  program: filterMessages.allPrograms,
  indicator: filterMessages.allIndicators,
};

interface Group {
  readonly label?: Message;
  readonly choices: readonly FilterChoice[];
}

function groupsOf(name: ChoiceName, choices: Choices): readonly Group[] {
  switch (name) {
    case 'country':
      return [
        { label: filterMessages.countries, choices: choices.countries },
        { label: filterMessages.regions, choices: choices.regions },
      ];
    case 'pillar':
      return [{ choices: choices.pillars }];
    case 'donor':
      return [{ choices: choices.donors }];
    case 'program':
      // There may be thousands of them, so none is listed.
      return [];
    case 'indicator':
      return [{ choices: choices.indicators }];
  }
}

/** A field that narrows to one thing: a list to choose from or, where that would be long, a name to type. */
export function ChoiceField(props: ChoiceFieldProps): VNode {
  const { edition, id, name, fault, isSeveral = false } = props;
  const [value, ...others] = valuesOf(props.value);
  const groups = groupsOf(name, props.choices);
  const isLong = groups.length === 0 || groups.flatMap(({ choices }) => choices).length > MOST_CHOICES;
  const Field = isLong ? NameField : ListField;
  const faulty: readonly (string | undefined)[] =
    props.faulty === undefined ? [value] : valuesOf(props.faulty);
  const faultIn = (each: string | undefined) => (faulty.includes(each) ? fault : undefined);
  return (
    <div class="field">
      <label for={id}>{props.label ?? edition.t(filterMessages[name])}</label>
      <Field {...props} value={value} fault={faultIn(value)} groups={groups} />
      {isSeveral &&
        value !== undefined &&
        [...others, undefined].map((other, i) => (
          <NameField
            key={other}
            {...props}
            id={`${id}-${i + 2}`}
            errorId={id}
            value={other}
            fault={other === undefined ? undefined : faultIn(other)}
            groups={groups}
            isOther
          />
        ))}
      <FieldFault id={id} fault={fault} />
    </div>
  );
}

type GroupedProps = Omit<ChoiceFieldProps, 'value' | 'isSeveral' | 'faulty'> & {
  readonly value: string | undefined;
  readonly groups: readonly Group[];
  /** It is beside another field, whose label it has. */
  readonly isOther?: boolean;
  /** The field below which its fault stands; its own, without it. */
  readonly errorId?: string;
};

function ListField({ edition, id, name, value, fault, required = false, groups }: GroupedProps): VNode {
  const { t } = edition;
  const isOffered = groups.some(({ choices }) => choices.some((each) => each.value === value));
  const options = (choices: readonly FilterChoice[]) =>
    choices.map((each) => (
      <option key={each.value} value={each.value} selected={each.value === value}>
        {each.label}
      </option>
    ));
  return (
    <select id={id} name={name} required={required} {...faultAttributes(id, fault)}>
      {!required && <option value="">{t(ALL[name])}</option>}
      {value !== undefined && !isOffered && (
        <option value={value} selected>
          {value}
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
  );
}

/** It takes a name or a code; a name that several have is none. A script suggests names while one is typed. */
function NameField(props: GroupedProps): VNode {
  const { edition, id, name, value, fault, required = false, groups, isOther = false, errorId = id } = props;
  const { t } = edition;
  const whenEmpty = isOther ? filterMessages.another : required ? filterMessages.nameOrCode : ALL[name];
  const choices = groups.flatMap((group) => group.choices);
  const label = choices.find((each) => each.value === value)?.label;
  const isAlone = choices.filter((each) => each.label === label).length === 1;
  return (
    <input
      id={id}
      type="text"
      name={name}
      value={isAlone ? label : value}
      placeholder={t(whenEmpty)}
      title={t(filterMessages.nameOrCode)}
      aria-label={isOther ? t(filterMessages.anotherOf, { label: t(filterMessages[name]) }) : undefined}
      required={required}
      autocomplete="off"
      spellcheck={false}
      maxLength={120}
      data-suggest={name}
      {...faultAttributes(errorId, fault)}
    />
  );
}
