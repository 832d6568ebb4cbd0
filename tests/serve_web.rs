//! The preview as an author sees it: pages that follow what is saved, in a browser.
#![allow(clippy::disallowed_methods, reason = "a test starts programs")]

#[path = "support/browser.rs"]
mod browser;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use browser::{Check, looked_at};

// Tests whose looking is done in the browser, by `tests/web/serve.mjs`, under the same names.
looked_at! { browsed:
    a_reload_keeps_the_readers_place
    a_stylesheet_is_exchanged_without_a_reload
    what_is_wrong_is_shown_as_text
    a_page_that_has_gone_says_so
    a_click_leads_to_the_source
    a_page_goes_on_when_the_server_is_started_again
    a_site_that_never_was_good_becomes_one
    no_page_has_an_error
}

/// Everything that the browser found: it is started once for all tests.
fn browsed() -> Option<&'static BTreeMap<String, Check>> {
    static BROWSED: OnceLock<BTreeMap<String, Check>> = OnceLock::new();
    browser::browsed("serve.mjs", &BROWSED)
}
