//! Content hashes.

use std::fmt;
use std::io::{self, Read};
use std::str::FromStr;

use serde::de::{Deserialize, Deserializer, Error as _};
use serde::{Serialize, Serializer};

/// The first 128 bits of a BLAKE3 hash: enough that two different contents of one site never meet.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash([u8; 16]);

impl Hash {
    /// The hash of some bytes.
    pub fn of(bytes: &[u8]) -> Hash {
        Hasher::default().add(bytes).finish()
    }

    /// The same for bytes that arrive in pieces, so that a long film need not fit into memory.
    ///
    /// # Errors
    /// The pieces cannot be read, or are not as long together as was said: then somebody is writing them just now.
    pub fn of_stream(length: u64, mut pieces: impl Read) -> io::Result<Hash> {
        let mut hasher = blake3::Hasher::new();
        hasher.update(&length.to_le_bytes());
        let mut buffer = vec![0; length.clamp(1, 64 * 1024) as usize];
        let mut seen = 0;
        loop {
            match pieces.read(&mut buffer) {
                Ok(0) => break,
                Ok(n) => {
                    hasher.update(&buffer[..n]);
                    seen += n as u64;
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        if seen != length {
            return Err(io::Error::other("the file changed while it was being read"));
        }
        Ok(Hasher(hasher).finish())
    }

    /// The bits.
    pub fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }

    /// Ten hexadecimal digits, for the names of fingerprinted assets.
    pub fn short(&self) -> String {
        self.to_string()[..10].to_owned()
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A manifest says very many of them.
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let digits = self.0.map(|byte| [byte >> 4, byte & 15].map(|half| DIGITS[usize::from(half)]));
        f.write_str(std::str::from_utf8(digits.as_flattened()).unwrap_or_default())
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Hash {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// The text is no hash as [`struct@Hash`] writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAHash;

impl FromStr for Hash {
    type Err = NotAHash;

    fn from_str(text: &str) -> Result<Hash, NotAHash> {
        if text.len() != 32 || !text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')) {
            return Err(NotAHash);
        }
        u128::from_str_radix(text, 16).map(|bits| Hash(bits.to_be_bytes())).map_err(|_| NotAHash)
    }
}

impl<'de> Deserialize<'de> for Hash {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Hash, D::Error> {
        let text = <&str>::deserialize(deserializer)?;
        text.parse().map_err(|NotAHash| D::Error::custom("not a hash"))
    }
}

/// Hashes several parts. Each part counts with its length, so that moving a byte from one to the next changes the result.
#[derive(Default)]
pub struct Hasher(blake3::Hasher);

impl Hasher {
    /// Adds one part.
    #[allow(clippy::should_implement_trait)] // Nobody takes two hashers for numbers.
    pub fn add(mut self, part: &[u8]) -> Self {
        self.0.update(&(part.len() as u64).to_le_bytes());
        self.0.update(part);
        self
    }

    /// The hash of all parts in their order.
    pub fn finish(self) -> Hash {
        let mut short = [0; 16];
        short.copy_from_slice(&self.0.finalize().as_bytes()[..16]);
        Hash(short)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_read_back_as_it_was_written() {
        let hash = Hash::of(b"apologue");
        assert_eq!(hash.to_string().parse(), Ok(hash));
        for text in ["", "+0000000000000000000000000000001", "ABCDEF00000000000000000000000000", "0"] {
            assert_eq!(text.parse::<Hash>(), Err(NotAHash), "{text}");
        }
    }

    #[test]
    fn bytes_hash_alike_whole_and_in_pieces() {
        let bytes = vec![7; 200_000];
        assert_eq!(Hash::of_stream(200_000, &bytes[..]).unwrap(), Hash::of(&bytes));
        assert_eq!(Hash::of_stream(0, &b""[..]).unwrap(), Hash::of(b""));
        assert!(Hash::of_stream(199_999, &bytes[..]).is_err());
    }
}
