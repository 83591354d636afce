import type { ComponentChildren, VNode } from 'preact';
import { Said } from './said.tsx';

/** The head of a page: what it is, and what to take from it. */
export function PageHeading(props: {
  /** A few words above the title: where the reader is. */
  readonly kicker?: string;
  readonly title: string;
  readonly lede?: ComponentChildren;
}): VNode {
  return (
    <header class="page-heading">
      {props.kicker && <p class="kicker">{props.kicker}</p>}
      <h1>
        <Said text={props.title} />
      </h1>
      {props.lede && <p class="lede">{props.lede}</p>}
    </header>
  );
}

/** One subject of a page or a report. */
export function Section(props: {
  readonly id: string;
  readonly title: string;
  readonly lede?: ComponentChildren;
  /** `text`: running text, with the heading beside it where there is room. */
  readonly layout?: 'figures' | 'text';
  /** Begins a sheet of paper. */
  readonly newPage?: boolean;
  readonly children: ComponentChildren;
}): VNode {
  const { layout = 'figures', newPage = false } = props;
  // Apart from the ids of the figures inside.
  const headingId = `section-${props.id}`;
  const classes = ['section', `section-${layout}`, ...(newPage ? ['section-new-page'] : [])];
  return (
    <section class={classes.join(' ')} aria-labelledby={headingId}>
      <header>
        <h2 id={headingId}>{props.title}</h2>
        {props.lede && <p>{props.lede}</p>}
      </header>
      <div>{props.children}</div>
    </section>
  );
}

/** Running text, no wider than is pleasant to read. */
export function Prose({ children }: { readonly children: ComponentChildren }): VNode {
  return <div class="prose">{children}</div>;
}

/** Fields and what they hold, as on a fact sheet; a description may be several paragraphs. */
export function DefinitionList(props: {
  readonly items: readonly { readonly term: string; readonly description: ComponentChildren }[];
}): VNode {
  return (
    <dl class="fields">
      {props.items.flatMap(({ term, description }) => [
        <dt key={`${term}-term`}>{term}</dt>,
        <dd key={term}>{description}</dd>,
      ])}
    </dl>
  );
}
