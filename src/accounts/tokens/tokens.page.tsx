import type { VNode } from 'preact';
import type { Frame, Mandate, Refusal } from '../../access/index.ts';
import type { RowPage } from '../../core/row-page.ts';
import { dayIn } from '../../core/time-zone.ts';
import type { Edition } from '../../web/edition.ts';
import { accessMessages as m } from '../../web/i18n/messages/access.ts';
import { tokenMessages as k } from '../../web/i18n/messages/tokens.ts';
import { AdministrationNav } from '../../web/parts/administration-nav.tsx';
import { EmptyState } from '../../web/parts/empty-state.tsx';
import { ButtonForm, Choices, Form, TextField } from '../../web/parts/form.tsx';
import { FormPage } from '../../web/parts/form-page.tsx';
import { Pages } from '../../web/parts/pagination.tsx';
import { Records } from '../../web/parts/records.tsx';
import { Section } from '../../web/parts/section.tsx';
import { type GivenMandate, type MandateChoices, MandateFields } from '../people/mandate-fields.tsx';
import { forWhom, ROLE_NAMES } from '../people/mandate-words.ts';

/** A token in the list. */
export interface ListedToken extends Mandate {
  readonly id: string;
  readonly name: string;
  readonly writes: boolean;
  /** Its last four characters. */
  readonly hint: string;
  /** Who made it; null: the command line. */
  readonly madeBy: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
  readonly state: 'in-force' | 'ended' | 'revoked';
}

/** A token as a form asks for it. */
export interface GivenToken extends GivenMandate {
  readonly name: string;
  readonly days: string;
  /** Ticked, or empty. */
  readonly writes: string;
}

export interface TokensPageProps {
  readonly frame: Frame;
  readonly timeZone: string;
  /** A page of them. */
  readonly tokens: RowPage<ListedToken>;
  readonly choices: MandateChoices;
  readonly names: ReadonlyMap<string, string>;
  readonly mostDays: number;
  readonly given: GivenToken;
  readonly refusal: Refusal | null;
  /** The one just made: shown this once. */
  readonly made: { readonly name: string; readonly token: string; readonly expiresAt: Date } | null;
}

/** The tokens of programs, and the form that makes one. */
export function TokensPage(props: TokensPageProps): VNode {
  const { frame, timeZone, tokens, choices, mostDays, given, refusal, made } = props;
  const { edition, url } = frame;
  const { t, f } = edition;
  return (
    <FormPage
      frame={frame}
      title={t(k.title)}
      lede={t(k.lede)}
      current="administration"
      nav={<AdministrationNav edition={edition} url={url} current="tokens" />}
    >
      {made !== null && (
        <div class="once" role="status">
          <p>
            <label for="token">
              {t(k.made, { name: made.name, until: f.moment(made.expiresAt, timeZone) })}
            </label>
          </p>
          <p>
            <input class="secret-field" id="token" readOnly value={made.token} />
          </p>
          <p class="field-hint">{t(k.howToSend)}</p>
        </div>
      )}
      {tokens.total === 0 ? (
        <EmptyState edition={edition} title={t(k.none)} text={t(k.noneText)} />
      ) : (
        <>
          <TokenRecords {...props} />
          <Pages edition={edition} url={url} shown={tokens} />
        </>
      )}
      <Section id="create" title={t(k.createTitle)} lede={t(k.createLede)} layout="text">
        <Form frame={frame} id="create" action="/tokens" refusal={refusal} submit={t(k.createSubmit)}>
          <TextField
            form="create"
            name="name"
            autocomplete="off"
            maxLength={120}
            label={t(k.name)}
            hint={t(k.nameHint)}
            value={given.name}
            refusal={refusal}
          />
          <TextField
            form="create"
            name="days"
            type="number"
            min={1}
            max={mostDays}
            label={t(k.days)}
            hint={t(k.daysHint, { most: mostDays })}
            value={given.days}
            refusal={refusal}
          />
          <MandateFields t={t} form="create" choices={choices} given={given} refusal={refusal} />
          <Choices
            form="create"
            name="writes"
            type="checkbox"
            label={t(k.writes)}
            refusal={refusal}
            chosen={[given.writes]}
            options={[{ value: 'yes', label: t(k.writesToo), hint: t(k.writesHint) }]}
          />
        </Form>
      </Section>
    </FormPage>
  );
}

function TokenRecords({ frame, timeZone, tokens, names }: TokensPageProps): VNode {
  const { edition } = frame;
  const { t, f } = edition;
  return (
    <Records
      id="tokens"
      caption={t(k.title)}
      heads={[t(k.name), t(m.role), t(m.forWhom), t(k.madeBy), t(k.ends), t(k.lastUsed), t(m.actions)]}
      rows={tokens.rows.map((token) => {
        const day = f.dayShort(dayIn(token.createdAt.getTime(), timeZone));
        return {
          key: token.id,
          muted: token.state !== 'in-force',
          cells: [
            <span key="name" class="breakable">
              {token.name} <span class="quiet small">{t(k.hint, { hint: token.hint })}</span>
            </span>,
            <span key="role">
              {t(ROLE_NAMES[token.role].name)}{' '}
              <span class="quiet small">{t(token.writes ? k.readsAndWrites : k.readsOnly)}</span>
            </span>,
            forWhom(edition, token, names),
            token.madeBy === null
              ? t(k.madeAtCommandLine, { at: day })
              : t(k.madeByAt, { name: token.madeBy, at: day }),
            endOf(edition, token, timeZone),
            token.lastUsedAt === null
              ? t(k.neverUsed)
              : f.dayShort(dayIn(token.lastUsedAt.getTime(), timeZone)),
            token.state === 'in-force' ? (
              <ButtonForm
                frame={frame}
                action={`/tokens/${token.id}/revoke`}
                label={t(k.revoke)}
                description={t(k.revokeOf, { name: token.name })}
              />
            ) : (
              '–'
            ),
          ],
        };
      })}
    />
  );
}

function endOf({ t, f }: Edition, { state, expiresAt }: ListedToken, timeZone: string): string {
  if (state === 'revoked') return t(k.revoked);
  const at = f.dayShort(dayIn(expiresAt.getTime(), timeZone));
  return state === 'ended' ? t(k.ended, { at }) : at;
}
