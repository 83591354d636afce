/** Where a request comes from: for the list of sessions and the audit. */
export interface Arrival {
  readonly address: string;
  readonly userAgent: string;
}
