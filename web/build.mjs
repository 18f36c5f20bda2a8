// Bundles the citizen's pages: node build.mjs FOLDER [PAGE…]
//
// Each page becomes a style sheet, a script and a document of its own, with no request to another host.

import { build } from 'esbuild';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = join(dirname(fileURLToPath(import.meta.url)), 'src');
const translations = join(source, '../../assets/translations');
const packages = join(source, '../node_modules');
const languages = ['vi', 'en'];

/** The pages, with what their tab says until their script runs. */
const titles = { front: 'Phục vụ hành chính công', book: 'Đặt lịch hẹn', ticket: 'Số thứ tự' };

/** Phones that are still in use: Android 5 with its last Chrome, iPhone 5s. */
const target = ['chrome66', 'firefox60', 'safari12'];

/** `texts:ticket` is what that page says, in every language: of the translations of all programs, its part. */
const texts = {
  name: 'texts',
  setup(bundle) {
    bundle.onResolve({ filter: /^texts:/ }, ({ path }) => ({ path: path.slice('texts:'.length), namespace: 'texts' }));
    bundle.onLoad({ filter: /.*/, namespace: 'texts' }, async ({ path: page }) => {
      const files = languages.map((language) => join(translations, `${language}.json`));
      const prefixes = ['weekday.', 'web.common.', `web.${page}.`];
      const parts = await Promise.all(files.map(async (file) => {
        const all = Object.entries(JSON.parse(await readFile(file, 'utf8')));
        return Object.fromEntries(all.filter(([key]) => prefixes.some((prefix) => key.startsWith(prefix))));
      }));
      const contents = JSON.stringify(Object.fromEntries(languages.map((language, at) => [language, parts[at]])));
      return { contents, loader: 'json', watchFiles: files };
    });
  },
};

/** An icon is the shapes inside its drawing. */
const icons = {
  name: 'icons',
  setup(bundle) {
    bundle.onLoad({ filter: /\.svg$/ }, async ({ path }) => {
      const drawing = await readFile(path, 'utf8');
      const shapes = drawing.replace(/^[^]*?<svg[^>]*>|<\/svg>\s*$/g, '').replace(/\s*\n\s*/g, '').replace(/ \/>/g, '/>');
      return { contents: `export default ${JSON.stringify(shapes)}`, loader: 'js' };
    });
  },
};

async function write_page(folder, page) {
  await build({
    entryPoints: [join(source, 'pages', `${page}.tsx`)],
    outdir: folder,
    bundle: true,
    minify: true,
    format: 'esm',
    target,
    supported: { destructuring: true }, // they know it, but for corners that nothing here goes near
    jsx: 'automatic',
    jsxImportSource: 'preact',
    charset: 'utf8',
    legalComments: 'none', // the licences lie beside the pages
    plugins: [texts, icons],
    logLevel: 'warning',
  });
  const template = await readFile(join(source, 'page.html'), 'utf8');
  const html = template.replaceAll('{page}', page).replaceAll('{title}', titles[page]);
  await writeFile(join(folder, `${page}.html`), html);
}

async function write_licences(folder) {
  const files = ['preact/LICENSE', 'lean-qr/LICENSE'].map((file) => join(packages, file));
  const all = [...files, join(source, '../../assets/icons/LICENSE')];
  const parts = await Promise.all(all.map((file) => readFile(file, 'utf8')));
  await writeFile(join(folder, 'LICENCES.txt'), parts.join('\n\n'));
}

const folder = resolve(process.argv[2] ?? 'build');
await mkdir(folder, { recursive: true });
await Promise.all(Object.keys(titles).map((page) => write_page(folder, page)));
await copyFile(join(source, 'icon.svg'), join(folder, 'icon.svg'));
await write_licences(folder);
