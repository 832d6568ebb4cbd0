//! `apologue status`: which text stands where, in which language.

mod csv;
mod details;
mod json;
mod table;

use jiff::civil::Date;

use super::args::{StatusArgs, StatusFormat};
use super::terminal::{self, Stream};
use super::words::Words;
use super::{Exit, Failure, pick, site};
use crate::config::State;
use crate::pipeline::{self, Settings, Survey};
use crate::translation::{Edition, Standing, Work};

/// Says where texts stand.
pub(super) fn run(args: &StatusArgs, words: &Words) -> Result<Exit, Failure> {
    let root = site::find(args.source.as_deref())?;
    let today = site::today(args.today);
    let survey = survey(&root, today)?;
    let wanted = Wanted::of(args, &survey, today, words)?;
    let said = match args.format {
        StatusFormat::Text if !args.ids.is_empty() => details::say(&wanted, words, Stream::Out.is_coloured()),
        StatusFormat::Text => table::say(&wanted, words),
        StatusFormat::Json => json::say(&wanted),
        StatusFormat::Csv => csv::say(&wanted),
    };
    terminal::print(&said)?;
    Ok(Exit::Done)
}

/// The site's texts. What is wrong with single ones is `check`'s to say; without a configuration nothing can be said.
pub(super) fn survey(root: &std::path::Path, today: Date) -> Result<Survey, Failure> {
    let settings = Settings { drafts: true, today, ..Settings::default() };
    pipeline::survey(root, &settings)?.map_err(|problems| Failure::Problems(problems, Exit::Content))
}

/// What was asked for.
struct Wanted<'a> {
    survey: &'a Survey,
    today: Date,
    languages: Vec<crate::base::language::Language>,
    works: Vec<&'a Work>,
    /// Whether texts are shown with which nothing is to be done.
    all: bool,
}

impl<'a> Wanted<'a> {
    fn of(args: &StatusArgs, survey: &'a Survey, today: Date, words: &Words) -> Result<Wanted<'a>, Failure> {
        let config = &survey.config;
        let languages = match args.lang.is_empty() {
            true => config.languages.clone(),
            false => args.lang.iter().map(|language| pick::language(*language, config, words)).collect::<Result<_, _>>()?,
        };
        let mut works: Vec<&Work> = match args.ids.is_empty() {
            true => survey.states.works.iter().collect(),
            false => args.ids.iter().map(|id| pick::work(id, &survey.states, config, words)).collect::<Result<_, _>>()?,
        };
        works.retain(|work| args.kind.is_none_or(|kind| kind.0 == work.kind));
        if !args.state.is_empty() {
            let is_in =
                |work: &Work| args.state.iter().any(|state| languages.iter().any(|language| stands(work, *language, *state, today)));
            works.retain(|work| is_in(work));
        }
        Ok(Wanted { survey, today, languages, works, all: args.all || !args.state.is_empty() })
    }

    fn title(&self, work: &Work) -> &'a str {
        let lead = &self.survey.documents[work.editions[&work.lead].document];
        lead.face.front.title.as_deref().unwrap_or_default()
    }

    fn path(&self, edition: &Edition) -> &'a str {
        &self.survey.documents[edition.document].text.path
    }
}

fn stands(work: &Work, language: crate::base::language::Language, state: State, today: Date) -> bool {
    match work.editions.get(&language) {
        Some(edition) => edition.is(state, today),
        None => state == State::Missing && work.missing.contains(&language),
    }
}

/// The states that an edition is in and that ask for something to be done.
fn to_do(edition: &Edition, today: Date) -> impl Iterator<Item = State> {
    State::ALL.into_iter().filter(move |state| *state != State::Unreviewed && edition.is(*state, today))
}

/// Where an edition stands, in words; a draft is that before all else.
pub(super) use details::beside;

fn standing(edition: &Edition, words: &Words) -> String {
    match edition.standing {
        _ if edition.draft => words.say("standing-draft", &[]),
        Standing::Behind => words.say("standing-behind", &[("changes", edition.changes.len().into())]),
        standing => words.say(&format!("standing-{}", standing.as_str()), &[]),
    }
}
