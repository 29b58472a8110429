"""Scripts that are run by hand; tests import what they share with them."""
