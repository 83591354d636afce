import type { VNode } from 'preact';
import type { Frame, Refusal } from '../../access/index.ts';
import type { Day } from '../../core/program.ts';
import type { Mail } from '../../platform/mailer/mailer.ts';
import { AUTONYMS } from '../../web/i18n/locales.ts';
import { deliveryMessages } from '../../web/i18n/messages/deliveries.ts';
import { errataMessages as m } from '../../web/i18n/messages/errata.ts';
import { AdministrationNav } from '../../web/parts/administration-nav.tsx';
import { ButtonForm, Form, TextField } from '../../web/parts/form.tsx';
import { FormPage } from '../../web/parts/form-page.tsx';
import { Records } from '../../web/parts/records.tsx';
import { Section } from '../../web/parts/section.tsx';
import { pageFrom, withParameters } from '../../web/url.ts';
import { isSendable } from '../delivery.ts';
import { deliveryWords } from '../delivery-words.ts';
import type { ConcernedReader } from './errata.use-case.ts';
import type { ErratumDelivery } from './errata-ledger.repository.ts';
import type { Erratum } from './erratum.ts';
import { erratumState } from './erratum-words.ts';

export interface ErratumPageProps {
  readonly frame: Frame;
  readonly timeZone: string;
  readonly erratum: Erratum;
  /** The report and its slice in words. */
  readonly what: string;
  /** The last day that counts in the issue; null: there is none any more. */
  readonly cutOff: Day | null;
  /** When the data was as the issue has it. */
  readonly since: Date | null;
  /** What moved; null: the report cannot be made any more. */
  readonly sentences: readonly string[] | null;
  /** Whom it concerns, where nobody has decided. */
  readonly concerned: readonly ConcernedReader[];
  /** What was sent, or is. */
  readonly deliveries: readonly ErratumDelivery[];
  /** One of each language. */
  readonly previews: readonly { readonly reader: ConcernedReader; readonly mail: Mail }[];
  /** The reader decides about it. */
  readonly decides: boolean;
  readonly refusal: Refusal | null;
}

/** One erratum: what moved and why, whom it concerns, what they would read; and the decision. */
export function ErratumPage(props: ErratumPageProps): VNode {
  const { frame, timeZone, erratum, what, sentences, concerned, deliveries, decides } = props;
  const { edition, url, signedIn } = frame;
  const { t, f } = edition;
  const administers = signedIn?.rights.administersAccounts === true;
  const waits = erratum.status === 'proposed';
  const sent = deliveries.filter(({ state }) => state.is === 'sent').length;
  return (
    <FormPage
      frame={frame}
      kicker={t(m.title)}
      title={`${what}, ${f.period(erratum.period)}`}
      lede={erratumState(edition, erratum, { sent, all: deliveries.length, timeZone })}
      current={administers ? 'administration' : 'reports'}
      {...(administers && { nav: <AdministrationNav edition={edition} url={url} current="deliveries" /> })}
    >
      <Section id="moved" title={t(m.movedTitle)} layout="text">
        {sentences === null ? (
          <p class="form-text">{t(m.notTold)}</p>
        ) : (
          sentences.map((sentence) => (
            <p key={sentence} class="form-text">
              {sentence}
            </p>
          ))
        )}
        <p class="form-text">
          <a href={changesAddress(props)}>{t(m.changes)}</a>
        </p>
      </Section>
      {waits && (
        <Section
          id="concerned"
          title={t(m.concernedTitle, { count: concerned.length })}
          lede={concerned.length === 0 ? t(m.nobody) : t(m.concernedLede)}
        >
          {concerned.length > 0 && (
            <Records
              id="concerned-people"
              caption={t(m.concernedTitle, { count: concerned.length })}
              heads={[t(deliveryMessages.recipient), t(deliveryMessages.language), t(m.moved)]}
              rows={concerned.map(({ subscription, name, email, lang, figures }) => ({
                key: subscription,
                cells: [
                  <span key="who" class="breakable">
                    {name} <span class="quiet">{email}</span>
                  </span>,
                  AUTONYMS[lang],
                  t(m.figuresMoved, { count: figures.length }),
                ],
              }))}
            />
          )}
        </Section>
      )}
      {deliveries.length > 0 && (
        <Section id="told" title={t(m.sentTitle)}>
          {decides && deliveries.some(isSendable) && (
            <ButtonForm
              frame={frame}
              action={`/deliveries/errata/${erratum.id}/again`}
              label={t(deliveryMessages.sendMissing)}
            />
          )}
          <Records
            id="told-people"
            caption={t(m.sentTitle)}
            heads={[t(deliveryMessages.recipient), t(deliveryMessages.language), t(deliveryMessages.state)]}
            rows={deliveries.map((each) => ({
              key: each.subscription,
              cells: [
                <span key="who" class="breakable">
                  {each.name} <span class="quiet">{each.recipient}</span>
                </span>,
                AUTONYMS[each.lang],
                <Told key="state" {...props} delivery={each} />,
              ],
            }))}
          />
        </Section>
      )}
      {waits && <Previews {...props} />}
      {waits && decides && <Decision {...props} />}
      <p class="data-link page-actions">
        <a href={pageFrom(url, '/deliveries/errata')}>{t(m.all)}</a>
      </p>
    </FormPage>
  );
}

/** What became of one e-mail; of one that was never answered, with what somebody who has found out says. */
function Told({
  frame,
  timeZone,
  erratum,
  decides,
  delivery,
}: ErratumPageProps & { readonly delivery: ErratumDelivery }): VNode {
  const { t } = frame.edition;
  const { subscription, recipient, state } = delivery;
  const action = `/deliveries/errata/${erratum.id}/settle`;
  return (
    <>
      {deliveryWords(frame.edition, delivery, timeZone)}
      {decides && state.is === 'unclear' && (
        <>
          <ButtonForm
            frame={frame}
            action={action}
            fields={{ subscription, is: 'arrived' }}
            label={t(deliveryMessages.arrived)}
            description={t(deliveryMessages.arrivedAt, { recipient })}
          />
          <ButtonForm
            frame={frame}
            action={action}
            fields={{ subscription, is: 'lost' }}
            label={t(deliveryMessages.lost)}
            description={t(deliveryMessages.lostTo, { recipient })}
          />
        </>
      )}
    </>
  );
}

function Previews({ frame: { edition }, previews }: ErratumPageProps): VNode | null {
  const { t } = edition;
  if (previews.length === 0) return null;
  const languages = new Intl.DisplayNames(edition.f.locale, { type: 'language' });
  return (
    <Section id="preview" title={t(m.previewTitle)} lede={t(m.previewLede)} layout="text">
      {previews.map(({ reader, mail }) => (
        <div key={reader.lang}>
          <h3>{t(m.previewOf, { language: languages.of(reader.lang) ?? AUTONYMS[reader.lang] })}</h3>
          <pre class="mail-text" lang={reader.lang}>
            {mail.text}
          </pre>
        </div>
      ))}
    </Section>
  );
}

function Decision({
  frame,
  erratum: { id, revision },
  concerned,
  sentences,
  refusal,
}: ErratumPageProps): VNode {
  const { t } = frame.edition;
  const seen = <input type="hidden" name="revision" value={revision} />;
  return (
    <Section id="decide" title={t(m.decide)} layout="text">
      {(concerned.length > 0 || refusal?.form === 'send') && sentences !== null && (
        <Form
          frame={frame}
          id="send"
          action={`/deliveries/errata/${id}/send`}
          refusal={refusal}
          submit={t(m.send, { count: concerned.length })}
        >
          {seen}
        </Form>
      )}
      <Form
        frame={frame}
        id="dismiss"
        action={`/deliveries/errata/${id}/dismiss`}
        refusal={refusal}
        submit={t(m.dismiss)}
        danger
      >
        {seen}
        <TextField
          form="dismiss"
          name="reason"
          autocomplete="off"
          maxLength={500}
          label={t(m.reason)}
          hint={t(m.reasonHint)}
          value=""
          refusal={refusal}
        />
      </Form>
    </Section>
  );
}

/** The totals at both moments, in the slice and the days of the issue. */
function changesAddress({ frame, erratum, cutOff, since }: ErratumPageProps) {
  const { pillar, country, donor } = erratum;
  return withParameters(pageFrom(frame.url, '/changes'), {
    since: since?.toISOString().replace('.000Z', 'Z') ?? null,
    to: cutOff,
    'to-then': cutOff,
    pillar,
    country,
    donor,
  });
}
