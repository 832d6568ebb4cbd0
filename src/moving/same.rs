//! Whether a moved site means what it meant.

use std::collections::BTreeMap;

use super::{File, Site, What};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::path::SitePath;
use crate::graph::{Destination, Resolved};

/// The places, as they are before the move, of links that lead somewhere else after it. Empty is as it should be.
pub fn differences(before: &Site, after: &Site, what: &What, files: &[File]) -> Vec<Diagnostic> {
    let names: BTreeMap<&SitePath, &SitePath> = files.iter().map(|file| (&file.from, &file.to)).collect();
    let by_path: BTreeMap<&SitePath, usize> = after.documents.iter().enumerate().map(|(index, text)| (&text.text.path, index)).collect();
    let mut found = Vec::new();
    for (index, document) in before.documents.iter().enumerate() {
        let path = names.get(&document.text.path).copied().unwrap_or(&document.text.path);
        let (old, new) = (&before.graph.links[index], by_path.get(path).map(|&index| &after.graph.links[index]));
        let same = |number: usize, link: &Resolved| match new.and_then(|new| new.get(number)) {
            Some(other) => page(before, link).map(|page| renamed(page, what)) == page(after, other),
            None => false,
        };
        for (number, _) in old.iter().enumerate().filter(|(number, link)| !same(*number, link)) {
            let place = document.text.place(document.face.links[number].span);
            found.push(Diagnostic::new(Code::EditByHand).arg("reason", "link").at(place));
        }
    }
    found
}

fn page(site: &Site, link: &Resolved) -> Option<String> {
    match link {
        Resolved::Internal { destination: Destination::Work(work), .. } => Some(site.graph.works[*work].id.to_string()),
        Resolved::Internal { destination: Destination::Theme(theme), .. } => Some(format!("themes/{}", site.graph.concepts[*theme].id)),
        Resolved::Internal { destination: Destination::Section(name), .. } => Some(format!("{name}/")),
        _ => None,
    }
}

fn renamed(page: String, what: &What) -> String {
    let (old, new) = what.paths();
    if page == old { new } else { page }
}
