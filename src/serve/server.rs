//! HTTP: requests in, answers out. What takes time is done by helpers, so that the loop is always free.

use std::convert::Infallible;
use std::io;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use hyper::body::Bytes;
use hyper::header::{self, HeaderMap, HeaderValue};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use serde_json::Value;
use tokio::net::TcpStream;
use tokio::runtime::{Builder, Handle};
use tokio::sync::{Semaphore, oneshot};
use tokio::task::spawn_blocking;

use super::body::Body;
use super::guard::Guard;
use super::stage::{Answer, Ready, Stage, Visit};
use super::{address, file, inject};

/// A browser opens six at a time.
const CONNECTIONS: usize = 512;
/// For a request's head, and for the next request on the same connection.
const PATIENCE: Duration = Duration::from_secs(60);

/// The policy that the site's pages keep to, wherever they are published. The server's own script and style come under it too.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; font-src 'self'; \
                      connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; trusted-types apologue; \
                      require-trusted-types-for 'script'";

/// Everything that an answer needs.
struct Desk {
    stage: Arc<Stage>,
    guard: Guard,
}

/// The server's thread.
pub(super) struct Running {
    stop: oneshot::Sender<()>,
    thread: thread::JoinHandle<()>,
}

impl Running {
    /// Ends it; whoever is being answered is left alone.
    pub(super) fn stop(self) {
        let _ = self.stop.send(());
        let _ = self.thread.join();
    }
}

/// Serves from now on.
pub(super) fn start(listener: TcpListener, stage: Arc<Stage>, guard: Guard) -> io::Result<Running> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    listener.set_nonblocking(true)?;
    let listener = {
        let _inside = runtime.enter();
        tokio::net::TcpListener::from_std(listener)?
    };
    let (stop, stopped) = oneshot::channel();
    let desk = Arc::new(Desk { stage, guard });
    let thread = thread::Builder::new().name("serve".to_owned()).spawn(move || {
        runtime.spawn(accept(listener, desk));
        let _ = runtime.block_on(stopped);
        runtime.shutdown_background();
    })?;
    Ok(Running { stop, thread })
}

async fn accept(listener: tokio::net::TcpListener, desk: Arc<Desk>) {
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    loop {
        // The semaphore is never closed.
        let Ok(place) = places.clone().acquire_owned().await else { return };
        match listener.accept().await {
            Ok((stream, peer)) => {
                let desk = desk.clone();
                Handle::current().spawn(async move {
                    connect(stream, peer, desk).await;
                    drop(place);
                });
            }
            // Too many files are open, or the peer was gone before it was let in.
            Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
        }
    }
}

async fn connect(stream: TcpStream, peer: SocketAddr, desk: Arc<Desk>) {
    let _ = stream.set_nodelay(true);
    let service = service_fn(move |request| {
        let desk = desk.clone();
        async move { Ok::<_, Infallible>(finish(answer(&desk, peer, request).await)) }
    });
    // A connection that breaks off is the browser's affair.
    let _ =
        http1::Builder::new().timer(TokioTimer::new()).header_read_timeout(PATIENCE).serve_connection(TokioIo::new(stream), service).await;
}

/// What every answer says.
fn finish(mut response: Response<Body>) -> Response<Body> {
    let headers = response.headers_mut();
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("same-origin"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    response
}

async fn answer<B>(desk: &Arc<Desk>, peer: SocketAddr, request: Request<B>) -> Response<Body> {
    if let Err(status) = desk.guard.check(&request) {
        return refusal(status);
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let mut response = refusal(StatusCode::METHOD_NOT_ALLOWED);
        response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
        return response;
    }
    let is_head = request.method() == Method::HEAD;
    match request.uri().path().strip_prefix(inject::OWN) {
        Some("live.js") => own("text/javascript; charset=utf-8", inject::SCRIPT, is_head),
        Some("live.css") => own("text/css; charset=utf-8", inject::STYLE, is_head),
        Some(name @ ("events" | "source")) => {
            let asked = Asked::new(request.uri().query().unwrap_or_default());
            if !asked.get("token").is_some_and(|token| desk.guard.token().is(token)) {
                return refusal(StatusCode::FORBIDDEN);
            }
            let is_here = peer.ip().to_canonical().is_loopback();
            if name == "events" { events(desk, asked, is_here, is_head).await } else { source(desk, asked, is_here, is_head).await }
        }
        Some(_) => refusal(StatusCode::NOT_FOUND),
        None => page(desk, &request, is_head).await,
    }
}

/// An output of the site.
async fn page<B>(desk: &Arc<Desk>, request: &Request<B>, is_head: bool) -> Response<Body> {
    let Some(path) = address::decode(request.uri().path()) else { return refusal(StatusCode::BAD_REQUEST) };
    let stage = desk.stage.clone();
    let Ok(answer) = spawn_blocking(move || stage.answer(&path)).await else { return refusal(StatusCode::INTERNAL_SERVER_ERROR) };
    match answer {
        Answer::Elsewhere(link) => {
            let mut response = bare(StatusCode::TEMPORARY_REDIRECT, Body::empty());
            // It is percent-encoded but for letters of other scripts, which headers cannot hold.
            if let Ok(link) = HeaderValue::from_str(&crate::base::path::ascii(&link)) {
                response.headers_mut().insert(header::LOCATION, link);
            }
            no_store(&mut response);
            response
        }
        Answer::Substitute { is_missing, page } => {
            let status = if is_missing { StatusCode::NOT_FOUND } else { StatusCode::SERVICE_UNAVAILABLE };
            let mut response = whole(status, "text/html; charset=utf-8", page, is_head);
            no_store(&mut response);
            response
        }
        Answer::Output { address, is_missing, tag, content } => {
            let status = if is_missing { StatusCode::NOT_FOUND } else { StatusCode::OK };
            let etag = desk.stage.etag(tag);
            let kind = file::content_type(&address);
            let mut response = if !is_missing && is_known(request.headers(), &etag) {
                bare(StatusCode::NOT_MODIFIED, Body::empty())
            } else {
                match content {
                    Ready::Bytes(bytes) if kind.starts_with("text/html") => {
                        whole(status, kind, desk.stage.live(&bytes, tag, is_missing), is_head)
                    }
                    Ready::Bytes(bytes) => whole(status, kind, bytes, is_head),
                    Ready::File(path) => match spawn_blocking(move || file::open(&path)).await {
                        Ok(Ok(opened)) => from_disk(status, kind, opened, request.headers(), &etag, is_head),
                        // It has gone since the site was read; the next look will find that out.
                        _ => return refusal(StatusCode::NOT_FOUND),
                    },
                }
            };
            let headers = response.headers_mut();
            // To be kept, and to be asked about every time.
            headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
            if let Ok(etag) = HeaderValue::from_str(&etag) {
                headers.insert(header::ETAG, etag);
            }
            response
        }
    }
}

fn is_known(headers: &HeaderMap, etag: &str) -> bool {
    let values = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    values.flat_map(|value| value.split(',')).map(|one| one.trim().trim_start_matches("W/")).any(|one| one == etag || one == "*")
}

fn from_disk(
    status: StatusCode,
    kind: &'static str,
    (opened, size): (std::fs::File, u64),
    headers: &HeaderMap,
    etag: &str,
    is_head: bool,
) -> Response<Body> {
    let text = |name| headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok());
    let is_same = text(header::IF_RANGE).is_none_or(|known| known == etag);
    let asked = text(header::RANGE).filter(|_| is_same && status == StatusCode::OK && !is_head);
    let part = match asked.map_or(Ok(None), |asked| file::part(asked, size)) {
        Ok(part) => part,
        Err(()) => {
            let mut response = refusal(StatusCode::RANGE_NOT_SATISFIABLE);
            response
                .headers_mut()
                .extend(HeaderValue::from_str(&format!("bytes */{size}")).ok().map(|range| (header::CONTENT_RANGE, range)));
            return response;
        }
    };
    let status = if part.is_some() { StatusCode::PARTIAL_CONTENT } else { status };
    let range = part.clone().map(|part| format!("bytes {}-{}/{size}", part.start, part.end - 1));
    let part = part.unwrap_or(0..size);
    let length = part.end - part.start;
    let body = if is_head { Body::empty() } else { Body::Pieces { pieces: file::pieces(opened, part), left: length } };
    let mut response = bare(status, body);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::CONTENT_LENGTH, length.into());
    headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    headers.extend(range.and_then(|range| HeaderValue::from_str(&range).ok()).map(|range| (header::CONTENT_RANGE, range)));
    response
}

/// The stream of events for a page that is open.
async fn events(desk: &Arc<Desk>, asked: Asked, is_here: bool, is_head: bool) -> Response<Body> {
    let stage = desk.stage.clone();
    let body = if is_head {
        Body::empty()
    } else {
        let entered = spawn_blocking(move || {
            let (path, tag) = (asked.get("path")?, asked.get("tag")?);
            let (id, events) = stage.enter(&Visit { path, tag, is_missing: asked.get("missing").is_some(), is_here })?;
            Some((events, Left { stage, id }))
        });
        let Ok(Some((events, left))) = entered.await else { return refusal(StatusCode::BAD_REQUEST) };
        Body::events(events, Box::new(left))
    };
    let mut response = bare(StatusCode::OK, body);
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/event-stream"));
    no_store(&mut response);
    response
}

/// Takes a page from the stage when its stream ends.
struct Left {
    stage: Arc<Stage>,
    id: u64,
}

impl Drop for Left {
    fn drop(&mut self) {
        self.stage.leave(self.id);
    }
}

/// Where a passage of a page comes from.
async fn source(desk: &Arc<Desk>, asked: Asked, is_here: bool, is_head: bool) -> Response<Body> {
    let stage = desk.stage.clone();
    let found = spawn_blocking(move || stage.origin(asked.get("path")?, asked.get("text").unwrap_or_default(), is_here)).await;
    let told = found.ok().flatten().unwrap_or(Value::Null);
    let mut response = whole(StatusCode::OK, "application/json", told.to_string().into(), is_head);
    no_store(&mut response);
    response
}

fn own(kind: &'static str, text: &'static str, is_head: bool) -> Response<Body> {
    let mut response = whole(StatusCode::OK, kind, Bytes::from_static(text.as_bytes()), is_head);
    no_store(&mut response);
    response
}

fn refusal(status: StatusCode) -> Response<Body> {
    let mut response = whole(status, "text/plain; charset=utf-8", status.to_string().into(), false);
    no_store(&mut response);
    response
}

fn whole(status: StatusCode, kind: &'static str, bytes: Bytes, is_head: bool) -> Response<Body> {
    let length = bytes.len();
    let mut response = bare(status, if is_head { Body::empty() } else { bytes.into() });
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    response.headers_mut().insert(header::CONTENT_LENGTH, length.into());
    response
}

fn bare(status: StatusCode, body: Body) -> Response<Body> {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    response
}

fn no_store(response: &mut Response<Body>) {
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
}

/// What follows the question mark.
struct Asked(Vec<(String, String)>);

impl Asked {
    fn new(query: &str) -> Asked {
        let pair = |pair: &str| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            Some((name.to_owned(), address::unescape(value)?))
        };
        Asked(query.split('&').filter_map(pair).collect())
    }

    fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}
