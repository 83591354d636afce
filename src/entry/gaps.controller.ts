import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { z } from 'zod';
import { type Visit, Visiting } from '../access/index.ts';
import { choicesOf, findPlace, gapsOf, narrowed, Views, withPrograms } from '../analytics/index.ts';
import { DomainError } from '../core/errors.ts';
import { LANGUAGES } from '../core/text.ts';
import { Due } from './due.use-case.ts';
import { GapsPage } from './gaps.page.tsx';
import { Reminders } from './reminders/reminders.use-case.ts';

const code = z
  .string({ error: 'takes one value' })
  .max(200)
  .refine((text) => !text.includes('\0'), { error: 'holds a NUL character' })
  .default('');

const query = z.object({
  lang: z.enum(LANGUAGES, { error: `takes one of ${LANGUAGES.join(', ')}` }).optional(),
  program: code,
  country: code,
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
    const { program, country } = visit.query;
    const whole = await this.views.forPage(scope, visit.edition.language);
    if (program !== '' && (await whole.figures.program(program)) === null) {
      throw new DomainError('PROGRAM.UNKNOWN', `There is no programme "${program}".`, {
        kind: 'missing',
        values: { code: program },
      });
    }
    const asked = {
      ...(program !== '' && { program }),
      ...(country !== '' && { country: findPlace(whole.names, country).code }),
    };
    const view = narrowed(whole, asked);
    const gaps = await gapsOf(view, MOST_ITEMS);
    const codes = [...new Set(gaps.flatMap(({ items }) => items.flatMap((item) => item.program ?? [])))];
    // Who answers for what is told to those who approve, and to nobody else.
    const approves = scope.rights.approvesFigures;
    const narrowing = new URLSearchParams(asked).toString();
    const path = narrowing === '' ? '/gaps' : `/gaps?${narrowing}`;
    const { countries, regions } = await choicesOf(whole);
    visit.show(
      GapsPage({
        frame: visit.frame({ path }),
        view: await withPrograms(view, program === '' ? codes : [program, ...codes]),
        program: asked.program ?? null,
        country: asked.country ?? null,
        places: [...countries, ...regions],
        gaps,
        whom: approves ? await this.due.whomToAsk(codes) : null,
        reminded: approves ? await this.reminders.lastOf(codes) : new Map(),
      }),
    );
  }
}
