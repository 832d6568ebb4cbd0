// Keeps copies of a small site in Chromium, takes the network away, builds the site anew, and writes down what readers do not get.
//
//     node offline.mjs CHROMIUM REPORT PROGRAM FOLDER
//
// FOLDER is empty: the site in it is made here. It is served below a folder, with the strictest policy.

import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { DESKTOP, launch, watch } from './browser.mjs';
import { Report } from './report.mjs';
import { serve } from './server.mjs';

const [chromium, reportPath, program, folder] = process.argv.slice(2);
const PATIENCE = 120_000;

setTimeout(() => {
  console.error('Chromium did not come to an end in five minutes.');
  process.exit(1);
}, 300_000).unref();

// ── A site ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

function save(file, text) {
  const target = path.join(folder, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
}

const out = path.join(folder, 'public');
const build = () => execFileSync(program, ['build', '--ui', 'en', '-s', folder, '-o', out], { stdio: 'pipe' });
const story = (title, text) => `---\ntitle: ${title}\n---\n${text}\n`;

save('site.yaml', 'title: {ru: Сайт, en: Site}\nlanguages: [ru, en]\ndefault_language: ru\n');
save('content/stories/first.ru.md', story('Первая', 'Первый текст. ![Лампа](lamp.png)'));
save('content/stories/second.ru.md', story('Вторая', 'Второй текст.'));
save('content/stories/other.ru.md', story('Посторонняя', 'Её в пути нет.'));
save('content/stories/other.en.md', story('Other', 'A text.'));
save('content/paths/week.ru.md', '---\ntitle: Неделя\nsteps: [first, second]\n---\nПуть.\n');
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
mkdirSync(path.join(folder, 'content/stories'), { recursive: true });
writeFileSync(path.join(folder, 'content/stories/lamp.png'), Buffer.from(PIXEL, 'base64'));
build();

const server = await serve({ '/wiki/': out });
const base = `${server.origin}/wiki/`;
const PATH = 'ru/пути/week.offline.json';
const WHOLE = 'ru/index.offline.json';

// ── What is looked at ────────────────────────────────────────────────────────────────────────────────────────────────────────────────

const report = new Report();
const checks = {
  keeps: report.check('a_path_is_read_without_a_network'),
  missing: report.check('a_page_that_was_not_kept_says_so'),
  search: report.check('a_path_alone_has_no_search_and_says_so'),
  newer: report.check('a_copy_follows_a_new_build'),
  forgets: report.check('a_copy_that_is_removed_is_gone'),
  files: report.check('from_files_nothing_is_offered'),
  errors: report.check('no_page_about_copies_has_an_error'),
};

const browser = await launch(chromium);
const context = await browser.newContext({ viewport: DESKTOP, locale: 'ru' });
const page = await context.newPage();
const site = { base, toString: () => 'site', address: (url) => (url.startsWith(base) ? decodeURIComponent(url.slice(base.length)) : null) };
watch(page, site, { errors: checks.errors, policy: checks.errors, outside: checks.errors });
page.setDefaultTimeout(PATIENCE);

const copy = (list) => page.locator(`.copy[data-list="${list}"]`);
const text = async () => (await page.locator('main').innerText()).replaceAll('\u00a0', ' ');
const at = (address) => base + encodeURI(address);

async function keep(list) {
  await page.goto(at('ru/offline.html'));
  await copy(list).locator('[data-do=keep]').click();
  await copy(list).locator('[data-state=kept]').waitFor();
}

// The way in: a link at the foot, and from there to what can be kept.
await page.goto(at('ru/index.html'));
await page.locator('.foot-offline a').click();
await page.waitForURL(at('ru/offline.html'));
await copy(PATH).locator('[data-size]:not(:empty)').waitFor();
checks.keeps.expect('the page', await page.locator('[data-offline-needs]').isHidden(), 'says that nothing can be kept');
checks.keeps.expect('the page', /\d/.test(await copy(PATH).locator('[data-size]').innerText()), 'does not say how much a path is');
checks.errors.saw();

await keep(PATH);
server.close();
await context.setOffline(true);
await page.goto(at('ru/пути/week.html'));
checks.keeps.expect('the path', (await text()).includes('Путь.'), 'is not there without a network');
await page.locator('.steps a').first().click();
await page.waitForURL(at('ru/истории/first.html'));
checks.keeps.expect('its first step', (await text()).includes('Первый текст.'), 'is not there');
const shown = await page.locator('main img').evaluate((image) => image.decode().then(() => image.naturalWidth, () => 0));
checks.keeps.expect('a picture of it', shown > 0, 'is not shown');
await page.locator('.in-path a[rel=next]').click();
await page.waitForURL(at('ru/истории/second.html'));
checks.keeps.expect('its second step', (await text()).includes('Второй текст.'), 'is not there');
const styled = await page.evaluate(() => getComputedStyle(document.body).display === 'flex');
checks.keeps.expect('its stylesheet', styled, 'is not there');

// In a page that nobody watches: an index that cannot be had is an error of the browser's.
const apart = await context.newPage();
apart.setDefaultTimeout(PATIENCE);
await apart.goto(at('ru/истории/second.html'));
await apart.locator('[data-search]').click();
await apart.locator('.search-status:not(:empty)').waitFor();
const told = await apart.locator('.search-status').innerText();
checks.search.expect('the search', told === (await apart.locator('[data-offline]').getAttribute('data-offline')), `says ${told}`);
checks.search.expect('its way on', (await apart.locator('.search-aside a').getAttribute('href')) === at('ru/offline.html'), 'leads elsewhere');
await apart.close();

await page.goto(at('ru/истории/other.html'));
checks.missing.expect('a page of no copy', page.url() === `${at('ru/offline.html')}#_missing`, `leads to ${page.url()}`);
checks.missing.expect('a page of no copy', await page.locator('#_missing').isVisible(), 'is not said to be missing');
await copy(PATH).locator('[data-state=kept]').waitFor();
await page.goto(at('en/index.html'));
checks.missing.expect('a page of another language', page.url() === `${at('ru/offline.html')}#_missing`, `leads to ${page.url()}`);

// The same server, another build.
save('content/stories/second.ru.md', story('Вторая', 'Новый текст.'));
build();
const again = await serve({ '/wiki/': out }, Number(new URL(server.origin).port));
await context.setOffline(false);
await page.goto(at('ru/offline.html'));
// The worker asks for a new build once a minute at most; a page may tell it to look.
const fresh = () => page.evaluate(async (wanted) => {
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const key of await cache.keys()) {
      // The worker may clear it up while it is looked through.
      const found = await cache.match(key);
      const body = found ? await found.text() : '';
      if (key.url.includes('second') && body.includes(wanted)) return true;
    }
  }
  return false;
}, 'Новый текст.');
const until = Date.now() + PATIENCE;
while (!(await fresh()) && Date.now() < until) await page.waitForTimeout(200);
await context.setOffline(true);
again.close();
await page.goto(at('ru/истории/second.html'));
checks.newer.expect('a changed text', (await text()).includes('Новый текст.'), 'is read as it was');
const last = await serve({ '/wiki/': out }, Number(new URL(server.origin).port));
await context.setOffline(false);

// A whole language beside the path; then neither.
await keep(WHOLE);
await context.setOffline(true);
await page.goto(at('ru/истории/other.html'));
checks.keeps.expect('a whole language', (await text()).includes('Её в пути нет.'), 'lacks a page');
await context.setOffline(false);
await page.goto(at('ru/offline.html'));
for (const list of [PATH, WHOLE]) {
  await copy(list).locator('[data-do=forget]').click();
  await copy(list).locator('[data-state=kept]').waitFor({ state: 'hidden' });
}
await page.waitForFunction(async () => !(await navigator.serviceWorker.getRegistration()));
checks.forgets.expect('the store', (await page.evaluate(() => caches.keys())).length === 0, 'still holds something');
last.close();

const file = await context.newPage();
await file.goto(pathToFileURL(path.join(out, 'ru/offline.html')).href);
checks.files.expect('the page, from a file', await file.locator('[data-offline-needs]').isVisible(), 'does not say why');
checks.files.expect('the page, from a file', await file.locator('[data-offline-copies]').isHidden(), 'offers copies');
checks.files.expect('the foot, from a file', await file.locator('.foot-offline').isHidden(), 'leads there');

await browser.close();
writeFileSync(reportPath, JSON.stringify(report));
process.exit(0);
