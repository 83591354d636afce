/** A colour as `#rrggbb`, in lower case. */
export type Hex = string;

type Triple = readonly [number, number, number];

/** Whether a text is a colour as `#rrggbb`, in either case. */
export function isHex(text: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(text);
}

/**
 * The contrast of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio").
 *
 * @example contrast('#000000', '#ffffff') // 21
 */
export function contrast(one: Hex, other: Hex): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** WCAG 2.2: text on what is behind it, and marks that say something. */
export const TEXT_CONTRAST = 4.5;
export const MARK_CONTRAST = 3;

/** From 0, black, to 1, white (WCAG 2.2, "relative luminance"). */
function luminance(hex: Hex): number {
  const [r, g, b] = linear(hex);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/**
 * The shade of a colour that is nearest to it and stands out from `behind` by `least`: the colour itself where it does,
 * otherwise a darker one on what is light, and a lighter one on what is dark.
 *
 * @example readableOn('#ffcc00', '#ffffff', 4.5) // a dark gold
 */
export function readableOn(colour: Hex, behind: Hex, least: number): Hex {
  if (contrast(colour, behind) >= least) return colour.toLowerCase();
  const { l, c, h } = toOklch(colour);
  const step = luminance(behind) > 0.18 ? -0.004 : 0.004;
  for (let lightness = l; lightness >= 0 && lightness <= 1; lightness += step) {
    const shade = fromOklch({ l: lightness, c, h });
    if (contrast(shade, behind) >= least) return shade;
  }
  return step < 0 ? '#000000' : '#ffffff';
}

/** Lightness from 0 to 1, chroma, and hue in radians (Ottosson 2020). */
export interface Oklch {
  readonly l: number;
  readonly c: number;
  readonly h: number;
}

export function toOklch(hex: Hex): Oklch {
  const [r, g, b] = linear(hex);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return {
    l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    c: Math.hypot(a, bb),
    h: Math.atan2(bb, a),
  };
}

/** The colour on a screen; one that no screen can show loses chroma until one can. */
export function fromOklch({ l, c, h }: Oklch): Hex {
  for (let chroma = c; chroma > 0; chroma -= 0.004) {
    const rgb = rgbOf({ l, c: chroma, h });
    if (rgb.every((share) => share >= -0.0005 && share <= 1.0005)) return hexOf(rgb);
  }
  return hexOf(rgbOf({ l, c: 0, h }));
}

function rgbOf({ l, c, h }: Oklch): Triple {
  const [a, b] = [c * Math.cos(h), c * Math.sin(h)];
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const middle = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
  ];
}

/** Full vision, and full loss of one kind of cone, in linear RGB (Machado, Oliveira and Fernandes 2009). */
const VISIONS: readonly (readonly Triple[])[] = [
  [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
];

/** How far apart two colours are for whoever sees them least so (CIE76; about 2 is just noticeable). */
export function apartForAll(one: Hex, other: Hex): number {
  return Math.min(
    ...VISIONS.map((vision) => {
      const [a, b] = [labOf(seenBy(vision, one)), labOf(seenBy(vision, other))];
      return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
    }),
  );
}

function seenBy(vision: readonly Triple[], hex: Hex): Triple {
  const [r, g, b] = linear(hex);
  const [sr = 0, sg = 0, sb = 0] = vision.map((row) => clamped(row[0] * r + row[1] * g + row[2] * b));
  return [sr, sg, sb];
}

function labOf([r, g, b]: Triple): Triple {
  const curve = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = curve((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  const y = curve(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = curve((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function linear(hex: Hex): Triple {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((start) => {
    const share = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return [r, g, b];
}

function hexOf(rgb: Triple): Hex {
  const parts = rgb.map((share) => {
    const light = clamped(share);
    const shown = light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055;
    return Math.round(shown * 255)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${parts.join('')}`;
}

function clamped(share: number): number {
  return Math.min(1, Math.max(0, share));
}
