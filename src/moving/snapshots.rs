//! The texts that translations were made from. Their links follow as well, so that a translation is not behind because of another's id.

use super::{Moving, below_content};
use crate::base::path::SitePath;
use crate::base::text::Text;
use crate::base::yaml::{Edit, Step, Value};
use crate::document::{self, Role, front_matter};
use crate::translation::snapshot::{self, Snapshot};

impl Moving<'_> {
    /// What a snapshot is to say, if it is something else than now. One that cannot be read stays as it is, and so does a link in it that
    /// cannot be changed: the worst that comes of it is that a translation is behind in one word.
    pub(super) fn snapshot(&self, file: &Text) -> Option<String> {
        let snapshot = snapshot::read(file, self.site.config).ok()?;
        let source = document::parse(&Text { path: self.source_of(&snapshot), ..snapshot.text.clone() }, self.site.config).ok()?;
        let new = self.relinked(&source, None).ok().flatten()?;
        let head = file.text.len() - snapshot.text.text.len();
        let whole = Text::new(file.path.clone(), format!("{}{new}", &file.text[..head]));
        front_matter::edit(&whole, &[Edit::Set(vec![Step::Key("text")], Value::text(snapshot::fingerprint(&new)))]).ok()
    }

    /// Where the text stands from which the snapshot was taken: its relative links start there.
    fn source_of(&self, snapshot: &Snapshot) -> SitePath {
        let is_its = |role: &Role| match role {
            Role::Work(id) => id.as_str() == snapshot.id,
            Role::Introduction(id) => snapshot.id.strip_prefix("themes/") == Some(id),
            Role::Index(section) => snapshot.id.strip_suffix("index").map(|folder| folder.trim_end_matches('/')) == Some(section),
        };
        let document = self.site.documents.iter().find(|document| document.language == snapshot.from && is_its(&document.role));
        let path = document.map(|document| below_content(&document.text.path).to_owned());
        SitePath::new(format!("content/{}", path.unwrap_or_else(|| format!("{}.{}.md", snapshot.id, snapshot.from))))
    }
}
