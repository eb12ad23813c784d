"""Lets ``python -m minutesparse`` stand for the command ``minutesparse``."""

from minutesparse.cli import main

if __name__ == "__main__":
    main(prog_name="minutesparse")
