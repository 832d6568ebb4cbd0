//! The rules between a text and the one that it was made from, and those about its language.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use super::Side;
use super::languages::{self, Ear};
use super::numbers::{Number, Writing, differ};
use super::pairs::pairs;
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::language::Language;
use crate::base::text::Span;
use crate::document::meaning;
use crate::document::units::{Unit, UnitKind, Units};
use crate::document::{Document, Target};
use crate::graph::{Destination, Graph, Resolved};

/// More notes of one rule about one text would help nobody.
const MOST: usize = 20;

/// The first place where two sequences differ: what is there and what is here, by number. Of one that is longer, something stands alone.
fn first_difference<T: PartialEq>(theirs: &[T], ours: &[T]) -> Option<(Option<usize>, Option<usize>)> {
    let at = theirs.iter().zip(ours).take_while(|(a, b)| a == b).count();
    match (at < theirs.len(), at < ours.len()) {
        (false, false) => None,
        (true, _) if theirs.len() > ours.len() => Some((Some(at), None)),
        (_, true) if theirs.len() < ours.len() => Some((None, Some(at))),
        _ => Some((Some(at), Some(at))),
    }
}

/// `missing`, `added`, or something else at this place.
fn what(theirs: Option<usize>, ours: Option<usize>, other: &'static str) -> &'static str {
    match (theirs, ours) {
        (Some(_), None) => "missing",
        (None, Some(_)) => "added",
        _ => other,
    }
}

/// The headings with their levels.
pub fn headings(source: &Side, own: &Side, notes: &mut Vec<Diagnostic>) {
    let (theirs, ours) = (levels(source.units), levels(own.units));
    let only = |list: &[(u8, Span)]| list.iter().map(|(level, _)| *level).collect::<Vec<_>>();
    let Some((their, our)) = first_difference(&only(&theirs), &only(&ours)) else { return };
    let note = Diagnostic::new(Code::HeadingsDiffer)
        .arg("problem", what(their, our, "level"))
        .arg("from", source.language)
        .arg("theirs", theirs.len())
        .arg("ours", ours.len());
    notes.push(note.at(own.place(our.map(|at| ours[at].1))).and_at(source.place(their.map(|at| theirs[at].1))));
}

/// Levels as they are shown: how many headings each stands under.
fn levels(units: &Units) -> Vec<(u8, Span)> {
    let mut above: Vec<u8> = Vec::new();
    let mut found = Vec::new();
    for unit in &units.list {
        if let UnitKind::Heading(level) = unit.kind {
            while above.pop_if(|other| *other >= level).is_some() {}
            above.push(level);
            found.push((above.len() as u8, unit.at));
        }
    }
    found
}

/// The blocks with a meaning. A quotation's rendering is there for readers of one language only.
pub fn directives(source: &Side, own: &Side, notes: &mut Vec<Diagnostic>) {
    let of = |units: &Units| units.directives.iter().filter(|one| one.name != "rendering").copied().collect::<Vec<_>>();
    let (theirs, ours) = (of(source.units), of(own.units));
    let names = |list: &[crate::document::units::Directive]| list.iter().map(|one| one.name).collect::<Vec<_>>();
    let (their_names, our_names) = (names(&theirs), names(&ours));
    let found = match first_difference(&their_names, &our_names) {
        Some((their, our)) => {
            let (mut a, mut b) = (their_names, our_names);
            a.sort_unstable();
            b.sort_unstable();
            Some((their, our, if a == b { "order" } else { what(their, our, "other") }))
        }
        None => theirs.iter().zip(&ours).position(|(a, b)| a.depth != b.depth).map(|at| (Some(at), Some(at), "depth")),
    };
    let Some((their, our, problem)) = found else { return };
    let name = |list: &[crate::document::units::Directive], at: Option<usize>| at.map_or("", |at| list[at].name);
    let note = Diagnostic::new(Code::DirectivesDiffer)
        .arg("problem", problem)
        .arg("from", source.language)
        .arg("theirs", name(&theirs, their))
        .arg("ours", name(&ours, our));
    notes.push(note.at(own.place(our.map(|at| ours[at].at))).and_at(source.place(their.map(|at| theirs[at].at))));
}

/// Works by the last part of their ids.
pub type Tails<'a> = HashMap<&'a str, usize>;

/// The last parts of all ids.
pub fn tails(graph: &Graph) -> Tails<'_> {
    graph.works.iter().enumerate().filter_map(|(number, work)| Some((work.id.rsplit('/').next()?, number))).collect()
}

/// The pages that are linked.
pub fn links(source: &Side, own: &Side, documents: &[Arc<Document>], graph: &Graph, tails: &Tails, notes: &mut Vec<Diagnostic>) {
    let resolved = |document: usize| documents[document].face.links.iter().zip(&graph.links[document]);
    let today = |document: usize| {
        let mut found: BTreeMap<String, Span> = BTreeMap::new();
        for (link, to) in resolved(document) {
            if let Resolved::Internal { destination, .. } = to {
                found.entry(page(destination, graph)).or_insert(link.span);
            }
        }
        found
    };
    let Some(own_document) = own.document else { return };
    let ours = today(own_document);
    let theirs = match source.document {
        Some(document) => today(document),
        // Of an earlier version only names are known: what they lead to, the links of today tell.
        None => {
            let mut known: HashMap<String, String> = HashMap::new();
            for (link, to) in resolved(own_document) {
                let name = match &link.target {
                    Target::Work { reference, .. } => meaning::target(reference),
                    Target::File { path, .. } => meaning::target(path),
                    _ => continue,
                };
                if let Resolved::Internal { destination, .. } = to {
                    known.insert(name, page(destination, graph));
                }
            }
            let mut found = BTreeMap::new();
            for unit in &source.units.list {
                for reference in unit.references.iter().filter(|reference| !reference.image) {
                    let name = reference.name.trim_end_matches('#');
                    let named = || tails.get(name).map(|work| graph.works[*work].id.to_string());
                    if let Some(page) = known.get(name).cloned().or_else(named) {
                        found.entry(page).or_insert(unit.at);
                    }
                }
            }
            found
        }
    };
    let note =
        |id: &str, problem: &str| Diagnostic::new(Code::LinksDiffer).arg("problem", problem).arg("id", id).arg("from", source.language);
    for (id, span) in theirs.iter().filter(|(id, _)| !ours.contains_key(*id)).take(MOST) {
        notes.push(note(id, "missing").at(own.place(None)).and_at(source.place(Some(*span))));
    }
    for (id, span) in ours.iter().filter(|(id, _)| !theirs.contains_key(*id)).take(MOST) {
        notes.push(note(id, "added").at(own.place(Some(*span))).and_at(source.place(None)));
    }
}

/// A page of the site, as links name it.
fn page(destination: &Destination, graph: &Graph) -> String {
    match destination {
        Destination::Work(work) => graph.works[*work].id.to_string(),
        Destination::Theme(concept) => format!("themes/{}", graph.concepts[*concept].id),
        Destination::Section(name) => format!("{name}/index"),
    }
}

/// The pictures and files that are shown; one of them may have a version for each language.
pub fn images(source: &Side, own: &Side, languages: &[Language], notes: &mut Vec<Diagnostic>) {
    let of = |units: &Units| {
        let mut found: BTreeMap<String, Span> = BTreeMap::new();
        for unit in units.list.iter().filter(|unit| !unit.within.contains(&"rendering")) {
            for reference in unit.references.iter().filter(|reference| reference.image && !reference.name.contains("://")) {
                found.entry(untagged(&reference.name, languages)).or_insert(unit.at);
            }
        }
        found
    };
    let (theirs, ours) = (of(source.units), of(own.units));
    let note = |name: &str, problem: &str| {
        Diagnostic::new(Code::ImagesDiffer).arg("problem", problem).arg("name", name).arg("from", source.language)
    };
    for (name, span) in theirs.iter().filter(|(name, _)| !ours.contains_key(*name)).take(MOST) {
        notes.push(note(name, "missing").at(own.place(None)).and_at(source.place(Some(*span))));
    }
    for (name, span) in ours.iter().filter(|(name, _)| !theirs.contains_key(*name)).take(MOST) {
        notes.push(note(name, "added").at(own.place(Some(*span))).and_at(source.place(None)));
    }
}

/// `counter.jpg` for `counter.es.jpg`.
fn untagged(name: &str, languages: &[Language]) -> String {
    let Some((stem, extension)) = name.rsplit_once('.') else { return name.to_owned() };
    match stem.rsplit_once('.') {
        Some((base, tag)) if languages.iter().any(|language| language.as_str().eq_ignore_ascii_case(tag)) => format!("{base}.{extension}"),
        _ => name.to_owned(),
    }
}

/// The numbers of each block, or of what stands under one heading where the blocks differ.
pub fn numbers(source: &Side, own: &Side, writing: &Writing, notes: &mut Vec<Diagnostic>) {
    // Most texts have few.
    let has_digits = |side: &Side| side.units.list.iter().any(|unit| unit.meaning.chars().any(char::is_numeric));
    if !has_digits(source) && !has_digits(own) {
        return;
    }
    let mut found = 0;
    for (theirs, ours) in pairs(&source.units.list, &own.units.list) {
        // A summary that is only in one of them says nothing else.
        if theirs.is_empty() || ours.is_empty() {
            continue;
        }
        let of = |units: &[&Unit], language: Language| -> (Vec<Number>, Vec<Span>) {
            let all = units.iter().flat_map(|unit| writing.numbers(&unit.parts, language).into_iter().map(|number| (number, unit.at)));
            all.unzip()
        };
        let (their_numbers, their_places) = of(&theirs, source.language);
        let (our_numbers, our_places) = of(&ours, own.language);
        let Some((missing, added)) = differ(&their_numbers, &our_numbers) else { continue };
        let shown =
            |numbers: &[Number], at: &[usize]| at.iter().take(6).map(|&at| numbers[at].written.as_str()).collect::<Vec<_>>().join("; ");
        let note = Diagnostic::new(Code::NumbersDiffer)
            .arg("problem", what(missing.first().copied(), added.first().copied(), "other"))
            .arg("from", source.language)
            .arg("theirs", shown(&their_numbers, &missing))
            .arg("ours", shown(&our_numbers, &added));
        // Where only one side has the number, the other's place is the block itself, if it is one.
        let alone = |units: &[&Unit]| if let [unit] = units { Some(unit.at) } else { units.first().map(|unit| unit.at) };
        let our_place = added.first().map(|&at| written(own, our_places[at], &our_numbers[at])).or(alone(&ours));
        let their_place = missing.first().map(|&at| written(source, their_places[at], &their_numbers[at])).or(alone(&theirs));
        notes.push(note.at(own.place(our_place)).and_at(source.place(their_place)));
        found += 1;
        if found >= MOST {
            return;
        }
    }
}

/// The number itself, if it stands in its block as it was read.
fn written(side: &Side, within: Span, number: &Number) -> Span {
    let text = &side.file.text[side.offset..];
    let block = text.get(within.range()).unwrap_or_default();
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let alone =
        |(at, found): &(usize, &str)| !is_digit(block[..*at].chars().next_back()) && !is_digit(block[at + found.len()..].chars().next());
    let found = block
        .match_indices(&number.written)
        .find(alone)
        .map(|(at, found)| within.start as usize + at..within.start as usize + at + found.len());
    found.map_or(within, Span::new)
}

/// Blocks that say the same as a block of the source, word for word.
pub fn untranslated(source: &Side, own: &Side, notes: &mut Vec<Diagnostic>) -> BTreeSet<usize> {
    let theirs: HashMap<&str, Span> = source.units.list.iter().rev().map(|unit| (unit.meaning.as_str(), unit.at)).collect();
    let mut found = BTreeSet::new();
    for (number, unit) in own.units.list.iter().enumerate() {
        let Some(at) = theirs.get(unit.meaning.as_str()) else { continue };
        let words: String = unit.parts.iter().filter(|part| part.language.is_none()).map(|part| part.words.as_str()).collect();
        if unit.kind.is_translated() && !matches!(unit.kind, UnitKind::Attribute(_)) && languages::is_speech(&words) {
            if found.len() < MOST {
                let note = Diagnostic::new(Code::UntranslatedText).arg("from", source.language);
                notes.push(note.at(own.place(Some(unit.at))).and_at(source.place(Some(*at))));
            }
            found.insert(number);
        }
    }
    found
}

/// Words in another language than they say. `named` are languages that a text may well quote, `known` the units of which that is said already.
pub fn foreign(own: &Side, ear: &Ear, named: &[Language], known: &BTreeSet<usize>, notes: &mut Vec<Diagnostic>) {
    let mut named = named.to_vec();
    named.extend(own.units.list.iter().flat_map(|unit| &unit.parts).filter_map(|part| part.language));
    named.retain(|language| !ear.knows(*language));
    named.sort();
    named.dedup();
    let mut found = 0;
    let mut told: HashSet<(Span, Language)> = HashSet::new();
    for (number, unit) in own.units.list.iter().enumerate() {
        if known.contains(&number) || !unit.kind.is_translated() || matches!(unit.kind, UnitKind::Attribute(_)) {
            continue;
        }
        for part in &unit.parts {
            let said = part.language.unwrap_or(own.language);
            let Some((other, at)) = heard(own, ear, &part.words, said, &named, unit.at) else { continue };
            if other.is_variant_of(said) || !told.insert((at, other)) {
                continue;
            }
            notes.push(Diagnostic::new(Code::ForeignText).arg("language", other).arg("said", said).at(own.place(Some(at))));
            found += 1;
            if found >= MOST {
                return;
            }
        }
    }
}

/// The other language that words of a unit are in, and where: of a sentence that only quotes, the quotation.
fn heard(own: &Side, ear: &Ear, words: &str, said: Language, named: &[Language], unit: Span) -> Option<(Language, Span)> {
    let whole = |text: &str| ear.other(text, said, named);
    let quoted = languages::quotations(words).into_iter().find_map(|quotation| Some((quotation, whole(quotation)?)));
    let Some((quotation, other)) = quoted.filter(|(quotation, other)| whole(&words.replace(quotation, " ")) != Some(*other)) else {
        return whole(words).map(|other| (other, unit));
    };
    let written = own.file.text.get(unit.range()).and_then(|text| text.find(quotation));
    let start = written.map(|at| unit.start as usize + at);
    Some((other, start.map_or(unit, |start| Span::new(start..start + quotation.len()))))
}
