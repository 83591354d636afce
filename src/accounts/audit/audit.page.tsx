import type { ComponentChildren, VNode } from 'preact';
import type { AuditRow, Frame, KnownActor } from '../../access/index.ts';
import type { Fault } from '../../core/fault.ts';
import type { Edition } from '../../web/edition.ts';
import { faultSentence, faultText } from '../../web/i18n/faults.ts';
import { auditActors, auditMessages } from '../../web/i18n/messages/audit.ts';
import { AdministrationNav } from '../../web/parts/administration-nav.tsx';
import { EmptyState } from '../../web/parts/empty-state.tsx';
import { DayField, FieldFault, faultAttributes } from '../../web/parts/faulty-field.tsx';
import { FormPage } from '../../web/parts/form-page.tsx';
import { Records } from '../../web/parts/records.tsx';
import { parametersOf, pathOf, type Url, withParameters } from '../../web/url.ts';
import {
  type AuditDetail,
  actionWords,
  detailsOf,
  fieldWords,
  subjectOf,
  valueWords,
} from './audit-entry.ts';
import type { AuditQuery } from './audit-query.ts';

export interface AuditPageProps {
  readonly frame: Frame;
  readonly timeZone: string;
  /** As it was asked, or as it was typed where something is wrong with it. */
  readonly query: AuditQuery;
  /** What is wrong with the query; then there are no rows. */
  readonly faults: readonly Fault[];
  /** The latest first. */
  readonly rows: readonly AuditRow[];
  /** How many match, on this page and others; `mostCounted` where there are so many or more. */
  readonly count: number;
  readonly mostCounted: number;
  /** There are more, older than the last of the rows. */
  readonly hasOlder: boolean;
  readonly actions: readonly string[];
  readonly actors: readonly KnownActor[];
}

/** What happened, who did it and from where. */
export function AuditPage(props: AuditPageProps): VNode {
  const { frame, timeZone, rows, faults } = props;
  const { edition, url } = frame;
  const { t } = edition;
  return (
    <FormPage
      frame={frame}
      title={t(auditMessages.title)}
      lede={t(auditMessages.lede)}
      current="administration"
      nav={<AdministrationNav edition={edition} url={url} current="audit" />}
    >
      {faults.filter(hasNoField).map((fault) => (
        <p key={fault.parameter} class="form-error" role="alert">
          {faultSentence(t, fault)}
        </p>
      ))}
      <Filters {...props} />
      {faults.length === 0 && rows.length === 0 && (
        <EmptyState
          edition={edition}
          title={t(auditMessages.nothing)}
          text={t(auditMessages.nothingRemedy)}
        />
      )}
      {rows.length > 0 && <Entries {...props} />}
      {faults.length === 0 && (
        <>
          <OlderAndLatest {...props} />
          <p class="figure-foot">
            <span>{t(auditMessages.zone, { zone: timeZone })}</span>
            <a href={dataAddress(url, 'csv')}>{t(auditMessages.downloadCsv)}</a>
            <a href={dataAddress(url, 'json')}>{t(auditMessages.downloadJson)}</a>
          </p>
        </>
      )}
    </FormPage>
  );
}

const FILTERS = ['action', 'actor', 'from', 'to'] as const;

function hasNoField({ parameter }: Fault): boolean {
  return !(FILTERS as readonly string[]).includes(parameter);
}

function Filters({ frame, query, faults, actions, actors }: AuditPageProps): VNode {
  const { url } = frame;
  const { t } = frame.edition;
  const faultOf = (name: string) => {
    const fault = faults.find(({ parameter }) => parameter === name);
    return fault === undefined ? undefined : faultText(t, fault);
  };
  const lang = parametersOf(url).find(([name]) => name === 'lang')?.[1];
  const actionChoices = [...new Set([...actions, ...(query.action === undefined ? [] : [query.action])])];
  const kinds = Object.keys(auditActors) as readonly (keyof typeof auditActors)[];
  const isKnown = [...kinds, ...actors.map(({ id }) => id)].includes(query.actor ?? '');
  return (
    <form
      class="filters filter-fields"
      method="get"
      action={pathOf(url)}
      aria-label={t(auditMessages.filters)}
    >
      {lang && <input type="hidden" name="lang" value={lang} />}
      <p class="field">
        <label for="audit-action">{t(auditMessages.action)}</label>
        <select id="audit-action" name="action" {...faultAttributes('audit-action', faultOf('action'))}>
          <option value="">{t(auditMessages.allActions)}</option>
          {actionChoices.map((action) => (
            <option key={action} value={action} selected={action === query.action}>
              {actionWords(t, action)}
            </option>
          ))}
        </select>
        <FieldFault id="audit-action" fault={faultOf('action')} />
      </p>
      <p class="field">
        <label for="audit-actor">{t(auditMessages.actor)}</label>
        <select id="audit-actor" name="actor" {...faultAttributes('audit-actor', faultOf('actor'))}>
          <option value="">{t(auditMessages.allActors)}</option>
          {query.actor !== undefined && !isKnown && (
            <option value={query.actor} selected>
              {query.actor}
            </option>
          )}
          <optgroup label={t(auditMessages.byKind)}>
            {kinds.map((kind) => (
              <option key={kind} value={kind} selected={kind === query.actor}>
                {t(auditActors[kind])}
              </option>
            ))}
          </optgroup>
          {actors.length > 0 && (
            <optgroup label={t(auditMessages.byName)}>
              {actors.map(({ id, name }) => (
                <option key={id} value={id} selected={id === query.actor}>
                  {name ?? id}
                </option>
              ))}
            </optgroup>
          )}
        </select>
        <FieldFault id="audit-actor" fault={faultOf('actor')} />
      </p>
      {(['from', 'to'] as const).map((name) => (
        <DayField
          key={name}
          id={`audit-${name}`}
          name={name}
          label={t(auditMessages[name])}
          value={query[name]}
          fault={faultOf(name)}
        />
      ))}
      <p>
        <button class="button" type="submit">
          {t(auditMessages.apply)}
        </button>
      </p>
      {FILTERS.some((name) => query[name] !== undefined) && (
        <p>
          <a href={withParameters(url, { action: null, actor: null, from: null, to: null, before: null })}>
            {t(auditMessages.clear)}
          </a>
        </p>
      )}
    </form>
  );
}

function Entries({ frame, rows, timeZone }: AuditPageProps): VNode {
  const { t, f } = frame.edition;
  const timeOf = timesIn(timeZone);
  const momentWords = (at: Date) => {
    const { day, time } = timeOf(at);
    return `${f.dayShort(day)}, ${time}`;
  };
  return (
    <>
      <p class="quiet small">{t(auditMessages.shown, { count: rows.length })}</p>
      <Records
        id="entries"
        caption={t(auditMessages.entries)}
        heads={[
          t(auditMessages.when),
          t(auditMessages.actor),
          t(auditMessages.action),
          t(auditMessages.address),
        ]}
        rows={rows.map((row) => {
          return {
            key: String(row.id),
            cells: [
              <time key="at" dateTime={row.at.toISOString()}>
                {momentWords(row.at)}
              </time>,
              <Actor key="actor" edition={frame.edition} row={row} />,
              <What key="what" edition={frame.edition} row={row} momentWords={momentWords} />,
              row.address ?? '–',
            ],
          };
        })}
      />
    </>
  );
}

function What({
  edition,
  row,
  momentWords,
}: {
  readonly edition: Edition;
  readonly row: AuditRow;
  readonly momentWords: (at: Date) => string;
}): VNode {
  const { t } = edition;
  const subject = subjectOf(t, row);
  const details = detailsOf(row.details);
  return (
    <div>
      <p>
        <b>{actionWords(t, row.action)}</b>
      </p>
      {subject !== null && (
        <p>{subject.href === null ? subject.words : <a href={subject.href}>{subject.words}</a>}</p>
      )}
      {details.length > 0 && (
        <dl class="changes">
          {details.map((detail) => (
            <div key={detail.name}>
              <dt>{fieldWords(t, detail.name)}</dt>
              <dd>{unbroken(detailWords(edition, row, detail, momentWords))}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

function Actor({ edition, row }: { readonly edition: Edition; readonly row: AuditRow }): VNode {
  const kind = edition.t(auditActors[row.actorKind]);
  const name = row.actorName ?? row.actor;
  if (name === null) return <>{kind}</>;
  return (
    <div>
      {row.actorKind === 'person' && row.actor !== null ? (
        <a href={`/users/${encodeURIComponent(row.actor)}`}>{unbroken(name)}</a>
      ) : (
        unbroken(name)
      )}
      <br />
      <span class="quiet small">{kind}</span>
    </div>
  );
}

function detailWords(
  { t }: Edition,
  { subject }: AuditRow,
  { name, change, before, after }: AuditDetail,
  momentWords: (at: Date) => string,
): string {
  const said = (value: string | null) =>
    value === null ? null : valueWords(t, { name, subject }, value, momentWords);
  if (change) {
    const none = t(auditMessages.none);
    return t(auditMessages.changed, { before: said(before) ?? none, after: said(after) ?? none });
  }
  return said(after) ?? t(auditMessages.was, { value: said(before) ?? '' });
}

/** An e-mail address breaks behind its sign, where it must, and not within a name. */
function unbroken(text: string): ComponentChildren {
  const [local, domain, ...more] = text.split('@');
  if (domain === undefined || more.length > 0 || /\s/.test(text)) return text;
  return (
    <>
      {local}@<wbr />
      {domain}
    </>
  );
}

function OlderAndLatest({ frame, query, rows, hasOlder, count, mostCounted }: AuditPageProps): VNode | null {
  const { url } = frame;
  const { t } = frame.edition;
  const last = rows.at(-1);
  const older = hasOlder && last !== undefined ? withParameters(url, { before: String(last.id) }) : null;
  return (
    <nav class="pagination" aria-label={t(auditMessages.entries)}>
      <p>{t(count < mostCounted ? auditMessages.count : auditMessages.countOrMore, { count })}</p>
      {query.before !== undefined && (
        <a href={withParameters(url, { before: null })}>{t(auditMessages.latest)}</a>
      )}
      {older !== null && (
        <a href={older} rel="next">
          {t(auditMessages.older)}
        </a>
      )}
    </nav>
  );
}

/** Everything of the filter, not only what stands on this page. */
function dataAddress(url: Url, format: 'csv' | 'json'): Url {
  return withParameters(url, { before: null, lang: null }).replace(/^[^?#]*/, `/audit.${format}`);
}

/** One formatter for a page of entries: it is dear to make. */
function timesIn(timeZone: string): (at: Date) => { readonly day: string; readonly time: string } {
  // The one locale that writes days and times as ISO 8601 does.
  const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone });
  return (at) => {
    const [day = '', time = ''] = format.format(at).split(' ');
    return { day, time };
  };
}
