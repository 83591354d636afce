import type { VNode } from 'preact';
import type { Language } from '../core/text.ts';
import { documentHtml } from '../web/document.ts';
import { MailFrame, STYLE } from './mail-frame.tsx';

/** What an e-mail says, in the language of its reader; the text part says the same. */
export interface SaidInMail {
  readonly language: Language;
  readonly title: string;
  /** That nothing is new. */
  readonly quiet: string | null;
  /** That the report is attached. */
  readonly attached: string | null;
  readonly link: { readonly about: string; readonly url: string; readonly open: string } | null;
  /** What earlier reports said otherwise; null: nothing has changed. */
  readonly changed: { readonly head: string; readonly sentences: readonly string[] } | null;
  readonly figuresHead: string;
  /** Each in one sentence, as the text has it. */
  readonly figures: readonly string[];
  readonly cautions: readonly string[];
  readonly online: { readonly words: string; readonly url: string } | null;
  readonly why: string;
  readonly stop: { readonly words: string; readonly url: string } | null;
}

/**
 * The HTML part of an e-mail. It fetches nothing: no picture, no font, no style sheet; so nobody learns that it was read,
 * and it is whole where pictures are off. Colours are the reader's own, on light and on dark; the one
 * accent is a line.
 */
export function reportMailHtml(said: SaidInMail): string {
  return documentHtml(ReportMailDocument(said));
}

function ReportMailDocument(said: SaidInMail): VNode {
  return (
    <MailFrame {...said}>
      {said.quiet !== null && <p style={STYLE.paragraph}>{said.quiet}</p>}
      {said.attached !== null && <p style={STYLE.paragraph}>{said.attached}</p>}
      {said.link !== null && (
        <>
          <p style={STYLE.paragraph}>{said.link.about}</p>
          <p style={STYLE.paragraph}>
            <a href={said.link.url} style={STYLE.link}>
              {said.link.open}
            </a>
          </p>
        </>
      )}
      {said.changed !== null && (
        <>
          <h2 style={STYLE.head}>{said.changed.head}</h2>
          <ul style={STYLE.list}>
            {said.changed.sentences.map((sentence) => (
              <li key={sentence} style={STYLE.figure}>
                {sentence}
              </li>
            ))}
          </ul>
        </>
      )}
      <h2 style={STYLE.head}>{said.figuresHead}</h2>
      <ul style={STYLE.list}>
        {said.figures.map((figure) => (
          <li key={figure} style={STYLE.figure}>
            {figure}
          </li>
        ))}
      </ul>
      {said.cautions.map((caution) => (
        <p key={caution} style={STYLE.small}>
          {caution}
        </p>
      ))}
      {said.online !== null && (
        <p style={STYLE.paragraph}>
          <a href={said.online.url} style={STYLE.link}>
            {said.online.words}
          </a>
        </p>
      )}
    </MailFrame>
  );
}
