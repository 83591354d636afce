import postgres from 'postgres';

/** Drops the Postgres databases that workers of this run had at hand to the end (test/support/lending.ts). */
export default async function ended() {
  if (!(process.env.TEST_ENGINES ?? '').includes('postgres')) return;
  const url = process.env.TEST_DATABASE_URL ?? 'postgres://127.0.0.1:5432/postgres';
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  const left = await sql`
    SELECT datname FROM pg_database WHERE starts_with(datname, ${`attest_test_${process.env.TEST_RUN}_`})`;
  for (const { datname } of left) await sql`DROP DATABASE IF EXISTS ${sql(datname)} WITH (FORCE)`;
  await sql.end();
}
