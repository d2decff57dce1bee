"""What people and other systems work with over HTTP."""
