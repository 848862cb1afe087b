"""Scripts that run as processes of their own: what is measured beside the tool, and what measures."""
