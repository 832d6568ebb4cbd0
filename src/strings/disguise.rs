//! Messages in a pseudo-locale: what they say themselves is disguised, what they are given and whom they refer to is not.

use fluent_syntax::ast::{Expression, InlineExpression, Message, Pattern, PatternElement};

use crate::base::pseudo::Pseudo;

/// Names of folders in addresses, which stay what they are.
const FOLDER: &str = "folder-";

/// The words of messages in disguise, in the order in which the messages have them.
pub(super) struct Disguise {
    pseudo: Pseudo,
    words: Vec<String>,
}

impl Disguise {
    /// Makes none yet.
    pub fn new(pseudo: Pseudo) -> Disguise {
        Disguise { pseudo, words: Vec::new() }
    }

    /// Makes those of a message. A term stands inside of others, and needs no brackets of its own; its attributes are only
    /// chosen by.
    pub fn read(&mut self, message: &Message<&str>, is_term: bool) {
        if is_shown(message) {
            let attributes = message.attributes.iter().filter(|_| !is_term).map(|one| &one.value);
            message.value.iter().chain(attributes).for_each(|pattern| self.pattern(pattern, is_term));
        }
    }

    fn pattern(&mut self, pattern: &Pattern<&str>, is_term: bool) {
        let mut length = 0;
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => {
                    length += value.trim().chars().count();
                    self.words.push(self.pseudo.words(value));
                }
                PatternElement::Placeable { expression } => self.inside(expression, is_term),
            }
        }
        // Where a pattern says nothing itself, what it refers to does.
        self.words.push(if length > 0 && !is_term { self.pseudo.padding(length) } else { String::new() });
    }

    fn inside(&mut self, expression: &Expression<&str>, is_term: bool) {
        match expression {
            Expression::Select { variants, .. } => variants.iter().for_each(|variant| self.pattern(&variant.value, is_term)),
            Expression::Inline(InlineExpression::Placeable { expression }) => self.inside(expression, is_term),
            Expression::Inline(_) => {}
        }
    }
}

/// Puts the words into the messages that they were made from, which come in the same order.
pub(super) struct Dresser<'w>(std::slice::Iter<'w, String>);

impl<'w> Dresser<'w> {
    pub fn new(disguise: &'w Disguise) -> Dresser<'w> {
        Dresser(disguise.words.iter())
    }

    pub fn dress(&mut self, message: &mut Message<&'w str>, is_term: bool) {
        if is_shown(message) {
            let attributes = message.attributes.iter_mut().filter(|_| !is_term).map(|one| &mut one.value);
            message.value.iter_mut().chain(attributes).for_each(|pattern| self.pattern(pattern));
        }
    }

    fn pattern(&mut self, pattern: &mut Pattern<&'w str>) {
        for element in &mut pattern.elements {
            match element {
                PatternElement::TextElement { value } => *value = self.0.next().map_or("", String::as_str),
                PatternElement::Placeable { expression } => self.inside(expression),
            }
        }
        let padding = self.0.next().map_or("", String::as_str);
        if !padding.is_empty() {
            let literal = |value| PatternElement::Placeable { expression: Expression::Inline(InlineExpression::StringLiteral { value }) };
            pattern.elements.insert(0, literal("["));
            pattern.elements.extend([literal(padding), literal("]")]);
        }
    }

    fn inside(&mut self, expression: &mut Expression<&'w str>) {
        match expression {
            Expression::Select { variants, .. } => variants.iter_mut().for_each(|variant| self.pattern(&mut variant.value)),
            Expression::Inline(InlineExpression::Placeable { expression }) => self.inside(expression),
            Expression::Inline(_) => {}
        }
    }
}

fn is_shown(message: &Message<&str>) -> bool {
    !message.id.name.starts_with(FOLDER)
}
