//! The layout of the crate is a promise: a module imports from lower floors only.
#![allow(clippy::disallowed_methods, reason = "a test reads the source tree")]

use std::fs;
use std::path::{Path, PathBuf};

/// The floors of `src/`, from the ground up. A module not named here fails the test, so that a new one is placed on purpose.
const FLOORS: [&[&str]; 12] = [
    &["base"],
    &["config", "source"],
    &["document", "strings"],
    // Templates speak through the strings.
    &["theme"],
    &["graph"],
    &["translation"],
    &["site", "moving"],
    // What is found are the site's pages.
    &["search"],
    &["format", "output", "exchange"],
    &["pipeline"],
    &["serve"],
    &["cli"],
];

fn floor(module: &str) -> Option<usize> {
    FLOORS.iter().position(|modules| modules.contains(&module))
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// The modules of this crate that a file names, with the lines.
fn imports(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let code = line.split("//").next().unwrap_or_default();
        for (at, _) in code.match_indices("crate::") {
            let rest = &code[at + "crate::".len()..];
            let names: Vec<&str> = match rest.strip_prefix('{') {
                Some(group) => group
                    .split('}')
                    .next()
                    .unwrap_or_default()
                    .split(',')
                    .map(|part| part.trim().split("::").next().unwrap_or_default())
                    .collect(),
                None => vec![rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default()],
            };
            found.extend(names.into_iter().filter(|name| !name.is_empty()).map(|name| (number + 1, name.to_owned())));
        }
    }
    found
}

#[test]
fn a_module_imports_from_lower_floors_only() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut wrong = Vec::new();
    for path in rust_files(&src) {
        let relative = path.strip_prefix(&src).unwrap();
        let module = relative.iter().next().unwrap().to_str().unwrap().trim_end_matches(".rs").to_owned();
        if module == "main" || module == "lib" {
            continue;
        }
        let Some(own) = floor(&module) else {
            wrong.push(format!("{}: `{module}` has no floor", relative.display()));
            continue;
        };
        let text = fs::read_to_string(&path).unwrap();
        for (line, name) in imports(&text) {
            match floor(&name) {
                Some(other) if other < own || name == module => {}
                Some(_) => wrong.push(format!("{}:{line}: `{module}` imports `{name}`, which is not below it", relative.display())),
                None => wrong.push(format!("{}:{line}: `{name}` has no floor", relative.display())),
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_check_sees_imports_in_every_form() {
    let text = "use crate::site::Site;\nuse crate::{base::hash, graph};\nlet x = crate::format::all(); // crate::cli\n";
    let names: Vec<String> = imports(text).into_iter().map(|(_, name)| name).collect();
    assert_eq!(names, ["site", "base", "graph", "format"]);
}
