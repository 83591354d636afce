import { DomainError } from '../core/errors.ts';

/** How far a report is, in this order; data are not printed. */
export const REPORT_STEPS = ['waiting', 'figures', 'drawing', 'printing'] as const;
export type ReportStep = (typeof REPORT_STEPS)[number];

/** Told by whoever makes a report how far it is. @throws DomainError `REPORT.CANCELLED` (refused) */
export type TellStep = (step: ReportStep) => void;

/** Who asks for what. */
export interface JobRequest {
  /** Person or token, by which reports under way are counted. */
  readonly owner: string;
  /** The reader with its rights, and what is asked for: only the same asks for the same file. */
  readonly key: string;
  /** The answer's tag: another one, and the file has been overtaken. */
  readonly tag: string | null;
}

export interface Job<File> {
  /** How far it is now. */
  step(): ReportStep;
  readonly file: Promise<File>;
}

interface Kept<File> extends Job<File> {
  readonly request: JobRequest;
  readonly size: () => number;
  isMade: boolean;
  isBroken: boolean;
  isTaken: boolean;
  /** Milliseconds; of one that is made. */
  since: number;
  cancel(): void;
}

/** More would only wait for each other. */
const MOST_OF_ONE = 3;
const MOST_OF_ALL = 40;
const KEPT_MS = 600_000;
const MOST_KEPT_BYTES = 200_000_000;
const RETRY_AFTER_S = 10;

/**
 * Reports that are being made for people who need not wait at the same request: it goes on when they leave, and is there
 * for some minutes when they come back. In the memory of this process: where several serve, one that is asked for a report
 * of another makes it itself, as the address of a report says all of it.
 */
export class ReportJobs<File extends { readonly bytes: Uint8Array }> {
  private readonly jobs = new Map<string, Kept<File>>();

  /**
   * @param nowMs what a clock says, in milliseconds
   * @param patienceMs so long somebody waits for a report before being shown how far it is
   */
  constructor(
    private readonly nowMs: () => number,
    readonly patienceMs = 2_000,
  ) {}

  /**
   * The report that is being made for this request, or has been made and was not seen yet or is still right; otherwise it
   * is begun. One that failed is shown once, too.
   *
   * @throws DomainError `REPORT.TOO_MANY` (too-often), `REPORT.BUSY` (broken)
   */
  ask(request: JobRequest, make: (tell: TellStep) => Promise<File>): Job<File> {
    this.forget();
    const known = this.jobs.get(request.key);
    if (known !== undefined && (!known.isTaken || known.request.tag === request.tag)) return known;
    const underWay = [...this.jobs.values()].filter(({ isMade }) => !isMade);
    if (underWay.filter((job) => job.request.owner === request.owner).length >= MOST_OF_ONE) throw tooMany();
    if (underWay.length >= MOST_OF_ALL) throw busy();
    return this.begin(request, make);
  }

  /** Says that its reader has its file, or has been told why there is none: when figures change, it is made anew. */
  taken({ key }: Pick<JobRequest, 'key'>): void {
    const job = this.jobs.get(key);
    if (job?.isMade !== true) return;
    job.isTaken = true;
    if (job.isBroken) this.jobs.delete(key);
  }

  /** What is under way ends at its next step. */
  cancel({ key }: Pick<JobRequest, 'key'>): void {
    this.jobs.get(key)?.cancel();
    this.jobs.delete(key);
  }

  private begin(request: JobRequest, make: (tell: TellStep) => Promise<File>): Job<File> {
    let step: ReportStep = 'waiting';
    let isCancelled = false;
    let bytes = 0;
    const tell = (next: ReportStep) => {
      if (isCancelled) throw cancelled();
      step = next;
    };
    const job: Kept<File> = {
      request,
      step: () => step,
      file: make(tell),
      size: () => bytes,
      isMade: false,
      isBroken: false,
      isTaken: false,
      since: this.nowMs(),
      cancel: () => {
        isCancelled = true;
      },
    };
    this.jobs.set(request.key, job);
    const end = (size: number, isBroken: boolean) => {
      bytes = size;
      Object.assign(job, { isMade: true, isBroken, since: this.nowMs() });
    };
    job.file.then(
      (file) => end(file.bytes.length, false),
      () => end(0, true),
    );
    return job;
  }

  /** Those that nobody came for, and the oldest where there are too many. */
  private forget(): void {
    const made = [...this.jobs.values()].filter(({ isMade }) => isMade).toSorted((a, b) => b.since - a.since);
    let bytes = 0;
    for (const { request, since, size } of made) {
      bytes += size();
      if (this.nowMs() - since > KEPT_MS || bytes > MOST_KEPT_BYTES) this.jobs.delete(request.key);
    }
  }
}

function tooMany(): DomainError {
  return new DomainError('REPORT.TOO_MANY', `${MOST_OF_ONE} reports are being made for you already.`, {
    kind: 'too-often',
    remedy: 'Wait for one of them, or cancel it.',
    retryAfterS: RETRY_AFTER_S,
  });
}

function busy(): DomainError {
  return new DomainError('REPORT.BUSY', `${MOST_OF_ALL} reports are being made already.`, {
    kind: 'broken',
    remedy: 'Try again in a moment.',
    retryAfterS: RETRY_AFTER_S,
  });
}

function cancelled(): DomainError {
  return new DomainError('REPORT.CANCELLED', 'This report was cancelled while it was being made.', {
    kind: 'refused',
    remedy: 'Ask for it again where it is wanted after all.',
  });
}
