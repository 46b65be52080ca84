refused-limit = se ha alcanzado el límite de gasto fijado para X
refused-cap = se han agotado los posts que X da al mes
refused-project = X no deja leer a nuestra App; quizá no está en ningún Project
refused-token = Hark no tiene un token de acceso válido para X
stop-unpaid = No se lee X: {$reason}. Hark pregunta solo, sin coste, si ya se puede; entonces sigue y puede recuperar hasta 7 días. Los feeds continúan.
stop-project = X no deja leer a nuestra App; quizá no está en ningún Project: no se lee X. Una vez arreglado en console.x.com, Hark sigue donde lo dejó, hasta 7 días atrás. Los feeds continúan.
