//! A PO file as a value: everything that other programs may have written into it, so that nothing is lost when it is written again.

use std::collections::BTreeMap;

use crate::base::text::Span;

/// A PO file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalog {
    /// What the file says about itself.
    pub header: Header,
    /// The entries in their order, obsolete ones among them.
    pub entries: Vec<Entry>,
}

/// The entry without msgid: `Key: value` lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Header {
    /// The comments above it, as [`Entry::comments`].
    pub comments: Vec<String>,
    /// The flags: templates have `fuzzy` here.
    pub flags: Vec<String>,
    /// The fields in their order.
    pub fields: Vec<(String, String)>,
    /// Where it stands.
    pub at: Span,
}

impl Header {
    /// A field's value, if it has one.
    pub fn get(&self, name: &str) -> Option<&str> {
        let field = self.fields.iter().find(|(key, _)| key.eq_ignore_ascii_case(name));
        field.map(|(_, value)| value.as_str()).filter(|value| !value.is_empty())
    }

    /// Sets a field where it stands, or behind the others.
    pub fn set(&mut self, name: &str, value: impl Into<String>) {
        match self.fields.iter_mut().find(|(key, _)| key.eq_ignore_ascii_case(name)) {
            Some((_, old)) => *old = value.into(),
            None => self.fields.push((name.to_owned(), value.into())),
        }
    }
}

/// A message and its translation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// `# `: the translator's own comments.
    pub comments: Vec<String>,
    /// `#.`: what the source has to say to the translator.
    pub extracted: Vec<String>,
    /// `#:`: where the message stands.
    pub references: Vec<String>,
    /// `#,`: `fuzzy` and others.
    pub flags: Vec<String>,
    /// `#|`: what the translation was made from.
    pub previous: Option<Previous>,
    /// `msgctxt`
    pub context: Option<String>,
    /// `msgid`
    pub id: String,
    /// `msgstr`
    pub text: String,
    /// `#~`: the message is no longer in the source.
    pub obsolete: bool,
    /// Where `msgid` or `msgctxt` begins.
    pub at: Span,
    /// Where `msgstr` begins.
    pub text_at: Span,
}

/// What a message was.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Previous {
    /// `#| msgctxt`
    pub context: Option<String>,
    /// `#| msgid`
    pub id: String,
}

/// What tells entries apart.
pub type Key<'a> = (Option<&'a str>, &'a str);

/// The flag of a translation that somebody has to look at.
pub const FUZZY: &str = "fuzzy";

impl Entry {
    /// What tells it from others.
    pub fn key(&self) -> Key<'_> {
        (self.context.as_deref(), &self.id)
    }

    /// Whether somebody has to look at the translation.
    pub fn is_fuzzy(&self) -> bool {
        self.flags.iter().any(|flag| flag == FUZZY)
    }

    /// Whether there is a translation to be used.
    pub fn is_translated(&self) -> bool {
        !self.obsolete && !self.text.is_empty() && !self.is_fuzzy()
    }
}

impl Catalog {
    /// The entries that are in use, by what tells them apart.
    pub fn by_key(&self) -> BTreeMap<Key<'_>, &Entry> {
        self.entries.iter().filter(|entry| !entry.obsolete).map(|entry| (entry.key(), entry)).collect()
    }
}
