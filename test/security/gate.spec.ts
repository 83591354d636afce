import fastifyCookie from '@fastify/cookie';
import { fastify } from 'fastify';
import { type Door, registerGate } from '../../src/access/index.ts';
import { doors } from '../../src/doors.ts';

const nobody = { found: async () => ({ visitor: { kind: 'stranger' }, revision: null }) };

async function serverWith(routes: readonly string[], given: Readonly<Record<string, Door>>) {
  const server = fastify();
  await server.register(fastifyCookie);
  const parts = {
    doors: given,
    identify: nobody,
    audit: {},
    limiter: {},
    settings: { refresh: async () => undefined },
    config: { isPublic: false, trustedProxies: 0, publicUrl: null },
  };
  registerGate(server, parts as unknown as Parameters<typeof registerGate>[1]);
  for (const route of routes) {
    const [method = 'GET', url = '/'] = route.split(' ');
    server.route({ method, url, handler: async () => 'the answer' });
  }
  return server;
}

describe('the gate', () => {
  it('keeps a service with a route that nobody has a rule for from starting', async () => {
    const server = await serverWith(['GET /', 'GET /api/v1/new'], { 'GET /': { opens: 'unasked' } });
    await expect(server.ready()).rejects.toThrow('Routes without a door in src/doors.ts: GET /api/v1/new.');
  });

  it('takes a rule for one method as no rule for another', async () => {
    const server = await serverWith(['GET /form', 'POST /form'], { 'GET /form': { opens: 'unasked' } });
    await expect(server.ready()).rejects.toThrow('POST /form');
  });

  it('answers HEAD by the rule of GET', async () => {
    const server = await serverWith(['GET /users'], {
      'GET /users': { opens: 'to-holders', right: 'administersAccounts', tokens: false, public: false },
    });
    await server.ready();
    expect((await server.inject({ method: 'HEAD', url: '/users' })).statusCode).toBe(303);
    await server.close();
  });

  it('has no door for people’s changes that a token opens', () => {
    const open = Object.entries(doors).filter(
      ([route, door]) => route.startsWith('POST ') && door.opens === 'to-holders' && door.tokens,
    );
    expect(open).toEqual([]);
  });
});
