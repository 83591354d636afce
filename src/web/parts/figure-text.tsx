import type { VNode } from 'preact';
import type { Figure } from '../../core/figure.ts';
import type { Edition } from '../edition.ts';
import type { StatedFigure } from '../i18n/figures.ts';

/**
 * A figure in running text or a cell, whole: its number, and what is approximate or undated in it. Nothing hides in a
 * tooltip. `stated`: the one result that the figure is, so that its own qualifier is kept ("at least 340").
 */
export function FigureText(props: {
  readonly edition: Edition;
  readonly figure: Figure;
  readonly stated?: StatedFigure;
  /** What is counted, between the number and its note: "37 officials trained, of which 30 approximate". */
  readonly unit?: string;
  readonly href?: string | null;
}): VNode {
  const { edition, figure, stated, unit, href } = props;
  const { f } = edition;
  if (figure.value === null) {
    return (
      <span class="figure-missing">
        {unit && `${unit}, `}
        {f.figureValue(figure)}
      </span>
    );
  }
  const value = stated ? f.stated(stated) : f.figureValue(figure);
  const note = stated ? null : f.figureNote(figure);
  return (
    <span class="figure-text">
      {href ? (
        <a class="figure-value" href={href}>
          {value}
        </a>
      ) : (
        <span class="figure-value">{value}</span>
      )}
      {unit && ` ${unit}`}
      {note !== null && <span class="figure-note">, {note}</span>}
    </span>
  );
}
