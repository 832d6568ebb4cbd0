// Cuts Italian words down to their stems, by the rules of Snowball 3 (snowballstem.org/algorithms/italian/stemmer.html).
(function () {
  'use strict';

  // `V` stands for a vowel, `C` for anything else.
  function pattern(text, flags) {
    return new RegExp(text.replace(/V/g, '[aeiouàèìòù]').replace(/C/g, '[^aeiouàèìòù]'), flags);
  }

  // What reaches the end of a word from the leftmost place is the longest of the endings.
  function endings(list) {
    return new RegExp('(?:' + list.replace(/ /g, '|') + ')$');
  }

  // What comes before a region: RV, R1, R2. Without its exception `divano` would become `div`, as `diva` does.
  var REGIONS = [pattern('^(?:VC.*?V|VV.*?C|divan|CC.*?V|CV.)', 'u'), pattern('^.*?VC', 'u'), pattern('^.*?VC.*?VC', 'u')];

  // Between vowels `u` and `i` are consonants; so they are written as capitals meanwhile.
  var BETWEEN_VOWELS = pattern('(V)([ui])(?=V)', 'g');
  var GRAVE = { á: 'à', é: 'è', í: 'ì', ó: 'ò', ú: 'ù' };

  var PRONOUN = endings('ci gli l[aeio] mi ne si ti vi sene (gli|[mtcv])e(l[aeio]|ne)');

  // Endings of nouns and adjectives, the region in which they must lie, what takes their place, and what else goes if it lies in R2.
  var NOUN = [
    ['anz[ae] ic[aeio] ich[ei] ism[oi] [ai]bil[ei] ist[aeiàèì] os[aeio] mente atric[ei] ant[ei]', 2, ''],
    ['azion[ei] ator[ei]', 2, '', 'ic'],
    ['logi[ae]', 2, 'log'],
    ['u[sz]ion[ei]', 2, 'u'],
    ['enz[ae]', 2, 'ente'],
    ['[ai]ment[io]', 0, ''],
    ['amente', 1, '', '(at)?iv os ic abil'],
    ['ità', 2, '', 'abil ic iv'],
    ['iv[aeio]', 2, '', '(ic)?at']
  ].map(function (rule) {
    return { ending: endings(rule[0]), region: rule[1], by: rule[2], before: rule[3] && endings(rule[3]) };
  });

  var VERB = endings(
    '[aei]re [aei]rono [aei]mmo [aei]v[aio] [aei]v(amo|ano|ate) [aiu]t[aeio] ete iamo ano ono ar ir asse assi assimo [aei]ssero ' +
      'ando end[aeio] [ei]r([àò]|ai|anno|ebbe|ebbero|ei|emmo|emo|este|esti|ete) isc[aeio] isc[ao]no'
  );

  apologue.stemmer('it', function (form) {
    var word = form
      .replace(/[áéíóú]/g, function (letter) {
        return GRAVE[letter];
      })
      .replace(/qu/g, 'qU')
      .replace(BETWEEN_VOWELS, function (both, before, letter) {
        return before + letter.toUpperCase();
      });
    var start = REGIONS.map(function (before) {
      var found = before.exec(word);
      return found ? found[0].length : word.length;
    });

    // Cuts off what lies in a region, and says whether there was anything.
    function cut(region, ending) {
      var found = ending.exec(word.slice(start[region]));
      if (found) word = word.slice(0, start[region] + found.index);
      return Boolean(found);
    }

    // guardandogli, accomodarci
    function pronoun() {
      var found = PRONOUN.exec(word);
      if (!found) return;
      var verb = word.slice(0, found.index);
      var before = /(?:[ae]ndo|[aei]r)$/.exec(verb.slice(start[0]));
      if (before) word = verb + (/r$/.test(verb) ? 'e' : '');
    }

    function noun() {
      var at = word.length;
      var longest = null;
      NOUN.forEach(function (rule) {
        var found = rule.ending.exec(word);
        if (!found || found.index >= at) return;
        at = found.index;
        longest = rule;
      });
      if (!longest || at < start[longest.region]) return false;
      word = word.slice(0, at) + longest.by;
      if (longest.before) cut(2, longest.before);
      return true;
    }

    pronoun();
    if (!noun()) cut(0, VERB);
    cut(0, /i?[aeioàèìò]$/);
    if (/[cg]h$/.test(word.slice(start[0]))) word = word.slice(0, -1);
    return word.replace(/[IU]/g, function (letter) {
      return letter.toLowerCase();
    });
  });
})();
