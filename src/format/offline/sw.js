// Keeps copies of the site for reading offline, and serves them when the network does not.
//
// A copy is a list of files, each with its hash. Files are kept under address and hash, and one entry says which hashes are the copy: so a
// new build replaces an old one in one step, and what is read offline never comes from two of them.
(function () {
  'use strict';

  var scope = self.registration.scope;
  // All sites of a server share one store.
  var name = 'apologue:' + scope;
  var book = scope + '?apologue-copies';
  var AT_ONCE = 6;
  // A network that takes longer than this is none, where there is a copy.
  var PATIENCE = 4000;
  // How often it is asked whether there is a new build.
  var OFTEN = 60000;
  var copies = null;
  var asked = 0;
  // Changes of the store come one after the other.
  var queue = Promise.resolve();

  self.addEventListener('install', function () {
    self.skipWaiting();
  });

  self.addEventListener('activate', function (event) {
    event.waitUntil(self.clients.claim());
  });

  self.addEventListener('fetch', function (event) {
    var request = event.request;
    if (request.method !== 'GET' || request.url.indexOf(scope) !== 0) return;
    event.respondWith(answer(request));
  });

  self.addEventListener('message', function (event) {
    var port = event.ports[0];
    var wanted = event.data || {};
    var work;
    if (wanted.apologue === 'list') work = read().then(told);
    else if (wanted.apologue === 'keep') work = next(function () { return keep(String(wanted.list), tell); });
    else if (wanted.apologue === 'forget') work = next(function () { return forget(String(wanted.list)); });
    else if (wanted.apologue === 'refresh') work = next(refresh);
    else return;
    event.waitUntil(work.then(function () {
      return read().then(told);
    }).then(function (kept) {
      tell({ kept: kept });
    }, function (error) {
      tell({ failed: error && error.name === 'QuotaExceededError' ? 'space' : 'network' });
    }));

    function tell(what) {
      if (port) port.postMessage(what);
    }
  });

  function next(work) {
    queue = queue.then(work, work);
    return queue;
  }

  // ── The store ──

  // What is kept: by the address of its list, the hash of the list and those of its files.
  function read() {
    if (copies) return Promise.resolve(copies);
    return caches.open(name).then(function (cache) {
      return cache.match(book);
    }).then(function (response) {
      return response ? response.json() : {};
    }).then(function (found) {
      copies = found;
      return found;
    });
  }

  function told(found) {
    var kept = {};
    Object.keys(found).forEach(function (list) {
      kept[list] = found[list].hash;
    });
    return kept;
  }

  function write(cache, changed) {
    return cache.put(book, new Response(JSON.stringify(changed), { headers: { 'Content-Type': 'application/json' } })).then(function () {
      copies = changed;
      return sweep(cache, changed);
    });
  }

  // Removes what no copy needs any more.
  function sweep(cache, kept) {
    var needed = {};
    needed[book] = true;
    Object.keys(kept).forEach(function (list) {
      kept[list].files.forEach(function (file) {
        needed[place(file)] = true;
      });
    });
    return cache.keys().then(function (requests) {
      return Promise.all(requests.map(function (request) {
        return needed[request.url] ? null : cache.delete(request);
      }));
    });
  }

  function url(address) {
    return scope + address.split('/').map(encodeURIComponent).join('/');
  }

  // Where a file of a list is kept.
  function place(file) {
    return url(file[0]) + '?apologue-' + encodeURIComponent(file[2]);
  }

  // ── Keeping ──

  function load(list) {
    return fetch(url(list), { cache: 'no-store' }).then(function (response) {
      if (response.status === 404 || response.status === 410) return null;
      if (!response.ok) throw new Error(String(response.status));
      return response.json();
    });
  }

  function keep(list, tell) {
    return load(list).then(function (wanted) {
      if (!wanted) throw new Error('no list');
      return Promise.all([caches.open(name), read()]).then(function (both) {
        var changed = Object.assign({}, both[1]);
        return fill(both[0], wanted, tell).then(function () {
          changed[list] = { hash: wanted.hash, files: wanted.files };
          return write(both[0], changed);
        });
      });
    });
  }

  // Fetches what is not there yet, a few files at a time. What was fetched stays when the rest fails, and need not be fetched again.
  function fill(cache, wanted, tell) {
    var files = wanted.files;
    var at = 0;
    var done = 0;

    function one() {
      if (at >= files.length) return Promise.resolve();
      var file = files[at];
      at += 1;
      return cache.match(place(file)).then(function (there) {
        return there ? null : bring(cache, file);
      }).then(function () {
        done += file[1];
        tell({ done: done, of: wanted.bytes });
        return one();
      });
    }

    var lanes = [];
    for (var lane = 0; lane < AT_ONCE; lane += 1) lanes.push(one());
    return Promise.all(lanes);
  }

  function bring(cache, file) {
    return fetch(url(file[0]), { cache: 'no-cache' }).then(function (response) {
      if (!response.ok) throw new Error(String(response.status));
      return response.blob().then(function (body) {
        // A server in the middle of an update may have another file than its list says.
        if (body.size !== file[1]) file[2] = doubtful(file[2]);
        // Made anew: a response that was redirected cannot answer for a page.
        var headers = {};
        ['Content-Type', 'Content-Security-Policy', 'X-Content-Type-Options', 'Referrer-Policy'].forEach(function (header) {
          var value = response.headers.get(header);
          if (value) headers[header] = value;
        });
        return cache.put(place(file), new Response(body, { headers: headers }));
      });
    });
  }

  // Such a file is fetched once more at the next visit; if it is as before, the server always changes what it sends.
  function doubtful(hash) {
    var seen = copies && Object.keys(copies).some(function (list) {
      return copies[list].files.some(function (file) {
        return file[2] === '~' + hash;
      });
    });
    return seen ? hash : '~' + hash;
  }

  function forget(list) {
    return Promise.all([caches.open(name), read()]).then(function (both) {
      var changed = Object.assign({}, both[1]);
      delete changed[list];
      return Object.keys(changed).length ? write(both[0], changed) : leave();
    });
  }

  function leave() {
    copies = {};
    return caches.delete(name);
  }

  // Looks for a new build, and takes it over when all its files are there.
  function refresh() {
    if (Date.now() - asked < OFTEN) return Promise.resolve();
    asked = Date.now();
    return bringUpToDate().catch(function (error) {
      // Without a network nothing was learnt.
      asked = 0;
      throw error;
    });
  }

  function bringUpToDate() {
    return read().then(function (kept) {
      var lists = Object.keys(kept);
      return Promise.all(lists.map(load)).then(function (found) {
        var changed = {};
        var work = caches.open(name);
        var differs = false;
        lists.forEach(function (list, index) {
          var wanted = found[index];
          differs = differs || !wanted || wanted.hash !== kept[list].hash || isDoubtful(kept[list]);
          if (!wanted) return;
          work = work.then(function (cache) {
            return fill(cache, wanted, function () {}).then(function () {
              changed[list] = { hash: wanted.hash, files: wanted.files };
              return cache;
            });
          });
        });
        if (!differs) return null;
        return work.then(function (cache) {
          if (Object.keys(changed).length) return write(cache, changed);
          // The site offers none of this any more.
          return leave().then(function () {
            return self.registration.unregister();
          });
        });
      });
    });
  }

  function isDoubtful(copy) {
    return copy.files.some(function (file) {
      return file[2].charAt(0) === '~';
    });
  }

  // ── Serving ──

  function answer(request) {
    var address = addressOf(request.url);
    return read().then(function (kept) {
      return find(kept, address);
    }, function () {
      return null;
    }).then(function (file) {
      if (!file) {
        return fetch(request).catch(function (error) {
          return elsewhere(request, address, error);
        });
      }
      // What has a hash in its name never changes.
      if (address.indexOf('assets/') === 0) {
        return stored(file).then(function (response) {
          return response || fetch(request);
        });
      }
      return soon(fetch(request)).catch(function (error) {
        return stored(file).then(function (response) {
          if (response) return response;
          throw error;
        });
      });
    });
  }

  function addressOf(link) {
    var path = link.slice(scope.length).split(/[?#]/)[0];
    try {
      path = decodeURIComponent(path);
    } catch (error) {
      // It names nothing of ours.
    }
    return path === '' || path.charAt(path.length - 1) === '/' ? path + 'index.html' : path;
  }

  function find(kept, address) {
    var found = null;
    Object.keys(kept).forEach(function (list) {
      if (!found) {
        found = kept[list].files.find(function (file) {
          return file[0] === address;
        }) || null;
      }
    });
    return found;
  }

  function any(kept, pattern) {
    var found = null;
    Object.keys(kept).forEach(function (list) {
      kept[list].files.forEach(function (file) {
        if (!found && pattern.test(file[0])) found = file[0];
      });
    });
    return found;
  }

  function stored(file) {
    return caches.open(name).then(function (cache) {
      return cache.match(place(file));
    });
  }

  function soon(response) {
    return new Promise(function (resolve, reject) {
      setTimeout(reject, PATIENCE, new Error('slow'));
      response.then(resolve, reject);
    });
  }

  // A page that was not kept: the page about copies says so.
  function elsewhere(request, address, error) {
    if (request.mode !== 'navigate') throw error;
    return read().then(function (kept) {
      var own = address.split('/')[0] + '/offline.html';
      // Of another language there may be a copy.
      var page = find(kept, own) ? own : any(kept, /^[^/]+\/offline\.html$/);
      if (!page || page === address) throw error;
      return Response.redirect(url(page) + '#_missing', 302);
    });
  }
})();
