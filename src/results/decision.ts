/** Whose hand decided something, with the name that stands beside it, and when. */
export interface Decision {
  /** Of a program: whoever made its token. Null: the command line did. */
  readonly account: string | null;
  /** Of a program. */
  readonly token: string | null;
  readonly name: string;
  readonly at: Date;
}
