// Asks the search of a site that was built, as a browser would, and writes down what it finds.
//
//     node questions.mjs REPORT SCRIPTS SITE QUESTIONS
//
// SCRIPTS is the folder of the theme's scripts. QUESTIONS holds a list of [language, question]; the report says for each what is found of
// each kind, as pairs of number and score.

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';

const [reportPath, scripts, site, questionsPath] = process.argv.slice(2);
const questions = JSON.parse(readFileSync(questionsPath, 'utf8'));

const context = vm.createContext({});
context.window = context;
const run = (file) => vm.runInContext(readFileSync(file, 'utf8'), context, { filename: file });
for (const name of ['search-words.js', 'search-index.js', 'search.js']) run(path.join(scripts, name));
const { apologue } = context;
apologue.load = (address, done) => {
  try {
    run(path.join(site, decodeURIComponent(address.split('?')[0])));
    done(false);
  } catch {
    done(true);
  }
};

const find = (language, query) =>
  new Promise((resolve, reject) => apologue.find(language, query, { own: 5, elsewhere: 5 }, (error, results) => (error ? reject(error) : results.elsewhere && resolve(results))));
const hits = (list) => Array.from(list, ({ id, score }) => [id, score]);

const answers = [];
for (const [language, query] of questions) {
  const results = await find(language, query);
  answers.push({ own: hits(results.own.results), themes: hits(results.themes), elsewhere: hits(results.elsewhere.results) });
}
writeFileSync(reportPath, JSON.stringify(answers));
