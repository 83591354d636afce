import type { VNode } from 'preact';
import { type Frame, type Refusal, withNext } from '../../access/index.ts';
import { accessMessages as m } from '../../web/i18n/messages/access.ts';
import { commonMessages } from '../../web/i18n/messages/common.ts';
import { ButtonForm, Form, TextField } from '../../web/parts/form.tsx';
import { FormPage } from '../../web/parts/form-page.tsx';

export interface SecondStepPageProps {
  readonly frame: Frame;
  readonly next: string;
  readonly email: string;
  readonly refusal: Refusal | null;
}

/** The code of the second factor, after the password. */
export function SecondStepPage({ frame, next, email, refusal }: SecondStepPageProps): VNode {
  const { t } = frame.edition;
  return (
    <FormPage
      frame={frame}
      kicker={t(commonMessages.signIn)}
      title={t(m.stepTitle)}
      lede={t(m.stepLede, { email })}
      current="account"
    >
      <Form
        frame={frame}
        id="step"
        action={withNext('/sign-in/second-factor', next)}
        refusal={refusal}
        submit={t(m.goOn)}
      >
        <TextField
          form="step"
          name="code"
          autocomplete="one-time-code"
          maxLength={40}
          spellcheck={false}
          label={t(m.code)}
          hint={t(m.stepHint)}
          refusal={refusal}
          first
        />
      </Form>
      <SomebodyElse frame={frame} />
    </FormPage>
  );
}

/** Out of a sign-in that is half done. */
export function SomebodyElse({ frame }: { readonly frame: Frame }): VNode {
  return (
    <div class="form-aside">
      <ButtonForm frame={frame} action="/sign-out" label={frame.edition.t(m.somebodyElse)} />
    </div>
  );
}
