import { PrintQueue } from './print-queue.ts';

describe('PrintQueue', () => {
  /** Work that ends when the test says so, and tells when it began. */
  function work(name: string, begun: string[]) {
    const end = Promise.withResolvers<string>();
    const run = () => {
      begun.push(name);
      return end.promise;
    };
    return { end: () => end.resolve(name), run };
  }

  it('lets two in at a time, and the others in order of arrival', async () => {
    const begun: string[] = [];
    const queue = new PrintQueue(2, 10);
    const [a, b, c, d] = [work('a', begun), work('b', begun), work('c', begun), work('d', begun)];
    const all = [a, b, c, d].map(({ run }) => queue.run(run));
    await Promise.resolve();
    expect(begun).toEqual(['a', 'b']);

    b.end();
    await all[1];
    await Promise.resolve();
    expect(begun).toEqual(['a', 'b', 'c']);

    for (const { end } of [a, c, d]) {
      end();
    }
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd']);
    expect(begun).toEqual(['a', 'b', 'c', 'd']);
  });

  it('gives the place of work that fails to the next', async () => {
    const queue = new PrintQueue(1, 1);
    const failing = queue.run(() => Promise.reject(new Error('ink')));
    const next = queue.run(() => Promise.resolve('printed'));
    await expect(failing).rejects.toThrow('ink');
    await expect(next).resolves.toBe('printed');
  });

  it('turns away whoever would wait behind too many', async () => {
    const begun: string[] = [];
    const queue = new PrintQueue(1, 1);
    const [a, b] = [work('a', begun), work('b', begun)];
    const accepted = [queue.run(a.run), queue.run(b.run)];
    await expect(queue.run(() => Promise.resolve('c'))).rejects.toMatchObject({
      code: 'RENDER.BUSY',
      options: { kind: 'broken' },
    });
    a.end();
    b.end();
    await Promise.all(accepted);
    await expect(queue.run(() => Promise.resolve('d'))).resolves.toBe('d');
  });

  it('when closed lets those inside end and turns everybody else away', async () => {
    const begun: string[] = [];
    const queue = new PrintQueue(1, 1);
    const [inside, waiting] = [work('inside', begun), work('waiting', begun)];
    const printing = queue.run(inside.run);
    const turned = queue.run(waiting.run);
    const closing = queue.close();
    await expect(turned).rejects.toMatchObject({ code: 'RENDER.CLOSED' });
    await expect(queue.run(() => Promise.resolve('late'))).rejects.toMatchObject({ code: 'RENDER.CLOSED' });
    inside.end();
    await expect(printing).resolves.toBe('inside');
    await closing;
    await queue.close();
    expect(begun).toEqual(['inside']);
  });
});
