//! Which bytes an edit replaces with what.

use std::ops::Range;

use super::write::{self, block, inline, pair, quoted, scalar};
use super::{Edit, Value, Why};
use crate::base::text::Span;
use crate::base::yaml::{Content, Node, Pair, Step};

/// A part of the text and what stands there instead.
pub(super) type Splice = (Range<usize>, String);
type Refused = (Span, Why);

/// The part that a step leads to. The only item of a list may stand without the list: then it is no part of anything.
pub(super) fn child(node: &Node, step: Step<'_>) -> Option<usize> {
    match (&node.content, step) {
        (Content::Map(pairs), Step::Key(key)) => pairs.iter().position(|pair| pair.key == key),
        (Content::List(items), Step::Index(index)) => (index < items.len()).then_some(index),
        _ => None,
    }
}

/// A part by its number, and its place, which is its key's where it states nothing.
pub(super) fn at(node: &Node, index: usize) -> Option<(&Node, Span)> {
    let (value, otherwise) = match &node.content {
        Content::Map(pairs) => pairs.get(index).map(|pair| (&pair.value, pair.key_span))?,
        Content::List(items) => items.get(index).map(|item| (item, item.span))?,
        Content::Scalar { .. } => return None,
    };
    Some((value, if value.span.range().is_empty() { otherwise } else { value.span }))
}

/// Where the mapping at the top begins: at its brace, if it has one.
pub(super) fn top(source: &str, range: Range<usize>, pairs: &[Pair]) -> Span {
    let part = source.get(range.clone()).unwrap_or_default();
    let start = match pairs.first() {
        Some(first) => {
            let first = first.key_span.range().start;
            let before = source.get(range.start..first).unwrap_or_default().trim_end();
            if before.ends_with('{') { range.start + before.len() - 1 } else { first }
        }
        None if part.trim_start().starts_with('{') => range.end - part.trim_start().len(),
        None => range.end,
    };
    Span::new(start..range.end)
}

/// The splices of an edit, in the order of the text.
pub(super) fn splices(source: &str, range: Range<usize>, root: &Node, edit: &Edit<'_>) -> Result<Vec<Splice>, Refused> {
    let newline = if source.contains("\r\n") { "\r\n" } else { "\n" };
    let editor = Editor { source, range, newline, unit: unit(source, root) };
    let mut path = edit.path();
    if let Edit::Remove(_) = edit {
        path = with_empty_ones(root, path);
    }
    let walk = editor.walk(root, path)?;
    match (edit, &walk.rest) {
        (Edit::Set(_, value), []) => editor.replace(&walk, value),
        (Edit::Set(_, value), rest) => editor.make(&walk, rest, value),
        (Edit::Append(_, value), []) => editor.append(&walk, value),
        (Edit::Append(_, value), rest) => editor.make(&walk, rest, &Value::List(vec![value.clone()])),
        (Edit::Remove(_), []) => editor.remove(&walk),
        (Edit::Rename(_, name), []) => editor.rename(&walk, name),
        (Edit::Remove(_) | Edit::Rename(..), _) => Err((walk.place(), Why::Missing)),
    }
}

/// How far an inner mapping is set in: as the first that is.
fn unit(source: &str, root: &Node) -> usize {
    let Content::Map(pairs) = &root.content else { return 2 };
    let first = pairs.iter().find_map(|pair| match &pair.value.content {
        Content::Map(inner) => {
            let inner = inner.first()?.key_span.range().start;
            let line = source[..inner].rfind('\n').map_or(0, |at| at + 1);
            source[line..inner].bytes().all(|b| b == b' ').then_some(inner - line)
        }
        _ => None,
    });
    first.filter(|unit| (1..=8).contains(unit)).unwrap_or(2)
}

/// The path to what goes away: a mapping or list that would hold nothing goes with its last part. The top itself stays.
fn with_empty_ones<'p, 's>(root: &Node, path: &'p [Step<'s>]) -> &'p [Step<'s>] {
    let (mut node, mut keep) = (root, path.len());
    for (depth, step) in path.iter().enumerate() {
        let parts = match &node.content {
            Content::Map(pairs) => pairs.len(),
            Content::List(items) => items.len(),
            Content::Scalar { .. } => 0,
        };
        match child(node, *step).and_then(|index| at(node, index)) {
            Some((next, _)) => {
                keep = if parts > 1 || depth == 0 { path.len() } else { keep.min(depth) };
                node = next;
            }
            // The lone value of a list of one.
            None if *step == Step::Index(0) && !matches!(node.content, Content::List(_)) => {}
            None => return path,
        }
    }
    &path[..keep]
}

/// The parser says where a text of indented lines begins; moves that to its sign, `|` or `>`.
pub(super) fn begin_at_signs(source: &str, node: &mut Node) {
    match &mut node.content {
        Content::List(items) => items.iter_mut().for_each(|item| begin_at_signs(source, item)),
        Content::Map(pairs) => pairs.iter_mut().for_each(|pair| begin_at_signs(source, &mut pair.value)),
        Content::Scalar { quoted: false, .. } => {}
        Content::Scalar { .. } => {
            let before = source.get(..node.span.range().start).unwrap_or_default();
            let lines = before.trim_end();
            let start = lines.rfind('\n').map_or(0, |at| at + 1);
            let head = &lines[start..];
            let comment = if head.trim_start().starts_with('#') { Some(0) } else { head.find(" #") };
            let head = head[..comment.unwrap_or(head.len())].trim_end().trim_end_matches(|c: char| c.is_ascii_digit() || "+-".contains(c));
            if before[lines.len()..].contains('\n') && head.ends_with(['|', '>']) {
                node.span.start = (start + head.len() - 1) as u32;
            }
        }
    }
}

/// Where a path leads, as far as it does.
struct Walk<'t, 'p> {
    /// What holds what, from the top, and which part comes next.
    above: Vec<(&'t Node, usize)>,
    /// The last value that was reached.
    node: &'t Node,
    /// The steps that lead to nothing.
    rest: &'p [Step<'p>],
    /// Whether that is between brackets.
    brackets: bool,
}

impl<'t> Walk<'t, '_> {
    /// The pair whose value was reached, if it is one's.
    fn pair(&self) -> Option<&'t Pair> {
        let (node, index) = self.above.last()?;
        match &node.content {
            Content::Map(pairs) => pairs.get(*index),
            _ => None,
        }
    }

    fn place(&self) -> Span {
        match self.above.last() {
            Some((node, index)) => at(node, *index).map_or(node.span, |(_, place)| place),
            None => self.node.span,
        }
    }
}

struct Editor<'s> {
    source: &'s str,
    range: Range<usize>,
    newline: &'static str,
    unit: usize,
}

impl Editor<'_> {
    fn walk<'t, 'p>(&self, root: &'t Node, path: &'p [Step<'p>]) -> Result<Walk<'t, 'p>, Refused> {
        let mut walk = Walk { above: Vec::new(), node: root, rest: path, brackets: self.is_flow(root) };
        while let Some((step, rest)) = walk.rest.split_first() {
            if self.is_alias(walk.node) {
                return Err((walk.place(), Why::Unusual));
            }
            let is_list = matches!(walk.node.content, Content::List(_));
            match child(walk.node, *step) {
                Some(index) => {
                    walk.above.push((walk.node, index));
                    let Some((next, _)) = at(walk.node, index) else { break };
                    walk.node = next;
                    walk.brackets |= self.is_flow(next);
                }
                None if matches!(step, Step::Index(0)) && !is_list && !walk.node.is_null() && !walk.above.is_empty() => {}
                None => break,
            }
            walk.rest = rest;
        }
        if path.is_empty() { Err((root.span, Why::Shape)) } else { Ok(walk) }
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.source.as_bytes().get(at).copied()
    }

    fn is_flow(&self, node: &Node) -> bool {
        !matches!(node.content, Content::Scalar { .. }) && matches!(self.byte(node.span.range().start), Some(b'{' | b'['))
    }

    fn is_alias(&self, node: &Node) -> bool {
        !node.span.range().is_empty() && self.byte(node.span.range().start) == Some(b'*')
    }

    /// Whether a value has lines of its own: a list of dashes, or keys.
    fn is_block(&self, node: &Node) -> bool {
        !matches!(node.content, Content::Scalar { .. }) && !self.is_flow(node) && !self.is_alias(node)
    }

    /// Behind a key's colon, or behind the key where it has none.
    fn after_colon(&self, pair: &Pair) -> usize {
        let end = pair.key_span.range().end;
        let rest = &self.source[end..];
        let colon = rest.trim_start_matches([' ', '\t']);
        if colon.starts_with(':') { end + rest.len() - colon.len() + 1 } else { end }
    }

    /// Where a value ends, comments behind it left out; `otherwise` where there is none.
    fn end(&self, node: &Node, otherwise: usize) -> usize {
        let Range { start, end } = node.span.range();
        let trimmed = |end: usize| self.source[..end].trim_end().len().max(start);
        match &node.content {
            _ if start == end => otherwise,
            _ if self.is_alias(node) => trimmed(end),
            Content::List(items) if self.is_flow(node) => {
                self.end_of_brackets(items.last().map_or(start + 1, |item| self.end(item, trimmed(item.span.range().start))))
            }
            Content::Map(pairs) if self.is_flow(node) => {
                self.end_of_brackets(pairs.last().map_or(start + 1, |pair| self.end_of_pair(pair)))
            }
            Content::Scalar { quoted: true, .. } if matches!(self.byte(start), Some(b'|' | b'>')) => self.end_of_lines(node),
            Content::Scalar { quoted: true, .. } => self.end_of_quotes(start).unwrap_or_else(|| trimmed(end)),
            Content::Scalar { .. } => trimmed(end),
            Content::List(items) => items.last().map_or(end, |item| self.end(item, trimmed(item.span.range().start))),
            Content::Map(pairs) => pairs.last().map_or(end, |pair| self.end_of_pair(pair)),
        }
    }

    fn end_of_pair(&self, pair: &Pair) -> usize {
        self.end(&pair.value, self.after_colon(pair))
    }

    /// Behind the closing quote. The parser's own end takes in the comment that follows.
    fn end_of_quotes(&self, start: usize) -> Option<usize> {
        let sign = self.byte(start).filter(|sign| matches!(sign, b'"' | b'\''))?;
        let mut at = start + 1;
        loop {
            match self.byte(at)? {
                b'\\' if sign == b'"' => at += 2,
                byte if byte == sign && sign == b'\'' && self.byte(at + 1) == Some(sign) => at += 2,
                byte if byte == sign => return Some(at + 1),
                _ => at += 1,
            }
        }
    }

    /// Behind the bracket that follows what stands last in a list or mapping.
    fn end_of_brackets(&self, last: usize) -> usize {
        let mut at = last;
        while let Some(byte) = self.byte(at) {
            at += 1;
            match byte {
                b']' | b'}' => break,
                b'#' => at += self.source[at..].find('\n').unwrap_or(self.source.len() - at),
                _ => {}
            }
        }
        at
    }

    /// The end of a text of indented lines under `|` or `>`: at the first line that is set in less than its first. The parser's own end
    /// takes in the comments that follow.
    fn end_of_lines(&self, node: &Node) -> usize {
        let start = node.span.range().start;
        let head = self.line_end(start);
        if matches!(&node.content, Content::Scalar { text, .. } if text.is_empty()) {
            return self.source[..head].trim_end().len();
        }
        let (mut at, mut end, mut indent) = (head, head, None);
        for line in self.source[head..self.range.end.max(head)].split_inclusive('\n') {
            at += line.len();
            let content = line.trim_end();
            let margin = content.len() - content.trim_start_matches(' ').len();
            if content.is_empty() {
                continue;
            }
            if margin < *indent.get_or_insert(margin) {
                break;
            }
            end = at - (line.len() - content.len());
        }
        end
    }

    /// Behind the line's end, or at the end of the YAML.
    fn line_end(&self, at: usize) -> usize {
        let part = self.source.get(at..self.range.end).unwrap_or_default();
        part.find('\n').map_or(self.range.end, |end| at + end + 1)
    }

    fn line_start(&self, at: usize) -> usize {
        self.source[..at].rfind('\n').map_or(0, |end| end + 1).max(self.range.start)
    }

    /// New lines below the one where something ends.
    fn below(&self, at: usize, lines: &str) -> Splice {
        let end = self.line_end(at);
        if end > self.range.start && self.byte(end - 1) != Some(b'\n') {
            return (end..end, format!("{}{lines}", self.newline));
        }
        (end..end, format!("{lines}{}", self.newline))
    }

    fn replace(&self, walk: &Walk<'_, '_>, value: &Value) -> Result<Vec<Splice>, Refused> {
        let inside = walk.above.iter().any(|(node, _)| self.is_flow(node));
        let Range { start, end } = walk.node.span.range();
        let colon = walk.pair().map(|pair| (pair, self.after_colon(pair)));
        let new = match value {
            // Quotes stay where there were some.
            Value::Text(text) if matches!(self.byte(start), Some(b'"' | b'\'')) && start < end => quoted(text),
            value => inline(value, inside),
        };
        match colon {
            Some((pair, colon)) if start == end => {
                let sign = if colon == pair.key_span.range().end { ": " } else { " " };
                Ok(vec![(colon..colon, format!("{sign}{new}"))])
            }
            Some((_, colon)) if self.is_block(walk.node) => {
                let line = self.source[..self.line_end(colon)].trim_end_matches(['\n', '\r']).len().max(colon);
                Ok(vec![(colon..colon, format!(" {new}")), (line..self.end(walk.node, colon).max(line), String::new())])
            }
            None if start == end => Err((walk.place(), Why::Unusual)),
            _ => Ok(vec![(start..self.end(walk.node, end), new)]),
        }
    }

    /// Makes what the rest of the path names.
    fn make(&self, walk: &Walk<'_, '_>, rest: &[Step<'_>], value: &Value) -> Result<Vec<Splice>, Refused> {
        let refused = |why| Err((walk.place(), why));
        let (first, inner) = match rest.split_first() {
            Some(parts) => parts,
            None => return refused(Why::Shape),
        };
        let mut value = value.clone();
        for step in inner.iter().rev() {
            value = match step {
                Step::Key(key) => Value::Map(vec![((*key).to_owned(), value)]),
                Step::Index(0) => Value::List(vec![value]),
                Step::Index(_) => return refused(Why::Missing),
            };
        }
        match (&walk.node.content, first) {
            (Content::Map(pairs), Step::Key(key)) if walk.brackets => {
                let new = pair(key, &value);
                Ok(vec![match pairs.last() {
                    Some(last) => self.after(self.end_of_pair(last), format!(", {new}")),
                    None => self.after(walk.node.span.range().start + 1, new),
                }])
            }
            (Content::Map(pairs), Step::Key(key)) => {
                let (indent, end) = match (pairs.first(), pairs.last()) {
                    (Some(first), Some(last)) => (self.column(first.key_span.range().start), self.end_of_pair(last)),
                    _ => (0, self.range.end),
                };
                Ok(vec![self.below(end, &block(key, &value, indent, self.unit, self.newline))])
            }
            (Content::List(items), Step::Index(index)) if *index == items.len() => self.append(walk, &value),
            (Content::List(_), Step::Index(_)) => refused(Why::Missing),
            (_, Step::Index(0)) if walk.node.is_null() => self.replace(walk, &Value::List(vec![value])),
            (_, Step::Key(key)) if walk.node.is_null() => {
                let range = walk.node.span.range();
                match walk.pair() {
                    Some(pair) if range.is_empty() && !walk.brackets => {
                        let indent = self.column(pair.key_span.range().start) + self.unit;
                        Ok(vec![self.below(self.after_colon(pair), &block(key, &value, indent, self.unit, self.newline))])
                    }
                    _ => self.replace(walk, &Value::Map(vec![((*key).to_owned(), value)])),
                }
            }
            _ => refused(Why::Shape),
        }
    }

    fn after(&self, at: usize, new: String) -> Splice {
        (at..at, new)
    }

    fn column(&self, at: usize) -> usize {
        self.source[self.line_start(at)..at].chars().count()
    }

    fn append(&self, walk: &Walk<'_, '_>, value: &Value) -> Result<Vec<Splice>, Refused> {
        if self.is_alias(walk.node) {
            return Err((walk.place(), Why::Unusual));
        }
        match &walk.node.content {
            _ if walk.node.is_null() => self.replace(walk, &Value::List(vec![value.clone()])),
            Content::Map(_) => Err((walk.place(), Why::Shape)),
            Content::Scalar { text, .. } => {
                let range = walk.node.span.range();
                let end = self.end(walk.node, range.end);
                let written = self.source.get(range.start..end).unwrap_or_default();
                let is_quoted = written.starts_with(['"', '\'']) && !written.contains('\n');
                let old = match is_quoted || scalar(written, true, true) == written {
                    true => written.to_owned(),
                    false => quoted(text),
                };
                Ok(vec![(range.start..end, format!("[{old}, {}]", inline(value, true)))])
            }
            Content::List(items) if self.is_flow(walk.node) => {
                let new = inline(value, true);
                Ok(vec![match items.last() {
                    Some(last) => self.after(self.end(last, last.span.range().end), format!(", {new}")),
                    None => self.after(walk.node.span.range().start + 1, new),
                }])
            }
            Content::List(items) => {
                let dash = items.first().and_then(|item| self.dash(item)).ok_or((walk.place(), Why::Unusual))?;
                let lines = format!("{}- {}", " ".repeat(self.column(dash)), inline(value, false));
                Ok(vec![self.below(self.end(walk.node, dash), &lines)])
            }
        }
    }

    /// The dash before an item.
    fn dash(&self, item: &Node) -> Option<usize> {
        let before = self.source[..item.span.range().start].trim_end();
        before.ends_with('-').then(|| before.len() - 1)
    }

    fn remove(&self, walk: &Walk<'_, '_>) -> Result<Vec<Splice>, Refused> {
        let unusual = Err((walk.place(), Why::Unusual));
        let Some((holder, index)) = walk.above.last() else { return unusual };
        let ends = |index: usize| match &holder.content {
            Content::Map(pairs) => pairs.get(index).map(|pair| (pair.key_span.range().start, self.end_of_pair(pair))),
            Content::List(items) => items.get(index).map(|item| (item.span.range().start, self.end(item, item.span.range().end))),
            Content::Scalar { .. } => None,
        };
        let Some((start, end)) = ends(*index) else { return unusual };
        if self.is_flow(holder) || walk.above.iter().any(|(node, _)| self.is_flow(node)) {
            let before = index.checked_sub(1).and_then(ends).map(|(_, end)| end);
            let after = ends(index + 1).map(|(start, _)| start);
            // What stands between the parts goes with one of them, unless it is a comment.
            let is_bare = |gap: &str| gap.chars().all(|c| c == ',' || c.is_whitespace());
            return Ok(vec![match (before, after) {
                (Some(before), _) if is_bare(&self.source[before..start]) => (before..end, String::new()),
                (None, Some(after)) if is_bare(&self.source[end..after]) => (start..after, String::new()),
                (None, None) => (start..end, String::new()),
                _ => {
                    let comma = self.source[end..].trim_start();
                    let comma = if comma.starts_with(',') { self.source.len() - comma.len() + 1 } else { end };
                    (start..comma, String::new())
                }
            }]);
        }
        let start = match &holder.content {
            Content::List(items) => self.dash(&items[*index]).ok_or((walk.place(), Why::Unusual))?,
            _ => start,
        };
        let line = self.line_start(start);
        if self.source[line..start].bytes().all(|b| b == b' ') {
            let line_end = self.line_end(end);
            // The last line of a text that does not end in a line end leaves none behind either.
            let line = match self.byte(line_end - 1) {
                Some(b'\n') => line,
                _ => self.range.start + self.source[self.range.start..line].trim_end_matches(['\n', '\r']).len(),
            };
            return Ok(vec![(line..line_end, String::new())]);
        }
        // The first key or item behind a dash: the next one takes its place.
        let next = match &holder.content {
            Content::List(items) => items.get(index + 1).and_then(|item| self.dash(item)),
            _ => ends(index + 1).map(|(start, _)| start),
        };
        match next.filter(|next| !self.source[end..*next].contains('#')) {
            Some(next) => Ok(vec![(start..next, String::new())]),
            None => unusual,
        }
    }

    fn rename(&self, walk: &Walk<'_, '_>, name: &str) -> Result<Vec<Splice>, Refused> {
        let Some((holder, _)) = walk.above.last() else { return Err((walk.place(), Why::Shape)) };
        let pair = walk.pair().ok_or((walk.place(), Why::Shape))?;
        if let Content::Map(pairs) = &holder.content
            && pairs.iter().any(|other| other.key == name.trim() && other.key_span != pair.key_span)
        {
            return Err((walk.place(), Why::Taken));
        }
        let range = pair.key_span.range();
        let brackets = walk.above.iter().any(|(node, _)| self.is_flow(node));
        let new = match self.byte(range.start) {
            Some(b'"' | b'\'') => quoted(name),
            _ => write::key(name, brackets),
        };
        Ok(vec![(range, new)])
    }
}
