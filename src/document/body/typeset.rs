//! Typography of a paragraph across its markup.

use super::tok::{Element, Tok};
use crate::base::language::Language;
use crate::document::typography::{OPAQUE, apply, edits};

/// Sets the texts of a paragraph. Parts in another language are set by their own rules, and count as one letter for what is around them.
pub(super) fn typeset(toks: &mut [Tok], language: Language) {
    let mut whole = Run::new(language);
    whole.text.reserve(toks.iter().map(length).sum());
    let mut runs = vec![whole];
    // For each open element: whether it began a run.
    let mut elements: Vec<bool> = Vec::new();
    for at in 0..toks.len() {
        let Some(run) = runs.last_mut() else { return };
        match &toks[at] {
            Tok::Text { text, literal, .. } => {
                run.literal.extend(literal.iter().map(|place| place + run.text.len()));
                run.toks.push((at, run.text.len()));
                run.text.push_str(text);
            }
            Tok::Soft => {
                run.toks.push((at, run.text.len()));
                run.text.push(' ');
            }
            Tok::Hard | Tok::Void(_) => run.text.push('\n'),
            Tok::Verbatim(_) | Tok::Code(_) | Tok::Image(_) => run.text.push(OPAQUE),
            // A note's number follows its word, and what follows it sees the word.
            Tok::Footnote { .. } | Tok::Pieces(_) => {}
            Tok::Open(element) => {
                if matches!(element, Element::Link(link) if link.bare) {
                    run.text.push(OPAQUE);
                }
                let foreign = foreign(element).filter(|foreign| *foreign != run.language);
                if let Some(foreign) = foreign {
                    run.text.push(OPAQUE);
                    runs.push(Run::new(foreign));
                }
                elements.push(foreign.is_some());
            }
            Tok::Close => {
                if elements.pop() == Some(true)
                    && let Some(run) = runs.pop()
                {
                    run.set(toks);
                }
            }
        }
    }
    for run in runs {
        run.set(toks);
    }
}

/// Of text, or of the space at a line's end.
fn length(tok: &Tok) -> usize {
    match tok {
        Tok::Text { text, .. } => text.len(),
        _ => 1,
    }
}

fn foreign(element: &Element) -> Option<Language> {
    match element {
        Element::Part { language, .. } | Element::Html { language, .. } => *language,
        _ => None,
    }
}

/// The text of one language in a paragraph.
struct Run {
    language: Language,
    text: String,
    literal: Vec<usize>,
    /// The toks that it consists of, and where each begins.
    toks: Vec<(usize, usize)>,
}

impl Run {
    fn new(language: Language) -> Run {
        Run { language, text: String::new(), literal: Vec::new(), toks: Vec::new() }
    }

    fn set(self, toks: &mut [Tok]) {
        let mut edits = edits(&self.text, &self.literal, self.language).into_iter().peekable();
        for (tok, start) in self.toks {
            let length = length(&toks[tok]);
            let mut own = Vec::new();
            // An edit across the border of two toks, such as dots around a tag, is left out.
            while let Some(mut edit) =
                edits.next_if(|edit| edit.at.start < start + length || edit.at.is_empty() && edit.at.end <= start + length)
            {
                if edit.at.start >= start && edit.at.end <= start + length {
                    edit.at = edit.at.start - start..edit.at.end - start;
                    own.push(edit);
                }
            }
            if own.is_empty() {
                continue;
            }
            let (text, at) = match &toks[tok] {
                Tok::Text { text, at, .. } => (apply(text, &own), *at),
                // A line's end begins where the next line's words are found soon.
                _ => (apply(" ", &own), if let Some(Tok::Text { at, .. }) = toks.get(tok + 1) { *at } else { 0 }),
            };
            toks[tok] = Tok::Text { text, literal: Vec::new(), at };
        }
    }
}
