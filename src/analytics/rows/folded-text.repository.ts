import { type SQL, sql } from 'drizzle-orm';

/**
 * A text as it is searched, as `folded` of src/core/search.ts makes it. What a database calls small letters hangs on its
 * locale, and it knows no marks, so both are said here; plain texts, which are nearly all, need neither. To exchange letters
 * takes long for a text of many, so it is done where there is one to exchange.
 */
export function foldedText(text: SQL): SQL {
  return sql`CASE WHEN octet_length(${text}) = char_length(${text}) THEN lower(${text})
    ELSE (SELECT CASE WHEN d.bare ~ ${LARGE}::text THEN translate(d.bare, ${CAPITALS}::text, ${SMALL}::text) ELSE lower(d.bare) END
      FROM (SELECT regexp_replace(normalize(${text}, NFD), ${MARKS}::text, '', 'g') AS bare OFFSET 0) AS d) END`;
}

const ALL = Array.from({ length: 0x20000 }, (_, code) => code).filter(
  (code) => code < 0xd800 || code > 0xdfff,
);
const MARKS = `[${rangesOf(ALL.filter((code) => /\p{M}/u.test(String.fromCodePoint(code))))}]`;
const [CAPITALS, SMALL] = capitals();
/** Letters beyond those that every database knows small. */
const LARGE = `[${rangesOf([...CAPITALS].map((letter) => letter.codePointAt(0) ?? 0).filter((code) => code > 0x7f))}]`;

function rangesOf(codes: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const code of codes) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === code - 1) last[1] = code;
    else ranges.push([code, code]);
  }
  return ranges
    .map(([first, last]) => [...new Set([first, last])].map((code) => String.fromCodePoint(code)).join('-'))
    .join('');
}

/** Letters and the small ones in their place. */
function capitals(): readonly [string, string] {
  const pairs = ALL.map((code) => String.fromCodePoint(code))
    .map((letter) => [letter, letter.toLowerCase()] as const)
    .filter(([letter, small]) => small !== letter && [...small].length === 1);
  return [pairs.map(([letter]) => letter).join(''), pairs.map(([, small]) => small).join('')];
}
