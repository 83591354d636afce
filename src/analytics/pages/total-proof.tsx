import type { ComponentChildren, VNode } from 'preact';
import { totalProofMessages } from '../../web/i18n/messages/total-proof.ts';
import { Section } from '../../web/parts/section.tsx';
import { pageFrom, parametersOf, pathOf, type Url, withParameters } from '../../web/url.ts';
import { CODE_NAMES } from '../query.ts';
import type { LeftOutLine, TotalProof } from '../total-proof.ts';
import type { PageFrame } from './frame.tsx';

/** Around the rows of a total: before them how it comes about, after them what is left out. */
export function proofParts(
  frame: PageFrame,
  proof: TotalProof,
): { readonly above: ComponentChildren; readonly below: ComponentChildren } {
  const { t } = frame.edition;
  return {
    above: (
      <Section id="proof" layout="text" title={t(totalProofMessages.title)}>
        <ul class="prose">
          {[...proof.sums, ...proof.rules].map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <p class="data-link page-actions">
          <a href={pageFrom(frame.url, '/methods')}>{t(totalProofMessages.methods)}</a>
          <a href={elsewhere(frame.url, '/changes')}>{t(totalProofMessages.changes)}</a>
          <a href={elsewhere(frame.url, '/methods/agreement', ['type'])}>{t(totalProofMessages.agreement)}</a>
        </p>
      </Section>
    ),
    below: (
      <Section id="left-out" layout="text" title={t(totalProofMessages.leftOutTitle)}>
        {proof.leftOut.length === 0 ? (
          <p class="quiet">{t(totalProofMessages.nothingLeftOut)}</p>
        ) : (
          <ul class="prose">
            {proof.leftOut.map((line) => (
              <Line key={line.id} line={line} />
            ))}
          </ul>
        )}
      </Section>
    ),
  };
}

/** Another page of the same total: with its filters and its row as one of them, and not with what a list has besides. */
function elsewhere(url: Url, path: string, more: readonly string[] = []): Url {
  const asked = new Map(parametersOf(url));
  const [by, key] = [asked.get('by') ?? '', asked.get('key')];
  const row = (CODE_NAMES as readonly string[]).includes(by) && key !== undefined ? { [by]: key } : {};
  const without = Object.fromEntries([...LIST_PARAMETERS, ...more].map((name) => [name, null]));
  return withParameters(url, { ...without, ...row }).replace(pathOf(url), path);
}

const LIST_PARAMETERS = ['by', 'key', 'order', 'cursor', 'limit', 'block'] as const;

function Line({ line }: { readonly line: LeftOutLine }): VNode {
  const { text, href, rows, more } = line;
  return (
    <li>
      {href === null ? text : <a href={href}>{text}</a>}
      {rows.length > 0 && (
        <ul>
          {rows.map((row) => (
            <li key={row.href ?? row.text}>
              {row.href === null ? row.text : <a href={row.href}>{row.text}</a>}
            </li>
          ))}
          {more !== null && <li>{more}</li>}
        </ul>
      )}
    </li>
  );
}
