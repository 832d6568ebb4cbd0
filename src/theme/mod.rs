//! Floor 2: the theme, which is Tera templates and the files that their pages link to.
//!
//! The built-in theme stands in the repository's `themes/default/` and travels inside the program. A site's `themes/NAME/` overrides single
//! templates and files of it; a template that overrides one can still extend it, as `default/page.html`.
//!
//! One [`Theme`] serves all languages: the page says which is its own in `lang`, and where the site's root is in `root`. What templates
//! show depends on their context and the language alone; the [fingerprint](Theme::fingerprint) stands for all else.

mod assets;
mod failure;
mod functions;
mod memo;
mod scan;
mod settings;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use include_dir::{Dir, include_dir};
use tera::{Context, ErrorKind, Tera, Value};

pub use assets::Asset;
use assets::{MOST_PROBLEMS, StaticFile, unknown_asset};
use failure::{message_failed, template_failed};
use memo::SharedComponents;
use scan::{Call, Scanned, scan};

use crate::base::diagnostic::{Code, Diagnostic, has_errors};
use crate::base::hash::{Hash, Hasher};
use crate::base::path::SitePath;
use crate::base::text::{Span, Text};
use crate::strings::{StringError, Strings, Usage};

static BUILT_IN: Dir = include_dir!("$CARGO_MANIFEST_DIR/themes/default");
const DEFAULT: &str = "default";
/// Tera looks for a template here when the site has none of its name.
const BUILT_IN_PREFIX: &str = "default/";
/// Most pages have fewer bytes.
const USUAL_PAGE: usize = 24 * 1024;

/// Templates, and the files that their pages link to.
#[derive(Debug)]
pub struct Theme {
    tera: Arc<Tera>,
    templates: Templates,
    assets: Arc<BTreeMap<String, Asset>>,
    shared: Arc<SharedComponents>,
    strings: Arc<Strings>,
    fingerprint: Hash,
    usage: Usage,
}

impl Theme {
    /// Reads a theme: the built-in one with what `site_files`, all files below the site's `themes/`, put over it. There is no theme if a
    /// template is at fault; what is wrong is said in full either way.
    pub fn load<B: AsRef<[u8]>>(name: &str, site_files: &[(SitePath, B)], strings: Arc<Strings>) -> (Option<Theme>, Vec<Diagnostic>) {
        Theme::load_over(&built_in(), name, site_files, strings)
    }

    fn load_over<B: AsRef<[u8]>>(
        built_in: &[(SitePath, &[u8])],
        name: &str,
        site_files: &[(SitePath, B)],
        strings: Arc<Strings>,
    ) -> (Option<Theme>, Vec<Diagnostic>) {
        let mut problems = Vec::new();
        let folder = format!("themes/{name}/");
        if name != DEFAULT && !site_files.iter().any(|(path, _)| path.starts_with(&folder)) {
            let names: BTreeSet<&str> = site_files.iter().filter_map(|(path, _)| path.split('/').nth(1)).chain([DEFAULT]).collect();
            return (None, vec![Diagnostic::new(Code::UnknownThemeFolder).arg("name", name).suggest(name, names)]);
        }

        let mut files = Files::default();
        let own = || site_files.iter().filter_map(|(path, bytes)| Some((path, path.strip_prefix(folder.as_str())?, bytes.as_ref())));
        let settings = own().find(|(_, inner, _)| *inner == "theme.yaml").and_then(|(path, _, bytes)| text(path, bytes, &mut problems));
        let (settings, faults) = settings.as_ref().map(settings::read).unwrap_or_default();
        problems.extend(faults);
        if settings.extends_default {
            for (path, bytes) in built_in {
                files.add(BUILT_IN_PREFIX, path, path.strip_prefix("themes/default/").unwrap_or(path), bytes, &mut problems);
            }
        }
        own().for_each(|(path, inner, bytes)| files.add("", path, inner, bytes, &mut problems));

        let templates = Templates(files.templates);
        let (assets, faults) = assets::publish(&files.statics);
        problems.extend(faults);
        problems.extend(syntax_problems(&templates));
        let scanned: BTreeMap<&str, (&Text, Scanned)> =
            templates.0.iter().map(|(name, text)| (name.as_str(), (text, scan(&text.text)))).collect();
        problems.extend(Lint { templates: &templates, assets: &assets, strings: &strings }.problems(&scanned));
        let usage = usage(scanned.values().map(|(_, found)| found));

        let assets = Arc::new(assets);
        let mut tera = Tera::default();
        tera.global_context().insert_value("generator", Value::from(concat!("Apologue ", env!("CARGO_PKG_VERSION"))));
        let shared = Arc::new(SharedComponents::default());
        functions::register(&mut tera, &strings, &assets, &shared);
        let texts = templates.0.iter().map(|(name, text)| (name, &text.text));
        let built = tera.set_fallback_prefixes([BUILT_IN_PREFIX]).and_then(|()| tera.add_raw_templates(texts));
        if let Err(error) = built
            && !has_errors(&problems)
        {
            problems.extend(failure::while_loading(&error, &templates));
        }
        crate::base::diagnostic::sort(&mut problems);
        if has_errors(&problems) {
            return (None, problems);
        }
        let tera = Arc::new(tera);
        shared.made(&tera);
        let fingerprint = fingerprint(&templates, &assets);
        (Some(Theme { tera, templates, assets, shared, strings, fingerprint, usage }), problems)
    }

    /// Renders a page, as bytes of UTF-8. What fails is said at its place in the template.
    #[allow(clippy::result_large_err)] // Made once for a page that fails.
    pub fn render(&self, template: &str, context: &Context) -> Result<Vec<u8>, Diagnostic> {
        let mut page = Vec::with_capacity(USUAL_PAGE);
        self.tera.render_to(template, context, &mut page).map_err(|error| failure::while_rendering(&error, self))?;
        Ok(page)
    }

    /// Forgets the components that pages shared: for when no page to come shares them, as one of another language, or of a newer site.
    pub fn forget_shared(&self) {
        self.shared.clear();
    }

    /// What the templates ask of the strings.
    pub fn usage(&self) -> &Usage {
        &self.usage
    }

    /// Whether there is a template of this name, the site's or the built-in one.
    pub fn has(&self, template: &str) -> bool {
        self.templates.resolve(template).is_some()
    }

    /// The files to publish, by their names below `static/`.
    pub fn assets(&self) -> &BTreeMap<String, Asset> {
        &self.assets
    }

    /// Changes whenever any template does, or the name of any file that one can link to.
    pub fn fingerprint(&self) -> Hash {
        self.fingerprint
    }
}

/// What the templates ask of the strings.
fn usage<'a>(scanned: impl Iterator<Item = &'a Scanned>) -> Usage {
    let mut usage = Usage::default();
    for found in scanned {
        usage.words.extend(found.words.iter().cloned());
        usage.beginnings.extend(found.beginnings.iter().cloned());
        usage.ends.extend(found.ends.iter().cloned());
        for call in found.calls.iter().filter(|call| call.function == "t") {
            let given = || call.args.iter().map(|arg| arg.name.clone());
            usage.given_to_any.extend(given());
            match call.literal("id") {
                Some((id, _)) => usage.given.entry(id.to_owned()).or_default().extend(given()),
                None => usage.anything |= !call.args.iter().any(|arg| arg.name == "id" && arg.has_words),
            }
        }
    }
    usage
}

fn fingerprint(templates: &Templates, assets: &BTreeMap<String, Asset>) -> Hash {
    let hasher = templates.0.iter().fold(Hasher::default(), |hasher, (name, text)| hasher.add(name.as_bytes()).add(text.text.as_bytes()));
    assets.iter().fold(hasher, |hasher, (name, asset)| hasher.add(name.as_bytes()).add(asset.address.as_bytes())).finish()
}

/// The templates by Tera's names for them: built-in ones begin with [`BUILT_IN_PREFIX`].
#[derive(Debug)]
struct Templates(BTreeMap<String, Text>);

impl Templates {
    fn text(&self, name: &str) -> Option<&Text> {
        self.0.get(name)
    }

    /// The template that Tera takes for a name.
    fn resolve(&self, name: &str) -> Option<&str> {
        let built_in = || self.0.get_key_value(format!("{BUILT_IN_PREFIX}{name}").as_str());
        self.0.get_key_value(name).or_else(built_in).map(|(name, _)| name.as_str())
    }

    /// The names that another template would use.
    fn names(&self) -> BTreeSet<&str> {
        self.0.keys().map(|name| name.strip_prefix(BUILT_IN_PREFIX).unwrap_or(name)).collect()
    }
}

/// A theme's files as they are gathered, later ones over earlier ones.
#[derive(Default)]
struct Files {
    templates: BTreeMap<String, Text>,
    statics: BTreeMap<String, StaticFile>,
}

impl Files {
    fn add(&mut self, prefix: &str, path: &SitePath, inner: &str, bytes: &[u8], problems: &mut Vec<Diagnostic>) {
        if inner.split('/').any(|segment| segment.starts_with('.')) {
            return;
        }
        if let Some(name) = inner.strip_prefix("templates/") {
            // What is no page is not escaped as one; leave editors' backups and notes alone.
            if matches!(path.extension(), "html" | "xml")
                && let Some(text) = text(path, bytes, problems)
            {
                self.templates.insert(format!("{prefix}{name}"), text);
            }
        } else if let Some(name) = inner.strip_prefix("static/") {
            self.statics.insert(name.to_owned(), StaticFile { path: path.clone(), bytes: bytes.into() });
        }
    }
}

fn text(path: &SitePath, bytes: &[u8], problems: &mut Vec<Diagnostic>) -> Option<Text> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(Text::new(path.clone(), text.strip_prefix('\u{feff}').unwrap_or(text))),
        Err(error) => {
            let (valid, readable) = (error.valid_up_to(), Text::new(path.clone(), String::from_utf8_lossy(bytes)));
            problems.push(Diagnostic::new(Code::NotUtf8).at(readable.place(Span::new(valid..valid + 3))));
            None
        }
    }
}

/// Parses each template by itself, so that all that do not parse are found at once.
fn syntax_problems(templates: &Templates) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for (name, text) in &templates.0 {
        if let Err(error) = Tera::default().add_raw_template(name, &text.text)
            && matches!(error.kind(), ErrorKind::SyntaxError(_))
        {
            problems.extend(failure::while_loading(&error, templates));
        }
    }
    problems
}

/// What can be known of templates before a page is rendered.
struct Lint<'a> {
    templates: &'a Templates,
    assets: &'a BTreeMap<String, Asset>,
    strings: &'a Strings,
}

impl Lint<'_> {
    fn problems(&self, scanned: &BTreeMap<&str, (&Text, Scanned)>) -> Vec<Diagnostic> {
        let mut problems = Vec::new();
        for (text, found) in scanned.values() {
            problems.extend(self.unknown_templates(text, found).take(MOST_PROBLEMS));
            problems.extend(self.failing_calls(text, found).take(MOST_PROBLEMS));
        }
        problems.extend(self.circles(scanned));
        problems
    }

    fn unknown_templates(&self, text: &Text, found: &Scanned) -> impl Iterator<Item = Diagnostic> {
        let unknown = found.references.iter().filter(|reference| self.templates.resolve(&reference.name).is_none());
        unknown.map(|reference| {
            let problem = Diagnostic::new(Code::UnknownTemplate).at(text.place(reference.span)).arg("name", &reference.name);
            problem.suggest(&reference.name, self.templates.names())
        })
    }

    /// Calls whose literal arguments name what is not there, and messages that are not given all their variables.
    fn failing_calls(&self, text: &Text, found: &Scanned) -> impl Iterator<Item = Diagnostic> {
        found.calls.iter().flat_map(|call| match call.function.as_str() {
            "asset" => self.failing_asset(text, call),
            "t" => self.failing_message(text, call),
            _ => Vec::new(),
        })
    }

    fn failing_asset(&self, text: &Text, call: &Call) -> Vec<Diagnostic> {
        let unknown = call.literal("name").filter(|(name, _)| !self.assets.contains_key(*name));
        unknown.map(|(name, span)| unknown_asset(name, self.assets.keys().map(String::as_str)).at(text.place(span))).into_iter().collect()
    }

    fn failing_message(&self, text: &Text, call: &Call) -> Vec<Diagnostic> {
        let Some((id, span)) = call.literal("id") else { return Vec::new() };
        if !self.strings.is_defined(id) {
            let error = StringError::UnknownMessage(id.to_owned());
            return vec![message_failed(&error, self.strings).at(text.place(span))];
        }
        let missing = self.strings.variables(id).into_iter().filter(|variable| !call.args.iter().any(|arg| arg.name == *variable));
        missing
            .flat_map(|variable| {
                // A variable that only one language knows is that language's mistake.
                let misused = self.strings.misused(id, variable);
                let error = StringError::MissingVariable { id: id.to_owned(), variable: variable.to_owned() };
                let failed = || vec![message_failed(&error, self.strings).at(text.place(call.span))];
                if misused.is_empty() { failed() } else { misused }
            })
            .collect()
    }

    /// Templates that extend or include themselves, by way of others: each circle is said at the link that closes it.
    fn circles(&self, scanned: &BTreeMap<&str, (&Text, Scanned)>) -> Vec<Diagnostic> {
        let links = |name: &str| -> Vec<(&Text, &scan::Reference, &str)> {
            let (text, found) = &scanned[name];
            found.references.iter().filter_map(|one| Some((*text, one, self.templates.resolve(&one.name)?))).collect()
        };
        let mut problems = Vec::new();
        let mut done = BTreeSet::new();
        for start in scanned.keys() {
            if done.contains(start) {
                continue;
            }
            // A walk in depth: the names on the way, each with the links that are still to follow.
            let mut way = vec![(*start, links(start))];
            while let Some((name, open)) = way.last_mut() {
                match open.pop() {
                    None => {
                        done.insert(*name);
                        way.pop();
                    }
                    Some((text, reference, target)) if way.iter().any(|(name, _)| *name == target) => {
                        problems.push(template_failed("circular", &reference.name).at(text.place(reference.span)));
                    }
                    Some((_, _, target)) if !done.contains(target) => way.push((target, links(target))),
                    Some(_) => {}
                }
            }
        }
        problems
    }
}

/// The files of the repository's own `themes/default/`, as they were when the program was built.
fn built_in() -> Vec<(SitePath, &'static [u8])> {
    fn collect(dir: &'static Dir, files: &mut Vec<(SitePath, &'static [u8])>) {
        for file in dir.files() {
            if let Some(path) = file.path().to_str() {
                files.push((SitePath::new(format!("themes/default/{}", path.replace('\\', "/"))), file.contents()));
            }
        }
        dir.dirs().for_each(|dir| collect(dir, files));
    }
    let mut files = Vec::new();
    collect(&BUILT_IN, &mut files);
    files
}

#[cfg(test)]
mod tests;
