### Что программа говорит тому, кто с ней работает. Коды, ключи, имена команд и параметров одинаковы на всех языках.

## Командная строка

cli-about = Делает из историй, максим и упражнений на нескольких языках быстрый статический сайт.
cli-heading-usage = Использование:
cli-heading-commands = Команды
cli-heading-arguments = Аргументы
cli-heading-options = Параметры
cli-help = Показать эту справку
cli-version = Показать версию
cli-ui = Говорить на этом языке: en, es, it или ru (по умолчанию — язык компьютера)
cli-source = Папка сайта (по умолчанию — эта или ближайшая выше, где есть site.yaml)
cli-drafts = Вместе с черновиками и языками, которые ещё готовятся
cli-strict = Считать предупреждения ошибками
cli-pseudo = Проверить тему на длинных словах с диакритикой; с =rtl — на страницах справа налево

cli-build = Собрать сайт
cli-build-output = Куда его положить (по умолчанию — public в папке сайта, с --facilitator — public-facilitator, с --pseudo — public-pseudo)
cli-build-keep_going = Опубликовать всё, кроме текстов с ошибками; команда всё равно считается неудавшейся
cli-build-facilitator = Вместе с заметками для ведущего
cli-build-audiences = Только то, что предназначено этим читателям или всем
cli-build-base_url = Адрес сайта вместо указанного в site.yaml
cli-build-jobs = Сколько ядер процессора занять (по умолчанию — все)
cli-build-verify = Не верить размерам и датам: просмотреть каждый опубликованный байт
cli-build-zip = Записать готовый сайт ещё и в zip-архив (по умолчанию — рядом с папкой сайта, под тем же именем)
cli-build-open = Открыть готовый сайт в браузере
cli-build-verbose = Сообщить, сколько времени заняла каждая часть работы
cli-build-format = Как сообщать об ошибках: text или json в стандартный вывод (по умолчанию — text)

cli-serve = Показывать сайт в браузере, пока вы его пишете
cli-serve-host = Слушать и этот адрес, для читателей с других компьютеров (по умолчанию — 127.0.0.1, только этот компьютер)
cli-serve-port = На каком порту слушать (по умолчанию — 3030); если он занят — на свободном рядом
cli-serve-open = Открыть сайт в браузере
cli-serve-facilitator = Вместе с заметками для ведущего
cli-serve-audiences = Только то, что предназначено этим читателям или всем
cli-serve-editor = Чем открывать текст страницы: vscode, vscodium, cursor, windsurf, zed, idea, textmate, адрес с {"{path}"} и {"{line}"} или none — ничем

cli-check = Найти ошибки, ничего не записывая
cli-check-against = Сообщить, какие адреса опубликованного сайта исчезнут: его pages.json или - для стандартного ввода
cli-check-fail_on = Считать ошибкой, если текст в одном из этих состояний: missing, behind, behind-upstream, untracked, machine, unreviewed, overdue, draft; если нужно, только для вида и языка (unreviewed:exercise:it)
cli-today = Считать этот день сегодняшним (по умолчанию — сегодня): 2026-11-22
cli-check-verbose = Назвать и каждое слово, которое стало ссылкой на тему, и каждую ссылку на черновик
cli-check-format = Как сообщать об ошибках: text, json или github (по умолчанию — text)

cli-init = Создать новый сайт с несколькими примерами
cli-init-dir = Папка для него
cli-init-languages = Его языки, главный — первым (по умолчанию — es,ru,it,en)

cli-new = Начать новый текст или перевод имеющегося
cli-new-kind = story (история), maxim (максима), exercise (упражнение), path (путь) или page (страница)
cli-new-id = Имя, одно на всех языках: the-lamp или customers/the-lamp
cli-new-lang = Язык текста (по умолчанию — основной язык сайта)
cli-new-title = Заголовок (по умолчанию образуется из имени)

cli-move = Дать тексту или теме другое имя и исправить все ссылки на неё
cli-move-old = Нынешний идентификатор: stories/the-lamp или идентификатор темы
cli-move-new = Новый идентификатор. Если такая тема уже есть, она вберёт в себя прежнюю
cli-move-dry_run = Только показать, что изменилось бы

cli-export = Записать содержание сайта для других программ
cli-export-skos = Темы как связанные данные (SKOS)
cli-export-skos-syntax = turtle или json-ld (по умолчанию turtle)
cli-export-skos-output = Файл для записи (по умолчанию стандартный вывод)
cli-export-glossary = Темы как глоссарий для переводчиков: исходный термин, перевод, примечание
cli-export-glossary-to = Язык, на который переводят
cli-export-glossary-from = Язык, с которого переводят (по умолчанию основной язык сайта)
cli-export-glossary-output = Файл для записи (по умолчанию стандартный вывод)
cli-export-po = Записать тексты для переводчиков
cli-export-po-ids = Только эти тексты: stories/the-lamp; themes — тезаурус (по умолчанию: все)
cli-export-po-to = Языки, на которые переводят: it или it,ru
cli-export-po-from = Язык, с которого переводят (по умолчанию: для каждого текста тот, с которого сделан перевод, иначе язык оригинала)
cli-export-po-one_file = Один файл на пару языков вместо одного на текст
cli-export-po-output = Папка для файлов или один файл с окончанием .po (по умолчанию: po)

cli-import = Перенести работу переводчиков в тексты
cli-import-files = Файлы PO или папки с ними
cli-import-dry_run = Сказать, что было бы сделано, и ничего не менять
cli-import-by = Кто переводил, если в файлах этого не сказано

cli-completions = Вывести сценарий, который дополняет команды в вашей оболочке
cli-completions-shell = bash, elvish, fish, powershell или zsh

cli-man = Вывести страницу справочника или записать страницы всех команд
cli-man-dir = Папка, куда их записать

## Что не так с тем, что введено

usage-unknown-command = Команды «{ $name }» нет.
usage-unknown-argument = «{ $name }» здесь непонятно.
usage-missing-arguments = { $count ->
    [one] Не хватает { $names }.
   *[other] Не хватает: { $names }
}
usage-conflict = «{ $name }» не сочетается с остальным; возможно, стоит дважды.
usage-value-missing = После «{ $name }» нужно значение.
usage-invalid-value = Для «{ $name }» не годится «{ $value }»: { $wanted ->
    [one-of] возможны { $allowed }.
    [number] нужно число от 1 до 1024.
    [language] нужен язык, например es или pt-BR.
    [ui-language] программа говорит на en, es, it и ru.
    [web-address] нужен адрес, например https://wiki.example.com/.
    [port] нужно число от 0 до 65535.
    [editor] нужно vscode, vscodium, cursor, windsurf, zed, idea, textmate, none или адрес, например my-editor://{"{path}"}:{"{line}"}.
    [date] напишите дату: 2026-11-22
    [gate-state] состояния: missing, behind, behind-upstream, untracked, machine, unreviewed, overdue и draft
    [gate-kind] виды: story, maxim, exercise, path и page
    [gate-language] последняя часть — код языка, например it
    [gate] напишите СОСТОЯНИЕ, СОСТОЯНИЕ:ВИД или СОСТОЯНИЕ:ВИД:ЯЗЫК
   *[other] это значит что-то другое.
}
usage-not-utf8 = Один из аргументов — не текст.
usage-unknown-audience = В site.yaml нет читателей «{ $name }», есть только: { $known }
usage-see-help = Что можно ввести, показывает «apologue --help».

## Ошибки и предупреждения

report-error = ошибка
report-warning = предупреждение
report-note = заметка
report-help = подсказка
report-did-you-mean = Может быть, вы имели в виду «{ $name }»?
problems-found = { $problems }.
count-errors = { $count ->
    [one] { $count } ошибка
    [few] { $count } ошибки
    [many] { $count } ошибок
   *[other] { $count } ошибки
}
count-warnings = { $count ->
    [one] { $count } предупреждение
    [few] { $count } предупреждения
    [many] { $count } предупреждений
   *[other] { $count } предупреждения
}
count-notes = { $count ->
    [one] { $count } заметка
    [few] { $count } заметки
    [many] { $count } заметок
   *[other] { $count } заметки
}
machine-failed = Компьютер не смог этого сделать: { $reason }
interrupted = Прервано. Опубликованное раньше осталось как было.

## Сборка и проверка

progress-reading = Чтение
progress-rendering = Запись страниц
build-done = Сайт собран в { $folder } за { $seconds } с: { $works }, { $pages }.
count-works = { $count ->
    [one] { $count } произведение
    [few] { $count } произведения
    [many] { $count } произведений
   *[other] { $count } произведения
}
count-pages = { $count ->
    [one] { $count } страница
    [few] { $count } страницы
    [many] { $count } страниц
   *[other] { $count } страницы
}
# Все издания сайта по языкам: «испанский — 70, русский — 71».
build-editions = Издания: { $editions }.
build-edition = { $language } — { $count }
build-rendered = { $address }: { $reason ->
    [no-record] записи о прошлой сборке нет
    [new] новый адрес
    [program] другая программа
    [settings] другие параметры
    [theme] другая тема оформления
    [strings] другие строки интерфейса
    [site] другая рамка (название, меню, списки)
    [text] её собственный текст
    [view] то, что она показывает с других страниц
   *[changed-on-disk] файл изменён или удалён
}
build-files = Файлы: записано { $written }, без изменений { $unchanged }, удалено { $deleted }.
build-zip = Архив: { $file }, { $size } МБ.
build-set-aside = На пути стояли файлы неизвестного происхождения; теперь они в { $folder }.
build-failed = Сайт не собран. Опубликованное раньше осталось как было.
time-reading = Чтение и проверка: { $seconds } с
time-rendering = Запись страниц: { $seconds } с
time-publishing = Публикация: { $seconds } с
check-clean = Ошибок нет: проверено { $works }.
man-written = { $count ->
    [one] Записана { $count } страница справочника.
    [few] Записаны { $count } страницы справочника.
    [many] Записано { $count } страниц справочника.
   *[other] Записано { $count } страницы справочника.
}

## Новый сайт

init-done =
    В { $folder } лежит новый сайт с несколькими примерами.
    Соберите его там командой «apologue build» и откройте public/index.html в браузере.
    Что дальше, рассказывает README.md.
init-site-head =
    Сайт. Строка, которая начинается с #, — примечание.
    После каждой правки «apologue check» скажет, всё ли в порядке.
init-site-title = Как называется сайт на каждом из своих языков.
init-site-description = Одна фраза о нём: для поисковых машин и лент новостей.
init-site-languages = Языки в том порядке, в каком их предлагают читателю. Чтобы добавить язык, впишите его сюда: pt — португальский, he — иврит.
init-site-default = С какого языка начать, если читателю всё равно.
init-site-fallback =
    Что читатель увидит на месте текста, которого нет на его языке:
    list (ссылку с пометкой языка), show (сам текст) или hide (ничего).
init-site-base-url = Адрес сайта. С ним появятся ленты новостей, карта сайта и ссылки между языками для поисковых машин.
init-themes-head =
    Темы, которые связывают тексты между собой. Текст называет их в своём начале: themes: [trust].
    Имя слева одинаково на всех языках; читатель видит надписи.
init-themes-label = Что видит читатель.
init-themes-definition = Что это значит, одной фразой.
init-themes-broader = Более широкая тема, к которой эта относится.
init-themes-related = Близкие темы.
init-facts = То, что ниже, верно для текста на всех языках и стоит только в этом файле.
init-facts-level = От 1 (легко) до 3.
init-facts-steps = Тексты в том порядке, в каком их читать.

## Новый текст

new-done =
    Файл { $path } готов.
    Пишите текст под вторым «---». Когда его можно будет показать читателям, уберите строку «draft: true».
new-translation-done =
    Файл { $path } готов: в нём будет перевод { $from }.
    Пишите текст под вторым «---». Когда его можно будет показать читателям, уберите строку «draft: true».
new-invalid-id = «{ $id }» не может быть именем текста. Годятся буквы, цифры и дефисы, а для папки — косая черта: customers/the-lamp.
new-unknown-language = На сайте нет языка «{ $language }», есть только: { $languages }
new-exists = Такой текст уже есть: { $path }
new-draft = Черновик не публикуется; его показывает «apologue build --drafts». Уберите эту строку, когда текст можно будет показать читателям.
new-translation = С какого языка переведён текст.
new-more = Чтобы воспользоваться одной из строк ниже, уберите # в её начале.
new-summary = Одна фраза для списков и результатов поиска.
new-slug = Конец адреса.
new-facts-elsewhere = Темы и всё, что верно на всех языках, указано в { $path }.
new-themes = Темы из content/themes.yaml.
new-source = Откуда история. «fiction: true», если она вымышлена.
new-illustrates = Максимы, которые она поясняет.
new-said-by = Кто это сказал.
new-level = От 1 (легко) до 3.
new-minutes = Сколько минут это занимает.
new-practises = Максимы или истории, которые упражнение проверяет на деле.
new-steps = Тексты в том порядке, в каком их читать.
new-numbered = Нумеровать ли шаги.
new-cadence = С этим путь станет программой: daily (каждый день), weekly (каждую неделю) или monthly (каждый месяц).
new-weight = Страницы с меньшими числами стоят раньше.
new-see-also = Другие тексты, которые стоит прочесть вместе с этим.
export-avoid = Не употреблять: { $words }
export-same-language = «{ $language }» не может быть сразу исходным языком и языком перевода.

move-moved = { $from } → { $to }
move-changed = { $path }: изменён
move-done = «{ $old }» теперь называется «{ $new }». Старые адреса ведут на новый.
move-merged = «{ $old }» теперь часть «{ $new }». Старые адреса ведут на новый.
move-dry-run = Так «{ $old }» стало бы «{ $new }». Ничего не изменено.
move-unknown = Нет ни текста, ни темы с идентификатором «{ $id }».
move-both = Идентификатор «{ $id }» есть и у текста, и у темы. Если имеется в виду тема, напишите themes/{ $id }.
move-same = Идентификатор и так «{ $id }».
move-taken = Текст с идентификатором «{ $id }» уже есть.
move-introductions = У обеих тем есть введение на одном языке. Сначала сведите { $old } и { $new } в один текст и удалите первый файл.
move-would-break = «{ $old }» не может стать «{ $new }»: появились бы новые ошибки. Ничего не изменено.

build-not-opened = Браузера, чтобы его открыть, нет: откройте { $path } сами.

## Просмотр

serve-ready = Сайт виден по адресу { $url } и меняется, когда вы сохраняете файлы. Закончить — Ctrl-C.
# $wanted и $port — номера портов, текстом.
serve-port-taken = Порт { $wanted } занят другой программой, поэтому взят этот: { $port }.
serve-port-refused = Компьютер не даёт порт { $port }. Возьмите больший 1023 параметром «--port».
serve-host-refused = До этого компьютера нельзя добраться по имени «{ $host }»: { $reason }
serve-not-opened = Браузера, чтобы его открыть, нет: откройте { $url } сами.
serve-polling = Компьютер не сообщает об изменениях ({ $reason }). Они проверяются раз в секунду.
serve-refreshed = Прочитано заново за { $milliseconds } мс; { $pages }.
serve-pages-told = { $count ->
    [0] открытые страницы не изменились
    [one] изменилась { $count } открытая страница
    [few] изменились { $count } открытые страницы
   *[other] изменились { $count } открытых страниц
}
serve-mended = Всё снова в порядке.
serve-ended = Просмотр окончен.

# Показывается поверх страниц. $problems — «2 ошибки и 1 предупреждение».
overlay-errors = { $problems }. Сайт показан таким, каким был до этого.
overlay-first = { $problems }. Как только всё будет исправлено, сайт появится здесь.
overlay-more = { $count ->
    [one] И ещё { $count }: см. в терминале.
   *[other] И ещё { $count }: см. в терминале.
}
overlay-hide = Скрыть
overlay-gone = Этой страницы на сайте больше нет. Вы видите её такой, какой она была.
overlay-lost = Просмотр не отвечает. Когда он снова будет запущен, эта страница продолжит работу.
overlay-source = Открыть текст. Alt и щелчок по абзацу откроют его в этом месте.
overlay-copy = Скопировать
overlay-copied = Скопировано
overlay-nothing-yet = Показывать пока нечего
overlay-not-found = Такой страницы нет
overlay-not-made = Эту страницу нельзя создать

## Языки вровень

cli-build-status = Добавить страницу о состоянии всех текстов, для редакторов
cli-serve-status = Добавить страницу о состоянии всех текстов, для редакторов
cli-translate = Начать перевод текста: его строение и то, с чего он делается
cli-translate-id = Id текста или его последняя часть
cli-translate-to = Язык перевода
cli-translate-from = Язык, с которого переводят (по умолчанию — язык главного текста)
cli-by = Кто это делает
cli-translate-tool = Программа-переводчик, если переводит она
cli-accept = Признать, что перевод совпадает со своим источником, каков он сейчас
cli-accept-id = Id текста или его последняя часть
cli-accept-lang = Язык перевода
cli-accept-wording = Последняя правка оригинала не меняет смысла: переводы из-за неё не отстают
cli-accept-lines = Вместе с --wording: только изменённые блоки в этих строках оригинала: 6 или 6,12
cli-accept-all = Все переводы на этот язык, за которыми до сих пор никто не следил
cli-accept-reviewed_by = Кто прочитал перевод
cli-dry_run = Только сказать, что будет сделано
cli-status = Показать, в каком состоянии каждый текст на каждом языке
cli-status-ids = Только эти тексты, со словами каждого изменения
cli-status-lang = Только эти языки
cli-status-kind = Только тексты этого вида: story, maxim, exercise, path или page
cli-status-state = Только тексты в одном из состояний: missing, behind, behind-upstream, untracked, machine, unreviewed, overdue, draft
cli-status-all = И те тексты, с которыми ничего делать не надо
cli-status-format = Как показать: text, json или csv — строка на человека и текст (по умолчанию text)
usage-unknown-text = Текста «{ $id }» нет.
usage-ambiguous-text = На «{ $id }» откликаются несколько текстов: { $ids }
standing-original = оригинал
standing-in-step = совпадает
standing-behind = отстал ({ $changes })
standing-behind-upstream = отстал источник
standing-untracked = не отслеживается
standing-missing = нет
standing-draft = черновик
state-machine = машинный, не прочитан
state-unreviewed = никто другой не читал
state-overdue = просрочен
status-rest = { $count ->
    [one] Ещё { $count } текст, с которым ничего делать не надо; его покажет «--all».
    [few] Ещё { $count } текста, с которыми ничего делать не надо; их покажет «--all».
   *[other] Ещё { $count } текстов, с которыми ничего делать не надо; их покажет «--all».
}
status-themes = { $count ->
    [one] Не хватает { $count } названия или определения темы; какого, скажет «--format json».
   *[other] Не хватает { $count } названий и определений тем; каких, скажет «--format json».
}
status-original = оригиналы
status-in-step = совпадают
status-behind = отстали
status-behind-upstream = отстал источник
status-untracked = не отслеживаются
status-missing = нет перевода
status-draft = черновики
status-machine = машинные, не прочитаны
status-unreviewed = никто другой не читал
status-overdue = просрочены
status-coverage = готово из нужного
status-percent = { $number } %
status-from = переведено с языка: { $name }
status-change = { $kind ->
    [new] новое
    [gone] убрано
    [moved] перенесено
   *[changed] изменено
}: { $unit }
status-reshaped = было: { $was }; стало: { $is }
shape-task = { $done ->
    [yes] пункт с отмеченным квадратиком
   *[no] пункт с пустым квадратиком
}
event-started = начат
event-accepted = принят
event-wording = исправлены слова источника
event-imported = загружен
event-by = { $name }
event-reviewed-by = чтение: { $name }
event-tool = программа: { $name }
unit-title = заглавие
unit-summary = краткое содержание
unit-heading = заголовок
unit-paragraph = абзац
unit-item = пункт списка
unit-task = пункт с клеткой
unit-question = вопрос
unit-row = строка таблицы
unit-term = термин
unit-attribute = слова в ограде блока
unit-code = код
unit-html = HTML
translate-done =
    { $path } — черновик с текстом из { $from }: пишите поверх него на своём языке.
    Когда перевод совпадёт, удалите «draft: true». Когда позже изменится оригинал: apologue accept { $id } --lang { $language }
translate-no-source = У «{ $id }» нет издания на языке «{ $language }».
accept-which = Скажите, какой перевод: «--lang ЯЗЫК».
accept-nothing = Принимать нечего.
accept-original = «{ $id }» на языке «{ $language }» не переведён ни с какого текста сайта.
accept-done = { $path } совпадает с { $source }{ $changes ->
    [0] .
    [one] ; принято { $changes } изменение.
    [few] ; принято { $changes } изменения.
   *[other] ; принято { $changes } изменений.
}
accept-wording-done = { $changes ->
    [one] { $changes } исправленный блок
    [few] { $changes } исправленных блока
   *[other] { $changes } исправленных блоков
} из { $source } перенесено в { $path }.
accept-wording-several = Изменённых блоков: { $count }, и новый смысл какого-то из них в переводе может ещё отсутствовать. Укажите строки тех, где смысл прежний, например «--wording --lines { $line }»:
accept-wording-no-block = В строке { $line } файла { $path } нет изменённого блока.
accept-not-wording = В { $path } изменились не только слова ({ $kind ->
    [new] новое
    [gone] убрано
    [reshaped] блок другого вида
   *[moved] перенесено
}: { $unit }): это надо повторить и в переводах.

## Файлы для переводчиков

export-nothing = Переводить нечего: эти тексты написаны на этом языке, или их перевод не нужен.
export-done =
    { $files ->
        [one] { $files } файл
        [few] { $files } файла
       *[many] { $files } файлов
    } для переводчиков в { $path }; новых или изменённых: { $written }. Переведено: { $translated }; просмотреть: { $fuzzy }; не переведено: { $missing }.
export-pending = { $count ->
    [one] { $count } перевода из этих файлов ещё нет на сайте: его перенесёт «apologue import».
   *[other] { $count } переводов из этих файлов ещё нет на сайте: их перенесёт «apologue import».
}
export-several-files = Одного файла мало: тексты переводят с нескольких языков или на несколько ({ $files }). Назовите папку либо укажите --from и один --to.
import-nothing = Менять нечего: на сайте всё это уже есть.
import-unchanged = Ничего не изменено.
import-left = Записей взято или уже на сайте: { $taken }; пропущено неточных (fuzzy) и пустых: { $skipped }; отклонено: { $refused }.
import-no-files = В папке «{ $path }» нет файлов PO.
import-done = Изменено файлов: { $files }; блоков с новым текстом: { $blocks }; переводов, приведённых в соответствие: { $texts }.
import-would = Изменилось бы файлов: { $files }; блоков с новым текстом: { $blocks }; переводов, приведённых в соответствие: { $texts }.

# Что сказано переводчику о каждой записи
po-kind-title = Название
po-kind-summary = Краткое содержание: одно предложение для списков и поиска
po-kind-heading = Заголовок уровня { $level }
po-kind-paragraph = Абзац
po-kind-item = Пункт списка
po-kind-task = Пункт, который отмечают
po-kind-question = Вопрос теста
po-kind-row = Строка таблицы; черты оставьте
po-kind-term = Термин, которому даётся определение
po-kind-attribute = { $name ->
    [by] Чьи это слова
    [source] Откуда эти слова
   *[title] Название блока
}
po-answer = { $right ->
    [yes] Ответ теста: верный
   *[no] Ответ теста: неверный
}
po-inside = { $name ->
    [quote] В цитате
    [rendering] Перевод цитаты
    [footnote] В сноске
    [definitions] В определении
    [quiz] В тесте: отклик на ответ
    [solution] В решении
    [discussion] Среди вопросов для обсуждения
    [keypoints] Среди главных мыслей
    [note] В примечании
   *[other] {""}
}
po-reshaped = В оригинале изменилось; раньше было: { $was }. Измените это в файле перевода: без этого он не догонит оригинал
po-section = Под заголовком «{ $section }»
po-facilitator = Это видят только ведущие
po-several = В переводе это один блок
po-keep = Не меняйте адреса ссылок, имена файлов, код, номера сносок и имя в конце блока, например ^box
po-placeholders = Не меняйте то, что в фигурных скобках
po-in-the-site = На сайте: { $text }
po-theme-label = Название темы
po-theme-definition = Что значит тема
po-theme-other-names = Другие названия темы, по одному в строке; их может быть больше или меньше
po-theme-hidden = Что может набрать читатель, который ищет тему, в том числе с ошибками; не показывается. По одному в строке; их может быть больше или меньше

## Что находят читатели

cli-search = Ответить на вопрос так, как отвечает поиск сайта, и сказать почему
cli-search-words = Вопрос, как набрал бы его читатель
cli-search-lang = Язык читателя (по умолчанию — язык сайта)
cli-search-explain = Сказать о каждом результате, по каким словам он найден
cli-search-limit = Сколько результатов каждого рода показать (по умолчанию 10)
cli-search-drafts = Находить и черновики
cli-search-format = Как сказать: text или json (по умолчанию text)
# $group: own, themes или elsewhere; $count: сколько найдено
found-group = { $group ->
    [themes] Темы ({ $count })
    [elsewhere] Только на других языках ({ $count })
   *[own] Результаты ({ $count })
}
found-nothing = Ничего не найдено.
# $score: насколько результат близок к вопросу
found-score = ({ $score })
# Почему найден результат. $word: слово вопроса; $form: слово текста; $impact: от 1 до 63, сколько оно говорит о тексте; $idf: сколько
# узнают из слова
found-reason = { $way ->
    [same] «{ $word }» есть в тексте
    [folded] «{ $word }» — это «{ $form }» без надстрочных знаков
    [stem] у «{ $word }» и «{ $form }» одна основа
    [kin] основы слов «{ $word }» и «{ $form }» начинаются одинаково
    [beginning] что-то начинается с «{ $word }»: { $form }
    [layout] «{ $word }» — это «{ $form }» в другой раскладке
   *[slip] «{ $word }» отличается от «{ $form }» одной опечаткой
} (говорит о тексте { $impact } из 63; вес слова { $idf })
