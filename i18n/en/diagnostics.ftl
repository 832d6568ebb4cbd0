### What is wrong with a site, and what to do about it: for authors.
### The name of a message is the code of the problem. `$count` is a number, all other variables are texts.

## Strings and themes

invalid-fluent = { $reason ->
    [expected] Here “{ $name }” is missing.
    [expected-name] A name was expected here: letters of the English alphabet, digits and hyphens.
    [expected-line-end] The line must end here.
    [no-value] Nothing is said here after the sign “=”.
    [no-default] One of the variants must be marked with “*”: it is taken when no other fits.
    [two-defaults] Two variants are marked with “*”; only one can be.
    [selector] A choice cannot be made by this.
    [unterminated] The quotation mark is not closed on this line.
    [escape] What follows the backslash has no meaning.
    [brace] This brace closes nothing.
    [arguments] These arguments do not fit.
    [expression] A variable such as “$count” was expected here.
    [nesting] Braces are nested too deeply.
    [number] The number “{ $name }” is too long.
    [unknown-function] There is no function “{ $name }”, only NUMBER.
    [unknown-option] NUMBER has no option “{ $name }” with this value.
    [unknown-message] This refers to the string “{ $name }”, which does not exist in this language.
    [unknown-term] This refers to the term “-{ $name }”, which does not exist in this language.
    [term-variable] This uses a term that needs “{ $name }” without giving it.
    [term-order] This term refers to another term before it uses “{ $name }”.
    [taken] The name “{ $name }” is taken: a string, a term and a function must have different names.
    [circular] This string leads back to itself through “{ $name }”.
    [too-long] This string comes to more text than anybody could read.
    [twice] The string “{ $name }” is defined twice.
   *[other] This is not written as a string should be.
}
    .help = { $reason ->
        [expected] A string is written as “name = text”; what stands in braces must be closed. A line that continues the one above it begins with a space.
        [expected-name] If the line continues the one above it, begin it with a space. A comment begins with “#”.
        [unknown-message] Define it, or write the text itself here.
        [unknown-term] Define it, or write the text itself here.
        [term-order] Use the variable first: choose by it, and write the other term in each of the variants.
        [twice] Keep one of them.
        [taken] Give it another name.
       *[other] See https://projectfluent.org/fluent/guide/ for how strings are written.
    }
missing-message = { $count ->
    [1] The language “{ $language }” has no string “{ $name }”.
   *[other] The language “{ $language }” lacks { $count } strings, among them { $name }.
}
    .help = { $count ->
        [1] Write it in { $file }; until then readers see it in another language.
       *[other] Write them in { $file }; until then readers see them in another language.
    }
unused-message = Nothing asks for the message “{ $name }”.
    .help = Correct its name, or take it out. Messages of your own are asked for by a template: { "{{" } t(id="{ $name }") { "}}" }.
unknown-variable = The message “{ $name }” uses “${ $variable }”, which it is never given.
    .help = { $some ->
        [no] Leave the variable out: this message has none.
       *[other] Correct its name, or leave it out. Other languages use { $known }.
    }
missing-variable = The message “{ $name }” leaves out “${ $variable }”, which is shown in the language “{ $reference }”.
    .help = Put { "{" } ${ $variable } { "}" } where it belongs in the sentence.
unknown-message = No language has a message “{ $name }”.
    .help = Define it in i18n, in the folder of the site's default language.
message-failed = The message “{ $name }” needs a variable “{ $variable }”, which it is not given.
    .help = Correct the variable's name, or leave it out of the message.
unknown-theme-folder = There is no theme folder “{ $name }”.
    .help = A theme is a folder under themes/. Name one that exists in site.yaml, or leave the key “theme” out for the built-in one.
unknown-template = There is no template “{ $name }”.
    .help = Templates are named by their path below templates/; those of the built-in theme can be used as well.
template-failed = { $reason ->
    [circular] This template leads back to itself through “{ $name }”.
    [no-language] The template does not say in which language this is: “{ $name }” is no language.
    [no-component] There is no component “{ $name }”.
    [no-root] The way from this page to “{ $name }” is unknown: “root” is not set.
    [no-date] “{ $name }” is no date.
    [no-number] “{ $name }” is no number.
    [no-list] “{ $name }” is no list.
    [no-json] This cannot be written as JSON: { $name }.
   *[other] The template fails: { $reason }
}
    .help = { $reason ->
        [circular] To build on the built-in template of the same name, write “default/” before its name.
        [no-language] A component declares “@lang” to know the page's language; a call can state another: lang="es".
        [no-root] A component declares “@root” to know where the page stands.
        [no-date] A date is written as 2026-11-22.
       *[other] See https://keats.github.io/tera/ for how templates are written.
    }
## The output and the machine

output-not-ours = The folder “{ $path }” is not empty and was not made by Apologue, so nothing was written there.
    .help = Choose another folder with “-o”, or empty this one yourself.
output-too-high = The site cannot be written into “{ $path }”: this is your home folder or the top of a disk.
    .help = Name a folder of its own with “-o”, such as “public”.
output-holds-site = The site cannot be written into “{ $path }”: this folder holds the site's own sources.
    .help = Name a folder of its own with “-o”, such as “public”.
output-in-sources = The site cannot be written into “{ $path }”: this folder belongs to the site's sources.
    .help = Name a folder outside “content”, “i18n” and “themes” with “-o”, such as “public”.
output-no-folder = The site cannot be written into “{ $path }”: this is not a folder.
    .help = It may be a file, or a link that leads nowhere. Name another folder with “-o”, or remove it.
output-busy = Another build is writing into “{ $path }” just now.
    .help = Wait until it has ended and try again, or name another folder with “-o”.
output-stranger = “{ $path }” was not made by Apologue, but the site has a page or file of that address. Nothing was published.
    .help = Move it out of the output folder, or rename it; or give the page another address.
zip-not-ours = “{ $path }” is no zip that Apologue has made, and was left as it is.
    .help = Name another file with “--zip”, or remove this one first.
unsafe-address = No file can be written at the address “{ $address }”.
    .help = An address is made of names parted by “/”; no name begins with a dot, is longer than 255 bytes or holds a control character or a backslash.
output-unfinished = “{ $address }” was begun but not finished, so nothing was published.
    .help = The reason was said before.
file-exists = “{ $path }” exists already and was left as it is.
    .help = Choose another name, or remove the file first.
unwritable-file = “{ $path }” cannot be written: { $reason }
    .help = See whether the disk is full and whether you may write there. What was published before stays until the next build succeeds.

## Commands that change sources

file-changed = “{ $path }” was changed meanwhile; nothing was written.
    .help = Give the command again.
edit-by-hand = { $reason ->
    [unreadable] This has to be put right first; nothing was changed.
    [missing] What was to be changed here is not there; nothing was changed.
    [shape] Something of another type stands here than was expected; nothing was changed.
    [taken] There is something of the new name already; nothing was changed.
    [link] This link cannot be changed without touching something else; nothing was changed.
   *[unusual] This cannot be changed without touching something else; nothing was changed.
}
    .help = Edit the place by hand, then give the command again.

## Sites and folders

no-site = There is no site in { $path }.
    .help = A site's folder holds a file site.yaml. Name the folder with -s, or make a new site with “apologue init”.
folder-not-empty = The folder { $path } is not empty.
    .help = Choose another name, or an empty folder.
## YAML: site.yaml, themes.yaml, people.yaml, sources.yaml and front matter

invalid-yaml = { $reason ->
    [tab] This line begins with a tab; YAML takes only spaces.
    [colon] There is no space after “{ $detail }:”.
    [colon-in-value] This text contains a colon, which begins a new value.
    [special] A text cannot begin with “{ $detail }”.
    [quote] The quotation mark that opens this text is not closed.
    [after-quote] Something stands after the closing quotation mark.
    [bracket] The brackets of this value do not match.
    [no-colon] This line has no “key:”, and it continues nothing.
    [indent] This line is not indented like the lines that it belongs to.
    [no-keys] Lines of the form “key: value” are expected here.
    [key] This cannot be a key.
    [alias] This repeats a part of the text that is not there, contains this place, or is too long.
    [documents] A second document begins here.
    [deep] This is nested too deeply.
    [control] An invisible control character stands here.
   *[other] This is not valid YAML: { $detail }.
}
    .help = { $reason ->
        [tab] Replace the tab with spaces, as many as the lines beside it have.
        [colon] Write a space after the colon.
        [colon-in-value] Put the whole text into quotation marks: "…".
        [special] Put the whole text into quotation marks: "…".
        [quote] Write the same mark at the text's end. If it belongs to the text, put the whole into marks of the other kind: '…' or "…".
        [after-quote] Put the whole text into marks of the other kind: '…' around "…", or "…" around '…'.
        [bracket] Close every “[” with “]” and every “{"{"}” with “{"}"}”. If the bracket belongs to the text, put the whole text into quotation marks.
        [no-colon] If it belongs to the text above, indent it by two spaces; if it is a key, write a colon and a space after it.
        [indent] Lines that belong together begin in the same column.
        [no-keys] For example “title: The Earrings”.
        [key] A key is one word, followed by a colon and a space.
        [alias] Write the value itself here.
        [documents] Remove the line of dashes, or move what follows it into a file of its own.
        [deep] Nothing in a site needs so many levels.
        [control] Delete it with the backspace key, from the character that follows it.
       *[other] Check quotation marks, brackets, colons and indentation here and in the line above.
    }
duplicate-key = The key “{ $key }” stands here for the second time.
    .help = Keep one of the two.
unknown-key = There is no key “{ $key }”.
    .help = Check the spelling; keys are written in lower case. In front matter, keys of other programs may stand if site.yaml names them under “ignore_keys”.
missing-key = “{ $key }” is missing.
    .help = Add it with its value.
wrong-type = { $expected ->
    [text] “{ $key }” takes a text.
    [texts] “{ $key }” takes one text or a list of texts.
    [yes-no] “{ $key }” takes yes or no.
    [number] “{ $key }” takes a whole number.
    [date] “{ $key }” takes a date.
    [mapping] “{ $key }” takes keys with values of their own.
    [language] “{ $key }” takes a language.
    [languages] “{ $key }” takes languages.
    [localized] “{ $key }” takes one text, or one text for each language.
    [steps] “{ $key }” takes a list.
   *[other] “{ $key }” does not take such a value.
}
    .help = { $expected ->
        [text] { $found ->
            [mapping] If the text contains a colon or begins with a brace, put it into quotation marks: "…".
            [list] Write one text, without brackets and dashes. If the text begins with a bracket, put it into quotation marks: "…".
           *[other] Write the text after the colon.
        }
        [texts] For example “{ $key }: [one, two]”.
        [yes-no] Write “true” or “false”.
        [number] Write digits alone, without a unit.
        [date] Write year, month and day: 2026-09-01.
        [mapping] Indent its keys below it, or write “{"{"}key: value{"}"}”.
        [language] Write its tag, such as “es” or “pt-BR”.
        [languages] Write their tags: “[es, en]”.
        [localized] For example “{"{"}es: …, en: …{"}"}”.
        [steps] Write each step on a line of its own that begins with “- ”.
       *[other] Look the key up in the manual.
    }
invalid-value = { $rule ->
    [one-of] “{ $key }” cannot be “{ $value }”.
    [range] “{ $key }” cannot be { $value }.
    [control] “{ $key }” contains an invisible control character.
    [web-address] “{ $value }” is no web address.
    [web-or-mail-address] “{ $value }” is no web address and no mail address.
    [no-query] The site's address cannot contain “?” or “#”.
    [final-slash] The site's address must end in “/”.
    [folder-name] “{ $value }” is no name of a folder below themes.
    [twice] “{ $value }” stands here twice, or stands in for itself.
    [preparing-default] The default language cannot be in preparation.
    [gate-kind] There is no kind “{ $value }”.
    [gate] “{ $value }” is no gate of one language.
    [inherits-itself] A language cannot inherit from itself.
    [inherits-other] “{ $allowed }” cannot inherit from “{ $value }”: it is another language or another script.
    [inherits-circle] “{ $allowed }” inherits from itself, by way of “{ $value }”.
    [path-below-content] “{ $value }” is no file below content.
    [placeholder] These braces name nothing that can be filled in.
    [needs-placeholder] This address would be the same for every page.
    [identifier] “{ $value }” cannot name a site.
    [reason] A note can be dismissed only with a reason.
    [isbn] “{ $value }” is no ISBN: a digit is missing or wrong.
   *[other] “{ $key }” cannot be “{ $value }”.
}
    .help = { $rule ->
        [one-of] Write one of: { $allowed }.
        [range] Write a number of { $allowed }.
        [control] Remove the backslash and what follows it, or write the character itself.
        [web-address] A web address begins with “https://” or “http://” and has no spaces.
        [web-or-mail-address] Begin it with “https://”, “http://” or “mailto:”.
        [no-query] Write the address of the folder that the site is served from.
        [final-slash] Write “{ $value }/”.
        [folder-name] Write the folder's name alone, without slashes.
        [twice] Name each language once.
        [preparing-default] Take it out of “preparing”, or make another language the default one.
        [gate-kind] The kinds are: { $allowed }.
        [gate] Write a state, and perhaps a kind: “missing”, “unreviewed:exercise”.
        [inherits-itself] Name the language whose texts readers of this variant read as their own: “es-MX: { "{" }inherits: es{ "}" }”.
        [inherits-other] Only regional variants inherit, as “es-MX” from “es”. For another language that may stand in, state a chain under “fallback”.
        [inherits-circle] Take one “inherits” of the circle out.
        [path-below-content] Write the path from the folder content, with “/” and without “..”.
        [placeholder] What can be filled in: { $allowed }.
        [needs-placeholder] Write { $allowed } where the path of the page's file belongs.
        [identifier] Use letters of the English alphabet, digits, “-” and “_”, at most 64.
        [isbn] Compare it with the book; it has 10 or 13 digits.
       *[other] Look the key up in the manual.
    }
invalid-date = “{ $value }” is no date.
    .help = Write year, month and day: 2026-09-01.
unknown-language = { $scope ->
    [site] The site has no language “{ $language }”.
   *[any] There is no language “{ $language }”.
}
    .help = { $scope ->
        [site] Its languages are { $languages }; others are added in site.yaml.
       *[any] Write a tag such as “es”, “ru” or “pt-BR”.
    }

## Front matter

front-matter-unclosed = The front matter that begins here never ends.
    .help = Write a line of three dashes after its last key.
front-matter-too-large = The front matter has { $kilobytes } KB; it can have { $most } at most.
    .help = Is the closing line of three dashes missing? The text belongs below it.
invalid-slug = { $rule ->
    [empty] The slug is empty.
    [slash] The slug “{ $slug }” has more than one part.
    [character] The slug “{ $slug }” contains “{ $character }”, which cannot stand in every address.
    [leading-dot] The slug “{ $slug }” begins with a dot.
    [edge] The slug “{ $slug }” begins or ends with a space, or ends with a dot.
    [reserved] “{ $slug }” is the name of a device in Windows and cannot be a slug.
    [long] The slug is too long.
    [index] “index” is the address of the list and cannot be a slug.
   *[other] “{ $slug }” cannot be a slug.
}
    .help = A slug is the last part of the address: words of your language, joined by hyphens.

## Names of files, and ids

untagged-file = The file's name does not say its language.
    .help = Write the language before the ending, as in “name.{ $example }.md”. The site's languages are { $languages }. To take such files for the default language, write “untagged: default” in site.yaml.
tags-disagree = The folder says “{ $folder }”, the file's name “{ $tag }”.
    .help = Move the file into the folder of its language, or correct its name.
foreign-tag = { $read ->
    [yes] The name says “{ $language }”, a language that the site does not have; it is taken for a part of the name.
   *[no] The name says “{ $language }”, a language that the site does not have; the file is left out.
}
    .help = The site's languages are { $languages }. Correct the name, or add the language in site.yaml.
unknown-folder = “{ $folder }” is a folder like any other: what stands in it are pages.
    .help = If “{ $section }” is meant, rename the folder. In readers' addresses it has its name in their language all the same.
invalid-name = { $rule ->
    [empty] An empty name cannot be part of an address.
    [slash] The id “{ $name }” contains a slash.
    [character] The name “{ $name }” contains “{ $character }”, which cannot stand in every address.
    [leading-dot] The name “{ $name }” begins with a dot.
    [edge] The name “{ $name }” begins or ends with a space, or ends with a dot.
    [reserved] “{ $name }” is the name of a device in Windows: such a file cannot be unpacked there.
    [long] The name “{ $name }” is too long.
    [index] “index” is the address of the list and cannot be an id.
   *[other] No address can be made of “{ $name }”.
}
    .help = Rename it with letters, digits and hyphens.

## The body of a text

conflict-marks = Two versions of these lines stand here, with Git's marks around them.
    .help = Keep what is right and delete the lines that begin with <<<<<<<, ======= and >>>>>>>.
unknown-directive = { $problem ->
    [nameless] After the colons a block needs a name.
   *[unknown] There is no block “{ $name }”.
}
    .help = Blocks are quote, rendering, checklist, quiz, solution, discussion, facilitator, keypoints, note and video.
unclosed-directive = The block “{ $name }” begins here and is never closed.
    .help = Close it with { $fence } on a line of its own.
stray-fence = These colons close nothing.
    .help = A block is closed with as many colons as it was opened with. Delete the line, or give both fences the same number.
misplaced-fence = A block can only begin or end at the beginning of a line, outside of lists and quotations.
    .help = Remove what stands before the colons, or put the block below the list.
nested-fence = This block stands inside “{ $outer }”, which has no more colons than it.
    .help = Write the outer block with one colon more at its beginning and its end: :::: outside, ::: inside.
misplaced-directive = “{ $name }” stands outside of a block “{ $outer }”, where it means nothing.
    .help = Put it inside, and give the outer block one colon more.
missing-attribute = The block “{ $name }” needs “{ $attribute }”.
    .help = Write it in braces after the name: :::{ $name }{"{"}{ $attribute }=…{"}"}
invalid-attribute = { $problem ->
    [unknown] “{ $name }” takes no “{ $attribute }”.
    [value] “{ $attribute }” cannot be “{ $value }”.
   *[syntax] “{ $attribute }” cannot be read here.
}
    .help = { $problem ->
        [unknown] All blocks take id, lang and title; quote takes by and source; video takes src, captions and poster.
        [value] A language is written as en or pt-BR. An id has no spaces and does not begin with “_” or “fn-”.
       *[syntax] What belongs to a block stands in braces after its name, with quotation marks around several words: {"{"}lang=en by="Jan Carlzon"{"}"}
    }
invalid-quiz = { $problem ->
    [no-question] This quiz has no question.
    [no-answers] This quiz has no answers.
    [one-answer] This quiz has only one answer.
    [no-box] This answer has no box.
   *[no-right-answer] None of this quiz's answers is right.
}
    .help = A quiz is a question, then a list with “- [ ]” before each wrong answer and “- [x]” before each right one.
duplicate-quiz = The id “{ $id }” is taken already, so that two quizzes could not be told apart.
    .help = Give this quiz an id of its own, the same in all languages.
duplicate-footnote = The footnote “{ $label }” is defined twice.
    .help = Keep one of the two notes, or give one of them another name.
undefined-footnote = There is no footnote “{ $label }”.
    .help = Write it on a line of its own: [^{ $label }]: and then the note. If it is no footnote, put a backslash before the bracket.
unused-footnote = Nothing refers to the footnote “{ $label }”, so it is not shown.
    .help = Refer to it with [^{ $label }] in the text, or delete it.
duplicate-anchor = The id “{ $id }” is taken already on this page.
    .help = Choose another one.
html-not-allowed = The HTML “{ $tag }” is not allowed here and is shown as text.
    .help = Use Markdown instead, or delete it. A few harmless elements may stand, such as <kbd>, <sub> and <details>, if each is closed where it was opened.
pasted-html = “{ $what }” was left behind by the program that this was copied from.
    .help = Delete it, or paste the text again without formatting.
forbidden-scheme = { $problem ->
    [none] This link does not say which kind of address it is.
    [file] Files are shown from the site itself, never from another one.
   *[other] Links of the kind “{ $scheme }:” are not allowed.
}
    .help = { $problem ->
        [none] Put “https:” before it.
        [file] Put the file beside the text and name it.
       *[other] Links may begin with https:, http:, mailto: or tel:. A page of this site is linked as [[its-id]].
    }
empty-link = This link leads nowhere.
    .help = Write an address in the parentheses, or remove the brackets.
link-from-root = This link begins at the root, which is elsewhere once the site is moved or opened from a folder: { $address }
    .help = Link a page as [[its-id]], and a file by its way from this text, such as ../static/form.pdf.
remote-image = This image is on another site, so it is shown as a link: { $address }
    .help = Save it beside the text and name the file, if you may publish it.
repeated-paragraph = This paragraph stands twice.
    .help = Delete one of them.
nested-too-deep = Quotations, lists or emphasis are nested too deeply here.
    .help = Take out some of the marks at the beginning of the line.
markdown-failed = This text cannot be read as Markdown. The fault is the program's.
    .help = Please report it together with the text. To find the place, take parts of the text away until the message disappears.
missing-alt = The image “{ $file }” has no text for people who cannot see it.
    .help = Say in the square brackets what is to be seen: ![A woman behind a counter](file.jpg)

## Files

unreadable-file = This file cannot be read: { $reason }.
    .help = Check that it still exists and that you have permission to read it.
not-utf8 = This file is not written in UTF-8.
    .help = Open it in your editor and save it with the encoding UTF-8.
control-character = This file contains a character that no text can have, { $character }.
    .help = Delete it; it cannot be seen, but your editor can search for it. Write the word before it again if in doubt.
file-too-large = This file is { $size } MiB long; a text may have { $limit } MiB at most.
    .help = Split the text, or put the file under content/static if it is no text.
link-leaves-site = This symbolic link leads to a file outside the site's folder.
    .help = Copy the file into the site and remove the link.
conflict-copy = “{ $name }” looks like a copy that another program left behind; it is not read.
    .help = Compare it with the original and delete it. If it is a text of its own, give it another name.
active-file = “{ $name }” is a page or a script and could run in a reader's browser.
    .help = If you trust it, put it under content/static and link it by its full address.
unsafe-svg = This picture contains “{ $name }”, which could run or load something in a reader's browser.
    .help = Save it again as plain SVG, without scripts and links.
invalid-picture = This file is named like a picture, but it is none, or it is cut short.
    .help = Open it in a program for pictures and save it again as JPEG or PNG.
picture-too-large = This picture has { $width } × { $height } pixels. Above { $limit } million no smaller copies are made, and every reader loads the whole.
    .help = Make it smaller: 2400 pixels across are enough for any page.

## Works and editions

duplicate-edition = This file and { $first } are the same text in the language “{ $language }”.
    .help = Keep one of them, or change the language in the name of one.
missing-title = This text has no title.
    .help = Write “title: …” between two lines of “---” at the top of the file.
contradicting-fact = This translation states another “{ $key }” than the text that leads.
    .help = Facts about a work stand in { $lead } alone: delete the key here, or correct it there.
several-leads = Two texts of this work both say that they lead.
    .help = Keep “lead: true” in one of them; { $first } has it too.

## Links

broken-link = There is no text “{ $name }”.
    .help = Write the id of a text: its path below content/ without language and “.md”. The last part is enough where only one text has it.
ambiguous-link = “{ $name }” can mean several texts: { $candidates }.
    .help = Write more of the id, for example the folder too.
broken-anchor = There is no heading “{ $name }” where this link leads.
    .help = Write the heading as it stands there, in the language of this text.
missing-asset = There is no file “{ $name }”.
    .help = { $of ->
        [theme] Files of a theme are named by their path below its folder static/.
       *[text] Paths begin at the folder of this text; upper and lower case must agree.
    }
unknown-work = There is no text “{ $name }”.
    .help = Write the id of a text: its path below content/ without language and “.md”.
self-reference = “{ $name }” refers to itself.
    .help = Delete this entry.
former-id = “{ $name }” is now called “{ $current }”.
    .help = Write the new name; the old one is still understood.
path-without-steps = This path has no steps.
    .help = List the ids of its texts under “steps:”.
repeated-step = “{ $name }” is a step of this path already.
    .help = Delete one of the two entries.

## Themes, people and sources

unknown-theme = There is no theme “{ $name }”.
    .help = Write the id or a label of a theme, or add the theme to content/themes.yaml.
ambiguous-theme = Several themes are called “{ $name }”: { $candidates }.
    .help = Write the id of the one that you mean.
theme-cycle = Each of these themes is narrower than the next, in a circle: { $circle }.
    .help = Delete “broader” (or “narrower”) from one of them.
duplicate-label = { $language ->
    [none] The theme “{ $other }” has the same label “{ $label }”.
   *[other] The theme “{ $other }” has the same label “{ $label }” in the language “{ $language }”.
}
    .help = Give one of them another label, or make the two one theme.
shared-name = “{ $name }” is the label of the theme “{ $other }” already.
    .help = Take it out here, or make one theme of the two with “apologue move”. A text that names its theme by this word cannot be understood.
repeated-name = “{ $name }” stands under “{ $first }” of this theme already.
    .help = Delete one of the two.
related-and-broader = “{ $name }” is related to “{ $other }” and narrower than it as well.
    .help = Delete one of the two relations: a theme within another is near to it anyway.
former-id-in-use = “{ $name }” is in use as an id and cannot be a former id as well.
    .help = Delete it from “former_ids”.
introduction-without-theme = This text introduces the theme “{ $name }”, which does not exist.
    .help = Add the theme to content/themes.yaml, or give the file the id of one that exists.
unknown-entry = “{ $name }” looks like an id, but { $file } has no such entry; it is shown as it is written.
    .help = Add it to { $file }, or write the name as readers should see it.
shared-term = “{ $name }” of this term and “{ $other-name }” of the term “{ $other }” have the same forms in { $language }: no mention of them becomes a link.
    .help = Give one of them another name, or take “term” from one of the two.
linked-term = “{ $words }” leads to the theme “{ $label }” ({ $name }).
    .help = If the word is not meant so here, write “terms: false” in the head of this text, or take the name out of the theme.
plain-link = “{ $name }” is not published for the readers of this text: the link is plain words.
    .help = It becomes a link as soon as they have that text. If they never will, take the link out.

## Translations

invalid-snapshot = { $problem ->
    [name] The name of this file does not say which translation it belongs to.
   *[head] This file has no head, so nobody can tell which text it keeps.
}
    .help = Delete the file and run “apologue accept” for its translation; it is written anew.
snapshot-edited = { $part ->
    [history] This file was changed by hand: its head is not what the program wrote.
   *[text] This file was changed by hand: what follows its head is not the text that it was written for.
}
    .help = Bring it back from your backups or version control, or delete it and run “apologue accept” for the translation.
snapshot-without-text = This file belongs to the translation of “{ $id }” into “{ $language }”, which is not there.
    .help = Delete it. If the text was renamed, rename it with “apologue move”, which takes this file along.
snapshot-of-another = The translation says that it was made from “{ $from }”, but the text kept for it is in “{ $kept }”. It counts as untracked.
    .help = Correct “from”, or run “apologue accept” once the translation agrees with its source.
lost-source = This was translated from “{ $from }”, but “{ $id }” has no edition in that language any more.
    .help = Bring the text back, write under “from” which edition it follows now, or delete “translation” if it stands on its own.
translated-from-itself = This text says that it was translated from its own language.
    .help = Write under “from” the language that it was translated from.
translation-circle = These editions were all made from each other: { $languages }.
    .help = One of them is the original: delete its “translation”.
translation-missing = There is no edition of “{ $id }” in “{ $language }”.
    .help = Begin it with “apologue translate { $id } --to { $language }”, or leave the language out of “translate” in the text that leads.
theme-untranslated = { $word ->
    [label] The theme “{ $id }” has no label in “{ $language }”.
   *[definition] The theme “{ $id }” has no definition in “{ $language }”.
}
    .help = Add it in content/themes.yaml, or translate it with “apologue export po”.
translation-behind = This translation is behind: { $count ->
        [one] one block of its source has changed.
       *[other] { $count } blocks of its source have changed.
    }
    .help = “apologue status { $id }” shows them. When it agrees again, run “apologue accept { $id } --lang { $language }”.
translation-behind-upstream = The text that this translation was made from is itself behind.
    .help = Bring that one into step first; “apologue status { $id }” shows which.
translation-untracked = Nobody knows from which version of its source this translation was made.
    .help = Compare the two; when they agree, run “apologue accept { $id } --lang { $language }”.
translation-by-machine = A machine translated this, and nobody has read it.
    .help = Read it and run “apologue accept { $id } --lang { $language } --reviewed-by NAME”.
translation-unreviewed = Nobody but its translator has read this translation.
    .help = Read it and run “apologue accept { $id } --lang { $language } --reviewed-by NAME”.
review-overdue = This text was to be looked at again by { $date }.
    .help = Look at it, and write a new date under “review_by”.
draft-left = This is a draft.
    .help = Delete “draft: true” when it is ready.
quiz-differs = { $problem ->
    [missing] The quiz “{ $id }” of the text in “{ $from }” is missing here.
    [added] The text in “{ $from }” has no quiz “{ $id }”.
    [answers] The quiz “{ $id }” does not have as many answers as in “{ $from }”: { $theirs } there, { $ours } here (the numbers of the right answers / how many there are).
   *[right] In the quiz “{ $id }” other answers are right than in “{ $from }”: { $theirs } there, { $ours } here (the numbers of the right answers / how many there are).
}
    .help = A quiz is the same one in all languages: the same id, and the right answers at the same places.
headings-differ = { $problem ->
    [missing] A heading of the text in “{ $from }” is missing here: there are { $theirs } there, { $ours } here.
    [added] The text in “{ $from }” does not have this heading: there are { $theirs } there, { $ours } here.
   *[level] This heading is of another level than in “{ $from }”.
}
    .help = Bring the headings in line, or write under “dismiss” why they differ.
directives-differ = { $problem ->
    [missing] The block “{ $theirs }” of the text in “{ $from }” is missing here.
    [added] The text in “{ $from }” has no block “{ $ours }” here.
    [order] The blocks stand in another order than in “{ $from }”: “{ $theirs }” there, “{ $ours }” here.
    [depth] The block “{ $ours }” does not stand in the same blocks as in “{ $from }”.
   *[other] Here is a block “{ $ours }”, in “{ $from }” a block “{ $theirs }”.
}
    .help = Bring the blocks in line, or write under “dismiss” why they differ.
links-differ = { $problem ->
    [missing] The text in “{ $from }” links “{ $id }”, this one does not.
   *[added] This text links “{ $id }”, the one in “{ $from }” does not.
}
    .help = Bring the links in line, or write under “dismiss” why they differ.
images-differ = { $problem ->
    [missing] The text in “{ $from }” shows “{ $name }”, this one does not.
   *[added] This text shows “{ $name }”, the one in “{ $from }” does not.
}
    .help = A picture of its own for one language is named after the common one, such as counter.es.jpg. Otherwise write under “dismiss” why the pictures differ.
numbers-differ = { $problem ->
    [missing] A number of the text in “{ $from }” is missing here: { $theirs }.
    [added] The text in “{ $from }” does not have this number: { $ours }.
   *[other] The numbers differ: { $theirs } in “{ $from }”, { $ours } here.
}
    .help = Correct the number, or write under “dismiss” why it differs.
untranslated-text = This says the same as the text in “{ $from }”, word for word.
    .help = Translate it. A quotation that is to stay in its language is marked with :::quote{"{"}lang={ $from }{"}"}, words in a sentence with […]{"{"}lang={ $from }{"}"}.
foreign-text = This seems to be in “{ $language }”, not in “{ $said }”.
    .help = Mark a quotation with :::quote{"{"}lang={ $language }{"}"}, and words in a sentence with […]{"{"}lang={ $language }{"}"}; or translate it.
near-copy = This text says nearly the same as “{ $id }”: they share about { $percent } of a hundred runs of words.
    .help = Make one text of the two, or write under “dismiss” why there are two.
unused-dismissal = There is no “{ $code }” here that could be dismissed.
    .help = Delete this line from “dismiss”.

## Addresses

address-taken = Two pages or files want the address “{ $address }”.
    .help = Give one of them another slug, or delete the redirect.
invalid-redirect = “{ $address }” is no address of this site.
    .help = Write an old address from the site's root on, such as es/old-page.html.
vanished-address = { $reason ->
    [moved] The page “{ $title }” moves from “{ $address }” to “{ $new }”, and nothing leads there from its old address.
   *[gone] The page “{ $title }” would vanish from “{ $address }”.
}
    .help = { $reason ->
        [moved] Add the old address to “redirects” in this file: redirects: ["{ $address }"]
       *[gone] If another text takes its place, add the address to the “redirects” of that text. If a theme or a text has a new id, add the old one to “former_ids”. If the text is no longer to be read, keep its file and mark it “withdrawn”.
    }
invalid-pages = { $reason ->
    [json] This file is not whole, or is not JSON.
    [version] This list of pages is of version { $version }, but this program knows version { $known } only.
   *[foreign] This is no list of pages as a site has it in pages.json.
}
    .help = { $reason ->
        [version] Check with the version of the program that has built the published site, or publish it once with this one.
       *[other] Take the file pages.json from the published site once more.
    }

## Translators' files

po-charset = The file is in the character set { $charset }, not in UTF-8.
    .help = Save it as UTF-8 (in Poedit: Translation → Properties → Charset), and export it again from where it came.
po-truncated = The file breaks off here, or a part of it is missing.
    .help = Fetch the whole file again. Nothing was changed.
po-syntax = { $rule ->
    [header] This is no PO file: it does not begin with a header.
    [escape] After a backslash, PO knows n, t, r, a quotation mark, a backslash and numbers of ASCII characters only.
    [unterminated] This string has no closing quotation mark.
    [string-missing] A keyword is followed by a string in quotation marks.
    [junk] Nothing may follow a string on its line.
    [string] This string belongs to no keyword.
    [msgstr] There is no “msgid” that this “msgstr” belongs to, or it has one already.
   *[other] No line of a PO file looks like this.
}
    .help = Write the file again with the program that it comes from. Nothing was changed.
po-duplicate = “{ $name }” stands here twice, with the same text.
    .help = Keep one of the two entries.
po-plural = An entry has plural forms. The texts of a site have none.
    .help = The file belongs to something else, such as a program. Nothing was changed.
po-language = { $problem ->
    [missing] The header does not say which language the translations are in.
    [same] The header names “{ $language }” as the language of both the source and the translations.
   *[unknown] The header names the language “{ $language }”, which the site does not have.
}
    .help = The site has: { $languages }. The translations’ language stands in “Language:”, that of the source in “X-Source-Language:”.
po-unknown-work = The site has no text “{ $id }”.
    .help = Does the file belong to another site? Or has the text another id since the export? Then export again over this file.
po-unknown-text = “{ $id }” has no such text to translate into { $language }.
    .help = Export again over this file: what the source no longer has is kept at its end.
po-outdated = In “{ $id }”, this text has changed since the export. Its translation was not taken.
    .help = Export again over this file: the entry is then marked as fuzzy, with the old wording beside the new.
po-refused = { $rule ->
    [links] The translation does not have the same links as its source.
    [images] The translation does not have the same images as its source.
    [code] What stands between backticks must be as in the source.
    [placeholders] What stands in braces must be as in the source.
    [footnotes] The translation does not have the same footnotes as its source.
    [html] The translation does not have the same HTML tags as its source.
    [columns] The translation’s row does not have as many columns as its source.
    [lines] The translation’s line breaks are not those of its source.
    [blocks] The translation does not have as many blocks, parted by empty lines, as it should.
    [heading] The heading has another level in the translation than in the source.
    [kind] The block is of another kind in the translation than in the source.
    [place] The place of this new block in the translation cannot be told.
    [block-id] The name at the end of the block, such as ^box, must be as in the source.
    [comment] A comment (%% or <!--) begins or ends in the translation that the source does not have.
    [control] The translation contains a character that no text can have.
    [mark] The translation begins with a mark (##, [x], -) that the program puts there itself: readers would see it.
    [quotes] On a fence a straight quotation mark (") ends the value.
    [anchor] A link of the translation leads to a heading that there is not.
   *[structure] As a block of its text, the translation would become something else: a heading, a list, several blocks, or nothing.
} Not taken: { $unit } of “{ $id }” in { $language }.
    .help = { $rule ->
        [heading] Change the level in the translation’s own file.
        [kind] Change the block in the translation’s own file.
        [place] Translate the blocks around it as well, or put it into the translation’s own file by hand.
        [quotes] Write typographic quotation marks: “ ”, « ».
        [anchor] Leave what follows # as it is in the source, or name a heading of the translation.
        [mark] Leave the mark out; if it is meant as a word, put a backslash before it: \#, \[, \-.
        [structure] Put a backslash before a character that is not meant as a mark: \#, \-, 1\.
       *[other] Correct the entry and import the file again. All other entries were taken.
    }
