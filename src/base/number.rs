//! Numbers as they are shown.

use std::fmt;
use std::str::FromStr;

use icu::decimal::input::Decimal;

/// A finite decimal number as it will be shown: 1.0 is another number than 1, for it may take another plural.
#[derive(Clone, Debug, PartialEq)]
pub struct Number(Decimal);

/// The text is no decimal number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotANumber;

impl Number {
    /// The digits, for ICU.
    pub fn decimal(&self) -> &Decimal {
        &self.0
    }

    /// `None` for what is not finite.
    pub fn from_f64(value: f64) -> Option<Number> {
        value.is_finite().then(|| value.to_string().parse().ok()).flatten()
    }

    /// With at least so many digits after the point.
    pub fn min_fraction(mut self, digits: u8) -> Number {
        self.0.absolute.pad_end(-i16::from(digits));
        self
    }

    /// Rounded to at most so many digits after the point.
    pub fn max_fraction(mut self, digits: u8) -> Number {
        self.0.round(-i16::from(digits));
        self
    }

    /// With at least so many digits before the point.
    pub fn min_integer(mut self, digits: u8) -> Number {
        self.0.absolute.pad_start(i16::from(digits));
        self
    }

    /// Whether both are the same value, however they are written.
    pub fn same_value(&self, other: &Number) -> bool {
        let bare = |number: &Number| {
            let mut decimal = number.0.clone();
            decimal.absolute.trim_start();
            decimal.absolute.trim_end();
            decimal
        };
        bare(self) == bare(other)
    }
}

impl From<i64> for Number {
    fn from(value: i64) -> Number {
        Number(value.into())
    }
}

impl From<u64> for Number {
    fn from(value: u64) -> Number {
        Number(value.into())
    }
}

impl From<usize> for Number {
    fn from(value: usize) -> Number {
        Number(value.into())
    }
}

impl From<u32> for Number {
    fn from(value: u32) -> Number {
        Number(value.into())
    }
}

impl FromStr for Number {
    type Err = NotANumber;
    fn from_str(text: &str) -> Result<Number, NotANumber> {
        Decimal::from_str(text).map(Number).map_err(|_| NotANumber)
    }
}

/// The plain form: ASCII digits, a point.
impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_the_same_value_however_they_are_written() {
        let number = |text: &str| text.parse::<Number>().unwrap();
        assert!(number("1.50").same_value(&number("1.5")));
        assert!(number("0").same_value(&number("0.0")));
        assert!(!number("1").same_value(&number("-1")));
        assert_eq!(number("1.25").max_fraction(1).to_string(), "1.2");
        assert_eq!(number("1").min_fraction(2).to_string(), "1.00");
    }

    #[test]
    fn what_is_not_finite_is_no_number() {
        assert_eq!(Number::from_f64(f64::NAN), None);
        assert_eq!(Number::from_f64(f64::INFINITY), None);
        assert!(Number::from_f64(f64::MAX).is_some());
        assert_eq!("1e5x".parse::<Number>(), Err(NotANumber));
    }
}
