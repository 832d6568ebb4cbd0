//! What opens a source at a line: an address with a scheme of the author's editor.

use std::path::Path;

use crate::base::path::encode_ascii;

/// Editors that register a scheme for addresses, by the names of their programs.
const KNOWN: [(&[&str], &str); 7] = [
    (&["vscode", "code", "code-insiders"], "vscode://file{path}:{line}:{column}"),
    (&["vscodium", "codium"], "vscodium://file{path}:{line}:{column}"),
    (&["cursor"], "cursor://file{path}:{line}:{column}"),
    (&["windsurf"], "windsurf://file{path}:{line}:{column}"),
    (&["zed", "zeditor"], "zed://file{path}:{line}:{column}"),
    (&["idea", "webstorm", "pycharm", "rustrover"], "idea://open?file={path}&line={line}&column={column}"),
    (&["textmate", "mate"], "txmt://open?url=file://{path}&line={line}&column={column}"),
];

/// The form of an editor's addresses. `{path}` stands for the file, from its first slash on; `{line}` and `{column}` for the place in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Editor(String);

impl Editor {
    /// By the editor's name, or by the form of its addresses. `None` for what is neither.
    pub fn new(text: &str) -> Option<Editor> {
        let known = KNOWN.iter().find(|(names, _)| names.contains(&text)).map(|(_, form)| (*form).to_owned());
        known.or_else(|| is_form(text).then(|| text.to_owned())).map(Editor)
    }

    /// By what the environment says, such as `/usr/bin/code --wait`. Editors that live in a terminal cannot be asked.
    pub fn guess(command: &str) -> Option<Editor> {
        let program = command.split_whitespace().next()?;
        let name = Path::new(program).file_stem()?.to_str()?.to_ascii_lowercase();
        KNOWN.iter().find(|(names, _)| names.contains(&name.as_str())).map(|(_, form)| Editor((*form).to_owned()))
    }

    /// The address of a place.
    pub(super) fn address(&self, file: &Path, line: u32, column: u32) -> String {
        let path = encode_ascii(&file.to_string_lossy().replace('\\', "/"));
        let path = if path.starts_with('/') { path } else { format!("/{path}") };
        self.0.replace("{line}", &line.to_string()).replace("{column}", &column.to_string()).replace("{path}", &path)
    }
}

/// A scheme that belongs to a program of this machine: not the browser's own.
fn is_form(text: &str) -> bool {
    let Some((scheme, _)) = text.split_once(':') else { return false };
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_lowercase())
        && scheme.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'+' | b'-' | b'.'));
    let is_browsers = matches!(scheme, "javascript" | "data" | "blob" | "http" | "https" | "file" | "about" | "mailto");
    is_scheme && !is_browsers && text.contains("{path}") && !text.contains(|c: char| c.is_whitespace() || c.is_control())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_editor_is_known_by_its_name_or_by_its_addresses() {
        let address = |editor: &str| Editor::new(editor).map(|editor| editor.address(Path::new("/w/истории/a b&c#.md"), 3, 5));
        let path = "/w/%D0%B8%D1%81%D1%82%D0%BE%D1%80%D0%B8%D0%B8/a%20b%26c%23.md";
        assert_eq!(address("code"), Some(format!("vscode://file{path}:3:5")));
        assert_eq!(address("my-editor://{path}?{line}"), Some(format!("my-editor://{path}?3")));
        for wrong in ["", "vi", "javascript:alert('{path}')", "https://evil.example/{path}", "x:", "{path}", "x: {path}", "X:{path}"] {
            assert_eq!(address(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn the_environment_names_a_program() {
        assert_eq!(Editor::guess("/usr/bin/code --wait"), Editor::new("vscode"));
        assert_eq!(Editor::guess("zed"), Editor::new("zed"));
        for none in ["", "vim", "nano", "emacs -nw"] {
            assert_eq!(Editor::guess(none), None, "{none}");
        }
    }
}
