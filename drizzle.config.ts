import { defineConfig } from 'drizzle-kit';

/** `drizzle-kit generate` compares the tables in src with drizzle/meta; what it writes is read and tidied before it stays. */
export default defineConfig({
  dialect: 'postgresql',
  schema: './src/**/*.table.ts',
  out: './drizzle',
});
