import { Fragment, type VNode } from 'preact';
import { spanParts } from '../i18n/dates.ts';
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

/** A span of dates on paper: a line ends behind its dash rather than inside a date. */
export function SaidSpan({ text }: { readonly text: string }): VNode {
  const [first = text, ...others] = spanParts(text);
  if (others.length === 0) return <Said text={text} />;
  return (
    <>
      <span class="span-part">{first}</span>
      {others.map((part) => (
        <Fragment key={part}>
          {' '}
          <span class="span-part">{part}</span>
        </Fragment>
      ))}
    </>
  );
}
