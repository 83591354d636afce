import type { VNode } from 'preact';
import type { Refusal } from '../../access/index.ts';
import { LANGUAGES, type Language } from '../../core/text.ts';
import { AUTONYMS } from '../../web/i18n/locales.ts';
import { accessMessages as m } from '../../web/i18n/messages/access.ts';
import type { Translate } from '../../web/i18n/translator.ts';
import { SelectField } from './form.tsx';

/** In which language somebody is written to. */
export function LanguageField(props: {
  readonly t: Translate;
  readonly form: string;
  readonly value: Language;
  readonly refusal: Refusal | null;
}): VNode {
  const { t, form, value, refusal } = props;
  return (
    <SelectField
      form={form}
      name="lang"
      label={t(m.mailLanguage)}
      refusal={refusal}
      value={value}
      options={LANGUAGES.map((language) => ({ value: language, label: AUTONYMS[language] }))}
    />
  );
}
