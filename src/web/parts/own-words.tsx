import type { VNode } from 'preact';
import { paragraphsOf } from '../../core/report/own-report.ts';

/** What somebody typed, as it was typed: paragraphs between blank lines, each with its own line ends. */
export function OwnWords({ text }: { readonly text: string }): VNode | null {
  const paragraphs = paragraphsOf(text);
  if (paragraphs.length === 0) return null;
  return (
    <div class="own-words" dir="auto">
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </div>
  );
}
