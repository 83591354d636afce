import type { VNode } from 'preact';
import { accessMessages as m } from '../../web/i18n/messages/access.ts';
import type { Translate } from '../../web/i18n/translator.ts';
import { ROLES } from '../role.ts';
import type { Choice } from '../scope-choices.ts';
import { Choices, type Refusal } from './form.tsx';
import { ROLE_NAMES } from './mandate-words.ts';

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
  const optionsOf = (list: readonly Choice[]) => list.map(({ code, label }) => ({ value: code, label }));
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
        <Choices
          form={form}
          name="organisations"
          type="checkbox"
          label={t(m.donorOrganisations)}
          hint={t(m.donorOrganisationsHint)}
          refusal={refusal}
          chosen={given.organisations}
          options={optionsOf(choices.organisations)}
        />
      </div>
      <div class="for-officer">
        <Choices
          form={form}
          name="programs"
          type="checkbox"
          label={t(m.officerPrograms)}
          hint={t(m.officerProgramsHint)}
          refusal={refusal}
          chosen={given.programs}
          options={optionsOf(choices.programs)}
        />
      </div>
    </div>
  );
}
