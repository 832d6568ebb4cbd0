//! What a message says, as a value: the compiled form of Fluent's patterns.

use crate::base::locale::Locale;
use crate::base::number::Number;
use crate::base::text::{Place, Span, Text};

/// A message or a term.
#[derive(Clone, Debug)]
pub(super) struct Message {
    /// The text; a message may have attributes alone.
    pub value: Option<Pattern>,
    /// Its attributes in their order.
    pub attributes: Vec<(String, Pattern)>,
    /// The file that defines it. A clone of a text shares it.
    pub text: Text,
    /// Its name in the file.
    pub span: Span,
}

impl Message {
    pub fn attribute(&self, name: &str) -> Option<&Pattern> {
        self.attributes.iter().find(|(one, _)| one == name).map(|(_, pattern)| pattern)
    }

    pub fn place(&self) -> Place {
        self.text.place(self.span)
    }
}

/// Text with holes.
pub(super) type Pattern = Vec<Part>;

#[derive(Clone, Debug)]
pub(super) enum Part {
    Text(String),
    Hole(Expression),
    Choice { selector: Expression, variants: Vec<Variant>, default: usize },
}

#[derive(Clone, Debug)]
pub(super) struct Variant {
    pub key: Key,
    pub pattern: Pattern,
}

#[derive(Clone, Debug)]
pub(super) enum Key {
    /// A plural form or a word.
    Name(String),
    Number(Number),
}

#[derive(Clone, Debug)]
pub(super) enum Expression {
    Literal(String),
    Number(Number, NumberStyle),
    Variable(String, NumberStyle),
    Message { id: String, attribute: Option<String> },
    Term { id: String, attribute: Option<String>, args: Vec<(String, Literal)> },
}

/// An argument of a term.
#[derive(Clone, Debug)]
pub(super) enum Literal {
    Text(String),
    Number(Number),
}

/// The options of `NUMBER()`.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct NumberStyle {
    pub grouping: bool,
    pub ordinal: bool,
    pub min_integer: u8,
    pub min_fraction: u8,
    pub max_fraction: Option<u8>,
}

impl Default for NumberStyle {
    fn default() -> Self {
        NumberStyle { grouping: true, ordinal: false, min_integer: 1, min_fraction: 0, max_fraction: None }
    }
}

impl NumberStyle {
    /// The number as it will be shown, which decides its plural.
    pub fn apply(&self, number: &Number) -> Number {
        let number = number.clone();
        let number = match self.max_fraction {
            Some(digits) => number.max_fraction(digits),
            None => number,
        };
        number.min_fraction(self.min_fraction).min_integer(self.min_integer)
    }

    pub fn format(&self, locale: &Locale, number: &Number) -> String {
        match self.grouping {
            true => locale.number(self.apply(number)),
            false => locale.number_ungrouped(self.apply(number)),
        }
    }

    /// The plural form, by CLDR's name.
    pub fn category(&self, locale: &Locale, number: &Number) -> &'static str {
        use icu::plurals::PluralCategory::*;
        let number = self.apply(number);
        match if self.ordinal { locale.ordinal(number) } else { locale.plural(number) } {
            Zero => "zero",
            One => "one",
            Two => "two",
            Few => "few",
            Many => "many",
            Other => "other",
        }
    }
}
