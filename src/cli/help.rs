//! The command line in the user's language: help, and what is wrong with what was typed.
//!
//! The message of a command is `cli-COMMAND`, that of an argument `cli-COMMAND-ARGUMENT`, or `cli-ARGUMENT` where it means the same
//! everywhere. clap's own words (`[OPTIONS]`) stay as they are.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory, Error};

use super::args::Arguments;
use super::words::Words;

/// What all commands have is listed after what is their own.
pub(super) const LAST: usize = 1000;

/// The command line with its help texts.
pub(super) fn command(words: &Words) -> Command {
    let command = Arguments::command()
        .arg(Arg::new("help").short('h').long("help").action(ArgAction::Help).global(true).display_order(LAST))
        .arg(Arg::new("version").short('V').long("version").action(ArgAction::Version).display_order(LAST))
        .arg_required_else_help(true)
        .subcommand_help_heading(words.say("cli-heading-commands", &[]));
    with_commands(localize(command, "cli", words).about(words.say("cli-about", &[])), "cli", words)
}

/// The commands of a command: `export po` is `cli-export-po`.
fn with_commands(command: Command, id: &str, words: &Words) -> Command {
    let command = if command.has_subcommands() { command.disable_help_subcommand(true) } else { command };
    command.subcommand_help_heading(words.say("cli-heading-commands", &[])).mut_subcommands(|command| {
        let id = format!("{id}-{}", command.get_name());
        let about = words.find(&id).unwrap_or_default();
        with_commands(localize(command, &id, words).about(about), &id, words)
    })
}

fn localize(command: Command, id: &str, words: &Words) -> Command {
    let template = format!("{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}{{after-help}}", words.say("cli-heading-usage", &[]));
    let arguments = words.say("cli-heading-arguments", &[]);
    let options = words.say("cli-heading-options", &[]);
    command.long_about(None).help_template(template).mut_args(|arg| {
        let own = words.find(&format!("{id}-{}", arg.get_id()));
        let help = own.or_else(|| words.find(&format!("cli-{}", arg.get_id()))).unwrap_or_default();
        let heading = if arg.is_positional() { &arguments } else { &options };
        let arg = arg.help(help).long_help(None).help_heading(heading.clone());
        // The texts name the values and defaults themselves: clap can do so in English only.
        if arg.get_action().takes_values() { arg.hide_possible_values(true).hide_default_value(true) } else { arg }
    })
}

/// What is wrong with the arguments, and where to read more.
pub(super) fn usage_error(error: &Error, words: &Words) -> String {
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        return error.to_string().trim_end().to_owned();
    }
    let Some(message) = message(error, words) else { return error.to_string().trim_end().to_owned() };
    let mut lines = vec![words.error(&message)];
    let suggested = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    if let Some(name) = suggested.into_iter().find_map(|kind| first(error.get(kind)?)) {
        lines.push(words.say("report-did-you-mean", &[("name", (&name).into())]));
    }
    lines.push(words.say("usage-see-help", &[]));
    lines.join("\n")
}

/// `None` for what cannot be said in the user's language.
fn message(error: &Error, words: &Words) -> Option<String> {
    let text = |kind| error.get(kind).and_then(first);
    let argument = text(ContextKind::InvalidArg);
    Some(match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let name = text(ContextKind::InvalidSubcommand)?;
            words.say("usage-unknown-command", &[("name", (&name).into())])
        }
        ErrorKind::UnknownArgument => words.say("usage-unknown-argument", &[("name", (&argument?).into())]),
        ErrorKind::MissingRequiredArgument => {
            let names = all(error.get(ContextKind::InvalidArg)?);
            words.say("usage-missing-arguments", &[("names", (&names.join(" ")).into()), ("count", names.len().into())])
        }
        ErrorKind::ArgumentConflict => words.say("usage-conflict", &[("name", (&argument?).into())]),
        ErrorKind::NoEquals | ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let (argument, value) = (argument?, text(ContextKind::InvalidValue).unwrap_or_default());
            if value.is_empty() {
                return Some(words.say("usage-value-missing", &[("name", (&argument).into())]));
            }
            let allowed = error.get(ContextKind::ValidValue).map(|values| all(values).join(", "));
            let wanted = match &allowed {
                Some(_) => "one-of".to_owned(),
                None => std::error::Error::source(error).map(ToString::to_string).unwrap_or_default(),
            };
            let allowed = allowed.unwrap_or_default();
            let args =
                [("name", (&argument).into()), ("value", (&value).into()), ("wanted", (&wanted).into()), ("allowed", (&allowed).into())];
            words.say("usage-invalid-value", &args)
        }
        ErrorKind::InvalidUtf8 => words.say("usage-not-utf8", &[]),
        _ => return None,
    })
}

fn first(value: &ContextValue) -> Option<String> {
    all(value).into_iter().next()
}

fn all(value: &ContextValue) -> Vec<String> {
    match value {
        ContextValue::String(text) => vec![text.clone()],
        ContextValue::Strings(texts) => texts.clone(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::words::SPOKEN;

    fn words(language: &str) -> Words {
        Words::new(language.parse().unwrap())
    }

    fn refuse(language: &str, arguments: &[&str]) -> String {
        let words = words(language);
        let arguments = ["apologue"].iter().chain(arguments);
        usage_error(&command(&words).try_get_matches_from(arguments).unwrap_err(), &words)
    }

    #[test]
    fn the_command_line_is_sound_and_every_part_of_it_is_explained() {
        for language in SPOKEN {
            let mut command = command(&words(language));
            command.build();
            command.clone().debug_assert();
            let inner = command.get_subcommands().flat_map(clap::Command::get_subcommands);
            for command in command.get_subcommands().chain(inner).chain([&command]) {
                let about = command.get_about().map(ToString::to_string).unwrap_or_default();
                assert!(!about.is_empty(), "{language}: {}", command.get_name());
                for arg in command.get_arguments() {
                    let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
                    assert!(!help.is_empty(), "{language}: {} {}", command.get_name(), arg.get_id());
                }
            }
        }
    }

    #[test]
    fn what_is_wrong_with_the_arguments_is_said_in_the_users_language() {
        assert_eq!(
            refuse("ru", &["biuld"]).lines().collect::<Vec<_>>(),
            ["ошибка: Команды «biuld» нет.", "Может быть, вы имели в виду «build»?", "Что можно ввести, показывает «apologue --help»."]
        );
        assert!(refuse("es", &["build", "--drafs"]).contains("--drafts"));
        assert!(refuse("en", &["init"]).contains("<DIR>"));
        assert!(refuse("en", &["build", "-j", "0"]).contains("a number"));
        assert!(refuse("en", &["build", "--format", "xml"]).contains("text, json"));
        assert!(refuse("en", &["build", "-o"]).contains("needs a value"));
        assert!(refuse("en", &["check", "--format", "json", "--format", "text"]).contains("--format"));
    }

    #[test]
    fn help_has_no_english_headings_in_other_languages() {
        let help = command(&words("ru")).render_help().to_string();
        assert!(help.contains("Команды:") && help.contains("Параметры:") && !help.contains("Usage:"), "{help}");
    }
}
