//! What pages are told, in the author's language and as plain data: the script puts it into the page as text.

use std::path::PathBuf;

use serde_json::{Value, json};

use super::{Editor, Origin};
use crate::base::diagnostic::{Diagnostic, Severity};
use crate::base::language::Language;
use crate::base::locale::Conjunction;
use crate::base::text::Place;
use crate::strings::Arg;
use crate::strings::messages::Messages;

/// More problems help nobody who looks at a page; the terminal shows all.
const MOST: usize = 50;

/// The program's words for pages.
pub(super) struct Voice {
    messages: Messages,
    editor: Option<Editor>,
    root: PathBuf,
}

impl Voice {
    /// In this language.
    pub(super) fn new(language: Language, editor: Option<Editor>, root: PathBuf) -> Voice {
        Voice { messages: Messages::new(language), editor, root }
    }

    /// The site's folder.
    pub(super) fn root(&self) -> &std::path::Path {
        &self.root
    }

    pub(super) fn language(&self) -> Language {
        self.messages.locale().language()
    }

    pub(super) fn say(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.messages.get(id, args).unwrap_or_else(|_| id.to_owned())
    }

    /// The words that the script needs whatever happens.
    pub(super) fn words(&self) -> Value {
        json!({
            "lang": self.language(),
            "hide": self.say("overlay-hide", &[]),
            "gone": self.say("overlay-gone", &[]),
            "lost": self.say("overlay-lost", &[]),
            "source": self.say("overlay-source", &[]),
            "copy": self.say("overlay-copy", &[]),
            "copied": self.say("overlay-copied", &[]),
        })
    }

    /// Everything that is wrong. `is_first` where there is no site yet to stay as it was. Whoever sits at another machine has no use for
    /// this one's editor, and need not know its folders.
    pub(super) fn problems(&self, problems: &[&Diagnostic], is_first: bool, is_here: bool) -> Value {
        let errors = problems.iter().filter(|problem| problem.severity == Severity::Error).count();
        let warnings = problems.len() - errors;
        let counted: Vec<String> = [("count-errors", errors), ("count-warnings", warnings)]
            .into_iter()
            .filter(|(_, count)| *count > 0)
            .map(|(id, count)| self.say(id, &[("count", count.into())]))
            .collect();
        let counted: Vec<&str> = counted.iter().map(String::as_str).collect();
        let counted = self.messages.locale().list(&counted, Conjunction::And);
        let title = match (errors, is_first) {
            (0, _) => counted,
            (_, false) => self.say("overlay-errors", &[("problems", (&counted).into())]),
            (_, true) => self.say("overlay-first", &[("problems", (&counted).into())]),
        };
        let more = problems.len().saturating_sub(MOST);
        json!({
            "errors": errors,
            "warnings": warnings,
            "title": title,
            "list": problems.iter().take(MOST).map(|problem| self.problem(problem, is_here)).collect::<Vec<_>>(),
            "more": (more > 0).then(|| self.say("overlay-more", &[("count", more.into())])),
        })
    }

    fn problem(&self, problem: &Diagnostic, is_here: bool) -> Value {
        let said = self.messages.say(problem);
        let label = match problem.severity {
            Severity::Error => "report-error",
            Severity::Warning => "report-warning",
            Severity::Note => "report-note",
        };
        let suggestion = problem.suggestion.as_ref().map(|name| self.say("report-did-you-mean", &[("name", name.into())]));
        let places = problem.place.iter().chain(&problem.others).map(|place| self.place(place, is_here));
        json!({
            "severity": problem.severity.as_str(),
            "label": self.say(label, &[]),
            "code": problem.code.as_str(),
            "message": said.message,
            "help": said.help.into_iter().chain(suggestion).collect::<Vec<_>>(),
            "places": places.collect::<Vec<_>>(),
        })
    }

    fn place(&self, place: &Place, is_here: bool) -> Value {
        if place.line == 0 {
            return json!({ "place": place.path, "url": self.url(&place.path, 1, 1, is_here) });
        }
        json!({
            "place": format!("{}:{}:{}", place.path, place.line, place.column),
            "url": self.url(&place.path, place.line, place.column, is_here),
            "line": place.line,
            "source": place.source,
            "cut": place.cut > 0,
            "start": (place.column - 1).saturating_sub(place.cut),
            "width": place.width,
        })
    }

    /// Where a page comes from.
    pub(super) fn origin(&self, origin: &Origin, is_here: bool) -> Value {
        json!({ "place": format!("{}:{}", origin.path, origin.line), "url": self.url(&origin.path, origin.line, 1, is_here) })
    }

    fn url(&self, path: &str, line: u32, column: u32, is_here: bool) -> Option<String> {
        let editor = self.editor.as_ref().filter(|_| is_here)?;
        Some(editor.address(&self.root.join(path), line, column))
    }

    /// All problems as plain text, for a page that can show nothing else.
    pub(super) fn plain(&self, problems: &[&Diagnostic]) -> String {
        let mut out = String::new();
        for problem in problems.iter().take(MOST) {
            let said = self.messages.say(problem);
            out.push_str(&format!("[{}] {}\n", problem.code, said.message));
            for place in problem.place.iter().chain(&problem.others) {
                match place.line {
                    0 => out.push_str(&format!("    {}\n", place.path)),
                    _ => out.push_str(&format!("    {}:{}:{}: {}\n", place.path, place.line, place.column, place.source)),
                }
            }
            said.help.iter().for_each(|help| out.push_str(&format!("    {help}\n")));
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::diagnostic::Code;
    use crate::base::path::SitePath;
    use crate::base::text::{Span, Text};

    #[test]
    fn a_problem_is_told_with_its_line_and_what_to_do() {
        let voice = Voice::new("ru".parse().unwrap(), Editor::new("vscode"), PathBuf::from("/w"));
        let place = Text::new(SitePath::new("content/a.ru.md"), "а\nвот [[нет]]\n").place(Span::new(10..10 + 10));
        let problem = Diagnostic::new(Code::BrokenLink).arg("name", "нет").at(place);
        let told = voice.problems(&[&problem], false, true);
        assert_eq!((told["errors"].as_u64(), told["warnings"].as_u64()), (Some(1), Some(0)));
        let first = &told["list"][0];
        assert_eq!((first["code"].as_str(), first["label"].as_str()), (Some("broken-link"), Some("ошибка")));
        let place = &first["places"][0];
        assert_eq!(place["place"], "content/a.ru.md:2:5");
        assert_eq!(place["url"], "vscode://file/w/content/a.ru.md:2:5");
        assert_eq!((place["source"].as_str(), place["start"].as_u64(), place["width"].as_u64()), (Some("вот [[нет]]"), Some(4), Some(7)));
        assert!(voice.problems(&[&problem], false, false)["list"][0]["places"][0]["url"].is_null());
    }

    #[test]
    fn every_word_for_pages_is_there() {
        let english = Voice::new(Language::ENGLISH, None, PathBuf::new());
        let used = [include_str!("problems.rs").split("mod tests").next().unwrap_or_default(), include_str!("stage.rs")].concat();
        let ids = used.split(concat!("\"", "overlay-")).skip(1).filter_map(|rest| rest.split('"').next()).filter(|rest| !rest.is_empty());
        for id in ids.map(|rest| format!("overlay-{rest}")) {
            assert_ne!(english.say(&id, &[("count", 1u32.into()), ("problems", "1 error".into())]), id);
        }
    }
}
