import type { VNode } from 'preact';
import type { Frame } from '../../access/index.ts';
import { pieceWords, type View } from '../../analytics/index.ts';
import type { EvidencePiece } from '../../results/index.ts';
import { pageFrom } from '../../web/url.ts';

/** What came with a row, each to be opened; nothing where there is none. */
export function PiecesOfRow({
  frame,
  view,
  pieces,
}: {
  readonly frame: Frame;
  readonly view: View;
  readonly pieces: readonly EvidencePiece[];
}): VNode | null {
  if (pieces.length === 0) return null;
  return (
    <ul class="evidence-of-row">
      {pieces.map((piece) => (
        <li key={piece.id}>
          <a href={piece.url ?? pageFrom(frame.url, `/evidence/${piece.id}`)}>
            {frame.edition.f.text(piece.title)}
          </a>{' '}
          <span class="quiet small">{pieceWords(view, piece).details}</span>
        </li>
      ))}
    </ul>
  );
}
