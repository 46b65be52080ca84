button-not-relevant = Non pertinente
button-less-source = Meno da questa fonte
exclude-toast = Guardo gli ultimi giorni.
exclude-which = Quale parola mostra che non è ciò che intende <b>{$words}</b>? Un tocco la esclude:
exclude-word =
    { $of ->
        [1] −<code>{$word}</code>: l’unico risultato degli ultimi giorni
       *[other] −<code>{$word}</code>: {$removed} degli ultimi {$of} risultati
    }
exclude-none = Ogni parola significativa di questo testo compare anche in molti altri risultati di <b>{$words}</b>. ⋯ → Meno da questa fonte esclude la fonte.
exclude-done = 🔕 Ciò che dice «{$word}» non conta più.
exclude-changed =
    <code>{$words}</code>
    prima: <code>{$before}</code>
less-done = 🔕 Ciò che arriva da {$name} non conta più per questa ricerca. Le altre fonti restano come prima.
less-toast = Fatto.
less-cannot = Il nome di questa fonte non ha parole che una ricerca possa escludere.
exclude-same = È già escluso.
exclude-long = La ricerca diventerebbe troppo lunga. Toglila con /unwatch e iniziane una nuova.
exclude-old = La ricerca è cambiata nel frattempo: la lascio com’è.
