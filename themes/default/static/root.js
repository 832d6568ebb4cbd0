// Leads from the list of languages to the one that the reader chose before, else to the first that the browser asks for.
(function () {
  'use strict';

  var key = 'apologue:' + document.body.dataset.site + ':language';
  var wanted = Array.prototype.slice.call(navigator.languages || [navigator.language || '']);
  try {
    var chosen = JSON.parse(localStorage.getItem(key));
    if (chosen) wanted.unshift(chosen);
  } catch (error) {
    // Storage can be closed, most of all for files.
  }

  var links = {};
  Array.prototype.forEach.call(document.querySelectorAll('a[data-language]'), function (link) {
    links[link.dataset.language.toLowerCase()] = link;
    link.addEventListener('click', function () {
      try {
        localStorage.setItem(key, JSON.stringify(link.dataset.language));
      } catch (error) {
        // As above.
      }
    });
  });

  // `es-MX` is served by `es-MX`, else by `es`, else by any other Spanish.
  function find(tag) {
    var base = tag.split('-')[0];
    var other = Object.keys(links).filter(function (one) {
      return one.split('-')[0] === base;
    })[0];
    return links[tag] || links[base] || links[other];
  }

  // The list itself can be had with any `#` at the end of the address.
  if (location.hash) return;
  for (var i = 0; i < wanted.length; i++) {
    var link = find(String(wanted[i]).toLowerCase());
    if (link) {
      location.replace(link.href);
      return;
    }
  }
})();
