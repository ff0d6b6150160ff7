/** By what a delivery leaves: as a letter, or to a program (webhook). */
export const channels = ['mail', 'webhook'] as const;
export type Channel = (typeof channels)[number];

/** How one try ended. */
export interface Outcome {
  end: 'sent' | 'again' | 'failed';
  /** What the other side said, or why it failed: its words, or the code of a reason of ours (reasons.ts). */
  answer: string;
  /** The other side itself does not work: everything to it rests for a while. */
  outletDown?: true;
  /** Of `again`: the try says nothing about this delivery and does not count. */
  uncounted?: true;
  /** Seconds for which the other side asks to be left alone. */
  leaveFor?: number;
}
