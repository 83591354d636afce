import type { VNode } from 'preact';
import type { Tile } from '../../core/report/block.ts';
import type { Edition } from '../edition.ts';
import { commonMessages } from '../i18n/messages/common.ts';
import { Said } from './said.tsx';

/** Headline figures: the number, what it counts, and what a reader must know beside it. The number leads to its rows. */
export function Tiles({
  edition,
  tiles,
}: {
  readonly edition: Edition;
  readonly tiles: readonly Tile[];
}): VNode {
  return (
    <ul class="tiles">
      {tiles.map((tile) => (
        <li key={tile.id} id={`tile-${tile.id}`} class="tile">
          <p class={isNumber(tile.value) ? 'tile-value' : 'tile-words'}>
            {tile.href === null ? (
              tile.value
            ) : (
              <a href={tile.href} aria-label={`${tile.value} ${tile.label}`}>
                {tile.value}
              </a>
            )}
          </p>
          <p class="tile-label">
            {tile.page === undefined ? (
              <Said text={tile.label} />
            ) : (
              <a href={tile.page}>
                <Said text={tile.label} />
              </a>
            )}
          </p>
          {tile.changes?.map((change) => (
            <p key={change} class="tile-change">
              {change}
            </p>
          ))}
          {tile.note !== null && <p class="tile-note">{tile.note}</p>}
          {tile.illustrative && <p class="tile-note">{edition.t(commonMessages.illustrative)}</p>}
        </li>
      ))}
    </ul>
  );
}

/** "not reported" is not a number, and is not set as if it were one. */
function isNumber(value: string): boolean {
  return /\d/.test(value);
}
