//! Who may ask. The server listens on this machine alone unless told otherwise; but pages of other sites run on this machine too, in its
//! owner's browser.
//!
//! - A page whose own name leads to 127.0.0.1 (DNS rebinding) is told by `Host`: only names that no stranger can claim are answered to.
//! - A page that asks across origins is told by `Origin`, which must be ours; there is no CORS, so it could not read the answer either.
//! - What only our own pages have business with wants a token that they alone know.

use std::io;
use std::net::{IpAddr, Ipv6Addr};

use hyper::header::{HOST, HeaderMap, HeaderName, ORIGIN};
use hyper::{Request, StatusCode};

/// Proves that a request comes from a page that we have served.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token(String);

impl Token {
    fn new() -> io::Result<Token> {
        let mut bytes = [0; 16];
        getrandom::fill(&mut bytes).map_err(io::Error::other)?;
        Ok(Token(format!("{:032x}", u128::from_be_bytes(bytes))))
    }

    /// What stands in pages.
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is this one; how long the answer takes says nothing.
    pub(super) fn is(&self, other: &str) -> bool {
        self.0.len() == other.len() && self.0.bytes().zip(other.bytes()).fold(0, |difference, (a, b)| difference | (a ^ b)) == 0
    }
}

/// Decides by a request's head.
pub(super) struct Guard {
    /// Names that requests may call us by.
    names: Vec<String>,
    /// Whether any number will do: it leads where it says, whoever claims a name for it.
    any_number: bool,
    token: Token,
}

impl Guard {
    /// For a server that the user named so, and that listens there.
    ///
    /// # Errors
    /// The system has no randomness.
    pub(super) fn new(host: &str, address: IpAddr) -> io::Result<Guard> {
        let mut names: Vec<String> = ["localhost", "127.0.0.1", "[::1]"].map(str::to_owned).into();
        names.push(bracketed(host).to_ascii_lowercase());
        Ok(Guard { names, any_number: address.is_unspecified(), token: Token::new()? })
    }

    /// What our pages know.
    pub(super) fn token(&self) -> &Token {
        &self.token
    }

    /// Whether the request may be answered.
    ///
    /// # Errors
    /// What to answer instead.
    pub(super) fn check<B>(&self, request: &Request<B>) -> Result<(), StatusCode> {
        let headers = request.headers();
        let host = only(headers, HOST)?.ok_or(StatusCode::BAD_REQUEST)?;
        if !self.knows(host) {
            return Err(StatusCode::FORBIDDEN);
        }
        // A request to a proxy names the host in its first line, which then counts.
        if request.uri().authority().is_some_and(|authority| !self.knows(authority.as_str())) {
            return Err(StatusCode::FORBIDDEN);
        }
        match only(headers, ORIGIN)? {
            Some(origin) if !origin.eq_ignore_ascii_case(&format!("http://{host}")) => Err(StatusCode::FORBIDDEN),
            _ => Ok(()),
        }
    }

    /// Whether the `Host` is ours. The port may be any: a tunnel has its own, and no other server's page becomes ours by it.
    fn knows(&self, host: &str) -> bool {
        let (name, port) = match host.rfind(':').filter(|_| !host.ends_with(']')) {
            Some(at) => (&host[..at], &host[at + 1..]),
            None => (host, "80"),
        };
        let is_port = port.bytes().all(|digit| digit.is_ascii_digit()) && port.parse::<u16>().is_ok_and(|port| port > 0);
        is_port && (self.names.iter().any(|known| known.eq_ignore_ascii_case(name)) || self.any_number && is_number(name))
    }
}

fn only(headers: &HeaderMap, name: HeaderName) -> Result<Option<&str>, StatusCode> {
    let mut values = headers.get_all(name).iter();
    match (values.next(), values.next()) {
        (None, _) => Ok(None),
        (Some(value), None) => value.to_str().map(Some).map_err(|_| StatusCode::BAD_REQUEST),
        (Some(_), Some(_)) => Err(StatusCode::BAD_REQUEST),
    }
}

fn is_number(name: &str) -> bool {
    match name.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        Some(inner) => inner.parse::<Ipv6Addr>().is_ok(),
        None => name.parse::<std::net::Ipv4Addr>().is_ok(),
    }
}

/// A host as addresses write it: `[::1]` for `::1`.
pub(super) fn bracketed(host: &str) -> String {
    if host.parse::<Ipv6Addr>().is_ok() { format!("[{host}]") } else { host.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guard(host: &str, address: &str) -> Guard {
        Guard::new(host, address.parse().unwrap()).unwrap()
    }

    fn verdict(guard: &Guard, uri: &str, headers: &[(&str, &str)]) -> u16 {
        let request = headers.iter().fold(Request::builder().uri(uri), |request, (name, value)| request.header(*name, *value));
        guard.check(&request.body(()).unwrap()).err().map_or(200, |status| status.as_u16())
    }

    #[test]
    fn only_names_that_no_stranger_can_claim_are_answered_to() {
        let local = guard("127.0.0.1", "127.0.0.1");
        for host in ["localhost", "localhost:3030", "LocalHost:3030", "127.0.0.1:3030", "[::1]:3030", "127.0.0.1", "[::1]"] {
            assert_eq!(verdict(&local, "/", &[("host", host)]), 200, "{host}");
        }
        for host in [
            "evil.example",
            "evil.example:3030",
            "localhost.evil.example",
            "127.0.0.1.nip.io",
            "evil.example:localhost",
            "localhost:3030@evil.example",
            "localhost:",
            "localhost:+80",
            "localhost:65536",
            "localhost:0",
            "::1",
            "[::1]x",
            "192.168.1.5:3030",
            "0.0.0.0:3030",
            "0x7f000001",
            "2130706433",
            "",
        ] {
            assert_eq!(verdict(&local, "/", &[("host", host)]), 403, "{host}");
        }
        assert_eq!(verdict(&local, "/", &[]), 400);
        assert_eq!(verdict(&local, "/", &[("host", "localhost"), ("host", "localhost")]), 400);
        assert_eq!(verdict(&local, "http://evil.example/", &[("host", "localhost")]), 403);
        assert_eq!(verdict(&local, "http://localhost/", &[("host", "localhost")]), 200);
    }

    #[test]
    fn a_host_that_the_user_names_is_known() {
        let named = guard("Studio.local", "192.168.1.5");
        assert_eq!(verdict(&named, "/", &[("host", "studio.local:3030")]), 200);
        assert_eq!(verdict(&named, "/", &[("host", "192.168.1.5:3030")]), 403);
        let everywhere = guard("0.0.0.0", "0.0.0.0");
        assert_eq!(verdict(&everywhere, "/", &[("host", "192.168.1.5:3030")]), 200);
        assert_eq!(verdict(&everywhere, "/", &[("host", "[fe80::1]:3030")]), 200);
        assert_eq!(verdict(&everywhere, "/", &[("host", "evil.example")]), 403);
        assert_eq!(verdict(&guard("::", "::"), "/", &[("host", "10.0.0.1")]), 200);
    }

    #[test]
    fn only_our_own_pages_may_ask_from_an_origin() {
        let local = guard("127.0.0.1", "127.0.0.1");
        assert_eq!(verdict(&local, "/", &[("host", "localhost:3030"), ("origin", "http://localhost:3030")]), 200);
        for origin in [
            "http://evil.example",
            "https://localhost:3030",
            "http://localhost",
            "http://localhost:3031",
            "http://127.0.0.1:3030",
            "null",
            "",
        ] {
            assert_eq!(verdict(&local, "/", &[("host", "localhost:3030"), ("origin", origin)]), 403, "{origin}");
        }
        let twice = [("host", "localhost"), ("origin", "http://localhost"), ("origin", "http://evil.example")];
        assert_eq!(verdict(&local, "/", &twice), 400);
    }

    #[test]
    fn tokens_are_compared_whole() {
        let (token, other) = (Token::new().unwrap(), Token::new().unwrap());
        assert!(token.is(token.as_str()) && token != other);
        assert!(!token.is("") && !token.is(&token.as_str()[1..]) && !token.is(other.as_str()));
        assert_eq!(token.as_str().len(), 32);
    }
}
