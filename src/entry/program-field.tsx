import type { VNode } from 'preact';
import { entryMessages } from '../web/i18n/messages/entry.ts';
import type { Translate } from '../web/i18n/translator.ts';
import { SelectField, TextField } from '../web/parts/form.tsx';

/** Of which programme a page is to be: chosen from a list, or typed where they are too many for one. */
export function ProgramField({
  form,
  label,
  programs,
  value,
  t,
}: {
  readonly form: string;
  readonly label: string;
  readonly programs: readonly { readonly code: string; readonly title: string }[] | null;
  readonly value: string;
  readonly t: Translate;
}): VNode {
  const shared = { form, name: 'program', label, value, refusal: null };
  if (programs === null) return <TextField {...shared} suggest="program" autocomplete="off" />;
  return (
    <SelectField
      {...shared}
      options={[
        { value: '', label: t(entryMessages.choose) },
        ...programs.map(({ code, title }) => ({ value: code, label: `${title} (${code})` })),
      ]}
    />
  );
}
