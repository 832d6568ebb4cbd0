//! The published site as its `pages.json` tells: which of its addresses would a new build leave without a page, a redirect or a notice?

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::pages_json::VERSION;
use crate::base::diagnostic::{Code, Diagnostic, Severity, nearest};
use crate::base::language::Language;
use crate::base::path::Address;
use crate::base::text::{Place, Span, Text};
use crate::base::yaml::Step;
use crate::graph::WorkIndex;
use crate::site::Site;

/// In a longer line nothing is looked for: it is no file that people read.
const LONGEST_LINE: usize = 4096;

/// How many addresses are compared letter by letter with vanished ones, in all.
const COMPARED: usize = 20_000;

/// What a published site has.
#[derive(Clone, Debug)]
pub struct Live {
    text: Text,
    pages: Vec<Page>,
}

#[derive(Clone, Debug)]
struct Page {
    address: String,
    lang: Option<Language>,
    title: String,
    work: Option<String>,
}

#[derive(Deserialize)]
struct Version {
    version: u64,
}

#[derive(Deserialize)]
struct Wire<'a> {
    #[serde(borrow)]
    pages: Vec<WirePage<'a>>,
}

/// Of a page no more is asked than is needed.
#[derive(Deserialize)]
struct WirePage<'a> {
    #[serde(borrow)]
    address: Cow<'a, str>,
    #[serde(borrow, default)]
    lang: Cow<'a, str>,
    #[serde(borrow, default)]
    title: Cow<'a, str>,
    #[serde(borrow, default)]
    work: Option<Cow<'a, str>>,
}

impl Live {
    /// Reads a `pages.json`.
    ///
    /// # Errors
    /// It is none, or one of a version that nobody knows yet.
    pub fn read(text: Text) -> Result<Live, Box<Diagnostic>> {
        let version: Version = serde_json::from_str(&text.text).map_err(|error| invalid(&text, &error))?;
        if version.version != u64::from(VERSION) {
            let problem =
                Diagnostic::new(Code::InvalidPages).arg("reason", "version").arg("version", version.version).arg("known", VERSION);
            return Err(Box::new(problem.at(text.whole())));
        }
        let wire: Wire = serde_json::from_str(&text.text).map_err(|error| invalid(&text, &error))?;
        let page = |page: WirePage| Page {
            address: page.address.into_owned(),
            lang: page.lang.parse().ok(),
            title: page.title.into_owned(),
            work: page.work.map(Cow::into_owned),
        };
        let pages = wire.pages.into_iter().map(page).collect();
        Ok(Live { text, pages })
    }

    /// The lines in which these addresses stand.
    fn places(&self, addresses: &BTreeSet<&str>) -> BTreeMap<String, Place> {
        let mut places = BTreeMap::new();
        for (number, line) in self.text.text.lines().enumerate().filter(|(_, line)| line.len() <= LONGEST_LINE) {
            for (at, key) in line.match_indices("\"address\"") {
                let rest = &line[at + key.len()..];
                let Some(value) = rest.trim_start().strip_prefix(':').map(str::trim_start) else { continue };
                let mut values = serde_json::Deserializer::from_str(value).into_iter::<String>();
                let Some(Ok(address)) = values.next().filter(|value| value.as_ref().is_ok_and(|address| addresses.contains(&**address)))
                else {
                    continue;
                };
                let start = line.len() - value.len();
                let span = Span::new(start..start + values.byte_offset());
                let place = Text::new(self.text.path.clone(), line).place(span);
                places.entry(address).or_insert(Place { line: number as u32 + 1, ..place });
            }
        }
        places
    }
}

fn invalid(text: &Text, error: &serde_json::Error) -> Box<Diagnostic> {
    let mut lines = text.text.split_inclusive('\n');
    let start: usize = lines.by_ref().take(error.line().saturating_sub(1)).map(str::len).sum();
    let at = start + error.column().saturating_sub(1);
    let place = match lines.next().filter(|line| line.len() <= LONGEST_LINE) {
        Some(_) => text.place(Span::new(at..at + 1)),
        None => text.whole(),
    };
    Box::new(Diagnostic::new(Code::InvalidPages).arg("reason", if error.is_data() { "foreign" } else { "json" }).at(place))
}

/// Says which addresses would vanish. Of what the other problems have left out nothing is said.
pub fn vanished(site: &Site, live: &Live, problems: &[Diagnostic]) -> Vec<Diagnostic> {
    let pages = site.pages.iter().map(|page| &page.address);
    let there: BTreeSet<&str> = pages.chain(site.files.iter().map(|(address, _)| address)).map(Address::as_str).collect();
    let faulty = Faulty::new(problems);
    let gone: BTreeMap<&str, &Page> = live
        .pages
        .iter()
        .filter(|page| !there.contains(&*page.address) && !is_later_page(&page.address, &there) && !faulty.has(page))
        .map(|page| (page.address.as_str(), page))
        .collect();
    if gone.is_empty() {
        return Vec::new();
    }
    let places = live.places(&gone.keys().copied().collect());
    let mut finder = Finder::new(site);
    let describe = |(&address, page): (&&str, &&Page)| {
        let problem = Diagnostic::new(Code::VanishedAddress).arg("address", address).arg("title", &page.title);
        match moved(site, page) {
            Some((new, place)) => problem.arg("reason", "moved").arg("new", new).at(place),
            None => {
                let place = places.get(address).cloned().unwrap_or_else(|| live.text.whole());
                Diagnostic { suggestion: finder.nearest(page), ..problem.arg("reason", "gone").at(place) }
            }
        }
    };
    gone.iter().map(describe).collect()
}

/// Where a work's page is now, and the file to state its old address in: that of the same language, else the lead edition's.
fn moved(site: &Site, page: &Page) -> Option<(String, Place)> {
    let graph = &site.inputs().graph;
    let id = page.work.as_deref()?;
    let index: WorkIndex = graph.works.binary_search_by(|work| work.id.as_str().cmp(id)).ok()?;
    let work = &graph.works[index];
    let language = page.lang.filter(|language| work.editions.contains_key(language));
    let document = language.map_or(work.lead, |language| work.editions[&language]);
    let document = &site.inputs().documents[document];
    let language = language.or_else(|| work.editions.keys().next().copied())?;
    let new = site.routes().work_link(index, language)?;
    Some((new.to_string(), document.place(&[Step::Key("redirects")])))
}

/// Lists grow and shrink: what stood on a later page stands on an earlier one now.
fn is_later_page(address: &str, there: &BTreeSet<&str>) -> bool {
    let Some((folder, name)) = address.rsplit_once('/') else { return false };
    let number = name.strip_prefix("page-").and_then(|rest| rest.strip_suffix(".html"));
    let is_number = number.is_some_and(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()));
    is_number && [format!("{folder}/index.html"), format!("{folder}.html")].iter().any(|list| there.contains(list.as_str()))
}

/// Files with errors: their pages are absent because of that.
struct Faulty<'a>(BTreeSet<&'a str>);

impl<'a> Faulty<'a> {
    fn new(problems: &'a [Diagnostic]) -> Faulty<'a> {
        let errors = problems.iter().filter(|problem| problem.severity == Severity::Error);
        Faulty(errors.filter_map(|problem| problem.place.as_ref()).map(|place| place.path.as_str()).collect())
    }

    /// Whether a file that may be this page's is among them, in whichever way it says its language.
    fn has(&self, page: &Page) -> bool {
        let Some(work) = page.work.as_deref() else { return false };
        let language = page.lang.map(|language| format!("content/{language}/{work}."));
        let starts = [format!("content/{work}."), format!("content/{work}/")];
        let begins = |start: &String| self.0.range(start.as_str()..).next().is_some_and(|path| path.starts_with(start.as_str()));
        starts.iter().chain(&language).any(begins)
    }
}

/// Finds addresses that may have taken the place of others.
struct Finder<'a> {
    by_name: BTreeMap<&'a str, &'a str>,
    by_title: BTreeMap<(Language, String), &'a str>,
    by_folder: BTreeMap<&'a str, Vec<&'a str>>,
    budget: usize,
}

impl<'a> Finder<'a> {
    fn new(site: &'a Site) -> Finder<'a> {
        let mut finder = Finder { by_name: BTreeMap::new(), by_title: BTreeMap::new(), by_folder: BTreeMap::new(), budget: COMPARED };
        for page in site.pages.iter() {
            let (folder, name) = page.address.rsplit_once('/').unwrap_or(("", &page.address));
            if name != "index.html" && !name.starts_with("page-") {
                finder.by_name.entry(name).or_insert(&page.address);
            }
            finder.by_title.entry((page.language, site.title(page))).or_insert(&page.address);
            finder.by_folder.entry(folder).or_default().push(&page.address);
        }
        finder
    }

    /// A page of the same title or name, else one in the same folder whose address is written alike.
    fn nearest(&mut self, page: &Page) -> Option<String> {
        let (folder, name) = page.address.rsplit_once('/').unwrap_or(("", &page.address));
        let titled = page.lang.filter(|_| !page.title.is_empty()).and_then(|language| self.by_title.get(&(language, page.title.clone())));
        if let Some(address) = titled.or_else(|| self.by_name.get(name)) {
            return Some((*address).to_owned());
        }
        let siblings = self.by_folder.get(folder)?;
        let siblings = &siblings[..siblings.len().min(self.budget)];
        self.budget -= siblings.len();
        let start = page.address.len() - name.len();
        let found = nearest(name.trim_end_matches(".html"), siblings.iter().map(|address| address[start..].trim_end_matches(".html")))?;
        Some(format!("{}{found}.html", &page.address[..start]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::path::SitePath;

    fn read(json: &str) -> Result<Live, String> {
        Live::read(Text::new(SitePath::new("pages.json"), json)).map_err(|problem| problem.brief())
    }

    #[test]
    fn what_is_no_list_of_pages_is_told_at_its_place() {
        for (json, expected) in [
            ("", "0:0 invalid-pages json"),
            ("{\"version\": 1,\n \"pages\": [{\"address\": ый}]}", "2:24 invalid-pages json"),
            ("{\"version\": 1, \"pages\": [{}]}", "1:27 invalid-pages foreign"),
            ("{\"version\": 1}", "1:14 invalid-pages foreign"),
            ("[1]", "1:2 invalid-pages foreign"),
            ("{\"version\": 2, \"pages\": 7}", "0:0 invalid-pages version | 2 | 1"),
        ] {
            assert_eq!(read(json).unwrap_err(), expected, "{json}");
        }
        assert!(read(&format!("{{\"version\": 1, \"pages\": {}", "[".repeat(1_000_000))).is_err());
    }

    #[test]
    fn an_address_is_found_in_its_line() {
        let live = read("{\"version\":1,\"pages\":[\n{\"address\":\"a\"}, {\"lang\":\"es\",\"address\" : \"\\u0431.html\"}]}").unwrap();
        let places = live.places(&BTreeSet::from(["б.html", "c"]));
        let [(address, place)] = &places.into_iter().collect::<Vec<_>>()[..] else { panic!() };
        assert_eq!((address.as_str(), place.line, place.column, place.width), ("б.html", 2, 43, 13));
    }

    #[test]
    fn later_pages_of_a_list_that_still_stands_may_go() {
        let there = BTreeSet::from(["es/historias/index.html", "es/temas/trust.html"]);
        for (address, may_go) in [
            ("es/historias/page-3.html", true),
            ("es/temas/trust/page-2.html", true),
            ("es/maximas/page-3.html", false),
            ("es/historias/page-one.html", false),
            ("page-2.html", false),
        ] {
            assert_eq!(is_later_page(address, &there), may_go, "{address}");
        }
    }
}
