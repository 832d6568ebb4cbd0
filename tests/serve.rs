//! The preview server as a browser and as an intruder meet it: the real program, spoken to byte by byte.
#![allow(clippy::disallowed_methods, reason = "tests write the site that is served, and start programs")]

#[path = "support/preview.rs"]
mod preview;

use std::fs;
use std::net::TcpListener;
use std::path::Path;
use std::process::Command;

use preview::{Preview, write};
use tempfile::TempDir;

const SITE: &str = "title: Ж\nlanguages: [es, ru]\ndefault_language: es\n";
const LAMP: &str = "---\ntitle: La lámpara\n---\n\nErase una lámpara.\n\n## Después\n\nY **se** apagó [del todo](door.es.md) al fin.\n";
const DOOR: &str = "---\ntitle: La puerta\n---\nUna puerta.\n";

/// A small site in a folder of its own.
fn site() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let files = [
        ("site.yaml", SITE),
        ("content/stories/lamp.es.md", LAMP),
        ("content/stories/lamp.ru.md", "---\ntitle: Лампа\n---\nБыла лампа.\n"),
        ("content/stories/door.es.md", DOOR),
        ("content/static/film.mp4", "0123456789"),
    ];
    write(folder.path(), &files);
    folder
}

const LAMP_PAGE: &str = "/es/historias/lamp.html";
const DOOR_PAGE: &str = "/es/historias/door.html";

// ── Pages ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

fn files(folder: &Path) -> Vec<String> {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    let paths = entries.map(|entry| entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned());
    paths.filter(|path| !path.starts_with(".apologue")).collect()
}

/// A path as browsers send it.
fn encoded(path: &str) -> String {
    path.bytes().map(|byte| if byte.is_ascii_graphic() { char::from(byte).to_string() } else { format!("%{byte:02x}") }).collect()
}

#[test]
fn the_pages_are_those_that_build_writes() {
    let site = site();
    let out = tempfile::tempdir().unwrap();
    let out = out.path().join("public");
    let mut build = Command::new(env!("CARGO_BIN_EXE_apologue"));
    assert!(build.args(["build", "-s"]).arg(site.path()).arg("-o").arg(&out).output().unwrap().status.success());
    let preview = Preview::start(site.path(), "");
    let written = files(&out);
    assert!(written.len() > 10, "{written:?}");
    // What a browser keeps for reading offline would hide what is edited: the preview has no lists of it.
    for path in written.iter().filter(|path| !path.ends_with("offline.json")) {
        let answer = preview.get(&format!("/{}", encoded(path)));
        assert_eq!(answer.status, 200, "{path}");
        // «Not found» names the root of the place where it is served.
        if path != "404.html" {
            assert!(answer.without_script().as_bytes() == fs::read(out.join(path)).unwrap(), "{path}");
        }
    }
}

#[test]
fn a_page_says_what_it_is() {
    let site = site();
    let preview = Preview::start(site.path(), "");
    let page = preview.get(LAMP_PAGE);
    assert_eq!(page.header("content-type"), "text/html; charset=utf-8");
    assert_eq!(page.header("x-content-type-options"), "nosniff");
    assert!(page.header("content-security-policy").starts_with("default-src 'none'; script-src 'self';"));
    assert_eq!(page.header("access-control-allow-origin"), "");
    let style = page.text().split("stylesheet\" href=\"../../").nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert_eq!(preview.get(&format!("/{style}")).header("content-type"), "text/css; charset=utf-8");
    assert_eq!(preview.get("/pages.json").header("content-type"), "application/json");

    let head = preview.ask("HEAD", LAMP_PAGE, &[]);
    assert_eq!((head.status, head.body.len()), (200, 0));
    for name in ["content-type", "content-length", "etag"] {
        assert_eq!(head.header(name), page.header(name), "{name}");
    }
    assert_eq!(page.header("content-length"), page.body.len().to_string());
}

#[test]
fn a_page_that_has_not_changed_is_not_sent_again() {
    let site = site();
    let preview = Preview::start(site.path(), "");
    let etag = preview.get(LAMP_PAGE).header("etag").to_owned();
    let again = preview.ask("GET", LAMP_PAGE, &[("If-None-Match", &etag)]);
    assert_eq!((again.status, again.body.len(), again.header("cache-control")), (304, 0, "no-cache"));
    let mut events = preview.open(LAMP_PAGE);
    write(site.path(), &[("content/stories/lamp.es.md", &LAMP.replace("Erase", "Había"))]);
    events.wait("reload");
    let new = preview.ask("GET", LAMP_PAGE, &[("If-None-Match", &etag)]);
    assert_eq!(new.status, 200);
    assert!(new.text().contains("Había una lámpara."));
}

#[test]
fn folders_are_shown_by_their_first_page() {
    let site = site();
    let preview = Preview::start(site.path(), "");
    assert_eq!(preview.get("/").without_script(), preview.get("/index.html").without_script());
    assert_eq!(preview.get("/es/").without_script(), preview.get("/es/index.html").without_script());
    let folder = preview.get("/ru/%D0%B8%D1%81%D1%82%D0%BE%D1%80%D0%B8%D0%B8");
    assert_eq!((folder.status, folder.header("location")), (307, "/ru/%D0%B8%D1%81%D1%82%D0%BE%D1%80%D0%B8%D0%B8/"));
}

#[test]
fn what_is_not_there_is_said_by_the_sites_own_page() {
    let site = site();
    write(site.path(), &[("content/static/ru/404.html", "<!doctype html><title>Нет</title><p>Нет такой страницы.")]);
    write(site.path(), &[("site.yaml", &format!("{SITE}base_url: https://example.org/wiki/\n"))]);
    let preview = Preview::start(site.path(), "");
    let missing = preview.get("/es/historias/nada/de/nada.html");
    assert_eq!((missing.status, missing.header("content-type")), (404, "text/html; charset=utf-8"));
    assert!(missing.text().contains("href=\"/assets/style.") && !missing.text().contains("/wiki/assets"), "{}", missing.text());
    assert_eq!(preview.ask("HEAD", "/nada", &[]).status, 404);
}

#[test]
fn a_part_of_a_film_can_be_had() {
    let site = site();
    let preview = Preview::start(site.path(), "");
    let address = "/film.mp4";
    let whole = preview.get(address);
    assert_eq!((whole.status, whole.text().as_str(), whole.header("content-type")), (200, "0123456789", "video/mp4"));
    let part = preview.ask("GET", address, &[("Range", "bytes=3-5")]);
    assert_eq!((part.status, part.text().as_str(), part.header("content-range")), (206, "345", "bytes 3-5/10"));
    let same = preview.ask("GET", address, &[("Range", "bytes=3-5"), ("If-Range", whole.header("etag"))]);
    assert_eq!(same.status, 206);
    let other = preview.ask("GET", address, &[("Range", "bytes=3-5"), ("If-Range", "\"other\"")]);
    assert_eq!((other.status, other.body.len()), (200, 10));
    let beyond = preview.ask("GET", address, &[("Range", "bytes=10-")]);
    assert_eq!((beyond.status, beyond.header("content-range")), (416, "bytes */10"));
    assert_eq!(preview.ask("HEAD", address, &[]).header("content-length"), "10");
}

#[test]
fn drafts_are_shown_on_wish() {
    let site = site();
    write(site.path(), &[("content/stories/idea.es.md", "---\ntitle: Idea\ndraft: true\n---\nUna idea.\n")]);
    assert_eq!(Preview::start(site.path(), "").get("/es/historias/idea.html").status, 404);
    assert_eq!(Preview::start(site.path(), "--drafts").get("/es/historias/idea.html").status, 200);
}

// ── Strangers ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn forged_hosts_and_origins_are_refused_everywhere() {
    let site = site();
    let preview = Preview::start(site.path(), "");
    let token = preview.get("/es/").token();
    let own = format!("localhost:{}", preview.port);
    let events = format!("/.apologue/source?token={token}&path=/es/");
    for target in ["/es/", LAMP_PAGE, "/nada", "/.apologue/live.js", &events] {
        let expected = if target == "/nada" { 404 } else { 200 };
        for host in [own.as_str(), "127.0.0.1", "[::1]:3030", "LOCALHOST"] {
            assert_eq!(preview.ask("GET", target, &[("Host", host)]).status, expected, "{target} {host}");
        }
        for host in [
            "evil.example",
            "evil.example:3030",
            "localhost.evil.example",
            "127.0.0.1.evil.example",
            "0.0.0.0",
            "[::]",
            "user@localhost",
            "",
        ] {
            let answer = preview.ask("GET", target, &[("Host", host)]);
            assert!(matches!(answer.status, 400 | 403), "{target} {host}: {}", answer.status);
            assert!(!answer.text().contains(&token));
        }
        let origin = format!("http://{own}");
        assert_eq!(preview.ask("GET", target, &[("Host", &own), ("Origin", &origin)]).status, expected, "{target}");
        for origin in ["http://evil.example", "null", "http://localhost:1", &format!("https://{own}"), "file://"] {
            assert_eq!(preview.ask("GET", target, &[("Host", &own), ("Origin", origin)]).status, 403, "{target} {origin}");
        }
    }
    assert_eq!(preview.send("GET /es/ HTTP/1.1\r\nConnection: close\r\n\r\n").status, 400);
    assert_eq!(preview.send("GET /es/ HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n").status, 400);
    assert_eq!(preview.ask("GET", "http://evil.example/es/", &[]).status, 403);
}

#[test]
fn events_and_sources_want_the_token() {
    let site = site();
    let preview = Preview::start(site.path(), "");
    let page = preview.get(LAMP_PAGE);
    let (token, tag) = (page.token(), page.tag());
    for wrong in [String::new(), "0".repeat(32), token[1..].to_owned(), format!("{token}0"), token.to_uppercase() + " "] {
        for what in ["events", "source"] {
            let target = format!("/.apologue/{what}?token={}&path={LAMP_PAGE}&tag={tag}", encoded(&wrong));
            assert_eq!(preview.get(&target).status, 403, "{target}");
        }
    }
    for target in [format!("/.apologue/events?path={LAMP_PAGE}&tag={tag}"), "/.apologue/events".to_owned(), "/.apologue/source".to_owned()]
    {
        assert_eq!(preview.get(&target).status, 403, "{target}");
    }
    assert_eq!(preview.get("/.apologue/").status, 404);
    assert_eq!(preview.ask("HEAD", &format!("/.apologue/events?token={token}&path=/&tag={tag}"), &[]).status, 200);
    // Another server has another one.
    let other = Preview::start(site.path(), "");
    assert_ne!(other.get(LAMP_PAGE).token(), token);
}

#[test]
fn there_is_nothing_but_get_and_head() {
    let site = site();
    let preview = Preview::start(site.path(), "");
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "get"] {
        for target in ["/es/", "/.apologue/live.js"] {
            let answer = preview.ask(method, target, &[("Content-Length", "0")]);
            assert_eq!((answer.status, answer.header("allow")), (405, "GET, HEAD"), "{method} {target}");
        }
    }
    assert!(preview.ask("CONNECT", "localhost:80", &[]).status >= 400);
    assert!(preview.ask("GET", "*", &[]).status >= 400);
}

#[test]
fn no_spelling_leads_out_of_the_site() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), &[("secret.txt", "SECRET"), ("wiki/secret.txt", "SECRET"), ("wiki/content/_notes/secret.txt", "SECRET")]);
    let site = folder.path().join("wiki");
    write(&site, &[("site.yaml", SITE), ("content/stories/door.es.md", DOOR), ("content/static/open.txt", "open")]);
    let preview = Preview::start(&site, "");
    assert_eq!(preview.get("/open.txt").text(), "open");
    let dots = [
        "..",
        "%2e%2e",
        "%2E.",
        ".%2e",
        "%252e%252e",
        "%25252e%25252e",
        "..;",
        "..%00",
        "%c0%ae%c0%ae",
        "%e0%80%ae%e0%80%ae",
        "%f0%80%80%ae%f0%80%80%ae",
        "%uff0e%uff0e",
        "%ef%bc%8e%ef%bc%8e",
        "....",
        ". .",
        "..%20",
        "%E2%80%A5",
    ];
    let slashes = ["/", "%2f", "%5c", "\\", "%252f", "%c0%af", "//", "/./", "%ef%bc%8f", "%e2%88%95"];
    let mut seen = 0;
    for dot in dots {
        for slash in slashes {
            for before in ["/", "/es/", "/assets/", "//"] {
                for name in ["secret.txt", "site.yaml", "content/_notes/secret.txt", "wiki/secret.txt"] {
                    let target = format!("{before}{dot}{slash}{dot}{slash}{name}");
                    let answer = preview.get(&target);
                    assert!(matches!(answer.status, 400 | 404), "{target}: {}", answer.status);
                    assert!(!answer.text().contains("SECRET") && !answer.text().contains("default_language"), "{target}");
                    seen += 1;
                }
            }
        }
    }
    assert!(seen > 2000);
    let root = encoded(folder.path().to_str().unwrap());
    for target in [
        format!("/{root}/secret.txt"),
        format!("{root}/secret.txt"),
        "/open.txt/../../site.yaml".to_owned(),
        "/./open.txt".to_owned(),
        "/es/../open.txt".to_owned(),
        "/open.txt%00".to_owned(),
        "/open.txt%00.html".to_owned(),
        "/open.txt/".to_owned(),
        "/open%2Etxt%2F..".to_owned(),
        "/.apologue/../open.txt".to_owned(),
        "/file:///etc/passwd".to_owned(),
        "/C:/Windows/win.ini".to_owned(),
        "/%".to_owned(),
        "/%zz".to_owned(),
        "/\u{7f}".to_owned(),
    ] {
        assert!(matches!(preview.get(&target).status, 400 | 404), "{target}");
    }
    // The same in what the script asks for.
    let token = preview.get("/es/").token();
    for path in ["/../site.yaml", "%2F..%2Fsite.yaml", "site.yaml", "%00", "%252e%252e"] {
        let answer = preview.get(&format!("/.apologue/source?token={token}&path={path}&text=SECRET"));
        assert_eq!((answer.status, answer.text().as_str()), (200, "null"), "{path}");
    }
}

// ── Changes ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn an_edited_body_is_shown_on_its_own_page_alone() {
    let site = site();
    let preview = Preview::start(site.path(), "");
    let (mut lamp, mut door) = (preview.open(LAMP_PAGE), preview.open(DOOR_PAGE));
    write(site.path(), &[("content/stories/lamp.es.md", &LAMP.replace("apagó", "encendió"))]);
    lamp.wait("reload");
    assert!(preview.get(LAMP_PAGE).text().contains("encendió"));
    assert!(door.is_silent());
}

#[test]
fn an_edited_title_is_shown_wherever_it_stands() {
    let site = site();
    let preview = Preview::start(site.path(), "");
    let (mut lamp, mut list) = (preview.open(LAMP_PAGE), preview.open("/es/historias/"));
    write(site.path(), &[("content/stories/lamp.es.md", &LAMP.replace("La lámpara", "El candil"))]);
    lamp.wait("reload");
    list.wait("reload");
    assert!(preview.get("/es/historias/").text().contains("El candil"));
}

#[test]
fn a_stylesheet_is_exchanged_also_in_a_folder_that_was_not_there_before() {
    let site = site();
    let preview = Preview::start(site.path(), "");
    let mut lamp = preview.open(LAMP_PAGE);
    write(site.path(), &[("themes/default/static/style.css", "body { color: red }\n")]);
    let first = lamp.wait("styles");
    let swap = |event: &serde_json::Value| [0, 1].map(|at| event["swaps"][0][at].as_str().unwrap().to_owned());
    let [_, red] = swap(&first);
    assert_eq!(preview.get(&format!("/{red}")).text(), "body { color: red }\n");
    write(site.path(), &[("themes/default/static/style.css", "body { color: blue }\n")]);
    let [from, blue] = swap(&lamp.wait("styles"));
    assert!(from == red && blue != red);
    assert_eq!(preview.get(LAMP_PAGE).tag(), preview.get(LAMP_PAGE).tag());
    // The page knows that it shows the new one: nothing is loaded again.
    write(site.path(), &[("content/stories/door.es.md", &DOOR.replace("Una", "La"))]);
    assert!(lamp.is_silent());
}

#[test]
fn a_mistake_is_shown_over_the_last_good_page_until_it_is_mended() {
    let site = site();
    let preview = Preview::start(site.path(), "--editor vscode");
    let before = preview.get(LAMP_PAGE).without_script();
    let (mut lamp, mut door) = (preview.open(LAMP_PAGE), preview.open(DOOR_PAGE));
    write(site.path(), &[("content/stories/lamp.es.md", "---\ntitle: La lámpara\n---\nVer [[<b>nada</b>]].\n")]);
    let problems = lamp.wait_until("problems", |told| told["errors"] == 1);
    assert_eq!(door.wait_until("problems", |told| told["errors"] == 1), problems);
    let problem = &problems["list"][0];
    assert_eq!(problem["code"], "broken-link");
    let place = &problem["places"][0];
    assert_eq!(place["place"], "content/stories/lamp.es.md:4:5");
    assert_eq!(place["source"], "Ver [[<b>nada</b>]].");
    let path = fs::canonicalize(site.path()).unwrap().join("content/stories/lamp.es.md");
    assert_eq!(place["url"], format!("vscode://file{}:4:5", path.display()));
    assert!(problem["help"][0].as_str().unwrap().contains("content/"));
    assert_eq!(preview.get(LAMP_PAGE).without_script(), before);
    // Whoever comes now is told as well.
    let mut late = preview.events(&format!("token={}&path={DOOR_PAGE}&tag=0", preview.get(DOOR_PAGE).token()));
    assert_eq!(late.wait("problems"), problems);

    write(site.path(), &[("content/stories/lamp.es.md", LAMP)]);
    lamp.wait_until("problems", |told| told["errors"] == 0);
    door.wait_until("problems", |told| told["errors"] == 0);
    preview.wait_for("All is well again.");
    assert_eq!(preview.get(LAMP_PAGE).without_script(), before);
}

#[test]
fn a_file_that_is_replaced_by_a_rename_is_seen() {
    let site = site();
    let preview = Preview::start(site.path(), "");
    let mut lamp = preview.open(LAMP_PAGE);
    for word in ["primera", "segunda", "tercera"] {
        write(site.path(), &[("content/stories/.lamp.es.md.swp", &LAMP.replace("una lámpara", word))]);
        fs::rename(site.path().join("content/stories/.lamp.es.md.swp"), site.path().join("content/stories/lamp.es.md")).unwrap();
        lamp.wait("reload");
        assert!(preview.get(LAMP_PAGE).text().contains(word));
        lamp = preview.open(LAMP_PAGE);
    }
}

#[test]
fn a_page_that_goes_is_told_so_and_one_that_comes_is_there() {
    let site = site();
    let preview = Preview::start(site.path(), "");
    let (mut door, mut gate) = (preview.open(DOOR_PAGE), preview.open("/es/historias/gate.html"));
    write(site.path(), &[("content/stories/lamp.es.md", &LAMP.replace("door.es.md", "gate.es.md"))]);
    fs::rename(site.path().join("content/stories/door.es.md"), site.path().join("content/stories/gate.es.md")).unwrap();
    gate.wait("reload");
    door.wait("gone");
    assert_eq!((preview.get(DOOR_PAGE).status, preview.get("/es/historias/gate.html").status), (404, 200));
}

#[test]
fn a_deleted_page_that_is_written_again_is_back() {
    let site = site();
    write(site.path(), &[("content/stories/lamp.es.md", &LAMP.replace("door.es.md", "lamp.es.md"))]);
    let preview = Preview::start(site.path(), "");
    let mut door = preview.open(DOOR_PAGE);
    fs::remove_file(site.path().join("content/stories/door.es.md")).unwrap();
    door.wait("gone");
    write(site.path(), &[("content/stories/door.es.md", DOOR)]);
    door.wait("back");
}

#[test]
fn a_new_language_is_there_at_once() {
    let site = site();
    let preview = Preview::start(site.path(), "");
    let mut home = preview.open("/es/");
    assert_eq!(preview.get("/it/").status, 404);
    write(site.path(), &[("content/stories/lamp.it.md", "---\ntitle: La lampada\n---\nC’era una lampada.\n")]);
    write(site.path(), &[("site.yaml", &SITE.replace("ru]", "ru, it]"))]);
    home.wait("reload");
    assert!(preview.get("/it/").text().contains("lang=\"it\""));
}

#[test]
fn another_branch_is_another_site() {
    let site = site();
    let preview = Preview::start(site.path(), "");
    let mut lamp = preview.open(LAMP_PAGE);
    // As git does it: files go and come, folders too.
    fs::rename(site.path().join("content"), site.path().join("elsewhere")).unwrap();
    write(site.path(), &[("content/stories/lamp.es.md", "---\ntitle: Otra\n---\nOtra historia.\n")]);
    lamp.wait("reload");
    assert!(preview.get(LAMP_PAGE).text().contains("Otra historia."));
    // The new folder is watched like the old one.
    let mut lamp = preview.open(LAMP_PAGE);
    write(site.path(), &[("content/stories/lamp.es.md", "---\ntitle: Otra\n---\nMás historia.\n")]);
    lamp.wait("reload");
    assert!(preview.get(LAMP_PAGE).text().contains("Más historia."));
}

#[test]
fn a_site_that_never_was_good_becomes_one() {
    let site = site();
    write(site.path(), &[("content/stories/lamp.es.md", &LAMP.replace("[del todo](door.es.md)", "[[<nada>]]"))]);
    let preview = Preview::start(site.path(), "");
    let page = preview.get(LAMP_PAGE);
    assert_eq!((page.status, page.header("cache-control")), (503, "no-store"));
    assert!(page.text().contains("content/stories/lamp.es.md:9:") && !page.text().contains("<nada>"), "{}", page.text());
    let mut lamp = preview.open(LAMP_PAGE);
    write(site.path(), &[("content/stories/lamp.es.md", LAMP)]);
    lamp.wait("reload");
    assert_eq!(preview.get(LAMP_PAGE).status, 200);
}

#[test]
fn a_page_that_was_away_is_told_what_it_missed() {
    let site = site();
    let preview = Preview::start(site.path(), "");
    let (old, mut watch) = (preview.get(LAMP_PAGE), preview.open(LAMP_PAGE));
    write(site.path(), &[("content/stories/lamp.es.md", &LAMP.replace("apagó", "encendió"))]);
    watch.wait("reload");
    let mut late = preview.events(&format!("token={}&path={LAMP_PAGE}&tag={}", old.token(), old.tag()));
    late.wait("reload");
}

#[test]
fn a_passage_leads_to_its_line() {
    let site = site();
    let preview = Preview::start(site.path(), "--editor vscodium");
    let token = preview.get(LAMP_PAGE).token();
    let place = |text: &str| {
        let answer = preview.get(&format!("/.apologue/source?token={token}&path={LAMP_PAGE}&text={}", encoded(text)));
        serde_json::from_str::<serde_json::Value>(&answer.text()).unwrap()
    };
    assert_eq!(place("")["place"], "content/stories/lamp.es.md:5");
    assert_eq!(place("Y se apagó del todo al fin.")["place"], "content/stories/lamp.es.md:9");
    let url = place("Después")["url"].as_str().unwrap().to_owned();
    assert!(url.starts_with("vscodium://file/") && url.ends_with("/content/stories/lamp.es.md:7:1"), "{url}");
}

// ── The program ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn a_taken_port_is_no_hindrance() {
    let site = site();
    let other = TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = other.local_addr().unwrap().port();
    let preview = Preview::start(site.path(), &format!("--port {taken}"));
    assert_ne!(preview.port, taken);
    let said = preview.wait_for("The site is shown at");
    assert!(said.contains(&format!("Port {taken} is taken")), "{said}");
    assert_eq!(preview.get("/es/").status, 200);
}

#[cfg(unix)]
#[test]
fn ctrl_c_is_the_end_and_no_mishap() {
    let site = site();
    let preview = Preview::start(site.path(), "");
    let mut events = preview.open("/es/");
    let (code, said) = preview.interrupt();
    assert_eq!(code, Some(0), "{said}");
    assert!(said.ends_with("The preview has ended.\n"), "{said}");
    assert!(events.is_silent());
}

#[test]
fn what_cannot_be_served_is_refused() {
    let run = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_apologue")).args(["serve", "--ui", "en"]).args(arguments).output().unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    let site = site();
    let folder = site.path().to_str().unwrap();
    assert_eq!(run(&["-s", "/nowhere"]).0, Some(1));
    for wrong in [&["--port", "65536"][..], &["--editor", "javascript:{path}"], &["--host", "256.0.0.1"]] {
        let (code, said) = run(&[&["-s", folder], wrong].concat());
        assert_eq!(code, Some(2), "{said}");
        assert!(said.starts_with("error: "), "{said}");
    }
}
