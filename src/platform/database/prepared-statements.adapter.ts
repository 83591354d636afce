import type { ParameterOrJSON, Sql, TransactionSql } from 'postgres';
import { RecentlyUsed } from '../../core/recently-used.ts';

/** Each connection holds as many for as long as it lives, some tens of kilobytes each. */
const MOST_PREPARED = 500;
/** Of an insert of many rows there are as many texts as there are numbers of rows. */
const LONGEST = 20_000;

type Unsafe = Pick<Sql, 'unsafe'>;
/** What drizzle calls of a client's transaction. */
interface InTransaction extends Unsafe {
  savepoint(work: Work): Promise<unknown>;
}
type Work = (tx: InTransaction) => unknown;

/**
 * A client for drizzle by which a statement that is asked again is a prepared one (`PREPARE` of Postgres).
 *
 * drizzle names a statement only where the code that asks for it does; of all others Postgres is first asked what types
 * their parameters have, and parses and plans them each time. That was half of its processor time for a dashboard after
 * a change (of ten thousand results: 189 ms, and 100 ms since).
 */
export function preparing(client: Sql): Sql {
  const isPrepared = repeatedTexts();
  const unsafe =
    (asked: Unsafe): Sql['unsafe'] =>
    (text, parameters = [], options = {}) =>
      asked.unsafe(text, parameters as ParameterOrJSON<never>[], {
        ...options,
        // Of several statements in one text, which have no parameters, none can be prepared.
        ...(parameters.length > 0 && isPrepared(text) && { prepare: true }),
      });
  const inTransaction = (tx: TransactionSql): InTransaction => ({
    unsafe: unsafe(tx),
    savepoint: (work) => tx.savepoint((nested) => work(inTransaction(nested))),
  });
  const begin = (work: Work) => client.begin((tx) => work(inTransaction(tx)));
  return { options: client.options, unsafe: unsafe(client), begin } as unknown as Sql;
}

/** Says which texts to prepare: those that come a second time, until there are enough of them. */
function repeatedTexts(): (text: string) => boolean {
  const prepared = new Set<string>();
  const seen = new RecentlyUsed<true>(MOST_PREPARED);
  return (text) => {
    if (prepared.has(text)) return true;
    const isRepeated = seen.has(text);
    seen.get(text, () => true);
    if (!isRepeated || prepared.size >= MOST_PREPARED || text.length > LONGEST) return false;
    prepared.add(text);
    return true;
  };
}
