"""``python -m custody_records``: the command ``extract``."""

from custody_records.cli import main

if __name__ == "__main__":
    main(prog_name="extract")
