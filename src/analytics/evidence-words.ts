import type { Evidence } from '../core/result.ts';
import type { EvidencePiece } from '../results/index.ts';
import { evidenceMessages, evidenceNames } from '../web/i18n/messages/evidence.ts';
import type { View } from './view.ts';

/** What a piece of evidence is, beside its title. */
export interface PieceWords {
  /** `PDF · 1.2 MB · SHA-256 1f2e3d4c5b6a…`, `page 12`, `Link · example.org`. */
  readonly details: string;
  /** The words that are quoted; null: it is no quotation. */
  readonly quotation: string | null;
}

/**
 * What a piece of evidence is called where its details do not stand beside it: a title alone, as "Barbados", may be that of a
 * document, of a file and of a place.
 *
 * @example evidenceName(view, { kind: 'sheet', title: { en: 'Barbados' } }) // 'Source document: Barbados'
 */
export function evidenceName(
  { t, f }: Pick<View, 't' | 'f'>,
  { kind, title }: Pick<Evidence, 'kind' | 'title'>,
): string {
  return t(evidenceNames[kind], { title: f.text(title) });
}

/** So much of a hash tells two files apart, and can be compared by eye. */
const HASH_LETTERS = 12;
const KILOBYTE = 1024;

/** What a piece of evidence is, in the reader's words. */
export function pieceWords({ t, f }: Pick<View, 't' | 'f'>, piece: EvidencePiece): PieceWords {
  const { kind, url, page, quotation, file, fileName, size } = piece;
  switch (kind) {
    case 'file':
      return {
        details: [
          fileName?.split('.').at(-1)?.toUpperCase() ?? '',
          sizeText({ t, f }, size ?? 0),
          `SHA-256 ${(file ?? '').slice(0, HASH_LETTERS)}…`,
        ].join(' · '),
        quotation: null,
      };
    case 'link':
      return { details: `${t(evidenceMessages.kindLink)} · ${hostOf(url ?? '')}`, quotation: null };
    case 'quotation':
      return {
        details: pageText({ t }, page ?? ''),
        quotation: quotation === null ? null : f.text(quotation),
      };
  }
}

/** A number stands after its word; what says where by itself stands as it is. */
function pageText({ t }: Pick<View, 't'>, page: string): string {
  return /^[\divxlc]+([\s,–-]+[\divxlc]+)*$/i.test(page) ? t(evidenceMessages.pageOf, { page }) : page;
}

function sizeText({ t, f }: Pick<View, 't' | 'f'>, bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / KILOBYTE));
  return kilobytes < KILOBYTE
    ? t(evidenceMessages.kilobytes, { size: f.number(kilobytes) })
    : t(evidenceMessages.megabytes, { size: f.number(Math.round(kilobytes / 102.4) / 10) });
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
