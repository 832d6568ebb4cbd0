### То, что читатель видит на страницах, по-русски.
###
### Сайт заменяет отдельные сообщения своим файлом: i18n/ru/любое-имя.ftl. Чего в нём нет, берётся отсюда.
### В сообщении можно использовать только те переменные, которые названы над ним.

## Языки

# Название языка на нём самом: так оно стоит в списке языков.
language-name = Русский

# Названия языков, в именительном падеже: «язык оригинала — испанский».
language-ar = арабский
language-be = белорусский
language-bg = болгарский
language-bn = бенгальский
language-ca = каталанский
language-cs = чешский
language-da = датский
language-de = немецкий
language-de-AT = австрийский немецкий
language-de-CH = швейцарский немецкий
language-el = греческий
language-en = английский
language-en-GB = британский английский
language-en-US = американский английский
language-es = испанский
language-es-419 = латиноамериканский испанский
language-es-AR = аргентинский испанский
language-es-ES = европейский испанский
language-es-MX = мексиканский испанский
language-et = эстонский
language-eu = баскский
language-fa = персидский
language-fi = финский
language-fr = французский
language-fr-CA = канадский французский
language-fr-CH = швейцарский французский
language-gl = галисийский
language-he = иврит
language-hi = хинди
language-hr = хорватский
language-hu = венгерский
language-hy = армянский
language-id = индонезийский
language-is = исландский
language-it = итальянский
language-it-CH = швейцарский итальянский
language-ja = японский
language-ka = грузинский
language-kk = казахский
language-ko = корейский
language-la = латинский
language-lt = литовский
language-lv = латышский
language-nb = норвежский
language-nl = нидерландский
language-no = норвежский
language-pl = польский
language-pt = португальский
language-pt-BR = бразильский португальский
language-pt-PT = европейский португальский
language-ro = румынский
language-ru = русский
language-sk = словацкий
language-sl = словенский
language-sr = сербский
language-sv = шведский
language-th = тайский
language-tr = турецкий
language-uk = украинский
language-ur = урду
language-uz = узбекский
language-vi = вьетнамский
language-zh = китайский
language-zh-Hans = китайский (упрощённое письмо)
language-zh-Hant = китайский (традиционное письмо)

# Рядом с названием текста, которого нет на языке читателя.
# $language: код языка текста (en, pt-BR…) — по нему выбирается нужный падеж.
# $name: название языка из сообщений выше, для языков, которых нет в перечне.
in-language = { $language ->
    [ar] на арабском
    [be] на белорусском
    [de] на немецком
    [en] на английском
    [es] на испанском
    [fr] на французском
    [he] на иврите
    [it] на итальянском
    [ja] на японском
    [kk] на казахском
    [nl] на нидерландском
    [pl] на польском
    [pt] на португальском
    [ru] на русском
    [tr] на турецком
    [uk] на украинском
    [zh] на китайском
   *[other] язык: { $name }
}

# У ссылки на главную страницу другого языка, если читаемой страницы на нём нет.
page-not-in-language = (эта страница не переведена)

## Виды текстов

# Название одного текста каждого вида: подпись над заголовком.
kind-story = История
kind-maxim = Максима
kind-exercise = Упражнение
kind-path = Путь
kind-page = Страница

# Названия списков: в меню и над самими списками.
section-story = Истории
section-maxim = Максимы
section-exercise = Упражнения
section-path = Пути
section-page = Страницы
section-themes = Темы
section-people = Люди
section-sources = Источники

# Папки в адресах страниц: одно слово строчными буквами, без пробелов. После публикации сайта их не меняют.
folder-story = истории
folder-maxim = максимы
folder-exercise = упражнения
folder-path = пути
folder-page = страницы
folder-themes = темы
folder-people = люди
folder-sources = источники

## Обрамление каждой страницы

skip-to-content = К тексту
home = Главная
menu = Главное меню
languages = Языки
breadcrumbs = Вы здесь
sections = Все разделы
feed = Лента новостей
edit-page = Править эту страницу
report-problem = Сообщить об ошибке

# Кнопка в шапке, по кругу меняет вид страницы; её название говорит, какой включён сейчас.
# $scheme: system, light или dark.
scheme = { $scheme ->
    [light] Цвета: светлые
    [dark] Цвета: тёмные
   *[system] Цвета: как в системе
}

## Поиск

# Кнопка, которая открывает поиск. Без скриптов она ведёт к списку всех тем.
search-open = Поиск
# Это читается вслух для поля.
search-label = Что вы ищете?
# В пустом поле: что можно искать.
search-placeholder = Слово, тема или «точная фраза»
search-close = Закрыть
# Пока ничего не спросили: как можно спрашивать.
search-hint = Подойдёт любая форма слова; опечатка и чужая раскладка не помешают. «Кавычки» ищут слова подряд.
# То же о клавишах.
search-keys = ↑ ↓ — выбрать, Enter — открыть, Esc — закрыть
# Рядом с флажком: открывает ли поиск клавиша с косой чертой.
search-slash = Клавиша «/» открывает поиск
# Над несколькими темами, пока ничего не спросили.
search-begin = Или начните с темы
search-loading = Идёт поиск…
# $count: число, записанное по правилам языка. Оно стоит в конце, чтобы ни одному слову не пришлось с ним согласовываться.
search-count = Найдено: { $count }
# На кнопке, которая показывает следующие результаты.
search-more = Показать ещё
# Над кнопками, которые оставляют один вид текстов или одну тему.
search-kinds = Вид
search-themes = Темы
# Над результатами на языке читателя.
search-own = Тексты
# Над произведениями, которых нет на языке читателя.
search-elsewhere = Только на других языках
# $query: что искали.
search-none = По запросу «{ $query }» ничего не нашлось.
search-none-help = Уберите лишние слова или назовите то же самое иначе.
# Над темами, чьи названия похожи на запрос; и над самыми большими, если похожих нет.
search-nearest = Похожие темы
search-largest = Самые большие темы
search-all-themes = Все темы от А до Я
# Ссылка на сообщение о том, чего не нашлось.
search-report = Напишите нам, чего не хватает
search-failed = Не удалось загрузить поиск. А пока можно посмотреть темы.

## Сведения о текстах

# Рядом с текстом в списке. $minutes: целое число.
minutes = { $minutes } мин

# Над текстом, по его длине.
minutes-to-read = { $minutes ->
    [one] { $minutes } минута чтения
    [few] { $minutes } минуты чтения
    [many] { $minutes } минут чтения
   *[other] { $minutes } минуты чтения
}

# Над упражнением, по указанию автора.
minutes-to-do = { $minutes ->
    [one] { $minutes } минута на выполнение
    [few] { $minutes } минуты на выполнение
    [many] { $minutes } минут на выполнение
   *[other] { $minutes } минуты на выполнение
}

# Все шаги пути вместе. $hours и $minutes: целые числа, $minutes меньше 60.
total-time = { $hours ->
    [0] всего { $minutes } мин
   *[other] { $minutes ->
        [0] всего { $hours } ч
       *[other] всего { $hours } ч { $minutes } мин
    }
}

# $level: 1, 2 или 3.
level = { $level ->
    [1] Для начинающих
    [2] Для тех, кто уже пробовал
   *[3] Для опытных
}

# $audience: перечень, например «медсёстры и врачи».
for-audience = Для кого: { $audience }

# Пометка: текст вымышлен или взят из романа.
fiction = Вымысел
# Пометка: текст ещё не опубликован.
draft = Черновик
themes = Темы
theme = Тема

# $count: целое число.
works-count = { $count ->
    [one] { $count } текст
    [few] { $count } текста
    [many] { $count } текстов
   *[other] { $count } текста
}
# Над списком. $kind: story, maxim, exercise, path или page; $count: сколько их, целое число.
list-count = { $kind ->
    [story] { $count ->
        [one] { $count } история
        [few] { $count } истории
        [many] { $count } историй
       *[other] { $count } истории
    }
    [maxim] { $count ->
        [one] { $count } максима
        [few] { $count } максимы
        [many] { $count } максим
       *[other] { $count } максимы
    }
    [exercise] { $count ->
        [one] { $count } упражнение
        [few] { $count } упражнения
        [many] { $count } упражнений
       *[other] { $count } упражнения
    }
    [path] { $count ->
        [one] { $count } путь
        [few] { $count } пути
        [many] { $count } путей
       *[other] { $count } пути
    }
   *[page] { $count ->
        [one] { $count } страница
        [few] { $count } страницы
        [many] { $count } страниц
       *[other] { $count } страницы
    }
}
steps-count = { $count ->
    [one] { $count } шаг
    [few] { $count } шага
    [many] { $count } шагов
   *[other] { $count } шага
}

## Списки из нескольких страниц

pages = Страницы этого списка
previous-page = Назад
next-page = Дальше
# Читается вслух вместо номера страницы. $number: целое число.
page-number = Страница { $number }
# $page, $pages: целые числа.
page-of = страница { $page } из { $pages }
# Ссылки на буквы алфавитного указателя; читается вслух.
letters = Буквы

## Главная страница

home-paths = С чего начать
# Ссылка на список путей, если на главной поместились не все.
all-paths = Все пути
home-featured = Прочтите сначала
home-themes = Выберите тему
home-newest = Новое
all-themes = Все темы от А до Я

## Страница текста

contents = На этой странице

# Текст на другом языке, потому что на языке читателя его нет. $language: код языка; $name: его название.
fallback-notice = { $language ->
    [ar] Этот текст ещё не переведён. Здесь он на арабском языке.
    [de] Этот текст ещё не переведён. Здесь он на немецком языке.
    [en] Этот текст ещё не переведён. Здесь он на английском языке.
    [es] Этот текст ещё не переведён. Здесь он на испанском языке.
    [fr] Этот текст ещё не переведён. Здесь он на французском языке.
    [he] Этот текст ещё не переведён. Здесь он на иврите.
    [it] Этот текст ещё не переведён. Здесь он на итальянском языке.
    [pt] Этот текст ещё не переведён. Здесь он на португальском языке.
    [uk] Этот текст ещё не переведён. Здесь он на украинском языке.
    [zh] Этот текст ещё не переведён. Здесь он на китайском языке.
   *[other] Этот текст ещё не переведён. Здесь он на другом языке ({ $name }).
}
fallback-link = { $language ->
    [ar] Страница на арабском
    [de] Страница на немецком
    [en] Страница на английском
    [es] Страница на испанском
    [fr] Страница на французском
    [he] Страница на иврите
    [it] Страница на итальянском
    [pt] Страница на португальском
    [uk] Страница на украинском
    [zh] Страница на китайском
   *[other] Страница на этом языке ({ $name })
}

# Перед именем человека. $kind: story, maxim, exercise, path или page.
said-by = { $kind ->
    [story] Рассказывает
   *[other] Говорит
}

source = Источник
# $page: страница или страницы, как их указал автор («12», «12–15»).
source-page = с. { $page }
# Перед названием изданной книги. $language: код её языка; $name: его название.
published-in-language = { $language ->
    [ar] На арабском:
    [de] На немецком:
    [en] На английском:
    [es] На испанском:
    [fr] На французском:
    [he] На иврите:
    [it] На итальянском:
    [ja] На японском:
    [pt] На португальском:
    [ru] На русском:
    [uk] На украинском:
    [zh] На китайском:
   *[other] Издание (язык: { $name }):
}
# После издания. $name: переводчик, в именительном падеже.
translated-by = Переводчик: { $name }
read-source = Читать источник
licence = Лицензия:

translation = Перевод
# $name: название языка, с которого переведён текст, в именительном падеже.
translated-from = Исходный язык — { $name }
# $method: machine, machine-edited или adaptation. $reviewed: yes или no.
translation-method = { $method ->
    [adaptation] Вольное переложение
    [machine-edited] { $reviewed ->
        [yes] Машинный перевод, отредактирован и проверен
       *[no] Машинный перевод, отредактирован
    }
   *[machine] { $reviewed ->
        [yes] Машинный перевод, проверен
       *[no] Машинный перевод, ещё не проверен
    }
}
# Под заглавием. $tone: plain или gentle, как хочет сайт; $name: название языка оригинала.
translation-behind = { $tone ->
    [gentle] С тех пор оригинал (язык: { $name }) немного изменился.
   *[plain] Оригинал (язык: { $name }) изменился после того, как был сделан этот перевод.
}
# Перед ссылками на разделы, которые изменились.
translation-changed = Изменилось там:
# Первая из этих ссылок: то, что стоит выше первого заголовка.
translation-beginning = начало
translation-original = Читать оригинал
# Под заглавием. $tone: plain или gentle.
translation-unread = { $tone ->
    [gentle] Переведено машиной; никто ещё не перечитал.
   *[plain] Этот текст перевела машина, и его ещё никто не проверил. В нём могут быть ошибки.
}
# $name: имя человека.
translation-by = Перевод: { $name }
translation-reviewed-by = Проверка: { $name }
published = Опубликовано
updated = Изменено
other-languages = Другие языки
# Перед перечнем языков, на которых текста нет.
not-in-languages = Пока нет:

# Что читать после текста; читается вслух для всей этой части.
read-on = Читать дальше

# Заголовки над текстами, которые связали их авторы. $kind: вид текста на странице.
relation-illustrates = О чём это
relation-illustrated-by = Об этом есть история
relation-practises = Что здесь отрабатывают
relation-practised-by = Попробуйте сами
relation-see-also = Смотрите также

related-works = На те же темы
# Почему показан текст. $themes: перечень названий тем; $count: сколько их.
related-reason = { $count ->
    [one] Общая тема: { $themes }
    [few] Общие темы: { $themes }
    [many] Общие темы: { $themes }
   *[other] Общие темы: { $themes }
}
backlinks = Тексты, которые ссылаются сюда

# Ссылки на предыдущий и следующий текст списка; читается вслух для обеих. $kind: вид текста на странице.
neighbours = { $kind ->
    [story] Другие истории
    [maxim] Другие максимы
    [exercise] Другие упражнения
    [path] Другие пути
   *[other] Другие страницы
}
previous-work = { $kind ->
    [story] Предыдущая история
    [maxim] Предыдущая максима
    [exercise] Предыдущее упражнение
    [path] Предыдущий путь
   *[other] Предыдущая страница
}
next-work = { $kind ->
    [story] Следующая история
    [maxim] Следующая максима
    [exercise] Следующее упражнение
    [path] Следующий путь
   *[other] Следующая страница
}

## Части текста

# Кнопка под цитатой и то, что появляется рядом, когда её нажали.
quote-copy = Скопировать вместе с источником
quote-copied = Скопировано

# Знак у заголовка — ссылка на него. $heading: слова заголовка.
anchor-label = Ссылка на раздел «{ $heading }»
# Заголовки врезок, у которых нет своего.
callout-note = Заметка
callout-summary = Вкратце
callout-tip = Совет
callout-important = Важно
callout-warning = Внимание
callout-caution = Осторожно
callout-question = Вопрос
callout-example = Пример
callout-quote = Цитата
# Заголовки других блоков, у которых нет своего.
solution-title = Один из ответов
discussion-title = Обсудите
keypoints-title = Запомните
facilitator-title = Ведущему
details-summary = Подробнее
# На кнопке, которая снимает все отметки в списке.
checklist-clear = Снять отметки
quiz-show-answer = Показать ответы
quiz-right = Верно
quiz-wrong = Не совсем
# Читается вслух у таблицы, которую можно прокручивать. $number: её номер на странице.
table-label = Таблица { $number }
video-label = Видео
video-link = Смотреть видео
video-transcript = О чём говорят в видео
# Читается вслух вместо номера примечания. $number: номер.
footnote-reference = Примечание { $number }
# Читается вслух у ссылки назад к тексту. $number: номер примечания.
footnote-back = Назад к тексту, примечание { $number }
footnotes-title = Примечания

## Пути

steps = Шаги
parts = Части этого пути
# $cadence: daily, weekly или monthly.
cadence = { $cadence ->
    [daily] По одному в день
    [monthly] По одному в месяц
   *[weekly] По одному в неделю
}
# Номер шага в программе. $cadence: daily, weekly или monthly; $number: целое число.
cadence-step = { $cadence ->
    [daily] { $number }-й день
    [monthly] { $number }-й месяц
   *[weekly] { $number }-я неделя
}
# Место текста на пути, перед названием пути. $step, $steps: целые числа.
step-of = Шаг { $step } из { $steps } на пути
# Над путями, шагом которых текст тоже является, когда таких путей много.
more-paths = Также на путях
previous-step = Предыдущий шаг
next-step = Следующий шаг

## Темы

themes-by-meaning = По смыслу
themes-by-letter = От А до Я
# В указателе, после названия, которое не основное. $label: основное название.
see = см. { $label }
# $names: перечень других названий темы.
other-names = Другие названия: { $names }
neighbouring-themes = Соседние темы
# Заголовки над перечнями тем. $count: сколько их.
broader-themes = { $count ->
    [one] Входит в тему
    [few] Входит в темы
    [many] Входит в темы
   *[other] Входит в темы
}
narrower-themes = { $count ->
    [one] Включает тему
    [few] Включает темы
    [many] Включает темы
   *[other] Включает темы
}
related-themes = { $count ->
    [one] Близкая тема
    [few] Близкие темы
    [many] Близкие темы
   *[other] Близкие темы
}
from-narrower-themes = Из тем, которые сюда входят
no-works-yet = На эту тему пока нет ни одного текста.
# Под рисунком тем: ещё $count того же рода на нём нет.
more-themes = и ещё { $count }
# Под текстом: слова, которые названы темами, и что каждое значит.
terms = Слова этого текста
# На странице темы, над названиями других текстов, где встречается её слово.
mentioned-in = Упоминается и здесь
# После этих названий: $count текстов, которые не названы.
more-texts = { $count ->
    [one] и ещё { $count } текст
    [few] и ещё { $count } текста
    [many] и ещё { $count } текстов
   *[other] и ещё { $count } текста
}

## Люди и источники

read-more = Подробнее об авторе
# $count: сколько их.
sources-of-person = { $count ->
    [one] Книга или статья
    [few] Книги и статьи
    [many] Книги и статьи
   *[other] Книги и статьи
}
published-editions = Издания

## Страницы, которых нет

not-found = Такой страницы нет
not-found-text = Возможно, в адресе опечатка или страница переехала. Отсюда можно пойти дальше:
withdrawn = Отозвано
# $date: день, написанный целиком.
withdrawn-on = Этот текст отозван { $date }
withdrawn-text = Этот текст отозван.
replaced-by = Читайте вместо него
moved = Эта страница переехала

# Стоит на месте страницы, в исходном тексте которой есть ошибка.
faulty-title = Эта страница исправляется
faulty-text = В тексте нашлась ошибка, автор её исправляет. Загляните, пожалуйста, позже.

## Страница о состоянии всех текстов, для редакторов

status-title = Состояние текстов
# $date: день.
status-on = На { $date }
status-coverage = Готовность
status-share = { $percent } %
# $there: texts that there are; $asked: texts that are asked for.
status-of = { $there } из { $asked }
status-overdue = Просрочено
status-overdue-since = с { $date }
# $name: who answers for a text.
status-owner = { $name }
status-gaps = Чего не хватает в тезаурусе
# $word: label or definition; $theme: the id of a theme; $name: the name of a language.
status-gap = { $word ->
    [label] Название темы { $theme }, язык: { $name }
   *[definition] Определение темы { $theme }, язык: { $name }
}
status-matrix = Все тексты
status-filter-state = Состояние
status-filter-language = Язык
status-filter-kind = Вид
status-all = все
status-none = Ничего нет
status-text = Текст
# $changes: in how many blocks the original has changed.
status-standing = { $standing ->
    [original] оригинал
    [in-step] совпадает
    [behind] { $changes ->
        [one] отстал на { $changes } блок
        [few] отстал на { $changes } блока
       *[other] отстал на { $changes } блоков
    }
    [behind-upstream] отстал его источник
    [untracked] не отслеживается
    [missing] нет
    [draft] черновик
   *[none] –
}
status-state = { $state ->
    [missing] нет
    [behind] отстал
    [behind-upstream] отстал его источник
    [untracked] не отслеживается
    [machine] машинный, не прочитан
    [unreviewed] никто другой не читал
    [overdue] просрочен
   *[draft] черновик
}
status-behind = Что изменилось
status-made-from = переведено с языка: { $name }
# $kind: new, gone, moved or changed; $unit: what kind of block.
status-change = { $kind ->
    [new] Новое
    [gone] Убрано
    [moved] Перенесено
   *[changed] Изменено
}: { $unit ->
    [title] заглавие
    [summary] краткое содержание
    [heading] заголовок
    [paragraph] абзац
    [item] пункт списка
    [task] пункт с клеткой
    [question] вопрос
    [row] строка таблицы
    [term] термин
    [attribute] слова в ограде блока
    [code] код
   *[html] HTML
}
status-before = Было:
status-now = Стало:
# Чем является блок, помимо слов, после «Было:» и «Стало:». $shape: heading, right, wrong, ticked, empty или block; $level: у заголовка; $within: внутри чего стоит блок.
status-shape = { $shape ->
    [heading] заголовок уровня { $level }
    [right] верный ответ
    [wrong] неверный ответ
    [ticked] отмеченный квадратик
    [empty] пустой квадратик
   *[block] { $within ->
        [none] отдельный текст
        [quote] в цитате
        [callout] во врезке
        [item] в списке
        [list] в списке
       *[other] внутри блока
    }
}

## Для программ, которые читают по чьей-то просьбе (llms.txt)

# Над списком языков.
llms-root = У каждого языка свой список. Идентификатор произведения на всех языках один и тот же.
# Над списком одного языка: куда ведут ссылки.
llms-texts = Каждая ссылка ведёт к тексту в формате Markdown. Над текстом указаны его язык, темы, источник, а у перевода — насколько ему можно доверять. Страница для читателей стоит по тому же адресу с окончанием .html.
# То же, если Markdown нет.
llms-pages = Каждая ссылка ведёт на страницу текста.
# Что такое chunks.jsonl.
llms-chunks = Все тексты по частям, по одному объекту JSON в строке
# Заголовок над прочими файлами.
llms-more = Ещё

## Чтение без сети

# Страница, где выбирают, что сохранит браузер, и ссылка на неё внизу каждой страницы.
offline-title = Читать без сети
offline-text = Браузер может сохранить путь или всё, что есть на одном языке. Потом это читается без сети, а при каждом посещении с сетью копия обновляется.
# Без сети запрошена страница, которой нет ни в одной копии.
offline-missing = Этой страницы нет в вашей копии, а сети сейчас нет.
# Поиск открыт без сети, и его нет ни в одной копии: он есть только в копии всего языка.
offline-search = Поиска нет в вашей копии, а сети сейчас нет. Он входит в копию всего, что есть на языке.
# Где сохранить ничего нельзя: без скриптов, из файлов или с сервера без шифрования.
offline-needs = Здесь ничего нельзя сохранить: нужен сайт, открытый по HTTPS, и браузер, который выполняет скрипты. Если вы открыли сайт из папки, вы уже читаете копию.
# Заголовок над языками, которые можно сохранить целиком.
offline-languages = Всё на одном языке
# Дальше стоит число.
offline-files = Файлов:
offline-keep = Сохранить
offline-forget = Удалить
# Пометки: что с копией.
offline-kept = Сохранено
offline-network = Загрузить удалось не всё. Что загружено, останется; попробуйте ещё раз, когда связь станет лучше.
offline-space = Столько браузеру хранить негде.
# Для программ чтения с экрана, у растущей полосы.
# $title (text): что сохраняется.
offline-progress = Сохраняется: { $title }
