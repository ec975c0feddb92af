### Every text on screen, in English. One block for each area; a key is named
### area-thing. Keep each key inside the block of its area, between the opening
### and the closing line, so that two people's additions do not collide.


### ---- shell ----

shell-product = Argonaut
shell-skip = Skip to the content
shell-nav-label = Main menu
shell-nav-today = Today
shell-nav-clients = Clients
shell-nav-find = Find
shell-nav-matches = Introductions
shell-nav-helpers = Helpers
shell-nav-admin = Administration
shell-bell = { $count ->
    [0] Notifications, nothing new
    [one] Notifications, one new
   *[other] Notifications, { $count } new
}
shell-bell-many = 99+
shell-account-menu = Your account
shell-account-profile = My profile
shell-account-settings = Settings and security
shell-sign-in = Sign in
shell-sign-up = Sign up
shell-sign-out = Sign out
shell-language = Language
shell-footer = Help people help each other. What you record about a client is sealed at rest.
shell-footer-label = About this page
shell-footer-about = About Argonaut
shell-footer-help = Help
shell-flash-label = Message
shell-steps-done = done
shell-steps-now = now
shell-steps-stopped = stopped
shell-steps-later = to come
shell-pager-label = More pages
shell-pager-previous = Earlier
shell-pager-next = More
shell-breadcrumb-label = Where you are
shell-timeline-label = What has happened
shell-private-title = Only you can see this
shell-circle-title = Only you and this client’s circle can see this
shell-public-title = Others will see this
shell-print = Print this page
shell-copy = Copy
shell-copied = Copied
shell-pair-point = Point
shell-pair-match = fits
shell-pair-mismatch = does not fit
shell-pair-unknown = not known
shell-table-actions = Actions

# Dates. Each part is a number; months go from 1 to 12.
shell-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
shell-date = { $day } { shell-month } { $year }
shell-date-no-year = { $day } { shell-month }
shell-month-year = { shell-month } { $year }
shell-week-of = week of { $date }
shell-ago-today = today
shell-ago-yesterday = yesterday
shell-ago-days = { $count ->
    [one] { $count } day ago
   *[other] { $count } days ago
}
shell-ago-weeks = { $count ->
    [one] { $count } week ago
   *[other] { $count } weeks ago
}
shell-ago-months = { $count ->
    [one] { $count } month ago
   *[other] { $count } months ago
}
shell-ago-years = { $count ->
    [one] { $count } year ago
   *[other] { $count } years ago
}
shell-in-tomorrow = tomorrow
shell-in-days = { $count ->
    [one] in { $count } day
   *[other] in { $count } days
}
shell-in-weeks = { $count ->
    [one] in { $count } week
   *[other] in { $count } weeks
}
shell-in-months = { $count ->
    [one] in { $count } month
   *[other] in { $count } months
}
shell-in-years = { $count ->
    [one] in { $count } year
   *[other] in { $count } years
}
shell-list-and = { $first } and { $last }

### ---- end of shell ----


### ---- form ----

form-required = required
form-optional = optional
form-save = Save
form-cancel = Cancel
form-continue = Continue
form-search = Search
form-apply = Show results
form-clear = Clear
form-choose = Choose…
form-errors-title = { $count ->
    [one] One thing needs your attention
   *[other] { $count } things need your attention
}
form-error-prefix = Error:
form-show-password = Show password
form-filter-terms = Type to narrow the list
form-filter-found = { $count ->
    [0] Nothing found. Try another word.
    [one] One found
   *[other] { $count } found
}
form-group-chosen = { $count ->
    [0] none chosen
    [one] one chosen
   *[other] { $count } chosen
}
form-date-hint = Day, month and year
form-place-hint = Type a town or city and choose from the list
form-place-which = There is more than one place of that name. Which one?
form-options-found = { $count ->
    [0] Nothing found
    [one] One suggestion. Use the arrow keys to choose.
   *[other] { $count } suggestions. Use the arrow keys to choose.
}
form-unsaved = You have unsaved changes.

### ---- end of form ----


### ---- errors ----

errors-not-same-origin = This request did not come from this site, so nothing was changed. Open the page again and try once more.

### ---- end of errors ----


### ---- accounts ----


### ---- end of accounts ----


### ---- admin ----


### ---- end of admin ----


### ---- profile ----


### ---- end of profile ----


### ---- clients ----


### ---- end of clients ----


### ---- import ----


### ---- end of import ----


### ---- cards ----


### ---- end of cards ----


### ---- consent ----


### ---- end of consent ----


### ---- suggestions ----


### ---- end of suggestions ----


### ---- find ----


### ---- end of find ----


### ---- matches ----


### ---- end of matches ----


### ---- contacts ----


### ---- end of contacts ----


### ---- helpers ----


### ---- end of helpers ----


### ---- notifications ----


### ---- end of notifications ----


### ---- places ----


### ---- end of places ----


### ---- safety ----


### ---- end of safety ----
