//! What a translator is told about an entry, in the language of the source.

use super::bitext::{Bitext, Row, Version};
use crate::base::language::Language;
use crate::document::units;
use crate::document::units::{Unit, UnitKind};
use crate::strings::Arg;
use crate::strings::messages::Messages;

/// The languages that the program speaks: the same comments are written on every computer.
const SPOKEN: [&str; 4] = ["en", "es", "it", "ru"];

/// The words for comments in a language.
pub fn messages(language: Language) -> Messages {
    let base = language.base();
    Messages::new(if SPOKEN.contains(&base.as_str()) { base } else { Language::ENGLISH })
}

/// The comments on a row of a text with these [`sections`].
pub fn comments(bitext: &Bitext, row: &Row, sections: &[String], messages: &Messages) -> Vec<String> {
    let Some(unit) = bitext.source.unit(row.source.start) else { return Vec::new() };
    let say = |id: &str| messages.get(id, &[]).unwrap_or_default();
    let mut lines = vec![kind(unit, messages)];
    lines.extend(inside(unit, messages));
    if row.reshaped && !row.target.is_empty() && !bitext.has_followed(row) {
        let was = bitext.kept.as_ref().and_then(|kept| kept.unit(row.old.start));
        let was = was.map(|unit| std::iter::once(kind(unit, messages)).chain(inside(unit, messages)).collect::<Vec<_>>().join(", "));
        lines.extend(was.and_then(|was| messages.get("po-reshaped", &[("was", (&was).into())]).ok()));
    }
    let heading = matches!(unit.kind, UnitKind::Heading(_));
    if let Some(section) = unit.section.filter(|_| !heading).and_then(|number| sections.get(number)) {
        lines.push(messages.get("po-section", &[("section", section.into())]).unwrap_or_default());
    }
    if unit.facilitator {
        lines.push(say("po-facilitator"));
    }
    if row.source.len() > 1 {
        lines.push(say("po-several"));
    }
    let words = bitext.source.words(&row.source);
    if !unit.references.is_empty() || words.contains('`') || words.contains("[^") || super::check::block_id(&words).is_some() {
        lines.push(say("po-keep"));
    }
    if !super::check::placeholders(&words).is_empty() {
        lines.push(say("po-placeholders"));
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// `Paragraph`, `Answer of a quiz: right` …
fn kind(unit: &Unit, messages: &Messages) -> String {
    let say = |id: &str, args: &[(&str, Arg)]| messages.get(id, args).unwrap_or_else(|_| unit.kind.as_str().to_owned());
    match unit.kind {
        UnitKind::Task { done } if unit.within.contains(&"quiz") => say("po-answer", &[("right", if done { "yes" } else { "no" }.into())]),
        UnitKind::Heading(level) => say("po-kind-heading", &[("level", usize::from(level).into())]),
        UnitKind::Attribute(name) => say("po-kind-attribute", &[("name", name.into())]),
        kind => say(&format!("po-kind-{}", kind.as_str()), &[]),
    }
}

/// What else it stands in, where that is worth a word.
fn inside(unit: &Unit, messages: &Messages) -> Option<String> {
    let name = unit.within.iter().rev().find(|name| !matches!(**name, "list" | "item"))?;
    let says_so = matches!(unit.kind, UnitKind::Task { .. } | UnitKind::Question | UnitKind::Attribute(_));
    messages.get("po-inside", &[("name", (*name).into())]).ok().filter(|_| !says_so)
}

/// The words of a text's headings, by their numbers.
pub fn sections(version: &Version) -> Vec<String> {
    let headings = version.units.list.iter().filter(|unit| matches!(unit.kind, UnitKind::Heading(_)));
    headings.map(|heading| units::words(&version.text, heading)).collect()
}
