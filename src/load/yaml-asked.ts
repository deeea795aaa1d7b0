import { placesIn } from './text-places.ts';
import { readYaml, type YamlFile } from './yaml.ts';

/** A file of which it is known that nothing is to be found in it: parsed where more is asked of it. */
export function yamlWhereAsked(file: string, text: string): YamlFile {
  let read: YamlFile | undefined;
  const parsed = () => {
    read ??= readYaml(file, text);
    return read;
  };
  return {
    file,
    text,
    get tree() {
      return parsed().tree;
    },
    get data() {
      return parsed().data;
    },
    lost: [],
    written: (path) => parsed().written(path),
    locate: (path, on) => parsed().locate(path, on),
    edit: (path, written, on) => parsed().edit(path, written, on),
    placeAt: placesIn(file, text),
    pathAt: (offset) => parsed().pathAt(offset),
    findings: [],
  };
}
