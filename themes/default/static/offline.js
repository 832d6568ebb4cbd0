// The page on which readers choose what to keep. What is kept, and how, is the worker's matter (sw.js at the site's root).
(function () {
  'use strict';

  var site = window.apologue;
  if (!site || !site.keeps) return;
  var language = document.documentElement.lang;
  var copies = Array.prototype.slice.call(document.querySelectorAll('.copy'));
  // A worker that was stopped in the middle is asked to go on.
  var STALLED = 30000;

  document.querySelector('[data-offline-needs]').hidden = true;
  document.querySelector('[data-offline-copies]').hidden = false;

  // How much there is of each: asked for once a language.
  var indexes = {};
  copies.forEach(function (copy) {
    copy.addEventListener('click', function (event) {
      var button = event.target.closest('button');
      if (button) (button.dataset.do === 'keep' ? keep : forget)(copy);
    });
    // Without a network there is nothing to fetch, but something may be kept.
    if (navigator.onLine === false) return;
    var index = copy.dataset.index;
    indexes[index] = indexes[index] || fetch(index, { cache: 'no-cache' }).then(function (response) {
      if (!response.ok) throw new Error(String(response.status));
      return response.json();
    });
    indexes[index].then(function (found) {
      var own = found.copies.find(function (one) {
        return one.list === copy.dataset.list;
      });
      if (!own) return;
      part(copy, '[data-size]').textContent = size(own.bytes);
      part(copy, '[data-count] span').textContent = new Intl.NumberFormat(language).format(own.files);
      part(copy, '[data-count]').hidden = false;
      copy.dataset.available = '';
      show(copy, null);
    }, function () {
      // As above.
    });
  });

  ask({ apologue: 'list' }).then(mark, function () {
    // No worker yet: nothing is kept.
  });

  function part(copy, selector) {
    return copy.querySelector(selector);
  }

  function size(bytes) {
    var is_small = bytes < 1e6;
    var style = { style: 'unit', unit: is_small ? 'kilobyte' : 'megabyte', maximumFractionDigits: is_small ? 0 : 1 };
    return new Intl.NumberFormat(language, style).format(bytes / (is_small ? 1e3 : 1e6));
  }

  // What holds of a copy: one of the words that stand in it, or nothing.
  function show(copy, state) {
    var is_kept = copy.dataset.kept !== undefined;
    var is_busy = copy.getAttribute('aria-busy') === 'true';
    Array.prototype.forEach.call(copy.querySelectorAll('[data-state]'), function (word) {
      word.hidden = word.dataset.state !== (state || (is_kept && !is_busy ? 'kept' : ''));
    });
    part(copy, 'progress').hidden = !is_busy;
    part(copy, '[data-do="keep"]').hidden = is_kept || is_busy || copy.dataset.available === undefined;
    part(copy, '[data-do="forget"]').hidden = !is_kept || is_busy;
  }

  function mark(kept) {
    copies.forEach(function (copy) {
      if (copy.dataset.list in kept) copy.dataset.kept = '';
      else delete copy.dataset.kept;
      show(copy, null);
    });
  }

  function busy(copy, is_busy) {
    copy.setAttribute('aria-busy', String(is_busy));
    part(copy, 'progress').value = 0;
    show(copy, null);
  }

  function keep(copy) {
    busy(copy, true);
    // So that a browser that is short of room asks before it throws a copy away.
    if (navigator.storage && navigator.storage.persist) navigator.storage.persist();
    navigator.serviceWorker.register(site.url('sw.js'), { scope: site.root, updateViaCache: 'none' }).then(function () {
      return ask({ apologue: 'keep', list: copy.dataset.list }, function (progress) {
        part(copy, 'progress').value = progress.of ? progress.done / progress.of : 1;
      });
    }).then(function (kept) {
      busy(copy, false);
      mark(kept);
      part(copy, '[data-do="forget"]').focus();
    }, function (failed) {
      busy(copy, false);
      show(copy, failed === 'space' ? 'space' : 'network');
      part(copy, '[data-do="keep"]').focus();
    });
  }

  function forget(copy) {
    ask({ apologue: 'forget', list: copy.dataset.list }).then(function (kept) {
      mark(kept);
      var again = part(copy, '[data-do="keep"]');
      if (!again.hidden) again.focus();
      if (Object.keys(kept).length) return;
      navigator.serviceWorker.getRegistration(site.root).then(function (registration) {
        if (registration) registration.unregister();
      });
    });
  }

  // Asks the worker for something, and waits for what it has to say last.
  function ask(what, tell) {
    return navigator.serviceWorker.getRegistration(site.root).then(function (registration) {
      if (!registration || registration.scope !== site.root) throw 'none';
      return active(registration);
    }).then(function (worker) {
      return new Promise(function (resolve, reject) {
        var timer;
        post();

        function post() {
          var channel = new MessageChannel();
          channel.port1.onmessage = function (event) {
            wait();
            if (event.data.kept) end(resolve, event.data.kept);
            else if (event.data.failed) end(reject, event.data.failed);
            else if (tell) tell(event.data);
          };
          worker.postMessage(what, [channel.port2]);
          wait();
        }

        function wait() {
          clearTimeout(timer);
          timer = setTimeout(post, STALLED);
        }

        function end(how, value) {
          clearTimeout(timer);
          how(value);
        }
      });
    });
  }

  function active(registration) {
    if (registration.active) return registration.active;
    var worker = registration.installing || registration.waiting;
    return new Promise(function (resolve, reject) {
      worker.addEventListener('statechange', function () {
        if (worker.state === 'activated') resolve(worker);
        if (worker.state === 'redundant') reject('network');
      });
    });
  }
})();
