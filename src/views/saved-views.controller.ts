import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { VNode } from 'preact';
import { z } from 'zod';
import { type Asked, keeperOf, type PageForm, type Refusal, type Visit, Visiting } from '../access/index.ts';
import { filterWords, pageQuery, Views, windowWords } from '../analytics/index.ts';
import { DomainError } from '../core/errors.ts';
import { LANGUAGES } from '../core/text.ts';
import { readParameters } from '../platform/errors/parameters.ts';
import { ownReportErrors } from '../web/i18n/messages/own-report-errors.ts';
import { viewMessages, viewPageNames } from '../web/i18n/messages/views.ts';
import { addressOf, isStillTaken, type ViewedPage, viewedPage } from './saved-view.ts';
import { SavedViewsPage, SaveViewPage, type ShownView } from './saved-views.page.tsx';
import { type Holder, mayShare, type NamedView, SavedViews } from './saved-views.use-case.ts';

const address = z.string({ error: 'takes an address' }).max(4_000).startsWith('/');
const query = z.object({
  lang: z.enum(LANGUAGES, { error: `takes one of ${LANGUAGES.join(', ')}` }).optional(),
  done: z.unknown().optional(),
  /** The page that is kept: its address, with its filters. */
  of: address.optional(),
});
type ViewsVisit = Visit<z.output<typeof query>>;

const typed = z
  .string({ error: 'takes one value' })
  .max(2_000, { error: 'takes at most 2000 characters' })
  .refine((text) => !text.includes('\0'), { error: 'holds a NUL character' })
  .default('');
const naming = z.object({ name: typed, shared: typed });
const keeping = naming.extend({ of: address });

const FORM: PageForm = { name: 'view', words: ownReportErrors, fields: {} };
const NOTICES = {
  saved: viewMessages.saved,
  changed: viewMessages.changed,
  removed: viewMessages.removed,
};

/** What narrows a page, of all that its address may say. */
const NARROWING = ['pillar', 'country', 'donor', 'indicator', 'program', 'from', 'to', 'period'];

/** Pages with their filters, each under a name and an address that stays. */
@ApiExcludeController()
@Controller('views')
export class SavedViewsController {
  constructor(
    private readonly saved: SavedViews,
    private readonly views: Views,
  ) {}

  @Get()
  async list(@Visiting(query) visit: ViewsVisit): Promise<void> {
    visit.show(await this.page(visit, null));
  }

  /** Asks for the name. */
  @Get('new')
  async naming(@Visiting(query) visit: ViewsVisit): Promise<void> {
    const of = visit.query.of ?? '/';
    visit.show(await this.saving(visit, of, { name: '', shared: false }, null));
  }

  @Post()
  keep(
    @Visiting(query) visit: ViewsVisit,
    @Body({ schema: keeping }) { of, name, shared }: z.output<typeof keeping>,
  ): Promise<void> {
    const named = { name, shared: shared !== '' };
    return visit.submit(
      FORM,
      async () => this.saved.keep(visit.actor, holderOf(visit), viewedPage(of), named),
      {
        done: '/views?done=saved',
        refused: (refusal) => this.saving(visit, of, named, refusal),
      },
    );
  }

  /** Opens the page, as its reader may see it. */
  @Get(':slug')
  async open(@Visiting(query) visit: ViewsVisit, @Param('slug') slug: string): Promise<void> {
    const found = await this.saved.find(keeperOf(visit.request), slug);
    if (isStillTaken(found)) return visit.goTo(addressOf(found));
    throw new DomainError('VIEW.OUTDATED', `The view "${slug}" asks for what its page takes no more.`, {
      kind: 'refused',
      remedy: 'Save the page again.',
    });
  }

  @Post(':slug')
  change(
    @Visiting(query) visit: ViewsVisit,
    @Param('slug') slug: string,
    @Body({ schema: naming }) { name, shared }: z.output<typeof naming>,
  ): Promise<void> {
    const named = { name, shared: shared !== '' };
    const form = { ...FORM, name: `view-${slug}` };
    return visit.submit(form, () => this.saved.change(visit.actor, holderOf(visit), slug, named), {
      done: '/views?done=changed',
      refused: (refusal) => this.page(visit, { slug, named, refusal }),
    });
  }

  @Post(':slug/delete')
  async remove(@Visiting(null) visit: Visit<Asked>, @Param('slug') slug: string): Promise<void> {
    await this.saved.remove(visit.actor, holderOf(visit), slug);
    visit.goTo('/views?done=removed');
  }

  /** @param changing the view whose form is shown again */
  private async page(
    visit: ViewsVisit,
    changing: { readonly slug: string; readonly named: NamedView; readonly refusal: Refusal } | null,
  ): Promise<VNode> {
    const keeper = keeperOf(visit.request);
    const rows = await this.saved.list(keeper);
    const views = await Promise.all(
      rows.map(
        async (row): Promise<ShownView> => ({
          slug: row.slug,
          name: row.name,
          shared: row.shared,
          isOwn: row.holder === keeper.account,
          ...(await this.wordsOf(visit, row)),
        }),
      ),
    );
    return SavedViewsPage({
      frame: visit.frame({ notices: NOTICES, path: '/views' }),
      views,
      mayKeep: keeper.account !== null,
      mayShare: mayShare(keeper.scope.rights),
      mayRemoveShared: keeper.account !== null && keeper.scope.rights.administersAccounts,
      changing,
    });
  }

  private async saving(
    visit: ViewsVisit,
    of: string,
    given: NamedView,
    refusal: Refusal | null,
  ): Promise<VNode> {
    const viewed = viewedPage(of);
    return SaveViewPage({
      frame: visit.frame({ path: `/views/new?${new URLSearchParams({ of })}` }),
      of,
      ...(await this.wordsOf(visit, viewed)),
      given,
      mayShare: mayShare(visit.request.scope.rights),
      refusal,
    });
  }

  /** What a view shows, in words; something that it names may be gone, or not for this reader. */
  private async wordsOf(
    visit: ViewsVisit,
    { page, query: kept }: ViewedPage,
  ): Promise<{ readonly what: string; readonly isGone: boolean }> {
    const name = visit.edition.t(viewPageNames[page]);
    try {
      const narrowing = Object.fromEntries(Object.entries(kept).filter(([each]) => NARROWING.includes(each)));
      const view = await this.views.make(visit.request.scope, {
        query: { ...readParameters(pageQuery, narrowing), lang: visit.edition.language },
        acceptLanguage: undefined,
        links: 'page',
      });
      const { period } = view.asked;
      const { from, to } = view.filter;
      const days =
        period === null
          ? from === undefined && to === undefined
            ? []
            : [windowWords(view, view.filter)]
          : [view.f.period(period)];
      return { what: [name, await filterWords(view), ...days].join(' · '), isGone: false };
    } catch (error) {
      if (!(error instanceof DomainError) || error.options.kind === 'broken') throw error;
      return { what: name, isGone: true };
    }
  }
}

function holderOf(visit: Visit<Asked>): Holder {
  return { scope: visit.request.scope, account: visit.person.account };
}
