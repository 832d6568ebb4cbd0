//! `apologue init`: a small site that works at once and shows how everything is written.
//!
//! Its texts travel inside the program, in the languages that the program speaks; a site in others begins with those. What is said in
//! comments is said in the user's language, the texts in the site's.

use std::io::ErrorKind;

use include_dir::{Dir, include_dir};

use super::args::InitArgs;
use super::words::{SPOKEN, Words};
use super::{Exit, Failure, site, terminal};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::language::Language;
use crate::base::path::SitePath;
use crate::output::edit;
use crate::source;
use crate::translation::snapshot::{self, Event};

/// `site.yaml`, `content/…` and `README.LANGUAGE.md`, with marks that [`fill`] replaces.
static SAMPLE: Dir = include_dir!("$CARGO_MANIFEST_DIR/src/cli/sample");

/// Makes the site.
pub(super) fn run(args: &InitArgs, words: &Words) -> Result<Exit, Failure> {
    let folder = site::absolute(&args.dir)?;
    let shown = site::shown(&folder);
    match source::is_vacant(&folder) {
        Ok(true) => {}
        Ok(false) => return Err(Failure::Problems(vec![Diagnostic::new(Code::FolderNotEmpty).arg("path", shown)], Exit::Usage)),
        Err(error) if error.kind() == ErrorKind::NotADirectory => {
            return Err(Failure::Problems(vec![Diagnostic::new(Code::FileExists).arg("path", shown)], Exit::Usage));
        }
        Err(error) => return Err(error.into()),
    }
    for (path, text) in plan(&args.languages, words) {
        edit::create_new(&folder.join(path.as_str()), text.as_bytes())?;
    }
    terminal::print(&format!("{}\n", words.say("init-done", &[("folder", (&shown).into())])))?;
    Ok(Exit::Done)
}

/// The files of the new site. Nothing but these arguments decides about them.
fn plan(wanted: &[Language], words: &Words) -> Vec<(SitePath, String)> {
    let languages = Languages::of(wanted);
    let mut files = Vec::new();
    collect(&SAMPLE, &mut files);
    files.sort_unstable();
    let readme = format!("README.{}.md", words.language());
    let file = |(path, text): (&str, &str)| {
        if path == readme {
            return Some((SitePath::new("README.md"), fill(text, &languages, words)));
        }
        let (stem, tag) = path.strip_suffix(".md").and_then(|stem| stem.rsplit_once('.')).unwrap_or((path, ""));
        if tag.is_empty() {
            // The facts of a work: they go into its lead edition.
            return (!path.ends_with(".facts.yaml")).then(|| (SitePath::new(path), fill(text, &languages, words)));
        }
        let language = languages.with_texts.iter().find(|language| language.as_str() == tag).filter(|_| stem != "README")?;
        let facts = SAMPLE.get_file(format!("{stem}.facts.yaml")).and_then(|file| file.contents_utf8());
        let more = match facts {
            Some(facts) if *language == languages.default => fill(facts, &languages, words),
            Some(_) => format!("translation: {{from: {}}}\n", languages.default),
            None => String::new(),
        };
        Some((SitePath::new(path), text.replacen("\n---\n", &format!("\n{more}---\n"), 1)))
    };
    let files: Vec<(SitePath, String)> = files.into_iter().filter_map(file).collect();
    let snapshots = snapshots(&files, &languages);
    files.into_iter().chain(snapshots).collect()
}

/// The sample's translations agree with their sources, and a site keeps track of that from its first day.
fn snapshots(files: &[(SitePath, String)], languages: &Languages) -> Vec<(SitePath, String)> {
    let text = |id: &str| files.iter().find(|(path, _)| **path == format!("content/{id}.{}.md", languages.default)).map(|(_, text)| text);
    let translation = |(path, _): &(SitePath, String)| {
        let (id, tag) = path.strip_prefix("content/")?.strip_suffix(".md")?.rsplit_once('.')?;
        let language = languages.with_texts.iter().copied().find(|language| language.as_str() == tag && *language != languages.default)?;
        let event = Event { did: "started".to_owned(), ..Event::default() };
        Some((snapshot::path(id, language), snapshot::write(languages.default, text(id)?, &[], event)))
    };
    files.iter().filter_map(translation).collect()
}

/// Which languages the new site has.
struct Languages {
    all: Vec<Language>,
    /// Those in which there are texts; never empty.
    with_texts: Vec<Language>,
    /// The first of these: labels of themes must be there in it.
    default: Language,
}

impl Languages {
    /// The wanted ones. If the program has texts in none of them, English is added, so that there is something to look at.
    fn of(wanted: &[Language]) -> Languages {
        let mut all: Vec<Language> = Vec::new();
        for language in wanted {
            if !all.contains(language) {
                all.push(*language);
            }
        }
        let mut with_texts: Vec<Language> = all.iter().copied().filter(|language| SPOKEN.contains(&language.as_str())).collect();
        let default = with_texts.first().copied().unwrap_or(Language::ENGLISH);
        if with_texts.is_empty() {
            all.push(default);
            with_texts.push(default);
        }
        Languages { all, with_texts, default }
    }
}

/// Fills in the sample's marks, line by line: `#: ID` becomes a comment in the user's language, `es: …` goes where the site has no
/// Spanish, and the names of its languages are put in.
fn fill(text: &str, languages: &Languages, words: &Words) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let content = line.trim_start();
        let indent = &line[..line.len() - content.len()];
        if let Some(id) = content.strip_prefix("#: ") {
            let comment = words.find(id).unwrap_or_default();
            for line in comment.lines() {
                out.push_str(format!("{indent}# {line}").trim_end());
                out.push('\n');
            }
        } else if !is_of_absent_language(content, languages) {
            let names: Vec<&str> = languages.all.iter().map(Language::as_str).collect();
            out.push_str(&line.replace("{languages}", &names.join(", ")).replace("{default}", languages.default.as_str()));
            out.push('\n');
        }
    }
    out
}

fn is_of_absent_language(line: &str, languages: &Languages) -> bool {
    let tag = line.split_once(": ").map_or("", |(key, _)| key);
    SPOKEN.contains(&tag) && !languages.with_texts.iter().any(|language| language.as_str() == tag)
}

fn collect<'a>(folder: &'a Dir, files: &mut Vec<(&'a str, &'a str)>) {
    for file in folder.files() {
        files.extend(file.path().to_str().zip(file.contents_utf8()));
    }
    folder.dirs().for_each(|inner| collect(inner, files));
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn planned(languages: &[&str], ui: &str) -> BTreeMap<String, String> {
        let languages: Vec<Language> = languages.iter().map(|tag| tag.parse().unwrap()).collect();
        let files = plan(&languages, &Words::new(ui.parse().unwrap()));
        files.into_iter().map(|(path, text)| (path.to_string(), text)).collect()
    }

    #[test]
    fn the_sample_has_every_text_in_every_language() {
        let files = planned(&["es", "ru", "it", "en"], "en");
        for language in SPOKEN {
            let tag = format!(".{language}.md");
            assert_eq!(files.keys().filter(|path| path.ends_with(&tag) && !path.contains("/.")).count(), 5, "{language}");
        }
        assert!(files.contains_key("README.md") && files.contains_key("content/themes.yaml"));
        assert!(files.values().all(|text| !text.contains("#: ") && !text.contains("{default}") && !text.contains("{languages}")));
    }

    #[test]
    fn facts_stand_in_the_edition_that_leads_and_the_others_name_it() {
        let files = planned(&["it", "es"], "en");
        assert!(files["content/paths/your-first-hour.it.md"].contains("\nsteps:\n"));
        let spanish = &files["content/paths/your-first-hour.es.md"];
        assert!(spanish.contains("\ntranslation: {from: it}\n---\n") && !spanish.contains("steps:"), "{spanish}");
        assert!(files["site.yaml"].contains("languages: [it, es]\n") && !files["site.yaml"].contains("  ru:"));
        assert!(!files.keys().any(|path| path.contains(".ru.")));
    }

    #[test]
    fn a_site_in_other_languages_begins_with_what_there_is() {
        let site = &planned(&["pt", "es", "pt"], "en")["site.yaml"];
        assert!(site.contains("languages: [pt, es]\n") && site.contains("default_language: es\n"), "{site}");
        let site = &planned(&["he"], "en")["site.yaml"];
        assert!(site.contains("languages: [he, en]\n") && site.contains("default_language: en\n"), "{site}");
    }

    #[test]
    fn comments_are_in_the_users_language_and_texts_in_the_sites() {
        let files = planned(&["es"], "ru");
        assert!(files["site.yaml"].starts_with("# Сайт."));
        assert!(files["README.md"].starts_with("# Ваш сайт"));
        assert!(files["content/index.es.md"].contains("Esto es una muestra"));
    }

    #[test]
    fn what_a_translation_was_made_from_is_kept_from_the_first_day() {
        let files = planned(&["it", "es"], "en");
        let kept = &files["content/.translated-from/paths/your-first-hour.es.md"];
        assert!(kept.ends_with(&files["content/paths/your-first-hour.it.md"]), "{kept}");
        assert!(!files.keys().any(|path| path.starts_with("content/.translated-from/") && path.ends_with(".it.md")));
    }
}
