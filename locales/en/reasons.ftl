# Why a source cannot be read, as a clause that ends a sentence. One for each model.FailureReason.
reason-unreachable = it cannot be reached
reason-timeout = it took too long to answer
reason-not-public = the address is not public
reason-bad-url = this is not a web address
reason-http-status = it answers with HTTP {$status}
reason-gone = it is gone for good
reason-too-big = it is too big
reason-redirect-loop = it redirects too often, or in a circle
reason-not-a-feed = it is not a feed
reason-bad-response = its answer makes no sense
reason-bad-response-status = its answer makes no sense (HTTP {$status})
reason-rate-limited = it asks us to come less often
reason-x-credentials = X does not accept our access token
reason-x-money = the X credit is used up
reason-x-account = this X account does not exist, is suspended or is protected
reason-x-refused = X refuses to answer
reason-x-feed = its feed of X posts brings none
