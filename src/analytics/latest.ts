/** The latest of what was read, each as of the revision that was the newest then. */
export class Latest<Value> {
  private readonly entries = new Map<string, { readonly newest: number; readonly value: Value }>();

  constructor(private readonly most: number) {}

  get(key: string, newest: number): Value | null {
    const known = this.entries.get(key);
    return known !== undefined && known.newest === newest ? known.value : null;
  }

  /** What was kept last, of whichever revision. */
  last(key: string): { readonly newest: number; readonly value: Value } | null {
    return this.entries.get(key) ?? null;
  }

  /** Of two readings at once the newer one stays. */
  keep(key: string, newest: number, value: Value): void {
    const now = this.entries.get(key);
    if (now !== undefined && now.newest > newest) return;
    this.entries.delete(key);
    this.entries.set(key, { newest, value });
    const [oldest] = this.entries.keys();
    if (this.entries.size > this.most && oldest !== undefined) this.entries.delete(oldest);
  }
}
