### Qué falla en un sitio y qué hacer: para quienes escriben.
### El nombre de un mensaje es el código del problema. `$count` es un número; todas las demás variables son textos.

## Mensajes y temas

invalid-fluent = { $reason ->
    [expected] Aquí falta «{ $name }».
    [expected-name] Aquí debería ir un nombre: letras del alfabeto inglés, cifras y guiones.
    [expected-line-end] La línea tiene que acabar aquí.
    [no-value] Después del signo «=» no hay nada.
    [no-default] Una de las variantes tiene que llevar «*»: es la que se usa cuando ninguna otra encaja.
    [two-defaults] Hay dos variantes con «*»; solo puede haber una.
    [selector] Con esto no se puede elegir entre variantes.
    [unterminated] Las comillas no se cierran en esta línea.
    [escape] Lo que sigue a la barra invertida no significa nada.
    [brace] Esta llave no cierra nada.
    [arguments] Estos argumentos no encajan.
    [expression] Aquí debería ir una variable, como «$count».
    [nesting] Hay demasiadas llaves unas dentro de otras.
    [number] El número «{ $name }» es demasiado largo.
    [unknown-function] No existe la función «{ $name }», solo NUMBER.
    [unknown-option] NUMBER no tiene la opción «{ $name }» con este valor.
    [unknown-message] Aquí se remite al mensaje «{ $name }», que no existe en este idioma.
    [unknown-term] Aquí se remite al término «-{ $name }», que no existe en este idioma.
    [term-variable] Este término necesita «{ $name }», y aquí no se le da.
    [circular] Este mensaje vuelve a sí mismo a través de «{ $name }».
    [too-long] De este mensaje sale más texto del que nadie podría leer.
    [twice] El mensaje «{ $name }» está definido dos veces.
    [term-order] Este término remite a otro antes de usar «{ $name }».
    [taken] El nombre «{ $name }» ya está usado: un mensaje, un término y una función no pueden llamarse igual.
   *[other] Un mensaje no se escribe así.
}
    .help = { $reason ->
        [expected] Un mensaje se escribe «nombre = texto», y toda llave abierta se cierra. Una línea que continúa la anterior empieza por un espacio.
        [expected-name] Si la línea continúa la anterior, empiézala con un espacio. Un comentario empieza por «#».
        [unknown-message] Defínelo, o escribe aquí el propio texto.
        [unknown-term] Defínelo, o escribe aquí el propio texto.
        [twice] Deja uno de los dos.
        [term-order] Usa antes la variable: elige según ella y escribe el otro término en cada variante.
        [taken] Dale otro nombre.
       *[other] En https://projectfluent.org/fluent/guide/ se explica cómo se escriben los mensajes.
    }
missing-message = { $count ->
    [one] Al idioma «{ $language }» le falta el mensaje «{ $name }».
    [many] Al idioma «{ $language }» le faltan { $count } de mensajes, entre ellos { $name }.
   *[other] Al idioma «{ $language }» le faltan { $count } mensajes, entre ellos { $name }.
}
    .help = { $count ->
        [one] Escríbelo en { $file }; mientras tanto, los lectores lo ven en otro idioma.
        [many] Escríbelos en { $file }; mientras tanto, los lectores los ven en otro idioma.
       *[other] Escríbelos en { $file }; mientras tanto, los lectores los ven en otro idioma.
    }
unused-message = Nadie usa el mensaje «{ $name }».
    .help = Corrige su nombre o quítalo. Los mensajes propios los pide una plantilla: { "{{" } t(id="{ $name }") { "}}" }.
unknown-variable = El mensaje «{ $name }» usa «${ $variable }», que nunca recibe.
    .help = { $some ->
        [no] Quita la variable: este mensaje no tiene ninguna.
       *[other] Corrige su nombre o quítala. En los demás idiomas se usa { $known }.
    }
missing-variable = En el mensaje «{ $name }» falta «${ $variable }», que en el idioma «{ $reference }» sí aparece.
    .help = Pon { "{" } ${ $variable } { "}" } en el lugar de la frase que le corresponde.
unknown-message = El mensaje «{ $name }» no existe en ningún idioma.
    .help = Defínelo en i18n, en la carpeta del idioma principal del sitio.
message-failed = El mensaje «{ $name }» usa la variable «{ $variable }», que no recibe.
    .help = Corrige el nombre de la variable o quítala del mensaje.
unknown-theme-folder = No existe el tema de diseño «{ $name }».
    .help = Un tema de diseño es una carpeta dentro de themes/. Nombra en site.yaml uno que exista, o quita la clave «theme» para usar el que trae el programa.
unknown-template = No existe la plantilla «{ $name }».
    .help = Una plantilla se nombra por su ruta dentro de templates/; también puedes usar las del diseño que trae el programa.
template-failed = { $reason ->
    [circular] Esta plantilla vuelve a sí misma a través de «{ $name }».
    [no-language] La plantilla no dice en qué idioma está esto: «{ $name }» no es un idioma.
    [no-component] No hay ningún componente «{ $name }».
    [no-root] No se sabe cómo llegar de esta página a «{ $name }»: «root» no tiene valor.
    [no-date] «{ $name }» no es una fecha.
    [no-number] «{ $name }» no es un número.
    [no-list] «{ $name }» no es una lista.
    [no-json] Esto no se puede escribir como JSON: { $name }.
   *[other] La plantilla falla: { $reason }
}
    .help = { $reason ->
        [circular] Para partir de la plantilla del mismo nombre que trae el programa, escribe «default/» delante del nombre.
        [no-language] Un componente declara «@lang» para saber el idioma de la página; una llamada puede indicar otro: lang="es".
        [no-root] Un componente declara «@root» para saber dónde está la página.
        [no-date] Una fecha se escribe así: 2026-11-22.
       *[other] En https://keats.github.io/tera/ se explica cómo se escriben las plantillas.
    }
## El resultado y el ordenador

output-not-ours = La carpeta «{ $path }» no está vacía y no la ha creado Apologue, así que no se ha escrito nada en ella.
    .help = Elige otra carpeta con «-o», o vacía tú esta.
output-too-high = El sitio no se puede escribir en «{ $path }»: es tu carpeta personal o la raíz de un disco.
    .help = Indica con «-o» una carpeta solo para el sitio, como «public».
output-holds-site = El sitio no se puede escribir en «{ $path }»: ahí están sus propias fuentes.
    .help = Indica con «-o» una carpeta solo para el resultado, como «public».
output-in-sources = El sitio no se puede escribir en «{ $path }»: esa carpeta forma parte de sus fuentes.
    .help = Indica con «-o» una carpeta fuera de «content», «i18n» y «themes», como «public».
output-no-folder = El sitio no se puede escribir en «{ $path }»: no es una carpeta.
    .help = Puede que sea un archivo, o un enlace que no lleva a ninguna parte. Indica otra carpeta con «-o», o bórralo.
output-busy = Otro «apologue build» está escribiendo ahora mismo en «{ $path }».
    .help = Espera a que termine y vuelve a intentarlo, o indica otra carpeta con «-o».
output-stranger = «{ $path }» no lo ha creado Apologue, pero el sitio tiene una página o un archivo con esa misma dirección. No se ha publicado nada.
    .help = Sácalo de la carpeta del resultado o cámbiale el nombre; o dale otra dirección a la página.
zip-not-ours = «{ $path }» no es un archivo zip creado por Apologue, y se ha dejado como estaba.
    .help = Indica otro archivo con «--zip», o elimina antes este.
unsafe-address = En la dirección «{ $address }» no se puede escribir ningún archivo.
    .help = Una dirección son nombres separados por «/»; ninguno empieza por un punto, pasa de 255 bytes ni lleva caracteres de control o barras invertidas.
output-unfinished = «{ $address }» se quedó a medias, así que no se ha publicado nada.
    .help = El motivo está más arriba.
file-exists = «{ $path }» ya existe y se ha dejado como estaba.
    .help = Elige otro nombre, o borra antes el archivo.
unwritable-file = «{ $path }» no se puede escribir: { $reason }
    .help = Mira si el disco está lleno y si tienes permiso para escribir ahí. Lo ya publicado se queda como está hasta que el sitio se construya sin errores.

## Comandos que cambian los textos

file-changed = «{ $path }» ha cambiado mientras tanto; no se ha escrito nada.
    .help = Repite el comando.
edit-by-hand = { $reason ->
    [unreadable] Antes hay que corregir esto; no se ha cambiado nada.
    [missing] Lo que había que cambiar aquí no está; no se ha cambiado nada.
    [shape] Aquí hay algo de otro tipo que el esperado; no se ha cambiado nada.
    [taken] Ya existe algo con el nombre nuevo; no se ha cambiado nada.
    [link] Este enlace no se puede cambiar sin tocar otra cosa; no se ha cambiado nada.
   *[unusual] Esto no se puede cambiar sin tocar otra cosa; no se ha cambiado nada.
}
    .help = Edita este lugar a mano y repite el comando.

## Sitios y carpetas

no-site = En { $path } no hay ningún sitio.
    .help = La carpeta de un sitio contiene un archivo site.yaml. Indícala con -s, o crea un sitio nuevo con «apologue init».
folder-not-empty = La carpeta { $path } no está vacía.
    .help = Elige otro nombre o una carpeta vacía.
## YAML: site.yaml, themes.yaml, people.yaml, sources.yaml y el encabezado de los textos

invalid-yaml = { $reason ->
    [tab] Esta línea empieza con un tabulador; YAML solo admite espacios.
    [colon] Falta un espacio después de «{ $detail }:».
    [colon-in-value] Este texto contiene dos puntos, y con ellos empieza otro valor.
    [special] Un texto no puede empezar por «{ $detail }».
    [quote] Las comillas que abren este texto no se cierran.
    [after-quote] Hay algo después de las comillas de cierre.
    [bracket] En este valor hay corchetes o llaves sin pareja.
    [no-colon] Esta línea no tiene «clave:» ni continúa nada.
    [indent] Esta línea no está sangrada como las demás de su grupo.
    [no-keys] Aquí deberían ir líneas como «clave: valor».
    [key] Esto no puede ser una clave.
    [alias] Esto repite un trozo del texto que no existe, que contiene este mismo lugar o que es demasiado largo.
    [documents] Aquí empieza un segundo documento.
    [deep] Aquí hay demasiados niveles, unos dentro de otros.
    [control] Aquí hay un carácter de control invisible.
   *[other] Esto no es YAML válido: { $detail }.
}
    .help = { $reason ->
        [tab] Cambia el tabulador por espacios, tantos como tengan las líneas vecinas.
        [colon] Escribe un espacio después de los dos puntos.
        [colon-in-value] Pon todo el texto entre comillas: "…".
        [special] Pon todo el texto entre comillas: "…".
        [quote] Escribe las mismas comillas al final del texto. Si son parte del texto, ponlo todo entre comillas de la otra clase: '…' o "…".
        [after-quote] Pon todo el texto entre comillas de la otra clase: '…' alrededor de "…", o "…" alrededor de '…'.
        [bracket] Cierra cada «[» con «]» y cada «{"{"}» con «{"}"}». Si el corchete o la llave es parte del texto, pon todo el texto entre comillas.
        [no-colon] Si es parte del texto de arriba, sángrala dos espacios; si es una clave, escribe detrás dos puntos y un espacio.
        [indent] Las líneas de un mismo grupo empiezan en la misma columna.
        [no-keys] Por ejemplo, «title: Los pendientes».
        [key] Una clave es una sola palabra, seguida de dos puntos y un espacio.
        [alias] Escribe aquí el propio valor.
        [documents] Quita la línea de guiones, o pasa lo que la sigue a un archivo aparte.
        [deep] Nada en un sitio necesita tantos niveles.
        [control] Pon el cursor delante del carácter siguiente y bórralo con la tecla de retroceso.
       *[other] Revisa las comillas, los corchetes, los dos puntos y la sangría aquí y en la línea de arriba.
    }
duplicate-key = La clave «{ $key }» ya estaba; aquí aparece por segunda vez.
    .help = Deja una de las dos.
unknown-key = No existe la clave «{ $key }».
    .help = Revisa cómo está escrita; las claves van en minúsculas. En el encabezado de un texto puede haber claves de otros programas si site.yaml las nombra en «ignore_keys».
missing-key = Falta «{ $key }».
    .help = Añade la clave con su valor.
wrong-type = { $expected ->
    [text] «{ $key }» tiene que ser un texto.
    [texts] «{ $key }» tiene que ser un texto o una lista de textos.
    [yes-no] «{ $key }» tiene que ser sí o no.
    [number] «{ $key }» tiene que ser un número entero.
    [date] «{ $key }» tiene que ser una fecha.
    [mapping] «{ $key }» necesita claves con sus propios valores.
    [language] «{ $key }» tiene que ser un idioma.
    [languages] «{ $key }» tiene que ser una lista de idiomas.
    [localized] «{ $key }» tiene que ser un texto, o un texto para cada idioma.
    [steps] «{ $key }» tiene que ser una lista.
   *[other] «{ $key }» no admite un valor así.
}
    .help = { $expected ->
        [text] { $found ->
            [mapping] Si el texto contiene dos puntos o empieza por una llave, ponlo entre comillas: "…".
            [list] Escribe un solo texto, sin corchetes ni guiones. Si el texto empieza por un corchete, ponlo entre comillas: "…".
           *[other] Escribe el texto después de los dos puntos.
        }
        [texts] Por ejemplo, «{ $key }: [uno, dos]».
        [yes-no] Escribe «true» (sí) o «false» (no).
        [number] Escribe solo las cifras, sin unidad.
        [date] Escribe año, mes y día: 2026-09-01.
        [mapping] Escribe sus claves debajo, sangradas, o así: «{"{"}clave: valor{"}"}».
        [language] Escribe su etiqueta, como «es» o «pt-BR».
        [languages] Escribe sus etiquetas: «[es, en]».
        [localized] Por ejemplo, «{"{"}es: …, en: …{"}"}».
        [steps] Escribe cada paso en una línea propia que empiece por «- ».
       *[other] Busca la clave en el manual.
    }
invalid-value = { $rule ->
    [one-of] «{ $key }» no puede ser «{ $value }».
    [range] «{ $key }» no puede ser { $value }.
    [control] «{ $key }» contiene un carácter de control invisible.
    [web-address] «{ $value }» no es una dirección web.
    [web-or-mail-address] «{ $value }» no es ni una dirección web ni una de correo.
    [no-query] La dirección del sitio no puede contener «?» ni «#».
    [final-slash] La dirección del sitio tiene que acabar en «/».
    [folder-name] «{ $value }» no es el nombre de una carpeta de themes.
    [twice] «{ $value }» está dos veces, o se sustituye a sí mismo.
    [preparing-default] El idioma principal no puede estar en preparación.
    [gate-kind] No existe el tipo «{ $value }».
    [gate] «{ $value }» no es una condición de un solo idioma.
    [inherits-itself] Un idioma no puede heredar de sí mismo.
    [inherits-other] «{ $allowed }» no puede heredar de «{ $value }»: es otro idioma u otra escritura.
    [inherits-circle] «{ $allowed }» hereda de sí mismo, pasando por «{ $value }».
    [path-below-content] «{ $value }» no es un archivo dentro de content.
    [placeholder] Lo que hay entre estas llaves no se puede rellenar con nada.
    [needs-placeholder] Esta dirección sería la misma para todas las páginas.
    [identifier] «{ $value }» no puede ser el id de un sitio.
    [reason] Un aviso solo se puede descartar con un motivo.
    [isbn] «{ $value }» no es un ISBN: falta una cifra o alguna está mal.
   *[other] «{ $key }» no puede ser «{ $value }».
}
    .help = { $rule ->
        [one-of] Escribe uno de estos valores: { $allowed }.
        [range] Escribe un número de este intervalo: { $allowed }.
        [control] Quita la barra invertida y lo que la sigue, o escribe el carácter mismo.
        [web-address] Una dirección web empieza por «https://» o «http://» y no lleva espacios.
        [web-or-mail-address] Empiézala por «https://», «http://» o «mailto:».
        [no-query] Escribe la dirección de la carpeta en la que se publica el sitio.
        [final-slash] Escribe «{ $value }/».
        [folder-name] Escribe solo el nombre de la carpeta, sin barras.
        [twice] Nombra cada idioma una sola vez.
        [preparing-default] Quítalo de «preparing», o elige otro idioma principal.
        [gate-kind] Los tipos son: { $allowed }.
        [gate] Escribe un estado y, si quieres, un tipo: «missing», «unreviewed:exercise».
        [inherits-itself] Indica el idioma cuyos textos son también los de esta variante: «es-MX: { "{" }inherits: es{ "}" }».
        [inherits-other] Solo heredan las variantes regionales, como «es-MX» de «es». Si otro idioma puede hacer de suplente, indícalo en «fallback».
        [inherits-circle] Quita uno de los «inherits» que forman el círculo.
        [path-below-content] Escribe la ruta desde la carpeta content, con «/» y sin «..».
        [placeholder] Lo que se puede poner: { $allowed }.
        [needs-placeholder] Escribe { $allowed } donde va la ruta del archivo de la página.
        [identifier] Usa letras del alfabeto inglés, cifras, «-» y «_»; como mucho, 64.
        [isbn] Compáralo con el del libro; tiene 10 o 13 cifras.
       *[other] Busca la clave en el manual.
    }
invalid-date = «{ $value }» no es una fecha.
    .help = Escribe año, mes y día: 2026-09-01.
unknown-language = { $scope ->
    [site] El sitio no tiene el idioma «{ $language }».
   *[any] No existe el idioma «{ $language }».
}
    .help = { $scope ->
        [site] Sus idiomas son { $languages }; para añadir otros, ponlos en site.yaml.
       *[any] Escribe una etiqueta como «es», «ru» o «pt-BR».
    }

## El encabezado de los textos

front-matter-unclosed = El encabezado que empieza aquí no se cierra.
    .help = Escribe una línea de tres guiones después de su última clave.
front-matter-too-large = El encabezado ocupa { $kilobytes } KB; puede ocupar { $most } como mucho.
    .help = ¿Falta la línea de tres guiones que lo cierra? El texto va debajo de ella.
invalid-slug = { $rule ->
    [empty] El slug está vacío.
    [slash] El slug «{ $slug }» tiene más de una parte.
    [character] El slug «{ $slug }» contiene «{ $character }», que no sirve para una dirección.
    [leading-dot] El slug «{ $slug }» empieza por un punto.
    [edge] El slug «{ $slug }» empieza o acaba con un espacio, o acaba en un punto.
    [reserved] «{ $slug }» es el nombre de un dispositivo en Windows y no puede ser un slug.
    [long] El slug es demasiado largo.
    [index] «index» es la dirección de la lista y no puede ser un slug.
   *[other] «{ $slug }» no puede ser un slug.
}
    .help = El slug es la última parte de la dirección: palabras de tu idioma unidas por guiones.

## Nombres de archivos e ids

untagged-file = El nombre del archivo no dice en qué idioma está.
    .help = Escribe el idioma antes de la terminación, como en «nombre.{ $example }.md». Los idiomas del sitio son { $languages }. Si estos archivos están en el idioma principal, escribe «untagged: default» en site.yaml.
tags-disagree = La carpeta dice «{ $folder }» y el nombre del archivo, «{ $tag }».
    .help = Pasa el archivo a la carpeta de su idioma o corrige su nombre.
foreign-tag = { $read ->
    [yes] El nombre dice «{ $language }», un idioma que el sitio no tiene; se toma como parte del nombre.
   *[no] El nombre dice «{ $language }», un idioma que el sitio no tiene; el archivo queda fuera.
}
    .help = Los idiomas del sitio son { $languages }. Corrige el nombre, o añade el idioma en site.yaml.
unknown-folder = «{ $folder }» es una carpeta cualquiera: lo que hay en ella son páginas.
    .help = Si querías decir «{ $section }», cámbiale el nombre. De todos modos, en las direcciones el lector la verá con el nombre que tiene en su idioma.
invalid-name = { $rule ->
    [empty] Un nombre vacío no puede formar parte de una dirección.
    [slash] El id «{ $name }» contiene una barra.
    [character] El nombre «{ $name }» contiene «{ $character }», que no sirve para una dirección.
    [leading-dot] El nombre «{ $name }» empieza por un punto.
    [edge] El nombre «{ $name }» empieza o acaba con un espacio, o acaba en un punto.
    [reserved] «{ $name }» es el nombre de un dispositivo en Windows: allí no se puede descomprimir un archivo que se llame así.
    [long] El nombre «{ $name }» es demasiado largo.
    [index] «index» es la dirección de la lista y no puede ser un id.
   *[other] Con «{ $name }» no se puede formar una dirección.
}
    .help = Dale un nombre con letras, cifras y guiones.

## El cuerpo de un texto

conflict-marks = Aquí hay dos versiones de estas líneas, entre marcas de Git.
    .help = Quédate con lo que vale y borra las líneas que empiezan por <<<<<<<, ======= y >>>>>>>.
unknown-directive = { $problem ->
    [nameless] Al bloque le falta un nombre después de los signos «:».
   *[unknown] No existe el bloque «{ $name }».
}
    .help = Los bloques son quote, rendering, checklist, quiz, solution, discussion, facilitator, keypoints, note y video.
unclosed-directive = El bloque «{ $name }» empieza aquí y no se cierra nunca.
    .help = Ciérralo con { $fence } en una línea aparte.
stray-fence = Estos signos «:» no cierran nada.
    .help = Un bloque se cierra con tantos signos «:» como lo abren. Borra la línea, o pon el mismo número en las dos.
misplaced-fence = Un bloque solo puede empezar o acabar al principio de una línea, fuera de listas y citas.
    .help = Quita lo que hay delante de los signos «:», o pon el bloque debajo de la lista.
nested-fence = Este bloque está dentro de «{ $outer }», que no tiene más signos «:» que él.
    .help = Abre y cierra el bloque exterior con un signo «:» más: :::: fuera, ::: dentro.
misplaced-directive = «{ $name }» está fuera de un bloque «{ $outer }», y ahí no significa nada.
    .help = Ponlo dentro, y abre y cierra el bloque exterior con un signo «:» más.
missing-attribute = Al bloque «{ $name }» le falta «{ $attribute }».
    .help = Escríbelo entre llaves después del nombre: :::{ $name }{"{"}{ $attribute }=…{"}"}
invalid-attribute = { $problem ->
    [unknown] «{ $name }» no admite «{ $attribute }».
    [value] «{ $attribute }» no puede ser «{ $value }».
   *[syntax] Aquí no se entiende «{ $attribute }».
}
    .help = { $problem ->
        [unknown] Todos los bloques admiten id, lang y title; quote, además, by y source; video, además, src, captions y poster.
        [value] Un idioma se escribe como en o pt-BR. Un id no lleva espacios ni empieza por «_» o «fn-».
       *[syntax] Lo que acompaña a un bloque va entre llaves después de su nombre, y con comillas si son varias palabras: {"{"}lang=en by="Jan Carlzon"{"}"}
    }
invalid-quiz = { $problem ->
    [no-question] Este test no tiene pregunta.
    [no-answers] Este test no tiene respuestas.
    [one-answer] Este test tiene una sola respuesta.
    [no-box] Esta respuesta no tiene casilla.
   *[no-right-answer] Ninguna respuesta de este test es correcta.
}
    .help = Un test es una pregunta y después una lista, con «- [ ]» delante de cada respuesta incorrecta y «- [x]» delante de cada correcta.
duplicate-quiz = El id «{ $id }» ya está usado, y no se podrían distinguir los dos tests.
    .help = Dale a este test un id propio, el mismo en todos los idiomas.
duplicate-footnote = La nota «{ $label }» está definida dos veces.
    .help = Deja una de las dos o cámbiale el nombre a una.
undefined-footnote = No existe la nota «{ $label }».
    .help = Escríbela en una línea aparte: [^{ $label }]: y detrás la nota. Si no es una nota, pon una barra invertida delante del corchete.
unused-footnote = Nada remite a la nota «{ $label }», así que no se muestra.
    .help = Pon [^{ $label }] en el texto, o borra la nota.
duplicate-anchor = El id «{ $id }» ya está usado en esta página.
    .help = Elige otro.
html-not-allowed = El HTML «{ $tag }» no se admite aquí y se muestra como texto.
    .help = Usa Markdown en su lugar, o bórralo. Se admiten unos pocos elementos inofensivos, como <kbd>, <sub> y <details>, si cada uno se cierra donde se abrió.
pasted-html = «{ $what }» es un resto del programa del que se copió esto.
    .help = Bórralo, o vuelve a pegar el texto sin formato.
forbidden-scheme = { $problem ->
    [none] Este enlace no dice de qué clase es la dirección.
    [file] Solo se muestran archivos del propio sitio, nunca de otro.
   *[other] No se admiten enlaces que empiecen por «{ $scheme }:».
}
    .help = { $problem ->
        [none] Pon «https:» delante.
        [file] Guarda el archivo junto al texto y escribe su nombre.
       *[other] Un enlace puede empezar por https:, http:, mailto: o tel:. A una página de este sitio se enlaza así: [[su-id]].
    }
empty-link = Este enlace no lleva a ninguna parte.
    .help = Escribe una dirección entre los paréntesis, o quita los corchetes.
link-from-root = Este enlace parte de la raíz, que cambia de lugar cuando el sitio se muda o se abre desde una carpeta: { $address }
    .help = Enlaza una página con [[su-id]], y un archivo con la ruta desde este texto, como ../static/form.pdf.
remote-image = Esta imagen está en otro sitio; por eso se muestra como enlace: { $address }
    .help = Guárdala junto al texto y escribe el nombre del archivo, si tienes derecho a publicarla.
repeated-paragraph = Este párrafo está dos veces.
    .help = Borra uno de los dos.
nested-too-deep = Aquí hay demasiadas citas, listas o cursivas unas dentro de otras.
    .help = Quita algunos de los signos del principio de la línea.
markdown-failed = Este texto no se puede leer como Markdown. El fallo es del programa.
    .help = Comunícalo, por favor, y adjunta el texto. Para encontrar el lugar, ve quitando partes hasta que desaparezca el mensaje.
missing-alt = La imagen «{ $file }» no tiene texto para quien no puede verla.
    .help = Di entre los corchetes qué se ve en ella: ![Una mujer detrás de un mostrador](foto.jpg)

## Archivos

unreadable-file = Este archivo no se puede leer: { $reason }.
    .help = Comprueba que sigue existiendo y que tienes permiso para leerlo.
not-utf8 = Este archivo no está escrito en UTF-8.
    .help = Ábrelo en tu editor y guárdalo con la codificación UTF-8.
control-character = Este archivo contiene un carácter que ningún texto puede tener: { $character }.
    .help = Bórralo; no se ve, pero tu editor puede buscarlo. En la duda, vuelve a escribir la palabra anterior.
file-too-large = Este archivo ocupa { $size } MiB; un texto puede ocupar { $limit } MiB como mucho.
    .help = Divide el texto; si no es un texto, pon el archivo en content/static.
link-leaves-site = Este enlace simbólico lleva a un archivo fuera de la carpeta del sitio.
    .help = Copia el archivo dentro del sitio y quita el enlace.
conflict-copy = «{ $name }» parece una copia que dejó otro programa; no se lee.
    .help = Compárala con el original y bórrala. Si es un texto aparte, dale otro nombre.
active-file = «{ $name }» es una página o un script y podría ejecutarse en el navegador del lector.
    .help = Si te fías de él, ponlo en content/static y enlázalo con su dirección completa.
unsafe-svg = Esta imagen contiene «{ $name }», que podría ejecutar o cargar algo en el navegador del lector.
    .help = Guárdala otra vez como SVG simple, sin scripts ni enlaces.
invalid-picture = Este archivo se llama como una imagen, pero no lo es, o está cortado.
    .help = Ábrelo en un programa de imágenes y guárdalo otra vez como JPEG o PNG.
picture-too-large = Esta imagen tiene { $width } × { $height } píxeles. A partir de { $limit } millones no se hacen copias más pequeñas, y cada lector la carga entera.
    .help = Redúcela: 2400 píxeles de ancho bastan para cualquier página.

## Obras y ediciones

duplicate-edition = Este archivo y { $first } son el mismo texto en el mismo idioma, «{ $language }».
    .help = Deja uno de los dos, o cambia el idioma en el nombre del otro.
missing-title = Este texto no tiene título.
    .help = Escribe «title: …» entre dos líneas de «---» al principio del archivo.
contradicting-fact = Para «{ $key }», esta traducción dice otra cosa que el texto principal.
    .help = Los datos de una obra están solo en { $lead }: borra aquí la clave, o corrígela allí.
several-leads = Dos textos de esta obra dicen ser el principal.
    .help = Deja «lead: true» en uno solo; también está en { $first }.

## Enlaces

broken-link = No existe el texto «{ $name }».
    .help = Escribe el id de un texto: su ruta dentro de content/, sin el idioma ni «.md». La última parte basta si solo la tiene un texto.
ambiguous-link = «{ $name }» puede ser varios textos: { $candidates }.
    .help = Escribe más del id, por ejemplo también la carpeta.
broken-anchor = La página enlazada no tiene ningún apartado «{ $name }».
    .help = Escribe el título del apartado tal como está allí, en el idioma de este texto.
missing-asset = No existe el archivo «{ $name }».
    .help = { $of ->
        [theme] Los archivos de un tema de diseño se nombran por su ruta dentro de su carpeta static/.
       *[text] Las rutas parten de la carpeta de este texto; las mayúsculas y las minúsculas tienen que coincidir.
    }
unknown-work = No existe el texto «{ $name }».
    .help = Escribe el id de un texto: su ruta dentro de content/, sin el idioma ni «.md».
self-reference = «{ $name }» remite a sí mismo.
    .help = Borra esta entrada.
former-id = «{ $name }» se llama ahora «{ $current }».
    .help = Escribe el nombre nuevo; el antiguo se sigue entendiendo.
path-without-steps = Este itinerario no tiene pasos.
    .help = Pon los ids de sus textos en «steps:».
repeated-step = «{ $name }» ya es un paso de este itinerario.
    .help = Borra una de las dos entradas.

## Temas, personas y fuentes

unknown-theme = No existe el tema «{ $name }».
    .help = Escribe el id o una etiqueta de un tema, o añade el tema a content/themes.yaml.
ambiguous-theme = Hay varios temas que se llaman «{ $name }»: { $candidates }.
    .help = Escribe el id del que quieres.
theme-cycle = Estos temas forman un círculo, cada uno dentro del siguiente: { $circle }.
    .help = Borra «broader» (o «narrower») en uno de ellos.
duplicate-label = { $language ->
    [none] El tema «{ $other }» tiene la misma etiqueta: «{ $label }».
   *[other] El tema «{ $other }» tiene la misma etiqueta, «{ $label }», en el idioma «{ $language }».
}
    .help = Dale otra etiqueta a uno de los dos, o haz de ellos un solo tema.
shared-name = «{ $name }» ya es la etiqueta del tema «{ $other }».
    .help = Quítalo de aquí, o haz de los dos un solo tema con «apologue move». Un texto que nombra su tema con esta palabra no se puede entender.
repeated-name = «{ $name }» ya figura en «{ $first }» de este tema.
    .help = Borra uno de los dos.
related-and-broader = «{ $name }» está relacionado con «{ $other }» y a la vez es más específico que él.
    .help = Borra una de las dos relaciones: un tema contenido en otro ya está cerca de él.
former-id-in-use = «{ $name }» está en uso como id y no puede ser también un id antiguo.
    .help = Bórralo de «former_ids».
introduction-without-theme = Este texto presenta el tema «{ $name }», que no existe.
    .help = Añade el tema a content/themes.yaml, o pon al archivo el id de uno que exista.
unknown-entry = «{ $name }» parece un id, pero en { $file } no hay tal entrada; se muestra como está escrito.
    .help = Añádelo a { $file }, o escribe el nombre como lo debe ver el lector.
shared-term = «{ $name }» de este término y «{ $other-name }» del término «{ $other }» tienen las mismas formas en { $language }: ninguna de sus menciones se vuelve enlace.
    .help = Da otro nombre a uno de los dos, o quítale «term» a uno.
linked-term = «{ $words }» lleva al tema «{ $label }» ({ $name }).
    .help = Si aquí la palabra no quiere decir eso, escribe «terms: false» en la cabecera de este texto, o quítale ese nombre al tema.
plain-link = «{ $name }» no está publicado para quienes leen este texto: el enlace queda en simples palabras.
    .help = Será un enlace en cuanto tengan ese texto. Si nunca lo van a tener, quita el enlace.

## Traducciones

invalid-snapshot = { $problem ->
    [name] El nombre de este archivo no dice a qué traducción pertenece.
   *[head] Este archivo no tiene cabecera: no hay forma de saber qué texto guarda.
}
    .help = Borra el archivo y ejecuta «apologue accept» para su traducción; se escribirá de nuevo.
snapshot-edited = { $part ->
    [history] Alguien ha cambiado este archivo a mano: la cabecera no es la que escribió el programa.
   *[text] Alguien ha cambiado este archivo a mano: lo que sigue a la cabecera no es el texto para el que se escribió.
}
    .help = Recupéralo de una copia o del control de versiones, o bórralo y ejecuta «apologue accept» para la traducción.
snapshot-without-text = Este archivo pertenece a la traducción de «{ $id }» al idioma «{ $language }», que no existe.
    .help = Bórralo. Para cambiar el nombre de un texto usa «apologue move», que se lleva también este archivo.
snapshot-of-another = La traducción dice que se hizo desde «{ $from }», pero el texto que se guarda de ella está en «{ $kept }». Cuenta como sin seguimiento.
    .help = Corrige «from», o ejecuta «apologue accept» cuando la traducción coincida con su original.
lost-source = Este texto se tradujo desde «{ $from }», pero «{ $id }» ya no tiene edición en ese idioma.
    .help = Recupera el texto, escribe en «from» qué edición sigue ahora, o borra «translation» si ya es independiente.
translated-from-itself = Este texto dice que se tradujo desde su propio idioma.
    .help = Escribe en «from» el idioma desde el que se tradujo.
translation-circle = Estas ediciones dicen estar traducidas unas de otras: { $languages }.
    .help = Una de ellas es el original: borra su «translation».
translation-missing = No hay edición de «{ $id }» en «{ $language }».
    .help = Empiézala con «apologue translate { $id } --to { $language }», o deja fuera ese idioma en «translate» del texto principal.
theme-untranslated = { $word ->
    [label] El tema «{ $id }» no tiene nombre en «{ $language }».
   *[definition] El tema «{ $id }» no tiene definición en «{ $language }».
}
    .help = Añádelo en content/themes.yaml, o tradúcelo con «apologue export po».
translation-behind = Esta traducción se ha quedado atrás: { $count ->
        [one] ha cambiado un bloque de su original.
       *[other] han cambiado { $count } bloques de su original.
    }
    .help = «apologue status { $id }» los muestra. Cuando vuelva a coincidir, ejecuta «apologue accept { $id } --lang { $language }».
translation-behind-upstream = El texto del que se hizo esta traducción se ha quedado atrás él mismo.
    .help = Pon al día primero ese texto; «apologue status { $id }» muestra cuál es.
translation-untracked = No se sabe de qué versión de su original se hizo esta traducción.
    .help = Compara los dos textos; cuando coincidan, ejecuta «apologue accept { $id } --lang { $language }».
translation-by-machine = Esto lo tradujo una máquina y nadie lo ha leído.
    .help = Léelo y ejecuta «apologue accept { $id } --lang { $language } --reviewed-by NOMBRE».
translation-unreviewed = Esta traducción solo la ha leído quien la hizo.
    .help = Léela y ejecuta «apologue accept { $id } --lang { $language } --reviewed-by NOMBRE».
review-overdue = Este texto debía revisarse antes del { $date }.
    .help = Revísalo y escribe una fecha nueva en «review_by».
draft-left = Esto es un borrador.
    .help = Borra «draft: true» cuando esté listo.
quiz-differs = { $problem ->
    [missing] Aquí falta el cuestionario «{ $id }» del texto en «{ $from }».
    [added] El texto en «{ $from }» no tiene ningún cuestionario «{ $id }».
    [answers] El cuestionario «{ $id }» no tiene tantas respuestas como en «{ $from }»: allí { $theirs }, aquí { $ours } (números de las correctas / cuántas hay).
   *[right] En el cuestionario «{ $id }» las respuestas correctas no son las mismas que en «{ $from }»: allí { $theirs }, aquí { $ours } (números de las correctas / cuántas hay).
}
    .help = Un cuestionario es el mismo en todos los idiomas: el mismo id, y las respuestas correctas en el mismo lugar.
headings-differ = { $problem ->
    [missing] Aquí falta un título del texto en «{ $from }»: allí hay { $theirs }, aquí { $ours }.
    [added] El texto en «{ $from }» no tiene este título: allí hay { $theirs }, aquí { $ours }.
   *[level] Este título es de otro nivel que en «{ $from }».
}
    .help = Iguala los títulos, o escribe en «dismiss» por qué son distintos.
directives-differ = { $problem ->
    [missing] Aquí falta el bloque «{ $theirs }» del texto en «{ $from }».
    [added] El texto en «{ $from }» no tiene aquí ningún bloque «{ $ours }».
    [order] Los bloques están en otro orden que en «{ $from }»: allí «{ $theirs }», aquí «{ $ours }».
    [depth] El bloque «{ $ours }» no está dentro de los mismos bloques que en «{ $from }».
   *[other] Aquí hay un bloque «{ $ours }»; en «{ $from }», un bloque «{ $theirs }».
}
    .help = Iguala los bloques, o escribe en «dismiss» por qué son distintos.
links-differ = { $problem ->
    [missing] El texto en «{ $from }» enlaza «{ $id }» y este no.
   *[added] Este texto enlaza «{ $id }» y el texto en «{ $from }» no.
}
    .help = Iguala los enlaces, o escribe en «dismiss» por qué son distintos.
images-differ = { $problem ->
    [missing] El texto en «{ $from }» muestra «{ $name }» y este no.
   *[added] Este texto muestra «{ $name }» y el texto en «{ $from }» no.
}
    .help = La imagen propia de un idioma lleva el nombre de la común, como counter.es.jpg. Si no es eso, escribe en «dismiss» por qué las imágenes son distintas.
numbers-differ = { $problem ->
    [missing] Aquí falta un número del texto en «{ $from }»: { $theirs }.
    [added] El texto en «{ $from }» no tiene este número: { $ours }.
   *[other] Los números no coinciden: { $theirs } en «{ $from }», { $ours } aquí.
}
    .help = Corrige el número, o escribe en «dismiss» por qué es distinto.
untranslated-text = Esto dice lo mismo que el texto en «{ $from }», palabra por palabra.
    .help = Tradúcelo. Una cita que deba quedarse en su idioma se marca con :::quote{"{"}lang={ $from }{"}"}; unas palabras dentro de una frase, con […]{"{"}lang={ $from }{"}"}.
foreign-text = Esto parece estar en «{ $language }», no en «{ $said }».
    .help = Marca una cita con :::quote{"{"}lang={ $language }{"}"} y unas palabras dentro de una frase con […]{"{"}lang={ $language }{"}"}; o tradúcelo.
near-copy = Este texto dice casi lo mismo que «{ $id }»: comparten unas { $percent } de cada cien secuencias de palabras.
    .help = Haz un solo texto de los dos, o escribe en «dismiss» por qué hay dos.
unused-dismissal = Aquí no hay ningún «{ $code }» que descartar.
    .help = Borra esta línea de «dismiss».

## Direcciones

address-taken = Dos páginas quieren la dirección «{ $address }».
    .help = Dale a una de ellas otro slug, o borra la redirección.
invalid-redirect = «{ $address }» no es una dirección de este sitio.
    .help = Escribe una dirección antigua a partir de la raíz del sitio, como es/pagina-antigua.html.
vanished-address = { $reason ->
    [moved] La página «{ $title }» pasa de «{ $address }» a «{ $new }», y nada lleva allí desde su dirección antigua.
   *[gone] La página «{ $title }» desaparecería de «{ $address }».
}
    .help = { $reason ->
        [moved] Añade la dirección antigua a «redirects» en este archivo: redirects: ["{ $address }"]
       *[gone] Si otro texto ocupa su lugar, añade la dirección a los «redirects» de ese texto. Si un tema o un texto tiene un id nuevo, añade el antiguo a «former_ids». Si el texto ya no debe leerse, conserva su archivo y márcalo con «withdrawn».
    }
invalid-pages = { $reason ->
    [json] Este archivo no está completo o no es JSON.
    [version] Esta lista de páginas es de la versión { $version }, pero este programa solo conoce la versión { $known }.
   *[foreign] Esto no es una lista de páginas como la que un sitio tiene en pages.json.
}
    .help = { $reason ->
        [version] Comprueba con la versión del programa que generó el sitio publicado, o publícalo una vez con esta.
       *[other] Vuelve a tomar el archivo pages.json del sitio publicado.
    }

## Archivos de los traductores

po-charset = El archivo usa el juego de caracteres { $charset }, no UTF-8.
    .help = Guárdalo como UTF-8 (en Poedit: Traducción → Propiedades → Juego de caracteres) y vuelve a exportarlo desde donde vino.
po-truncated = El archivo se interrumpe aquí, o falta una parte.
    .help = Vuelve a obtener el archivo completo. No se ha cambiado nada.
po-syntax = { $rule ->
    [header] Esto no es un archivo PO: no empieza con una cabecera.
    [escape] Tras una barra inversa, PO solo admite n, t, r, comillas, otra barra inversa y números de caracteres ASCII.
    [unterminated] A esta cadena le faltan las comillas de cierre.
    [string-missing] A una palabra clave le sigue una cadena entre comillas.
    [junk] Nada puede seguir a una cadena en su línea.
    [string] Esta cadena no pertenece a ninguna palabra clave.
    [msgstr] No hay un «msgid» para este «msgstr», o ya tiene uno.
   *[other] Ninguna línea de un archivo PO es así.
}
    .help = Vuelve a escribir el archivo con el programa del que viene. No se ha cambiado nada.
po-duplicate = «{ $name }» aparece aquí dos veces con el mismo texto.
    .help = Deja una de las dos entradas.
po-plural = Una entrada tiene formas de plural. Los textos de un sitio no las tienen.
    .help = El archivo es de otra cosa, por ejemplo de un programa. No se ha cambiado nada.
po-language = { $problem ->
    [missing] La cabecera no dice en qué idioma están las traducciones.
    [same] La cabecera da «{ $language }» como idioma del original y también de las traducciones.
   *[unknown] La cabecera nombra el idioma «{ $language }», que el sitio no tiene.
}
    .help = El sitio tiene: { $languages }. El idioma de las traducciones va en «Language:», el del original en «X-Source-Language:».
po-unknown-work = El sitio no tiene ningún texto «{ $id }».
    .help = ¿Es de otro sitio el archivo? ¿O el texto tiene otro id desde la exportación? En ese caso, exporta de nuevo sobre este archivo.
po-unknown-text = «{ $id }» no tiene ese texto para traducir a { $language }.
    .help = Exporta de nuevo sobre este archivo: lo que el original ya no tiene se conserva al final.
po-outdated = En «{ $id }», este texto ha cambiado desde la exportación. No se tomó su traducción.
    .help = Exporta de nuevo sobre este archivo: la entrada quedará marcada como dudosa (fuzzy), con la redacción antigua junto a la nueva.
po-refused = { $rule ->
    [links] La traducción no tiene los mismos enlaces que el original.
    [images] La traducción no tiene las mismas imágenes que el original.
    [code] Lo que va entre acentos graves debe ser como en el original.
    [placeholders] Lo que va entre llaves debe ser como en el original.
    [footnotes] La traducción no tiene las mismas notas al pie que el original.
    [html] La traducción no tiene las mismas etiquetas HTML que el original.
    [columns] La fila de la traducción no tiene tantas columnas como el original.
    [lines] Los saltos de línea de la traducción no son los del original.
    [blocks] La traducción no tiene tantos bloques, separados por líneas vacías, como debería.
    [heading] El encabezado tiene en la traducción otro nivel que en el original.
    [kind] El bloque es en la traducción de otra clase que en el original.
    [place] No se puede saber dónde va este bloque nuevo en la traducción.
    [block-id] El nombre al final del bloque, como ^caja, debe ser como en el original.
    [comment] En la traducción empieza o termina un comentario (%% o <!--) que el original no tiene.
    [control] La traducción contiene un carácter que ningún texto puede tener.
    [mark] La traducción empieza con una marca (##, [x], -) que ya pone el programa: los lectores la verían.
    [quotes] En la línea de un bloque unas comillas rectas (") terminan el valor.
    [anchor] Un enlace de la traducción lleva a un encabezado que no existe.
   *[structure] Como bloque de su texto, la traducción se convertiría en otra cosa: un encabezado, una lista, varios bloques o nada.
} No se tomó: { $unit } de «{ $id }» en { $language }.
    .help = { $rule ->
        [heading] Cambia el nivel en el archivo de la traducción.
        [kind] Cambia el bloque en el archivo de la traducción.
        [place] Traduce también los bloques de alrededor, o ponlo a mano en el archivo de la traducción.
        [quotes] Escribe comillas tipográficas: « », “ ”.
        [anchor] Deja lo que sigue a # como está en el original, o nombra un encabezado de la traducción.
        [mark] Quita la marca; si es texto, pon una barra inversa delante: \#, \[, \-.
        [structure] Pon una barra inversa ante un carácter que no sea una marca: \#, \-, 1\.
       *[other] Corrige la entrada y vuelve a importar el archivo. Todas las demás se tomaron.
    }
