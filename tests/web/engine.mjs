// Asks the engine of the search, themes/default/static/search*.js, over a small index made by hand, and writes down what it gets wrong.
//
//     node engine.mjs REPORT FOLDER
//
// FOLDER holds the theme's scripts.

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';

import { Report } from './report.mjs';

const [reportPath, folder] = process.argv.slice(2);
const report = new Report();

// ── An index ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const vlq = (value) => (value < 32 ? DIGITS[value] : DIGITS[(value % 32) + 32] + vlq(Math.floor(value / 32)));

const LANGUAGES = ['es', 'ru'];
const [STORY, MAXIM, THEME] = [0, 1, 5];
const [ES, RU] = [1, 2];
const group = (mask, kind, postings) => {
  let before = 0;
  const list = postings.map(([id, impact]) => {
    const written = vlq(id - before) + DIGITS[impact];
    before = id;
    return written;
  });
  return vlq((mask << 3) | kind) + vlq(postings.length) + list.join('');
};
const line = (form, stem, language, df, ...groups) => [form, stem, language, vlq(df) + groups.join('')].join('\t');
const own = (...postings) => group(ES | RU, STORY, postings);
const document = (i, t, s, more = {}) => ({ i, u: `es/${i}.html`, t, k: 'story', h: [], s, ...more });

const head = (lang, more) => ({ version: 1, build: 'b 1', lang, documents: 200, languages: LANGUAGES, words: [], ends: [], shift: 4, stemmer: null, others: [], strings: {}, kinds: {}, labels: {}, home: '', report: null, ...more });
const FILES = {
  'search/es.js': ['es', head('es', {
    words: ['#', 'c', 'q', 're', 'rec', 'rei', 'ж'],
    ends: ['a', 'n'],
    stemmer: 'assets/stem-es.js',
    others: [{ lang: 'ru', name: 'ruso', own: 'Русский', dir: 'ltr', stemmer: null }],
  })],
  'search/es/w-_23.js': ['es/w-_23', [line('#trust', '0', '', 2, own([2, 1], [40, 1]))]],
  'search/es/w-c.js': ['es/w-c', [
    line('camino', '1', '', 1, own([50, 63])),
    line('caminos', '2', '', 1, own([51, 63])),
    line('coche', '0', '', 3, group(ES, STORY, [[1, 63]]), group(ES, MAXIM, [[2, 40], [3, 20]])),
    line('confianza', '0', '', 4, own([2, 30], [40, 10]), group(RU, STORY, [[7, 20]]), group(ES | RU, THEME, [[90, 60]])),
  ]],
  'search/es/w-q.js': ['es/w-q', [line('queja', '1', '', 2, own([1, 10], [3, 50])), line('question', '0', 'en', 1, own([4, 63])), line('questions', '1', 'en', 1, own([5, 63]))]],
  'search/es/w-re.js': ['es/w-re', [line('re*', '0', '', 5, own([1, 60], [2, 10])), line('ré', '0', '', 1, own([8, 63]))]],
  'search/es/w-rec.js': ['es/w-rec', [line('reclamacion', '0', '', 1, own([2, 63])), line('reclamación', '0', '', 1, own([1, 63])), line('reclamaciones', '2', '', 1, own([3, 63]))]],
  'search/es/w-rei.js': ['es/w-rei', [line('reír', '0', '', 1, own([9, 63]))]],
  'search/es/w-_436.js': ['es/w-_436', [line('жаль', '0', 'ru', 1, own([6, 63]))]],
  'search/es/r-a.js': ['es/r-a', ['queja', 'confianza']],
  'search/es/r-n.js': ['es/r-n', ['reclamacion']],
  'search/es/d-0.js': ['es/d-0', [
    document(1, 'La queja', [['', '', 'Principio sin nada. Aquí la reclamación de un cliente.'], ['el-coche', 'El coche', 'Un coche rojo y otra reclamación.']]),
    document(2, 'Otra <b>cosa</b>', [['', '', `${'Mucho antes pasó algo. '.repeat(20)}La confianza llegó tarde. ${'Y después también. '.repeat(20)}`]], { h: [['trust', 'Confianza']] }),
    document(3, 'Tercera', [['', '', 'Roja es la queja, y el coche es rojo.']]),
    document(7, 'Доверие', [['', '', 'О доверии.']], { l: 'ru', d: 'ltr', h: [['trust', 'Confianza']] }),
    ...[4, 5, 6, 8, 9].map((i) => document(i, `Texto ${i}`, [['', '', 'Nada.']])),
  ]],
  'search/es/d-2.js': ['es/d-2', [document(40, 'Un coche rojo', [['', '', 'Nada.']])]],
  'search/es/d-3.js': ['es/d-3', [document(50, 'Camino', []), document(51, 'Caminos', [])]],
  'search/es/d-5.js': ['es/d-5', [document(90, 'Confianza', [], { k: 'theme' })]],
  'search/es/themes.js': ['es/themes', [['Confianza', 'es/t.html', 4], ['Servicio', 'es/s.html', 9]]],
  'search/es-MX.js': ['es-MX', head('es-MX', { words: ['c'], languages: ['es-MX', 'ru'], stemmer: 'assets/stem-es.js' })],
  'search/es-MX/w-c.js': ['es-MX/w-c', [line('camino', '1', '', 1, own([50, 63]))]],
  'search/es-MX/d-3.js': ['es-MX/d-3', [document(50, 'Camino', [])]],
  'search/ru.js': ['ru', head('ru', { words: ['q'], ends: [] })],
  'search/ru/w-q.js': ['ru/w-q', [line('queja', '0', 'es', 1, group(RU, STORY, [[7, 63]]), group(ES | RU, STORY, [[1, 60]]))]],
  'search/ru/d-0.js': ['ru/d-0', [document(7, 'Доверие', [['', '', 'Слово queja.']])]],
};

function script(address) {
  if (address === 'assets/stem-es.js') return 'apologue.stemmer("es", function (form) { return form.replace(/(es|s)$/, "").replace(/(a|o)$/, ""); });';
  const file = FILES[address.split('?')[0]];
  if (!file) return null;
  const [name, payload] = file;
  const isLines = /[wr]-/.test(name);
  return `apologue.search(${JSON.stringify(name)}, ${isLines ? `\`${payload.join('\n')}\`` : JSON.stringify(payload)});`;
}

function engine() {
  const context = vm.createContext({});
  context.window = context;
  const asked = [];
  for (const file of ['search-words.js', 'search-index.js', 'search.js']) vm.runInContext(readFileSync(path.join(folder, file), 'utf8'), context, { filename: file });
  context.apologue.load = (address, done) => {
    asked.push(address);
    const text = script(address);
    if (text === null) done(true);
    else {
      vm.runInContext(text, context);
      done(false);
    }
  };
  return { apologue: context.apologue, asked };
}

const { apologue, asked } = engine();
const words = apologue.words;
const find = (query, options = {}, one = apologue, language = 'es') =>
  new Promise((resolve, reject) => one.find(language, query, options, (error, results) => (error ? reject(error) : results.elsewhere && resolve(results))));
const ids = (results) => Array.from(results.own.results, ({ id }) => id);
const plain = (pieces) => Array.from(pieces, ({ text, mark }) => (mark ? `[${text}]` : text)).join('');
const idf = (df) => Math.log(1 + (200 - df + 0.5) / (df + 0.5));
const close = (a, b) => Math.abs(a - b) < 1e-9;

// ── What it has to do ────────────────────────────────────────────────────────────────────────────────────────────────────────────────

async function judging(name, work) {
  const check = report.check(name);
  const equal = (what, found, wanted) => check.expect(what, JSON.stringify(found) === JSON.stringify(wanted), `is ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);
  try {
    await work(equal, check);
  } catch (error) {
    check.fault(name, `the test itself came to an end: ${error.stack}`);
  }
}

await judging('words_are_parted_and_folded_as_in_the_index', (equal) => {
  for (const [language, text, parted] of [
    ['ru', '«Кто-то» сказал: ещё раз, 24-го…', 'Кто то сказал ещё раз 24 го'],
    ['it', 'dell’arte, un po\' d\'acqua', 'dell arte un po d acqua'],
    ['en', 'The customer’s \'own\' o\'clock\'', 'The customer’s own o\'clock'],
    ['uk', 'м’ята', 'м’ята'],
    ['en', 'com\u00adplaints \u00ada b\u00ad', 'com\u00adplaints a b'],
    ['it', 'dell’ar\u00adte', 'dell ar\u00adte'],
    ['he', 'שָׁלוֹם עולם', 'שָׁלוֹם עולם'],
    ['ja', '信頼と苦情 OK', '信頼 頼と と苦 苦情 OK'],
    ['zh', '人 a人b', '人 a 人 b'],
    ['es', '¿…?', ''],
  ]) {
    const places = Array.from(words.places(text, language));
    equal(`${language}: ${text}`, places.map(({ word }) => word).join(' '), parted);
    equal(`the places of ${text}`, places.every(({ start, end, word }) => text.slice(start, end) === word), true);
  }
  for (const [language, word, folded] of [
    ['ru', 'Ещё', 'еще'], ['ru', 'ЙОД', 'йод'], ['ru', 'замо\u0301к', 'замок'], ['uk', 'Їжак', 'їжак'], ['es', 'Reclamación', 'reclamacion'], ['es', 'niño', 'nino'],
    ['it', 'QUALITÀ', 'qualita'], ['de', 'Größe', 'grosse'], ['fr', 'Œuvre', 'oeuvre'], ['en', 'Customer’s', 'customers'], ['en', 'ﬁne', 'fine'],
    ['he', 'שָׁלוֹם', 'שלום'], ['ar', 'مُحَمَّد', 'محمد'], ['tr', 'IŞIK', 'isik'], ['hi', 'किताब', 'किताब'],
  ]) equal(`${language}: ${word}`, words.fold(words.form(word, language)), folded);
});

await judging('stress_points_and_soft_hyphens_are_no_part_of_a_form', async (equal) => {
  for (const [language, word, form] of [
    ['ru', 'Жало\u0301бах', 'жалобах'], ['en', 'Com\u00adplaints', 'complaints'], ['es', 'reclamacio\u0301n', 'reclamación'], ['he', 'שָׁלוֹם', 'שלום'], ['ar', 'مُحَمَّد', 'محمد'],
    ['ru', '\u0301', '\u0301'],
  ]) equal(`${language}: ${word}`, words.form(word, language), form);
  equal('a question', ids(await find('ca\u00admi\u0301nas ')), ids(await find('camínas ')));
});

await judging('numbers_come_back_as_they_were_written', (equal) => {
  for (const value of [0, 1, 31, 32, 33, 1023, 1024, 16_777_215, 2 ** 40]) {
    const line = words.numbers(vlq(value) + 'B');
    equal(String(value), [line.next(), line.digit(), line.isAtEnd()], [value, 1, true]);
  }
  equal('a line that ends too soon', words.numbers('-').next(), 30);
});

await judging('slips_and_layouts_are_known', (equal) => {
  for (const [a, b, wanted] of [['queja', 'queja', false], ['queja', 'qeja', true], ['queja', 'quejja', true], ['queja', 'qoeja', true], ['queja', 'uqeja', true], ['queja', 'qujea', true], ['queja', 'qeuaj', false], ['ab', 'abcd', false], ['aab', 'aba', true], ['😀a', '😀b', true]]) {
    equal(`${a} and ${b}`, words.isOneSlip(a, b), wanted);
    equal(`${b} and ${a}`, words.isOneSlip(b, a), wanted);
  }
  equal('ghbdtn', words.otherLayout('ghbdtn'), 'привет');
  equal('йгуоф', words.otherLayout('йгуоф'), 'queja');
  for (const [typed, meant] of [['j,tofybt', 'обещание'], [':fkj,f', 'жалоба'], ['ghbdtn', null], ['жалоба,', null], ['24,5', null], ['a=b', null]]) equal(typed, words.lettersOnOtherLayout(typed), meant);
});

await judging('a_word_is_found_in_all_the_ways_there_are', async (equal, check) => {
  const score = async (query, id) => Array.from((await find(query, { own: 50 })).own.results).find((one) => one.id === id)?.score;
  // Alike: as it is written, then without accents, then by its stem.
  const frequent = idf(3);
  check.expect('the form itself', close(await score('reclamación ', 1), frequent), 'does not count in full');
  check.expect('without accent', close(await score('reclamación ', 2), frequent * 0.95), 'is not a little less');
  check.expect('the same stem', close(await score('reclamación ', 3), frequent * 0.85), 'is not less still');
  // The stem of what no text has comes from the stemmer.
  check.expect('a form that no text has', close(await score('caminas ', 50), idf(2) * 0.85), 'is not found by its stem');
  equal('by the stemmer', ids(await find('quejos ')), [3, 1]);
  // Foreign parts have stems of their own.
  equal('a word in English', ids(await find('question ')), [4, 5]);
  // The beginning of a word that is being typed; where it is cut into several shards, by its summary.
  equal('a beginning', ids(await find('cam')), [50, 51]);
  equal('no beginning after a space', ids(await find('cam ')), []);
  equal('one letter', ids(await find('c')), []);
  equal('a beginning with a summary', ids(await find('re')), [8, 1, 2]);
  // Slips, in either half, and the other layout.
  const slip = idf(2) * 0.4 * (50 / 63);
  check.expect('a slip at the end', close(await score('quwja ', 3), slip), 'is not forgiven');
  check.expect('a stem that begins alike', close(await score('quejido ', 3), idf(2) * 0.5 * (50 / 63)), 'is not known');
  check.expect('a slip at the beginning', close(await score('wueja ', 3), slip), 'is not forgiven');
  check.expect('the other layout', close(await score('йгуоф ', 3), idf(2) * 0.9 * (50 / 63)), 'is not forgiven');
  check.expect('the other layout, unfinished', close(await score('йгу', 3), idf(4) * 0.9 * 0.6 * (50 / 63)), 'is not forgiven');
  check.expect('the other layout, with a mark', close(await score(';fkm ', 6), idf(1)), 'is not one word');
  equal('marks that are no letters', [ids(await find('coche, ')).length, ids(await find('coche,re ')).length > 0], [ids(await find('coche ')).length, true]);
  equal('what begins with # or ends with *', [ids(await find('#trust ')), ids(await find('re* ')).includes(1)], [[], false]);
});

await judging('a_regional_variant_has_the_stems_of_its_language', async (equal) => {
  const { apologue: fresh } = engine();
  equal('a form that no text has', ids(await find('caminas ', {}, fresh, 'es-MX')), [50]);
});

await judging('a_question_loads_little', (equal, check) => {
  equal('each shard once', asked.length, new Set(asked).size);
  check.expect('shards', asked.every((address) => /^search\/\w+\.js$|^assets\/|\?b%201$/.test(address)), 'are asked for without the build');
});

await judging('works_with_more_of_the_words_come_first', async (equal) => {
  const results = await find('queja coche ');
  equal('the order', ids(results), [3, 1, 2]);
  const [qu, co] = [idf(2), idf(3)];
  const score = (sum, share) => (sum * share) / (qu + co);
  Array.from(results.own.results).forEach(({ id, score: found }) => {
    const wanted = { 1: score((qu * 10) / 63 + co, qu + co), 3: score((qu * 50) / 63 + (co * 20) / 63, qu + co), 2: score((co * 40) / 63, co) }[id];
    equal(`the score of ${id}`, close(found, wanted), true);
  });
  // A word that nobody wrote counts, too.
  const lacking = await find('coche xyzzy ');
  const nobody = Math.log(1 + 200.5 / 0.5);
  equal('with a word of nobody', close(lacking.own.results[0].score, (co * co) / (co + nobody)), true);
  equal('a word said twice', close((await find('coche coche ')).own.results[0].score, co), true);
});

await judging('words_in_quotation_marks_stand_in_a_row', async (equal) => {
  for (const query of ['"coche rojo"', '«coche rojo»', '“coche rojo”', '„coche rojo“']) equal(query, ids(await find(query)), [1]);
  equal('beside other words', ids(await find('"coche rojo" queja')), [1]);
  equal('over a comma', ids(await find('"queja y el coche"')), [3]);
  equal('over the end of a section', ids(await find('"cliente un"')), []);
  equal('accents', ids(await find('"otra reclamacion"')), [1]);
  equal('an open mark', ids(await find('"queja ')).length, 2);
});

await judging('results_come_in_groups', async (equal) => {
  const results = await find('confianza');
  equal('own', ids(results), [2, 40]);
  equal('themes', Array.from(results.themes, ({ id, kind }) => [id, kind]), [[90, 'theme']]);
  equal('stubs', Array.from(results.elsewhere.results, ({ id, language, languages }) => [id, language, [...languages]]), [[7, 'ru', ['ru']]]);
  const other = await find('queja');
  equal('from the other index', Array.from(other.elsewhere.results, ({ id, snippet }) => [id, plain(snippet)]), [[7, 'Слово [queja].']]);
  const steps = [];
  await new Promise((resolve) => apologue.find('es', 'queja', {}, (error, { elsewhere }) => steps.push(elsewhere === null) === 2 && resolve()));
  equal('in two steps', steps, [true, false]);
});

await judging('facets_leave_some', async (equal) => {
  const results = await find('coche');
  const kinds = ({ facets }) => Array.from(facets.kinds, ({ kind, count }) => [kind, count]);
  equal('kinds', kinds(results), [['story', 1], ['maxim', 2]]);
  equal('themes', Array.from(results.facets.themes, ({ theme, label }) => [theme, label]), [['trust', 'Confianza']]);
  const maxims = await find('coche', { kind: 'maxim' });
  equal('one kind', [ids(maxims), maxims.own.count, kinds(maxims)], [[2, 3], 2, kinds(results)]);
  equal('one theme', ids(await find('coche', { theme: 'trust' })), [2]);
  equal('a theme that there is not', ids(await find('coche', { theme: 'none' })), []);
  const first = await find('coche', { own: 1 });
  equal('some at a time', [ids(first), first.own.count, first.own.more], [[1], 3, true]);
});

await judging('a_snippet_shows_where_the_words_stand', async (equal, check) => {
  const [one] = Array.from((await find('reclamación coche ')).own.results);
  equal('the section', [one.address, one.heading, plain(one.snippet)], ['es/1.html#el-coche', 'El coche', 'Un [coche] rojo y otra [reclamación].']);
  const [long] = Array.from((await find('confianza ')).own.results);
  const text = plain(long.snippet);
  check.expect(text, text.startsWith('… ') && text.endsWith(' …') && text.includes('La [confianza] llegó tarde.') && text.length < 220, 'is no snippet');
  equal('the page itself', long.address, 'es/2.html');
  equal('the title as text', plain(long.title), 'Otra <b>cosa</b>');
  const [title] = Array.from((await find('queja ', { own: 50 })).own.results).filter(({ id }) => id === 1);
  equal('only the title', [plain(title.title), title.address, plain(title.snippet)], ['La [queja]', 'es/1.html', 'Principio sin nada. Aquí la reclamación de un cliente.']);
});

await judging('what_is_asked_later_silences_what_was_asked_before', async (equal) => {
  const { apologue: fresh } = engine();
  const answered = [];
  fresh.find('es', 'coche', {}, () => answered.push('coche'));
  fresh.find('es', 'queja', {}, () => answered.push('queja'));
  await find('confianza', {}, fresh);
  await new Promise((resolve) => setTimeout(resolve, 20));
  equal('answers', answered, []);
});

await judging('what_cannot_be_had_is_said_and_tried_again', async (equal) => {
  const { apologue: fresh } = engine();
  const kept = FILES['search/es/w-q.js'];
  delete FILES['search/es/w-q.js'];
  equal('a shard that is not there', await find('queja', {}, fresh).then(() => 'found', () => 'failed'), 'failed');
  FILES['search/es/w-q.js'] = kept;
  equal('the next time', ids(await find('queja', {}, fresh)).length, 2);
  equal('a language without index', await find('a', {}, fresh, 'xx').then(() => 'found', () => 'failed'), 'failed');
});

await judging('themes_that_look_alike_are_offered', async (equal) => {
  const near = async (query) => Array.from(await apologue.nearestThemes('es', query), ({ label }) => label);
  equal('alike', await near('desconfianza'), ['Confianza']);
  equal('none alike', await near('xyz'), ['Servicio', 'Confianza']);
});

await judging('no_question_is_too_strange', async (equal) => {
  const strange = ['', ' ', '"', '""', '*', '#', '__proto__ constructor', '\ud800', '\u0000', '(((', '$&', 'toString', 'x'.repeat(5000), 'a '.repeat(3000), '"a" '.repeat(500)];
  for (const query of strange) equal(query.slice(0, 20), Array.isArray(ids(await find(query))), true);
});

writeFileSync(reportPath, JSON.stringify(report));
