# What operators tell all chats, and how a chat gets none of it.
admin-broadcast-button = 📣 Mensaje a todos
broadcast-ask = ¿Qué digo a todos los chats? Envíame el texto; verás cómo queda antes de que lo reciba nadie. /cancel para dejarlo.
broadcast-too-long = El texto tiene {$count} caracteres y el máximo son {$limit}. Envía uno más corto, o /cancel.
broadcast-one-by-one = Ya se está enviando uno. Detenlo antes, o espera.
broadcast-goes-to =
    { $count ->
        [0] ☝️ Ningún chat lo recibiría.
       *[other] ☝️ Así quedará. Chats que lo reciben: {$count}
    }
broadcast-unwilling = No quieren ninguno: {$count}
broadcast-paused = En pausa: {$count}
broadcast-lost = Inaccesibles o vetados: {$count}
broadcast-send-button =
    Enviar a {$count} { $count ->
        [one] chat
       *[other] chats
    }
broadcast-discard-button = Descartar
broadcast-discarded = Descartado. No lo recibió nadie.
broadcast-sure = ¿Lo envío ahora? Lo enviado no se puede retirar. Chats: {$count}
broadcast-yes-button = Sí, enviar ahora ({$count})
broadcast-no-button = Todavía no
broadcast-sending = 📣 Enviando, siempre detrás de los avisos: {$sent} de {$count}. Te digo cuando acabe.
broadcast-stop-button = ⏹ Detener
broadcast-stopped = ⏹ Detenido: {$sent} enviados de {$count}. No lo recibe nadie más.
broadcast-done =
    { $failing ->
        [0] 📣 Hecho: enviados {$sent}.
       *[other] 📣 Hecho: enviados {$sent}, no se pudo {$failing}.
    }
broadcast-no-more-button = No quiero más de estos
broadcast-again-button = Quiero recibirlos otra vez
broadcast-sample-toast = Esto es solo lo que verán los chats.
settings-news-on = Noticias del operador: sí
settings-news-off = Noticias del operador: no
settings-toast-news-on = Recibes las noticias del operador.
settings-toast-news-off = No recibes más. Vuelven con /settings.
