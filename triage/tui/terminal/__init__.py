"""Between the screen and the terminal: what it can show, what it shows already, and how much its line can carry."""
