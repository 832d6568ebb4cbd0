### Quello che il lettore vede nelle pagine, in italiano.
###
### Un sito sostituisce singoli messaggi con un file suo: i18n/it/qualsiasi-nome.ftl. Quel che lì manca è preso da qui.
### Ogni messaggio può usare soltanto le variabili nominate sopra di esso.

## Lingue

# Il nome della lingua nella lingua stessa, come sta nell’elenco delle lingue.
language-name = Italiano

# I nomi delle lingue dentro una frase: «in spagnolo».
language-ar = arabo
language-be = bielorusso
language-bg = bulgaro
language-bn = bengalese
language-ca = catalano
language-cs = ceco
language-da = danese
language-de = tedesco
language-de-AT = tedesco austriaco
language-de-CH = tedesco svizzero
language-el = greco
language-en = inglese
language-en-GB = inglese britannico
language-en-US = inglese americano
language-es = spagnolo
language-es-419 = spagnolo latinoamericano
language-es-AR = spagnolo argentino
language-es-ES = spagnolo europeo
language-es-MX = spagnolo messicano
language-et = estone
language-eu = basco
language-fa = persiano
language-fi = finlandese
language-fr = francese
language-fr-CA = francese canadese
language-fr-CH = francese svizzero
language-gl = galiziano
language-he = ebraico
language-hi = hindi
language-hr = croato
language-hu = ungherese
language-hy = armeno
language-id = indonesiano
language-is = islandese
language-it = italiano
language-it-CH = italiano svizzero
language-ja = giapponese
language-ka = georgiano
language-kk = kazako
language-ko = coreano
language-la = latino
language-lt = lituano
language-lv = lettone
language-nb = norvegese
language-nl = olandese
language-no = norvegese
language-pl = polacco
language-pt = portoghese
language-pt-BR = portoghese brasiliano
language-pt-PT = portoghese europeo
language-ro = rumeno
language-ru = russo
language-sk = slovacco
language-sl = sloveno
language-sr = serbo
language-sv = svedese
language-th = thailandese
language-tr = turco
language-uk = ucraino
language-ur = urdu
language-uz = uzbeco
language-vi = vietnamita
language-zh = cinese
language-zh-Hans = cinese semplificato
language-zh-Hant = cinese tradizionale

# Accanto al titolo di un’opera che nella lingua del lettore non c’è.
# $language: il codice della lingua dell’opera (en, pt-BR…), per le lingue che vogliono una forma propria.
# $name: il suo nome, dai messaggi qui sopra.
in-language = in { $name }

# Sulla pagina iniziale di un’altra lingua, quando la pagina che si legge lì non c’è.
page-not-in-language = (questa pagina non è tradotta)

## Generi di opere

# Il nome di un’opera di ciascun genere, come etichetta sopra il titolo.
kind-story = Storia
kind-maxim = Massima
kind-exercise = Esercizio
kind-path = Percorso
kind-page = Pagina

# I titoli degli elenchi, nel menu e sopra gli elenchi stessi.
section-story = Storie
section-maxim = Massime
section-exercise = Esercizi
section-path = Percorsi
section-page = Pagine
section-themes = Temi
section-people = Persone
section-sources = Fonti

# Le cartelle negli indirizzi delle pagine: una parola in minuscolo, senza spazi. A sito pubblicato non si cambiano più.
folder-story = storie
folder-maxim = massime
folder-exercise = esercizi
folder-path = percorsi
folder-page = pagine
folder-themes = temi
folder-people = persone
folder-sources = fonti

## La cornice di ogni pagina

skip-to-content = Vai al testo
home = Pagina iniziale
menu = Menu principale
languages = Lingue
breadcrumbs = Sei qui
sections = Tutte le sezioni
feed = Novità via RSS
edit-page = Modifica questa pagina
report-problem = Segnala un problema

# Il pulsante nell’intestazione che alterna tre modi di mostrare la pagina; il suo nome dice quale è attivo.
# $scheme: system, light o dark.
scheme = { $scheme ->
    [light] Colori: chiari
    [dark] Colori: scuri
   *[system] Colori: come il sistema
}

## Cercare

# Il pulsante che apre la ricerca. Senza script porta all’elenco di tutti i temi.
search-open = Cerca
# Ciò che viene letto ad alta voce per il campo.
search-label = Che cosa cerchi?
# Nel campo vuoto: che cosa si può cercare.
search-placeholder = Una parola, un tema, una «frase»
search-close = Chiudi
# Prima di cercare: come si può chiedere.
search-hint = Va bene qualsiasi forma di una parola, anche senza accenti o con un errore di battitura. Le «virgolette» tengono insieme le parole.
# Lo stesso per i tasti.
search-keys = ↑ ↓ per scegliere, Invio per aprire, Esc per chiudere
# Accanto a una casella: se il tasto della barra apre la ricerca.
search-slash = Il tasto / apre la ricerca
# Sopra alcuni temi, prima di cercare.
search-begin = Oppure segui un tema
search-loading = Ricerca in corso…
# $count: un numero, scritto come lo scrive la lingua. Sta in fondo, così nessuna parola deve concordare con esso.
search-count = Risultati: { $count }
# Su un pulsante che mostra altri risultati.
search-more = Mostra altro
# Sopra pulsanti che lasciano un solo tipo di testi, o un solo tema.
search-kinds = Tipo
search-themes = Temi
# Sopra i risultati nella lingua del lettore.
search-own = Testi
# Sopra le opere che mancano nella lingua del lettore.
search-elsewhere = Solo in altre lingue
# $query: ciò che è stato cercato.
search-none = Nessun risultato per «{ $query }».
search-none-help = Prova con meno parole, oppure dillo in un altro modo.
# Sopra i temi il cui nome somiglia a ciò che è stato cercato; e sopra i più grandi, se nessuno somiglia.
search-nearest = Temi simili
search-largest = Temi con più testi
search-all-themes = Tutti i temi, dalla A alla Z
# Un collegamento a una segnalazione che dice che cosa non è stato trovato.
search-report = Dicci che cosa manca
search-failed = Non è stato possibile caricare la ricerca. Intanto puoi sfogliare i temi.

## Dati sulle opere

# Accanto a un’opera in un elenco. $minutes: un numero intero.
minutes = { $minutes } min

# Sopra un testo, calcolato dalla lunghezza.
minutes-to-read = { $minutes ->
    [one] { $minutes } minuto di lettura
    [many] { $minutes } di minuti di lettura
   *[other] { $minutes } minuti di lettura
}

# Sopra un esercizio, come l’ha indicato l’autore.
minutes-to-do = { $minutes ->
    [one] { $minutes } minuto di pratica
    [many] { $minutes } di minuti di pratica
   *[other] { $minutes } minuti di pratica
}

# Tutti i passi di un percorso insieme. $hours e $minutes: numeri interi, $minutes sotto 60.
total-time = { $hours ->
    [0] { $minutes } min in tutto
   *[other] { $minutes ->
        [0] { $hours } h in tutto
       *[other] { $hours } h { $minutes } min in tutto
    }
}

# $level: 1, 2 o 3.
level = { $level ->
    [1] Per cominciare
    [2] Con un po’ di esperienza
   *[3] Con molta esperienza
}

# $audience: un elenco come «infermieri e medici».
for-audience = Per { $audience }

# Un contrassegno: l’opera è inventata o viene da un romanzo.
fiction = Finzione
# Un contrassegno: l’opera non è ancora pubblicata.
draft = Bozza
themes = Temi
theme = Tema

# $count: un numero intero.
works-count = { $count ->
    [one] { $count } testo
    [many] { $count } di testi
   *[other] { $count } testi
}
# Sopra un elenco. $kind: story, maxim, exercise, path o page; $count: quanti, un numero intero.
list-count = { $kind ->
    [story] { $count ->
        [one] { $count } storia
        [many] { $count } di storie
       *[other] { $count } storie
    }
    [maxim] { $count ->
        [one] { $count } massima
        [many] { $count } di massime
       *[other] { $count } massime
    }
    [exercise] { $count ->
        [one] { $count } esercizio
        [many] { $count } di esercizi
       *[other] { $count } esercizi
    }
    [path] { $count ->
        [one] { $count } percorso
        [many] { $count } di percorsi
       *[other] { $count } percorsi
    }
   *[page] { $count ->
        [one] { $count } pagina
        [many] { $count } di pagine
       *[other] { $count } pagine
    }
}
steps-count = { $count ->
    [one] { $count } passo
    [many] { $count } di passi
   *[other] { $count } passi
}

## Elenchi su più pagine

pages = Pagine di questo elenco
previous-page = Precedente
next-page = Successiva
# Letto ad alta voce al posto del numero di una pagina. $number: un numero intero.
page-number = Pagina { $number }
# $page, $pages: numeri interi.
page-of = pagina { $page } di { $pages }
# I collegamenti alle lettere di un indice alfabetico; letto ad alta voce.
letters = Lettere

## La pagina iniziale

home-paths = Da dove cominciare
# Il collegamento all’elenco dei percorsi, se la pagina iniziale non li mostra tutti.
all-paths = Tutti i percorsi
home-featured = Da leggere per primi
home-themes = Segui un tema
home-newest = Gli ultimi arrivati
all-themes = Tutti i temi, dalla A alla Z

## La pagina di un’opera

contents = In questa pagina

# Il testo è in un’altra lingua, perché in quella del lettore non c’è. $language: il suo codice; $name: il suo nome.
fallback-notice = Questo testo non è ancora tradotto. Qui è in { $name }.
fallback-link = Vai alla pagina in { $name }

# Prima del nome di una persona. $kind: story, maxim, exercise, path o page.
said-by = { $kind ->
    [story] La racconta
   *[other] Nelle parole di
}

source = Fonte
# $page: una pagina o più, come le ha scritte l’autore («12», «12-15»).
source-page = p. { $page }
# Prima del titolo di un’edizione pubblicata. $language: il codice della sua lingua; $name: il suo nome.
published-in-language = In { $name }:
# Dopo un’edizione. $name: chi l’ha tradotta.
translated-by = Traduzione di { $name }
read-source = Leggi la fonte
licence = Licenza:

translation = Traduzione
# $name: il nome della lingua da cui il testo è stato tradotto.
translated-from = Testo di partenza in { $name }
# $method: machine, machine-edited o adaptation. $reviewed: yes o no.
translation-method = { $method ->
    [adaptation] Adattamento libero
    [machine-edited] { $reviewed ->
        [yes] Traduzione automatica, corretta e rivista
       *[no] Traduzione automatica, poi corretta
    }
   *[machine] { $reviewed ->
        [yes] Traduzione automatica, poi rivista
       *[no] Traduzione automatica, ancora da rivedere
    }
}
# Sotto il titolo. $tone: plain o gentle, come vuole il sito; $name: il nome della lingua dell’originale.
translation-behind = { $tone ->
    [gentle] Da allora l’originale ({ $name }) è un po’ cambiato.
   *[plain] L’originale ({ $name }) è cambiato dopo questa traduzione.
}
# Davanti ai link alle sezioni che sono cambiate.
translation-changed = È cambiato lì:
# Il primo di questi link: ciò che sta sopra la prima intestazione.
translation-beginning = l’inizio
translation-original = Leggi l’originale
# Sotto il titolo. $tone: plain o gentle.
translation-unread = { $tone ->
    [gentle] Tradotto da una macchina; nessuno l’ha ancora riletto.
   *[plain] Questo testo l’ha tradotto una macchina e nessuno l’ha ancora controllato. Può contenere errori.
}
# $name: una persona.
translation-by = Traduzione di { $name }
translation-reviewed-by = Revisione di { $name }
published = Pubblicato
updated = Ultima modifica
other-languages = Altre lingue
# Prima di un elenco delle lingue in cui l’opera manca.
not-in-languages = Non ancora:

# Quello che si può leggere dopo un testo; letto ad alta voce per tutta questa parte.
read-on = Continua a leggere

# Titoli sopra le opere collegate dagli autori. $kind: il genere dell’opera della pagina.
relation-illustrates = Che cosa mostra
relation-illustrated-by = Raccontata in una storia
relation-practises = Che cosa si esercita qui
relation-practised-by = Per metterla in pratica
relation-see-also = Vedi anche

related-works = Sugli stessi temi
# Perché un’opera è mostrata. $themes: un elenco di nomi di temi; $count: quanti.
related-reason = Entrambi parlano di { $themes }
backlinks = Testi che rimandano qui

# I collegamenti all’opera prima e a quella dopo nell’elenco; letto ad alta voce per entrambi. $kind: il genere dell’opera della pagina.
neighbours = { $kind ->
    [story] Altre storie
    [maxim] Altre massime
    [exercise] Altri esercizi
    [path] Altri percorsi
   *[other] Altre pagine
}
previous-work = { $kind ->
    [story] Storia precedente
    [maxim] Massima precedente
    [exercise] Esercizio precedente
    [path] Percorso precedente
   *[other] Pagina precedente
}
next-work = { $kind ->
    [story] Storia successiva
    [maxim] Massima successiva
    [exercise] Esercizio successivo
    [path] Percorso successivo
   *[other] Pagina successiva
}

## Parti di un testo

# Un pulsante sotto una citazione, e quel che vi appare accanto quando lo si preme.
quote-copy = Copia con la fonte
quote-copied = Copiato

# Il segno accanto a un titolo, che è un collegamento ad esso. $heading: le sue parole.
anchor-label = Collegamento a «{ $heading }»
# I titoli dei riquadri che non ne hanno uno proprio.
callout-note = Nota
callout-summary = In breve
callout-tip = Consiglio
callout-important = Importante
callout-warning = Attenzione
callout-caution = Pericolo
callout-question = Domanda
callout-example = Esempio
callout-quote = Citazione
# I titoli di altri blocchi che non ne hanno uno proprio.
solution-title = Una risposta
discussion-title = Da discutere insieme
keypoints-title = Da ricordare
facilitator-title = Per chi conduce l’incontro
details-summary = Altro
# Su un pulsante che toglie la spunta a tutte le caselle di una lista.
checklist-clear = Togli tutte le spunte
quiz-show-answer = Mostra le risposte
quiz-right = Giusto
quiz-wrong = Non proprio
# Letto ad alta voce per una tabella che si può scorrere. $number: il suo numero nella pagina.
table-label = Tabella { $number }
video-label = Video
video-link = Guarda il video
video-transcript = Che cosa si dice nel video
# Letto ad alta voce al posto del numero di una nota. $number: il numero.
footnote-reference = Nota { $number }
# Letto ad alta voce per tornare al testo. $number: il numero della nota.
footnote-back = Torna al testo della nota { $number }
footnotes-title = Note

## Percorsi

steps = Passi
parts = Parti di questo percorso
# $cadence: daily, weekly o monthly.
cadence = { $cadence ->
    [daily] Uno al giorno
    [monthly] Uno al mese
   *[weekly] Uno a settimana
}
# Il numero di un passo in un programma. $cadence: daily, weekly o monthly; $number: un numero intero.
cadence-step = { $cadence ->
    [daily] Giorno { $number }
    [monthly] Mese { $number }
   *[weekly] Settimana { $number }
}
# Il posto del testo in un percorso, prima del nome del percorso. $step, $steps: numeri interi.
step-of = Passo { $step } di { $steps } del percorso
# Sopra gli altri percorsi di cui il testo è un passo, quando sono molti.
more-paths = Anche in questi percorsi
previous-step = Passo precedente
next-step = Passo successivo

## Temi

themes-by-meaning = Per significato
themes-by-letter = Dalla A alla Z
# Nell’indice, dopo un nome che non è quello preferito. $label: il nome preferito.
see = vedi { $label }
# $names: un elenco di altri nomi del tema.
other-names = Altri nomi: { $names }
neighbouring-themes = Temi vicini
# Titoli sopra elenchi di temi. $count: quanti.
broader-themes = { $count ->
    [one] Fa parte di
    [many] Fa parte di
   *[other] Fa parte di
}
narrower-themes = { $count ->
    [one] Comprende
    [many] Comprende
   *[other] Comprende
}
related-themes = { $count ->
    [one] Tema vicino
    [many] Temi vicini
   *[other] Temi vicini
}
from-narrower-themes = Dai temi che comprende
no-works-yet = Su questo tema non c’è ancora nessun testo.
# Sotto un disegno di temi: altri $count di una specie non ci stanno.
more-themes = e altri { $count }
# Sotto un testo: le parole che sono temi, ognuna con il suo significato.
terms = Parole di questo testo
# Nella pagina di un tema, sopra i titoli di altri testi in cui compare la sua parola.
mentioned-in = Se ne parla anche in
# Dopo questi titoli: $count testi che non sono nominati.
more-texts = { $count ->
    [one] e un altro
    [many] e altri { $count }
   *[other] e altri { $count }
}

## Persone e fonti

read-more = Per saperne di più
# $count: quanti.
sources-of-person = { $count ->
    [one] Libro o articolo
    [many] Libri e articoli
   *[other] Libri e articoli
}
published-editions = Edizioni pubblicate

## Pagine che non ci sono

not-found = Qui non c’è nessuna pagina
not-found-text = Forse l’indirizzo è scritto male, o la pagina è stata spostata. Da qui puoi proseguire:
withdrawn = Ritirato
# $date: un giorno, scritto per esteso.
withdrawn-on = Testo ritirato: { $date }.
withdrawn-text = Questo testo è stato ritirato.
replaced-by = Da leggere al suo posto
moved = Questa pagina è stata spostata

# Compare al posto di una pagina il cui testo sorgente contiene un errore.
faulty-title = Questa pagina è in correzione
faulty-text = Il testo contiene un errore che l’autore sta correggendo. Torna più tardi.

## La pagina sullo stato di tutti i testi, per i redattori

status-title = Stato dei testi
# $date: il giorno.
status-on = Al { $date }
status-coverage = Copertura
status-share = { $percent }%
# $there: texts that there are; $asked: texts that are asked for.
status-of = { $there } su { $asked }
status-overdue = Scaduti
status-overdue-since = dal { $date }
# $name: who answers for a text.
status-owner = { $name }
status-gaps = Parole del tesauro che mancano
# $word: label or definition; $theme: the id of a theme; $name: the name of a language.
status-gap = { $word ->
    [label] Il nome di { $theme } in { $name }
   *[definition] La definizione di { $theme } in { $name }
}
status-matrix = Tutti i testi
status-filter-state = Stato
status-filter-language = Lingua
status-filter-kind = Tipo
status-all = tutti
status-none = Niente
status-text = Testo
# $changes: in how many blocks the original has changed.
status-standing = { $standing ->
    [original] originale
    [in-step] in pari
    [behind] { $changes ->
        [one] indietro di un blocco
       *[other] indietro di { $changes } blocchi
    }
    [behind-upstream] la sua fonte è indietro
    [untracked] non tracciata
    [missing] manca
    [draft] bozza
   *[none] –
}
status-state = { $state ->
    [missing] manca
    [behind] indietro
    [behind-upstream] la sua fonte è indietro
    [untracked] non tracciata
    [machine] di macchina, non letta
    [unreviewed] non letta da nessun altro
    [overdue] scaduta
   *[draft] bozza
}
status-behind = Che cosa è cambiato
status-made-from = tradotta dal: { $name }
# $kind: new, gone, moved or changed; $unit: what kind of block.
status-change = { $kind ->
    [new] Nuovo
    [gone] Tolto
    [moved] Spostato
   *[changed] Cambiato
}: { $unit ->
    [title] titolo
    [summary] riassunto
    [heading] intestazione
    [paragraph] capoverso
    [item] voce di elenco
    [task] voce con casella
    [question] domanda
    [row] riga di tabella
    [term] termine
    [attribute] parole in un’apertura di blocco
    [code] codice
   *[html] HTML
}
status-before = Prima:
status-now = Adesso:
# Che cos’è un blocco, a parte le sue parole, dopo «Prima:» e «Adesso:». $shape: heading, right, wrong, ticked, empty o block; $level: di un titolo; $within: in che cosa sta il blocco.
status-shape = { $shape ->
    [heading] titolo di livello { $level }
    [right] risposta giusta
    [wrong] risposta sbagliata
    [ticked] casella spuntata
    [empty] casella vuota
   *[block] { $within ->
        [none] testo a sé
        [quote] in una citazione
        [callout] in un riquadro
        [item] in un elenco
        [list] in un elenco
       *[other] in un blocco
    }
}

## Per i programmi che leggono per conto di qualcuno (llms.txt)

# In cima all’elenco delle lingue.
llms-root = Ogni lingua ha il proprio elenco. Un’opera conserva il suo identificativo in tutte le lingue.
# In cima all’elenco di una lingua: dove portano i collegamenti.
llms-texts = Ogni collegamento porta a un testo in Markdown. Sopra il testo sono indicati la lingua, i temi, la fonte e, se è una traduzione, quanto è affidabile. La pagina per i lettori ha lo stesso indirizzo, che termina in .html.
# Lo stesso dove non c’è Markdown.
llms-pages = Ogni collegamento porta alla pagina di un testo.
# Che cos’è chunks.jsonl.
llms-chunks = Tutti i testi a brani, un oggetto JSON per riga
# Il titolo sopra gli altri file.
llms-more = Altro

## Leggere offline

# La pagina in cui si sceglie che cosa conserva il browser, e il collegamento ad essa in fondo a ogni pagina.
offline-title = Leggi offline
offline-text = Il browser può conservare un percorso oppure tutto ciò che c’è in una lingua. Poi si legge senza rete, e la copia si aggiorna a ogni visita con la rete.
# Senza rete è stata chiesta una pagina che non è in nessuna copia.
offline-missing = Quella pagina non è nella tua copia, e in questo momento la rete non c’è.
# La ricerca è stata aperta senza rete e nessuna copia la contiene: c’è solo in quella di un’intera lingua.
offline-search = La ricerca non è nella tua copia, e in questo momento la rete non c’è. Arriva con la copia di un’intera lingua.
# Dove non si può conservare nulla: senza script, da file o da un server senza cifratura.
offline-needs = Qui non si può conservare nulla: servono un sito raggiunto via HTTPS e un browser che esegua gli script. Se hai aperto il sito da una cartella, stai già leggendo una copia.
# Il titolo sopra le lingue che si possono conservare per intero.
offline-languages = Tutto in una lingua
# Segue un numero.
offline-files = File:
offline-keep = Conserva
offline-forget = Rimuovi
# Contrassegni: lo stato di una copia.
offline-kept = Conservato
offline-network = Non è stato possibile scaricare tutto. Quel che c’è rimane; riprova quando la rete è migliore.
offline-space = Il browser non ha spazio per così tanto.
# Per i lettori di schermo, alla barra che cresce.
# $title (text): che cosa si sta conservando.
offline-progress = In corso: { $title }
