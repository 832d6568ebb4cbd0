// Stems words with the theme's scripts, and writes down where another stem is expected.
//
//     node stemmers.mjs REPORT SCRIPTS WORDS
//
// WORDS has a file LANG.tsv for each language: a line is a word and its stem. SCRIPTS has the stemmer, stem-LANG.js.

import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';

import { Report } from './report.mjs';

const [reportPath, scripts, words] = process.argv.slice(2);
const report = new Report();

for (const file of readdirSync(words).sort()) {
  const language = path.parse(file).name;
  const stemmers = {};
  const apologue = { stemmer: (tag, stem) => (stemmers[tag] = stem) };
  vm.runInNewContext(readFileSync(path.join(scripts, `stem-${language}.js`), 'utf8'), { apologue });
  const check = report.check(language);
  for (const line of readFileSync(path.join(words, file), 'utf8').split('\n')) {
    const [word, expected] = line.split('\t');
    const stem = stemmers[language](word);
    check.expect(word, stem === expected, `${stem} instead of ${expected}`);
  }
}

writeFileSync(reportPath, JSON.stringify(report));
