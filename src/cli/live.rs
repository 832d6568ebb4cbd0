//! The `pages.json` of a published site, from a file or from standard input.
#![allow(clippy::disallowed_methods, reason = "the command line reads the file that it is given")]

use std::fs::File;
use std::io::{self, Read};
use std::path::{MAIN_SEPARATOR, Path};

use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::path::SitePath;
use crate::base::text::{Place, Span, Text};
use crate::format::Live;

/// A site of a million pages has no more. Whatever is longer is something else.
const LARGEST: u64 = 512 * 1024 * 1024;

/// Reads it; `-` stands for standard input.
pub(super) fn read(path: &Path, root: &Path) -> Result<Live, Box<Diagnostic>> {
    let name = SitePath::new(path.strip_prefix(root).unwrap_or(path).to_string_lossy().replace(MAIN_SEPARATOR, "/"));
    let mut bytes = Vec::new();
    let read = match path.to_str() {
        Some("-") => io::stdin().lock().take(LARGEST + 1).read_to_end(&mut bytes),
        _ => File::open(path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes)),
    };
    let problem = |code| Diagnostic::new(code).at(Place::file(name.clone()));
    match read {
        Err(error) => return Err(Box::new(problem(Code::UnreadableFile).arg("reason", error))),
        Ok(length) if length as u64 > LARGEST => return Err(Box::new(problem(Code::InvalidPages).arg("reason", "foreign"))),
        Ok(_) => {}
    }
    if bytes.starts_with(b"\xEF\xBB\xBF") {
        bytes.drain(..3);
    }
    match String::from_utf8(bytes) {
        Ok(text) => Live::read(Text::new(name, text)),
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            let text = Text::new(name, String::from_utf8_lossy(error.as_bytes()).into_owned());
            Err(Box::new(Diagnostic::new(Code::NotUtf8).at(text.place(Span::new(valid..valid + 3)))))
        }
    }
}
