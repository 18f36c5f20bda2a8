// What every page has around its content: the hall's name, the other language, and a word when the server is away.

import type { ComponentChildren } from 'preact';
import { Icon } from './icons';
import type { words } from './texts';

export interface frame {
  words: words;
  /** The hall's name; null until it is known. */
  site_name: string | null;
  /** The code of the hall whose page the name leads to; null on that page itself. */
  home: string | null;
  /** What is said while nothing is heard of the server; null when all is well. */
  offline: string | null;
  change_language(): void;
}

export function Frame({ frame, children, bar }: { frame: frame; children: ComponentChildren; bar?: ComponentChildren }) {
  const { words, site_name, home, offline } = frame;
  const other = words.other_language;
  return (
    <>
      <header>
        <span class="emblem"><Icon name="landmark" /></span>
        {home === null
          ? <p class="site">{site_name ?? ' '}</p>
          : <a class="site" href={`/?site=${encodeURIComponent(home)}`}>{site_name}</a>}
        <button type="button" class="language" lang={other} aria-label={words.say('web.common.other_language')}
          onClick={frame.change_language}>
          {other.toUpperCase()}
        </button>
      </header>
      <main>
        <p class="offline" role="status" hidden={offline === null}>
          <Icon name="cloud_off" />
          <span>{offline}</span>
        </p>
        {children}
      </main>
      {bar}
    </>
  );
}
