# What goes wrong in a chat, said to the person there.
error-internal = Sorry, something went wrong on my side. It is noted; please try again.
error-unknown = I did not understand. Say /watch and a word, or /help.
error-admins-only = Only administrators of this chat can do that.
error-rights-unknown = Telegram does not tell me right now who is an administrator. Please try again in a moment.
error-not-allowed = This Hark is private. Its operator decides who may use it.
error-old-button = This button does not work any more. Say /help.
error-watch-gone = This watch is no longer there.
error-source-gone = You do not follow this source any more.
