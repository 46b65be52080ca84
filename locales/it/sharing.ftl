share-button = 🔗 Condividi
share-screen =
    🔗 <b>{$words}</b>
    Chi apre questo link vede che cosa ha portato di recente e la inizia con un tocco:
    <a href="{$link}">{$link}</a>

    Per un gruppo:
    <a href="{$group}">{$group}</a>
share-send-button = Invia il link
share-group-button = Aggiungi a un gruppo
share-offered = 🔗 Qualcuno condivide con te questa ricerca:
share-offered-group = 🔗 Una ricerca per questo gruppo; può iniziarla un amministratore:
share-gone = Questa ricerca non c’è più: chi l’ha condivisa l’ha tolta.
share-gone-toast = Questa ricerca non c’è più: chi l’ha condivisa l’ha tolta. Comincia la tua con /watch.
share-bad-link = Questo link non porta da nessuna parte; forse ne manca un pezzo. Fattelo mandare di nuovo.
