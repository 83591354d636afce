import { Fragment, type VNode } from 'preact';
import type { ToldBlock, ToldPiece, ToldSection, ToldText } from '../../core/report/told-text.ts';
import type { Edition } from '../edition.ts';
import { narrativeMessages } from '../i18n/messages/narratives.ts';
import { Said } from './said.tsx';

/** What is told of something, section by section. */
export function ToldSections(props: {
  readonly edition: Edition;
  readonly sections: readonly ToldSection[];
  /** Of the headings of sections. */
  readonly level: 3 | 4;
  /** Where what a text said before is led to. */
  readonly withHistory?: boolean;
}): VNode {
  const { edition, sections, level, withHistory = false } = props;
  const Heading = level === 3 ? 'h3' : 'h4';
  return (
    <div class="told">
      {sections.map(({ section, label, texts }) => (
        <section key={section} class="told-section">
          <Heading>{label}</Heading>
          <div>
            {texts.map((text) => (
              <Told key={text.id} edition={edition} text={text} withHistory={withHistory} />
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}

/** One text: what it is of, its words, and where it stands. */
export function Told(props: {
  readonly edition: Edition;
  readonly text: ToldText;
  readonly withHistory?: boolean;
}): VNode {
  const { edition, text, withHistory = false } = props;
  const { source, remark, href } = text;
  // Where its history is led to, the way there stands beside the sheet; else one line says all of it. Who reads on paper does not
  // know the sheets.
  const ends =
    withHistory || source === null || edition.medium === 'print' ? [] : [{ text: source, href: null }];
  const about = [...text.about, ...ends];
  return (
    <div class="told-text">
      {about.length > 0 && (
        <p class="told-about">
          {about.map((each, index) => (
            <Fragment key={each.text}>
              {index > 0 && ' · '}
              {each.href === null ? <Said text={each.text} /> : <a href={each.href}>{each.text}</a>}
            </Fragment>
          ))}
        </p>
      )}
      <ToldWords edition={edition} text={text} />
      {remark !== undefined && <span class="remark">{remark}</span>}
      {withHistory && (
        <p class="told-source">
          {source !== null && <Said text={source} />}
          {href !== null && (
            <>
              {source !== null && ' · '}
              <a href={href}>{edition.t(narrativeMessages.history)}</a>
            </>
          )}
        </p>
      )}
    </div>
  );
}

/** The words alone, in their language, with figures in the reader's. */
export function ToldWords({
  edition,
  text: { language, blocks },
}: {
  readonly edition: Edition;
  readonly text: Pick<ToldText, 'language' | 'blocks'>;
}): VNode {
  const figures = language === null ? undefined : edition.language;
  return (
    <div class="told-words" lang={language ?? undefined} dir="auto">
      {blocks.map((block, index) => (
        // Two paragraphs may say the same.
        <Block key={index} block={block} figures={figures} />
      ))}
    </div>
  );
}

/** In letters, some seven lines: a paragraph of no more stays together on paper, where two ends of it would be a line each. */
const SHORT_PARAGRAPH = 560;

/** @param props.figures the language of the figures, where it is not that of the words */
function Block(props: { readonly block: ToldBlock; readonly figures: string | undefined }): VNode {
  const { block, figures } = props;
  if (block.is === 'paragraph') {
    const letters = block.pieces.reduce((sum, { text }) => sum + text.length, 0);
    const words = <Pieces pieces={block.pieces} figures={figures} />;
    return letters <= SHORT_PARAGRAPH ? <p class="told-short">{words}</p> : <p>{words}</p>;
  }
  return (
    <ul>
      {block.items.map((item, index) => (
        <li key={index}>
          <Pieces pieces={item} figures={figures} />
        </li>
      ))}
    </ul>
  );
}

function Pieces(props: {
  readonly pieces: readonly ToldPiece[];
  readonly figures: string | undefined;
}): VNode {
  return (
    <>
      {props.pieces.map(({ text, figure }, index) => {
        if (figure === null) return text;
        const said = figure.href === null ? text : <a href={figure.href}>{text}</a>;
        return (
          <bdi key={index} lang={props.figures}>
            {said}
          </bdi>
        );
      })}
    </>
  );
}
