//! What authors write and what readers see.

mod hostile;

use super::body::{BodyContext, ParsedBody, inline, parse};
use super::{Asset, Piece, Target};
use crate::base::language::Language;
use crate::base::path::SitePath;
use crate::base::text::Text;

pub(super) fn language(tag: &str) -> Language {
    tag.parse().unwrap()
}

fn read_as(tag: &str, source: &str) -> ParsedBody {
    let text = Text::new(SitePath::new("content/stories/a.md"), source);
    let languages = ["ru", "en", "es", "it"].map(language);
    parse(&text, 0..source.len(), &BodyContext { language: language(tag), languages: &languages, folder: "stories" })
}

fn read(source: &str) -> ParsedBody {
    read_as("ru", source)
}

/// The pieces as one text: holes stand in braces, what facilitators see between ⟦ and ⟧.
pub(super) fn show(pieces: &[Piece]) -> String {
    let one = |piece: &Piece| match piece {
        Piece::Html(html) => html.clone(),
        Piece::Open(n) => format!("<a {n}>"),
        Piece::Close(_) => "</a>".to_owned(),
        Piece::Title(n) => format!("{{title {n}}}"),
        Piece::Asset(n) => format!("{{asset {n}}}"),
        Piece::Message(id, args) => {
            let args: String = args.iter().map(|(_, value)| format!(" {value}")).collect();
            format!("{{{id}{args}}}")
        }
        Piece::Facilitator(pieces) => format!("⟦{}⟧", show(pieces)),
    };
    pieces.iter().map(one).collect()
}

fn html(source: &str) -> String {
    let parsed = read(source);
    assert_eq!(parsed.problems, [], "{source}");
    show(&parsed.body.pieces).trim().to_owned()
}

/// The codes of what is wrong, each with its line and column.
fn problems(source: &str) -> Vec<String> {
    let one = |problem: crate::base::diagnostic::Diagnostic| {
        let place = problem.place.unwrap();
        format!("{} {}:{}", problem.code, place.line, place.column)
    };
    read(source).problems.into_iter().map(one).collect()
}

#[test]
fn throwaway_over_content() {
    let mut page = 0;
    for dir in ["stories", "maxims", "exercises", "paths", "themes", "", "guide"] {
        let Ok(list) = std::fs::read_dir(format!("/work/main/content/{dir}")) else { continue };
        for entry in list {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            if !name.ends_with(".md") {
                continue;
            }
            let source = std::fs::read_to_string(&path).unwrap();
            let lang = name.rsplit('.').nth(1).unwrap().to_owned();
            let start = source.find("\n---\n").map_or(0, |i| i + 5);
            let text = Text::new(SitePath::new(name.as_str()), source.as_str());
            let languages = ["ru", "en", "es", "it"].map(language);
            let parsed = parse(&text, start..source.len(), &BodyContext { language: language(&lang), languages: &languages, folder: dir });
            for p in &parsed.problems {
                println!("{dir}/{name}: {} {:?} {:?}", p.code, p.place.as_ref().map(|p| (p.line, p.column, p.source.clone())), p.args);
            }
            let html = format!(
                "<!doctype html><html lang={lang}><head><title>x</title></head><body><h1>x</h1><main><p>{}</p>{}\n</main></body></html>",
                parsed.excerpt,
                hostile::filled(&parsed.body.pieces)
            );
            std::fs::create_dir_all("/tmp/docout").unwrap();
            std::fs::write(format!("/tmp/docout/{dir}-{name}.html"), html).unwrap();
            page += 1;
        }
    }
    println!("{page} pages");
}

#[test]
fn throwaway_show() {
    for source in [
        "> [!note]+ Важно *очень*\n> текст\n\n> [!tip]\n> совет\n>\n> второй",
        "Он сказал: [He said \"yes\" [[серьги]]]{lang=en} \"да\". ==важно== %%тайна%% конец ^ключ",
        "%%\nодно\n\nдва\n%%\n\nтри",
        "| Ёж | |\n|:-|-:|\n| [[серьги\\|текст]] | 2 |\n",
        "- [ ] дело\n- [x] [[готово]]\n  - вложено\n",
        "![Ёлка](a.png \"Подпись\")\n\n![[схема.png|Схема|300]] в тексте ![[фильм.mp4]] ![[док.pdf]] ![[серьги]]\n\n![](b.png)\n\n![Кот](https://x.example/k.png)",
        "<details>\n<summary>Ответ <b>да</b></summary>\n\nТекст *тут*\n\n</details>\n\n<details>\n\nбез\n\n</details>\n\n<div>\nплохо\n</div>\n\nтекст <b>жир</b> <i>x <span style='a'>y</span> <o:p></o:p> <script>z</script> <!-- c -->",
        "Термин\n: определение\n\nСлово[^a] и[^b] ещё[^a] нет[^zz]\n\n[^a]: Раз\n[^b]: Два\n\n    - список\n\n[^c]: лишняя",
        "```rust\n:::note\n<b>\n```\n\n    :::\n",
        ":::facilitator\n## Ход\n[[серьги]] слово[^1]\n:::\n\n## Ход\n\n### Шаг\n\n[^1]: для ведущего\n",
        "::::quote{lang=en by=\"Nordstrom\" source=\"Handbook\"}\nUse \"best\" judgment.\n\n:::rendering\nРешайте \"сами\".\n:::\n::::\n",
        ":::video{src=f.mp4 captions=\"f.ru.vtt f.en.vtt\" poster=p.jpg title=Фильм}\nСлова\n:::\n\n:::video{src=https://v.example/1}\n:::\n",
        ":::note{id=x title=\"Ёж 'и' уж\" lang=en}\nAn \"x\"\n:::\n\n:::keypoints\n- a\n:::\n:::discussion\nО чём?\n:::\n",
        ":::quote\n:::note\nx\n:::\n:::\n\n::::quiz\n:::\n\n- a\n  :::note\n\n> :::note\n\n:::nota\n:::",
        "[a](javascript:x) [b](/x) [c]() [d](../maxims/m.md#Ход) [e](#ход \"титул\") <https://a.example/--> [f](https://b.example)[^1]",
        "Текст\r\n:::note\r\nвнутри\r\n:::\r\n# Раз\r\n\r\n```\r\nкод\r\nещё\r\n```\r\n",
    ] {
        let p = read(source);
        println!(
            "=== {source}\n--- {}\n--- {:?}",
            show(&p.body.pieces).trim(),
            p.problems.iter().map(|p| (p.code, p.place.as_ref().map(|p| (p.line, p.column)), &p.args)).collect::<Vec<_>>()
        );
        println!(
            "{:?} {:?} {:?} {}",
            p.links.iter().map(|l| &l.target).collect::<Vec<_>>(),
            p.assets.iter().map(|l| &l.path).collect::<Vec<_>>(),
            p.anchors,
            p.excerpt
        );
    }
    println!("{}", inline("© \"Ёж\" [сайт](https://a.example) [[серьги|тут]] <b>x</b>", language("ru")));
}
