import type { VNode } from 'preact';
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
  readonly choices: Choices;
  /** As it was chosen or typed. */
  readonly value?: string | undefined;
  readonly fault?: string | undefined;
  /** It cannot be left empty. */
  readonly required?: boolean;
}

/** So many choices are a list; of more, a name is typed. */
const MOST_CHOICES = 40;

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
  const { edition, id, name, fault } = props;
  const groups = groupsOf(name, props.choices);
  const isLong = groups.length === 0 || groups.flatMap(({ choices }) => choices).length > MOST_CHOICES;
  const Field = isLong ? NameField : ListField;
  return (
    <div class="field">
      <label for={id}>{edition.t(filterMessages[name])}</label>
      <Field {...props} groups={groups} />
      <FieldFault id={id} fault={fault} />
    </div>
  );
}

type GroupedProps = ChoiceFieldProps & { readonly groups: readonly Group[] };

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
function NameField({ edition, id, name, value, fault, required = false, groups }: GroupedProps): VNode {
  const { t } = edition;
  const choices = groups.flatMap((group) => group.choices);
  const label = choices.find((each) => each.value === value)?.label;
  const isAlone = choices.filter((each) => each.label === label).length === 1;
  return (
    <input
      id={id}
      type="text"
      name={name}
      value={isAlone ? label : value}
      placeholder={t(required ? filterMessages.nameOrCode : ALL[name])}
      title={t(filterMessages.nameOrCode)}
      required={required}
      autocomplete="off"
      spellcheck={false}
      maxLength={120}
      data-suggest={name}
      {...faultAttributes(id, fault)}
    />
  );
}
