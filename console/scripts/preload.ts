import type { Plugin } from 'vite';

/**
 * Names in a page's head what a module needs that the page's first script loads, so that all of it comes at
 * once; its styles are there before anything is shown.
 */
export function preload(page: string, module: string): Plugin {
  return {
    name: 'anbinh-preload',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle, filename }) {
        if (!bundle || filename !== page) return [];
        const chunks = Object.values(bundle).filter((each) => each.type === 'chunk');
        const found = new Set(chunks.filter((each) => each.facadeModuleId === module));
        if (found.size !== 1) throw new Error(`${module} was not built`);
        for (const chunk of found) for (const name of chunk.imports) for (const each of chunks) if (each.fileName === name) found.add(each);
        const links = [
          ...[...found].map((each) => ({ rel: 'modulepreload', crossorigin: true, href: `/${each.fileName}` })),
          ...[...found].flatMap((each) => [...each.viteMetadata!.importedCss].map((name) => ({ rel: 'stylesheet', crossorigin: true, href: `/${name}` }))),
        ];
        return links.filter(({ href }) => !html.includes(`"${href}"`)).map((attrs) => ({ tag: 'link', attrs, injectTo: 'head' }));
      },
    },
  };
}
