use super::*;
use crate::base::path::SitePath;

fn text(text: &str) -> Text {
    Text::new(SitePath::new("content/a.ru.md"), text)
}

/// `change kind: old → new`
fn shown(old: &str, new: &str) -> Vec<String> {
    let words = |passage: &Option<Passage>| passage.as_ref().map(|passage| passage.words.clone()).unwrap_or_default();
    let line =
        |change: &Change| format!("{} {}: {} → {}", change.kind.as_str(), change.unit.as_str(), words(&change.old), words(&change.new));
    changes(&text(old), &text(new)).iter().map(line).collect()
}

const OLD: &str = "---\ntitle: Серьги\nsummary: О доверии.\nthemes: [trust]\n---\n\nЮвелир знал всех клиентов по имени.\n\n## Правило\n\nСначала слушай, потом говори.\n\n- слушать\n- записать\n\n> Доверие дороже золота.\n";

#[test]
fn a_text_that_is_only_rewrapped_and_retyped_is_in_step() {
    let new = "---\ntitle: \"Серьги\"\nsummary: >\n  О\n  доверии.\nthemes: [trust, care]\nweight: 3\n---\nЮвелир знал всех\nклиентов *по имени*.\n\nПравило\n-------\n\nСначала слушай,\nпотом говори.\n\n* слушать\n\n* записать\n\n> Доверие\n> дороже золота.\n";
    assert_eq!(shown(OLD, new), Vec::<String>::new());
}

#[test]
fn each_change_is_said_at_its_block() {
    let new = OLD.replace("по имени", "в лицо").replace("- записать\n", "- записать\n- повторить\n").replace("О доверии", "О верности");
    assert_eq!(
        shown(OLD, &new),
        [
            "changed summary: О доверии. → О верности.",
            "changed paragraph: Ювелир знал всех клиентов по имени. → Ювелир знал всех клиентов в лицо.",
            "new item:  → повторить",
        ]
    );
}

#[test]
fn what_moved_is_not_new() {
    let new = OLD.replace("Сначала слушай, потом говори.\n\n", "") + "\nСначала слушай, потом говори.\n";
    assert_eq!(shown(OLD, &new), ["moved paragraph: Сначала слушай, потом говори. → Сначала слушай, потом говори."]);
}

#[test]
fn what_is_gone_is_said_where_it_stood() {
    let new = OLD.replace("> Доверие дороже золота.\n", "").replace("- слушать\n", "");
    assert_eq!(shown(OLD, &new), ["gone item: слушать → ", "gone paragraph: Доверие дороже золота. → "]);
}

#[test]
fn a_paragraph_that_was_written_anew_at_its_place_is_changed() {
    let new = OLD.replace("Сначала слушай, потом говори.", "Молчание — золото.");
    assert_eq!(shown(OLD, &new), ["changed paragraph: Сначала слушай, потом говори. → Молчание — золото."]);
}

#[test]
fn a_ticked_answer_and_another_level_are_changes() {
    assert_eq!(shown("- [ ] пять\n", "- [x] пять\n"), ["changed task: пять → пять"]);
    assert_eq!(shown("## Правило доверия\n", "### Правило доверия\n"), ["changed heading: Правило доверия → Правило доверия"]);
}

#[test]
fn long_texts_that_have_nothing_in_common_are_compared_quickly() {
    let many = |word: &str| (0..5_000).map(|n| format!("{word} {n} {word}\n\n")).collect::<String>();
    assert_eq!(changes(&text(&many("да")), &text(&many("нет"))).len(), 5_000);
}

#[test]
fn the_words_that_differ_are_marked() {
    let (old, new) = beside("знал всех клиентов по имени", "знал всех клиентов в лицо и по имени");
    let marked = |words: &[Wording]| {
        words.iter().map(|word| if word.differs { format!("[{}]", word.text) } else { word.text.clone() }).collect::<String>()
    };
    assert_eq!(marked(&old), "знал всех клиентов по имени");
    assert_eq!(marked(&new), "знал всех клиентов [в лицо и ]по имени");
}
