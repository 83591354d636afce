import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { z } from 'zod';
import { type Visit, Visiting } from '../access/index.ts';
import { choicesOf, filterOf, gapsOf, narrowed, Views, withCodes, withPrograms } from '../analytics/index.ts';
import { oneOrMore, valuesOf } from '../core/one-or-more.ts';
import { LANGUAGES } from '../core/text.ts';
import { withParameters } from '../web/url.ts';
import { Due } from './due.use-case.ts';
import { GapsPage } from './gaps.page.tsx';
import { Reminders } from './reminders/reminders.use-case.ts';

/** Any of several, by code or name, as on the page whose gaps these are. */
const codes = z
  .preprocess(
    (given) => [given ?? []].flat().filter((each) => each !== ''),
    z
      .array(
        z
          .string()
          .max(200)
          .refine((text) => !text.includes('\0'), { error: 'holds a NUL character' }),
      )
      .max(100),
  )
  .transform((values) => oneOrMore(values));

const query = z.object({
  lang: z.enum(LANGUAGES, { error: `takes one of ${LANGUAGES.join(', ')}` }).optional(),
  program: codes,
  country: codes,
  pillar: codes,
  donor: codes,
});

/** Items of each gap. */
const MOST_ITEMS = 20;

/** All that the record lacks, with whom to ask and the forms: for whoever enters figures, and for whoever approves them. */
@ApiExcludeController()
@Controller('gaps')
export class GapsController {
  constructor(
    private readonly views: Views,
    private readonly due: Due,
    private readonly reminders: Reminders,
  ) {}

  @Get()
  async look(@Visiting(query) visit: Visit<z.output<typeof query>>): Promise<void> {
    const { scope } = visit.request;
    const whole = await this.views.forPage(scope, visit.edition.language);
    const { lang: _, ...typed } = visit.query;
    const filter = await filterOf(await withCodes(typed, whole), whole);
    const view = narrowed(whole, filter);
    const gaps = await gapsOf(view, MOST_ITEMS);
    const codes = [...new Set(gaps.flatMap(({ items }) => items.flatMap((item) => item.program ?? [])))];
    // Who answers for what is told to those who approve, and to nobody else.
    const approves = scope.rights.approvesFigures;
    const path = withParameters('/gaps', { ...filter });
    const programs = valuesOf(filter.program);
    visit.show(
      GapsPage({
        frame: visit.frame({ path }),
        view: await withPrograms(view, [...programs, ...codes]),
        filter,
        choices: await choicesOf(whole),
        gaps,
        whom: approves ? await this.due.whomToAsk(codes) : null,
        reminded: approves ? await this.reminders.lastOf(codes) : new Map(),
      }),
    );
  }
}
