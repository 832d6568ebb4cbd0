// What the dialog of the search shows, as elements: results, themes, groups of choices. Whatever is said is text.
(function () {
  'use strict';

  var apologue = window.apologue;
  var reader = document.documentElement.lang;
  // What the index says of itself and of the language. It comes after the dialog has opened.
  var head = null;

  // An element with attributes and children.
  function make(name, attributes, children) {
    var element = document.createElement(name);
    Object.keys(attributes).forEach(function (key) {
      if (attributes[key] !== null && attributes[key] !== '') element.setAttribute(key, attributes[key]);
    });
    element.append.apply(element, children || []);
    return element;
  }

  function button(name, words, act) {
    var element = make('button', { type: 'button', class: name }, [words]);
    element.addEventListener('click', act);
    return element;
  }

  // A message in the reader's language. Nothing is said of what has not come yet.
  function say(id, values) {
    var message = (head && head.strings['search-' + id]) || '';
    return message.replace(/\{(\w+)\}/g, function (all, name) {
      return values && name in values ? values[name] : all;
    });
  }

  function number(count) {
    try {
      return count.toLocaleString(reader);
    } catch (error) {
      return String(count);
    }
  }

  // Attributes of words in another language than the page's.
  function spoken(language, direction) {
    if (language === reader) return {};
    var other = head.others.find(function (one) {
      return one.lang === language;
    });
    return { lang: language, dir: direction || (other && other.dir) || 'auto' };
  }

  function nameOf(language) {
    var other = head.others.find(function (one) {
      return one.lang === language;
    });
    return other ? other.name : language;
  }

  // One work is a story, many are stories.
  function kindOf(kind, isOne) {
    return (isOne && head.labels[kind]) || head.kinds[kind] || kind;
  }

  function address(path) {
    var url = new URL(path, apologue.root).href;
    return url.indexOf(apologue.root) === 0 ? url : apologue.root;
  }

  function themesNear(title, near) {
    var items = near.map(function (theme) {
      var count = make('span', { class: 'count' }, [number(theme.count)]);
      return make('li', {}, [make('a', { href: address(theme.address) }, [theme.label]), ' ', count]);
    });
    var all = make('p', {}, head.themes ? [make('a', { href: address(head.themes) }, [say('all-themes')])] : []);
    return items.length ? [make('h2', { class: 'label' }, [title]), make('ul', { class: 'search-themes' }, items), all] : [all];
  }

  function facets(name, buttons) {
    var title = make('p', { class: 'label', id: '_search-facet-' + name }, [say(name)]);
    var row = make('div', { class: 'search-choices' }, buttons);
    return make('div', { class: 'search-facet', role: 'group', 'aria-labelledby': '_search-facet-' + name }, [title, row]);
  }

  function option(one, children) {
    var attributes = { class: 'search-result', role: 'option', tabindex: '-1', 'aria-selected': 'false', href: address(one.address), 'data-key': String(one.id) };
    return make('a', attributes, children);
  }

  function marked(name, pieces, attributes) {
    attributes.class = name;
    return make('span', attributes, pieces.map(function (piece) {
      return piece.mark ? make('mark', {}, [piece.text]) : piece.text;
    }));
  }

  function theme(one) {
    return option(one, [marked('search-title', one.title, spoken(one.language, one.direction))]);
  }

  function work(one) {
    var isOwn = one.languages.indexOf(reader) >= 0;
    var marks = make('span', { class: 'search-marks' }, [make('span', { class: 'search-kind' }, [kindOf(one.kind, true)])]);
    if (!isOwn) {
      var names = (one.languages.length ? one.languages : [one.language]).map(nameOf).join(', ');
      marks.append(' ', make('span', { class: 'search-language' }, [names]));
    }
    var children = [marks, ' ', marked('search-title', one.title, spoken(one.language, one.direction))];
    if (one.heading) children.push(' ', make('span', Object.assign({ class: 'search-section' }, spoken(one.language, one.direction)), [one.heading]));
    if (one.snippet.length) children.push(' ', marked('search-snippet', one.snippet, spoken(one.language, one.direction)));
    if (one.themes.length) children.push(' ', make('span', { class: 'search-labels' }, [one.themes.join(' · ')]));
    return option(one, children);
  }

  apologue.elements = {
    know: function (loaded) {
      head = loaded;
    },
    make: make,
    button: button,
    say: say,
    number: number,
    kindOf: kindOf,
    facets: facets,
    themesNear: themesNear,
    theme: theme,
    work: work
  };
})();
