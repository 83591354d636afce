// biome-ignore-all lint/a11y/noRedundantRoles: laid out as blocks, a table and its parts lose the roles that they have
import type { ComponentChildren, VNode } from 'preact';

export interface RecordsProps {
  readonly id: string;
  /** For readers who listen: what the table lists. */
  readonly caption: string;
  readonly heads: readonly string[];
  /** Those of them that their cells say themselves, as a button does: beside such a cell they are not said again. */
  readonly said?: readonly string[];
  readonly rows: readonly {
    readonly key: string;
    /** No longer in force. */
    readonly muted?: boolean;
    readonly cells: readonly ComponentChildren[];
  }[];
}

/**
 * A table of people or things with what can be done to each. On a narrow screen each row stands on its own, its heads
 * beside its cells; roles are said, for a table laid out otherwise would be none to those who listen.
 */
export function Records({ id, caption, heads, said = [], rows }: RecordsProps): VNode {
  return (
    <table class="records" id={id} role="table">
      <caption class="visually-hidden">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {heads.map((head) => (
            <th key={head} role="columnheader" scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ key, muted = false, cells }) => (
          <tr key={key} role="row" class={muted ? 'row-muted' : undefined}>
            {cells.map((cell, index) =>
              index === 0 ? (
                <th key={heads[index]} role="rowheader" scope="row">
                  {cell}
                </th>
              ) : (
                <td
                  key={heads[index]}
                  role="cell"
                  data-head={said.includes(heads[index] ?? '') ? undefined : heads[index]}
                >
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
