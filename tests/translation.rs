//! Languages in step: what `status`, `translate` and `accept` say and leave on the disk, with content in Portuguese.
#![allow(clippy::disallowed_methods, reason = "tests look at what the program did")]

#[path = "support/program.rs"]
mod program;
mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

/// A site, in whose folder the program is run.
struct Site(TempDir);

const ORIGINAL: &str = "---\ntitle: A fila\nsummary: Quem espera, observa.\nthemes: [patience]\n---\n\
    O senhor da frente paga com moedas. Ninguém reclama.\n\n## A regra\n\nPrimeiro o cliente, depois a caixa.\n\n- contar em voz alta\n- agradecer\n";
const SPANISH: &str = "---\ntitle: La cola # o la fila\nsummary: Quien espera, observa.\ntranslation: {from: pt}\n---\n\
    El señor de delante paga con monedas. Nadie se queja.\n\n## La regla\n\nPrimero el cliente, después la caja.\n\n- contar en voz alta\n- dar las gracias\n";

impl Site {
    fn new(texts: &[(&str, &str)]) -> Site {
        let config = "title: Loja\nlanguages: [pt, es, ru, it]\ndefault_language: pt\nfallback: hide\n";
        let themes = "patience: {label: {pt: paciência, es: paciencia, ru: терпение}}\n";
        let texts = texts.iter().map(|(path, text)| (*path, text.as_bytes()));
        let own = [("site.yaml", config.as_bytes()), ("content/themes.yaml", themes.as_bytes())];
        Site(support::folder(own.into_iter().chain(texts)))
    }

    fn with_translation() -> Site {
        let site = Site::new(&[("content/stories/queue.pt.md", ORIGINAL), ("content/stories/queue.es.md", SPANISH)]);
        site.done("accept queue --lang es --today 2026-11-01");
        site
    }

    fn run(&self, arguments: &str) -> (i32, String, String) {
        let ran = program::run(self.0.path(), arguments.split_whitespace());
        (ran.code.unwrap_or(-1), ran.out, ran.err)
    }

    #[track_caller]
    fn done(&self, arguments: &str) -> String {
        let (code, out, err) = self.run(arguments);
        assert_eq!(code, 0, "{arguments}: {out}{err}");
        out
    }

    #[track_caller]
    fn refused(&self, arguments: &str, code: i32) -> String {
        let before = self.files();
        let (found, out, err) = self.run(arguments);
        assert_eq!(found, code, "{arguments}: {out}{err}");
        assert_eq!(self.files(), before, "{arguments} changed something");
        out + &err
    }

    fn path(&self, path: &str) -> std::path::PathBuf {
        self.0.path().join(path)
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    fn edit(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert!(text.contains(from), "{path} has no {from}");
        fs::write(self.path(path), text.replace(from, to)).unwrap();
    }

    fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let files = walkdir::WalkDir::new(self.0.path()).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
        files.map(|entry| (entry.path().display().to_string(), fs::read(entry.path()).unwrap())).collect()
    }

    fn status(&self) -> Value {
        serde_json::from_str(&self.done("status --format json --today 2026-11-22")).unwrap()
    }

    /// `standing: change unit, …` of one edition.
    fn standing(&self, id: &str, language: &str) -> String {
        let status = self.status();
        let work = status["works"].as_array().unwrap().iter().find(|work| work["id"] == id).unwrap();
        let edition = &work["editions"][language];
        let word = |value: &Value| value.as_str().unwrap_or("none").to_owned();
        let changes = edition["changes"].as_array().into_iter().flatten();
        let changes: Vec<String> = changes.map(|change| format!("{} {}", word(&change["change"]), word(&change["unit"]))).collect();
        format!("{}: {}", word(&edition["standing"]), changes.join(", "))
    }
}

#[test]
fn an_edited_a_rewrapped_and_a_new_block_are_told_apart() {
    let site = Site::with_translation();
    assert_eq!(site.standing("stories/queue", "es"), "in-step: ");
    site.edit("content/stories/queue.pt.md", "moedas", "moedas pequenas");
    site.edit("content/stories/queue.pt.md", "Primeiro o cliente, depois", "Primeiro\no cliente, depois");
    site.edit("content/stories/queue.pt.md", "- agradecer\n", "- agradecer\n- sorrir\n");
    assert_eq!(site.standing("stories/queue", "es"), "behind: changed paragraph, new item");
    let said = site.done("status queue");
    for part in ["behind (2)", "[moedas.]", "[moedas pequenas.]", "+ sorrir", "content/stories/queue.pt.md:6"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(site.refused("check --fail-on behind:story:es", 1).contains("translation-behind"));
    site.done("check --fail-on behind:maxim,behind:story:it");
    site.done("accept queue --lang es");
    assert_eq!(site.standing("stories/queue", "es"), "in-step: ");
    let history = site.status()["works"][0]["editions"]["es"]["history"].as_array().unwrap().len();
    assert_eq!(history, 2, "what happened before is kept");
}

#[test]
fn a_correction_without_meaning_is_carried_to_every_translation_that_knew_the_text() {
    let site = Site::with_translation();
    fs::write(site.path("content/stories/queue.it.md"), SPANISH.replace("La cola", "La fila")).unwrap();
    site.done("accept queue --lang it");
    site.edit("content/stories/queue.pt.md", "- agradecer\n", "- agradecer\n- sorrir\n");
    site.done("accept queue --lang es");
    // Italian lacks an item. Now a comma is corrected: that alone is no news to either.
    site.edit("content/stories/queue.pt.md", "Ninguém reclama", "Ninguém se queixa");
    site.done("accept queue --wording --dry-run");
    assert_eq!(site.standing("stories/queue", "es"), "behind: changed paragraph");
    site.done("accept queue --wording");
    assert_eq!(site.standing("stories/queue", "es"), "in-step: ");
    assert_eq!(site.standing("stories/queue", "it"), "behind: new item");
    // What is more than wording is refused.
    site.edit("content/stories/queue.pt.md", "- agradecer\n", "");
    assert!(site.refused("accept queue --wording", 2).contains("gone"));
}

#[test]
fn a_translation_is_started_with_the_structure_of_its_source_and_is_a_draft() {
    let site = Site::with_translation();
    site.done("translate queue --to ru --by Ада --today 2026-11-22");
    let text = site.read("content/stories/queue.ru.md");
    for line in ["title: A fila", "summary: Quem espera, observa.", "draft: true", "  from: pt", "  method: human", "  by: Ада"] {
        assert!(text.contains(&format!("{line}\n")), "{line}: {text}");
    }
    assert!(!text.contains("themes"), "facts stand in the lead edition: {text}");
    assert!(text.ends_with(&ORIGINAL[ORIGINAL.find("O senhor").unwrap()..]));
    assert_eq!(site.standing("stories/queue", "ru"), "in-step: ");
    site.refused("translate queue --to ru", 2);
    site.refused("translate queue --to fr", 2);
    site.refused("translate quue --to it", 2);
    site.done("check");
}

#[test]
fn a_machine_s_translation_is_marked_until_somebody_has_read_it() {
    let site = Site::with_translation();
    site.done("translate queue --to it --tool DeepL --today 2026-11-22");
    site.edit("content/stories/queue.it.md", "draft: true\n", "# still to be read\n");
    assert!(site.refused("check --fail-on machine:story:it", 1).contains("translation-by-machine"));
    site.done("accept queue --lang it --reviewed-by Grace --today 2026-11-23");
    site.done("check --fail-on machine,unreviewed:story:it");
    let text = site.read("content/stories/queue.it.md");
    assert!(
        text.contains("# still to be read\n") && text.contains("reviewed_by: Grace\n") && text.contains("reviewed_on: 2026-11-23"),
        "{text}"
    );
    let csv = site.done("status --format csv");
    assert!(csv.contains("Grace,reviewer,stories/queue,it,A fila,story,pt,in-step,machine,,2026-11-23\r\n"), "{csv}");
}

#[test]
fn a_chain_of_translations_says_where_it_is_broken() {
    let site = Site::new(&[
        ("content/stories/a.ru.md", "---\ntitle: Серьги\n---\nОн знал всех.\n"),
        ("content/stories/a.pt.md", "---\ntitle: Os brincos\ntranslation: {from: ru}\n---\nConhecia todos.\n"),
        ("content/stories/a.it.md", "---\ntitle: Gli orecchini\ntranslation: {from: pt}\n---\nLi conosceva.\n"),
        ("content/stories/only.ru.md", "---\ntitle: Только здесь\ntranslate: none\n---\nТекст.\n"),
    ]);
    site.done("accept --all --lang pt");
    site.done("accept --all --lang it");
    site.edit("content/stories/a.ru.md", "всех", "каждого");
    assert_eq!(site.standing("stories/a", "pt"), "behind: changed paragraph");
    assert_eq!(site.standing("stories/a", "it"), "behind-upstream: ");
    let status = site.status();
    assert_eq!(status["works"][0]["missing"], serde_json::json!(["es"]));
    assert_eq!(status["works"][1]["missing"], serde_json::json!([]));
    assert_eq!(status["themes"], serde_json::json!([{"theme": "patience", "word": "label", "language": "it"}]));
    assert!(site.refused("check --fail-on missing::it", 1).contains("theme-untranslated"));
}

#[test]
fn untracked_translations_are_never_said_to_be_in_step() {
    let site = Site::new(&[("content/stories/queue.pt.md", ORIGINAL), ("content/stories/queue.es.md", SPANISH)]);
    assert_eq!(site.standing("stories/queue", "es"), "untracked: ");
    assert!(site.done("status").contains("untracked"));
    site.refused("accept queue --wording --lang ru", 0);
    site.refused("accept queue", 2);
    site.refused("accept queue --lang pt", 2);
    site.refused("accept queue --lang ru", 2);
}

#[test]
fn a_snapshot_that_was_edited_by_hand_is_refused_at_its_place() {
    let site = Site::with_translation();
    site.edit("content/.translated-from/stories/queue.es.md", "moedas", "notas");
    let said = site.refused("check --format json", 1);
    assert!(said.contains("snapshot-edited") && said.contains("\"line\":3"), "{said}");
}

#[test]
fn a_language_in_preparation_is_published_once_nothing_stands_in_its_gates() {
    let site = Site::with_translation();
    site.edit("site.yaml", "fallback: hide", "preparing: {es: [behind, missing:story]}\nfallback: hide");
    site.done("build");
    assert!(site.path("public/es/index.html").is_file());
    site.edit("content/stories/queue.pt.md", "moedas", "notas");
    site.done("build");
    assert!(!site.path("public/es/index.html").exists());
    site.done("build --drafts -o preview");
    assert!(site.path("preview/es/index.html").is_file());
    site.done("accept queue --lang es");
    site.done("build");
    assert!(site.path("public/es/index.html").is_file());
}

#[test]
fn the_page_of_states_is_made_on_wish_alone_and_never_listed() {
    let site = Site::with_translation();
    site.done("build");
    assert!(!site.path("public/es/status.html").exists());
    site.done("build --status --today 2026-11-22");
    let page = site.read("public-status/es/status.html");
    assert!(page.contains("noindex"));
    assert!(!site.read("public-status/pages.json").contains("status.html"));
    let linking = walkdir::WalkDir::new(site.path("public-status")).into_iter().map(Result::unwrap);
    let linking = linking.filter(|entry| entry.path().extension().is_some_and(|extension| extension == "html"));
    for entry in linking.filter(|entry| !entry.path().ends_with("status.html")) {
        assert!(!fs::read_to_string(entry.path()).unwrap().contains("status.html"), "{}", entry.path().display());
    }
    // The next day it is another page, though no file has changed.
    assert!(site.run("build --status --today 2026-11-23").2.contains("4 written"));
    assert!(site.run("build --status --today 2026-11-23").2.contains("0 written"));
}

#[test]
fn files_named_by_folder_or_stem_keep_their_habit() {
    let site = Site::new(&[
        ("content/pt/stories/a.md", "---\ntitle: A\n---\nTexto.\n"),
        ("content/stories/b/pt.md", "---\ntitle: B\n---\nTexto.\n"),
    ]);
    site.done("translate stories/a --to es");
    site.done("translate stories/b --to es");
    assert!(site.path("content/es/stories/a.md").is_file() && site.path("content/stories/b/es.md").is_file());
    assert!(Path::new(&site.path("content/.translated-from/stories/a.es.md")).is_file());
    assert_eq!(site.standing("stories/b", "es"), "in-step: ");
}

#[test]
fn a_link_to_a_heading_of_the_source_leads_to_the_same_heading_of_the_translation() {
    let site = Site::with_translation();
    let story = "---\ntitle: Outra\n---\nVer [a regra](queue.pt.md#a-regra) e [[#Fim]].\n\n## Fim\n";
    fs::write(site.path("content/stories/other.pt.md"), story).unwrap();
    site.done("translate other --to es");
    site.done("check --drafts");
    site.edit("content/stories/other.es.md", "draft: true\n", "");
    site.edit("content/stories/other.es.md", "## Fim", "## El final");
    site.done("build");
    let page = site.read("public/es/historias/other.html");
    assert!(page.contains("queue.html#la-regla") && page.contains("\"#el-final\""), "{page}");
}

#[test]
fn what_cannot_be_read_is_not_accepted() {
    let site = Site::with_translation();
    site.edit("content/stories/queue.pt.md", "title: A fila", "title: \"A fila");
    assert!(site.refused("accept queue --lang es", 1).contains("invalid-yaml"));
    assert!(site.refused("translate queue --to ru", 1).contains("invalid-yaml"));
    let site = Site::with_translation();
    site.edit("content/.translated-from/stories/queue.es.md", "moedas", "notas");
    assert!(site.refused("accept queue --lang es", 1).contains("snapshot-edited"));
}

#[test]
fn a_review_holds_until_something_new_is_accepted() {
    let site = Site::with_translation();
    site.done("accept queue --lang es --reviewed-by Grace --today 2026-11-02");
    site.done("check --fail-on unreviewed:story:es");
    site.edit("content/stories/queue.pt.md", "moedas", "notas");
    site.done("accept queue --lang es --today 2026-11-03");
    assert!(site.refused("check --fail-on unreviewed:story:es", 1).contains("translation-unreviewed"));
    site.done("accept queue --lang es --reviewed-by Grace --today 2026-11-04");
    site.done("check --fail-on unreviewed:story:es");
}

#[test]
fn a_gate_for_a_language_that_the_site_does_not_have_is_refused() {
    Site::with_translation().refused("check --fail-on behind:story:de", 2);
}

#[test]
fn a_regional_variant_waits_for_nobody_and_is_started_from_what_it_inherits() {
    let site = Site::with_translation();
    site.edit("site.yaml", "languages: [pt, es, ru, it]", "languages: [pt, es, {es-MX: {inherits: es}}, ru, it]");
    site.edit("content/stories/queue.es.md", "La cola", "La fila");
    assert_eq!(site.status()["works"][0]["missing"], serde_json::json!(["ru", "it"]));
    site.done("translate queue --to es-MX");
    assert!(site.read("content/stories/queue.es-MX.md").contains("from: es\n"));
    fs::remove_file(site.path("content/stories/queue.es.md")).unwrap();
    fs::remove_file(site.path("content/.translated-from/stories/queue.es.md")).unwrap();
    fs::remove_file(site.path("content/stories/queue.es-MX.md")).unwrap();
    fs::remove_file(site.path("content/.translated-from/stories/queue.es-MX.md")).unwrap();
    assert_eq!(site.status()["works"][0]["missing"], serde_json::json!(["es", "ru", "it"]));
}

#[test]
fn of_several_changes_those_without_meaning_are_named() {
    let site = Site::with_translation();
    fs::write(site.path("content/stories/queue.it.md"), SPANISH.replace("La cola", "La fila")).unwrap();
    site.done("accept queue --lang it");
    site.edit("content/stories/queue.pt.md", "moedas", "notas");
    site.edit("content/stories/queue.pt.md", "cliente, depois", "cliente e depois");
    for dry in ["", " --dry-run"] {
        let said = site.refused(&format!("accept queue --wording{dry}"), 2);
        for part in [
            "2 changed blocks",
            "(content/stories/queue.pt.md:6)",
            "[moedas.]",
            "[notas.]",
            "(content/stories/queue.pt.md:10)",
            "--lines 6",
        ] {
            assert!(said.contains(part), "{part}: {said}");
        }
    }
    site.refused("accept queue --wording --lines 7", 2);
    let said = site.done("accept queue --wording --lines 10 --dry-run");
    assert!(
        said.contains("- Primeiro o [cliente,] depois a caixa.") && said.contains("+ Primeiro o [cliente e] depois a caixa."),
        "{said}"
    );
    site.done("accept queue --wording --lines 10");
    for language in ["es", "it"] {
        assert_eq!(site.standing("stories/queue", language), "behind: changed paragraph");
    }
    assert!(site.read("content/.translated-from/stories/queue.es.md").contains("com moedas"));
    // Beside a block that is gone as well.
    site.edit("content/stories/queue.pt.md", "- agradecer\n", "");
    site.refused("accept queue --wording", 2);
    site.done("accept queue --wording --lines 6");
    assert_eq!(site.standing("stories/queue", "es"), "behind: gone item");
}

const QUIZ: &str = "---\ntitle: A prova\n---\n:::quiz{id=prova}\nQuantas?\n\n- [x] Uma\n- [ ] Duas\n:::\n";
const QUIZ_ES: &str = "---\ntitle: La prueba\ntranslation: {from: pt}\n---\n:::quiz{id=prova}\n¿Cuántas?\n\n- [x] Una\n- [ ] Dos\n:::\n";

#[test]
fn right_answers_that_were_corrected_in_the_original_are_errors_until_translations_follow() {
    let site = Site::new(&[("content/stories/prova.pt.md", QUIZ), ("content/stories/prova.es.md", QUIZ_ES)]);
    site.done("accept prova --lang es");
    site.done("check");
    site.edit("content/stories/prova.pt.md", "- [x] Uma\n- [ ] Duas", "- [ ] Uma\n- [x] Duas");
    let said = site.refused("check", 1);
    assert!(said.contains("quiz-differs") && said.contains("content/stories/prova.pt.md"), "{said}");
    assert_eq!(said.matches("error[").count().max(1), 1, "{said}");
    site.refused("build", 1);
    let said = site.done("status prova");
    assert!(said.contains("was: Answer of a quiz: right; is: Answer of a quiz: wrong"), "{said}");
    assert!(site.refused("accept prova --wording", 2).contains("not the same kind of block"));
    site.edit("content/stories/prova.es.md", "- [x] Una\n- [ ] Dos", "- [ ] Una\n- [x] Dos");
    site.done("check");
    site.done("accept prova --lang es");
    // An answer more is for the translators to follow.
    site.edit("content/stories/prova.pt.md", "- [x] Duas", "- [x] Duas\n- [ ] Nenhuma");
    site.done("accept prova --lang es");
    site.refused("check", 1);
}

#[test]
fn what_became_something_else_says_what_it_was() {
    let site = Site::with_translation();
    site.edit("content/stories/queue.pt.md", "## A regra", "### A regra");
    site.edit("content/stories/queue.pt.md", "Primeiro o cliente", "> Primeiro o cliente");
    let said = site.done("status queue");
    for part in ["was: Heading of level 2; is: Heading of level 3", "was: paragraph; is: paragraph, In a quotation"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let change = &site.status()["works"][0]["editions"]["es"]["changes"][0];
    assert_eq!(change["was"], serde_json::json!({"unit": "heading-2", "within": [], "now": "heading-3"}));
}

#[test]
fn with_a_broken_snapshot_nothing_is_accepted_exported_or_imported() {
    let site = Site::with_translation();
    fs::write(site.path("content/stories/queue.it.md"), SPANISH).unwrap();
    site.done("accept queue --lang it --by Ada");
    site.done("export po --to it");
    site.edit("content/stories/queue.pt.md", "moedas", "notas");
    site.edit("content/.translated-from/stories/queue.it.md", "by: Ada", "by: Grace");
    for command in ["accept queue --wording", "export po --to it", "import po", "check"] {
        let said = site.refused(command, 1);
        assert!(said.contains("snapshot-edited") && said.contains("queue.it.md:4:"), "{command}: {said}");
    }
    site.done("accept queue --wording --lang es");
    site.done("export po --to es -o es");
}

#[test]
fn a_draft_is_started_with_the_words_as_they_are_written_and_is_not_counted_as_in_step() {
    let site = Site::with_translation();
    site.edit("content/stories/queue.pt.md", "title: A fila", "title: A \"fila\" - longa...");
    site.done("translate queue --to ru");
    assert!(site.read("content/stories/queue.ru.md").contains("A \"fila\" - longa..."), "{}", site.read("content/stories/queue.ru.md"));
    let totals = &site.status()["totals"]["ru"];
    assert_eq!((&totals["in-step"], &totals["draft"]), (&Value::Null, &serde_json::json!(1)));
    let said = site.done("status --lang ru --all");
    assert!(!said.contains("In step") && !said.contains("in step"), "{said}");
}

#[test]
fn a_regional_variant_is_not_asked_for_themes_that_it_inherits() {
    let site = Site::with_translation();
    site.edit("site.yaml", "languages: [pt, es, ru, it]", "languages: [pt, es, {es-MX: {inherits: es}}, ru, it]");
    site.edit("content/themes.yaml", "patience: {", "haste: {label: {pt: pressa}}\npatience: {");
    site.done("export po --to es-MX,es");
    assert!(!site.path("po/es-MX/themes.po").exists());
    let po = site.read("po/es/themes.po");
    assert!(po.contains("themes haste label") && po.contains("themes patience label"), "{po}");
    site.edit("content/themes.yaml", "es: paciencia", "es: paciencia, es-MX: calma");
    site.done("export po --to es-MX");
    let po = site.read("po/es-MX/themes.po");
    assert!(po.contains("msgstr \"calma\"") && !po.contains("haste"), "{po}");
}
