//! How the comments and strings of each language look, and which words are its own.

use super::Class;

/// A language, as far as it is seen.
pub(super) struct Language {
    /// The names that follow a fence, in small letters.
    names: &'static [&'static str],
    pub(super) shape: Shape,
    pub(super) line_comments: &'static [&'static str],
    pub(super) block_comment: Option<(&'static str, &'static str)>,
    /// What opens and closes a string; the longer ones first.
    pub(super) strings: &'static [&'static str],
    /// What begins a word to the compiler; one that ends in `[` goes on to its bracket.
    pub(super) marks: &'static [&'static str],
    /// Whether `'a` is no string.
    pub(super) lifetimes: bool,
    /// Parted by spaces.
    keywords: &'static str,
    /// Whether they may be written in any case.
    any_case: bool,
}

/// What a language is made of.
#[derive(Clone, Copy)]
pub(super) enum Shape {
    /// Words.
    Words,
    /// Keys and values.
    Keys,
    /// Properties between braces.
    Sheet,
    /// Tags.
    Markup,
    /// Lines, each of one kind.
    Lines(fn(&str) -> Class),
}

impl Language {
    pub(super) fn is_keyword(&self, word: &str) -> bool {
        // Longer than any, and compared with none.
        word.len() <= 16
            && self.keywords.split(' ').any(|one| one == word || self.any_case && one.eq_ignore_ascii_case(word) && !one.is_empty())
    }
}

/// The language that is named after a fence: `rust`, `Rust`, `rust,ignore`.
pub(super) fn find(named: &str) -> Option<&'static Language> {
    let name = named.split([',', ' ', '{']).next().unwrap_or_default().to_lowercase();
    ALL.iter().find(|language| language.names.contains(&name.as_str()))
}

/// What most of them look like.
const C: Language = Language {
    names: &["c", "h"],
    shape: Shape::Words,
    line_comments: &["//"],
    block_comment: Some(("/*", "*/")),
    strings: &["\"", "'"],
    marks: &["#"],
    lifetimes: false,
    keywords: "auto bool break case char const continue default do double else enum extern false float for goto if inline int long \
               nullptr register restrict return short signed sizeof static struct switch true typedef union unsigned void volatile while NULL",
    any_case: false,
};

/// Of those whose comments begin with `#`.
const HASH: Language = Language { line_comments: &["#"], block_comment: None, marks: &[], keywords: "", ..C };

const SCRIPT: &str = "as async await break case catch class const continue debugger default delete do else export extends false finally \
                      for from function get if import in instanceof let new null of return set static super switch this throw true try \
                      typeof undefined var void while with yield";

/// All languages.
pub(super) static ALL: &[Language] = &[
    C,
    Language {
        names: &["cpp", "c++", "cc", "cxx", "hpp"],
        keywords: "alignas alignof auto bool break case catch char class const consteval constexpr continue co_await co_return co_yield \
                   decltype default delete do double else enum explicit export extern false final float for friend goto if inline int \
                   long mutable namespace new noexcept nullptr operator override private protected public requires return short signed \
                   sizeof static struct switch template this throw true try typedef typename union unsigned using virtual void volatile while",
        ..C
    },
    Language {
        names: &["csharp", "cs", "c#"],
        keywords: "abstract as async await base bool break byte case catch char class const continue decimal default delegate do double \
                   else enum event explicit extern false finally fixed float for foreach get if implicit in int interface internal is \
                   lock long namespace new null object operator out override params private protected public readonly record ref return \
                   sbyte sealed set short sizeof static string struct switch this throw true try typeof uint ulong using var virtual \
                   void volatile when where while yield",
        ..C
    },
    Language {
        names: &["java"],
        strings: &["\"\"\"", "\"", "'"],
        marks: &["@"],
        keywords: "abstract assert boolean break byte case catch char class const continue default do double else enum extends false \
                   final finally float for if implements import instanceof int interface long native new null package permits private \
                   protected public record return sealed short static super switch synchronized this throw throws transient true try \
                   var void volatile while yield",
        ..C
    },
    Language {
        names: &["kotlin", "kt", "kts"],
        strings: &["\"\"\"", "\"", "'"],
        marks: &["@"],
        keywords: "abstract as break by catch class companion const constructor continue data do else enum false final finally for fun if \
                   import in init inline interface internal is lateinit null object open operator out override package private protected \
                   public return sealed super suspend this throw true try typealias val var vararg when where while",
        ..C
    },
    Language {
        names: &["swift"],
        strings: &["\"\"\"", "\""],
        marks: &["@", "#"],
        keywords: "actor as associatedtype async await break case catch class continue default defer deinit do else enum extension false \
                   fileprivate final for func guard if import in init inout internal is lazy let mutating nil open operator override \
                   private protocol public repeat return self Self some static struct subscript super switch throw throws true try \
                   typealias var weak where while",
        ..C
    },
    Language {
        names: &["go", "golang"],
        strings: &["\"", "`", "'"],
        marks: &[],
        keywords: "any bool break byte case chan const continue default defer else error fallthrough false float64 for func go goto if \
                   import int int64 interface iota map nil package range return rune select string struct switch true type var",
        ..C
    },
    Language {
        names: &["rust", "rs"],
        marks: &["#![", "#["],
        lifetimes: true,
        keywords: "as async await break const continue crate dyn else enum extern false fn for if impl in let loop match mod move mut pub \
                   ref return self Self static struct super trait true type union unsafe use where while",
        ..C
    },
    Language { names: &["javascript", "js", "mjs", "cjs", "jsx"], strings: &["\"", "'", "`"], marks: &["@"], keywords: SCRIPT, ..C },
    Language {
        names: &["typescript", "ts", "mts", "tsx"],
        strings: &["\"", "'", "`"],
        marks: &["@"],
        keywords: "abstract any as async await boolean break case catch class const continue declare default delete do else enum export \
                   extends false finally for from function get if implements import in infer instanceof interface is keyof let namespace \
                   never new null number of private protected public readonly return satisfies set static string super switch this throw \
                   true try type typeof undefined unknown var void while yield",
        ..C
    },
    Language {
        names: &["php"],
        line_comments: &["//", "#"],
        marks: &["$"],
        keywords: "abstract and array as break case catch class clone const continue default do echo else elseif enum extends false final finally fn for foreach function global if implements include interface match namespace new null or private protected public readonly require return static switch this throw trait true try use var while yield",
        ..C
    },
    Language { names: &["json", "jsonc", "json5"], shape: Shape::Keys, strings: &["\""], marks: &[], keywords: "true false null", ..C },
    Language { names: &["yaml", "yml"], shape: Shape::Keys, keywords: "true false null yes no", ..HASH },
    Language { names: &["toml"], shape: Shape::Keys, strings: &["\"\"\"", "'''", "\"", "'"], keywords: "true false", ..HASH },
    Language {
        names: &["ini", "conf", "cfg", "properties", "env", "dotenv", "fluent", "ftl"],
        shape: Shape::Keys,
        line_comments: &["#", ";"],
        strings: &["\""],
        ..HASH
    },
    Language {
        names: &["nginx", "apache", "htaccess"],
        marks: &["$"],
        keywords: "add_header alias allow charset default_type deny error_page events expires gzip http if include index listen location \
                   proxy_pass return rewrite root server server_name ssl_certificate try_files types upstream Header RewriteRule \
                   RewriteCond RewriteEngine ErrorDocument AddType",
        ..HASH
    },
    Language { names: &["css", "scss", "sass", "less"], shape: Shape::Sheet, marks: &["@"], keywords: "important", ..C },
    Language { names: &["html", "xml", "svg", "xhtml", "rss", "atom", "vue", "svelte"], shape: Shape::Markup, marks: &[], ..C },
    Language { names: &["jinja", "jinja2", "j2", "tera", "twig", "liquid", "handlebars"], shape: Shape::Markup, marks: &["{{", "{%"], ..C },
    Language {
        names: &["python", "py", "python3", "starlark"],
        strings: &["\"\"\"", "'''", "\"", "'"],
        marks: &["@"],
        keywords: "and as assert async await break case class continue def del elif else except False finally for from global if import in \
                   is lambda match None nonlocal not or pass raise return self True try while with yield",
        ..HASH
    },
    Language {
        names: &["ruby", "rb"],
        marks: &["@", "$"],
        keywords: "alias and begin break case class def do else elsif end ensure false for if in module next nil not or redo rescue retry \
                   return self super then true undef unless until when while yield require",
        ..HASH
    },
    Language {
        names: &["bash", "sh", "shell", "zsh", "console", "fish"],
        marks: &["$"],
        keywords: "case cd do done echo elif else esac exit export fi for function if in local read return set shift source sudo then until \
                   while",
        ..HASH
    },
    Language {
        names: &["powershell", "ps1", "pwsh"],
        block_comment: Some(("<#", "#>")),
        marks: &["$"],
        keywords: "begin break catch class continue do else elseif end exit finally for foreach function if in param process return switch \
                   throw trap try until using while",
        any_case: true,
        ..HASH
    },
    Language {
        names: &["dockerfile", "docker", "containerfile"],
        marks: &["$"],
        keywords: "ADD ARG AS CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR",
        ..HASH
    },
    Language {
        names: &["makefile", "make", "mk"],
        marks: &["$"],
        keywords: "define else endef endif export ifdef ifeq ifndef ifneq include",
        ..HASH
    },
    Language {
        names: &["r"],
        keywords: "break else FALSE for function if in Inf library NA NaN next NULL repeat return TRUE while",
        ..HASH
    },
    Language {
        names: &["sql", "postgresql", "mysql", "sqlite"],
        line_comments: &["--"],
        marks: &[],
        keywords: "add all alter and as asc begin between by case check column commit constraint create cross default delete desc distinct \
                   drop else end exists false foreign from full grant group having if in index inner insert into is join key left like \
                   limit not null offset on or order outer primary references returning revoke right rollback select set table then true \
                   union unique update using values view when where with",
        any_case: true,
        ..C
    },
    Language {
        names: &["lua"],
        line_comments: &["--"],
        block_comment: None,
        marks: &[],
        keywords: "and break do else elseif end false for function goto if in local nil not or repeat return then true until while",
        ..C
    },
    Language { names: &["diff", "patch"], shape: Shape::Lines(diff), ..HASH },
    Language { names: &["markdown", "md"], shape: Shape::Lines(markdown), ..HASH },
];

fn diff(line: &str) -> Class {
    match line.as_bytes() {
        [b'+', ..] => Class::Added,
        [b'-', ..] => Class::Removed,
        [b'@', b'@', ..] => Class::Meta,
        _ => Class::Plain,
    }
}

fn markdown(line: &str) -> Class {
    let line = line.trim_start();
    match line {
        _ if line.starts_with(":::") || line.starts_with("```") || line.starts_with("---") => Class::Meta,
        _ if line.trim_start_matches('#').len() < line.len() && line.trim_start_matches('#').starts_with(' ') => Class::Keyword,
        _ if line.starts_with('>') => Class::String,
        _ if line.starts_with("%%") => Class::Comment,
        _ => Class::Plain,
    }
}
