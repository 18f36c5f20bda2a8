// How every page begins: its model, its language, and a drawing after every change.

import { render, type VNode } from 'preact';
import { phone } from './kept';
import type { store } from './store';
import { wanted_language, words, type texts } from './texts';

/** The page's words in the reader's language. */
export function words_of(texts: texts): words {
  const asked = navigator.languages ?? [navigator.language];
  return new words(texts, wanted_language(location.search, phone.get('language'), asked));
}

/** Turns the page into the other language, and the next page too. */
export function change_language<State extends { words: words }>(model: store<State>): void {
  const other = model.state.words.other_language;
  phone.set('language', other);
  model.change({ words: model.state.words.in(other) } as Partial<State>);
}

/** Draws the state into the page, now and after every change. */
export function show<State extends { words: words }>(model: store<State>, title: (state: State) => string, view: (state: State) => VNode): void {
  document.body.textContent = '';
  model.watch((state) => {
    document.documentElement.lang = state.words.language;
    document.title = title(state);
    render(view(state), document.body);
  });
}
