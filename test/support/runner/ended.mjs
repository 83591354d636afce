import postgres from 'postgres';

/** Closes the databases that were at hand to the end, and drops those of workers on Postgres (test/support/lending.ts). */
export default async function ended() {
  await globalThis[Symbol.for('attest.close-idle-databases')]?.();
  if (!(process.env.TEST_ENGINES ?? '').includes('postgres')) return;
  const url = process.env.TEST_DATABASE_URL ?? 'postgres://127.0.0.1:5432/postgres';
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  const left = await sql`
    SELECT datname FROM pg_database WHERE starts_with(datname, ${`attest_test_${process.env.TEST_RUN}_`})`;
  for (const { datname } of left) await sql`DROP DATABASE IF EXISTS ${sql(datname)} WITH (FORCE)`;
  await sql.end();
}
