//! `sitemap.xml` with alternates (sitemaps.org 0.9 and Google's `xhtml:link`), and `robots.txt`. Both need absolute addresses, so a site
//! without `base_url` has neither.

use std::ops::Range;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::{Format, Job, Materials, Prepared};
use crate::base::hash::Hash;
use crate::base::path::Address;
use crate::site::{Page, Site};

/// The most addresses that one sitemap may hold.
const LONGEST: usize = 50_000;
/// The most bytes, with room for what stands around the addresses: the protocol allows 52,428,800.
const HEAVIEST: usize = 52_000_000;
/// No address is longer, with the element that it stands in: the protocol allows 2,048 characters.
const LONGEST_ADDRESS: usize = 2_300;
/// What stands around an address.
const AROUND_ADDRESS: usize = 100;
/// Most addresses are shorter, with the element that they stand in.
const USUAL_ADDRESS: usize = 250;

/// Part 0 is `sitemap.xml`, part 1 `robots.txt`, the others are the parts of a sitemap that is an index.
pub struct Sitemap;

impl Format for Sitemap {
    fn jobs(&self, materials: &Materials) -> Vec<Job> {
        if materials.site.inputs().config.base_url.is_none() {
            return Vec::new();
        }
        let job = |address: String, part| Job { address: Address::new(address), part };
        let mut jobs = vec![job("sitemap.xml".to_owned(), 0), job("robots.txt".to_owned(), 1)];
        let chunks = cut(materials.site, &indexed(materials.site)).len();
        if chunks > 1 {
            jobs.extend((1..=chunks).map(|number| job(format!("sitemap-{number}.xml"), number + 1)));
        }
        jobs
    }

    fn prepare<'a>(&self, materials: &'a Materials, job: &'a Job) -> Prepared<'a> {
        match job.part {
            1 => {
                let robots = robots(materials.site);
                Prepared::bytes(Hash::of(&robots), || robots)
            }
            part => Prepared::bytes(materials.outline_key(), move || text(materials.site, part)),
        }
    }
}

fn text(site: &Site, part: usize) -> Vec<u8> {
    let pages = indexed(site);
    let chunks: Vec<&[&Page]> = cut(site, &pages).into_iter().map(|range| &pages[range]).collect();
    match (part, chunks.as_slice()) {
        (0, []) => url_set(site, &[]),
        (0, [all]) => url_set(site, all),
        (0, several) => index(site, several.len()),
        (part, several) => url_set(site, several.get(part - 2).copied().unwrap_or_default()),
    }
}

fn robots(site: &Site) -> Vec<u8> {
    format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", site.absolute("sitemap.xml").unwrap_or_default()).into_bytes()
}

fn indexed(site: &Site) -> Vec<&Page> {
    site.pages.iter().filter(|page| site.is_indexed(page)).collect()
}

/// Which pages stand in one sitemap.
fn cut(site: &Site, pages: &[&Page]) -> Vec<Range<usize>> {
    // Most sites need not be measured.
    let can_be_heavy = pages.len() * (site.languages().len() + 2) * LONGEST_ADDRESS > HEAVIEST;
    runs(pages.iter().map(|page| if can_be_heavy { weight(site, page) } else { 0 }))
}

/// As many bytes as a page can take: its address, and the same in each language and for readers of none of them. Nothing of it is written
/// for this, since it is asked of all pages of a large site.
fn weight(site: &Site, page: &Page) -> usize {
    // XML writes an apostrophe as `&apos;`.
    let of = |address: &str| site.absolute_length(address) + 5 * address.matches('\'').count() + AROUND_ADDRESS;
    let twins: Vec<usize> = site.twins(page).iter().map(|(_, twin)| of(twin)).collect();
    of(&page.address) + AROUND_ADDRESS + twins.iter().chain(twins.iter().max()).sum::<usize>()
}

/// Cuts where there are too many, or where they are too heavy together.
fn runs(weights: impl Iterator<Item = usize>) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    let mut together = 0;
    for (at, weight) in weights.enumerate() {
        together += weight;
        match runs.last_mut() {
            Some(run) if run.len() < LONGEST && together <= HEAVIEST => run.end = at + 1,
            _ => {
                runs.push(at..at + 1);
                together = weight;
            }
        }
    }
    runs
}

/// Writing into memory cannot fail.
type Xml = Writer<Vec<u8>>;

/// `length`: more bytes than it will have. What is not written costs nothing, while growing would hold the whole twice.
fn document(root: &str, attributes: &[(&str, &str)], length: usize, fill: impl FnOnce(&mut Xml)) -> Vec<u8> {
    let mut xml = Writer::new_with_indent(Vec::with_capacity(length), b' ', 1);
    let _ = xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)));
    let _ = xml.create_element(root).with_attributes(attributes.iter().copied()).write_inner_content(|xml| {
        fill(xml);
        Ok(())
    });
    let mut bytes = xml.into_inner();
    bytes.push(b'\n');
    bytes
}

fn text_element(xml: &mut Xml, name: &str, text: &str) {
    let _ = xml.create_element(name).write_text_content(BytesText::new(text));
}

fn url_set(site: &Site, pages: &[&Page]) -> Vec<u8> {
    let namespaces = [("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"), ("xmlns:xhtml", "http://www.w3.org/1999/xhtml")];
    let addresses = pages.len() * (site.languages().len() + 2);
    document("urlset", &namespaces, 1000 + addresses * USUAL_ADDRESS, |xml| {
        for page in pages {
            let _ = xml.create_element("url").write_inner_content(|xml| {
                text_element(xml, "loc", &site.absolute(&page.address).unwrap_or_default());
                if let Some(date) = site.modified(page) {
                    text_element(xml, "lastmod", &date.to_string());
                }
                for alternate in site.alternates(page) {
                    let attributes = [("rel", "alternate"), ("hreflang", alternate.lang.as_str()), ("href", alternate.url.as_str())];
                    let _ = xml.create_element("xhtml:link").with_attributes(attributes).write_empty();
                }
                Ok(())
            });
        }
    })
}

fn index(site: &Site, chunks: usize) -> Vec<u8> {
    document("sitemapindex", &[("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")], 1000, |xml| {
        for number in 1..=chunks {
            let _ = xml.create_element("sitemap").write_inner_content(|xml| {
                text_element(xml, "loc", &site.absolute(&format!("sitemap-{number}.xml")).unwrap_or_default());
                Ok(())
            });
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sitemap_holds_no_more_addresses_and_bytes_than_the_protocol_allows() {
        let cut = |weights: &[usize]| runs(weights.iter().copied());
        assert!(cut(&[]).is_empty());
        assert_eq!(cut(&[0; 50_000]).len(), 1);
        assert_eq!(cut(&[0; 50_001]), [0..50_000, 50_000..50_001]);
        assert_eq!(cut(&[HEAVIEST, 0, 1, HEAVIEST - 1, 1]), [0..2, 2..4, 4..5]);
        assert_eq!(cut(&[HEAVIEST + 1, 1]), [0..1, 1..2], "what is too heavy alone stands alone");
    }
}
