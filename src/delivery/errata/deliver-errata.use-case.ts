import type { Delivery } from '../delivery.ts';
import { isDue } from '../delivery.ts';
import type { DeliveryMailParts } from '../delivery-mail.use-case.ts';
import { DeliveryMails } from '../delivery-mail.use-case.ts';
import { HandOver, type HandOverParts, type Turn } from '../hand-over.use-case.ts';
import { settleDeliveries } from '../ledger.repository.ts';
import type { Errata } from './errata.use-case.ts';
import { type ErratumDelivery, readErratumDeliveries } from './errata-ledger.repository.ts';
import type { Erratum } from './erratum.ts';
import { erratumMail } from './erratum-mail.ts';
import type { ErrataMails } from './erratum-mails.use-case.ts';

export interface ErrataParts extends DeliveryMailParts, HandOverParts {
  readonly config: DeliveryMailParts['config'];
  readonly errata: Pick<Errata, 'find' | 'concerned'>;
  readonly words: Pick<ErrataMails, 'saidTo'>;
}

/** Why an erratum is not sent to somebody whom it was to be sent to. */
const NOT_CONCERNED =
  'The reader has stopped the subscription, may not have the report any more, or knows it already.';

/** Hands over what is due of an erratum, each e-mail once: in the same ledger and by the same course as reports. */
export class DeliverErrata {
  private readonly mails: DeliveryMails;
  private readonly handOver: HandOver;

  constructor(private readonly parts: ErrataParts) {
    this.mails = new DeliveryMails(parts);
    this.handOver = new HandOver(parts);
  }

  /**
   * Any number of these may run at once, and may end at any point: each e-mail leaves once.
   *
   * @returns every turn of the erratum, as it stands now
   */
  async run(id: string, signal?: AbortSignal): Promise<readonly ErratumDelivery[]> {
    const { db, clock } = this.parts;
    const erratum = await this.parts.errata.find(id);
    const due = (await readErratumDeliveries(db, id, clock.now())).filter((each) => isDue(each, clock.now()));
    const issues = new Map(due.map(({ subscription, issue }) => [subscription, issue]));
    await this.handOver.run(`the erratum ${id}`, due, signal, (turn, real) =>
      this.send(erratum, issues, turn, real),
    );
    return readErratumDeliveries(db, id, clock.now());
  }

  private async send(
    erratum: Erratum,
    issues: ReadonlyMap<string, string>,
    turn: Turn,
    due: readonly Delivery[],
  ): Promise<void> {
    const { db, clock, config, errata, words } = this.parts;
    // Whoever may not have it any more since somebody approved it is not told.
    const concerned = new Map((await errata.concerned(erratum)).map((each) => [each.subscription, each]));
    for (const delivery of due) {
      if (turn.isOver()) return;
      const reader = concerned.get(delivery.subscription);
      if (reader === undefined) {
        await db.transaction((tx) => settleDeliveries(tx, [delivery], NOT_CONCERNED, clock.now()));
        continue;
      }
      let said: Awaited<ReturnType<ErrataMails['saidTo']>>;
      try {
        said = await words.saidTo(erratum, reader);
      } catch (error) {
        await turn.notMade([delivery], `The erratum ${erratum.id} could not be written`, error);
        continue;
      }
      const issue = issues.get(delivery.subscription) ?? reader.issue;
      await turn.hand(delivery, issue, () =>
        this.mails.takeWith(delivery, issue, (to, link, stop) =>
          erratumMail(to, said, { publicUrl: config.publicUrl, link, stop }),
        ),
      );
    }
  }
}
