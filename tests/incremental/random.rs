//! Chance that can be repeated: SplitMix64 (Steele, Lea, Flood 2014).

/// A source of numbers.
#[derive(Clone, Debug)]
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Random {
        Random(seed)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    /// Whether one of so many cases has come.
    pub fn once_in(&mut self, cases: usize) -> bool {
        self.below(cases) == 0
    }

    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        from.get(self.below(from.len()))
    }

    pub fn one<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }

    pub fn shuffle<T>(&mut self, all: &mut [T]) {
        for at in (1..all.len()).rev() {
            all.swap(at, self.below(at + 1));
        }
    }

    /// A few words in several scripts.
    pub fn words(&mut self, count: usize) -> String {
        const WORDS: [&str; 16] = [
            "серьги",
            "кольцо",
            "ayer",
            "mañana",
            "service",
            "шаг",
            "перед",
            "door",
            "lámpara",
            "слово",
            "perché",
            "l'altro",
            "guest",
            "ждать",
            "umbrella",
            "да",
        ];
        (0..count.max(1)).map(|_| self.one(&WORDS)).collect::<Vec<_>>().join(" ")
    }
}
