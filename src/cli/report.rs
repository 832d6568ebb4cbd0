//! The reporter: problems as text for people, as JSON for programs, as annotations for GitHub.

use std::borrow::Cow;
use std::path::PathBuf;

use annotate_snippets::{AnnotationKind, Group, Level, Message, Origin, Renderer, Snippet, normalize_untrusted_str};
use serde_json::{Value, json};

use super::terminal::Stream;
use super::words::Words;
use crate::base::diagnostic::{Diagnostic, Severity};
use crate::base::locale::Conjunction;
use crate::base::text::Place;

/// A way to report problems.
pub(super) struct Reporter<'a> {
    words: &'a Words,
    format: Format,
}

enum Format {
    /// With the source line.
    Text(Box<Renderer>),
    /// One object a line.
    Json,
    /// Workflow commands. The folder leads from the repository to the site.
    Github(PathBuf),
}

impl<'a> Reporter<'a> {
    pub(super) fn text(words: &'a Words, stream: Stream) -> Reporter<'a> {
        let renderer = if stream.is_coloured() { Renderer::styled() } else { Renderer::plain() };
        Reporter { words, format: Format::Text(Box::new(renderer)) }
    }

    pub(super) fn json(words: &'a Words) -> Reporter<'a> {
        Reporter { words, format: Format::Json }
    }

    pub(super) fn github(words: &'a Words, site: PathBuf) -> Reporter<'a> {
        Reporter { words, format: Format::Github(site) }
    }

    /// All the problems in their order.
    pub(super) fn all(&self, problems: &[Diagnostic]) -> String {
        let mut out = String::new();
        for problem in problems {
            match &self.format {
                Format::Text(renderer) => {
                    out.push_str(&text(problem, self.words, renderer));
                    out.push('\n');
                }
                Format::Json => out.push_str(&json(problem, self.words).to_string()),
                Format::Github(site) => out.push_str(&annotation(problem, self.words, site)),
            }
            out.push('\n');
        }
        out
    }
}

/// How many problems there are: `2 errors and 1 warning`; `None` if there are none.
pub(super) fn count(problems: &[Diagnostic], words: &Words) -> Option<String> {
    let number = |severity| problems.iter().filter(|problem| problem.severity == severity).count();
    let severities = [(Severity::Error, "count-errors"), (Severity::Warning, "count-warnings"), (Severity::Note, "count-notes")];
    let parts = severities.into_iter().filter_map(|(severity, message)| match number(severity) {
        0 => None,
        count => Some(words.say(message, &[("count", count.into())])),
    });
    let parts: Vec<String> = parts.collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    (!parts.is_empty()).then(|| words.locale().list(&parts, Conjunction::And))
}

fn text(problem: &Diagnostic, words: &Words, renderer: &Renderer) -> String {
    let said = words.problem(problem);
    let (level, name) = match problem.severity {
        Severity::Error => (Level::ERROR, "report-error"),
        Severity::Warning => (Level::WARNING, "report-warning"),
        Severity::Note => (Level::NOTE, "report-note"),
    };
    let title = level.with_name(words.say(name, &[])).primary_title(said.message).id(problem.code.as_str());
    let mut group = Group::with_title(title);
    for (at, place) in problem.place.iter().chain(&problem.others).enumerate() {
        let kind = if at == 0 && problem.place.is_some() { AnnotationKind::Primary } else { AnnotationKind::Context };
        group = match place.line {
            0 => group.element(Origin::path(safe_path(place))),
            _ => group.element(snippet(place, kind)),
        };
    }
    if let Some(help) = said.help {
        group = group.element(advice("report-help", &help, words));
    }
    if let Some(suggestion) = &problem.suggestion {
        group = group.element(advice("report-help", &did_you_mean(suggestion, words), words));
    }
    let rendered = renderer.render(&[group]);
    let rendered = if problem.place.is_some() { rendered } else { without_empty_margin(rendered) };
    problem.place.iter().chain(&problem.others).fold(rendered, with_whole_line)
}

/// A message without a place has nothing to stand beside the margin.
fn without_empty_margin(rendered: String) -> String {
    rendered.lines().filter(|line| line.trim() != "|").collect::<Vec<_>>().join("\n")
}

fn advice<'a>(label: &str, text: &str, words: &Words) -> Message<'a> {
    Level::HELP.with_name(words.say(label, &[])).message(normalize_untrusted_str(text))
}

fn did_you_mean(suggestion: &str, words: &Words) -> String {
    words.say("report-did-you-mean", &[("name", suggestion.into())])
}

/// Stands for what was cut from a long line's beginning.
const CUT: &str = "…";

fn snippet(place: &Place, kind: AnnotationKind) -> Snippet<'_, annotate_snippets::Annotation<'_>> {
    let source = if place.cut > 0 { Cow::Owned(format!("{CUT}{}", place.source)) } else { Cow::Borrowed(place.source.as_str()) };
    let byte = |character: usize| source.char_indices().nth(character).map_or(source.len(), |(byte, _)| byte);
    let first = shown_column(place) as usize - 1;
    let span = byte(first)..byte(first + place.width as usize);
    Snippet::source(source).line_start(place.line as usize).path(safe_path(place)).annotation(kind.span(span))
}

/// The path without anything that a terminal would obey.
fn safe_path(place: &Place) -> String {
    normalize_untrusted_str(&place.path).replace(['\n', '\r'], "␤")
}

/// The column in the line as it is shown.
fn shown_column(place: &Place) -> u32 {
    let marker = u32::from(place.cut > 0);
    (place.column + marker).saturating_sub(place.cut).max(1)
}

/// The renderer counts columns in the line that it is given. Of a cut one it was not given all.
fn with_whole_line(rendered: String, place: &Place) -> String {
    if place.cut == 0 {
        return rendered;
    }
    let (path, line) = (safe_path(place), place.line);
    rendered.replacen(&format!("{path}:{line}:{}\n", shown_column(place)), &format!("{path}:{line}:{}\n", place.column), 1)
}

fn json(problem: &Diagnostic, words: &Words) -> Value {
    let said = words.problem(problem);
    let line = |place: &Place| (place.line > 0).then_some(place.line);
    let column = |place: &Place| (place.line > 0).then_some(place.column);
    let place = problem.place.as_ref();
    let mut object = json!({
        "code": problem.code.as_str(),
        "severity": problem.severity.as_str(),
        "path": place.map(|place| place.path.as_str()),
        "line": place.and_then(line),
        "column": place.and_then(column),
        "message": said.message,
        "help": said.help,
    });
    if let Some(suggestion) = &problem.suggestion {
        object["suggestion"] = json!(suggestion);
    }
    if !problem.others.is_empty() {
        let others = problem.others.iter().map(|place| json!({"path": place.path.as_str(), "line": line(place), "column": column(place)}));
        object["others"] = others.collect();
    }
    object
}

/// A workflow command of GitHub Actions.
fn annotation(problem: &Diagnostic, words: &Words, site: &std::path::Path) -> String {
    let said = words.problem(problem);
    let mut properties = Vec::new();
    if let Some(place) = &problem.place {
        let path = if site.as_os_str() == "." { place.path.to_string() } else { site.join(place.path.as_str()).display().to_string() };
        properties.push(("file", path.replace('\\', "/")));
        if place.line > 0 {
            properties.push(("line", place.line.to_string()));
            properties.push(("col", place.column.to_string()));
            properties.push(("endColumn", (place.column + place.width).to_string()));
        }
    }
    properties.push(("title", problem.code.to_string()));
    let properties: Vec<String> = properties.iter().map(|(name, value)| format!("{name}={}", escape_property(value))).collect();
    let suggestion = problem.suggestion.as_ref().map(|suggestion| did_you_mean(suggestion, words));
    let message: Vec<String> = [Some(said.message), said.help, suggestion].into_iter().flatten().collect();
    let command = if problem.severity == Severity::Note { "notice" } else { problem.severity.as_str() };
    format!("::{command} {}::{}", properties.join(","), escape_data(&message.join("\n")))
}

fn escape_data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn escape_property(text: &str) -> String {
    escape_data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::diagnostic::Code;
    use crate::base::path::SitePath;
    use crate::base::text::{Span, Text};

    fn words() -> Words {
        Words::new("en".parse().unwrap())
    }

    /// A place in a text: what stands between `<` and `>`, which are taken out.
    fn place(path: &str, marked: &str) -> Place {
        let start = marked.find('<').unwrap();
        let end = marked.find('>').unwrap() - 1;
        Text::new(SitePath::new(path), marked.replace(['<', '>'], "")).place(Span::new(start..end))
    }

    fn problem(place: Place) -> Diagnostic {
        Diagnostic::new(Code::UnknownMessage).arg("name", "x").at(place)
    }

    fn shown(problem: Diagnostic) -> String {
        Reporter { words: &words(), format: Format::Text(Box::new(Renderer::plain())) }.all(&[problem])
    }

    #[test]
    fn a_problem_is_shown_with_its_line_and_its_column_in_characters() {
        let shown = shown(problem(place("content/a.ru.md", "одна\nстрока с <[[ссылкой]]> и ещё\n")));
        assert_eq!(
            shown,
            "\
error[unknown-message]: No language has a message “x”.
 --> content/a.ru.md:2:10
  |
2 | строка с [[ссылкой]] и ещё
  |          ^^^^^^^^^^^
  |
  = help: Define it in i18n, in the folder of the site's default language.

"
        );
    }

    #[test]
    fn of_a_long_line_a_part_is_shown_and_the_column_is_that_of_the_whole() {
        let line = format!("{}<ошибка>{}", "ы".repeat(500), "ъ".repeat(500));
        let shown = shown(problem(place("content/a.ru.md", &line)));
        let lines: Vec<&str> = shown.lines().collect();
        assert_eq!(lines[1], " --> content/a.ru.md:1:501");
        assert!(lines[3].contains("…ыыы"), "{shown}");
        let column = |line: &str, needle: char| line.chars().position(|c| c == needle);
        assert_eq!(column(lines[3], 'о'), column(lines[4], '^'), "{shown}");
    }

    #[test]
    fn other_places_are_shown_too() {
        let first = place("content/a.en.md", "x\n<b>\n");
        let whole = Place::file(SitePath::new("content/b.en.md"));
        let shown = shown(problem(place("content/c.en.md", "<a>")).and_at(first).and_at(whole));
        for part in [" --> content/c.en.md:1:1\n", " ::: content/a.en.md:2:1\n", "2 | b\n", " ::: content/b.en.md\n"] {
            assert!(shown.contains(part), "{part}\n{shown}");
        }
    }

    #[test]
    fn a_whole_file_has_no_line() {
        let shown = shown(problem(Place::file(SitePath::new("content/b.en.md"))));
        assert!(shown.contains("--> content/b.en.md\n"), "{shown}");
    }

    #[test]
    fn a_place_at_the_end_of_a_line_is_shown_behind_it() {
        let shown = shown(problem(place("a.md", "да<>")));
        assert!(shown.contains("1 | да\n  |   ^"), "{shown}");
    }

    #[test]
    fn a_suggestion_is_asked() {
        let shown = shown(problem(place("a.md", "<x>")).suggest("thmes", ["themes"]));
        assert!(shown.contains("= help: Did you mean “themes”?"), "{shown}");
    }

    #[test]
    fn control_characters_of_a_text_do_not_reach_the_terminal() {
        let shown = shown(problem(place("a\u{1b}[31m.md", "\u{1b}]0;x\u{7}<x>")).arg("name", "\u{1b}[2J"));
        assert!(!shown.contains(['\u{1b}', '\u{7}']), "{shown:?}");
    }

    #[test]
    fn json_has_all_keys_always() {
        let value = json(&problem(place("content/a.ru.md", "ё <x>")), &words());
        assert_eq!(
            value.to_string(),
            r#"{"code":"unknown-message","severity":"error","path":"content/a.ru.md","line":1,"column":3,"message":"No language has a message “x”.","help":"Define it in i18n, in the folder of the site's default language."}"#
        );
        let bare = json(&Diagnostic::new(Code::NoSite).arg("path", "/x"), &words());
        assert!(bare["path"].is_null() && bare["line"].is_null() && bare["column"].is_null(), "{bare}");
        let more = problem(place("a.md", "<x>")).and_at(Place::file(SitePath::new("b.md"))).suggest("x", ["x"]);
        let more = json(&more, &words());
        assert_eq!(more["others"].to_string(), r#"[{"path":"b.md","line":null,"column":null}]"#);
        assert_eq!(more["suggestion"], "x");
    }

    #[test]
    fn annotations_are_escaped_as_github_wants_it() {
        let place = place("content/a,b: 100%.md", "<x>y");
        let line = annotation(&problem(place).arg("name", "x"), &words(), std::path::Path::new("wiki"));
        assert_eq!(
            line,
            "::error file=wiki/content/a%2Cb%3A 100%25.md,line=1,col=1,endColumn=2,title=unknown-message::No language has a message “x”.%0ADefine it in i18n, in the folder of the site's default language."
        );
    }

    #[test]
    fn problems_are_counted_by_severity() {
        let error = Diagnostic::new(Code::UnknownMessage);
        let warning = Diagnostic::new(Code::MissingMessage);
        assert_eq!(count(&[], &words()), None);
        assert_eq!(count(&[error.clone(), error.clone(), warning], &words()).as_deref(), Some("2 errors and 1 warning"));
        let russian = Words::new("ru".parse().unwrap());
        assert_eq!(count(std::slice::from_ref(&error), &russian).as_deref(), Some("1 ошибка"));
        assert_eq!(count(&vec![error; 5], &russian).as_deref(), Some("5 ошибок"));
    }
}
