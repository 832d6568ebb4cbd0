//! Which text is meant by an id that somebody typed.

use std::collections::BTreeSet;

use super::words::Words;
use super::{Exit, Failure};
use crate::base::diagnostic::{Diagnostic, Severity, nearest};
use crate::base::language::Language;
use crate::base::path::SitePath;
use crate::base::segment;
use crate::config::Config;
use crate::graph::DocumentIndex;
use crate::pipeline::Survey;
use crate::translation::{States, Work, snapshot};

/// The text with this id or, if only one has it, with this tail of an id. A path to one of its files does as well.
pub(super) fn work<'a>(typed: &str, states: &'a States, config: &Config, words: &Words) -> Result<&'a Work, Failure> {
    let id = segment::normalize(typed.strip_prefix("content/").unwrap_or(typed));
    let bare = match id.strip_suffix(".md") {
        Some(stem) => match stem.rsplit_once('.') {
            Some((bare, tag)) if config.languages.iter().any(|language| language.as_str().eq_ignore_ascii_case(tag)) => bare,
            _ => stem,
        },
        None => &id,
    };
    if let Some(work) = states.work(bare) {
        return Ok(work);
    }
    let tail = format!("/{bare}");
    let found: Vec<&Work> = states.works.iter().filter(|work| work.id.ends_with(&tail)).collect();
    match found[..] {
        [work] => Ok(work),
        [] => {
            let mut lines = vec![words.error(&words.say("usage-unknown-text", &[("id", typed.into())]))];
            let ids = states.works.iter().flat_map(|work| [work.id.as_str(), work.id.rsplit('/').next().unwrap_or_default()]);
            lines.extend(nearest(bare, ids).map(|name| words.say("report-did-you-mean", &[("name", (&name).into())])));
            Err(Failure::Usage(lines.join("\n")))
        }
        _ => {
            let ids = found.iter().map(|work| work.id.as_str()).collect::<Vec<_>>().join(", ");
            Err(Failure::Usage(words.error(&words.say("usage-ambiguous-text", &[("id", typed.into()), ("ids", (&ids).into())]))))
        }
    }
}

/// What cannot be read is not accepted for anything: whether these texts, and what is kept for a translation, are without errors.
pub(super) fn sound(survey: &Survey, documents: &[DocumentIndex], kept: &SitePath) -> Result<(), Failure> {
    let paths: Vec<&SitePath> = documents.iter().map(|&index| &survey.documents[index].text.path).chain([kept]).collect();
    let is_wrong = |problem: &&Diagnostic| {
        problem.severity == Severity::Error && problem.place.as_ref().is_some_and(|place| paths.contains(&&place.path))
    };
    let wrong: Vec<Diagnostic> = survey.problems.iter().filter(is_wrong).cloned().collect();
    if wrong.is_empty() { Ok(()) } else { Err(Failure::Problems(wrong, Exit::Content)) }
}

/// What is kept for these translations is without errors: else nobody knows what they were made from.
pub(super) fn kept(survey: &Survey, ids: &[&str], languages: &[Language]) -> Result<(), Failure> {
    let paths: BTreeSet<SitePath> = ids.iter().flat_map(|id| languages.iter().map(|language| snapshot::path(id, *language))).collect();
    let is_wrong = |problem: &&Diagnostic| {
        problem.severity == Severity::Error && problem.place.as_ref().is_some_and(|place| paths.contains(&place.path))
    };
    let wrong: Vec<Diagnostic> = survey.snapshots.problems.iter().filter(is_wrong).cloned().collect();
    if wrong.is_empty() { Ok(()) } else { Err(Failure::Problems(wrong, Exit::Content)) }
}

/// A language that the site has.
pub(super) fn language(language: Language, config: &Config, words: &Words) -> Result<Language, Failure> {
    if config.has(language) {
        return Ok(language);
    }
    let languages = config.languages.iter().map(Language::as_str).collect::<Vec<_>>().join(", ");
    let args = [("language", language.as_str().into()), ("languages", (&languages).into())];
    Err(Failure::Usage(words.error(&words.say("new-unknown-language", &args))))
}
