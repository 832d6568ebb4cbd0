//! Any order of publishing, giving up, damage and meddling.

use proptest::prelude::*;

use super::*;

/// One step of somebody's work with an output folder.
#[derive(Clone, Debug)]
enum Step {
    Publish(BTreeMap<&'static str, u8>),
    GiveUp(BTreeMap<&'static str, u8>),
    Cut(&'static str, usize),
    Change(usize),
    Remove(usize),
}

const ADDRESSES: &[&str] = &["a", "a/b", "a/b/c", "a/b/d", "e.html", "f/g.html", "f/h.html", "ы/й.html"];

fn step() -> impl Strategy<Value = Step> {
    let outputs = || proptest::collection::btree_map(proptest::sample::select(ADDRESSES), 0..4_u8, 0..6).prop_map(without_clashes);
    prop_oneof![
        6 => outputs().prop_map(Step::Publish),
        1 => outputs().prop_map(Step::GiveUp),
        1 => (proptest::sample::select(&[MANIFEST, JOURNAL][..]), 0..300_usize).prop_map(|(record, length)| Step::Cut(record, length)),
        2 => (0..8_usize).prop_map(Step::Change),
        2 => (0..8_usize).prop_map(Step::Remove),
    ]
}

fn without_clashes(mut outputs: BTreeMap<&'static str, u8>) -> BTreeMap<&'static str, u8> {
    let all = outputs.clone();
    outputs.retain(|address, _| !address::folders(address).any(|folder| all.contains_key(folder)));
    outputs
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_the_folder_is_what_was_published_last(steps in proptest::collection::vec(step(), 1..12)) {
        const TEXTS: [&str; 4] = ["one", "two", "six", "three"];
        let site = Site::new();
        let mut last: Vec<(&str, &str)> = Vec::new();
        let mut cut = false;
        for step in steps {
            match step {
                Step::Publish(outputs) => {
                    last = outputs.into_iter().map(|(address, n)| (address, TEXTS[n as usize])).collect();
                    site.publish(&last).unwrap();
                    cut = false;
                    let mut wanted = expected(&last);
                    if site.at("own/CNAME").exists() {
                        wanted.extend(expected(&[("own/CNAME", "mine")]));
                    }
                    prop_assert_eq!(site.tree(), wanted);
                }
                Step::GiveUp(outputs) => {
                    let before = tree(site.0.path());
                    let publisher = site.begin().unwrap();
                    outputs.into_iter().for_each(|(address, _)| publisher.stage(output(address, "given up")).unwrap());
                    drop(publisher);
                    prop_assert_eq!(tree(site.0.path()), before);
                }
                // One record at a time: what happens without both is another rule.
                Step::Cut(record, length) if !cut && site.record(record).exists() => {
                    let bytes = fs::read(site.record(record)).unwrap();
                    fs::write(site.record(record), &bytes[..length.min(bytes.len())]).unwrap();
                    cut = true;
                    site.put("own/CNAME", "mine");
                }
                Step::Change(n) if n < last.len() => site.put(last[n].0, "own"),
                Step::Remove(n) if n < last.len() => drop(fs::remove_file(site.at(last[n].0))),
                _ => {}
            }
        }
    }
}
