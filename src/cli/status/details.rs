//! Single texts: every edition, what happened to it, and what its source says that it does not say yet.

use super::{Wanted, standing};
use crate::cli::words::Words;
use crate::config::State;
use crate::document::units::UnitKind;
use crate::translation::compare::{self, Wording};
use crate::translation::{Change, Edition, Work};

pub(super) fn say(wanted: &Wanted, words: &Words, coloured: bool) -> String {
    wanted.works.iter().map(|work| one(work, wanted, words, coloured)).collect::<Vec<_>>().join("\n")
}

fn one(work: &Work, wanted: &Wanted, words: &Words, coloured: bool) -> String {
    let mut out = format!("{}: {}\n", work.id, wanted.title(work));
    for language in &wanted.languages {
        let name = words.language_names(&[*language]).concat();
        match work.editions.get(language) {
            Some(edition) => {
                out.push_str(&format!("\n{language} ({name}): {}\n", standing(edition, words)));
                out.push_str(&format!("  {}\n", wanted.path(edition)));
                facts(edition, wanted, words, &mut out);
                for one in &edition.changes {
                    change(one, edition, wanted, words, coloured, &mut out);
                }
            }
            None if work.missing.contains(language) => {
                out.push_str(&format!("\n{language} ({name}): {}\n", words.say("standing-missing", &[])));
            }
            None => {}
        }
    }
    out
}

fn facts(edition: &Edition, wanted: &Wanted, words: &Words, out: &mut String) {
    if let Some((from, _)) = edition.source {
        let name = words.language_names(&[from]).concat();
        out.push_str(&format!("  {}\n", words.say("status-from", &[("name", (&name).into())])));
    }
    for state in [State::Machine, State::Unreviewed, State::Overdue] {
        let said_already = state == State::Unreviewed && edition.is_raw_machine();
        if edition.is(state, wanted.today) && !said_already {
            out.push_str(&format!("  {}\n", words.say(&format!("state-{}", state.as_str()), &[])));
        }
    }
    for event in &edition.history {
        let date = event.on.map(|date| words.locale().date(date)).unwrap_or_default();
        let did = words.say(&format!("event-{}", event.did), &[]);
        let people = [(&event.by, "event-by"), (&event.reviewed_by, "event-reviewed-by"), (&event.tool, "event-tool")];
        let people = people.into_iter().filter_map(|(name, id)| Some(words.say(id, &[("name", name.as_ref()?.into())])));
        let parts: Vec<String> = [date, did].into_iter().filter(|part| !part.is_empty()).chain(people).collect();
        out.push_str(&format!("  {}\n", parts.join(", ")));
    }
}

fn change(change: &Change, edition: &Edition, wanted: &Wanted, words: &Words, coloured: bool, out: &mut String) {
    let unit = words.say(&format!("unit-{}", change.unit.as_str()), &[]);
    let said = words.say("status-change", &[("kind", change.kind.as_str().into()), ("unit", (&unit).into())]);
    let place = change.new.as_ref().zip(edition.source).map(|(new, (_, source))| {
        let place = wanted.survey.documents[source].text.place(new.at);
        format!(" ({}:{})", place.path, place.line)
    });
    out.push_str(&format!("  * {said}{}\n", place.unwrap_or_default()));
    out.push_str(&beside(change, words, coloured));
}

/// The old wording below each other with the new, and what the block was if it has become something else.
pub(in crate::cli) fn beside(change: &Change, words: &Words, coloured: bool) -> String {
    let mut out = String::new();
    let (old, new) = compare::wordings(change);
    for (sign, wording) in [("-", old), ("+", new)] {
        if !wording.is_empty() {
            out.push_str(&format!("      {sign} {}\n", marked(&wording, coloured).replace('\n', "\n        ")));
        }
    }
    if let Some((was, within)) = &change.was {
        let (was, is) = (shape(*was, within, words), shape(change.unit, &change.within, words));
        out.push_str(&format!("      {}\n", words.say("status-reshaped", &[("was", (&was).into()), ("is", (&is).into())])));
    }
    out
}

/// `heading of level 2`, `answer of a quiz: right`, `paragraph, in a quotation`.
fn shape(kind: UnitKind, within: &[&str], words: &Words) -> String {
    let name = match kind {
        UnitKind::Task { done } if within.contains(&"quiz") => words.say("po-answer", &[("right", if done { "yes" } else { "no" }.into())]),
        UnitKind::Task { done } => words.say("shape-task", &[("done", if done { "yes" } else { "no" }.into())]),
        UnitKind::Heading(level) => words.say("po-kind-heading", &[("level", usize::from(level).into())]),
        kind => words.say(&format!("unit-{}", kind.as_str()), &[]),
    };
    let inside = within.iter().rev().find(|name| !matches!(**name, "list" | "item"));
    let inside = inside.filter(|_| !matches!(kind, UnitKind::Task { .. } | UnitKind::Question));
    let inside = inside.map(|name| words.say("po-inside", &[("name", (*name).into())])).filter(|inside| !inside.is_empty());
    std::iter::once(name).chain(inside).collect::<Vec<_>>().join(", ")
}

/// The words that differ, in reverse on a terminal, else in brackets.
fn marked(wording: &[Wording], coloured: bool) -> String {
    let mark = |part: &Wording| {
        let bare = part.text.trim_end();
        let space = &part.text[bare.len()..];
        let clean: String = bare.chars().filter(|c| !c.is_control() || *c == '\n').collect();
        match (part.differs, coloured) {
            (false, _) => clean + space,
            (true, true) => format!("\u{1b}[7m{clean}\u{1b}[0m{space}"),
            (true, false) => format!("[{clean}]{space}"),
        }
    };
    wording.iter().map(mark).collect()
}
