// What a reader meets: the way in, the page without a script, the direction of a text, paper.

import { eachKind } from './samples.mjs';

/** The list of languages leads to the reader's. */
export async function comeIn(browser, site, languages, other, check) {
  const where = (locale) => `${site}: index.html for ${locale}`;
  const home = (language) => site.url(`${language}/index.html`);
  for (const [locale, language] of languages) {
    const context = await browser.newContext({ locale });
    const page = await context.newPage();
    await page.goto(site.url('index.html'));
    const came = await page.waitForURL(home(language), { timeout: 60_000 }).then(() => true, () => false);
    check.expect(where(locale), came, `leads to ${page.url()}, not to ${language}`);
    await context.close();
  }
  const context = await browser.newContext({ locale: other });
  const page = await context.newPage();
  await page.goto(site.url('index.html'));
  await page.waitForTimeout(300);
  check.expect(where(other), page.url() === site.url('index.html'), `leads on to ${page.url()}, which the reader does not read`);
  const chosen = page.locator('a[data-language]').last();
  const language = await chosen.getAttribute('data-language');
  await chosen.click();
  await page.waitForURL(home(language));
  await page.goto(site.url('index.html'));
  const came = await page.waitForURL(home(language), { timeout: 60_000 }).then(() => true, () => false);
  check.expect(where(other), came, `forgets that the reader chose ${language}`);
  await page.goto(`${site.url('index.html')}#`);
  await page.goto(`${site.url('index.html')}#all`);
  await page.waitForTimeout(300);
  check.expect(where(other), site.address(page.url()) === 'index.html', 'the list itself cannot be had by a #');
  await context.close();
}

/** Every page says the same without a script, but for the tools that need one; and its folded parts open. */
export async function readWithoutScript(plain, scripted, site, shown, check) {
  const [without, within] = [await plain.newPage(), await scripted.newPage()];
  const text = (page) => page.evaluate(() => {
    document.querySelectorAll('[data-scripted]').forEach((tool) => tool.remove());
    return document.body.innerText.replace(/\s+/g, ' ').trim();
  });
  for (const address of eachKind(shown)) {
    const where = `${site}: ${address}`;
    await without.goto(site.url(address));
    await within.goto(site.still(address));
    check.expect(where, site.address(without.url()) === address, `leads on to ${without.url()}`);
    check.expect(where, (await text(without)) === (await text(within)), 'does not say the same without a script');
    for (const details of await without.locator('main details:not([open])').elementHandles()) {
      await (await details.$('summary')).click();
      const opened = await details.evaluate((element) => element.open && element.offsetHeight > element.querySelector('summary').offsetHeight);
      check.expect(where, opened, 'a folded part does not open');
    }
  }
  await without.close();
  await within.close();
}

/** Everything runs the way its language does. */
export async function readFromTheRight(context, site, shown, check) {
  const page = await context.newPage();
  for (const [address, { dir }] of shown) {
    if (dir !== 'rtl' && !eachKind(shown).includes(address)) continue;
    await page.goto(site.still(address));
    for (const what of await page.evaluate(directions)) check.fault(`${site}: ${address}`, what);
    check.saw();
  }
  await page.close();
}

/** Runs in the page. */
function directions() {
  const faults = [];
  for (const element of document.querySelectorAll('[lang]')) {
    const locale = new Intl.Locale(element.lang);
    const wanted = (locale.getTextInfo?.() ?? locale.textInfo).direction;
    const found = getComputedStyle(element).direction;
    if (found !== wanted) faults.push(`${element.localName}.${element.className} in ${element.lang} runs ${found}: “${element.textContent.trim().slice(0, 40)}”`);
  }
  if (document.documentElement.dir === 'rtl') {
    const box = (selector) => document.querySelector(selector)?.getBoundingClientRect();
    const label = box('.row > .row-label');
    const beside = box('.row > .row-label + *');
    if (label && beside && label.top < beside.bottom && beside.top < label.bottom && label.left < beside.right) faults.push('the margin is not on the right');
    const [title, switcher] = [box('.site-title'), box('.switcher')];
    if (title && switcher && title.top < switcher.bottom && switcher.top < title.bottom && title.left < switcher.left) faults.push('the masthead does not begin on the right');
    for (const quote of document.querySelectorAll('blockquote')) {
      const style = getComputedStyle(quote);
      if (style.direction === 'rtl' && style.borderLeftWidth !== '0px') faults.push('the line beside a quotation is not on the right');
    }
    const heading = document.querySelector('h1');
    const range = document.createRange();
    range.selectNodeContents(heading);
    const [words, room] = [range.getBoundingClientRect(), heading.getBoundingClientRect()];
    if (getComputedStyle(heading).direction === 'rtl' && words.width > 1 && room.width > 1 && Math.abs(words.right - room.right) > 2) faults.push('the title does not begin on the right');
  }
  return faults;
}

/** A film's subtitles, which browsers do not load on pages that were opened as files. */
export async function readSubtitles(context, site, address, check) {
  const page = await context.newPage();
  await page.goto(site.url(address));
  const shown = () => {
    const of = (track) => `${track.language} ${track.mode}: ${[...track.cues].map((cue) => `${cue.startTime}-${cue.endTime} ${cue.text}`).join('; ')}`;
    const tracks = [...document.querySelector('video').textTracks];
    return tracks.filter((track) => track.cues?.length).map(of).sort();
  };
  await page.waitForFunction(() => [...document.querySelector('video').textTracks].filter((track) => track.cues?.length).length === 2, null, { timeout: 60_000 }).catch(() => {});
  const expected = ['en hidden: 0-2 Good morning', 'he showing: 0-2 שלום; 2-5.5 מה הביא אתכם?\nשבו.'];
  const found = await page.evaluate(shown);
  check.expect(`${site}: ${address}`, found.join() === expected.join(), `shows ${found.join()}`);
  await page.close();
}

/** One page of each kind on paper, asked for by somebody who reads white on black. */
export async function print(context, site, shown, check) {
  const page = await context.newPage();
  for (const address of eachKind(shown)) {
    const where = `${site}: ${address}`;
    await page.emulateMedia({ media: null });
    await page.goto(site.still(address));
    const pdf = await page.pdf({ format: 'A4', printBackground: true });
    check.expect(where, pdf.subarray(0, 5).toString() === '%PDF-' && pdf.length > 2_000, 'gives no PDF');
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    for (const what of await page.evaluate(onPaper)) check.fault(where, what);
  }
  await page.close();
}

/** Runs in the page. */
function onPaper() {
  const faults = [];
  const shows = (selector) => [...document.querySelectorAll(selector)].some((element) => element.checkVisibility() && element.getBoundingClientRect().height > 1);
  for (const idle of ['.skip', '.switcher', '.menu', '.pager', '.foot-sections', '.checklist button']) {
    if (shows(idle)) faults.push(`${idle} is printed, where nobody can press it`);
  }
  if (!shows('h1') && !shows('.root-languages')) faults.push('the title is not printed');
  const light = (colour) => {
    const [red, green, blue, alpha = 1] = colour.match(/[\d.]+/g).map(Number);
    return alpha === 0 ? 255 : (red + green + blue) / 3;
  };
  const text = getComputedStyle(document.querySelector('main p, main li, main h1'));
  if (light(getComputedStyle(document.body).backgroundColor) < 250 || light(text.color) > 90) faults.push('is not printed in black on white');
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) faults.push(`is wider than the paper: ${scrollWidth} on ${clientWidth}`);
  return faults;
}
