/**
 * The last typeface of every document that is printed: it has one glyph, an empty box, for each and every sign. Nothing
 * is set in it that another typeface has, and none of the machine's own ever stands in. So where it is used, a sign could
 * not be written, and the browser itself says so.
 */
export const NO_GLYPH = 'No Glyph';
