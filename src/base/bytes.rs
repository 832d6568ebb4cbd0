//! Bytes that mean something, found without a look at each character.

/// A set of bytes. What is looked for in UTF-8 begins with one of them; whoever finds one looks closer.
#[derive(Clone, Copy, Debug)]
pub struct ByteSet([bool; 256]);

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
        let near = text.get(from..)?.iter().position(|byte| self.0[*byte as usize])?;
        Some(from + near)
    }

    /// All such bytes.
    pub fn places<'t>(&'t self, text: &'t [u8]) -> impl Iterator<Item = usize> + 't {
        text.iter().enumerate().filter(|(_, byte)| self.0[**byte as usize]).map(|(at, _)| at)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bytes_of_a_set_are_found() {
        let set = ByteSet::of(b"ab").with(b"c").without(b"a");
        assert_eq!(set.find(b"a cb", 0), Some(2));
        assert_eq!(set.find(b"a cb", 3), Some(3));
        assert_eq!(set.find(b"a cb", 5), None);
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
        assert!(('\0'..=char::MAX).all(|c| is_alphanumeric(c) == c.is_alphanumeric()));
    }
}
