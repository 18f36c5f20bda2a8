// The page's words: one language at a time, from the translations that the windows use too.

import type vietnamese from '../../assets/translations/vi.json';

export type language = 'vi' | 'en';
export type text_key = Extract<keyof typeof vietnamese, `web.${string}` | `weekday.${string}`>;
export type texts = Readonly<Record<language, Readonly<Record<string, string>>>>;
export type values = Readonly<Record<string, string | number | null | undefined>>;

/** The texts of one page in one language. */
export class words {
  constructor(private readonly texts: texts, readonly language: language) {}

  get other_language(): language {
    return this.language === 'vi' ? 'en' : 'vi';
  }

  in(language: language): words {
    return new words(this.texts, language);
  }

  /** The text with its values; `{n|hour|hours}` chooses the form for one or for more, as in the windows. */
  say(key: text_key, values: values = {}): string {
    const text = this.texts[this.language][key] ?? key;
    return text.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (whole, name: string, one?: string, more?: string) => {
      if (!(name in values)) {
        return whole;
      }
      const value = String(values[name] ?? '–');
      return one === undefined ? value : value === '1' ? one : more ?? '';
    });
  }

  /** Of a name that an office gives in two languages, the reader's; the Vietnamese one where the other is empty. */
  either(vietnamese: string, english: string | null | undefined): string {
    return (this.language === 'en' && english) || vietnamese;
  }
}

/** `?lang=en`, else the reader's last choice, else what the phone asks for; a phone that asks for neither reads English. */
export function wanted_language(search: string, kept: string | null, phone: readonly string[]): language {
  const named = new URLSearchParams(search).get('lang') ?? kept;
  if (named === 'vi' || named === 'en') {
    return named;
  }
  const tags = phone.map((tag) => tag.slice(0, 2).toLowerCase());
  return tags.length === 0 || tags.includes('vi') ? 'vi' : 'en';
}
