// Which pages stand for the others.

/** One page of each kind: the one with most on it. What another site has shown already may be left out. */
export function eachKind(shown, others = new Map()) {
  const known = new Set([...others.values()].map((page) => page.kind));
  return largest(new Map([...shown].filter(([, page]) => !known.has(page.kind))), (page) => page.kind);
}

/** One page of each kind in each language. */
export function eachKindAndLanguage(shown) {
  return largest(shown, (page) => `${page.lang} ${page.kind}`);
}

function largest(shown, group) {
  const found = new Map();
  for (const [address, page] of shown) {
    const known = found.get(group(page));
    if (!known || shown.get(known).size < page.size) found.set(group(page), address);
  }
  return [...found.values()];
}
