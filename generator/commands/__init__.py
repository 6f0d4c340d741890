"""The commands of `factsheet`, a module each: its `command` reads the words given, prints, and exits."""
