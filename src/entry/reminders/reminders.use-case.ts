import { Inject, Injectable } from '@nestjs/common';
import { CurrentSettings, type Enterer, RoleRights, type Scope, scopeKey } from '../../access/index.ts';
import { gapsOf, narrowed, Views, withPrograms } from '../../analytics/index.ts';
import { MOST_PEOPLE, recentReminder } from '../../core/entry/reminder.ts';
import { DomainError } from '../../core/errors.ts';
import type { Language } from '../../core/text.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { CONFIG, type Config } from '../../platform/config/config.ts';
import { ownAddress } from '../../platform/config/own-address.ts';
import { actAs } from '../../platform/database/actor.repository.ts';
import { DATABASE } from '../../platform/database/database.module.ts';
import type { Database, Transaction } from '../../platform/database/database.ts';
import { JobQueue } from '../../platform/jobs/job-queue.ts';
import { above, programParents } from '../../programs/index.ts';
import { type Author, handOf } from '../author.ts';
import { Due } from '../due.use-case.ts';
import { dueRowWords } from '../due-words.ts';
import {
  digestOfTexts,
  type Lacking,
  lacksSomething,
  type ReminderText,
  reminderText,
} from './reminder-mail.ts';
import {
  addReminders,
  holdReminders,
  lastReminders,
  lastToEach,
  type Reminder,
  type ReminderSummary,
} from './reminders.repository.ts';

/** The queue of reminders to be handed over. */
export const SEND_REMINDER = 'send-reminder';

/** So many items of each gap are named in an e-mail, as on a page. */
const NAMED_OF_GAP = 3;
const MOST_SHOWN = 50;

/** Somebody who can mend what a programme lacks, and the e-mail that would go. */
export interface Addressee {
  readonly account: string;
  readonly name: string;
  readonly language: Language;
  /** Null: nothing is missing that is in this person's sight. */
  readonly text: ReminderText | null;
  /** A reminder of the last days about the programme or one above it. */
  readonly recent: ReminderSummary | null;
}

export interface ReminderPreview {
  readonly program: string;
  /** By name, `MOST_PEOPLE` at the most. */
  readonly people: readonly Addressee[];
  readonly digest: string;
  /** Of the programme, the newest first. */
  readonly earlier: readonly Reminder[];
}

/** What whoever reminds has chosen. */
export interface ReminderChoice {
  /** Accounts. */
  readonly to: readonly string[];
  /** Whoever was reminded in the last days is reminded again. */
  readonly again: boolean;
  /** Of the preview that was looked at. */
  readonly digest: string;
}

/** E-mails that a person who approves figures sends to those who can enter what is missing. */
@Injectable()
export class Reminders {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly jobs: JobQueue,
    private readonly roles: RoleRights,
    private readonly settings: CurrentSettings,
    private readonly views: Views,
    private readonly due: Due,
  ) {}

  /**
   * The e-mails as they would go, each as its recipient may read it.
   *
   * @throws DomainError `PROGRAM.UNKNOWN` (missing)
   */
  async preview(author: Pick<Author, 'name'>, program: string): Promise<ReminderPreview> {
    const parents = await programParents(this.db);
    if (!parents.has(program)) {
      throw new DomainError('PROGRAM.UNKNOWN', `There is no programme "${program}".`, {
        kind: 'missing',
        values: { code: program },
      });
    }
    const people = ((await this.due.whomToAsk([program])).get(program) ?? []).slice(0, MOST_PEOPLE);
    const said = await lastToEach(this.db, [program, ...above(program, parents)]);
    const lacking = await this.lackingTo(people, program);
    const addressees = people.map((person, at): Addressee => {
      const lacks = lacking[at];
      return {
        account: person.id,
        name: person.name,
        language: this.languageFor(person),
        text:
          lacks === undefined || !lacksSomething(lacks)
            ? null
            : reminderText(
                { to: person.name, from: author.name, address: ownAddress(this.config) ?? '' },
                lacks,
              ),
        recent: recentReminder(person.id, said, this.clock.now()),
      };
    });
    return {
      program,
      people: addressees,
      digest: digestOfTexts(
        addressees.flatMap(({ account, text }) => (text === null ? [] : [[account, text] as const])),
      ),
      earlier: await lastReminders(this.db, [program], MOST_SHOWN),
    };
  }

  /**
   * Writes down what is to be sent, as it was looked at, and hands it to the queue.
   *
   * @returns how many
   * @throws DomainError as `addChosen`
   */
  async send(author: Author, program: string, choice: ReminderChoice): Promise<number> {
    const preview = await this.preview(author, program);
    const now = this.clock.now();
    const added = await this.db.transaction((tx) => addChosen(tx, author, preview, choice, now));
    await this.handOn(added);
    return added.length;
  }

  /** Whatever is not handed to the queue now the bell finds in its table. */
  async handOn(added: readonly Pick<Reminder, 'id'>[]): Promise<void> {
    for (const { id } of added)
      await this.jobs.enqueue(SEND_REMINDER, { reminder: id }, { singletonKey: id });
  }

  /** Of each programme the last reminder to each person, the newest first. */
  async lastOf(programs: readonly string[]): Promise<ReadonlyMap<string, readonly ReminderSummary[]>> {
    return Map.groupBy(await lastToEach(this.db, programs), ({ program }) => program);
  }

  /** What the programme lacks in the eyes of each: who sees the same in the same language is told the same. */
  private async lackingTo(people: readonly Enterer[], program: string): Promise<readonly Lacking[]> {
    const told = new Map<string, Promise<Lacking>>();
    return Promise.all(
      people.map((person) => {
        const { role, organisations, programs } = person;
        const scope: Scope = { role, organisations, programs, rights: this.roles.of(role) };
        const language = this.languageFor(person);
        const key = `${language} ${scopeKey(scope)}`;
        const known = told.get(key) ?? this.lacking(scope, language, program);
        told.set(key, known);
        return known;
      }),
    );
  }

  private async lacking(scope: Scope, language: Language, program: string): Promise<Lacking> {
    const view = await this.views.forPage(scope, language);
    const [due, gaps] = await Promise.all([
      this.due.of(scope, program, view.today),
      gapsOf(narrowed(view, { program }), NAMED_OF_GAP),
    ]);
    const named = await withPrograms(view, [program, ...due.rows.map((row) => row.program)]);
    return {
      language,
      program: { code: program, title: dueRowWords(named).program(program) },
      today: view.today,
      due: due.rows.map((row) => ({
        text: dueRowWords(named).line(row),
        form: dueRowWords(named).form(row),
      })),
      moreDue: due.rest + due.earlier,
      gaps: gaps.filter(({ items }) => items.length > 0),
    };
  }

  /** Their own, where the organisation offers it. */
  private languageFor({ lang }: Pick<Enterer, 'lang'>): Language {
    const { languages } = this.settings.now;
    return languages.includes(lang) ? lang : (languages[0] ?? lang);
  }
}

/**
 * Writes down the e-mails that were chosen of a preview, as it was looked at.
 *
 * @throws DomainError `REMINDER.CHANGED`, `REMINDER.NOBODY`, `REMINDER.TOO_SOON` (refused): nothing was written
 */
export async function addChosen(
  tx: Transaction,
  author: Author,
  { program, people, digest: current }: ReminderPreview,
  { to, again, digest }: ReminderChoice,
  now: Date,
): Promise<readonly Reminder[]> {
  if (current !== digest) {
    throw refused('REMINDER.CHANGED', 'What is missing has changed since the e-mail was looked at.');
  }
  const chosen = people.flatMap((person) =>
    to.includes(person.account) && person.text !== null ? [{ ...person, text: person.text }] : [],
  );
  if (chosen.length === 0) throw refused('REMINDER.NOBODY', 'Nobody was chosen.');
  await actAs(tx, author.actor, now);
  await holdReminders(tx);
  const said = await lastToEach(tx, [program, ...above(program, await programParents(tx))]);
  if (!again && chosen.some(({ account }) => recentReminder(account, said, now) !== null)) {
    throw refused('REMINDER.TOO_SOON', 'Somebody of them was reminded in the last days.');
  }
  return addReminders(
    tx,
    chosen.map(({ account, name, language, text }) => ({
      program,
      recipient: account,
      recipientName: name,
      lang: language,
      askedAt: now,
      askedBy: handOf(author),
      askedByToken: author.token ?? null,
      askedName: author.name,
      ...text,
      status: 'waiting' as const,
      nextAttemptAt: now,
    })),
  );
}

function refused(code: string, message: string): DomainError {
  return new DomainError(code, message, { kind: 'refused' });
}
