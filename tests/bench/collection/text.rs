//! What a text consists of, whatever its language, and how it is written down in one.

use super::phrases::{AND, COLUMNS, HEADINGS, OBJECTS, OPENINGS, PLACES, READ_ALSO, SAYS, SUBJECTS, VERBS};
use super::random::Random;
use super::{Head, Language, Profile, capital};

/// Who does what.
#[derive(Debug)]
struct Clause {
    subject: usize,
    verb: usize,
    object: usize,
}

impl Clause {
    fn new(random: &mut Random) -> Clause {
        Clause { subject: random.below(SUBJECTS.len()), verb: random.below(VERBS.len()), object: random.below(OBJECTS.len()) }
    }

    fn say(&self, language: Language, mark: &str) -> String {
        let (subject, object) = (language.say(&SUBJECTS[self.subject]), language.say(&OBJECTS[self.object]));
        format!("{subject} {} {mark}{object}{mark}", language.say(&VERBS[self.verb]))
    }
}

/// How the clauses of a sentence are joined.
#[derive(Debug)]
enum Form {
    At(usize),
    Opening(usize),
    And(Clause),
    Said(usize),
}

#[derive(Debug)]
pub struct Sentence {
    clause: Clause,
    form: Form,
    /// What the object is emphasised with, if with anything.
    mark: &'static str,
}

impl Sentence {
    fn new(random: &mut Random) -> Sentence {
        let form = match random.below(4) {
            0 => Form::At(random.below(PLACES.len())),
            1 => Form::Opening(random.below(OPENINGS.len())),
            2 => Form::And(Clause::new(random)),
            _ => Form::Said(random.below(SUBJECTS.len())),
        };
        let mark = match random.below(16) {
            0 => "*",
            1 => "**",
            _ => "",
        };
        Sentence { clause: Clause::new(random), form, mark }
    }

    /// One for a summary: short and without signs.
    pub fn plain(random: &mut Random) -> Sentence {
        Sentence { form: Form::At(random.below(PLACES.len())), clause: Clause::new(random), mark: "" }
    }

    pub fn say(&self, language: Language) -> String {
        let clause = self.clause.say(language, self.mark);
        match &self.form {
            Form::At(place) => format!("{} {}.", capital(&clause), language.say(&PLACES[*place])),
            Form::Opening(opening) => format!("{}{clause}.", capital(language.say(&OPENINGS[*opening]))),
            Form::And(other) => format!("{}{}{}.", capital(&clause), language.say(&AND), other.say(language, "")),
            Form::Said(who) => format!("\"{}{}{}.", capital(&clause), language.say(&SAYS), language.say(&SUBJECTS[*who])),
        }
    }
}

#[derive(Debug)]
pub enum Block {
    Heading(usize),
    Paragraph(Vec<Sentence>, Option<Head>),
    Quotation(Sentence),
    List { ordered: bool, items: Vec<Sentence> },
    Table(Vec<(usize, usize, usize)>),
}

/// Makes up a text.
pub fn compose(profile: Profile, random: &mut Random, link: &mut dyn FnMut(&mut Random) -> Option<Head>) -> Vec<Block> {
    let mut blocks = Vec::new();
    match profile {
        Profile::Short => {
            let paragraphs = random.between(1, 3);
            for number in 0..paragraphs {
                if number > 0 && random.percent(20) {
                    blocks.push(Block::Heading(random.below(HEADINGS.len())));
                }
                let linked = random.percent(80).then(|| link(random)).flatten();
                blocks.push(Block::Paragraph(sentences(random, 1, 2), linked));
            }
            match random.below(10) {
                0 => blocks.push(Block::Quotation(Sentence::new(random))),
                1 => blocks.push(list(random, 2, 3)),
                _ if random.percent(2) => blocks.push(table(random)),
                _ => {}
            }
        }
        Profile::Long => {
            blocks.push(Block::Paragraph(sentences(random, 3, 5), link(random)));
            let first = random.below(HEADINGS.len());
            for section in 0..random.between(3, 6) {
                blocks.push(Block::Heading((first + section) % HEADINGS.len()));
                for _ in 0..random.between(2, 3) {
                    let linked = random.percent(50).then(|| link(random)).flatten();
                    blocks.push(Block::Paragraph(sentences(random, 3, 5), linked));
                }
                match random.below(6) {
                    0 | 1 => blocks.push(Block::Quotation(Sentence::new(random))),
                    2 | 3 => blocks.push(list(random, 2, 5)),
                    4 => blocks.push(table(random)),
                    _ => {}
                }
            }
        }
    }
    blocks
}

fn sentences(random: &mut Random, low: usize, high: usize) -> Vec<Sentence> {
    (0..random.between(low, high)).map(|_| Sentence::new(random)).collect()
}

fn list(random: &mut Random, low: usize, high: usize) -> Block {
    Block::List { ordered: random.percent(30), items: sentences(random, low, high) }
}

fn table(random: &mut Random) -> Block {
    let row = |random: &mut Random| (random.below(SUBJECTS.len()), random.below(VERBS.len()), random.below(OBJECTS.len()));
    Block::Table((0..random.between(2, 5)).map(|_| row(random)).collect())
}

/// Writes a text down, in Markdown.
pub fn write(blocks: &[Block], language: Language, link: &dyn Fn(&Head) -> String) -> String {
    let mut out = String::new();
    for block in blocks {
        out.push('\n');
        match block {
            Block::Heading(heading) => out += &format!("## {}\n", language.say(&HEADINGS[*heading])),
            Block::Paragraph(sentences, linked) => {
                let sentences: Vec<String> = sentences.iter().map(|sentence| sentence.say(language)).collect();
                out += &sentences.join(" ");
                if let Some(head) = linked {
                    out += &format!(" {}{}.", language.say(&READ_ALSO), link(head));
                }
                out.push('\n');
            }
            Block::Quotation(sentence) => out += &format!("> {}\n", sentence.say(language)),
            Block::List { ordered, items } => {
                for (index, item) in items.iter().enumerate() {
                    let sign = if *ordered { format!("{}.", index + 1) } else { "-".to_owned() };
                    out += &format!("{sign} {}\n", item.say(language));
                }
            }
            Block::Table(rows) => {
                out += &format!("| {} | {} |\n|---|---|\n", language.say(&COLUMNS[0]), language.say(&COLUMNS[1]));
                for (subject, verb, object) in rows {
                    let (subject, verb) = (language.say(&SUBJECTS[*subject]), language.say(&VERBS[*verb]));
                    out += &format!("| {} | {verb} {} |\n", capital(subject), language.say(&OBJECTS[*object]));
                }
            }
        }
    }
    out
}
