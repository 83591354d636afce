import { may, type Right } from '../core/visibility/rights.ts';
import { rightsOf, type Visitor } from './principals/visitor.ts';

/** Who may come in by a route. Every route has one; a route without is not served. */
export type Door =
  /** Holds nothing that is anybody's; whoever comes is not even looked at. */
  | { readonly opens: 'unasked' }
  /** Open to all; it shows who is signed in, or checks a secret of its own. */
  | {
      readonly opens: 'to-anyone';
      /**
       * Other sites may send it too: a secret in its address says what is meant, and nothing of who is signed in counts.
       */
      readonly fromElsewhere?: true;
    }
  /** Whoever runs the service: administrators, and programs on its own machine. */
  | { readonly opens: 'to-operators' }
  /** The steps between a password and being signed in. */
  | { readonly opens: 'to-half-way' }
  | {
      readonly opens: 'to-holders';
      /** The right that whoever comes in must have anything of; null: of whatever role. */
      readonly right: Right | null;
      /** Programs with a token too; otherwise only people who have signed in. */
      readonly tokens: boolean;
      /** Anybody, where the service is set to show the public its totals. */
      readonly public: boolean;
    }
  /** Programs whose token writes; nobody by a session, which a page of another site could ride on. */
  | { readonly opens: 'to-writers'; readonly right: Right };

/**
 * What becomes of a visitor at a door. `hidden`: not yours is not there. `sign-in`: nobody knows yet whose it is.
 * `second-step`: signed in by half. `token-only`: a person, where programs write. `reads-only`: a token that does not write.
 */
export type Passage = 'in' | 'sign-in' | 'second-step' | 'hidden' | 'token-only' | 'reads-only';

export function passageAt(
  door: Door,
  visitor: Visitor,
  { isPublic, fromOperator }: { readonly isPublic: boolean; readonly fromOperator: boolean },
): Passage {
  switch (door.opens) {
    case 'unasked':
    case 'to-anyone':
      return 'in';
    case 'to-operators':
      return fromOperator ? 'in' : visitor.kind === 'stranger' ? 'sign-in' : 'hidden';
    case 'to-half-way':
      return visitor.kind === 'half-way' || visitor.kind === 'person' ? 'in' : 'sign-in';
    case 'to-holders': {
      const rights = rightsOf(visitor);
      if (rights !== null) {
        const holds = door.right === null || may(rights, door.right);
        const allowed = holds && (door.tokens || visitor.kind === 'person');
        return allowed ? 'in' : 'hidden';
      }
      if (door.public && isPublic) return 'in';
      return visitor.kind === 'half-way' ? 'second-step' : 'sign-in';
    }
    case 'to-writers': {
      const rights = rightsOf(visitor);
      if (rights === null) return visitor.kind === 'half-way' ? 'second-step' : 'sign-in';
      if (!may(rights, door.right)) return 'hidden';
      if (visitor.kind !== 'token') return 'token-only';
      return visitor.writes ? 'in' : 'reads-only';
    }
  }
}
