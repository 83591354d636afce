import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { VNode } from 'preact';
import { z } from 'zod';
import { type PageForm, type Refusal, type Visit, Visiting } from '../../access/index.ts';
import { Views, withPrograms } from '../../analytics/index.ts';
import { MOST_PEOPLE } from '../../core/entry/reminder.ts';
import { LANGUAGES } from '../../core/text.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { entryErrors } from '../../web/i18n/messages/entry-errors.ts';
import { reminderMessages } from '../../web/i18n/messages/reminders.ts';
import { authorOf } from '../entry.controller.ts';
import { REMINDER_FORM, RemindersPage } from './reminders.page.tsx';
import { Reminders } from './reminders.use-case.ts';

const code = z
  .string({ error: 'takes one value' })
  .max(200)
  .refine((text) => !text.includes('\0'), { error: 'holds a NUL character' })
  .default('');
const query = z.object({
  lang: z.enum(LANGUAGES, { error: `takes one of ${LANGUAGES.join(', ')}` }).optional(),
  done: z.unknown().optional(),
  program: code,
});
type RemindersVisit = Visit<z.output<typeof query>>;

const accounts = z
  .union([z.uuid().transform((id) => [id]), z.array(z.uuid()).max(MOST_PEOPLE)], {
    error: `takes ids, ${MOST_PEOPLE} at most`,
  })
  .default([]);
const sending = z.object({
  program: code,
  to: accounts,
  again: z.string().max(10).optional(),
  digest: z.string().max(100).default(''),
});

const FORM: PageForm = {
  name: REMINDER_FORM,
  words: entryErrors,
  fields: { 'REMINDER.NOBODY': 'to', 'REMINDER.TOO_SOON': 'again' },
};
const NOTICES = { sent: reminderMessages.done };

/** Reminders of what a programme lacks: for whoever approves figures. */
@ApiExcludeController()
@Controller('reminders')
export class RemindersController {
  constructor(
    private readonly reminders: Reminders,
    private readonly views: Views,
    private readonly clock: Clock,
  ) {}

  @Get()
  async look(@Visiting(query) visit: RemindersVisit): Promise<void> {
    const { program } = visit.query;
    // Of no programme there is nothing to be reminded of: they are chosen where all is that is missing.
    if (program === '') return visit.goTo('/gaps');
    visit.show(await this.page(visit, program, null, null));
  }

  @Post()
  async send(
    @Visiting(query) visit: RemindersVisit,
    @Body({ schema: sending }) { program, to, again, digest }: z.output<typeof sending>,
  ): Promise<void> {
    const choice = { to, again: again === 'yes', digest };
    return visit.submit(FORM, () => this.reminders.send(authorOf(visit), program, choice), {
      done: `/reminders?${new URLSearchParams({ program, done: 'sent' })}`,
      refused: (refusal) => this.page(visit, program, to, refusal),
    });
  }

  private async page(
    visit: RemindersVisit,
    program: string,
    chosen: readonly string[] | null,
    refusal: Refusal | null,
  ): Promise<VNode> {
    const preview = await this.reminders.preview(authorOf(visit), program);
    const view = await this.views.forPage(visit.request.scope, visit.edition.language);
    return RemindersPage({
      frame: visit.frame({ notices: NOTICES, path: `/reminders?${new URLSearchParams({ program })}` }),
      view: await withPrograms(view, [program]),
      preview,
      chosen,
      refusal,
      now: this.clock.now(),
    });
  }
}
