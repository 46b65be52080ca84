menu-export = Búsquedas, fuentes y ajustes en un archivo
menu-import = Recupera un archivo exportado
menu-privacy = Qué guardo, cuánto tiempo y quién lo ve
menu-forgetme = Borra todo lo que sé aquí
export-done =
    💾 Todo lo que guardo de este chat. Búsquedas: {$watches} · fuentes: {$sources} · nombres: {$rows}
    /import recupera este archivo, aquí o en otro chat. Contiene las direcciones que sigues: no se lo des a quien no deba conocerlas.
export-feeds = 📡 Tus feeds en OPML, para cualquier lector.
export-sent-private = 💾 El archivo está en nuestro chat privado: contiene direcciones para administradores.
export-private-first = El archivo te lo doy solo a ti: contiene direcciones para administradores. Escríbeme /start en privado, con tu nombre, y repite el comando.
ask-import = Envíame el archivo que te dio /export, o tu lista de feeds en OPML. /cancel para dejarlo.
import-begun = Lo estoy leyendo. Te digo qué funcionó y qué no.
import-too-big = Este archivo es demasiado grande; leo hasta 1 MB.
import-unreadable = Esto no es un archivo de /export ni una lista de feeds. Envíame uno tal como te lo dieron.
import-done = 📥 Nuevas búsquedas: {$watches} · fuentes: {$sources} · nombres: {$rows}
import-settings = ✓ Ajustes recuperados: /settings
import-watch = ✓ búsqueda <b>{$words}</b>
import-watch-wrong = ✗ <b>{$words}</b> no se puede buscar: /watch dice por qué
import-names-wrong = ✗ <b>{$name}</b>: no tomé estos nombres, /alias dice por qué
import-again = Ya estaba, queda igual: {$count}
import-full = Búsquedas sin sitio: {$count} (máximo {$limit}). /unwatch hace sitio.
privacy =
    <b>Qué guardo</b>
    · Este chat: su número y nombre, idioma, zona horaria y ajustes.
    · Lo que buscas, las fuentes que sigues, tus nombres.
    · Los avisos y respuestas que envié y lo que dicen las fuentes: días: {$days}.
    Otros mensajes ni los guardo ni los veo; en los grupos solo recibo comandos, respuestas a mí y toques.
    
    <b>Quién lo ve</b>
    Quien lleva este Hark, y nadie más. Las palabras de las búsquedas se buscan en X donde se lee X. Una fuente que sigues sirve solo a este chat. Una búsqueda que compartes la ve quien tenga su enlace.
    
    <b>Cuánto tiempo</b>
    Hasta que lo termines. Si me bloquean o me quitan: 30 días, y después lo borro todo.
    /export te lo da todo, /forgetme lo borra al momento.
forget-question =
    <b>¿Borro todo lo que guardo de este chat?</b>
    Búsquedas: {$watches} · fuentes: {$sources} · ajustes. El archivo que recibiste es la copia; /import lo recupera. Los mensajes del chat se quedan.
forget-button-yes = Sí, bórralo todo
forget-button-no = Conservar
forget-done = 🧹 Está todo borrado. /start empieza de nuevo.
forget-toast-done = Borrado.
forget-kept = Todo sigue como está.
forget-toast-kept = Conservado.
stop-button-resume = ▶️ Reanudar
