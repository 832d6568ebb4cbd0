// Opens every page and takes down what is on it.

import { watch, withPages } from './browser.mjs';

/** Visits pages of a site, all if none are named. Returns what each shows, by address. */
export async function visit(context, site, report, checks, addresses = site.pages) {
  const shown = new Map();
  const sideways = report.check('no_page_scrolls_sideways');
  await withPages(context, addresses, async (page, address) => {
    if (!page.isWatched) {
      watch(page, site, checks);
      page.isWatched = true;
    }
    await page.goto(site.still(address), { waitUntil: isMoved(site, address) ? 'commit' : 'load' });
    for (const check of Object.values(checks)) check.saw();
    if (isMoved(site, address)) {
      await leadsOn(page, site, address, checks.links);
      return;
    }
    const seen = await page.evaluate(look);
    shown.set(address, seen);
    sideways.saw();
    for (const what of seen.overflow) sideways.fault(`${site}: ${address} (${context.named})`, what);
  });
  return shown;
}

function isMoved(site, address) {
  return site.read(address).includes('http-equiv="refresh"');
}

async function leadsOn(page, site, address, links) {
  const target = /http-equiv="refresh" content="0; url=([^"]*)"/.exec(site.read(address))[1].replaceAll('&#39;', "'").replaceAll('&amp;', '&');
  const there = new URL(target, site.url(address)).href;
  try {
    await page.waitForURL(there, { timeout: 60_000 });
  } catch {
    links.fault(`${site}: ${address}`, `does not lead on to ${target}, but to ${page.url()}`);
  }
  links.expect(`${site}: ${address}`, site.has(site.address(there) ?? ''), `leads on to ${target}, which is not there`);
}

/** Runs in the page. */
function look() {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const requests = all('link[href]:not([rel="canonical"], [hreflang]), script[src], img[src], source[src], track[src], video[src], audio[src]');
  return {
    lang: document.documentElement.lang,
    dir: document.documentElement.dir,
    kind: document.body.className,
    size: document.getElementsByTagName('*').length,
    work: document.querySelector('[data-work]')?.dataset.work ?? null,
    ids: all('[id]').map((element) => element.id),
    links: [
      ...all('a[href]').map((link) => ({ url: new URL(link.getAttribute('href'), document.baseURI).href, stated: link.getAttribute('href'), leaves: true })),
      ...requests.map((element) => ({ url: element.href ?? element.src, stated: element.getAttribute('href') ?? element.getAttribute('src'), leaves: false })),
    ],
    switcher: all('.switcher a').map((link) => ({ lang: link.hreflang, url: link.href, same: link.rel === 'alternate', text: link.textContent.trim() })),
    inline: [
      ...all('script:not([src], [type="application/ld+json"]), style').map((element) => element.outerHTML),
      ...all('*').flatMap((element) => element.getAttributeNames().filter((name) => /^on|^style$/.test(name)).map((name) => `${name} at ${element.localName}`)),
    ],
    overflow: overflow(),
  };

  /** Elements that stick out of the window, unless a frame that scrolls holds them; what can be unfolded as well. */
  function overflow() {
    for (const details of all('details')) details.open = true;
    const width = document.documentElement.clientWidth;
    const faults = [];
    const { scrollWidth } = document.scrollingElement;
    if (scrollWidth > width) faults.push(`is ${scrollWidth} wide in a window of ${width}`);
    for (const element of all('body *')) {
      const { left, right, width: own, height } = element.getBoundingClientRect();
      if (own <= 1 || height <= 1 || !element.checkVisibility() || (left >= -1 && right <= width + 1)) continue;
      if (framed(element)) continue;
      faults.push(`${[element.localName, ...element.classList].join('.')} reaches from ${Math.round(left)} to ${Math.round(right)} in a window of ${width}: “${element.textContent.trim().replace(/\s+/g, ' ').slice(0, 40)}”`);
    }
    return faults.slice(0, 3);
  }

  function framed(element) {
    for (let frame = element.parentElement; frame && frame !== document.body; frame = frame.parentElement) {
      const style = getComputedStyle(frame);
      if (style.overflowX !== 'visible' || style.clipPath !== 'none') return true;
    }
    return false;
  }
}

/** Follows every link of the pages, as the browser understood it; `all` are those that have been looked at. */
export function follow(site, shown, links, all = shown) {
  for (const [address, page] of shown) {
    for (const { url, stated, leaves } of page.links) {
      links.saw();
      const where = `${site}: ${address}`;
      const target = /^(file|https?):/.test(url) ? site.address(url) : null;
      if (target === null) {
        const external = leaves && /^(https?|mailto|tel):/.test(url) && /^[a-z]+:/.test(stated);
        if (!external) links.fault(where, `${stated} leads out of the site, to ${url}`);
        continue;
      }
      const anchor = decodeURIComponent(new URL(url).hash.slice(1));
      if (!site.has(target)) links.fault(where, `${stated} leads to ${target}, which is not there`);
      else if (anchor && target.endsWith('.html') && !all.get(target)?.ids.includes(anchor)) links.fault(where, `${stated} leads to an anchor that is not there`);
      else if (/[\\ ]/.test(stated)) links.fault(where, `${stated} holds a character that does not belong into an address`);
    }
  }
}

/** The switcher of every page leads to the same work, and from there back. */
export function compareSwitchers(site, shown, check) {
  for (const [address, page] of shown) {
    for (const { lang, url, same, text } of page.switcher) {
      const where = `${site}: ${address}`;
      const target = site.address(url);
      const there = shown.get(target);
      check.expect(where, there, `the switcher leads to ${target}, which was not opened`);
      if (!there) continue;
      check.expect(where, there.lang === lang, `the switcher leads to ${target} for ${lang}, but that page is in ${there.lang}`);
      if (same) {
        // A page that is no work's, such as the second of a list, leads to the nearest that there is.
        const oneWay = /page-(root|404|faulty)/.test(page.kind + there.kind) || /page-\d+\.html$/.test(address);
        const back = there.switcher.some((entry) => entry.same && site.address(entry.url) === address);
        check.expect(where, oneWay || (there.work === page.work && there.kind === page.kind), `the switcher leads to another work, ${target}`);
        check.expect(where, oneWay || back, `the switcher of ${target} does not lead back`);
      } else {
        check.expect(where, there.kind === 'page-home', `where there is no page in ${lang} the switcher leads to ${target}, not home`);
        check.expect(where, /[\p{L}]+.*\(?.+\)?/u.test(text) && text.length > 4, `the switcher does not say that there is no page in ${lang}`);
      }
    }
  }
}
