import type { VNode } from 'preact';
import encodeQR from 'qr';

/** Modules of quiet around the code (ISO/IEC 18004: four). */
const QUIET = 4;

/** A text as a QR code: black on white in any scheme, for many telephones read it in no other way. */
export function QrPicture({ text, label }: { readonly text: string; readonly label: string }): VNode {
  const rows = encodeQR(text, 'raw', { border: QUIET, ecc: 'medium' });
  const size = rows.length;
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={pathOf(rows)} fill="#000" />
    </svg>
  );
}

/** Each run of dark modules in a row is one rectangle: `M x,y h length v 1 h -length z`. */
function pathOf(rows: readonly (readonly boolean[])[]): string {
  return rows
    .flatMap((row, y) =>
      row.flatMap((dark, x) => {
        if (!dark || row[x - 1] === true) return [];
        const end = row.indexOf(false, x);
        const length = (end === -1 ? row.length : end) - x;
        return [`M${x},${y}h${length}v1h-${length}z`];
      }),
    )
    .join('');
}
