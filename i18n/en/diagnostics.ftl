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
