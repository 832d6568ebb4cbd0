//! `chunks.jsonl`: every text in pieces, one JSON object a line, for assistants that look things up.
//!
//! A piece is a section, cut at the ends of paragraphs where it is long. Facilitators' blocks are in none.

use rayon::prelude::*;
use serde::Serialize;

use super::{Format, Job, Materials, Prepared};
use crate::base::hash::Hasher;
use crate::base::language::Language;
use crate::base::path::{Address, encode};
use crate::config::Kind;
use crate::site::{Facts, Page, Paragraph, Plain, Site, SourceFact, ThemeFact, TranslationFact};

/// How long a piece may become before it is cut, in characters. A paragraph that is longer stays whole.
const LONGEST: usize = 1500;

/// Of how many bytes of texts one file has the pieces, before the next begins.
const PER_FILE: usize = 8 * 1024 * 1024;

/// A part is a number for a language and a file of it.
pub struct Chunks;

/// More files than a language can have.
const FILES: usize = 1 << 20;

#[derive(Serialize)]
struct Chunk<'a> {
    /// The same in every build as long as the section has its anchor.
    id: String,
    /// The part of the site that it belongs to.
    language: Language,
    /// The language of the text where that is another.
    #[serde(skip_serializing_if = "Option::is_none")]
    text_language: Option<Language>,
    work: &'a str,
    kind: Kind,
    title: &'a str,
    headings: Vec<&'a str>,
    address: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    themes: &'a [ThemeFact],
    #[serde(skip_serializing_if = "Option::is_none")]
    said_by: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a SourceFact>,
    #[serde(skip_serializing_if = "Option::is_none")]
    translation: Option<&'a TranslationFact>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    foreign: Vec<Foreign<'a>>,
    text: String,
}

/// Words of a piece that are in another language.
#[derive(Serialize)]
struct Foreign<'a> {
    language: Language,
    text: &'a str,
}

impl Format for Chunks {
    fn jobs(&self, materials: &Materials) -> Vec<Job> {
        let site = materials.site;
        let of = |(at, language): (usize, &Language)| {
            addresses(site, *language).into_iter().enumerate().map(move |(file, address)| Job { address, part: at * FILES + file })
        };
        site.languages().iter().enumerate().flat_map(of).collect()
    }

    fn prepare<'a>(&self, materials: &'a Materials, job: &'a Job) -> Prepared<'a> {
        let site = materials.site;
        let language = site.languages()[job.part / FILES];
        let pages = files(site, language).into_iter().nth(job.part % FILES).unwrap_or_default();
        let texts: Vec<Plain> = pages.into_iter().filter_map(|page| site.plain(page)).collect();
        let hashes: Vec<_> = texts.par_iter().map(Plain::hash).collect();
        let hash = hashes.iter().fold(Hasher::default(), |all, one| all.add(one.as_bytes())).finish();
        Prepared::bytes(materials.key(hash), move || {
            let lines: Vec<String> = texts.par_iter().map(|text| lines(site, language, text)).collect();
            lines.concat().into_bytes()
        })
    }
}

/// Where a language's pieces stand.
pub(super) fn addresses(site: &Site, language: Language) -> Vec<Address> {
    let name = |file: usize| match file {
        0 => Address::new(format!("{language}/chunks.jsonl")),
        file => Address::new(format!("{language}/chunks-{}.jsonl", file + 1)),
    };
    (0..files(site, language).len()).map(name).collect()
}

/// The pages whose pieces stand in each file. There is always a first.
fn files(site: &Site, language: Language) -> Vec<Vec<&Page>> {
    let mut files = vec![Vec::new()];
    let mut weight = 0;
    for page in Kind::ALL.into_iter().flat_map(|kind| site.own_works(kind, language)) {
        let own = site.weight(page);
        if weight + own > PER_FILE && weight > 0 {
            files.push(Vec::new());
            weight = 0;
        }
        weight += own;
        files.last_mut().into_iter().for_each(|file| file.push(page));
    }
    files
}

/// The pieces of one text.
fn lines(site: &Site, language: Language, plain: &Plain) -> String {
    let facts = plain.facts();
    let page = &plain.page().address;
    let mut out = String::new();
    for (number, (headings, blocks)) in plain.sections().into_iter().enumerate() {
        let summary = facts.summary.as_ref().filter(|_| number == 0);
        let summary = summary.map(|summary| Paragraph { text: summary.clone(), foreign: Vec::new() });
        let blocks: Vec<Paragraph> = summary.into_iter().chain(blocks).collect();
        let anchor = headings.last().map(|heading| heading.anchor.as_str());
        for (part, blocks) in pieces(&blocks).into_iter().enumerate() {
            let Facts { id, kind, title, themes, said_by, source, translation, .. } = &facts;
            let place = anchor.map(|anchor| format!("#{anchor}")).unwrap_or_default();
            let further = if part == 0 { String::new() } else { format!("~{}", part + 1) };
            let link = anchor.map(|anchor| format!("#{}", encode(anchor))).unwrap_or_default();
            let foreign = blocks.iter().flat_map(|block| &block.foreign);
            let chunk = Chunk {
                id: format!("{language}/{id}{place}{further}"),
                language,
                text_language: Some(facts.language).filter(|text| *text != language),
                work: id,
                kind: *kind,
                title,
                headings: headings.iter().map(|heading| heading.text.as_str()).collect(),
                address: format!("{}{link}", encode(page)),
                url: site.absolute(page).map(|url| format!("{url}{link}")),
                themes,
                said_by: said_by.as_deref(),
                source: source.as_ref(),
                translation: translation.as_ref(),
                foreign: foreign.map(|(language, text)| Foreign { language: *language, text }).collect(),
                text: blocks.iter().map(|block| block.text.as_str()).collect::<Vec<_>>().join("\n\n"),
            };
            // Plain strings and numbers always have a form in JSON.
            out.push_str(&serde_json::to_string(&chunk).unwrap_or_default());
            out.push('\n');
        }
    }
    out
}

/// Blocks in runs that are not too long.
fn pieces(blocks: &[Paragraph]) -> Vec<&[Paragraph]> {
    let mut pieces = Vec::new();
    let (mut start, mut length) = (0, 0);
    for (at, block) in blocks.iter().enumerate() {
        let own = block.text.chars().count();
        if length + own > LONGEST && at > start {
            pieces.push(&blocks[start..at]);
            (start, length) = (at, 0);
        }
        length += own;
    }
    if start < blocks.len() {
        pieces.push(&blocks[start..]);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(lengths: &[usize]) -> Vec<Vec<usize>> {
        let blocks: Vec<Paragraph> = lengths.iter().map(|length| Paragraph { text: "ы".repeat(*length), foreign: Vec::new() }).collect();
        pieces(&blocks).into_iter().map(|piece| piece.iter().map(|block| block.text.chars().count()).collect()).collect()
    }

    #[test]
    fn a_section_is_cut_between_paragraphs_where_it_grows_long() {
        assert_eq!(shape(&[]), Vec::<Vec<usize>>::new());
        assert_eq!(shape(&[700, 800]), [[700, 800]]);
        assert_eq!(shape(&[700, 801, 600]), [vec![700], vec![801, 600]]);
        assert_eq!(shape(&[4000, 10, 2000]), [vec![4000], vec![10], vec![2000]]);
    }
}
