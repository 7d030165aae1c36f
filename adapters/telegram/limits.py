"""What Telegram takes at most. Texts are counted in units of UTF-16 after the markup is read, callback data in bytes.

Source: https://core.telegram.org/bots/api, by the types that the tests judge every call with.
"""

TEXT = 4096
CAPTION = 1024
LINE = 1000
"""Our own: of one line of words, so that a caption holds at least one."""
RICH = 32_768
RICH_ROWS = 450
"""Of 500 blocks, each row of a table being one."""
RICH_COLUMNS = 20
CALLBACK_DATA = 64
BUTTONS = 100
PAGE = 40
"""Our own: options of a question to a keyboard, or buttons that are too many for one; nobody scrolls through more."""
LABEL = 64
"""Our own: no phone shows more of a button."""
PLACEHOLDER = 64
TOAST = 200
"""Of the note that answers a press."""
DESCRIPTION = 256
"""Of a command in the menu."""
ANSWERS_PER_CHAT = 3, 3.0
"""Messages in so many seconds: one a second, in little bursts."""
ANSWERS_PER_GROUP = 20, 60.0
ANSWERS_ALTOGETHER = 30, 1.0
LONGEST_WAIT = 30.0
"""Seconds that an answer waits because Telegram says so; what takes longer is given up."""
