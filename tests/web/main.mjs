// Opens the built sites in Chromium and writes down what is wrong with them.
//
//     node main.mjs CHROMIUM REPORT FOLDER
//
// FOLDER holds the sites: `starter`, which is published below /wiki/; `starter-anywhere`, which does not say where; `hebrew`; `hostile`.

import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { judge } from './access.mjs';
import { DESKTOP, PHONE, launch, watch } from './browser.mjs';
import { answer, switchLanguage, tabThrough, tick } from './keyboard.mjs';
import { comeIn, print, readFromTheRight, readSubtitles, readWithoutScript } from './reader.mjs';
import { Report } from './report.mjs';
import { eachKind, eachKindAndLanguage } from './samples.mjs';
import { findElsewhere, findEverywhere, judgeSearch, searchAmongMalice, searchByKeys, searchInVain, searchWithoutScript, turnTheKeyOff } from './search.mjs';
import { serve } from './server.mjs';
import { Site } from './site.mjs';
import { compareSwitchers, follow, visit } from './visit.mjs';

const [chromium, reportPath, folder] = process.argv.slice(2);
const names = ['starter', 'hebrew', 'hostile'];
const built = (name) => path.join(folder, name);

// A browser that hangs must not hang whoever waits for it.
setTimeout(() => {
  console.error('Chromium did not come to an end in ten minutes.');
  process.exit(1);
}, 600_000).unref();

const report = new Report();
const checks = {
  errors: report.check('no_page_has_an_error'),
  policy: report.check('no_page_violates_the_strictest_policy'),
  outside: report.check('no_page_asks_for_anything_outside_the_site'),
  links: report.check('every_link_leads_somewhere'),
};

const server = await serve({ '/': built('starter-anywhere'), '/wiki/': built('starter'), '/hebrew/': built('hebrew'), '/hostile/': built('hostile') });
const browser = await launch(chromium);

const [opened, served] = [{}, {}];
for (const name of names) {
  opened[name] = new Site(`${name}, as files`, built(name));
  served[name] = new Site(name, built(name), { origin: server.origin, prefix: name === 'starter' ? '/wiki/' : `/${name}/` });
}

const contexts = [];
async function context(named, options) {
  const one = await browser.newContext(options);
  one.named = named;
  contexts.push(one);
  return one;
}
const phone = await context('phone, light', { viewport: PHONE, colorScheme: 'light' });
const desktop = await context('desktop, dark', { viewport: DESKTOP, colorScheme: 'dark' });
const plain = await context('no script', { viewport: DESKTOP, javaScriptEnabled: false });

// ── What is looked at ────────────────────────────────────────────────────────────────────────────────────────────────────────────────

const shown = {};
for (const name of names) {
  await looking(`every page of ${name} as a file`, checks.errors, async () => {
    shown[name] = await visit(phone, opened[name], report, checks);
    follow(opened[name], shown[name], checks.links);
    compareSwitchers(opened[name], shown[name], report.check('the_switcher_leads_to_the_same_work'));
    for (const [address, { inline }] of shown[name]) for (const what of inline) checks.policy.fault(`${name}: ${address}`, what);
  });
}

// What a page may do on a server depends on its template, and no page has a script or a style of its own: that was looked at above.
for (const name of names) {
  await looking(`pages of ${name} from a server`, checks.errors, async () => {
    const addresses = new Set([...eachKindAndLanguage(shown[name]), '404.html']);
    const seen = await visit(desktop, served[name], report, checks, [...addresses]);
    follow(served[name], seen, checks.links, new Map([...seen, ...shown[name]]));
  });
}

const anywhere = new Site('starter-anywhere', built('starter-anywhere'), { origin: server.origin, prefix: '/' });
const missing = [[served.starter, 'nothing.html'], [served.starter, 'es/nothing/at/all.html'], [served.starter, 'ru/истории/нет.html'], [anywhere, 'nothing.html']];
await judging('missing_pages_are_told_of_anywhere', (check) => nothingHere(desktop, missing, check));

await judging('the_root_leads_to_the_readers_language', async (check) => {
  await comeIn(browser, served.starter, [['ru-RU', 'ru'], ['es-MX', 'es'], ['it', 'it'], ['en-GB', 'en']], 'ja-JP', check);
  await comeIn(browser, opened.hebrew, [['he-IL', 'he']], 'ja-JP', check);
});

await judging('pages_say_the_same_without_a_script', async (check) => {
  for (const name of ['starter', 'hebrew']) await readWithoutScript(plain, desktop, opened[name], shown[name], check);
});

const withTasks = (name, kind) => [...shown[name].keys()].filter((address) => opened[name].read(address).includes(`data-${kind}`));
await judging('a_keyboard_is_enough', async (check) => {
  for (const name of ['starter', 'hebrew']) await tabThrough(desktop, served[name], shown[name], check);
  await answer(desktop, served.starter, withTasks('starter', 'quiz').slice(0, 12), checks, check);
  await answer(phone, opened.hebrew, withTasks('hebrew', 'quiz'), checks, check);
  await switchLanguage(desktop, served.hostile, 'en/index.html', check);
});

await judging('search_finds_from_files_and_from_a_server', async (check) => {
  await findEverywhere([phone, desktop], [opened.starter, served.starter], checks, check);
  for (const site of [opened.starter, served.starter]) await findElsewhere(desktop, site, checks, check);
});

await judging('the_search_dialog_needs_no_mouse', async (check) => {
  for (const site of [opened.starter, served.starter]) await searchByKeys(desktop, site, checks, check);
  for (const site of [opened.starter, served.starter]) await turnTheKeyOff(desktop, site, checks, check);
});

await judging('the_search_dialog_is_accessible', async (check) => {
  for (const one of [phone, desktop]) {
    await judgeSearch(one, served.starter, 'en', 'complaint', check);
    await judgeSearch(one, opened.hebrew, 'he', 'שירות', check);
  }
});

await judging('search_shows_hostile_text_as_text', async (check) => {
  for (const site of [opened.hostile, served.hostile]) await searchAmongMalice(phone, site, checks, check);
});

await judging('a_search_that_fails_says_so', async (check) => {
  await searchInVain(phone, served.starter, check);
});

await judging('without_a_script_the_search_leads_to_the_themes', async (check) => {
  await searchWithoutScript(plain, opened.starter, check);
});

await judging('ticks_hold_in_every_language', async (check) => {
  const lists = withTasks('starter', 'checklist');
  const { work } = shown.starter.get(lists[0]);
  await tick(desktop, served.starter, lists.filter((address) => shown.starter.get(address).work === work), check);
});

await judging('every_text_runs_in_its_direction', async (check) => {
  await readFromTheRight(desktop, opened.hebrew, shown.hebrew, check);
  await readFromTheRight(phone, opened.hostile, shown.hostile, check);
});

await judging('subtitles_show_on_pages_that_were_opened_as_files', async (check) => {
  await readSubtitles(desktop, opened.hebrew, [...shown.hebrew.keys()].find((address) => opened.hebrew.read(address).includes('<track')), check);
});

await judging('every_page_prints_well', async (check) => {
  for (const name of ['starter', 'hebrew']) await print(desktop, opened[name], shown[name], check);
});

await judging('every_template_is_accessible', async (check) => {
  for (const one of [phone, desktop]) {
    await judge(one, opened.starter, eachKind(shown.starter), check);
    await judge(one, opened.hebrew, eachKind(shown.hebrew), check);
    await judge(one, opened.hostile, eachKind(shown.hostile, shown.hebrew), check);
  }
});

await browser.close();
server.close();
writeFileSync(reportPath, JSON.stringify(report));

/** Looks at something for the test of the name. */
function judging(test, work) {
  const check = report.check(test);
  return looking(test, check, () => work(check));
}

/** What cannot be looked at is a fault like others, and the rest is looked at all the same. */
async function looking(what, check, work) {
  const started = Date.now();
  try {
    await work();
  } catch (error) {
    check.fault(what, `the test itself came to an end: ${error.stack}`);
  }
  console.log(`${((Date.now() - started) / 1000).toFixed(1).padStart(6)} s  ${what}`);
}

/** What is not there is answered in the site's own words, with its style, however deep the address. */
async function nothingHere(context, asked, check) {
  const page = await context.newPage();
  for (const [site, address] of asked) {
    const where = `${site}: ${address}`;
    const response = await page.goto(site.url(address));
    check.expect(where, response.status() === 404, `is answered by ${response.status()}`);
    const styled = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--paper') !== '');
    check.expect(where, styled, 'has no style');
    const url = await page.locator('main a').first().evaluate((link) => link.href);
    check.expect(where, site.has(site.address(url) ?? ''), `leads to ${url}, which is not there`);
  }
  await page.close();
}
