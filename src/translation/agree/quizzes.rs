//! Quizzes: the same ones in all languages, with the same right answers.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::{Side, Source, Texts};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::document::units::{self, Quiz, Units};

/// An error for each quiz that a translation lacks, has too many of, or answers differently.
pub fn quizzes(texts: Texts) -> Vec<Diagnostic> {
    let has_quiz = |text: &str| text.contains(":::") && text.contains("quiz");
    let of = |work: &super::Work| {
        let mut problems = Vec::new();
        let mut units: BTreeMap<usize, Units> = BTreeMap::new();
        for (&language, edition) in &work.editions {
            let Some(source) = texts.source(work, language, edition) else { continue };
            let document = &texts.documents[edition.document];
            let (from, file, text, today) = match source {
                Source::Today(from, index) => (from, &texts.documents[index].text, &texts.documents[index].text, Some(index)),
                Source::Then(from, file, text) => (from, file, text, None),
            };
            if !has_quiz(&text.text) && !has_quiz(&document.text.text) {
                continue;
            }
            let now = edition.source.map(|(_, index)| index).filter(|_| today.is_none());
            for index in today.into_iter().chain(now).chain([edition.document]) {
                units.entry(index).or_insert_with(|| units::of(&texts.documents[index].text));
            }
            let then = if today.is_none() { units::of(text) } else { Units::default() };
            let theirs = today.map_or(&then, |index| &units[&index]);
            let offset = file.text.len() - text.text.len();
            let source = Side { file, offset, units: theirs, language: from, document: today };
            let own =
                Side { file: &document.text, offset: 0, units: &units[&edition.document], language, document: Some(edition.document) };
            let side = |index: usize| Side {
                file: &texts.documents[index].text,
                offset: 0,
                units: &units[&index],
                language: from,
                document: Some(index),
            };
            compare(&source, now.map(side).as_ref(), &own, &mut problems);
        }
        problems
    };
    texts.states.works.par_iter().flat_map_iter(of).collect()
}

/// Quizzes by id; those without one, by their order.
fn by_id(units: &Units) -> BTreeMap<(Option<&str>, usize), &Quiz> {
    let mut nameless = 0;
    let mut found = BTreeMap::new();
    for quiz in &units.quizzes {
        let number = if quiz.id.is_none() { nameless } else { 0 };
        nameless += usize::from(quiz.id.is_none());
        found.entry((quiz.id.as_deref(), number)).or_insert(quiz);
    }
    found
}

/// More of one text's quizzes than these would help nobody.
const MOST: usize = 50;

/// Which quizzes there are and how many answers they have is held to the source as it was. Which answers are right is held to the source as
/// it is `now`: whoever corrected it there did not want learners of other languages to be told something wrong.
fn compare(source: &Side, now: Option<&Side>, own: &Side, problems: &mut Vec<Diagnostic>) {
    let (theirs, ours) = (by_id(source.units), by_id(own.units));
    let today = now.map(|now| by_id(now.units)).unwrap_or_default();
    let differs = |id: Option<&str>, problem: &str| {
        let id = id.unwrap_or_default();
        Diagnostic::new(Code::QuizDiffers).arg("id", id).arg("problem", problem).arg("from", source.language)
    };
    let before = problems.len();
    let mut missing: BTreeSet<_> = theirs.keys().filter(|key| !ours.contains_key(*key)).collect();
    for ((id, number), our) in &ours {
        if problems.len() - before >= MOST {
            return;
        }
        let at = |problem: Diagnostic| problem.at(own.place(Some(our.at)));
        let Some(their) = theirs.get(&(*id, *number)) else {
            // Probably the one that is missing, under another name.
            let meant = missing.pop_first().map(|key| theirs[key]);
            let problem = at(differs(*id, "added")).and_at(source.place(meant.map(|quiz| quiz.at)));
            problems.push(Diagnostic { suggestion: meant.and_then(|quiz| quiz.id.clone()), ..problem });
            continue;
        };
        let corrected = today.get(&(*id, *number)).filter(|today| today.right.len() == our.right.len());
        let (source, their) = match (corrected, now) {
            (Some(corrected), Some(now)) => (now, corrected),
            _ => (source, their),
        };
        let problem = match () {
            () if their.right.len() != our.right.len() => "answers",
            () if their.right != our.right => "right",
            () => continue,
        };
        let problem = differs(*id, problem).arg("theirs", shown(&their.right)).arg("ours", shown(&our.right));
        problems.push(at(problem).and_at(source.place(Some(their.at))));
    }
    for key in missing.into_iter().take(MOST) {
        problems.push(differs(key.0, "missing").at(own.place(None)).and_at(source.place(Some(theirs[key].at))));
    }
}

/// `2, 3 / 4`: the right answers, and how many there are.
fn shown(right: &[bool]) -> String {
    let numbers: Vec<String> = (1..=right.len()).filter(|number| right[number - 1]).take(20).map(|number| number.to_string()).collect();
    format!("{} / {}", numbers.join(", "), right.len())
}
