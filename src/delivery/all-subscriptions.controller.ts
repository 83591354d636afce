import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { VNode } from 'preact';
import { z } from 'zod';
import { CurrentSettings, type Refusal, type Visit, Visiting, visitorMay } from '../access/index.ts';
import { codesForNames, labelOf } from '../analytics/index.ts';
import { REPORTS } from '../core/report/definitions.ts';
import { rowPage } from '../core/row-page.ts';
import { isFound } from '../core/search.ts';
import { LANGUAGES } from '../core/text.ts';
import { DATABASE } from '../platform/database/database.module.ts';
import type { Database } from '../platform/database/database.ts';
import { knownPillars } from '../programs/index.ts';
import { allSubscriptionMessages as m } from '../web/i18n/messages/all-subscriptions.ts';
import { bounceMessages } from '../web/i18n/messages/bounces.ts';
import { groupMessages } from '../web/i18n/messages/subscription-groups.ts';
import { AllSubscriptionsPage, type ShownGroup } from './all-subscriptions.page.tsx';
import { findMark, readMarks } from './bounces/bounces.repository.ts';
import { Bounces } from './bounces/bounces.use-case.ts';
import type { SubscriptionGroup } from './group-members.ts';
import { GROUP_ROLES } from './group-roles.ts';
import { groupWords } from './group-words.ts';
import { reportName } from './report-mail.ts';
import { SampleMails } from './sample-mail.use-case.ts';
import { SliceNaming } from './slice-names.use-case.ts';
import { type SliceNames, sliceWords } from './slice-words.ts';
import { formOf, submitRow, type Wrong } from './submit-row.adapter.ts';
import { SubscriptionPage } from './subscription.page.tsx';
import {
  adding,
  cellsOfForm,
  changing,
  groupEdition,
  ONE_ADDRESS,
  oneOf,
  standing,
} from './subscription-forms.ts';
import { SubscriptionGroups } from './subscription-groups.use-case.ts';
import { type SubscriptionCells, SubscriptionRows } from './subscription-rows.use-case.ts';
import type { Subscription } from './subscriptions.repository.ts';

const PAGE_ROWS = 50;

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
    private readonly groups: SubscriptionGroups,
    private readonly naming: SliceNaming,
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
    @Body({ schema: adding }) { to, ...given }: z.output<typeof adding>,
  ): Promise<void> {
    const { cells, typed } = cellsOfForm(given);
    const codes = await this.inCodes(visit, given);
    const refused = (errors: Wrong) => this.listPage(visit, { to, ...typed }, errors);
    if (to === ONE_ADDRESS) {
      await submitRow(visit, 'add', () => this.rows.enter(visit.actor, { ...cells, ...codes }), {
        done: '/deliveries/subscriptions?done=added',
        refused,
      });
      return;
    }
    const asked = { ...given, ...codes, ...groupEdition(given), to };
    await submitRow(visit, 'add', () => this.groups.enter(visit.actor, asked), {
      done: (group) => `/deliveries/subscriptions/groups/${group}?done=added`,
      refused,
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
    @Body({ schema: changing }) given: z.output<typeof changing>,
  ): Promise<void> {
    const { cells, typed } = cellsOfForm(given);
    await submitRow(visit, 'change', () => this.rows.change(visit.actor, of, cells), {
      done: `/deliveries/subscriptions/${of}?done=saved`,
      refused: (errors) => this.onePage(visit, of, { given: typed, errors }),
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
    const words = await this.naming.of(visit);
    const groups = await this.groups.list();
    const whom = new Map(groups.map((group) => [group.id, groupWords(group, words)]));
    const rows = await this.rows.list();
    const all = rows.map((each) => ({
      ...each,
      what: sliceWords(each, words),
      through: each.active && each.memberOf !== null ? (whom.get(each.memberOf) ?? null) : null,
    }));
    const found = all.filter(({ email, name, what }) =>
      isFound({ code: email, names: { en: `${name} ${what}` } }, search),
    );
    const { t } = words.view;
    return AllSubscriptionsPage({
      frame: visit.frame({ path: '/deliveries/subscriptions', notices: NOTICES }),
      times: this.settings.now,
      search: visit.query.search,
      // Above the first page of people.
      groups: cursor === undefined ? shownGroups(groups, rows, words, search) : [],
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
            groups: [
              ...GROUP_ROLES.map((value) => ({ value, label: t(groupMessages.everybody[value]) })),
              { value: 'of-donor', label: t(groupMessages.ofOneDonor) },
            ],
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
    const words = await this.naming.of(visit);
    const { memberOf } = subscription;
    return SubscriptionPage({
      frame: visit.frame({ path: `/deliveries/subscriptions/${of}`, notices: NOTICES }),
      times: this.settings.now,
      subscription,
      what: sliceWords(subscription, words),
      through: memberOf === null ? null : groupWords(await this.groups.find(memberOf), words),
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
  ): Promise<{ readonly country?: string; readonly donor?: string }> {
    const { view } = await this.naming.of(visit);
    const typed = Object.entries({ country, donor }).filter(([, name]) => name.trim() !== '');
    const { query } = await codesForNames(Object.fromEntries(typed), view);
    return query;
  }

  private acts({ visitor }: ListVisit | OneVisit): boolean {
    return visitor.kind === 'person' && visitorMay(visitor, 'sendsReports');
  }
}

/** Groups that a search finds, each with how many people get it. */
function shownGroups(
  groups: readonly SubscriptionGroup[],
  rows: readonly Subscription[],
  words: SliceNames,
  search: string,
): readonly ShownGroup[] {
  const members = Map.groupBy(
    rows.filter(({ active }) => active),
    ({ memberOf }) => memberOf,
  );
  return groups
    .map((group) => ({
      ...group,
      whom: groupWords(group, words),
      what: sliceWords(group, words),
      people: new Set(members.get(group.id)?.map(({ email }) => email)).size,
    }))
    .filter(({ whom, what }) => isFound({ code: whom, names: { en: `${whom} ${what}` } }, search));
}
