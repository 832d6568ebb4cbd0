// Cuts Spanish words down to their stems, by the rules of Snowball 3 (snowballstem.org/algorithms/spanish/stemmer.html).
(function () {
  'use strict';

  // `V` stands for a vowel, `C` for anything else.
  function pattern(text) {
    return new RegExp(text.replace(/V/g, '[aeiouáéíóúü]').replace(/C/g, '[^aeiouáéíóúü]'), 'u');
  }

  // What reaches the end of a word from the leftmost place is the longest of the endings.
  function endings(list) {
    return new RegExp('(?:' + list.replace(/ /g, '|') + ')$');
  }

  // What comes before a region: RV, R1, R2.
  var REGIONS = [pattern('^(?:VC.*?V|VV.*?C|CC.*?V|CV.)'), pattern('^.*?VC'), pattern('^.*?VC.*?VC')];

  var PRONOUN = endings('me l[aeo]s? nos se sel[ao]s?');
  var BEFORE_PRONOUN = endings('[aá]ndo i[eé]ndo yendo [aeiáéí]r');

  // Endings of nouns and adjectives, the region in which they must lie, what takes their place, and what else goes if it lies in R2.
  var NOUN = [
    ['anzas? ic[ao]s? ismos? [ai]bles? istas? os[ao]s? [ai]mientos?', 2, ''],
    ['adoras? ador(es)? aci[oó]n aciones antes? ancias?', 2, '', 'ic'],
    ['logías?', 2, 'log'],
    ['uci[oó]n uciones', 2, 'u'],
    ['encias?', 2, 'ente'],
    ['amente', 1, '', '(at)?iv os ic ad'],
    ['mente', 2, '', 'ante able ible'],
    ['idad(es)?', 2, '', 'abil ic iv'],
    ['iv[ao]s?', 2, '', 'at']
  ].map(function (rule) {
    return { ending: endings(rule[0]), region: rule[1], by: rule[2], before: rule[3] && endings(rule[3]) };
  });

  var VERB_Y = endings('ya(n|s|is|mos)? ye[ns]? yeron yendo y[oó]');
  var VERB_E = /^(?:e[ns]|éis|emos)$/;
  var VERB = endings(
    'e[ns] éis emos [aei]r [aei]rá[ns]? [aei]ré(is)? [aei]remos [aei]ría(n|s|is|mos)? ía(n|s|is|mos)? aba(n|s|is)? ábamos ' +
      'ara(n|s|is)? áramos iera(n|s|is)? iéramos ase(n|s|is)? ásemos iese(n|s|is)? iésemos aste(is)? iste(is)? aron ieron ió ' +
      '[ai]d[ao]s? ando iendo [aei]d a[ns] áis ís amos imos'
  );
  var PLAIN = { á: 'a', é: 'e', í: 'i', ó: 'o', ú: 'u' };

  function plain(text) {
    return text.replace(/[áéíóú]/g, function (letter) {
      return PLAIN[letter];
    });
  }

  apologue.stemmer('es', function (form) {
    var word = form;
    var start = REGIONS.map(function (before) {
      var found = before.exec(form);
      return found ? found[0].length : form.length;
    });

    function rest(region) {
      return word.slice(start[region]);
    }

    // Cuts off the end that something found within a region begins.
    function cut(region, found) {
      word = word.slice(0, start[region] + found.index);
    }

    // dándoselo, hacerlo
    function pronoun() {
      var found = PRONOUN.exec(word);
      if (!found) return;
      var verb = word.slice(0, found.index);
      var before = BEFORE_PRONOUN.exec(verb.slice(start[0]));
      if (!before || (before[0] === 'yendo' && !/uyendo$/.test(verb))) return;
      word = verb.slice(0, -before[0].length) + plain(before[0]);
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
      var before = longest.before && longest.before.exec(rest(2));
      if (before) cut(2, before);
      return true;
    }

    function verb() {
      var found = VERB_Y.exec(rest(0));
      if (found && word.charAt(start[0] + found.index - 1) === 'u') return cut(0, found);
      found = VERB.exec(rest(0));
      if (!found) return;
      cut(0, found);
      if (VERB_E.test(found[0])) word = word.replace(/gu$/, 'g');
    }

    pronoun();
    if (!noun()) verb();
    var last = /(?:os|[aoáíóeé])$/.exec(rest(0));
    if (last) {
      cut(0, last);
      if (/[eé]/.test(last[0]) && /u$/.test(rest(0))) word = word.replace(/gu$/, 'g');
    }
    return plain(word);
  });
})();
