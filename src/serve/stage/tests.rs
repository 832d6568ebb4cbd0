//! The stage with a site that is a map.

use std::collections::BTreeMap;

use super::super::guard::Guard;
use super::super::{Pages, Refreshed};
use super::*;
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::language::Language;
use crate::base::path::SitePath;
use crate::format;

/// A site of pages and what they say. What says `FAILS` cannot be made.
#[derive(Clone, Default)]
pub(in crate::serve) struct Fake(BTreeMap<Address, String>);

impl Fake {
    pub(in crate::serve) fn new(pages: &[(&str, &str)]) -> Fake {
        Fake(pages.iter().map(|(address, text)| (Address::new(*address), (*text).to_owned())).collect())
    }
}

impl Pages for Fake {
    fn render(&self, address: &Address) -> Option<Result<format::Content, Box<Diagnostic>>> {
        let text = self.0.get(address)?;
        Some(match text.contains("FAILS") {
            true => Err(Box::new(Diagnostic::new(Code::TemplateFailed))),
            false => Ok(format::Content::Bytes(text.clone().into_bytes())),
        })
    }

    fn key(&self, address: &Address) -> Option<Hash> {
        self.0.get(address).map(|text| Hash::of(text.as_bytes()))
    }

    fn origin(&self, address: &Address) -> Option<Origin> {
        self.0.contains_key(address).then(|| Origin { path: SitePath::new("content/a.en.md"), line: 5 })
    }

    fn styles(&self) -> BTreeMap<String, Address> {
        self.0.keys().filter(|address| address.ends_with(".css")).map(|address| ("style".to_owned(), address.clone())).collect()
    }
}

fn stage() -> Stage {
    let guard = Guard::new("localhost", [127, 0, 0, 1].into()).unwrap();
    Stage::new(Voice::new(Language::ENGLISH, None, Default::default()), guard.token().clone())
}

fn good(pages: &[(&str, &str)]) -> Refreshed {
    Refreshed { pages: Some(Arc::new(Fake::new(pages))), problems: Vec::new() }
}

fn bad(code: Code) -> Refreshed {
    Refreshed { pages: None, problems: vec![Diagnostic::new(code)] }
}

/// An open page, and what it is told.
struct Browser(Receiver<Bytes>);

impl Browser {
    fn open(stage: &Stage, path: &str) -> Browser {
        let answer = stage.answer(&address::decode(path).unwrap());
        let (tag, is_missing) = match answer {
            Answer::Output { tag, is_missing, .. } => (tag, is_missing),
            _ => (address::tag(None, None), false),
        };
        Browser::with_tag(stage, path, &tag.to_string(), is_missing)
    }

    fn with_tag(stage: &Stage, path: &str, tag: &str, is_missing: bool) -> Browser {
        Browser(stage.enter(&Visit { path, tag, is_missing, is_here: true }).unwrap().1)
    }

    /// The names of what it was told since it was asked last, with the data of those that have any worth comparing.
    fn told(&mut self) -> Vec<String> {
        let mut told = Vec::new();
        while let Ok(event) = self.0.try_recv() {
            let text = String::from_utf8(event.to_vec()).unwrap();
            let (name, data) = text.trim_end().strip_prefix("event: ").unwrap().split_once("\ndata: ").unwrap();
            let data: Value = serde_json::from_str(data).unwrap();
            told.push(match name {
                "problems" => format!("problems {}", data["errors"]),
                "styles" => format!("styles {}", data["swaps"]),
                name => name.to_owned(),
            });
        }
        told
    }
}

#[test]
fn only_pages_that_have_changed_are_told_to_load_again() {
    let stage = stage();
    stage.show(good(&[("a.html", "1"), ("b.html", "1")]));
    let (mut a, mut b) = (Browser::open(&stage, "/a.html"), Browser::open(&stage, "/b.html"));
    assert_eq!(a.told(), ["hello", "problems 0"]);
    b.told();
    assert_eq!(stage.show(good(&[("a.html", "2"), ("b.html", "1")])).told, 1);
    assert_eq!((a.told(), b.told()), (vec!["reload".to_owned()], vec![]));
}

#[test]
fn a_page_that_comes_late_is_told_what_it_missed() {
    let stage = stage();
    stage.show(good(&[("a.html", "1")]));
    let old = address::tag(Some(&Fake::new(&[("a.html", "1")])), Some(&Found::Output(Address::new("a.html"))));
    stage.show(good(&[("a.html", "2")]));
    assert_eq!(Browser::with_tag(&stage, "/a.html", &old.to_string(), false).told(), ["hello", "reload", "problems 0"]);
    assert_eq!(Browser::with_tag(&stage, "/a.html", "nonsense", false).told(), ["hello", "reload", "problems 0"]);
    assert!(stage.enter(&Visit { path: "%", tag: "", is_missing: false, is_here: true }).is_none());
}

#[test]
fn while_something_is_wrong_the_last_good_site_stays() {
    let stage = stage();
    stage.show(good(&[("a.html", "1")]));
    let mut a = Browser::open(&stage, "/a.html");
    a.told();
    stage.show(bad(Code::BrokenLink));
    assert_eq!(a.told(), ["problems 1"]);
    assert!(matches!(stage.answer("a.html"), Answer::Output { is_missing: false, .. }));
    assert!(!stage.show(bad(Code::BrokenLink)).problems_changed);
    assert_eq!(a.told(), [""; 0]);
    stage.show(good(&[("a.html", "1")]));
    assert_eq!(a.told(), ["problems 0"]);
}

#[test]
fn before_there_is_a_site_a_page_says_what_is_wrong_and_becomes_the_site() {
    let stage = stage();
    stage.show(bad(Code::BrokenLink));
    assert!(matches!(stage.answer("a.html"), Answer::Substitute { is_missing: false, .. }));
    let (mut a, mut nowhere) = (Browser::open(&stage, "/a.html"), Browser::open(&stage, "/nowhere"));
    assert_eq!(a.told(), ["hello", "problems 1"]);
    nowhere.told();
    stage.show(good(&[("a.html", "1")]));
    assert_eq!(a.told(), ["reload", "problems 0"]);
    assert_eq!(nowhere.told(), ["reload", "problems 0"]);
}

#[test]
fn a_stylesheet_is_exchanged_without_loading_the_page_again() {
    let stage = stage();
    stage.show(good(&[("style.1.css", "a"), ("a.html", "<link href=style.1.css>x"), ("b.html", "<link href=style.1.css>x")]));
    let (mut a, mut b) = (Browser::open(&stage, "/a.html"), Browser::open(&stage, "/b.html"));
    a.told();
    b.told();
    stage.show(good(&[("style.2.css", "b"), ("a.html", "<link href=style.2.css>x"), ("b.html", "<link href=style.2.css>y")]));
    assert_eq!(a.told(), [r#"styles [["style.1.css","style.2.css"]]"#]);
    assert_eq!(b.told(), ["reload"]);
    stage.show(good(&[("style.3.css", "c"), ("a.html", "<link href=style.3.css>x"), ("b.html", "<link href=style.3.css>y")]));
    assert_eq!(a.told(), [r#"styles [["style.2.css","style.3.css"]]"#], "the page knows that it shows the second one");
}

#[test]
fn a_page_that_has_gone_is_told_so_and_that_it_is_back() {
    let stage = stage();
    stage.show(good(&[("a.html", "1"), ("404.html", "no")]));
    let mut a = Browser::open(&stage, "/a.html");
    a.told();
    stage.show(good(&[("404.html", "no")]));
    assert_eq!(a.told(), ["gone"]);
    stage.show(good(&[("404.html", "never")]));
    assert_eq!(a.told(), [""; 0]);
    let mut missing = Browser::open(&stage, "/a.html");
    missing.told();
    stage.show(good(&[("a.html", "1"), ("404.html", "never")]));
    assert_eq!(a.told(), ["back"]);
    assert_eq!(missing.told(), ["reload"]);
}

#[test]
fn a_page_that_cannot_be_made_stays_as_it_was() {
    let stage = stage();
    stage.show(good(&[("a.html", "1"), ("b.html", "1")]));
    let mut a = Browser::open(&stage, "/a.html");
    a.told();
    stage.show(good(&[("a.html", "FAILS"), ("b.html", "FAILS")]));
    assert_eq!(a.told(), ["problems 1"]);
    let Answer::Output { content: Ready::Bytes(bytes), .. } = stage.answer("a.html") else { panic!("it was shown before") };
    assert_eq!(bytes, "1");
    assert!(matches!(stage.answer("b.html"), Answer::Substitute { is_missing: false, .. }), "it was never made");
    assert_eq!(Browser::open(&stage, "/a.html").told(), ["hello", "problems 1"]);
    stage.show(good(&[("a.html", "2"), ("b.html", "2")]));
    assert_eq!(a.told(), ["reload", "problems 0"]);
}

#[test]
fn a_page_that_nobody_reads_is_let_go() {
    let stage = stage();
    stage.show(good(&[("a.html", "0")]));
    let a = Browser::open(&stage, "/a.html");
    for number in 1..=WAITING {
        stage.show(good(&[("a.html", &number.to_string())]));
    }
    assert!(lock(&stage.open).pages.is_empty());
    drop(a);
}

#[test]
fn folders_lead_to_their_pages() {
    let stage = stage();
    stage.show(good(&[("ru/истории/index.html", "1")]));
    let Answer::Elsewhere(link) = stage.answer("ru/истории") else { panic!("it is a folder") };
    assert_eq!(link, "/ru/истории/");
}
