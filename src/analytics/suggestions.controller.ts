import { Controller, Get, Headers, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { ReaderScope, type Scope } from '../access/index.ts';
import { refuseMoreThanTotals } from '../core/visibility/visibility.ts';
import { suggestionsQuery } from './query.ts';
import { suggestionsOf } from './suggestions.ts';
import { Views } from './views.use-case.ts';

/** Names for the fields in which one is typed. */
@ApiTags('figures')
@Controller('api/v1')
export class SuggestionsController {
  constructor(private readonly views: Views) {}

  /** What a filter may be set to, by the beginning of a name or a code: ten at the most. */
  @Get('suggestions')
  async suggestions(
    @Query({ schema: suggestionsQuery }) { field, typed, ...query }: z.output<typeof suggestionsQuery>,
    @ReaderScope() scope: Scope,
    @Headers('accept-language') acceptLanguage?: string,
  ) {
    refuseMoreThanTotals({ scope }, { by: field });
    const view = await this.views.make(scope, { query, acceptLanguage, links: 'api' });
    return { field, ...(await suggestionsOf(view, field, typed)) };
  }
}
