// Cuts Russian words down to their stems, by the rules of Snowball 3 (snowballstem.org/algorithms/russian/stemmer.html).
(function () {
  'use strict';

  // What reaches the end of a word from the leftmost place is the longest of the endings. Some stand after `а` and `я` only, which stay.
  function endings(list, after) {
    return new RegExp((after ? '([ая])(?:' + after.replace(/ /g, '|') + ')$|' : '()') + '(?:' + list.replace(/ /g, '|') + ')$');
  }

  // What comes before the regions RV and R2.
  var BEFORE_RV = /^.*?[аеиоуыэюя]/;
  var BEFORE_R2 = /^(?:.*?[аеиоуыэюя][^аеиоуыэюя]){2}/u;

  var GERUND = endings('[иы]в [иы]вши [иы]вшись', 'в вши вшись');
  var REFLEXIVE = endings('ся сь');
  var ADJECTIVE = endings('[иыое]е [иы]ми [еиыо]й [еиыо]м [ео]го [ео]му [иы]х [уюое]ю ая яя');
  var PARTICIPLE = endings('[иы]вш ующ', 'ем нн вш ющ щ');
  var VERB = endings(
    '[иы]л[аио]? ен[аоы]? [еу]й [еу]йте ите [иы]м ят у[ею]т [иы]т [иы]ть ишь ую ю',
    'л[аио]? н[аоы]? нно ете йте й ем [ею]т ть ешь'
  );
  var NOUN = endings('а [ео]в [иь]?е и?ями ами [еи]?и и?ей ой ий й и?ям и?ем ам ом о у ах и?ях ы ь [иь]?ю [иь]?я');
  var DERIVATION = endings('ость?');

  apologue.stemmer('ru', function (form) {
    var word = form.replace(/ё/g, 'е');
    var rv = length(BEFORE_RV);
    var r2 = length(BEFORE_R2);

    function length(before) {
      var found = before.exec(word);
      return found ? found[0].length : word.length;
    }

    // Cuts off an ending that lies in RV, and says whether there was one. All endings do, and so does what they stand after.
    function cut(ending) {
      var rest = word.slice(rv);
      var shorter = rest.replace(ending, '$1');
      word = word.slice(0, rv) + shorter;
      return shorter !== rest;
    }

    if (!cut(GERUND)) {
      cut(REFLEXIVE);
      if (cut(ADJECTIVE)) cut(PARTICIPLE);
      else if (!cut(VERB)) cut(NOUN);
    }
    cut(/()и$/);
    word = word.slice(0, r2) + word.slice(r2).replace(DERIVATION, '');
    if (!cut(/()ь$/)) {
      cut(/()ейше?$/);
      cut(/(н)н$/);
    }
    return word;
  });
})();
