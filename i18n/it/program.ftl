### Quello che il programma dice a chi lo usa. Codici, chiavi e nomi di comandi e opzioni sono uguali in tutte le lingue.

## La riga di comando

cli-about = Trasforma storie, massime ed esercizi in più lingue in un sito statico e veloce.
cli-heading-usage = Uso:
cli-heading-commands = Comandi
cli-heading-arguments = Argomenti
cli-heading-options = Opzioni
cli-help = Mostra questo aiuto
cli-version = Mostra la versione
cli-ui = Parla questa lingua: en, es, it o ru (se manca, quella del computer)
cli-source = La cartella del sito (se manca, questa o la più vicina al di sopra che abbia un site.yaml)
cli-drafts = Comprende le bozze e le lingue in preparazione
cli-strict = Tratta gli avvisi come errori
cli-pseudo = Provare il tema con parole lunghe e piene di accenti; con =rtl, in pagine da destra a sinistra

cli-build = Costruisce il sito
cli-build-output = Dove metterlo (se manca, public nella cartella del sito; con --facilitator, public-facilitator; con --pseudo, public-pseudo)
cli-build-keep_going = Pubblica tutto tranne i testi con errori; il comando conta lo stesso come fallito
cli-build-facilitator = Comprende le note per chi conduce l’incontro
cli-build-audiences = Solo quello che è per questi destinatari o per tutti
cli-build-base_url = L’indirizzo del sito, al posto di quello in site.yaml
cli-build-jobs = Quanti core del processore usare (se manca, tutti)
cli-build-verify = Non fidarsi di dimensioni e date: guardare ogni byte pubblicato
cli-build-zip = Scrivere inoltre il sito finito in un file zip (predefinito: accanto alla cartella del sito, con lo stesso nome)
cli-build-open = Apre il sito finito nel browser
cli-build-verbose = Dice quanto è durata ogni parte del lavoro
cli-build-format = Come riferire i problemi: text, oppure json sull’uscita standard (se manca, text)

cli-serve = Mostra il sito nel browser mentre lo scrivi
cli-serve-host = Ascolta anche a questo indirizzo, per chi legge da altri computer (se manca, 127.0.0.1: solo questo computer)
cli-serve-port = La porta su cui ascoltare (se manca, 3030); se è occupata, una libera lì vicino
cli-serve-open = Apre il sito nel browser
cli-serve-facilitator = Comprende le note per chi conduce l’incontro
cli-serve-audiences = Solo quello che è per questi destinatari o per tutti
cli-serve-editor = Con che cosa aprire il testo di una pagina: vscode, vscodium, cursor, windsurf, zed, idea, textmate, un indirizzo con {"{path}"} e {"{line}"}, oppure none per niente

cli-check = Cerca gli errori senza scrivere nulla
cli-check-against = Dire quali indirizzi del sito pubblicato sparirebbero: il suo pages.json, o - per l’ingresso standard
cli-check-fail_on = Fallire se un testo è in uno di questi stati: missing, behind, behind-upstream, untracked, machine, unreviewed, overdue, draft; di un tipo e di una lingua, se lo dici (unreviewed:exercise:it)
cli-today = Prendere questo giorno per oggi (altrimenti la data corrente): 2026-11-22
cli-check-verbose = Elencare anche ogni parola diventata un collegamento a un tema e ogni collegamento a una bozza
cli-check-format = Come riferire i problemi: text, json o github (se manca, text)

cli-init = Crea un sito nuovo con qualche testo di esempio
cli-init-dir = La cartella del sito
cli-init-languages = Le sue lingue, la principale per prima (se manca, es,ru,it,en)

cli-new = Inizia un testo nuovo o la traduzione di un testo
cli-new-kind = story (storia), maxim (massima), exercise (esercizio), path (percorso) o page (pagina)
cli-new-id = Il suo nome in tutte le lingue: the-lamp o customers/the-lamp
cli-new-lang = La lingua del testo (se manca, quella predefinita del sito)
cli-new-title = Il titolo (se manca, è ricavato dal nome)

cli-move = Dare un altro nome a un testo o a un tema e modificare tutti i link che vi portano
cli-move-old = L’id che ha: stories/the-lamp, o quello di un tema
cli-move-new = L’id che avrà. Se il tema esiste già, assorbe l’altro
cli-move-dry_run = Dire soltanto che cosa verrebbe modificato

cli-export = Scrivere ciò che dice il sito per altri programmi
cli-export-skos = I temi come dati collegati (SKOS)
cli-export-skos-syntax = turtle o json-ld (predefinito: turtle)
cli-export-skos-output = Il file da scrivere (predefinito: l’uscita standard)
cli-export-glossary = I temi come glossario per traduttori: termine di partenza, termine di arrivo, commento
cli-export-glossary-to = La lingua in cui si traduce
cli-export-glossary-from = La lingua da cui si traduce (predefinita: quella principale del sito)
cli-export-glossary-output = Il file da scrivere (predefinito: l’uscita standard)
cli-export-po = Scrivere i testi per i traduttori
cli-export-po-ids = Solo questi testi: stories/the-lamp; themes per il tesauro (predefinito: tutti)
cli-export-po-to = Le lingue in cui tradurre: it, oppure it,ru
cli-export-po-from = La lingua da cui tradurre (predefinita: per ogni testo quella da cui è stata fatta la traduzione, altrimenti quella dell’originale)
cli-export-po-one_file = Un file per ogni coppia di lingue invece di uno per ogni testo
cli-export-po-output = La cartella per i file, oppure un file che finisce in .po (predefinita: po)

cli-import = Riportare nei testi il lavoro dei traduttori
cli-import-files = File PO, o cartelle con file PO
cli-import-dry_run = Dire che cosa si farebbe, senza cambiare nulla
cli-import-by = Chi ha tradotto, se i file non lo dicono

cli-completions = Scrive uno script che completa i comandi nella tua shell
cli-completions-shell = bash, elvish, fish, powershell o zsh

cli-man = Scrive la pagina di manuale, o salva quelle di tutti i comandi
cli-man-dir = La cartella in cui salvarle

## Che cosa non va in quello che è stato scritto

usage-unknown-command = Il comando «{ $name }» non esiste.
usage-unknown-argument = Qui «{ $name }» non si capisce.
usage-missing-arguments = { $count ->
    [one] Manca { $names }.
   *[other] Mancano: { $names }
}
usage-conflict = «{ $name }» non va d’accordo con il resto; forse c’è due volte.
usage-value-missing = A «{ $name }» manca un valore.
usage-invalid-value = «{ $value }» non va bene per «{ $name }»: { $wanted ->
    [one-of] deve essere uno di questi: { $allowed }.
    [number] deve essere un numero da 1 a 1024.
    [language] deve essere una lingua, come es o pt-BR.
    [ui-language] il programma parla en, es, it e ru.
    [web-address] deve essere un indirizzo web, come https://wiki.example.com/.
    [port] deve essere un numero da 0 a 65535.
    [editor] deve essere vscode, vscodium, cursor, windsurf, zed, idea, textmate, none o un indirizzo come my-editor://{"{path}"}:{"{line}"}.
    [date] scrivi una data: 2026-11-22
    [gate-state] gli stati sono missing, behind, behind-upstream, untracked, machine, unreviewed, overdue e draft
    [gate-kind] i tipi sono story, maxim, exercise, path e page
    [gate-language] l’ultima parte è la sigla di una lingua, come it
    [gate] scrivi STATO, STATO:TIPO o STATO:TIPO:LINGUA
   *[other] significa qualcos’altro.
}
usage-not-utf8 = Un argomento non è un testo valido.
usage-unknown-audience = site.yaml non conosce i destinatari «{ $name }», solo: { $known }
usage-see-help = Quello che si può scrivere lo mostra «apologue --help».

## Problemi

report-error = errore
report-warning = avviso
report-note = nota
report-help = aiuto
report-did-you-mean = Volevi dire «{ $name }»?
problems-found = { $problems }.
count-errors = { $count ->
    [one] { $count } errore
    [many] { $count } di errori
   *[other] { $count } errori
}
count-warnings = { $count ->
    [one] { $count } avviso
    [many] { $count } di avvisi
   *[other] { $count } avvisi
}
count-notes = { $count ->
    [one] { $count } nota
    [many] { $count } di note
   *[other] { $count } note
}
machine-failed = Il computer non ci è riuscito: { $reason }
interrupted = Interrotto. Quello che era già pubblicato è rimasto com’era.

## Costruire e controllare

progress-reading = Lettura
progress-rendering = Scrittura delle pagine
build-done = { $folder } costruito in { $seconds } s: { $works }, { $pages }.
count-works = { $count ->
    [one] { $count } opera
    [many] { $count } di opere
   *[other] { $count } opere
}
count-pages = { $count ->
    [one] { $count } pagina
    [many] { $count } di pagine
   *[other] { $count } pagine
}
# Tutte le edizioni del sito, per lingua: «spagnolo 70, russo 71».
build-editions = Edizioni: { $editions }.
build-edition = { $language } { $count }
build-rendered = { $address }: { $reason ->
    [no-record] nessuna traccia dell'ultima generazione
    [new] indirizzo nuovo
    [program] un altro programma
    [settings] altre opzioni
    [theme] un altro tema grafico
    [strings] altre stringhe dell'interfaccia
    [site] un'altra cornice (titolo, menu, elenchi)
    [text] il suo testo
    [view] ciò che mostra di altre pagine
   *[changed-on-disk] il file è stato modificato o cancellato
}
build-files = File: { $written } scritti, { $unchanged } invariati, { $deleted } cancellati.
build-zip = File zip: { $file }, { $size } MB.
build-set-aside = C’erano di mezzo file di origine sconosciuta; ora sono in { $folder }.
build-failed = Il sito non è stato costruito. Quello che era già pubblicato è rimasto com’era.
time-reading = Lettura e controllo: { $seconds } s
time-rendering = Scrittura delle pagine: { $seconds } s
time-publishing = Pubblicazione: { $seconds } s
check-clean = Nessun errore in { $works }.
man-written = { $count ->
    [one] { $count } pagina di manuale salvata.
    [many] { $count } di pagine di manuale salvate.
   *[other] { $count } pagine di manuale salvate.
}

## Un sito nuovo

init-done =
    In { $folder } c’è un sito nuovo con qualche testo di esempio.
    Costruiscilo lì con «apologue build» e apri public/index.html nel browser.
    README.md spiega come continuare.
init-site-head =
    Il sito. Una riga che comincia con # è un commento.
    Dopo una modifica, «apologue check» dice se tutto è a posto.
init-site-title = Come si chiama il sito, in ognuna delle sue lingue.
init-site-description = Una frase che lo presenta, per i motori di ricerca e i feed.
init-site-languages = Le lingue, nell’ordine del selettore. Per aggiungerne una, metti qui la sua sigla: pt per il portoghese, he per l’ebraico.
init-site-default = La lingua da cui si comincia se chi legge non ne preferisce nessuna.
init-site-fallback =
    Che cosa vede chi legge di un testo che non c’è nella sua lingua:
    list (un link, con l’indicazione della lingua), show (il testo stesso) o hide (niente).
init-site-base-url = L’indirizzo del sito. Con questo ci sono i feed, la mappa del sito e i link tra le lingue per i motori di ricerca.
init-themes-head =
    I temi che collegano i testi tra loro. Un testo li nomina nella sua intestazione: themes: [trust].
    Il nome a sinistra è lo stesso in tutte le lingue; chi legge vede le etichette.
init-themes-label = Quello che vede chi legge.
init-themes-definition = Che cosa significa, in una frase.
init-themes-broader = Il tema più ampio a cui appartiene.
init-themes-related = Temi vicini.
init-facts = Quello che segue vale per il testo in tutte le lingue e sta soltanto in questo file.
init-facts-level = Da 1 (facile) a 3.
init-facts-steps = I testi, nell’ordine in cui si leggono.

## Un testo nuovo

new-done =
    { $path } è pronto.
    Scrivi il testo sotto il secondo «---». Quando i lettori potranno vederlo, togli la riga «draft: true».
new-translation-done =
    { $path } è pronto per tradurre { $from }.
    Scrivi il testo sotto il secondo «---». Quando i lettori potranno vederlo, togli la riga «draft: true».
new-invalid-id = «{ $id }» non può essere il nome di un testo. Vanno bene lettere, cifre e trattini, e una barra per una cartella: customers/the-lamp.
new-unknown-language = Il sito non ha la lingua «{ $language }», solo: { $languages }
new-exists = Questo testo c’è già: { $path }
new-draft = Una bozza non viene pubblicata; la mostra «apologue build --drafts». Togli questa riga quando i lettori potranno vederla.
new-translation = La lingua da cui è stato tradotto il testo.
new-more = Per usare una delle righe qui sotto, togli il # all’inizio.
new-summary = Una frase per gli elenchi e i risultati di ricerca.
new-slug = La fine dell’indirizzo.
new-facts-elsewhere = I temi e tutto quello che vale in tutte le lingue stanno in { $path }.
new-themes = Temi di content/themes.yaml.
new-source = Da dove viene la storia. «fiction: true» se è inventata.
new-illustrates = Le massime che illustra.
new-said-by = Chi l’ha detto.
new-level = Da 1 (facile) a 3.
new-minutes = Quanti minuti servono per farlo.
new-practises = Le massime o le storie che mette in pratica.
new-steps = I testi, nell’ordine in cui si leggono.
new-numbered = Se i passi sono numerati.
new-cadence = Con questo il percorso diventa un programma: daily (ogni giorno), weekly (ogni settimana) o monthly (ogni mese).
new-weight = Le pagine con numeri più piccoli vengono prima.
new-see-also = Altri testi da leggere insieme.
export-avoid = Da evitare: { $words }
export-same-language = «{ $language }» non può essere insieme la lingua di partenza e quella di arrivo.

move-moved = { $from } → { $to }
move-changed = { $path }: modificato
move-done = «{ $old }» ora è «{ $new }». I suoi vecchi indirizzi portano a quello nuovo.
move-merged = «{ $old }» ora fa parte di «{ $new }». I suoi vecchi indirizzi portano a quello nuovo.
move-dry-run = Così «{ $old }» diventerebbe «{ $new }». Non è stato modificato nulla.
move-unknown = Non c’è nessun testo né tema con l’id «{ $id }».
move-both = Un testo e un tema hanno lo stesso id «{ $id }». Scrivi themes/{ $id } se intendi il tema.
move-same = «{ $id }» è già il suo id.
move-taken = C’è già un testo con l’id «{ $id }».
move-introductions = I due temi hanno entrambi un’introduzione nella stessa lingua. Unisci prima { $old } e { $new } in un solo testo ed elimina il primo file.
move-would-break = «{ $old }» non può diventare «{ $new }»: nascerebbero questi problemi. Non è stato modificato nulla.

build-not-opened = Non c’è un browser con cui aprirlo: apri tu { $path }.

## L’anteprima

serve-ready = Il sito si vede su { $url } e segue quello che salvi. Ctrl-C la chiude.
# $wanted e $port: numeri di porta, come testo.
serve-port-taken = La porta { $wanted } è occupata da un altro programma, quindi si usa questa: { $port }.
serve-port-refused = Il computer non permette la porta { $port }. Scegline una sopra 1023 con «--port».
serve-host-refused = Questo computer non si può raggiungere come «{ $host }»: { $reason }
serve-not-opened = Non c’è un browser con cui aprirlo: apri tu { $url }.
serve-polling = Il computer non segnala le modifiche ({ $reason }). Si cercano una volta al secondo.
serve-refreshed = Riletto in { $milliseconds } ms; { $pages }.
serve-pages-told = { $count ->
    [0] nessuna pagina aperta è cambiata
    [one] { $count } pagina aperta è cambiata
   *[other] { $count } pagine aperte sono cambiate
}
serve-mended = Tutto è di nuovo a posto.
serve-ended = L’anteprima è finita.

# Si mostrano sopra le pagine. $problems: «2 errori e 1 avviso».
overlay-errors = { $problems }. Il sito si vede com’era prima.
overlay-first = { $problems }. Quando non ce ne saranno più, il sito comparirà qui.
overlay-more = { $count ->
    [one] E ancora { $count }: è nel terminale.
   *[other] E ancora { $count }: sono nel terminale.
}
overlay-hide = Nascondi
overlay-gone = Questa pagina non fa più parte del sito. La vedi com’era.
overlay-lost = L’anteprima non risponde. Appena viene riavviata, questa pagina continua.
overlay-source = Apri il testo. Con Alt e un clic su un paragrafo si apre in quel punto.
overlay-copy = Copia
overlay-copied = Copiato
overlay-nothing-yet = Non c’è ancora niente da mostrare
overlay-not-found = Questa pagina non esiste
overlay-not-made = Questa pagina non si può creare

## Lingue al passo

cli-build-status = Aggiungere una pagina sullo stato di tutti i testi, per i redattori
cli-serve-status = Aggiungere una pagina sullo stato di tutti i testi, per i redattori
cli-translate = Iniziare la traduzione di un testo: la sua struttura e ciò da cui è fatta
cli-translate-id = L’id del testo, o la sua ultima parte
cli-translate-to = La lingua in cui si traduce
cli-translate-from = La lingua da cui si traduce (altrimenti quella del testo principale)
cli-by = Chi lo fa
cli-translate-tool = Il programma che traduce, se lo fa un programma
cli-accept = Dire che una traduzione concorda con il suo originale così com’è ora
cli-accept-id = L’id del testo, o la sua ultima parte
cli-accept-lang = La lingua della traduzione
cli-accept-wording = L’ultima modifica dell’originale non cambia il senso: le traduzioni non restano indietro per questo
cli-accept-lines = Con --wording: solo i blocchi cambiati a queste righe dell'originale: 6 o 6,12
cli-accept-all = Tutte le traduzioni in quella lingua che finora nessuno ha tracciato
cli-accept-reviewed_by = Chi ha letto la traduzione
cli-dry_run = Dire soltanto che cosa si farebbe
cli-status = Mostrare a che punto è ogni testo in ogni lingua
cli-status-ids = Solo questi testi, con le parole di ogni modifica
cli-status-lang = Solo queste lingue
cli-status-kind = Solo testi di questo tipo: story, maxim, exercise, path o page
cli-status-state = Solo testi in uno di questi stati: missing, behind, behind-upstream, untracked, machine, unreviewed, overdue, draft
cli-status-all = Anche i testi su cui non c’è niente da fare
cli-status-format = Come dirlo: text, json o csv, una riga per persona e testo (altrimenti text)
usage-unknown-text = Il testo «{ $id }» non esiste.
usage-ambiguous-text = Più testi rispondono a «{ $id }»: { $ids }
standing-original = originale
standing-in-step = in pari
standing-behind = indietro ({ $changes })
standing-behind-upstream = fonte indietro
standing-untracked = non tracciata
standing-missing = manca
standing-draft = bozza
state-machine = di macchina, non letta
state-unreviewed = non l’ha letta nessun altro
state-overdue = scaduta
status-rest = { $count ->
    [one] Un altro testo su cui non c’è niente da fare; lo mostra «--all».
    [many] Altri { $count } di testi su cui non c’è niente da fare; li mostra «--all».
   *[other] Altri { $count } testi su cui non c’è niente da fare; li mostra «--all».
}
status-themes = { $count ->
    [one] Manca un nome o una definizione di un tema; «--format json» dice quale.
    [many] Mancano { $count } di nomi e definizioni di temi; «--format json» dice quali.
   *[other] Mancano { $count } nomi e definizioni di temi; «--format json» dice quali.
}
status-original = originali
status-in-step = in pari
status-behind = indietro
status-behind-upstream = con la fonte indietro
status-untracked = non tracciate
status-missing = mancano
status-draft = bozze
status-machine = di macchina, non lette
status-unreviewed = non lette da nessun altro
status-overdue = scadute
status-coverage = fatto, di quanto è richiesto
status-percent = { $number }%
status-from = tradotta dal: { $name }
status-change = { $kind ->
    [new] nuovo
    [gone] tolto
    [moved] spostato
   *[changed] cambiato
}: { $unit }
status-reshaped = prima: { $was }; ora: { $is }
shape-task = { $done ->
    [yes] voce con la casella spuntata
   *[no] voce con la casella vuota
}
event-started = iniziata
event-accepted = accettata
event-wording = corrette le parole dell’originale
event-imported = importata
event-by = da { $name }
event-reviewed-by = letta da { $name }
event-tool = con { $name }
unit-title = titolo
unit-summary = riassunto
unit-heading = intestazione
unit-paragraph = capoverso
unit-item = voce di elenco
unit-task = voce con casella
unit-question = domanda
unit-row = riga di tabella
unit-term = termine
unit-attribute = parole in un’apertura di blocco
unit-code = codice
unit-html = HTML
translate-done =
    { $path } è una bozza con il testo di { $from }: scrivici sopra nella sua lingua.
    Quando concorda, cancella «draft: true». Quando più avanti l’originale cambia: apologue accept { $id } --lang { $language }
translate-no-source = «{ $id }» non ha un’edizione in «{ $language }».
accept-which = Di’ quale traduzione: «--lang LINGUA».
accept-nothing = Non c’è niente da accettare.
accept-original = «{ $id }» in «{ $language }» non è stato fatto da nessun altro testo del sito.
accept-done = { $path } concorda con { $source }{ $changes ->
    [0] .
    [one] ; una modifica accettata.
   *[other] ; { $changes } modifiche accettate.
}
accept-wording-done = { $changes ->
    [one] Un blocco corretto
   *[other] { $changes } blocchi corretti
} di { $source } riportati in { $path }.
accept-wording-several = I blocchi cambiati sono { $count }, e a una traduzione può mancare il nuovo senso di qualcuno. Indica con le loro righe quelli che dicono lo stesso, per esempio «--wording --lines { $line }»:
accept-wording-no-block = Alla riga { $line } di { $path } non c’è nessun blocco cambiato.
accept-not-wording = In { $path } non sono cambiate solo le parole ({ $kind ->
    [new] nuovo
    [gone] tolto
    [reshaped] un altro tipo di blocco
   *[moved] spostato
}: { $unit }): le traduzioni devono seguire.

## File per i traduttori

export-nothing = Non c’è nulla da tradurre: questi testi sono nati in quella lingua oppure non se ne chiede la traduzione.
export-done =
    { $files ->
        [one] { $files } file
       *[other] { $files } file
    } per i traduttori in { $path }; nuovi o cambiati: { $written }. Tradotti: { $translated }; da rivedere: { $fuzzy }; da tradurre: { $missing }.
export-pending = { $count ->
    [one] { $count } traduzione di questi file non è ancora nel sito: «apologue import» ce la porta.
   *[other] { $count } traduzioni di questi file non sono ancora nel sito: «apologue import» ce le porta.
}
export-several-files = Un file non basta: i testi vengono da più lingue o vanno in più lingue ({ $files }). Indica una cartella, oppure --from e un solo --to.
import-nothing = Non c’è nulla da cambiare: il sito dice già tutto questo.
import-unchanged = Non è stato cambiato nulla.
import-left = Voci prese o già nel sito: { $taken }; saltate perché incerte (fuzzy) o vuote: { $skipped }; rifiutate: { $refused }.
import-no-files = Nella cartella «{ $path }» non c’è nessun file PO.
import-done = File cambiati: { $files }; blocchi con un’altra formulazione: { $blocks }; traduzioni messe al passo: { $texts }.
import-would = File che cambierebbero: { $files }; blocchi con un’altra formulazione: { $blocks }; traduzioni messe al passo: { $texts }.

# Che cosa si dice ai traduttori di ogni voce
po-kind-title = Titolo
po-kind-summary = Sommario: una frase per gli elenchi e i risultati di ricerca
po-kind-heading = Titolo di livello { $level }
po-kind-paragraph = Paragrafo
po-kind-item = Voce di un elenco
po-kind-task = Voce con una casella
po-kind-question = Domanda di un quiz
po-kind-row = Riga di una tabella; lascia le barre
po-kind-term = Termine che viene definito
po-kind-attribute = { $name ->
    [by] Di chi sono le parole
    [source] Da dove vengono le parole
   *[title] Titolo di un blocco
}
po-answer = { $right ->
    [yes] Risposta di un quiz: giusta
   *[no] Risposta di un quiz: sbagliata
}
po-inside = { $name ->
    [quote] In una citazione
    [rendering] Traduzione di una citazione
    [footnote] In una nota a piè di pagina
    [definitions] In una definizione
    [quiz] In un quiz: replica a una risposta
    [solution] In una soluzione
    [discussion] Tra le domande per la discussione
    [keypoints] Tra i punti chiave
    [note] In una nota
   *[other] {""}
}
po-reshaped = È cambiato nell’originale; prima era: { $was }. Cambialo nel file della traduzione: solo allora sarà al passo
po-section = Sotto il titolo «{ $section }»
po-facilitator = Lo vedono solo i facilitatori
po-several = La traduzione ne fa un solo blocco
po-keep = Lascia così: dove portano i link, nomi di file, codice, numeri delle note, un nome come ^scatola alla fine
po-placeholders = Lascia così ciò che sta tra parentesi graffe
po-in-the-site = Il sito dice: { $text }
po-theme-label = Nome di un tema
po-theme-definition = Che cosa significa il tema
po-theme-other-names = Altri nomi del tema, uno per riga; possono essere di più o di meno
po-theme-hidden = Ciò che un lettore può scrivere cercando il tema, anche con errori; non viene mai mostrato. Uno per riga; possono essere di più o di meno

## Ciò che trovano i lettori

cli-search = Risponde a una domanda come la ricerca del sito e dice perché
cli-search-words = La domanda, come la scriverebbe un lettore
cli-search-lang = La lingua del lettore (predefinita: quella del sito)
cli-search-explain = Dice per quali parole è stato trovato ogni risultato
cli-search-limit = Quanti risultati di ogni tipo mostrare (predefinito: 10)
cli-search-drafts = Trova anche le bozze
cli-search-format = Come dirlo: text o json (predefinito: text)
# $group: own, themes o elsewhere; $count: quanti sono stati trovati
found-group = { $group ->
    [themes] Temi ({ $count })
    [elsewhere] Solo in altre lingue ({ $count })
   *[own] Risultati ({ $count })
}
found-nothing = Non è stato trovato nulla.
# $score: quanto il risultato è vicino alla domanda
found-score = ({ $score })
# Perché un risultato è stato trovato. $word: la parola della domanda; $form: la parola del testo; $impact: da 1 a 63, quanto dice del testo;
# $idf: quanto si impara dalla parola
found-reason = { $way ->
    [same] «{ $word }» è nel testo
    [folded] «{ $word }» è «{ $form }» senza accenti
    [stem] «{ $word }» e «{ $form }» hanno la stessa radice
    [kin] «{ $word }» e «{ $form }» hanno radici che cominciano allo stesso modo
    [beginning] qualcosa comincia con «{ $word }»: { $form }
    [layout] «{ $word }» è «{ $form }» con un'altra disposizione dei tasti
   *[slip] «{ $word }» dista da «{ $form }» un solo errore di battitura
} (dice { $impact } su 63 del testo; la parola vale { $idf })
