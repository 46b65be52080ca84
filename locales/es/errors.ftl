error-internal = Perdona, algo ha fallado por mi parte. Queda anotado; prueba otra vez.
error-unknown = No te he entendido. Escribe /watch y una palabra, o /help.
error-admins-only = Eso solo pueden hacerlo los administradores de este chat.
error-rights-unknown = Ahora mismo Telegram no me dice quién es administrador. Prueba de nuevo en un momento.
error-not-allowed = Este Hark es privado: su operador decide quién puede usarlo.
error-old-button = Este botón ya no funciona. Escribe /help.
error-watch-gone = Esta búsqueda ya no existe.
error-source-gone = Ya no sigues esta fuente.
