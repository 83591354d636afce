import type { VNode } from 'preact';
import type { Frame, Refusal } from '../../access/index.ts';
import type { Language } from '../../core/text.ts';
import { AUTONYMS } from '../../web/i18n/locales.ts';
import { accessMessages as m } from '../../web/i18n/messages/access.ts';
import { SelectField } from '../../web/parts/form.tsx';
import { languagesWith } from '../../web/site.ts';

/** In which language somebody is written to. */
export function LanguageField(props: {
  readonly frame: Pick<Frame, 'edition' | 'site'>;
  readonly form: string;
  readonly value: Language;
  readonly refusal: Refusal | null;
}): VNode {
  const { frame, form, value, refusal } = props;
  return (
    <SelectField
      form={form}
      name="lang"
      label={frame.edition.t(m.mailLanguage)}
      refusal={refusal}
      value={value}
      options={languagesWith(frame.site, value).map((language) => ({
        value: language,
        label: AUTONYMS[language],
      }))}
    />
  );
}
