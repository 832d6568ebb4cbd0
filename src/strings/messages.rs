//! Diagnostics as sentences of the user's language.
//!
//! The message of a [`Code`](crate::base::diagnostic::Code) stands in `diagnostics.ftl` under the code's own name, with what to do in its
//! attribute `help`. The user's language is that of the computer or of `--ui`; it need not be one of the site's.

use super::bundle::Bundle;
use super::{Arg, Output, StringError, built_in, by_language, is_for_readers, layers};
use crate::base::diagnostic::Diagnostic;
use crate::base::language::Language;
use crate::base::locale::Locale;
use crate::base::number::Number;

/// The strings for authors, in one language and in English.
#[derive(Debug)]
pub struct Messages {
    bundles: Vec<Bundle>,
    locale: Locale,
}

/// What a diagnostic says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
}

impl Messages {
    /// The messages in this language; what it lacks is said in English.
    pub fn new(language: Language) -> Messages {
        let texts = built_in();
        let (files, _) = by_language(&texts, &[]);
        let languages = [language, Language::ENGLISH];
        let languages = if language == Language::ENGLISH { &languages[..1] } else { &languages[..] };
        let bundle = |language: &Language| {
            let layers = layers(&[*language], &files, &Default::default(), |text| !is_for_readers(text));
            Bundle::new(Locale::new(*language), &layers).0
        };
        Messages { bundles: languages.iter().map(bundle).collect(), locale: Locale::new(language) }
    }

    /// How the language writes numbers and lists.
    pub fn locale(&self) -> &Locale {
        &self.locale
    }

    /// A string of the program itself.
    pub fn get(&self, id: &str, args: &[(&str, Arg)]) -> Result<String, StringError> {
        match self.bundles.iter().find(|bundle| bundle.has(id)) {
            Some(bundle) => bundle.format(id, args, Output::Plain),
            None => Err(StringError::UnknownMessage(id.to_owned())),
        }
    }

    /// The diagnostic's message and help. A code without message is said by its name and arguments: a problem is never left unsaid.
    pub fn say(&self, problem: &Diagnostic) -> Said {
        let code = problem.code.as_str();
        let args: Vec<(&str, Arg)> = problem.args.iter().map(|(name, value)| (&**name, arg(name, value))).collect();
        let message = self.get(code, &args).unwrap_or_else(|_| {
            let args: Vec<String> = problem.args.iter().map(|(name, value)| format!("{name}: {value}")).collect();
            if args.is_empty() { code.to_owned() } else { format!("{code} ({})", args.join(", ")) }
        });
        Said { message, help: self.get(&format!("{code}.help"), &args).ok().filter(|help| !help.is_empty()) }
    }
}

/// Arguments are texts, as a name of digits is one; `count` alone is a number and takes a plural.
fn arg<'a>(name: &str, value: &'a str) -> Arg<'a> {
    match value.parse::<Number>() {
        Ok(number) if name == "count" => Arg::Number(number),
        _ => Arg::Text(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::diagnostic::Code;

    #[test]
    fn a_diagnostic_is_a_sentence_with_help() {
        let messages = Messages::new(Language::ENGLISH);
        let said = messages.say(&Diagnostic::new(Code::UnknownMessage).arg("name", "site-titel"));
        assert_eq!(said.message, "No language has a message “site-titel”.");
        assert!(said.help.is_some());
    }

    #[test]
    fn a_count_takes_its_plural() {
        let messages = Messages::new(Language::ENGLISH);
        let problem = |count: u32| {
            let problem = Diagnostic::new(Code::MissingMessage).arg("language", "he").arg("count", count);
            messages.say(&problem.arg("name", "a").arg("file", "i18n/he/site.ftl")).message
        };
        assert_eq!(problem(1), "The language “he” has no string “a”.");
        assert_eq!(problem(1200), "The language “he” lacks 1,200 strings, among them a.");
    }

    #[test]
    fn a_language_that_the_program_does_not_speak_gets_english() {
        let problem = Diagnostic::new(Code::UnknownMessage).arg("name", "x");
        let tlh = Messages::new("tlh".parse().unwrap());
        assert_eq!(tlh.say(&problem), Messages::new(Language::ENGLISH).say(&problem));
    }

    #[test]
    fn a_problem_whose_message_lacks_an_argument_is_still_said() {
        let said = Messages::new(Language::ENGLISH).say(&Diagnostic::new(Code::UnknownMessage).arg("other", "x"));
        assert_eq!(said.message, "unknown-message (other: x)");
    }
}
