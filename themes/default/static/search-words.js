// Words as those who search and those who wrote spell them. The index is made by the same rules: src/base/words.rs.
(function () {
  'use strict';

  var apologue = (window.apologue = window.apologue || {});

  // A run of letters, digits and marks; one apostrophe inside belongs to it, but parts two words in languages that elide. A soft hyphen inside
  // belongs to it everywhere.
  var UNSPACED = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]';
  var LETTER = '(?!\\u02bc)[\\p{Alphabetic}\\p{N}\\p{M}]';
  var RUN = '(?:(?!' + UNSPACED + ')' + LETTER + ')+';
  var WHOLE = new RegExp('(?=' + LETTER + ')(' + UNSPACED + '+)|' + RUN + "(?:[\\u00ad'\\u2019\\u02bc]" + RUN + ')*', 'gu');
  var PARTED = new RegExp('(?=' + LETTER + ')(' + UNSPACED + '+)|' + RUN + '(?:\\u00ad' + RUN + ')*', 'gu');
  var ELIDING = ['it', 'fr', 'ca'];

  // The places of a text's words. Scripts without spaces are taken two characters at a time, each pair beginning inside the last.
  function places(text, language) {
    var pattern = ELIDING.indexOf(language.split('-')[0]) < 0 ? WHOLE : PARTED;
    var found = [];
    var match;
    pattern.lastIndex = 0;
    while ((match = pattern.exec(text))) {
      if (match[1]) pairs(match[1], match.index, found);
      else found.push({ start: match.index, end: match.index + match[0].length, word: match[0] });
    }
    return found;
  }

  function pairs(run, at, found) {
    var signs = Array.from(run);
    if (signs.length === 1) found.push({ start: at, end: at + run.length, word: run });
    for (var index = 0; index + 1 < signs.length; index += 1) {
      var word = signs[index] + signs[index + 1];
      found.push({ start: at, end: at + word.length, word: word });
      at += signs[index].length;
    }
  }

  // Whether all is of scripts that put no spaces between words.
  var UNSPACED_ONLY = new RegExp('^' + UNSPACED + '+$', 'u');
  function isUnspaced(text) {
    return UNSPACED_ONLY.test(text);
  }

  // What may stand in a word and may as well be left out: where it can be parted, where it is stressed, the points of Hebrew and Arabic.
  var UNWRITTEN = /[\u00ad\u0300\u0301\u0591-\u05bd\u05bf-\u05c7\u0640\u064b-\u0652]/g;

  // A word in small letters, without what may as well be left out. What consists of nothing else stays.
  function form(word, language) {
    var small;
    try {
      small = word.toLocaleLowerCase(language);
    } catch (error) {
      // A tag that the browser takes for none.
      small = word.toLowerCase();
    }
    small = small.replace(/[\u2019\u02bc]/g, "'").normalize('NFC');
    return small.replace(UNWRITTEN, '') || small;
  }

  // Letters that have no decomposition, and how whoever lacks the key writes them.
  var PLAIN = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ħ: 'h', ı: 'i' };

  // A form without accents and points, ё as е. What is another letter of the alphabet, й or ї, stays.
  function fold(form) {
    if (/^[a-z0-9]*$/.test(form)) return form;
    var plain = form.replace(/'|[ßæœøđðþłħı]/g, function (sign) {
      return PLAIN[sign] || '';
    });
    var marks = /([иу])\u0306|(і)\u0308|[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0640]/g;
    var bare = plain.normalize('NFKD').replace(marks, function (found, short, pointed) {
      return short || pointed ? found : '';
    });
    return bare.normalize('NFC');
  }

  // The same keys on a Latin and on a Russian keyboard.
  var LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
  var RUSSIAN = 'ёйцукенгшщзхъфывапролджэячсмитьбю';

  // What the same keys would have written in the other layout.
  function otherLayout(form) {
    var isLatin = /[a-z]/.test(form);
    var from = isLatin ? LATIN : RUSSIAN;
    var to = isLatin ? RUSSIAN : LATIN;
    return form.replace(/[^]/g, function (sign) {
      var key = from.indexOf(sign);
      return key < 0 ? sign : to.charAt(key);
    });
  }

  // Keys that give marks with Shift, and the letters that they give on a Russian keyboard.
  var SHIFTED = { '~': 'ё', '{': 'х', '}': 'ъ', ':': 'ж', '<': 'б', '>': 'ю' };

  // What was typed as Latin letters with marks among them, as the letters that the same keys give in the other layout; or nothing.
  function lettersOnOtherLayout(typed) {
    var small = typed.replace(/[A-Z]/g, function (sign) {
      return sign.toLowerCase();
    });
    if (!/[a-z]/.test(small) || !/[^\p{Alphabetic}\p{N}]/u.test(small)) return null;
    var letters = Array.from(small).map(function (sign) {
      return SHIFTED[sign] || RUSSIAN.charAt(LATIN.indexOf(sign));
    });
    return letters.indexOf('') < 0 ? letters.join('') : null;
  }

  // Whether one slip of the finger parts two words: a character too many, too few or another, or two neighbours in each other's place.
  function isOneSlip(one, other) {
    var a = Array.from(one);
    var b = Array.from(other);
    if (Math.abs(a.length - b.length) > 1) return false;
    var start = 0;
    while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
    var end = 0;
    while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
    var left = a.length - start - end;
    var right = b.length - start - end;
    if (left <= 1 && right <= 1) return left + right > 0;
    return left === 2 && right === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
  }

  // Numbers in five bits a character, the lowest first; the sixth says that more follow.
  var DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  var VALUES = {};
  DIGITS.split('').forEach(function (digit, value) {
    VALUES[digit] = value;
  });

  // Reads the numbers of a line one by one.
  function numbers(line) {
    var at = 0;
    return {
      isAtEnd: function () {
        return at >= line.length;
      },
      // One character: 0 to 63.
      digit: function () {
        var value = VALUES[line.charAt(at)];
        at += 1;
        return value;
      },
      next: function () {
        var value = 0;
        var unit = 1;
        var digit;
        do {
          digit = VALUES[line.charAt(at)];
          at += 1;
          value += (digit & 31) * unit;
          unit *= 32;
        } while (digit & 32);
        return value;
      }
    };
  }

  apologue.words = { places: places, isUnspaced: isUnspaced, form: form, fold: fold, otherLayout: otherLayout, lettersOnOtherLayout: lettersOnOtherLayout, isOneSlip: isOneSlip, numbers: numbers };
})();
