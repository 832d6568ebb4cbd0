//! Words put into a text at the places of its units, and nowhere else; new blocks with the marks that they have in the source.

use std::collections::BTreeMap;
use std::ops::Range;

use super::bitext::Version;
use crate::base::path::SitePath;
use crate::base::text::Text;
use crate::document::front_matter;
use crate::document::units::{self, Unit, UnitKind};

/// A new block, or several in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Insert {
    /// What it takes the place of: nothing, or space.
    pub at: Range<usize>,
    /// With its marks.
    pub text: String,
    /// The number of the unit that it comes before.
    pub before: usize,
    /// What it is made of: units of the source, by number, and their words.
    pub units: Vec<(usize, String)>,
}

/// The text with other words for some of its units, and with new ones.
pub fn compose(base: &Version, edits: &BTreeMap<usize, String>, inserts: &[Insert]) -> String {
    let text = &*base.text.text;
    let mut splices: Vec<(Range<usize>, String)> = Vec::with_capacity(edits.len() + inserts.len());
    for (&at, words) in edits {
        if let Some(unit) = base.unit(at) {
            splices.push((unit.at.range(), written(base, unit, words)));
        }
    }
    splices.extend(inserts.iter().map(|insert| (insert.at.clone(), insert.text.clone())));
    splices.sort_by_key(|(range, _)| (range.start, range.end));
    let mut out = String::with_capacity(text.len() + 256);
    let mut done = 0;
    for (range, new) in splices {
        // Places of units never overlap; should two do so, the later one waits for a person.
        let Some(kept) = text.get(done..range.start) else { continue };
        out.push_str(kept);
        out.push_str(&new);
        done = range.end;
    }
    out.push_str(text.get(done..).unwrap_or_default());
    out
}

/// A unit's words as they stand in the file: further lines get the marks of what they stand in, a value without quotes gets some.
fn written(base: &Version, unit: &Unit, words: &str) -> String {
    let text = &*base.text.text;
    let start = unit.at.range().start;
    if matches!(unit.kind, UnitKind::Attribute(_)) {
        return valued(unit, text.get(..start).unwrap_or_default(), words);
    }
    if !words.contains('\n') {
        return words.to_owned();
    }
    let line = text.get(..start).map_or("", |before| &before[before.rfind('\n').map_or(0, |at| at + 1)..]);
    words.replace('\n', &format!("{}{}", line_end(text), continued(line)))
}

/// The words of a fence behind what stands before them: a value without quotes gets some. The title of a callout is no value.
fn valued(unit: &Unit, before: &str, words: &str) -> String {
    let plain = words.chars().all(|c| c.is_alphanumeric() || c == '-');
    if is_callout(unit) || plain || before.ends_with(['"', '\'']) { words.to_owned() } else { format!("\"{words}\"") }
}

/// Whether it is the title of a callout: the rest of its first line.
fn is_callout(unit: &Unit) -> bool {
    matches!(unit.kind, UnitKind::Attribute(_)) && unit.within.last() == Some(&"callout")
}

/// What stands before a further line of a block whose first line begins so.
fn continued(marks: &str) -> String {
    let marks: String = marks.chars().map(|c| if c == '>' || c.is_whitespace() { c } else { ' ' }).collect();
    marks.trim_end_matches(['\n', '\r']).to_owned()
}

fn line_end(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}

/// Whether words stay one block, seen alone, of the kind that this unit is of.
pub fn stands_alone(unit: &Unit, words: &str) -> bool {
    let kind = unit.kind;
    let indented = |marks: &str| format!("{marks}{}\n", words.replace('\n', &format!("\n{}", " ".repeat(marks.chars().count()))));
    let source = match kind {
        UnitKind::Title | UnitKind::Summary => return !words.contains('\n') && !words.is_empty(),
        UnitKind::Heading(level) => format!("{} {words}\n", "#".repeat(usize::from(level))),
        UnitKind::Paragraph | UnitKind::Question => format!("{words}\n"),
        UnitKind::Item => indented("- "),
        UnitKind::Task { done } => indented(if done { "- [x] " } else { "- [ ] " }),
        UnitKind::Term => format!("{words}\n: x\n"),
        UnitKind::Row => {
            let columns = columns(words);
            format!("| {words} |\n|{}\n", "---|".repeat(columns))
        }
        UnitKind::Attribute(_) if is_callout(unit) => format!("> [!note] {words}\n> x\n"),
        UnitKind::Attribute(name) => format!(":::quote{{{name}=\"{words}\"}}\nx\n:::\n"),
        UnitKind::Code | UnitKind::Html => return false,
    };
    // Before front matter a first line of dashes would be something else than in a text.
    let text = Text::new(SitePath::new("alone.md"), format!("\n\n{source}"));
    let found = units::of(&text).list;
    let expected = if kind == UnitKind::Question { UnitKind::Paragraph } else { kind };
    let mut found = found.iter().filter(|unit| !matches!(kind, UnitKind::Attribute(_) | UnitKind::Term) || unit.kind == expected);
    let one = found.next().is_some_and(|unit| unit.kind == expected && units::words(&text, unit) == words);
    one && found.next().is_none()
}

/// The columns of a row without the bars at its ends.
pub fn columns(row: &str) -> usize {
    let mut escaped = false;
    let bars = row.chars().filter(|&c| {
        let bar = c == '|' && !escaped;
        escaped = c == '\\' && !escaped;
        bar
    });
    bars.count() + 1
}

/// Where a run of new blocks goes, and what is written there.
pub struct Run<'a> {
    /// The text with the new blocks.
    pub source: &'a Version,
    /// The text that lacks them.
    pub base: &'a Version,
    /// The new units in their order, by their numbers in the source, with their words; `None` for those that stay away.
    pub units: Vec<(usize, Option<String>)>,
    /// The last unit of the base before them.
    pub after: Option<usize>,
    /// The first unit of the base that renders what follows them.
    pub before: Option<usize>,
}

impl Run<'_> {
    /// `None` where the marks around do not tell how the block is to be put there.
    pub fn insert(&self) -> Option<Insert> {
        let mut text = String::new();
        let mut first_gap = None;
        let mut last = None;
        let mut taken = Vec::new();
        for (at, words) in &self.units {
            let gap = self.source_gap(*at)?;
            match words {
                Some(words) => {
                    let marks = &gap[gap.rfind('\n').map_or(0, |at| at + 1)..];
                    let words_there = match self.source.unit(*at).filter(|unit| matches!(unit.kind, UnitKind::Attribute(_))) {
                        Some(unit) => valued(unit, gap, words),
                        None => words.replace('\n', &format!("\n{}", continued(marks))),
                    };
                    match first_gap {
                        None => first_gap = Some(gap),
                        Some(_) => text.push_str(gap),
                    }
                    text.push_str(&words_there);
                    taken.push((*at, words.clone()));
                    last = Some(*at);
                }
                // Without what it holds a fenced block cannot be opened or closed.
                None if gap.contains(":::") => return None,
                None => {}
            }
        }
        let (first_gap, last) = (first_gap?, last?);
        let end = self.source.unit(last)?.at.range().end;
        // What stays away does not part the new block from what follows, if no marks do.
        let mut behind_it = last;
        for (at, _) in self.units.iter().filter(|(at, _)| *at > last) {
            if !marks(self.source_gap(*at)?).is_empty() {
                break;
            }
            behind_it = *at;
        }
        let end = self.source.unit(behind_it).map_or(end, |unit| unit.at.range().end);
        let next = self.source.unit(behind_it + 1).map_or(self.source.text.text.len(), |unit| unit.at.range().start);
        let last_gap = self.source.text.text.get(end..next)?;

        let base = &*self.base.text.text;
        let body = body_start(self.base);
        let ends = |at: Option<usize>| at.and_then(|at| self.base.unit(at)).map_or(body, |unit| unit.at.range().end.max(body));
        let starts = |at: usize| self.base.unit(at).map_or(base.len(), |unit| unit.at.range().start);
        let following = self.after.map_or_else(|| first_of_body(self.base), |after| after + 1);
        let after = ends(self.after)..starts(following);
        let behind = base.get(after.clone())?;
        let insert = |at: Range<usize>, text: String, before: usize| Some(Insert { at, text, before, units: taken.clone() });
        if self.after.is_some_and(|at| ends(Some(at)) > body) && marks(last_gap) == marks(behind) {
            return insert(after.start..after.start, format!("{first_gap}{text}"), following);
        }
        if let Some(before) = self.before {
            let place = starts(before);
            let previous = ends(before.checked_sub(1)).min(place);
            if marks(first_gap) == marks(base.get(previous..place)?) {
                return insert(place..place, format!("{text}{last_gap}"), before);
            }
        }
        let last_of_all = self.before.is_none() && following >= self.base.units.list.len();
        if behind.trim().is_empty() || last_of_all && marks(first_gap) == marks(behind) {
            return insert(after, format!("{first_gap}{text}{last_gap}"), following);
        }
        // Between two that are alike, another one like them follows the first, whatever comes behind.
        let first = taken.first()?.0;
        let (previous, here) = (self.source.unit(first.checked_sub(1)?)?, self.base.unit(self.after?)?);
        let alike = |unit: &Unit| unit.is_like(previous) && unit.facilitator == previous.facilitator;
        if alike(here) && taken.iter().all(|(at, _)| self.source.unit(*at).is_some_and(alike)) && after.start > body {
            return insert(after.start..after.start, format!("{first_gap}{text}"), following);
        }
        None
    }

    /// What stands before a unit of the source, back to the unit before.
    fn source_gap(&self, at: usize) -> Option<&str> {
        let body = body_start(self.source);
        let start = at.checked_sub(1).and_then(|at| self.source.unit(at)).map_or(body, |unit| unit.at.range().end.max(body));
        self.source.text.text.get(start..self.source.unit(at)?.at.range().start)
    }
}

fn body_start(version: &Version) -> usize {
    front_matter::split(&version.text).body.start
}

/// The number of the first unit that does not stand in the front matter.
fn first_of_body(version: &Version) -> usize {
    let stated = |unit: &&Unit| matches!(unit.kind, UnitKind::Title | UnitKind::Summary);
    version.units.list.iter().take_while(stated).count()
}

/// What stands between two blocks, without space; numbers of items are all the same.
fn marks(gap: &str) -> String {
    let mut out = String::new();
    for c in gap.chars().filter(|c| !c.is_whitespace()) {
        match c {
            c if c.is_ascii_digit() && out.ends_with('#') => {}
            c if c.is_ascii_digit() => out.push('#'),
            '*' | '+' => out.push('-'),
            c => out.push(c),
        }
    }
    out
}
