//! `apologue accept`: a translation is in step with its source.

use super::args::AcceptArgs;
use super::words::Words;
use super::{Exit, Failure, pick, site, terminal};
use crate::base::language::Language;
use crate::base::path::SitePath;
use crate::base::text::Text;
use crate::base::yaml::{Edit, Step, Value};
use crate::document::front_matter;
use crate::output::edit::{self, Change};
use crate::pipeline::Survey;
use crate::translation::snapshot::{self, Event, Snapshot};
use crate::translation::wording::{self, Reworded};
use crate::translation::{Edition, Standing, Work};

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
            reworded(work, language, &survey, event, words)?
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
    let changes: Vec<Change> = planned.iter().flat_map(|planned| planned.changes.iter().cloned()).collect();
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
    changes: Vec<Change>,
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
fn stated(text: &Text, from: Language, event: &Event) -> Result<Option<Change>, Failure> {
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
    Ok((new != old).then(|| Change::Write { path: text.path.clone(), old, new }))
}

/// What was reworded in the source is no news to the translations made from it; what else they lack stays to be done.
fn reworded(work: &Work, language: Option<Language>, survey: &Survey, event: Event, words: &Words) -> Result<Vec<Planned>, Failure> {
    let event = Event { did: "wording".into(), ..event };
    // The language may be the original's own, and means all that was made from it.
    let source = language.filter(|language| work.editions.get(language).is_some_and(|edition| edition.standing == Standing::Original));
    let only = language.filter(|_| source.is_none());
    let meant = |one: &Language, edition: &Edition| {
        only.is_none_or(|only| only == *one) && edition.source.is_some_and(|(from, _)| source.is_none_or(|source| source == from))
    };
    let kept = work.editions.iter().filter(|(one, edition)| edition.standing == Standing::Behind && meant(one, edition));
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
        if let Some(change) = nearest.changes.iter().find(|change| change.kind != crate::translation::ChangeKind::Changed) {
            let unit = words.say(&format!("unit-{}", change.unit.as_str()), &[]);
            let args = [("kind", change.kind.as_str().into()), ("unit", (&unit).into()), ("path", now.path.as_str().into())];
            return Err(Failure::Usage(words.error(&words.say("accept-not-wording", &args))));
        }
        for (one, _, kept) in &of_it {
            let Reworded { text, count } = wording::carry(&base.text, now, &kept.text);
            if count > 0 {
                let change = renewed(work, *one, from, &text, Some(kept), event.clone());
                let args = [("path", kept.file.path.as_str().into()), ("source", now.path.as_str().into()), ("changes", count.into())];
                planned.push(Planned { changes: vec![change], said: words.say("accept-wording-done", &args) });
            }
        }
    }
    Ok(planned)
}

fn renewed(work: &Work, language: Language, from: Language, text: &str, kept: Option<&Snapshot>, event: Event) -> Change {
    let path = |kept: &Snapshot| -> (SitePath, String) { (kept.file.path.clone(), kept.file.text.to_string()) };
    let new = snapshot::write(from, text, kept.map(|kept| kept.history.as_slice()).unwrap_or_default(), event);
    match kept.map(path) {
        Some((path, old)) => Change::Write { path, old, new },
        None => Change::Create { path: snapshot::path(&work.id, language), new },
    }
}

fn edition<'a>(work: &'a Work, language: Language, words: &Words) -> Result<&'a Edition, Failure> {
    work.editions.get(&language).ok_or_else(|| {
        let args = [("id", (&work.id).into()), ("language", language.as_str().into())];
        Failure::Usage(words.error(&words.say("translate-no-source", &args)))
    })
}
