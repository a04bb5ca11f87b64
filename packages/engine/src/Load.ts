/** Imports a module by its name; passed in so that a test can stand in for packages that are not installed. */
export type Load = (specifier: string) => Promise<unknown>;

/**
 * Resolves from this package: an optional peer is found where a program installs it beside this
 * package, with pnpm's strict layout too.
 */
export const load: Load = (specifier) => import(specifier);
