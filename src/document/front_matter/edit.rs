//! Front matter changed in place.

use super::split::split;
use crate::base::text::Text;
use crate::base::yaml::{self, Edit, Refusal, Why};

/// Edits a file's front matter and hands back the whole text; a file without any is given some. See [`yaml::edit`].
///
/// # Errors
/// An edit cannot be made without the risk of changing something else.
pub fn edit(text: &Text, edits: &[Edit<'_>]) -> Result<String, Refusal> {
    let parts = split(text);
    if let Some(problem) = parts.problem {
        return Err(Refusal { place: problem.place.unwrap_or_else(|| text.whole()), why: Why::Unreadable });
    }
    match parts.front_matter {
        Some(range) => yaml::edit(text, range, edits),
        None if edits.is_empty() => Ok(text.text.to_string()),
        None => {
            let newline = if text.text.contains("\r\n") { "\r\n" } else { "\n" };
            let opening = format!("---{newline}");
            let start = opening.len();
            yaml::edit(&Text::new(text.path.clone(), format!("{opening}{opening}{}", text.text)), start..start, edits)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::path::SitePath;
    use crate::base::yaml::{Step, Value};

    fn edited(source: &str) -> Result<String, Why> {
        let edits = [Edit::Set(vec![Step::Key("title")], Value::text("T"))];
        edit(&Text::new(SitePath::new("a.md"), source), &edits).map_err(|refusal| refusal.why)
    }

    #[test]
    fn the_body_stays_as_it_is() {
        for (source, expected) in [
            ("---\ntitle: A # a\n---\ntitle: B\n", "---\ntitle: T # a\n---\ntitle: B\n"),
            ("---\r\nsummary: A\r\n...\r\nB", "---\r\nsummary: A\r\ntitle: T\r\n...\r\nB"),
            ("---\n---\nB", "---\ntitle: T\n---\nB"),
            ("\n\n---\ntitle: A\n---\n", "\n\n---\ntitle: T\n---\n"),
            ("B\n", "---\ntitle: T\n---\nB\n"),
            ("B\r\n", "---\r\ntitle: T\r\n---\r\nB\r\n"),
            ("", "---\ntitle: T\n---\n"),
            ("\n---\n\nB\n", "---\ntitle: T\n---\n\n---\n\nB\n"),
        ] {
            assert_eq!(edited(source).as_deref(), Ok(expected), "{source:?}");
        }
    }

    #[test]
    fn front_matter_that_cannot_be_read_is_left_to_its_author() {
        for source in ["---\ntitle: A\n", "---\ntitle: a: b\n---\n", "---\ntitle: A\ntitle: B\n---\n"] {
            assert_eq!(edited(source), Err(Why::Unreadable), "{source:?}");
        }
    }
}
