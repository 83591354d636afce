/** The package has no types of its own; this is the part of it that we call. */
declare module 'subset-font' {
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: {
      readonly targetFormat: 'woff2';
      readonly noHinting?: boolean;
      readonly noLayoutClosure?: boolean;
    },
  ): Promise<Buffer>;
}
