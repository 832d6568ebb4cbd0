### Che cosa non va in un sito e che cosa fare: per chi scrive.
### Il nome di un messaggio è il codice del problema. `$count` è un numero; tutte le altre variabili sono testi.

## Messaggi e grafica

invalid-fluent = { $reason ->
    [expected] Qui manca «{ $name }».
    [expected-name] Qui ci vuole un nome: lettere dell’alfabeto inglese, cifre e trattini.
    [expected-line-end] La riga deve finire qui.
    [no-value] Dopo il segno «=» non c’è nulla.
    [no-default] Una delle varianti deve avere «*»: è quella che vale quando nessun’altra va bene.
    [two-defaults] Due varianti hanno «*»; può averlo una sola.
    [selector] In base a questo non si può scegliere una variante.
    [unterminated] Le virgolette non si chiudono su questa riga.
    [escape] Quello che segue la barra rovesciata non significa nulla.
    [brace] Questa graffa non chiude nulla.
    [arguments] Questi argomenti non vanno bene.
    [expression] Qui ci vuole una variabile, come «$count».
    [nesting] Ci sono troppe graffe una dentro l’altra.
    [number] Il numero «{ $name }» è troppo lungo.
    [unknown-function] La funzione «{ $name }» non esiste; c’è solo NUMBER.
    [unknown-option] NUMBER non ha l’opzione «{ $name }» con questo valore.
    [unknown-message] Qui si rimanda al messaggio «{ $name }», che in questa lingua non esiste.
    [unknown-term] Qui si rimanda al termine «-{ $name }», che in questa lingua non esiste.
    [term-variable] Questo termine ha bisogno di «{ $name }», ma qui non lo riceve.
    [circular] Questo messaggio torna a sé stesso passando per «{ $name }».
    [too-long] Da questo messaggio esce più testo di quanto chiunque possa leggere.
    [twice] Il messaggio «{ $name }» è definito due volte.
    [term-order] Questo termine rimanda a un altro prima di usare «{ $name }».
    [taken] Il nome «{ $name }» è già usato: un messaggio, un termine e una funzione non possono chiamarsi allo stesso modo.
   *[other] Un messaggio non si scrive così.
}
    .help = { $reason ->
        [expected] Un messaggio si scrive «nome = testo», e ogni graffa aperta va chiusa. Una riga che continua la precedente comincia con uno spazio.
        [expected-name] Se la riga continua la precedente, falla cominciare con uno spazio. Un commento comincia con «#».
        [unknown-message] Definiscilo, o scrivi qui il testo stesso.
        [unknown-term] Definiscilo, o scrivi qui il testo stesso.
        [twice] Tieni uno dei due.
        [term-order] Usa prima la variabile: scegli in base a questa e scrivi l’altro termine in ogni variante.
        [taken] Dagli un altro nome.
       *[other] Come si scrivono i messaggi è spiegato in https://projectfluent.org/fluent/guide/
    }
missing-message = { $count ->
    [one] Alla lingua «{ $language }» manca il messaggio «{ $name }».
    [many] Alla lingua «{ $language }» mancano { $count } di messaggi, tra cui { $name }.
   *[other] Alla lingua «{ $language }» mancano { $count } messaggi, tra cui { $name }.
}
    .help = { $count ->
        [one] Scrivilo in { $file }; intanto i lettori lo vedono in un’altra lingua.
        [many] Scrivili in { $file }; intanto i lettori li vedono in un’altra lingua.
       *[other] Scrivili in { $file }; intanto i lettori li vedono in un’altra lingua.
    }
unused-message = Nessuno usa il messaggio «{ $name }».
    .help = Correggi il nome o toglilo. I messaggi propri li chiede un modello: { "{{" } t(id="{ $name }") { "}}" }.
unknown-variable = Il messaggio «{ $name }» usa «${ $variable }», che non riceve mai.
    .help = { $some ->
        [no] Togli la variabile: questo messaggio non ne ha.
       *[other] Correggi il nome o togli la variabile. Nelle altre lingue si usa { $known }.
    }
missing-variable = Nel messaggio «{ $name }» manca «${ $variable }», che nella lingua «{ $reference }» compare.
    .help = Metti { "{" } ${ $variable } { "}" } al suo posto nella frase.
unknown-message = Il messaggio «{ $name }» non c’è in nessuna lingua.
    .help = Definiscilo in i18n, nella cartella della lingua predefinita del sito.
message-failed = Il messaggio «{ $name }» usa la variabile «{ $variable }», ma non la riceve.
    .help = Correggi il nome della variabile o toglila dal messaggio.
unknown-theme-folder = Il tema grafico «{ $name }» non esiste.
    .help = Un tema grafico è una cartella dentro themes/. In site.yaml indicane uno che c’è, o togli la chiave «theme» per usare quello incluso nel programma.
unknown-template = Il modello «{ $name }» non esiste.
    .help = Un modello si indica con le cartelle e il nome del file dentro templates/; vanno bene anche quelli del tema grafico incluso nel programma.
template-failed = { $reason ->
    [circular] Questo modello torna a sé stesso passando per «{ $name }».
    [no-language] Il modello non dice in che lingua è: «{ $name }» non è una lingua.
    [no-component] Non c’è nessun componente «{ $name }».
    [no-root] Non si sa come arrivare da questa pagina a «{ $name }»: «root» non ha un valore.
    [no-date] «{ $name }» non è una data.
    [no-number] «{ $name }» non è un numero.
    [no-list] «{ $name }» non è un elenco.
    [no-json] Questo non si può scrivere come JSON: { $name }.
   *[other] C’è un errore nel modello: { $reason }
}
    .help = { $reason ->
        [circular] Per partire dal modello incluso con lo stesso nome, scrivi «default/» davanti al nome.
        [no-language] Per conoscere la lingua della pagina un componente dichiara «@lang»; una chiamata può indicarne un’altra: lang="es".
        [no-root] Per sapere dove si trova la pagina un componente dichiara «@root».
        [no-date] Una data si scrive così: 2026-11-22.
       *[other] Come si scrivono i modelli è spiegato in https://keats.github.io/tera/
    }
## Il sito costruito e il computer

output-not-ours = La cartella «{ $path }» non è vuota e non l’ha creata Apologue, quindi lì non è stato scritto nulla.
    .help = Scegli un’altra cartella con «-o», o svuota tu questa.
output-too-high = Il sito non si può scrivere in «{ $path }»: è la tua cartella personale o la radice di un disco.
    .help = Indica con «-o» una cartella riservata al sito, come «public».
output-holds-site = Il sito non si può scrivere in «{ $path }»: lì ci sono i suoi file di partenza.
    .help = Indica con «-o» una cartella a parte, come «public».
output-in-sources = Il sito non si può scrivere in «{ $path }»: è una delle cartelle con i suoi file di partenza.
    .help = Indica con «-o» una cartella fuori da «content», «i18n» e «themes», come «public».
output-no-folder = Il sito non si può scrivere in «{ $path }»: non è una cartella.
    .help = Forse è un file, o un collegamento che non porta da nessuna parte. Indica un’altra cartella con «-o», o eliminalo.
output-busy = Un altro «apologue build» sta scrivendo in «{ $path }» proprio ora.
    .help = Aspetta che finisca e riprova, o indica un’altra cartella con «-o».
output-stranger = «{ $path }» non l’ha creato Apologue, ma il sito ha una pagina o un file con lo stesso indirizzo. Non è stato pubblicato nulla.
    .help = Spostalo fuori dalla cartella del sito costruito o rinominalo; oppure dai alla pagina un altro indirizzo.
zip-not-ours = «{ $path }» non è un file zip creato da Apologue ed è rimasto com’era.
    .help = Indica un altro file con «--zip», oppure elimina prima questo.
unsafe-address = All’indirizzo «{ $address }» non si può scrivere nessun file.
    .help = Un indirizzo è fatto di nomi separati da «/»; nessuno comincia con un punto, supera i 255 byte o contiene un carattere di controllo o una barra rovesciata.
output-unfinished = «{ $address }» è rimasto a metà, quindi non è stato pubblicato nulla.
    .help = Il motivo è indicato più sopra.
file-exists = «{ $path }» esiste già ed è rimasto com’era.
    .help = Scegli un altro nome, o elimina prima il file.
unwritable-file = Non è possibile scrivere «{ $path }»: { $reason }
    .help = Guarda se il disco è pieno e se hai il permesso di scrivere lì. Quello che era già pubblicato resta com’è finché il sito non viene costruito senza errori.

## Comandi che modificano i testi

file-changed = «{ $path }» è cambiato nel frattempo; non è stato scritto nulla.
    .help = Ripeti il comando.
edit-by-hand = { $reason ->
    [unreadable] Prima bisogna correggere questo; non è stato modificato nulla.
    [missing] Ciò che andava modificato qui non c’è; non è stato modificato nulla.
    [shape] Qui c’è qualcosa di un tipo diverso da quello previsto; non è stato modificato nulla.
    [taken] Esiste già qualcosa con il nuovo nome; non è stato modificato nulla.
    [link] Questo link non si può modificare senza toccare altro; non è stato modificato nulla.
   *[unusual] Questo non si può modificare senza toccare altro; non è stato modificato nulla.
}
    .help = Modifica questo punto a mano, poi ripeti il comando.

## Siti e cartelle

no-site = In { $path } non c’è nessun sito.
    .help = La cartella di un sito contiene un file site.yaml. Indicala con -s, o crea un sito nuovo con «apologue init».
folder-not-empty = La cartella { $path } non è vuota.
    .help = Scegli un altro nome o una cartella vuota.
## YAML: site.yaml, themes.yaml, people.yaml, sources.yaml e l’intestazione dei testi

invalid-yaml = { $reason ->
    [tab] Questa riga comincia con una tabulazione; YAML accetta solo spazi.
    [colon] Manca uno spazio dopo «{ $detail }:».
    [colon-in-value] In questo testo ci sono i due punti, e da lì comincia un altro valore.
    [special] Un testo non può cominciare con «{ $detail }».
    [quote] Le virgolette che aprono questo testo non si chiudono.
    [after-quote] C’è qualcosa dopo le virgolette di chiusura.
    [bracket] In questo valore le parentesi non tornano.
    [no-colon] Questa riga non ha «chiave:» e non continua nulla.
    [indent] Questa riga non è rientrata come quelle con cui va.
    [no-keys] Qui ci vogliono righe come «chiave: valore».
    [key] Questo non può essere una chiave.
    [alias] Qui si ripete un pezzo del testo che non c’è, che contiene questo stesso punto o che è troppo lungo.
    [documents] Qui comincia un secondo documento.
    [deep] Ci sono troppi livelli uno dentro l’altro.
    [control] Qui c’è un carattere di controllo invisibile.
   *[other] Questo non è YAML valido: { $detail }.
}
    .help = { $reason ->
        [tab] Sostituisci la tabulazione con degli spazi, quanti ne hanno le righe vicine.
        [colon] Scrivi uno spazio dopo i due punti.
        [colon-in-value] Metti tutto il testo tra virgolette: "…".
        [special] Metti tutto il testo tra virgolette: "…".
        [quote] Scrivi le stesse virgolette alla fine del testo. Se fanno parte del testo, mettilo tutto tra virgolette dell’altro tipo: '…' o "…".
        [after-quote] Metti tutto il testo tra virgolette dell’altro tipo: '…' intorno a "…", o "…" intorno a '…'.
        [bracket] Chiudi ogni «[» con «]» e ogni «{"{"}» con «{"}"}». Se la parentesi fa parte del testo, metti tutto il testo tra virgolette.
        [no-colon] Se fa parte del testo sopra, rientrala di due spazi; se è una chiave, scrivi dopo i due punti e uno spazio.
        [indent] Le righe che vanno insieme cominciano nella stessa colonna.
        [no-keys] Per esempio «title: Gli orecchini».
        [key] Una chiave è una sola parola, seguita da due punti e da uno spazio.
        [alias] Scrivi qui il valore stesso.
        [documents] Togli la riga di trattini, o sposta in un altro file quello che segue.
        [deep] Niente in un sito ha bisogno di tanti livelli.
        [control] Metti il cursore davanti al carattere seguente e premi il tasto Backspace.
       *[other] Controlla virgolette, parentesi, due punti e rientri, qui e nella riga sopra.
    }
duplicate-key = La chiave «{ $key }» compare qui per la seconda volta.
    .help = Tieni una delle due.
unknown-key = La chiave «{ $key }» non esiste.
    .help = Controlla com’è scritta; le chiavi vanno in minuscolo. Nell’intestazione di un testo possono stare chiavi di altri programmi, se site.yaml le nomina in «ignore_keys».
missing-key = Manca «{ $key }».
    .help = Aggiungi la chiave con il suo valore.
wrong-type = { $expected ->
    [text] «{ $key }» deve essere un testo.
    [texts] «{ $key }» deve essere un testo o un elenco di testi.
    [yes-no] «{ $key }» deve essere sì o no.
    [number] «{ $key }» deve essere un numero intero.
    [date] «{ $key }» deve essere una data.
    [mapping] «{ $key }» deve contenere chiavi con un loro valore.
    [language] «{ $key }» deve essere una lingua.
    [languages] «{ $key }» deve essere un elenco di lingue.
    [localized] «{ $key }» deve essere un testo, o un testo per ogni lingua.
    [steps] «{ $key }» deve essere un elenco.
   *[other] «{ $key }» non accetta un valore così.
}
    .help = { $expected ->
        [text] { $found ->
            [mapping] Se il testo contiene i due punti o comincia con una graffa, mettilo tra virgolette: "…".
            [list] Scrivi un solo testo, senza parentesi né trattini. Se il testo comincia con una parentesi, mettilo tra virgolette: "…".
           *[other] Scrivi il testo dopo i due punti.
        }
        [texts] Per esempio «{ $key }: [uno, due]».
        [yes-no] Scrivi «true» (sì) o «false» (no).
        [number] Scrivi solo le cifre, senza unità di misura.
        [date] Scrivi anno, mese e giorno: 2026-09-01.
        [mapping] Scrivi le sue chiavi sotto, rientrate, oppure così: «{"{"}chiave: valore{"}"}».
        [language] Scrivi la sua sigla, come «es» o «pt-BR».
        [languages] Scrivi le loro sigle: «[es, en]».
        [localized] Per esempio «{"{"}es: …, en: …{"}"}».
        [steps] Scrivi ogni passo su una riga a parte che comincia con «- ».
       *[other] Cerca la chiave nel manuale.
    }
invalid-value = { $rule ->
    [one-of] «{ $key }» non può essere «{ $value }».
    [range] «{ $key }» non può essere { $value }.
    [control] «{ $key }» contiene un carattere di controllo invisibile.
    [web-address] «{ $value }» non è un indirizzo web.
    [web-or-mail-address] «{ $value }» non è né un indirizzo web né un indirizzo di posta.
    [no-query] L’indirizzo del sito non può contenere «?» o «#».
    [final-slash] L’indirizzo del sito deve finire con «/».
    [folder-name] «{ $value }» non è il nome di una cartella dentro themes.
    [twice] «{ $value }» c’è due volte, o sostituisce sé stesso.
    [preparing-default] La lingua predefinita non può essere in preparazione.
    [gate-kind] Il tipo «{ $value }» non esiste.
    [gate] «{ $value }» non è una condizione per una sola lingua.
    [inherits-itself] Una lingua non può ereditare da sé stessa.
    [inherits-other] «{ $allowed }» non può ereditare da «{ $value }»: è un’altra lingua o un’altra scrittura.
    [inherits-circle] «{ $allowed }» eredita da sé stessa, passando per «{ $value }».
    [path-below-content] «{ $value }» non è un file dentro content.
    [placeholder] Quello che c’è tra queste graffe non si può sostituire con nulla.
    [needs-placeholder] Questo indirizzo sarebbe uguale per tutte le pagine.
    [identifier] «{ $value }» non può essere l’id di un sito.
    [reason] Una nota si può mettere da parte solo con un motivo.
    [isbn] «{ $value }» non è un ISBN: una cifra manca o è sbagliata.
   *[other] «{ $key }» non può essere «{ $value }».
}
    .help = { $rule ->
        [one-of] Scrivi uno di questi valori: { $allowed }.
        [range] Scrivi un numero di questo intervallo: { $allowed }.
        [control] Togli la barra rovesciata e quello che la segue, o scrivi il carattere stesso.
        [web-address] Un indirizzo web comincia con «https://» o «http://» e non ha spazi.
        [web-or-mail-address] Fallo cominciare con «https://», «http://» o «mailto:».
        [no-query] Scrivi l’indirizzo della cartella in cui il sito è pubblicato.
        [final-slash] Scrivi «{ $value }/».
        [folder-name] Scrivi solo il nome della cartella, senza barre.
        [twice] Nomina ogni lingua una volta sola.
        [preparing-default] Toglila da «preparing», o scegli un’altra lingua predefinita.
        [gate-kind] I tipi sono: { $allowed }.
        [gate] Scrivi uno stato e, se vuoi, un tipo: «missing», «unreviewed:exercise».
        [inherits-itself] Indica la lingua i cui testi sono anche quelli di questa variante: «es-MX: { "{" }inherits: es{ "}" }».
        [inherits-other] Ereditano solo le varianti regionali, come «es-MX» da «es». Se un’altra lingua può farne le veci, indicala in «fallback».
        [inherits-circle] Togli uno degli «inherits» del circolo.
        [path-below-content] Scrivi le cartelle a partire da content e il nome del file, con «/» e senza «..».
        [placeholder] Si può mettere: { $allowed }.
        [needs-placeholder] Scrivi { $allowed } dove va il file della pagina.
        [identifier] Usa lettere dell’alfabeto inglese, cifre, «-» e «_»; al massimo 64.
        [isbn] Confrontalo con il libro; ha 10 o 13 cifre.
       *[other] Cerca la chiave nel manuale.
    }
invalid-date = «{ $value }» non è una data.
    .help = Scrivi anno, mese e giorno: 2026-09-01.
unknown-language = { $scope ->
    [site] Il sito non ha la lingua «{ $language }».
   *[any] La lingua «{ $language }» non esiste.
}
    .help = { $scope ->
        [site] Le sue lingue sono { $languages }; per averne altre, aggiungile in site.yaml.
       *[any] Scrivi una sigla come «es», «ru» o «pt-BR».
    }

## L’intestazione dei testi

front-matter-unclosed = L’intestazione che comincia qui non si chiude.
    .help = Scrivi una riga di tre trattini dopo la sua ultima chiave.
front-matter-too-large = L’intestazione occupa { $kilobytes } KB; può occuparne al massimo { $most }.
    .help = Manca forse la riga di tre trattini che la chiude? Il testo va sotto quella riga.
invalid-slug = { $rule ->
    [empty] Lo slug è vuoto.
    [slash] Lo slug «{ $slug }» ha più di una parte.
    [character] Lo slug «{ $slug }» contiene «{ $character }», che in un indirizzo non va bene.
    [leading-dot] Lo slug «{ $slug }» comincia con un punto.
    [edge] Lo slug «{ $slug }» comincia o finisce con uno spazio, o finisce con un punto.
    [reserved] «{ $slug }» è il nome di un dispositivo in Windows e non può essere uno slug.
    [long] Lo slug è troppo lungo.
    [index] «index» è l’indirizzo dell’elenco e non può essere uno slug.
   *[other] «{ $slug }» non può essere uno slug.
}
    .help = Lo slug è l’ultima parte dell’indirizzo: parole della tua lingua, unite da trattini.

## Nomi dei file e id

untagged-file = Il nome del file non dice in che lingua è.
    .help = Scrivi la lingua prima della fine del nome, come in «nome.{ $example }.md». Le lingue del sito sono { $languages }. Se questi file sono nella lingua predefinita, scrivi «untagged: default» in site.yaml.
tags-disagree = La cartella dice «{ $folder }», il nome del file «{ $tag }».
    .help = Sposta il file nella cartella della sua lingua, o correggi il nome.
foreign-tag = { $read ->
    [yes] Il nome dice «{ $language }», una lingua che il sito non ha; viene preso come parte del nome.
   *[no] Il nome dice «{ $language }», una lingua che il sito non ha; il file è lasciato fuori.
}
    .help = Le lingue del sito sono { $languages }. Correggi il nome, o aggiungi la lingua in site.yaml.
unknown-folder = «{ $folder }» è una cartella qualsiasi: quello che contiene sono pagine.
    .help = Se intendevi «{ $section }», rinomina la cartella. Negli indirizzi chi legge la vedrà comunque con il nome che ha nella sua lingua.
invalid-name = { $rule ->
    [empty] Un nome vuoto non può far parte di un indirizzo.
    [slash] L’id «{ $name }» contiene una barra.
    [character] Il nome «{ $name }» contiene «{ $character }», che in un indirizzo non va bene.
    [leading-dot] Il nome «{ $name }» comincia con un punto.
    [edge] Il nome «{ $name }» comincia o finisce con uno spazio, o finisce con un punto.
    [reserved] «{ $name }» è il nome di un dispositivo in Windows: lì un file con questo nome non si può estrarre.
    [long] Il nome «{ $name }» è troppo lungo.
    [index] «index» è l’indirizzo dell’elenco e non può essere un id.
   *[other] Con «{ $name }» non si può formare un indirizzo.
}
    .help = Dagli un nome di lettere, cifre e trattini.

## Il corpo di un testo

conflict-marks = Qui ci sono due versioni di queste righe, con i segni di Git intorno.
    .help = Tieni quello che è giusto e cancella le righe che cominciano con <<<<<<<, ======= e >>>>>>>.
unknown-directive = { $problem ->
    [nameless] Dopo i segni «:» manca il nome del blocco.
   *[unknown] Il blocco «{ $name }» non esiste.
}
    .help = I blocchi sono quote, rendering, checklist, quiz, solution, discussion, facilitator, keypoints, note e video.
unclosed-directive = Il blocco «{ $name }» comincia qui e non si chiude mai.
    .help = Chiudilo con { $fence } su una riga a parte.
stray-fence = Questi segni «:» non chiudono nulla.
    .help = Un blocco si chiude con tanti segni «:» quanti lo aprono. Cancella la riga, o mettine lo stesso numero in tutte e due.
misplaced-fence = Un blocco può cominciare o finire solo all’inizio di una riga, fuori da elenchi e citazioni.
    .help = Togli quello che c’è davanti ai segni «:», o metti il blocco sotto l’elenco.
nested-fence = Questo blocco sta dentro «{ $outer }», che non ha più segni «:» di lui.
    .help = Apri e chiudi il blocco esterno con un segno «:» in più: :::: fuori, ::: dentro.
misplaced-directive = «{ $name }» sta fuori da un blocco «{ $outer }», e lì non significa nulla.
    .help = Mettilo dentro, e apri e chiudi il blocco esterno con un segno «:» in più.
missing-attribute = Al blocco «{ $name }» manca «{ $attribute }».
    .help = Scrivilo tra graffe dopo il nome: :::{ $name }{"{"}{ $attribute }=…{"}"}
invalid-attribute = { $problem ->
    [unknown] «{ $name }» non accetta «{ $attribute }».
    [value] «{ $attribute }» non può essere «{ $value }».
   *[syntax] Qui «{ $attribute }» non si capisce.
}
    .help = { $problem ->
        [unknown] Tutti i blocchi accettano id, lang e title; quote anche by e source; video anche src, captions e poster.
        [value] Una lingua si scrive come en o pt-BR. Un id non ha spazi e non comincia con «_» o «fn-».
       *[syntax] Quello che accompagna un blocco sta tra graffe dopo il suo nome, con le virgolette se sono più parole: {"{"}lang=en by="Jan Carlzon"{"}"}
    }
invalid-quiz = { $problem ->
    [no-question] Questo quiz non ha una domanda.
    [no-answers] Questo quiz non ha risposte.
    [one-answer] Questo quiz ha una sola risposta.
    [no-box] Questa risposta non ha la casella.
   *[no-right-answer] Nessuna delle risposte di questo quiz è giusta.
}
    .help = Un quiz è una domanda seguita da un elenco, con «- [ ]» davanti a ogni risposta sbagliata e «- [x]» davanti a ogni risposta giusta.
duplicate-quiz = L’id «{ $id }» è già usato, e i due quiz non si potrebbero distinguere.
    .help = Dai a questo quiz un id suo, lo stesso in tutte le lingue.
duplicate-footnote = La nota «{ $label }» è definita due volte.
    .help = Tienine una delle due, o dai a una un altro nome.
undefined-footnote = La nota «{ $label }» non esiste.
    .help = Scrivila su una riga a parte: [^{ $label }]: e poi la nota. Se non è una nota, metti una barra rovesciata davanti alla parentesi.
unused-footnote = Nulla rimanda alla nota «{ $label }», quindi non si vede.
    .help = Metti [^{ $label }] nel testo, o cancella la nota.
duplicate-anchor = L’id «{ $id }» è già usato in questa pagina.
    .help = Scegline un altro.
html-not-allowed = L’HTML «{ $tag }» qui non è ammesso e si vede come testo.
    .help = Usa Markdown al suo posto, o cancellalo. Sono ammessi pochi elementi innocui, come <kbd>, <sub> e <details>, se ognuno si chiude dove si è aperto.
pasted-html = «{ $what }» è un residuo del programma da cui il testo è stato copiato.
    .help = Cancellalo, o incolla di nuovo il testo senza formattazione.
forbidden-scheme = { $problem ->
    [none] Questo link non dice di che tipo è l’indirizzo.
    [file] Si possono mostrare solo file del sito stesso, mai di un altro.
   *[other] I link che cominciano con «{ $scheme }:» non sono ammessi.
}
    .help = { $problem ->
        [none] Metti «https:» davanti.
        [file] Metti il file accanto al testo e scrivi il suo nome.
       *[other] Un link può cominciare con https:, http:, mailto: o tel:. Una pagina di questo sito si collega così: [[il-suo-id]].
    }
empty-link = Questo link non porta da nessuna parte.
    .help = Scrivi un indirizzo tra le parentesi tonde, o togli le quadre.
link-from-root = Questo link parte dalla radice, che cambia di posto se il sito viene spostato o aperto da una cartella: { $address }
    .help = Collega una pagina con [[il-suo-id]], e un file a partire dalla cartella di questo testo, come ../static/form.pdf.
remote-image = Questa immagine è su un altro sito, quindi si vede come link: { $address }
    .help = Se hai il diritto di pubblicarla, salvala accanto al testo e scrivi il nome del file.
repeated-paragraph = Questo paragrafo c’è due volte.
    .help = Cancellane uno.
nested-too-deep = Qui ci sono troppe citazioni, elenchi o corsivi uno dentro l’altro.
    .help = Togli qualcuno dei segni all’inizio della riga.
markdown-failed = Questo testo non si riesce a leggere come Markdown. La colpa è del programma.
    .help = Segnalalo, per favore, e allega il testo. Per trovare il punto, togli un pezzo alla volta finché il messaggio non sparisce.
missing-alt = L’immagine «{ $file }» non ha un testo per chi non può vederla.
    .help = Di’ tra le parentesi quadre che cosa si vede: ![Una donna dietro un bancone](foto.jpg)

## File

unreadable-file = Questo file non si riesce a leggere: { $reason }.
    .help = Controlla che esista ancora e che tu abbia il permesso di leggerlo.
not-utf8 = Questo file non è scritto in UTF-8.
    .help = Aprilo nel tuo editor e salvalo con la codifica UTF-8.
control-character = Questo file contiene un carattere che nessun testo può avere: { $character }.
    .help = Cancellalo: non si vede, ma il tuo editor può cercarlo. Nel dubbio, riscrivi la parola che lo precede.
file-too-large = Questo file occupa { $size } MiB; un testo può occuparne al massimo { $limit } MiB.
    .help = Dividi il testo, o metti il file in content/static se non è un testo.
link-leaves-site = Questo collegamento simbolico porta a un file fuori dalla cartella del sito.
    .help = Copia il file nel sito e togli il collegamento.
conflict-copy = «{ $name }» sembra una copia lasciata da un altro programma; non viene letto.
    .help = Confrontalo con l’originale e cancellalo. Se è un testo a sé, dagli un altro nome.
active-file = «{ $name }» è una pagina o uno script e potrebbe essere eseguito nel browser di chi legge.
    .help = Se ti fidi, mettilo in content/static e collegalo con il suo indirizzo completo.
unsafe-svg = Questa immagine contiene «{ $name }», che nel browser di chi legge potrebbe eseguire o caricare qualcosa.
    .help = Salvala di nuovo come SVG semplice, senza script né link.
invalid-picture = Questo file ha il nome di un’immagine, ma non lo è, oppure è troncato.
    .help = Aprilo in un programma per immagini e salvalo di nuovo come JPEG o PNG.
picture-too-large = Questa immagine ha { $width } × { $height } pixel. Oltre { $limit } milioni non se ne fanno copie più piccole, e chi legge la carica intera.
    .help = Riducila: 2400 pixel di larghezza bastano per qualsiasi pagina.

## Opere ed edizioni

duplicate-edition = Questo file e { $first } sono lo stesso testo nella stessa lingua, «{ $language }».
    .help = Tieni uno dei due, o cambia la lingua nel nome dell’altro.
missing-title = Questo testo non ha un titolo.
    .help = Scrivi «title: …» tra due righe di «---» all’inizio del file.
contradicting-fact = Per «{ $key }» questa traduzione dice una cosa diversa dal testo principale.
    .help = I dati su un’opera stanno solo in { $lead }: cancella qui la chiave, o correggila lì.
several-leads = Due testi di quest’opera dicono di essere il principale.
    .help = Lascia «lead: true» in uno solo; c’è anche in { $first }.

## Link

broken-link = Il testo «{ $name }» non esiste.
    .help = Scrivi l’id di un testo: le cartelle e il nome del file dentro content/, senza la lingua e «.md». Basta l’ultima parte, se ce l’ha un solo testo.
ambiguous-link = «{ $name }» può indicare più testi: { $candidates }.
    .help = Scrivi una parte più lunga dell’id, per esempio anche la cartella.
broken-anchor = La pagina a cui porta il link non ha nessuna sezione «{ $name }».
    .help = Scrivi il titolo della sezione com’è scritto lì, nella lingua di questo testo.
missing-asset = Il file «{ $name }» non c’è.
    .help = { $of ->
        [theme] I file di un tema grafico si indicano con il percorso dentro la sua cartella static/.
       *[text] Si parte dalla cartella di questo testo; maiuscole e minuscole devono corrispondere.
    }
unknown-work = Il testo «{ $name }» non esiste.
    .help = Scrivi l’id di un testo: le cartelle e il nome del file dentro content/, senza la lingua e «.md».
self-reference = «{ $name }» rimanda a sé stesso.
    .help = Cancella questa voce.
former-id = «{ $name }» ora si chiama «{ $current }».
    .help = Scrivi il nome nuovo; quello vecchio si capisce ancora.
path-without-steps = Questo percorso non ha passi.
    .help = Elenca gli id dei suoi testi in «steps:».
repeated-step = «{ $name }» è già un passo di questo percorso.
    .help = Cancella una delle due voci.

## Temi, persone e fonti

unknown-theme = Il tema «{ $name }» non esiste.
    .help = Scrivi l’id o un’etichetta di un tema, o aggiungi il tema a content/themes.yaml.
ambiguous-theme = Più temi si chiamano «{ $name }»: { $candidates }.
    .help = Scrivi l’id di quello che intendi.
theme-cycle = Questi temi formano un cerchio, ognuno compreso nel successivo: { $circle }.
    .help = Cancella «broader» (o «narrower») in uno di loro.
duplicate-label = { $language ->
    [none] Il tema «{ $other }» ha la stessa etichetta: «{ $label }».
   *[other] Il tema «{ $other }» ha la stessa etichetta, «{ $label }», nella lingua «{ $language }».
}
    .help = Dai un’altra etichetta a uno dei due, o fanne un tema solo.
shared-name = «{ $name }» è già l’etichetta del tema «{ $other }».
    .help = Toglilo da qui, o fai dei due un tema solo con «apologue move». Un testo che indica il suo tema con questa parola non si può capire.
repeated-name = «{ $name }» si trova già in «{ $first }» di questo tema.
    .help = Cancella uno dei due.
related-and-broader = «{ $name }» è correlato a «{ $other }» e nello stesso tempo più ristretto.
    .help = Cancella una delle due relazioni: un tema contenuto in un altro gli è comunque vicino.
former-id-in-use = «{ $name }» è in uso come id e non può essere anche un vecchio id.
    .help = Cancellalo da «former_ids».
introduction-without-theme = Questo testo presenta il tema «{ $name }», che non esiste.
    .help = Aggiungi il tema a content/themes.yaml, o dai al file l’id di uno che esiste.
unknown-entry = «{ $name }» sembra un id, ma in { $file } non c’è una voce così; si vede com’è scritto.
    .help = Aggiungila a { $file }, o scrivi il nome come deve vederlo chi legge.
shared-term = «{ $name }» di questo termine e «{ $other-name }» del termine «{ $other }» hanno le stesse forme in { $language }: nessuna loro menzione diventa un collegamento.
    .help = Dai un altro nome a uno dei due, o togli «term» a uno.
linked-term = «{ $words }» porta al tema «{ $label }» ({ $name }).
    .help = Se qui la parola non ha questo senso, scrivi «terms: false» nell’intestazione di questo testo, o togli quel nome al tema.
plain-link = «{ $name }» non è pubblicato per chi legge questo testo: del collegamento restano solo le parole.
    .help = Diventa un collegamento appena hanno quel testo. Se non l’avranno mai, togli il collegamento.

## Traduzioni

invalid-snapshot = { $problem ->
    [name] Il nome di questo file non dice a quale traduzione appartiene.
   *[head] Questo file non ha intestazione: non si capisce quale testo conservi.
}
    .help = Cancella il file ed esegui «apologue accept» per la sua traduzione: verrà riscritto.
snapshot-edited = { $part ->
    [history] Questo file è stato cambiato a mano: l’intestazione non è quella scritta dal programma.
   *[text] Questo file è stato cambiato a mano: ciò che segue l’intestazione non è il testo per cui è stata scritta.
}
    .help = Recuperalo da una copia o dal controllo di versione, oppure cancellalo ed esegui «apologue accept» per la traduzione.
snapshot-without-text = Questo file appartiene alla traduzione di «{ $id }» in «{ $language }», che non esiste.
    .help = Cancellalo. Per cambiare nome a un testo usa «apologue move», che porta con sé anche questo file.
snapshot-of-another = La traduzione dice di essere stata fatta da «{ $from }», ma il testo conservato per lei è in «{ $kept }». Vale come non tracciata.
    .help = Correggi «from», oppure esegui «apologue accept» quando la traduzione concorda con il suo originale.
lost-source = Questo testo è stato tradotto da «{ $from }», ma «{ $id }» non ha più un’edizione in quella lingua.
    .help = Recupera il testo, scrivi in «from» quale edizione segue ora, oppure cancella «translation» se ormai sta in piedi da solo.
translated-from-itself = Questo testo dice di essere tradotto dalla sua stessa lingua.
    .help = Scrivi in «from» la lingua da cui è stato tradotto.
translation-circle = Queste edizioni risultano tradotte l’una dall’altra: { $languages }.
    .help = Una di loro è l’originale: cancella la sua «translation».
translation-missing = Non c’è un’edizione di «{ $id }» in «{ $language }».
    .help = Iniziala con «apologue translate { $id } --to { $language }», oppure escludi quella lingua in «translate» del testo principale.
theme-untranslated = { $word ->
    [label] Il tema «{ $id }» non ha un nome in «{ $language }».
   *[definition] Il tema «{ $id }» non ha una definizione in «{ $language }».
}
    .help = Aggiungilo in content/themes.yaml, o traducilo con «apologue export po».
translation-behind = Questa traduzione è rimasta indietro: { $count ->
        [one] è cambiato un blocco del suo originale.
       *[other] sono cambiati { $count } blocchi del suo originale.
    }
    .help = «apologue status { $id }» li mostra. Quando concorda di nuovo, esegui «apologue accept { $id } --lang { $language }».
translation-behind-upstream = Il testo da cui è stata fatta questa traduzione è rimasto indietro a sua volta.
    .help = Aggiorna prima quello; «apologue status { $id }» mostra qual è.
translation-untracked = Non si sa da quale versione dell’originale sia stata fatta questa traduzione.
    .help = Confronta i due testi; quando concordano, esegui «apologue accept { $id } --lang { $language }».
translation-by-machine = Questo testo l’ha tradotto una macchina e nessuno l’ha letto.
    .help = Leggilo ed esegui «apologue accept { $id } --lang { $language } --reviewed-by NOME».
translation-unreviewed = Questa traduzione l’ha letta solo chi l’ha fatta.
    .help = Leggila ed esegui «apologue accept { $id } --lang { $language } --reviewed-by NOME».
review-overdue = Questo testo andava riguardato entro il { $date }.
    .help = Riguardalo e scrivi una nuova data in «review_by».
draft-left = Questa è una bozza.
    .help = Cancella «draft: true» quando è pronta.
quiz-differs = { $problem ->
    [missing] Qui manca il quiz «{ $id }» del testo in «{ $from }».
    [added] Il testo in «{ $from }» non ha un quiz «{ $id }».
    [answers] Il quiz «{ $id }» non ha tante risposte quante in «{ $from }»: là { $theirs }, qui { $ours } (i numeri di quelle giuste / quante sono).
   *[right] Nel quiz «{ $id }» le risposte giuste non sono le stesse che in «{ $from }»: là { $theirs }, qui { $ours } (i numeri di quelle giuste / quante sono).
}
    .help = Un quiz è lo stesso in tutte le lingue: lo stesso id, e le risposte giuste agli stessi posti.
headings-differ = { $problem ->
    [missing] Qui manca un titolo del testo in «{ $from }»: là sono { $theirs }, qui { $ours }.
    [added] Il testo in «{ $from }» non ha questo titolo: là sono { $theirs }, qui { $ours }.
   *[level] Questo titolo è di un altro livello rispetto a «{ $from }».
}
    .help = Allinea i titoli, o scrivi in «dismiss» perché sono diversi.
directives-differ = { $problem ->
    [missing] Qui manca il blocco «{ $theirs }» del testo in «{ $from }».
    [added] Il testo in «{ $from }» non ha qui un blocco «{ $ours }».
    [order] I blocchi sono in un altro ordine rispetto a «{ $from }»: là «{ $theirs }», qui «{ $ours }».
    [depth] Il blocco «{ $ours }» non sta dentro gli stessi blocchi che in «{ $from }».
   *[other] Qui c’è un blocco «{ $ours }», in «{ $from }» un blocco «{ $theirs }».
}
    .help = Allinea i blocchi, o scrivi in «dismiss» perché sono diversi.
links-differ = { $problem ->
    [missing] Il testo in «{ $from }» rimanda a «{ $id }», questo no.
   *[added] Questo testo rimanda a «{ $id }», quello in «{ $from }» no.
}
    .help = Allinea i rimandi, o scrivi in «dismiss» perché sono diversi.
images-differ = { $problem ->
    [missing] Il testo in «{ $from }» mostra «{ $name }», questo no.
   *[added] Questo testo mostra «{ $name }», quello in «{ $from }» no.
}
    .help = L’immagine di una sola lingua prende il nome di quella comune, come counter.es.jpg. Altrimenti scrivi in «dismiss» perché le immagini sono diverse.
numbers-differ = { $problem ->
    [missing] Qui manca un numero del testo in «{ $from }»: { $theirs }.
    [added] Il testo in «{ $from }» non ha questo numero: { $ours }.
   *[other] I numeri non coincidono: { $theirs } in «{ $from }», { $ours } qui.
}
    .help = Correggi il numero, o scrivi in «dismiss» perché è diverso.
untranslated-text = Questo dice lo stesso del testo in «{ $from }», parola per parola.
    .help = Traducilo. Una citazione che deve restare nella sua lingua si segna con :::quote{"{"}lang={ $from }{"}"}, le parole dentro una frase con […]{"{"}lang={ $from }{"}"}.
foreign-text = Questo sembra in «{ $language }», non in «{ $said }».
    .help = Segna una citazione con :::quote{"{"}lang={ $language }{"}"} e le parole dentro una frase con […]{"{"}lang={ $language }{"}"}; oppure traducile.
near-copy = Questo testo dice quasi lo stesso di «{ $id }»: hanno in comune circa { $percent } sequenze di parole su cento.
    .help = Fanne un testo solo, o scrivi in «dismiss» perché sono due.
unused-dismissal = Qui non c’è nessun «{ $code }» da mettere da parte.
    .help = Cancella questa riga da «dismiss».

## Indirizzi

address-taken = Due pagine vogliono l’indirizzo «{ $address }».
    .help = Dai a una delle due un altro slug, o cancella il reindirizzamento.
invalid-redirect = «{ $address }» non è un indirizzo di questo sito.
    .help = Scrivi un vecchio indirizzo a partire dalla radice del sito, come it/vecchia-pagina.html.
vanished-address = { $reason ->
    [moved] La pagina «{ $title }» passa da «{ $address }» a «{ $new }», e dal vecchio indirizzo niente porta là.
   *[gone] La pagina «{ $title }» sparirebbe da «{ $address }».
}
    .help = { $reason ->
        [moved] Aggiungi il vecchio indirizzo a «redirects» in questo file: redirects: ["{ $address }"]
       *[gone] Se un altro testo ne prende il posto, aggiungi l’indirizzo ai «redirects» di quel testo. Se un tema o un testo ha un nuovo id, aggiungi quello vecchio a «former_ids». Se il testo non va più letto, conserva il suo file e segnalo con «withdrawn».
    }
invalid-pages = { $reason ->
    [json] Questo file non è completo, oppure non è JSON.
    [version] Questo elenco di pagine è della versione { $version }, ma questo programma conosce solo la versione { $known }.
   *[foreign] Questo non è un elenco di pagine come quello che un sito ha in pages.json.
}
    .help = { $reason ->
        [version] Controlla con la versione del programma che ha generato il sito pubblicato, o pubblicalo una volta con questa.
       *[other] Prendi di nuovo il file pages.json dal sito pubblicato.
    }

## File dei traduttori

po-charset = Il file usa l’insieme di caratteri { $charset }, non UTF-8.
    .help = Salvalo come UTF-8 (in Poedit: Traduzione → Proprietà → Set di caratteri) ed esportalo di nuovo da dove viene.
po-truncated = Il file si interrompe qui, o ne manca una parte.
    .help = Procurati di nuovo il file intero. Non è stato cambiato nulla.
po-syntax = { $rule ->
    [header] Questo non è un file PO: non comincia con un’intestazione.
    [escape] Dopo una barra rovesciata PO conosce solo n, t, r, le virgolette, un’altra barra rovesciata e i numeri di caratteri ASCII.
    [unterminated] A questa stringa mancano le virgolette di chiusura.
    [string-missing] Una parola chiave è seguita da una stringa tra virgolette.
    [junk] Nulla può seguire una stringa sulla sua riga.
    [string] Questa stringa non appartiene a nessuna parola chiave.
    [msgstr] Non c’è un «msgid» per questo «msgstr», o ne ha già uno.
   *[other] Nessuna riga di un file PO è così.
}
    .help = Scrivi di nuovo il file con il programma da cui viene. Non è stato cambiato nulla.
po-duplicate = «{ $name }» è qui due volte con lo stesso testo.
    .help = Tieni una sola delle due voci.
po-plural = Una voce ha forme plurali. I testi di un sito non ne hanno.
    .help = Il file è di qualcos’altro, per esempio di un programma. Non è stato cambiato nulla.
po-language = { $problem ->
    [missing] L’intestazione non dice in che lingua sono le traduzioni.
    [same] L’intestazione dà «{ $language }» come lingua sia dell’originale sia delle traduzioni.
   *[unknown] L’intestazione nomina la lingua «{ $language }», che il sito non ha.
}
    .help = Il sito ha: { $languages }. La lingua delle traduzioni sta in «Language:», quella dell’originale in «X-Source-Language:».
po-unknown-work = Il sito non ha nessun testo «{ $id }».
    .help = Il file è di un altro sito? O dopo l’esportazione il testo ha un altro id? Allora esporta di nuovo sopra questo file.
po-unknown-text = «{ $id }» non ha un testo simile da tradurre in { $language }.
    .help = Esporta di nuovo sopra questo file: ciò che l’originale non ha più viene conservato in fondo.
po-outdated = In «{ $id }» questo testo è cambiato dopo l’esportazione. La traduzione non è stata presa.
    .help = Esporta di nuovo sopra questo file: la voce sarà segnata come incerta (fuzzy), con la vecchia formulazione accanto alla nuova.
po-refused = { $rule ->
    [links] La traduzione non ha gli stessi link dell’originale.
    [images] La traduzione non ha le stesse immagini dell’originale.
    [code] Ciò che sta tra apici inversi deve essere come nell’originale.
    [placeholders] Ciò che sta tra parentesi graffe deve essere come nell’originale.
    [footnotes] La traduzione non ha le stesse note a piè di pagina dell’originale.
    [html] La traduzione non ha gli stessi tag HTML dell’originale.
    [columns] La riga della traduzione non ha tante colonne quante l’originale.
    [lines] Le interruzioni di riga della traduzione non sono quelle dell’originale.
    [blocks] La traduzione non ha tanti blocchi, separati da righe vuote, quanti dovrebbe.
    [heading] Il titolo ha nella traduzione un altro livello che nell’originale.
    [kind] Il blocco è nella traduzione di un altro tipo che nell’originale.
    [place] Non si può capire dove vada questo blocco nuovo nella traduzione.
    [block-id] Il nome alla fine del blocco, come ^scatola, deve essere come nell’originale.
    [comment] Nella traduzione comincia o finisce un commento (%% o <!--) che l’originale non ha.
    [control] La traduzione contiene un carattere che nessun testo può avere.
    [mark] La traduzione comincia con un segno (##, [x], -) che il programma mette da sé: i lettori lo vedrebbero.
    [quotes] Sulla riga di un blocco le virgolette diritte (") chiudono il valore.
    [anchor] Un link della traduzione porta a un titolo che non c’è.
   *[structure] Come blocco del suo testo la traduzione diventerebbe altro: un titolo, un elenco, più blocchi o nulla.
} Non preso: { $unit } di «{ $id }» in { $language }.
    .help = { $rule ->
        [heading] Cambia il livello nel file della traduzione.
        [kind] Cambia il blocco nel file della traduzione.
        [place] Traduci anche i blocchi intorno, oppure mettilo a mano nel file della traduzione.
        [quotes] Usa virgolette tipografiche: « », “ ”.
        [anchor] Lascia ciò che segue # com’è nell’originale, oppure indica un titolo della traduzione.
        [mark] Togli il segno; se è testo, metti una barra rovesciata davanti: \#, \[, \-.
        [structure] Metti una barra rovesciata davanti a un carattere che non è un segno: \#, \-, 1\.
       *[other] Correggi la voce e importa di nuovo il file. Tutte le altre sono state prese.
    }
