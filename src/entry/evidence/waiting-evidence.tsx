import type { VNode } from 'preact';
import type { Frame } from '../../access/index.ts';
import { pieceWords, type View } from '../../analytics/index.ts';
import type { EvidencePiece } from '../../results/index.ts';
import { evidenceMessages as m } from '../../web/i18n/messages/evidence.ts';
import { Records } from '../../web/parts/records.tsx';
import { Section } from '../../web/parts/section.tsx';
import { pageFrom } from '../../web/url.ts';

/** What others attached and nobody has looked at: each leads to its figure's evidence, where it is confirmed. */
export function WaitingEvidence({
  frame,
  view,
  pieces,
}: {
  readonly frame: Frame;
  readonly view: View;
  readonly pieces: readonly EvidencePiece[];
}): VNode | null {
  const { t, f } = frame.edition;
  if (pieces.length === 0) return null;
  return (
    <Section id="waiting-evidence" title={t(m.waiting)} lede={t(m.waitingLede)}>
      <Records
        id="waiting-pieces"
        caption={t(m.waiting)}
        heads={[t(m.what), t(m.addedBy)]}
        rows={pieces.map((piece) => ({
          key: piece.id,
          cells: [
            <span key="what">
              <a href={pageFrom(frame.url, `/results/${piece.result}/evidence`)}>{f.text(piece.title)}</a>{' '}
              <span class="quiet small">{pieceWords(view, piece).details}</span>
            </span>,
            `${piece.addedName ?? ''}, ${piece.addedAt === null ? '' : f.moment(piece.addedAt, view.known.timeZone)}`,
          ],
        }))}
      />
    </Section>
  );
}
