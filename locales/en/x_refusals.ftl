# What X refuses, one clause for each way in which it does; they stand where reasons do.
refused-limit = the spending limit set for X is reached
refused-cap = the posts that X gives in a month are used up
refused-project = X does not let our App read; it may be in no Project
refused-token = Hark has no valid access token for X
stop-unpaid = X is not read: {$reason}. Hark asks by itself, free of charge, whether it may again; then it goes on, and can catch up to 7 days. Feeds go on.
stop-project = X does not let our App read; it may be in no Project: X is not read. Once that is mended at console.x.com Hark reads on where it stopped, up to 7 days back. Feeds go on.
