//! Gates: which texts are in a state that they must not be in.

use std::sync::Arc;

use jiff::civil::Date;

use super::states::{Edition, States, Work};
use super::themes::Gap;
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::language::Language;
use crate::base::yaml::Step;
use crate::config::{Gate, State};
use crate::document::Document;
use crate::graph::Thesaurus;

/// What stands in a gate: the work, the language, and the edition if there is one.
pub fn caught(states: &States, gate: Gate, today: Date) -> impl Iterator<Item = (&Work, Language, Option<&Edition>)> {
    let wanted = move |language: &Language| gate.language.is_none_or(|one| one == *language);
    states.works.iter().filter(move |work| gate.kind.is_none_or(|kind| kind == work.kind)).flat_map(move |work| {
        let missing = work.missing.iter().copied().filter(move |_| gate.state == State::Missing).map(|language| (language, None));
        let editions = work.editions.iter().filter(move |(_, edition)| edition.is(gate.state, today));
        let editions = editions.map(|(language, edition)| (*language, Some(edition)));
        missing.chain(editions).filter(move |(language, _)| wanted(language)).map(move |(language, edition)| (work, language, edition))
    })
}

/// Whether nothing stands in any of these gates, as far as they concern a language.
pub fn hold(states: &States, gates: &[Gate], language: Language, today: Date) -> bool {
    gates.iter().all(|gate| {
        caught(states, *gate, today).all(|(_, one, _)| one != language) && words(states, *gate).all(|gap| gap.language != language)
    })
}

/// The words of the thesaurus that a gate asks for: themes are of no kind.
fn words(states: &States, gate: Gate) -> impl Iterator<Item = &Gap> {
    let asked = gate.state == State::Missing && gate.kind.is_none();
    states.gaps.iter().filter(move |gap| asked && gate.language.is_none_or(|language| language == gap.language))
}

/// An error for each text that stands in a gate.
pub fn check(states: &States, gates: &[Gate], documents: &[Arc<Document>], thesaurus: &Thesaurus, today: Date) -> Vec<Diagnostic> {
    let of = |gate: &Gate| -> Vec<Diagnostic> {
        let gate = *gate;
        let problem = |(work, language, edition): (&Work, Language, Option<&Edition>)| {
            let document = edition.map_or(work.editions[&work.lead].document, |edition| edition.document);
            let problem = Diagnostic::new(code(gate.state)).arg("id", &work.id).arg("language", language).arg("kind", work.kind.as_str());
            let problem = match edition {
                Some(edition) if gate.state == State::Behind => problem.arg("count", edition.changes.len()),
                Some(Edition { review_by: Some(date), .. }) if gate.state == State::Overdue => problem.arg("date", date),
                _ => problem,
            };
            problem.at(documents[document].text.whole())
        };
        let word = |gap: &Gap| {
            let problem = Diagnostic::new(Code::ThemeUntranslated).arg("id", &gap.concept).arg("language", gap.language);
            problem.arg("word", gap.word.as_str()).at(thesaurus.place(&[Step::Key(&gap.concept), Step::Key(gap.word.as_str())]))
        };
        caught(states, gate, today).map(problem).chain(words(states, gate).map(word)).collect()
    };
    gates.iter().flat_map(of).collect()
}

fn code(state: State) -> Code {
    match state {
        State::Missing => Code::TranslationMissing,
        State::Behind => Code::TranslationBehind,
        State::BehindUpstream => Code::TranslationBehindUpstream,
        State::Untracked => Code::TranslationUntracked,
        State::Machine => Code::TranslationByMachine,
        State::Unreviewed => Code::TranslationUnreviewed,
        State::Overdue => Code::ReviewOverdue,
        State::Draft => Code::DraftLeft,
    }
}
