//! Text in HTML.

use std::borrow::Cow;

use super::bytes::ByteSet;

/// The text as HTML shows it, between tags and in an attribute with quotation marks of either kind.
pub fn escape(text: &str) -> Cow<'_, str> {
    let Some(first) = text.find(['&', '<', '>', '"', '\'']) else { return Cow::Borrowed(text) };
    let mut out = String::with_capacity(text.len() + 16);
    out.push_str(&text[..first]);
    for c in text[first..].chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// The words of finished HTML: without tags, its references to characters left as they are. For what judges a text by its letters.
pub fn without_tags(html: &str) -> Cow<'_, str> {
    if !html.contains('<') {
        return Cow::Borrowed(html);
    }
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((text, tag)) = rest.split_once('<') {
        out.push_str(text);
        rest = tag.split_once('>').map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// JSON that may stand in a `<script>`: nothing in it ends the element, begins a comment or a line for an older reader.
pub fn for_script(json: &str) -> String {
    // The two separators begin with the last.
    const SPECIAL: ByteSet = ByteSet::of(&[b'<', b'>', b'&', 0xE2]);
    let mut out = String::with_capacity(json.len() + 16);
    let mut done = 0;
    for at in SPECIAL.places(json.as_bytes()) {
        let Some(c @ ('<' | '>' | '&' | '\u{2028}' | '\u{2029}')) = json[at..].chars().next() else { continue };
        out.push_str(&json[done..at]);
        out.push_str(&format!("\\u{:04x}", c as u32));
        done = at + c.len_utf8();
    }
    out.push_str(&json[done..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_html_would_read_as_its_own_is_escaped() {
        assert_eq!(escape("a <b title='x'> & \"c\""), "a &lt;b title=&#39;x&#39;&gt; &amp; &quot;c&quot;");
        assert!(matches!(escape("история"), Cow::Borrowed(_)));
    }

    #[test]
    fn json_in_a_script_neither_ends_it_nor_breaks_its_lines() {
        assert_eq!(for_script("\"</script> & \u{2028}\u{2029} …\""), r#""\u003c/script\u003e \u0026 \u2028\u2029 …""#);
    }

    #[test]
    fn tags_are_no_words() {
        assert_eq!(without_tags("<a href=\"x\"><b>Inés</b></a> y"), "Inés y");
        assert_eq!(without_tags("a <unclosed"), "a ");
    }
}
