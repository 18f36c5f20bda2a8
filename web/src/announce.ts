// What is heard and felt: a screen reader's words, a chime and a shake. Only a page that was touched may make a sound, so
// the reader turns the chime on.

let sound: AudioContext | null = null;

/** Allows the chime; to be called from a touch. False where the phone has no sound for pages. */
export function allow_chime(): boolean {
  const context = window.AudioContext ?? (window as { webkitAudioContext?: typeof AudioContext }).webkitAudioContext;
  if (!context) {
    return false;
  }
  sound ??= new context();
  void sound.resume();
  return true;
}

/** Two notes, as the hall's own chime; nothing where it was not allowed. */
export function chime(): void {
  if (!sound) {
    return;
  }
  for (const [at_s, hertz] of [[0, 784], [0.35, 587]] as const) {
    const begin = sound.currentTime + at_s;
    const note = sound.createOscillator();
    const loudness = sound.createGain();
    note.frequency.value = hertz;
    loudness.gain.setValueAtTime(0.5, begin);
    loudness.gain.exponentialRampToValueAtTime(0.001, begin + 0.9);
    note.connect(loudness);
    loudness.connect(sound.destination);
    note.start(begin);
    note.stop(begin + 0.9);
  }
}

/** Nothing where the phone cannot, or before it was touched: browsers refuse that, and complain. */
export function shake(pattern_ms: number[]): void {
  const { userActivation } = navigator as { userActivation?: { hasBeenActive: boolean } };
  if (userActivation?.hasBeenActive !== false) {
    navigator.vibrate?.(pattern_ms);
  }
}
