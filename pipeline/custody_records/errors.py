"""What went wrong by no fault of the program."""


class UserError(Exception):
    """What a person can mend: the command line tells it in a line, without a traceback."""
