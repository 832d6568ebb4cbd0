// Subtitles on pages that were opened as files: browsers load none from there, so their text comes as scripts beside them.
(function () {
  'use strict';

  var apologue = window.apologue;
  var waiting = {};

  // The browser's own tracks would stay empty: each gives way to one that is filled here.
  Array.prototype.forEach.call(document.querySelectorAll('video > track'), function (element) {
    var video = element.parentNode;
    var track = video.addTextTrack('captions', element.label, element.srclang);
    track.mode = element.default ? 'showing' : 'hidden';
    var address = new URL(element.getAttribute('src'), document.baseURI).href;
    element.remove();
    var name = decodeURIComponent(address.split('/').pop());
    (waiting[name] = waiting[name] || []).push(track);
    var script = document.createElement('script');
    script.src = apologue.url(address + '.js');
    document.head.append(script);
  });

  apologue.subtitles = function (name, text) {
    var tracks = waiting[name] || [];
    delete waiting[name];
    text.replace(/\r\n?/g, '\n').trim().split(/\n\n+/).forEach(function (block) {
      var found = /(?:^|\n)(\S+)[ \t]+-->[ \t]+(\S+).*\n([^]+)/.exec(block);
      if (!found) return;
      tracks.forEach(function (track) {
        track.addCue(new VTTCue(seconds(found[1]), seconds(found[2]), found[3]));
      });
    });
  };

  // `01:02:03.500` or `02:03.500`
  function seconds(time) {
    return time.split(':').reduce(function (sum, part) {
      return sum * 60 + (parseFloat(part.replace(',', '.')) || 0);
    }, 0);
  }
})();
