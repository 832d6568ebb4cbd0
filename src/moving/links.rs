//! The links of texts, changed where they stand.

use std::collections::BTreeMap;
use std::ops::Range;

use super::files::without_language;
use super::ids::count;
use super::{Moving, Refusal, What, below_content};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::path::{Address, encode};
use crate::base::segment;
use crate::base::text::Span;
use crate::document::body::addresses::{Form, Named, address};
use crate::document::{Document, Target};
use crate::graph::{Destination, Resolved};

impl Moving<'_> {
    /// A text with its links changed, if any is.
    pub(super) fn links(&self, index: usize) -> Result<Option<String>, Refusal> {
        self.relinked(&self.site.documents[index], Some(index))
    }

    /// The same of a document that need not be one of the site's: what its links lead to is then told from how they are written.
    pub(super) fn relinked(&self, document: &Document, index: Option<usize>) -> Result<Option<String>, Refusal> {
        let source = &*document.text.text;
        let path = below_content(&document.text.path);
        let from = folder(path);
        let to = self.names.get(path).map_or(from, |to| folder(to));
        let mut splices: BTreeMap<usize, (Range<usize>, String)> = BTreeMap::new();
        let locate = |span: Span, named: Named| address(source, span.range(), from, &self.site.config.languages, named);
        let by_hand = |span: Span| {
            let problem = Diagnostic::new(Code::EditByHand).arg("reason", "link").at(document.text.place(span));
            Refusal::ByHand(Box::new(problem))
        };
        let resolved = index.and_then(|index| self.site.graph.links.get(index));
        for (number, link) in document.face.links.iter().enumerate() {
            let destination = match resolved.map(|resolved| resolved.get(number)) {
                None => None,
                Some(Some(Resolved::Internal { destination, .. })) => Some(destination),
                Some(_) => continue,
            };
            let place = Place { from, to, source };
            let found = locate(link.span, Named::Target(&link.target));
            let changed = match &link.target {
                Target::File { path, .. } => self.file(path, &place, found),
                Target::Work { reference, .. } => self.page(reference, destination, &place, found),
                Target::Heading(_) | Target::External(_) => continue,
            };
            match changed {
                Change::None => {}
                Change::Unknown => return Err(by_hand(link.span)),
                Change::Splice(range, new) => drop(splices.insert(range.start, (range, new))),
            }
        }
        let shown = index.and_then(|index| self.site.graph.assets.get(index));
        for (number, asset) in document.face.assets.iter().enumerate() {
            let shown = match shown {
                Some(shown) => shown.get(number).and_then(|path| path.as_deref()),
                None => Some(asset.path.as_str()),
            };
            let Some(shown) = shown else { continue };
            let moved = self.asset(shown);
            if moved == shown && from == to {
                continue;
            }
            let Some((form, range)) = locate(asset.span, Named::Asset(&asset.path)) else { return Err(by_hand(asset.span)) };
            let raw = &source[range.clone()];
            let new = match form {
                Form::Wiki if asset.anywhere => file_name(&moved).to_owned(),
                Form::Wiki => moved,
                Form::Relative => relative(raw, to, &moved),
            };
            let range = range.start..range.start + path_part(raw).len();
            if source[range.clone()] != new {
                splices.insert(range.start, (range, new));
            }
        }
        if splices.is_empty() {
            return Ok(None);
        }
        let mut text = String::with_capacity(source.len() + 64);
        let mut done = 0;
        for (range, new) in splices.into_values().filter(|(range, _)| range.start <= range.end) {
            text.push_str(source.get(done..range.start).unwrap_or_default());
            text.push_str(&new);
            done = range.end;
        }
        text.push_str(source.get(done..).unwrap_or_default());
        Ok((text != source).then_some(text))
    }

    /// Where a file is after the move; the path may leave the language out, as texts do.
    fn asset(&self, path: &str) -> String {
        if let Some(new) = self.names.get(path) {
            return new.clone();
        }
        let languages = &self.site.config.languages;
        let in_some_language = self.names.iter().find(|(name, _)| without_language(name, languages) == path);
        in_some_language.map_or_else(|| path.to_owned(), |(_, new)| without_language(new, languages))
    }

    /// A link to a file: it names the file in its new place, from the text's new place.
    fn file(&self, path: &str, place: &Place, found: Option<(Form, Range<usize>)>) -> Change {
        let new = self.names.get(path).cloned().or_else(|| self.what.retarget(path, self.site.config)).unwrap_or_else(|| path.to_owned());
        if new == path && place.from == place.to {
            return Change::None;
        }
        let Some((Form::Relative, range)) = found else { return Change::Unknown };
        let raw = &place.source[range.clone()];
        place.splice(range, relative(raw, place.to, &new))
    }

    /// A link to a page by its name.
    fn page(&self, reference: &str, destination: Option<&Destination>, place: &Place, found: Option<(Form, Range<usize>)>) -> Change {
        let renamed = self.reference(reference);
        match found {
            Some((Form::Wiki, range)) => match renamed {
                None => Change::None,
                Some(new) => {
                    let raw = &place.source[range.clone()];
                    // What follows the name may be a language and an ending, which stay.
                    let written = if raw.starts_with(reference) { reference.len() } else { path_part(raw).len() };
                    Change::Splice(range.start..range.start + written, new)
                }
            },
            Some((Form::Relative, range)) => {
                if renamed.is_none() && place.from == place.to {
                    return Change::None;
                }
                let theme = |id: &str| self.theme(id).map_or_else(|| reference.to_owned(), |id| format!("themes/{id}"));
                let whole = match destination {
                    Some(Destination::Work(work)) => self.renamed_id(&self.site.graph.works[*work].id).to_owned(),
                    Some(Destination::Theme(concept)) => theme(&self.site.graph.concepts[*concept].id),
                    Some(Destination::Section(_)) => reference.to_owned(),
                    None => match reference.strip_prefix("themes/") {
                        Some(id) => theme(id),
                        None => self.before.find(reference).map_or(reference, |id| self.renamed_id(id)).to_owned(),
                    },
                };
                let raw = &place.source[range.clone()];
                place.splice(range, relative(raw, place.to, &whole))
            }
            None if renamed.is_none() && place.from == place.to => Change::None,
            None => Change::Unknown,
        }
    }

    /// How a page is to be called that is called this now, if it is to be called anything else.
    pub(super) fn reference(&self, name: &str) -> Option<String> {
        if let Some(id) = name.strip_prefix("themes/") {
            return self.theme(id).map(|new| format!("themes/{new}"));
        }
        match self.before.find(name) {
            Some(id) => {
                let now = self.renamed_id(id);
                if now == id && self.after.find(name) == Some(now) {
                    return None;
                }
                let is_whole = *segment::normalize(name.trim_matches('/')) == *id;
                let new = if is_whole { now } else { self.after.shortest(now, count(name).min(count(now))) };
                (new != name).then(|| new.to_owned())
            }
            // Obsidian writes the file's name, language and all.
            None => {
                let new = self.what.retarget(&format!("{name}.md"), self.site.config)?;
                new.strip_suffix(".md").map(str::to_owned)
            }
        }
    }

    fn renamed_id<'i>(&'i self, id: &'i str) -> &'i str {
        match self.what {
            What::Work { old, new } if old.as_str() == id => new,
            _ => id,
        }
    }

    /// The new id of a theme, if this is the one that gets another.
    pub(super) fn theme(&self, id: &str) -> Option<&str> {
        match self.what {
            What::Theme { old, new, .. } if old.as_str() == id => Some(new),
            _ => None,
        }
    }
}

/// The folders of a text before and after, and what it says.
struct Place<'a> {
    from: &'a str,
    to: &'a str,
    source: &'a str,
}

impl Place<'_> {
    fn splice(&self, range: Range<usize>, new: String) -> Change {
        let written = path_part(&self.source[range.clone()]);
        match written == new {
            true => Change::None,
            false => Change::Splice(range.start..range.start + written.len(), new),
        }
    }
}

enum Change {
    None,
    /// Something is to be changed, and nobody knows where.
    Unknown,
    Splice(Range<usize>, String),
}

fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// An address without what follows `?` or `#`.
fn path_part(raw: &str) -> &str {
    raw.split(['?', '#']).next().unwrap_or_default()
}

/// The address from a folder to a path, in the manner of the one that stands there now.
fn relative(raw: &str, folder: &str, path: &str) -> String {
    let here = if folder.is_empty() { "-".to_owned() } else { format!("{folder}/-") };
    let link = Address::new(here).relative(path);
    let old = path_part(raw);
    // Between `<` and `>` spaces may stand; elsewhere they, and what else would end the address, may not.
    let link = if old.contains(' ') { link } else { encode(&link).replace('(', "%28").replace(')', "%29") };
    if old.starts_with("./") && !link.starts_with("../") { format!("./{link}") } else { link }
}
