import { DrizzleQueryError } from 'drizzle-orm/errors';
import { DomainError } from '../../core/errors.ts';
import { knownFailure } from './unavailable.ts';

const coded = (code: string, more: object = {}) => Object.assign(new Error('driver'), { code, ...more });
const wrapped = (cause: Error) => new DrizzleQueryError('insert into results', ['secret'], cause);

it.each<[string, Error, string]>([
  ['a server that is told to stop', coded('57P01'), 'DATABASE.UNREACHABLE'],
  ['a server that crashed', coded('57P02'), 'DATABASE.UNREACHABLE'],
  ['a server that starts', coded('57P03'), 'DATABASE.UNREACHABLE'],
  ['a lost connection', coded('08006'), 'DATABASE.UNREACHABLE'],
  ['one that the driver found closed', coded('CONNECTION_CLOSED'), 'DATABASE.UNREACHABLE'],
  ['one that the driver ended', coded('CONNECTION_ENDED'), 'DATABASE.UNREACHABLE'],
  ['no answer in time', coded('CONNECT_TIMEOUT'), 'DATABASE.UNREACHABLE'],
  ['nobody there', coded('ECONNREFUSED', { syscall: 'connect' }), 'DATABASE.UNREACHABLE'],
  ['nobody there at any address', coded('ECONNREFUSED', { errors: [] }), 'DATABASE.UNREACHABLE'],
  ['the job queue’s driver', new Error('Connection terminated unexpectedly'), 'DATABASE.UNREACHABLE'],
  ['a full disk of the database', coded('53100'), 'DATABASE.DISK_FULL'],
  ['a full disk of ours', coded('ENOSPC', { syscall: 'write' }), 'DATABASE.DISK_FULL'],
  ['a used-up quota', coded('EDQUOT', { syscall: 'write' }), 'DATABASE.DISK_FULL'],
  ['no memory', coded('53200'), 'DATABASE.EXHAUSTED'],
  ['no connection left', coded('53300'), 'DATABASE.EXHAUSTED'],
])('knows %s, as it comes and as drizzle wraps it', (_what, error, code) => {
  for (const one of [error, wrapped(error)]) {
    const known = knownFailure(one);
    expect(known).toMatchObject({ code, options: { kind: 'broken', retryAfterS: expect.any(Number) } });
    expect(known?.message).not.toMatch(/driver|insert|secret/);
  }
});

it('finds what the database layer has explained already', () => {
  const explained = new DomainError('DATABASE.DISK_FULL', 'x', { kind: 'broken' });
  expect(knownFailure(explained)).toBe(explained);
  expect(knownFailure(wrapped(explained))).toBe(explained);
});

it.each<[string, unknown]>([
  ['a mistake of ours', new TypeError('x is not a function')],
  ['a statement that is wrong', wrapped(coded('42601'))],
  ['a rule that was broken', wrapped(coded('23505'))],
  // An OpenID provider, say, that does not answer.
  [
    'another machine that is away',
    new TypeError('fetch failed', { cause: coded('ECONNREFUSED', { syscall: 'connect' }) }),
  ],
  ['what is no error', 'ECONNREFUSED'],
])('does not take %s for an outage', (_what, error) => {
  expect(knownFailure(error)).toBeNull();
});
