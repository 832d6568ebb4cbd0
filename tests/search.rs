//! What readers find: every question of `tests/search/queries.txt` is asked of this repository's own site, and the index keeps what it
//! promises about its files.
#![allow(clippy::disallowed_methods, reason = "a test reads the repository")]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use apologue::base::language::Language;
use apologue::pipeline::{self, Settings};
use apologue::search::shards::{self, Outline};
use apologue::search::{self, Hits, Index};
use apologue::source;
use rayon::prelude::*;

/// So many of a hundred questions must be answered among the first three.
const WELL_ANSWERED: usize = 95;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The indexes of a site as its readers get them.
fn indexes(root: &Path) -> Vec<(Index, Outline)> {
    let sources = source::look(root).unwrap().read(None);
    let (understood, _) = pipeline::understand(&sources, &Settings::default());
    let indexes = search::index(&understood.unwrap().site).into_par_iter().map(|index| {
        let (outline, _) = shards::write(&index);
        (index, outline)
    });
    indexes.collect()
}

static STARTER: LazyLock<Vec<(Index, Outline)>> = LazyLock::new(|| indexes(&root()));

/// A question, and what ought to be found.
struct Question {
    language: Language,
    words: String,
    right: Vec<String>,
    tries: String,
}

fn questions() -> Vec<Question> {
    let text = fs::read_to_string(root().join("tests/search/queries.txt")).unwrap();
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let question = |line: &str| {
        let [language, words, right, tries] = line.split(" | ").collect::<Vec<_>>()[..] else { panic!("{line}") };
        Question {
            language: language.parse().unwrap(),
            words: words.to_owned(),
            right: right.split(' ').map(str::to_owned).collect(),
            tries: tries.to_owned(),
        }
    };
    lines.map(question).collect()
}

fn ids<'h>(hits: &'h Hits) -> Vec<&'h str> {
    hits.first.iter().map(|hit| hit.document.id.as_str()).collect()
}

#[test]
fn readers_find_what_they_remember_among_the_first_three() {
    let questions = questions();
    // Made before many threads want it: what makes it works on the same threads.
    let starter: &[(Index, Outline)] = &STARTER;
    let missed = |question: &Question| {
        let answer = search::ask(starter, question.language, &question.words, 3);
        let first = [&answer.own, &answer.themes, &answer.elsewhere].map(ids);
        let is_right = first.iter().flatten().any(|id| question.right.iter().any(|right| right == id));
        let Question { language, words, right, tries } = question;
        (!is_right).then(|| {
            format!("{language} {words} ({tries}): {} wanted, {} found", right.join(" "), first.map(|ids| ids.join(" ")).join(" / "))
        })
    };
    let missed: Vec<String> = questions.par_iter().filter_map(missed).collect();
    println!("{} of {} questions are answered; not:\n{}", questions.len() - missed.len(), questions.len(), missed.join("\n"));
    assert!(
        missed.len() * 100 <= questions.len() * (100 - WELL_ANSWERED),
        "{} of {} missed:\n{}",
        missed.len(),
        questions.len(),
        missed.join("\n")
    );
}

#[test]
fn every_language_is_asked_fifty_questions_about_things_that_there_are() {
    let questions = questions();
    for (index, _) in STARTER.iter() {
        assert!(questions.iter().filter(|question| question.language == index.language).count() >= 50, "{}", index.language);
    }
    for question in &questions {
        for right in &question.right {
            let is_there = STARTER.iter().any(|(index, _)| index.documents.iter().any(|document| document.id == *right));
            assert!(is_there, "{}: {right}", question.words);
        }
    }
}
