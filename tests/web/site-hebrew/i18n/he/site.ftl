### A whole translation of what a reader sees, as somebody would add it who knows no programming.

language-name = עברית
language-en = אנגלית
language-he = עברית
language-ru = רוסית
in-language = ב{ $name }
page-not-in-language = (הדף לא תורגם)

kind-story = סיפור
kind-maxim = פתגם
kind-exercise = תרגיל
kind-path = מסלול
kind-page = דף
section-story = סיפורים
section-maxim = פתגמים
section-exercise = תרגילים
section-path = מסלולים
section-page = דפים
section-themes = נושאים
section-people = אנשים
section-sources = מקורות
folder-story = סיפורים
folder-maxim = פתגמים
folder-exercise = תרגילים
folder-path = מסלולים
folder-page = דפים
folder-themes = נושאים
folder-people = אנשים
folder-sources = מקורות

skip-to-content = דילוג אל הטקסט
home = בית
menu = תפריט ראשי
languages = שפות
breadcrumbs = המקום באתר
sections = כל המדורים
feed = עדכונים
edit-page = עריכת הדף
report-problem = דיווח על טעות

search-open = חיפוש
search-label = מה לחפש?
search-placeholder = מילה, נושא או "ביטוי"
search-close = סגירה
search-hint = אפשר לכתוב בלי ניקוד, וטעות הקלדה אחת אינה מפריעה. "מירכאות" מחפשות מילים זו אחר זו.
search-keys = ↑ ↓ לבחירה, Enter לפתיחה, Esc לסגירה
search-slash = המקש / פותח את החיפוש
search-begin = או להתחיל מנושא
search-loading = מחפשים…
search-count = נמצאו: { $count }
search-more = עוד תוצאות
search-kinds = סוג
search-themes = נושאים
search-own = טקסטים
search-elsewhere = בשפות אחרות בלבד
search-none = לא נמצא דבר עבור "{ $query }".
search-none-help = כדאי לנסות פחות מילים, או לומר זאת אחרת.
search-nearest = נושאים קרובים
search-largest = הנושאים הגדולים
search-all-themes = כל הנושאים, מא׳ עד ת׳
search-report = לספר לנו מה חסר
search-failed = החיפוש לא נטען. בינתיים אפשר לעיין בנושאים.

minutes = { $minutes } דק׳
minutes-to-read = { $minutes ->
    [one] דקת קריאה
    [two] שתי דקות קריאה
   *[other] { $minutes } דקות קריאה
}
minutes-to-do = { $minutes ->
    [one] אורך דקה
    [two] אורך שתי דקות
   *[other] אורך { $minutes } דקות
}
total-time = { $hours ->
    [0] { $minutes } דק׳ בסך הכול
   *[other] { $minutes ->
        [0] { $hours } שע׳ בסך הכול
       *[other] { $hours } שע׳ ו־{ $minutes } דק׳ בסך הכול
    }
}
level = { $level ->
    [1] למתחילים
    [2] לבעלי ניסיון מה
   *[3] למנוסים
}
for-audience = עבור { $audience }
fiction = בדיון
draft = טיוטה
themes = נושאים
theme = נושא
works-count = { $count ->
    [one] טקסט אחד
    [two] שני טקסטים
   *[other] { $count } טקסטים
}
list-count = { $kind ->
    [story] { $count ->
        [one] סיפור אחד
        [two] שני סיפורים
       *[other] { $count } סיפורים
    }
    [maxim] { $count ->
        [one] פתגם אחד
        [two] שני פתגמים
       *[other] { $count } פתגמים
    }
    [exercise] { $count ->
        [one] תרגיל אחד
        [two] שני תרגילים
       *[other] { $count } תרגילים
    }
    [path] { $count ->
        [one] מסלול אחד
        [two] שני מסלולים
       *[other] { $count } מסלולים
    }
   *[page] { $count ->
        [one] דף אחד
        [two] שני דפים
       *[other] { $count } דפים
    }
}
steps-count = { $count ->
    [one] צעד אחד
    [two] שני צעדים
   *[other] { $count } צעדים
}

pages = דפי הרשימה
previous-page = הקודם
next-page = הבא
page-number = דף { $number }
page-of = דף { $page } מתוך { $pages }
letters = אותיות

home-paths = היכן להתחיל
all-paths = כל המסלולים
home-featured = כדאי לקרוא קודם
home-themes = לפי נושא
home-newest = חדש
all-themes = כל הנושאים, מא׳ עד ת׳

contents = בדף הזה
fallback-notice = הטקסט הזה עוד לא תורגם. הנה הוא ב{ $name }.
fallback-link = אל הדף ב{ $name }
said-by = { $kind ->
    [story] כפי שסיפר
   *[other] במילותיו של
}
source = מקור
source-page = עמ׳ { $page }
published-in-language = ב{ $name }:
translated-by = בתרגום { $name }
read-source = אל המקור
licence = רישיון:
translation = תרגום
translated-from = תורגם מ{ $name }
translation-method = { $method ->
    [adaptation] עיבוד חופשי
    [machine-edited] { $reviewed ->
        [yes] תורגם במכונה, נערך ונבדק
       *[no] תורגם במכונה ונערך
    }
   *[machine] { $reviewed ->
        [yes] תורגם במכונה ונבדק
       *[no] תורגם במכונה, טרם נבדק
    }
}
published = פורסם
updated = השתנה לאחרונה
other-languages = שפות אחרות
not-in-languages = עדיין לא:
read-on = להמשך קריאה
relation-illustrates = מה זה מראה
relation-illustrated-by = מסופר בסיפור
relation-practises = מה מתרגלים כאן
relation-practised-by = לנסות בעצמך
relation-see-also = ראו גם
relation-seen-from = מוזכר יחד עם
related-works = על אותם נושאים
related-reason = { $count ->
    [one] שניהם על: { $themes }
   *[other] שניהם על: { $themes }
}
theme-in-text = { $label }
backlinks = טקסטים שמקשרים לכאן
neighbours = { $kind ->
    [story] עוד סיפורים
    [maxim] עוד פתגמים
    [exercise] עוד תרגילים
    [path] עוד מסלולים
   *[other] עוד דפים
}
previous-work = { $kind ->
    [story] הסיפור הקודם
    [maxim] הפתגם הקודם
    [exercise] התרגיל הקודם
    [path] המסלול הקודם
   *[other] הדף הקודם
}
next-work = { $kind ->
    [story] הסיפור הבא
    [maxim] הפתגם הבא
    [exercise] התרגיל הבא
    [path] המסלול הבא
   *[other] הדף הבא
}

anchor-label = קישור אל „{ $heading }”
callout-note = הערה
callout-summary = בקצרה
callout-tip = עצה
callout-important = חשוב
callout-warning = זהירות
callout-caution = סכנה
callout-question = שאלה
callout-example = דוגמה
callout-quote = ציטוט
solution-title = תשובה אפשרית
discussion-title = לשיחה
keypoints-title = לזכור
facilitator-title = למנחים
details-summary = עוד
checklist-clear = ניקוי הרשימה
quiz-show-answer = הצגת התשובות
quiz-right = נכון
quiz-wrong = לא בדיוק
table-label = טבלה { $number }
video-label = סרטון
video-link = לצפייה בסרטון
video-transcript = מה נאמר בסרטון
footnote-reference = הערה { $number }
footnote-back = חזרה אל מקום הערה { $number }
footnotes-title = הערות

steps = צעדים
parts = חלקי המסלול
cadence = { $cadence ->
    [daily] אחד ביום
    [monthly] אחד בחודש
   *[weekly] אחד בשבוע
}
cadence-step = { $cadence ->
    [daily] יום { $number }
    [monthly] חודש { $number }
   *[weekly] שבוע { $number }
}
step-of = צעד { $step } מתוך { $steps } במסלול
more-paths = גם במסלולים האלה
previous-step = הצעד הקודם
next-step = הצעד הבא

themes-by-meaning = לפי משמעות
themes-by-letter = מא׳ עד ת׳
see = ראו { $label }
other-names = שמות אחרים: { $names }
neighbouring-themes = נושאים סמוכים
broader-themes = { $count ->
    [one] חלק מן
   *[other] חלק מן
}
narrower-themes = { $count ->
    [one] כולל
   *[other] כולל
}
related-themes = { $count ->
    [one] קרוב אל
   *[other] קרוב אל
}
from-narrower-themes = מן הנושאים שהוא כולל
no-works-yet = עדיין אין טקסט בנושא הזה.

read-more = עוד על האדם הזה
sources-of-person = { $count ->
    [one] ספר או מאמר
   *[other] ספרים ומאמרים
}
published-editions = מהדורות שיצאו לאור

not-found = אין כאן דף
not-found-text = ייתכן שהכתובת שגויה או שהדף עבר. מכאן אפשר להמשיך:
withdrawn = הוסר
withdrawn-on = הטקסט הוסר ב־{ $date }.
withdrawn-text = הטקסט הוסר.
replaced-by = לקרוא במקומו
moved = הדף עבר
faulty-title = הדף בתיקון
faulty-text = יש בטקסט טעות, והכותב עובד עליה. אפשר לחזור מאוחר יותר.
