//! The table: a row a text, a column a language, and the totals.

use unicode_width::UnicodeWidthStr;

use super::{Wanted, standing, stands, to_do};
use crate::base::language::Language;
use crate::cli::words::Words;
use crate::config::State;
use crate::translation::{Standing, Work};

pub(super) fn say(wanted: &Wanted, words: &Words) -> String {
    let mut out = String::new();
    let shown: Vec<&Work> = wanted.works.iter().copied().filter(|work| wanted.all || asks_for_something(work, wanted)).collect();
    if !shown.is_empty() {
        let head = std::iter::once(String::new()).chain(wanted.languages.iter().map(ToString::to_string)).collect();
        let row = |work: &&Work| {
            std::iter::once(work.id.clone()).chain(wanted.languages.iter().map(|one| cell(work, *one, wanted, words))).collect()
        };
        out.push_str(&aligned(std::iter::once(head).chain(shown.iter().map(row)).collect(), false));
        out.push('\n');
    }
    let rest = wanted.works.len() - shown.len();
    if rest > 0 {
        out.push_str(&words.say("status-rest", &[("count", rest.into())]));
        out.push_str("\n\n");
    }
    out.push_str(&aligned(totals(wanted, words), true));
    let gaps = wanted.survey.states.gaps.iter().filter(|gap| wanted.languages.contains(&gap.language)).count();
    if gaps > 0 {
        out.push('\n');
        out.push_str(&words.say("status-themes", &[("count", gaps.into())]));
        out.push('\n');
    }
    out
}

fn asks_for_something(work: &Work, wanted: &Wanted) -> bool {
    let state = |language: &Language| match work.editions.get(language) {
        Some(edition) => to_do(edition, wanted.today).next().is_some(),
        None => work.missing.contains(language),
    };
    wanted.languages.iter().any(state)
}

fn cell(work: &Work, language: Language, wanted: &Wanted, words: &Words) -> String {
    let Some(edition) = work.editions.get(&language) else {
        return if work.missing.contains(&language) { words.say("standing-missing", &[]) } else { "–".to_owned() };
    };
    let mut parts = vec![standing(edition, words)];
    for state in [State::Machine, State::Overdue] {
        if edition.is(state, wanted.today) {
            parts.push(words.say(&format!("state-{}", state.as_str()), &[]));
        }
    }
    parts.join(", ")
}

/// How many texts stand where, and how much of what is asked for is there and in step.
fn totals(wanted: &Wanted, words: &Words) -> Vec<Vec<String>> {
    let count = |test: &dyn Fn(&Work, Language) -> bool| -> Vec<usize> {
        wanted.languages.iter().map(|language| wanted.works.iter().filter(|work| test(work, *language)).count()).collect()
    };
    let number = |count: &usize| words.locale().number(*count as u64);
    let row = |label: String, counts: &[usize]| std::iter::once(label).chain(counts.iter().map(number)).collect::<Vec<String>>();
    let head = std::iter::once(String::new()).chain(wanted.languages.iter().map(ToString::to_string)).collect();
    let mut rows = vec![head];
    // Drafts are counted below: what they say is not there yet, however well it agrees.
    let standings = [Standing::Original, Standing::InStep, Standing::Behind, Standing::BehindUpstream, Standing::Untracked];
    for one in standings {
        let counts = count(&|work, language| work.editions.get(&language).is_some_and(|edition| edition.standing == one && !edition.draft));
        if counts.iter().any(|count| *count > 0) {
            rows.push(row(words.say(&format!("status-{}", one.as_str()), &[]), &counts));
        }
    }
    for state in [State::Missing, State::Draft, State::Machine, State::Unreviewed, State::Overdue] {
        let counts = count(&|work, language| stands(work, language, state, wanted.today));
        if counts.iter().any(|count| *count > 0) {
            rows.push(row(words.say(&format!("status-{}", state.as_str()), &[]), &counts));
        }
    }
    let there = count(&|work, language| work.editions.get(&language).is_some_and(|edition| !edition.draft));
    let missing =
        count(&|work, language| stands(work, language, State::Missing, wanted.today) || stands(work, language, State::Draft, wanted.today));
    let share = |(there, missing): (&usize, &usize)| match there + missing {
        0 => "–".to_owned(),
        all => words.say("status-percent", &[("number", (there * 100 / all).into())]),
    };
    rows.push(std::iter::once(words.say("status-coverage", &[])).chain(there.iter().zip(&missing).map(share)).collect());
    rows
}

/// Columns as wide as their widest cell; numbers stand at the right.
fn aligned(rows: Vec<Vec<String>>, numbers: bool) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let width = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.width()).max().unwrap_or_default();
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let mut out = String::new();
    for row in &rows {
        let mut line = String::new();
        for (column, cell) in row.iter().enumerate() {
            let gap = " ".repeat(widths[column] - cell.width());
            match (column, numbers) {
                (0, _) | (_, false) => line.extend([cell, gap.as_str(), "  "]),
                (_, true) => line.extend([gap.as_str(), cell, "  "]),
            }
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}
