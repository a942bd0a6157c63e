import { Mention } from '@tiptap/extension-mention';

/** Somebody who can be mentioned. */
export interface Mentionable {
  readonly id: number;
  readonly username: string;
  readonly displayName: string;
  readonly avatarUrl: string | null;
}

/** People offered while a name is typed behind an `@`. */
export interface MentionOffer {
  readonly people: readonly Mentionable[];
  /** Which of them Enter takes. */
  readonly index: number;
  readonly place: DOMRect | null;
  readonly take: (person: Mentionable) => void;
}

interface Mentions {
  readonly search: (typed: string) => Promise<readonly Mentionable[]>;
  readonly show: (offer: MentionOffer | null) => void;
}

/** Offers people behind an `@`. What is written is the plain `@username`, which the server understands. */
export const mentions = ({ search, show }: Mentions) => {
  let offer: MentionOffer | null = null;
  const set = (next: MentionOffer | null): void => {
    offer = next;
    show(next);
  };
  const move = (step: number): void => {
    if (offer === null || offer.people.length === 0) return;
    set({ ...offer, index: (offer.index + step + offer.people.length) % offer.people.length });
  };
  const keys: Readonly<Record<string, () => boolean>> = {
    ArrowDown: () => {
      move(1);
      return true;
    },
    ArrowUp: () => {
      move(-1);
      return true;
    },
    Escape: () => {
      set(null);
      return true;
    },
    Enter: () => takeCurrent(),
    Tab: () => takeCurrent(),
  };
  const takeCurrent = (): boolean => {
    const person = offer?.people[offer.index];
    if (offer === null || person === undefined) return false;
    offer.take(person);
    return true;
  };
  return Mention.configure({
    suggestion: {
      items: async ({ query }) => [...(await search(query))],
      command: ({ editor, range, props }) => {
        const { username } = props as unknown as Mentionable;
        editor.chain().focus().insertContentAt(range, `@${username} `).run();
      },
      render: () => {
        const update = (props: Offered): void =>
          set({
            people: props.items,
            index: 0,
            place: props.clientRect?.() ?? null,
            take: (person) => props.command(person as never),
          });
        return {
          onStart: update,
          onUpdate: update,
          onKeyDown: ({ event }) => (offer === null ? false : (keys[event.key]?.() ?? false)),
          onExit: () => set(null),
        };
      },
    },
  });
};

/** What the editor knows of a name that is being typed. */
interface Offered {
  readonly items: readonly Mentionable[];
  readonly clientRect?: (() => DOMRect | null) | null;
  readonly command: (props: never) => void;
}
