/**
 * A number in compact notation, with one sign for thousands: Spanish locales write "1.2 K" and "12 k".
 *
 * @param format one with `notation: 'compact'`
 * @example compactNumber(new Intl.NumberFormat('es-CO', { notation: 'compact' }), 1200) // '1.2 k'
 */
export function compactNumber(format: Intl.NumberFormat, value: number | `${number}`): string {
  const spanish = format.resolvedOptions().locale.startsWith('es');
  return format
    .formatToParts(value)
    .map(({ type, value: written }) => (spanish && type === 'compact' && written === 'K' ? 'k' : written))
    .join('');
}
