// Which step the page shows. The browser's back button leads from step to step.

import type { store } from '../store';
import { may_show, type book_page, type step } from './state';

export class steps {
  constructor(private readonly page: store<book_page>) {
    window.addEventListener('popstate', () => this.show((location.hash.slice(1) || 'service') as step));
  }

  go(step: step): void {
    history.pushState(null, '', `#${step}`);
    this.show(step);
  }

  private show(step: step): void {
    const shown = may_show(this.page.state, step) ? step : 'service';
    this.page.change({ step: shown, problem: null, is_asking_cancel: false });
  }
}
