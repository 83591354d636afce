import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { onlyOne } from '../core/one-or-more.ts';
import type { MovedTotal } from '../core/proof/movement.ts';
import { movementMessages } from '../web/i18n/messages/movements.ts';
import { withParameters } from '../web/url.ts';
import { localMoment } from './as-of.ts';
import { movedRowsBlock, movedTotalsBlock, movementsOf, totalName } from './blocks/moved.ts';
import { choicesOf } from './choices.ts';
import { filterAsTyped, knownMoment } from './known-words.ts';
import { Movements } from './movements.use-case.ts';
import { PageAnswers, withData } from './page-answers.use-case.ts';
import { ChangesPage } from './pages/changes.page.tsx';
import { changesQuery } from './query.ts';

/** What totals said at two moments, and what lies between. */
@ApiExcludeController()
@Controller()
export class ChangesController {
  constructor(
    private readonly answers: PageAnswers,
    private readonly movements: Movements,
  ) {}

  @Get(withData('changes'))
  changes(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const asked = { request, reply, schema: changesQuery, name: 'changes' };
    return this.answers.answer(asked, async (view, frame, { since, 'to-then': toThen, kind, type }) => {
      const found = await this.movements.since(view, since, toThen);
      const indicator = onlyOne(view.filter.indicator);
      const own = movementsOf(found.movements, {
        kind,
        type,
        hasIndicator: view.filter.indicator !== undefined,
      });
      const moved = { ...found, movements: own };
      const hrefOf = (of: MovedTotal) =>
        withParameters(
          frame.url,
          'type' in of
            ? { type: of.type, indicator: null, kind: null, cursor: null }
            : { indicator: of.indicator, kind: of.kind, type: null, cursor: null },
        );
      const totals = movedTotalsBlock(view, moved, hrefOf);
      const blocks = async () => [totals, await movedRowsBlock(view, moved)];
      const [first] = own;
      const isOne = type !== undefined || indicator !== undefined;
      const page = async () =>
        ChangesPage({
          frame,
          lede: view.t(movementMessages.lede, {
            since: view.f.moment(found.since, view.known.timeZone),
            until: knownMoment(view),
          }),
          since: localMoment(found.since, since, view.known.timeZone),
          until:
            view.known.asked === null
              ? ''
              : localMoment(view.known.at, view.known.asked, view.known.timeZone),
          timeZone: view.known.timeZone,
          only: isOne && first !== undefined ? totalName(view, first.of) : null,
          totals,
          rows: await movedRowsBlock(view, moved),
          filter: filterAsTyped(view),
          choices: await choicesOf(view),
        });
      return { blocks, title: () => view.t(movementMessages.title), page };
    });
  }
}
