import type { ComponentChildren, VNode } from 'preact';
import { OWN_FILTERS, OWN_SECTIONS, type OwnSectionName } from '../../core/report/own-report.ts';
import type { Edition } from '../../web/edition.ts';
import type { Message } from '../../web/i18n/message.ts';
import { filterMessages } from '../../web/i18n/messages/filters.ts';
import { ownReportMessages as m, ownSectionTitles } from '../../web/i18n/messages/own-reports.ts';
import type { Translate } from '../../web/i18n/translator.ts';
import { type FormRefusal, faultsOf, TextField } from '../../web/parts/form.tsx';
import { type GivenOwnReport, OWN_REPORT_FORM } from './own-report-form.ts';

const FORM = OWN_REPORT_FORM.name;

interface FieldsProps {
  readonly edition: Edition;
  /** As it was typed. */
  readonly given: GivenOwnReport;
  readonly refusal: FormRefusal | null;
}

/** Each section with its box, its place, and words of one's own. */
export function SectionsFields(props: FieldsProps): VNode {
  const { edition, refusal } = props;
  const { t } = edition;
  const fault = faultOf(refusal, 'use');
  return (
    <Group legend={t(m.sectionsTitle)} hint={t(m.sectionsHint)}>
      {fault !== undefined && (
        <p class="field-error" id={`${FORM}-use`} tabIndex={-1}>
          {fault}
        </p>
      )}
      <ul class="own-section-list">
        {inOrderGiven(props.given).map((name) => (
          <SectionFields key={name} name={name} {...props} />
        ))}
      </ul>
    </Group>
  );
}

/** Those that were chosen in the order of their numbers, then the others. */
function inOrderGiven({ use, sections }: GivenOwnReport): readonly OwnSectionName[] {
  const placeOf = (name: OwnSectionName) =>
    use.includes(name) ? Number(sections[name].order) || LAST : LAST + 1;
  return OWN_SECTIONS.toSorted((a, b) => placeOf(a) - placeOf(b));
}

const LAST = 1_000;

function SectionFields({
  edition,
  given,
  refusal,
  name,
}: FieldsProps & { readonly name: OwnSectionName }): VNode {
  const { t } = edition;
  const section = t(ownSectionTitles[name]);
  const { order, heading, text } = given.sections[name];
  const id = (field: string) => `${FORM}-${field}-${name}`;
  const fault = faultOf(refusal, `order-${name}`);
  const isOpen =
    heading !== '' ||
    text !== '' ||
    [`heading-${name}`, `text-${name}`].some((field) => faultOf(refusal, field) !== undefined);
  return (
    <li>
      <div class="own-section-row">
        <div class="choice">
          <input id={id('use')} type="checkbox" name="use" value={name} checked={given.use.includes(name)} />
          <label for={id('use')}>{section}</label>
        </div>
        <input
          id={id('order')}
          class="own-order"
          type="text"
          inputMode="numeric"
          name={`order-${name}`}
          value={order}
          autocomplete="off"
          aria-label={t(m.orderOf, { section })}
          aria-invalid={fault === undefined ? undefined : 'true'}
          aria-describedby={fault === undefined ? undefined : `${id('order')}-error`}
          autofocus={refusal?.field === `order-${name}` || undefined}
        />
      </div>
      {fault !== undefined && (
        <p class="field-error" id={`${id('order')}-error`}>
          {fault}
        </p>
      )}
      <details open={isOpen}>
        <summary aria-label={t(m.ownWordsOf, { section })}>{t(m.ownWords)}</summary>
        <div class="own-section-words">
          <TextField
            form={FORM}
            name={`heading-${name}`}
            label={t(m.heading)}
            hint={t(m.headingHint, { usual: section })}
            required={false}
            autocomplete="off"
            value={heading}
            refusal={refusal}
          />
          <TextArea {...{ name: `text-${name}`, label: t(m.text), refusal }} value={text} />
        </div>
      </details>
    </li>
  );
}

/** A field of several lines. */
export function TextArea(props: {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly refusal: FormRefusal | null;
}): VNode {
  const { name, label, hint, value, refusal } = props;
  const id = `${FORM}-${name}`;
  const fault = faultOf(refusal, name);
  const described = [
    ...(hint === undefined ? [] : [`${id}-hint`]),
    ...(fault === undefined ? [] : [`${id}-error`]),
  ];
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint !== undefined && (
        <span class="field-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {fault !== undefined && (
        <span class="field-error" id={`${id}-error`}>
          {fault}
        </span>
      )}
      <textarea
        id={id}
        name={name}
        rows={4}
        aria-describedby={described.length === 0 ? undefined : described.join(' ')}
        aria-invalid={fault === undefined ? undefined : 'true'}
        autofocus={refusal?.field === name || undefined}
      >
        {value}
      </textarea>
    </div>
  );
}

export function Group(props: {
  readonly legend: string;
  readonly hint?: string;
  readonly children: ComponentChildren;
}): VNode {
  return (
    <fieldset class="choices">
      <legend>{props.legend}</legend>
      {props.hint !== undefined && <p class="field-hint">{props.hint}</p>}
      {props.children}
    </fieldset>
  );
}

export function faultOf(refusal: FormRefusal | null, field: string): string | undefined {
  return faultsOf(refusal, FORM, field)[0]?.text;
}

/** Which of the values that were typed into the fields of a name are wrong. */
export function faultyIn(refusal: FormRefusal | null, field: string): readonly string[] {
  return faultsOf(refusal, FORM, field).flatMap(({ value }) => value ?? []);
}

/** What a field is called where it is spoken of elsewhere; of one that several may stand in, with what was typed. */
export function labelOfField(t: Translate, field: string, value: string): string {
  const label = Object.hasOwn(LABELS, field) ? LABELS[field] : undefined;
  const isOneOfSeveral =
    value !== '' && (field === 'indicator' || OWN_FILTERS.some((name) => name === field));
  if (label !== undefined) return isOneOfSeveral ? `${t(label)} (${value})` : t(label);
  const [, part, name] = /^(order|heading|text)-(.+)$/.exec(field) ?? [];
  const section = OWN_SECTIONS.find((each) => each === name);
  if (section === undefined) return t(m.toTheField);
  const title = t(ownSectionTitles[section]);
  return part === 'order' ? t(m.orderOf, { section: title }) : t(m.ownWordsOf, { section: title });
}

const LABELS: Readonly<Record<string, Message>> = {
  title: m.titleField,
  introduction: m.introduction,
  pillar: filterMessages.pillar,
  country: filterMessages.country,
  donor: filterMessages.donor,
  program: filterMessages.program,
  fixed: m.fixed,
  indicator: m.indicators,
  use: m.sectionsTitle,
};
