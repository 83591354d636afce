import type { ComponentChildren, VNode } from 'preact';
import type { Language } from '../core/text.ts';

/** Many mail programs leave a style sheet out, so what matters stands on the element. */
export const STYLE = {
  body: 'margin:0;padding:0;font-family:"IBM Plex Sans",-apple-system,"Segoe UI",Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5;-webkit-text-size-adjust:100%',
  frame: 'max-width:560px;margin:0 auto;padding:24px 16px;overflow-wrap:anywhere',
  title: 'margin:0 0 16px;padding-top:12px;border-top:3px solid #2f7fd0;font-size:22px;line-height:1.3',
  paragraph: 'margin:0 0 16px',
  head: 'margin:24px 0 8px;font-size:16px;line-height:1.4',
  list: 'margin:0 0 16px;padding:0;list-style:none',
  figure: 'padding:8px 0;border-bottom:1px solid #8a94a0',
  small: 'margin:0 0 12px;font-size:13px;line-height:1.5',
  link: 'color:inherit;font-weight:600;text-decoration:underline',
  button:
    'display:inline-block;padding:10px 16px;border:2px solid #2f7fd0;border-radius:4px;color:inherit;font-weight:600;text-decoration:none',
  foot: 'margin-top:32px;padding-top:12px;border-top:1px solid #8a94a0',
} as const;

/** What stands around what an e-mail says: its title above, and below why it comes and how to stop it. */
export function MailFrame(props: {
  readonly language: Language;
  readonly title: string;
  readonly why: string;
  readonly stop: { readonly words: string; readonly url: string } | null;
  readonly children: ComponentChildren;
}): VNode {
  const { language, title, why, stop, children } = props;
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{title}</title>
      </head>
      <body style={STYLE.body}>
        <div style={STYLE.frame}>
          <h1 style={STYLE.title}>{title}</h1>
          {children}
          <div style={STYLE.foot}>
            <p style={STYLE.small}>{why}</p>
            {stop !== null && (
              <p style={STYLE.small}>
                <a href={stop.url} style={STYLE.link}>
                  {stop.words}
                </a>
              </p>
            )}
          </div>
        </div>
      </body>
    </html>
  );
}
