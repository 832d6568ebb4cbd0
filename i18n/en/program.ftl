### What the program says to whoever runs it. Codes, keys and names of commands and options are the same in all languages.

## The command line

cli-about = Makes one fast static site of stories, maxims and exercises in several languages.
cli-heading-usage = Usage:
cli-heading-commands = Commands
cli-heading-arguments = Arguments
cli-heading-options = Options
cli-help = Show this help
cli-version = Show the version
cli-ui = Speak this language: en, es, it or ru (default: the computer's)
cli-source = The site's folder (default: this one, or the nearest above it with a site.yaml)
cli-drafts = Include drafts and languages in preparation
cli-strict = Treat warnings as errors
cli-pseudo = Try the theme with long and accented words; with =rtl, in pages that run from right to left

cli-build = Build the site
cli-build-output = Where to put it (default: public in the site's folder; with --facilitator, public-facilitator; with --pseudo, public-pseudo)
cli-build-keep_going = Publish all but the texts at fault; the command still counts as failed
cli-build-facilitator = Include the notes for facilitators
cli-build-audiences = Only what is for these audiences, or for everybody
cli-build-base_url = The address of the site, in place of the one in site.yaml
cli-build-jobs = How many processor cores to use (default: all)
cli-build-verify = Believe no size and no time: look at every byte that is published
cli-build-zip = Write the finished site into a zip as well (default: beside the output, with its name)
cli-build-open = Open the finished site in a browser
cli-build-verbose = Say how long each part of the work took
cli-build-format = How to report problems: text, or json on standard output (default: text)

cli-serve = Show the site in a browser while you write it
cli-serve-host = Listen to this address too, for readers at other machines (default: 127.0.0.1, this machine alone)
cli-serve-port = The port to listen at (default: 3030); if it is taken, a free one near it
cli-serve-open = Open the site in a browser
cli-serve-facilitator = Include the notes for facilitators
cli-serve-audiences = Only what is for these audiences, or for everybody
cli-serve-editor = What opens the source of a page: vscode, vscodium, cursor, windsurf, zed, idea, textmate, an address with {"{path}"} and {"{line}"}, or none

cli-check = Look for mistakes and write nothing
cli-check-against = Say which addresses of the published site would vanish: its pages.json, or - for standard input
cli-check-fail_on = Fail where a text is in one of these states: missing, behind, behind-upstream, untracked, machine, unreviewed, overdue, draft; of a kind and a language, if you say so (unreviewed:exercise:it)
cli-today = Take this day for today (default: today’s date): 2026-11-22
cli-check-verbose = Name each word that has become a link to a theme, and each link to a draft, too
cli-check-format = How to report problems: text, json or github (default: text)

cli-init = Make a new site with a few sample texts
cli-init-dir = The folder for it
cli-init-languages = Its languages, the first one leading (default: es,ru,it,en)

cli-new = Begin a new text, or the translation of one
cli-new-kind = story, maxim, exercise, path or page
cli-new-id = Its name in every language: the-lamp, or customers/the-lamp
cli-new-lang = The language of the text (default: the site's default language)
cli-new-title = Its title (default: made from the name)

cli-move = Give a text or a theme another name, and change every link to it
cli-move-old = The id that it has: stories/the-lamp, or a theme's
cli-move-new = The id that it is to have. A theme that exists already takes the other one in
cli-move-dry_run = Only say what would be changed

cli-export = Write what the site says for other programs
cli-export-skos = The themes as linked data (SKOS)
cli-export-skos-syntax = turtle or json-ld (default: turtle)
cli-export-skos-output = The file to write (default: standard output)
cli-export-glossary = The themes as a glossary for translators: source term, target term, comment
cli-export-glossary-to = The language that is translated into
cli-export-glossary-from = The language that is translated from (default: the site's default language)
cli-export-glossary-output = The file to write (default: standard output)
cli-export-po = Write the texts for translators
cli-export-po-ids = Only these texts: stories/the-lamp; themes for the thesaurus (default: all)
cli-export-po-to = The languages to translate into: it, or it,ru
cli-export-po-from = The language to translate from (default: for each text the one that its translation was made from, else that of the original)
cli-export-po-one_file = One file for each pair of languages instead of one for each text
cli-export-po-output = The folder for the files, or one file that ends in .po (default: po)

cli-import = Take the work of translators into the texts
cli-import-files = PO files, or folders with PO files
cli-import-dry_run = Say what would be done, and change nothing
cli-import-by = Who translated, where the files do not say it

cli-completions = Print a script that completes commands in your shell
cli-completions-shell = bash, elvish, fish, powershell or zsh

cli-man = Print the manual page, or write those of all commands
cli-man-dir = The folder to write them into

## What is wrong with what was typed

usage-unknown-command = There is no command “{ $name }”.
usage-unknown-argument = “{ $name }” is not understood here.
usage-missing-arguments = { $count ->
    [one] { $names } is missing.
   *[other] These are missing: { $names }
}
usage-conflict = “{ $name }” does not go with the rest; perhaps it stands there twice.
usage-value-missing = “{ $name }” needs a value.
usage-invalid-value = “{ $value }” will not do for “{ $name }”: { $wanted ->
    [one-of] it must be one of { $allowed }.
    [number] it must be a number from 1 to 1024.
    [language] it must be a language such as es or pt-BR.
    [ui-language] the program speaks en, es, it and ru.
    [web-address] it must be a web address such as https://wiki.example.com/.
    [port] it must be a number from 0 to 65535.
    [editor] it must be vscode, vscodium, cursor, windsurf, zed, idea, textmate, none, or an address such as my-editor://{"{path}"}:{"{line}"}.
    [date] write a date: 2026-11-22
    [gate-state] the states are missing, behind, behind-upstream, untracked, machine, unreviewed, overdue and draft
    [gate-kind] the kinds are story, maxim, exercise, path and page
    [gate-language] the last part is a language tag, such as it
    [gate] write STATE, STATE:KIND or STATE:KIND:LANGUAGE
   *[other] it means something else.
}
usage-not-utf8 = An argument is not valid text.
usage-unknown-audience = site.yaml knows no audience “{ $name }”, only: { $known }
usage-see-help = What can be typed is shown by “apologue --help”.

## Problems

report-error = error
report-warning = warning
report-note = note
report-help = help
report-did-you-mean = Did you mean “{ $name }”?
problems-found = { $problems }.
count-errors = { $count ->
    [one] { $count } error
   *[other] { $count } errors
}
count-warnings = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
}
count-notes = { $count ->
    [one] { $count } note
   *[other] { $count } notes
}
machine-failed = The computer could not do it: { $reason }
interrupted = Interrupted. What was published before is as it was.

## Building and checking

progress-reading = Reading
progress-rendering = Writing pages
build-done = Built { $folder } in { $seconds } s: { $works }, { $pages }.
count-works = { $count ->
    [one] { $count } work
   *[other] { $count } works
}
count-pages = { $count ->
    [one] { $count } page
   *[other] { $count } pages
}
# All editions of the site, by language: “Spanish 70, Russian 71”.
build-editions = Editions: { $editions }.
build-edition = { $language } { $count }
build-rendered = { $address }: { $reason ->
    [no-record] no record of the last build
    [new] a new address
    [program] another program
    [settings] other options
    [theme] another theme
    [strings] other strings
    [site] another frame (title, menu, lists)
    [text] its own text
    [view] what it shows of others
   *[changed-on-disk] the file was changed or deleted
}
build-files = Files: { $written } written, { $unchanged } unchanged, { $deleted } deleted.
build-zip = Zip: { $file }, { $size } MB.
build-set-aside = Files of unknown origin stood in the way; they are now in { $folder }.
build-failed = The site was not built. What was published before is as it was.
time-reading = Reading and checking: { $seconds } s
time-rendering = Writing pages: { $seconds } s
time-publishing = Publishing: { $seconds } s
check-clean = No mistakes found in { $works }.
man-written = { $count ->
    [one] { $count } manual page written.
   *[other] { $count } manual pages written.
}

## A new site

init-done =
    A new site with a few sample texts is in { $folder }.
    Build it there with “apologue build”, and open public/index.html in a browser.
    README.md says how to go on.
init-site-head =
    The site. A line that begins with # is a comment.
    After a change, “apologue check” says whether all is well.
init-site-title = What the site is called, in each of its languages.
init-site-description = A sentence about it, for search engines and feeds.
init-site-languages = The languages, in the order of the switcher. To add one, put its tag here: pt for Portuguese, he for Hebrew.
init-site-default = The language to begin with where a reader has no preference.
init-site-fallback =
    What readers see of a text that is not in their language:
    list (a link, marked with the language), show (the text itself) or hide.
init-site-base-url = The site's address. With it there are feeds, a sitemap and links between languages for search engines.
init-themes-head =
    The themes that link texts with each other. A text names them in its front matter: themes: [trust].
    The name on the left stays as it is in all languages; readers see the labels.
init-themes-label = What readers see.
init-themes-definition = What it means, in a sentence.
init-themes-broader = The wider theme that this one belongs to.
init-themes-related = Themes close by.
init-facts = What follows holds for the text in all languages, and stands in this file alone.
init-facts-level = From 1 (easy) to 3.
init-facts-steps = The texts in the order in which to read them.

## A new text

new-done =
    { $path } is ready.
    Write the text below the second “---”. Once readers may see it, take out the line “draft: true”.
new-translation-done =
    { $path } is ready, for the translation of { $from }.
    Write the text below the second “---”. Once readers may see it, take out the line “draft: true”.
new-invalid-id = “{ $id }” cannot be the name of a text. Letters, digits and hyphens will do, and a slash for a folder: customers/the-lamp.
new-unknown-language = The site does not have the language “{ $language }”, only: { $languages }
new-exists = This text is there already: { $path }
new-draft = A draft is not published; “apologue build --drafts” shows it. Take this line out when readers may see it.
new-translation = The language that the text was translated from.
new-more = To use one of the lines below, take out the # at its beginning.
new-summary = One sentence for lists and search results.
new-slug = The end of the address.
new-facts-elsewhere = Themes and everything else that holds in all languages stand in { $path }.
new-themes = Themes of content/themes.yaml.
new-source = Where the story comes from. “fiction: true” if it is invented.
new-illustrates = The maxims that it illustrates.
new-said-by = Who said it.
new-level = From 1 (easy) to 3.
new-minutes = How many minutes it takes to do.
new-practises = The maxims or stories that it puts to use.
new-steps = The texts in the order in which to read them.
new-numbered = Whether the steps have numbers.
new-cadence = With it the path becomes a programme: daily, weekly or monthly.
new-weight = Pages with smaller numbers come first.
new-see-also = Other texts worth reading with it.

export-avoid = Avoid: { $words }
export-same-language = “{ $language }” cannot be both the source and the target.

move-moved = { $from } → { $to }
move-changed = { $path }: changed
move-done = “{ $old }” is “{ $new }” now. Its old addresses lead on.
move-merged = “{ $old }” is part of “{ $new }” now. Its old addresses lead on.
move-dry-run = So “{ $old }” would become “{ $new }”. Nothing was changed.
move-unknown = There is no text and no theme with the id “{ $id }”.
move-both = Both a text and a theme have the id “{ $id }”. Write themes/{ $id } if you mean the theme.
move-same = “{ $id }” is its id already.
move-taken = There is a text with the id “{ $id }” already.
move-introductions = Both themes have an introduction in the same language. Make one text of { $old } and { $new } first, and delete the first file.
move-would-break = “{ $old }” cannot become “{ $new }”: these problems would be new. Nothing was changed.

# $path: the first page of the site.
build-not-opened = There is no browser to open it with: open { $path } yourself.

## The preview

serve-ready = The site is shown at { $url } and follows what you save. Ctrl-C ends it.
# $wanted and $port: numbers of ports, as text.
serve-port-taken = Port { $wanted } is taken by another program, so this one is used: { $port }.
serve-port-refused = The computer does not allow port { $port }. Take one above 1023 with “--port”.
serve-host-refused = This computer cannot be reached as “{ $host }”: { $reason }
serve-not-opened = There is no browser to open it with: open { $url } yourself.
serve-polling = The computer does not report changes ({ $reason }). They are looked for once a second.
serve-refreshed = Read again in { $milliseconds } ms; { $pages }.
serve-pages-told = { $count ->
    [0] no open page has changed
    [one] { $count } open page has changed
   *[other] { $count } open pages have changed
}
serve-mended = All is well again.
serve-ended = The preview has ended.

# Shown over the pages. $problems: “2 errors and 1 warning”.
overlay-errors = { $problems }. The site is shown as it was before.
overlay-first = { $problems }. Once nothing is wrong any more, the site appears here.
overlay-more = { $count ->
    [one] And { $count } more: the terminal shows it.
   *[other] And { $count } more: the terminal shows them.
}
overlay-hide = Hide
overlay-gone = This page is no longer part of the site. You see it as it was.
overlay-lost = The preview does not answer. As soon as it is started again, this page goes on.
overlay-source = Open the text. With Alt and a click on a paragraph: open it there.
overlay-copy = Copy
overlay-copied = Copied
overlay-nothing-yet = There is nothing to show yet
overlay-not-found = There is no such page
overlay-not-made = This page cannot be made

## Languages in step

cli-build-status = Add a page about the state of all texts, for editors
cli-serve-status = Add a page about the state of all texts, for editors
cli-translate = Start the translation of a text: its structure, and what it is made from
cli-translate-id = The id of the text, or its last part
cli-translate-to = The language to translate into
cli-translate-from = The language to translate from (default: that of the text that leads)
cli-by = Who does it
cli-translate-tool = The program that translates, if one does
cli-accept = Say that a translation agrees with its source as it is now
cli-accept-id = The id of the text, or its last part
cli-accept-lang = The language of the translation
cli-accept-wording = The last change of the original had no meaning: its translations are not behind because of it
cli-accept-lines = With --wording: only the changed blocks at these lines of the original: 6 or 6,12
cli-accept-all = All translations into the language that nobody has kept track of so far
cli-accept-reviewed_by = Who has read the translation
cli-dry_run = Only say what would be done
cli-status = Show which text stands where, in which language
cli-status-ids = Only these texts, with every change in its words
cli-status-lang = Only these languages
cli-status-kind = Only texts of this kind: story, maxim, exercise, path or page
cli-status-state = Only texts in one of these states: missing, behind, behind-upstream, untracked, machine, unreviewed, overdue, draft
cli-status-all = Also texts with which nothing is to be done
cli-status-format = How to say it: text, json, or csv, a line a person and text (default: text)
usage-unknown-text = There is no text “{ $id }”.
usage-ambiguous-text = Several texts answer to “{ $id }”: { $ids }
standing-original = original
standing-in-step = in step
standing-behind = behind ({ $changes })
standing-behind-upstream = behind upstream
standing-untracked = untracked
standing-missing = missing
standing-draft = draft
state-machine = machine, unread
state-unreviewed = nobody else has read it
state-overdue = overdue
status-rest = { $count ->
    [one] One more text, with which nothing is to be done; “--all” shows it.
   *[other] { $count } more texts, with which nothing is to be done; “--all” shows them.
}
status-themes = { $count ->
    [one] One label or definition of a theme is missing; “--format json” names it.
   *[other] { $count } labels and definitions of themes are missing; “--format json” names them.
}
status-original = originals
status-in-step = in step
status-behind = behind
status-behind-upstream = behind upstream
status-untracked = untracked
status-missing = missing
status-draft = drafts
status-machine = by machine, unread
status-unreviewed = read by nobody else
status-overdue = overdue
status-coverage = there, of what is asked for
status-percent = { $number }%
status-from = made from: { $name }
status-change = { $kind ->
    [new] new
    [gone] gone
    [moved] moved
   *[changed] changed
}: { $unit }
status-reshaped = was: { $was }; is: { $is }
shape-task = { $done ->
    [yes] item with a ticked box
   *[no] item with an empty box
}
event-started = started
event-accepted = accepted
event-wording = the source was reworded
event-imported = imported
event-by = by { $name }
event-reviewed-by = read by { $name }
event-tool = with { $name }
unit-title = title
unit-summary = summary
unit-heading = heading
unit-paragraph = paragraph
unit-item = list item
unit-task = item with a box
unit-question = question
unit-row = table row
unit-term = term
unit-attribute = words on a fence
unit-code = code
unit-html = HTML
translate-done =
    { $path } is a draft with the text of { $from }: write over it in its own language.
    When it agrees, delete “draft: true”. When the original changes later: apologue accept { $id } --lang { $language }
translate-no-source = “{ $id }” has no edition in “{ $language }”.
accept-which = Say which translation: “--lang LANG”.
accept-nothing = There is nothing to accept.
accept-original = “{ $id }” in “{ $language }” was made from no other text of the site.
accept-done = { $path } agrees with { $source }{ $changes ->
    [0] .
    [one] ; one change accepted.
   *[other] ; { $changes } changes accepted.
}
accept-wording-done = { $changes ->
    [one] One corrected block
   *[other] { $changes } corrected blocks
} of { $source } taken over into { $path }.
accept-wording-several = There are { $count } changed blocks, and a translation may lack one of them for its meaning. Name those whose meaning is the same by their lines, as in “--wording --lines { $line }”:
accept-wording-no-block = At line { $line } of { $path } there is no changed block.
accept-not-wording = In { $path } there is more than other wording ({ $kind ->
    [new] new
    [gone] gone
    [reshaped] not the same kind of block
   *[moved] moved
}: { $unit }): translations have to follow that.

## Files for translators

export-nothing = There is nothing to translate: these texts were written in that language, or no translation is asked for.
export-done =
    { $files ->
        [one] { $files } file
       *[other] { $files } files
    } for translators in { $path }, { $written } of them new or changed. Translated: { $translated }; to be looked at: { $fuzzy }; missing: { $missing }.
export-pending = { $count ->
    [one] { $count } translation in these files is not in the site yet: “apologue import” takes it there.
   *[other] { $count } translations in these files are not in the site yet: “apologue import” takes them there.
}
export-several-files = One file is not enough: the texts come from several languages, or go into several ({ $files }). Give a folder, or say --from and one --to.
import-nothing = Nothing to change: the site says all of it already.
import-unchanged = Nothing was changed.
import-left = Entries taken or in the site already: { $taken }; skipped because they are fuzzy or empty: { $skipped }; refused: { $refused }.
import-no-files = There is no PO file in the folder “{ $path }”.
import-done = Files changed: { $files }; blocks with a new wording: { $blocks }; translations brought in step: { $texts }.
import-would = Files that would change: { $files }; blocks with a new wording: { $blocks }; translations brought in step: { $texts }.

# What translators are told about an entry
po-kind-title = Title
po-kind-summary = Summary: one sentence for lists and search results
po-kind-heading = Heading of level { $level }
po-kind-paragraph = Paragraph
po-kind-item = Item of a list
po-kind-task = Item with a box to tick
po-kind-question = Question of a quiz
po-kind-row = Row of a table; keep the bars
po-kind-term = Term that is defined
po-kind-attribute = { $name ->
    [by] Whose words these are
    [source] Where the words come from
   *[title] Title of a block
}
po-answer = { $right ->
    [yes] Answer of a quiz: right
   *[no] Answer of a quiz: wrong
}
po-inside = { $name ->
    [quote] In a quotation
    [rendering] Translation of a quotation
    [footnote] In a footnote
    [definitions] In a definition
    [quiz] In a quiz: the reply to an answer
    [solution] In a solution
    [discussion] In questions for discussion
    [keypoints] Among the key points
    [note] In a note
   *[other] {""}
}
po-reshaped = Has changed in the source; it was: { $was }. Change that in the translation’s own file: only then is it in step
po-section = Under the heading “{ $section }”
po-facilitator = Only facilitators see it
po-several = The translation makes one block of these
po-keep = Keep as they are: what links lead to, names of files, code, numbers of footnotes, a name such as ^box at the end
po-placeholders = Keep what stands in braces
po-in-the-site = The site says: { $text }
po-theme-label = Name of a theme
po-theme-definition = What the theme means
po-theme-other-names = Other names of the theme, one a line; there may be more or fewer
po-theme-hidden = What readers may type when they look for the theme, misspellings too; never shown. One a line; there may be more or fewer

## What readers find

cli-search = Answer a question as the search of the site does, and say why
cli-search-words = The question, as a reader would type it
cli-search-lang = The language of the reader (default: the site's)
cli-search-explain = Say for each result by which words it was found
cli-search-limit = How many results of each kind are shown (default: 10)
cli-search-drafts = Drafts are found as well
cli-search-format = How to say it: text or json (default: text)
# $group: own, themes or elsewhere; $count: how many were found
found-group = { $group ->
    [themes] Themes ({ $count })
    [elsewhere] Only in other languages ({ $count })
   *[own] Results ({ $count })
}
found-nothing = Nothing was found.
# $score: how near the result is to the question
found-score = ({ $score })
# Why a result was found. $word: the word of the question; $form: the word in the text; $impact: from 1 to 63, how much it says about the text;
# $idf: how much is learned from the word
found-reason = { $way ->
    [same] “{ $word }” stands there
    [folded] “{ $word }” is “{ $form }” without accents
    [stem] “{ $word }” and “{ $form }” have the same stem
    [kin] “{ $word }” and “{ $form }” have stems that begin alike
    [beginning] something begins with “{ $word }”: { $form }
    [layout] “{ $word }” is “{ $form }” on another keyboard layout
   *[slip] “{ $word }” is one slip away from “{ $form }”
} (says { $impact } of 63 about the text; the word is worth { $idf })
