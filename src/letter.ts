import type { Day } from './calendar.ts';

/** What stands around an official document; what is `null` or empty is left to be filled in. */
export interface Letter {
  /** Is nothing of it known? Then all of it is marked to be filled in. */
  isEmpty: boolean;
  /** The body above the issuing one. */
  superior: string | null;
  issuer: string | null;
  /** The document's number and sign, `123/BC-STTTT`. */
  number: string | null;
  place: string | null;
  date: Day | null;
  /** The name of the kind of document; the usual one where absent. */
  kind: string | null;
  subject: string | null;
  addressees: readonly string[];
  /** Lines of authority in the order in which they stand, the post and who signs. */
  signer: { authority: readonly string[]; post: string | null; name: string | null };
  recipients: readonly string[];
  /** Where copies are kept: `VT, CNTT`. */
  archive: string | null;
}

/** A letter of which nothing is known. */
export const EMPTY_LETTER: Letter = {
  isEmpty: true,
  superior: null,
  issuer: null,
  number: null,
  place: null,
  date: null,
  kind: null,
  subject: null,
  addressees: [],
  signer: { authority: [], post: null, name: null },
  recipients: [],
  archive: null,
};
