//! `apologue search`: what readers of a language find, and why.

use serde_json::{Value, json};

use super::args::{SearchArgs, SearchFormat};
use super::terminal::{self, Stream};
use super::words::Words;
use super::{Exit, Failure, pick, site};
use crate::base::language::Language;
use crate::pipeline::{self, Settings};
use crate::search::{self, Answer, Hit, Hits, Reason, shards};
use crate::source;

/// Answers a question as the site would.
pub(super) fn run(args: &SearchArgs, words: &Words) -> Result<Exit, Failure> {
    let root = site::find(args.source.as_deref())?;
    let settings = Settings { drafts: args.drafts, today: site::today(None), ..Settings::default() };
    let sources = source::look(&root)?.read(None);
    let (understood, problems) = pipeline::understand(&sources, &settings);
    let Some(understood) = understood else { return Err(Failure::Problems(problems, Exit::Content)) };
    let language = match args.lang {
        Some(language) => pick::language(language, &understood.config, words)?,
        None => understood.config.default_language,
    };
    let indexes: Vec<_> = search::index(&understood.site)
        .into_iter()
        .map(|index| {
            let (outline, _) = shards::write(&index);
            (index, outline)
        })
        .collect();
    let answer = search::ask(&indexes, language, &args.words.join(" "), args.limit);
    let said = match args.format {
        SearchFormat::Text => Teller { args, words, language }.text(&answer),
        SearchFormat::Json => format!("{:#}\n", as_json(&answer, args)),
    };
    terminal::print(&said)?;
    Ok(Exit::Done)
}

struct Teller<'a> {
    args: &'a SearchArgs,
    words: &'a Words,
    language: Language,
}

impl Teller<'_> {
    fn text(&self, answer: &Answer) -> String {
        let groups = [("themes", &answer.themes), ("own", &answer.own), ("elsewhere", &answer.elsewhere)];
        let mut lines: Vec<String> = Vec::new();
        for (name, hits) in groups.into_iter().filter(|(_, hits)| hits.count > 0) {
            lines.push(self.words.say("found-group", &[("group", name.into()), ("count", hits.count.into())]));
            hits.first.iter().enumerate().for_each(|(number, hit)| lines.extend(self.hit(number + 1, hit)));
            lines.push(String::new());
        }
        if lines.is_empty() {
            lines.push(self.words.say("found-nothing", &[]));
        }
        format!("{}\n", lines.join("\n").trim_end())
    }

    fn hit(&self, number: usize, hit: &Hit) -> Vec<String> {
        let written = hit.document.language.unwrap_or(hit.language);
        let language = if written == self.language { String::new() } else { format!(" [{written}]") };
        let anchor = if hit.snippet.anchor.is_empty() { String::new() } else { format!("#{}", hit.snippet.anchor) };
        let score = self.words.say("found-score", &[("score", format!("{:.2}", hit.score).as_str().into())]);
        let mut lines = vec![
            format!("{number:>3}. {}{language}  {score}", hit.document.title),
            format!("     {}  {}{anchor}", hit.document.id, hit.document.address),
        ];
        if !hit.snippet.text.is_empty() {
            lines.push(format!("     {}", marked(&hit.snippet)));
        }
        if self.args.explain {
            lines.extend(hit.reasons.iter().map(|reason| format!("       - {}", self.reason(reason))));
        }
        lines
    }

    fn reason(&self, reason: &Reason) -> String {
        let idf = format!("{:.2}", reason.idf);
        let args = [
            ("word", reason.word.as_str().into()),
            ("form", reason.form.as_deref().unwrap_or_default().into()),
            ("way", reason.way.as_str().into()),
            ("impact", usize::from(reason.impact).into()),
            ("idf", idf.as_str().into()),
        ];
        self.words.say("found-reason", &args)
    }
}

/// What was asked for stands out, also where there are no colours.
fn marked(snippet: &search::Snippet) -> String {
    let (begin, end) = if Stream::Out.is_coloured() { ("\u{1b}[1m", "\u{1b}[0m") } else { ("*", "*") };
    let (mut text, mut done) = (String::new(), 0);
    for mark in &snippet.marks {
        text.push_str(&snippet.text[done..mark.start]);
        text.extend([begin, &snippet.text[mark.clone()], end]);
        done = mark.end;
    }
    text.push_str(&snippet.text[done..]);
    text
}

fn as_json(answer: &Answer, args: &SearchArgs) -> Value {
    let hits = |hits: &Hits| hits.first.iter().map(|hit| hit_as_json(hit, args.explain)).collect::<Vec<_>>();
    json!({
        "counts": { "own": answer.own.count, "themes": answer.themes.count, "elsewhere": answer.elsewhere.count },
        "own": hits(&answer.own),
        "themes": hits(&answer.themes),
        "elsewhere": hits(&answer.elsewhere),
    })
}

fn hit_as_json(hit: &Hit, explain: bool) -> Value {
    let reason = |reason: &Reason| json!({ "word": reason.word, "form": reason.form, "way": reason.way.as_str(), "impact": reason.impact, "idf": reason.idf });
    let mut value = json!({
        "id": hit.document.id,
        "kind": hit.document.class.group().as_str(),
        "title": hit.document.title,
        "lang": hit.document.language.unwrap_or(hit.language),
        "address": hit.document.address,
        "anchor": hit.snippet.anchor,
        "score": hit.score,
        "snippet": hit.snippet.text,
    });
    if let (true, Some(fields)) = (explain, value.as_object_mut()) {
        fields.insert("reasons".to_owned(), hit.reasons.iter().map(reason).collect());
    }
    value
}
