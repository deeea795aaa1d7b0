import manifest from '../package.json' with { type: 'json' };

/** Where the program is told of, and where its sources are. */
export const HOMEPAGE: string = manifest.homepage;
export const SOURCES: string = manifest.repository.url.replace(/^git\+|\.git$/g, '');

/** The program's version. */
export const VERSION: string = manifest.version;
