import { readVisible } from '../../core/unseen.ts';
import type { FileType } from './known-file.ts';

/** Long enough to be told apart, short enough for any disk. */
const MOST_CHARACTERS = 120;

/** Names that Windows keeps for its devices. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * The name under which a file is kept and given out again: without folders, without what no disk takes or nobody sees,
 * and with the ending of what the file is, whatever ending it came with.
 *
 * @example cleanFileName('..\\..\\Report\u202Efdp.exe', 'pdf') // 'Reportfdp.pdf'
 */
export function cleanFileName(given: string, type: FileType): string {
  const [last = ''] = given.split(/[/\\]/).slice(-1);
  const shown = readVisible(last.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '')).text;
  const stem = shown
    .replace(/\.[\p{L}\p{N}]{1,8}$/u, '')
    .replace(/["*:<>?|%;]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const short = [...stem].slice(0, MOST_CHARACTERS).join('').trim();
  const name = short === '' || DEVICES.test(short) ? `evidence${short === '' ? '' : ` ${short}`}` : short;
  return `${name}.${type}`;
}

/**
 * The header that has a browser store a file and not show it (RFC 6266): the name as it is for all that read it (RFC 8187),
 * and in plain letters for those that do not.
 *
 * @example attachment('Relatório.pdf') // attachment; filename="Relatorio.pdf"; filename*=UTF-8''Relat%C3%B3rio.pdf
 */
export function attachment(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w .()-]/g, '_');
  const whole = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
