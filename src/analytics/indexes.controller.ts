import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Block } from '../core/report/block.ts';
import type { Message } from '../web/i18n/message.ts';
import { indexMessages } from '../web/i18n/messages/index-pages.ts';
import { columnOf } from './block-page.ts';
import { presetsOf } from './choices.ts';
import { donorsIndex, indicatorsIndex, placesIndex } from './indexes/indexes.ts';
import { ownTime } from './known-words.ts';
import { PageAnswers, withData } from './page-answers.use-case.ts';
import { IndexPage } from './pages/index.page.tsx';
import { SearchPage } from './pages/search.page.tsx';
import { indexQuery, searchQuery } from './query.ts';
import { searchOf, textsSaying } from './search.ts';
import type { View } from './view.ts';

interface Index {
  readonly name: 'countries' | 'donors' | 'indicators';
  readonly title: Message;
  readonly lede: Message<{ date: string }>;
  /** Of a time that was chosen, where it is said in other words. */
  readonly ledeIn?: Message<{ date: string }>;
  readonly apart?: readonly string[];
  blocks(view: View, search: string | undefined): Promise<readonly Block[]>;
}

/** All that there is of a kind, and one search of everything. */
@ApiExcludeController()
@Controller()
export class IndexesController {
  constructor(private readonly answers: PageAnswers) {}

  @Get(withData('countries'))
  countries(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.answer(request, reply, {
      name: 'countries',
      title: indexMessages.placesTitle,
      lede: indexMessages.placesLede,
      blocks: placesIndex,
    });
  }

  @Get(withData('donors'))
  donors(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.answer(request, reply, {
      name: 'donors',
      title: indexMessages.donors,
      lede: indexMessages.donorsLede,
      blocks: donorsIndex,
    });
  }

  @Get(withData('indicators'))
  indicators(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.answer(request, reply, {
      name: 'indicators',
      title: indexMessages.indicators,
      lede: indexMessages.indicatorsLede,
      ledeIn: indexMessages.indicatorsLedeIn,
      // People and documents have no order of size.
      apart: ['value'],
      blocks: indicatorsIndex,
    });
  }

  @Get('search')
  search(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const asked = { request, reply, schema: searchQuery, name: 'search' };
    return this.answers.answer(asked, (view, frame, { q: search = '' }) => ({
      blocks: [],
      page: async () =>
        SearchPage({
          frame,
          search,
          ...(search === ''
            ? { groups: [], texts: null }
            : { groups: await searchOf(view, search), texts: await textsSaying(view, search) }),
        }),
    }));
  }

  private answer(request: FastifyRequest, reply: FastifyReply, index: Index) {
    const { name, apart = [], lede, ledeIn = lede } = index;
    const asked = { request, reply, schema: indexQuery, name };
    return this.answers.answer(asked, async (view, frame, { search, order = '', cursor }) => {
      const blocks = await index.blocks(view, search);
      const page = async () => {
        const time = await ownTime(view, presetsOf(request.settings));
        const ordered = { name: order, ...columnOf(blocks[0] ?? { columns: [] }, order) };
        return IndexPage({
          frame,
          current: name,
          title: view.t(index.title),
          lede: view.t(time.words === null ? lede : ledeIn, { date: view.f.day(view.cutOff) }),
          ...{ blocks, apart, search, cursor, order: ordered, time },
        });
      };
      return { blocks, title: () => view.t(index.title), page, isList: true };
    });
  }
}
