//! `apologue export`: what the site says, in the formats of other systems.

use std::path::Path;

use super::args::{ExportArgs, ExportCommand, GlossaryArgs, SkosArgs, Syntax};
use super::words::{self, Words};
use super::{Exit, Failure, exit_of, site, terminal};
use crate::base::diagnostic::{Diagnostic, Severity};
use crate::base::language::Language;
use crate::exchange::{glossary, skos};
use crate::output::edit;
use crate::pipeline::{Settings, Understood, understand};
use crate::source;

/// Exports.
pub(super) fn run(args: &ExportArgs, words: &Words) -> Result<Exit, Failure> {
    match &args.what {
        ExportCommand::Skos(args) => thesaurus(args),
        ExportCommand::Glossary(args) => terms(args, words),
    }
}

fn thesaurus(args: &SkosArgs) -> Result<Exit, Failure> {
    let site = read(args.source.as_deref())?;
    let scheme = skos::scheme(&site.site);
    let text = match args.syntax {
        Syntax::Turtle => skos::turtle(&scheme),
        Syntax::JsonLd => skos::json_ld(&scheme),
    };
    write(&text, args.output.as_deref(), args.source.as_deref())
}

fn terms(args: &GlossaryArgs, words: &Words) -> Result<Exit, Failure> {
    let site = read(args.source.as_deref())?;
    let config = &site.config;
    let known = |tag: &str| {
        let language = tag.parse().ok().filter(|language| config.has(*language));
        language.ok_or_else(|| {
            let languages: Vec<&str> = config.languages.iter().map(Language::as_str).collect();
            let said = words.say("new-unknown-language", &[("language", tag.into()), ("languages", (&languages.join(", ")).into())]);
            Failure::Usage(words.error(&said))
        })
    };
    let to = known(&args.to)?;
    let from = args.from.as_deref().map_or(Ok(config.default_language), known)?;
    if from == to {
        let said = words.say("export-same-language", &[("language", to.as_str().into())]);
        return Err(Failure::Usage(words.error(&said)));
    }
    // The comments are for whoever writes the target.
    let theirs = words::spoken(to.as_str()).map(Words::new);
    let avoid = |list: &str| theirs.as_ref().unwrap_or(words).say("export-avoid", &[("words", list.into())]);
    let pair = glossary::Pair { from, to, default: config.default_language, avoid: &avoid };
    write(&glossary::lines(&site.data.thesaurus, pair), args.output.as_deref(), args.source.as_deref())
}

/// The site, unless something is wrong that other systems would take for true.
pub(super) fn read(stated: Option<&Path>) -> Result<Understood, Failure> {
    let sources = source::look(&site::find(stated)?)?.read(None);
    let (understood, problems) = understand(&sources, &Settings { drafts: true, ..Settings::default() });
    let data = |problem: &Diagnostic| problem.place.as_ref().is_none_or(|place| place.path.ends_with(".yaml"));
    let errors: Vec<Diagnostic> = problems.into_iter().filter(|problem| problem.severity == Severity::Error && data(problem)).collect();
    match understood {
        Some(understood) if errors.is_empty() => Ok(understood),
        _ => {
            let exit = exit_of(&errors);
            Err(Failure::Problems(errors, exit))
        }
    }
}

/// Writes what was asked for to the file that was named, else to standard output.
pub(super) fn write(text: &str, output: Option<&Path>, stated: Option<&Path>) -> Result<Exit, Failure> {
    match output {
        Some(path) => edit::export(&site::absolute(path)?, text.as_bytes(), &site::find(stated)?)?,
        None => terminal::print(text)?,
    }
    Ok(Exit::Done)
}
