# What the operators are told about X. Amounts of money come written: $5.00
spending-half = X has cost {$spent} of this month's {$budget}. At this pace the month will cost {$forecast}.
spending-short = X has cost {$spent} of this month's {$budget}; at this pace it will be {$forecast}. From now on accounts are read for wanted words only, and checks are left out. <code>x.budget</code> raises the limit.
spending-out = X has cost {$spent} of {$budget}: X is not read until {$again}. Feeds go on. With a higher <code>x.budget</code> Hark reads on where it stopped, up to 7 days back.
spending-drift = On {$day} X counted {$theirs} posts, Hark {$ours}. Please compare with the console of X.
account-missed = X's search missed a post of {$name} that says {$words}. Accounts are read whole for it from now on.
account-renamed = {$before} is called {$after} on X now; Hark goes on following.
