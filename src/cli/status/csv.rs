//! Who did what, a line a person and text: RFC 4180, in UTF-8.

use super::Wanted;
use crate::document::front_matter::METHODS;
use crate::translation::{Edition, Work};

const HEAD: [&str; 11] = ["person", "role", "id", "language", "title", "kind", "from", "standing", "method", "tool", "on"];

pub(super) fn say(wanted: &Wanted) -> String {
    let mut rows = Vec::new();
    for work in &wanted.works {
        for (language, edition) in work.editions.iter().filter(|(language, _)| wanted.languages.contains(language)) {
            people(work, language.as_str(), edition, wanted, &mut rows);
        }
    }
    rows.sort();
    rows.dedup();
    let line = |row: &[String; 11]| row.iter().map(|cell| field(cell)).collect::<Vec<_>>().join(",") + "\r\n";
    HEAD.join(",") + "\r\n" + &rows.iter().map(line).collect::<String>()
}

/// Translators and reviewers as the text and its history name them, and who answers for it.
fn people(work: &Work, language: &str, edition: &Edition, wanted: &Wanted, rows: &mut Vec<[String; 11]>) {
    let front = &wanted.survey.documents[edition.document].face.front;
    let stated = front.translation.clone().unwrap_or_default();
    let word = edition.method.and_then(|method| METHODS.iter().find(|(_, one)| *one == method)).map(|(word, _)| *word).unwrap_or_default();
    let date = |date: Option<jiff::civil::Date>| date.map(|date| date.to_string()).unwrap_or_default();
    let mut add = |person: &Option<String>, role: &str, method: &str, tool: &Option<String>, on: String| {
        let Some(person) = person else { return };
        let from = edition.source.map(|(from, _)| from).or(stated.from).map(|from| from.to_string()).unwrap_or_default();
        rows.push([
            person.clone(),
            role.to_owned(),
            work.id.clone(),
            language.to_owned(),
            front.title.clone().unwrap_or_default(),
            work.kind.as_str().to_owned(),
            from,
            edition.standing.as_str().to_owned(),
            method.to_owned(),
            tool.clone().unwrap_or_default(),
            on,
        ]);
    };
    add(&stated.by, "translator", word, &stated.tool, date(stated.on));
    add(&stated.reviewed_by, "reviewer", word, &None, date(stated.reviewed_on));
    add(&edition.owner, "owner", word, &None, date(edition.review_by));
    for event in &edition.history {
        add(&event.by, &event.did, event.method.as_deref().unwrap_or_default(), &event.tool, date(event.on));
        add(&event.reviewed_by, "reviewer", event.method.as_deref().unwrap_or_default(), &None, date(event.on));
    }
}

/// Quoted where it must be. What a spreadsheet would reckon with is no number of ours: an apostrophe keeps it a text.
fn field(text: &str) -> String {
    let text = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() };
    match text.contains([',', '"', '\n', '\r']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_quoted_where_it_must_be_and_never_a_formula() {
        assert_eq!(field("Ада"), "Ада");
        assert_eq!(field("a, \"b\""), "\"a, \"\"b\"\"\"");
        assert_eq!(field("=HYPERLINK(1)"), "'=HYPERLINK(1)");
    }
}
