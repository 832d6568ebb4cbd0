//! A running `apologue serve`, spoken to byte by byte.
#![allow(dead_code, reason = "every test file uses a part of it")]
#![allow(clippy::disallowed_methods, reason = "a test starts the program and waits for it")]

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

/// Longer than any machine takes; what fails, fails by then.
pub const DEADLINE: Duration = Duration::from_secs(60);

/// The program, serving a folder until it is dropped.
pub struct Preview {
    pub port: u16,
    child: Child,
    said: Arc<Mutex<String>>,
}

impl Preview {
    /// Serves the folder at any free port.
    pub fn start(folder: &Path, options: &str) -> Preview {
        let options: Vec<&str> = options.split_whitespace().collect();
        let port = if options.contains(&"--port") { &[][..] } else { &["--port", "0"] };
        let mut child = Command::new(env!("CARGO_BIN_EXE_apologue"))
            .args(["serve", "--ui", "en", "-s"])
            .arg(folder)
            .args(port)
            .args(options)
            .envs([("VISUAL", ""), ("EDITOR", ""), ("TERM_PROGRAM", "")])
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let said = Arc::new(Mutex::new(String::new()));
        let (ears, err) = (said.clone(), child.stderr.take().unwrap());
        thread::spawn(move || {
            for line in BufReader::new(err).lines().map_while(Result::ok) {
                ears.lock().unwrap().push_str(&format!("{line}\n"));
            }
        });
        let mut preview = Preview { port: 0, child, said };
        let url = preview.wait_for("http://");
        preview.port = url.split("http://").nth(1).unwrap().split('/').next().unwrap().rsplit(':').next().unwrap().parse().unwrap();
        preview
    }

    /// Waits until the program has said this, and returns all that it has said.
    pub fn wait_for(&self, words: &str) -> String {
        let start = Instant::now();
        loop {
            let said = self.said.lock().unwrap().clone();
            if said.contains(words) {
                return said;
            }
            assert!(start.elapsed() < DEADLINE, "it never said {words:?}, only:\n{said}");
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// Sends the signal of Ctrl-C and waits for the end.
    #[cfg(unix)]
    pub fn interrupt(mut self) -> (Option<i32>, String) {
        assert!(Command::new("kill").args(["-INT", &self.child.id().to_string()]).status().unwrap().success());
        let start = Instant::now();
        let code = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status.code();
            }
            assert!(start.elapsed() < DEADLINE, "it does not end");
            thread::sleep(Duration::from_millis(10));
        };
        let said = self.wait_for("ended");
        (code, said)
    }

    pub fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    /// Sends bytes as they are, and returns the answer to them.
    pub fn send(&self, request: &str) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(DEADLINE)).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        Answer::read(&bytes).unwrap_or_else(|| panic!("no answer to {request:?}: {:?}", String::from_utf8_lossy(&bytes)))
    }

    /// Asks for a target as it is written, with headers.
    pub fn ask(&self, method: &str, target: &str, headers: &[(&str, &str)]) -> Answer {
        let host = format!("127.0.0.1:{}", self.port);
        let own = [("Host", host.as_str()), ("Connection", "close")];
        let named = |name: &str| headers.iter().any(|(other, _)| other.eq_ignore_ascii_case(name));
        let headers = own.iter().filter(|(name, _)| !named(name)).chain(headers).map(|(name, value)| format!("{name}: {value}\r\n"));
        self.send(&format!("{method} {target} HTTP/1.1\r\n{}\r\n", headers.collect::<String>()))
    }

    pub fn get(&self, target: &str) -> Answer {
        self.ask("GET", target, &[])
    }

    /// Opens a page as a browser does: the page, and then its events.
    pub fn open(&self, target: &str) -> Events {
        let page = self.get(target);
        let missing = if page.text().contains("data-missing") { "&missing=1" } else { "" };
        let query = format!("token={}&path={target}&tag={}{missing}", page.token(), page.tag());
        let mut events = self.events(&query);
        events.wait("problems");
        events
    }

    /// The events for a page.
    pub fn events(&self, query: &str) -> Events {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        // In the old version of HTTP an answer comes without frames of its own.
        write!(stream, "GET /.apologue/events?{query} HTTP/1.0\r\nHost: localhost:{}\r\n\r\n", self.port).unwrap();
        let mut events = Events { stream, unread: Vec::new(), seen: Vec::new() };
        let head = events.until(b"\r\n\r\n", DEADLINE).expect("it answers");
        assert!(head.starts_with("HTTP/1.0 200 OK") && head.contains("text/event-stream"), "{head}");
        events
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        self.kill();
    }
}

/// An answer of the server.
pub struct Answer {
    pub status: u16,
    headers: BTreeMap<String, String>,
    pub body: Vec<u8>,
}

impl Answer {
    fn read(bytes: &[u8]) -> Option<Answer> {
        let end = bytes.windows(4).position(|window| window == b"\r\n\r\n")?;
        let head = std::str::from_utf8(&bytes[..end]).ok()?;
        let mut lines = head.split("\r\n");
        let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
        let headers = lines.filter_map(|line| line.split_once(": ")).map(|(name, value)| (name.to_lowercase(), value.to_owned())).collect();
        Some(Answer { status, headers, body: bytes[end + 4..].to_vec() })
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map(String::as_str).unwrap_or_default()
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The page without what the server adds.
    pub fn without_script(&self) -> String {
        let text = self.text();
        let Some((before, rest)) = text.split_once("<script defer src=\"/.apologue/live.js\"") else { return text };
        format!("{before}{}", rest.split_once("</script>\n").unwrap().1)
    }

    fn datum(&self, name: &str) -> String {
        let text = self.text();
        let (_, rest) = text.split_once(&format!("{name}=\"")).unwrap_or_else(|| panic!("no {name} in {text}"));
        rest.split('"').next().unwrap().to_owned()
    }

    pub fn token(&self) -> String {
        self.datum("data-token")
    }

    pub fn tag(&self) -> String {
        self.datum("data-tag")
    }
}

/// What an open page is told.
pub struct Events {
    stream: TcpStream,
    unread: Vec<u8>,
    seen: Vec<String>,
}

impl Events {
    /// The next bytes up to and with these; none if they do not come in time, or at the end of the stream.
    fn until(&mut self, end: &[u8], time: Duration) -> Option<String> {
        let start = Instant::now();
        loop {
            if let Some(at) = self.unread.windows(end.len()).position(|window| window == end) {
                let rest = self.unread.split_off(at + end.len());
                let part = std::mem::replace(&mut self.unread, rest);
                return Some(String::from_utf8(part).unwrap());
            }
            let left = time.checked_sub(start.elapsed()).filter(|left| !left.is_zero())?;
            self.stream.set_read_timeout(Some(left)).unwrap();
            let mut buffer = [0; 4096];
            match self.stream.read(&mut buffer) {
                Ok(0) | Err(_) => return None,
                Ok(read) => self.unread.extend_from_slice(&buffer[..read]),
            }
        }
    }

    fn next(&mut self, time: Duration) -> Option<(String, Value)> {
        let start = Instant::now();
        loop {
            let event = self.until(b"\n\n", time.saturating_sub(start.elapsed()))?;
            let Some((name, data)) = event.trim_end().strip_prefix("event: ").and_then(|rest| rest.split_once("\ndata: ")) else {
                continue;
            };
            self.seen.push(name.to_owned());
            return Some((name.to_owned(), serde_json::from_str(data).unwrap()));
        }
    }

    /// Waits for an event of this name.
    #[track_caller]
    pub fn wait(&mut self, name: &str) -> Value {
        self.wait_until(name, |_| true)
    }

    /// Waits for an event of this name that is as wanted.
    #[track_caller]
    pub fn wait_until(&mut self, name: &str, is_wanted: impl Fn(&Value) -> bool) -> Value {
        let start = Instant::now();
        while let Some((other, data)) = self.next(DEADLINE.saturating_sub(start.elapsed())) {
            if other == name && is_wanted(&data) {
                return data;
            }
        }
        panic!("no such {name} came, only {:?}", self.seen)
    }

    /// Whether nothing comes for a while.
    pub fn is_silent(&mut self) -> bool {
        self.next(Duration::from_millis(700)).is_none()
    }
}

/// Writes files below a folder: paths and texts.
pub fn write(folder: &Path, files: &[(&str, &str)]) {
    for (path, text) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}
