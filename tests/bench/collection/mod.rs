//! A large multilingual collection, made up: always the same for the same size, on every machine.
//!
//! A [`Collection`] is a recipe and holds nothing but its size, so that whoever writes a hundred thousand documents needs no memory for
//! them: work number 70,000 can be asked for at once.

pub mod apologue;
mod phrases;
mod random;
mod text;

use phrases::{NOTIONS, OBJECTS, PLACES, Phrase, SUBJECTS, VERBS};
use random::Random;
use text::Block;

/// A language of the collection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    Es,
    Ru,
    It,
    En,
}

impl Language {
    /// In the order of the site.
    pub const ALL: [Language; 4] = [Language::Es, Language::Ru, Language::It, Language::En];

    pub fn tag(self) -> &'static str {
        ["es", "ru", "it", "en"][self as usize]
    }

    /// What it calls itself.
    pub fn name(self) -> &'static str {
        ["Español", "Русский", "Italiano", "English"][self as usize]
    }

    /// The title of the site.
    pub fn site_title(self) -> &'static str {
        self.say(&phrases::SITE)
    }

    /// "Themes".
    pub fn themes(self) -> &'static str {
        self.say(&phrases::THEMES)
    }

    /// "See also".
    pub fn see_also(self) -> &'static str {
        self.say(&phrases::SEE_ALSO)
    }

    fn say(self, phrase: &Phrase) -> &'static str {
        phrase[self as usize]
    }
}

/// How long the documents are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Profile {
    /// About 600 bytes each.
    Short,
    /// About 5.3 KB each.
    Long,
}

/// What a work is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Story,
    Maxim,
    Exercise,
    Path,
}

impl Kind {
    pub const ALL: [Kind; 4] = [Kind::Story, Kind::Maxim, Kind::Exercise, Kind::Path];

    /// The folder of its works.
    pub fn folder(self) -> &'static str {
        ["stories", "maxims", "exercises", "paths"][self as usize]
    }

    /// What its works are called together.
    pub fn plural(self, language: Language) -> &'static str {
        const PLURALS: [Phrase; 4] = [
            ["Historias", "Истории", "Storie", "Stories"],
            ["Máximas", "Изречения", "Massime", "Maxims"],
            ["Ejercicios", "Упражнения", "Esercizi", "Exercises"],
            ["Caminos", "Пути", "Percorsi", "Paths"],
        ];
        language.say(&PLURALS[self as usize])
    }
}

/// What other works have to know of a work: enough to link it.
#[derive(Clone, Copy, Debug)]
pub struct Head {
    pub number: usize,
    pub kind: Kind,
    subject: usize,
    place: usize,
}

impl Head {
    /// Its name in addresses, the same in all languages.
    pub fn name(&self) -> String {
        let words = format!("{} {}", SUBJECTS[self.subject][3], PLACES[self.place][3]);
        format!("{}-{}", slug(&words), self.number)
    }

    pub fn title(&self, language: Language) -> String {
        format!("{} {} {}", capital(language.say(&SUBJECTS[self.subject])), language.say(&PLACES[self.place]), self.number)
    }
}

/// A work in all its languages.
#[derive(Debug)]
pub struct Work {
    pub head: Head,
    /// The language that it was written in; the others are translations.
    pub lead: Language,
    /// Numbers of themes.
    pub themes: Vec<usize>,
    /// When it was written: year, month, day.
    pub date: String,
    /// What a story illustrates or an exercise practises.
    pub relation: Option<Head>,
    /// The steps of a path.
    pub steps: Vec<Head>,
    summary: text::Sentence,
    blocks: Vec<Block>,
}

impl Work {
    pub fn summary(&self, language: Language) -> String {
        self.summary.say(language)
    }

    /// The text in Markdown. Every tool has its own way to write a link to another work.
    pub fn body(&self, language: Language, link: &dyn Fn(&Head) -> String) -> String {
        text::write(&self.blocks, language, link)
    }
}

/// A theme of the thesaurus.
#[derive(Clone, Debug)]
pub struct Theme {
    pub id: String,
    number: usize,
    /// The number of the theme that contains it.
    pub broader: Option<usize>,
    pub related: Option<usize>,
}

impl Theme {
    pub fn label(&self, language: Language) -> String {
        label(self.number, language)
    }
}

/// The recipe.
#[derive(Clone, Copy, Debug)]
pub struct Collection {
    pub documents: usize,
    pub profile: Profile,
}

const SEED: u64 = 0x00a9_0106_0e00;

impl Collection {
    pub fn new(documents: usize, profile: Profile) -> Collection {
        Collection { documents: documents.max(4), profile }
    }

    pub fn works(&self) -> usize {
        self.documents.div_ceil(Language::ALL.len())
    }

    /// Works that exist in all languages: all but perhaps the last.
    fn whole_works(&self) -> usize {
        self.documents / Language::ALL.len()
    }

    /// The languages in which a work exists, its lead first.
    pub fn editions(&self, work: &Work) -> Vec<Language> {
        let mut languages = vec![work.lead];
        languages.extend(Language::ALL.into_iter().filter(|language| *language != work.lead));
        let left = self.documents - work.head.number * Language::ALL.len();
        languages.truncate(left);
        languages
    }

    /// More works have more themes, but by far not as many more.
    pub fn theme_count(&self) -> usize {
        12 + 2 * self.works().isqrt()
    }

    pub fn themes(&self) -> Vec<Theme> {
        (0..self.theme_count()).map(|number| self.theme(number)).collect()
    }

    fn theme(&self, number: usize) -> Theme {
        let mut random = Random::new(SEED ^ 1, number);
        let tops = self.theme_count() / 10;
        let broader = (number >= tops).then(|| random.below(tops.max(number / 4)));
        // A neighbour in the list is neither above it nor below.
        let related = (number > 8 && number.is_multiple_of(5)).then(|| number - 1);
        Theme { id: slug(&label(number, Language::En)), number, broader, related }
    }

    pub fn head(&self, number: usize) -> Head {
        let mut random = Random::new(SEED ^ 2, number);
        let kind = match random.below(100) {
            _ if number % 200 == 7 => Kind::Path,
            0..60 => Kind::Story,
            60..86 => Kind::Maxim,
            _ => Kind::Exercise,
        };
        Head { number, kind, subject: random.below(SUBJECTS.len()), place: random.below(PLACES.len()) }
    }

    pub fn work(&self, number: usize) -> Work {
        let head = self.head(number);
        let mut random = Random::new(SEED ^ 3, number);
        let lead = if number < self.whole_works() { Language::ALL[random.below(4)] } else { Language::En };
        let mut themes = Vec::new();
        for _ in 0..random.between(2, 4) {
            // The square makes the first themes the frequent ones, as in real collections.
            let count = self.theme_count();
            let theme = random.below(count) * random.below(count) / count;
            if !themes.contains(&theme) {
                themes.push(theme);
            }
        }
        let date = format!("{}-{:02}-{:02}", random.between(2008, 2022), random.between(1, 12), random.between(1, 28));
        let relation = match head.kind {
            Kind::Story if random.percent(30) => self.other(number, &mut random),
            Kind::Exercise => self.other(number, &mut random),
            _ => None,
        };
        let mut steps: Vec<Head> = Vec::new();
        if head.kind == Kind::Path {
            for _ in 0..random.between(4, 9) {
                let step = self.other(number, &mut random);
                steps.extend(step.filter(|step| steps.iter().all(|earlier| earlier.number != step.number)));
            }
        }
        let summary = text::Sentence::plain(&mut random);
        let mut link = |random: &mut Random| self.other(number, random);
        let blocks = text::compose(self.profile, &mut random, &mut link);
        Work { head, lead, themes, date, relation, steps, summary, blocks }
    }

    /// The ids of a work's themes.
    pub fn themes_of(&self, work: &Work) -> Vec<String> {
        work.themes.iter().map(|number| self.theme(*number).id).collect()
    }

    /// Their labels.
    pub fn labels_of(&self, work: &Work, language: Language) -> Vec<String> {
        work.themes.iter().map(|number| label(*number, language)).collect()
    }

    /// Another work, no path, that exists in all languages.
    fn other(&self, number: usize, random: &mut Random) -> Option<Head> {
        let head = self.head(random.below(self.whole_works()));
        (head.number != number && head.kind != Kind::Path).then_some(head)
    }

    /// The work whose body is edited: a story in all languages.
    pub fn edited(&self) -> Head {
        let stories = (0..self.whole_works()).map(|number| self.head(number)).find(|head| head.kind == Kind::Story);
        stories.unwrap_or_else(|| self.head(0))
    }
}

/// A sentence that makes an edited body differ from every earlier one.
pub fn edit(count: usize) -> String {
    format!("\n{} {count}.\n", capital(&format!("{} {} {}", SUBJECTS[0][0], VERBS[0][0], OBJECTS[0][0])))
}

fn label(number: usize, language: Language) -> String {
    let notion = language.say(&NOTIONS[number % NOTIONS.len()]);
    let round = number / NOTIONS.len();
    match round {
        0 => notion.to_owned(),
        1..=16 => format!("{notion} {}", language.say(&PLACES[round - 1])),
        _ => format!("{notion} {} {}", language.say(&PLACES[round % PLACES.len()]), round),
    }
}

fn slug(words: &str) -> String {
    words.to_lowercase().replace('\'', "").replace(' ', "-")
}

fn capital(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
