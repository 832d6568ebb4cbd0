//! Pictures of points under `content/`, as far as a look at their first bytes tells.

use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::picture::{self, MOST_PIXELS};
use crate::base::text::Place;
use crate::source::Binary;

/// Reports what is no picture although its name says so, and what is larger than any page needs.
pub fn check(file: &Binary) -> Option<Diagnostic> {
    let at = |code| Diagnostic::new(code).at(Place::file(file.path.clone()));
    match file.picture {
        None if picture::is_known(file.path.extension()) => Some(at(Code::InvalidPicture)),
        Some(picture) if picture.is_huge() => {
            Some(at(Code::PictureTooLarge).arg("width", picture.width).arg("height", picture.height).arg("limit", MOST_PIXELS / 1_000_000))
        }
        _ => None,
    }
}
