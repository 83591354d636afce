import type { VNode } from 'preact';
import type { Language } from '../core/text.ts';
import { documentHtml } from '../web/document.ts';

/** What an e-mail says, in the language of its reader; the text part says the same. */
export interface SaidInMail {
  readonly language: Language;
  readonly title: string;
  /** That nothing is new. */
  readonly quiet: string | null;
  /** That the report is attached. */
  readonly attached: string | null;
  readonly link: { readonly about: string; readonly url: string; readonly open: string } | null;
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

/** Many mail programs leave a style sheet out, so what matters stands on the element. */
const STYLE = {
  body: 'margin:0;padding:0;font-family:"IBM Plex Sans",-apple-system,"Segoe UI",Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5;-webkit-text-size-adjust:100%',
  frame: 'max-width:560px;margin:0 auto;padding:24px 16px;overflow-wrap:anywhere',
  title: 'margin:0 0 16px;padding-top:12px;border-top:3px solid #2f7fd0;font-size:22px;line-height:1.3',
  paragraph: 'margin:0 0 16px',
  head: 'margin:24px 0 8px;font-size:16px;line-height:1.4',
  list: 'margin:0 0 16px;padding:0;list-style:none',
  figure: 'padding:8px 0;border-bottom:1px solid #8a94a0',
  small: 'margin:0 0 12px;font-size:13px;line-height:1.5',
  link: 'color:inherit;font-weight:600;text-decoration:underline',
  foot: 'margin-top:32px;padding-top:12px;border-top:1px solid #8a94a0',
} as const;

function ReportMailDocument(said: SaidInMail): VNode {
  return (
    <html lang={said.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{said.title}</title>
      </head>
      <body style={STYLE.body}>
        <div style={STYLE.frame}>
          <h1 style={STYLE.title}>{said.title}</h1>
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
          <div style={STYLE.foot}>
            <p style={STYLE.small}>{said.why}</p>
            {said.stop !== null && (
              <p style={STYLE.small}>
                <a href={said.stop.url} style={STYLE.link}>
                  {said.stop.words}
                </a>
              </p>
            )}
          </div>
        </div>
      </body>
    </html>
  );
}
