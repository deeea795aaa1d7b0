import { createRequire } from 'node:module';

/**
 * The parser of all of YAML. It is loaded when it is first needed, and at once, so that reading a
 * file remains a plain function: files in the usual plain style do without it.
 */
export function wholeYaml(): typeof import('yaml') {
  return createRequire(import.meta.url)('yaml');
}
