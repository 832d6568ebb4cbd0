//! The phases one by one, on a made-up collection: `cargo bench --bench phases`.
#![allow(clippy::disallowed_methods, reason = "a bench writes a site and reads it again")]

#[allow(dead_code, reason = "each bench uses its part")]
#[path = "collection/mod.rs"]
mod collection;

use std::sync::Arc;

use apologue::base::hash::Hash;
use apologue::config::{self, Config};
use apologue::document::{self, Document};
use apologue::format::{self, Materials};
use apologue::graph::{self, Assets, Data, Graph, Selection};
use apologue::output::{Origin, Output, Publisher};
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
    config: Arc<Config>,
    documents: Arc<[Arc<Document>]>,
    data: Arc<Data>,
}

impl Site {
    fn new(documents: usize, profile: Profile) -> Site {
        let folder = tempfile::tempdir().expect("a folder");
        own::write(&Collection::new(documents, profile), folder.path()).expect("the sources are written");
        let sources = source::look(folder.path()).expect("the sources are read").read(None);
        let config = config::read(sources.config.clone().expect("site.yaml")).0.expect("a valid site.yaml");
        let documents = parse(&sources, &config);
        let data = Arc::new(Data::read(&sources.data, &config).0);
        Site { folder, sources, config: Arc::new(config), documents: documents.into(), data }
    }

    fn selection(&self) -> Selection {
        Selection { drafts: false, languages: self.config.languages.clone(), audiences: Vec::new() }
    }

    fn link(&self) -> Arc<Graph> {
        Arc::new(graph::link(&self.documents, &self.data, &self.sources.assets, &self.config, &self.selection()).0)
    }

    /// Lays the site out and hands on all that formats read.
    fn lay_out<T>(&self, graph: &Arc<Graph>, then: impl FnOnce(&Materials) -> T) -> T {
        let selection = self.selection();
        let strings =
            Arc::new(Strings::load(&self.sources.strings, &selection.languages, self.config.default_language, &self.config.inherits).0);
        let theme = Theme::load(&self.config.theme, &self.sources.theme_files, strings.clone()).0.expect("a theme");
        let options = Options::default();
        let inputs = Inputs {
            config: self.config.clone(),
            documents: self.documents.clone(),
            graph: graph.clone(),
            data: self.data.clone(),
            assets: Arc::new(Assets::new(&self.sources.assets, &self.config.languages)),
            statics: self.sources.statics.clone().into(),
            states: Arc::default(),
            strings: strings.clone(),
            languages: selection.languages.into(),
            options: Arc::new(options),
        };
        let site = site::lay_out(inputs).0;
        then(&Materials::new(&site, &theme, self.folder.path(), Hash::of(b"")))
    }

    fn render(&self, materials: &Materials) -> Vec<Output> {
        let formats = format::all(&self.config.outputs);
        let jobs = formats.into_iter().flat_map(|format| format.jobs(materials).into_iter().map(move |job| (format, job)));
        jobs.map(|(format, job)| {
            let content = format.prepare(materials, &job).make().expect("a sound page");
            Output::new(job.address, content.into())
        })
        .collect()
    }
}

fn parse(sources: &Sources, config: &Config) -> Vec<Arc<Document>> {
    sources.texts.iter().filter_map(|text| document::parse(text, config).ok().map(Arc::new)).collect()
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
        let graph = site.link();
        // With the strings and the templates, which are read each time.
        group.bench_function(BenchmarkId::new("lay out", &id), |bencher| bencher.iter(|| site.lay_out(&graph, |_| ())));
        let outputs = site.lay_out(&graph, |materials| {
            group.bench_function(BenchmarkId::new("render", &id), |bencher| bencher.iter(|| site.render(materials)));
            site.render(materials)
        });
        // Everything is there already: all is compared, nothing is written.
        let public = site.folder.path().join("public");
        let publish = || {
            let publisher = Publisher::begin(&public, site.folder.path()).expect("the folder is ours");
            outputs.iter().cloned().for_each(|output| publisher.stage(output).expect("it is staged"));
            publisher.publish(&Origin::default()).expect("it is published")
        };
        publish();
        group.bench_function(BenchmarkId::new("diff", &id), |bencher| bencher.iter(publish));
        group.finish();
    }
}

criterion_group!(benches, phases);
criterion_main!(benches);
