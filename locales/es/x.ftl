spending-half = X lleva gastados {$spent} de los {$budget} de este mes. A este ritmo, el mes costará {$forecast}.
spending-short = X lleva gastados {$spent} de los {$budget} de este mes; a este ritmo serán {$forecast}. Desde ahora las cuentas se leen solo por las palabras buscadas, primero las más caras, y se omiten las comprobaciones. Con <code>x.budget</code> se sube el límite.
spending-out = X lleva gastados {$spent} de {$budget}: no se lee X hasta el {$again}. Los feeds continúan. Con un <code>x.budget</code> mayor, Hark sigue donde lo dejó, hasta 7 días atrás.
spending-drift = El {$day}, X contó {$theirs} publicaciones y Hark {$ours}. Conviene compararlo con la consola de X.
account-missed = A la búsqueda de X se le escapó una publicación de {$name} que dice {$words}. Desde ahora, las cuentas se leen enteras para eso.
account-renamed = {$before} ahora se llama {$after} en X; Hark lo sigue igual.
stop-credentials = No se lee X: {$reason}. Con uno nuevo en X_BEARER_TOKEN, y tras reiniciar, Hark sigue donde lo dejó, hasta 7 días atrás. Los feeds continúan.
stop-accounts =
    { $more ->
        [0] Sin leer desde el {$since}: {$names}
       *[other] Sin leer desde el {$since}: {$names} y {$more} más
    }
stop-covered = En su lugar se leen feeds con las publicaciones de esas cuentas.
stop-over =
    { $more ->
        [0] ✅ X se lee de nuevo. Sin leer durante {$length}: {$names}.
       *[other] ✅ X se lee de nuevo. Sin leer durante {$length}: {$names} y {$more} más.
    }
stop-over-covered = ✅ X se lee de nuevo directamente, después de {$length}.
stop-over-cost =
    { $reads ->
        [0] Ponerse al día no ha costado nada.
       *[other] Ponerse al día ha costado {$cost}.
    }
stop-lost = Lo publicado antes del {$before} queda fuera de alcance: X busca hasta 7 días atrás.
accounts-failing-notice =
    { $more ->
        [0] ⚠️ X no se lee desde las {$since}: {$reason}. Sin leer: {$names}. Lo sigo intentando.
       *[other] ⚠️ X no se lee desde las {$since}: {$reason}. Sin leer: {$names} y {$more} más. Lo sigo intentando.
    }
accounts-recovered-notice =
    { $more ->
        [0] ✅ X se lee de nuevo, tras {$length}: {$names}.
       *[other] ✅ X se lee de nuevo, tras {$length}: {$names} y {$more} más.
    }
status-x-spent =
    <b>X este mes</b>
    Gastado: {$spent} de {$budget} · previsión: {$forecast}
    Comprado (publicaciones, cuentas, recuentos): {$reads}
status-x-unlimited =
    <b>X este mes</b>
    Gastado: {$spent}, sin límite · previsión: {$forecast}
    Comprado (publicaciones, cuentas, recuentos): {$reads}
status-x-credit = Saldo que queda en X: {$left}, según dijo {$ago}
status-x-unread =
    { $more ->
        [0] ⚠️ Sin leer desde <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>: {$names} · {$reason} · próximo intento <tg-time unix="{$next-unix}" format="{$next-format}">{$next-clock}</tg-time>
       *[other] ⚠️ Sin leer desde <tg-time unix="{$unix}" format="{$format}">{$clock}</tg-time>: {$names} y {$more} más · {$reason} · próximo intento <tg-time unix="{$next-unix}" format="{$next-format}">{$next-clock}</tg-time>
    }

price-watch =
    { $accounts ->
        [1] En X no se puede buscar <code>{$words}</code>: leer toda su cuenta costaría unos {$price} al mes. Los feeds ya se siguen.
       *[other] En X no se puede buscar <code>{$words}</code>: leer enteras {$accounts} cuentas costaría unos {$price} al mes. Los feeds ya se siguen.
    }
price-follow = Todo lo de <b>{$name}</b> costaría unos {$price} al mes. Hasta que lo elijas, te envío lo que diga tus palabras.
price-counted = Según el recuento de X de los últimos 7 días.
price-assumed = No se ha podido preguntar a X: se calculan {$posts} publicaciones al día por cuenta.
price-operators = Solo pueden permitirlo los operadores de este Hark.
price-operators-toast = Lo que cuesta dinero solo pueden permitirlo los operadores de este Hark.
price-toast = Pregunto cuánto cuesta…
price-gone = Ya no lo sigues.
price-whole-button = Leer X entero
price-rest-button = Dejar de leer X entero
price-whole-on = Desde ahora X se lee entero para <code>{$words}</code>.
price-whole-off = X ya no se lee entero para <code>{$words}</code>. Los feeds se siguen como antes.

catch-up-offer =
    { $accounts ->
        [1] Lo que su cuenta ha publicado desde el {$since} aún no se ha leído. Costaría unos {$price}; lo nuevo se lee en cualquier caso.
       *[other] Lo que {$accounts} cuentas han publicado desde el {$since} aún no se ha leído. Costaría unos {$price}; lo nuevo se lee en cualquier caso.
    }
catch-up-button = Ponerse al día · unos {$price}
catch-up-leave-button = Seguir desde ahora
catch-up-begun = Leo lo publicado desde el {$since}, por unos {$price}. Lo que diga una de las palabras llega como aviso.
catch-up-left = Sigo desde ahora. Lo publicado entre el {$since} y la vuelta de X se queda sin leer.
catch-up-decided = Eso ya está decidido.
status-x-gap = Sin leer por falta de saldo: lo publicado desde el {$since} (cuentas: {$accounts}, unos {$price}). Los botones están en el mensaje que dice que X se lee de nuevo.
