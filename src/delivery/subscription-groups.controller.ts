import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { VNode } from 'preact';
import { z } from 'zod';
import { CurrentSettings, type Visit, Visiting, visitorMay } from '../access/index.ts';
import { LANGUAGES } from '../core/text.ts';
import { allSubscriptionMessages } from '../web/i18n/messages/all-subscriptions.ts';
import { groupMessages } from '../web/i18n/messages/subscription-groups.ts';
import { groupWords } from './group-words.ts';
import { SliceNaming } from './slice-names.use-case.ts';
import { sliceWords } from './slice-words.ts';
import { submitRow, type Wrong } from './submit-row.adapter.ts';
import { changingGroup, groupEdition, oneOf, standing, typedOf } from './subscription-forms.ts';
import { SubscriptionGroupPage } from './subscription-group.page.tsx';
import { SubscriptionGroups } from './subscription-groups.use-case.ts';
import type { SubscriptionCells } from './subscription-rows.use-case.ts';

const query = z.object({ lang: oneOf(LANGUAGES).optional(), done: z.unknown().optional() });
type GroupVisit = Visit<z.output<typeof query>>;
const id = z.uuid({ error: 'takes the id of a group' });

const NOTICES = {
  added: groupMessages.added,
  saved: allSubscriptionMessages.saved,
  paused: allSubscriptionMessages.nowPaused,
  standing: allSubscriptionMessages.nowStands,
};

/** One group that is sent a report: who gets it, and how it is changed or ended. */
@ApiExcludeController()
@Controller('deliveries/subscriptions/groups')
export class SubscriptionGroupsController {
  constructor(
    private readonly groups: SubscriptionGroups,
    private readonly naming: SliceNaming,
    private readonly settings: CurrentSettings,
  ) {}

  @Get(':id')
  async one(@Visiting(query) visit: GroupVisit, @Param('id', { schema: id }) of: string): Promise<void> {
    visit.show(await this.page(visit, of));
  }

  @Post(':id')
  async change(
    @Visiting(query) visit: GroupVisit,
    @Param('id', { schema: id }) of: string,
    @Body({ schema: changingGroup }) given: z.output<typeof changingGroup>,
  ): Promise<void> {
    await submitRow(visit, 'change', () => this.groups.change(visit.actor, of, groupEdition(given)), {
      done: `/deliveries/subscriptions/groups/${of}?done=saved`,
      refused: (errors) => this.page(visit, of, typedOf(given), errors),
    });
  }

  @Post(':id/standing')
  async pause(
    @Visiting(query) visit: GroupVisit,
    @Param('id', { schema: id }) of: string,
    @Body({ schema: standing }) { to }: z.output<typeof standing>,
  ): Promise<void> {
    await submitRow(visit, 'change', () => this.groups.pause(visit.actor, of, to), {
      done: `/deliveries/subscriptions/groups/${of}?done=${to}`,
      refused: (errors) => this.page(visit, of, null, errors),
    });
  }

  private async page(
    visit: GroupVisit,
    of: string,
    given: SubscriptionCells | null = null,
    errors: Wrong = new Map(),
  ): Promise<VNode> {
    const group = await this.groups.find(of);
    const { members, leftOut } = await this.groups.membersOf(of);
    const names = await this.naming.of(visit);
    return SubscriptionGroupPage({
      frame: visit.frame({ path: `/deliveries/subscriptions/groups/${of}`, notices: NOTICES }),
      times: this.settings.now,
      group,
      whom: groupWords(group, names),
      what: sliceWords(group, names),
      members: members.map((each) => ({ ...each, what: sliceWords(each, names) })),
      leftOut,
      given,
      errors,
      acts: visit.visitor.kind === 'person' && visitorMay(visit.visitor, 'sendsReports'),
    });
  }
}
