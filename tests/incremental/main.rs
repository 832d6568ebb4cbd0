//! After any edits, in any order, an incremental build makes what a clean one makes, byte for byte, and says what a clean one says.
//!
//! A small site is made up, then edited at random: texts, works, languages, the thesaurus, templates, strings, configuration, files, options,
//! the output and its records. After each edit the standing output is built once more and compared with a clean build.
//!
//! - `APOLOGUE_EDITS=10000 cargo test --release --test incremental random` makes as many edits as one likes.
//! - `APOLOGUE_SEED=7` repeats a run. A failure prints its seed and, after shrinking, the shortest sequence of edits that still fails.

#![allow(clippy::disallowed_methods, reason = "a test writes the site that it builds")]

mod counts;
mod edits;
mod random;
mod run;
#[path = "../support/mod.rs"]
mod support;
mod wiki;

use std::env;
use std::sync::Mutex;
use std::thread;

use edits::Kind;
use random::Random;
use run::{Edit, Failure, Tally};
use support::builds::Builder;

/// How many edits one site goes through before the next one is made up.
const LENGTH: usize = Kind::ALL.len();

/// As many edits as are made by default: every kind comes once.
const EDITS: usize = LENGTH;

/// How often a failing sequence is tried with parts left out.
const TRIES: usize = 150;

fn number(variable: &str) -> Option<u64> {
    env::var(variable).ok().map(|text| text.parse().unwrap_or_else(|_| panic!("{variable} is no number: {text}")))
}

fn seed() -> u64 {
    number("APOLOGUE_SEED").unwrap_or_else(|| std::time::UNIX_EPOCH.elapsed().map_or(1, |time| time.as_nanos() as u64 % 1_000_000_007))
}

/// Every kind of edit once, in an order by chance, and again until there are enough.
fn sequence(random: &mut Random, length: usize) -> Vec<Edit> {
    let mut edits = Vec::new();
    while edits.len() < length {
        let mut kinds = Kind::ALL.to_vec();
        random.shuffle(&mut kinds);
        edits.extend(kinds.into_iter().map(|kind| Edit { kind, seed: random.next() }));
    }
    edits.truncate(length);
    edits
}

/// Leaves out whatever can be left out of a sequence that fails, in ever smaller parts.
fn shrink(seed: u64, mut edits: Vec<Edit>, mut failure: Failure, builder: Builder) -> (Vec<Edit>, Failure) {
    edits.truncate(failure.at + 1);
    let mut part = edits.len() / 2;
    let mut tries = 0;
    while part > 0 && tries < TRIES {
        let mut start = 0;
        while start < edits.len() && tries < TRIES {
            let mut fewer = edits.clone();
            fewer.drain(start..(start + part).min(edits.len()));
            tries += 1;
            match run::all(seed, &fewer, builder) {
                Err(other) => {
                    fewer.truncate(other.at + 1);
                    (edits, failure) = (fewer, other);
                }
                Ok(_) => start += part,
            }
        }
        part /= 2;
    }
    (edits, failure)
}

/// Runs so many random edits, on every core.
fn try_out(edits: usize, builder: Builder) {
    let seed = seed();
    let sites: Vec<(u64, usize)> =
        (0..edits.div_ceil(LENGTH)).map(|site| (seed + site as u64, LENGTH.min(edits - site * LENGTH))).collect();
    println!("seed {seed}: {edits} edits on {} sites", sites.len());
    let waiting = Mutex::new(sites);
    let failed = Mutex::new(None);
    let sum = Mutex::new(Tally::default());
    let work = || {
        while failed.lock().unwrap().is_none() {
            let Some((seed, length)) = waiting.lock().unwrap().pop() else { return };
            let edits = sequence(&mut Random::new(seed), length);
            match run::all(seed, &edits, builder) {
                Ok(tally) => sum.lock().unwrap().add(tally),
                Err(failure) => *failed.lock().unwrap() = Some((seed, edits, failure)),
            }
        }
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(work);
        }
    });
    if let Some((seed, edits, failure)) = failed.into_inner().unwrap() {
        println!("site {seed} fails after {} edits: {}\nlooking for a shorter sequence …", failure.at + 1, failure.what);
        let (edits, failure) = shrink(seed, edits, failure, builder);
        panic!(
            "repeat this with APOLOGUE_SEED={seed} APOLOGUE_EDITS={LENGTH}; {} edits suffice:\n{}\n{}",
            edits.len(),
            failure.story.join("\n"),
            failure.what
        );
    }
    let tally = sum.into_inner().unwrap();
    println!("{tally:?}");
    // Otherwise the edits are not worth much. Of a few one cannot say.
    assert!(edits < LENGTH || (tally.published * 2 > edits && tally.changed * 4 > edits && tally.failed > 0), "{tally:?}");
}

#[test]
fn random_edits_come_out_as_a_clean_build() {
    try_out(number("APOLOGUE_EDITS").map_or(EDITS, |edits| edits as usize), Builder::Library);
}

#[test]
fn random_edits_come_out_as_a_clean_build_of_the_program_itself() {
    try_out(12, Builder::Program);
}
