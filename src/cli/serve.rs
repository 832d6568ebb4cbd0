//! `apologue serve`
#![allow(clippy::disallowed_methods, reason = "the command line knows the environment")]

use std::io::ErrorKind;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, mpsc};

use super::args::ServeArgs;
use super::build::known_audiences;
use super::report::{self, Reporter};
use super::terminal::{self, Stream};
use super::words::Words;
use super::{Exit, Failure, site};
use crate::base::language::Language;
use crate::pipeline::{Settings, Workspace};
use crate::serve::{self, Editor, News, Observer, Setup};

/// Shows the site, until Ctrl-C.
pub(super) fn run(args: &ServeArgs, words: &Words) -> Result<Exit, Failure> {
    let root = site::find(args.source.as_deref())?;
    known_audiences(&args.shown.audiences, &root, words)?;
    let (stop, stopped) = mpsc::channel();
    let is_serving = Arc::new(AtomicBool::new(false));
    let serves = is_serving.clone();
    let _ = ctrlc::set_handler(move || {
        let _ = stop.send(());
        if !serves.load(Ordering::Relaxed) {
            #[allow(
                clippy::disallowed_methods,
                reason = "reading a large site takes its time, and nothing is there yet to be cleared away"
            )]
            std::process::exit(Exit::Done as i32);
        }
    });
    // As addresses write it, or as numbers are written.
    let host = args.host.trim_start_matches('[').trim_end_matches(']').to_owned();
    let listener = serve::bind(&host, args.port).map_err(|error| match error.kind() {
        ErrorKind::PermissionDenied => {
            Failure::Usage(words.error(&words.say("serve-port-refused", &[("port", (&args.port.to_string()).into())])))
        }
        _ => Failure::Usage(
            words.error(&words.say("serve-host-refused", &[("host", (&args.host).into()), ("reason", (&error.to_string()).into())])),
        ),
    })?;
    let settings = Settings { today: site::today(None), base_path: Some("/".to_owned()), ..args.shown.settings() };
    let setup = Setup { root: root.clone(), listener, host, editor: editor(args), language: words.language() };
    let server = serve::start(
        setup,
        Box::new(Workspace::new(&root, settings)),
        Box::new(Narrator { language: words.language(), has_begun: false }),
    )?;
    is_serving.store(true, Ordering::Relaxed);
    let port = server.port();
    if args.port != 0 && port != args.port {
        let ports = [args.port, port].map(|port| port.to_string());
        terminal::note(&format!("{}\n", words.say("serve-port-taken", &[("wanted", (&ports[0]).into()), ("port", (&ports[1]).into())])));
    }
    let url = server.url();
    terminal::note(&format!("{}\n", words.say("serve-ready", &[("url", (&url).into())])));
    if args.open && open::that_detached(&url).is_err() {
        terminal::note(&format!("{}\n", words.say("serve-not-opened", &[("url", (&url).into())])));
    }
    // The other end is dropped only if Ctrl-C cannot be listened for: then it ends the program at once, and until then this waits.
    while stopped.recv().is_err() {
        std::thread::park();
    }
    server.stop();
    terminal::note(&format!("{}\n", words.say("serve-ended", &[])));
    Ok(Exit::Done)
}

/// The stated one, else the one whose terminal this is, else the one that the environment names.
fn editor(args: &ServeArgs) -> Option<Editor> {
    if let Some(stated) = &args.editor {
        return stated.0.clone();
    }
    let variable = |name| std::env::var(name).unwrap_or_default();
    ["TERM_PROGRAM", "VISUAL", "EDITOR"].into_iter().find_map(|name| Editor::guess(&variable(name)))
}

/// Says on the terminal what happens.
struct Narrator {
    language: Language,
    /// Whether the site was read before: the first time nothing has changed yet.
    has_begun: bool,
}

impl Observer for Narrator {
    fn refreshed(&mut self, news: &News) {
        let words = Words::new(self.language);
        let mut said = String::new();
        if news.problems_changed {
            said.push_str(&Reporter::text(&words, Stream::Err).all(news.problems));
            said.push_str(&match report::count(news.problems, &words) {
                Some(count) => words.say("problems-found", &[("problems", (&count).into())]),
                None => words.say("serve-mended", &[]),
            });
            said.push('\n');
        }
        if news.changed && self.has_begun {
            let milliseconds = u64::try_from(news.time.as_millis()).unwrap_or(u64::MAX);
            let pages = words.say("serve-pages-told", &[("count", news.told.into())]);
            said.push_str(&words.say("serve-refreshed", &[("milliseconds", milliseconds.into()), ("pages", (&pages).into())]));
            said.push('\n');
        }
        self.has_begun = true;
        terminal::note(&said);
    }

    fn polling(&mut self, reason: &str) {
        let words = Words::new(self.language);
        terminal::note(&format!("{}\n", words.say("serve-polling", &[("reason", reason.into())])));
    }
}
