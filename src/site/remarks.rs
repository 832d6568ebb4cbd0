//! What becomes of an author's words without anybody's asking: said to editors who want to know, and to nobody else.

use rayon::prelude::*;

use super::body::Filler;
use super::{Page, Site, Subject};
use crate::base::diagnostic::{Code, Diagnostic, Limited};
use crate::document::Target;
use crate::graph::{DocumentIndex, Resolved};

impl Site {
    /// The words that have become links to terms, and the links that are plain words.
    pub fn remarks(&self) -> Vec<Diagnostic> {
        let mut remarks = self.linked_terms();
        remarks.extend(self.plain_links());
        remarks
    }

    /// The links that lead to what readers of their text do not have: drafts, and works that their language hides.
    fn plain_links(&self) -> Vec<Diagnostic> {
        let shown = |page: &'_ Page| match page.subject {
            Subject::Work(_, document) => Some(document).filter(|_| page.language == self.inputs.documents[document].language),
            _ => None,
        };
        let remarks = |page| shown(page).map(|document| self.plain_links_of(page, document)).unwrap_or_default();
        self.pages.par_iter().flat_map_iter(remarks).collect()
    }

    fn plain_links_of(&self, page: &Page, document: DocumentIndex) -> Vec<Diagnostic> {
        let filler = Filler { site: self, page, document };
        let text = &self.inputs.documents[document];
        let mut remarks = Vec::new();
        let found = &mut Limited::new(&mut remarks);
        for (number, link) in text.face.links.iter().enumerate().filter(|(_, link)| !link.facilitator || self.inputs.options.facilitator) {
            let name = match &link.target {
                Target::Work { reference, .. } => reference,
                Target::File { path, .. } => path,
                Target::Heading(_) | Target::External(_) => continue,
            };
            let number = number as u32;
            if matches!(filler.resolved(number), Resolved::Internal { .. }) && filler.lead(number).is_none() {
                found.add(Code::PlainLink, |remark| remark.at(text.text.place(link.span)).arg("name", name));
            }
        }
        remarks
    }
}
