"""One module per revision; each is written by hand and never changed once released."""
