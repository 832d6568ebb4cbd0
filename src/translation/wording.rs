//! Corrections of a text that change nothing in what it means to a translator.

use super::compare::{self, ChangeKind};
use crate::base::text::{Span, Text};
use crate::document::units;

/// A kept text with corrections carried over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reworded {
    /// What it says now.
    pub text: String,
    /// How many units were corrected.
    pub count: usize,
}

/// Carries what changed between two versions of a text over to a kept one that may be older than both: a unit that says in it what it said
/// in the first says what it says in the second. All else that the kept text lacks, it goes on to lack. A kept text that lacks nothing else
/// becomes the second itself. `meant` says of a place in the second text whether its change is meant.
pub fn carry(first: &Text, second: &Text, kept: &Text, meant: &dyn Fn(Span) -> bool) -> Reworded {
    let (before, after, held) = (units::of(first), units::of(second), units::of(kept));
    let changed: Vec<(usize, usize)> = compare::align(&before, &after)
        .into_iter()
        .filter(|pair| pair.change == Some(ChangeKind::Changed))
        .filter_map(|pair| Some((pair.old?, pair.new?)))
        .filter(|(_, new)| meant(after.list[*new].at))
        .collect();
    let mut edits = Vec::new();
    for pair in compare::align(&before, &held) {
        let (Some(old), Some(at), None) = (pair.old, pair.new, pair.change) else { continue };
        if let Some((_, new)) = changed.iter().find(|(one, _)| *one == old) {
            edits.push((held.list[at].at.range(), &second.text[after.list[*new].at.range()]));
        }
    }
    let mut text = kept.text.to_string();
    for (range, words) in edits.iter().rev() {
        text.replace_range(range.clone(), words);
    }
    let same = compare::changes(&Text::new(kept.path.clone(), text.as_str()), second).is_empty();
    Reworded { text: if same { second.text.to_string() } else { text }, count: edits.len() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::path::SitePath;

    fn text(text: &str) -> Text {
        Text::new(SitePath::new("content/a.ru.md"), text)
    }

    const FIRST: &str = "---\ntitle: Серьги\n---\nПервый абзацъ.\n\n- пункт\n";

    #[test]
    fn a_correction_is_carried_into_a_text_that_lacks_more_than_that() {
        let second = FIRST.replace("абзацъ", "абзац");
        let kept = FIRST.replace("- пункт\n", "");
        let carried = carry(&text(FIRST), &text(&second), &text(&kept), &|_| true);
        assert_eq!((carried.text.as_str(), carried.count), (kept.replace("абзацъ", "абзац").as_str(), 1));
    }

    #[test]
    fn a_text_that_lacks_nothing_else_becomes_the_new_one() {
        let second = FIRST.replace("абзацъ", "абзац").replace("- пункт", "* пункт");
        let carried = carry(&text(FIRST), &text(&second), &text(FIRST), &|_| true);
        assert_eq!((carried.text.as_str(), carried.count), (second.as_str(), 1));
    }

    #[test]
    fn what_the_kept_text_said_otherwise_is_left_alone() {
        let kept = FIRST.replace("Первый абзацъ", "Другие слова");
        let carried = carry(&text(FIRST), &text(&FIRST.replace("абзацъ", "абзац")), &text(&kept), &|_| true);
        assert_eq!((carried.text.as_str(), carried.count), (kept.as_str(), 0));
    }
}
