//! Floor 7: the preview server. It shows the site as `build` would write it, and what is wrong with it over the pages.
//!
//! ```text
//!  disk ─watch→ hints ─[Workspace::refresh]→ Pages, problems ─→ Stage ─events→ open pages (live.js)
//!                                                                 ↑
//!                                browser ─request→ guard → server ┘ renders what is asked for, and keeps it in a bounded cache
//! ```
//!
//! Two threads stand behind it. One waits for changes and lets the [`Workspace`] make a new site of them; the other speaks HTTP, and hands
//! everything that takes time to helpers. Between them is the stage: the site that is shown now, and the pages that are open in browsers.
//!
//! What a request may ask for is decided by the site's own map of addresses: there is no way from an address to a file of the disk. Who may
//! ask is decided by the guard: see `guard`.
#![allow(clippy::disallowed_methods, reason = "the server measures time and reads the files that it serves")]

mod address;
mod body;
mod cache;
mod editor;
mod file;
mod guard;
mod inject;
mod kept;
mod passage;
mod problems;
mod server;
mod stage;
mod watch;

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use crate::base::diagnostic::Diagnostic;
use crate::base::hash::Hash;
use crate::base::language::Language;
use crate::base::path::{Address, SitePath};
use crate::format;
pub use editor::Editor;
use guard::Guard;
use problems::Voice;
use stage::Stage;
use watch::Watch;

/// A whole site, ready to be asked for its pages: it never changes, and threads share it.
pub trait Pages: Send + Sync {
    /// One output; `None` if the site has none at this address.
    fn render(&self, address: &Address) -> Option<Result<format::Content, Box<Diagnostic>>>;

    /// What differs exactly when the output would. `None` if the site has none at this address.
    fn key(&self, address: &Address) -> Option<Hash>;

    /// What the page is made from, if it is one file.
    fn origin(&self, address: &Address) -> Option<Origin>;

    /// The theme's stylesheets: their names, and the addresses that change with what they say.
    fn styles(&self) -> BTreeMap<String, Address>;
}

/// Where in the sources a page comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The file.
    pub path: SitePath,
    /// The line that its text begins at, from 1.
    pub line: u32,
}

/// What stands behind the pages: it keeps the sources in memory, and makes a new site when they have changed.
pub trait Workspace: Send {
    /// Looks at the sources again.
    fn refresh(&mut self, hint: &Hint) -> Refreshed;
}

/// What may have changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hint {
    /// These files: written, new, gone, or merely touched. Nothing else is known to have changed.
    Files(BTreeSet<SitePath>),
    /// Anything.
    Everything,
}

/// What a look at the sources came to.
pub struct Refreshed {
    /// The new site; `None` if nothing has changed, or if errors stand in the way: then the last good one stays.
    pub pages: Option<Arc<dyn Pages>>,
    /// Everything that is wrong now.
    pub problems: Vec<Diagnostic>,
}

/// What is served, and how.
pub struct Setup {
    /// The site's folder.
    pub root: PathBuf,
    /// Where to listen: see [`bind`].
    pub listener: TcpListener,
    /// The host as the user named it, which requests may name as well.
    pub host: String,
    /// What opens a source at a line.
    pub editor: Option<Editor>,
    /// The language of whoever writes the site.
    pub language: Language,
}

/// Is told what happens.
pub trait Observer: Send {
    /// The sources were looked at, and something is new.
    fn refreshed(&mut self, news: &News);

    /// Changes are not reported by the system, so that they are looked for from time to time.
    fn polling(&mut self, reason: &str);
}

/// What is new.
pub struct News<'a> {
    /// Whether there is a new site.
    pub changed: bool,
    /// Everything that is wrong now.
    pub problems: &'a [Diagnostic],
    /// Whether that is something else than before.
    pub problems_changed: bool,
    /// How many open pages were told to show something new.
    pub told: usize,
    /// How long that took, once the burst of changes was over.
    pub time: Duration,
}

/// The server while it runs.
pub struct Server {
    address: SocketAddr,
    host: String,
    running: server::Running,
}

/// So many ports after the wished one are tried before any free one will do.
const NEIGHBOURS: u16 = 20;

/// Takes the wished port, or one near it that is free.
///
/// # Errors
/// The host is none of this machine, or the port is not for everybody.
pub fn bind(host: &str, port: u16) -> io::Result<TcpListener> {
    let wished = TcpListener::bind((host, port));
    let taken = |error: &io::Error| error.kind() == io::ErrorKind::AddrInUse;
    if !wished.as_ref().is_err_and(taken) {
        return wished;
    }
    let near = (1..=NEIGHBOURS).filter_map(|step| port.checked_add(step));
    near.chain([0]).find_map(|port| TcpListener::bind((host, port)).ok()).map_or(wished, Ok)
}

/// Reads the site, and serves it from then on.
///
/// # Errors
/// The system refuses a thread, or what the network needs.
pub fn start(setup: Setup, mut workspace: Box<dyn Workspace>, mut observer: Box<dyn Observer>) -> io::Result<Server> {
    let address = setup.listener.local_addr()?;
    let root = std::fs::canonicalize(&setup.root)?;
    let guard = Guard::new(&setup.host, address.ip())?;
    let voice = Voice::new(setup.language, setup.editor, root.clone());
    let stage = Arc::new(Stage::new(voice, guard.token().clone()));
    // Watching begins before reading, so that no change falls between the two.
    let watch = watching(&root, &mut *observer);
    refresh(&mut *workspace, &Hint::Everything, &stage, &mut *observer, Instant::now());
    let running = server::start(setup.listener, stage.clone(), guard)?;
    thread::Builder::new().name("watch".to_owned()).spawn(move || tend(watch, &root, workspace, &stage, observer))?;
    Ok(Server { address, host: setup.host, running })
}

impl Server {
    /// The port that was found.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// The address of the site, for a browser on this machine.
    pub fn url(&self) -> String {
        let ip = self.address.ip();
        // Everywhere is no place that a browser could go to.
        let host = if ip.is_unspecified() {
            if ip.is_ipv6() { "[::1]".to_owned() } else { "127.0.0.1".to_owned() }
        } else {
            guard::bracketed(&self.host)
        };
        format!("http://{host}:{}/", self.address.port())
    }

    /// Ends it.
    pub fn stop(self) {
        self.running.stop();
    }
}

/// After a burst of changes everything is looked at once more, in case the system lost one of its reports.
const AFTERWARDS: Duration = Duration::from_millis(500);
/// And from time to time, for file systems that report nothing, such as network drives: so often, and never for more than a hundredth of
/// the time.
const HEARTBEAT: Duration = Duration::from_secs(5);
const SHARE: u32 = 100;
/// Where nothing is reported at all.
const POLLING: Duration = Duration::from_secs(1);

fn watching(root: &Path, observer: &mut dyn Observer) -> Option<Watch> {
    Watch::start(root).inspect_err(|error| observer.polling(&error.to_string())).ok()
}

/// Waits for changes, for ever.
fn tend(mut watch: Option<Watch>, root: &Path, mut workspace: Box<dyn Workspace>, stage: &Stage, mut observer: Box<dyn Observer>) {
    let mut patience = AFTERWARDS;
    loop {
        let hint = match &mut watch {
            Some(watch) => watch.wait(patience),
            None => {
                thread::sleep(patience);
                None
            }
        };
        let start = Instant::now();
        if let Some(Err(error)) = watch.as_mut().map(|watch| watch.renew(root)) {
            observer.polling(&error.to_string());
            watch = None;
        }
        let is_new = refresh(&mut *workspace, hint.as_ref().unwrap_or(&Hint::Everything), stage, &mut *observer, start);
        let share = start.elapsed() * SHARE;
        patience = match (&hint, &watch) {
            (Some(_), _) => AFTERWARDS,
            (None, None) => POLLING.max(share / 10),
            (None, Some(_)) if is_new => {
                // Of this nothing was reported: perhaps what is watched is no longer what stands there.
                watch = watching(root, &mut *observer);
                AFTERWARDS
            }
            (None, Some(_)) => HEARTBEAT.max(share),
        };
    }
}

/// Looks again, and says whether there was anything new.
fn refresh(workspace: &mut dyn Workspace, hint: &Hint, stage: &Stage, observer: &mut dyn Observer, start: Instant) -> bool {
    let refreshed = workspace.refresh(hint);
    let changed = refreshed.pages.is_some();
    let shown = stage.show(refreshed);
    let is_new = changed || shown.problems_changed;
    if is_new {
        let news =
            News { changed, problems: &shown.problems, problems_changed: shown.problems_changed, told: shown.told, time: start.elapsed() };
        observer.refreshed(&news);
    }
    is_new
}
