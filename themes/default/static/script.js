// What pages can do beyond being read. Without it they lose nothing but convenience.
(function () {
  'use strict';

  // The site's own folder, whatever page this is: its files stand one folder below it.
  var root = document.currentScript ? new URL('../', document.currentScript.src).href : null;

  // The one way from an address, from the root on, to something that a browser runs. It leads nowhere but into this site. A page has one
  // policy of a name, so other scripts of the site ask here.
  function inside(address) {
    var url = new URL(address, root).href;
    if (url.indexOf(root) !== 0) throw new TypeError(address);
    return url;
  }

  var policy = window.trustedTypes ? window.trustedTypes.createPolicy('apologue', { createScriptURL: inside }) : { createScriptURL: inside };
  window.apologue = {
    root: root,
    url: function (address) {
      return policy.createScriptURL(address);
    },
    // Whether the browser can keep pages: never from files.
    keeps: Boolean(root && window.isSecureContext && /^https?:$/.test(location.protocol) && navigator.serviceWorker && window.caches)
  };

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
