import type { VNode } from 'preact';
import type { Frame, Refusal } from '../access/index.ts';
import type { View } from '../analytics/index.ts';
import type { ClosedPeriod } from '../programs/index.ts';
import { closingMessages as m } from '../web/i18n/messages/closing.ts';
import { EmptyState } from '../web/parts/empty-state.tsx';
import { ButtonForm, Form, TextField } from '../web/parts/form.tsx';
import { FormPage } from '../web/parts/form-page.tsx';
import { Records } from '../web/parts/records.tsx';
import { Section } from '../web/parts/section.tsx';
import { pageFrom } from '../web/url.ts';

export const CLOSING_FORM = 'close';

export interface ClosingPageProps {
  readonly frame: Frame;
  readonly view: View;
  readonly closed: readonly ClosedPeriod[];
  /** As it was typed. */
  readonly typed: { readonly program: string; readonly through: string };
  readonly refusal: Refusal | null;
}

/** The programmes whose periods are closed, and the form that closes some. */
export function ClosingPage({ frame, view, closed, typed, refusal }: ClosingPageProps): VNode {
  const { edition, url } = frame;
  const { t, f } = edition;
  return (
    <FormPage frame={frame} title={t(m.title)} lede={t(m.lede)} current="desk">
      <Section id="close-section" title={t(m.close)} layout="text">
        <Form frame={frame} id={CLOSING_FORM} action="/closed-periods" refusal={refusal} submit={t(m.close)}>
          <TextField
            form={CLOSING_FORM}
            name="program"
            label={t(m.program)}
            suggest="program"
            autocomplete="off"
            value={typed.program}
            refusal={refusal}
          />
          <TextField
            form={CLOSING_FORM}
            name="through"
            label={t(m.through)}
            hint={t(m.throughHint)}
            autocomplete="off"
            maxLength={10}
            value={typed.through}
            refusal={refusal}
          />
        </Form>
      </Section>
      <Section id="closed-section" title={t(m.closed)}>
        {closed.length === 0 ? (
          <EmptyState edition={edition} title={t(m.none)} text={t(m.noneText)} />
        ) : (
          <Records
            id="closed"
            caption={t(m.closed)}
            heads={[t(m.program), t(m.through), t(m.by), t(m.open)]}
            rows={closed.map(({ program, through, closedName, closedAt }) => ({
              key: program,
              cells: [
                <a key="program" href={pageFrom(url, `/programs/${encodeURIComponent(program)}`)}>
                  {program}
                </a>,
                f.day(through),
                `${closedName}, ${f.moment(closedAt, view.known.timeZone)}`,
                <ButtonForm
                  key="open"
                  frame={frame}
                  action="/closed-periods/open"
                  label={t(m.open)}
                  description={t(m.openOf, { program })}
                  fields={{ program }}
                />,
              ],
            }))}
          />
        )}
      </Section>
    </FormPage>
  );
}
