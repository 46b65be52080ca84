button-why = Why
button-more = ⋯
button-report = Report to X
button-stop-all = Yes, stop them all
button-keep-all = Keep them
alert-forgotten = This alert is too old: I have forgotten it by now.
