//! Mentions of terms: themes whose names, inflected as they may be, become links where a text says them first.
//!
//! A name is a sequence of stems, and so is a text. What a text mentions depends on the text and on the thesaurus alone; it is looked for
//! when its page is rendered, and no text is looked at in a site without terms.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use super::{ConceptIndex, Thesaurus};
use crate::base::diagnostic::{Code, Diagnostic, Limited};
use crate::base::forms::Forms;
use crate::base::language::Language;

use crate::base::text::{Place, Span};
use crate::base::words::Words;
use crate::base::yaml::Step;
use crate::config::Config;
use crate::document::{Document, Piece, Prose};

/// The names of all terms, by language.
#[derive(Debug, Default)]
pub struct Terms {
    languages: BTreeMap<Language, Dictionary>,
}

/// The names of all terms in one language.
#[derive(Debug)]
struct Dictionary {
    words: Words,
    forms: Forms,
    /// By the first stem, the longest name first. They are only looked up, never walked.
    names: HashMap<String, Vec<Name>>,
}

#[derive(Debug)]
struct Name {
    /// The stems behind the first.
    rest: Vec<String>,
    /// The words themselves, if they are all capitals: `IT` is not `it`.
    capitals: Option<Vec<String>>,
    /// Whose name it is, in the order of the ids: of one concept, unless nobody could tell.
    concepts: BTreeSet<ConceptIndex>,
}

/// A place in a text at which a term is mentioned first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The term.
    pub concept: ConceptIndex,
    /// The number of the piece in [`crate::document::Body::pieces`].
    pub piece: usize,
    /// The words in the piece's HTML.
    pub at: Range<usize>,
    /// In which stretch of prose they stand.
    prose: Prose,
}

/// The names of a term in a language: its label, then the other names, each with the way to it in the thesaurus.
struct Stated<'a> {
    name: &'a str,
    path: Vec<Step<'a>>,
}

impl Terms {
    /// Collects the names.
    pub fn new(thesaurus: &Thesaurus, config: &Config) -> Terms {
        if !thesaurus.concepts.values().any(|concept| concept.term) {
            return Terms::default();
        }
        let dictionary = |language: &Language| Some((*language, Dictionary::new(thesaurus, config, *language)?));
        Terms { languages: config.languages.iter().filter_map(dictionary).collect() }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.languages.is_empty()
    }

    /// The first mention of each term in a text, in the order of the text. A theme's own introduction does not mention it.
    pub fn mentions(&self, document: &Document, own: Option<ConceptIndex>) -> Vec<Mention> {
        let Some(dictionary) = self.languages.get(&document.language) else { return Vec::new() };
        let mut found = Vec::new();
        let mut seen: BTreeSet<ConceptIndex> = own.into_iter().collect();
        for prose in &document.body.prose {
            let piece = prose.piece as usize;
            let Some(Piece::Html(html)) = document.body.pieces.get(piece) else { continue };
            let range = prose.start as usize..prose.end as usize;
            let Some(text) = html.get(range.clone()) else { continue };
            dictionary.find(text, |at, concept| {
                if seen.insert(concept) {
                    found.push(Mention { concept, piece, at: range.start + at.start..range.start + at.end, prose: *prose });
                }
            });
        }
        found
    }

    /// Where in its file a mention stands, and the words as they are written there.
    pub fn place(&self, document: &Document, mention: &Mention) -> Option<(Place, String)> {
        let dictionary = self.languages.get(&document.language)?;
        let Piece::Html(html) = document.body.pieces.get(mention.piece)? else { return None };
        let before = html.get(mention.prose.start as usize..mention.at.start)?;
        let surface = html.get(mention.at.clone())?;
        let words = |text| dictionary.words.places(text);
        let start = mention.prose.source as usize;
        let source = document.text.text.get(start..)?;
        let first = |text: &str, at: Range<usize>| dictionary.forms.form(&text[at]).into_owned();
        let wanted = first(surface, words(surface).next()?);
        let is_wanted = |at: &Range<usize>| first(source, at.clone()) == wanted;
        // Typography changes no word, so the same number of words stands before it in the file, but for those that were written in another
        // way or not meant to be seen; then it is the first of its kind.
        let count = words(before).filter(|at| !is_entity(before, at)).count();
        let counted = words(source).filter(|at| !is_entity(source, at)).nth(count).filter(is_wanted);
        let begin = counted.or_else(|| words(source).find(is_wanted))?;
        let length = words(surface).count();
        let end = words(&source[begin.start..]).take(length).last().map_or(begin.end, |last| begin.start + last.end);
        let place = document.text.place(Span::new(start + begin.start..start + end));
        Some((place, source[begin.start..end].split_whitespace().collect::<Vec<_>>().join(" ")))
    }
}

/// Forms that are names of several terms, which are therefore no links.
pub fn notes(thesaurus: &Thesaurus, config: &Config) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    let found = &mut Limited::new(&mut problems);
    for &language in config.languages.iter().filter(|_| thesaurus.concepts.values().any(|concept| concept.term)) {
        let (words, forms) = (Words::of(language), Forms::of(language));
        let mut first: HashMap<Vec<String>, (&str, Place, &str)> = HashMap::new();
        for (id, _) in thesaurus.concepts.iter().filter(|(_, concept)| concept.term) {
            for stated in stated(thesaurus, config, id, language) {
                let sequence: Vec<String> = words.split(stated.name).map(|word| forms.stem(word)).collect();
                let place = thesaurus.place(&stated.path);
                match first.get(&sequence) {
                    Some((other, there, name)) if *other != id.as_str() => found.add(Code::SharedTerm, |problem| {
                        let problem = problem.at(place).and_at(there.clone());
                        problem.arg("name", stated.name).arg("other", other).arg("other-name", name).arg("language", language)
                    }),
                    Some(_) => {}
                    None => drop(first.insert(sequence, (id, place, stated.name))),
                }
            }
        }
    }
    problems
}

/// The names of a concept for the texts of a language.
fn stated<'a>(thesaurus: &'a Thesaurus, config: &Config, id: &'a str, language: Language) -> Vec<Stated<'a>> {
    let Some(concept) = thesaurus.concepts.get(id) else { return Vec::new() };
    let own = config.own(language);
    let tagged = own.iter().find_map(|own| concept.label.by_language.get_key_value(own));
    let label = tagged.map(|(tag, label)| (label, Some(tag))).or(concept.label.plain.as_ref().map(|label| (label, None)));
    let label = label.into_iter().map(|(name, tag)| {
        let steps = [Step::Key(id), Step::Key("label")].into_iter().chain(tag.map(|tag| Step::Key(tag.as_str())));
        Stated { name, path: steps.collect() }
    });
    let others = own.iter().find_map(|own| concept.other_names.get_key_value(own));
    let others = others.into_iter().flat_map(|(tag, names)| names.iter().enumerate().map(move |(at, name)| (tag, at, name)));
    let others = others.map(|(tag, at, name)| {
        let path = vec![Step::Key(id), Step::Key("other_names"), Step::Key(tag.as_str()), Step::Index(at)];
        Stated { name, path }
    });
    label.chain(others).collect()
}

impl Dictionary {
    /// `None` if no term has a name in the language.
    fn new(thesaurus: &Thesaurus, config: &Config, language: Language) -> Option<Dictionary> {
        let mut dictionary = Dictionary { words: Words::of(language), forms: Forms::of(language), names: HashMap::new() };
        for (index, (id, _)) in thesaurus.concepts.iter().enumerate().filter(|(_, (_, concept))| concept.term) {
            for stated in stated(thesaurus, config, id, language) {
                dictionary.add(stated.name, index);
            }
        }
        dictionary.names.values_mut().for_each(|names| names.sort_by_key(|name| std::cmp::Reverse(name.rest.len())));
        (!dictionary.names.is_empty()).then_some(dictionary)
    }

    fn add(&mut self, name: &str, concept: ConceptIndex) {
        let words: Vec<&str> = self.words.split(name).collect();
        let mut stems = words.iter().map(|word| self.forms.stem(word));
        let Some(first) = stems.next() else { return };
        let rest: Vec<String> = stems.collect();
        let are_capitals = words.iter().all(|word| word.chars().count() > 1 && word.chars().all(|c| c.is_uppercase() || c.is_numeric()));
        let capitals = are_capitals.then(|| words.iter().map(|word| (*word).to_owned()).collect());
        let names = self.names.entry(first).or_default();
        match names.iter_mut().find(|name| name.rest == rest && name.capitals == capitals) {
            Some(name) => drop(name.concepts.insert(concept)),
            None => names.push(Name { rest, capitals, concepts: BTreeSet::from([concept]) }),
        }
    }

    /// Finds names in escaped text, from its beginning, at each place the longest. Those of several terms are passed over.
    fn find(&self, text: &str, mut tell: impl FnMut(Range<usize>, ConceptIndex)) {
        let mut words = self.words.places(text).peekable();
        // The words that were looked at beyond the one in hand, with their stems.
        let mut ahead: std::collections::VecDeque<(Range<usize>, Option<String>)> = std::collections::VecDeque::new();
        loop {
            let Some((at, stem)) = ahead.pop_front().or_else(|| words.next().map(|at| (at, None))) else { return };
            let stem = stem.unwrap_or_else(|| self.forms.stem(&text[at.clone()]));
            let Some(names) = self.names.get(&stem) else { continue };
            let longest = names.first().map_or(0, |name| name.rest.len());
            while ahead.len() < longest {
                let Some(next) = words.next() else { break };
                let stem = self.forms.stem(&text[next.clone()]);
                ahead.push_back((next, Some(stem)));
            }
            let matches = |name: &&Name| {
                let mut last = at.clone();
                for (wanted, i) in name.rest.iter().zip(0..) {
                    match ahead.get(i) {
                        Some((next, Some(stem))) if stem == wanted && are_joined(text, &last, next) => last = next.clone(),
                        _ => return false,
                    }
                }
                let mut written = std::iter::once(&at).chain(ahead.iter().map(|(at, _)| at)).map(|at| &text[at.clone()]);
                name.capitals.as_ref().is_none_or(|capitals| capitals.iter().all(|word| written.next() == Some(word)))
            };
            let Some(name) = names.iter().find(matches) else { continue };
            let end = name.rest.len().checked_sub(1).and_then(|last| ahead.get(last)).map_or(at.end, |(last, _)| last.end);
            ahead.drain(..name.rest.len());
            let found = at.start..end;
            if let (1, Some(&concept)) = (name.concepts.len(), name.concepts.first())
                && stands_alone(text, &found)
            {
                tell(found, concept);
            }
        }
    }
}

/// Whether nothing but space or a hyphen stands between two words. Those of scripts without spaces reach into each other.
fn are_joined(text: &str, one: &Range<usize>, next: &Range<usize>) -> bool {
    let Some(between) = text.get(one.end..next.start) else { return next.start > one.start };
    let mut hyphens = between.chars().filter(|c| !c.is_whitespace());
    match hyphens.next() {
        None => true,
        Some(c) => is_hyphen(c) && between.chars().count() == 1 || is_apostrophe(c) && hyphens.next().is_none(),
    }
}

/// Whether it is no part of a longer word, of an address or of something else that is one whole, nor an entity of the escaped text.
fn stands_alone(text: &str, at: &Range<usize>) -> bool {
    let glues = |c: char| is_hyphen(c) || matches!(c, '@' | '_' | '/' | '\\' | '.' | '#' | '&' | ':');
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let mut before = text[..at.start].chars().rev();
    let mut after = text[at.end..].chars();
    let free_before = match before.next() {
        Some('#' | '@' | '&') => false,
        Some(c) if glues(c) => !is_word(before.next()),
        _ => true,
    };
    let free_after = match after.next() {
        Some(c) if glues(c) => !is_word(after.next()) || c == '&',
        _ => true,
    };
    free_before && free_after
}

/// `amp` in `&amp;` is no word.
fn is_entity(text: &str, at: &Range<usize>) -> bool {
    let before = text[..at.start].trim_end_matches('#');
    before.ends_with('&') && text[at.end..].starts_with(';')
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

#[cfg(test)]
mod tests;
