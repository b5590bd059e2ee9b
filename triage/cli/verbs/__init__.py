"""What the command line can do, one file each: HELP, arguments(parser), run(options, given)."""
