// The search, as a reader uses it: from files and from a server, by keys alone, by an address that was shared.

import { judgeAsItIs } from './access.mjs';
import { watch } from './browser.mjs';

/** What is asked in each language of the starter, and a word of the title that has to be among the first three. */
const QUESTIONS = [
  ['ru', 'жалобы отзывы', 'отзывы'],
  ['es', 'resenas malas', 'reseñas'],
  ['it', 'prezzo pesa', 'prezzo'],
  ['en', 'complaint gift time', 'complaint'],
];

const results = (page) => page.locator('.search-group-own .search-result');
const active = (page) => page.evaluate(() => document.activeElement.getAttribute('aria-activedescendant'));

/** Types a question and waits for what is found in the reader's own language and in others. */
async function ask(page, query) {
  await page.locator('dialog .search-field').fill(query);
  await answered(page);
}

async function answered(page) {
  await page.locator('.search-list:not([aria-busy]) .search-result').first().waitFor();
  await page.locator('.search-status', { hasText: /\d/ }).waitFor();
}

async function opened(page, key = '/') {
  await page.keyboard.press(key);
  await page.locator('dialog.search-dialog[open]').waitFor();
}

export async function findEverywhere(contexts, sites, checks, check) {
  for (const context of contexts) {
    for (const site of sites) {
      const page = await context.newPage();
      watch(page, site, checks);
      for (const [language, query, word] of QUESTIONS) {
        const where = `${site} in ${language} (${context.named})`;
        await page.goto(site.url(`${language}/index.html`));
        await page.locator('.search-open a').click();
        await page.locator('dialog.search-dialog[open]').waitFor();
        await ask(page, query);
        const titles = (await page.locator('.search-group-own .search-title').allTextContents()).slice(0, 3);
        check.expect(where, titles.some((title) => title.toLowerCase().includes(word.toLowerCase())), `${query} finds ${titles.join(', ')}`);
        const marks = await page.locator('.search-result mark').allTextContents();
        check.expect(where, marks.length > 0, 'nothing is marked');
        const wide = await page.evaluate(() => document.querySelector('.search-dialog').scrollWidth > document.documentElement.clientWidth);
        check.expect(where, !wide, 'the dialog is wider than the window');
        const leads = await results(page).evaluateAll((links) => links.map((link) => link.href));
        for (const url of leads) check.expect(where, site.has(site.address(url) ?? ''), `leads to ${url}, which is not there`);

        // What is chosen is read; who comes back finds what was asked.
        const shared = page.url();
        await results(page).first().click();
        await page.waitForURL(leads[0]);
        check.expect(where, !(await page.locator('dialog[open]').count()), 'the dialog covers the page that was chosen');
        await page.goto('about:blank');
        await page.goto(shared);
        await answered(page);
        check.expect(where, (await page.locator('.search-field').inputValue()) === query, 'a shared address does not hold the question');
        const again = await page.locator('.search-group-own .search-title').first().textContent();
        check.expect(where, again === titles[0], 'a shared address finds something else');
      }
      await page.close();
    }
  }
}

/** A work that only other languages have is found by its own words, and says its language. */
export async function findElsewhere(context, site, checks, check) {
  const page = await context.newPage();
  watch(page, site, checks);
  const where = `${site} (${context.named})`;
  await page.goto(site.url('en/index.html'));
  await opened(page);
  await ask(page, 'молчание');
  const found = page.locator('.search-group-elsewhere .search-result').first();
  await found.waitFor();
  check.expect(where, (await found.locator('.search-title').getAttribute('lang')) === 'ru', 'a title in Russian is not marked as such');
  check.expect(where, (await found.locator('.search-language').textContent()).includes('Russian'), 'the language of what is found is not said');
  await page.close();
}

/** Whoever has no use for the key that stands alone turns it off, for this page and for the next. */
export async function turnTheKeyOff(context, site, checks, check) {
  const page = await context.newPage();
  watch(page, site, checks);
  const where = `${site} (${context.named})`;
  const open = () => page.locator('dialog.search-dialog[open]').count();
  await page.goto(site.url('en/index.html'));
  await opened(page);
  const box = page.getByLabel('The / key opens the search');
  await box.uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  check.expect(where, (await open()) === 0, 'the key opens the search, though it is off');
  await page.reload();
  await page.keyboard.press('/');
  check.expect(where, (await open()) === 0, 'that the key is off is forgotten');
  const told = await page.locator('.search-open a').getAttribute('aria-keyshortcuts');
  check.expect(where, told === 'Control+K Meta+K', `the button tells of ${told}`);
  await opened(page, 'Control+k');
  await box.check();
  await page.keyboard.press('Escape');
  await opened(page);
  await page.close();
}

export async function searchByKeys(context, site, checks, check) {
  const page = await context.newPage();
  watch(page, site, checks);
  const where = `${site} (${context.named})`;
  const start = site.url('en/index.html');
  await page.goto(start);

  await opened(page, 'Control+k');
  check.expect(where, await page.evaluate(() => document.activeElement.matches('.search-field')), 'the field has not the focus');
  await page.keyboard.press('Escape');
  check.expect(where, !(await page.locator('dialog[open]').count()), 'Escape does not close the dialog');

  await page.locator('.search-open a').focus();
  await page.keyboard.press('Space');
  await page.locator('dialog.search-dialog[open]').waitFor();
  await page.keyboard.type('customers/');
  check.expect(where, (await page.locator('.search-field').inputValue()) === 'customers/', 'a / cannot be typed');
  await answered(page);

  const ids = await page.locator('[role=option]').evaluateAll((options) => options.map((option) => option.id));
  check.expect(where, new Set(ids).size === ids.length && ids.length > 5, 'the results have no names of their own');
  await page.keyboard.press('ArrowDown');
  check.expect(where, (await active(page)) === ids[0], 'the arrow does not lead to the first result');
  await page.keyboard.press('End');
  check.expect(where, (await active(page)) === ids.at(-1), 'End does not lead to the last result');
  check.expect(where, await page.locator(`[id="${ids.at(-1)}"]`).evaluate((option) => {
    const { top, bottom } = option.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  }), 'the last result cannot be seen');
  await page.keyboard.press('Home');
  check.expect(where, (await active(page)) === ids[0], 'Home does not lead to the first result');
  await page.keyboard.press('ArrowUp');
  check.expect(where, (await active(page)) === null, 'the arrow does not lead back to the field');

  // More results take the place of the button that asked for them.
  const more = page.locator('.search-group-own .search-more');
  const place = ids.indexOf(await more.getAttribute('id'));
  for (let step = 0; step <= place; step += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForFunction((before) => document.querySelectorAll('.search-group-own .search-result').length > before, 10);
  check.expect(where, (await active(page)) === ids[place], 'whoever asks for more loses the place');

  // Facets.
  await page.locator('.search-field').focus();
  for (let press = 0; press < 6 && !(await page.evaluate(() => document.activeElement.matches('.search-choice'))); press += 1) await page.keyboard.press('Tab');
  check.expect(where, await page.evaluate(() => document.activeElement.matches('.search-choice')), 'Tab does not reach the facets');
  const name = await page.evaluate(() => document.activeElement.textContent);
  await page.keyboard.press('Space');
  await page.locator('.search-choice[aria-pressed=true]').waitFor();
  check.expect(where, await page.evaluate((name) => document.activeElement.textContent === name, name), 'a facet that is pressed loses the focus');
  check.expect(where, (await page.locator('.search-group-own .search-kind').evaluateAll((kinds) => new Set(kinds.map((kind) => kind.textContent)).size)) === 1, 'a kind does not leave out the others');
  await page.keyboard.press('Space');
  await page.locator('.search-choice[aria-pressed=true]').waitFor({ state: 'detached' });

  await page.keyboard.press('Escape');
  const left = await page.waitForURL(start, { timeout: 60_000 }).then(() => true, () => false);
  check.expect(where, left, `closing leaves ${page.url()}`);
  check.expect(where, await page.evaluate(() => document.activeElement.matches('.search-open a')), 'closing loses the place');
  await opened(page);
  check.expect(where, (await page.locator('.search-field').inputValue()) === '', 'what was searched is remembered');
  check.expect(where, await page.evaluate(() => Object.keys(localStorage).every((key) => !/search|customers/.test(key + localStorage[key]))), 'what was searched is kept');

  await ask(page, 'complaint');
  const [first] = await page.locator('[role=option]').evaluateAll((links) => links.map((link) => link.href));
  await page.keyboard.press('Enter');
  await page.waitForURL(first);
  await page.close();
}

/** The dialog in all its states, for a program that checks accessibility. */
export async function judgeSearch(context, site, language, query, check) {
  const page = await context.newPage();
  const where = (state) => `${site} in ${language}, ${state} (${context.named})`;
  await page.goto(site.url(`${language}/index.html`));
  await opened(page);
  await page.locator('.search-themes').waitFor();
  await judgeAsItIs(page, where('nothing asked'), check);
  await ask(page, query);
  await page.keyboard.press('ArrowDown');
  await judgeAsItIs(page, where('something found'), check);
  await page.locator('.search-field').fill('xqzwvk');
  await page.locator('.search-themes').waitFor();
  await judgeAsItIs(page, where('nothing found'), check);
  await page.close();
}

/** Whatever authors and readers type comes out as text. */
export async function searchAmongMalice(context, site, checks, check) {
  const page = await context.newPage();
  watch(page, site, checks);
  const where = `${site} (${context.named})`;
  await page.goto(`${site.url('en/index.html')}#q=${encodeURIComponent('alert <img src=x onerror=alert(9)> "</script>" rule')}`);
  await page.locator('dialog.search-dialog[open]').waitFor();
  await page.locator('.search-field').fill('script alert');
  await page.locator('.search-result').first().waitFor();
  check.expect(where, (await page.locator('.search-dialog :is(script, img, svg, b)').count()) === 0, 'a text became an element');
  await page.locator('.search-field').fill('<xqzwvk onjjjjj="zzzzzqq">');
  await page.locator('.search-themes').waitFor();
  check.expect(where, (await page.locator('.search-dialog :is(script, img, svg, b)').count()) === 0, 'a question became an element');
  await page.close();
}

/** What cannot be loaded is said, with another way; and tried again with the next letter. */
export async function searchInVain(context, site, check) {
  const page = await context.newPage();
  const where = `${site} (${context.named})`;
  await page.goto(site.url('es/index.html'));
  await page.route('**/search/**', (route) => route.abort());
  await opened(page);
  const status = page.locator('.search-status', { hasText: 'No se ha podido cargar' });
  await status.waitFor();
  const url = await page.locator('.search-aside a').evaluate((link) => link.href);
  check.expect(where, site.has(site.address(url) ?? ''), `leads to ${url}, which is not there`);
  await page.unroute('**/search/**');
  await ask(page, 'queja');
  await page.route('**/es/w-*', (route) => route.abort());
  await page.locator('.search-field').fill('zapato');
  await status.waitFor();
  await page.unroute('**/es/w-*');
  await ask(page, 'zapatos');
  check.expect(where, (await results(page).count()) > 0, 'nothing is found after a failure');
  await page.close();
}

/** Without a script, the button is a link to the themes. */
export async function searchWithoutScript(plain, site, check) {
  const page = await plain.newPage();
  await page.goto(site.url('en/index.html'));
  await page.locator('.search-open a').click();
  check.expect(`${site}`, site.address(page.url()) === 'en/themes/index.html' && (await page.locator('h1').count()) === 1, `leads to ${page.url()}`);
  await page.close();
}
