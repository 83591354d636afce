import type { VNode } from 'preact';
import type { Frame } from '../../access/index.ts';
import { PERIOD_PRESETS } from '../../core/asked-period.ts';
import { oneOrMore } from '../../core/one-or-more.ts';
import { OWN_FILTERS, PERIOD_ASKED } from '../../core/report/own-report.ts';
import { ownReportMessages as m } from '../../web/i18n/messages/own-reports.ts';
import { ChoiceField, type Choices, MOST_CHOICES } from '../../web/parts/choice-field.tsx';
import { Choices as Boxes, type FormRefusal, SelectField, TextField } from '../../web/parts/form.tsx';
import { FormPage } from '../../web/parts/form-page.tsx';
import { PageHeading } from '../../web/parts/section.tsx';
import { pageFrom } from '../../web/url.ts';
import { FIXED, type GivenOwnReport, MOST_INDICATORS, OWN_REPORT_FORM } from './own-report-form.ts';
import { faultOf, faultyIn, Group, labelOfField, SectionsFields, TextArea } from './own-section-fields.tsx';
import { type OwnPreview, OwnSections } from './own-sections.tsx';

export interface OwnReportFormPageProps {
  readonly frame: Frame;
  readonly action: string;
  /** As it was typed. */
  readonly given: GivenOwnReport;
  readonly isNew: boolean;
  readonly choices: Choices;
  /** The reader may give it to everybody. */
  readonly mayShare: boolean;
  /** The fiscal year is another than the calendar's. */
  readonly hasFiscalYear: boolean;
  readonly refusal: FormRefusal | null;
  /** What it would say, beneath the form; null: nobody has asked. */
  readonly preview: (OwnPreview & { readonly title: string }) | null;
}

const FORM = OWN_REPORT_FORM.name;

/** The form by which a report is put together. It works without a script; what is typed stays until it is kept. */
export function OwnReportFormPage(props: OwnReportFormPageProps): VNode {
  const { frame, action, given, isNew, mayShare, refusal, preview } = props;
  const { edition, url } = frame;
  const { t } = edition;
  const title = isNew ? t(m.newTitle) : t(m.changeTitle, { title: given.title });
  return (
    <FormPage frame={frame} title={title} lede={t(m.formLede)} current="reports">
      <form class="form own-report-form" id={FORM} method="post" action={pageFrom(url, action)}>
        {refusal !== null && (
          <div class="form-error" role="alert">
            <ul>
              {[refusal, ...(refusal.also ?? [])].map(({ field, value = '', text }) => (
                <li key={`${field} ${value}`}>
                  {field !== null && (
                    <>
                      <a href={`#${FORM}-${placeOf(given, field, value)}`}>{labelOfField(t, field, value)}</a>
                      {': '}
                    </>
                  )}
                  {text}
                </li>
              ))}
            </ul>
          </div>
        )}
        <TextField
          form={FORM}
          name="title"
          label={t(m.titleField)}
          autocomplete="off"
          value={given.title}
          refusal={refusal}
        />
        <TextArea
          {...{ name: 'introduction', label: t(m.introduction), hint: t(m.wordsHint), refusal }}
          value={given.introduction}
        />
        <About {...props} />
        <Indicators {...props} />
        <SectionsFields {...{ edition, given, refusal }} />
        {mayShare && (
          <div class="choice choice-alone">
            <input
              id={`${FORM}-shared`}
              type="checkbox"
              name="shared"
              value="yes"
              checked={given.shared}
              aria-describedby={`${FORM}-shared-hint`}
            />
            <label for={`${FORM}-shared`}>{t(m.share)}</label>
            <span class="choice-hint" id={`${FORM}-shared-hint`}>
              {t(m.shareHint)}
            </span>
          </div>
        )}
        <p class="form-actions own-buttons">
          <button class="button" type="submit" name="do" value="keep">
            {t(m.keep)}
          </button>
          <button class="button-quiet" type="submit" name="do" value="preview">
            {t(m.preview)}
          </button>
        </p>
      </form>
      {preview !== null && (
        <section class="own-preview" id="preview" aria-label={t(m.previewOf, { title: preview.title })}>
          <PageHeading kicker={t(m.preview)} title={preview.title} lede={preview.about} />
          <OwnSections edition={edition} site={frame.site} preview={preview} />
        </section>
      )}
    </FormPage>
  );
}

/** Where a field is, of several of a name the one with this value: its id within the form. */
function placeOf({ filter }: GivenOwnReport, field: string, value: string): string {
  const name = OWN_FILTERS.find((each) => each === field);
  const at = name === undefined ? 0 : [...new Set(filter[name])].indexOf(value);
  return at > 0 ? `${field}-${at + 1}` : field;
}

/** What the report narrows to, and its days. */
function About({ frame, given, choices, hasFiscalYear, refusal }: OwnReportFormPageProps): VNode {
  const { edition } = frame;
  const { t, f } = edition;
  const presets = PERIOD_PRESETS.filter((key) => key !== 'this-fiscal-year' || hasFiscalYear);
  return (
    <Group legend={t(m.about)}>
      <div class="own-fields">
        {OWN_FILTERS.map((name) => (
          <ChoiceField
            key={name}
            id={`${FORM}-${name}`}
            {...{ edition, name, choices }}
            value={oneOrMore(given.filter[name])}
            isSeveral
            fault={faultOf(refusal, name)}
            faulty={oneOrMore(faultyIn(refusal, name))}
          />
        ))}
        <SelectField
          form={FORM}
          name="period"
          label={t(m.period)}
          hint={t(m.periodHint)}
          refusal={refusal}
          options={[
            { value: PERIOD_ASKED, label: t(m.periodAsked) },
            ...presets.map((key) => ({ value: key, label: f.period(key) })),
            { value: FIXED, label: t(m.periodFixed) },
          ]}
          value={given.period}
        />
        <TextField
          form={FORM}
          name="fixed"
          label={t(m.fixed)}
          hint={t(m.fixedHint)}
          required={false}
          autocomplete="off"
          value={given.fixed}
          refusal={refusal}
        />
      </div>
    </Group>
  );
}

/** Boxes while they are few; of many, names to type. */
function Indicators({ frame, given, choices, refusal }: OwnReportFormPageProps): VNode {
  const { edition } = frame;
  const { t } = edition;
  const hint = t(m.indicatorsHint, { most: MOST_INDICATORS });
  const faulty = faultyIn(refusal, 'indicator');
  // There being too many of them is said at the first.
  const isFaulty = (at: number) =>
    faulty.some((value) => (value === '' ? at === 0 : value === given.indicators[at]));
  if (choices.indicators.length <= MOST_CHOICES) {
    return (
      <Boxes
        form={FORM}
        name="indicator"
        type="checkbox"
        label={t(m.indicators)}
        hint={hint}
        refusal={refusal}
        options={choices.indicators}
        chosen={given.indicators}
      />
    );
  }
  return (
    <Group legend={t(m.indicators)} hint={hint}>
      <div class="own-fields">
        {Array.from({ length: MOST_INDICATORS }, (_, at) => (
          <ChoiceField
            key={at}
            id={at === 0 ? `${FORM}-indicator` : `${FORM}-indicator-${at}`}
            name="indicator"
            label={t(m.indicatorField, { nth: at + 1 })}
            {...{ edition, choices }}
            value={given.indicators[at]}
            fault={isFaulty(at) ? faultOf(refusal, 'indicator') : undefined}
          />
        ))}
      </div>
    </Group>
  );
}
