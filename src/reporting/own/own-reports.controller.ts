import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { VNode } from 'preact';
import { z } from 'zod';
import { type Asked, keeperOf, type Refusal, type Visit, Visiting } from '../../access/index.ts';
import { choicesOf, periodsToReport, type View, Views } from '../../analytics/index.ts';
import { DomainError } from '../../core/errors.ts';
import { periodKeyOf } from '../../core/period.ts';
import { OWN_SECTIONS, type OwnDefinition, PERIOD_ASKED } from '../../core/report/own-report.ts';
import { LANGUAGES } from '../../core/text.ts';
import { may } from '../../core/visibility/rights.ts';
import { ownReportMessages } from '../../web/i18n/messages/own-reports.ts';
import { aboutWords } from '../report-words.ts';
import { ownSections } from './own-content.ts';
import { OwnReportPage } from './own-report.page.tsx';
import { OwnReportFormPage } from './own-report-form.page.tsx';
import {
  EMPTY_OWN_REPORT,
  type GivenOwnReport,
  givenOf,
  OWN_REPORT_FORM,
  ownReportFields,
  type ReadOwnReport,
  understand,
  understoodWhole,
} from './own-report-form.ts';
import { OwnReportsPage } from './own-reports.page.tsx';
import type { OwnReportRow } from './own-reports.repository.ts';
import { type Holder, maySend, mayShare, OwnReports } from './own-reports.use-case.ts';
import type { OwnPreview } from './own-sections.tsx';
import { ownFilter, ownQuery, withNamesRead } from './own-view.ts';
import { BENEATH_A_FORM, ON_A_PAGE, sectionsAtOnce } from './sections-at-once.ts';

const query = z.object({
  /** Of a report: one section by itself. */
  section: z.enum(OWN_SECTIONS).optional().catch(undefined),
  lang: z.enum(LANGUAGES, { error: `takes one of ${LANGUAGES.join(', ')}` }).optional(),
  done: z.unknown().optional(),
});
type OwnVisit = Visit<z.output<typeof query>>;
type Fields = z.output<typeof ownReportFields>;

const NOTICES = {
  kept: ownReportMessages.kept,
  copied: ownReportMessages.copied,
  removed: ownReportMessages.removed,
};

/** Reports that people put together: their list, the form, and each as a page. */
@ApiExcludeController()
@Controller('reports/own')
export class OwnReportsController {
  constructor(
    private readonly own: OwnReports,
    private readonly views: Views,
  ) {}

  @Get()
  async list(@Visiting(query) visit: OwnVisit): Promise<void> {
    const keeper = keeperOf(visit.request);
    const reports = await this.own.list(keeper);
    visit.show(
      OwnReportsPage({
        frame: visit.frame({ notices: NOTICES, path: '/reports/own' }),
        reports: reports.map((report) => ({ ...report, isOwn: report.holder === keeper.account })),
        mayKeep: keeper.account !== null,
      }),
    );
  }

  @Get('new')
  async blank(@Visiting(query) visit: OwnVisit): Promise<void> {
    visit.show(await this.form(visit, { given: EMPTY_OWN_REPORT }));
  }

  /** Keeps it, or shows what it would say. */
  @Post()
  keep(@Visiting(query) visit: OwnVisit, @Body({ schema: ownReportFields }) fields: Fields): Promise<void> {
    const { given } = fields;
    return this.submit(visit, fields, {
      keeps: (read) => this.own.keep(visit.actor, holderOf(visit), read, given.shared),
      slug: null,
    });
  }

  @Get(':slug')
  async page(@Visiting(query) visit: OwnVisit, @Param('slug') slug: string): Promise<void> {
    const keeper = keeperOf(visit.request);
    const report = await this.own.find(keeper, slug);
    const view = await this.plainView(visit);
    const { rights } = keeper.scope;
    const { section } = visit.query;
    const one = report.definition.sections.filter(({ name }) => name === section);
    const preview = await this.previewOf(
      visit,
      one.length === 0 ? report.definition : { ...report.definition, introduction: '', sections: one },
      ON_A_PAGE,
    );
    const latest = await periodsToReport(view);
    visit.show(
      OwnReportPage({
        frame: visit.frame({
          notices: NOTICES,
          path: one.length === 0 ? `/reports/own/${slug}` : `/reports/own/${slug}?section=${section}`,
        }),
        report,
        isPart: one.length > 0,
        isOwn: report.holder === keeper.account,
        mayKeep: keeper.account !== null,
        mayRemove: report.holder === keeper.account || may(rights, 'administersAccounts'),
        maySubscribe:
          keeper.account !== null && maySend(rights, { ...report, isOwn: report.holder === keeper.account }),
        preview,
        // What it shows stands in the field: a period with figures.
        periods: [...new Set([...(preview.year === null ? [] : [preview.year]), ...latest])],
        choices: rights.hasReports === 'all' ? await choicesOf(view) : null,
      }),
    );
  }

  @Get(':slug/change')
  async changing(@Visiting(query) visit: OwnVisit, @Param('slug') slug: string): Promise<void> {
    const report = await this.mine(visit, slug);
    const given = { ...givenOf(report), shared: report.shared };
    visit.show(await this.form(visit, { given, slug }));
  }

  @Post(':slug')
  async change(
    @Visiting(query) visit: OwnVisit,
    @Param('slug') slug: string,
    @Body({ schema: ownReportFields }) fields: Fields,
  ): Promise<void> {
    await this.mine(visit, slug);
    const { given } = fields;
    await this.submit(visit, fields, {
      keeps: async (read) => {
        await this.own.change(visit.actor, holderOf(visit), slug, { read, shared: given.shared });
        return slug;
      },
      slug,
    });
  }

  /** One's own of what is in sight, to be changed. */
  @Post(':slug/copy')
  async copy(@Visiting(query) visit: OwnVisit, @Param('slug') slug: string): Promise<void> {
    const holder = holderOf(visit);
    const { title, definition } = await this.own.find(holder, slug);
    const copy = visit.edition.t(ownReportMessages.copyOf, { title: [...title].slice(0, 100).join('') });
    const kept = await this.own.keep(visit.actor, holder, { title: copy, definition }, false);
    visit.goTo(`/reports/own/${kept}?done=copied`);
  }

  @Post(':slug/delete')
  async remove(@Visiting(null) visit: Visit<Asked>, @Param('slug') slug: string): Promise<void> {
    await this.own.remove(visit.actor, holderOf(visit), slug);
    visit.goTo('/reports/own?done=removed');
  }

  private async submit(
    visit: OwnVisit,
    { given, isPreview }: Fields,
    {
      keeps,
      slug,
    }: { readonly keeps: (read: ReadOwnReport) => Promise<string>; readonly slug: string | null },
  ): Promise<void> {
    const read = async () =>
      understoodWhole(await withNamesRead(understand(given), await this.plainView(visit)));
    const refused = (refusal: Refusal) => this.form(visit, { given, slug, refusal });
    if (isPreview) {
      return visit.submit(OWN_REPORT_FORM, read, {
        done: async (known) =>
          this.form(visit, {
            given,
            slug,
            preview: {
              title: known.title,
              ...(await this.previewOf(visit, known.definition, BENEATH_A_FORM)),
            },
          }),
        refused,
      });
    }
    return visit.submit(OWN_REPORT_FORM, async () => keeps(await read()), {
      done: (kept) => `/reports/own/${kept}?done=kept`,
      refused,
    });
  }

  private async form(
    visit: OwnVisit,
    {
      given,
      slug = null,
      refusal = null,
      preview = null,
    }: {
      readonly given: GivenOwnReport;
      readonly slug?: string | null;
      readonly refusal?: Refusal | null;
      readonly preview?: (OwnPreview & { readonly title: string }) | null;
    },
  ): Promise<VNode> {
    const view = await this.plainView(visit);
    return OwnReportFormPage({
      frame: visit.frame({
        path: slug === null ? '/reports/own/new' : `/reports/own/${slug}/change`,
      }),
      action: slug === null ? '/reports/own' : `/reports/own/${slug}`,
      given,
      isNew: slug === null,
      choices: await choicesOf(view),
      mayShare: mayShare(visit.request.scope.rights),
      hasFiscalYear: visit.request.settings.fiscalMonth !== 1,
      refusal,
      preview,
    });
  }

  /** What a report says to its reader now; where nothing is asked for, of the latest year with figures. */
  private async previewOf(visit: OwnVisit, definition: OwnDefinition, most: number): Promise<OwnPreview> {
    const { period } = definition;
    try {
      const view = await this.views.make(visit.request.scope, {
        query: {
          ...ownQuery(definition),
          ...(period !== PERIOD_ASKED && { period }),
          lang: visit.edition.language,
        },
        ...(period === PERIOD_ASKED && { usual: 'latest-year' as const }),
        isReport: true,
        acceptLanguage: undefined,
        links: 'page',
      });
      await ownFilter(definition, {}, view);
      const { shown, later } = sectionsAtOnce(definition, most);
      const sections = await ownSections(view, { ...definition, sections: shown }, 'short');
      return {
        introduction: definition.introduction,
        sections,
        later,
        cutOff: view.cutOff,
        about: await aboutWords(view, definition),
        year: period === PERIOD_ASKED ? periodKeyOf(view.filter) : null,
      };
    } catch (error) {
      if (error instanceof DomainError && error.options.kind !== 'broken') return GONE;
      throw error;
    }
  }

  /** All that the reader sees, unfiltered: what names are looked up in, and choices come from. */
  private plainView(visit: OwnVisit): Promise<View> {
    const query = { lang: visit.edition.language };
    return this.views.make(visit.request.scope, { query, acceptLanguage: undefined, links: 'page' });
  }

  /** @throws DomainError `REPORT.UNKNOWN` (missing) for one of somebody else */
  private async mine(visit: OwnVisit, slug: string): Promise<OwnReportRow> {
    const holder = holderOf(visit);
    const report = await this.own.find(holder, slug);
    if (report.holder === holder.account) return report;
    throw new DomainError('REPORT.UNKNOWN', `The report "own:${slug}" is somebody else's.`, {
      kind: 'missing',
    });
  }
}

/** A report that names what is not there any more, or not for this reader. */
const GONE: OwnPreview = {
  introduction: '',
  sections: null,
  later: [],
  cutOff: null,
  about: null,
  year: null,
};

function holderOf(visit: Visit<Asked>): Holder {
  return { scope: visit.request.scope, account: visit.person.account };
}
