import type { VNode } from 'preact';
import type { Frame } from '../access/index.ts';
import type { SendingTimes } from '../core/schedule.ts';
import { allSubscriptionMessages as m } from '../web/i18n/messages/all-subscriptions.ts';
import { deliveryMessages } from '../web/i18n/messages/deliveries.ts';
import { groupMessages } from '../web/i18n/messages/subscription-groups.ts';
import { Form, type Option, SelectField, TextField } from '../web/parts/form.tsx';
import { Section } from '../web/parts/section.tsx';
import { EditionFields, refusalsIn } from './subscription-fields.tsx';
import { ONE_ADDRESS } from './subscription-forms.ts';
import type { SubscriptionCells } from './subscription-rows.use-case.ts';

/** The form that adds somebody, and the name of each of its fields: the columns of the file of subscriptions. */
export const ADD_FORM = 'add';

/** What can be chosen in the form that adds somebody. */
export interface SubscriptionChoices {
  /** By the names that reports have among all. */
  readonly reports: readonly Option[];
  readonly pillars: readonly Option[];
  /** Everybody of whom. */
  readonly groups: readonly Option[];
}

export interface AddSubscriptionProps {
  readonly frame: Frame;
  /** The organisation's. */
  readonly times: SendingTimes;
  readonly choices: SubscriptionChoices;
  /** As it was typed, where it was refused. */
  readonly given: SubscriptionCells;
  /** What is wrong, by the column; null: with it as a whole. */
  readonly errors: ReadonlyMap<string | null, string>;
}

/** The form that adds one address, or everybody of a group. */
export function AddSubscription(props: AddSubscriptionProps): VNode {
  const { frame, times, choices, given, errors } = props;
  const { edition } = frame;
  const { t } = edition;
  const refusal = refusalsIn(ADD_FORM, errors);
  const field = (name: string) => ({ form: ADD_FORM, name, refusal: refusal(name) });
  const everything = { value: '', label: t(m.everything) };
  return (
    <Section id="new" title={t(m.add)} lede={t(m.addLede)} layout="text">
      <Form
        frame={frame}
        id={ADD_FORM}
        action="/deliveries/subscriptions"
        refusal={refusal(null)}
        submit={t(m.addSubmit)}
      >
        <SelectField
          {...field('to')}
          label={t(groupMessages.to)}
          hint={t(groupMessages.toHint)}
          options={[{ value: ONE_ADDRESS, label: t(groupMessages.oneAddress) }, ...choices.groups]}
          value={given.to ?? ONE_ADDRESS}
        />
        <TextField
          {...field('email')}
          type="email"
          required={false}
          autocomplete="off"
          maxLength={254}
          label={t(m.email)}
          hint={t(groupMessages.emailHint)}
          value={given.email ?? ''}
        />
        <TextField
          {...field('name')}
          required={false}
          autocomplete="off"
          maxLength={200}
          label={t(m.name)}
          hint={t(m.nameHint)}
          value={given.name ?? ''}
        />
        <SelectField
          {...field('report')}
          label={t(deliveryMessages.report)}
          options={choices.reports}
          value={given.report ?? ''}
        />
        <SelectField
          {...field('pillar')}
          label={t(m.pillar)}
          options={[everything, ...choices.pillars]}
          value={given.pillar ?? ''}
        />
        <TextField
          {...field('country')}
          required={false}
          autocomplete="off"
          suggest="country"
          label={t(m.country)}
          hint={t(m.emptyIsAll)}
          value={given.country ?? ''}
        />
        <TextField
          {...field('donor')}
          required={false}
          autocomplete="off"
          suggest="donor"
          label={t(m.donor)}
          hint={t(m.emptyIsAll)}
          value={given.donor ?? ''}
        />
        <EditionFields
          edition={edition}
          form={ADD_FORM}
          times={times}
          given={given}
          refusal={refusal}
          languageHint={t(groupMessages.languageHint)}
        />
      </Form>
    </Section>
  );
}
