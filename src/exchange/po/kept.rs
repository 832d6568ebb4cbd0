//! What a translation is made from after an import that did not do all of it.
//!
//! Block by block it is what the source says today, where that is translated, and what the source said then, where it is not. So the next
//! import and the next export know which units belong together, and what is still to be done is still seen to be.

use std::collections::{BTreeMap, BTreeSet};

use super::bitext::Bitext;
use super::splice::{self, Run};
use crate::base::text::Text;
use crate::base::yaml::{self, Edit, Step, Value};
use crate::document::front_matter;
use crate::document::units::UnitKind;

/// The kept text with what is translated of the source now: the rows that are `done`, and the new units that were put into the translation.
/// Nothing where the marks around a new block do not tell how it is to be put there.
pub fn carry(bitext: &Bitext, done: &BTreeSet<usize>, inserted: &BTreeSet<usize>) -> Option<Text> {
    let kept = bitext.kept.as_ref()?;
    let source = &bitext.source;
    let words = |at: usize| source.words(&(at..at + 1));
    let (mut edits, mut stated) = (BTreeMap::new(), Vec::new());
    for row in done.iter().filter_map(|row| bitext.rows.get(*row)) {
        let key = match source.unit(row.source.start)?.kind {
            UnitKind::Title => "title",
            UnitKind::Summary => "summary",
            _ if row.was.is_some() => {
                let pairs = row.old.clone().zip(row.source.clone().map(words));
                edits.extend(pairs.filter(|(old, new)| kept.words(&(*old..old + 1)) != *new));
                continue;
            }
            _ => continue,
        };
        if row.was.is_some() || row.old.is_empty() {
            stated.push(Edit::Set(vec![Step::Key(key)], Value::text(words(row.source.start))));
        }
    }
    let rows = &bitext.rows;
    let is_new = |row: usize| {
        let in_body = |kind: UnitKind| !matches!(kind, UnitKind::Title | UnitKind::Summary);
        rows[row].old.is_empty() && source.unit(rows[row].source.start).is_some_and(|unit| in_body(unit.kind))
    };
    let (mut inserts, mut at) = (Vec::new(), 0);
    while at < rows.len() {
        let start = at;
        while at < rows.len() && is_new(at) {
            at += 1;
        }
        let run = start..at;
        at += usize::from(run.is_empty());
        let units: Vec<usize> = run.clone().flat_map(|row| rows[row].source.clone()).collect();
        if !units.iter().any(|unit| inserted.contains(unit)) {
            continue;
        }
        let raw = |unit: usize| source.unit(unit).and_then(|unit| source.text.text.get(unit.at.range())).map(str::to_owned);
        let spoken = |unit: usize| source.unit(unit).is_some_and(|unit| unit.kind.is_translated());
        let worded = |unit: usize| if spoken(unit) { Some(words(unit)) } else { raw(unit) };
        let units = units.into_iter().map(|unit| (unit, worded(unit).filter(|_| inserted.contains(&unit)))).collect();
        let after = start.checked_sub(1).and_then(|row| rows[row].old.end.checked_sub(1)).filter(|_| !rows[start - 1].old.is_empty());
        let before = rows.get(run.end).filter(|row| !row.old.is_empty()).map(|row| row.old.start);
        inserts.push(Run { source, base: kept, units, after, before }.insert()?);
    }
    inserts.sort_by_key(|insert| insert.at.start);
    let mut text = kept.text.clone();
    text.text = splice::compose(kept, &edits, &inserts).into();
    if !stated.is_empty() {
        let head = front_matter::split(&text).front_matter?;
        text.text = yaml::edit(&text, head, &stated).ok()?.into();
    }
    Some(text)
}
