// The dialog of the search: a field, facets and a list of what search.js finds, made by search-elements.js. It is fetched when it is first
// opened. What was searched is kept in the page's address alone, for as long as the dialog is open.
(function () {
  'use strict';

  var apologue = window.apologue;
  var make = apologue.elements.make;
  var button = apologue.elements.button;
  var say = apologue.elements.say;
  var number = apologue.elements.number;
  var reader = document.documentElement.lang;
  var OWN = 10;
  var ELSEWHERE = 5;
  // A screen reader is told of results when the reader pauses.
  var PAUSE = 400;

  var head = null;
  var view = null;
  var opener = null;
  // What is asked for.
  var asked = { query: '', kind: '', theme: '', label: '', own: OWN, elsewhere: ELSEWHERE };
  var options = [];
  var active = -1;
  // The option to go to when more results have come.
  var following = -1;
  // What other languages have, and for which question.
  var known = {};
  // The results that are shown in the reader's language, with their elements.
  var shown = {};
  // The address of the page without the query.
  var fragment = '';
  var timer = 0;

  // ── The frame ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────

  function build() {
    var field = make('input', {
      type: 'search',
      class: 'search-field',
      id: '_search-field',
      role: 'combobox',
      'aria-controls': '_search-list',
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      autocomplete: 'off',
      autocapitalize: 'off',
      autocorrect: 'off',
      spellcheck: 'false',
      enterkeyhint: 'search',
      maxlength: '300'
    });
    var close = button('search-close', '', function () {
      view.dialog.close();
    });
    var status = make('p', { class: 'search-status', role: 'status' });
    var facets = make('div', { class: 'search-facets' });
    var list = make('div', { class: 'search-list', id: '_search-list', role: 'listbox', hidden: 'hidden' });
    var aside = make('div', { class: 'search-aside' });
    var bar = make('form', { class: 'search-bar' }, [field, close]);
    var body = make('div', { class: 'search-body' }, [facets, make('div', { class: 'search-found' }, [status, list, aside])]);
    var dialog = make('dialog', { class: 'search-dialog' }, [bar, body]);
    view = { dialog: dialog, field: field, close: close, status: status, facets: facets, list: list, aside: aside, body: body };

    bar.addEventListener('submit', function (event) {
      event.preventDefault();
    });
    field.addEventListener('input', function () {
      asked.query = field.value;
      asked.own = OWN;
      asked.elsewhere = ELSEWHERE;
      following = -1;
      if (head) ask();
      else ready();
    });
    field.addEventListener('keydown', press);
    dialog.addEventListener('close', closed);
    dialog.addEventListener('click', function (event) {
      // The backdrop is the dialog's own.
      if (event.target === dialog) dialog.close();
    });
    document.body.append(dialog);
  }

  // The words of the frame, as soon as they are there.
  function label() {
    view.dialog.setAttribute('aria-label', opener.textContent);
    view.field.setAttribute('aria-label', say('label') || opener.textContent);
    view.field.placeholder = say('placeholder');
    view.close.textContent = say('close') || '×';
    view.list.setAttribute('aria-label', say('own') || opener.textContent);
  }

  apologue.openSearch = function (from) {
    opener = from;
    if (!view) build();
    label();
    var shared = new URLSearchParams(location.hash.slice(1));
    if (shared.get('q') !== null) {
      asked.query = shared.get('q').slice(0, 300);
      asked.kind = shared.get('kind') || '';
      asked.theme = shared.get('theme') || '';
      asked.label = asked.theme;
    } else if (!view.dialog.open) {
      fragment = location.hash;
    }
    view.field.value = asked.query;
    if (!view.dialog.open) view.dialog.showModal();
    view.field.focus();
    ready();
  };

  function ready() {
    apologue.prepare(reader).then(function (loaded) {
      head = loaded;
      apologue.elements.know(head);
      label();
      ask();
    }).catch(fail);
  }

  // Nothing is remembered of what was searched.
  function closed() {
    asked = { query: '', kind: '', theme: '', label: '', own: OWN, elsewhere: ELSEWHERE };
    apologue.forget();
    clearTimeout(timer);
    setFragment(fragment);
    fragment = '';
    known = {};
    clear();
  }

  // The address says what is asked for, so that it can be shared.
  function setFragment(hash) {
    try {
      history.replaceState(history.state, '', location.pathname + location.search + hash);
    } catch (error) {
      // Some browsers let files have no other address.
    }
  }

  function share() {
    var parts = ['q', 'kind', 'theme'].filter(function (name) {
      return name === 'q' || asked[name];
    });
    var values = { q: asked.query, kind: asked.kind, theme: asked.theme };
    setFragment(asked.query ? '#' + parts.map(function (name) {
      return name + '=' + encodeURIComponent(values[name]);
    }).join('&') : fragment);
  }

  // ── Asking ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

  function ask() {
    share();
    clearTimeout(timer);
    if (!asked.query.trim()) {
      apologue.forget();
      begin();
      return;
    }
    timer = setTimeout(tell, PAUSE, say('loading'));
    view.list.setAttribute('aria-busy', 'true');
    apologue.find(reader, asked.query, { kind: asked.kind, theme: asked.theme, own: asked.own, elsewhere: asked.elsewhere }, function (error, results) {
      if (error) fail();
      else if (view.dialog.open) found(results);
    });
  }

  function tell(words) {
    view.status.textContent = words;
  }

  function clear() {
    tell('');
    list([]);
    view.facets.replaceChildren();
  }

  // The results, and nothing beside them.
  function list(groups) {
    view.list.replaceChildren.apply(view.list, groups);
    view.list.hidden = groups.length === 0;
    view.field.setAttribute('aria-expanded', String(groups.length > 0));
    view.aside.replaceChildren();
    if (groups.length === 0) {
      view.list.removeAttribute('aria-busy');
      options = [];
      shown = {};
      point(-1);
    }
  }

  // Before anything is asked: how to ask, and some themes.
  function begin() {
    clear();
    var slash = make('input', { type: 'checkbox' });
    slash.checked = apologue.slash();
    slash.addEventListener('change', function () {
      apologue.slash(slash.checked);
    });
    var keys = make('p', { class: 'search-keys' }, [say('keys'), make('label', {}, [slash, say('slash')])]);
    view.aside.append(make('p', { class: 'search-hint' }, [say('hint')]), keys);
    themes('', function (near) {
      view.aside.append.apply(view.aside, apologue.elements.themesNear(say('begin'), near));
    });
  }

  // The copy of a path, read without a network, holds no index: it would be larger than the path, and lead out of it. The page about copies
  // has more.
  function fail() {
    clearTimeout(timer);
    clear();
    var copies = navigator.onLine === false ? document.querySelector('[data-offline]:not([hidden]) a') : null;
    tell(copies ? copies.parentNode.dataset.offline : opener.dataset.failed);
    var way = copies ? [copies.href, copies.textContent] : [opener.href, opener.dataset.instead];
    view.aside.append(make('p', {}, [make('a', { href: way[0] }, [way[1]])]));
  }

  function themes(query, act) {
    var query0 = asked.query;
    apologue.nearestThemes(reader, query).then(function (near) {
      // The reader may have gone on.
      if (view.dialog.open && asked.query === query0) act(near);
    }).catch(Boolean);
  }

  // ── Showing ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

  function found(results) {
    // What other languages have comes last. Until then it stays, if nothing else was asked for.
    var same = asked.query + '\n' + asked.kind + '\n' + asked.theme;
    if (results.elsewhere) {
      known = { same: same, elsewhere: results.elsewhere };
      view.list.removeAttribute('aria-busy');
    }
    var elsewhere = known.same === same ? known.elsewhere : null;
    var count = results.themes.length + results.own.count + (elsewhere ? elsewhere.count : 0);
    if (count === 0) {
      // A first letter asks for nothing yet; nor does what is still being typed.
      clearTimeout(timer);
      if (elsewhere) timer = setTimeout(Array.from(asked.query.trim()).length < 2 ? begin : nothing, PAUSE, results);
      return;
    }
    var before = active >= 0 && options[active] ? options[active].dataset.key : '';
    if (shown.results !== results) {
      options = [];
      shown = { results: results, groups: [], options: [] };
      if (results.themes.length) shown.groups.push(group('themes', say('themes'), results.themes, ''));
      if (results.own.results.length) shown.groups.push(group('own', say('own'), results.own.results, results.own.more && 'own'));
      shown.options = options;
      showFacets(results);
    }
    options = shown.options.slice();
    var groups = shown.groups.slice();
    if (elsewhere && elsewhere.results.length) groups.push(group('elsewhere', say('elsewhere'), elsewhere.results, elsewhere.more && 'elsewhere'));
    list(groups);
    // Whoever asked for more goes on where the button was; whoever stood at a result stays there.
    var next = options[following];
    if (next && next.dataset.key) {
      before = next.dataset.key;
      following = -1;
    }
    point(options.findIndex(function (option) {
      return before && option.dataset.key === before;
    }));
    clearTimeout(timer);
    timer = setTimeout(tell, view.status.textContent ? PAUSE : 0, say('count', { count: number(count) }));
  }

  function group(name, title, results, more) {
    var heading = '_search-' + name;
    var children = results.map(name === 'themes' ? apologue.elements.theme : apologue.elements.work);
    if (more) children.push(moreOf(more));
    children.forEach(function (option) {
      if (option.href) option.addEventListener('click', leave);
      option.id = '_search-option-' + options.length;
      options.push(option);
    });
    var label = make('p', { class: 'search-heading', id: heading, role: 'presentation' }, [title]);
    return make('div', { class: 'search-group search-group-' + name, role: 'group', 'aria-labelledby': heading }, [label].concat(children));
  }

  function moreOf(which) {
    var more = make('button', { type: 'button', class: 'search-more', role: 'option', tabindex: '-1', 'aria-selected': 'false' }, [say('more')]);
    more.addEventListener('click', function () {
      // The first of those that come takes its place.
      following = options.indexOf(more);
      asked[which] += which === 'own' ? OWN : ELSEWHERE;
      ask();
      view.field.focus();
    });
    return more;
  }

  // Whoever follows a result within the page wants to read it, not the dialog.
  function leave(event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    var target = new URL(event.currentTarget.href);
    if (target.pathname !== location.pathname || target.search !== location.search) return;
    fragment = '';
    view.dialog.close();
  }

  function nothing(results) {
    list([]);
    showFacets(results);
    tell(say('none', { query: asked.query }));
    view.aside.append(make('p', { class: 'search-hint' }, [say('none-help')]));
    themes(asked.query, function (near) {
      var title = near.length && near[0].likeness > 0.12 ? say('nearest') : say('largest');
      view.aside.append.apply(view.aside, apologue.elements.themesNear(title, near));
      if (head.report) {
        var report = head.report.split('{query}').join(encodeURIComponent(asked.query));
        if (/^(https?|mailto):/i.test(report)) {
          view.aside.append(make('p', {}, [make('a', { href: report, rel: 'nofollow external' }, [say('report')])]));
        }
      }
    });
  }

  // ── Facets ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

  function showFacets(results) {
    var kinds = results.facets.kinds.slice();
    if (asked.kind && !kinds.some(isChosenKind)) kinds.push({ kind: asked.kind, count: 0 });
    var themes = results.facets.themes.slice();
    var chosen = themes.find(function (one) {
      return one.theme === asked.theme;
    });
    if (chosen) asked.label = chosen.label;
    else if (asked.theme) themes.unshift({ theme: asked.theme, label: asked.label });

    var had = document.activeElement && document.activeElement.dataset.facet;
    var groups = [];
    if (kinds.length > 1 || asked.kind) {
      groups.push(apologue.elements.facets('kinds', kinds.map(function (one) {
        return facet('kind', one.kind, apologue.elements.kindOf(one.kind), one.count);
      })));
    }
    if (themes.length > 1 || asked.theme) {
      groups.push(apologue.elements.facets('themes', themes.map(function (one) {
        return facet('theme', one.theme, one.label, null);
      })));
    }
    view.facets.replaceChildren.apply(view.facets, groups);
    if (had) {
      var again = Array.prototype.find.call(view.facets.querySelectorAll('button'), function (one) {
        return one.dataset.facet === had;
      });
      (again || view.field).focus();
    }
  }

  function isChosenKind(one) {
    return one.kind === asked.kind;
  }

  function facet(name, value, label, count) {
    var isChosen = asked[name] === value;
    var one = button('search-choice', label, function () {
      asked[name] = isChosen ? '' : value;
      if (name === 'theme') asked.label = isChosen ? '' : label;
      asked.own = OWN;
      asked.elsewhere = ELSEWHERE;
      ask();
    });
    if (count !== null) one.append(' ', make('span', { class: 'count' }, [number(count)]));
    one.dataset.facet = name + ':' + value;
    one.setAttribute('aria-pressed', String(isChosen));
    return one;
  }

  // ── Keys ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

  // The option that the keys are at; -1 is the field itself.
  function point(at) {
    if (options[active]) options[active].setAttribute('aria-selected', 'false');
    active = at;
    var option = options[at];
    if (!option) {
      active = -1;
      view.field.removeAttribute('aria-activedescendant');
      return;
    }
    option.setAttribute('aria-selected', 'true');
    view.field.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: at === 0 ? 'center' : 'nearest' });
  }

  function press(event) {
    var last = options.length - 1;
    var isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      // A search field would clear itself first.
      event.preventDefault();
      view.dialog.close();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      enter(event);
    } else if (!isPlain || last < 0) {
      return;
    } else if (event.key === 'ArrowDown') {
      event.preventDefault();
      point(active === last ? -1 : active + 1);
    } else if (event.key === 'ArrowUp') {
      event.preventDefault();
      point(active === -1 ? last : active - 1);
    } else if ((event.key === 'Home' || event.key === 'End') && active >= 0) {
      event.preventDefault();
      point(event.key === 'Home' ? 0 : last);
    }
  }

  // Without a choice the first result is opened; on a phone, whose keyboard hides the results, that key shows them.
  function enter(event) {
    var option = options[active];
    if (!option && window.matchMedia('(pointer: coarse)').matches) view.field.blur();
    else option = option || options[0];
    if (option) option.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: event.ctrlKey, metaKey: event.metaKey, shiftKey: event.shiftKey }));
  }

  apologue.prepare(reader).catch(Boolean);
})();
