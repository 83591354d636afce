import fc from 'fast-check';
import { attachment, cleanFileName } from './file-name.ts';

describe('the name of a file', () => {
  it.each([
    ['Report 2017.pdf', 'pdf', 'Report 2017.pdf'],
    ['../../etc/passwd', 'txt', 'passwd.txt'],
    ['C:\\fake\\path\\photo.jpeg', 'jpg', 'photo.jpg'],
    ['invoice.pdf.exe', 'pdf', 'invoice.pdf.pdf'],
    ['Report\u202Efdp.exe', 'pdf', 'Reportfdp.pdf'],
    ['a\r\nSet-Cookie: x.pdf', 'pdf', 'aSet-Cookie x.pdf'],
    ['a"; filename="b.html', 'pdf', 'a filename= b.pdf'],
    ['CON', 'txt', 'evidence CON.txt'],
    ['.htaccess', 'txt', 'evidence.txt'],
    ['   ', 'pdf', 'evidence.pdf'],
    ['Relatório final.docx', 'docx', 'Relatório final.docx'],
    [`${'x'.repeat(400)}.pdf`, 'pdf', `${'x'.repeat(120)}.pdf`],
  ] as const)('%j of %s is %j', (given, type, name) => {
    expect(cleanFileName(given, type)).toBe(name);
  });

  it('never leads anywhere, and fits a header, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
        const name = cleanFileName(given, 'pdf');
        expect(name).toMatch(/^[^/\\"<>:|?*\p{Cc}\p{Cf}]{1,124}\.pdf$/u);
        expect(name.startsWith('.')).toBe(false);
        expect(attachment(name)).toMatch(
          /^attachment; filename="[\w .()-]+"; filename\*=UTF-8''[\w.!#$&+^`|~%-]+$/,
        );
      }),
      { seed: 28 },
    );
  });

  it('is told in plain letters, and as it is', () => {
    expect(attachment('Relatório (1).pdf')).toBe(
      `attachment; filename="Relatorio (1).pdf"; filename*=UTF-8''Relat%C3%B3rio%20%281%29.pdf`,
    );
  });
});
