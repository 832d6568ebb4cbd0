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
unknown-message = No language has a message “{ $name }”.
    .help = Define it in i18n, in the folder of the site's default language.
message-failed = The message “{ $name }” needs a variable “{ $variable }”, which it is not given.
    .help = Correct the variable's name, or leave it out of the message.
unknown-theme-folder = There is no theme “{ $name }”.
    .help = A theme is a folder under themes/. Name one that exists in site.yaml, or leave the key “theme” out for the built-in one.
unknown-template = There is no template “{ $name }”.
    .help = Templates are named by their path below templates/; those of the built-in theme can be used as well.
template-failed = { $reason ->
    [circular] This template leads back to itself through “{ $name }”.
    [no-language] The template does not say in which language this is: “{ $name }” is no language.
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
unsafe-address = No file can be written at the address “{ $address }”.
    .help = An address is made of names parted by “/”; no name begins with a dot, is longer than 255 bytes or holds a control character or a backslash.
output-unfinished = “{ $address }” was begun but not finished, so nothing was published.
    .help = The reason was said before.
file-exists = “{ $path }” exists already and was left as it is.
    .help = Choose another name, or remove the file first.
unwritable-file = “{ $path }” cannot be written: { $reason }
    .help = See whether the disk is full and whether you may write there. What was published before stays until the next build succeeds.
