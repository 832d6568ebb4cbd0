//! Ctrl-C. A build stops between two outputs, so that whatever it has staged is cleared away; a second Ctrl-C ends the program at once,
//! and the next build clears up.

use std::io::ErrorKind;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::Exit;
use crate::output;

/// Whether the user wants the program to stop.
#[derive(Clone, Debug, Default)]
pub(super) struct Interrupt(Arc<AtomicBool>);

impl Interrupt {
    /// Listens from now on. Where that cannot be, Ctrl-C ends the program at once.
    pub(super) fn watch() -> Interrupt {
        let interrupt = Interrupt::default();
        let flag = interrupt.clone();
        let _ = ctrlc::set_handler(move || {
            if flag.0.swap(true, Ordering::Relaxed) {
                #[allow(clippy::disallowed_methods, reason = "the user has no more patience, and main is not asked")]
                std::process::exit(Exit::Interrupted as i32);
            }
        });
        interrupt
    }

    /// Whether Ctrl-C was pressed.
    pub(super) fn came(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    /// For the middle of the work: an error that leads out of it. Whoever gets it asks whether Ctrl-C [came](Interrupt::came).
    pub(super) fn check(&self) -> Result<(), output::Error> {
        match self.came() {
            true => Err(output::Error::Disk { path: PathBuf::new(), source: ErrorKind::Interrupted.into() }),
            false => Ok(()),
        }
    }
}
