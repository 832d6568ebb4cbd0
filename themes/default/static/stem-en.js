// Cuts English words down to their stems, by the rules of Snowball 3 (snowballstem.org/algorithms/english/stemmer.html).
(function () {
  'use strict';

  // `V` stands for a vowel, `C` for anything else. Where `y` is no vowel, it is written as a capital meanwhile.
  function pattern(text) {
    return new RegExp(text.replace(/V/g, '[aeiouy]').replace(/C/g, '[^aeiouy]'), 'u');
  }

  // What reaches the end of a word from the leftmost place is the longest of the endings.
  function endings(list) {
    return new RegExp('(?:' + list.replace(/ /g, '|') + ')$');
  }

  // Words as they are, or with what becomes of them.
  var EXCEPTIONS = table(
    'skis:ski skies:sky idly:idl gently:gentl ugly:ugli early:earli only:onli singly:singl sky:sky news:news howe:howe ' +
      'atlas:atlas cosmos:cosmos bias:bias andes:andes'
  );

  // What comes before the region R1, and then what comes in it before R2.
  var BEFORE_R1 = pattern('^(?:arsen|commun|emerg|gener|inter|later|organ|past|univers|.*?VC)');
  var BEFORE_R2 = pattern('^.*?VC');

  var SHORT = pattern('(?:CV(?![wxY])C|^VC|past)$');
  var HAS_VOWEL = pattern('V');
  var PLURAL = pattern('V.*.s$');
  var Y = pattern('(.C)[yY]$');
  var DYING = pattern('^Cy$');

  // Endings, and what takes their place.
  var STEP_2 = table(
    'tional:tion enci:ence anci:ance abli:able entli:ent izer:ize ization:ize ational:ate ation:ate ator:ate alism:al aliti:al ' +
      'alli:al fulness:ful ousli:ous ousness:ous iveness:ive iviti:ive biliti:ble bli:ble ogist:og ogi:og fulli:ful lessli:less li:'
  );
  var STEP_3 = table('tional:tion ational:ate alize:al icate:ic iciti:ic ical:ic ful: ness: ative:');
  var STEP_4 = table('al: ance: ence: er: ic: able: ible: ant: ement: ment: ent: ism: ate: iti: ous: ive: ize: ion:');

  function table(text) {
    var map = Object.create(null);
    text.split(' ').forEach(function (pair) {
      map[pair.split(':')[0]] = pair.split(':')[1];
    });
    return { map: map, endings: endings(Object.keys(map).join(' ')) };
  }

  apologue.stemmer('en', function (form) {
    if (form in EXCEPTIONS.map) return EXCEPTIONS.map[form];
    if (/^.{0,2}$/u.test(form)) return form;
    var word = form.replace(/^'/, '').replace(/^y/, 'Y').replace(/([aeiouy])y/g, '$1Y');
    var r1 = past(BEFORE_R1, 0);
    var r2 = past(BEFORE_R2, r1);

    function past(before, from) {
      var found = before.exec(word.slice(from));
      return found ? from + found[0].length : word.length;
    }

    // ties, cries, gaps
    function plural() {
      word = word.replace(/'(?:s'?)?$/, '');
      if (/sses$/.test(word)) word = word.slice(0, -2);
      else if (/ie[ds]$/.test(word)) word = word.slice(0, /..ie.$/u.test(word) ? -2 : -1);
      else if (!/[us]s$/.test(word) && PLURAL.test(word)) word = word.slice(0, -1);
    }

    // agreed, hopping, hoping
    function participle() {
      var found = /(?:eed|ed|ing)(?:ly)?$/.exec(word);
      if (!found) return;
      var before = word.slice(0, found.index);
      if (/^eed/.test(found[0])) {
        if (found.index >= r1 && !/^(?:succ|proc|exc)$/.test(before)) word = before + 'ee';
        return;
      }
      if (found[0] === 'ing') {
        if (DYING.test(before)) {
          word = before.slice(0, -1) + 'ie';
          return;
        }
        if (/^(?:inn|out|cann|herr|earr|even)$/.test(before)) return;
      }
      if (!HAS_VOWEL.test(before)) return;
      word = before;
      if (/(?:at|bl|iz)$/.test(word)) word += 'e';
      else if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(word)) word = /^[aeo]..$/.test(word) ? word : word.slice(0, -1);
      else if (word.length === r1 && SHORT.test(word)) word += 'e';
    }

    // Replaces the longest ending of a table if it lies in a region, and if what comes before it allows that.
    function replace(step, region) {
      var found = step.endings.exec(word);
      if (!found || found.index < region) return;
      var ending = found[0];
      var before = word.slice(0, found.index);
      if (ending === 'ogi' && !/l$/.test(before)) return;
      if (ending === 'li' && !/[cdeghkmnrt]$/.test(before)) return;
      if (ending === 'ative' && found.index < r2) return;
      if (ending === 'ion' && !/[st]$/.test(before)) return;
      word = before + step.map[ending];
    }

    function last() {
      var at = word.length - 1;
      var before = word.slice(0, at);
      if (/e$/.test(word) ? at >= r2 || (at >= r1 && !SHORT.test(before)) : /ll$/.test(word) && at >= r2) word = before;
    }

    plural();
    participle();
    word = word.replace(Y, '$1i');
    replace(STEP_2, r1);
    replace(STEP_3, r1);
    replace(STEP_4, r2);
    last();
    return word.replace(/Y/g, 'y');
  });
})();
