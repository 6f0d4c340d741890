"""What a site is given besides its pages: search words, neighbours, problems while serving, the editing page."""
