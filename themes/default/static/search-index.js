// The index that lies below search/: loads its shards, a few for each question, and says which of their entries match a word.
(function () {
  'use strict';

  var apologue = (window.apologue = window.apologue || {});
  var words = apologue.words;

  // How close a form in a text is to the word that was asked for.
  var SAME = 1;
  var FOLDED = 0.95;
  var STEM = 0.85;
  var KIN = 0.5;
  var BEGINNING = 0.6;
  var SLIP = 0.4;
  var LAYOUT = 0.9;

  // Shards that are loaded for one stem and for one slip, and forms that a slip is taken for.
  var MOST_STEM = 4;
  var MOST_SLIP = 6;
  var MOST_CANDIDATES = 3;
  // Stems that are shorter have no kin, nor is kin longer by more than this.
  var SHORTEST_STEM = 4;
  var LONGER = 3;
  // A chunk with marks in it is read on the other layout from so many letters on while it is being typed.
  var SHORTEST_CHUNK = 4;

  // ── Shards ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

  // Each shard is a script, since files cannot be asked for in any other way; it calls this with its name and what it holds.
  var arrived = Object.create(null);
  apologue.search = function (name, payload) {
    arrived[name] = payload;
  };

  // By languages without their regions: the index of es-MX has the stems of es.
  var stemmers = Object.create(null);
  apologue.stemmer = function (language, stem) {
    stemmers[withoutRegion(language)] = stem;
  };

  function withoutRegion(language) {
    return language.split('-')[0];
  }

  // Runs a script of the site by its address from the root. Tests put files in its place.
  apologue.load = function (address, done) {
    var script = document.createElement('script');
    script.src = apologue.url(address);
    script.onload = script.onerror = function (event) {
      script.remove();
      done(event.type === 'error');
    };
    document.head.append(script);
  };

  function run(address) {
    return new Promise(function (resolve, reject) {
      apologue.load(address, function (failed) {
        if (failed) reject(new Error(address));
        else resolve();
      });
    });
  }

  // What has been made once stays; what has failed is tried again.
  function kept(store, key, make) {
    if (!store[key]) {
      store[key] = make();
      store[key].catch(function () {
        delete store[key];
      });
    }
    return store[key];
  }

  var shards = Object.create(null);
  function shard(name, build, read) {
    return kept(shards, name, function () {
      return run('search/' + name + '.js' + (build ? '?' + encodeURIComponent(build) : '')).then(function () {
        var payload = arrived[name];
        delete arrived[name];
        if (payload === undefined) throw new Error(name);
        return read(payload);
      });
    });
  }

  // The index of a language with its stemmer. Without a stemmer words are found by the stems of those that are spelt alike.
  var indexes = Object.create(null);
  function open(language) {
    return kept(indexes, language, function () {
      return shard(language, '', asItIs).then(function (head) {
        var ready = head.stemmer && !stemmers[withoutRegion(language)] ? run(head.stemmer).catch(Boolean) : Promise.resolve();
        return ready.then(function () {
          return { language: language, head: head, stem: stemmers[withoutRegion(language)] || null };
        });
      });
    });
  }

  function asItIs(payload) {
    return payload;
  }

  function shardName(prefix) {
    return prefix.replace(/[^a-z0-9]/gu, function (sign) {
      return '_' + sign.codePointAt(0).toString(16);
    });
  }

  // The shard that holds a word: the longest of the prefixes that the word begins with.
  function holder(prefixes, word) {
    return prefixes.reduce(function (best, prefix) {
      return word.indexOf(prefix) === 0 && prefix.length > best.length ? prefix : best;
    }, '');
  }

  // The shards that hold everything that begins so.
  function below(prefixes, beginning) {
    var found = prefixes.filter(function (prefix) {
      return prefix.indexOf(beginning) === 0;
    });
    var one = found.length ? '' : holder(prefixes, beginning);
    return one ? [one] : found;
  }

  function entries(index, prefix) {
    return shard(index.language + '/w-' + shardName(prefix), index.head.build, function (lines) {
      return lines.split('\n').filter(Boolean).map(entry);
    });
  }

  function entriesOf(index, prefixes) {
    return Promise.all(prefixes.map(entries.bind(null, index))).then(flat);
  }

  function flat(lists) {
    return [].concat.apply([], lists);
  }

  function entry(line) {
    var parts = line.split('\t');
    var form = parts[0];
    var isSpecial = form.charAt(0) === '#' || form.slice(-1) === '*';
    return { form: form, fold: isSpecial ? null : words.fold(form), cut: parts[1], language: parts[2], line: parts[3], postings: null };
  }

  function stemOf(one) {
    var cut = /^\d+/.exec(one.cut)[0];
    return one.fold.slice(0, one.fold.length - Number(cut)) + one.cut.slice(cut.length);
  }

  function postings(one) {
    if (!one.postings) {
      var line = words.numbers(one.line);
      one.postings = { df: line.next(), groups: [] };
      while (!line.isAtEnd()) {
        var kind = line.next();
        var group = { kind: kind & 7, mask: Math.floor(kind / 8), ids: [], impacts: [] };
        var id = 0;
        for (var count = line.next(); count > 0 && !line.isAtEnd(); count -= 1) {
          id += line.next();
          group.ids.push(id);
          group.impacts.push(line.digit());
        }
        one.postings.groups.push(group);
      }
    }
    return one.postings;
  }

  // The shards of documents that hold these, and how to look them up.
  function documents(index, ids) {
    var wanted = {};
    ids.forEach(function (id) {
      wanted[Math.floor(id / Math.pow(2, index.head.shift))] = true;
    });
    var loading = Object.keys(wanted).map(function (number) {
      return shard(index.language + '/d-' + number, index.head.build, function (list) {
        var byId = new Map();
        list.forEach(function (one) {
          byId.set(one.i, one);
        });
        return byId;
      });
    });
    return Promise.all(loading).then(function (maps) {
      return function (id) {
        return maps.reduce(function (found, map) {
          return found || map.get(id);
        }, undefined);
      };
    });
  }

  // ── Words: which entries match, as a map to how close they are ──────────────────────────────────────────────────────────────────

  function closer(found, one, closeness) {
    if (!(found.get(one) >= closeness)) found.set(one, closeness);
    return found;
  }

  function spelt(index, fold) {
    var prefix = holder(index.head.words, fold);
    if (!prefix) return Promise.resolve([]);
    return entries(index, prefix).then(function (list) {
      return list.filter(function (one) {
        return one.fold === fold;
      });
    });
  }

  // Those that are spelt alike, and those of the same stem.
  function alike(index, form, fold) {
    return spelt(index, fold).then(function (list) {
      var found = new Map();
      var stems = [];
      list.forEach(function (one) {
        closer(found, one, one.form === form ? SAME : FOLDED);
        stems.push({ language: one.language, stem: stemOf(one) });
      });
      if (index.stem) stems.push({ language: '', stem: words.fold(index.stem(form)) });
      return Promise.all(
        stems.map(function (wanted) {
          return entriesOf(index, shardsOfStem(index, wanted.stem, fold)).then(function (list) {
            list.forEach(function (one) {
              if (one.fold !== null && one.language === wanted.language && stemOf(one) === wanted.stem) closer(found, one, STEM);
            });
          });
        })
      ).then(function () {
        return found;
      });
    });
  }

  // Stems cut some words of a family shorter than others: those of exam and examination begin alike.
  function kin(index, form, fold) {
    var own = index.stem ? words.fold(index.stem(form)) : fold;
    function isKin(stem) {
      var lengths = [Array.from(stem).length, Array.from(own).length].sort(ascending);
      var isAlike = stem.length <= own.length ? own.indexOf(stem) === 0 : stem.indexOf(own) === 0;
      return isAlike && lengths[0] >= SHORTEST_STEM && lengths[1] <= lengths[0] + LONGER;
    }
    return entriesOf(index, shardsOfStem(index, own, fold)).then(function (list) {
      return list.reduce(function (found, one) {
        return one.fold !== null && one.language === '' && isKin(stemOf(one)) ? closer(found, one, KIN) : found;
      }, new Map());
    });
  }

  function ascending(a, b) {
    return a - b;
  }

  // Words of a stem begin as it does, but for its last letter, which may change. Where that is too many shards, they are looked for nearer to
  // the word.
  function shardsOfStem(index, stem, fold) {
    var signs = Array.from(fold);
    var other = Array.from(stem);
    var length = 0;
    while (length < signs.length && signs[length] === other[length]) length += 1;
    if (length >= 4) length -= 1;
    var found = below(index.head.words, signs.slice(0, length).join(''));
    while (found.length > MOST_STEM && length < signs.length) {
      length += 1;
      found = below(index.head.words, signs.slice(0, length).join(''));
    }
    return found.length > MOST_STEM ? [holder(index.head.words, fold)] : found;
  }

  function beginning(index, fold, found) {
    var prefix = holder(index.head.words, fold);
    // One character is a word where words are not spaced, and a text has it as a part of pairs.
    if (!prefix || (Array.from(fold).length < 2 && !words.isUnspaced(fold))) return found;
    var isSplit = index.head.words.some(function (other) {
      return prefix === fold && other.length > fold.length && other.indexOf(fold) === 0;
    });
    return entries(index, prefix).then(function (list) {
      list.forEach(function (one) {
        var matches = isSplit ? one.form === fold + '*' : one.fold !== null && one.fold.indexOf(fold) === 0;
        if (matches) closer(found, one, BEGINNING);
      });
      return found;
    });
  }

  // What may have been meant where nothing is spelt so.
  function meant(index, word) {
    var other = words.otherLayout(word.form);
    var fold = words.fold(other);
    var typed = other === word.form ? Promise.resolve(new Map()) : alike(index, other, fold).then(function (found) {
      return word.isTyped ? beginning(index, fold, found) : found;
    });
    return typed.then(function (found) {
      if (found.size === 0) return slipped(index, word.fold);
      var all = new Map();
      found.forEach(function (closeness, one) {
        all.set(one, closeness * LAYOUT);
      });
      return all;
    });
  }

  // A question with those words as they were meant that were typed in another layout with marks among their letters: j,tofybt is one word
  // there, обещание, and none here.
  function asMeant(index, query) {
    var chunks = query.split(/(\s+)/);
    return Promise.all(chunks.map(function (chunk, at) {
      var other = words.lettersOnOtherLayout(chunk);
      if (!other) return chunk;
      return knows(index, other, at === chunks.length - 1).then(function (isKnown) {
        return isKnown ? other : chunk;
      });
    })).then(function (chunks) {
      return chunks.join('');
    });
  }

  // Whether some text has a word, or one that begins so.
  function knows(index, word, isTyped) {
    var parts = words.places(word, index.language);
    if (parts.length !== 1 || parts[0].word !== word) return Promise.resolve(false);
    var form = words.form(word, index.language);
    var fold = words.fold(form);
    return alike(index, form, fold).then(function (found) {
      return isTyped && Array.from(fold).length >= SHORTEST_CHUNK ? beginning(index, fold, found) : found;
    }).then(function (found) {
      return found.size > 0;
    });
  }

  // A slip leaves one half of the word whole: the first one, or the second one, by which the shards of ends are found.
  function slipped(index, fold) {
    var found = new Map();
    var signs = Array.from(fold);
    if (signs.length < 4) return Promise.resolve(found);
    var half = Math.floor(signs.length / 2);
    var first = entriesOf(index, below(index.head.words, signs.slice(0, half).join('')).slice(0, MOST_SLIP));
    var end = signs.slice(half).reverse().join('');
    var ends = below(index.head.ends, end).slice(0, MOST_SLIP).map(function (prefix) {
      return shard(index.language + '/r-' + shardName(prefix), index.head.build, function (lines) {
        return lines.split('\n').filter(Boolean);
      });
    });
    return Promise.all([first, Promise.all(ends)]).then(function (both) {
      both[0].forEach(function (one) {
        if (one.fold !== null && words.isOneSlip(one.fold, fold)) closer(found, one, SLIP);
      });
      var candidates = flat(both[1]).filter(function (one) {
        return words.isOneSlip(one, fold);
      });
      var near = candidates.sort().slice(0, MOST_CANDIDATES).map(spelt.bind(null, index));
      return Promise.all(near).then(function (lists) {
        flat(lists).forEach(function (one) {
          closer(found, one, SLIP);
        });
        return found;
      });
    });
  }

  function look(index, word) {
    return alike(index, word.form, word.fold).then(function (found) {
      return found.size ? found : kin(index, word.form, word.fold);
    }).then(function (found) {
      return word.isTyped ? beginning(index, word.fold, found) : found;
    }).then(function (found) {
      return found.size ? found : meant(index, word);
    });
  }

  // The works of a theme, by their ids.
  function worksOf(index, theme) {
    var form = '#' + theme;
    var prefix = holder(index.head.words, form);
    return (prefix ? entries(index, prefix) : Promise.resolve([])).then(function (list) {
      var ids = new Set();
      list.forEach(function (one) {
        if (one.form === form) {
          postings(one).groups.forEach(function (group) {
            group.ids.forEach(ids.add, ids);
          });
        }
      });
      return ids;
    });
  }

  function themes(index) {
    return shard(index.language + '/themes', index.head.build, asItIs);
  }

  apologue.index = { open: open, asMeant: asMeant, look: look, postings: postings, documents: documents, worksOf: worksOf, themes: themes };
})();
