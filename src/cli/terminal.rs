//! Standard output and standard error.
#![allow(clippy::disallowed_methods, reason = "the command line knows the environment")]

use std::io::{self, ErrorKind, IsTerminal, Write};

use clap::builder::StyledStr;

/// One of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stream {
    /// Standard output.
    Out,
    /// Standard error.
    Err,
}

impl Stream {
    /// Whether a person looks at it.
    pub(super) fn is_terminal(self) -> bool {
        match self {
            Stream::Out => io::stdout().is_terminal(),
            Stream::Err => io::stderr().is_terminal(),
        }
    }

    /// Whether colours are wanted: see <https://no-color.org>.
    pub(super) fn is_coloured(self) -> bool {
        let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let dumb = std::env::var_os("TERM").is_some_and(|value| value == "dumb");
        self.is_terminal() && !refused && !dumb
    }

    /// Writes to the stream.
    ///
    /// # Errors
    /// Standard output cannot be written. That a reader has gone, as `head` does, is no error.
    pub(super) fn write(self, text: &str) -> io::Result<()> {
        match self {
            Stream::Out => print(text),
            Stream::Err => {
                note(text);
                Ok(())
            }
        }
    }
}

/// Writes to standard output: see [`Stream::write`].
pub(super) fn print(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error),
        _ => Ok(()),
    }
}

/// Writes to standard error. If that fails, there is nobody left to tell.
pub(super) fn note(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// With colours where they are wanted.
pub(super) fn styled(text: &StyledStr, stream: Stream) -> String {
    if stream.is_coloured() { text.ansi().to_string() } else { text.to_string() }
}
