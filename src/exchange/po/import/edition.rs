//! The edition as a whole: its body below its front matter, which says what was translated of it.

use super::Work;
use crate::base::text::Text;
use crate::base::yaml::{self, Edit, Step, Value};
use crate::document::front_matter;
use crate::document::units::{self, UnitKind};

impl Work<'_> {
    /// The whole text.
    pub(super) fn finish(&mut self, complete: bool, offered: bool) -> Option<String> {
        let body = self.body.take();
        let stated = self.title.is_some() || self.summary.is_some();
        if self.made_anew {
            return (self.changed > 0 && offered).then(|| self.new_edition(body, complete)).flatten();
        }
        let mut text = self.base.text.clone();
        if let Some(body) = &body {
            text.text = body.as_str().into();
        }
        if body.is_none() && !stated {
            // Nothing was missing but somebody's word for it.
            return None;
        }
        let mut edits = Vec::new();
        for (key, value) in [("title", &self.title), ("summary", &self.summary)] {
            edits.extend(value.as_ref().map(|value| Edit::Set(vec![Step::Key(key)], Value::text(value.as_str()))));
        }
        let keys = keys(&text);
        let has = |key: &str| keys.iter().any(|known| known == key);
        if self.bitext.draft && complete && has("draft") && self.was_incomplete() {
            edits.push(Edit::Remove(vec![Step::Key("draft")]));
        }
        self.stated(text, &edits)
    }

    /// Whether the translation lacked something before, or said what its source says no more.
    fn was_incomplete(&self) -> bool {
        self.bitext.offers().iter().any(|offer| offer.text.is_empty() || offer.was.is_some())
    }

    fn stated(&mut self, mut text: Text, edits: &[Edit<'_>]) -> Option<String> {
        if edits.is_empty() {
            return Some(text.text.to_string());
        }
        let head = match front_matter::split(&text).front_matter {
            Some(head) => head,
            None => {
                text.text = format!("---\n---\n{}", text.text).into();
                4..4
            }
        };
        match yaml::edit(&text, head, edits) {
            Ok(edited) => Some(edited),
            Err(refusal) => {
                self.problems.push(refusal.diagnostic());
                self.body_alone(text)
            }
        }
    }

    /// Where the front matter cannot be edited, the rest is taken.
    fn body_alone(&mut self, text: Text) -> Option<String> {
        (text.text != self.base.text.text).then(|| text.text.to_string())
    }

    /// An edition where there was none: the source's body with what is translated, below a head of its own.
    fn new_edition(&mut self, body: Option<String>, complete: bool) -> Option<String> {
        let composed = body.unwrap_or_else(|| self.base.text.text.to_string());
        let composed = Text::new(self.base.text.path.clone(), composed);
        let rest = composed.text.get(front_matter::split(&composed).body)?.to_owned();
        let word = |kind: UnitKind| {
            let unit = self.bitext.source.units.list.iter().find(|unit| unit.kind == kind)?;
            Some(units::words(&self.bitext.source.text, unit))
        };
        let title = self.title.clone().or_else(|| word(UnitKind::Title));
        let summary = self.summary.clone().or_else(|| word(UnitKind::Summary));
        let (mut edits, mut first) = (Vec::new(), String::new());
        for (key, value) in [("title", title), ("summary", summary)] {
            if let Some(value) = value {
                first.push_str(&format!("{key}: x\n"));
                edits.push(Edit::Set(vec![Step::Key(key)], Value::text(value)));
            }
        }
        let draft = if complete { "" } else { "draft: true\n" };
        let stub = format!("---\n{first}translation: {{from: {}, method: human}}\n{draft}---\n", self.bitext.from);
        let range = 4..stub.len() - 4;
        let text = Text::new(composed.path.clone(), format!("{stub}{rest}"));
        match yaml::edit(&text, range, &edits) {
            Ok(edited) => Some(edited),
            Err(refusal) => {
                self.problems.push(refusal.diagnostic());
                None
            }
        }
    }
}

/// The keys of the front matter.
fn keys(text: &Text) -> Vec<String> {
    let Some(head) = front_matter::split(text).front_matter else { return Vec::new() };
    yaml::read(text, head, |top| top.entries().map(|entry| entry.key().to_owned()).collect()).0
}
