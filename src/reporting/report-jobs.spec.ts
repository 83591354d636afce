import { type JobRequest, ReportJobs, type TellStep } from './report-jobs.ts';

type File = { readonly bytes: Uint8Array; readonly name: string };
const MINUTE_MS = 60_000;

/** Jobs at a time of one's own, whose reports are finished by hand. */
function room() {
  const clock = { ms: 0 };
  const begun: { tell: TellStep; work: PromiseWithResolvers<File> }[] = [];
  const jobs = new ReportJobs<File>(() => clock.ms);
  const ask = (request: Partial<JobRequest> = {}) =>
    jobs.ask({ owner: 'ana', key: 'ana portfolio', tag: 'one', ...request }, (tell) => {
      const work = Promise.withResolvers<File>();
      begun.push({ tell, work });
      return work.promise;
    });
  const finish = async (at: number, size = 1) => {
    const file = { bytes: new Uint8Array(size), name: `file ${at}` };
    begun[at]?.work.resolve(file);
    await new Promise(setImmediate);
  };
  return { clock, begun, jobs, ask, finish };
}

describe('a report that takes long', () => {
  it('is made once for whoever asks again, and says how far it is', async () => {
    const { begun, ask, finish } = room();
    const job = ask();
    expect(job.step()).toBe('waiting');
    begun[0]?.tell('figures');
    expect(ask().step()).toBe('figures');
    begun[0]?.tell('printing');
    expect(job.step()).toBe('printing');
    await finish(0);
    expect((await ask().file).name).toBe('file 0');
    expect(begun).toHaveLength(1);
  });

  it('is another for every other reader, right and question', () => {
    const { begun, ask } = room();
    for (const key of ['ana portfolio', 'ana portfolio in French', 'ben portfolio']) ask({ key, owner: key });
    expect(begun).toHaveLength(3);
  });

  it('that was overtaken while it was made is given once, and made anew then', async () => {
    const { begun, jobs, ask, finish } = room();
    ask();
    await finish(0);
    expect((await ask({ tag: 'two' }).file).name).toBe('file 0');
    jobs.taken({ key: 'ana portfolio' });
    // Of the figures that it was begun with it is still right.
    expect((await ask({ tag: 'one' }).file).name).toBe('file 0');
    ask({ tag: 'two' });
    expect(begun).toHaveLength(2);
  });

  it('is kept for ten minutes', async () => {
    const { clock, begun, ask, finish } = room();
    ask();
    await finish(0);
    clock.ms = 10 * MINUTE_MS;
    ask();
    expect(begun).toHaveLength(1);
    clock.ms += 1;
    ask();
    expect(begun).toHaveLength(2);
  });

  it('makes room for newer ones where files are large', async () => {
    const { clock, begun, ask, finish } = room();
    for (const at of [0, 1, 2]) {
      ask({ key: `report ${at}` });
      await finish(at, 90_000_000);
      clock.ms += 1;
    }
    ask({ key: 'report 2' });
    ask({ key: 'report 1' });
    expect(begun).toHaveLength(3);
    ask({ key: 'report 0' });
    expect(begun).toHaveLength(4);
  });

  it('that fails says why to whoever comes back, and is begun anew then', async () => {
    const { begun, jobs, ask } = room();
    ask();
    begun[0]?.work.reject(new Error('broken'));
    await new Promise(setImmediate);
    await expect(ask().file).rejects.toThrow('broken');
    expect(begun).toHaveLength(1);
    jobs.taken({ key: 'ana portfolio' });
    ask();
    expect(begun).toHaveLength(2);
  });

  it('ends at its next step where it is cancelled', () => {
    const { begun, jobs, ask } = room();
    ask();
    jobs.cancel({ key: 'ana portfolio' });
    expect(() => begun[0]?.tell('drawing')).toThrow('was cancelled');
    ask();
    expect(begun).toHaveLength(2);
  });

  it('is refused to whoever has three under way, and where forty are', async () => {
    const { ask, finish } = room();
    for (const at of [0, 1, 2]) ask({ key: `report ${at}` });
    expect(() => ask({ key: 'report 3' })).toThrow(
      expect.objectContaining({
        code: 'REPORT.TOO_MANY',
        options: expect.objectContaining({ kind: 'too-often', retryAfterS: 10 }),
      }),
    );
    await finish(0);
    ask({ key: 'report 3' });
    for (let other = 0; other < 37; other += 1) ask({ owner: `o${other}`, key: `of o${other}` });
    expect(() => ask({ owner: 'one more', key: 'one more' })).toThrow(
      expect.objectContaining({
        code: 'REPORT.BUSY',
        options: expect.objectContaining({ kind: 'broken', retryAfterS: 10 }),
      }),
    );
  });
});
