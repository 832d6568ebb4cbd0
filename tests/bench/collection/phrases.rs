//! The words of the collection: the same phrases in each language, so that the editions of a work are translations of each other.
//!
//! They fit into each other without further grammar: subjects stand in the nominative, objects in the accusative, verbs in the present
//! tense, and places are whole phrases.

/// One phrase in Spanish, Russian, Italian, English: the order of [`super::Language`].
pub type Phrase = [&'static str; 4];

pub const SUBJECTS: [Phrase; 20] = [
    ["el dependiente paciente", "терпеливый продавец", "il commesso paziente", "the patient clerk"],
    ["el camarero nuevo", "новый официант", "il nuovo cameriere", "the new waiter"],
    ["el viejo sastre", "старый портной", "il vecchio sarto", "the old tailor"],
    ["un viajero cansado", "усталый путник", "un viaggiatore stanco", "a tired traveller"],
    ["el portero de noche", "ночной портье", "il portiere di notte", "the night porter"],
    ["la joven enfermera", "молодая медсестра", "la giovane infermiera", "the young nurse"],
    ["la hija del panadero", "дочь пекаря", "la figlia del fornaio", "the baker's daughter"],
    ["el bibliotecario callado", "тихий библиотекарь", "il bibliotecario silenzioso", "the quiet librarian"],
    ["la dueña del hotel", "хозяйка гостиницы", "la padrona dell'albergo", "the owner of the hotel"],
    ["una huésped habitual", "постоянная гостья", "un'ospite abituale", "a regular guest"],
    ["la florista", "цветочница", "la fioraia", "the florist"],
    ["el conductor del autobús", "водитель автобуса", "l'autista dell'autobus", "the bus driver"],
    ["el relojero", "часовщик", "l'orologiaio", "the watchmaker"],
    ["la aprendiza", "ученица", "l'apprendista", "the apprentice"],
    ["el cartero", "почтальон", "il postino", "the postman"],
    ["la jefa de cocina", "шеф-повар", "la capocuoca", "the head cook"],
    ["una clienta impaciente", "нетерпеливая покупательница", "una cliente impaziente", "an impatient customer"],
    ["el vecino de la tienda", "сосед по лавке", "il vicino di bottega", "the neighbour of the shop"],
    ["el barquero", "паромщик", "il traghettatore", "the ferryman"],
    ["el jardinero", "садовник", "il giardiniere", "the gardener"],
];

pub const VERBS: [Phrase; 20] = [
    ["guarda", "хранит", "conserva", "keeps"],
    ["busca", "ищет", "cerca", "looks for"],
    ["trae", "приносит", "porta", "brings"],
    ["muestra", "показывает", "mostra", "shows"],
    ["repara", "чинит", "ripara", "mends"],
    ["espera", "ждёт", "aspetta", "waits for"],
    ["elige", "выбирает", "sceglie", "chooses"],
    ["encuentra", "находит", "trova", "finds"],
    ["olvida", "забывает", "dimentica", "forgets"],
    ["devuelve", "возвращает", "restituisce", "returns"],
    ["compra", "покупает", "compra", "buys"],
    ["envuelve", "заворачивает", "incarta", "wraps"],
    ["describe", "описывает", "descrive", "describes"],
    ["recuerda", "помнит", "ricorda", "remembers"],
    ["limpia", "чистит", "pulisce", "cleans"],
    ["ofrece", "предлагает", "offre", "offers"],
    ["examina", "рассматривает", "esamina", "examines"],
    ["prepara", "готовит", "prepara", "prepares"],
    ["deja", "оставляет", "lascia", "leaves"],
    ["se lleva", "уносит", "porta via", "carries away"],
];

pub const OBJECTS: [Phrase; 22] = [
    ["el paraguas azul", "синий зонт", "l'ombrello blu", "the blue umbrella"],
    ["la última taza", "последнюю чашку", "l'ultima tazza", "the last cup"],
    ["la llave vieja", "старый ключ", "la vecchia chiave", "the old key"],
    ["un abrigo caliente", "тёплое пальто", "un cappotto caldo", "a warm coat"],
    ["el pendiente de plata", "серебряную серьгу", "l'orecchino d'argento", "the silver earring"],
    ["una carta breve", "короткое письмо", "una lettera breve", "a short letter"],
    ["la lámpara rota", "сломанную лампу", "la lampada rotta", "the broken lamp"],
    ["el pan de la mañana", "утренний хлеб", "il pane del mattino", "the morning bread"],
    ["una caja pequeña", "маленькую коробку", "una piccola scatola", "a small box"],
    ["el libro de visitas", "книгу отзывов", "il libro degli ospiti", "the guest book"],
    ["el billete de tren", "билет на поезд", "il biglietto del treno", "the train ticket"],
    ["una bufanda roja", "красный шарф", "una sciarpa rossa", "a red scarf"],
    ["la maleta pesada", "тяжёлый чемодан", "la valigia pesante", "the heavy suitcase"],
    ["el guante olvidado", "забытую перчатку", "il guanto dimenticato", "the forgotten glove"],
    ["la lista de precios", "список цен", "il listino dei prezzi", "the price list"],
    ["un ramo de tulipanes", "букет тюльпанов", "un mazzo di tulipani", "a bunch of tulips"],
    ["la toalla limpia", "чистое полотенце", "l'asciugamano pulito", "the clean towel"],
    ["el reloj de pared", "настенные часы", "l'orologio da parete", "the wall clock"],
    ["la silla vacía", "пустой стул", "la sedia vuota", "the empty chair"],
    ["la puerta del jardín", "садовую калитку", "il cancello del giardino", "the garden gate"],
    ["un tarro de miel", "банку мёда", "un vasetto di miele", "a jar of honey"],
    ["el escaparate", "витрину", "la vetrina", "the shop window"],
];

pub const PLACES: [Phrase; 16] = [
    ["en el mostrador", "у прилавка", "al banco", "at the counter"],
    ["junto a la puerta", "возле двери", "vicino alla porta", "near the door"],
    ["bajo la lluvia", "под дождём", "sotto la pioggia", "in the rain"],
    ["en la estación", "на вокзале", "alla stazione", "at the station"],
    ["detrás de la cortina", "за занавеской", "dietro la tenda", "behind the curtain"],
    ["en la escalera", "на лестнице", "sulle scale", "on the stairs"],
    ["en el patio", "во дворе", "nel cortile", "in the courtyard"],
    ["al lado de la ventana", "у окна", "accanto alla finestra", "by the window"],
    ["en la cocina", "на кухне", "in cucina", "in the kitchen"],
    ["en el mercado", "на рынке", "al mercato", "at the market"],
    ["en el puente", "на мосту", "sul ponte", "on the bridge"],
    ["al otro lado de la calle", "через дорогу", "dall'altra parte della strada", "across the street"],
    ["en la sala pequeña", "в маленьком зале", "nella saletta", "in the small hall"],
    ["bajo el viejo reloj", "под старыми часами", "sotto il vecchio orologio", "under the old clock"],
    ["en la mesa", "за столом", "al tavolo", "at the table"],
    ["en el puerto", "в порту", "nel porto", "in the harbour"],
];

/// With what follows them up to the subject.
pub const OPENINGS: [Phrase; 10] = [
    ["por la mañana, ", "утром ", "di mattina ", "in the morning, "],
    ["antes del cierre, ", "перед закрытием ", "prima della chiusura ", "before closing time, "],
    ["en silencio, ", "молча ", "in silenzio ", "in silence, "],
    ["cada jueves, ", "каждый четверг ", "ogni giovedì ", "every Thursday, "],
    ["por primera vez, ", "в первый раз ", "per la prima volta ", "for the first time, "],
    ["después de comer, ", "после обеда ", "dopo pranzo ", "after lunch, "],
    ["de nuevo, ", "снова ", "di nuovo ", "once more, "],
    ["al final, ", "в конце концов ", "alla fine ", "in the end, "],
    ["con mucho cuidado, ", "очень бережно ", "con molta cura ", "with great care, "],
    ["un invierno, ", "однажды зимой ", "un inverno ", "one winter, "],
];

/// What themes are made of.
pub const NOTIONS: [Phrase; 24] = [
    ["confianza", "доверие", "fiducia", "trust"],
    ["paciencia", "терпение", "pazienza", "patience"],
    ["atención", "внимание", "attenzione", "attention"],
    ["honradez", "честность", "onestà", "honesty"],
    ["memoria", "память", "memoria", "memory"],
    ["tiempo", "время", "tempo", "time"],
    ["valor", "смелость", "coraggio", "courage"],
    ["silencio", "молчание", "silenzio", "silence"],
    ["risa", "смех", "riso", "laughter"],
    ["ayuda", "помощь", "aiuto", "help"],
    ["errores", "ошибки", "errori", "mistakes"],
    ["promesas", "обещания", "promesse", "promises"],
    ["quejas", "жалобы", "reclami", "complaints"],
    ["gratitud", "благодарность", "gratitudine", "gratitude"],
    ["orden", "порядок", "ordine", "order"],
    ["curiosidad", "любопытство", "curiosità", "curiosity"],
    ["despedidas", "прощания", "addii", "farewells"],
    ["regalos", "подарки", "regali", "gifts"],
    ["preguntas", "вопросы", "domande", "questions"],
    ["oficio", "мастерство", "mestiere", "craft"],
    ["comienzos", "начинания", "inizi", "beginnings"],
    ["generosidad", "щедрость", "generosità", "generosity"],
    ["costumbres", "привычки", "abitudini", "habits"],
    ["escucha", "умение слушать", "ascolto", "listening"],
];

pub const HEADINGS: [Phrase; 8] = [
    ["Qué pasó", "Что произошло", "Che cosa è successo", "What happened"],
    ["A la mañana siguiente", "На следующее утро", "La mattina dopo", "The next morning"],
    ["Lo que costó", "Чего это стоило", "Quanto è costato", "What it cost"],
    ["Lo que podemos aprender", "Чему это учит", "Che cosa possiamo imparare", "What we can learn"],
    ["Una segunda visita", "Второй визит", "Una seconda visita", "A second visit"],
    ["Pruébelo", "Попробуйте сами", "Provi anche lei", "Try it yourself"],
    ["Para recordar", "На память", "Da ricordare", "To remember"],
    ["Otra mirada", "Другой взгляд", "Un altro sguardo", "Another view"],
];

pub const AND: Phrase = [" y ", " и ", " e ", " and "];
/// Between something said and who said it.
pub const SAYS: Phrase = ["\", dice ", "\", --- говорит ", "\", dice ", ",\" says "];
pub const READ_ALSO: Phrase = ["Lea también: ", "Читайте также: ", "Legga anche: ", "Read also: "];
pub const SEE_ALSO: Phrase = ["Véase también", "Смотрите также", "Si veda anche", "See also"];
pub const COLUMNS: [Phrase; 2] = [["Quién", "Кто", "Chi", "Who"], ["Qué hace", "Что делает", "Che cosa fa", "Does what"]];
pub const SITE: Phrase = ["El cuaderno", "Тетрадь", "Il quaderno", "The notebook"];
pub const THEMES: Phrase = ["Temas", "Темы", "Temi", "Themes"];
