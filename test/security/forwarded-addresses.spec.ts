import { readAudit } from '../../src/access/audit.repository.ts';
import { startApp } from '../support/app.ts';
import { eachEngine } from '../support/database.ts';

eachEngine('the address that somebody comes from', (engine) => {
  it.each([
    // Whoever comes may write into the header what they like.
    ['0', '127.0.0.1'],
    ['1', '203.0.113.9'],
    ['2', '198.51.100.66'],
  ])('is a proxy’s word only where %s of them are known to stand in front', async (trusted, address) => {
    const app = await startApp({ database: await engine.open(), env: { TRUST_PROXY: trusted } });
    try {
      const headers = {
        'x-forwarded-for': '192.0.2.1, 198.51.100.66, 203.0.113.9',
        'content-type': 'application/x-www-form-urlencoded',
      };
      const payload = 'email=nobody%40example.org&password=wrong';
      expect((await app.asStranger({ method: 'POST', url: '/sign-in', headers, payload })).statusCode).toBe(
        401,
      );
      const [refused] = await readAudit(app.database.db, { action: 'sign-in.refused' }, 1);
      expect(refused?.address).toBe(address);
    } finally {
      await app.close();
    }
  });
});
