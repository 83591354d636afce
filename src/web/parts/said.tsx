import type { VNode } from 'preact';
import { piecesOf } from '../i18n/languages.ts';

/** Words that may hold a name in another language than the page, which then says so to whoever listens. */
export function Said({ text }: { readonly text: string }): VNode {
  return (
    <>
      {piecesOf(text).map((piece) =>
        piece.language === null ? (
          piece.text
        ) : (
          <span key={piece.text} lang={piece.language}>
            {piece.text}
          </span>
        ),
      )}
    </>
  );
}
