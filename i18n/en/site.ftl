### What a reader sees on the pages, in English.
###
### A site replaces single messages by a file of its own: i18n/en/anything.ftl. What is absent there comes from here.
### Messages may use only the variables that are named above them.

## Languages

# The language's own name, as it stands in the list of languages.
language-name = English

# The names of languages inside a sentence: "in Spanish", "translated from Spanish".
language-ar = Arabic
language-be = Belarusian
language-bg = Bulgarian
language-bn = Bengali
language-ca = Catalan
language-cs = Czech
language-da = Danish
language-de = German
language-de-AT = Austrian German
language-de-CH = Swiss German
language-el = Greek
language-en = English
language-en-GB = British English
language-en-US = American English
language-es = Spanish
language-es-419 = Latin American Spanish
language-es-AR = Argentinian Spanish
language-es-ES = European Spanish
language-es-MX = Mexican Spanish
language-et = Estonian
language-eu = Basque
language-fa = Persian
language-fi = Finnish
language-fr = French
language-fr-CA = Canadian French
language-fr-CH = Swiss French
language-gl = Galician
language-he = Hebrew
language-hi = Hindi
language-hr = Croatian
language-hu = Hungarian
language-hy = Armenian
language-id = Indonesian
language-is = Icelandic
language-it = Italian
language-it-CH = Swiss Italian
language-ja = Japanese
language-ka = Georgian
language-kk = Kazakh
language-ko = Korean
language-la = Latin
language-lt = Lithuanian
language-lv = Latvian
language-nb = Norwegian
language-nl = Dutch
language-no = Norwegian
language-pl = Polish
language-pt = Portuguese
language-pt-BR = Brazilian Portuguese
language-pt-PT = European Portuguese
language-ro = Romanian
language-ru = Russian
language-sk = Slovak
language-sl = Slovenian
language-sr = Serbian
language-sv = Swedish
language-th = Thai
language-tr = Turkish
language-uk = Ukrainian
language-ur = Urdu
language-uz = Uzbek
language-vi = Vietnamese
language-zh = Chinese
language-zh-Hans = Simplified Chinese
language-zh-Hant = Traditional Chinese

# Beside the title of a work that the reader's language does not have.
# $language: the tag of the work's language (es, pt-BR, …), for languages that need a form of their own.
# $name: its name from the messages above.
in-language = in { $name }

# On the home page of another language, for one without the page that is being read.
page-not-in-language = (no translation of this page)

## Kinds of works

# The name of one work of each kind, as a label above its title.
kind-story = Story
kind-maxim = Maxim
kind-exercise = Exercise
kind-path = Path
kind-page = Page

# The titles of the lists, in the menu and above them.
section-story = Stories
section-maxim = Maxims
section-exercise = Exercises
section-path = Paths
section-page = Pages
section-themes = Themes
section-people = People
section-sources = Sources

# The folders in the addresses of pages: one word in small letters, without spaces. They stay as they are once a site is published.
folder-story = stories
folder-maxim = maxims
folder-exercise = exercises
folder-path = paths
folder-page = pages
folder-themes = themes
folder-people = people
folder-sources = sources

## The frame of every page

skip-to-content = Skip to the text
home = Home
menu = Main menu
languages = Languages
breadcrumbs = You are here
sections = All sections
feed = News feed
edit-page = Edit this page
report-problem = Report a problem

# The button in the masthead that goes round between three ways to show the page; its name says which one is on.
# $scheme: system, light or dark.
scheme = { $scheme ->
    [light] Colours: light
    [dark] Colours: dark
   *[system] Colours: as the system has them
}

## Searching

# The button that opens the search. Without a script it leads to the list of all themes.
search-open = Search
# Read aloud for the field.
search-label = What are you looking for?
# In the empty field: what can be asked for.
search-placeholder = A word, a theme, a “phrase”
search-close = Close
# Before anything is asked: what a question may look like.
search-hint = Any form of a word will do, and a slip of the finger is forgiven. “Quotation marks” keep words together.
# The same for the keys.
search-keys = ↑ ↓ to choose, Enter to open, Esc to close
# Beside a box to tick: whether the slash key opens the search.
search-slash = The / key opens the search
# Above a few themes, before anything is asked.
search-begin = Or follow a theme
search-loading = Searching…
# $count: a number, written as the language writes it. It stands last, so that no word has to agree with it.
search-count = Results: { $count }
# On a button that shows more results.
search-more = Show more
# Above buttons that leave one kind of texts, or one theme.
search-kinds = Kind
search-themes = Themes
# Above the results in the reader's language.
search-own = Texts
# Above works that the reader's language lacks.
search-elsewhere = Only in other languages
# $query: what was asked for.
search-none = Nothing was found for “{ $query }”.
search-none-help = Try fewer words, or the name of the thing in other words.
# Above themes whose names look like what was asked for; and above the largest ones, where none does.
search-nearest = Themes that come close
search-largest = Large themes
search-all-themes = All themes, from A to Z
# A link to a report that says what was not found.
search-report = Tell us what is missing here
search-failed = The search could not be loaded. You can look through the themes instead.

## Facts about works

# Beside a work in a list. $minutes: a whole number.
minutes = { $minutes } min

# Above a text, reckoned from its length.
minutes-to-read = { $minutes ->
    [one] { $minutes } minute’s reading
   *[other] { $minutes } minutes’ reading
}

# Above an exercise, as its author says.
minutes-to-do = { $minutes ->
    [one] Takes { $minutes } minute
   *[other] Takes { $minutes } minutes
}

# All steps of a path together. $hours and $minutes: whole numbers, $minutes below 60.
total-time = { $hours ->
    [0] { $minutes } min in all
   *[other] { $minutes ->
        [0] { $hours } h in all
       *[other] { $hours } h { $minutes } min in all
    }
}

# $level: 1, 2 or 3.
level = { $level ->
    [1] For beginners
    [2] For those with some practice
   *[3] For the experienced
}

# $audience: a list such as "nurses and doctors".
for-audience = For { $audience }

# A mark: the work is invented, or taken from a novel.
fiction = Fiction
# A mark: the work is not published yet.
draft = Draft
themes = Themes
theme = Theme

# $count: a whole number.
works-count = { $count ->
    [one] { $count } text
   *[other] { $count } texts
}
# Above a list. $kind: story, maxim, exercise, path or page; $count: how many, a whole number.
list-count = { $kind ->
    [story] { $count ->
        [one] { $count } story
       *[other] { $count } stories
    }
    [maxim] { $count ->
        [one] { $count } maxim
       *[other] { $count } maxims
    }
    [exercise] { $count ->
        [one] { $count } exercise
       *[other] { $count } exercises
    }
    [path] { $count ->
        [one] { $count } path
       *[other] { $count } paths
    }
   *[page] { $count ->
        [one] { $count } page
       *[other] { $count } pages
    }
}
steps-count = { $count ->
    [one] { $count } step
   *[other] { $count } steps
}

## Lists in several pages

pages = Pages of this list
previous-page = Previous
next-page = Next
# Read aloud for the number of a page. $number: a whole number.
page-number = Page { $number }
# $page, $pages: whole numbers.
page-of = page { $page } of { $pages }
# Links to the letters of an alphabetical register, read aloud.
letters = Letters

## The home page

home-paths = Where to begin
# The link to the list of paths, if the home page does not show them all.
all-paths = All paths
home-featured = Worth reading first
home-themes = Follow a theme
home-newest = Newest
all-themes = All themes, from A to Z

## A work's page

contents = On this page

# The text is in another language, because the reader's has none. $language: its tag; $name: its name.
fallback-notice = This text has not been translated yet. Here it is in { $name }.
fallback-link = Go to the { $name } page

# Before the name of a person. $kind: story, maxim, exercise, path or page.
said-by = { $kind ->
    [story] As told by
   *[other] In the words of
}

source = Source
# $page: a page or several, as the author wrote them ("12", "12–15").
source-page = p. { $page }
# Before the title of a published edition. $language: the tag of its language; $name: its name.
published-in-language = In { $name }:
# After an edition. $name: the translator.
translated-by = Translated by { $name }
read-source = Read the source
licence = Licence:

translation = Translation
# $name: the name of the language that the text was translated from.
translated-from = Translated from { $name }
# $method: machine, machine-edited or adaptation. $reviewed: yes or no.
translation-method = { $method ->
    [adaptation] Freely adapted
    [machine-edited] { $reviewed ->
        [yes] Translated by machine, edited and reviewed
       *[no] Translated by machine, then edited
    }
   *[machine] { $reviewed ->
        [yes] Translated by machine, then reviewed
       *[no] Translated by machine, not yet reviewed
    }
}
# Beneath the title. $tone: plain or gentle, as the site wishes; $name: the name of the original's language.
translation-behind = { $tone ->
    [gentle] The original ({ $name }) has been changed a little since.
   *[plain] The original ({ $name }) has changed since this was translated.
}
# Before links to the sections that have changed.
translation-changed = Changed there:
# The first of these links: what stands above the first heading.
translation-beginning = the beginning
translation-original = Read the original
# Beneath the title. $tone: plain or gentle.
translation-unread = { $tone ->
    [gentle] Translated by machine; nobody has read it over yet.
   *[plain] A machine translated this text and nobody has checked it yet. It may contain mistakes.
}
# $name: a person.
translation-by = Translated by { $name }
translation-reviewed-by = Checked by { $name }
published = Published
updated = Last changed
other-languages = Other languages
# Before a list of the languages that lack the work.
not-in-languages = Not yet:

# The way on from a text: read aloud for the whole part.
read-on = Read on

# Headings above works that are linked by their authors. $kind: the kind of the work on the page.
relation-illustrates = What it shows
relation-illustrated-by = Told in a story
relation-practises = What you practise here
relation-practised-by = Try it yourself
relation-see-also = See also

related-works = On the same themes
# Why a work is shown. $themes: a list of labels of themes; $count: how many.
related-reason = Both about { $themes }
backlinks = Texts that link here

# Links to the works before and after in the list, read aloud for both. $kind: the kind of the work on the page.
neighbours = { $kind ->
    [story] More stories
    [maxim] More maxims
    [exercise] More exercises
    [path] More paths
   *[other] More pages
}
previous-work = { $kind ->
    [story] Previous story
    [maxim] Previous maxim
    [exercise] Previous exercise
    [path] Previous path
   *[other] Previous page
}
next-work = { $kind ->
    [story] Next story
    [maxim] Next maxim
    [exercise] Next exercise
    [path] Next path
   *[other] Next page
}

## Parts of a text

# A button below a quotation, and what stands beside it when it was pressed.
quote-copy = Copy with its source
quote-copied = Copied

# The sign beside a heading, which is a link to it. $heading: its words.
anchor-label = Link to “{ $heading }”
# The titles of callouts that have none of their own.
callout-note = Note
callout-summary = In short
callout-tip = Tip
callout-important = Important
callout-warning = Careful
callout-caution = Beware
callout-question = Question
callout-example = Example
callout-quote = Quotation
# The titles of other blocks that have none of their own.
solution-title = One answer
discussion-title = To talk about
keypoints-title = To remember
facilitator-title = For whoever leads the session
details-summary = More
# On a button that unticks all boxes of a checklist.
checklist-clear = Clear the list
quiz-show-answer = Show the answers
quiz-right = Right
quiz-wrong = Not quite
# Read aloud for a table that can be scrolled. $number: its number on the page.
table-label = Table { $number }
video-label = Video
video-link = Watch the video
video-transcript = What is said in the video
# Read aloud for the number of a note. $number: the number.
footnote-reference = Note { $number }
# Read aloud for the way back. $number: the number of the note.
footnote-back = Back to the text of note { $number }
footnotes-title = Notes

## Paths

steps = Steps
parts = Parts of this path
# $cadence: daily, weekly or monthly.
cadence = { $cadence ->
    [daily] One a day
    [monthly] One a month
   *[weekly] One a week
}
# The number of a step in a programme. $cadence: daily, weekly or monthly; $number: a whole number.
cadence-step = { $cadence ->
    [daily] Day { $number }
    [monthly] Month { $number }
   *[weekly] Week { $number }
}
# The place of the text in a path, before the path's name. $step, $steps: whole numbers.
step-of = Step { $step } of { $steps } on the path
# Above the other paths that the text is a step of, where there are many.
more-paths = Also on these paths
previous-step = Step before
next-step = Next step

## Themes

themes-by-meaning = By meaning
themes-by-letter = From A to Z
# In the register, after a name that the house does not use. $label: the theme's label.
see = see { $label }
# $names: a list of other names of the theme.
other-names = Also called: { $names }
neighbouring-themes = Neighbouring themes
# Headings above lists of themes. $count: how many.
broader-themes = { $count ->
    [one] Part of
   *[other] Part of
}
narrower-themes = { $count ->
    [one] Contains
   *[other] Contains
}
related-themes = { $count ->
    [one] Close to it
   *[other] Close to it
}
from-narrower-themes = From the themes it contains
no-works-yet = There is no text on this theme yet.
# Under a picture of themes: $count more of a kind are not in it.
more-themes = and { $count } more
# Below a text: the words in it that are themes, each with what it means.
terms = Words in this text
# On the page of a theme, above titles of other texts in which its word stands.
mentioned-in = Also mentioned in
# After such titles: $count further texts are not named.
more-texts = { $count ->
    [one] and one more
   *[other] and { $count } more
}

## People and sources

read-more = More about this person
# $count: how many.
sources-of-person = { $count ->
    [one] Book or article
   *[other] Books and articles
}
published-editions = Published editions

## Pages that are not there

not-found = There is no page here
not-found-text = The address may have been mistyped, or the page may have moved. From here you can go on:
withdrawn = Withdrawn
# $date: a day, written out.
withdrawn-on = This text was withdrawn on { $date }.
withdrawn-text = This text has been withdrawn.
replaced-by = Read instead
moved = This page has moved

# Stands at the address of a page whose source has a mistake.
faulty-title = This page is being put right
faulty-text = The text has a mistake that its author is working on. Please come back later.

## The page about the state of all texts, for editors

status-title = State of the texts
# $date: the day.
status-on = On { $date }
status-coverage = Coverage
status-share = { $percent }%
# $there: texts that there are; $asked: texts that are asked for.
status-of = { $there } of { $asked }
status-overdue = Overdue
status-overdue-since = since { $date }
# $name: who answers for a text.
status-owner = { $name }
status-gaps = Words of the thesaurus that are missing
# $word: label or definition; $theme: the id of a theme; $name: the name of a language.
status-gap = { $word ->
    [label] The label of { $theme } in { $name }
   *[definition] The definition of { $theme } in { $name }
}
status-matrix = All texts
status-filter-state = State
status-filter-language = Language
status-filter-kind = Kind
status-all = all
status-none = Nothing
status-text = Text
# $changes: in how many blocks the original has changed.
status-standing = { $standing ->
    [original] original
    [in-step] in step
    [behind] { $changes ->
        [one] behind in one block
       *[other] behind in { $changes } blocks
    }
    [behind-upstream] its source is behind
    [untracked] untracked
    [missing] missing
    [draft] draft
   *[none] –
}
status-state = { $state ->
    [missing] missing
    [behind] behind
    [behind-upstream] its source is behind
    [untracked] untracked
    [machine] by machine, unread
    [unreviewed] read by nobody else
    [overdue] overdue
   *[draft] draft
}
status-behind = What has changed
status-made-from = translated from { $name }
# $kind: new, gone, moved or changed; $unit: what kind of block.
status-change = { $kind ->
    [new] New
    [gone] Gone
    [moved] Moved
   *[changed] Changed
}: { $unit ->
    [title] title
    [summary] summary
    [heading] heading
    [paragraph] paragraph
    [item] list item
    [task] item with a box
    [question] question
    [row] table row
    [term] term
    [attribute] words on a fence
    [code] code
   *[html] HTML
}
status-before = Before:
status-now = Now:
# What a block is, beside its words, after “Before:” and “Now:”. $shape: heading, right, wrong, ticked, empty or block; $level: of a heading; $within: what the block stands in.
status-shape = { $shape ->
    [heading] heading of level { $level }
    [right] right answer
    [wrong] wrong answer
    [ticked] ticked box
    [empty] empty box
   *[block] { $within ->
        [none] text of its own
        [quote] in a quotation
        [callout] in a callout
        [item] in a list
        [list] in a list
       *[other] in a block
    }
}

## For programs that read for somebody (llms.txt)

# At the top of the list of languages.
llms-root = Each language has a list of its own. A work keeps its id in all languages.
# At the top of a language's list: what its links lead to.
llms-texts = Each link leads to a text in Markdown. Above the text stand its language, its themes, its source and, if it is a translation, how far it can be trusted. The page for readers has the same address with .html at its end.
# The same where there is no Markdown.
llms-pages = Each link leads to the page of a text.
# What chunks.jsonl is.
llms-chunks = All texts in pieces, one JSON object a line
# The heading above other files.
llms-more = More

## Reading offline

# The page on which readers choose what the browser keeps, and the link to it at the foot of every page.
offline-title = Read offline
offline-text = Your browser can keep a path or everything in a language. You then read it without a network, and it is brought up to date whenever you visit with one.
# A page was asked for without a network, and is in no copy.
offline-missing = That page is not in your copy, and there is no network just now.
# The search was asked for without a network, and no copy holds it: only a whole language does.
offline-search = The search is not in your copy, and there is no network just now. It comes with everything in a language.
# Where nothing can be kept: without a script, from files, or from a server without encryption.
offline-needs = Nothing can be kept here: that takes a site that is served over HTTPS, and a browser that runs scripts. If you have opened the site from a folder, you are reading a copy already.
# The heading above the languages that can be kept as a whole.
offline-languages = Everything in a language
# A number follows.
offline-files = Files:
offline-keep = Keep
offline-forget = Remove
# Marks: what holds of a copy.
offline-kept = Kept
offline-network = Not everything could be fetched. What is there stays; try again when the network is better.
offline-space = The browser has no room for this much.
# For screen readers, at the bar that grows.
# $title (text): what is being kept.
offline-progress = Being kept: { $title }
