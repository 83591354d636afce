import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { VNode } from 'preact';
import { z } from 'zod';
import {
  CurrentSettings,
  type PageForm,
  type Refusal,
  type Visit,
  Visiting,
  visitorMay,
} from '../access/index.ts';
import { codesForNames, labelOf, Views } from '../analytics/index.ts';
import { REPORTS } from '../core/report/definitions.ts';
import { PAPERS } from '../core/report/paper.ts';
import { rowPage } from '../core/row-page.ts';
import { FREQUENCIES } from '../core/schedule.ts';
import { isFound } from '../core/search.ts';
import { DELIVERED_AS, WHEN_NOTHING_NEW } from '../core/sending.ts';
import { LANGUAGES } from '../core/text.ts';
import type { RowError } from '../platform/csv/row-error.ts';
import { DATABASE } from '../platform/database/database.module.ts';
import type { Database } from '../platform/database/database.ts';
import { knownPillars } from '../programs/index.ts';
import { titlesOfOwnReports } from '../reporting/index.ts';
import { allSubscriptionMessages as m } from '../web/i18n/messages/all-subscriptions.ts';
import { bounceMessages } from '../web/i18n/messages/bounces.ts';
import { errorDetails } from '../web/i18n/messages/error-details.ts';
import { errorsByColumn } from '../web/i18n/row-error-words.ts';
import { AllSubscriptionsPage } from './all-subscriptions.page.tsx';
import { findMark, readMarks } from './bounces/bounces.repository.ts';
import { Bounces } from './bounces/bounces.use-case.ts';
import { reportName } from './report-mail.ts';
import { SampleMails } from './sample-mail.use-case.ts';
import { type SliceNames, sliceWords } from './slice-words.ts';
import { SubscriptionPage } from './subscription.page.tsx';
import { RowRefused, type SubscriptionCells, SubscriptionRows } from './subscription-rows.use-case.ts';

const PAGE_ROWS = 50;

const oneOf = <Words extends readonly [string, ...string[]]>(words: Words) =>
  z.enum(words, { error: `takes one of ${words.join(', ')}` });
const cell = z.string({ error: 'takes one value' }).max(400).default('');
const lang = oneOf(LANGUAGES).optional();
const listQuery = z.object({
  lang,
  done: z.unknown().optional(),
  search: z
    .string({ error: 'takes one value' })
    .trim()
    .max(120)
    .transform((text) => (text === '' ? undefined : text))
    .optional(),
  cursor: z.string().max(200).optional(),
});
const oneQuery = z.object({ lang, done: z.unknown().optional(), sample: oneOf(['yes'] as const).optional() });
type ListVisit = Visit<z.output<typeof listQuery>>;
type OneVisit = Visit<z.output<typeof oneQuery>>;

const edition = {
  language: oneOf(LANGUAGES),
  paper: oneOf(PAPERS),
  frequency: oneOf(FREQUENCIES),
  delivered_as: oneOf(DELIVERED_AS).default('pdf'),
  when_nothing_new: oneOf(WHEN_NOTHING_NEW).default('send'),
  needs_approval: oneOf(['yes', 'no'] as const).default('no'),
};
const adding = z.object({
  email: cell,
  name: cell,
  report: cell,
  pillar: cell,
  country: cell,
  donor: cell,
  ...edition,
});
const changing = z.object({ name: cell, ...edition });
const standing = z.object({ to: oneOf(['paused', 'standing'] as const) });
const id = z.uuid({ error: 'takes the id of a subscription' });

const NOTICES = {
  added: m.added,
  saved: m.saved,
  paused: m.nowPaused,
  standing: m.nowStands,
  tested: m.testSent,
  again: bounceMessages.doneAgain,
};

/** Who is sent what: the list, each one, and a look at what it would send. */
@ApiExcludeController()
@Controller('deliveries/subscriptions')
export class AllSubscriptionsController {
  constructor(
    private readonly rows: SubscriptionRows,
    private readonly samples: SampleMails,
    private readonly views: Views,
    private readonly settings: CurrentSettings,
    private readonly bounces: Bounces,
    @Inject(DATABASE) private readonly db: Database,
  ) {}

  @Get()
  async list(@Visiting(listQuery) visit: ListVisit): Promise<void> {
    visit.show(await this.listPage(visit, {}, new Map()));
  }

  @Post()
  async add(
    @Visiting(listQuery) visit: ListVisit,
    @Body({ schema: adding }) { language, ...given }: z.output<typeof adding>,
  ): Promise<void> {
    const cells = { ...given, lang: language };
    const coded = { ...cells, ...(await this.inCodes(visit, cells)) };
    await submitRow(visit, 'add', () => this.rows.enter(visit.actor, coded), {
      done: '/deliveries/subscriptions?done=added',
      refused: (errors) => this.listPage(visit, cells, errors),
    });
  }

  @Get(':id')
  async one(@Visiting(oneQuery) visit: OneVisit, @Param('id', { schema: id }) of: string): Promise<void> {
    visit.show(await this.onePage(visit, of, {}));
  }

  @Post(':id')
  async change(
    @Visiting(oneQuery) visit: OneVisit,
    @Param('id', { schema: id }) of: string,
    @Body({ schema: changing }) { language, ...given }: z.output<typeof changing>,
  ): Promise<void> {
    const change = { ...given, lang: language };
    await submitRow(visit, 'change', () => this.rows.change(visit.actor, of, change), {
      done: `/deliveries/subscriptions/${of}?done=saved`,
      refused: (errors) => this.onePage(visit, of, { given: change, errors }),
    });
  }

  @Post(':id/standing')
  async pause(
    @Visiting(oneQuery) visit: OneVisit,
    @Param('id', { schema: id }) of: string,
    @Body({ schema: standing }) { to }: z.output<typeof standing>,
  ): Promise<void> {
    await submitRow(visit, 'change', () => this.rows.pause(visit.actor, of, to), {
      done: `/deliveries/subscriptions/${of}?done=${to}`,
      refused: (errors) => this.onePage(visit, of, { errors }),
    });
  }

  /** What it would send now, to the address of whoever asks. */
  @Post(':id/test')
  async test(@Visiting(oneQuery) visit: OneVisit, @Param('id', { schema: id }) of: string): Promise<void> {
    const found = await this.rows.find(of);
    await visit.submit(formOf('test'), () => this.samples.send(visit.actor, visit.person.email, found), {
      done: `/deliveries/subscriptions/${of}?done=tested`,
      refused: (refusal) => this.onePage(visit, of, { refusal }),
    });
  }

  /** Its address is right again, though an e-mail came back from it. */
  @Post(':id/again')
  async again(@Visiting(oneQuery) visit: OneVisit, @Param('id', { schema: id }) of: string): Promise<void> {
    const { email } = await this.rows.find(of);
    const done = (await this.bounces.writeAgain(email, visit.actor)) ? '?done=again' : '';
    visit.goTo(`/deliveries/subscriptions/${of}${done}`);
  }

  private async listPage(visit: ListVisit, given: SubscriptionCells, errors: Wrong): Promise<VNode> {
    const { search = '', cursor } = visit.query;
    const words = await this.words(visit);
    const all = (await this.rows.list()).map((each) => ({ ...each, what: sliceWords(each, words) }));
    const found = all.filter(({ email, name, what }) =>
      isFound({ code: email, names: { en: `${name} ${what}` } }, search),
    );
    const { t } = words.view;
    return AllSubscriptionsPage({
      frame: visit.frame({ path: '/deliveries/subscriptions', notices: NOTICES }),
      timeZone: this.settings.now.schedule.timeZone,
      fiscalMonth: this.settings.now.fiscalMonth,
      search: visit.query.search,
      marks: await readMarks(this.db),
      shown: rowPage(found, (each) => each.id, { cursor, limit: PAGE_ROWS }),
      choices: this.acts(visit)
        ? {
            reports: [...REPORTS, ...words.titles.keys()].map((value) => ({
              value,
              label: reportName(t, value, words.titles),
            })),
            pillars: [...(await knownPillars(this.db))]
              .map((value) => ({ value, label: labelOf(words.view, 'pillar', value) }))
              .sort((a, b) => a.label.localeCompare(b.label, words.view.f.language)),
          }
        : null,
      given,
      errors,
    });
  }

  private async onePage(
    visit: OneVisit,
    of: string,
    {
      given = null,
      errors = new Map(),
      refusal = null,
    }: {
      readonly given?: SubscriptionCells | null;
      readonly errors?: Wrong;
      readonly refusal?: Refusal | null;
    },
  ): Promise<VNode> {
    const subscription = await this.rows.find(of);
    const acts = this.acts(visit);
    return SubscriptionPage({
      frame: visit.frame({ path: `/deliveries/subscriptions/${of}`, notices: NOTICES }),
      timeZone: this.settings.now.schedule.timeZone,
      fiscalMonth: this.settings.now.fiscalMonth,
      subscription,
      what: sliceWords(subscription, await this.words(visit)),
      mark: await findMark(this.db, subscription.email),
      given,
      errors,
      refusal,
      acts,
      sample: acts && visit.query.sample === 'yes' ? await this.samples.make(subscription) : null,
    });
  }

  /** A country or donor as people type it; what nothing, or more than one, is called so stays as it is. */
  private async inCodes(
    visit: ListVisit,
    { country, donor }: Readonly<Record<'country' | 'donor', string>>,
  ): Promise<SubscriptionCells> {
    const { view } = await this.words(visit);
    const typed = Object.entries({ country, donor }).filter(([, name]) => name.trim() !== '');
    const { query } = await codesForNames(Object.fromEntries(typed), view);
    return query;
  }

  private acts({ visitor }: ListVisit | OneVisit): boolean {
    return visitor.kind === 'person' && visitorMay(visitor, 'sendsReports');
  }

  private async words(visit: ListVisit | OneVisit): Promise<SliceNames> {
    const { language } = visit.edition;
    const view = await this.views.make(visit.request.scope, {
      query: { lang: language },
      acceptLanguage: undefined,
      links: 'page',
    });
    return { view, titles: await titlesOfOwnReports(this.db) };
  }
}

function formOf(name: string): PageForm {
  return { name, words: errorDetails, fields: {} };
}

/** What is wrong, by the field; null: with the whole. */
type Wrong = ReadonlyMap<string | null, string>;

/** A row that is entered: what is wrong with it is said at its fields, all of it at once. */
async function submitRow(
  visit: ListVisit | OneVisit,
  form: string,
  does: () => Promise<void>,
  { done, refused }: { readonly done: string; readonly refused: (errors: Wrong) => Promise<VNode> },
): Promise<void> {
  let errors: readonly RowError[] = [];
  const tried = () =>
    does().catch((error: unknown) => {
      if (error instanceof RowRefused) errors = error.errors;
      throw error;
    });
  await visit.submit(formOf(form), tried, {
    done,
    refused: ({ field, text }) =>
      refused(errors.length > 0 ? byField(visit, errors) : new Map([[field, text]])),
  });
}

/** By the field of the form: `lang` is what every address of ours says of the page itself. */
function byField({ edition }: ListVisit | OneVisit, errors: readonly RowError[]): Wrong {
  const said = [...errorsByColumn(edition, errors)];
  return new Map(said.map(([column, text]) => [column === 'lang' ? 'language' : column, text]));
}
