//! Checks the numbers and functions of a message, and makes it ready for `fluent-bundle`: what numbers can choose is chosen by
//! [`CHOOSE`](super::numbers).

use std::mem;

use fluent_syntax::ast::{
    CallArguments, Expression, Identifier, InlineExpression, Message, NamedArgument, Pattern, PatternElement, VariantKey,
};

use super::numbers::{CATEGORIES, CHOOSE, NUMBER};

/// Digits of a number, and digits that an option may ask for: as many as a float surely holds.
const LONGEST_NUMBER: usize = 15;

/// Makes a message or term ready. What is wrong with it is a part of the text and a reason.
pub(super) fn prepare<'a>(message: &mut Message<&'a str>) -> Vec<(&'a str, &'static str)> {
    let mut prepare = Prepare { id: message.id.name, faults: Vec::new() };
    message.value.iter_mut().for_each(|pattern| prepare.pattern(pattern));
    message.attributes.iter_mut().for_each(|attribute| prepare.pattern(&mut attribute.value));
    prepare.faults
}

struct Prepare<'a> {
    id: &'a str,
    faults: Vec<(&'a str, &'static str)>,
}

impl<'a> Prepare<'a> {
    fn pattern(&mut self, pattern: &mut Pattern<&'a str>) {
        for element in &mut pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
        // The serializer may begin a new line with the text, which cannot begin with these.
        if let Some(PatternElement::TextElement { value }) = pattern.elements.first_mut()
            && value.starts_with(['.', '[', '*'])
        {
            let (sign, rest) = value.split_at(1);
            *value = rest;
            let expression = Expression::Inline(InlineExpression::StringLiteral { value: sign });
            pattern.elements.insert(0, PatternElement::Placeable { expression });
        }
    }

    fn expression(&mut self, expression: &mut Expression<&'a str>) {
        let (selector, variants) = match expression {
            Expression::Inline(inline) => return self.inline(inline),
            Expression::Select { selector, variants } => (selector, variants),
        };
        self.inline(selector);
        variants.iter_mut().for_each(|variant| self.pattern(&mut variant.value));
        // The parser takes `*}` for the end of a choice.
        if !variants.iter().any(|variant| variant.default) {
            self.faults.push((self.id, "no-default"));
        }
        let mut keys: Vec<_> = variants.iter().map(|variant| key(&variant.key)).collect();
        keys.iter_mut().for_each(|key| self.inline(key));
        let by_number = |key: &InlineExpression<&str>| match key {
            InlineExpression::StringLiteral { value } => CATEGORIES.contains(value),
            _ => true,
        };
        if keys.iter().any(by_number) {
            let arguments = CallArguments { positional: keys, named: Vec::new() };
            let value = mem::replace(selector, InlineExpression::FunctionReference { id: Identifier { name: CHOOSE }, arguments });
            if let InlineExpression::FunctionReference { arguments, .. } = selector {
                arguments.positional.insert(0, value);
            }
            // A number that was chosen must meet its own key before any name, by which `fluent-bundle` would count it again.
            variants.sort_by_key(|variant| matches!(variant.key, VariantKey::Identifier { .. }));
        }
    }

    fn inline(&mut self, inline: &mut InlineExpression<&'a str>) {
        match inline {
            InlineExpression::NumberLiteral { value } if value.len() > LONGEST_NUMBER => self.faults.push((value, "number")),
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::TermReference { arguments: Some(arguments), .. } => {
                // Fluent gives them no meaning, but `fluent-bundle` works them out.
                arguments.positional.clear();
                arguments.named.iter_mut().for_each(|argument| self.inline(&mut argument.value));
            }
            InlineExpression::FunctionReference { id, arguments } if id.name == NUMBER => {
                let unknown = arguments.named.iter().filter(|option| !is_option(option));
                self.faults.extend(unknown.map(|option| (option.name.name, "unknown-option")));
                match arguments.positional.as_mut_slice() {
                    [InlineExpression::VariableReference { .. }] => {}
                    [number @ InlineExpression::NumberLiteral { .. }] => self.inline(number),
                    _ => self.faults.push((id.name, "arguments")),
                }
            }
            InlineExpression::FunctionReference { id, .. } => self.faults.push((id.name, "unknown-function")),
            _ => {}
        }
    }
}

fn key<'a>(key: &VariantKey<&'a str>) -> InlineExpression<&'a str> {
    match *key {
        VariantKey::NumberLiteral { value } => InlineExpression::NumberLiteral { value },
        VariantKey::Identifier { name } => InlineExpression::StringLiteral { value: name },
    }
}

/// Whether `NUMBER` has an option of this name and value.
fn is_option(option: &NamedArgument<&str>) -> bool {
    match (option.name.name, &option.value) {
        ("useGrouping", InlineExpression::StringLiteral { .. }) => true,
        ("type", InlineExpression::StringLiteral { value }) => matches!(*value, "cardinal" | "ordinal"),
        ("minimumIntegerDigits" | "minimumFractionDigits" | "maximumFractionDigits", InlineExpression::NumberLiteral { value }) => {
            value.parse().is_ok_and(|digits: usize| digits <= LONGEST_NUMBER)
        }
        _ => false,
    }
}
