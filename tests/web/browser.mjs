// Chromium, and a watch on what its pages do behind the reader's back.

import { chromium } from 'playwright-core';

/** Without these it asks Google's hosts for this and that, which a closed network refuses many times. */
const FLAGS = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export const PHONE = { width: 360, height: 740 };
export const DESKTOP = { width: 1280, height: 800 };

/** A machine that is busy is no fault of a page: in milliseconds. */
const PATIENCE = 120_000;

export async function launch(executablePath) {
  const browser = await chromium.launch({ executablePath, chromiumSandbox: false, args: FLAGS });
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await newContext(options);
    context.setDefaultTimeout(PATIENCE);
    return context;
  };
  return browser;
}

/** Reports errors, violations of the policy, scripts out of texts, and requests that leave the site. Returns how to say where the page is. */
export function watch(page, site, { errors, policy, outside }) {
  const here = () => `${site}: ${site.address(page.url()) ?? page.url()}`;
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    // From files Chromium loads no subtitles, and says so; what comes in their place is looked at on its own.
    if (/^Unsafe attempt to load URL file:\S+\.vtt /.test(message.text())) return;
    const check = /security policy|trusted ?types?/i.test(message.text()) ? policy : errors;
    check.fault(here(), message.text());
  });
  page.on('pageerror', (error) => errors.fault(here(), error.message));
  page.on('requestfailed', (request) => {
    // A page that is left while it loads has its requests called off.
    const reason = request.failure()?.errorText;
    if (reason !== 'net::ERR_ABORTED' && !(reason === 'origin' && /^file:.*\.vtt$/.test(request.url()))) errors.fault(here(), `${request.url()} was not had: ${reason}`);
  });
  page.on('dialog', (dialog) => {
    errors.fault(here(), `a text ran as a script and said ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(site.base) && !request.url().startsWith('data:')) outside.fault(here(), `asks for ${request.url()}`);
  });
}

/** Does the work for each of the things, with several pages side by side. */
export async function withPages(context, things, work, pages = 3) {
  const waiting = [...things];
  await Promise.all(
    Array.from({ length: pages }, async () => {
      const page = await context.newPage();
      for (let thing = waiting.shift(); thing !== undefined; thing = waiting.shift()) await work(page, thing);
      await page.close();
    }),
  );
}
