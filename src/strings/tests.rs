use fluent::FluentResource;
use fluent::concurrent::FluentBundle;

use super::*;
use crate::base::text::Place;

fn language(tag: &str) -> Language {
    tag.parse().unwrap()
}

fn text(path: &str, text: &str) -> Text {
    Text::new(SitePath::new(path), text)
}

/// Strings over a small set of built-in ones, so that the tests stand whatever the program itself says.
fn load(built_in: &[(&str, &str)], site: &[(&str, &str)], languages: &[&str]) -> (Strings, Vec<Diagnostic>) {
    let texts = |files: &[(&str, &str)]| files.iter().map(|(path, ftl)| text(path, ftl)).collect::<Vec<_>>();
    let languages: Vec<Language> = languages.iter().map(|tag| language(tag)).collect();
    Strings::load_over(&texts(built_in), &texts(site), &languages, languages[0], &Inheritance::default())
}

fn one(ftl: &str) -> (Strings, Vec<Diagnostic>) {
    load(&[], &[("i18n/en/site.ftl", ftl)], &["en"])
}

fn en(strings: &Strings, id: &str, args: &[(&str, Arg)]) -> Result<String, StringError> {
    strings.get(Language::ENGLISH, id, args)
}

/// The reason, name, line, column and width of each fault.
fn faults(problems: &[Diagnostic]) -> Vec<(String, String, u32, u32, u32)> {
    problems
        .iter()
        .filter(|problem| problem.code == Code::InvalidFluent)
        .map(|problem| {
            let place = problem.place.clone().unwrap();
            (problem.args[0].1.clone(), problem.args[1].1.clone(), place.line, place.column, place.width)
        })
        .collect()
}

const STORIES: [(&str, &str); 2] = [
    ("i18n/en/site.ftl", "stories = { $count ->\n    [one] { $count } story\n   *[other] { $count } stories\n}\n"),
    (
        "i18n/ru/site.ftl",
        "stories = { $count ->\n    [one] { $count } история\n    [few] { $count } истории\n    [many] { $count } историй\n   *[other] { $count } истории\n}\n",
    ),
];

#[test]
fn russian_stories_are_counted_as_russians_count_them() {
    let (strings, problems) = load(&STORIES, &[], &["ru"]);
    assert_eq!(problems, []);
    let count = |n: u32| strings.get(language("ru"), "stories", &[("count", n.into())]).unwrap();
    assert_eq!(
        [0, 1, 2, 5, 11, 21, 22, 111, 1001].map(count),
        ["0 историй", "1 история", "2 истории", "5 историй", "11 историй", "21 история", "22 истории", "111 историй", "1\u{a0}001 история"]
    );
    let decimal = Arg::Number(Number::from_f64(1.5).unwrap());
    assert_eq!(strings.get(language("ru"), "stories", &[("count", decimal)]).unwrap(), "1,5 истории");
}

#[test]
fn hebrew_without_a_file_falls_back_to_the_default_language_and_keeps_its_plurals() {
    let (strings, problems) = load(&STORIES, &[], &["ru", "he"]);
    assert_eq!(strings.get(language("he"), "stories", &[("count", 5u32.into())]).unwrap(), "5 историй");
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].code, Code::MissingMessage);
    assert_eq!(problems[0].place, Some(Place::file(SitePath::new("i18n/he/site.ftl"))));
}

#[test]
fn a_language_outside_the_site_falls_back_too() {
    let (strings, _) = load(&STORIES, &[], &["ru"]);
    assert_eq!(strings.get(language("de"), "stories", &[("count", 1u32.into())]).unwrap(), "1 история");
}

#[test]
fn the_site_comes_before_the_program_and_a_region_before_its_language() {
    let built_in = [("i18n/en/site.ftl", "a = en\nb = en\nc = en\nd = en\n"), ("i18n/pt/site.ftl", "a = pt\nb = pt\nc = pt\n")];
    let site = [("i18n/pt/own.ftl", "b = site pt\n"), ("i18n/pt-BR/own.ftl", "a = site pt-BR\n")];
    let (strings, _) = load(&built_in, &site, &["pt-BR"]);
    let said = ["a", "b", "c", "d"].map(|id| strings.get(language("pt-BR"), id, &[]).unwrap());
    assert_eq!(said, ["site pt-BR", "site pt", "pt", "en"]);
}

#[test]
fn a_site_overrides_a_message_and_keeps_the_attributes_that_it_does_not_restate() {
    let built_in = [("i18n/en/site.ftl", "search = Search\n    .label = Search this site\n    .hint = Words\n")];
    let (strings, problems) = load(&built_in, &[("i18n/en/site.ftl", "search = Find\n    .hint = Anything\n")], &["en"]);
    assert_eq!(problems, []);
    assert_eq!(
        ["search", "search.label", "search.hint"].map(|id| en(&strings, id, &[]).unwrap()),
        ["Find", "Search this site", "Anything"]
    );
}

#[test]
fn messages_and_terms_refer_to_each_other_in_their_own_language() {
    let (strings, problems) = one(
        "-brand = Apologue\n    .gender = it\n-case = { $case ->\n    [genitive] of us\n   *[nominative] we\n}\n\
         a = About { -brand }\nb = { a }, { -case(case: \"genitive\") }, { -case }\nc = { -brand.gender ->\n    [it] neuter\n   *[other] other\n}\n",
    );
    assert_eq!(problems, []);
    assert_eq!(en(&strings, "b", &[]).unwrap(), "About Apologue, of us, we");
    assert_eq!(en(&strings, "c", &[]).unwrap(), "neuter");
}

#[test]
fn numbers_are_written_as_the_language_writes_them() {
    let (strings, problems) = load(
        &[],
        &[(
            "i18n/es/site.ftl",
            "plain = { $n }\nyear = { NUMBER($n, useGrouping: \"false\") }\nfixed = { NUMBER($n, minimumFractionDigits: 2) }\n\
             round = { NUMBER($n, maximumFractionDigits: 0) }\nliteral = { 1.50 }\n",
        )],
        &["es"],
    );
    assert_eq!(problems, []);
    let say = |id: &str, n: f64| strings.get(language("es"), id, &[("n", Number::from_f64(n).unwrap().into())]).unwrap();
    assert_eq!(say("plain", 12345.5), "12.345,5");
    assert_eq!(say("year", 12026.0), "12026");
    assert_eq!(say("fixed", 3.0), "3,00");
    assert_eq!(say("round", 3.7), "4");
    assert_eq!(say("literal", 0.0), "1,50");
}

#[test]
fn ordinals_and_exact_numbers_choose_variants() {
    let (strings, problems) = one(
        "day = { NUMBER($n, type: \"ordinal\") ->\n    [one] { $n }st\n    [two] { $n }nd\n    [few] { $n }rd\n   *[other] { $n }th\n}\n\
         none = { $n ->\n    [0] nothing\n    [one] one thing\n   *[other] things\n}\n",
    );
    assert_eq!(problems, []);
    let say = |id: &str, n: u32| en(&strings, id, &[("n", n.into())]).unwrap();
    assert_eq!([1, 2, 3, 11, 22].map(|n| say("day", n)), ["1st", "2nd", "3rd", "11th", "22nd"]);
    assert_eq!([0, 1, 2].map(|n| say("none", n)), ["nothing", "one thing", "things"]);
}

#[test]
fn plurals_are_those_of_icu() {
    let ftl = "n = { $n ->\n    [zero] zero\n    [one] one\n    [two] two\n    [few] few\n    [many] many\n   *[other] other\n}\n";
    let tags = ["es", "ru", "it", "en", "pt", "fr", "he", "ar", "pl", "uk", "de"];
    let files: Vec<(String, &str)> = tags.iter().map(|tag| (format!("i18n/{tag}/site.ftl"), ftl)).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(path, ftl)| (path.as_str(), *ftl)).collect();
    let (strings, problems) = load(&[], &files, &tags);
    assert_eq!(problems, []);
    let decimals = ["1000000", "2000000", "0.5", "1.0", "1.5", "2.10", "1000000.5"].map(|number| number.parse().unwrap());
    for tag in tags {
        let locale = Locale::new(language(tag));
        for number in (0..=2000u32).map(Number::from).chain(decimals.clone()) {
            let said = strings.get(language(tag), "n", &[("n", number.clone().into())]).unwrap();
            assert_eq!(said, format!("{:?}", locale.plural(number.clone())).to_lowercase(), "{number} in {tag}");
        }
    }
}

#[test]
fn a_number_is_shown_to_its_last_digit_and_chooses_as_it_is_shown() {
    let (strings, problems) =
        one("n = { $n }\nrounded = { NUMBER($n, maximumFractionDigits: 0) ->\n    [one] one\n    [2] { 2 }\n   *[other] more\n}\n\
         -days = { $n ->\n    [one] a day\n   *[other] { $n } days\n}\nweek = { -days(n: 7000) }, { -days(n: 1) }\n\
         mixed = { $n ->\n    [1] exactly one\n    [one] one\n    [1.5] one and a half\n   *[2] two or so\n}\n");
    assert_eq!(problems, []);
    let say = |id: &str, number: &str| en(&strings, id, &[("n", number.parse::<Number>().unwrap().into())]).unwrap();
    let tiny = format!("0.{}1", "0".repeat(400));
    for (number, shown) in [("18446744073709551615", "18,446,744,073,709,551,615"), ("007", "007"), ("1.50", "1.50"), (&tiny, &tiny)] {
        assert_eq!(say("n", number), shown);
    }
    assert_eq!(["1.2", "1.9", "2", "3"].map(|n| say("rounded", n)), ["one", "2", "2", "more"]);
    assert_eq!(say("rounded", &tiny), "more");
    assert_eq!(
        ["1", "1.0", "1.50", "2", "9"].map(|n| say("mixed", n)),
        ["exactly one", "exactly one", "one and a half", "two or so", "two or so"]
    );
    assert_eq!(en(&strings, "week", &[]).unwrap(), "7,000 days, a day");
    assert_eq!(en(&strings, "rounded", &[("n", "one".into())]).unwrap(), "one");
}

#[test]
fn what_is_written_is_said_however_it_is_laid_out() {
    let ftl = "a = [x]\n    y\nb = .x\n    y\nc =\n      indented\n    less\n\n    .x = *\n     z\nd = [x] { \"{\" }[y]{ \"}\" }\n   \n    .z = x\n\
               e = { \"}\" }\n    { \"[\" } [\nf = * { $n ->\n   *[other] [x]\n        y ..\n } .\ng = { { \"deep\" } }\nh = . \n";
    let (strings, problems) = one(ftl);
    assert_eq!(problems, []);
    let mut plain = FluentBundle::new_concurrent(Vec::new());
    plain.set_use_isolating(false);
    plain.add_resource(FluentResource::try_new(ftl.to_owned()).unwrap()).unwrap();
    for id in strings.names(Language::ENGLISH) {
        let (message, attribute) = id.split_once('.').map_or((id, None), |(message, attribute)| (message, Some(attribute)));
        let message = plain.get_message(message).unwrap();
        let pattern = attribute.map_or_else(|| message.value(), |name| message.get_attribute(name).map(|one| one.value()));
        let expected = plain.format_pattern(pattern.unwrap(), None, &mut Vec::new());
        assert_eq!(en(&strings, id, &[("n", "x".into())]).unwrap(), expected, "{id}");
    }
}

#[test]
fn arguments_are_shown_as_they_are_and_never_read_as_syntax() {
    let (strings, _) = one("hello = Hello, { $name }!\n");
    let hostile = "{ $name } { hello }\n.x = \u{202e}<script>";
    assert_eq!(en(&strings, "hello", &[("name", hostile.into())]).unwrap(), format!("Hello, {hostile}!"));
}

#[test]
fn in_html_arguments_are_escaped_and_the_words_unless_they_are_markup() {
    let (strings, problems) = one("m = <b>Q & A</b> by { $name } { $link } { \"<i>\" }\nplain = Q & A\n");
    assert_eq!(problems, []);
    let args = [("name", Arg::Text("<script>'")), ("link", Arg::Html("<a>x</a>"))];
    let say = |output| strings.say(Language::ENGLISH, "m", &args, output).unwrap();
    assert_eq!(say(Output::Plain), "<b>Q & A</b> by <script>' <a>x</a> <i>");
    assert_eq!(say(Output::Html), "&lt;b&gt;Q &amp; A&lt;/b&gt; by &lt;script&gt;&#39; <a>x</a> &lt;i&gt;");
    assert_eq!(say(Output::Markup), "<b>Q & A</b> by &lt;script&gt;&#39; <a>x</a> <i>");
    assert_eq!(strings.say(Language::ENGLISH, "plain", &[], Output::Html).unwrap(), "Q &amp; A");
}

#[test]
fn finished_html_is_put_in_once_and_chooses_as_text_does() {
    let (strings, _) = one("m = { $a } & { $b }\nkind = { $kind ->\n    [story] a story\n   *[other] { $kind }\n}\n");
    let say = |id, args: &[(&str, Arg)]| strings.say(Language::ENGLISH, id, args, Output::Html).unwrap();
    assert_eq!(say("m", &[("a", Arg::Html("<b>")), ("b", Arg::Html("<i>"))]), "<b> &amp; <i>");
    // The sign that stands for finished HTML gives nobody's text a way into the page.
    assert_eq!(say("m", &[("a", Arg::Text("<\u{fdd0}\u{fdd1}>")), ("b", Arg::Html("<i>"))]), "&lt;<i>\u{fdd1}&gt; &amp; <i>");
    assert_eq!(say("kind", &[("kind", Arg::Html("story"))]), "a story");
    let names: Vec<String> = (0..40).map(|n| format!("n{n}")).collect();
    let (strings, _) = one(&format!("many = {}\n", names.iter().map(|name| format!("{{ ${name} }}")).collect::<String>()));
    let args: Vec<(&str, Arg)> = names.iter().map(|name| (name.as_str(), Arg::Html("<b>"))).collect();
    let said = strings.say(Language::ENGLISH, "many", &args, Output::Html).unwrap();
    assert_eq!(said, format!("{}{}", "<b>".repeat(32), "&lt;b&gt;".repeat(8)));
}

#[test]
fn what_is_missing_is_said_not_shown() {
    let (strings, _) = one("hello = Hello, { $name }!\nitems = { $count ->\n    [one] one\n   *[other] many\n}\n");
    assert_eq!(en(&strings, "nobody", &[]), Err(StringError::UnknownMessage("nobody".into())));
    assert_eq!(en(&strings, "hello.title", &[]), Err(StringError::UnknownMessage("hello.title".into())));
    for (id, variable) in [("hello", "name"), ("items", "count")] {
        assert_eq!(en(&strings, id, &[]), Err(StringError::MissingVariable { id: id.into(), variable: variable.into() }));
    }
    assert!(strings.has(Language::ENGLISH, "hello") && !strings.has(Language::ENGLISH, "nobody"));
    assert_eq!(strings.variables("hello"), BTreeSet::from(["name"]));
    assert_eq!(strings.names(Language::ENGLISH), BTreeSet::from(["hello", "items"]));
    assert_eq!(strings.nearest(Language::ENGLISH, "helo").as_deref(), Some("hello"));
}

#[test]
fn every_fault_of_a_file_is_found_at_its_line() {
    let (strings, problems) =
        one("good = Good\nпривет = Hi\nno value\nempty =\nopen = { $x\nfine = Fine\nchoice = { $n ->\n    [one] x\n}\nend = { $n");
    let expected: [(&str, &str, u32, u32, u32); 6] = [
        ("expected-name", "", 2, 1, 6),
        ("expected", "=", 3, 4, 5),
        ("no-value", "empty", 4, 1, 5),
        ("expected", "}", 5, 11, 1),
        ("no-default", "", 8, 11, 1),
        ("expected", "}", 10, 10, 1),
    ];
    assert_eq!(faults(&problems), expected.map(|(reason, name, line, column, width)| (reason.into(), name.into(), line, column, width)));
    assert_eq!(en(&strings, "good", &[]).unwrap(), "Good");
    assert_eq!(en(&strings, "fine", &[]).unwrap(), "Fine");
}

#[test]
fn a_fault_in_an_attribute_is_found_inside_it() {
    let (_, problems) = one("form = Form\n    .label = Label\n    .hint = { $x ->\n        [a] b\n    }\nnext = { 5\n");
    let expected = [("no-default", "", 4, 13, 1), ("expected", "}", 6, 10, 1)];
    assert_eq!(faults(&problems), expected.map(|(reason, name, line, column, width)| (reason.into(), name.into(), line, column, width)));
}

#[test]
fn what_leads_nowhere_or_in_a_circle_is_found_when_it_is_read() {
    let (strings, problems) = one(
        "a = { b }\nb = { a }\nc = { nobody }\nd = { -nobody }\ne = { DATETIME($x) }\nf = { NUMBER($x, style: \"percent\") }\ng = 1\ng = 2\n\
         -t = { $x }\nh = { -t }\ni = { 123456789012345678901234567890 }\nj = { -l.k ->\n   *[x] y\n}\n-l = L\n    .k = { -l.k ->\n   *[x] y\n    }\n",
    );
    let reasons: Vec<(String, u32)> = faults(&problems).into_iter().map(|(reason, _, line, ..)| (reason, line)).collect();
    let expected = [
        ("circular", 1),
        ("circular", 2),
        ("unknown-message", 3),
        ("unknown-term", 4),
        ("unknown-function", 5),
        ("unknown-option", 6),
        ("twice", 8),
        ("term-variable", 10),
        ("number", 11),
        ("circular", 12),
        ("circular", 15),
    ];
    assert_eq!(reasons, expected.map(|(reason, line)| (reason.to_owned(), line)));
    assert_eq!(strings.names(Language::ENGLISH), BTreeSet::from(["g"]));
}

#[test]
fn what_the_library_would_misunderstand_is_reported() {
    let (strings, problems) =
        one("-brand = Apologue\n-ours = { -brand } { $case ->\n   *[a] x\n}\n-fine = { $case ->\n    [b] { -brand } y\n   *[a] x\n}\n\
         a = { -ours(case: \"a\") }\nb = { -fine(case: \"b\") } { -fine } { $n }\nNUMBER = 1\n-b = B\nCHOOSE = 2\nc = { CHOOSE($n) }\n\
         d = { NUMBER($n, minimumFractionDigits: 9000000000) }\n");
    let reasons: Vec<(String, String, u32)> = faults(&problems).into_iter().map(|(reason, name, line, ..)| (reason, name, line)).collect();
    let expected = [
        ("term-order", "case", 2),
        ("term-order", "case", 9),
        ("taken", "NUMBER", 11),
        ("taken", "b", 12),
        ("taken", "CHOOSE", 13),
        ("unknown-function", "CHOOSE", 14),
        ("unknown-option", "minimumFractionDigits", 15),
    ];
    assert_eq!(reasons, expected.map(|(reason, name, line)| (reason.to_owned(), name.to_owned(), line)));
    assert_eq!(en(&strings, "b", &[("n", 1u32.into())]).unwrap(), "Apologue y x 1");
}

#[test]
fn a_hundred_placeables_are_filled_and_more_are_refused() {
    let message = |count: usize| one(&format!("-t = x\nm = {}\n", "{ -t }".repeat(count)));
    assert_eq!(en(&message(100).0, "m", &[]).unwrap(), "x".repeat(100));
    assert_eq!(faults(&message(101).1)[0].0, "too-long");
    let choice: String = (0..6).map(|n| format!("    [{n}] {}\n", "{ $n }".repeat(98))).collect();
    let (strings, problems) = one(&format!("m = [{{ $n ->\n{choice}   *[other] x\n}}\n"));
    assert_eq!(problems, []);
    assert_eq!(en(&strings, "m", &[("n", 5u32.into())]).unwrap(), format!("[{}", "5".repeat(98)));
}

#[test]
fn what_is_sound_of_a_faulty_message_can_be_referred_to() {
    let (strings, problems) = one("a = A\n    .x = { nobody }\nb = { a }\n-t = T\n    .x = { nobody }\nc = { -t }\n");
    assert_eq!(faults(&problems).iter().map(|fault| fault.2).collect::<Vec<_>>(), [2, 5]);
    assert_eq!(strings.names(Language::ENGLISH), BTreeSet::from(["b", "c"]));
    assert_eq!((en(&strings, "b", &[]).unwrap(), en(&strings, "c", &[]).unwrap()), ("A".to_owned(), "T".to_owned()));
    assert_eq!(en(&strings, "a", &[]), Err(StringError::UnknownMessage("a".into())));
}

#[test]
fn hostile_files_are_refused_before_they_cost_anything() {
    let deep = format!("a = {}", "{".repeat(100_000));
    assert_eq!(faults(&one(&deep).1), [("nesting".into(), String::new(), 1, 45, 1)]);
    let calls = format!("a = {{ NUMBER({}", "NUMBER(\n".repeat(100_000));
    assert_eq!(faults(&one(&calls).1)[0].0, "nesting");
    let mut doubling = String::from("m0 = ha\n");
    for n in 1..=60 {
        doubling.push_str(&format!("m{n} = {{ m{} }}{{ m{} }}\n", n - 1, n - 1));
    }
    let (strings, problems) = one(&doubling);
    assert!(faults(&problems).iter().all(|fault| fault.0 == "too-long"));
    assert!(en(&strings, "m5", &[]).is_ok() && en(&strings, "m30", &[]).is_err());
    assert_eq!(faults(&one("a = { \"\\u00й\" }\n").1), [("escape".into(), String::new(), 1, 8, 4)]);
    let (_, problems) = one(&"= x\n".repeat(10_000));
    assert!((1..=100).contains(&problems.len()));
}

#[test]
fn windows_line_ends_change_nothing() {
    let ftl = "a = One\n    two\n    .b = { $n ->\n        [one] x\n       *[other] y\n    }\nc = { $x\n";
    let (unix, unix_problems) = one(ftl);
    let (windows, windows_problems) = one(&ftl.replace('\n', "\r\n"));
    for id in ["a", "a.b"] {
        assert_eq!(en(&unix, id, &[("n", 1u32.into())]).unwrap(), en(&windows, id, &[("n", 1u32.into())]).unwrap());
    }
    assert_eq!(faults(&unix_problems), faults(&windows_problems));
}

/// Damages a text at random places, the same in each run.
fn damaged(text: &str, seed: u64) -> String {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut next = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below.max(1)
    };
    let mut characters: Vec<char> = text.chars().collect();
    for _ in 0..1 + next(6) {
        let at = next(characters.len());
        let piece =
            ["{", "}", "[", "*[", "->", "\"", "(", ")", "\n", "\r\n", "й", "-", "$", "", ".", "\\", "#", "=", "9999999999", "\t"][next(20)];
        let cut = next(4).min(characters.len() - at);
        characters.splice(at..at + cut, piece.chars());
    }
    characters.into_iter().collect()
}

#[test]
fn no_damage_to_a_file_makes_it_panic() {
    let ftl = "# Comment é\n-brand = Apologue\n    .gender = it\n\na = About { -brand } { NUMBER($n, minimumFractionDigits: 2) }\n    .b = { $n ->\n        \
               [0] none { \"\\u00e9\" }\n        [one] one\n       *[other] { a } { -brand(case: \"x\") }\n    }\nc = { -brand.gender ->\n   *[it] x\n}\nd = { c } { 1.50 }\n";
    for seed in 0..4000 {
        let (strings, _) = one(&damaged(ftl, seed));
        for id in strings.names(Language::ENGLISH) {
            let said = strings.say(Language::ENGLISH, id, &[("n", Number::from_f64(seed as f64 / 7.0).unwrap().into())], Output::Html);
            assert!(!matches!(said, Err(StringError::UnknownMessage(_))), "{id} of {}", damaged(ftl, seed));
        }
    }
}

#[test]
fn escaped_braces_and_smileys_are_no_nesting() {
    let ftl: String = (0..50).map(|n| format!("m{n} = {{ \"{{\" }} :( {{ $n ->\n   *[other] ((\n}}\n")).collect();
    assert_eq!(one(&ftl).1, []);
}

#[test]
fn few_missing_messages_are_named_and_many_are_counted() {
    let many: String = (0..9).map(|n| format!("m{n} = x\n")).collect();
    let built_in = [("i18n/en/site.ftl", "a = a\nb = b\n"), ("i18n/en/content.ftl", many.as_str())];
    let (_, problems) = load(&built_in, &[("i18n/ru/site.ftl", "a = а\n")], &["en", "ru"]);
    let said: Vec<(&str, &str, String)> =
        problems.iter().map(|p| (p.args[1].1.as_str(), p.args[2].1.as_str(), p.place.as_ref().unwrap().path.to_string())).collect();
    assert_eq!(said, [("9", "m0, m1, m2, m3, m4", "i18n/ru/content.ftl".to_owned()), ("1", "b", "i18n/ru/site.ftl".to_owned())]);
    assert!(problems.iter().all(|problem| problem.code == Code::MissingMessage));
}

#[test]
fn strings_for_authors_are_not_missing_but_their_files_are_checked() {
    let built_in = [("i18n/en/site.ftl", "a = a\n"), ("i18n/en/diagnostics.ftl", "x = x\n"), ("i18n/ru/site.ftl", "a = а\n")];
    let (strings, problems) = load(&built_in, &[("i18n/ru/program.ftl", "y = { \n")], &["ru"]);
    assert_eq!(faults(&problems).len(), 1);
    assert_eq!(problems.len(), 1);
    assert!(!strings.has(language("ru"), "x"));
}

#[test]
fn a_translation_that_misspells_a_variable_is_found_before_it_is_shown() {
    let (_, problems) = load(&STORIES, &[("i18n/es/site.ftl", "stories = { $cuont } historias\n")], &["es"]);
    assert_eq!(problems.len(), 1);
    assert_eq!((problems[0].code, problems[0].suggestion.as_deref()), (Code::UnknownVariable, Some("count")));
    assert_eq!(problems[0].place.as_ref().map(|place| (&*place.path, place.line)), Some(("i18n/es/site.ftl", 1)));
}

#[test]
fn a_folder_that_is_no_language_is_said() {
    let (_, problems) = load(&STORIES, &[("i18n/spanish/site.ftl", "a = a\n"), ("i18n/notes.txt", ""), ("i18n/es/notes.md", "")], &["ru"]);
    assert_eq!(problems.iter().map(|problem| problem.code).collect::<Vec<_>>(), [Code::UnknownLanguage]);
}

#[test]
fn the_hash_of_a_language_changes_with_what_it_may_say_and_with_nothing_else() {
    let hash = |site: &[(&str, &str)], tag: &str| load(&STORIES, site, &["ru", "es"]).0.hash(language(tag));
    let own = [("i18n/es/site.ftl", "stories = x\n")];
    assert_eq!(hash(&[], "ru"), hash(&own, "ru"));
    assert_ne!(hash(&[], "es"), hash(&own, "es"));
    // Spanish falls back to the default language, Russian.
    let default = [("i18n/ru/site.ftl", "stories = x\n")];
    assert_ne!(hash(&[], "es"), hash(&default, "es"));
    assert_eq!(hash(&[], "es"), hash(&[("i18n/en/diagnostics.ftl", "x = y\n")], "es"));
}

#[test]
fn the_built_in_strings_are_sound_in_every_language() {
    let mut problems = Vec::new();
    let texts = built_in();
    for (language, texts) in by_language(&texts, &[]).0 {
        for readers in [true, false] {
            let layer = texts.iter().copied().filter(|text| is_for_readers(text) == readers).collect();
            problems.extend(Bundle::new(Locale::new(language), &[layer]).1);
        }
    }
    assert_eq!(problems, []);
}

#[test]
fn in_disguise_a_message_says_its_own_words_otherwise_and_nothing_else() {
    let ftl = "hello = Hello, { $name }!\nitems = { $count ->\n    [one] one <b>item</b>\n   *[other] { $count } items\n}\nall = { hello } { -term }\n\
               -term = Term\n    .gender = it\nchoice = { -term.gender ->\n    [it] It\n   *[other] Other\n}\nonly = { $name }\nfolder-story = stories\nform = Form\n    .hint =\n        Type\n        here\n";
    let strings = one(ftl).0.in_disguise(Pseudo::Accented, &Inheritance::default());
    let say = |id, count: u32| en(&strings, id, &[("name", "Ann".into()), ("count", count.into())]).unwrap();
    assert_eq!(say("hello", 1), "[Ĥéļļö, Ann! öñé]");
    assert_eq!((say("items", 1), say("items", 1200)), ("[öñé <b>îţéɱ</b> öñé ţŵö]".into(), "[1,200 îţéɱš öñé]".into()));
    assert_eq!(say("all", 1), "[Ĥéļļö, Ann! öñé] Ţéŕɱ");
    assert_eq!((say("only", 1), say("folder-story", 1)), ("Ann".into(), "stories".into()));
    assert_eq!(say("choice", 1), "[Îţ öñé]");
    assert_eq!(say("form.hint", 1), "[Ţýþé\nĥéŕé öñé]");
    let (plain, _) = one(ftl);
    assert_ne!(plain.hash(Language::ENGLISH), strings.hash(Language::ENGLISH));
}

#[test]
fn a_variant_inherits_strings_in_the_order_that_it_says() {
    let texts = |files: &[(&str, &str)]| files.iter().map(|(path, ftl)| text(path, ftl)).collect::<Vec<_>>();
    let built_in = texts(&[
        ("i18n/en/site.ftl", "a = en\nb = en\nc = en\nd = en\ne = en\n"),
        ("i18n/es/site.ftl", "a = es\nb = es\nc = es\nd = es\n"),
    ]);
    let site = texts(&[("i18n/es/own.ftl", "c = sitio es\n"), ("i18n/es-419/own.ftl", "b = 419\n"), ("i18n/es-MX/own.ftl", "a = MX\n")]);
    let config = "title: T\nlanguages: [en, es, {es-419: {inherits: es}}, {es-MX: {inherits: es-419}}]\ndefault_language: en\n";
    let config = crate::config::read(text("site.yaml", config)).0.unwrap();
    let (strings, problems) = Strings::load_over(&built_in, &site, &config.languages, config.default_language, &config.inherits);
    let said = ["a", "b", "c", "d", "e"].map(|id| strings.get(language("es-MX"), id, &[]).unwrap());
    assert_eq!(said, ["MX", "419", "sitio es", "es", "en"]);
    // What Spanish lacks is said of Spanish alone.
    assert_eq!(problems.iter().map(|problem| problem.args[0].1.as_str()).collect::<Vec<_>>(), ["es"]);
}
