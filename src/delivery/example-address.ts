/** Why nothing is sent there, as the ledger and the command line say it. */
export const EXAMPLE_REASON = 'an example address: nothing is sent to it';

/**
 * Whether an address is made up for a demonstration: names under `.example` belong to nobody and never will (RFC 2606).
 * The subscriptions of the seeds have such ones, so that a first start writes to nobody.
 *
 * @example isExampleAddress('managers@portfolio.example') // true
 */
export function isExampleAddress(address: string): boolean {
  return /[@.]example\.?$/i.test(address);
}
