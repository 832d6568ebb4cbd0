//! `apologue accept`: a translation is in step with its source.

use super::args::AcceptArgs;
use super::terminal::Stream;
use super::words::Words;
use super::{Exit, Failure, pick, site, terminal};
use crate::base::language::Language;
use crate::base::path::SitePath;
use crate::base::text::{Span, Text};
use crate::base::yaml::{Edit, Step, Value};
use crate::document::front_matter;
use crate::output::edit;
use crate::pipeline::Survey;
use crate::translation::snapshot::{self, Event, Snapshot};
use crate::translation::wording::{self, Reworded};
use crate::translation::{Change, ChangeKind, Edition, Standing, Work};

/// Renews the snapshots.
pub(super) fn run(args: &AcceptArgs, words: &Words) -> Result<Exit, Failure> {
    let root = site::find(args.source.as_deref())?;
    let today = site::today(args.today);
    let survey = super::status::survey(&root, today)?;
    let language = args.lang.map(|language| pick::language(language, &survey.config, words)).transpose()?;
    let event = Event { on: Some(today), by: args.by.clone(), reviewed_by: args.reviewed_by.clone(), ..Event::default() };
    let planned = match (&args.id, language) {
        (Some(id), _) if args.wording => {
            let work = pick::work(id, &survey.states, &survey.config, words)?;
            reworded(work, language, &args.lines, &survey, event, words)?
        }
        (Some(id), Some(language)) => {
            let work = pick::work(id, &survey.states, &survey.config, words)?;
            vec![accepted(work, language, &survey, event, words)?]
        }
        // Where a site begins to keep track: what nobody has kept track of is taken to be in step.
        (None, Some(language)) => {
            let untracked = survey
                .states
                .works
                .iter()
                .filter(|work| work.editions.get(&language).is_some_and(|edition| edition.standing == Standing::Untracked));
            untracked.map(|work| accepted(work, language, &survey, event.clone(), words)).collect::<Result<_, _>>()?
        }
        (_, None) => return Err(Failure::Usage(words.error(&words.say("accept-which", &[])))),
    };
    let changes: Vec<edit::Change> = planned.iter().flat_map(|planned| planned.changes.iter().cloned()).collect();
    if !args.dry_run {
        edit::apply(&survey.root, &changes)?;
    }
    let mut said: String = planned.iter().map(|planned| planned.said.clone() + "\n").collect();
    if planned.is_empty() {
        said = words.say("accept-nothing", &[]) + "\n";
    }
    terminal::print(&said)?;
    Ok(Exit::Done)
}

/// What is to be written, and what is said of it.
struct Planned {
    changes: Vec<edit::Change>,
    said: String,
}

fn accepted(work: &Work, language: Language, survey: &Survey, event: Event, words: &Words) -> Result<Planned, Failure> {
    let edition = edition(work, language, words)?;
    let Some((from, source)) = edition.source else {
        let args = [("id", (&work.id).into()), ("language", language.as_str().into())];
        return Err(Failure::Usage(words.error(&words.say("accept-original", &args))));
    };
    pick::sound(survey, &[source, edition.document], &snapshot::path(&work.id, language))?;
    let text = &survey.documents[source].text;
    let kept = survey.snapshots.get(&work.id, language);
    let mut changes = vec![renewed(work, language, from, &text.text, kept, Event { did: "accepted".into(), ..event.clone() })];
    let own = &survey.documents[edition.document].text;
    changes.extend(stated(own, from, &event)?);
    let args = [("path", own.path.as_str().into()), ("source", text.path.as_str().into()), ("changes", edition.changes.len().into())];
    Ok(Planned { changes, said: words.say("accept-done", &args) })
}

/// Who read it is said in its front matter, and where it comes from if it did not say so before.
fn stated(text: &Text, from: Language, event: &Event) -> Result<Option<edit::Change>, Failure> {
    let Some(reviewer) = &event.reviewed_by else { return Ok(None) };
    let step = |key| vec![Step::Key("translation"), Step::Key(key)];
    let mut edits = Vec::new();
    if front_matter::places(text).scalar(&step("from")).is_none() {
        edits.push(Edit::Set(step("from"), Value::text(from.to_string())));
    }
    edits.push(Edit::Set(step("reviewed_by"), Value::text(reviewer.as_str())));
    edits.extend(event.on.map(|on| Edit::Set(step("reviewed_on"), Value::plain(on))));
    let new = front_matter::edit(text, &edits).map_err(|refusal| Failure::Problems(vec![refusal.diagnostic()], Exit::Content))?;
    let old = text.text.to_string();
    Ok((new != old).then(|| edit::Change::Write { path: text.path.clone(), old, new }))
}

/// The changes of a source that are said to be other wording alone: one, or those at these lines. Which of several are no news, nobody but
/// the author can tell; so they are named.
fn meant<'a>(nearest: &'a Edition, now: &Text, lines: &[u32], words: &Words) -> Result<Vec<&'a Change>, Failure> {
    let refuse = |said: String| Err(Failure::Usage(words.error(&said)));
    let is_wording = |change: &&Change| change.kind == ChangeKind::Changed && change.was.is_none();
    let not_wording = |change: &Change| {
        let unit = words.say(&format!("unit-{}", change.unit.as_str()), &[]);
        let kind = if change.was.is_some() { "reshaped" } else { change.kind.as_str() };
        refuse(words.say("accept-not-wording", &[("kind", kind.into()), ("unit", (&unit).into()), ("path", now.path.as_str().into())]))
    };
    if lines.is_empty() {
        if let Some(change) = nearest.changes.iter().find(|change| !is_wording(change)) {
            return not_wording(change);
        }
        if nearest.changes.len() > 1 {
            let listed: String = nearest.changes.iter().map(|change| shown(change, now, words, Stream::Err)).collect();
            let line = nearest.changes.iter().filter_map(|change| Some(now.place(change.new.as_ref()?.at).line)).next().unwrap_or(1);
            let said =
                words.say("accept-wording-several", &[("count", nearest.changes.len().into()), ("line", (&line.to_string()).into())]);
            return refuse(format!("{said}\n{}", listed.trim_end()));
        }
        return Ok(nearest.changes.iter().collect());
    }
    let mut meant: Vec<&Change> = Vec::new();
    for line in lines {
        let stands_there = |change: &&Change| {
            change.new.as_ref().is_some_and(|new| {
                let start = now.place(new.at).line;
                let more = now.text.get(new.at.range()).map_or(0, |words| words.trim_end().matches('\n').count() as u32);
                (start..=start + more).contains(line)
            })
        };
        match nearest.changes.iter().find(stands_there) {
            Some(change) if is_wording(&change) => meant.push(change),
            Some(change) => return not_wording(change),
            None => {
                let shown = line.to_string();
                let args = [("line", (&shown).into()), ("path", now.path.as_str().into())];
                return refuse(words.say("accept-wording-no-block", &args));
            }
        }
    }
    Ok(meant)
}

/// A change with its place, and the old wording beside the new.
fn shown(change: &Change, now: &Text, words: &Words, stream: Stream) -> String {
    let unit = words.say(&format!("unit-{}", change.unit.as_str()), &[]);
    let line = change.new.as_ref().map_or(1, |new| now.place(new.at).line);
    format!("  * {unit} ({}:{line})\n{}", now.path, super::status::beside(change, words, stream.is_coloured()))
}

/// What was reworded in the source is no news to the translations made from it; what else they lack stays to be done.
fn reworded(
    work: &Work,
    language: Option<Language>,
    lines: &[u32],
    survey: &Survey,
    event: Event,
    words: &Words,
) -> Result<Vec<Planned>, Failure> {
    let event = Event { did: "wording".into(), ..event };
    // The language may be the original's own, and means all that was made from it.
    let source = language.filter(|language| work.editions.get(language).is_some_and(|edition| edition.standing == Standing::Original));
    let only = language.filter(|_| source.is_none());
    let meant_for = |one: &Language, edition: &Edition| {
        only.is_none_or(|only| only == *one) && edition.source.is_some_and(|(from, _)| source.is_none_or(|source| source == from))
    };
    let concerned: Vec<Language> = work.editions.iter().filter(|(one, edition)| meant_for(one, edition)).map(|(one, _)| *one).collect();
    pick::kept(survey, &[&work.id], &concerned)?;
    let kept = work.editions.iter().filter(|(one, edition)| edition.standing == Standing::Behind && meant_for(one, edition));
    let kept: Vec<(Language, &Edition, &Snapshot)> =
        kept.filter_map(|(one, edition)| Some((*one, edition, survey.snapshots.get(&work.id, *one)?))).collect();
    let mut planned = Vec::new();
    let mut sources: Vec<(Language, usize)> = kept.iter().filter_map(|(_, edition, _)| edition.source).collect();
    sources.sort_unstable();
    sources.dedup();
    for (from, source) in sources {
        let of_it: Vec<_> = kept.iter().filter(|(_, edition, _)| edition.source == Some((from, source))).collect();
        pick::sound(survey, &[source], &snapshot::path(&work.id, from))?;
        let now = &survey.documents[source].text;
        // The last change is what the nearest snapshot does not know yet.
        let Some((_, nearest, base)) = of_it.iter().min_by_key(|(_, edition, _)| edition.changes.len()) else { continue };
        let meant = meant(nearest, now, lines, words)?;
        let places: Vec<Span> = meant.iter().filter_map(|change| Some(change.new.as_ref()?.at)).collect();
        planned.extend(meant.iter().map(|change| {
            let said = shown(change, now, words, Stream::Out).trim_end().to_owned();
            Planned { changes: Vec::new(), said }
        }));
        for (one, _, kept) in &of_it {
            let Reworded { text, count } = wording::carry(&base.text, now, &kept.text, &|at| places.contains(&at));
            if count > 0 {
                let change = renewed(work, *one, from, &text, Some(kept), event.clone());
                let args = [("path", kept.file.path.as_str().into()), ("source", now.path.as_str().into()), ("changes", count.into())];
                planned.push(Planned { changes: vec![change], said: words.say("accept-wording-done", &args) });
            }
        }
    }
    Ok(planned)
}

fn renewed(work: &Work, language: Language, from: Language, text: &str, kept: Option<&Snapshot>, event: Event) -> edit::Change {
    let path = |kept: &Snapshot| -> (SitePath, String) { (kept.file.path.clone(), kept.file.text.to_string()) };
    let new = snapshot::write(from, text, kept.map(|kept| kept.history.as_slice()).unwrap_or_default(), event);
    match kept.map(path) {
        Some((path, old)) => edit::Change::Write { path, old, new },
        None => edit::Change::Create { path: snapshot::path(&work.id, language), new },
    }
}

fn edition<'a>(work: &'a Work, language: Language, words: &Words) -> Result<&'a Edition, Failure> {
    work.editions.get(&language).ok_or_else(|| {
        let args = [("id", (&work.id).into()), ("language", language.as_str().into())];
        Failure::Usage(words.error(&words.say("translate-no-source", &args)))
    })
}
