import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { z } from 'zod';
import { type Asked, CurrentSettings, type Visit, Visiting } from '../access/index.ts';
import { LANGUAGES } from '../core/text.ts';
import { CONFIG, type Config } from '../platform/config/config.ts';
import type { Issue } from '../reporting/index.ts';
import { BESIDE_TYPES, type FormatBeside, nameBeside } from './attached.ts';
import { IssueLinks } from './issue-links.use-case.ts';
import { LinkEndedPage, LinkPage } from './links.page.tsx';

/** Mail programs add parameters of their own to an address; whatever they are, the link opens. */
export const linkQuery = z.object({ lang: z.enum(LANGUAGES).optional().catch(undefined) });

/** What the links in e-mails lead to: whoever has one may come in, and the link decides. */
@ApiExcludeController()
@Controller('links/:token')
export class LinksController {
  constructor(
    private readonly links: IssueLinks,
    @Inject(CONFIG) private readonly config: Config,
    private readonly settings: CurrentSettings,
  ) {}

  /** Says what the report is, in its language, and leads to the file: a mail scanner that looks in counts as nobody. */
  @Get()
  async page(@Param('token') token: string, @Visiting(linkQuery) visit: Visit<Asked>): Promise<void> {
    keepPrivate(visit);
    const { request } = visit;
    const followed = await this.links.look(token, request);
    if (followed.is === 'sign-in') return askForSignIn(visit, request.url);
    if (followed.is === 'ended') return sayEnded(visit);
    const { issue, recipient, expiresAt } = followed;
    const inItsLanguage = visit.preferring(issue.lang);
    const page = LinkPage({
      ...inItsLanguage.frame({ assets: 'page' }),
      file: `/links/${token}/report.pdf`,
      workbook: issue.hasWorkbook ? `/links/${token}/report.xlsx` : null,
      csv: issue.hasCsv ? `/links/${token}/report.csv` : null,
      issue,
      recipient,
      expiresAt,
      timeZone: this.settings.now.schedule.timeZone,
      needsSignIn: this.config.links === 'sign-in',
    });
    inItsLanguage.show(page, OF_ONE_LANGUAGE);
  }

  @Get('report.pdf')
  file(@Param('token') token: string, @Visiting(null) visit: Visit<Asked>): Promise<void> {
    return this.send(token, visit, ({ fileName, pdf }) => ({
      filename: fileName,
      type: 'application/pdf',
      content: pdf,
    }));
  }

  @Get('report.xlsx')
  workbook(@Param('token') token: string, @Visiting(null) visit: Visit<Asked>): Promise<void> {
    return this.send(token, visit, (issue) => fileBeside(issue, 'xlsx'));
  }

  @Get('report.csv')
  csv(@Param('token') token: string, @Visiting(null) visit: Visit<Asked>): Promise<void> {
    return this.send(token, visit, (issue) => fileBeside(issue, 'csv'));
  }

  /** @param fileOf null: the issue has no such file, which is told no otherwise than a link that has ended */
  private async send(
    token: string,
    visit: Visit<Asked>,
    fileOf: (issue: Issue) => LinkedFile | null,
  ): Promise<void> {
    keepPrivate(visit);
    const followed = await this.links.open(token, visit.request);
    // After signing in the page is a better place to come back to than a download.
    if (followed.is === 'sign-in') return askForSignIn(visit, `/links/${token}`);
    if (followed.is === 'ended') return sayEnded(visit);
    const file = fileOf(followed.issue);
    if (file === null) return sayEnded(visit);
    const { filename, type, content } = file;
    visit.reply
      .type(type)
      .header('content-disposition', `attachment; filename="${filename}"`)
      .send(Buffer.from(content.buffer, content.byteOffset, content.byteLength));
  }
}

interface LinkedFile {
  readonly filename: string;
  readonly type: string;
  readonly content: Uint8Array;
}

function fileBeside(issue: Issue, format: FormatBeside): LinkedFile | null {
  const content = issue[format];
  if (content === null) return null;
  return { filename: nameBeside(issue.fileName, format), type: BESIDE_TYPES[format], content };
}

/** Of a page in the language of what it is about, whatever the browser prefers. */
export const OF_ONE_LANGUAGE = { headers: { vary: undefined } } as const;

/** The address is a secret: no other site learns it, no cache keeps what it opens, no search engine lists it. */
export function keepPrivate({ reply }: Visit<Asked>): void {
  reply
    .header('referrer-policy', 'no-referrer')
    .header('cache-control', 'no-store')
    .header('x-robots-tag', 'noindex, nofollow');
}

/** The same answer for whatever it is that the link lacks. */
export function sayEnded(visit: Visit<Asked>): void {
  const frame = visit.frame({ assets: 'page' });
  const url = frame.url.replace(/\/report\.(pdf|xlsx|csv)(?=\?|$)/, '');
  visit.show(LinkEndedPage({ ...frame, url }), { status: 404 });
}

function askForSignIn(visit: Visit<Asked>, next: string): void {
  visit.leaveFor(`/sign-in?${new URLSearchParams({ next })}`);
}
