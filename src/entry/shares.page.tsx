import type { VNode } from 'preact';
import type { Frame } from '../access/index.ts';
import { labelOf as nameIn, type View } from '../analytics/index.ts';
import { remaining, typedNumber } from '../core/entry/remaining.ts';
import type { Share } from '../core/program.ts';
import { compareCodes } from '../core/text.ts';
import type { RowError } from '../platform/csv/row-error.ts';
import type { DecimalSign } from '../platform/csv/written-number.ts';
import { columnLabels } from '../web/i18n/messages/columns.ts';
import { sharesMessages as m } from '../web/i18n/messages/shares.ts';
import { errorsByColumn } from '../web/i18n/row-error-words.ts';
import { FormPage } from '../web/parts/form-page.tsx';
import { Section } from '../web/parts/section.tsx';
import { pageFrom } from '../web/url.ts';
import type { RowCheck } from './plan-entered.ts';
import { ProgramField } from './program-field.tsx';
import { SHARES_OF, type SharesOf, shareFields, type TypedShare, withRoom } from './share-set.ts';
import { placeWords } from './submission-words.ts';

const SETUP = 'shares-setup';

/** What a programme is divided over, as it counts and as its author has entered it since. */
export interface ShareSet {
  readonly counting: readonly Share[];
  /** As its reader types numbers. */
  readonly shares: readonly TypedShare[];
  /** The author has entered some of it, and nobody has decided. */
  readonly waits: boolean;
  /** Its own is empty, and its parent's holds. */
  readonly isInherited: boolean;
}

/** A set that was not taken. */
export interface RefusedShares {
  readonly of: SharesOf;
  readonly typed: readonly TypedShare[];
  /** Why, where no row says it. */
  readonly text: string | null;
  /** Of each row of places, in their order; of pillars, of all of them at once. */
  readonly checks: readonly RowCheck[];
}

export interface SharesPageProps {
  readonly frame: Frame;
  readonly view: View;
  /** As it was typed. */
  readonly program: string;
  readonly title: string | null;
  readonly programs: readonly { readonly code: string; readonly title: string }[] | null;
  readonly sign: DecimalSign;
  /** Null: nobody has said yet of which programme, or it is not the author's. */
  readonly sets: Readonly<Record<SharesOf, ShareSet>> | null;
  readonly fault: string | null;
  readonly refused: RefusedShares | null;
}

/** The shares of a programme, each kind of them as one form that says what is left to 100 %. */
export function SharesPage(props: SharesPageProps): VNode {
  const { frame, program, programs, sets, title, fault } = props;
  const { edition, url } = frame;
  const { t, language } = edition;
  const label = columnLabels.results?.program;
  return (
    <FormPage
      frame={frame}
      title={title === null ? t(m.title) : t(m.titleOf, { program: title })}
      lede={t(m.lede)}
      current="desk"
    >
      {sets === null ? (
        <form class="form" method="get" action={pageFrom(url, '/entry/shares')}>
          {fault !== null && (
            <p class="form-error" role="alert">
              {fault}
            </p>
          )}
          <input type="hidden" name="lang" value={language} />
          <ProgramField
            form={SETUP}
            label={label === undefined ? 'program' : t(label)}
            programs={programs}
            value={program}
            t={t}
          />
          <p class="form-actions">
            <button class="button" type="submit">
              {t(m.show)}
            </button>
          </p>
        </form>
      ) : (
        SHARES_OF.map((of) => <SetOfShares key={of} {...props} of={of} set={sets[of]} />)
      )}
    </FormPage>
  );
}

interface SetProps extends SharesPageProps {
  readonly of: SharesOf;
  readonly set: ShareSet;
}

const WORDS = {
  places: { title: m.places, what: m.place, hint: m.placesHint },
  pillars: { title: m.pillars, what: m.pillar, hint: m.pillarsHint },
} as const;

function SetOfShares(props: SetProps): VNode {
  const { frame, of, set, program, sign, refused } = props;
  const { t } = frame.edition;
  const id = `shares-${of}`;
  const again = refused?.of === of ? refused : null;
  const shares = again?.typed ?? set.shares;
  const said = again === null ? null : setErrors(props, again);
  const words = WORDS[of];
  const filled = { rest: '{rest}' };
  return (
    <Section id={of} title={t(words.title)} layout="text">
      <form class="form entry-form" id={id} method="post" action={pageFrom(frame.url, '/entry/shares')}>
        {said !== null && (
          <p class="form-error" role="alert" id={`${id}-error`}>
            {said}
          </p>
        )}
        <input type="hidden" name="program" value={program} />
        <input type="hidden" name="of" value={of} />
        <fieldset
          class="parts"
          aria-label={t(words.title)}
          aria-describedby={`${id}-hint`}
          data-decimal={sign}
          data-left={t(m.left, filled)}
          data-over={t(m.over, filled)}
          data-whole={t(m.whole)}
        >
          <p class="field-hint" id={`${id}-hint`}>
            {[t(words.hint), set.waits ? t(m.waits) : '', set.isInherited ? t(m.inherited) : '']
              .filter(Boolean)
              .join(' ')}
          </p>
          <div class="parts-rows">
            {withRoom(shares).map((share, index) => (
              <ShareRow
                key={index}
                {...props}
                index={index}
                typed={share}
                errors={again?.checks[index]?.errors ?? []}
              />
            ))}
          </div>
          <p class="parts-rest quiet small" role="status">
            {leftWords(props, shares)}
          </p>
        </fieldset>
        <p class="form-actions">
          <button class="button" type="submit">
            {t(m.save)}
          </button>
        </p>
      </form>
    </Section>
  );
}

/** What is left to 100 %, as the script of the page says it too. */
function leftWords({ frame, sign }: SetProps, shares: readonly TypedShare[]): string {
  const { t, f } = frame.edition;
  const left = remaining(
    100,
    shares.map(({ share }) => typedNumber(share, sign)),
  );
  if (left === null) return '';
  return left === 0 ? t(m.whole) : t(left > 0 ? m.left : m.over, { rest: f.number(Math.abs(left)) });
}

/** What is wrong with a set as a whole: of pillars all of it, for they are one cell. */
function setErrors({ frame, of }: SetProps, { text, checks }: RefusedShares): string {
  const all = checks.flatMap(({ errors }) => errors).filter((error) => of === 'pillars' || isOfSet(error));
  const said = [...errorsByColumn(frame.edition, all).values()];
  return text ?? (said.length === 0 ? frame.edition.t(m.notSaved) : [...new Set(said)].join(' '));
}

function isOfSet({ column, code }: RowError): boolean {
  return code.startsWith('SHARES.') || (column !== 'share' && column !== 'country_or_region');
}

function ShareRow(
  props: SetProps & {
    readonly index: number;
    readonly typed: TypedShare;
    readonly errors: readonly RowError[];
  },
): VNode {
  const { frame, view, of, set, index, typed, errors } = props;
  const { edition } = frame;
  const { t } = edition;
  const names = shareFields(index);
  const id = `shares-${of}-${index}`;
  const words = WORDS[of];
  const row = String(index + 1);
  const said = errorsByColumn(edition, of === 'places' ? errors.filter((error) => !isOfSet(error)) : []);
  const wrong = [...said.values()].join(' ');
  const stays = of === 'places' && set.counting.some(({ code }) => code === typed.code);
  const label =
    typed.code === '' ? t(m.ofRow, { what: t(words.what), row }) : placeOrPillar(props, typed.code);
  const described = wrong === '' ? undefined : `${id}-error`;
  return (
    <div class="shares-row">
      {stays ? (
        <>
          <input type="hidden" name={names.code} value={typed.code} />
          <span>{placeWords(view, typed.code)}</span>
        </>
      ) : of === 'places' ? (
        <input
          id={`${id}-code`}
          name={names.code}
          value={placeWords(view, typed.code)}
          aria-label={t(m.ofRow, { what: t(words.what), row })}
          aria-describedby={described}
          placeholder={t(words.what)}
          autocomplete="off"
          data-suggest="country"
        />
      ) : (
        <select name={names.code} aria-label={t(m.ofRow, { what: t(words.what), row })}>
          <option value="">–</option>
          {pillarsOf(props, typed.code).map((code) => (
            <option key={code} value={code} selected={code === typed.code}>
              {nameIn(view, 'pillar', code)}
            </option>
          ))}
        </select>
      )}
      <input
        name={names.share}
        value={typed.share}
        data-share="yes"
        aria-label={t(m.ofRow, { what: t(m.share), row: label })}
        aria-describedby={described}
        aria-invalid={said.has('share') ? 'true' : undefined}
        placeholder="%"
        inputMode="decimal"
        autocomplete="off"
      />
      {wrong !== '' && (
        <span class="field-error" id={`${id}-error`} role="alert">
          {wrong}
        </span>
      )}
    </div>
  );
}

function placeOrPillar({ view, of }: SetProps, code: string): string {
  return of === 'places' ? placeWords(view, code) : nameIn(view, 'pillar', code);
}

/** All that there are, and one that is not known where it was typed. */
function pillarsOf({ view }: SetProps, typed: string): readonly string[] {
  const known = view.names.pillars.map(({ code }) => code).toSorted(compareCodes);
  return typed === '' || known.includes(typed) ? known : [...known, typed];
}
