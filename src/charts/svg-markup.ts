/** At most two decimals, no trailing zeros, no "-0": a hundredth of a pixel is finer than any printer. */
export function decimal(value: number): string {
  return String(Math.round(value * 100) / 100 + 0);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it may stand in markup and in a double-quoted attribute; what no XML document may hold is left out. */
export function escapeMarkup(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');
}

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** One element; an attribute that is `undefined` is left out. `content` is markup already, text must come escaped. */
export function element(name: string, attributes: Attributes, content = ''): string {
  let tag = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    tag += ` ${key}="${typeof value === 'number' ? decimal(value) : escapeMarkup(value)}"`;
  }
  return content === '' ? `${tag}/>` : `${tag}>${content}</${name}>`;
}

/** An id or the start of one, made of characters that need no escaping anywhere. */
export function idOf(text: string): string {
  return text.replace(/[^A-Za-z0-9_-]/g, '-');
}

/** Where a mark may lead: an address of the web or of this site, never a script. */
export function safeHref(href: string | undefined): string | undefined {
  return href !== undefined && /^(?:https?:\/\/|[/?#])/.test(href) ? href : undefined;
}
