"""What a dossier is: frozen models, no input or output."""
