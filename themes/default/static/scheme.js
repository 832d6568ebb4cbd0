// The reader's choice of light or dark, before anything is painted. Without one the page follows the system.
(function () {
  'use strict';
  try {
    var scheme = localStorage.getItem('apologue:scheme');
    if (scheme === 'light' || scheme === 'dark') document.documentElement.dataset.scheme = scheme;
  } catch (error) {
    // Storage can be closed, most of all for files.
  }
})();
