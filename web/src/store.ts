// The model of a page: one state, changed in one place, drawn after every change.

export class store<State extends object> {
  private watchers: Array<(state: State) => void> = [];

  constructor(private current: State) {}

  get state(): Readonly<State> {
    return this.current;
  }

  change(part: Partial<State>): void {
    this.current = { ...this.current, ...part };
    for (const watcher of this.watchers) {
      watcher(this.current);
    }
  }

  /** Calls `watcher` now and after every change. */
  watch(watcher: (state: State) => void): void {
    this.watchers.push(watcher);
    watcher(this.current);
  }
}
