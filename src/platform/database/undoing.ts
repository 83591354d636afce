import type { Database, Transaction } from './database.ts';

/** Ends a transaction without leaving anything of it, and carries out what it came to. */
class Undo<T> extends Error {
  constructor(readonly outcome: T) {
    super('undone on purpose');
  }
}

/** Does everything in a transaction, leaves nothing of it, and says what it came to. */
export async function undoing<T>(db: Database, run: (tx: Transaction) => Promise<T>): Promise<T> {
  try {
    return await db.transaction(async (tx) => {
      throw new Undo(await run(tx));
    });
  } catch (error) {
    if (error instanceof Undo) return error.outcome as T;
    throw error;
  }
}
