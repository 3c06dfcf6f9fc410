"""Run the commands as ``python -m lives``, or as the program of another launcher."""

from lives.cli.main import main

if __name__ == "__main__":
    main()
