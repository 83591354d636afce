import { doneFilter, type View } from '../analytics/index.ts';
import { isRestKey } from '../core/leading-rows.ts';
import type { Block } from '../core/report/block.ts';

/**
 * Blocks with the address of the rows behind their figures, to be printed beneath them.
 *
 * @param what an indicator's code, `targets`, `programs` or a type of transactions
 */
export function withProof<Of extends Block>(view: View, what: string, blocks: readonly Of[]): readonly Of[] {
  const address = view.links.proof(what, doneFilter(view));
  return address === null ? blocks : blocks.map((block) => ({ ...block, proof: { address } }));
}

/** The same of a block each row of which is an indicator. */
export function withProofOfEach(view: View, block: Block): Block {
  const address = view.links.proof(ANY, doneFilter(view));
  const rows = block.short?.rows ?? block.rows;
  const codes = rows.map(({ key }) => key).filter((key) => !isRestKey(key));
  if (address === null || codes.length === 0) return block;
  return { ...block, proof: { address: address.replace(encodeURIComponent(ANY), ANY), codes } };
}

/** Stands where a code is to be put. */
const ANY = '…';
