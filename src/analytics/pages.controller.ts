import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { comparesDonors, seesMoreThanTotals } from '../core/visibility/visibility.ts';
import { chartMessages } from '../web/i18n/messages/charts.ts';
import { dashboardMessages } from '../web/i18n/messages/dashboard.ts';
import { publicMessages } from '../web/i18n/messages/exports.ts';
import { COUNTRY_MAP, countryMapBlock } from './blocks/country-map.ts';
import { fundingBlock } from './blocks/funding.ts';
import { reportedIndicators } from './blocks/indicators.ts';
import type { Extent } from './blocks/rest.ts';
import { timelineBlock } from './blocks/timeline.ts';
import { moneyTrendBlock } from './blocks/trend.ts';
import { choicesOf, presetsOf } from './choices.ts';
import { countryBlocks, countrySheetOf, onSheet } from './country-sheet.ts';
import { blocksOf, dashboardBlock, dashboardGaps, dashboardOf } from './dashboard.ts';
import { donorBlocks, donorReportsOf, donorSummaryOf } from './donor-summary.ts';
import { findDonor, findIndicator, findPlace, findProgram } from './found.ts';
import { FIRST_OF_GAP, gapsOf } from './gaps.ts';
import { indicatorBlocks, indicatorSheetOf } from './indicator-sheet.ts';
import { chosenPeriod, filterAsTyped, knownMoment, ownTime } from './known-words.ts';
import { countryLabel, headOf, indicatorLabel, labelOf } from './labels.ts';
import { moneyBlocks } from './money.ts';
import { ownNumberOf } from './own-number.ts';
import { splitFormat } from './page-answer.ts';
import { PageAnswers, withData } from './page-answers.use-case.ts';
import { CountryPage } from './pages/country.page.tsx';
import { DashboardPage } from './pages/dashboard.page.tsx';
import { DonorPage } from './pages/donor.page.tsx';
import { IndicatorPage } from './pages/indicator.page.tsx';
import { PAGE_ENTRIES, ROWS_AMONG_OTHERS } from './pages/list-parts.tsx';
import { MethodsPage } from './pages/methods.page.tsx';
import { MoneyPage } from './pages/money.page.tsx';
import { ProgramPage } from './pages/program.page.tsx';
import { activitiesOf, introductionOf, notFilledIn, programSheet, sheetBlocks } from './program-sheet.ts';
import { dashboardQuery, pageQuery } from './query.ts';
import { factSheetOf, sheetTrendOf, trendBlocks } from './sheet-trend.ts';
import { programTiles } from './tiles.ts';
import { narrowed } from './view.ts';

type PageQuery = z.output<typeof pageQuery>;

/** The pages that people read (interfaces.md, "HTTP"). */
@ApiExcludeController()
@Controller()
export class PagesController {
  constructor(private readonly answers: PageAnswers) {}

  @Get([...withData(''), ...withData('dashboard')])
  dashboard(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.answers.answer(
      { request, reply, schema: dashboardQuery, name: 'dashboard', usual: 'latest-year' as const },
      (view, frame) => {
        const blocks = async (only?: string) => {
          const one = only === undefined ? null : await dashboardBlock(view, only);
          return one === null ? blocksOf(await dashboardOf(view)) : [one];
        };
        const page = async () => {
          const dashboard = await dashboardOf(view, 'short');
          const otherAxes = dashboard.otherAxes.map((axis) => ({
            axis,
            label: headOf(view, `axis:${axis}`),
          }));
          return DashboardPage({
            frame,
            dashboard,
            otherAxes,
            filter: filterAsTyped(view),
            moment: view.known.asked === null ? null : knownMoment(view),
            choices: await choicesOf(view),
            hasPrograms: seesMoreThanTotals(view),
            chosen: chosenPeriod(view),
            presets: presetsOf(request.settings),
          });
        };
        const title = () => view.t((seesMoreThanTotals(view) ? dashboardMessages : publicMessages).title);
        return { blocks, gaps: (most) => dashboardGaps(view, most), title, page };
      },
    );
  }

  @Get(withData('money'))
  money(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.answers.answer(
      { request, reply, schema: dashboardQuery, name: 'money', usual: 'latest-year' as const },
      (view, frame) => {
        const page = async () =>
          MoneyPage({
            frame,
            blocks: await moneyBlocks(view, 'short'),
            filter: filterAsTyped(view),
            moment: view.known.asked === null ? null : knownMoment(view),
            choices: await choicesOf(view),
            chosen: chosenPeriod(view),
            presets: presetsOf(request.settings),
          });
        return {
          blocks: (only?: string) => moneyBlocks(view, 'whole', only),
          title: () => view.t(chartMessages.moneyTitle),
          page,
        };
      },
    );
  }

  @Get('programs/:code')
  program(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('code') name: string) {
    const [code] = splitFormat(name);
    const asked = { request, reply, schema: dashboardQuery, name: code };
    return this.answers.answer(asked, async (view, frame, { cursor }) => {
      const program = await findProgram(view, code);
      const own = narrowed(view, { program: code });
      const fundingOf = (extent: Extent) =>
        Promise.all([
          ...(comparesDonors(own) ? [fundingBlock(own, 'disbursement', 'donor', extent)] : []),
          fundingBlock(own, 'disbursement', 'year', extent),
        ]);
      const blocks = async () => {
        const [sheet, trend, funding] = await Promise.all([
          programSheet(view, program),
          sheetTrendOf(own, 'whole'),
          fundingOf('whole'),
        ]);
        return [...sheetBlocks(sheet), ...trendBlocks(trend), ...funding];
      };
      const page = async () => {
        const [sheet, tiles, trend, activities, funding, gaps, time] = await Promise.all([
          programSheet(view, program, { extent: 'short' }),
          reportedIndicators(own).then((reported) => programTiles(own, reported)),
          sheetTrendOf(own, 'short'),
          activitiesOf(view, code, { cursor, limit: PAGE_ENTRIES }),
          fundingOf('short'),
          gapsOf(own, FIRST_OF_GAP),
          ownTime(own, presetsOf(request.settings)),
        ]);
        const introduction = introductionOf(view, program.program);
        const unfilled = notFilledIn(view, sheet);
        return ProgramPage({
          frame,
          sheet,
          introduction,
          tiles,
          trend,
          activities,
          funding,
          gaps,
          unfilled,
          time,
        });
      };
      return { blocks, gaps: (most) => gapsOf(own, most), about: view.f.text(program.title), page };
    });
  }

  @Get('countries/:code')
  country(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('code') name: string) {
    const [code] = splitFormat(name);
    return this.answers.answer(
      { request, reply, schema: dashboardQuery, name: code },
      (view, frame, { cursor }) => {
        const place = findPlace(view.names, code).code;
        const here = narrowed(view, { country: place });
        const moneyOver = async (extent: Extent) =>
          seesMoreThanTotals(view) ? moneyTrendBlock(here, 'disbursement', extent) : null;
        const timelineOfPlace = async () =>
          seesMoreThanTotals(view) ? timelineBlock(view, onSheet(view, place)) : null;
        const page = async () => {
          const [sheet, trend, map, timeline, time, money] = await Promise.all([
            countrySheetOf(view, place, { cursor, limit: PAGE_ENTRIES }, ROWS_AMONG_OTHERS),
            sheetTrendOf(here, 'short'),
            countryMapBlock(here, place, 'short'),
            timelineOfPlace(),
            ownTime(here, presetsOf(request.settings)),
            moneyOver('short'),
          ]);
          const factSheet = factSheetOf(view, place, trend);
          return CountryPage({ frame, sheet, trend, map, timeline, money, factSheet, time });
        };
        // The map's figure stands in the others too: it opens by itself alone.
        const blocks = async (only?: string) => {
          const map = only === COUNTRY_MAP ? await countryMapBlock(here, place, 'whole') : null;
          if (map !== null) return [map];
          const [sheet, trend, timeline, money] = await Promise.all([
            countrySheetOf(view, place),
            sheetTrendOf(here, 'whole'),
            timelineOfPlace(),
            moneyOver('whole'),
          ]);
          const others = [timeline, money].filter((block) => block !== null);
          return [...countryBlocks(sheet), ...trendBlocks(trend), ...others];
        };
        return {
          blocks,
          gaps: (most) => gapsOf(here, most),
          about: countryLabel(view, place),
          page,
        };
      },
    );
  }

  @Get('donors/:code')
  donor(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('code') name: string) {
    const [code] = splitFormat(name);
    return this.answers.answer(
      { request, reply, schema: dashboardQuery, name: code },
      async (view, frame) => {
        const donor = (await findDonor(view, code)).code;
        const { scope, links } = view;
        const own = scope.organisations;
        const others = own
          .filter((each) => each !== code)
          .map((each) => ({ name: labelOf(view, 'donor', each), href: links.donor(each) }));
        const page = async () => {
          const [summary, reports, time] = await Promise.all([
            donorSummaryOf(view, donor, 'short'),
            donorReportsOf(view, donor),
            ownTime(narrowed(view, { donor }), presetsOf(request.settings)),
          ]);
          return DonorPage({ frame, summary, ours: own.includes(code), others, reports, time });
        };
        const blocks = async () => donorBlocks(await donorSummaryOf(view, donor));
        const gaps = (most?: number) => gapsOf(narrowed(view, { donor }), most);
        return { blocks, gaps, about: labelOf(view, 'donor', donor), page };
      },
    );
  }

  @Get('indicators/:code')
  indicator(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('code') name: string) {
    const [code] = splitFormat(name);
    return this.answers.answer({ request, reply, schema: dashboardQuery, name: code }, (view, frame) => {
      const indicator = findIndicator(view.names, code);
      const own = narrowed(view, { indicator: code });
      const page = async () => {
        const [sheet, time] = await Promise.all([
          indicatorSheetOf(own, indicator, 'short'),
          ownTime(own, presetsOf(request.settings)),
        ]);
        const otherAxes = sheet.otherAxes.map((axis) => ({ axis, label: headOf(view, `axis:${axis}`) }));
        return IndicatorPage({ frame, code, sheet, otherAxes, time });
      };
      const blocks = async (only = '') => {
        // Some sides open by themselves alone.
        const one = only.startsWith('results-') ? await dashboardBlock(own, only) : null;
        return one === null ? indicatorBlocks(await indicatorSheetOf(own, indicator)) : [one];
      };
      return { blocks, about: indicatorLabel(view, code), page };
    });
  }

  @Get('methods')
  methods(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query({ schema: pageQuery }) { lang }: PageQuery,
  ) {
    // Strangers read it: a filter would tell them which codes there are.
    return this.answers.send({ request, reply, query: { lang }, name: 'methods' }, (view, frame) => ({
      blocks: [],
      page: async () => MethodsPage({ frame, own: await ownNumberOf(view) }),
    }));
  }
}
