import { Injectable } from '@nestjs/common';

/** A check fails by throwing; what it throws is shown to whoever runs the service. */
export interface HealthCheck {
  /** One word: `database`, `jobs`, `browser`, `mail`, `disk`, `reports`. */
  readonly name: string;
  check(): Promise<void> | void;
}

export interface HealthState {
  readonly ready: boolean;
  readonly checks: Readonly<
    Record<string, { readonly ok: boolean; readonly ms: number; readonly reason?: string }>
  >;
}

/** A check that hangs is a check that fails; balancers ask every few seconds. */
const CHECK_TIMEOUT_MS = 5_000;

/** What `/readyz` asks. A part that the service leans on adds its check when it starts. */
@Injectable()
export class Health {
  private readonly checks: HealthCheck[] = [];

  add(check: HealthCheck): void {
    this.checks.push(check);
  }

  async state(): Promise<HealthState> {
    const checks = await Promise.all(
      this.checks.map(async (check) => [check.name, await outcome(check)] as const),
    );
    return { ready: checks.every(([, { ok }]) => ok), checks: Object.fromEntries(checks) };
  }
}

async function outcome(check: HealthCheck): Promise<HealthState['checks'][string]> {
  const start = performance.now();
  const ms = () => Math.round(performance.now() - start);
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(new Error(`no answer within ${CHECK_TIMEOUT_MS / 1000} s`)),
    CHECK_TIMEOUT_MS,
  );
  try {
    await Promise.race([(async () => check.check())(), late]);
    return { ok: true, ms: ms() };
  } catch (error) {
    return { ok: false, ms: ms(), reason: error instanceof Error ? error.message : String(error) };
  } finally {
    clearTimeout(timer);
  }
}
