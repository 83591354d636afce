import type { Database } from './database.ts';

/** Where the portfolio is read: the database that is written to, or a replica that has caught up with it. */
export interface Reads {
  /**
   * An answer of the newest revision. `ask` says null of a database that has not come to it yet; then the next one is asked,
   * and at last the one that is written to, whose null is the answer.
   */
  newest<Answer>(ask: (db: Database) => Promise<Answer | null>): Promise<Answer | null>;
}

/** Reads where there is one database alone. */
export function readsOf(db: Database): Reads {
  return { newest: (ask) => ask(db) };
}
