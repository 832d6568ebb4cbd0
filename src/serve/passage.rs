//! Where in a source a passage of the page stands.
//!
//! A page shows letters; what Markdown puts between them, typography changes and links hide are other characters. So letters and digits alone
//! are compared.

/// So many letters are enough to tell a passage from all others; fewer will do where more are not found, as before a link with an address.
const LENGTHS: [usize; 4] = [80, 40, 20, 10];

/// The line of the source, from 1, that a passage of the page stands in. Lines before `from` are not looked at.
pub(super) fn line(source: &str, from: u32, passage: &str) -> Option<u32> {
    let wanted: Vec<char> = letters(passage).map(|(_, letter)| letter).take(LENGTHS[0] * 8).collect();
    let start: usize = source.split_inclusive('\n').take(from.saturating_sub(1) as usize).map(str::len).sum();
    let (mut text, mut places) = (String::new(), Vec::new());
    for (at, letter) in letters(&source[start..]) {
        places.push((text.len(), at));
        text.push(letter);
    }
    let of_length = |length: &usize| {
        let length = (*length).min(wanted.len()).max(1);
        wanted.chunks_exact(length).find_map(|chunk| text.find(&chunk.iter().collect::<String>()))
    };
    let found = LENGTHS.iter().find_map(of_length)?;
    let at = places[places.partition_point(|(in_text, _)| *in_text < found)].1;
    Some(from.max(1) + source[start..start + at].bytes().filter(|byte| *byte == b'\n').count() as u32)
}

fn letters(text: &str) -> impl Iterator<Item = (usize, char)> {
    text.char_indices().filter(|(_, c)| c.is_alphanumeric()).map(|(at, c)| (at, c.to_lowercase().next().unwrap_or(c)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "---\ntitle: The lamp\n---\n\nThe *lamp* was [very old](https://example.org/lamp), \"they\" said...\n\n## Second -- part\n\nМастер зажёг [[stories/lamp|лампу]] снова.\n";

    #[test]
    fn a_passage_is_found_by_its_letters() {
        assert_eq!(line(SOURCE, 5, "The lamp was very old, “they” said…"), Some(5));
        assert_eq!(line(SOURCE, 5, "Second – part"), Some(7));
        assert_eq!(line(SOURCE, 5, "Мастер зажёг лампу снова."), Some(9));
        assert_eq!(line(SOURCE, 1, "The lamp"), Some(2));
        assert_eq!(line(SOURCE, 5, "The lamp"), Some(5));
    }

    #[test]
    fn what_is_not_there_is_not_found() {
        for passage in ["", "…", "Nothing of this kind stands in it"] {
            assert_eq!(line(SOURCE, 1, passage), None, "{passage}");
        }
        assert_eq!(line("", 1, "x"), None);
        assert_eq!(line("x", 9, "x"), None);
    }
}
