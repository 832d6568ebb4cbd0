//! The phases one by one, on a made-up collection: `cargo bench --bench phases`.
#![allow(clippy::disallowed_methods, reason = "a bench writes a site and reads it again")]

#[allow(dead_code, reason = "each bench uses its part")]
#[path = "collection/mod.rs"]
mod collection;

use std::collections::BTreeSet;
use std::hint::black_box;
use std::sync::Arc;

use apologue::base::path::Address;
use apologue::config::{self, Config};
use apologue::document::{self, Document};
use apologue::format::{self, Content, Materials};
use apologue::graph::{self, Assets, Data, Graph, Selection};
use apologue::output::{Output, Publisher};
use apologue::site::{self, Inputs, Options};
use apologue::source::{self, Sources};
use apologue::strings::Strings;
use apologue::theme::Theme;
use collection::{Collection, Profile, apologue as own};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use tempfile::TempDir;

const SIZES: [(usize, Profile); 2] = [(1_000, Profile::Short), (100, Profile::Long)];

/// A site up to the graph.
struct Site {
    folder: TempDir,
    sources: Sources,
    config: Config,
    documents: Vec<Document>,
    data: Data,
}

impl Site {
    fn new(documents: usize, profile: Profile) -> Site {
        let folder = tempfile::tempdir().expect("a folder");
        own::write(&Collection::new(documents, profile), folder.path()).expect("the sources are written");
        let sources = source::read(folder.path()).expect("the sources are read");
        let config = config::read(sources.config.clone().expect("site.yaml")).0.expect("a valid site.yaml");
        let documents = parse(&sources, &config);
        let data = Data::read(&sources.data, &config).0;
        Site { folder, sources, config, documents, data }
    }

    fn selection(&self) -> Selection {
        Selection { drafts: false, languages: self.config.languages.clone(), audiences: Vec::new() }
    }

    fn link(&self) -> Graph {
        graph::link(&self.documents, &self.data, &self.sources.assets, &self.config, &self.selection()).0
    }

    /// All outputs, given away one by one.
    fn render(&self, mut take: impl FnMut(Address, Content)) {
        let graph = self.link();
        let selection = self.selection();
        let strings = Arc::new(Strings::load(&self.sources.strings, &selection.languages, self.config.default_language).0);
        let theme = Theme::load(&self.config.theme, &self.sources.theme_files, strings.clone()).0.expect("a theme");
        let options = Options { facilitator: false, faulty: BTreeSet::new() };
        let inputs = Inputs {
            config: &self.config,
            documents: &self.documents,
            graph: &graph,
            data: &self.data,
            assets: &Assets::new(&self.sources.assets, &self.config.languages),
            statics: &self.sources.statics,
            strings: &strings,
            languages: &selection.languages,
            options: &options,
        };
        let site = site::lay_out(inputs).0;
        let materials = Materials { site: &site, theme: &theme, sources: &self.sources };
        for format in format::all(&self.config.outputs) {
            for job in format.jobs(&materials) {
                take(job.address.clone(), format.render(&materials, &job).expect("a sound page"));
            }
        }
    }
}

fn parse(sources: &Sources, config: &Config) -> Vec<Document> {
    sources.texts.iter().filter_map(|text| document::parse(text, config).ok()).collect()
}

fn phases(criterion: &mut Criterion) {
    for (documents, profile) in SIZES {
        let site = Site::new(documents, profile);
        let id = format!("{documents} {profile:?}").to_lowercase();
        let bytes = site.sources.texts.iter().map(|text| text.text.len() as u64).sum();

        let mut group = criterion.benchmark_group("phases");
        group.sample_size(10).throughput(Throughput::Bytes(bytes));
        group.bench_function(BenchmarkId::new("parse", &id), |bencher| bencher.iter(|| parse(&site.sources, &site.config)));
        group.bench_function(BenchmarkId::new("link", &id), |bencher| bencher.iter(|| site.link()));
        group.bench_function(BenchmarkId::new("link, lay out, render", &id), |bencher| {
            bencher.iter(|| site.render(|_, content| drop(black_box(content))))
        });

        // Everything is there already, as after an edit that changes one page: all is compared, nothing is written.
        let mut outputs = Vec::new();
        site.render(|address, content| outputs.push(Output::new(address, content.into())));
        let public = site.folder.path().join("public");
        let publish = || {
            let publisher = Publisher::begin(&public, site.folder.path()).expect("the folder is ours");
            outputs.iter().cloned().for_each(|output| publisher.stage(output).expect("it is staged"));
            publisher.publish().expect("it is published")
        };
        publish();
        group.bench_function(BenchmarkId::new("diff", &id), |bencher| bencher.iter(publish));
        group.finish();
    }
}

criterion_group!(benches, phases);
criterion_main!(benches);
