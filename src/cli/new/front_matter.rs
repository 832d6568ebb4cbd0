//! The front matter of a text that is still to be written.

use std::collections::BTreeSet;

use crate::base::language::Language;
use crate::base::path::{ConceptId, WorkId};
use crate::cli::words::Words;
use crate::config::Kind;

/// How many examples of the site's own a list is begun with.
const EXAMPLES: usize = 2;

/// What is known of the text.
pub(super) struct Blank<'a> {
    pub kind: Kind,
    /// Whether its folder says something else.
    pub states_kind: bool,
    pub title: String,
    /// Language and path of the edition that it is to be translated from.
    pub original: Option<(Language, String)>,
    pub themes: &'a [ConceptId],
    pub stories: BTreeSet<WorkId>,
    pub maxims: BTreeSet<WorkId>,
}

impl Blank<'_> {
    /// The whole file. Lines that begin with `# ` explain; those that begin with `#` alone are keys that wait to be used: without it
    /// they are right as they are.
    pub(super) fn write(&self, words: &Words) -> String {
        let mut lines = Lines { text: String::from("---\n"), words };
        lines.key("title", &quoted(&self.title));
        if self.states_kind {
            lines.key("kind", self.kind.as_str());
        }
        lines.explain("new-draft");
        lines.key("draft", "true");
        if let Some((language, _)) = &self.original {
            lines.explain("new-translation");
            lines.key("translation", &format!("{{from: {language}}}"));
        }
        if let Kind::Path = self.kind
            && self.original.is_none()
        {
            lines.explain("new-steps");
            let steps: Vec<&WorkId> = self.stories.iter().take(EXAMPLES).chain(self.maxims.iter().take(EXAMPLES)).collect();
            lines.key("steps", "");
            match steps.as_slice() {
                [] => lines.text.push_str("  []\n"),
                steps => steps.iter().for_each(|step| lines.text.push_str(&format!("  - {step}\n"))),
            }
        }
        lines.text.push('\n');
        lines.explain("new-more");
        lines.text.push('\n');
        lines.waiting("new-summary", "summary", "\"…\"");
        lines.waiting("new-slug", "slug", &slug(&self.title));
        match &self.original {
            Some((_, path)) => lines.remark("new-facts-elsewhere", path),
            None => self.facts(&mut lines),
        }
        lines.text.push_str("---\n\n");
        lines.text
    }

    /// The keys of the work.
    fn facts(&self, lines: &mut Lines) {
        lines.waiting("new-themes", "themes", &list(self.themes.iter().map(ConceptId::as_str)));
        let maxims = list(self.maxims.iter().map(WorkId::as_str));
        let stories = list(self.stories.iter().map(WorkId::as_str));
        match self.kind {
            Kind::Story => {
                lines.waiting("new-source", "source", "{author: \"…\", work: \"…\", year: 2010, fiction: false}");
                lines.waiting("new-illustrates", "illustrates", &maxims);
            }
            Kind::Maxim => {
                lines.waiting("new-said-by", "said_by", "\"…\"");
            }
            Kind::Exercise => {
                lines.waiting("new-level", "level", "1");
                lines.waiting("new-minutes", "minutes", "15");
                lines.waiting("new-practises", "practises", &maxims);
            }
            Kind::Path => {
                lines.waiting("new-numbered", "numbered", "true");
                lines.waiting("new-cadence", "cadence", "weekly");
            }
            Kind::Page => lines.waiting("new-weight", "weight", "10"),
        }
        if self.kind != Kind::Path {
            lines.waiting("new-see-also", "see_also", &stories);
        }
    }
}

struct Lines<'a> {
    text: String,
    words: &'a Words,
}

impl Lines<'_> {
    fn key(&mut self, key: &str, value: &str) {
        self.text.push_str(format!("{key}: {value}").trim_end());
        self.text.push('\n');
    }

    fn explain(&mut self, id: &str) {
        for line in self.words.say(id, &[]).lines() {
            self.text.push_str(&format!("# {line}\n"));
        }
    }

    fn remark(&mut self, id: &str, path: &str) {
        for line in self.words.say(id, &[("path", path.into())]).lines() {
            self.text.push_str(&format!("# {line}\n"));
        }
    }

    fn waiting(&mut self, id: &str, key: &str, value: &str) {
        self.explain(id);
        self.text.push_str(&format!("#{key}: {value}\n"));
    }
}

/// A text as a YAML value on one line, in quotation marks only where YAML needs them.
fn quoted(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    // A text always has a form in YAML.
    serde_yaml::to_string(&line).unwrap_or_default().trim_end().to_owned()
}

fn list<'a>(ids: impl Iterator<Item = &'a str>) -> String {
    format!("[{}]", ids.take(EXAMPLES).collect::<Vec<_>>().join(", "))
}

/// What the title might be in an address: words of any script, parted by hyphens.
fn slug(title: &str) -> String {
    let words = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let slug = words.map(str::to_lowercase).collect::<Vec<_>>().join("-");
    if slug.is_empty() { "\"…\"".to_owned() } else { quoted(&slug) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_made_of_the_titles_words() {
        assert_eq!(slug("La lámpara, ¿otra vez?"), "la-lámpara-otra-vez");
        assert_eq!(slug("Зонт у двери"), "зонт-у-двери");
        assert_eq!(slug("…"), "\"…\"");
    }
}
