//! What is shown now: the last good site, what is wrong, and the pages that are open in browsers.
//!
//! A page knows by its *tag* what it shows. It says so when it opens its stream of events, so that nothing is missed between loading and
//! listening, nor while it was away.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use hyper::body::Bytes;
use serde_json::{Value, json};
use tokio::sync::mpsc::{self, Receiver, Sender};

use super::address::{self, Found};
use super::cache::Cache;
use super::guard::Token;
use super::problems::Voice;
use super::{Origin, Pages, Refreshed, inject, passage};
use crate::base::diagnostic::Diagnostic;
use crate::base::hash::{Hash, Hasher};
use crate::base::path::{Address, encode};
use crate::format::Content;
use crate::source;

/// Rendered pages that are kept.
const CACHE: usize = 64 * 1024 * 1024;
/// Events that wait for a page. One that reads none of them any more is let go, and finds out what is new when it comes back.
const WAITING: usize = 32;

/// Shared by everything that answers.
pub(super) struct Stage {
    /// Locked before the scene where both are: whoever comes in sees either the old scene and is told of the new one, or the new one.
    open: Mutex<OpenPages>,
    scene: Mutex<Arc<Scene>>,
    cache: Mutex<Cache>,
    voice: Voice,
    token: Token,
}

/// One state of the site.
#[derive(Default)]
struct Scene {
    /// `None` before there was a good one.
    pages: Option<Arc<dyn Pages>>,
    problems: Arc<Vec<Diagnostic>>,
}

#[derive(Default)]
struct OpenPages {
    pages: BTreeMap<u64, OpenPage>,
    next: u64,
}

/// A page in a browser.
struct OpenPage {
    /// Its path, decoded.
    path: String,
    /// What it shows.
    tag: Hash,
    /// Whether it says that there is no such page.
    is_missing: bool,
    /// Whether it was told that its page is gone.
    is_gone: bool,
    /// Whether the browser runs on this machine.
    is_here: bool,
    /// What it was told last of what is wrong.
    problems: Option<Hash>,
    sender: Sender<Bytes>,
}

/// What a request is answered with.
pub(super) enum Answer {
    /// The page stands there: a link from the root.
    Elsewhere(String),
    /// An output. `tag` differs exactly when it does.
    Output { address: Address, is_missing: bool, tag: Hash, content: Ready },
    /// There is none that could be shown, and this page says so.
    Substitute { is_missing: bool, page: Bytes },
}

/// An output that was made.
pub(super) enum Ready {
    Bytes(Bytes),
    File(PathBuf),
}

/// What came of asking for an output.
enum Made {
    Ready(Ready),
    /// It cannot be made; what it was before, if that is known.
    Failed(Box<Diagnostic>, Option<Bytes>),
}

/// What was shown.
pub(super) struct Shown {
    pub problems: Arc<Vec<Diagnostic>>,
    pub problems_changed: bool,
    /// Pages that were told to show something else.
    pub told: usize,
}

/// Who opens a page.
pub(super) struct Visit<'a> {
    /// The path as the browser names it.
    pub path: &'a str,
    /// What it shows.
    pub tag: &'a str,
    pub is_missing: bool,
    pub is_here: bool,
}

impl Stage {
    pub(super) fn new(voice: Voice, token: Token) -> Stage {
        Stage { open: Mutex::default(), scene: Mutex::default(), cache: Mutex::new(Cache::new(CACHE)), voice, token }
    }

    /// Shows what a look at the sources came to, and tells the open pages what that means for them.
    pub(super) fn show(&self, refreshed: Refreshed) -> Shown {
        let mut open = lock(&self.open);
        let old = self.scene();
        let problems_changed = *old.problems != refreshed.problems;
        let is_new = refreshed.pages.is_some();
        let new = Arc::new(Scene {
            pages: refreshed.pages.or_else(|| old.pages.clone()),
            problems: if problems_changed { Arc::new(refreshed.problems) } else { old.problems.clone() },
        });
        *lock(&self.scene) = new.clone();
        let mut told = 0;
        if is_new || problems_changed {
            open.pages.retain(|_, page| {
                let events = self.events(page, &new, Some(&old));
                told += usize::from(events.iter().any(|event| event.name != "problems"));
                // A page that is full of unread events, or gone, has nobody in it.
                events.into_iter().all(|event| page.sender.try_send(event.bytes()).is_ok())
            });
        }
        Shown { problems: new.problems.clone(), problems_changed, told }
    }

    /// Opens a page: it is told at once what is new since it was loaded, and from then on what changes. `None` for what is no path.
    pub(super) fn enter(&self, visit: &Visit) -> Option<(u64, Receiver<Bytes>)> {
        let path = address::decode(visit.path)?;
        let (sender, receiver) = mpsc::channel(WAITING);
        let tag = visit.tag.parse().unwrap_or_else(|_| Hash::of(b""));
        let mut page = OpenPage { path, tag, is_missing: visit.is_missing, is_gone: false, is_here: visit.is_here, problems: None, sender };
        let mut open = lock(&self.open);
        let scene = self.scene();
        let origin = self.origin_in(&scene, &page.path).map(|origin| self.voice.origin(&origin, page.is_here));
        let hello = Event { name: "hello", data: json!({ "words": self.voice.words(), "source": origin }) };
        let events = [hello].into_iter().chain(self.events(&mut page, &scene, None));
        if events.into_iter().all(|event| page.sender.try_send(event.bytes()).is_ok()) {
            let id = open.next;
            open.next += 1;
            open.pages.insert(id, page);
            return Some((id, receiver));
        }
        None
    }

    /// The page is closed.
    pub(super) fn leave(&self, id: u64) {
        lock(&self.open).pages.remove(&id);
    }

    /// What the scene means for a page that is open.
    fn events(&self, page: &mut OpenPage, new: &Scene, old: Option<&Scene>) -> Vec<Event> {
        let mut events = Vec::new();
        let mut failure = None;
        if let Some(pages) = new.pages.as_deref() {
            let found = address::find(pages, &page.path);
            let tag = address::tag(Some(pages), Some(&found));
            if let Found::Output(address) = &found
                && let Some(Made::Failed(problem, _)) = self.make(pages, address)
            {
                failure = Some(problem);
            }
            if tag == page.tag {
                if std::mem::take(&mut page.is_gone) {
                    events.push(Event { name: "back", data: json!({}) });
                }
            } else if failure.is_some() {
                // It stays as it was until it can be made.
            } else if matches!(found, Found::Missing(_)) && !page.is_missing && page.tag != address::tag(None, None) {
                if !std::mem::replace(&mut page.is_gone, true) {
                    events.push(Event { name: "gone", data: json!({}) });
                }
            } else if let Some(swaps) = self.swaps(page, &found, old, pages) {
                page.tag = tag;
                events.push(Event { name: "styles", data: json!({ "swaps": swaps, "tag": tag }) });
            } else {
                events.push(Event { name: "reload", data: json!({}) });
            }
        }
        let problems: Vec<&Diagnostic> = new.problems.iter().chain(failure.as_deref()).collect();
        let told = self.voice.problems(&problems, new.pages.is_none(), page.is_here);
        let fingerprint = Hash::of(told.to_string().as_bytes());
        if page.problems.replace(fingerprint) != Some(fingerprint) {
            events.push(Event { name: "problems", data: told });
        }
        events
    }

    /// The stylesheets to exchange in an open page, if they are all that has changed in it.
    fn swaps(&self, page: &OpenPage, found: &Found, old: Option<&Scene>, new: &dyn Pages) -> Option<Vec<[Address; 2]>> {
        let old = old?.pages.as_deref()?;
        let Found::Output(address) = found else { return None };
        let was_shown = Found::Output(address.clone());
        if address::tag(Some(old), Some(&was_shown)) != page.tag {
            return None;
        }
        let (before, after) = (old.styles(), new.styles());
        let swaps: Vec<[Address; 2]> =
            before.into_iter().filter_map(|(name, old)| Some([old, after.get(&name)?.clone()])).filter(|[old, new]| old != new).collect();
        if swaps.is_empty() {
            return None;
        }
        // The old one first: it may still be kept, and making the new one takes its place.
        let text = |pages: &dyn Pages| match pages.render(address)? {
            Ok(Content::Bytes(bytes)) => String::from_utf8(bytes).ok(),
            _ => None,
        };
        let (before, after) = (text(old)?, text(new)?);
        let expected = swaps.iter().fold(before, |text, [old, new]| text.replace(&encode(old), &encode(new)));
        (expected == after).then_some(swaps)
    }

    /// Answers a request for a decoded path. Takes as long as rendering does.
    pub(super) fn answer(&self, path: &str) -> Answer {
        let scene = self.scene();
        let Some(pages) = scene.pages.as_deref() else {
            let problems: Vec<&Diagnostic> = scene.problems.iter().collect();
            return self.substitute("overlay-nothing-yet", &problems, address::tag(None, None), false);
        };
        let found = address::find(pages, path);
        let tag = address::tag(Some(pages), Some(&found));
        let (address, is_missing) = match found {
            Found::Folder(address) => {
                let folder = address.strip_suffix("index.html").unwrap_or(&address);
                return Answer::Elsewhere(format!("/{}", encode(folder)));
            }
            Found::Output(address) => (address, false),
            Found::Missing(Some(address)) => (address, true),
            Found::Missing(None) => return self.substitute("overlay-not-found", &[], tag, true),
        };
        match self.make(pages, &address) {
            Some(Made::Ready(content)) => Answer::Output { address, is_missing, tag, content },
            Some(Made::Failed(_, Some(bytes))) => Answer::Output { address, is_missing, tag, content: Ready::Bytes(bytes) },
            Some(Made::Failed(problem, None)) => self.substitute("overlay-not-made", &[&problem], tag, is_missing),
            None => self.substitute("overlay-not-found", &[], tag, true),
        }
    }

    fn substitute(&self, title: &str, problems: &[&Diagnostic], tag: Hash, is_missing: bool) -> Answer {
        let plain = self.voice.plain(problems);
        Answer::Substitute {
            is_missing,
            page: inject::substitute(&self.voice, &self.voice.say(title, &[]), &plain, &self.token, tag, is_missing),
        }
    }

    /// An output, from the cache or freshly made.
    fn make(&self, pages: &dyn Pages, address: &Address) -> Option<Made> {
        let key = pages.key(address)?;
        if let Some(bytes) = lock(&self.cache).get(address, key) {
            return Some(Made::Ready(Ready::Bytes(bytes)));
        }
        Some(match pages.render(address)? {
            Ok(Content::Bytes(bytes)) => {
                let bytes = Bytes::from(bytes);
                lock(&self.cache).keep(address, key, bytes.clone());
                Made::Ready(Ready::Bytes(bytes))
            }
            Ok(Content::File(path)) => Made::Ready(Ready::File(path)),
            Err(problem) => Made::Failed(problem, lock(&self.cache).last(address)),
        })
    }

    /// Where a passage of a page comes from, for whoever writes it. `None` for pages that are made of many things.
    pub(super) fn origin(&self, path: &str, text: &str, is_here: bool) -> Option<Value> {
        let path = address::decode(path)?;
        let mut origin = self.origin_in(&self.scene(), &path)?;
        if let Ok(bytes) = source::bytes(self.voice.root(), &origin.path) {
            origin.line = passage::line(&String::from_utf8_lossy(&bytes), origin.line, text).unwrap_or(origin.line);
        }
        Some(self.voice.origin(&origin, is_here))
    }

    fn origin_in(&self, scene: &Scene, path: &str) -> Option<Origin> {
        let pages = scene.pages.as_deref()?;
        match address::find(pages, path) {
            Found::Output(address) => pages.origin(&address),
            _ => None,
        }
    }

    /// The page with what makes it live.
    pub(super) fn live(&self, page: &Bytes, tag: Hash, is_missing: bool) -> Bytes {
        inject::with_script(page, &self.token, tag, is_missing)
    }

    /// What a browser may keep an output by. Pages hold the token: to another server's they are others.
    pub(super) fn etag(&self, tag: Hash) -> String {
        format!("\"{}\"", Hasher::default().add(tag.to_string().as_bytes()).add(self.token.as_str().as_bytes()).finish())
    }

    fn scene(&self) -> Arc<Scene> {
        lock(&self.scene).clone()
    }
}

/// What is behind a lock stays sound whatever happens: every change is one assignment, or one of a cache.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Something that an open page is told.
#[derive(Debug)]
struct Event {
    name: &'static str,
    data: Value,
}

impl Event {
    /// As <https://html.spec.whatwg.org/multipage/server-sent-events.html> has it. JSON has no line ends of its own.
    fn bytes(&self) -> Bytes {
        format!("event: {}\ndata: {}\n\n", self.name, self.data).into()
    }
}

#[cfg(test)]
pub(super) mod tests;
