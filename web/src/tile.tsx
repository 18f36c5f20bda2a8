// A service's letter on its colour, as at the kiosk: in the order of the site's services.

const colours = 8;

export const Tile = ({ code, place }: { code: string; place: number }) => (
  <span class={`tile tile_${place % colours}`} aria-hidden="true">{code.slice(0, 2)}</span>
);
