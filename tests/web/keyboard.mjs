// The site without a mouse.

import { watch, withPages } from './browser.mjs';
import { eachKind } from './samples.mjs';

/** How often a reader presses Tab before the test believes that the page can be gone through. */
const PATIENCE = 60;

export async function tabThrough(context, site, shown, check) {
  await withPages(context, eachKind(shown), async (page, address) => {
    const where = `${site}: ${address}`;
    await page.goto(site.still(address));
    let before = null;
    let stays = 0;
    for (let press = 0; press < PATIENCE; press += 1) {
      await page.keyboard.press('Tab');
      const focus = await page.evaluate(focused);
      if (!focus) break;
      check.expect(where, focus.visible, `${focus.name} has the focus, but cannot be seen`);
      check.expect(where, focus.marked, `${focus.name} does not show that it has the focus`);
      // A busy browser may lose a press; a trap keeps all of them.
      stays = focus.at === before && !focus.isPlayer ? stays + 1 : 0;
      check.expect(where, stays < 2, `the focus does not leave ${focus.name}`);
      if (press === 0 && shown.get(address).kind !== 'page-root') await skip(page, where, focus, check);
      before = focus.at;
    }
    check.expect(where, before !== null, 'the Tab key leads nowhere');
  });
}

/** The first stop leads past the menu. */
async function skip(page, where, focus, check) {
  check.expect(where, focus.name.startsWith('a.skip'), `the first stop is ${focus.name}, not the link that skips the menu`);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const place = await page.evaluate(() => {
    const main = document.querySelector('main');
    return document.activeElement === document.body || !(main.compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_PRECEDING);
  });
  check.expect(where, place, 'after skipping, the next stop is before the text');
  // Back to where everything begins.
  await page.evaluate(() => document.querySelector('a.skip')?.focus());
}

/** Runs in the page: what has the focus, if anything. */
function focused() {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  const style = getComputedStyle(element);
  const { left, right, top, bottom, width, height } = element.getBoundingClientRect();
  // The buttons inside a player are the browser's own: it marks them, and the page sees the player alone.
  const isPlayer = element.localName === 'video';
  const isInside = isPlayer && !element.matches(':focus-visible');
  return {
    isPlayer,
    at: [...document.getElementsByTagName('*')].indexOf(element),
    name: `${element.localName}.${element.className} “${element.textContent.trim().slice(0, 30)}”`,
    visible: width > 4 && height > 4 && right > 0 && left < innerWidth && bottom > 0 && top < innerHeight && style.opacity !== '0' && style.clipPath === 'none',
    marked: isInside || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2),
  };
}

/** Checklists and questions of every kind on the given pages, answered with keys alone. */
export async function answer(context, site, addresses, checks, check) {
  const page = await context.newPage();
  watch(page, site, checks);
  for (const address of addresses) {
    const where = `${site}: ${address}`;
    await page.goto(site.url(address));
    for (const quiz of await page.locator('[data-quiz]').all()) {
      const inputs = quiz.locator('.answers input');
      const right = quiz.locator('.answers input[data-right]').first();
      const type = await right.getAttribute('type');
      await inputs.first().focus();
      await page.keyboard.press('Space');
      check.expect(where, await inputs.first().isChecked(), 'the space bar does not choose an answer');
      if (type === 'radio') {
        for (let step = 0; step < 9 && !(await right.isChecked()); step += 1) await page.keyboard.press('ArrowDown');
      } else {
        await right.focus();
        if (!(await right.isChecked())) await page.keyboard.press('Space');
      }
      check.expect(where, await right.isChecked(), 'keys alone do not choose the right answer');
      const replies = quiz.locator('.feedback:not(:empty)');
      const chosen = await quiz.locator('.answers input:checked').count();
      check.expect(where, (await replies.count()) === chosen, `${await replies.count()} replies stand below ${chosen} chosen answers`);
      check.expect(where, (await quiz.locator('.feedback .right').count()) > 0, 'nothing says that the right answer is right');
      const summary = quiz.locator('summary').first();
      await summary.focus();
      await page.keyboard.press('Enter');
      check.expect(where, await quiz.locator('.replies .verdict').first().isVisible(), 'the answers do not open by a key');
    }
    for (const list of await page.locator('[data-checklist]').all()) {
      const box = list.locator('input[type=checkbox]').first();
      const before = await box.isChecked();
      await box.focus();
      await page.keyboard.press('Space');
      check.expect(where, (await box.isChecked()) !== before, 'the space bar does not tick a box');
    }
  }
  await page.close();
}

/** A tick is one of the work, not of the page: it is there in every language, and after a reload. */
export async function tick(context, site, addresses, check) {
  const page = await context.newPage();
  const first = page.locator('[data-checklist] input[type=checkbox]').first();
  for (const [number, address] of addresses.entries()) {
    const where = `${site}: ${address}`;
    await page.goto(site.url(address));
    if (number === 0) await first.check();
    else check.expect(where, await first.isChecked(), `a box that was ticked in ${addresses[0]} is not ticked here`);
  }
  await page.locator('[data-checklist] button').first().click();
  await page.goto(site.url(addresses[0]));
  check.expect(`${site}: ${addresses[0]}`, !(await first.isChecked()), 'a list that was cleared in one language is not clear in another');
  await page.close();
}

/** A long list of languages opens and closes by keys. */
export async function switchLanguage(context, site, address, check) {
  const where = `${site}: ${address}`;
  const page = await context.newPage();
  await page.goto(site.url(address));
  const details = page.locator('.switcher details');
  await details.locator('summary').focus();
  await page.keyboard.press('Enter');
  check.expect(where, await details.locator('a').first().isVisible(), 'the list of languages does not open by a key');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  check.expect(where, !(await details.locator('a').first().isVisible()), 'Escape does not close the list of languages');
  check.expect(where, await details.locator('summary').evaluate((summary) => document.activeElement === summary), 'Escape loses the place');
  await page.close();
}
