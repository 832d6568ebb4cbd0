//! The preview server: how long it takes from saving a file to the message that lets the open page load itself again.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde::Serialize;
use wait4::Wait4;

use crate::collection::{self, Collection, Head, Language};
use crate::rounds::Times;

/// Longer than any preview should take.
const PATIENCE: Duration = Duration::from_secs(120);
/// Between two edits, as between two saves of a quick author.
const PAUSE: Duration = Duration::from_millis(1500);

/// What was measured.
#[derive(Serialize)]
pub struct Preview {
    /// From starting the program to its first page.
    pub start: f64,
    /// From a saved body to the message.
    pub body: Times,
    /// The same, for a saved title, which other pages show.
    pub title: Times,
    pub memory_bytes: u64,
}

/// Serves a site of Apologue's and edits a text of it, in turn its body and its title. `None` if the program has no preview.
///
/// # Errors
/// The server does not come up, or does not tell of an edit.
pub fn measure(program: &Path, folder: &Path, collection: &Collection, file: &Path, rounds: usize) -> Result<Option<Preview>, String> {
    let knows = Command::new(program).args(["serve", "--help"]).stdout(Stdio::null()).stderr(Stdio::null()).status();
    if !knows.is_ok_and(|status| status.success()) {
        return Ok(None);
    }
    let said = |error: std::io::Error| format!("the preview: {error}");
    let text = fs::read_to_string(file).map_err(said)?;
    let begun = Instant::now();
    let mut child = Command::new(program)
        .args(["serve", "--port", "0"])
        .current_dir(folder)
        .envs([("VISUAL", ""), ("EDITOR", "")])
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(said)?;
    let measured = port(&mut child).and_then(|port| {
        let server = Server { port, path: address(&collection.edited()) };
        server.page().map_err(said)?;
        let start = begun.elapsed().as_secs_f64();
        let (mut body, mut title) = (Vec::new(), Vec::new());
        for round in 0..rounds {
            body.push(server.edit(file, &format!("{text}{}", collection::edit(round))).map_err(said)?);
            let renamed = text.replacen("title: \"", &format!("title: \"{round} "), 1);
            title.push(server.edit(file, &renamed).map_err(said)?);
        }
        let missing = || "no rounds".to_owned();
        Ok((start, Times::of(body).ok_or_else(missing)?, Times::of(title).ok_or_else(missing)?))
    });
    let _ = child.kill();
    let memory_bytes = child.wait4().map_err(said)?.rusage.maxrss;
    fs::write(file, text).map_err(said)?;
    measured.map(|(start, body, title)| Some(Preview { start, body, title, memory_bytes }))
}

/// The port in the address that the program tells.
fn port(child: &mut Child) -> Result<u16, String> {
    let Some(stderr) = child.stderr.take() else { return Err("the preview says nothing".to_owned()) };
    let mut lines = BufReader::new(stderr).lines();
    let url = lines.by_ref().map_while(Result::ok).find_map(|line| line.split_once("http://").map(|(_, rest)| rest.to_owned()));
    // What it says later must go somewhere, or it would wait for a reader.
    std::thread::spawn(move || lines.for_each(drop));
    let port = url.as_deref().and_then(|url| url.split('/').next()?.rsplit(':').next()?.parse().ok());
    port.ok_or_else(|| "the preview says no address".to_owned())
}

/// Where the text is shown.
fn address(head: &Head) -> String {
    format!("/{}/historias/{}.html", Language::Es.tag(), head.name())
}

struct Server {
    port: u16,
    path: String,
}

impl Server {
    fn ask(&self, target: &str) -> std::io::Result<TcpStream> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        stream.set_read_timeout(Some(PATIENCE))?;
        // In this version of HTTP an answer comes without frames of its own.
        write!(stream, "GET {target} HTTP/1.0\r\nHost: localhost:{}\r\n\r\n", self.port)?;
        Ok(stream)
    }

    fn page(&self) -> std::io::Result<String> {
        let mut text = String::new();
        self.ask(&self.path)?.read_to_string(&mut text)?;
        if text.contains(" 200 ") { Ok(text) } else { Err(std::io::Error::other(format!("{}: no such page", self.path))) }
    }

    /// Opens the page as a browser does, saves the file, and waits for the message: how long that took, in seconds.
    fn edit(&self, file: &Path, text: &str) -> std::io::Result<f64> {
        let page = self.page()?;
        let value = |name: &str| {
            let rest = page.split_once(&format!("{name}=\"")).map(|(_, rest)| rest);
            rest.and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned()
        };
        let query = format!("token={}&path={}&tag={}", value("data-token"), self.path, value("data-tag"));
        let mut events = BufReader::new(self.ask(&format!("/.apologue/events?{query}"))?).lines();
        wait_for(&mut events, "event: problems")?;
        std::thread::sleep(PAUSE);
        fs::write(file, text)?;
        let saved = Instant::now();
        wait_for(&mut events, "event: reload")?;
        Ok(saved.elapsed().as_secs_f64())
    }
}

fn wait_for(lines: &mut impl Iterator<Item = std::io::Result<String>>, wanted: &str) -> std::io::Result<()> {
    for line in lines {
        if line?.trim_end() == wanted {
            return Ok(());
        }
    }
    Err(std::io::Error::other(format!("the stream ends without {wanted:?}")))
}
