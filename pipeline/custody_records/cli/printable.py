"""Text from anywhere on a terminal: shown, never obeyed."""


def printable(text: str) -> str:
    """Return one line without what would steer the terminal: names of files are anybody's.

    >>> printable("\\x1b[2Jevil.txt")
    '?[2Jevil.txt'
    """
    return "".join(character if character.isprintable() else "?" for character in text)
