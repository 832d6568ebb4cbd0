// The rules of WCAG 2.2 AA that a program can check.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { withPages } from './browser.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

export async function judge(context, site, addresses, check) {
  await withPages(context, addresses, async (page, address) => {
    await page.goto(site.still(address));
    await page.evaluate(unfold);
    await judgeAsItIs(page, `${site}: ${address} (${context.named})`, check);
  });
}

/** The page as it is now. */
export async function judgeAsItIs(page, where, check) {
  await page.evaluate(AXE);
  const { violations, passes } = await page.evaluate((values) => window.axe.run({ runOnly: { type: 'tag', values }, resultTypes: ['violations'] }), RULES);
  check.saw(passes.length);
  for (const { id, nodes } of violations) {
    for (const node of nodes.slice(0, 3)) check.fault(where, `${id}: ${node.target.join(' ')}: ${node.failureSummary.replace(/\s+/g, ' ')}`);
  }
}

/** Runs in the page: what is folded is judged too, and what answers say. */
function unfold() {
  for (const details of document.querySelectorAll('details')) details.open = true;
  for (const input of document.querySelectorAll('[data-quiz] input:not([disabled])')) input.click();
}
