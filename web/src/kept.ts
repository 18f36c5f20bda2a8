// What the phone remembers. Private browsing keeps nothing, and the page works without.

/** The shelf by this name, or none where the browser refuses it. */
function shelf(name: 'localStorage' | 'sessionStorage'): Storage | null {
  try {
    return window[name];
  } catch {
    return null;
  }
}

export interface keeper {
  get(key: string): string | null;
  /** Null forgets. */
  set(key: string, value: string | null): void;
}

function keeper_of(name: 'localStorage' | 'sessionStorage'): keeper {
  return {
    get(key) {
      try {
        return shelf(name)?.getItem(key) ?? null;
      } catch {
        return null;
      }
    },
    set(key, value) {
      try {
        if (value === null) {
          shelf(name)?.removeItem(key);
        } else {
          shelf(name)?.setItem(key, value);
        }
      } catch {
        // remembered until the page closes
      }
    },
  };
}

/** Stays on the phone: nothing personal goes there, for a phone may be shared. */
export const phone = keeper_of('localStorage');

/** Gone when the tab closes. */
export const tab = keeper_of('sessionStorage');

/** The object that was kept as JSON, or null. */
export function kept_object<T>(from: keeper, key: string): T | null {
  try {
    return JSON.parse(from.get(key) ?? 'null') as T | null;
  } catch {
    return null;
  }
}
