/** What is wrong with an opened store, in Chinese sentences for the administrator. */
export class Health {
  readonly #stops: string[] = [];
  readonly #notes: string[] = [];
  #snapshotTrouble: string | undefined;

  get writable(): boolean {
    return this.#stops.length === 0;
  }

  /** The reason why nothing is written any more. */
  get stop(): string | undefined {
    return this.#stops[0];
  }

  get problems(): readonly string[] {
    const passing = this.#snapshotTrouble === undefined ? [] : [this.#snapshotTrouble];
    return [...this.#stops, ...passing, ...this.#notes];
  }

  /** Something that forbids further writing. */
  stopWriting(problem: string): void {
    if (!this.#stops.includes(problem)) this.#stops.push(problem);
  }

  /** Something that was put right, but that somebody should know. */
  note(problem: string): void {
    if (!this.#notes.includes(problem)) this.#notes.push(problem);
  }

  /** Snapshots could not be written; undefined once they could again. */
  snapshots(problem: string | undefined): void {
    this.#snapshotTrouble = problem;
  }
}
