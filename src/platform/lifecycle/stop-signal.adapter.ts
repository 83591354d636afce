/** A little longer than the jobs' own time to finish. */
const STOP_TIMEOUT_MS = 30_000;

/** That the process was told to end. */
export interface StopSignal {
  isGiven(): boolean;
  readonly given: Promise<void>;
}

/** The first SIGTERM or SIGINT lets what is under way come to its end, for a while; a second one does not wait. */
export function listenForStop(): StopSignal {
  const { promise, resolve } = Promise.withResolvers<void>();
  let isGiven = false;
  const stop = () => {
    if (isGiven) process.exit(1);
    isGiven = true;
    setTimeout(() => process.exit(1), STOP_TIMEOUT_MS).unref();
    resolve();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  return { isGiven: () => isGiven, given: promise };
}
