// Finds works: ranks what the index knows of the words that were asked for. What is found is shown by search-dialog.js.
// `apologue search` ranks by the same rules.
(function () {
  'use strict';

  var apologue = (window.apologue = window.apologue || {});
  var words = apologue.words;
  var source = apologue.index;

  // The kinds of works, by their numbers in the index.
  var KINDS = ['story', 'maxim', 'exercise', 'path', 'page', 'theme', 'name'];
  var THEME = 5;

  // Entries that are at least so close say how frequent a word is.
  var CERTAIN = 0.8;

  var MOST_WORDS = 32;
  // Texts in which phrases are looked for, and how many at a time.
  var MOST_PHRASED = 300;
  var BATCH = 20;
  // Themes that are looked at, and that are shown.
  var NEAR_THEMES = 5;
  var MOST_THEMES = 3;
  var MOST_FACETS = 8;
  var SNIPPET = 180;

  // ── The question ────────────────────────────────────────────────────────────────────────────────────────────────────────────────

  var QUOTED = /"([^"]*)"|“([^”]*)”|„([^“”]*)[“”]|«([^»]*)»/g;

  // A question as it was meant to an index.
  function understand(index, query) {
    return source.asMeant(index, query).then(function (meant) {
      return question(meant, index.language);
    });
  }

  // The words that are asked for, as the language parts them, and those that must stand in a row.
  function question(query, language) {
    function form(place) {
      return words.form(place.word, language);
    }
    var asked = { words: [], phrases: [] };
    words.places(query, language).forEach(function (place) {
      var small = form(place);
      var word = asked.words.find(function (one) {
        return one.form === small;
      });
      if (!word) asked.words.push((word = { form: small, fold: words.fold(small), isTyped: false }));
      // The last word may still be on its way.
      if (place.end === query.length) word.isTyped = true;
    });
    asked.words = asked.words.slice(0, MOST_WORDS);
    query.replace(QUOTED, function (all, straight, high, low, angled) {
      var phrase = words.places(straight || high || low || angled || '', language).map(form).map(words.fold);
      if (phrase.length) asked.phrases.push(phrase);
    });
    return asked;
  }

  // ── Ranking ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

  // What an entry says of documents, what the word is worth, and by which spellings it is known again in a text.
  function weigh(index, found) {
    var all = 0;
    var certain = 0;
    var word = { idf: 0, best: new Map(), folds: Object.create(null), beginnings: [] };
    found.forEach(function (closeness, one) {
      var list = source.postings(one);
      all += list.df;
      if (closeness >= CERTAIN) certain += list.df;
      if (one.fold === null) word.beginnings.push(one.form.slice(0, -1));
      else word.folds[one.fold] = true;
      list.groups.forEach(function (group) {
        group.ids.forEach(function (id, at) {
          var match = (closeness * group.impacts[at]) / 63;
          var before = word.best.get(id);
          if (!before) word.best.set(id, { match: match, group: group });
          else if (match > before.match) before.match = match;
        });
      });
    });
    var total = index.head.documents;
    var df = Math.min(certain || all, total);
    word.idf = Math.log(1 + (total - df + 0.5) / (df + 0.5));
    return word;
  }

  // The documents that have any of the words, the best first.
  function rank(index, asked) {
    return Promise.all(asked.words.map(source.look.bind(null, index))).then(function (found) {
      var weighed = found.map(weigh.bind(null, index));
      var worth = weighed.reduce(function (sum, word) {
        return sum + word.idf;
      }, 0);
      var hits = new Map();
      weighed.forEach(function (word) {
        word.best.forEach(function (best, id) {
          var hit = hits.get(id);
          if (!hit) hits.set(id, (hit = { id: id, kind: best.group.kind, mask: best.group.mask, index: index, words: weighed, sum: 0, share: 0, score: 0 }));
          hit.sum += word.idf * best.match;
          hit.share += word.idf;
        });
      });
      hits = Array.from(hits.values());
      hits.forEach(function (hit) {
        hit.score = (hit.sum * hit.share) / worth;
      });
      return hits.sort(byScore);
    });
  }

  function byScore(a, b) {
    return b.score - a.score || a.id - b.id;
  }

  // The best of each work, from hits of several indexes, the best first.
  function bestOfEach(hits) {
    var seen = new Set();
    return hits.filter(function (hit) {
      var isFirst = !seen.has(hit.id);
      seen.add(hit.id);
      return isFirst;
    });
  }

  // Whether a work exists in a language, as the hit's own index counts languages.
  function isIn(hit, language) {
    var bit = hit.index.head.languages.indexOf(language);
    return bit >= 0 && Math.floor(hit.mask / Math.pow(2, bit)) % 2 === 1;
  }

  // The best `wanted` of the hits that hold the phrases, with their documents, and whether there may be more.
  function take(hits, phrases, wanted) {
    var taken = [];
    function next(from) {
      var size = phrases.length ? BATCH : wanted;
      var batch = hits.slice(from, from + size);
      if (batch.length === 0 || taken.length >= wanted || (phrases.length && from >= MOST_PHRASED)) return Promise.resolve(from);
      return texts(batch).then(function (all) {
        all.forEach(function (one) {
          // A work of other languages may come from several indexes; where one knows the phrase, another may not.
          var isNew = taken.every(function (other) {
            return other.hit.id !== one.hit.id;
          });
          if (isNew && phrases.every(holds.bind(null, one))) taken.push(one);
        });
        return phrases.length ? next(from + size) : from + size;
      });
    }
    return next(0).then(function (seen) {
      var ends = phrases.length ? Math.min(hits.length, MOST_PHRASED) : hits.length;
      return { found: taken.slice(0, wanted), more: taken.length > wanted || seen < ends, size: taken.length };
    });
  }

  // The documents of hits, which may come from several indexes.
  function texts(hits) {
    var indexesOfHits = hits.reduce(function (list, hit) {
      return list.indexOf(hit.index) < 0 ? list.concat([hit.index]) : list;
    }, []);
    var lookups = indexesOfHits.map(function (index) {
      var own = hits.filter(function (hit) {
        return hit.index === index;
      });
      return source.documents(index, own.map(function (hit) {
        return hit.id;
      }));
    });
    return Promise.all(lookups).then(function (lookups) {
      return hits.map(function (hit) {
        return { hit: hit, text: lookups[indexesOfHits.indexOf(hit.index)](hit.id) };
      }).filter(function (one) {
        return one.text;
      });
    });
  }

  function languageOf(one) {
    return one.text.l || one.hit.index.language;
  }

  // Whether the title, a heading or a section holds these words in a row.
  function holds(one, phrase) {
    var parts = [one.text.t];
    one.text.s.forEach(function (section) {
      parts.push(section[1], section[2]);
    });
    return parts.some(function (part) {
      var folds = words.places(part, languageOf(one)).map(function (place) {
        return words.fold(words.form(place.word, languageOf(one)));
      });
      return folds.some(function (fold, at) {
        return phrase.every(function (word, offset) {
          return folds[at + offset] === word;
        });
      });
    });
  }

  // ── What is shown of a work ─────────────────────────────────────────────────────────────────────────────────────────────────────

  // The places where a text says a word that was asked for, and which one.
  function mentions(text, language, asked) {
    return words.places(text, language).reduce(function (found, place) {
      var fold = words.fold(words.form(place.word, language));
      var word = asked.findIndex(function (one) {
        return one.folds[fold] || one.beginnings.some(function (beginning) {
          return fold.indexOf(beginning) === 0;
        });
      });
      if (word >= 0) found.push({ start: place.start, end: place.end, word: word });
      return found;
    }, []);
  }

  // A text in pieces, some of them marked.
  function pieces(text, found, start, end) {
    var list = [];
    var at = start;
    found.forEach(function (mention) {
      if (mention.start < at || mention.end > end) return;
      if (mention.start > at) list.push({ text: text.slice(at, mention.start), mark: false });
      list.push({ text: text.slice(mention.start, mention.end), mark: true });
      at = mention.end;
    });
    if (at < end) list.push({ text: text.slice(at, end), mark: false });
    return list;
  }

  // The part of a text that says the most of what was asked for.
  function passage(one) {
    var asked = one.hit.words;
    var best = null;
    one.text.s.forEach(function (section, number) {
      var found = mentions(section[2], languageOf(one), asked);
      var headings = mentions(section[1], languageOf(one), asked);
      found.forEach(function (first, at) {
        var said = [];
        headings.forEach(function (mention) {
          said[mention.word] = true;
        });
        for (var last = at; last < found.length && found[last].end - first.start <= SNIPPET; last += 1) said[found[last].word] = true;
        var worth = asked.reduce(function (sum, word, index) {
          return said[index] ? sum + word.idf : sum;
        }, 0);
        if (!best || worth > best.worth) best = { worth: worth, section: section, number: number, found: found, from: first.start, to: found[last - 1].end };
      });
    });
    if (best) return best;
    var opening = one.text.s[0] || ['', '', ''];
    return { section: opening, number: 0, found: [], from: 0, to: 0 };
  }

  // About so much text around it, from a sentence's beginning if one is near, in whole words.
  function excerpt(part, language) {
    var text = part.section[2];
    var spare = Math.max(SNIPPET - (part.to - part.from), 0);
    var earliest = Math.max(part.from - spare, 0);
    var before = text.slice(earliest, part.from);
    var sentence = /^[^]*[.!?…։。؟][»”"’)]*\s+/.exec(before);
    var start = earliest === 0 && part.from <= spare / 2 ? 0 : part.from - Math.floor(spare / 3);
    if (sentence) start = earliest + sentence[0].length;
    else if (earliest === 0) start = 0;
    var end = Math.max(start + SNIPPET, part.to);
    words.places(text, language).forEach(function (place) {
      if (place.start < start && place.end > start) start = place.start;
      if (place.start < end && place.end > end) end = Math.max(place.start, part.to);
    });
    if (text.length - end < 20) end = text.length;
    var list = pieces(text, part.found, Math.max(start, 0), Math.min(end, text.length));
    if (list.length && start > 0) list.unshift({ text: '… ', mark: false });
    if (list.length && end < text.length) {
      var last = list[list.length - 1];
      if (!last.mark) last.text = last.text.replace(/[\s,;:–—-]+$/, '');
      list.push({ text: ' …', mark: false });
    }
    return list;
  }

  function result(one) {
    var hit = one.hit;
    var language = languageOf(one);
    var part = passage(one);
    var anchor = part.number > 0 ? part.section[0] : '';
    return {
      id: hit.id,
      score: hit.score,
      kind: one.text.k || KINDS[hit.kind],
      address: one.text.u + (anchor ? '#' + encodeURIComponent(anchor) : ''),
      title: pieces(one.text.t, mentions(one.text.t, language, hit.words), 0, one.text.t.length),
      language: language,
      direction: one.text.d || '',
      languages: hit.index.head.languages.filter(isIn.bind(null, hit)),
      themes: (one.themes || one.text.h || []).map(function (theme) {
        return theme[1];
      }),
      heading: part.number > 0 ? part.section[1] : '',
      snippet: excerpt(part, language)
    };
  }

  // ── Groups and facets ───────────────────────────────────────────────────────────────────────────────────────────────────────────

  function works(hit) {
    return hit.kind !== THEME;
  }

  // Whether a hit is about the theme; without a theme, nothing is left out.
  function inTheme(index, theme) {
    if (!theme) return Promise.resolve(Boolean);
    return source.worksOf(index, theme).then(function (ids) {
      return function (hit) {
        return ids.has(hit.id);
      };
    });
  }

  // Themes that are called so; where none is, the first, if it says as much of it as works do.
  function named(themes, works) {
    var called = themes.filter(function (theme) {
      return theme.title.some(function (piece) {
        return piece.mark;
      });
    });
    if (called.length) return called.slice(0, MOST_THEMES);
    return themes.slice(0, 1).filter(function (theme) {
      return works.length === 0 || theme.score > works[0].hit.score / 2;
    });
  }

  function kindFacets(hits, isCounted) {
    var counts = [];
    hits.forEach(function (hit) {
      counts[hit.kind] = (counts[hit.kind] || 0) + 1;
    });
    return KINDS.map(function (kind, number) {
      return { kind: kind, count: isCounted ? counts[number] : null, has: counts[number] > 0 };
    }).filter(function (facet) {
      return facet.has;
    });
  }

  // The themes of the first results, the most frequent first.
  function themeFacets(found) {
    var themes = new Map();
    found.forEach(function (one) {
      (one.text.h || []).forEach(function (pair) {
        var theme = themes.get(pair[0]);
        if (!theme) themes.set(pair[0], (theme = { theme: pair[0], label: pair[1], count: 0 }));
        theme.count += 1;
      });
    });
    return Array.from(themes.values()).sort(function (a, b) {
      return b.count - a.count;
    }).slice(0, MOST_FACETS);
  }

  // ── What others call ────────────────────────────────────────────────────────────────────────────────────────────────────────────

  // The head of a language's index: its strings, labels and addresses.
  apologue.prepare = function (language) {
    return source.open(language).then(function (index) {
      return index.head;
    });
  };

  var OVERTAKEN = {};
  var latest = 0;

  // Nothing that was asked is answered any more.
  apologue.forget = function () {
    latest += 1;
  };

  // Calls back once with what is found in the language, and once more with what only other languages have; or with an error. What is asked
  // later silences what was asked before.
  //     options: kind, theme (its id); own, elsewhere: how many results are wanted of each
  //     results: { query, own: { count, more, results }, themes: [result], elsewhere: { count, more, results } or null,
  //                facets: { kinds: [{ kind, count }], themes: [{ theme, label, count }] } }
  apologue.find = function (language, query, options, callback) {
    var turn = (latest += 1);
    function still(value) {
      if (turn !== latest) throw OVERTAKEN;
      return value;
    }
    function isWanted(hit) {
      return !options.kind || KINDS[hit.kind] === options.kind;
    }

    source.open(language).then(still).then(function (index) {
      var ranking = understand(index, query).then(function (asked) {
        return Promise.all([asked, rank(index, asked), inTheme(index, options.theme)]);
      });
      return ranking.then(still).then(function (all) {
        var asked = all[0];
        var isInTheme = all[2];
        var hits = all[1].filter(works).filter(isInTheme);
        var themes = options.kind || options.theme ? [] : all[1].filter(function (hit) {
          return !works(hit);
        });
        var own = hits.filter(function (hit) {
          return isIn(hit, language);
        });
        var shown = own.filter(isWanted);
        var isCounted = asked.phrases.length === 0;
        return Promise.all([take(shown, asked.phrases, options.own || 10), take(themes, asked.phrases, NEAR_THEMES)]).then(still).then(function (taken) {
          var results = {
            query: query,
            own: { count: isCounted ? shown.length : taken[0].size, more: taken[0].more, results: taken[0].found.map(result) },
            themes: named(taken[1].found.map(result), taken[0].found),
            elsewhere: null,
            facets: { kinds: kindFacets(isCounted || taken[0].size ? own : [], isCounted), themes: themeFacets(taken[0].found) }
          };
          callback(null, results);
          var stubs = hits.filter(function (hit) {
            return !isIn(hit, language);
          });
          return elsewhere(index, query, stubs, isInTheme).then(still).then(function (others) {
            others = (isCounted ? bestOfEach(others) : others).filter(isWanted);
            return take(others, asked.phrases, options.elsewhere || 5).then(inReadersWords.bind(null, index)).then(still).then(function (taken) {
              results.elsewhere = { count: isCounted ? others.length : taken.size, more: taken.more, results: taken.found.map(result) };
              callback(null, results);
            });
          });
        });
      });
    }).catch(function (error) {
      if (error !== OVERTAKEN) callback(error, null);
    });
  };

  // Works that the language lacks: known to its own index by their themes, to the others by their words.
  function elsewhere(index, query, stubs, isInTheme) {
    var asking = index.head.others.map(function (other) {
      return source.open(other.lang).then(function (one) {
        return understand(one, query).then(rank.bind(null, one));
      }).then(function (hits) {
        return hits.filter(works).filter(isInTheme).filter(function (hit) {
          return !isIn(hit, index.language);
        });
      }).catch(function () {
        // What another language has is worth having, but nothing fails for want of it.
        return [];
      });
    });
    return Promise.all(asking).then(function (lists) {
      return lists.concat([stubs]).reduce(function (all, hits) {
        return all.concat(hits);
      }, []).sort(byScore);
    });
  }

  // The themes of works of other languages, as the reader's own language calls them.
  function inReadersWords(index, taken) {
    var ids = taken.found.map(function (one) {
      return one.hit.id;
    });
    return source.documents(index, ids).then(function (lookup) {
      taken.found.forEach(function (one) {
        one.themes = (lookup(one.hit.id) || { h: [] }).h;
      });
    }).catch(Boolean).then(function () {
      return taken;
    });
  }

  // The themes whose names look most like the question; where none does, the largest.
  apologue.nearestThemes = function (language, query) {
    return source.open(language).then(source.themes).then(function (themes) {
      var asked = trigrams(query, language);
      var near = themes.map(function (theme) {
        return { label: theme[0], address: theme[1], count: theme[2], likeness: likeness(asked, trigrams(theme[0], language)) };
      });
      var alike = near.filter(function (theme) {
        return theme.likeness > 0.12;
      });
      return (alike.length ? alike : near).sort(function (a, b) {
        return b.likeness - a.likeness || b.count - a.count;
      }).slice(0, 6);
    });
  };

  function trigrams(text, language) {
    var found = new Set();
    words.places(text, language).forEach(function (place) {
      var signs = Array.from(' ' + words.fold(words.form(place.word, language)) + ' ');
      for (var at = 0; at + 3 <= signs.length; at += 1) found.add(signs.slice(at, at + 3).join(''));
    });
    return found;
  }

  function likeness(one, other) {
    var common = 0;
    one.forEach(function (trigram) {
      if (other.has(trigram)) common += 1;
    });
    return one.size + other.size ? (2 * common) / (one.size + other.size) : 0;
  }
})();
