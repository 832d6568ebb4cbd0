// What pages can do beyond being read. Without it they lose nothing but convenience.
(function () {
  'use strict';

  // The site's own folder, whatever page this is: its files stand one folder below it.
  var beside = document.currentScript.src;
  var root = new URL('..', beside).href;
  // Scripts that a script fetches. Where the site asks for it, browsers run none whose address has not been looked at: it must lie below the
  // site's own root. A page has one policy of a name, so other scripts of the site ask here.
  var policy = window.trustedTypes && window.trustedTypes.createPolicy('apologue', { createScriptURL: own });
  window.apologue = {
    root: root,
    url: function (address) {
      return policy ? policy.createScriptURL(address) : own(address);
    },
    // Whether the browser can keep pages: never from files.
    keeps: Boolean(window.isSecureContext && /^https?:$/.test(location.protocol) && navigator.serviceWorker && window.caches)
  };

  function own(address) {
    var url = new URL(address, root).href;
    if (url.indexOf(root) !== 0) throw new TypeError(url);
    return url;
  }

  // The reader's own notes stay in the browser, under the site's name. Storage can be closed, most of all for files: then nothing is kept.
  var prefix = 'apologue:' + document.body.dataset.site + ':';

  function load(key) {
    try {
      return JSON.parse(localStorage.getItem(prefix + key));
    } catch (error) {
      return null;
    }
  }

  function save(key, value) {
    try {
      if (value === null) localStorage.removeItem(prefix + key);
      else localStorage.setItem(prefix + key, JSON.stringify(value));
    } catch (error) {
      // As above.
    }
  }

  function each(root, selector, act) {
    Array.prototype.forEach.call(root.querySelectorAll(selector), act);
  }

  // The list of languages at the root leads to the one that was chosen last.
  each(document, 'a[data-language]', function (link) {
    link.addEventListener('click', function () {
      save('language', link.dataset.language);
    });
  });

  // A long list of languages closes when the reader turns elsewhere.
  each(document, '.switcher details', function (details) {
    document.addEventListener('click', function (event) {
      if (!details.contains(event.target)) details.open = false;
    });
    details.addEventListener('focusout', function (event) {
      if (event.relatedTarget && !details.contains(event.relatedTarget)) details.open = false;
    });
    details.addEventListener('keydown', function (event) {
      if (event.key === 'Escape' && details.open) {
        details.open = false;
        details.querySelector('summary').focus();
      }
    });
  });

  // Search is fetched when a reader reaches for it. The addresses are filled in when the site is built; they stand beside this script.
  var SEARCH = [
    'asset:search.css',
    'asset:search-words.js',
    'asset:search-index.js',
    'asset:search.js',
    'asset:search-elements.js',
    'asset:search-dialog.js'
  ];
  var fetched;
  var opener = document.querySelector('[data-search]');
  if (opener) {
    opener.setAttribute('role', 'button');
    opener.setAttribute('aria-haspopup', 'dialog');
    // A key that stands alone gets in the way of whoever dictates, so it can be turned off, in the dialog.
    var isSlash = load('slash') !== false;
    window.apologue.slash = function (isOn) {
      if (isOn !== undefined) save('slash', (isSlash = isOn) ? null : false);
      opener.setAttribute('aria-keyshortcuts', (isSlash ? '/ ' : '') + 'Control+K Meta+K');
      return isSlash;
    };
    window.apologue.slash();
    ['pointerenter', 'focus'].forEach(function (reached) {
      opener.addEventListener(reached, fetchSearch);
    });
    opener.addEventListener('click', function (event) {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      search();
    });
    document.addEventListener('keydown', function (event) {
      var isTyping = event.target.closest('input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]');
      // On other alphabets' keyboards K is known by its place.
      var isK = event.key === 'k' || (event.code === 'KeyK' && !/^[a-z]$/i.test(event.key));
      var asks = event.ctrlKey || event.metaKey ? isK && !event.altKey && !event.shiftKey : isSlash && event.key === '/' && !event.altKey;
      var presses = event.key === ' ' && event.target === opener;
      if (isTyping || !(asks || presses)) return;
      event.preventDefault();
      search();
    });
    // An address that was shared: `#q=…`.
    var openShared = function () {
      if (location.hash.indexOf('#q=') === 0) search();
    };
    window.addEventListener('hashchange', openShared);
    openShared();
  }

  function fetchSearch() {
    fetched = fetched || Promise.all(SEARCH.map(add));
    return fetched;
  }

  function search() {
    fetchSearch().then(
      function () {
        window.apologue.openSearch(opener);
      },
      function () {
        location.href = opener.href;
      }
    );
  }

  // Fetches a style sheet or a script; scripts run one after the other.
  function add(address) {
    return new Promise(function (resolve, reject) {
      var url = new URL(address, beside).href;
      var isStyle = /\.css$/.test(url);
      var element = document.createElement(isStyle ? 'link' : 'script');
      element.onload = resolve;
      element.onerror = reject;
      if (isStyle) {
        element.rel = 'stylesheet';
        element.href = url;
      } else {
        element.async = false;
        element.src = window.apologue.url(url);
      }
      document.head.append(element);
    });
  }

  if (location.protocol === 'file:' && document.querySelector('video > track')) add('asset:subtitles.js').catch(Boolean);

  // Light, dark, or as the system has it: one button goes round. What was chosen before is on the page already: see `scheme.js`.
  each(document, 'button.scheme', function (button) {
    var root = document.documentElement;
    var states = ['system', 'light', 'dark'];

    function show(state) {
      if (state === 'system') delete root.dataset.scheme;
      else root.dataset.scheme = state;
      button.dataset.state = state;
      button.title = button.dataset[state];
      button.setAttribute('aria-label', button.title);
      // The browser's own bars.
      each(document, 'meta[name="theme-color"]', function (meta) {
        meta.dataset.media = meta.dataset.media || meta.media;
        meta.media = state === 'system' ? meta.dataset.media : meta.dataset.media.indexOf(state) < 0 ? 'not all' : 'all';
      });
    }

    function kept() {
      try {
        var state = localStorage.getItem('apologue:scheme');
        return states.indexOf(state) < 0 ? 'system' : state;
      } catch (error) {
        return root.dataset.scheme || 'system';
      }
    }

    button.addEventListener('click', function () {
      var state = states[(states.indexOf(button.dataset.state) + 1) % 3];
      try {
        localStorage.setItem('apologue:scheme', state);
      } catch (error) {
        // Then it holds for this page.
      }
      show(state);
    });
    // The same choice in another tab, or on the page that the reader comes back to.
    window.addEventListener('storage', function (event) {
      if (event.key === 'apologue:scheme') show(kept());
    });
    window.addEventListener('pageshow', function (event) {
      if (event.persisted) show(kept());
    });
    show(kept());
    button.hidden = false;
  });

  // The contents follow the reader: the part whose heading stands in the upper third of the window, or above it, is the current one.
  each(document, '.toc', function (toc) {
    var links = Array.prototype.slice.call(toc.querySelectorAll('a[href^="#"]'));
    var headings = links.map(function (link) {
      return document.getElementById(decodeURIComponent(link.hash.slice(1)));
    });
    if (!window.IntersectionObserver || headings.indexOf(null) >= 0) return;

    function follow() {
      var line = window.innerHeight / 3;
      var current = -1;
      headings.forEach(function (heading, index) {
        if (heading.getBoundingClientRect().top <= line) current = index;
      });
      links.forEach(function (link, index) {
        if (index !== current) return link.removeAttribute('aria-current');
        link.setAttribute('aria-current', 'true');
        var room = toc.scrollHeight - toc.clientHeight;
        if (room > 0) toc.scrollTop += link.getBoundingClientRect().top - toc.getBoundingClientRect().top - toc.clientHeight / 2;
      });
    }

    // What stands above the window counts as well: so a jump past several headings is noticed.
    var observer = new IntersectionObserver(follow, { rootMargin: '1000000px 0px -66% 0px' });
    headings.forEach(function (heading) {
      observer.observe(heading);
    });
  });

  // A quotation is taken along with whose it is and where it was read.
  each(document, '[data-copy]', function (page) {
    each(page, '.quote:has(figcaption), .page-maxim .text > blockquote:first-child', function (quote) {
      var line = document.createElement('div');
      line.className = 'quote-copy';
      var button = document.createElement('button');
      button.type = 'button';
      button.textContent = page.dataset.copy;
      var said = document.createElement('span');
      said.setAttribute('role', 'status');
      line.dataset.scripted = '';
      // The quotation may be in another language than the button.
      line.lang = document.documentElement.lang;
      line.dir = document.documentElement.dir;
      line.append(button, said);
      if (quote.matches('figure')) quote.append(line);
      else quote.after(line);
      button.addEventListener('click', function () {
        copy(source(quote, page), function () {
          said.textContent = page.dataset.copied;
          setTimeout(function () {
            said.textContent = '';
          }, 4000);
        });
      });
    });
  });

  function source(quote, page) {
    var words = quote.matches('blockquote') ? [quote] : Array.prototype.slice.call(quote.querySelectorAll('blockquote'));
    var by = quote.querySelector('figcaption') || page.querySelector('.said-by');
    var canonical = document.querySelector('link[rel="canonical"]');
    var address = (canonical ? canonical.href : location.href.split('#')[0]) + (quote.id ? '#' + encodeURIComponent(quote.id) : '');
    var lines = words.map(function (one) {
      return one.innerText.trim();
    });
    if (by) lines.push('— ' + by.innerText.trim().replace(/^—\s*/, ''));
    lines.push(page.querySelector('h1').innerText.trim() + '\n' + address);
    return lines.join('\n\n');
  }

  // Files and plain HTTP have no clipboard of their own.
  function copy(text, done) {
    function byHand() {
      var field = document.createElement('textarea');
      var before = document.activeElement;
      field.value = text;
      field.className = 'hidden';
      document.body.append(field);
      field.select();
      var copied = document.execCommand('copy');
      field.remove();
      if (before) before.focus();
      if (copied) done();
    }
    if (navigator.clipboard) navigator.clipboard.writeText(text).then(done, byHand);
    else byHand();
  }

  // Checklists remember their ticks: those of a work, not of a page, so that they are there in every language.
  var work = document.querySelector('[data-work]');
  each(document, '[data-checklist]', function (list) {
    if (!work) return;
    var key = 'checklist:' + work.dataset.work + ':' + list.dataset.checklist;
    var boxes = Array.prototype.slice.call(list.querySelectorAll('input[type="checkbox"]'));
    var start = boxes.map(isTicked);
    var clear = document.createElement('button');
    clear.type = 'button';
    clear.textContent = work.dataset.clear;
    list.append(clear);

    function isTicked(box) {
      return box.checked;
    }

    function show(ticks) {
      boxes.forEach(function (box, index) {
        box.checked = Boolean(ticks[index]);
      });
      clear.hidden = !boxes.some(isTicked);
    }

    var kept = load(key);
    show(Array.isArray(kept) ? kept : start);
    list.addEventListener('change', function () {
      var ticks = boxes.map(isTicked);
      save(key, ticks.join() === start.join() ? null : ticks);
      clear.hidden = !ticks.some(Boolean);
    });
    clear.addEventListener('click', function () {
      show([]);
      save(key, start.some(Boolean) ? boxes.map(isTicked) : null);
      boxes[0].focus();
    });
  });

  // An answer is replied to where it stands, as soon as it is chosen.
  each(document, '[data-quiz]', function (quiz) {
    var inputs = Array.prototype.slice.call(quiz.querySelectorAll('.answers input'));
    inputs.forEach(function (input) {
      // A screen reader speaks what changes here; it has to be there before.
      var feedback = document.createElement('div');
      feedback.className = 'feedback';
      feedback.setAttribute('role', 'status');
      input.parentNode.append(feedback);
    });

    function answer() {
      inputs.forEach(function (input) {
        var feedback = input.parentNode.querySelector('.feedback');
        if (!input.checked) {
          feedback.textContent = '';
        } else if (!feedback.firstChild) {
          feedback.append(reply(quiz.querySelector('.reply[data-answer="' + CSS.escape(input.value) + '"]'), input));
        }
      });
    }

    quiz.addEventListener('change', answer);
    answer();
  });

  // What is kept for reading offline is brought up to date.
  var worker = window.apologue.keeps && navigator.serviceWorker.controller;
  if (worker && worker.scriptURL === root + 'sw.js') worker.postMessage({ apologue: 'refresh' });
  each(document, '[data-offline]', function (link) {
    if (!window.apologue.keeps) return;
    link.hidden = false;
    // From a file a browser would refuse it, and say so.
    if (link.dataset.manifest) {
      var manifest = document.createElement('link');
      manifest.rel = 'manifest';
      manifest.href = link.dataset.manifest;
      document.head.append(manifest);
    }
  });

  // The verdict and what follows the answer's words in the folded part.
  function reply(source, input) {
    var part = document.createElement('div');
    part.className = input.hasAttribute('data-right') ? 'right' : 'wrong';
    if (!source) return part;
    var verdict = source.querySelector('.verdict');
    if (verdict) {
      var line = document.createElement('p');
      line.append(verdict.cloneNode(true));
      part.append(line);
    }
    Array.prototype.slice.call(source.children, 1).forEach(function (child) {
      var copy = child.cloneNode(true);
      // An id stands once on a page.
      each(copy, '[id]', function (element) {
        element.removeAttribute('id');
      });
      copy.removeAttribute('id');
      part.append(copy);
    });
    return part;
  }
})();
