// Makes a page live: shows what the preview server tells of it, and keeps the reader's place when it is loaded again.
//
// Whatever comes from the site's texts is put into the page as text, never as HTML.
'use strict';

(() => {
  const script = document.currentScript;
  if (!script || !window.EventSource || !document.documentElement.attachShadow) return;
  const OWN = '/.apologue/';
  const PLACE = 'apologue-place';
  const isMissing = 'missing' in script.dataset;
  let { token, tag } = script.dataset;

  // ── The reader's place ───────────────────────────────────────────────────────────────────────────────────────────────────────────

  const BLOCKS = 'h1, h2, h3, h4, h5, h6, p, li, dt, dd, pre, blockquote, tr, figure, img, summary, [id]';
  const FOCUSABLE = 'a[href], button, input, select, textarea, summary, audio, video, [tabindex]';
  const words = (element) => (element.textContent || element.getAttribute('src') || '').replace(/\s+/g, ' ').trim().slice(0, 200);

  /** A name for an element that finds it in the next version of the page too: what it says, and which of those that say the same. */
  function name(element, all) {
    const text = words(element);
    const twins = all.filter((other) => other.tagName === element.tagName && words(other) === text);
    return { id: element.id, tag: element.tagName, text, at: twins.indexOf(element) };
  }

  function find({ id, tag: kind, text, at }, all, byText = true) {
    const twins = byText ? all.filter((other) => other.tagName === kind && words(other) === text) : [];
    return (id && !text ? document.getElementById(id) : null) ?? twins[at] ?? twins[0] ?? (id ? document.getElementById(id) : null);
  }

  function remember() {
    const blocks = [...document.querySelectorAll(BLOCKS)];
    const tops = blocks.map((element) => element.getBoundingClientRect());
    const marks = [];
    let above = null;
    blocks.forEach((element, at) => {
      const { top, bottom, height } = tops[at];
      if (height === 0) return;
      if (top < 0 && element.id && /^H[1-6]$/.test(element.tagName)) above = { element, top };
      // What begins far above the window says little about what is in it.
      if (marks.length < 12 && bottom > 0 && top < innerHeight && top > -innerHeight / 2) marks.push({ element, top });
    });
    if (above) marks.push(above);
    const details = [...document.querySelectorAll('details')];
    const summaries = details.map((one) => one.querySelector('summary') ?? one);
    const focused = document.activeElement;
    const place = {
      page: location.pathname,
      x: scrollX,
      y: scrollY,
      marks: marks.map(({ element, top }) => ({ ...name(element, blocks), top })),
      details: details.map((one, at) => ({ ...name(summaries[at], summaries), id: one.id, open: one.open })),
      focus: focused?.matches(FOCUSABLE) ? name(focused, [...document.querySelectorAll(FOCUSABLE)]) : null,
    };
    try {
      sessionStorage.setItem(PLACE, JSON.stringify(place));
    } catch {
      // Without a memory the page begins at its top.
    }
  }

  function recall() {
    try {
      const place = JSON.parse(sessionStorage.getItem(PLACE));
      sessionStorage.removeItem(PLACE);
      return place && place.page === location.pathname ? place : null;
    } catch {
      return null;
    }
  }

  function restore(place) {
    const summaries = [...document.querySelectorAll('details')].map((one) => one.querySelector('summary') ?? one);
    for (const one of place.details) {
      const found = find(one, summaries)?.closest('details');
      if (found) found.open = one.open;
    }
    if (place.focus) find(place.focus, [...document.querySelectorAll(FOCUSABLE)])?.focus({ preventScroll: true });
    if (place.y === 0) {
      scrollTo({ left: place.x, top: 0, behavior: 'instant' });
      return;
    }
    const blocks = [...document.querySelectorAll(BLOCKS)];
    // By their words if any of them still says the same, else by an id: a heading that was reworded keeps its place all the same.
    for (const byText of [true, false]) {
      for (const mark of place.marks) {
        const found = byText && !mark.text ? null : find(byText ? { ...mark, id: '' } : mark, blocks, byText);
        if (!found) continue;
        scrollTo({ left: place.x, top: scrollY + found.getBoundingClientRect().top - mark.top, behavior: 'instant' });
        return;
      }
    }
    scrollTo({ left: place.x, top: place.y, behavior: 'instant' });
  }

  const place = recall();
  if (place) {
    let hasMoved = false;
    const moves = ['wheel', 'touchmove', 'keydown', 'pointerdown'];
    const move = () => { hasMoved = true; };
    moves.forEach((kind) => addEventListener(kind, move, { passive: true, once: true }));
    restore(place);
    // Pictures have their sizes only now.
    const again = () => {
      if (!hasMoved) restore(place);
      history.scrollRestoration = 'auto';
      moves.forEach((kind) => removeEventListener(kind, move));
    };
    if (document.readyState === 'complete') again();
    else addEventListener('load', () => requestAnimationFrame(again), { once: true });
  }

  let isLeaving = false;
  function reload() {
    if (isLeaving) return;
    isLeaving = true;
    remember();
    history.scrollRestoration = 'manual';
    location.reload();
  }

  // ── What is shown over the page ──────────────────────────────────────────────────────────────────────────────────────────────────

  const host = document.createElement('apologue-live');
  const shadow = host.attachShadow({ mode: 'open' });
  host.hidden = true;

  function make(kind, properties = {}, ...children) {
    const element = document.createElement(kind);
    for (const [key, value] of Object.entries(properties)) element[key] = value;
    element.append(...children.filter((child) => child !== null && child !== undefined));
    return element;
  }

  const sheet = make('link', { rel: 'stylesheet', href: `${OWN}live.css` });
  sheet.addEventListener('load', () => { host.hidden = false; });
  const panel = make('section', { className: 'panel', hidden: true });
  const badge = make('button', { type: 'button', className: 'problems', hidden: true });
  const sourceButton = make('button', { type: 'button', className: 'source', hidden: true });
  const corner = make('div', { className: 'corner' }, sourceButton, badge);
  const note = make('div', { className: 'note', hidden: true });
  note.setAttribute('role', 'status');
  panel.setAttribute('role', 'alert');
  shadow.append(sheet, corner, panel, note);
  document.documentElement.append(host);

  let said = { words: {}, source: null };
  let told = { list: [] };
  let isFolded = false;

  function showProblems() {
    const { errors, title, list, more } = told;
    const isOpen = list.length > 0 && !isFolded;
    panel.hidden = !isOpen;
    badge.hidden = list.length === 0 || isOpen;
    badge.textContent = title ?? '';
    badge.className = errors ? 'problems errors' : 'problems';
    panel.className = errors ? 'panel errors' : 'panel warnings';
    corner.hidden = isOpen;
    if (!isOpen) return panel.replaceChildren();
    const hide = make('button', { type: 'button', className: 'hide', textContent: said.words.hide });
    hide.addEventListener('click', () => {
      isFolded = true;
      showProblems();
      badge.focus();
    });
    const items = list.map(item);
    if (more) items.push(make('li', {}, make('p', { textContent: more })));
    panel.replaceChildren(make('header', {}, make('h2', { textContent: title }), hide), make('ul', {}, ...items));
  }

  function item({ severity, label, code, message, help, places }) {
    const what = make('p', { className: 'what' }, make('span', { className: 'label', textContent: `${label} ` }), message, ' ', make('span', { className: 'code', textContent: code }));
    return make('li', { className: severity }, what, ...places.flatMap(where), ...help.map((text) => make('p', { className: 'help', textContent: text })));
  }

  function where({ place: text, url, line, source, cut, start, width }) {
    const link = url ? make('a', { className: 'where', href: url, textContent: text }) : make('span', { className: 'where', textContent: text });
    const head = make('p', {}, link);
    if (line === undefined) return [head];
    const characters = Array.from(source);
    const part = (from, to) => characters.slice(from, to).join('');
    const marked = make('mark', { textContent: part(start, start + width) || ' ' });
    const number = make('span', { className: 'number', textContent: `${line} │ ${cut ? '…' : ''}` });
    return [head, make('pre', {}, number, part(0, start), marked, part(start + width))];
  }

  badge.addEventListener('click', () => {
    isFolded = false;
    showProblems();
    panel.querySelector('button')?.focus();
  });

  /** Notes by their reasons; the gravest is shown. */
  const notes = new Map();
  function tell(reason, ...content) {
    if (content.length) notes.set(reason, content);
    else notes.delete(reason);
    const shown = notes.get('lost') ?? notes.get('gone') ?? notes.get('place') ?? [];
    note.replaceChildren(...shown);
    note.hidden = shown.length === 0;
  }

  // ── From the page to its source ──────────────────────────────────────────────────────────────────────────────────────────────────

  const ask = (what, more = {}) => {
    const asked = { token, path: location.pathname, ...more };
    return `${OWN}${what}?${Object.entries(asked).map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&')}`;
  };

  function openSource({ place: text, url }) {
    if (url) {
      make('a', { href: url }).click();
      return;
    }
    const copy = make('button', { type: 'button', textContent: said.words.copy });
    copy.addEventListener('click', async () => {
      await navigator.clipboard.writeText(text).catch(() => {});
      copy.textContent = said.words.copied;
    });
    tell('place', make('code', { textContent: text }), copy);
    setTimeout(() => tell('place'), 10_000);
  }

  sourceButton.addEventListener('click', () => said.source && openSource(said.source));
  addEventListener(
    'click',
    async (event) => {
      if (!event.altKey || !said.source || event.composedPath().includes(host)) return;
      const passage = event.target.closest?.('p, li, dt, dd, td, th, pre, blockquote, figcaption, summary, h1, h2, h3, h4, h5, h6');
      if (!passage) return;
      event.preventDefault();
      event.stopPropagation();
      const answer = await fetch(ask('source', { text: passage.textContent.slice(0, 600) })).catch(() => null);
      openSource((answer?.ok && (await answer.json())) || said.source);
    },
    { capture: true },
  );

  // ── What the server tells ────────────────────────────────────────────────────────────────────────────────────────────────────────

  const ears = {
    hello(news) {
      said = news;
      host.lang = news.words.lang;
      sourceButton.hidden = !news.source;
      sourceButton.textContent = '✎';
      sourceButton.title = news.source ? `${news.words.source}\n${news.source.place}` : '';
      sourceButton.setAttribute('aria-label', sourceButton.title);
      showProblems();
    },
    problems(news) {
      // Something graver than before is shown even to somebody who has put away the rest; warnings wait until they are asked for.
      const isNew = news.errors > 0 && JSON.stringify(news.list) !== JSON.stringify(told.list);
      told = news;
      if (isNew) isFolded = false;
      else if (news.errors === 0) isFolded = true;
      showProblems();
    },
    reload,
    styles({ swaps, tag: next }) {
      tag = next;
      for (const [from, to] of swaps) swap(from, to);
    },
    gone: () => tell('gone', said.words.gone ?? ''),
    back: () => tell('gone'),
  };

  function swap(from, to) {
    const links = [...document.querySelectorAll('link[rel~="stylesheet"]')];
    for (const old of links.filter((link) => decodeURIComponent(new URL(link.href).pathname) === `/${from}`)) {
      const next = old.cloneNode();
      next.href = `/${to.split('/').map(encodeURIComponent).join('/')}`;
      // The old one stays until the new one is there, so that the page is never without.
      next.addEventListener('load', () => old.remove());
      next.addEventListener('error', reload);
      old.after(next);
    }
  }

  // ── The connection ───────────────────────────────────────────────────────────────────────────────────────────────────────────────

  let stream = null;
  let timer = 0;

  function connect() {
    clearTimeout(timer);
    if (stream || isLeaving) return;
    stream = new EventSource(ask('events', { tag, ...(isMissing ? { missing: 1 } : {}) }));
    for (const [kind, hear] of Object.entries(ears)) stream.addEventListener(kind, ({ data }) => hear(JSON.parse(data)));
    stream.addEventListener('hello', () => tell('lost'));
    stream.addEventListener('error', () => {
      disconnect();
      if (!isLeaving) timer = setTimeout(reconnect, 250, 1);
    });
  }

  function disconnect() {
    clearTimeout(timer);
    stream?.close();
    stream = null;
  }

  /** Waits for the server to come back. Another one has another token, which stands in its pages; what has changed meanwhile it will tell. */
  async function reconnect(attempt) {
    const answer = await fetch(location.href, { cache: 'no-store' }).catch(() => null);
    const text = await answer?.text().catch(() => null);
    const found = text?.match(/<script defer src="\/\.apologue\/live\.js" data-token="([0-9a-f]{32})"/);
    if (found) {
      token = found[1];
      connect();
      return;
    }
    if (attempt === 4) tell('lost', said.words.lost ?? '');
    timer = setTimeout(reconnect, Math.min(250 * attempt, 2000), attempt + 1);
  }

  // A browser opens few connections to one server: a page that nobody sees gives its own to those that are seen.
  function attend() {
    if (document.visibilityState === 'visible') connect();
    else disconnect();
  }
  document.addEventListener('visibilitychange', attend);
  addEventListener('pagehide', disconnect);
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) attend();
  });
  attend();
})();
