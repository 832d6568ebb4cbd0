//! The engine of the search that runs in browsers, over a small index made by hand.
//!
//! Node runs it, by `tests/web/engine.mjs`; without Node the tests say so and pass. With `CI=true` nothing is passed over.
#![allow(clippy::disallowed_methods, reason = "a test looks at files and starts programs")]

#[path = "support/browser.rs"]
mod browser;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

use browser::{Check, HERE, THERE, looked_at, passed_over, program, ran};

// Tests whose looking is done by the script, under the same names.
looked_at! { asked:
    words_are_parted_and_folded_as_in_the_index
    stress_points_and_soft_hyphens_are_no_part_of_a_form
    numbers_come_back_as_they_were_written
    slips_and_layouts_are_known
    a_word_is_found_in_all_the_ways_there_are
    a_regional_variant_has_the_stems_of_its_language
    a_question_loads_little
    works_with_more_of_the_words_come_first
    words_in_quotation_marks_stand_in_a_row
    results_come_in_groups
    facets_leave_some
    a_snippet_shows_where_the_words_stand
    what_is_asked_later_silences_what_was_asked_before
    what_cannot_be_had_is_said_and_tried_again
    themes_that_look_alike_are_offered
    no_question_is_too_strange
}

fn asked() -> Option<&'static BTreeMap<String, Check>> {
    static ASKED: OnceLock<BTreeMap<String, Check>> = OnceLock::new();
    if program("node").is_none() {
        return passed_over("node is not installed");
    }
    Some(ASKED.get_or_init(|| {
        let report = Path::new(THERE).join("engine.report.json");
        fs::create_dir_all(THERE).unwrap();
        let theme = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/static");
        let script = Path::new(HERE).join("engine.mjs");
        ran(Command::new("node").arg(script).arg(&report).arg(theme)).unwrap_or_else(|error| panic!("{error}"));
        serde_json::from_slice(&fs::read(report).unwrap()).unwrap()
    }))
}
