import postgres from 'postgres';

/** Drops what the workers of this run copied their Postgres databases from (test/support/engines.ts). */
export default async function ended() {
  if (!(process.env.TEST_ENGINES ?? '').includes('postgres')) return;
  const url = process.env.TEST_DATABASE_URL ?? 'postgres://127.0.0.1:5432/postgres';
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  const filled = await sql`
    SELECT datname FROM pg_database WHERE starts_with(datname, ${`attest_test_filled_${process.env.TEST_RUN}_`})`;
  for (const { datname } of filled) await sql`DROP DATABASE IF EXISTS ${sql(datname)} WITH (FORCE)`;
  await sql.end();
}
