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

/** The same of a block each row of which is an indicator: of several no one address is of all. */
export function withProofOfEach(view: View, block: Block): Block {
  const rows = block.short?.rows ?? block.rows;
  const [only, ...others] = rows.map(({ key }) => key).filter((key) => !isRestKey(key));
  return only === undefined || others.length > 0 ? block : (withProof(view, only, [block])[0] ?? block);
}
