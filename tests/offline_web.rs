//! Copies for reading offline, in a browser: kept, read without a network, brought up to date, removed.
#![allow(clippy::disallowed_methods, reason = "a test starts programs")]

#[path = "support/browser.rs"]
mod browser;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use browser::{Check, looked_at};

// Tests whose looking is done in the browser, by `tests/web/offline.mjs`, under the same names.
looked_at! { browsed:
    a_path_is_read_without_a_network
    a_page_that_was_not_kept_says_so
    a_path_alone_has_no_search_and_says_so
    a_copy_follows_a_new_build
    a_copy_that_is_removed_is_gone
    from_files_nothing_is_offered
    no_page_about_copies_has_an_error
}

/// Everything that the browser found: it is started once for all tests.
fn browsed() -> Option<&'static BTreeMap<String, Check>> {
    static BROWSED: OnceLock<BTreeMap<String, Check>> = OnceLock::new();
    browser::browsed("offline.mjs", &BROWSED)
}
