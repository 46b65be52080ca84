watch-sources-button = 📡 Fonti
watch-sources = 📡 <b>{$words}</b>
watch-sources-from = Gli avvisi vengono da { $sources ->
        [one] {$count} fonte su {$sources}
       *[other] {$count} fonti su {$sources}
    }{ $ours ->
        [0] .
        [one] , di cui una tua.
       *[other] , di cui {$ours} tue.
    }
watch-sources-out = Escluse:{" "}
watch-sources-how = Tocca una fonte per escluderla, o per riprenderla.
watch-sources-all-button = Riprendi tutte
watch-sources-toast-out = {$name} è esclusa.
watch-sources-toast-in = {$name} conta di nuovo.
watch-sources-toast-all = Contano di nuovo tutte le fonti.
watch-sources-toast-everything = {$name} è esclusa da questa ricerca, ma ne segui tutto: /sources
watch-sources-toast-words = Le parole di questa ricerca chiedono altre fonti. Si cambiano con «Cambia parole».
