import { DomainError } from '../../core/errors.ts';
import { type Language, READERSHIPS, type Readership } from '../../core/text.ts';
import { readVisible } from '../../core/unseen.ts';
import { cleanFileName } from './file-name.ts';
import { FILE_TYPES, knownFile } from './known-file.ts';

/** What somebody attaches, as it was typed and chosen. */
export interface TypedEvidence {
  readonly kind: 'file' | 'link' | 'quotation';
  readonly title: string;
  readonly titleFor: string;
  readonly url: string;
  readonly quotation: string;
  readonly page: string;
  readonly file: Uint8Array;
  readonly fileName: string;
  /** In which the words are. */
  readonly language: Language;
}

/** The same, read. */
export interface GivenEvidence {
  readonly kind: TypedEvidence['kind'];
  readonly title: string;
  readonly titleFor: Readership | null;
  readonly url: string | null;
  readonly quotation: string | null;
  readonly page: string | null;
  readonly file: { readonly content: Uint8Array; readonly mediaType: string; readonly name: string } | null;
}

const MOST = { title: 300, url: 2_000, quotation: 4_000, page: 80 } as const;

/**
 * What is attached, or why it is not: a file by its content, a link by its address, a quotation with where it stands.
 *
 * @param mostBytes of a file
 * @throws DomainError `EVIDENCE.…` (call, refused)
 */
export function readEvidence(typed: TypedEvidence, mostBytes: number): GivenEvidence {
  const { kind } = typed;
  const file = kind === 'file' ? readFile(typed, mostBytes) : null;
  const named = kind === 'file' && typed.title.trim() === '' ? (file?.name ?? '') : typed.title;
  return {
    kind,
    title: words(named, MOST.title, 'EVIDENCE.TITLE', 'It has no title, or a very long one.'),
    titleFor: READERSHIPS.find((each) => each === typed.titleFor) ?? null,
    url: kind === 'link' ? readAddress(typed.url) : null,
    quotation:
      kind === 'quotation'
        ? words(typed.quotation, MOST.quotation, 'EVIDENCE.QUOTATION', 'Nothing is quoted, or very much.')
        : null,
    page:
      kind === 'quotation'
        ? words(typed.page, MOST.page, 'EVIDENCE.PAGE', 'It does not say on which page, or in many words.')
        : null,
    file,
  };
}

function readFile({ file, fileName }: TypedEvidence, mostBytes: number): GivenEvidence['file'] {
  if (file.length === 0) throw new DomainError('EVIDENCE.NO_FILE', 'There is no file.', { kind: 'call' });
  if (file.length > mostBytes) {
    const megabytes = String(mostBytes / 1024 / 1024);
    throw new DomainError('EVIDENCE.TOO_LARGE', `The file is larger than ${megabytes} MB.`, {
      kind: 'refused',
      values: { megabytes },
    });
  }
  const type = knownFile(file, fileName);
  return { content: file, mediaType: FILE_TYPES[type], name: cleanFileName(fileName, type) };
}

function readAddress(typed: string): string {
  const address = typed.trim();
  const url = address.length <= MOST.url && URL.canParse(address) ? new URL(address) : null;
  const isPlain = url !== null && /^https?:$/.test(url.protocol) && `${url.username}${url.password}` === '';
  if (!isPlain || !/^https?:\/\//i.test(address)) {
    throw new DomainError('EVIDENCE.ADDRESS', 'It is no address of a page.', { kind: 'call' });
  }
  return url.href;
}

/** Words that somebody reads: what cannot be seen in them is left out, and what turns them round is refused. */
function words(typed: string, most: number, code: string, message: string): string {
  const { text, refused } = readVisible(typed);
  if (text === '' || text.length > most || refused !== null)
    throw new DomainError(code, message, { kind: 'call' });
  return text;
}
