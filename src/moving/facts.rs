//! What front matter states about works and themes.

use std::collections::BTreeSet;

use super::{Moving, What};
use crate::base::yaml::{Edit, Leaf, Step, Value};

impl Moving<'_> {
    /// The changes to a text's front matter, whose values these are.
    pub(super) fn facts<'l>(&'l self, index: usize, leaves: &'l [Leaf]) -> Vec<Edit<'l>> {
        let mut edits = Vec::new();
        let mut gone = Vec::new();
        let stated: BTreeSet<&str> = leaves.iter().filter(|leaf| is_theme(&leaf.path())).map(|leaf| leaf.text.as_str()).collect();
        for leaf in leaves {
            let path = leaf.path();
            if is_work(&path) {
                edits.extend(self.reference(&leaf.text).map(|new| Edit::Set(path, Value::text(new))));
            } else if is_theme(&path)
                && let Some(new) = self.theme(&leaf.text)
            {
                // A work that states both themes keeps one.
                match stated.iter().any(|other| self.is_theme_called(other, new)) {
                    true => gone.push(Edit::Remove(path)),
                    false => edits.push(Edit::Set(path, Value::text(new))),
                }
            }
        }
        edits.extend(gone.into_iter().rev());
        edits.extend(self.former_ids(index, leaves));
        edits
    }

    fn is_theme_called(&self, name: &str, id: &str) -> bool {
        let concept = self.site.data.thesaurus.concepts.get(id);
        name == id
            || concept.is_some_and(|concept| {
                let names =
                    concept.label.plain.iter().chain(concept.label.by_language.values()).chain(concept.other_names.values().flatten());
                names.into_iter().any(|other| other.to_lowercase() == name.to_lowercase())
            })
    }

    /// The old id of a work leads on from the lead edition; a translation that repeats the list repeats it whole.
    fn former_ids<'l>(&'l self, index: usize, leaves: &'l [Leaf]) -> Vec<Edit<'l>> {
        let document = &self.site.documents[index];
        let (What::Work { old, new }, true) = (self.what, self.what.is_of(&document.role)) else { return Vec::new() };
        let is_lead = self.site.graph.works.iter().any(|work| work.id == *old && work.lead == index);
        if !is_lead && document.face.front.work.former_ids.is_none() {
            return Vec::new();
        }
        former(leaves, &[Step::Key("former_ids")], [old.as_str()].into_iter(), new)
    }
}

/// The changes to a list of former ids: these are some now, and the new id is none any more.
pub(super) fn former<'l>(leaves: &'l [Leaf], list: &[Step<'l>], olds: impl Iterator<Item = &'l str>, new: &str) -> Vec<Edit<'l>> {
    let stated: Vec<&Leaf> = leaves.iter().filter(|leaf| leaf.path().starts_with(list) && leaf.path().len() <= list.len() + 1).collect();
    let add = olds.filter(|old| !stated.iter().any(|leaf| leaf.text == **old)).map(|old| Edit::Append(list.to_vec(), Value::text(old)));
    let mut edits: Vec<Edit> = add.collect();
    edits.extend(stated.iter().rev().filter(|leaf| leaf.text == new).map(|leaf| Edit::Remove(leaf.path())));
    edits
}

/// A place where front matter names a work.
fn is_work(path: &[Step]) -> bool {
    use Step::{Index, Key};
    matches!(
        path,
        [Key("illustrates" | "practises" | "see_also" | "steps")]
            | [Key("illustrates" | "practises" | "see_also" | "steps"), Index(_)]
            | [Key("steps"), Index(_), Key("works")]
            | [Key("steps"), Index(_), Key("works"), Index(_)]
            | [Key("withdrawn"), Key("replaced_by")]
    )
}

fn is_theme(path: &[Step]) -> bool {
    matches!(path, [Step::Key("themes")] | [Step::Key("themes"), Step::Index(_)])
}
