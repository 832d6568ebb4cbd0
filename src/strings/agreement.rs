//! Whether the languages of a site agree: what one says that another lacks, which variables each of them uses, and what nobody asks for.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Strings;
use super::bundle::{Bundle, message_of};
use super::checks::Variable;
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::language::Language;
use crate::base::path::SitePath;
use crate::base::text::{Place, Span, Text};

/// Up to so many missing messages of a file are named one by one.
const NAMED_ONE_BY_ONE: usize = 5;
/// Names of languages, which are asked for by their tags.
const LANGUAGE: &str = "language-";
/// What the search says: the head of a language's index has all of these.
const SEARCH: &str = "search-";

/// What templates ask for, as far as it can be seen in them. An id that is put together when a page is made counts by its parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    /// The texts that stand in templates, wherever they do: one may be an id that reaches its call by way of a variable.
    pub words: BTreeSet<String>,
    /// Texts that something is put behind.
    pub beginnings: BTreeSet<String>,
    /// Texts that something is put before.
    pub ends: BTreeSet<String>,
    /// Whether some call takes its id from where it cannot be seen.
    pub anything: bool,
    /// What is given to messages that are called by their names.
    pub given: BTreeMap<String, BTreeSet<String>>,
    /// What is given to any message.
    pub given_to_any: BTreeSet<String>,
}

impl Usage {
    fn uses(&self, id: &str) -> bool {
        self.anything
            || self.words.contains(id)
            || self.beginnings.iter().any(|beginning| id.starts_with(beginning.as_str()))
            || self.ends.iter().any(|end| id.ends_with(end.as_str()))
    }
}

impl Strings {
    /// What the languages of the built-in messages disagree on, and what translations of any message leave out.
    pub(super) fn disagreements(&self) -> Vec<Diagnostic> {
        let mut problems = self.missing(|id| self.given.contains_key(id));
        for (id, given) in &self.given {
            problems.extend(self.unknown_variables(id, |variable| given.contains(variable), given.iter().map(String::as_str)));
        }
        problems.extend(self.missing_variables());
        problems
    }

    /// What is wrong with the messages that the site has beside the built-in ones, judged by what its templates ask for.
    pub fn check_use(&self, usage: &Usage) -> Vec<Diagnostic> {
        let referred = self.referred_to();
        let is_used = |id: &str| usage.uses(id) || referred.contains(id);
        let is_own = |id: &str| !self.given.contains_key(id);
        let mut problems = self.missing(|id| is_own(id) && is_used(id));
        for id in self.all_names().into_iter().filter(|id| is_own(id)) {
            let known: BTreeSet<&str> =
                self.reference(id).into_iter().flat_map(|bundle| bundle.variables(id)).map(|(name, _)| name).collect();
            let given = usage.given.get(id).unwrap_or(&usage.given_to_any);
            problems.extend(self.unknown_variables(id, |name| known.contains(name) || given.contains(name), known.iter().copied()));
        }
        for bundle in self.bundles.values() {
            let mut used: BTreeMap<&str, (bool, &Text, Span)> = BTreeMap::new();
            for (id, text, name) in bundle.stated().filter(|(_, text, _)| self.is_of_site(text)) {
                let message = used.entry(message_of(id)).or_insert((false, text, name));
                // A name for a language is asked for by its tag, what the search says by whichever script a theme has for it.
                let is_asked_for = id.starts_with(LANGUAGE) || id.starts_with(SEARCH);
                message.0 |= !is_own(id) || !is_own(message_of(id)) || is_used(id) || is_asked_for;
            }
            problems.extend(used.into_iter().filter(|(_, (used, ..))| !used).map(|(id, (_, text, name))| {
                let problem = Diagnostic::new(Code::UnusedMessage).at(text.place(name)).arg("name", id);
                problem.suggest(id, self.given.keys().map(String::as_str))
            }));
        }
        crate::base::diagnostic::sort(&mut problems);
        problems
    }

    /// The problems of a variable that whoever says the message does not give, where a language uses it that the reference does not:
    /// empty if the reference itself needs it, and whoever says the message is to blame.
    pub fn misused(&self, id: &str, variable: &str) -> Vec<Diagnostic> {
        let known: Vec<&str> = self.reference(id).into_iter().flat_map(|bundle| bundle.variables(id)).map(|(name, _)| name).collect();
        match known.contains(&variable) {
            true => Vec::new(),
            false => self.unknown_variables(id, |name| name != variable, known.iter().copied()),
        }
    }

    /// The language that the others are compared with: the site's default one where it has the message, else English, else any.
    fn reference(&self, id: &str) -> Option<&Bundle> {
        let preferred = [self.default, Language::ENGLISH].into_iter().filter_map(|language| self.bundles.get(&language));
        preferred.chain(self.bundles.values()).find(|bundle| bundle.has(id))
    }

    fn is_of_site(&self, text: &Text) -> bool {
        self.site.iter().any(|one| Arc::ptr_eq(&one.text, &text.text))
    }

    /// The messages that others refer to.
    fn referred_to(&self) -> BTreeSet<String> {
        self.bundles.values().flat_map(|bundle| bundle.referred_to().iter().cloned()).collect()
    }

    /// The messages that some language has and another lacks, file by file: a few by name, many by their number.
    fn missing(&self, is_wanted: impl Fn(&str) -> bool) -> Vec<Diagnostic> {
        let mut wanted: BTreeMap<&str, &str> = BTreeMap::new();
        for bundle in self.bundles.values().chain(self.bundles.get(&Language::ENGLISH)) {
            wanted.extend(bundle.stated().filter(|(id, ..)| is_wanted(id)).map(|(id, text, _)| (id, text.path.file_name())));
        }
        let mut problems = Vec::new();
        for (language, bundle) in self.bundles.iter().filter(|(language, _)| self.asked.contains(language)) {
            let mut lacking: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
            let is_asked_for = |id: &str| match id.strip_prefix(LANGUAGE).map(str::parse::<Language>) {
                // The names of languages that the site does not have are never said.
                Some(Ok(named)) => self.languages.contains(&named),
                // Of a message that is not there, the attributes are not there either.
                _ => message_of(id) == id || !wanted.contains_key(message_of(id)) || bundle.states(message_of(id)),
            };
            for (id, file) in wanted.iter().filter(|(id, _)| !bundle.states(id) && is_asked_for(id)) {
                lacking.entry(file).or_default().push(id);
            }
            for (file, ids) in lacking {
                let path = SitePath::new(format!("i18n/{language}/{file}"));
                let problem = |count: usize, names: &str| {
                    Diagnostic::new(Code::MissingMessage)
                        .at(Place::file(path.clone()))
                        .arg("language", language)
                        .arg("count", count)
                        .arg("name", names)
                        .arg("file", &path)
                };
                match ids.len() {
                    ..=NAMED_ONE_BY_ONE => problems.extend(ids.iter().map(|id| problem(1, id))),
                    count => problems.push(problem(count, &ids[..NAMED_ONE_BY_ONE].join(", "))),
                }
            }
        }
        problems
    }

    /// The variables of a message, in any language, that are not known: each where it stands.
    fn unknown_variables<'n>(
        &self,
        id: &str,
        is_known: impl Fn(&str) -> bool,
        names: impl Iterator<Item = &'n str> + Clone,
    ) -> Vec<Diagnostic> {
        let used = self.bundles.values().flat_map(|bundle| bundle.variables(id));
        let unknown = used.filter(|(name, _)| !is_known(name));
        let problem = |(name, Variable { text, span, .. }): (&str, &Variable)| {
            let problem = Diagnostic::new(Code::UnknownVariable).at(text.place(*span)).arg("name", id).arg("variable", name);
            let known: Vec<&str> = names.clone().collect();
            let problem = problem.arg("some", if known.is_empty() { "no" } else { "yes" });
            problem.arg("known", known.iter().map(|name| format!("${name}")).collect::<Vec<_>>().join(", ")).suggest(name, known)
        };
        unknown.map(problem).collect()
    }

    /// What the reference shows and a site's message in another language does not use at all. A message that uses a variable which the
    /// reference does without may show that instead, and is left alone; so is what is only chosen by, since languages choose differently.
    fn missing_variables(&self) -> Vec<Diagnostic> {
        let mut problems = Vec::new();
        for (language, bundle) in &self.bundles {
            for (id, text, name) in bundle.stated().filter(|(id, text, _)| bundle.has(id) && self.is_of_site(text)) {
                let Some(reference) = self.reference(id) else { continue };
                let used: BTreeSet<&str> = bundle.variables(id).map(|(name, _)| name).collect();
                let known: BTreeMap<&str, &Variable> = reference.variables(id).collect();
                if used.iter().any(|name| !known.contains_key(name)) {
                    continue;
                }
                let lacking = known.iter().filter(|(name, variable)| variable.shown && !used.contains(*name));
                problems.extend(lacking.map(|(variable, _)| {
                    let problem = Diagnostic::new(Code::MissingVariable).at(text.place(name)).arg("name", id).arg("variable", variable);
                    problem.arg("language", language).arg("reference", reference.locale().language())
                }));
            }
        }
        problems
    }
}
