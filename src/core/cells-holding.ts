/**
 * The cells of rows whose text holds one of `signs`, in any language and at any depth, by column.
 *
 * @example cellsHolding([{ code: 'NET-POL', title: { en: 'Networks 😀' } }], ({ code }) => code, ['😀'])
 *   // [{ key: 'NET-POL', column: 'title' }]
 */
export function cellsHolding<Row extends object>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  signs: readonly string[],
): readonly { readonly key: string; readonly column: string }[] {
  return rows.flatMap((row) =>
    Object.entries(row)
      .filter(([, value]) => holds(value, signs))
      .map(([column]) => ({ key: keyOf(row), column })),
  );
}

/** A text, its translations, or a list of things that have some. */
function holds(value: unknown, signs: readonly string[]): boolean {
  if (typeof value === 'string') return signs.some((sign) => value.includes(sign));
  return (
    typeof value === 'object' && value !== null && Object.values(value).some((part) => holds(part, signs))
  );
}
