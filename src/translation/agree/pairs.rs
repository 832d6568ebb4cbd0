//! Which units of a translation stand for which of its source.

use crate::document::units::{Unit, UnitKind};

/// Units that say the same in two languages: one and one where both texts are built alike, else what stands under one heading.
pub type Pair<'a> = (Vec<&'a Unit>, Vec<&'a Unit>);

/// Pairs the units of two texts. A quotation's rendering is there for readers of one language only.
pub fn pairs<'a>(source: &'a [Unit], own: &'a [Unit]) -> Vec<Pair<'a>> {
    let wanted = |units: &'a [Unit]| -> Vec<&'a Unit> {
        units.iter().filter(|unit| unit.kind.is_translated() && !unit.within.contains(&"rendering")).collect()
    };
    let (source, own) = (wanted(source), wanted(own));
    let (theirs, ours) = (parts(&source), parts(&own));
    if theirs.len() != ours.len() {
        return apart(&source).into_iter().zip(apart(&own)).collect();
    }
    let mut pairs = Vec::new();
    for (theirs, ours) in theirs.into_iter().zip(ours) {
        if theirs.len() == ours.len() && theirs.iter().zip(&ours).all(|(a, b)| is_like(a, b)) {
            pairs.extend(theirs.into_iter().zip(ours).map(|(their, our)| (vec![their], vec![our])));
        } else {
            pairs.extend(apart(&theirs).into_iter().zip(apart(&ours)));
        }
    }
    pairs
}

fn is_like(a: &Unit, b: &Unit) -> bool {
    a.is_like(b) || matches!((a.kind, b.kind), (UnitKind::Heading(_), UnitKind::Heading(_)))
}

/// What stands under one heading.
fn parts<'a>(units: &[&'a Unit]) -> Vec<Vec<&'a Unit>> {
    units.chunk_by(|_, next| !matches!(next.kind, UnitKind::Heading(_))).map(<[&Unit]>::to_vec).collect()
}

/// Title, summary, and all else.
fn apart<'a>(units: &[&'a Unit]) -> [Vec<&'a Unit>; 3] {
    let of = |wanted: fn(UnitKind) -> bool| units.iter().copied().filter(|unit| wanted(unit.kind)).collect();
    [
        of(|kind| kind == UnitKind::Title),
        of(|kind| kind == UnitKind::Summary),
        of(|kind| !matches!(kind, UnitKind::Title | UnitKind::Summary)),
    ]
}
