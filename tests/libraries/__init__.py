"""Whether a library reads dates, sums of money and quantities better than the program does."""
