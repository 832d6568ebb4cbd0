// Opens pages of a preview in Chromium, edits their sources, and writes down what the pages do not do.
//
//     node serve.mjs CHROMIUM REPORT PROGRAM FOLDER
//
// FOLDER is empty: the site in it is made here.

import { spawn } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { DESKTOP, launch } from './browser.mjs';
import { Report } from './report.mjs';

const [chromium, reportPath, program, folder] = process.argv.slice(2);
const PATIENCE = 120_000;

setTimeout(() => {
  console.error('Chromium did not come to an end in ten minutes.');
  process.exit(1);
}, 600_000).unref();

// ── A site, and somebody who edits it ────────────────────────────────────────────────────────────────────────────────────────────────

/** Saves as editors do: another file takes the place of the old one. */
function save(file, text) {
  const target = path.join(folder, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(`${target}~`, text);
  renameSync(`${target}~`, target);
}

const head = (title) => `---\ntitle: ${title}\n---\n`;
const paragraph = (name) => `Paragraph ${name}: ${'some words that make a line or two of a long text, '.repeat(4)}and an end.\n\n`;
const numbers = (from, to) => Array.from({ length: to - from + 1 }, (_, at) => from + at);

/** A long text: parts with a heading and five paragraphs each. */
function long({ before = '', reworded = null } = {}) {
  const parts = numbers(1, 12).map((part) => {
    const texts = numbers(1, 5).map((at) => (reworded === `${part}.${at}` ? `Quite another text. ${paragraph('new')}` : paragraph(`${part}.${at}`)));
    return `## Part ${part}\n\n${texts.join('')}`;
  });
  const solution = ':::solution\nThe answer is here.\n:::\n\n';
  return `${head('Long')}${before}${parts.slice(0, 6).join('')}${solution}[a link](short.en.md) to another text.\n\n${parts.slice(6).join('')}`;
}

save('site.yaml', 'title: Test\nlanguages: [en]\ndefault_language: en\n');
save('content/stories/long.en.md', long());
save('content/stories/short.en.md', `${head('Short')}A short text.\n`);
save('themes/default/static/style.css', 'body { color: rgb(1, 1, 1); font: 16px/1.5 serif }\nmain { max-width: 600px; margin: auto }\n');

/** Starts the server and waits until it says where it is. */
function start(port = '0') {
  return new Promise((resolve, reject) => {
    const child = spawn(program, ['serve', '--ui', 'en', '-s', folder, '--port', port, '--editor', 'none'], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (data) => {
      said += data;
      const found = said.match(/http:\/\/127\.0\.0\.1:(\d+)\//);
      if (found) resolve({ child, port: found[1] });
    });
    child.on('exit', () => reject(new Error(`the server has ended: ${said}`)));
    process.on('exit', () => child.kill('SIGKILL'));
  });
}

const report = new Report();
const browser = await launch(chromium);
const context = await browser.newContext({ viewport: DESKTOP });
let server = await start();
const origin = `http://127.0.0.1:${server.port}`;
const LONG = `${origin}/en/stories/long.html`;
const SHORT = `${origin}/en/stories/short.html`;

const errors = report.check('no_page_has_an_error');

/** A page that listens to the server. */
async function open(url) {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  page.on('console', (message) => {
    // While the server is away there is nobody to answer, and a page that is not there is said to be so.
    if (message.type() === 'error' && !/ERR_CONNECTION|ERR_INCOMPLETE|ERR_EMPTY|404|503/.test(message.text())) errors.fault(url, message.text());
  });
  page.on('pageerror', (error) => errors.fault(url, error.message));
  page.on('dialog', (dialog) => {
    errors.fault(url, `a text ran as a script and said ${dialog.message()}`);
    dialog.dismiss();
  });
  const listens = page.waitForResponse((response) => response.url().includes('/.apologue/events'));
  await page.goto(url);
  await listens;
  await overlay(page).locator('.corner').waitFor({ state: 'attached' });
  errors.saw();
  return page;
}

const overlay = (page) => page.locator('apologue-live');
const top = (page, text) => page.evaluate((text) => {
  const found = [...document.querySelectorAll('main p, main h2')].find((one) => one.textContent.startsWith(text));
  return found ? found.getBoundingClientRect().top : null;
}, text);

// ── What is looked at ────────────────────────────────────────────────────────────────────────────────────────────────────────────────

await judging('a_reload_keeps_the_readers_place', async (check) => {
  const page = await open(LONG);
  await page.locator('main details summary').click();
  await page.locator('main a', { hasText: 'a link' }).focus();
  await page.evaluate(() => [...document.querySelectorAll('main p')].find((one) => one.textContent.startsWith('Paragraph 8.3')).scrollIntoView({ block: 'start' }));
  await page.evaluate(() => scrollBy(0, -40));
  const before = await top(page, 'Paragraph 8.3');
  const reloaded = async (edit, sign) => {
    save('content/stories/long.en.md', edit);
    await page.getByText(sign).first().waitFor({ state: 'attached' });
    await page.waitForLoadState('load');
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  };
  await reloaded(long({ before: numbers(1, 9).map((at) => paragraph(`early ${at}`)).join('') }), 'Paragraph early 9');
  const after = await top(page, 'Paragraph 8.3');
  check.expect('a long text', Math.abs(after - before) < 2, `what was read at ${before} is at ${after} when the text above has grown`);
  check.expect('a long text', await page.evaluate(() => document.querySelector('main details').open), 'the solution is closed again');
  check.expect('a long text', await page.evaluate(() => document.activeElement.textContent === 'a link'), 'the link is no longer in focus');

  const next = await top(page, 'Paragraph 8.4');
  await reloaded(long({ reworded: '8.3' }), 'Quite another text');
  const later = await top(page, 'Paragraph 8.4');
  check.expect('a long text', Math.abs(later - next) < 2, `what was read at ${next} is at ${later} when the paragraph before is another`);

  await page.evaluate(() => scrollTo(0, 0));
  await reloaded(long({ before: 'Now it begins like this.\n\n' }), 'Now it begins like this.');
  check.expect('a long text', (await page.evaluate(() => scrollY)) === 0, 'whoever is at the top does not stay there');
  check.expect('a long text', (await page.evaluate(() => history.scrollRestoration)) === 'auto', 'the browser forgets places from now on');
  await page.close();
});

await judging('a_stylesheet_is_exchanged_without_a_reload', async (check) => {
  const page = await open(LONG);
  await page.evaluate(() => { window.isTheSamePage = true; });
  for (const colour of ['rgb(2, 2, 2)', 'rgb(3, 3, 3)']) {
    save('themes/default/static/style.css', `body { color: ${colour} }\n`);
    await page.waitForFunction((colour) => getComputedStyle(document.body).color === colour, colour, { timeout: PATIENCE });
    check.expect(colour, await page.evaluate(() => window.isTheSamePage === true), 'the page was loaded again');
    await page.waitForFunction(() => document.querySelectorAll('link[rel=stylesheet]').length === 1);
    check.saw();
  }
  await page.close();
});

await judging('what_is_wrong_is_shown_as_text', async (check) => {
  const page = await open(SHORT);
  const hostile = '<img src=x onerror=alert(1)>';
  save('content/stories/short.en.md', `${head('Short')}See [[${hostile}]] and "><script>alert(2)</script>.\n`);
  const panel = overlay(page).locator('.panel');
  await panel.waitFor({ state: 'visible' });
  const text = await panel.innerText();
  for (const part of ['1 error', 'broken-link', 'content/stories/short.en.md:4:5', `See [[${hostile}]] and "><script>alert(2)</script>.`, `There is no text “${hostile}”.`]) {
    check.expect('the overlay', text.includes(part), `does not say ${part}, but: ${text}`);
  }
  check.expect('the overlay', (await panel.locator('mark').first().innerText()) === `[[${hostile}]]`, 'marks something else');
  const strange = await page.evaluate(() => [...document.querySelector('apologue-live').shadowRoot.querySelectorAll('img, script, iframe, [onerror]')].length);
  check.expect('the overlay', strange === 0, 'has elements that a text brought in');
  check.expect('the page below', (await page.locator('main').innerText()).includes('A short text.'), 'is no longer the last good one');
  await page.screenshot({ path: `${reportPath}.overlay.png` });
  await panel.getByRole('button').click();
  check.expect('the overlay', !(await panel.isVisible()), 'cannot be hidden');
  check.expect('the overlay', await overlay(page).getByRole('button', { name: '1 error' }).isVisible(), 'cannot be shown again');
  // Whoever comes now sees it too.
  const other = await open(LONG);
  await overlay(other).locator('.panel').waitFor({ state: 'visible' });
  save('content/stories/short.en.md', `${head('Short')}A short text, mended.\n`);
  await page.getByText('A short text, mended.').waitFor();
  await overlay(other).locator('.panel').waitFor({ state: 'hidden' });
  check.expect('the overlay', !(await panel.isVisible()), 'stays when all is well');
  await Promise.all([page.close(), other.close()]);
});

await judging('a_page_that_has_gone_says_so', async (check) => {
  save('content/stories/passing.en.md', `${head('Passing')}Here for a while.\n`);
  const page = await open(SHORT);
  await page.waitForFunction(async () => (await fetch('passing.html')).ok, null, { polling: 100 });
  await page.goto(`${origin}/en/stories/passing.html`);
  await overlay(page).locator('.source').waitFor();
  rmSync(path.join(folder, 'content/stories/passing.en.md'));
  const note = overlay(page).locator('.note');
  await note.waitFor({ state: 'visible' });
  check.expect('the note', (await note.innerText()).includes('no longer part of the site'), await note.innerText());
  check.expect('the page', (await page.locator('main').innerText()).includes('Here for a while.'), 'is gone before its eyes');
  save('content/stories/passing.en.md', `${head('Passing')}Here again.\n`);
  await page.getByText('Here again.').waitFor();
  await page.close();
});

await judging('a_click_leads_to_the_source', async (check) => {
  save('content/stories/long.en.md', long());
  const page = await open(LONG);
  await page.getByText('Paragraph 1.2').first().click({ modifiers: ['Alt'] });
  const note = overlay(page).locator('.note');
  await note.waitFor({ state: 'visible' });
  check.expect('Alt and a click', (await note.innerText()).includes('content/stories/long.en.md:8'), await note.innerText());
  await page.screenshot({ path: `${reportPath}.source.png` });
  await overlay(page).locator('.source').click();
  await overlay(page).getByText('content/stories/long.en.md:4', { exact: true }).waitFor({ state: 'visible' });
  check.saw();
  await page.close();
});

await judging('a_page_goes_on_when_the_server_is_started_again', async (check) => {
  const page = await open(SHORT);
  await page.evaluate(() => { window.isTheSamePage = true; });
  const stop = async () => {
    server.child.removeAllListeners('exit');
    const ended = new Promise((resolve) => server.child.on('exit', resolve));
    server.child.kill('SIGINT');
    await ended;
  };
  await stop();
  await overlay(page).locator('.note').waitFor({ state: 'visible' });
  const listens = page.waitForResponse((response) => response.url().includes('/.apologue/events'));
  server = await start(server.port);
  await listens;
  await overlay(page).locator('.note').waitFor({ state: 'hidden' });
  check.expect('a page', await page.evaluate(() => window.isTheSamePage === true), 'is loaded again though it has not changed');
  await stop();
  save('content/stories/short.en.md', `${head('Short')}Written while nobody served.\n`);
  server = await start(server.port);
  await page.getByText('Written while nobody served.').waitFor();
  check.saw();
  await stop();
  await page.close();
});

await judging('a_site_that_never_was_good_becomes_one', async (check) => {
  save('content/stories/short.en.md', `${head('Short')}See [[nowhere]].\n`);
  server = await start(server.port);
  const page = await open(SHORT);
  const panel = overlay(page).locator('.panel');
  await panel.waitFor({ state: 'visible' });
  check.expect('the first page', (await panel.innerText()).includes('broken-link'), 'does not say what is wrong');
  await page.screenshot({ path: `${reportPath}.first.png` });
  save('content/stories/short.en.md', `${head('Short')}Good at last.\n`);
  await page.getByText('Good at last.').waitFor();
  check.saw();
  await page.close();
});

await browser.close();
server.child.removeAllListeners('exit');
server.child.kill('SIGINT');
writeFileSync(reportPath, JSON.stringify(report));
process.exit(0);

/** Looks at something for the test of the name. What cannot be looked at is a fault like others. */
async function judging(test, work) {
  const check = report.check(test);
  try {
    await work(check);
  } catch (error) {
    check.fault(test, `the test itself came to an end: ${error.stack}`);
  }
}
