// Leads from the list of languages to the one that the reader chose before, else to the first that the browser asks for.
(function () {
  'use strict';

  // The list itself can be had with any `#` at the end of the address.
  if (location.hash) return;

  var links = {};
  document.querySelectorAll('a[data-language]').forEach(function (link) {
    links[link.dataset.language.toLowerCase()] = link;
  });

  var wanted = Array.prototype.slice.call(navigator.languages || [navigator.language || '']);
  try {
    var chosen = localStorage.getItem('apologue:' + document.body.dataset.site + ':language');
    if (chosen) wanted.unshift(chosen);
  } catch (error) {
    // Storage can be closed, most of all for files.
  }

  for (var i = 0; i < wanted.length; i++) {
    // `es-MX` is served by `es-MX`, else by `es`, else by any other Spanish.
    var tag = String(wanted[i]).toLowerCase();
    var base = tag.split('-')[0];
    var other = Object.keys(links).find(function (one) {
      return one.split('-')[0] === base;
    });
    var link = links[tag] || links[base] || links[other];
    if (link) {
      location.replace(link.href);
      return;
    }
  }
})();
