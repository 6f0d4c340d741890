"""What git knows of a dossier: how it was published, and when each fact was added and last changed."""
