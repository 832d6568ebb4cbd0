//! `apologue translate`: starts an edition with the structure of its source, and keeps what it is made from.

use super::args::TranslateArgs;
use super::words::Words;
use super::{Exit, Failure, pick, site, terminal};
use crate::base::language::Language;
use crate::base::path::SitePath;
use crate::document::naming::Habit;
use crate::document::units::{self, UnitKind};
use crate::document::{Document, front_matter};
use crate::output::edit::{self, Change};
use crate::pipeline::Survey;
use crate::translation::snapshot::{self, Event};
use crate::translation::{Edition, Work};

/// Makes the edition and its snapshot.
pub(super) fn run(args: &TranslateArgs, words: &Words) -> Result<Exit, Failure> {
    let root = site::find(args.source.as_deref())?;
    let today = site::today(args.today);
    let survey = super::status::survey(&root, today)?;
    let to = pick::language(args.to, &survey.config, words)?;
    let work = pick::work(&args.id, &survey.states, &survey.config, words)?;
    if let Some(there) = work.editions.get(&to) {
        let path = &survey.documents[there.document].text.path;
        return Err(Failure::Usage(words.error(&words.say("new-exists", &[("path", path.as_str().into())]))));
    }
    // What a regional variant inherits is nearer to it than the original.
    let inherited = survey.config.own(to).into_iter().skip(1).find(|own| work.editions.contains_key(own));
    let (from, source) = source(work, args.from.or(inherited), &survey, words)?;
    pick::sound(&survey, &[source.document], &snapshot::path(&work.id, to))?;
    let source = &survey.documents[source.document];
    let path = file(work, source, to, &survey, words)?;
    let event = Event {
        did: "started".into(),
        on: Some(today),
        by: args.by.clone(),
        tool: args.tool.clone(),
        method: args.tool.as_ref().map(|_| "machine".into()),
        ..Event::default()
    };
    let kept = survey.snapshots.get(&work.id, to);
    let text = started(source, from, &event);
    let new = snapshot::write(from, &source.text.text, kept.map(|kept| kept.history.as_slice()).unwrap_or_default(), event);
    let kept = match kept {
        Some(kept) => Change::Write { path: kept.file.path.clone(), old: kept.file.text.to_string(), new },
        None => Change::Create { path: snapshot::path(&work.id, to), new },
    };
    edit::apply(&survey.root, &[Change::Create { path: path.clone(), new: text }, kept])?;
    let shown = |path: &SitePath| site::shown(&root.join(path.as_str()));
    let (shown_path, shown_source) = (shown(&path), shown(&source.text.path));
    let args =
        [("path", (&shown_path).into()), ("from", (&shown_source).into()), ("id", (&work.id).into()), ("language", to.as_str().into())];
    terminal::print(&format!("{}\n", words.say("translate-done", &args)))?;
    Ok(Exit::Done)
}

/// The edition to translate: the stated one, else the one that leads.
fn source<'a>(work: &'a Work, stated: Option<Language>, survey: &Survey, words: &Words) -> Result<(Language, &'a Edition), Failure> {
    let from = match stated {
        Some(language) => pick::language(language, &survey.config, words)?,
        None => work.lead,
    };
    let edition = work.editions.get(&from).ok_or_else(|| {
        let args = [("id", (&work.id).into()), ("language", from.as_str().into())];
        Failure::Usage(words.error(&words.say("translate-no-source", &args)))
    })?;
    Ok((from, edition))
}

/// Where the new edition stands: named as its source is.
fn file(work: &Work, source: &Document, to: Language, survey: &Survey, words: &Words) -> Result<SitePath, Failure> {
    let habit = Habit::of(&source.text.path, &work.id, source.language).unwrap_or(Habit::Dotted);
    let file = habit.file(&source.role, &work.id, to, &survey.config);
    file.map(|(path, _)| path).ok_or_else(|| Failure::Usage(words.error(&words.say("new-invalid-id", &[("id", (&work.id).into())]))))
}

/// The text of the new edition: what a translation says of itself, and the source's body, whose structure, ids, links and code are to stay
/// as they are. It is a draft until somebody has written it in its own language.
fn started(source: &Document, from: Language, event: &Event) -> String {
    #[derive(serde::Serialize)]
    struct Head<'a> {
        #[serde(skip_serializing_if = "Option::is_none")]
        title: Option<&'a str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        summary: Option<&'a str>,
        draft: bool,
        translation: Made<'a>,
    }
    #[derive(serde::Serialize)]
    struct Made<'a> {
        from: Language,
        method: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        tool: Option<&'a str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        by: Option<&'a str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        on: Option<jiff::civil::Date>,
    }
    // As they are written, not as readers see them.
    let stated = units::of(&source.text).list;
    let word = |kind: UnitKind| stated.iter().find(|unit| unit.kind == kind).map(|unit| units::words(&source.text, unit));
    let (title, summary) = (word(UnitKind::Title), word(UnitKind::Summary));
    let method = if event.tool.is_some() { "machine" } else { "human" };
    let head = Head {
        title: title.as_deref(),
        summary: summary.as_deref(),
        draft: true,
        translation: Made { from, method, tool: event.tool.as_deref(), by: event.by.as_deref(), on: event.on },
    };
    let head = serde_yaml::to_string(&head).unwrap_or_default();
    let body = &source.text.text[front_matter::split(&source.text).body];
    format!("---\n{head}---\n{body}")
}
