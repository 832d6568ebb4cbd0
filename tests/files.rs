//! Files that a text cannot describe: bytes that are no text, links, sizes, line ends.
#![allow(clippy::disallowed_methods, reason = "a test writes the site that it builds")]

mod support;

use std::fs;
use std::path::Path;

use apologue::pipeline::Settings;
use support::{Built, build, build_folder, folder};

const SITE: (&str, &[u8]) = ("site.yaml", "title: Сайт\nlanguages: [es, ru]\ndefault_language: es\n".as_bytes());

fn built(files: &[(&str, &[u8])]) -> Built {
    build([SITE].iter().chain(files).copied(), &Settings::default())
}

#[track_caller]
fn assert_problems(files: &[(&str, &[u8])], expected: &str) {
    let built = built(files);
    assert_eq!(built.problems(), expected);
    assert!(!built.report.complete);
}

#[test]
fn bytes_that_are_no_text_are_told_at_their_place() {
    let russian_in_windows = b"---\ntitle: \xd0\x90 \xd1\xe5\xf0\xfc\xe3\xe8\n---\n";
    assert_problems(&[("content/a.ru.md", russian_in_windows)], "error not-utf8 content/a.ru.md:2:10\n");
    let utf16: Vec<u8> = "\u{feff}title: Серьги".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_problems(&[("content/a.ru.md", &utf16)], "error not-utf8 content/a.ru.md:1:1\n");
    assert_problems(&[("content/themes.yaml", b"a: {label: \xff}\n")], "error not-utf8 content/themes.yaml:1:12\n");
    assert_problems(&[("i18n/ru/site.ftl", b"home = \xff\n")], "error not-utf8 i18n/ru/site.ftl:1:8\n");
    assert_problems(
        &[("themes/default/templates/home.html", b"\n<p>\xff</p>\n")],
        "error not-utf8 themes/default/templates/home.html:2:4\n",
    );
    let folder = folder([("site.yaml", b"title: \xff\n".as_slice())]);
    assert_eq!(build_folder(folder.path(), &Settings::default()).problems(), "error not-utf8 site.yaml:1:8\n");
}

#[test]
fn a_byte_order_mark_and_the_line_ends_of_windows_do_no_harm() {
    let text = "---\ntitle: Серьги\n---\nПервый абзац.\n\n- раз\n- два\n";
    let plain = built(&[("content/a.ru.md", text.as_bytes())]);
    let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    let other = built(&[("content/a.ru.md", windows.as_bytes())]);
    assert_eq!(other.problems(), "");
    assert_eq!(other.text("ru/a.html").replace('\r', ""), plain.text("ru/a.html"));
    let broken = "\u{feff}---\r\ntitle: Серьги\r\n---\r\nСлово [[нет]].\r\n";
    assert_problems(&[("content/a.ru.md", broken.as_bytes())], "error broken-link content/a.ru.md:4:7\n");
}

#[test]
fn empty_files_are_no_disaster() {
    assert_problems(&[("content/a.ru.md", b"")], "error missing-title content/a.ru.md:1:1\n");
    let built = built(&[
        ("content/themes.yaml", b""),
        ("content/people.yaml", b"\n"),
        ("content/sources.yaml", b"# nothing\n"),
        ("content/index.ru.md", b""),
        ("i18n/ru/site.ftl", b""),
        ("content/empty.png", b""),
        ("content/static/empty.txt", b""),
    ]);
    assert_eq!(built.problems(), "warning invalid-picture content/empty.png\n");
    assert_eq!(built.files["empty.txt"], b"");
}

/// A photograph of this size, with noise enough that a copy is smaller.
fn photograph(width: u32, height: u32) -> Vec<u8> {
    let noise = |x: u32, y: u32| (x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503)).to_le_bytes()[1];
    let pixels = image::RgbImage::from_fn(width, height, |x, y| image::Rgb([noise(x, y), (x % 256) as u8, (y % 256) as u8]));
    let mut file = std::io::Cursor::new(Vec::new());
    pixels.write_to(&mut file, image::ImageFormat::Jpeg).unwrap();
    file.into_inner()
}

#[test]
fn a_large_picture_is_published_with_smaller_copies() {
    let photograph = photograph(1200, 600);
    let text = "---\ntitle: Прилавок\n---\nВот ![Прилавок](counter.jpg).\n".as_bytes();
    let built = built(&[("content/counter.jpg", &photograph), ("content/a.ru.md", text)]);
    assert_eq!(built.problems(), "");
    let page = built.text("ru/a.html");
    assert!(page.contains(" width=\"1200\" height=\"600\""), "{page}");
    for width in [480, 960] {
        let (address, copy) = built.files.iter().find(|(address, _)| address.ends_with(&format!(".{width}.jpg"))).unwrap();
        let copy = image::load_from_memory(copy).unwrap();
        assert_eq!((copy.width(), copy.height()), (width, width / 2));
        assert!(page.contains(&format!("../{address} {width}w")), "{page}");
    }
    assert!(!built.files.keys().any(|address| address.contains(".1600.")), "none is larger than the picture");
}

#[test]
fn a_picture_that_breaks_off_is_published_as_it_is() {
    let mut photograph = photograph(600, 300);
    photograph.truncate(700);
    let text = "---\ntitle: Прилавок\n---\nВот ![Прилавок](counter.jpg).\n".as_bytes();
    let built = built(&[("content/counter.jpg", &photograph), ("content/a.ru.md", text)]);
    assert!(built.report.complete);
    assert!(built.files.iter().filter(|(address, _)| address.ends_with(".jpg")).count() <= 2);
}

#[test]
fn a_picture_of_too_many_pixels_is_told_and_never_decoded() {
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x7f\xff\0\0\x7f\xff\x08\x02\0\0\0crc!".to_vec();
    png.extend(b"\0\0\0\0IDATcrc!");
    let text = "---\ntitle: Прилавок\n---\nВот ![Прилавок](counter.png).\n".as_bytes();
    let built = built(&[("content/counter.png", &png), ("content/a.ru.md", text)]);
    assert_eq!(built.problems(), "warning picture-too-large content/counter.png\n");
    assert!(built.text("ru/a.html").contains(" width=\"32767\" height=\"32767\""));
    assert_eq!(built.files.keys().filter(|address| address.ends_with(".png")).count(), 1);
}

#[test]
fn a_text_of_seventeen_megabytes_is_none() {
    let huge = vec![b'a'; 17 * 1024 * 1024];
    assert_problems(&[("content/a.ru.md", &huge)], "error file-too-large content/a.ru.md\n");
}

#[test]
fn front_matter_of_seventy_kilobytes_is_none() {
    let huge = format!("---\ntitle: Серьги\nsummary: {}\n---\n", "a".repeat(70 * 1024));
    assert_problems(&[("content/a.ru.md", huge.as_bytes())], "error front-matter-too-large content/a.ru.md:1:1\n");
}

#[test]
fn two_hundred_warnings_hide_no_error() {
    let warnings: String = (0..250).map(|number| format!("Слово <blink>{number}</blink>.\n\n")).collect();
    let text = format!("---\ntitle: Серьги\n---\n{warnings}:::note\nЗаметка.\n");
    let built = built(&[("content/a.ru.md", text.as_bytes())]);
    assert!(built.problems().ends_with("error unclosed-directive content/a.ru.md:504:1\n"), "{}", built.problems());
}

#[cfg(unix)]
#[test]
fn a_link_that_leaves_the_site_is_refused_and_one_that_stays_is_followed() {
    use std::os::unix::fs::symlink;
    let outside = folder([("secret.md", b"---\ntitle: Secret\n---\n".as_slice())]);
    let site = folder([SITE, ("content/stories/a.ru.md", "---\ntitle: Серьги\n---\n".as_bytes())]);
    let content = site.path().join("content");
    symlink(content.join("stories/a.ru.md"), content.join("stories/b.ru.md")).unwrap();
    assert_eq!(build_folder(site.path(), &Settings::default()).problems(), "");

    symlink(outside.path().join("secret.md"), content.join("stories/тайна.ru.md")).unwrap();
    symlink(outside.path(), content.join("папка")).unwrap();
    symlink(content.join("nowhere"), content.join("stories/в-никуда.ru.md")).unwrap();
    let built = build_folder(site.path(), &Settings::default());
    assert_eq!(
        built.problems(),
        "error unreadable-file content/stories/в-никуда.ru.md\nerror link-leaves-site content/stories/тайна.ru.md\nerror link-leaves-site content/папка\n"
    );
    assert!(built.files.is_empty());
}

#[cfg(unix)]
#[test]
fn links_in_a_circle_are_told_and_come_to_an_end() {
    let site = folder([SITE, ("content/stories/a.ru.md", "---\ntitle: Серьги\n---\n".as_bytes())]);
    std::os::unix::fs::symlink(site.path().join("content"), site.path().join("content/stories/круг")).unwrap();
    let problems = build_folder(site.path(), &Settings::default()).problems();
    assert!(problems.starts_with("error unreadable-file content/stories/круг"), "{problems}");
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let site = folder([SITE, ("content/a.ru.md", "---\ntitle: Серьги\n---\n".as_bytes())]);
    let path = site.path().join("content/a.ru.md");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(&path).is_ok() {
        return; // The superuser may read anything.
    }
    assert_eq!(build_folder(site.path(), &Settings::default()).problems(), "error unreadable-file content/a.ru.md\n");
}

#[test]
fn a_folder_that_is_not_there_is_the_machines_fault() {
    let sink = apologue::pipeline::Nowhere;
    assert!(apologue::pipeline::run(Path::new("/nowhere/at/all"), &Settings::default(), &sink).is_err());
}
