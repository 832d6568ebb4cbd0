// Runs every file of a search index and sees to it that each says one thing, under its own name, and does nothing else.
//
//     node shards.mjs SITE

import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';

const folder = path.join(process.argv[2], 'search');
const names = readdirSync(folder, { recursive: true }).filter((name) => statSync(path.join(folder, name)).isFile());
for (const name of names) {
  const said = [];
  const context = vm.createContext(Object.freeze({ apologue: Object.freeze({ search: (...words) => said.push(words) }) }));
  const wanted = name.split(path.sep).join('/').replace(/\.js$/, '');
  new vm.Script(readFileSync(path.join(folder, name), 'utf8'), { filename: name }).runInContext(context, { timeout: 10_000 });
  const [[called, payload] = []] = said;
  const isLines = /\/[wr]-/.test(wanted);
  if (said.length !== 1 || said[0].length !== 2 || called !== wanted) throw new Error(`${name} says ${said.length} things`);
  if (isLines !== (typeof payload === 'string') || payload === null) throw new Error(`${name} says a ${typeof payload}`);
  if (Object.keys(context).join() !== 'apologue') throw new Error(`${name} leaves something behind`);
}
console.log(`${names.length} scripts`);
