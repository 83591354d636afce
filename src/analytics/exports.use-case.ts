import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Audit, Limiter, visitorKey } from '../access/index.ts';
import type { OneOrMore } from '../core/one-or-more.ts';

/** What leaves the service as a file. */
export type ExportFormat = 'pdf' | 'xlsx' | 'csv' | 'json';

/** Whose export it is. */
type Sender = Pick<FastifyRequest, 'visitor' | 'ip' | 'url'>;

/**
 * How much each person, token or unknown address may take in ten minutes. A PDF is a browser's work of some two tenths of
 * a second; a workbook or a page's data are a few milliseconds. A program that fetches every report in every language
 * stays below; these hold back a loop.
 */
const WINDOW_S = 600;
const LIMITS = {
  'printed-report': { most: 120, windowS: WINDOW_S },
  'report-data': { most: 300, windowS: WINDOW_S },
  'page-data': { most: 1000, windowS: WINDOW_S },
} as const;
export type ExportCost = keyof typeof LIMITS;

/** What every file passes on its way out: a limit for each reader, and the audit. */
@Injectable()
export class Exports {
  constructor(
    private readonly limiter: Limiter,
    private readonly audit: Audit,
  ) {}

  /**
   * Before the costly part. What a reader has already, and is told so, is not counted.
   *
   * @throws DomainError `LIMIT.REACHED` (too-often)
   */
  allow({ visitor, ip }: Sender, cost: ExportCost): Promise<void> {
    return this.limiter.take(`export ${cost} ${visitorKey(visitor, ip)}`, LIMITS[cost]);
  }

  /**
   * Before it is sent: what cannot be written down does not leave.
   *
   * @param details what was asked for; the address is written down without its query
   */
  taken(
    request: Sender,
    format: ExportFormat,
    details: Readonly<Record<string, OneOrMore | number | undefined>>,
  ): Promise<void> {
    const [path] = request.url.split('?', 1);
    const asked = Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
    return this.audit.of(request, {
      action: format === 'pdf' ? 'report.taken' : 'export.taken',
      ...(path !== undefined && { subject: path }),
      details: { format, ...asked },
    });
  }
}
