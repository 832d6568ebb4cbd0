//! Bytes that mean something, found without a look at each character.

/// A set of bytes. What is looked for in UTF-8 begins with one of them; whoever finds one looks closer.
#[derive(Clone, Copy, Debug)]
pub struct ByteSet([bool; 256]);

/// How many bytes are looked at together.
const LANE: usize = 16;

impl ByteSet {
    /// The first bytes of control characters and noncharacters, and of some others.
    pub const CONTROL: ByteSet = {
        let mut set = ByteSet([false; 256]);
        let mut byte = 0;
        while byte < 256 {
            set.0[byte] = byte < 0x20 || matches!(byte, 0x7F | 0xC2 | 0xEF..);
            byte += 1;
        }
        set
    };

    /// These bytes.
    pub const fn of(bytes: &[u8]) -> ByteSet {
        ByteSet([false; 256]).set(bytes, true)
    }

    /// And these.
    pub const fn with(self, bytes: &[u8]) -> ByteSet {
        self.set(bytes, true)
    }

    /// But not these.
    pub const fn without(self, bytes: &[u8]) -> ByteSet {
        self.set(bytes, false)
    }

    const fn set(mut self, mut bytes: &[u8], is: bool) -> ByteSet {
        while let [byte, rest @ ..] = bytes {
            self.0[*byte as usize] = is;
            bytes = rest;
        }
        self
    }

    /// The place of the first such byte from one place on.
    pub fn find(&self, text: &[u8], from: usize) -> Option<usize> {
        let rest = text.get(from..)?;
        // Where nothing is for long, a branch for each byte would be most of the work.
        let has = |lane: &[u8]| lane.iter().fold(false, |has, byte| has | self.0[*byte as usize]);
        let before = rest.chunks_exact(LANE).take_while(|lane| !has(lane)).count() * LANE;
        let near = rest[before..].iter().position(|byte| self.0[*byte as usize])?;
        Some(from + before + near)
    }

    /// All such bytes.
    pub fn places<'t>(&'t self, text: &'t [u8]) -> impl Iterator<Item = usize> + 't {
        std::iter::successors(self.find(text, 0), |at| self.find(text, at + 1))
    }
}

/// [`char::is_control`] or one of Unicode's noncharacters, which neither HTML nor XML can carry. All of them begin with a byte of
/// [`ByteSet::CONTROL`].
pub fn is_control(c: char) -> bool {
    c.is_control() || (u32::from(c) & 0xFFFE) == 0xFFFE || ('\u{FDD0}'..='\u{FDEF}').contains(&c)
}

/// [`char::is_alphanumeric`], which looks up in tables what is not ASCII: the letters of the Latin and Cyrillic alphabets and what stands
/// between them are known without.
pub fn is_alphanumeric(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_alphanumeric(),
        'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ʯ' | 'Ѐ'..='ҁ' | 'Ҋ'..='ԯ' => true,
        '\u{80}'..='©' | '«' | '»' | '¿' | '\u{2000}'..='\u{206F}' => false,
        _ => c.is_alphanumeric(),
    }
}

/// How many characters are letters or digits.
pub fn count_alphanumeric(text: &str) -> usize {
    let closer = |at: usize| text[at..].chars().next().is_some_and(is_alphanumeric);
    let of = |(at, byte): (usize, u8)| match byte {
        0..=0x7F => byte.is_ascii_alphanumeric(),
        // The rest of a character.
        0x80..=0xBF => false,
        // Letters from Ā to ȿ and from Ѐ to ѿ.
        0xC4..=0xC8 | 0xD0 | 0xD1 => true,
        _ => closer(at),
    };
    text.bytes().enumerate().map(|one| usize::from(of(one))).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bytes_of_a_set_are_found() {
        let set = ByteSet::of(b"ab").with(b"c").without(b"a");
        assert_eq!(set.find(b"a cb", 0), Some(2));
        assert_eq!(set.find(b"a cb", 3), Some(3));
        assert_eq!(set.find(b"a cb", 5), None);
        assert_eq!(set.find(&[&[b'a'; 40], &b"b"[..]].concat(), 1), Some(40));
        assert_eq!(set.places(b"a cb").collect::<Vec<_>>(), [2, 3]);
    }

    #[test]
    fn control_characters_are_known_by_their_first_byte() {
        for c in ('\0'..=char::MAX).filter(|c| is_control(*c)) {
            assert_eq!(ByteSet::CONTROL.find(c.encode_utf8(&mut [0; 4]).as_bytes(), 0), Some(0), "{c:?}");
        }
        assert_eq!(ByteSet::CONTROL.find("aй—€".as_bytes(), 0), None);
    }

    #[test]
    fn letters_and_digits_are_those_of_unicode() {
        let all: String = ('\0'..=char::MAX).collect();
        assert_eq!(count_alphanumeric(&all), all.chars().filter(|c| c.is_alphanumeric()).count());
        assert!(('\0'..=char::MAX).all(|c| is_alphanumeric(c) == c.is_alphanumeric()));
    }
}
