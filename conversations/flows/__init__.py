"""One module per command: a plain function that asks for forms and ends with a command for the engine or a message."""
