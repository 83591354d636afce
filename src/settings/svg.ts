import { Parser } from 'saxen';
import { type ReadLogo, refused } from './logo-refusal.ts';

/** Shapes, and what fills and cuts them. No letters (they would need fonts), no pictures, no filters, nothing that moves. */
const ELEMENTS: ReadonlySet<string> = new Set(
  'svg g path rect circle ellipse line polyline polygon defs linearGradient radialGradient stop clipPath use style'.split(
    ' ',
  ),
);

/** Said to people or to editors, and not to be seen. Whatever has a prefix is an editor's own. */
const UNSEEN: ReadonlySet<string> = new Set(['title', 'desc', 'metadata']);

const ATTRIBUTES: ReadonlySet<string> = new Set(
  (
    'id class style transform d x y x1 y1 x2 y2 cx cy r rx ry fx fy width height points pathLength viewBox preserveAspectRatio ' +
    'fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit ' +
    'stroke-dasharray stroke-dashoffset opacity color display visibility overflow clip-path clip-rule clipPathUnits ' +
    'gradientUnits gradientTransform spreadMethod offset stop-color stop-opacity href'
  ).split(' '),
);

/** Each is drawn once more; what would be drawn by another one is refused, so that they do not multiply. */
const MOST_USES = 50;

/**
 * An SVG of shapes, written anew: nothing is in it but the elements and attributes above, so there is no script, no
 * address and no reference to anything outside. What cannot be shown so is named, and not left out.
 *
 * @throws DomainError `LOGO.…` (refused)
 */
export function readSvg(bytes: Uint8Array): ReadLogo {
  const writer = new SvgWriter();
  let failed: Error | null = null;
  const parser = new Parser();
  parser.on('openTag', (name, attributes, decode) => {
    if (failed === null) failed = attempt(() => writer.open(name, attributes(), decode));
  });
  parser.on('closeTag', () => writer.close());
  parser.on('text', (text, decode) => {
    if (failed === null) failed = attempt(() => writer.text(decode(text)));
  });
  parser.on('cdata', (text) => {
    if (failed === null) failed = attempt(() => writer.text(text));
  });
  parser.on('error', (error) => {
    failed ??= refused('LOGO.BROKEN', `The SVG cannot be read: ${error.message}`);
  });
  const text = textOf(bytes);
  if (!/<svg[\s>]/.test(text)) throw refused('LOGO.TYPE', 'It is neither a PNG nor an SVG.');
  parser.write(text);
  parser.end();
  if (failed !== null) throw failed;
  return writer.end();
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refused('LOGO.TYPE', 'It is neither a PNG nor an SVG in UTF-8.');
  }
}

function attempt(work: () => void): Error | null {
  try {
    work();
    return null;
  } catch (error) {
    return error as Error;
  }
}

type Attributes = Readonly<Record<string, string>>;

class SvgWriter {
  private readonly written: string[] = [];
  /** Of what is open: its name, null where it is left out; and its id. */
  private readonly stack: { readonly name: string | null; readonly id: string | null }[] = [];
  private size: Pick<ReadLogo, 'width' | 'height'> | null = null;
  private readonly uses: { readonly of: string; readonly within: readonly string[] }[] = [];
  private isOver = false;

  open(name: string, given: Attributes, decode: (text: string) => string): void {
    const isLeftOut = this.stack.some((each) => each.name === null) || name.includes(':') || UNSEEN.has(name);
    if (isLeftOut) {
      this.stack.push({ name: null, id: null });
      return;
    }
    const isRoot = this.stack.length === 0;
    if (!ELEMENTS.has(name) || (name === 'svg') !== isRoot || this.isOver) throw part(`<${name}>`);
    const attributes = attributesOf(given, decode);
    const isInClip = this.stack.some((each) => each.name === 'clipPath') || name === 'clipPath';
    if (isInClip && Object.hasOwn(attributes, 'clip-path')) throw part('clip-path');
    if (name === 'use') this.use(attributes);
    this.stack.push({ name, id: attributes.id ?? null });
    this.written.push(`<${name}${isRoot ? this.root(attributes) : written(attributes)}>`);
  }

  close(): void {
    const closed = this.stack.pop();
    if (closed?.name != null) this.written.push(`</${closed.name}>`);
    if (this.stack.length === 0) this.isOver = true;
  }

  /** Text is shown nowhere; that of a style says how shapes look. */
  text(text: string): void {
    if (this.stack.at(-1)?.name !== 'style') return;
    checkStyle(text);
    this.written.push(escaped(text));
  }

  end(): ReadLogo {
    if (this.size === null || !this.isOver) throw refused('LOGO.BROKEN', 'The SVG is not whole.');
    const used = new Set(this.uses.map(({ of }) => of));
    if (this.uses.length > MOST_USES || this.uses.some(({ within }) => within.some((id) => used.has(id))))
      throw part('<use>');
    return { ...this.size, content: new TextEncoder().encode(this.written.join('')) };
  }

  private use({ href }: Attributes): void {
    const within = this.stack.flatMap(({ id }) => id ?? []);
    this.uses.push({ of: (href ?? '').slice(1), within });
  }

  /** The size of the picture, and the part of the plane that it shows. */
  private root({ width, height, viewBox, x: _x, y: _y, ...others }: Attributes): string {
    const box = viewBox
      ?.trim()
      .split(/[\s,]+/)
      .map(Number);
    const [left, top, wide, high] = box ?? [0, 0, pixels(width), pixels(height)];
    const numbers = [left, top, wide, high].map((each) => each ?? Number.NaN);
    const [, , w = 0, h = 0] = numbers;
    if (!numbers.every(Number.isFinite) || w <= 0 || h <= 0 || w > 1e6 || h > 1e6)
      throw refused('LOGO.SVG_SIZE', 'The SVG says by no viewBox how large it is.');
    // Whole numbers, and none so small that their ratio is lost.
    const scale = Math.max(1, 100 / Math.min(w, h));
    this.size = { width: Math.round(w * scale), height: Math.round(h * scale) };
    const attributes = { viewBox: numbers.join(' '), width: String(w), height: String(h), ...others };
    return ` xmlns="http://www.w3.org/2000/svg"${written(attributes)}`;
  }
}

function attributesOf(given: Attributes, decode: (text: string) => string): Attributes {
  const kept = Object.entries(given).flatMap(([name, value]) => {
    if (/^on/i.test(name)) throw part(name);
    const plain = name === 'xlink:href' ? 'href' : name;
    return ATTRIBUTES.has(plain) ? [[plain, checked(plain, decode(value))] as const] : [];
  });
  return Object.fromEntries(kept);
}

function checked(name: string, value: string): string {
  if (name === 'href' && !/^#[\w.-]+$/.test(value)) throw reference(value);
  checkStyle(value);
  return value;
}

/** Neither rules that load something, nor escapes that hide one. */
function checkStyle(css: string): void {
  const [outside] = /@[\w-]*|\\|(?:url|image|image-set|src)\s*\((?!\s*["']?#)[^)]*/i.exec(css) ?? [];
  if (outside !== undefined) throw reference(outside);
}

function pixels(length: string | undefined): number {
  return /^\s*[\d.]+(px)?\s*$/.test(length ?? '') ? Number.parseFloat(length ?? '') : Number.NaN;
}

function written(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

function part(what: string) {
  return refused('LOGO.SVG_PART', `The SVG holds ${what}, which is not shown.`, {
    values: { part: what.slice(0, 40) },
  });
}

function reference(to: string) {
  return refused('LOGO.SVG_REFERENCE', `The SVG refers to "${to}".`, { values: { to: to.slice(0, 60) } });
}
