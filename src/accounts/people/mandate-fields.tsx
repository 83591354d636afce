import type { VNode } from 'preact';
import { type Refusal, ROLES } from '../../access/index.ts';
import { accessMessages as m } from '../../web/i18n/messages/access.ts';
import type { Translate } from '../../web/i18n/translator.ts';
import { Choices, TextField } from '../../web/parts/form.tsx';
import { ROLE_NAMES } from './mandate-words.ts';

/** A code of the portfolio with its name in the reader's language. */
export interface Choice {
  readonly code: string;
  readonly label: string;
}

/** What a mandate can be for, in the order of the reader's alphabet. */
export interface MandateChoices {
  readonly organisations: readonly Choice[];
  readonly programs: readonly Choice[];
}

/** A mandate as a form sends it. */
export interface GivenMandate {
  readonly role: string;
  readonly organisations: readonly string[];
  readonly programs: readonly string[];
}

/** A role, and what it is for; what the chosen role does not take the style sheet hides, and the server leaves aside. */
export function MandateFields(props: {
  readonly t: Translate;
  readonly form: string;
  readonly choices: MandateChoices;
  readonly given: GivenMandate;
  readonly refusal: Refusal | null;
}): VNode {
  const { t, form, choices, given, refusal } = props;
  return (
    <div class="mandate">
      <Choices
        form={form}
        name="role"
        type="radio"
        required
        label={t(m.role)}
        refusal={refusal}
        chosen={[given.role]}
        options={ROLES.map((role) => ({
          value: role,
          label: t(ROLE_NAMES[role].name),
          hint: t(ROLE_NAMES[role].sees),
        }))}
      />
      <div class="for-donor">
        <Codes
          {...{ t, form, refusal }}
          name="organisations"
          label={t(m.donorOrganisations)}
          hint={t(m.donorOrganisationsHint)}
          chosen={given.organisations}
          choices={choices.organisations}
        />
      </div>
      <div class="for-officer">
        <Codes
          {...{ t, form, refusal }}
          name="programs"
          label={t(m.officerPrograms)}
          hint={t(m.officerProgramsHint)}
          chosen={given.programs}
          choices={choices.programs}
        />
      </div>
    </div>
  );
}

/** So many choices are boxes to tick; of more, the codes are typed. */
const MOST_BOXES = 40;

function Codes(props: {
  readonly t: Translate;
  readonly form: string;
  readonly name: 'organisations' | 'programs';
  readonly label: string;
  readonly hint: string;
  readonly refusal: Refusal | null;
  readonly chosen: readonly string[];
  readonly choices: readonly Choice[];
}): VNode {
  const { t, form, name, label, hint, refusal, chosen, choices } = props;
  if (choices.length <= MOST_BOXES) {
    const options = choices.map((choice) => ({ value: choice.code, label: choice.label }));
    return <Choices {...{ form, name, label, hint, refusal, chosen, options }} type="checkbox" />;
  }
  return (
    <TextField
      {...{ form, name, label, refusal }}
      hint={`${hint} ${t(m.codesHint)}`}
      required={false}
      autocomplete="off"
      spellcheck={false}
      maxLength={4000}
      value={chosen.join(', ')}
    />
  );
}
