// The idempotency key of a change: the same while the same is sent again, another for another.

import { new_key } from './api';

export class change_key {
  private last: { content: string; key: string } | null = null;

  of(what: string, body: object): string {
    const content = what + JSON.stringify(body);
    if (this.last?.content !== content) {
      this.last = { content, key: new_key() };
    }
    return this.last.key;
  }

  /** The change is answered: sent again, it is another one. */
  done(): void {
    this.last = null;
  }
}
