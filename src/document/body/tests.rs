//! What authors write and what readers see.

mod directives;
mod hostile;

use super::{BodyContext, ParsedBody, inline, parse};
use crate::base::diagnostic::Diagnostic;
use crate::base::language::Language;
use crate::base::path::SitePath;
use crate::base::text::Text;
use crate::document::{Asset, Piece, Target};

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
        Piece::Picture(n) => format!(" {{picture {n}}}"),
        Piece::Poster(n) => format!(" {{poster {n}}}"),
        Piece::Tracks(n, stated) => {
            let stated: String = stated.iter().map(|(n, language)| format!(" {n} {language}")).collect();
            format!("{{tracks {n}:{stated}}}")
        }
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
fn headings_start_below_the_title_and_carry_an_anchor() {
    let anchor = |id: &str, text: &str| format!("<a class=\"anchor\" href=\"#{id}\" aria-label=\"{{anchor-label {text}}}\"></a>");
    assert_eq!(html("# Ход *дела*"), format!("<h2 id=\"ход-дела\">Ход <em>дела</em>{}</h2>", anchor("ход-дела", "Ход дела")));
    let levels = |source: &str| read(source).face.headings.iter().map(|heading| heading.level).collect::<Vec<_>>();
    assert_eq!(levels("# Раз\n## Два\n###### Три"), [2, 3, 4]);
    assert_eq!(levels("## Раз\n#### Два\n#### Три\n## Четыре\n"), [2, 3, 3, 2]);
    assert_eq!(levels("## Раз\n\n:::facilitator\n### Тайна\n:::\n\n#### Два"), [2, 3, 3]);
}

#[test]
fn anchors_are_unique_and_an_id_of_the_authors_wins() {
    let anchors = |source: &str| read(source).face.headings.into_iter().map(|heading| heading.anchor).collect::<Vec<_>>();
    assert_eq!(anchors("# Ход\n# Ход\n# Иное {#ход}"), ["ход-1", "ход-2", "ход"]);
    assert_eq!(anchors(":::facilitator\n# Ход\n:::\n# Ход"), ["ход-1", "ход"], "no learner's anchor depends on what learners do not see");
    assert_eq!(problems("# А {#x}\n# Б {#x}\n# В {#_y}"), ["duplicate-anchor 2:1", "invalid-attribute 3:1"]);
}

#[test]
fn wiki_links_keep_their_target_and_their_place() {
    let parsed = read("Вот [[серьги]] и [[stories/серьги#Ход|слово]].");
    assert_eq!(show(&parsed.body.pieces), "<p>Вот <a 0>{title 0}</a> и&nbsp;<a 1>слово</a>.</p>\n".replace("&nbsp;", "\u{a0}"));
    let target = Target::Work { reference: "stories/серьги".into(), heading: Some("Ход".into()) };
    assert_eq!(parsed.face.links[1].target, target);
    let source = "Вот [[серьги]] и [[stories/серьги#Ход|слово]].";
    assert_eq!(&source[parsed.face.links[1].span.range()], "[[stories/серьги#Ход|слово]]");
}

#[test]
fn wiki_links_work_in_tables_and_name_headings() {
    assert!(html("| а |\n|-|\n| [[серьги\\|слово]] |").contains("<td><a 0>слово</a></td>"));
    assert_eq!(html("[[#Ход дела]] [[серьги#Ход]]"), "<p><a 0>Ход дела</a> <a 1>{title 1} › Ход</a></p>");
    assert_eq!(html("`[[серьги]]` \\[[серьги]]"), "<p><code>[[серьги]]</code> [[серьги]]</p>");
}

#[test]
fn other_links_are_resolved_or_refused() {
    let parsed = read("[а](../maxims/б.md#Ход) [лист](схема.pdf) [г](https://a.example \"титул\") <кто@a.example> <who@a.example>");
    let targets: Vec<_> = parsed.face.links.iter().map(|link| link.target.clone()).collect();
    assert_eq!(
        targets,
        [
            Target::File { path: "maxims/б.md".into(), heading: Some("Ход".into()) },
            Target::External("https://a.example".into()),
            Target::External("mailto:who@a.example".into())
        ]
    );
    assert!(show(&parsed.body.pieces).contains("<a href=\"{asset 0}\">лист</a> <a 1><span title=\"титул\">г</span></a>"));
    assert_eq!(
        problems("[а](JavaScript:x) [б](&#106;avascript:x) [в](/es/a.html) [г]() [д](//x.example)"),
        ["forbidden-scheme 1:1", "forbidden-scheme 1:19", "link-from-root 1:42", "empty-link 1:58", "forbidden-scheme 1:64"]
    );
}

#[test]
fn images_become_figures_players_and_links() {
    assert_eq!(
        html("![Ёлка](ёлка.png \"Подпись\")"),
        "<figure><img {picture 0} alt=\"Ёлка\" loading=\"lazy\">\n<figcaption>Подпись</figcaption>\n</figure>"
    );
    assert_eq!(html("Вот ![[ёлка.png|Ёлка|300]]!"), "<p>Вот <img {picture 0} alt=\"Ёлка\" loading=\"lazy\">!</p>");
    assert!(html("![[речь.mp3|Речь]]").contains("<audio controls preload=\"none\" aria-label=\"Речь\" src=\"{asset 0}\"></audio>"));
    let asset = |source: &str| read(source).face.assets.remove(0);
    let span = crate::base::text::Span { start: 0, end: 17 };
    assert_eq!(asset("![[ёлка.png]]"), Asset { path: "ёлка.png".into(), anywhere: true, facilitator: false, span });
    assert_eq!(asset("![ё](../img/ё.png)").path, "img/ё.png");
    assert_eq!(problems("![](a.png)\n\nи ![Кот](https://x.example/k.png)"), ["missing-alt 1:1", "remote-image 3:3"]);
    assert_eq!(show(&read("![Кот](https://x.example/k.png)").body.pieces), "<p><a 0>Кот</a></p>\n");
}

#[test]
fn parts_in_another_language_have_its_marks_and_direction() {
    assert_eq!(
        html("Он: [He said \"*yes*\"]{lang=en}, \"[שלום]{lang=he}\""),
        "<p>Он: <span lang=\"en\" dir=\"ltr\">He said “<em>yes</em>”</span>, «<span lang=\"he\" dir=\"rtl\">שלום</span>»</p>"
    );
    assert_eq!(
        html("[а [[б]] *в*]{lang=it} [г]{д} [е]"),
        "<p><span lang=\"it\" dir=\"ltr\">а <a 0>{title 0}</a> <em>в</em></span> [г]{д} [е]</p>"
    );
    assert_eq!(problems("[а]{lang=??} [б]{big=1}"), ["invalid-attribute 1:5", "invalid-attribute 1:18"]);
}

#[test]
fn typography_sees_through_markup_but_not_into_code() {
    assert_eq!(
        html("\"*слово*\" и `\"код\"` --- \"`код`\""),
        "<p>«<em>слово</em>» и\u{a0}<code>&quot;код&quot;</code>\u{a0}— «<code>код</code>»</p>"
    );
    assert_eq!(html("\\\"так\\\" в\nдоме"), "<p>&quot;так&quot; в\u{a0}доме</p>");
}

#[test]
fn obsidians_marks_and_comments() {
    assert_eq!(html("==важно== 2==2 a == b"), "<p><mark>важно</mark> 2==2 a == b</p>");
    assert_eq!(html("до %%тайна *и* [[тут]]%% после"), "<p>до  после</p>");
    assert_eq!(html("%%\nраз\n\n- два\n\n%%\n\nтри"), "<p>три</p>");
    assert_eq!(html("На 5%% больше"), "<p>На\u{a0}5%% больше</p>");
    let parsed = read("Правило. ^правило\n\nПлощадь м ^2");
    assert_eq!(show(&parsed.body.pieces), "<p id=\"правило\">Правило.</p>\n<p>Площадь м ^2</p>\n");
    assert_eq!(parsed.face.anchors, ["правило"]);
}

#[test]
fn callouts_have_a_look_a_title_and_may_fold() {
    assert_eq!(
        html("> [!faq]- Зачем?\n> Затем."),
        "<details class=\"callout callout-question\">\n<summary>Зачем?</summary>\n<p>Затем.</p>\n</details>"
    );
    assert_eq!(
        html("> [!TIP]\n> Раз\n>\n> два"),
        "<div class=\"callout callout-tip\" role=\"note\" aria-labelledby=\"_block-1\">\n<p class=\"block-title\" id=\"_block-1\">{callout-tip}</p>\n\
         <p>Раз</p>\n<p>два</p>\n</div>"
    );
    assert_eq!(html("> цитата"), "<blockquote>\n<p>цитата</p>\n</blockquote>");
}

#[test]
fn footnotes_are_numbered_by_use_and_lead_back() {
    let html = html("Раз[^б] два[^а] три[^б]\n\n[^а]: Первая.\n[^б]: Вторая.\n");
    assert!(html.contains("<a href=\"#fn-1\" id=\"fnref-1-2\" role=\"doc-noteref\" aria-label=\"{footnote-reference 1}\">1</a>"));
    assert!(html.contains("<li id=\"fn-1\">\n<p>Вторая. <a class=\"footnote-back\" role=\"doc-backlink\" href=\"#fnref-1\""));
    assert!(html.find("Вторая").unwrap() < html.find("Первая").unwrap());
    assert_eq!(problems("нет[^x] `[^y]` \\[^z]\n\n[^w]: лишняя"), ["undefined-footnote 1:4", "unused-footnote 3:1"]);
}

#[test]
fn footnotes_and_link_definitions_hold_for_the_whole_text() {
    let html = html(":::note\nВот [тут][а][^1].\n:::\n\n[а]: https://a.example\n[^1]: Слово.\n");
    assert!(html.contains("<a 0>тут</a><sup") && html.contains("Слово."));
}

#[test]
fn only_harmless_and_balanced_html_stands() {
    assert_eq!(html("H<sub>2</sub>O<br><!-- нет --><kbd>Ё</kbd>"), "<p>H<sub>2</sub>O<br><kbd>Ё</kbd></p>");
    assert_eq!(
        html("<details>\n<summary>Ответ</summary>\n\nДа, *да*.\n\n</details>"),
        "<details><summary>Ответ</summary>\n<p>Да, <em>да</em>.</p>\n</details>"
    );
    let parsed = read("я <b>да <script>x</script> <span onclick=x>y</span>");
    assert_eq!(show(&parsed.body.pieces), "<p>я &lt;b&gt;да &lt;script&gt;x&lt;/script&gt; &lt;span onclick=x&gt;y&lt;/span&gt;</p>\n");
    assert_eq!(problems("<div>\n<b>ё\n</div>"), ["html-not-allowed 1:1", "html-not-allowed 2:1"]);
    assert_eq!(html("<ruby>漢<rt>kan</rt></ruby>"), "<p><ruby>漢<rt>kan</rt></ruby></p>");
    assert_eq!(show(&read("<ruby>漢<rt>x</rt>").body.pieces), "<p>&lt;ruby&gt;漢x</p>\n");
    assert!(!problems("<ruby>漢</ruby> <rt>x</rt>").is_empty());
    assert_eq!(problems("*<b>ё*</b>"), ["html-not-allowed 1:2", "html-not-allowed 1:7"]);
}

#[test]
fn what_a_word_processor_left_is_dropped_and_said() {
    let parsed = read("<span style=\"color:red\">Слово</span><o:p></o:p> и&nbsp;&nbsp;&nbsp;ещё");
    assert_eq!(show(&parsed.body.pieces), "<p><span>Слово</span> и\u{a0}\u{a0}\u{a0}ещё</p>\n");
    assert_eq!(parsed.problems.len(), 4);
    assert_eq!(problems("а&nbsp;— б"), Vec::<String>::new());
}

#[test]
fn tables_scroll_and_tasks_have_labels() {
    assert_eq!(
        html("| Ёж | |\n|:-|-:|\n| а | 2 |"),
        "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"{table-label 1}\">\n<table>\n<thead>\n<tr><th scope=\"col\" class=\"align-start\">Ёж</th>\
         <td class=\"align-end\"></td></tr>\n</thead>\n<tbody>\n<tr><td class=\"align-start\">а</td><td class=\"align-end\">2</td></tr>\n</tbody>\n</table>\n</div>"
    );
    assert_eq!(
        html("- [x] раз\n- [ ] два"),
        "<ul class=\"tasks\">\n<li><label><input type=\"checkbox\" disabled checked> раз</label></li>\n\
         <li><label><input type=\"checkbox\" disabled> два</label></li>\n</ul>"
    );
    assert_eq!(html("```text\n:::note\n<b>\n```"), "<pre tabindex=\"0\"><code class=\"language-text\">:::note\n&lt;b&gt;\n</code></pre>");
}

#[test]
fn line_ends_of_windows_change_nothing() {
    let source =
        "# Раз\n\nТекст\nтекст\n\n:::note\n- а\n- б\n:::\n\n```\nкод\n\nкод\n```\n\n<details>\n<summary>а</summary>\nб\n</details>\n";
    assert_eq!(read(&source.replace('\n', "\r\n")).body.pieces, read(source).body.pieces);
    assert_eq!(problems("Раз\r\n\r\n[а](/b)\r\n"), ["link-from-root 3:1"]);
}

#[test]
fn a_long_paragraph_that_stands_twice_is_found() {
    let long = "Длинный абзац о том, как гость ушёл довольным. ".repeat(3);
    assert_eq!(problems(&format!("{long}\n\nКоротко.\n\n{long}\n\nКоротко.\n")), ["repeated-paragraph 5:1"]);
}

#[test]
fn absurd_nesting_is_refused_instead_of_being_read() {
    assert_eq!(problems(&"> ".repeat(1000)), ["nested-too-deep 1:1"]);
    assert_eq!(problems(&format!("{}я", "*a **b ".repeat(100))).len(), 0);
    let emphasis = format!("{}я{}", "*a **b ".repeat(50), "** *".repeat(50));
    assert!(read(&emphasis).problems.len() <= 1);
}

#[test]
fn the_excerpt_is_cut_at_a_words_end_and_shows_no_headings_or_notes() {
    assert_eq!(read("# Ход\n\nРаз *два*[^1].\n\n| т |\n|-|\n\n[^1]: нет").face.excerpt, "Раз два.");
    let excerpt = read(&"слово, ".repeat(100)).face.excerpt;
    assert!(excerpt.ends_with("слово…") && excerpt.chars().count() <= 201);
    assert_eq!(read("").face.excerpt, "");
}

#[test]
fn a_footer_is_one_line_of_html() {
    let (html, problems) = inline("© \"Ёж\", [сайт](https://a.example?a&b) *и* [[серьги|тут]] <b>x</b> <script> [я](/я)", language("ru"));
    assert_eq!(html, "© «Ёж», <a href=\"https://a.example?a&amp;b\">сайт</a> <em>и</em>\u{a0}тут <b>x</b> &lt;script&gt; я");
    assert_eq!(problems.iter().map(Diagnostic::brief).collect::<Vec<_>>(), ["html-not-allowed script", "link-from-root /я"]);
    assert_eq!(inline("", language("ru")), (String::new(), Vec::new()));
}
