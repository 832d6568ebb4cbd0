//! What is wrong with a text, collected while it is read.

use std::ops::Range;

use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::base::text::{Span, Text};

/// Nobody reads more at once; and each place costs a walk through the text.
const MOST: usize = 200;

/// Problems with their places in a body, which become places in the file only at the end.
#[derive(Debug, Default)]
pub(super) struct Problems {
    found: Vec<Problem>,
    errors: usize,
    warnings: usize,
}

#[derive(Debug)]
struct Problem {
    diagnostic: Diagnostic,
    at: Range<usize>,
    other: Option<Range<usize>>,
}

impl Problems {
    /// Reports a problem without arguments.
    pub(super) fn report(&mut self, code: Code, at: Range<usize>) {
        self.add(Diagnostic::new(code), at);
    }

    pub(super) fn add(&mut self, diagnostic: Diagnostic, at: Range<usize>) {
        self.push(Problem { diagnostic, at, other: None });
    }

    pub(super) fn add_with_other(&mut self, diagnostic: Diagnostic, at: Range<usize>, other: Range<usize>) {
        self.push(Problem { diagnostic, at, other: Some(other) });
    }

    /// Whether a problem of this kind is known already: some are worth saying only once.
    pub(super) fn has(&self, code: Code) -> bool {
        self.found.iter().any(|problem| problem.diagnostic.code == code)
    }

    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.found.len()
    }

    /// So many errors and so many warnings: no error is lost behind warnings.
    fn push(&mut self, problem: Problem) {
        let room = match problem.diagnostic.severity {
            Severity::Error => &mut self.errors,
            Severity::Warning | Severity::Note => &mut self.warnings,
        };
        if *room < MOST {
            *room += 1;
            self.found.push(problem);
        }
    }

    /// The diagnostics in the order of the text; the body begins at `offset` of the file.
    /// The problems of a text that has no places in a file.
    pub(super) fn without_places(mut self) -> Vec<Diagnostic> {
        self.found.sort_by_key(|problem| problem.at.start);
        self.found.into_iter().map(|problem| problem.diagnostic).collect()
    }

    pub(super) fn place(mut self, text: &Text, offset: usize) -> Vec<Diagnostic> {
        self.found.sort_by_key(|problem| problem.at.start);
        let place = |at: Range<usize>| text.place(Span::new(at).shifted(offset));
        self.found
            .into_iter()
            .map(|problem| {
                let diagnostic = problem.diagnostic.at(place(problem.at));
                match problem.other {
                    Some(other) => diagnostic.and_at(place(other)),
                    None => diagnostic,
                }
            })
            .collect()
    }
}
