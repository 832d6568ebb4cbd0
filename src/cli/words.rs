//! The program's own words, in the language of whoever runs it.

use std::ffi::OsString;

use crate::base::diagnostic::Diagnostic;
use crate::base::language::Language;
use crate::base::locale::Locale;
use crate::strings::messages::{Messages, Said};
use crate::strings::{Arg, Strings};

/// The languages that the program speaks.
pub(super) const SPOKEN: [&str; 4] = ["en", "es", "it", "ru"];

/// The program's words in one language.
pub(super) struct Words {
    messages: Messages,
}

impl Words {
    pub(super) fn new(language: Language) -> Words {
        Words { messages: Messages::new(language) }
    }

    pub(super) fn language(&self) -> Language {
        self.locale().language()
    }

    pub(super) fn locale(&self) -> &Locale {
        self.messages.locale()
    }

    /// A message of `program.ftl`. A test holds that all are there; should one fail all the same, its name says more than nothing.
    pub(super) fn say(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.messages.get(id, args).unwrap_or_else(|_| id.to_owned())
    }

    /// A message without arguments that need not exist.
    pub(super) fn find(&self, id: &str) -> Option<String> {
        self.messages.get(id, &[]).ok()
    }

    /// A problem as a sentence.
    pub(super) fn problem(&self, problem: &Diagnostic) -> Said {
        self.messages.say(problem)
    }

    /// `error: message`
    pub(super) fn error(&self, message: &str) -> String {
        format!("{}: {message}", self.say("report-error", &[]))
    }

    /// What these languages are called in the user's own.
    pub(super) fn language_names(&self, languages: &[Language]) -> Vec<String> {
        let (strings, _) = Strings::load(&[], &[self.language()], self.language(), &Default::default());
        let name = |language: &Language| strings.get(self.language(), &format!("language-{language}"), &[]);
        languages.iter().map(|language| name(language).unwrap_or_else(|_| language.to_string())).collect()
    }
}

/// The language of `--ui`, else of the computer, as far as the program speaks it.
pub(super) fn user_language(arguments: &[OsString]) -> Language {
    choose(stated(arguments), sys_locale::get_locales())
}

/// What follows `--ui`. The arguments are not parsed yet: whatever is wrong with them is to be said in this language.
fn stated(arguments: &[OsString]) -> Option<&str> {
    let mut rest = arguments.iter().skip(1).map(|argument| argument.to_str().unwrap_or_default()).take_while(|argument| *argument != "--");
    while let Some(argument) = rest.next() {
        match argument.strip_prefix("--ui") {
            Some("") => return rest.next(),
            Some(value) if value.starts_with('=') => return value.get(1..),
            _ => {}
        }
    }
    None
}

fn choose(stated: Option<&str>, locales: impl Iterator<Item = String>) -> Language {
    if let Some(language) = stated.and_then(spoken) {
        return language;
    }
    for locale in locales {
        // The plain computer speaks English, whatever else is set.
        if matches!(locale.as_str(), "C" | "POSIX") {
            break;
        }
        if let Some(language) = spoken(&locale) {
            return language;
        }
    }
    Language::ENGLISH
}

/// The language of a locale such as `es-MX`, if the program speaks it.
pub(super) fn spoken(locale: &str) -> Option<Language> {
    let language = locale.parse::<Language>().ok()?.base();
    SPOKEN.contains(&language.as_str()).then_some(language)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use fluent_syntax::ast::Entry;

    use super::*;

    fn language(arguments: &[&str], locales: &[&str]) -> String {
        let arguments: Vec<OsString> = arguments.iter().map(OsString::from).collect();
        choose(stated(&arguments), locales.iter().map(|locale| (*locale).to_owned())).to_string()
    }

    #[test]
    fn the_language_is_the_stated_one_or_the_computers() {
        assert_eq!(language(&["apologue", "build", "--ui", "ru"], &["es-ES"]), "ru");
        assert_eq!(language(&["apologue", "--ui=it", "check"], &[]), "it");
        assert_eq!(language(&["apologue", "check"], &["es-MX", "en-US"]), "es");
        assert_eq!(language(&["apologue", "check"], &["fr-FR", "ru-RU"]), "ru");
        assert_eq!(language(&["apologue", "check"], &["C", "ru-RU"]), "en");
        assert_eq!(language(&["apologue", "check", "--ui"], &["fr-FR"]), "en");
        assert_eq!(language(&["apologue", "new", "--", "--ui", "ru"], &[]), "en");
    }

    fn ids(source: &str) -> BTreeSet<String> {
        let resource = fluent_syntax::parser::parse(source).map_err(|(_, errors)| errors).unwrap();
        let ids = resource.body.iter().map(|entry| match entry {
            Entry::Message(message) => message.id.name.to_owned(),
            Entry::Term(term) => format!("-{}", term.id.name),
            _ => String::new(),
        });
        ids.filter(|id| !id.is_empty()).collect()
    }

    #[test]
    fn every_language_has_all_the_words() {
        let english = ids(include_str!("../../i18n/en/program.ftl"));
        let others = [
            ("es", include_str!("../../i18n/es/program.ftl")),
            ("it", include_str!("../../i18n/it/program.ftl")),
            ("ru", include_str!("../../i18n/ru/program.ftl")),
        ];
        for (language, source) in others {
            assert_eq!(ids(source), english, "{language}");
        }
    }

    #[test]
    fn every_word_that_the_program_uses_is_there() {
        let english = ids(include_str!("../../i18n/en/program.ftl"));
        let files = [
            include_str!("mod.rs"),
            include_str!("args.rs"),
            include_str!("build.rs"),
            include_str!("check.rs"),
            include_str!("export.rs"),
            include_str!("help.rs"),
            include_str!("init.rs"),
            include_str!("manuals.rs"),
            include_str!("moving.rs"),
            include_str!("new.rs"),
            include_str!("progress.rs"),
            include_str!("report.rs"),
            include_str!("serve.rs"),
            include_str!("site.rs"),
        ];
        let used = files.iter().flat_map(|file| file.split("say(\"").skip(1)).filter_map(|rest| rest.split('"').next());
        let missing: Vec<&str> = used.filter(|id| !english.contains(*id)).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }

    #[test]
    fn languages_are_named_in_the_users_own() {
        let languages = ["es", "ru", "he"].map(|tag| tag.parse().unwrap());
        assert_eq!(Words::new("it".parse().unwrap()).language_names(&languages), ["spagnolo", "russo", "ebraico"]);
    }
}
