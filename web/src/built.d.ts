// What build.mjs makes of the translations and the icons.

declare module 'texts:*' {
  const texts: import('./texts').texts;
  export default texts;
}

declare module '*.svg' {
  /** The shapes inside the drawing. */
  const shapes: string;
  export default shapes;
}

declare module '*.css';
