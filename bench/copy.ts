import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import postgres from 'postgres';

/**
 * Sends rows to a table by COPY, as text.
 *
 * @throws Error where the server refuses a row
 */
export async function copy(
  tx: postgres.TransactionSql,
  { table, columns }: { readonly table: string; readonly columns: readonly string[] },
  chunks: Iterable<string>,
): Promise<void> {
  const stream = await tx`COPY ${tx(table)} (${tx([...columns])}) FROM STDIN`.writable();
  const refused = once(stream, 'error').then(([reason]) => Promise.reject(reason));
  const sent = async () => {
    for (const chunk of chunks) {
      await new Promise<void>((resolve, reject) => {
        stream.write(chunk, (error) => (error ? reject(error) : resolve()));
      });
    }
    stream.end();
    // What is refused after the last row reaches no stream; it is the next statement that fails.
    await setImmediate();
    await tx`SELECT`.catch((cause) => {
      throw new Error(`The rows of ${table} were refused; why is in the log of the server.`, { cause });
    });
  };
  await Promise.race([refused, sent()]);
}

/**
 * Reads what a statement `COPY … TO STDOUT` gives, on a connection of its own: postgres.js may leave one paused after the
 * last row, and what is asked there next is never answered.
 */
export async function copyOut(
  url: string,
  statement: (client: postgres.Sql) => postgres.PendingQuery<postgres.Row[]>,
  into: Writable,
): Promise<void> {
  const client = postgres(url, { max: 1 });
  try {
    await pipeline(await statement(client).readable(), into);
  } finally {
    await client.end({ timeout: 0 });
  }
}
