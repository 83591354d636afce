import { Injectable } from '@nestjs/common';
import type { Rights } from '../core/visibility/rights.ts';
import type { Edition } from '../web/edition.ts';

/** Something that waits for whoever looks at the desk, in words, and the page on which it is done. */
export interface DeskNotice {
  readonly text: string;
  readonly path: string;
}

/** What of one feature waits for somebody with these rights; empty: nothing does, or it is not theirs to do. */
export type DeskSource = (rights: Rights, edition: Edition) => Promise<readonly DeskNotice[]>;

/** What waits for people in features that the desk knows nothing of. Each adds its own when it starts. */
@Injectable()
export class DeskNotices {
  private readonly sources: DeskSource[] = [];

  add(source: DeskSource): void {
    this.sources.push(source);
  }

  /** In the order in which the features were added. */
  async of(rights: Rights, edition: Edition): Promise<readonly DeskNotice[]> {
    return (await Promise.all(this.sources.map((source) => source(rights, edition)))).flat();
  }
}
