import type { VNode } from 'preact';
import { evidenceMessages as m } from '../../web/i18n/messages/evidence.ts';
import { FieldWords, Form, SelectField, TextField } from '../../web/parts/form.tsx';
import { Section } from '../../web/parts/section.tsx';
import type { EvidencePageProps } from './evidence.page.tsx';
import { pathOf } from './evidence-place.ts';

/** What is attached: a file, a link or a quotation. */
export type Kind = 'file' | 'link' | 'quotation';

/** The form in which something of a kind is attached. */
export function formOf(kind: Kind): string {
  return `attach-${kind}`;
}

/** The form for a file. */
export function AttachFile(props: EvidencePageProps): VNode {
  const { frame, mostBytes, refusal } = props;
  const { t, f } = frame.edition;
  const form = formOf('file');
  const again = refusal?.form === form ? refusal : null;
  const fault = again?.field === 'file' ? again.text : null;
  const id = `${form}-file`;
  return (
    <Attaching {...props} kind="file" title={t(m.attachFile)}>
      <div class="field">
        <label for={id}>{t(m.file)}</label>
        <FieldWords
          id={id}
          hint={t(m.fileHint, { megabytes: f.number(mostBytes / 1024 / 1024) })}
          error={fault}
        />
        <input
          id={id}
          type="file"
          name="file"
          required
          accept=".pdf,.png,.jpg,.jpeg,.webp,.docx,.xlsx,.odt,.ods,.csv,.txt"
          aria-describedby={fault === null ? `${id}-hint` : `${id}-hint ${id}-error`}
          aria-invalid={fault === null ? undefined : 'true'}
        />
      </div>
      <TextField
        form={form}
        name="title"
        label={t(m.titleOfFile)}
        required={false}
        autocomplete="off"
        maxLength={300}
        value={again === null ? '' : (props.typed?.title ?? '')}
        refusal={again}
      />
    </Attaching>
  );
}

/** The form for a link. */
export function AttachLink(props: EvidencePageProps): VNode {
  const { frame, refusal } = props;
  const { t } = frame.edition;
  const form = formOf('link');
  const again = refusal?.form === form ? refusal : null;
  const typed = again === null ? null : props.typed;
  return (
    <Attaching {...props} kind="link" title={t(m.attachLink)}>
      <TextField
        form={form}
        name="title"
        label={t(m.title)}
        autocomplete="off"
        maxLength={300}
        value={typed?.title ?? ''}
        refusal={again}
      />
      <TextField
        form={form}
        name="url"
        label={t(m.address)}
        hint={t(m.addressHint)}
        autocomplete="off"
        spellcheck={false}
        maxLength={2_000}
        value={typed?.url ?? ''}
        refusal={again}
      />
    </Attaching>
  );
}

/** The form for a quotation. */
export function AttachQuotation(props: EvidencePageProps): VNode {
  const { frame, refusal } = props;
  const { t } = frame.edition;
  const form = formOf('quotation');
  const again = refusal?.form === form ? refusal : null;
  const typed = again === null ? null : props.typed;
  const fault = again?.field === 'quotation' ? again.text : null;
  const id = `${form}-quotation`;
  return (
    <Attaching {...props} kind="quotation" title={t(m.attachQuotation)}>
      <div class="field">
        <label for={id}>{t(m.quotation)}</label>
        <FieldWords id={id} hint={undefined} error={fault} />
        <textarea
          id={id}
          name="quotation"
          rows={4}
          required
          maxLength={4_000}
          aria-describedby={fault === null ? undefined : `${id}-error`}
          aria-invalid={fault === null ? undefined : 'true'}
        >
          {typed?.quotation ?? ''}
        </textarea>
      </div>
      <TextField
        form={form}
        name="title"
        label={t(m.source)}
        autocomplete="off"
        maxLength={300}
        value={typed?.title ?? ''}
        refusal={again}
      />
      <TextField
        form={form}
        name="page"
        label={t(m.page)}
        hint={t(m.pageHint)}
        autocomplete="off"
        maxLength={80}
        value={typed?.page ?? ''}
        refusal={again}
      />
    </Attaching>
  );
}

/** One of the three forms, with whose it is to be. */
function Attaching(
  props: EvidencePageProps & {
    readonly kind: Kind;
    readonly title: string;
    readonly children: VNode | VNode[];
  },
): VNode {
  const { frame, place, refusal, typed, kind, title, children } = props;
  const { t } = frame.edition;
  const form = formOf(kind);
  const again = refusal?.form === form ? refusal : null;
  return (
    <Section id={`${form}-section`} title={title} layout="text">
      <Form frame={frame} id={form} action={pathOf(place)} refusal={again} submit={title} takesFile>
        <input type="hidden" name="kind" value={kind} />
        {children}
        <SelectField
          form={form}
          name="title_for"
          label={t(m.whose)}
          hint={t(m.whoseHint)}
          value={again === null ? '' : (typed?.title_for ?? '')}
          options={[
            { value: '', label: t(m.whoseRule) },
            { value: 'everybody', label: t(m.whoseEverybody) },
            { value: 'organisation', label: t(m.whoseOrganisation) },
          ]}
          refusal={again}
        />
      </Form>
    </Section>
  );
}
