"""Files: sheets that people send, read into grids."""
