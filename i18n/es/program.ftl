### Lo que el programa dice a quien lo usa. Los códigos, las claves y los nombres de órdenes y opciones son iguales en todos los idiomas.

## La línea de órdenes

cli-about = Convierte historias, máximas y ejercicios en varios idiomas en un sitio web estático y rápido.
cli-heading-usage = Uso:
cli-heading-commands = Órdenes
cli-heading-arguments = Argumentos
cli-heading-options = Opciones
cli-help = Muestra esta ayuda
cli-version = Muestra la versión
cli-ui = Habla este idioma: en, es, it o ru (por defecto, el del ordenador)
cli-source = La carpeta del sitio (por defecto, esta o la más cercana por encima que tenga un site.yaml)
cli-drafts = Incluye los borradores y los idiomas en preparación
cli-strict = Trata los avisos como errores
cli-pseudo = Probar el tema con palabras largas y llenas de acentos; con =rtl, en páginas de derecha a izquierda

cli-build = Construye el sitio
cli-build-output = Dónde ponerlo (por defecto, public en la carpeta del sitio; con --facilitator, public-facilitator; con --pseudo, public-pseudo)
cli-build-keep_going = Publica todo menos los textos con errores; la orden cuenta como fallida igualmente
cli-build-facilitator = Incluye las notas para quien dirige la sesión
cli-build-audiences = Solo lo que es para estos públicos o para todos
cli-build-base_url = La dirección del sitio, en lugar de la que está en site.yaml
cli-build-jobs = Cuántos núcleos del procesador usar (por defecto, todos)
cli-build-verify = No se fía de tamaños ni de fechas: mira cada byte publicado
cli-build-zip = Escribir además el sitio terminado en un archivo zip (por defecto: junto a la carpeta del resultado, con su nombre)
cli-build-open = Abre el sitio terminado en el navegador
cli-build-verbose = Dice cuánto ha tardado cada parte del trabajo
cli-build-format = Cómo informar de los problemas: text, o json por la salida estándar (por defecto, text)

cli-serve = Muestra el sitio en el navegador mientras escribes
cli-serve-host = Escucha también en esta dirección, para quien lee desde otros equipos (por defecto, 127.0.0.1: solo este equipo)
cli-serve-port = El puerto en que escuchar (por defecto, 3030); si está ocupado, uno libre cercano
cli-serve-open = Abre el sitio en el navegador
cli-serve-facilitator = Incluye las notas para quien dirige la sesión
cli-serve-audiences = Solo lo que es para estos públicos o para todos
cli-serve-editor = Con qué abrir el texto de una página: vscode, vscodium, cursor, windsurf, zed, idea, textmate, una dirección con {"{path}"} y {"{line}"}, o none para nada

cli-check = Busca errores sin escribir nada
cli-check-against = Dice qué direcciones del sitio publicado desaparecerían: su pages.json, o - para la entrada estándar
cli-check-fail_on = Fallar si un texto está en uno de estos estados: missing, behind, behind-upstream, untracked, machine, unreviewed, overdue, draft; de un tipo y un idioma, si lo dices (unreviewed:exercise:it)
cli-today = Tomar este día como hoy (si no, la fecha actual): 2026-11-22
cli-check-verbose = Nombrar además cada palabra que se ha vuelto enlace a un tema y cada enlace a un borrador
cli-check-format = Cómo informar de los problemas: text, json o github (por defecto, text)

cli-init = Crea un sitio nuevo con unos textos de muestra
cli-init-dir = La carpeta del sitio
cli-init-languages = Sus idiomas, el principal primero (por defecto, es,ru,it,en)

cli-new = Empieza un texto nuevo o la traducción de uno
cli-new-kind = story (historia), maxim (máxima), exercise (ejercicio), path (itinerario) o page (página)
cli-new-id = Su nombre en todos los idiomas: the-lamp o customers/the-lamp
cli-new-lang = El idioma del texto (por defecto, el del sitio)
cli-new-title = El título (por defecto se forma con el nombre)

cli-move = Dar otro nombre a un texto o a un tema y cambiar todos los enlaces que llevan a él
cli-move-old = El identificador que tiene: stories/the-lamp, o el de un tema
cli-move-new = El identificador que tendrá. Si el tema ya existe, absorbe al otro
cli-move-dry_run = Decir solo qué se cambiaría

cli-export = Escribir lo que dice el sitio para otros programas
cli-export-skos = Los temas como datos enlazados (SKOS)
cli-export-skos-syntax = turtle o json-ld (por omisión: turtle)
cli-export-skos-output = El archivo que se escribe (por omisión: la salida estándar)
cli-export-glossary = Los temas como glosario para traductores: término de origen, término de destino, comentario
cli-export-glossary-to = La lengua a la que se traduce
cli-export-glossary-from = La lengua de la que se traduce (por omisión: la principal del sitio)
cli-export-glossary-output = El archivo que se escribe (por omisión: la salida estándar)
cli-export-po = Escribir los textos para los traductores
cli-export-po-ids = Solo estos textos: stories/the-lamp; themes para el tesauro (por defecto: todos)
cli-export-po-to = Los idiomas a los que se traduce: it, o it,ru
cli-export-po-from = El idioma desde el que se traduce (por defecto: en cada texto, aquel del que se hizo su traducción; si no, el del original)
cli-export-po-one_file = Un archivo por cada par de idiomas, en lugar de uno por texto
cli-export-po-output = La carpeta para los archivos, o un archivo que termine en .po (por defecto: po)

cli-import = Incorporar a los textos el trabajo de los traductores
cli-import-files = Archivos PO, o carpetas con archivos PO
cli-import-dry_run = Decir lo que se haría, sin cambiar nada
cli-import-by = Quién tradujo, si los archivos no lo dicen

cli-completions = Escribe un guion que completa las órdenes en tu intérprete
cli-completions-shell = bash, elvish, fish, powershell o zsh

cli-man = Escribe la página del manual, o guarda las de todas las órdenes
cli-man-dir = La carpeta donde guardarlas

## Qué falla en lo que se ha escrito

usage-unknown-command = No existe la orden «{ $name }».
usage-unknown-argument = Aquí no se entiende «{ $name }».
usage-missing-arguments = { $count ->
    [one] Falta { $names }.
   *[other] Faltan: { $names }
}
usage-conflict = «{ $name }» no encaja con lo demás; quizá esté dos veces.
usage-value-missing = A «{ $name }» le falta un valor.
usage-invalid-value = «{ $value }» no sirve para «{ $name }»: { $wanted ->
    [one-of] tiene que ser uno de estos: { $allowed }.
    [number] tiene que ser un número del 1 al 1024.
    [language] tiene que ser un idioma, como es o pt-BR.
    [ui-language] el programa habla en, es, it y ru.
    [web-address] tiene que ser una dirección web, como https://wiki.example.com/.
    [port] tiene que ser un número del 0 al 65535.
    [editor] tiene que ser vscode, vscodium, cursor, windsurf, zed, idea, textmate, none o una dirección como my-editor://{"{path}"}:{"{line}"}.
    [date] escribe una fecha: 2026-11-22
    [gate-state] los estados son missing, behind, behind-upstream, untracked, machine, unreviewed, overdue y draft
    [gate-kind] los tipos son story, maxim, exercise, path y page
    [gate-language] la última parte es la etiqueta de un idioma, como it
    [gate] escribe ESTADO, ESTADO:TIPO o ESTADO:TIPO:IDIOMA
   *[other] significa otra cosa.
}
usage-not-utf8 = Un argumento no es un texto válido.
usage-unknown-audience = site.yaml no conoce el público «{ $name }», solo: { $known }
usage-see-help = Lo que se puede escribir lo muestra «apologue --help».

## Problemas

report-error = error
report-warning = aviso
report-note = nota
report-help = ayuda
report-did-you-mean = ¿Querías decir «{ $name }»?
problems-found = { $problems }.
count-errors = { $count ->
    [one] { $count } error
    [many] { $count } de errores
   *[other] { $count } errores
}
count-warnings = { $count ->
    [one] { $count } aviso
    [many] { $count } de avisos
   *[other] { $count } avisos
}
count-notes = { $count ->
    [one] { $count } nota
    [many] { $count } de notas
   *[other] { $count } notas
}
machine-failed = El ordenador no ha podido hacerlo: { $reason }
interrupted = Interrumpido. Lo que ya estaba publicado sigue como estaba.

## Construir y revisar

progress-reading = Leyendo
progress-rendering = Escribiendo páginas
build-done = { $folder } construido en { $seconds } s: { $works }, { $pages }.
count-works = { $count ->
    [one] { $count } obra
    [many] { $count } de obras
   *[other] { $count } obras
}
count-pages = { $count ->
    [one] { $count } página
    [many] { $count } de páginas
   *[other] { $count } páginas
}
# Todas las ediciones del sitio, por idioma: «español 70, ruso 71».
build-editions = Ediciones: { $editions }.
build-edition = { $language } { $count }
build-rendered = { $address }: { $reason ->
    [no-record] no hay registro de la última construcción
    [new] dirección nueva
    [program] otro programa
    [settings] otras opciones
    [theme] otro tema gráfico
    [strings] otros textos de la interfaz
    [site] otro marco (título, menú, listas)
    [text] su propio texto
    [view] lo que muestra de otras páginas
   *[changed-on-disk] el archivo se cambió o se borró
}
build-files = Archivos: { $written } escritos, { $unchanged } sin cambios, { $deleted } borrados.
build-zip = Archivo zip: { $file }, { $size } MB.
build-set-aside = Había archivos de origen desconocido en medio; ahora están en { $folder }.
build-failed = El sitio no se ha construido. Lo que ya estaba publicado sigue como estaba.
time-reading = Leer y revisar: { $seconds } s
time-rendering = Escribir páginas: { $seconds } s
time-publishing = Publicar: { $seconds } s
check-clean = Sin errores en { $works }.
man-written = { $count ->
    [one] { $count } página de manual guardada.
    [many] { $count } de páginas de manual guardadas.
   *[other] { $count } páginas de manual guardadas.
}

## Un sitio nuevo

init-done =
    En { $folder } hay un sitio nuevo con unos textos de muestra.
    Constrúyelo allí con «apologue build» y abre public/index.html en el navegador.
    README.md explica cómo seguir.
init-site-head =
    El sitio. Una línea que empieza por # es un comentario.
    Después de un cambio, «apologue check» dice si todo está bien.
init-site-title = Cómo se llama el sitio, en cada uno de sus idiomas.
init-site-description = Una frase sobre él, para buscadores y canales de noticias.
init-site-languages = Los idiomas, en el orden del selector. Para añadir uno, pon aquí su etiqueta: pt es portugués; he, hebreo.
init-site-default = El idioma por el que se empieza cuando el lector no prefiere ninguno.
init-site-fallback =
    Qué ve el lector de un texto que no está en su idioma:
    list (un enlace, marcado con el idioma), show (el propio texto) o hide (nada).
init-site-base-url = La dirección del sitio. Con ella hay canales de noticias, mapa del sitio y enlaces entre idiomas para los buscadores.
init-themes-head =
    Los temas que enlazan unos textos con otros. Un texto los nombra en su encabezado: themes: [trust].
    El nombre de la izquierda es el mismo en todos los idiomas; el lector ve las etiquetas.
init-themes-label = Lo que ve el lector.
init-themes-definition = Qué significa, en una frase.
init-themes-broader = El tema más amplio al que pertenece.
init-themes-related = Temas cercanos.
init-facts = Lo que sigue vale para el texto en todos los idiomas y está solo en este archivo.
init-facts-level = De 1 (fácil) a 3.
init-facts-steps = Los textos, en el orden en que se leen.

## Un texto nuevo

new-done =
    { $path } está listo.
    Escribe el texto debajo del segundo «---». Cuando los lectores puedan verlo, quita la línea «draft: true».
new-translation-done =
    { $path } está listo para traducir { $from }.
    Escribe el texto debajo del segundo «---». Cuando los lectores puedan verlo, quita la línea «draft: true».
new-invalid-id = «{ $id }» no puede ser el nombre de un texto. Sirven letras, cifras y guiones, y una barra para una carpeta: customers/the-lamp.
new-unknown-language = El sitio no tiene el idioma «{ $language }», solo: { $languages }
new-exists = Este texto ya existe: { $path }
new-draft = Un borrador no se publica; lo muestra «apologue build --drafts». Quita esta línea cuando los lectores puedan verlo.
new-translation = El idioma del que se ha traducido el texto.
new-more = Para usar una de las líneas de abajo, quita el # del principio.
new-summary = Una frase para listas y resultados de búsqueda.
new-slug = El final de la dirección.
new-facts-elsewhere = Los temas y todo lo que vale en todos los idiomas están en { $path }.
new-themes = Temas de content/themes.yaml.
new-source = De dónde viene la historia. «fiction: true» si es inventada.
new-illustrates = Las máximas que ilustra.
new-said-by = Quién lo dijo.
new-level = De 1 (fácil) a 3.
new-minutes = Cuántos minutos lleva hacerlo.
new-practises = Las máximas o historias que pone en práctica.
new-steps = Los textos, en el orden en que se leen.
new-numbered = Si los pasos llevan número.
new-cadence = Con esto el itinerario se vuelve un programa: daily (cada día), weekly (cada semana) o monthly (cada mes).
new-weight = Las páginas con números menores van primero.
new-see-also = Otros textos que conviene leer con él.
export-avoid = Evítese: { $words }
export-same-language = «{ $language }» no puede ser a la vez la lengua de origen y la de destino.

move-moved = { $from } → { $to }
move-changed = { $path }: cambiado
move-done = «{ $old }» es ahora «{ $new }». Sus direcciones antiguas llevan a la nueva.
move-merged = «{ $old }» es ahora parte de «{ $new }». Sus direcciones antiguas llevan a la nueva.
move-dry-run = Así «{ $old }» pasaría a ser «{ $new }». No se ha cambiado nada.
move-unknown = No hay ningún texto ni tema con el identificador «{ $id }».
move-both = Un texto y un tema tienen el mismo identificador «{ $id }». Escribe themes/{ $id } si te refieres al tema.
move-same = «{ $id }» ya es su identificador.
move-taken = Ya hay un texto con el identificador «{ $id }».
move-introductions = Los dos temas tienen una introducción en la misma lengua. Une antes { $old } y { $new } en un solo texto y borra el primer archivo.
move-would-break = «{ $old }» no puede pasar a ser «{ $new }»: aparecerían estos problemas. No se ha cambiado nada.

build-not-opened = No hay navegador con que abrirlo: abre tú { $path }.

## La vista previa

serve-ready = El sitio se ve en { $url } y sigue lo que guardas. Ctrl-C lo termina.
# $wanted y $port: números de puerto, como texto.
serve-port-taken = Otro programa ocupa el puerto { $wanted }; se usa este: { $port }.
serve-port-refused = El equipo no permite el puerto { $port }. Elige uno mayor que 1023 con «--port».
serve-host-refused = No se puede llegar a este equipo como «{ $host }»: { $reason }
serve-not-opened = No hay navegador con que abrirlo: abre tú { $url }.
serve-polling = El equipo no avisa de los cambios ({ $reason }). Se buscan una vez por segundo.
serve-refreshed = Leído de nuevo en { $milliseconds } ms; { $pages }.
serve-pages-told = { $count ->
    [0] no ha cambiado ninguna página abierta
    [one] ha cambiado { $count } página abierta
   *[other] han cambiado { $count } páginas abiertas
}
serve-mended = Todo vuelve a estar bien.
serve-ended = La vista previa ha terminado.

# Se muestran sobre las páginas. $problems: «2 errores y 1 aviso».
overlay-errors = { $problems }. El sitio se ve como estaba antes.
overlay-first = { $problems }. Cuando no quede ninguno, el sitio aparecerá aquí.
overlay-more = { $count ->
    [one] Y { $count } más, que está en el terminal.
   *[other] Y { $count } más, que están en el terminal.
}
overlay-hide = Ocultar
overlay-gone = Esta página ya no forma parte del sitio. La ves como estaba.
overlay-lost = La vista previa no responde. En cuanto se inicie de nuevo, esta página continuará.
overlay-source = Abrir el texto. Con Alt y un clic en un párrafo, se abre por ahí.
overlay-copy = Copiar
overlay-copied = Copiado
overlay-nothing-yet = Todavía no hay nada que mostrar
overlay-not-found = Esta página no existe
overlay-not-made = Esta página no se puede crear

## Idiomas al paso

cli-build-status = Añadir una página sobre el estado de todos los textos, para editores
cli-serve-status = Añadir una página sobre el estado de todos los textos, para editores
cli-translate = Empezar la traducción de un texto: su estructura y aquello de lo que se hace
cli-translate-id = El id del texto, o su última parte
cli-translate-to = El idioma al que se traduce
cli-translate-from = El idioma desde el que se traduce (si no, el del texto principal)
cli-by = Quién lo hace
cli-translate-tool = El programa que traduce, si lo hace uno
cli-accept = Decir que una traducción coincide con su original tal como está ahora
cli-accept-id = El id del texto, o su última parte
cli-accept-lang = El idioma de la traducción
cli-accept-wording = El último cambio del original no altera el sentido: sus traducciones no se quedan atrás por él
cli-accept-lines = Con --wording: solo los bloques cambiados en estas líneas del original: 6 o 6,12
cli-accept-all = Todas las traducciones a ese idioma que hasta ahora no tenían seguimiento
cli-accept-reviewed_by = Quién ha leído la traducción
cli-dry_run = Decir solo qué se haría
cli-status = Mostrar cómo está cada texto en cada idioma
cli-status-ids = Solo estos textos, con las palabras de cada cambio
cli-status-lang = Solo estos idiomas
cli-status-kind = Solo textos de este tipo: story, maxim, exercise, path o page
cli-status-state = Solo textos en uno de estos estados: missing, behind, behind-upstream, untracked, machine, unreviewed, overdue, draft
cli-status-all = También los textos en los que no hay nada que hacer
cli-status-format = Cómo decirlo: text, json o csv, una línea por persona y texto (si no, text)
usage-unknown-text = No existe el texto «{ $id }».
usage-ambiguous-text = Varios textos responden a «{ $id }»: { $ids }
standing-original = original
standing-in-step = al día
standing-behind = atrasada ({ $changes })
standing-behind-upstream = origen atrasado
standing-untracked = sin seguimiento
standing-missing = falta
standing-draft = borrador
state-machine = máquina, sin leer
state-unreviewed = no la ha leído nadie más
state-overdue = vencida
status-rest = { $count ->
    [one] Un texto más, en el que no hay nada que hacer; «--all» lo muestra.
    [many] { $count } de textos más, en los que no hay nada que hacer; «--all» los muestra.
   *[other] { $count } textos más, en los que no hay nada que hacer; «--all» los muestra.
}
status-themes = { $count ->
    [one] Falta un nombre o una definición de un tema; «--format json» dice cuál.
    [many] Faltan { $count } de nombres y definiciones de temas; «--format json» dice cuáles.
   *[other] Faltan { $count } nombres y definiciones de temas; «--format json» dice cuáles.
}
status-original = originales
status-in-step = al día
status-behind = atrasadas
status-behind-upstream = con el origen atrasado
status-untracked = sin seguimiento
status-missing = faltan
status-draft = borradores
status-machine = de máquina, sin leer
status-unreviewed = no leídas por nadie más
status-overdue = vencidas
status-coverage = hecho, de lo que se pide
status-percent = { $number } %
status-from = traducida del: { $name }
status-change = { $kind ->
    [new] nuevo
    [gone] quitado
    [moved] movido
   *[changed] cambiado
}: { $unit }
status-reshaped = antes: { $was }; ahora: { $is }
shape-task = { $done ->
    [yes] elemento con la casilla marcada
   *[no] elemento con la casilla vacía
}
event-started = empezada
event-accepted = aceptada
event-wording = se corrigió la redacción del original
event-imported = importada
event-by = por { $name }
event-reviewed-by = leída por { $name }
event-tool = con { $name }
unit-title = título
unit-summary = resumen
unit-heading = encabezado
unit-paragraph = párrafo
unit-item = punto de lista
unit-task = punto con casilla
unit-question = pregunta
unit-row = fila de tabla
unit-term = término
unit-attribute = palabras en una marca de bloque
unit-code = código
unit-html = HTML
translate-done =
    { $path } es un borrador con el texto de { $from }: escribe encima en su idioma.
    Cuando coincida, borra «draft: true». Cuando el original cambie más adelante: apologue accept { $id } --lang { $language }
translate-no-source = «{ $id }» no tiene edición en «{ $language }».
accept-which = Di qué traducción: «--lang IDIOMA».
accept-nothing = No hay nada que aceptar.
accept-original = «{ $id }» en «{ $language }» no se hizo desde ningún otro texto del sitio.
accept-done = { $path } coincide con { $source }{ $changes ->
    [0] .
    [one] ; se acepta un cambio.
   *[other] ; se aceptan { $changes } cambios.
}
accept-wording-done = { $changes ->
    [one] Un bloque corregido
   *[other] { $changes } bloques corregidos
} de { $source } en { $path }.
accept-wording-several = Hay { $count } bloques cambiados, y puede que a una traducción le falte el sentido nuevo de alguno. Nombra por su línea los que dicen lo mismo, por ejemplo «--wording --lines { $line }»:
accept-wording-no-block = En la línea { $line } de { $path } no hay ningún bloque cambiado.
accept-not-wording = En { $path } hay algo más que otra redacción ({ $kind ->
    [new] nuevo
    [gone] quitado
    [reshaped] otra clase de bloque
   *[moved] movido
}: { $unit }): las traducciones tienen que seguirlo.

## Archivos para los traductores

export-nothing = No hay nada que traducir: estos textos se escribieron en ese idioma o no se pide su traducción.
export-done =
    { $files ->
        [one] { $files } archivo
       *[other] { $files } archivos
    } para los traductores en { $path }; nuevos o cambiados: { $written }. Traducidos: { $translated }; por revisar: { $fuzzy }; sin traducir: { $missing }.
export-pending = { $count ->
    [one] { $count } traducción de estos archivos aún no está en el sitio: «apologue import» la lleva allí.
   *[other] { $count } traducciones de estos archivos aún no están en el sitio: «apologue import» las lleva allí.
}
export-several-files = Un archivo no basta: los textos vienen de varios idiomas o van a varios ({ $files }). Indica una carpeta, o bien --from y un solo --to.
import-nothing = No hay nada que cambiar: el sitio ya lo dice todo.
import-unchanged = No se ha cambiado nada.
import-left = Entradas tomadas o que ya estaban en el sitio: { $taken }; omitidas por ser dudosas (fuzzy) o estar vacías: { $skipped }; rechazadas: { $refused }.
import-no-files = En la carpeta «{ $path }» no hay ningún archivo PO.
import-done = Archivos cambiados: { $files }; bloques con otra redacción: { $blocks }; traducciones puestas al día: { $texts }.
import-would = Archivos que cambiarían: { $files }; bloques con otra redacción: { $blocks }; traducciones puestas al día: { $texts }.

# Lo que se dice a los traductores de cada entrada
po-kind-title = Título
po-kind-summary = Resumen: una frase para las listas y los resultados de búsqueda
po-kind-heading = Encabezado de nivel { $level }
po-kind-paragraph = Párrafo
po-kind-item = Elemento de una lista
po-kind-task = Elemento con casilla
po-kind-question = Pregunta de un cuestionario
po-kind-row = Fila de una tabla; conserva las barras
po-kind-term = Término que se define
po-kind-attribute = { $name ->
    [by] De quién son las palabras
    [source] De dónde vienen las palabras
   *[title] Título de un bloque
}
po-answer = { $right ->
    [yes] Respuesta de un cuestionario: correcta
   *[no] Respuesta de un cuestionario: incorrecta
}
po-inside = { $name ->
    [quote] En una cita
    [rendering] Traducción de una cita
    [footnote] En una nota al pie
    [definitions] En una definición
    [quiz] En un cuestionario: réplica a una respuesta
    [solution] En una solución
    [discussion] En preguntas para debatir
    [keypoints] Entre los puntos clave
    [note] En una nota
   *[other] {""}
}
po-reshaped = Ha cambiado en el original; antes era: { $was }. Cámbialo en el archivo de la traducción: solo entonces estará al día
po-section = Bajo el encabezado «{ $section }»
po-facilitator = Solo lo ven los facilitadores
po-several = La traducción hace de estos un solo bloque
po-keep = No cambies: adónde llevan los enlaces, nombres de archivo, código, números de notas, un nombre como ^caja al final
po-placeholders = No cambies lo que está entre llaves
po-in-the-site = El sitio dice: { $text }
po-theme-label = Nombre de un tema
po-theme-definition = Qué significa el tema
po-theme-other-names = Otros nombres del tema, uno por línea; puede haber más o menos
po-theme-hidden = Lo que un lector puede escribir al buscar el tema, también con faltas; nunca se muestra. Uno por línea; puede haber más o menos

## Lo que encuentran los lectores

cli-search = Responde a una pregunta como el buscador del sitio y dice por qué
cli-search-words = La pregunta, tal como la escribiría un lector
cli-search-lang = El idioma del lector (por defecto, el del sitio)
cli-search-explain = Dice por qué palabras se ha encontrado cada resultado
cli-search-limit = Cuántos resultados de cada tipo se muestran (por defecto, 10)
cli-search-drafts = También se encuentran los borradores
cli-search-format = Cómo se dice: text o json (por defecto, text)
# $group: own, themes o elsewhere; $count: cuántos se han encontrado
found-group = { $group ->
    [themes] Temas ({ $count })
    [elsewhere] Solo en otros idiomas ({ $count })
   *[own] Resultados ({ $count })
}
found-nothing = No se ha encontrado nada.
# $score: lo cerca que está el resultado de la pregunta
found-score = ({ $score })
# Por qué se ha encontrado un resultado. $word: la palabra de la pregunta; $form: la palabra del texto; $impact: de 1 a 63, cuánto dice del
# texto; $idf: cuánto se aprende de la palabra
found-reason = { $way ->
    [same] «{ $word }» está ahí
    [folded] «{ $word }» es «{ $form }» sin acentos
    [stem] «{ $word }» y «{ $form }» tienen la misma raíz
    [kin] «{ $word }» y «{ $form }» tienen raíces que empiezan igual
    [beginning] algo empieza por «{ $word }»: { $form }
    [layout] «{ $word }» es «{ $form }» con otra distribución del teclado
   *[slip] «{ $word }» está a una errata de «{ $form }»
} (dice { $impact } de 63 sobre el texto; la palabra vale { $idf })
