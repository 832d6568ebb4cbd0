//! A bar on standard error, for work that takes its time while somebody is watching.

use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::terminal::Stream;
use super::words::Words;

/// Before that nothing is shown: most builds are done.
const DELAY: Duration = Duration::from_millis(500);

/// How far the work is. Dropping it takes the bar away.
pub(super) struct Progress {
    bar: ProgressBar,
    /// Hangs up when the work is done, so that a bar which was not shown yet never is.
    _done: Option<Sender<()>>,
    rendering: String,
}

impl Progress {
    /// Starts with reading, of which nobody knows how long it takes.
    pub(super) fn new(words: &Words) -> Progress {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        bar.set_style(style("{spinner} {msg}"));
        bar.set_message(words.say("progress-reading", &[]));
        let done = Stream::Err.is_terminal().then(|| show_later(bar.clone()));
        Progress { bar, _done: done, rendering: words.say("progress-rendering", &[]) }
    }

    /// So many outputs are to come.
    pub(super) fn expect(&self, outputs: usize) {
        self.bar.set_style(style("{msg} {bar:30} {human_pos}/{human_len}"));
        self.bar.set_message(self.rendering.clone());
        self.bar.set_length(outputs as u64);
    }

    /// One of them has come.
    pub(super) fn step(&self) {
        self.bar.inc(1);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_spinner())
}

fn show_later(bar: ProgressBar) -> Sender<()> {
    let (done, waiting) = mpsc::channel();
    thread::spawn(move || {
        if waiting.recv_timeout(DELAY) == Err(RecvTimeoutError::Timeout) && !bar.is_finished() {
            bar.set_draw_target(ProgressDrawTarget::stderr());
            bar.enable_steady_tick(Duration::from_millis(100));
        }
    });
    done
}
