//! The names of all problems. A name that has been released never changes.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error as _};
use serde::{Serialize, Serializer};

use super::Severity;

macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident = $name:literal, $severity:ident;)*) => {
        /// A stable name for one kind of problem.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[$doc])* $variant,)*
        }

        impl Code {
            /// Every code, in the order of the reference page.
            pub const ALL: &[Code] = &[$(Code::$variant,)*];

            /// The name in messages and machine-readable output; it never changes.
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$variant => $name,)* }
            }

            /// How grave it is, unless `--strict` makes it graver.
            pub fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    // Files
    /// A file cannot be read.
    UnreadableFile = "unreadable-file", Error;
    /// A file is not UTF-8.
    NotUtf8 = "not-utf8", Error;
    /// A character that no text can have.
    ControlCharacter = "control-character", Error;
    /// A file is larger than a text of a site can be.
    FileTooLarge = "file-too-large", Error;
    /// A symbolic link leads out of the site's folder.
    LinkLeavesSite = "link-leaves-site", Error;
    /// Git's conflict marks stand in the text.
    ConflictMarks = "conflict-marks", Error;
    /// A file that a synchronising program left beside the original.
    ConflictCopy = "conflict-copy", Warning;
    /// A file of a kind that a browser would run.
    ActiveFile = "active-file", Error;
    /// A picture with something in it that a browser would run or load.
    UnsafeSvg = "unsafe-svg", Error;
    /// A file that is named like a picture and is none.
    InvalidPicture = "invalid-picture", Warning;
    /// A picture with more pixels than any page needs.
    PictureTooLarge = "picture-too-large", Warning;
    /// A command was run where no site is.
    NoSite = "no-site", Error;
    /// A folder for a new site that holds something already.
    FolderNotEmpty = "folder-not-empty", Error;
    // YAML
    /// The text is not YAML.
    InvalidYaml = "invalid-yaml", Error;
    /// A key stands twice in one mapping.
    DuplicateKey = "duplicate-key", Error;
    /// A key that nobody reads.
    UnknownKey = "unknown-key", Error;
    /// A key that must be there is not.
    MissingKey = "missing-key", Error;
    /// A value of another type than the key wants.
    WrongType = "wrong-type", Error;
    /// A value that the key does not allow.
    InvalidValue = "invalid-value", Error;
    /// A date that does not exist.
    InvalidDate = "invalid-date", Error;
    /// A language that the site does not have.
    UnknownLanguage = "unknown-language", Error;
    // Front matter and identity
    /// Front matter begins but never ends.
    FrontMatterUnclosed = "front-matter-unclosed", Error;
    /// Front matter above 64 KiB.
    FrontMatterTooLarge = "front-matter-too-large", Error;
    /// A text without language tag in a site of several languages.
    UntaggedFile = "untagged-file", Error;
    /// A first folder and another tag that disagree.
    TagsDisagree = "tags-disagree", Error;
    /// A dotted part that is a language which the site does not have.
    ForeignTag = "foreign-tag", Warning;
    /// Two files for the same work and language.
    DuplicateEdition = "duplicate-edition", Error;
    /// A first folder that resembles a kind's.
    UnknownFolder = "unknown-folder", Warning;
    /// An edition without a title.
    MissingTitle = "missing-title", Error;
    /// A file name that no address can be made of.
    InvalidName = "invalid-name", Error;
    // Markdown
    /// A directive that does not exist.
    UnknownDirective = "unknown-directive", Error;
    /// A directive that is never closed.
    UnclosedDirective = "unclosed-directive", Error;
    /// A fence that closes nothing.
    StrayFence = "stray-fence", Error;
    /// A fence that stands in a list or a quotation, or is indented.
    MisplacedFence = "misplaced-fence", Error;
    /// A directive inside another whose fence has no more colons.
    NestedFence = "nested-fence", Error;
    /// A directive that only makes sense inside another one.
    MisplacedDirective = "misplaced-directive", Error;
    /// An attribute that a directive cannot do without.
    MissingAttribute = "missing-attribute", Error;
    /// An attribute that a directive does not have, or with a value that it does not take.
    InvalidAttribute = "invalid-attribute", Error;
    /// A quiz without question, answers or right answer.
    InvalidQuiz = "invalid-quiz", Error;
    /// Two quizzes of one text with the same id.
    DuplicateQuiz = "duplicate-quiz", Error;
    /// A footnote that is defined twice.
    DuplicateFootnote = "duplicate-footnote", Error;
    /// A footnote that is used but not defined.
    UndefinedFootnote = "undefined-footnote", Error;
    /// A footnote that nothing refers to.
    UnusedFootnote = "unused-footnote", Warning;
    /// Two headings that claim the same anchor.
    DuplicateAnchor = "duplicate-anchor", Error;
    /// HTML that is shown as text.
    HtmlNotAllowed = "html-not-allowed", Warning;
    /// Residue of a word processor or a web page.
    PastedHtml = "pasted-html", Warning;
    /// A link whose scheme is not allowed.
    ForbiddenScheme = "forbidden-scheme", Error;
    /// A link without an address.
    EmptyLink = "empty-link", Error;
    /// A link from the root.
    LinkFromRoot = "link-from-root", Error;
    /// A remote image.
    RemoteImage = "remote-image", Warning;
    /// A paragraph that stands twice.
    RepeatedParagraph = "repeated-paragraph", Warning;
    /// Markdown nested deeper than anybody reads.
    NestedTooDeep = "nested-too-deep", Error;
    /// The Markdown parser gave up.
    MarkdownFailed = "markdown-failed", Error;
    /// An image without alternative text.
    MissingAlt = "missing-alt", Warning;
    // The graph
    /// A link to a work that does not exist.
    BrokenLink = "broken-link", Error;
    /// A link that several works answer to.
    AmbiguousLink = "ambiguous-link", Error;
    /// A link to a heading that does not exist.
    BrokenAnchor = "broken-anchor", Error;
    /// A file that a text shows or links, and that is not there.
    MissingAsset = "missing-asset", Error;
    /// A theme that the thesaurus does not have.
    UnknownTheme = "unknown-theme", Error;
    /// A label that several themes share.
    AmbiguousTheme = "ambiguous-theme", Error;
    /// A work id in front matter that does not exist.
    UnknownWork = "unknown-work", Error;
    /// A work that is linked to itself.
    SelfReference = "self-reference", Error;
    /// A fact of the work that a translation states differently.
    ContradictingFact = "contradicting-fact", Error;
    /// Two editions that both want to lead.
    SeveralLeads = "several-leads", Error;
    /// Broader themes in a circle.
    ThemeCycle = "theme-cycle", Error;
    /// Two themes with the same label in one language.
    DuplicateLabel = "duplicate-label", Error;
    /// Another name of a theme that is another theme's label.
    SharedName = "shared-name", Warning;
    /// A word that a theme states twice.
    RepeatedName = "repeated-name", Warning;
    /// Two related themes of which one is broader than the other.
    RelatedAndBroader = "related-and-broader", Warning;
    /// An id that was changed, used under its old name.
    FormerId = "former-id", Warning;
    /// An id that is in use and also somebody's former id.
    FormerIdInUse = "former-id-in-use", Error;
    /// A path without steps.
    PathWithoutSteps = "path-without-steps", Error;
    /// A step that stands twice.
    RepeatedStep = "repeated-step", Error;
    /// What looks like the id of a person or a source, and is none.
    UnknownEntry = "unknown-entry", Warning;
    /// An introduction to a theme that does not exist.
    IntroductionWithoutTheme = "introduction-without-theme", Error;
    /// A form that is the name of two terms.
    SharedTerm = "shared-term", Note;
    /// A word that has become a link to a term; only said on request.
    LinkedTerm = "linked-term", Note;
    /// A link to what its readers do not have, such as a draft; only said on request.
    PlainLink = "plain-link", Note;
    // Translations
    /// A translation's snapshot whose name or head nobody can read.
    InvalidSnapshot = "invalid-snapshot", Error;
    /// A snapshot whose text is not the one that its head was written for.
    SnapshotEdited = "snapshot-edited", Error;
    /// A snapshot of a translation that does not exist.
    SnapshotWithoutText = "snapshot-without-text", Warning;
    /// A snapshot in another language than the one that the translation says it was made from.
    SnapshotOfAnother = "snapshot-of-another", Warning;
    /// A translation whose source the site has no longer.
    LostSource = "lost-source", Error;
    /// A text that says it was translated from its own language.
    TranslatedFromItself = "translated-from-itself", Error;
    /// Editions that were all made from each other.
    TranslationCircle = "translation-circle", Error;
    /// A text that a language lacks, where a gate says that it must not.
    TranslationMissing = "translation-missing", Error;
    /// A theme whose label or definition a language lacks, where a gate asks for it.
    ThemeUntranslated = "theme-untranslated", Error;
    /// A translation that is behind, where a gate says that it must not be; so are the next five.
    TranslationBehind = "translation-behind", Error;
    /// A translation whose source is behind.
    TranslationBehindUpstream = "translation-behind-upstream", Error;
    /// A translation without a snapshot.
    TranslationUntracked = "translation-untracked", Error;
    /// A machine's translation that nobody has read.
    TranslationByMachine = "translation-by-machine", Error;
    /// A translation that nobody has read.
    TranslationUnreviewed = "translation-unreviewed", Error;
    /// A text that should have been looked at again.
    ReviewOverdue = "review-overdue", Error;
    /// A draft.
    DraftLeft = "draft-left", Error;
    /// A quiz that another edition does not have, or whose right answers are others there.
    QuizDiffers = "quiz-differs", Error;
    /// Headings that are not those of the source.
    HeadingsDiffer = "headings-differ", Note;
    /// Directives that are not those of the source.
    DirectivesDiffer = "directives-differ", Note;
    /// A link that the source does not have, or that is missing.
    LinksDiffer = "links-differ", Note;
    /// A picture that the source does not have, or that is missing.
    ImagesDiffer = "images-differ", Note;
    /// Numbers that are not those of the source.
    NumbersDiffer = "numbers-differ", Note;
    /// A block that says the same as the source, word for word.
    UntranslatedText = "untranslated-text", Note;
    /// Words in another language than they say.
    ForeignText = "foreign-text", Note;
    /// A work that says nearly the same as another.
    NearCopy = "near-copy", Note;
    /// A dismissal of a note that there is not.
    UnusedDismissal = "unused-dismissal", Note;
    // Addresses
    /// Two pages for one address.
    AddressTaken = "address-taken", Error;
    /// A slug that is no single segment.
    InvalidSlug = "invalid-slug", Error;
    /// An old address that leads out of the site or is none.
    InvalidRedirect = "invalid-redirect", Error;
    /// An address of the published site that a new build leaves without a page, a redirect or a notice.
    VanishedAddress = "vanished-address", Error;
    /// A list of published pages that is none.
    InvalidPages = "invalid-pages", Error;
    // Strings and themes
    /// A message file that Fluent cannot read.
    InvalidFluent = "invalid-fluent", Error;
    /// A message that a language lacks.
    MissingMessage = "missing-message", Warning;
    /// A message of the site that nothing asks for.
    UnusedMessage = "unused-message", Warning;
    /// A message that uses a variable which it is never given.
    UnknownVariable = "unknown-variable", Error;
    /// A message that leaves out a variable which the other languages show.
    MissingVariable = "missing-variable", Warning;
    /// A message that nobody defines.
    UnknownMessage = "unknown-message", Error;
    /// A message that uses a variable which it is not given, or fails otherwise.
    MessageFailed = "message-failed", Error;
    /// A theme folder that does not exist.
    UnknownThemeFolder = "unknown-theme-folder", Error;
    /// A template that does not parse or fails.
    TemplateFailed = "template-failed", Error;
    /// A template that does not exist.
    UnknownTemplate = "unknown-template", Error;
    // Translators' files
    /// A PO file in another character set than UTF-8.
    PoCharset = "po-charset", Error;
    /// A PO file whose end is missing.
    PoTruncated = "po-truncated", Error;
    /// A line that no PO file has.
    PoSyntax = "po-syntax", Error;
    /// Two entries of a PO file for one and the same text.
    PoDuplicate = "po-duplicate", Error;
    /// An entry with plural forms.
    PoPlural = "po-plural", Error;
    /// A PO file that does not say which language it is in, or says one that the site does not have.
    PoLanguage = "po-language", Error;
    /// An entry for a work that the site does not have.
    PoUnknownWork = "po-unknown-work", Error;
    /// An entry for a text that today's source does not have.
    PoUnknownText = "po-unknown-text", Error;
    /// An entry whose text was changed in the source after the export.
    PoOutdated = "po-outdated", Error;
    /// A translation that cannot be taken as it is.
    PoRefused = "po-refused", Error;
    // Output and machine
    /// The output folder is not ours.
    OutputNotOurs = "output-not-ours", Error;
    /// The output folder is the home folder or the top of a disk.
    OutputTooHigh = "output-too-high", Error;
    /// The output folder holds the site itself.
    OutputHoldsSite = "output-holds-site", Error;
    /// The output folder lies among the sources.
    OutputInSources = "output-in-sources", Error;
    /// The output folder is a file, or a link that leads nowhere.
    OutputNoFolder = "output-no-folder", Error;
    /// Another build writes into the output folder.
    OutputBusy = "output-busy", Error;
    /// Somebody's own file stands where the site wants to write.
    OutputStranger = "output-stranger", Error;
    /// Where a zip is to be written stands something else.
    ZipNotOurs = "zip-not-ours", Error;
    /// An address that no file can be written at.
    UnsafeAddress = "unsafe-address", Error;
    /// An output that was begun but never finished.
    OutputUnfinished = "output-unfinished", Error;
    /// A file that was to be made is there already.
    FileExists = "file-exists", Error;
    /// A file cannot be written.
    UnwritableFile = "unwritable-file", Error;
    // Commands that change sources
    /// A text changed between being read and being written.
    FileChanged = "file-changed", Error;
    /// A place that no program should change.
    EditByHand = "edit-by-hand", Error;
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Code {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Code, D::Error> {
        let name = Cow::<str>::deserialize(deserializer)?;
        let code = Code::ALL.iter().find(|code| code.as_str() == name);
        code.copied().ok_or_else(|| D::Error::custom("not a code"))
    }
}
