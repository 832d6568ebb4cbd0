//! Raw tags among the words: which may stand, which have a partner, and what is said of the others.

use std::ops::Range;

use super::{Pending, Resolver, Waiting};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::document::body::html::{self, Part as HtmlPart};
use crate::document::body::tok::{Element, Tok};

impl Resolver<'_, '_> {
    pub(super) fn html(&mut self, raw: &str, at: Range<usize>) {
        for judged in html::judge(raw) {
            let place = at.start + judged.at.start..at.start + judged.at.end;
            let place = if place.end <= at.end { place } else { at.clone() };
            let written = raw.get(judged.at.clone()).unwrap_or_default();
            let residue = judged.residue.is_some();
            if let Some(residue) = judged.residue {
                self.pasted(&residue, place.clone());
            }
            match judged.part {
                HtmlPart::Text(text) => self.push_text(&text, false, place.start),
                HtmlPart::Tag(html::Tag::Comment) => {}
                // What a word processor left says nothing to anybody.
                HtmlPart::Tag(html::Tag::Refused(_) | html::Tag::RefusedEnd) if residue => {}
                HtmlPart::Tag(html::Tag::Open { name, attributes, language }) if self.may_open(name) => {
                    self.enter(Waiting::Html(name));
                    self.out.push(Pending::Html { raw: written.to_owned(), at: place, name, attributes, language });
                }
                HtmlPart::Tag(html::Tag::Void { name, attributes }) if !html::is_block(name) => {
                    self.push(Tok::Void(format!("<{name}{attributes}>")));
                }
                HtmlPart::Tag(html::Tag::Close(name)) if self.close_html(name) => {}
                HtmlPart::Tag(tag) => {
                    let name = match tag {
                        html::Tag::Open { name, .. } | html::Tag::Void { name, .. } | html::Tag::Close(name) => Some(name.to_owned()),
                        html::Tag::Refused(name) => Some(name),
                        html::Tag::Comment | html::Tag::RefusedEnd => (!self.refused).then(|| written.trim_matches(['<', '>']).to_owned()),
                    };
                    if let Some(name) = name {
                        self.refuse(&name, place);
                    }
                    self.push(Tok::Verbatim(written.to_owned()));
                }
            }
        }
    }

    fn may_open(&self, name: &str) -> bool {
        let parent = self.open.last().map(|open| &open.kind);
        match name {
            _ if html::is_block(name) || !self.has_room() => false,
            "rt" | "rp" => parent == Some(&Waiting::Html("ruby")),
            "dfn" => self.waiting(|waiting| *waiting == Waiting::Html("dfn")).is_none(),
            _ => true,
        }
    }

    fn close_html(&mut self, name: &'static str) -> bool {
        let Some(index) = self.waiting(|waiting| *waiting == Waiting::Html(name)) else { return false };
        let tok = self.open[index].tok;
        let is_rt = |pending: &Pending| matches!(pending, Pending::Tok(Tok::Open(Element::Html { name: "rt", .. })));
        let lacks_rt = name == "ruby" && !self.out[tok..].iter().any(is_rt);
        self.give_up(index);
        if lacks_rt {
            return false;
        }
        if let Some(Pending::Html { name, attributes, language, .. }) = self.out.get_mut(tok) {
            let element = Element::Html { name, attributes: std::mem::take(attributes), language: *language };
            self.out[tok] = Pending::Tok(Tok::Open(element));
        }
        self.push(Tok::Close);
        true
    }

    pub(super) fn refuse(&mut self, name: &str, at: Range<usize>) {
        self.refused = true;
        self.problems.add(Diagnostic::new(Code::HtmlNotAllowed).arg("tag", name), at);
    }

    pub(super) fn pasted(&mut self, what: &str, at: Range<usize>) {
        self.problems.add(Diagnostic::new(Code::PastedHtml).arg("what", what), at);
    }
}
