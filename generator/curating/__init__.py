"""What a person changes in a dossier, and what the program writes into it: every module here ends in saved files."""
