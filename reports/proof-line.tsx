import type { VNode } from 'preact';
import type { Block, Proof } from '../src/core/report/block.ts';
import type { Edition } from '../src/web/edition.ts';
import { proofMessages } from '../src/web/i18n/messages/proof.ts';

/** Where all figures have the same rows behind them, that is said once, above them. */
export function sharedProof(blocks: readonly Block[]): Proof | null {
  const [first, ...others] = blocks.map(({ proof }) => proof);
  const isSame = others.length > 0 && others.every((proof) => proof?.address === first?.address);
  return isSame ? (first ?? null) : null;
}

export function withoutProof({ proof: _, ...block }: Block): Block {
  return block;
}

/** Where the rows behind figures are: to be followed on a screen, and typed from paper. */
export function ProofLine({
  edition: { t },
  proof: { address },
}: {
  readonly edition: Edition;
  readonly proof: Proof;
}): VNode {
  const typed = address.replace(/^https?:\/\//, '');
  return (
    <p class="proof">
      {t(proofMessages.rowByRow)} <a href={address}>{typed}</a>
    </p>
  );
}
