//! Floor 2: one Markdown file as a value. Parsing depends on the one text alone: links stay as they are written until the graph resolves
//! them, so that files are parsed in parallel and a parsed one can be kept as long as its text stays the same.

pub mod body;
mod data;
pub mod drawing;
pub mod front_matter;
pub mod identity;
pub mod meaning;
pub mod naming;
pub mod picture;
pub mod plain;
pub mod register;
pub mod thesaurus;
pub mod typography;
pub mod units;

use std::sync::OnceLock;

use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::language::Language;
use crate::base::locale::{Locale, minutes};
use crate::base::path::{ConceptId, WorkId};
use crate::base::text::{Place, Span, Text};
use crate::base::yaml::Step;
use crate::config::Config;
use body::BodyContext;
use front_matter::FrontMatter;
use identity::identify;

/// What a file under `content/` is there for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// An edition of a work.
    Work(WorkId),
    /// The introduction of a theme: `content/themes/ID.es.md`.
    Introduction(ConceptId),
    /// The text above a list or, with an empty name, above the home page: `content/stories/index.es.md`.
    Index(String),
}

/// A parsed file.
#[derive(Clone, Debug)]
pub struct Document {
    /// The file.
    pub text: Text,
    /// What it is there for.
    pub role: Role,
    /// The language that its name says.
    pub language: Language,
    /// What other pages may show of it.
    pub face: Face,
    /// What only its own page shows.
    pub body: Body,
    /// What is wrong with this text alone.
    pub problems: Vec<Diagnostic>,
    /// See [`Document::sort_key`].
    sort_key: OnceLock<Vec<u8>>,
}

/// Parses a file under `content/`. Without a language or a usable name it is no document; everything else that is wrong is in
/// [`Document::problems`].
///
/// # Errors
/// Why the file is left out.
pub fn parse(text: &Text, config: &Config) -> Result<Document, Vec<Diagnostic>> {
    let path = text.path.strip_prefix("content/").unwrap_or(&text.path);
    let (identity, mut problems) = identify(path, config);
    let Some(identity) = identity else { return Err(problems) };
    let parts = front_matter::split(text);
    problems.extend(parts.problem);
    let (mut front, found) = match parts.front_matter {
        Some(range) => front_matter::read(text, range, config),
        None => (FrontMatter::default(), Vec::new()),
    };
    problems.extend(found);
    // Of front matter that cannot be read nobody knows whether it has a title; of a title that is none enough was said.
    let unreadable = problems.iter().any(|problem| {
        matches!(problem.code, Code::InvalidYaml | Code::FrontMatterTooLarge)
            || problem.args.iter().any(|(name, value)| name == "key" && value == "title")
    });
    if matches!(identity.role, Role::Work(_)) && front.title.is_none() && !unreadable {
        problems.push(Diagnostic::new(Code::MissingTitle).at(text.place(Span::new(0..0))));
    }
    for written in [&mut front.title, &mut front.summary].into_iter().flatten() {
        *written = typography::plain(written, identity.language);
    }
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let context = BodyContext { language: identity.language, languages: &config.languages, folder };
    let parsed = body::parse(text, parts.body, &context);
    problems.extend(parsed.problems);
    let face = Face { front, ..parsed.face };
    let (role, language, body) = (identity.role, identity.language, parsed.body);
    Ok(Document { text: text.clone(), role, language, face, body, problems, sort_key: OnceLock::new() })
}

impl Document {
    /// The same with another face.
    pub fn with_face(&self, face: Face) -> Document {
        Document { face, sort_key: OnceLock::new(), ..self.clone() }
    }

    /// What lists in the document's own language sort its title by. It is kept with the document: making it is the larger part of sorting.
    pub fn sort_key(&self, locale: &Locale) -> Option<&[u8]> {
        let title = self.face.front.title.as_ref().filter(|_| locale.language() == self.language)?;
        Some(self.sort_key.get_or_init(|| locale.sort_key(title)))
    }

    /// The place of a value of the front matter, or of the nearest thing above it that is stated.
    pub fn place(&self, path: &[Step]) -> Place {
        front_matter::locate(&self.text, path)
    }
}

/// All of a document that other pages may show or link to. [`crate::graph`] and [`crate::site`] read nothing else.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Face {
    /// The front matter.
    pub front: FrontMatter,
    /// The beginning of the text as plain words, cut at a word's end: the summary where none is stated.
    pub excerpt: String,
    /// The headings in their order.
    pub headings: Vec<Heading>,
    /// Other ids that a link can lead to: blocks with an id, paragraphs that end in `^id`. Not those in facilitator blocks.
    pub anchors: Vec<String>,
    /// The links to works, headings and other places, in their order. [`Piece::Open`] and its like count from 0 here.
    pub links: Vec<Link>,
    /// The files that it shows or links, in their order. [`Piece::Asset`] counts from 0 here.
    pub assets: Vec<Asset>,
    /// Letters and digits of the text without facilitator blocks: what reading time is made of.
    pub characters: u32,
    /// The ids of its quizzes, facilitator blocks left out.
    pub quizzes: Vec<String>,
    /// Whether it has blocks for facilitators.
    pub has_facilitator: bool,
}

impl Face {
    /// Whether other pages would show the same of both: where in the file something stands, nobody sees. `language` is the document's.
    pub fn shows_the_same(&self, other: &Face, language: Language) -> bool {
        let headings =
            |face: &Face| -> Vec<_> { face.headings.iter().map(|one| Heading { span: Span::default(), ..one.clone() }).collect() };
        let links = |face: &Face| -> Vec<_> { face.links.iter().map(|one| Link { span: Span::default(), ..one.clone() }).collect() };
        let assets = |face: &Face| -> Vec<_> { face.assets.iter().map(|one| Asset { span: Span::default(), ..one.clone() }).collect() };
        let Face { front, excerpt, headings: _, anchors, links: _, assets: _, characters, quizzes, has_facilitator } = self;
        // The excerpt is shown only where no summary is stated.
        *front == other.front
            && (front.summary.is_some() || *excerpt == other.excerpt)
            && headings(self) == headings(other)
            && *anchors == other.anchors
            && links(self) == links(other)
            && assets(self) == assets(other)
            && minutes(language, *characters) == minutes(language, other.characters)
            && *quizzes == other.quizzes
            && *has_facilitator == other.has_facilitator
    }

    /// Whether the same is linked with both: whether they differ, beyond places, in words of which [`crate::graph`] knows nothing.
    pub fn links_the_same(&self, other: &Face, language: Language) -> bool {
        let (title, summary) = (other.front.title.clone(), other.front.summary.clone());
        let front = FrontMatter { title, summary, ..self.front.clone() };
        let (excerpt, characters) = (other.excerpt.clone(), other.characters);
        Face { front, excerpt, characters, ..self.clone() }.shows_the_same(other, language)
    }
}

/// A heading of a body. The page's own `h1` is its title and not among them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// 2 to 6.
    pub level: u8,
    /// Plain words with the language's typography, not escaped.
    pub text: String,
    /// Unique on the page.
    pub anchor: String,
    /// Whether it stands in a facilitator block.
    pub facilitator: bool,
    /// Where it stands in the file.
    pub span: Span,
}

/// A link as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// What it names.
    pub target: Target,
    /// Whether only facilitators see it: then no other page may tell of it.
    pub facilitator: bool,
    /// From its bracket on, in the file.
    pub span: Span,
}

/// What a link names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A wiki link's id or its tail, perhaps with a heading (its text or its anchor).
    Work {
        /// `the-earrings`, `stories/the-earrings`.
        reference: String,
        /// What follows `#`.
        heading: Option<String>,
    },
    /// A relative link to a `.md` file, resolved against the file's own folder: a path below `content/`.
    File {
        /// `stories/the-earrings.es.md`.
        path: String,
        /// What follows `#`.
        heading: Option<String>,
    },
    /// A heading of the same page.
    Heading(String),
    /// An address outside the site; its scheme is an allowed one.
    External(String),
}

/// A file that a text shows or links.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// A path below `content/`, resolved against the text's own folder. A name without a folder in `![[…]]` may stand anywhere.
    pub path: String,
    /// Whether only the file's name was given, as Obsidian embeds do: look in the text's folder first, then everywhere.
    pub anywhere: bool,
    /// Whether only facilitators see it.
    pub facilitator: bool,
    /// From its bracket on, in the file.
    pub span: Span,
}

/// What a page shows of a text: finished HTML with holes where something depends on the site or on the reader's language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Body {
    /// In the order of the page.
    pub pieces: Vec<Piece>,
    /// Where in the pieces there is prose in the text's own language, in which mentions of terms can become links.
    pub prose: Vec<Prose>,
}

/// A stretch of finished HTML that is words and nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prose {
    /// The number of the piece.
    pub piece: u32,
    /// Its first byte in the piece's HTML.
    pub start: u32,
    /// The byte after its last.
    pub end: u32,
    /// Where in the file it begins.
    pub source: u32,
}

/// A part of a [`Body`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Finished, escaped HTML.
    Html(String),
    /// The opening tag of the link with this number in [`Face::links`].
    Open(u32),
    /// Its closing tag.
    Close(u32),
    /// The title of the work that the link leads to, in the reader's language, escaped: for `[[id]]` without words of its own.
    Title(u32),
    /// The address of the asset with this number in [`Face::assets`], relative to the page and escaped for an attribute.
    Asset(u32),
    /// The attributes of an image that its file decides, each with a space before it: address, size, smaller copies.
    Picture(u32),
    /// The attributes of a film that the picture with this number in [`Face::assets`] decides: it is shown before, and as large.
    Poster(u32),
    /// The subtitles of the film with this number in [`Face::assets`]: these, each with its language, or else all that lie beside it.
    Tracks(u32, Vec<(u32, Language)>),
    /// A string of the interface in the reader's language, escaped: its message id and arguments.
    Message(&'static str, Vec<(&'static str, String)>),
    /// What only facilitators see.
    Facilitator(Vec<Piece>),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_beginning_that_nobody_shows_is_no_part_of_what_others_show() {
        let language = "es".parse().unwrap();
        let face = |summary: Option<&str>, excerpt: &str| Face {
            front: FrontMatter { summary: summary.map(str::to_owned), ..FrontMatter::default() },
            excerpt: excerpt.to_owned(),
            ..Face::default()
        };
        assert!(face(Some("resumen"), "a").shows_the_same(&face(Some("resumen"), "b"), language));
        assert!(!face(None, "a").shows_the_same(&face(None, "b"), language));
        assert!(!face(Some("resumen"), "a").shows_the_same(&face(None, "a"), language));
    }
}
