/** Something that may not be torn, told at several lengths: all of it first, then less and less. */
export interface Lengths<Item> {
  readonly lengths: readonly { readonly item: Item; readonly height: number }[];
}

export interface SheetPage<Item> {
  readonly items: readonly Item[];
  /** What of the page is used. */
  readonly used: number;
  /** Less than has to be used before the next one is begun. */
  readonly isShort: boolean;
}

/** How much of a page has to be used before the next one is begun; what is worked out is a little more than what is printed. */
const FULL = 0.76;
/** What it costs to come forward by one place, in squares of steps of length: rather that than to say much less. */
const FORWARD = 2;

/**
 * Puts what may not be torn on pages, so that pages are full and as little as possible is left out. What nearly fills a page
 * has one of its own; others share one, in their order unless a later one fits better. A page that stays short comes last,
 * where something else goes on below it.
 *
 * @param first how much of the first page is taken already; 0: nothing
 * @example intoPages([half, whole, half], { room: 900, gap: 20, first: 0 }) // [[half, half], [whole]]
 */
export function intoPages<Item>(
  items: readonly Lengths<Item>[],
  { room, gap, first }: { readonly room: number; readonly gap: number; readonly first: number },
): readonly SheetPage<Item>[] {
  let left = [...items];
  const pages: Omit<SheetPage<Item>, 'isShort'>[] = [];
  if (first > 0) {
    const own = firstThatFits(left, room - first - gap);
    pages.push({ items: own === null ? [] : [own.chosen.item], used: first + (own?.chosen.height ?? 0) });
    if (own !== null) left = left.filter((each) => each !== own.from);
  }
  const fixed = pages.length;
  while (left.length > 0) {
    const [own, ...others] = left as [Lengths<Item>, ...Lengths<Item>[]];
    const page = alone(own, room) ?? paired(own, others, room - gap) ?? shortened(own, room);
    const taken: Lengths<Item>[] = [...page.from];
    const shown = [...page.chosen];
    left = left.filter((each) => !taken.includes(each));
    let used = shown.reduce((sum, { height }) => sum + height + gap, -gap);
    for (;;) {
      // On a page that would stay short, rather with less of another.
      const most = used < room * FULL ? Number.POSITIVE_INFINITY : 0;
      const more = firstThatFits(left, room - used - gap, most);
      if (more === null) break;
      shown.push(more.chosen);
      used += more.chosen.height + gap;
      left = left.filter((each) => each !== more.from);
    }
    pages.push({ items: shown.map(({ item }) => item), used });
  }
  const told = pages.map((page) => ({ ...page, isShort: page.used < room * FULL }));
  const [head, rest] = [told.slice(0, fixed), told.slice(fixed)];
  return [...head, ...rest.filter(({ isShort }) => !isShort), ...rest.filter(({ isShort }) => isShort)];
}

interface Chosen<Item> {
  readonly from: readonly Lengths<Item>[];
  readonly chosen: readonly Lengths<Item>['lengths'][number][];
}

/** On a page of its own, where it nearly fills one. */
function alone<Item>(own: Lengths<Item>, room: number): Chosen<Item> | null {
  const found = own.lengths.find(({ height }) => height <= room);
  return found !== undefined && found.height >= room * FULL ? { from: [own], chosen: [found] } : null;
}

/** With the one beside which the least is left out; rather something of both than nearly all of one. */
function paired<Item>(
  own: Lengths<Item>,
  others: readonly Lengths<Item>[],
  room: number,
): Chosen<Item> | null {
  let best: { readonly cost: number; readonly page: Chosen<Item> } | null = null;
  others.forEach((other, place) => {
    own.lengths.forEach((mine, less) => {
      const at = other.lengths.findIndex(({ height }) => mine.height + height <= room);
      const yours = other.lengths[at];
      const cost = less ** 2 + at ** 2 + place * FORWARD;
      if (yours === undefined || (best !== null && best.cost <= cost)) return;
      best = { cost, page: { from: [own, other], chosen: [mine, yours] } };
    });
  });
  return (best as { readonly page: Chosen<Item> } | null)?.page ?? null;
}

function shortened<Item>(own: Lengths<Item>, room: number): Chosen<Item> {
  const found = own.lengths.find(({ height }) => height <= room) ?? own.lengths.at(-1);
  if (found === undefined) throw new Error('What stands on a page has no length.');
  return { from: [own], chosen: [found] };
}

/** @param most steps of length that it may be shorter */
function firstThatFits<Item>(
  items: readonly Lengths<Item>[],
  room: number,
  most = Number.POSITIVE_INFINITY,
): { readonly from: Lengths<Item>; readonly chosen: Lengths<Item>['lengths'][number] } | null {
  for (const from of items) {
    const chosen = from.lengths.find(({ height }, less) => less <= most && height <= room);
    if (chosen !== undefined) return { from, chosen };
  }
  return null;
}
