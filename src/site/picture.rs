//! A theme among its neighbours, as a picture: where each stands is reckoned here, a template draws it.
//!
//! Broader themes stand above, narrower ones below, related ones at both sides; a page from right to left begins at its right. All is in
//! units of a narrow column, so that the words can be read on a phone. Nobody knows here how wide a reader's letters are: widths are
//! guessed, and what may be too wide is squeezed.

use super::view::{PictureLine, PictureMore, PictureNode, PicturePart, PictureView, Shared, ThemeLink};
use crate::base::language::Direction;

/// How wide a picture is.
const WIDTH: i32 = 360;
const MIDDLE: i32 = WIDTH / 2;
/// From one line of a label to the next, and how large its letters are.
const LINE: i32 = 16;
const LETTERS: i32 = 13;
/// The largest and the smallest circle.
const LARGEST: i32 = 14;
const SMALLEST: i32 = 4;
/// Between a circle and its label; between labels that stand side by side; between rows.
const GAP: i32 = 4;
const MARGIN: i32 = 8;
const ROWS: i32 = 34;
/// How many themes stand in one row, and how many of each kind are shown.
const IN_ROW: usize = 3;
const BROADER: usize = 3;
const RELATED: usize = 4;
const NARROWER: usize = 6;

/// The themes around one, each kind in the order of its list.
pub(super) struct Neighbours<'a> {
    pub theme: &'a Shared<ThemeLink>,
    pub broader: &'a [Shared<ThemeLink>],
    pub narrower: &'a [Shared<ThemeLink>],
    pub related: &'a [Shared<ThemeLink>],
}

/// Draws a theme among its neighbours; a theme without any has no picture.
pub(super) fn draw(neighbours: &Neighbours, direction: Direction) -> Option<PictureView> {
    let Neighbours { theme, broader, narrower, related } = neighbours;
    if broader.is_empty() && narrower.is_empty() && related.is_empty() {
        return None;
    }
    let shown = |themes: &[Shared<ThemeLink>], most: usize| themes[..themes.len().min(most)].to_vec();
    let (above, below, beside) = (shown(broader, BROADER), shown(narrower, NARROWER), shown(related, RELATED));
    let all = above.iter().chain(&below).chain(&beside).chain([*theme]);
    let most = all.map(|theme| theme.count).max().unwrap_or(0);
    let mut drawing =
        Drawing { most, mirrored: direction == Direction::Rtl, top: MARGIN, parts: Vec::new(), nodes: Vec::new(), more: Vec::new() };
    drawing.more("broader", MIDDLE, broader.len() - above.len());
    let above = drawing.row_above(&above);
    let middle = drawing.middle(theme, &beside, related.len() - beside.len());
    for (x, y) in above {
        drawing.part("broader", format!("M{x} {y}{}", curve_down((x, y), (MIDDLE, middle.top))));
    }
    drawing.rows_below(&below, middle.bottom);
    drawing.more("narrower", MIDDLE, narrower.len() - below.len());
    Some(drawing.finish())
}

struct Drawing {
    /// The works of the theme that has most of them.
    most: usize,
    mirrored: bool,
    /// Where the next row begins.
    top: i32,
    parts: Vec<PicturePart>,
    nodes: Vec<PictureNode>,
    more: Vec<PictureMore>,
}

/// Where lines from above arrive at the theme in the middle, and where those to below begin.
struct Middle {
    top: i32,
    bottom: i32,
}

impl Drawing {
    /// Large circles for many works: it is their areas that are compared.
    fn radius(&self, theme: &ThemeLink) -> i32 {
        let share = theme.count as f64 / self.most.max(1) as f64;
        SMALLEST + ((LARGEST - SMALLEST) as f64 * share.sqrt()).round() as i32
    }

    fn x(&self, x: i32) -> i32 {
        if self.mirrored { WIDTH - x } else { x }
    }

    fn part(&mut self, kind: &'static str, path: String) {
        self.parts.push(PicturePart { kind, path });
    }

    /// A circle, and its label in lines from this height on.
    fn node(&mut self, kind: &'static str, theme: &Shared<ThemeLink>, (x, y): (i32, i32), lines: Vec<Line>, first: i32) {
        let lines = lines.into_iter().zip(0..).map(|(line, number)| PictureLine {
            text: line.text,
            y: first + number * LINE + LETTERS - 1,
            squeezed: line.squeezed,
        });
        let (radius, lines) = (self.radius(theme), lines.collect());
        self.nodes.push(PictureNode { kind, theme: theme.clone(), x: self.x(x), y, radius, lines });
    }

    fn more(&mut self, kind: &'static str, x: i32, count: usize) {
        if count > 0 {
            self.more.push(PictureMore { kind, x: self.x(x), y: self.top + LETTERS, count });
            self.top += LINE + GAP;
        }
    }

    /// Broader themes have their labels above them, so that no line runs through the words. Says where their lines begin.
    fn row_above(&mut self, themes: &[Shared<ThemeLink>]) -> Vec<(i32, i32)> {
        if themes.is_empty() {
            return Vec::new();
        }
        let labels: Vec<Vec<Line>> = themes.iter().map(|theme| wrap(&theme.title, room(themes.len()))).collect();
        let lines = labels.iter().map(Vec::len).max().unwrap_or(0) as i32;
        let y = self.top + lines * LINE + GAP + LARGEST;
        let mut begin = Vec::new();
        for ((theme, label), x) in themes.iter().zip(labels).zip(columns(themes.len())) {
            let first = self.top + (lines - label.len() as i32) * LINE + LARGEST - self.radius(theme);
            begin.push((self.x(x), y + self.radius(theme)));
            self.node("broader", theme, (x, y), label, first);
        }
        self.top = y + LARGEST + ROWS;
        begin
    }

    /// The theme itself between those that are related to it: one or two at each side.
    fn middle(&mut self, theme: &Shared<ThemeLink>, related: &[Shared<ThemeLink>], more: usize) -> Middle {
        let label = wrap(&theme.title, if related.is_empty() { WIDTH - MARGIN } else { room(IN_ROW) });
        let height = |lines: usize| 2 * LARGEST + GAP + lines as i32 * LINE;
        let sides = related.iter().enumerate().map(|(i, theme)| (i % 2, theme, wrap(&theme.title, room(IN_ROW))));
        let mut sides: Vec<_> = sides.map(|(side, theme, label)| (side, theme, height(label.len()), label)).collect();
        sides.sort_by_key(|(side, ..)| *side);
        let side_height = |wanted: usize| -> i32 {
            sides.iter().filter(|(side, ..)| *side == wanted).map(|(.., height, _)| height + MARGIN).sum::<i32>() - MARGIN
        };
        let tallest = side_height(0).max(side_height(1)).max(height(label.len()));
        let is_stacked = related.len() > 2;
        let y = self.top + LARGEST + if is_stacked { (tallest - height(label.len())) / 2 } else { 0 };
        let mut heights = [self.top; 2];
        for (side, other, height, label) in sides {
            let x = columns(IN_ROW)[if side == 0 { 0 } else { 2 }];
            let at = heights[side] + LARGEST;
            let (own, others) = (self.radius(theme), self.radius(other));
            let inward = if side == 0 { 1 } else { -1 };
            let (from, to) = ((self.x(MIDDLE - inward * own), y), (self.x(x + inward * others), at));
            let half = (from.0 + to.0) / 2;
            self.part("related", format!("M{} {}C{half} {} {half} {} {} {}", from.0, from.1, from.1, to.1, to.0, to.1));
            self.node("related", other, (x, at), label, at + others + GAP);
            heights[side] += height + MARGIN;
        }
        let bottom = y + self.radius(theme) + GAP + label.len() as i32 * LINE + GAP;
        let first = y + self.radius(theme) + GAP;
        self.node("self", theme, (MIDDLE, y), label, first);
        if more > 0 {
            // Beside the middle there is room below the shorter side.
            let side = usize::from(heights[1] <= heights[0]);
            let at = heights[side];
            self.more.push(PictureMore { kind: "related", x: self.x(columns(IN_ROW)[side * 2]), y: at + LETTERS - MARGIN, count: more });
            heights[side] += LINE;
        }
        self.top = bottom.max(heights[0] - MARGIN).max(heights[1] - MARGIN);
        Middle { top: y - self.radius(theme), bottom }
    }

    /// Narrower themes have their labels below them. Lines to the second row run between the words of the first.
    fn rows_below(&mut self, themes: &[Shared<ThemeLink>], begin: i32) {
        if themes.is_empty() {
            return;
        }
        let in_first = if themes.len() > IN_ROW { themes.len().div_ceil(2) } else { themes.len() };
        let (first, second) = themes.split_at(in_first);
        let mut way: Option<(Vec<i32>, i32, i32)> = None;
        for row in [first, second] {
            if row.is_empty() {
                continue;
            }
            let y = self.top.max(begin) + if way.is_none() { ROWS } else { ROWS / 2 } + LARGEST;
            let labels: Vec<Vec<Line>> = row.iter().map(|theme| wrap(&theme.title, room(row.len()))).collect();
            let lines = labels.iter().map(Vec::len).max().unwrap_or(0) as i32;
            for ((theme, label), x) in row.iter().zip(labels).zip(columns(row.len())) {
                let radius = self.radius(theme);
                let (start, end) = ((MIDDLE, begin), (self.x(x), y - radius));
                let path = match &way {
                    None => format!("M{MIDDLE} {begin}{}", curve_down(start, end)),
                    Some((gaps, from, to)) => {
                        let gap = gaps.iter().copied().min_by_key(|gap| (gap - x).abs()).unwrap_or(MIDDLE);
                        let gap = self.x(gap);
                        format!("M{MIDDLE} {begin}{}V{to}{}", curve_down(start, (gap, *from)), curve_down((gap, *to), end))
                    }
                };
                self.part("narrower", path);
                self.node("narrower", theme, (x, y), label, y + radius + GAP);
            }
            let bottom = y + LARGEST + GAP + lines * LINE;
            let places = columns(row.len());
            let gaps = places.windows(2).map(|pair| (pair[0] + pair[1]) / 2).collect();
            way = Some((gaps, y - LARGEST, bottom));
            self.top = bottom;
        }
    }

    fn finish(self) -> PictureView {
        PictureView { width: WIDTH, height: self.top + MARGIN, lines: self.parts, nodes: self.nodes, more: self.more }
    }
}

/// The rest of a path that leaves a place downwards and arrives at another from above.
fn curve_down(from: (i32, i32), to: (i32, i32)) -> String {
    let half = (from.1 + to.1) / 2;
    format!("C{} {half} {} {half} {} {}", from.0, to.0, to.0, to.1)
}

/// The middles of so many columns.
fn columns(count: usize) -> Vec<i32> {
    let wide = WIDTH / count.max(1) as i32;
    (0..count as i32).map(|column| column * wide + wide / 2).collect()
}

/// How wide a label in a row of so many may be.
fn room(count: usize) -> i32 {
    WIDTH / count.max(1) as i32 - MARGIN
}

/// A line of a label.
struct Line {
    text: String,
    /// How wide it is to be made, if it may be too wide.
    squeezed: Option<i32>,
}

/// A label in one line or two, as evenly as its words allow.
fn wrap(label: &str, room: i32) -> Vec<Line> {
    if width(label) <= room {
        return vec![fit(label, room)];
    }
    let breaks = label.char_indices().filter_map(|(at, c)| match c {
        ' ' => Some((at, at + 1)),
        '-' | '/' | '\u{2010}' => Some((at + c.len_utf8(), at + c.len_utf8())),
        _ => None,
    });
    let longer = |(end, start): &(usize, usize)| width(&label[..*end]).max(width(&label[*start..]));
    match breaks.filter(|(end, start)| *end > 0 && *start < label.len()).min_by_key(longer) {
        Some((end, start)) => vec![fit(&label[..end], room), fit(&label[start..], room)],
        None => vec![fit(label, room)],
    }
}

/// A line that is somewhat too wide is squeezed; of a much wider one the end is left out, which the list beside the picture has.
fn fit(text: &str, room: i32) -> Line {
    let wide = width(text);
    if wide <= room {
        return Line { text: text.to_owned(), squeezed: None };
    }
    let bearable = room * 4 / 3;
    if wide <= bearable {
        return Line { text: text.to_owned(), squeezed: Some(room) };
    }
    let mut kept = text;
    while let Some((at, _)) = kept.char_indices().next_back() {
        kept = &kept[..at];
        if width(kept) + width("…") <= bearable {
            break;
        }
    }
    Line { text: format!("{}…", kept.trim_end()), squeezed: Some(room) }
}

/// How wide a line is in the letters of a common typeface, guessed generously.
fn width(text: &str) -> i32 {
    text.chars().map(hundredths).sum::<i32>() * LETTERS / 100
}

fn hundredths(c: char) -> i32 {
    match c {
        'i' | 'j' | 'l' | 'f' | 't' | 'r' | 'I' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' | '!' | ' ' | '(' | ')' | '-' => 36,
        'm' | 'w' | 'M' | 'W' | 'ж' | 'м' | 'ш' | 'щ' | 'ю' | 'ы' | 'ф' | 'Ж' | 'М' | 'Ш' | 'Щ' | 'Ю' | 'Ы' | 'Ф' | '…' => {
            88
        }
        '\u{590}'..='\u{6ff}' => 56,
        '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200f}' => 0,
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}' | '\u{1f000}'.. => 105,
        c if c.is_uppercase() => 68,
        _ => 58,
    }
}

#[cfg(test)]
mod tests;
