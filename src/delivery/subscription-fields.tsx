import type { VNode } from 'preact';
import { PAPERS } from '../core/report/paper.ts';
import { FREQUENCIES, type SendingTimes } from '../core/schedule.ts';
import { LANGUAGES } from '../core/text.ts';
import type { Edition } from '../web/edition.ts';
import { AUTONYMS } from '../web/i18n/locales.ts';
import { administrationMessages } from '../web/i18n/messages/administration.ts';
import { reportsPageMessages } from '../web/i18n/messages/report-pages.ts';
import { subscriptionMessages } from '../web/i18n/messages/subscriptions.ts';
import { type FormRefusal, SelectField } from '../web/parts/form.tsx';
import { deliveredAsOptions, frequencyOptions, whenNothingNewOptions } from '../web/parts/frequency-form.tsx';
import { SendingTimeFields } from '../web/parts/sending-time.tsx';
import type { SubscriptionCells } from './subscription-rows.use-case.ts';

export interface EditionFieldsProps {
  readonly edition: Edition;
  readonly form: string;
  /** The organisation's. */
  readonly times: SendingTimes;
  readonly given: SubscriptionCells;
  readonly refusal: (field: string) => FormRefusal | null;
}

/** What is wrong in a form, by its field; null: with it as a whole. */
export function refusalsIn(
  form: string,
  errors: ReadonlyMap<string | null, string>,
): (field: string | null) => FormRefusal | null {
  return (field) => {
    const text = errors.get(field);
    return text === undefined ? null : { form, field, text };
  };
}

/** How often it comes and as what, in which language and on which paper. */
export function EditionFields(props: EditionFieldsProps & { readonly languageHint?: string }): VNode {
  return (
    <>
      <SendingFields {...props} />
      <LanguageField {...props} />
      <PaperField {...props} />
    </>
  );
}

/** The same but for approval, which its reader does not ask for. */
export function OwnEditionFields(props: EditionFieldsProps): VNode {
  return (
    <>
      <ComesFields {...props} />
      <LanguageField {...props} />
      <PaperField {...props} />
    </>
  );
}

function LanguageField(props: EditionFieldsProps & { readonly languageHint?: string }): VNode {
  const { edition, form, given, refusal, languageHint } = props;
  return (
    <SelectField
      {...{ form, name: 'language', refusal: refusal('language') }}
      label={edition.t(reportsPageMessages.language)}
      {...(languageHint !== undefined && { hint: languageHint })}
      options={LANGUAGES.map((value) => ({ value, label: AUTONYMS[value] }))}
      value={given.lang ?? edition.language}
    />
  );
}

export function PaperField({ edition, form, given, refusal }: EditionFieldsProps): VNode {
  const { t } = edition;
  return (
    <SelectField
      {...{ form, name: 'paper', refusal: refusal('paper') }}
      label={t(reportsPageMessages.paper)}
      options={PAPERS.map((value) => ({ value, label: t(reportsPageMessages[value]) }))}
      value={given.paper ?? 'a4'}
    />
  );
}

/** How often it comes, as what, and what becomes of it where nothing is new or somebody has to look. */
export function SendingFields(props: EditionFieldsProps): VNode {
  const { edition, form, given, refusal } = props;
  const { t } = edition;
  return (
    <>
      <ComesFields {...props} />
      <SelectField
        {...{ form, name: 'needs_approval', refusal: refusal('needs_approval') }}
        label={t(subscriptionMessages.needsApproval)}
        hint={t(subscriptionMessages.needsApprovalHint)}
        options={(['no', 'yes'] as const).map((value) => ({
          value,
          label: t(administrationMessages[value]),
        }))}
        value={given.needs_approval ?? 'no'}
      />
    </>
  );
}

function ComesFields(props: EditionFieldsProps): VNode {
  const { edition, form, times, given, refusal } = props;
  const { t } = edition;
  const field = (name: string) => ({ form, name, refusal: refusal(name) });
  return (
    <>
      <SelectField
        {...field('frequency')}
        label={t(subscriptionMessages.often)}
        options={frequencyOptions(
          edition,
          times.fiscalMonth,
          FREQUENCIES.find((each) => each === given.frequency),
        )}
        value={given.frequency ?? 'monthly'}
      />
      <SendingTimeFields {...{ edition, form, given, refusal }} schedule={times.schedule} />
      <SelectField
        {...field('delivered_as')}
        label={t(subscriptionMessages.comes)}
        hint={t(subscriptionMessages.comesHint)}
        options={deliveredAsOptions(edition)}
        value={given.delivered_as ?? 'pdf'}
      />
      <SelectField
        {...field('when_nothing_new')}
        label={t(subscriptionMessages.whenNothingNew)}
        hint={t(subscriptionMessages.whenNothingNewHint)}
        options={whenNothingNewOptions(edition)}
        value={given.when_nothing_new ?? 'send'}
      />
    </>
  );
}
