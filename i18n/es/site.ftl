### Lo que el lector ve en las páginas, en español.
###
### Un sitio cambia mensajes sueltos con un archivo propio: i18n/es/lo-que-sea.ftl. Lo que allí falte se toma de aquí.
### Cada mensaje puede usar solo las variables que se nombran encima de él.

## Lenguas

# El nombre de la lengua en ella misma, como figura en la lista de lenguas.
language-name = Español

# Los nombres de las lenguas dentro de una frase: «en inglés», «traducido del inglés».
language-ar = árabe
language-be = bielorruso
language-bg = búlgaro
language-bn = bengalí
language-ca = catalán
language-cs = checo
language-da = danés
language-de = alemán
language-de-AT = alemán de Austria
language-de-CH = alemán de Suiza
language-el = griego
language-en = inglés
language-en-GB = inglés británico
language-en-US = inglés de Estados Unidos
language-es = español
language-es-419 = español de América
language-es-AR = español de Argentina
language-es-ES = español de España
language-es-MX = español de México
language-et = estonio
language-eu = euskera
language-fa = persa
language-fi = finés
language-fr = francés
language-fr-CA = francés de Canadá
language-fr-CH = francés de Suiza
language-gl = gallego
language-he = hebreo
language-hi = hindi
language-hr = croata
language-hu = húngaro
language-hy = armenio
language-id = indonesio
language-is = islandés
language-it = italiano
language-it-CH = italiano de Suiza
language-ja = japonés
language-ka = georgiano
language-kk = kazajo
language-ko = coreano
language-la = latín
language-lt = lituano
language-lv = letón
language-nb = noruego
language-nl = neerlandés
language-no = noruego
language-pl = polaco
language-pt = portugués
language-pt-BR = portugués de Brasil
language-pt-PT = portugués de Portugal
language-ro = rumano
language-ru = ruso
language-sk = eslovaco
language-sl = esloveno
language-sr = serbio
language-sv = sueco
language-th = tailandés
language-tr = turco
language-uk = ucraniano
language-ur = urdu
language-uz = uzbeko
language-vi = vietnamita
language-zh = chino
language-zh-Hans = chino simplificado
language-zh-Hant = chino tradicional

# Junto al título de una obra que no existe en la lengua del lector.
# $language: la etiqueta de la lengua de la obra (en, pt-BR…), por si alguna necesita una forma propia.
# $name: su nombre, de los mensajes de arriba.
in-language = en { $name }

# En la portada de otra lengua, cuando en ella no existe la página que se está leyendo.
page-not-in-language = (esta página no está traducida)

## Clases de obras

# El nombre de una obra de cada clase, como rótulo encima de su título.
kind-story = Historia
kind-maxim = Máxima
kind-exercise = Ejercicio
kind-path = Itinerario
kind-page = Página

# Los títulos de las listas, en el menú y encima de ellas.
section-story = Historias
section-maxim = Máximas
section-exercise = Ejercicios
section-path = Itinerarios
section-page = Páginas
section-themes = Temas
section-people = Personas
section-sources = Fuentes

# Las carpetas en las direcciones de las páginas: una palabra en minúsculas, sin espacios. Una vez publicado el sitio, no se cambian.
folder-story = historias
folder-maxim = maximas
folder-exercise = ejercicios
folder-path = itinerarios
folder-page = paginas
folder-themes = temas
folder-people = personas
folder-sources = fuentes

## El marco de todas las páginas

skip-to-content = Ir al texto
home = Portada
menu = Menú principal
languages = Idiomas
breadcrumbs = Estás aquí
sections = Todas las secciones
feed = Novedades por RSS
edit-page = Editar esta página
report-problem = Avisar de un error

# El botón de la cabecera que alterna tres modos de mostrar la página; su nombre dice cuál está puesto.
# $scheme: system, light o dark.
scheme = { $scheme ->
    [light] Colores: claros
    [dark] Colores: oscuros
   *[system] Colores: los del sistema
}

## Buscar

# El botón que abre el buscador. Sin scripts lleva a la lista de todos los temas.
search-open = Buscar
# Lo que se lee en voz alta para el campo.
search-label = ¿Qué buscas?
# En el campo vacío: qué se puede buscar.
search-placeholder = Una palabra, un tema, una «frase»
search-close = Cerrar
# Antes de buscar nada: cómo se puede preguntar.
search-hint = Vale cualquier forma de una palabra, también sin tildes o con una errata. Las «comillas» mantienen juntas las palabras.
# Lo mismo para las teclas.
search-keys = ↑ ↓ para elegir, Intro para abrir, Esc para cerrar
# Junto a una casilla: si la tecla de la barra abre el buscador.
search-slash = La tecla / abre el buscador
# Encima de algunos temas, antes de buscar nada.
search-begin = O sigue un tema
search-loading = Buscando…
# $count: un número, escrito como lo escribe el idioma. Va al final para que ninguna palabra tenga que concordar con él.
search-count = Resultados: { $count }
# En un botón que muestra más resultados.
search-more = Mostrar más
# Encima de botones que dejan un solo tipo de textos, o un solo tema.
search-kinds = Tipo
search-themes = Temas
# Encima de los resultados en el idioma del lector.
search-own = Textos
# Encima de las obras que faltan en el idioma del lector.
search-elsewhere = Solo en otros idiomas
# $query: lo que se ha buscado.
search-none = No se ha encontrado nada para «{ $query }».
search-none-help = Prueba con menos palabras o dilo de otra manera.
# Encima de los temas cuyo nombre se parece a lo buscado; y de los más grandes, si ninguno se parece.
search-nearest = Temas parecidos
search-largest = Temas con más textos
search-all-themes = Todos los temas, de la A a la Z
# Un enlace a un aviso que dice qué no se ha encontrado.
search-report = Cuéntanos qué echas en falta
search-failed = No se ha podido cargar el buscador. Mientras tanto, puedes recorrer los temas.

## Datos de las obras

# Junto a una obra en una lista. $minutes: un número entero.
minutes = { $minutes } min

# Encima de un texto, calculado según su extensión.
minutes-to-read = { $minutes ->
    [one] { $minutes } minuto de lectura
    [many] { $minutes } de minutos de lectura
   *[other] { $minutes } minutos de lectura
}

# Encima de un ejercicio, según lo indica su autor.
minutes-to-do = { $minutes ->
    [one] { $minutes } minuto de práctica
    [many] { $minutes } de minutos de práctica
   *[other] { $minutes } minutos de práctica
}

# Todos los pasos de un itinerario juntos. $hours y $minutes: números enteros; $minutes, menor que 60.
total-time = { $hours ->
    [0] { $minutes } min en total
   *[other] { $minutes ->
        [0] { $hours } h en total
       *[other] { $hours } h { $minutes } min en total
    }
}

# $level: 1, 2 o 3.
level = { $level ->
    [1] Para empezar
    [2] Con algo de experiencia
   *[3] Con mucha experiencia
}

# $audience: una lista como «enfermeras y médicos».
for-audience = Para { $audience }

# Una marca: la obra es inventada o procede de una novela.
fiction = Ficción
# Una marca: la obra todavía no está publicada.
draft = Borrador
themes = Temas
theme = Tema

# $count: un número entero.
works-count = { $count ->
    [one] { $count } texto
    [many] { $count } de textos
   *[other] { $count } textos
}
# Encima de una lista. $kind: story, maxim, exercise, path o page; $count: cuántos son, un número entero.
list-count = { $kind ->
    [story] { $count ->
        [one] { $count } historia
        [many] { $count } de historias
       *[other] { $count } historias
    }
    [maxim] { $count ->
        [one] { $count } máxima
        [many] { $count } de máximas
       *[other] { $count } máximas
    }
    [exercise] { $count ->
        [one] { $count } ejercicio
        [many] { $count } de ejercicios
       *[other] { $count } ejercicios
    }
    [path] { $count ->
        [one] { $count } itinerario
        [many] { $count } de itinerarios
       *[other] { $count } itinerarios
    }
   *[page] { $count ->
        [one] { $count } página
        [many] { $count } de páginas
       *[other] { $count } páginas
    }
}
steps-count = { $count ->
    [one] { $count } paso
    [many] { $count } de pasos
   *[other] { $count } pasos
}

## Listas en varias páginas

pages = Páginas de esta lista
previous-page = Anterior
next-page = Siguiente
# Se lee en voz alta en lugar del número de una página. $number: un número entero.
page-number = Página { $number }
# $page, $pages: números enteros.
page-of = página { $page } de { $pages }
# Enlaces a las letras de un índice alfabético; se lee en voz alta.
letters = Letras

## La portada

home-paths = Por dónde empezar
# El enlace a la lista de itinerarios, si la portada no los muestra todos.
all-paths = Todos los itinerarios
home-featured = Para leer primero
home-themes = Sigue un tema
home-newest = Lo más reciente
all-themes = Todos los temas, de la A a la Z

## La página de una obra

contents = En esta página

# El texto está en otra lengua porque en la del lector no existe. $language: su etiqueta; $name: su nombre.
fallback-notice = Este texto todavía no está traducido. Aquí está en { $name }.
fallback-link = Ir a la página en { $name }

# Delante del nombre de una persona. $kind: story, maxim, exercise, path o page.
said-by = { $kind ->
    [story] Lo cuenta
   *[other] En palabras de
}

source = Fuente
# $page: una página o varias, como las escribió el autor («12», «12-15»).
source-page = p. { $page }
# Delante del título de una edición publicada. $language: la etiqueta de su lengua; $name: su nombre.
published-in-language = En { $name }:
# Detrás de una edición. $name: quien la tradujo.
translated-by = Traducción de { $name }
read-source = Leer la fuente
licence = Licencia:

translation = Traducción
# $name: el nombre de la lengua de la que se tradujo el texto.
translated-from = Traducido del { $name }
# $method: machine, machine-edited o adaptation. $reviewed: yes o no.
translation-method = { $method ->
    [adaptation] Adaptación libre
    [machine-edited] { $reviewed ->
        [yes] Traducción automática, corregida y revisada
       *[no] Traducción automática, corregida después
    }
   *[machine] { $reviewed ->
        [yes] Traducción automática, revisada después
       *[no] Traducción automática, aún sin revisar
    }
}
# Debajo del título. $tone: plain o gentle, según quiera el sitio; $name: el nombre de la lengua del original.
translation-behind = { $tone ->
    [gentle] El original ({ $name }) ha cambiado un poco desde entonces.
   *[plain] El original ({ $name }) ha cambiado después de esta traducción.
}
# Delante de los enlaces a las secciones que han cambiado.
translation-changed = Ha cambiado allí:
# El primero de esos enlaces: lo que está por encima del primer encabezado.
translation-beginning = el comienzo
translation-original = Leer el original
# Debajo del título. $tone: plain o gentle.
translation-unread = { $tone ->
    [gentle] Traducido por una máquina; nadie lo ha repasado todavía.
   *[plain] Este texto lo ha traducido una máquina y nadie lo ha revisado todavía. Puede contener errores.
}
# $name: una persona.
translation-by = Traducción de { $name }
translation-reviewed-by = Revisión de { $name }
published = Publicado
updated = Último cambio
other-languages = Otros idiomas
# Delante de una lista de las lenguas en que la obra no existe.
not-in-languages = Todavía no:

# Lo que se puede leer después de un texto; se lee en voz alta para toda esa parte.
read-on = Seguir leyendo

# Títulos encima de las obras que enlazaron sus autores. $kind: la clase de la obra de la página.
relation-illustrates = Lo que enseña
relation-illustrated-by = Contado en una historia
relation-practises = Lo que se practica aquí
relation-practised-by = Para practicarlo
relation-see-also = Véase también

related-works = Sobre los mismos temas
# Por qué se muestra una obra. $themes: una lista de nombres de temas; $count: cuántos son.
related-reason = Ambos hablan de { $themes }
backlinks = Textos que enlazan aquí

# Enlaces a la obra anterior y a la siguiente de la lista; se lee en voz alta para las dos. $kind: la clase de la obra de la página.
neighbours = { $kind ->
    [story] Más historias
    [maxim] Más máximas
    [exercise] Más ejercicios
    [path] Más itinerarios
   *[other] Más páginas
}
previous-work = { $kind ->
    [story] Historia anterior
    [maxim] Máxima anterior
    [exercise] Ejercicio anterior
    [path] Itinerario anterior
   *[other] Página anterior
}
next-work = { $kind ->
    [story] Historia siguiente
    [maxim] Máxima siguiente
    [exercise] Ejercicio siguiente
    [path] Itinerario siguiente
   *[other] Página siguiente
}

## Partes de un texto

# Un botón debajo de una cita, y lo que aparece a su lado cuando se pulsa.
quote-copy = Copiar con la fuente
quote-copied = Copiado

# El signo junto a un título, que es un enlace a él. $heading: sus palabras.
anchor-label = Enlace a «{ $heading }»
# Los títulos de los recuadros que no traen uno propio.
callout-note = Nota
callout-summary = En resumen
callout-tip = Consejo
callout-important = Importante
callout-warning = Atención
callout-caution = Cuidado
callout-question = Pregunta
callout-example = Ejemplo
callout-quote = Cita
# Los títulos de otros bloques que no traen uno propio.
solution-title = Una respuesta
discussion-title = Para conversar
keypoints-title = Para recordar
facilitator-title = Para quien dirige la sesión
details-summary = Más
# En un botón que desmarca todas las casillas de una lista.
checklist-clear = Desmarcar todo
quiz-show-answer = Ver las respuestas
quiz-right = Correcto
quiz-wrong = No del todo
# Se lee en voz alta en una tabla que se puede desplazar. $number: su número en la página.
table-label = Tabla { $number }
video-label = Vídeo
video-link = Ver el vídeo
video-transcript = Lo que se dice en el vídeo
# Se lee en voz alta en lugar del número de una nota. $number: el número.
footnote-reference = Nota { $number }
# Se lee en voz alta para volver al texto. $number: el número de la nota.
footnote-back = Volver al texto de la nota { $number }
footnotes-title = Notas

## Itinerarios

steps = Pasos
parts = Partes de este itinerario
# $cadence: daily, weekly o monthly.
cadence = { $cadence ->
    [daily] Uno al día
    [monthly] Uno al mes
   *[weekly] Uno a la semana
}
# El número de un paso en un programa. $cadence: daily, weekly o monthly; $number: un número entero.
cadence-step = { $cadence ->
    [daily] Día { $number }
    [monthly] Mes { $number }
   *[weekly] Semana { $number }
}
# El lugar del texto en un itinerario, delante del nombre de este. $step, $steps: números enteros.
step-of = Paso { $step } de { $steps } del itinerario
# Encima de los demás itinerarios de los que el texto es un paso, cuando son muchos.
more-paths = También en estos itinerarios
previous-step = Paso anterior
next-step = Paso siguiente

## Temas

themes-by-meaning = Por significado
themes-by-letter = De la A a la Z
# En el índice, detrás de un nombre que no es el preferido. $label: el nombre preferido.
see = véase { $label }
# $names: una lista de otros nombres del tema.
other-names = Otros nombres: { $names }
neighbouring-themes = Temas vecinos
# Títulos encima de listas de temas. $count: cuántos son.
broader-themes = { $count ->
    [one] Forma parte de
    [many] Forma parte de
   *[other] Forma parte de
}
narrower-themes = { $count ->
    [one] Abarca
    [many] Abarca
   *[other] Abarca
}
related-themes = { $count ->
    [one] Tema cercano
    [many] Temas cercanos
   *[other] Temas cercanos
}
from-narrower-themes = De los temas que abarca
no-works-yet = Todavía no hay ningún texto sobre este tema.
# Bajo un dibujo de temas: $count más de una clase no caben en él.
more-themes = y { $count } más
# Debajo de un texto: las palabras que son temas, cada una con lo que significa.
terms = Palabras de este texto
# En la página de un tema, encima de los títulos de otros textos en los que aparece su palabra.
mentioned-in = También se menciona en
# Después de esos títulos: $count textos que no se nombran.
more-texts = { $count ->
    [one] y uno más
    [many] y { $count } más
   *[other] y { $count } más
}

## Personas y fuentes

read-more = Más sobre esta persona
# $count: cuántos son.
sources-of-person = { $count ->
    [one] Libro o artículo
    [many] Libros y artículos
   *[other] Libros y artículos
}
published-editions = Ediciones publicadas

## Páginas que no están

not-found = Aquí no hay ninguna página
not-found-text = Puede que la dirección esté mal escrita o que la página se haya movido. Desde aquí puedes seguir:
withdrawn = Retirado
# $date: un día, escrito entero.
withdrawn-on = Este texto se retiró el { $date }.
withdrawn-text = Este texto se ha retirado.
replaced-by = En su lugar
moved = Esta página se ha movido

# Aparece en lugar de una página cuyo texto de origen tiene un error.
faulty-title = Esta página se está corrigiendo
faulty-text = El texto tiene un error que su autor está corrigiendo. Vuelve más tarde.

## La página sobre el estado de todos los textos, para editores

status-title = Estado de los textos
# $date: el día.
status-on = A { $date }
status-coverage = Cobertura
status-share = { $percent } %
# $there: texts that there are; $asked: texts that are asked for.
status-of = { $there } de { $asked }
status-overdue = Vencidos
status-overdue-since = desde el { $date }
# $name: who answers for a text.
status-owner = { $name }
status-gaps = Palabras del tesauro que faltan
# $word: label or definition; $theme: the id of a theme; $name: the name of a language.
status-gap = { $word ->
    [label] El nombre de { $theme } en { $name }
   *[definition] La definición de { $theme } en { $name }
}
status-matrix = Todos los textos
status-filter-state = Estado
status-filter-language = Idioma
status-filter-kind = Tipo
status-all = todos
status-none = Nada
status-text = Texto
# $changes: in how many blocks the original has changed.
status-standing = { $standing ->
    [original] original
    [in-step] al día
    [behind] { $changes ->
        [one] atrasada en un bloque
       *[other] atrasada en { $changes } bloques
    }
    [behind-upstream] su original va atrasado
    [untracked] sin seguimiento
    [missing] falta
    [draft] borrador
   *[none] –
}
status-state = { $state ->
    [missing] falta
    [behind] atrasada
    [behind-upstream] su original va atrasado
    [untracked] sin seguimiento
    [machine] de máquina, sin leer
    [unreviewed] no leída por nadie más
    [overdue] vencida
   *[draft] borrador
}
status-behind = Qué ha cambiado
status-made-from = traducida del { $name }
# $kind: new, gone, moved or changed; $unit: what kind of block.
status-change = { $kind ->
    [new] Nuevo
    [gone] Quitado
    [moved] Movido
   *[changed] Cambiado
}: { $unit ->
    [title] título
    [summary] resumen
    [heading] encabezado
    [paragraph] párrafo
    [item] punto de lista
    [task] punto con casilla
    [question] pregunta
    [row] fila de tabla
    [term] término
    [attribute] palabras en una marca de bloque
    [code] código
   *[html] HTML
}
status-before = Antes:
status-now = Ahora:
# Qué es un bloque, aparte de sus palabras, tras «Antes:» y «Ahora:». $shape: heading, right, wrong, ticked, empty o block; $level: de un encabezado; $within: en qué está el bloque.
status-shape = { $shape ->
    [heading] encabezado de nivel { $level }
    [right] respuesta correcta
    [wrong] respuesta incorrecta
    [ticked] casilla marcada
    [empty] casilla vacía
   *[block] { $within ->
        [none] texto aparte
        [quote] en una cita
        [callout] en un recuadro
        [item] en una lista
        [list] en una lista
       *[other] en un bloque
    }
}

## Para programas que leen por encargo de alguien (llms.txt)

# Al comienzo de la lista de idiomas.
llms-root = Cada idioma tiene su propia lista. Una obra conserva su identificador en todos los idiomas.
# Al comienzo de la lista de un idioma: adónde llevan sus enlaces.
llms-texts = Cada enlace lleva a un texto en Markdown. Encima del texto constan su idioma, sus temas, su fuente y, si es una traducción, hasta qué punto es fiable. La página para lectores tiene la misma dirección, terminada en .html.
# Lo mismo donde no hay Markdown.
llms-pages = Cada enlace lleva a la página de un texto.
# Qué es chunks.jsonl.
llms-chunks = Todos los textos por fragmentos, un objeto JSON por línea
# El título encima de otros archivos.
llms-more = Más

## Leer sin conexión

# La página en la que se elige qué guarda el navegador, y el enlace a ella al pie de cada página.
offline-title = Leer sin conexión
offline-text = El navegador puede guardar un itinerario o todo lo que hay en un idioma. Después se lee sin conexión, y se pone al día en cada visita con conexión.
# Se ha pedido sin conexión una página que no está en ninguna copia.
offline-missing = Esa página no está en tu copia, y ahora mismo no hay conexión.
# Se ha abierto el buscador sin conexión y ninguna copia lo tiene: solo lo tiene la de un idioma entero.
offline-search = El buscador no está en tu copia, y ahora mismo no hay conexión. Viene con la copia de todo un idioma.
# Donde no se puede guardar nada: sin script, desde archivos o desde un servidor sin cifrado.
offline-needs = Aquí no se puede guardar nada: hace falta un sitio servido por HTTPS y un navegador que ejecute scripts. Si has abierto el sitio desde una carpeta, ya estás leyendo una copia.
# El título encima de los idiomas que se pueden guardar enteros.
offline-languages = Todo lo que hay en un idioma
# Sigue un número.
offline-files = Archivos:
offline-keep = Guardar
offline-forget = Eliminar
# Marcas: cómo está una copia.
offline-kept = Guardado
offline-network = No se ha podido traer todo. Lo que ya está se queda; inténtalo de nuevo cuando la conexión sea mejor.
offline-space = El navegador no tiene sitio para tanto.
# Para lectores de pantalla, en la barra que crece.
# $title (text): qué se está guardando.
offline-progress = Se está guardando: { $title }
