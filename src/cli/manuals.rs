//! `apologue completions` and `apologue man`: for shells and packagers.

use std::io;
use std::path::Path;

use clap::Command;
use clap_complete::Shell;
use clap_mangen::Man;

use super::words::Words;
use super::{Exit, Failure, terminal};
use crate::output::edit;

/// Prints a script for the shell.
pub(super) fn completions(shell: Shell, mut command: Command) -> Result<Exit, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command, "apologue", &mut script);
    terminal::print(&String::from_utf8_lossy(&script))?;
    Ok(Exit::Done)
}

/// Prints the program's manual page, or writes those of all commands into a folder.
pub(super) fn man(folder: Option<&Path>, command: Command, words: &Words) -> Result<Exit, Failure> {
    let pages = pages(command)?;
    let Some(folder) = folder else {
        if let Some((_, page)) = pages.first() {
            terminal::print(&String::from_utf8_lossy(page))?;
        }
        return Ok(Exit::Done);
    };
    for (name, page) in &pages {
        edit::create_new(&folder.join(name), page)?;
    }
    terminal::print(&format!("{}\n", words.say("man-written", &[("count", pages.len().into())])))?;
    Ok(Exit::Done)
}

/// The pages by file name, the program's own first.
fn pages(mut command: Command) -> io::Result<Vec<(String, Vec<u8>)>> {
    command.build();
    let named = |prefix: &str, one: &Command| one.clone().display_name(format!("{prefix}-{}", one.get_name()));
    let commands = command.get_subcommands().flat_map(|one| {
        let name = format!("apologue-{}", one.get_name());
        let inner: Vec<Command> = one.get_subcommands().map(|inner| named(&name, inner)).collect();
        [named("apologue", one)].into_iter().chain(inner)
    });
    let mut pages = Vec::new();
    for one in [command.clone()].into_iter().chain(commands) {
        let page = Man::new(one);
        let mut bytes = Vec::new();
        page.render(&mut bytes)?;
        pages.push((page.get_filename(), bytes));
    }
    Ok(pages)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::help;

    #[test]
    fn there_is_a_manual_page_for_every_command() {
        let pages = pages(help::command(&Words::new("es".parse().unwrap()))).unwrap();
        let names: Vec<&str> = pages.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(
            names,
            [
                "apologue.1",
                "apologue-build.1",
                "apologue-serve.1",
                "apologue-check.1",
                "apologue-init.1",
                "apologue-new.1",
                "apologue-translate.1",
                "apologue-accept.1",
                "apologue-status.1",
                "apologue-search.1",
                "apologue-move.1",
                "apologue-export.1",
                "apologue-export-po.1",
                "apologue-export-skos.1",
                "apologue-export-glossary.1",
                "apologue-import.1",
                "apologue-completions.1",
                "apologue-man.1"
            ]
        );
    }
}
