/** Readings of a column's texts, by text: the cells of an appendix repeat themselves, and so need not be read again. */
export class Remembered<Reading> {
  private readonly known = new Map<string, Reading>();

  /** Hostile files may hold millions of texts. */
  constructor(private readonly most = 5_000) {}

  read(key: string, read: () => Reading): Reading {
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const reading = read();
    if (this.known.size < this.most) this.known.set(key, reading);
    return reading;
  }
}
