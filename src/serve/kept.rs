//! The site that is kept in memory, as the server asks for it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Hint, Origin, Pages, Refreshed, Workspace};
use crate::base::diagnostic::Diagnostic;
use crate::base::hash::Hash;
use crate::base::path::Address;
use crate::document::front_matter;
use crate::format;
use crate::pipeline::{self, Changes, Snapshot};

impl Workspace for pipeline::Workspace {
    fn refresh(&mut self, hint: &Hint) -> Refreshed {
        let changes = match hint {
            Hint::Files(files) => Changes::Files(files),
            Hint::Everything => Changes::Any,
        };
        match self.update(changes) {
            Ok(snapshot) => Refreshed { pages: snapshot.map(|pages| Arc::new(pages) as Arc<dyn Pages>), problems: self.problems.clone() },
            Err(error) => Refreshed { pages: None, problems: error.diagnostics() },
        }
    }
}

impl Pages for Snapshot {
    fn render(&self, address: &Address) -> Option<Result<format::Content, Box<Diagnostic>>> {
        Snapshot::render(self, address)
    }

    fn key(&self, address: &Address) -> Option<Hash> {
        Snapshot::key(self, address)
    }

    fn origin(&self, address: &Address) -> Option<Origin> {
        let text = &self.document(address)?.text;
        let body = front_matter::split(text).body;
        let blank = text.text[body.clone()].bytes().take_while(u8::is_ascii_whitespace).filter(|byte| *byte == b'\n').count();
        let above = text.text[..body.start].bytes().filter(|byte| *byte == b'\n').count();
        Some(Origin { path: text.path.clone(), line: (above + blank) as u32 + 1 })
    }

    fn styles(&self) -> BTreeMap<String, Address> {
        let sheets = self.theme_files().filter(|(name, _)| name.ends_with(".css"));
        sheets.map(|(name, address)| (name.to_owned(), address.clone())).collect()
    }
}
