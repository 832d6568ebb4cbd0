//! The theme's scripts find the stems that indexes are made with: `src/base/stem.rs` and `stem-LANG.js` agree on every word.
//!
//! The words are those of the starter content, what they become with other endings, and what nobody would ever write. Node runs the scripts.
//! Without it the test says so and passes; with `CI=true` it fails.
#![allow(clippy::disallowed_methods, reason = "a test looks at files and starts programs")]

#[path = "support/browser.rs"]
mod browser;
#[path = "bench/collection/random.rs"]
#[allow(dead_code, reason = "the bench uses the rest")]
mod random;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use apologue::base::language::Language;
use apologue::base::stem::stem;
use browser::{Check, HERE, passed_over, program, ran};
use random::Random;
use walkdir::WalkDir;

const SEED: u64 = 0x5354_454d;
/// How many words are made up in one way, and how many are tried in a language.
const MADE: usize = 40_000;
const ALL: usize = 210_000;

/// What words of a language are made of.
struct Parts {
    tag: &'static str,
    letters: &'static str,
    /// Whole words and beginnings for which a language has rules of their own.
    beginnings: &'static str,
    derivations: &'static str,
    inflections: &'static str,
}

const LANGUAGES: [Parts; 4] = [
    Parts {
        tag: "ru",
        letters: "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        beginnings: "а я о у э ё ст взгл объ подъё ёлк",
        derivations: "а и е о у ы ю я в вш вши ивши ывши вшись ившись ем нн енн ющ ующ ящ щ ейш айш ост ость остн ск овск ств ени ани ник тель \
                      изаци н т л ов ев ин ец чик оват ист еск ичн тельн",
        inflections: "а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ию ью ю ия ья я ее ые ое ими ыми \
                      ый им ым его ого ему ому их ых ую юю ая яя ою ею ся сь ла на ете йте ли л н ло но ет ют ны ть ешь нно ила ыла ена ейте \
                      уйте ите или ыли уй ил ыл ен ило ыло ено ят ует уют ит ыт ены ить ыть ишь лась лись ться тся ется ются ившись вшись вши \
                      в ив ыв ивши ывши ейше ость остью ости ённый",
    },
    Parts {
        tag: "es",
        letters: "aaabcdeeefghiiijklmnñooopqrstuuuvwxyzáéíóúü",
        beginnings: "a o y u ch contri constru argu averigu segu lleg arg huy",
        derivations: "anz ic ism abl ibl ist os amient imient ad ador ación acion aci ant anci logí uci enci amente mente idad iv ativ icat \
                      abil abili ificad edad ific icion antemente ablemente osamente icamente ivamente ativamente adamente",
        inflections: "a o as os e es en me se la le lo las les los nos sela selo selas selos iéndo ándo ár ér ír ando iendo ar er ir yendo \
                      ándome ándoselo iéndola arlo arselos érselas írnos yéndose uyendo uyendola yendome antemente ablemente iblemente osamente icamente adamente ivamente ativamente \
                      abilidad icidad ividades ativos icación icadora uyéndolos ándonos ico ismos able ibles ista oso amiento \
                      imientos adora adores ación aciones acion ante antes ancia logía logías ución uciones ucion encia encias amente mente idad \
                      idades iva ivos ya ye yan yen yeron yo yó yas yes yais yamos éis emos arían arías arán arás aríais aría aréis aríamos \
                      aremos ará aré ería erá irían iremos iré aba ada ida ía ara iera ad ed id ase iese aste iste an aban ían aran ieran asen \
                      iesen aron ieron ado ido ió abas adas idas ías aras ieras ases ieses ís áis abais íais arais ierais aseis ieseis asteis \
                      isteis ados idos amos ábamos íamos imos áramos iéramos iésemos ásemos á í ó é gue gué guemos guen",
    },
    Parts {
        tag: "it",
        letters: "aaabcdeeefghiiijklmnooopqrstuuuvwxyzàèìòùáéíóú",
        beginnings: "a o u qu acqu divan diva gioi aiut buio muoi ch",
        derivations: "anz ic ich ism abil ibil ist os atric ant azion ator logi uzion usion enz ament iment amente mente ivo iv ativ icativ icat \
                      icazion icator osamente icamente abilmente ivamente ativamente abilit ett in on acc ucci ell",
        inflections: "a e i o à è ì ò ci gli la le li lo mi ne si ti vi sene gliela glielo gliene mela melo tele cene vela ando endo ar er ir \
                      andogli andosene endomelo arci ergliela irsi anza anze ico ici ica ice iche ichi ismo ismi abile abili ibile ista isti istà \
                      oso osa mente atrice atrici ante anti azione azioni atore atori logia logie uzione usioni enza enze amento amenti imento \
                      amente ità ivo iva ammo ano are arono asse assero assi assimo ata ate ati ato ava avamo avano avate avi avo emmo enda ende \
                      endi erà erai eranno ere erebbe erebbero erei eremmo eremo ereste eresti erete erò erono essero ete eva evamo evano evate \
                      evi evo iamo immo irà irai iranno ire irebbe irebbero irei iremmo iremo ireste iresti irete irò irono isca iscano isce isci \
                      isco iscono issero ita ite iti ito ivamo ivano ivate ivi ono uta ute uti uto che ghe chi ghi chio ia ie io iamo iuto aio \
                      uoia quia perché lunedí virtú osamente icamente abilamente ivamente ativamente abilità icità ività ativo \
                      icativi icazione icatore",
    },
    Parts {
        tag: "en",
        letters: "aaabcdeeeefghiiijklmnnooopqrsstttuuuvwxyyyz'",
        beginnings: "arsen commun emerg gener inter later organ past univers y d ly dy t h v inn out cann herr earr even succ proc exc skies sky \
                     idly gently ugly early only singly news howe atlas cosmos bias andes ski add egg off ebb odd hopp a o past 's 'tis yy ay",
        derivations: "tional ational ation ator al alism aliti alli ful fulness less ness ous ousli ousness ive iveness iviti iz ize izer ization \
                      able abli bl ibl biliti bli og logi ogist li enc ence enci anc ance anci ent entli ant ement ment ism ate iti ic icate iciti \
                      ical ative alize at bb dd ff gg mm nn pp rr tt y er ion tion sion ll el",
        inflections: "s es ed ing ly eed eedly edly ingly ied ies sses ss us 's 's' ' y e l ll ion er ement ment ent al ance ence ic able ible ant \
                      ism ate iti ous ive ize ings tional ational ization alism aliti fulness iveness biliti bli ogist ogists ogi ology fulli \
                      lessli li alize icate iciti ical ful ness ative ying eeds ility ously fully",
    },
];

/// Letters of other scripts, letters of two units in a script, and none at all.
const STRANGE: [&str; 15] = ["", "'", "''", "𝒜", "𝒜𝒷", "𝒷ед", "a𝒷ing", "𝒷ied", "x𝒷ied", "𝒷osa", "жалобаs", "clienteами", "日本", "ß", "i̇"];

/// The words of the starter content in a language, and pieces of its texts that a reader may take for words.
fn written(tag: &str) -> BTreeSet<String> {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let mut words = BTreeSet::new();
    for entry in WalkDir::new(content).sort_by_file_name().into_iter().filter_map(Result::ok) {
        if !entry.file_name().to_str().is_some_and(|name| name.ends_with(&format!(".{tag}.md"))) {
            continue;
        }
        let text = fs::read_to_string(entry.path()).unwrap().to_lowercase().replace('’', "'");
        for part in text.split(|c: char| !c.is_alphanumeric() && c != '\'') {
            words.insert(part.trim_matches('\'').to_owned());
            words.extend(part.split('\'').map(str::to_owned));
        }
    }
    words
}

fn any<'a>(random: &mut Random, list: &[&'a str]) -> &'a str {
    list[random.below(list.len())]
}

/// All words that are tried in a language, as they stand in an index; always the same.
fn forms(parts: &Parts, language: Language) -> BTreeSet<String> {
    let random = &mut Random::new(SEED, 0);
    let [beginnings, derivations, inflections] =
        [parts.beginnings, parts.derivations, parts.inflections].map(|list| list.split_whitespace().collect::<Vec<_>>());
    let letters: Vec<char> = parts.letters.chars().collect();
    let scribble =
        |random: &mut Random, most: usize| -> String { (0..=random.below(most)).map(|_| letters[random.below(letters.len())]).collect() };

    let mut forms = written(parts.tag);
    let stems: Vec<String> = forms.iter().map(|form| stem(form, language).into_owned()).collect::<BTreeSet<_>>().into_iter().collect();
    forms.extend(STRANGE.map(str::to_owned));
    forms.extend(beginnings.iter().flat_map(|beginning| inflections.iter().map(move |ending| format!("{beginning}{ending}"))));
    for _ in 0..MADE {
        let [beginning, derivation, inflection] = [&beginnings, &derivations, &inflections].map(|list| any(random, list));
        forms.insert(format!("{beginning}{derivation}{inflection}"));
        let stem = &stems[random.below(stems.len())];
        forms.insert(format!("{stem}{inflection}"));
        forms.insert(format!("{stem}{derivation}{inflection}"));
        let scribbled = scribble(random, 6);
        forms.insert(format!("{scribbled}{inflection}"));
        forms.insert(format!("{scribbled}{}{derivation}{inflection}", any(random, &derivations)));
    }
    while forms.len() < ALL {
        forms.insert(scribble(random, 9));
    }
    forms
}

#[test]
fn scripts_and_indexes_agree_on_the_stem_of_every_word() {
    if program("node").is_none() {
        return passed_over("node is not installed").unwrap_or_default();
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("stemmers");
    let lists = folder.join("words");
    fs::create_dir_all(&lists).unwrap();
    for parts in &LANGUAGES {
        let language = parts.tag.parse().unwrap();
        let lines: Vec<String> = forms(parts, language).iter().map(|form| format!("{form}\t{}", stem(form, language))).collect();
        fs::write(lists.join(format!("{}.tsv", parts.tag)), lines.join("\n")).unwrap();
    }
    let report = folder.join("report.json");
    let scripts = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/static");
    ran(Command::new("node").arg(Path::new(HERE).join("stemmers.mjs")).args([&report, &scripts, &lists]))
        .unwrap_or_else(|error| panic!("{error}"));
    let report: BTreeMap<String, Check> = serde_json::from_slice(&fs::read(report).unwrap()).unwrap();
    for Parts { tag, .. } in &LANGUAGES {
        let Check { seen, faults } = &report[*tag];
        assert!(*seen > 200_000, "{tag}: {seen} words were compared");
        assert!(faults.is_empty(), "{tag}: {} faults\n{}", faults.len(), faults[..faults.len().min(20)].join("\n"));
    }
}
