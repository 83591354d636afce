import { pgTable, primaryKey } from 'drizzle-orm/pg-core';
import { code, localText } from '../platform/database/columns.ts';

/** Words of the data that readers see: breakdown axes and parts, kinds of organisations, units of the organisation. */
export const terms = pgTable(
  'terms',
  {
    list: code('list').notNull(),
    code: code('code').notNull(),
    label: localText('label').notNull(),
  },
  (t) => [primaryKey({ columns: [t.list, t.code] })],
);
