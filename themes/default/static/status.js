// The filters of the page about the state of all texts. Without a script all texts are shown.
(function () {
  'use strict';

  var form = document.querySelector('.filters');
  if (!form) return;
  var rows = Array.prototype.slice.call(document.querySelectorAll('.matrix tbody tr'));
  var said = form.querySelector('output');

  function chosen(name) {
    return form.querySelector('[data-filter="' + name + '"]').value;
  }

  // A text is shown if one of its cells is in the wanted state and language.
  function show() {
    var state = chosen('state');
    var language = chosen('language');
    var kind = chosen('kind');
    var count = 0;
    rows.forEach(function (row) {
      var cells = Array.prototype.filter.call(row.cells, function (cell) {
        if (!cell.dataset.language || (language && cell.dataset.language !== language)) return false;
        return !state || cell.dataset.states.split(' ').indexOf(state) >= 0;
      });
      row.hidden = (kind && row.dataset.kind !== kind) || cells.length === 0;
      if (!row.hidden) count += 1;
    });
    said.textContent = count === 0 ? said.dataset.none : count + ' / ' + rows.length;
  }

  form.hidden = false;
  form.addEventListener('change', show);
  form.addEventListener('submit', function (event) {
    event.preventDefault();
  });
  show();
})();
