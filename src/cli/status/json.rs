//! The same for programs. Keys and words never change.

use serde_json::{Map, Value, json};

use super::Wanted;
use crate::config::State;
use crate::document::front_matter::METHODS;
use crate::translation::{Change, Edition, Work};

pub(super) fn say(wanted: &Wanted) -> String {
    let works: Vec<Value> = wanted.works.iter().map(|one| work(one, wanted)).collect();
    let gaps = wanted.survey.states.gaps.iter().filter(|gap| wanted.languages.contains(&gap.language));
    let gaps = gaps.map(|gap| json!({ "theme": gap.concept, "word": gap.word.as_str(), "language": gap.language }));
    let all = json!({
        "today": wanted.today.to_string(),
        "languages": wanted.languages,
        "works": works,
        "themes": gaps.collect::<Vec<_>>(),
        "totals": totals(wanted),
    });
    format!("{all:#}\n")
}

fn work(work: &Work, wanted: &Wanted) -> Value {
    let editions =
        wanted.languages.iter().filter_map(|language| Some((language.to_string(), edition(work.editions.get(language)?, wanted))));
    let missing: Vec<_> = work.missing.iter().filter(|language| wanted.languages.contains(language)).collect();
    json!({
        "id": work.id,
        "kind": work.kind,
        "title": wanted.title(work),
        "lead": work.lead,
        "editions": editions.collect::<Map<String, Value>>(),
        "missing": missing,
    })
}

fn edition(edition: &Edition, wanted: &Wanted) -> Value {
    let document = &wanted.survey.documents[edition.document];
    let stated = document.face.front.translation.as_ref();
    let method = edition.method.and_then(|method| METHODS.iter().find(|(_, one)| *one == method)).map(|(word, _)| *word);
    let states: Vec<&str> = State::ALL.into_iter().filter(|state| edition.is(*state, wanted.today)).map(State::as_str).collect();
    json!({
        "path": document.text.path,
        "title": document.face.front.title,
        "standing": edition.standing.as_str(),
        "states": states,
        "from": edition.source.map(|(language, _)| language).or(stated.and_then(|stated| stated.from)),
        "method": method,
        "tool": stated.and_then(|stated| stated.tool.as_ref()),
        "by": stated.and_then(|stated| stated.by.as_ref()),
        "on": stated.and_then(|stated| stated.on).map(|date| date.to_string()),
        "reviewed_by": stated.and_then(|stated| stated.reviewed_by.as_ref()),
        "reviewed_on": stated.and_then(|stated| stated.reviewed_on).map(|date| date.to_string()),
        "owner": edition.owner,
        "review_by": edition.review_by.map(|date| date.to_string()),
        "changes": edition.changes.iter().map(|one| change(one, edition, wanted)).collect::<Vec<_>>(),
        "history": edition.history,
    })
}

fn change(change: &Change, edition: &Edition, wanted: &Wanted) -> Value {
    let place = change.new.as_ref().zip(edition.source).map(|(new, (_, source))| wanted.survey.documents[source].text.place(new.at));
    let heading = edition.source.zip(change.section);
    let heading = heading.and_then(|((_, source), number)| Some(wanted.survey.documents[source].face.headings.get(number)?.text.clone()));
    json!({
        "change": change.kind.as_str(),
        "unit": change.unit.as_str(),
        "within": change.within,
        "was": change.was.as_ref().map(|(unit, within)| json!({ "unit": unit.shape(), "within": within, "now": change.unit.shape() })),
        "section": heading,
        "facilitator": change.facilitator,
        "path": place.as_ref().map(|place| &place.path),
        "line": place.as_ref().map(|place| place.line),
        "column": place.as_ref().map(|place| place.column),
        "old": change.old.as_ref().map(|passage| &passage.words),
        "new": change.new.as_ref().map(|passage| &passage.words),
    })
}

fn totals(wanted: &Wanted) -> Value {
    let of = |language: &crate::base::language::Language| {
        let editions: Vec<&Edition> = wanted.works.iter().filter_map(|work| work.editions.get(language)).collect();
        let mut totals = Map::new();
        totals.insert("editions".to_owned(), editions.len().into());
        for edition in &editions {
            // What a draft says is not there yet, however well it agrees.
            if edition.draft {
                continue;
            }
            let count = totals.entry(edition.standing.as_str()).or_insert(0.into());
            *count = (count.as_u64().unwrap_or_default() + 1).into();
        }
        for state in State::ALL {
            let count = wanted.works.iter().filter(|work| super::stands(work, *language, state, wanted.today)).count();
            totals.insert(state.as_str().to_owned(), count.into());
        }
        (language.to_string(), Value::Object(totals))
    };
    Value::Object(wanted.languages.iter().map(of).collect())
}
