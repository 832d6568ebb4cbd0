use proptest::prelude::*;

use super::*;

fn theme(title: &str, count: usize) -> Shared<ThemeLink> {
    Shared::new(ThemeLink { id: title.to_owned(), title: title.to_owned(), address: format!("{title}.html"), count, lang: None })
}

fn themes(count: usize) -> Vec<Shared<ThemeLink>> {
    (0..count).map(|number| theme(&format!("theme {number}"), number)).collect()
}

fn picture(broader: usize, narrower: usize, related: usize, direction: Direction) -> Option<PictureView> {
    let (own, broader, narrower, related) = (theme("Доверие", 3), themes(broader), themes(narrower), themes(related));
    draw(&Neighbours { theme: &own, broader: &broader, narrower: &narrower, related: &related }, direction)
}

/// Where the words of a node stand: left, top, right, bottom.
fn extent(node: &PictureNode) -> (i32, i32, i32, i32) {
    let half = node.lines.iter().map(|line| line.squeezed.unwrap_or_else(|| width(&line.text))).max().unwrap_or(0) / 2;
    let half = half.max(node.radius);
    let top = node.lines.first().map_or(node.y, |line| line.y - LETTERS).min(node.y - node.radius);
    let bottom = node.lines.last().map_or(node.y, |line| line.y + 4).max(node.y + node.radius);
    (node.x - half, top, node.x + half, bottom)
}

fn faults(picture: &PictureView) -> Vec<String> {
    let mut faults = Vec::new();
    let extents: Vec<_> = picture.nodes.iter().map(extent).collect();
    for (i, one) in extents.iter().enumerate() {
        if one.0 < 0 || one.1 < 0 || one.2 > picture.width || one.3 > picture.height {
            faults.push(format!("{} leaves the picture: {one:?}", picture.nodes[i].theme.title));
        }
        for (j, other) in extents.iter().enumerate().skip(i + 1) {
            if one.0 < other.2 && other.0 < one.2 && one.1 < other.3 && other.1 < one.3 {
                faults.push(format!("{} and {} meet", picture.nodes[i].theme.title, picture.nodes[j].theme.title));
            }
        }
    }
    faults
}

#[test]
fn a_theme_without_neighbours_has_no_picture() {
    assert!(picture(0, 0, 0, Direction::Ltr).is_none());
}

#[test]
fn of_many_neighbours_some_are_shown_and_the_rest_is_counted() {
    let picture = picture(5, 40, 9, Direction::Ltr).unwrap();
    let shown = |kind: &str| picture.nodes.iter().filter(|node| node.kind == kind).count();
    assert_eq!(["broader", "self", "related", "narrower"].map(shown), [3, 1, 4, 6]);
    let more: Vec<_> = picture.more.iter().map(|more| (more.kind, more.count)).collect();
    assert_eq!(more, [("broader", 2), ("related", 5), ("narrower", 34)]);
    assert_eq!(picture.lines.len(), 13, "each has a line to the middle");
}

#[test]
fn a_page_from_right_to_left_has_the_picture_in_the_mirror() {
    let (one, other) = (picture(2, 5, 3, Direction::Ltr).unwrap(), picture(2, 5, 3, Direction::Rtl).unwrap());
    assert_eq!(one.height, other.height);
    for (a, b) in one.nodes.iter().zip(&other.nodes) {
        assert_eq!((a.x, a.y), (WIDTH - b.x, b.y));
    }
}

#[test]
fn circles_are_as_large_as_the_works_are_many() {
    let picture = picture(0, 4, 0, Direction::Ltr).unwrap();
    let radii: Vec<_> = picture.nodes.iter().map(|node| (node.theme.count, node.radius)).collect();
    assert_eq!(radii, [(3, 14), (0, 4), (1, 10), (2, 12), (3, 14)]);
}

#[test]
fn labels_are_parted_evenly_and_squeezed_or_cut_where_they_must() {
    let lines = |label: &str, room: i32| -> Vec<(String, bool)> {
        wrap(label, room).into_iter().map(|line| (line.text, line.squeezed.is_some())).collect()
    };
    let of =
        |parts: &[(&str, bool)]| -> Vec<(String, bool)> { parts.iter().map(|(text, squeezed)| ((*text).to_owned(), *squeezed)).collect() };
    assert_eq!(lines("Доверие", 112), of(&[("Доверие", false)]));
    assert_eq!(lines("Сначала помочь, потом продать", 112), of(&[("Сначала помочь,", false), ("потом продать", false)]));
    assert_eq!(lines("Гостеприимность всегда", 112), of(&[("Гостеприимность", true), ("всегда", false)]));
    assert_eq!(lines("Клиентоориентированность", 112), of(&[("Клиентоориентирова…", true)]));
    assert_eq!(lines("Служение-и-доверие", 112), of(&[("Служение-", false), ("и-доверие", false)]));
    assert_eq!(lines("שירות לקוחות מעבר לציפיות", 112), of(&[("שירות לקוחות", false), ("מעבר לציפיות", false)]));
    assert_eq!(lines("", 112), of(&[("", false)]));
}

proptest! {
    #[test]
    fn nothing_meets_and_nothing_leaves_the_picture(
        broader in 0usize..6, narrower in 0usize..12, related in 0usize..8,
        words in prop::collection::vec("[А-Яа-яa-z]{1,26}( [а-яё]{1,20}){0,4}", 27),
        rtl in any::<bool>(),
    ) {
        let mut labels = words.iter().enumerate().map(|(number, word)| theme(word, number * number));
        let own = labels.next().unwrap();
        let mut next = |count: usize| labels.by_ref().take(count).collect::<Vec<_>>();
        let (broader, narrower, related) = (next(broader), next(narrower), next(related));
        let neighbours = Neighbours { theme: &own, broader: &broader, narrower: &narrower, related: &related };
        if let Some(picture) = draw(&neighbours, if rtl { Direction::Rtl } else { Direction::Ltr }) {
            prop_assert_eq!(faults(&picture), Vec::<String>::new());
        }
    }
}
