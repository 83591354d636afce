import type { VNode } from 'preact';
import type { Frame } from '../access/index.ts';
import { viewMessages as m } from '../web/i18n/messages/views.ts';
import { EmptyState } from '../web/parts/empty-state.tsx';
import { ButtonForm, Form, type FormRefusal, TextField } from '../web/parts/form.tsx';
import { FormPage } from '../web/parts/form-page.tsx';
import { Records } from '../web/parts/records.tsx';
import { Section } from '../web/parts/section.tsx';
import { pageFrom } from '../web/url.ts';
import { MOST_NAME } from './saved-view.ts';
import type { NamedView } from './saved-views.use-case.ts';

/** A view as a list shows it. */
export interface ShownView {
  readonly slug: string;
  readonly name: string;
  readonly shared: boolean;
  readonly isOwn: boolean;
  /** "Dashboard · Country or region: Chile · 2017" */
  readonly what: string;
  /** Something that it names is not there any more, or not for this reader. */
  readonly isGone: boolean;
}

export interface SavedViewsPageProps {
  readonly frame: Frame;
  readonly views: readonly ShownView[];
  /** Its reader is a person, and no program. */
  readonly mayKeep: boolean;
  readonly mayShare: boolean;
  /** Takes away what others share. */
  readonly mayRemoveShared: boolean;
  /** A view whose form was not taken. */
  readonly changing: {
    readonly slug: string;
    readonly named: NamedView;
    readonly refusal: FormRefusal;
  } | null;
}

/** The views of one's own, and those that others share. */
export function SavedViewsPage(props: SavedViewsPageProps): VNode {
  const { frame, views } = props;
  const { edition } = frame;
  const { t } = edition;
  const own = views.filter(({ isOwn }) => isOwn);
  const others = views.filter(({ isOwn }) => !isOwn);
  return (
    <FormPage frame={frame} title={t(m.title)} lede={t(m.lede)} current="dashboard">
      <Section id="own" title={t(m.yours)}>
        {own.length === 0 ? (
          <EmptyState edition={edition} title={t(m.none)} text={t(m.noneText)} />
        ) : (
          <ViewRecords {...props} id="own-views" caption={t(m.yours)} views={own} />
        )}
      </Section>
      {others.length > 0 && (
        <Section id="shared" title={t(m.sharedByOthers)}>
          <ViewRecords {...props} id="shared-views" caption={t(m.sharedByOthers)} views={others} />
        </Section>
      )}
    </FormPage>
  );
}

function ViewRecords(props: SavedViewsPageProps & { readonly id: string; readonly caption: string }): VNode {
  const { frame, id, caption, views, mayKeep, mayRemoveShared } = props;
  const { t } = frame.edition;
  const acts = views.some(({ isOwn }) => mayKeep && (isOwn || mayRemoveShared));
  return (
    <Records
      id={id}
      caption={caption}
      heads={[t(m.view), t(m.what), ...(acts ? [t(m.actions)] : [])]}
      rows={views.map((view) => ({
        key: view.slug,
        cells: [
          <span key="name" class="breakable">
            <a href={pageFrom(frame.url, `/views/${view.slug}`)}>{view.name}</a>{' '}
            {view.isOwn && view.shared && <span class="quiet small">{t(m.shared)}</span>}
          </span>,
          view.isGone ? `${view.what} · ${t(m.gone)}` : view.what,
          ...(acts ? [<Actions key="actions" {...props} view={view} />] : []),
        ],
      }))}
    />
  );
}

function Actions({
  frame,
  changing,
  mayShare,
  view,
}: SavedViewsPageProps & { readonly view: ShownView }): VNode {
  const { t } = frame.edition;
  const { slug, name, isOwn } = view;
  const form = `view-${slug}`;
  const again = changing?.slug === slug ? changing : null;
  return (
    <div class="kept-acts">
      {isOwn && (
        <details open={again !== null}>
          <summary aria-label={t(m.changeOf, { name })}>{t(m.change)}</summary>
          <Form
            frame={frame}
            id={form}
            action={`/views/${slug}`}
            refusal={again?.refusal ?? null}
            submit={t(m.keep)}
          >
            <NameFields
              frame={frame}
              form={form}
              given={again?.named ?? view}
              mayShare={mayShare}
              refusal={again?.refusal ?? null}
            />
          </Form>
        </details>
      )}
      <ButtonForm
        frame={frame}
        action={`/views/${slug}/delete`}
        label={t(m.remove)}
        description={t(m.removeOf, { name })}
      />
    </div>
  );
}

export interface SaveViewPageProps {
  readonly frame: Frame;
  /** The address that is kept. */
  readonly of: string;
  readonly what: string;
  /** As it was typed. */
  readonly given: NamedView;
  readonly mayShare: boolean;
  readonly refusal: FormRefusal | null;
}

/** Asks for the name of a view. */
export function SaveViewPage({ frame, of, what, given, mayShare, refusal }: SaveViewPageProps): VNode {
  const { t } = frame.edition;
  return (
    <FormPage frame={frame} title={t(m.saveTitle)} lede={t(m.saveWhat, { what })} current="dashboard">
      <Form frame={frame} id="view" action="/views" refusal={refusal} submit={t(m.keep)}>
        <input type="hidden" name="of" value={of} />
        <NameFields {...{ frame, given, mayShare, refusal }} form="view" />
      </Form>
      <p class="form-aside">
        <a href={pageFrom(frame.url, '/views')}>{t(m.title)}</a>
      </p>
    </FormPage>
  );
}

function NameFields(props: {
  readonly frame: Frame;
  readonly form: string;
  readonly given: NamedView;
  readonly mayShare: boolean;
  readonly refusal: FormRefusal | null;
}): VNode {
  const { frame, form, given, mayShare, refusal } = props;
  const { t } = frame.edition;
  return (
    <>
      <TextField
        form={form}
        name="name"
        label={t(m.name)}
        autocomplete="off"
        maxLength={MOST_NAME}
        value={given.name}
        refusal={refusal}
      />
      {mayShare && (
        <div class="choice choice-alone">
          <input id={`${form}-shared`} type="checkbox" name="shared" value="yes" checked={given.shared} />
          <label for={`${form}-shared`}>{t(m.share)}</label>
        </div>
      )}
    </>
  );
}
