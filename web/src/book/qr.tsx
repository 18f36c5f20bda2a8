// A QR code as one path, drawn without an inline style.

import { generate } from 'lean-qr';

const quiet_zone = 4; // modules, ISO/IEC 18004

export function Qr({ text, label }: { text: string; label: string }) {
  const code = generate(text);
  let path = '';
  for (let down = 0; down < code.size; down += 1) {
    for (let right = 0; right < code.size; right += 1) {
      if (code.get(right, down)) {
        path += `M${right} ${down}h1v1h-1z`;
      }
    }
  }
  const size = code.size + 2 * quiet_zone;
  return (
    <svg class="qr" role="img" aria-label={label} viewBox={`${-quiet_zone} ${-quiet_zone} ${size} ${size}`}>
      <path d={path} />
    </svg>
  );
}
