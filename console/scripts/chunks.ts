/**
 * Which modules come in one file. By itself the bundler makes a file for each set of pages that share
 * something: the console began with 35 of them, each a question over the line.
 */
interface Modules {
  getModuleInfo: (id: string) => { importedIds: readonly string[] } | null;
}

/** What a page loads before it shows anything. */
function loadedWith(page: string, modules: Modules): Set<string> {
  const found = new Set<string>();
  const visit = (id: string) => {
    if (found.has(id)) return;
    found.add(id);
    modules.getModuleInfo(id)?.importedIds.forEach(visit);
  };
  visit(page);
  return found;
}

/**
 * What the bundler is told of its output.
 *
 * @param app the module whose imports come in one file
 * @param others pages that load none of the console but what they share with it
 */
export function chunks(app: string, others: string[]) {
  let known: { console: Set<string>; others: Set<string> } | undefined;
  const sets = (modules: Modules) =>
    (known ??= {
      console: loadedWith(app, modules),
      others: new Set(others.flatMap((page) => [...loadedWith(page, modules)])),
    });
  return {
    codeSplitting: {
      groups: [
        { name: (id: string, modules: Modules) => (sets(modules).others.has(id) ? 'common' : null), minShareCount: 2, priority: 2 },
        { name: (id: string, modules: Modules) => (sets(modules).console.has(id) ? 'console' : null), priority: 1 },
        { name: 'pages', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 10_000 },
      ],
    },
    // Without the pages that share it, by which the bundler names it.
    chunkFileNames: ({ name }: { name: string }) => `assets/${name.split('~')[0]}-[hash].js`,
  };
}
