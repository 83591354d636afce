import type { VNode } from 'preact';
import type { EntryKind } from '../../core/entry/submission.ts';
import type { Filter } from '../../core/facts.ts';
import { may } from '../../core/visibility/rights.ts';
import type { Message } from '../../web/i18n/message.ts';
import { entryMessages } from '../../web/i18n/messages/entry.ts';
import { evidenceMessages } from '../../web/i18n/messages/evidence.ts';
import { narrativeMessages } from '../../web/i18n/messages/narratives.ts';
import { sharesMessages } from '../../web/i18n/messages/shares.ts';
import { subscriptionMessages } from '../../web/i18n/messages/subscriptions.ts';
import { viewMessages } from '../../web/i18n/messages/views.ts';
import { pageFrom, parametersOf, pathOf, type Url, withParameters } from '../../web/url.ts';
import type { PageFrame } from './frame.tsx';

/** What a page is about, as far as a report may be. */
interface Slice {
  readonly pillar?: string | undefined;
  readonly country?: string | undefined;
  readonly donor?: string | undefined;
}

/**
 * Where the report that answers a page is sent to its reader regularly: ours about the whole organisation for whoever has
 * those, and of a donor its own. Null: there is none for this reader.
 *
 * @param report the organisation's; null: a donor's summary answers the page
 */
export function sendMeHref(
  { url, signedIn }: Pick<PageFrame, 'url' | 'signedIn'>,
  report: 'portfolio' | 'country-fact-sheet' | null,
  { pillar, country, donor }: Slice,
): Url | null {
  if (signedIn === null || !signedIn.isPerson) return null;
  const [own] = signedIn.organisations;
  const to = (name: string, slice: Slice) =>
    withParameters(
      pageFrom(url, '/subscriptions'),
      Object.fromEntries(
        Object.entries({ report: name, ...slice }).map(([key, value]) => [key, value ?? null]),
      ),
    );
  switch (signedIn.rights.hasReports) {
    case 'all':
      return report === null
        ? to('donor-funding-summary', { donor })
        : to(report, report === 'portfolio' ? { pillar, country, donor } : { country });
    case 'own':
      if (report === null && !signedIn.organisations.includes(donor ?? '')) return null;
      return to('donor-funding-summary', { donor: donor ?? own, pillar, country });
    default:
      return null;
  }
}

/** "Send me this regularly", where it is for this reader. */
export function SendMeLink({
  frame,
  href,
}: {
  readonly frame: Pick<PageFrame, 'edition'>;
  readonly href: Url | null;
}): VNode | null {
  return href === null ? null : <a href={href}>{frame.edition.t(subscriptionMessages.sendMe)}</a>;
}

/** "Correct this figure", on the page of it, for whoever enters figures. */
export function CorrectLink(props: {
  readonly frame: Pick<PageFrame, 'edition' | 'url' | 'signedIn'>;
  readonly kind: EntryKind;
}): VNode | null {
  const { edition, url } = props.frame;
  if (!entersFigures(props.frame)) return null;
  const ref = decodeURIComponent(pathOf(url).split('/').at(-1) ?? '');
  const href = withParameters(pageFrom(url, `/entry/${props.kind}`), { ref });
  return (
    <p class="correct-link">
      <a href={href}>{edition.t(WORDS_OF_CORRECTION[props.kind] ?? entryMessages.correctThis)}</a>
      {props.kind === 'programs' && (
        <>
          {' · '}
          <a href={withParameters(pageFrom(url, '/entry/shares'), { program: ref })}>
            {edition.t(sharesMessages.ofThis)}
          </a>
        </>
      )}
    </p>
  );
}

/** "Attach evidence", on the page of a figure, for whoever enters figures. */
export function EvidenceLink({
  frame,
}: {
  readonly frame: Pick<PageFrame, 'edition' | 'url' | 'signedIn' | 'past'>;
}): VNode | null {
  const { edition, url, past } = frame;
  if (!entersFigures(frame) || past !== null) return null;
  return (
    <p>
      <a href={pageFrom(url, `${pathOf(url)}/evidence`)}>{edition.t(evidenceMessages.attachTo)}</a>
    </p>
  );
}

const WORDS_OF_CORRECTION: Partial<Readonly<Record<EntryKind, Message>>> = {
  programs: entryMessages.changeThis,
  narratives: narrativeMessages.correct,
};

/** Where forms open in which what is missing is filled in; undefined: its reader enters nothing, or looks at the past. */
export function formHref(
  frame: Pick<PageFrame, 'url' | 'signedIn' | 'past'>,
): ((form: string) => Url) | undefined {
  return entersFigures(frame) && frame.past === null ? (form) => pageFrom(frame.url, form) : undefined;
}

/** Of what all gaps stand on a page of their own; without it, of everything. */
type Missing = Pick<Filter, 'program' | 'country' | 'pillar' | 'donor'>;

/**
 * Where gaps stand with whom to ask about each, and they are reminded; undefined: its reader approves nothing, or looks at the
 * past.
 */
export function askHref(
  frame: Pick<PageFrame, 'url' | 'signedIn' | 'past'>,
  of: Missing = {},
): Url | undefined {
  const { signedIn } = frame;
  return signedIn?.isPerson === true && signedIn.rights.approvesFigures ? missingHref(frame, of) : undefined;
}

/** Where they stand with their forms; undefined: its reader enters nothing, or looks at the past. */
export function missingHref(
  frame: Pick<PageFrame, 'url' | 'signedIn' | 'past'>,
  of: Missing,
): Url | undefined {
  if (!entersFigures(frame) || frame.past !== null) return undefined;
  const { program, country, pillar, donor } = of;
  const asked = Object.entries({ program, country, pillar, donor }).map(([name, value]) => [
    name,
    value ?? null,
  ]);
  return pageFrom(frame.url, withParameters('/gaps', Object.fromEntries(asked)));
}

function entersFigures({ signedIn }: Pick<PageFrame, 'signedIn'>): boolean {
  return signedIn?.isPerson === true && may(signedIn.rights, 'entersFigures');
}

/** "Save this view", for whoever keeps views. */
export function SaveLink({ frame }: { readonly frame: PageFrame }): VNode | null {
  const href = saveHref(frame);
  return href === null ? null : <a href={href}>{frame.edition.t(viewMessages.save)}</a>;
}

/** Where a page with its filters is kept under a name; null: its reader keeps nothing. */
function saveHref({ url, signedIn }: Pick<PageFrame, 'url' | 'signedIn'>): Url | null {
  if (signedIn === null || !signedIn.isPerson || !may(signedIn.rights, 'seesRows')) return null;
  const query = new URLSearchParams(
    parametersOf(url)
      .filter(([name]) => name !== 'lang')
      .map((each) => [...each]),
  );
  const of = query.size === 0 ? pathOf(url) : `${pathOf(url)}?${query}`;
  return withParameters(pageFrom(url, '/views/new'), { of });
}
