//! What is done about problems before they are shown: which of them hold, how severe they are, and what they leave out.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Settings;
use crate::base::diagnostic::{self, Code, Diagnostic, Severity};
use crate::base::path::SitePath;
use crate::document::Document;

/// What is wrong with a text that is not published yet stops nobody: it is said once drafts are asked for.
pub(super) fn leave_drafts_alone(problems: &mut Vec<Diagnostic>, documents: &[Arc<Document>]) {
    let drafts = documents.iter().filter(|document| document.face.front.draft == Some(true));
    let drafts: BTreeSet<&SitePath> = drafts.map(|document| &document.text.path).collect();
    problems.retain(|problem| path(problem).is_none_or(|path| !drafts.contains(path)));
}

/// The documents that an error points at.
pub(super) fn faulty_documents(problems: &[Diagnostic], documents: &[Arc<Document>]) -> BTreeSet<SitePath> {
    let at_fault: BTreeSet<&SitePath> = problems.iter().filter(|problem| problem.severity == Severity::Error).filter_map(path).collect();
    documents.iter().map(|document| &document.text.path).filter(|path| at_fault.contains(path)).cloned().collect()
}

/// Whether an error lies outside the documents, which alone can be left out.
pub(super) fn is_fatal(problem: &Diagnostic) -> bool {
    let in_content = |path: &SitePath| path.starts_with("content/") && path.extension().eq_ignore_ascii_case("md");
    problem.severity == Severity::Error && !path(problem).is_some_and(in_content) && problem.code != Code::AddressTaken
}

/// Brings problems into the order in which they are shown, without those that follow from others.
pub(super) fn finish(problems: &mut Vec<Diagnostic>, settings: &Settings) {
    if settings.strict {
        let warnings = problems.iter_mut().filter(|problem| problem.severity == Severity::Warning);
        warnings.for_each(|problem| problem.severity = Severity::Error);
    }
    // Where Git's marks stand, all else that seems wrong with the file follows from them.
    let torn: BTreeSet<SitePath> =
        problems.iter().filter(|problem| problem.code == Code::ConflictMarks).filter_map(path).cloned().collect();
    problems.retain(|problem| problem.code == Code::ConflictMarks || path(problem).is_none_or(|path| !torn.contains(path)));
    diagnostic::sort(problems);
    // One word about a folder is enough, however many files it holds.
    let mut folders = BTreeSet::new();
    problems.retain(|problem| problem.code != Code::UnknownFolder || folders.insert(problem.args.clone()));
}

fn path(problem: &Diagnostic) -> Option<&SitePath> {
    problem.place.as_ref().map(|place| &place.path)
}
